import { WrongInput } from './parse.ts'

/** ARN of a role, taken apart. */
export interface Role {
  readonly arn: string
  /** `aws`, `aws-cn`, `aws-us-gov`, `aws-eusc` and whatever comes. */
  readonly partition: string
  /** 12 digits. */
  readonly account: string
}

export function optionalRole(text: string): Role | undefined {
  if (text === '') return undefined
  const [arn, partition, account] = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/[\w+=,.@/-]+$/.exec(text) ?? []
  if (arn !== undefined && partition !== undefined && account !== undefined) return { arn, partition, account }
  if (/^[\w+=.@-]+$/.test(text)) {
    throw new WrongInput(`must be the whole ARN, not the name alone: \`arn:aws:iam::<account id>:role/${text}\``)
  }
  throw new WrongInput('must be the ARN of a role: `arn:aws:iam::123456789012:role/name`')
}

/** The name that CloudTrail shows; STS wants 2 to 64 of these characters (API reference, AssumeRoleWithWebIdentity). */
export function optionalSessionName(text: string): string | undefined {
  if (text === '') return undefined
  if (/^[\w+=,.@-]{2,64}$/.test(text)) return text
  throw new WrongInput('must be 2 to 64 characters out of letters, digits and `_+=,.@-`')
}

/** A session name made of the run id, whatever that holds. */
export function defaultSessionName(runId: string): string {
  return `fleet-patch-${runId}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64)
}

/** The partition that a region belongs to; undefined for the isolated ones, whose names follow no rule. */
export function partitionOf(region: string): string | undefined {
  if (region.includes('-iso')) return undefined
  const [, prefix] = /^(cn|us-gov|eusc)-/.exec(region) ?? []
  return prefix === undefined ? 'aws' : `aws-${prefix}`
}
