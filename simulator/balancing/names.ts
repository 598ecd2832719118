import type { ServiceContext } from '../interfaces.ts'
import { validationError } from '../fault.ts'

/** Refuses names that are too long, have other characters than letters, digits and hyphens, or a hyphen at an end. */
export function checkName(name: string | undefined, what: string): string {
  if (name === undefined || name === '') throw validationError(`A ${what} name must be specified`)
  if (name.length > 32) throw validationError(`${what} name '${name}' cannot be longer than '32' characters`)
  if (!/^[A-Za-z0-9-]+$/.test(name)) {
    throw validationError(
      `${what} name '${name}' can only contain characters that are alphanumeric characters and hyphens(-)`,
    )
  }
  if (name.startsWith('-') || name.endsWith('-')) {
    throw validationError(`${what} name '${name}' cannot begin or end with a hyphen`)
  }
  return name
}

/** `arn:aws:elasticloadbalancing:<region>:<account>:` and what follows. */
export function balancerArn({ region, account }: ServiceContext, rest: string): string {
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
  return `arn:${partition}:elasticloadbalancing:${region}:${account}:${rest}`
}
