import { ServiceFault } from '../fault.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html names the codes used in this file. */
export const missingParameter = (name: string): ServiceFault =>
  new ServiceFault('MissingParameter', `The request must contain the parameter ${name}`)

export const invalidValue = (message: string): ServiceFault => new ServiceFault('InvalidParameterValue', message)

export const invalidCombination = (message: string): ServiceFault =>
  new ServiceFault('InvalidParameterCombination', message)

export const idempotencyMismatch = (): ServiceFault =>
  new ServiceFault(
    'IdempotentParameterMismatch',
    'Arguments on this idempotent request are inconsistent with arguments used in previous request(s).',
  )

/** Gives a parameter that AWS requires, or its `MissingParameter`. */
export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined || value === '') throw missingParameter(name)
  return value
}
