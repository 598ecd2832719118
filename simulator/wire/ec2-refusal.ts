import { ServiceFault } from '../fault.ts'
import type { ShapeConstraint } from './constraint-table.ts'
import { lowerFirst } from './lower-first.ts'
import type { Violation } from './validator.ts'

/**
 * How EC2 refuses an input that breaks a rule of its model: the first one only, in words of each parameter. Codes are those of
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html.
 */
export function ec2Refusal({ path, value, rule, shape = '', constraint }: Violation): ServiceFault {
  const name = path.filter((part) => typeof part === 'string').join('.')
  if (rule.kind === 'required') {
    return new ServiceFault('MissingParameter', `The request must contain the parameter ${name}`)
  }
  const given = Array.isArray(value) ? value.join(', ') : String(value)
  const own = rule.kind === 'whole' ? undefined : ownWords[shape]?.(given, constraint)
  if (own !== undefined) return own
  const last = lowerFirst(name.split('.').at(-1) ?? name)
  return new ServiceFault(
    'InvalidParameterValue',
    `Value ( ${given} ) for parameter ${last} is invalid.${hint(rule.kind, constraint)}`,
  )
}

const hint = (kind: Violation['rule']['kind'], { min, max }: ShapeConstraint): string => {
  switch (kind) {
    case 'smallest':
      return ` Expecting a value greater than or equal to ${min}.`
    case 'largest':
      return ` Expecting a value smaller than or equal to ${max}.`
    case 'shortest':
    case 'longest':
      return ` Length must be between ${min ?? 0} and ${max}.`
    default:
      return ''
  }
}

type OwnWords = (given: string, constraint: ShapeConstraint) => ServiceFault

const fromTo: OwnWords = (given, { min, max }) =>
  new ServiceFault(
    'InvalidMaxResults',
    `Value ( ${given} ) for parameter maxResults is invalid. Expecting a value from ( ${min} ) to  ( ${max} ).`,
  )

/** By the shape in AWS's model; the texts of page sizes are captured answers of AWS that a public test suite keeps. */
const ownWords: Readonly<Record<string, OwnWords>> = {
  DITMaxResults: fromTo,
  DITOMaxResults: fromTo,
  DescribeInstanceCreditSpecificationsMaxResults: (given, { min, max }) =>
    new ServiceFault(
      'InvalidRequest',
      `The value ${given} for the maxResults parameter must be between ${min} and ${max}. Change the value and try again.`,
    ),
  DescribeLaunchTemplatesMaxResults: (_given, { min, max }) =>
    new ServiceFault('InvalidParameterValue', `Maximum results allowed are between ${min} and ${max}`),
  LaunchTemplateName: () =>
    new ServiceFault(
      'InvalidLaunchTemplateName.MalformedException',
      'A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the following ' +
        'characters: - ( ) . / _.',
    ),
}
