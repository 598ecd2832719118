import type { Claims } from './token.ts'

/** A trust policy as IAM keeps it, as far as it concerns OIDC tokens. */
export interface TrustPolicy {
  readonly Statement: readonly TrustStatement[]
}

export interface TrustStatement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: string | readonly string[]
  readonly Principal: { readonly Federated?: string | readonly string[] }
  /** By operator, then by key, such as `token.actions.githubusercontent.com:sub`. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

/**
 * The claims of GitHub's tokens that STS gives to conditions since February 2026, beside `sub` and `aud`. A key of any other
 * claim has no value. https://aws.amazon.com/about-aws/whats-new/2026/01/aws-sts-supports-validation-identity-provider-claims/
 */
const CLAIMS: ReadonlySet<string> = new Set([
  'sub',
  'aud',
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'workflow',
])

/** Whether a policy lets a token assume its role: a statement allows it, and none denies it. */
export const isTrusted = ({ Statement }: TrustPolicy, claims: Claims): boolean => {
  const matching = Statement.filter((statement) => applies(statement, claims))
  return matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny')
}

const applies = ({ Action, Principal, Condition = {} }: TrustStatement, claims: Claims): boolean => {
  const host = claims.iss.replace(/^https:\/\//, '')
  const isProvider = listOf(Principal.Federated ?? []).some((arn) => arn.endsWith(`:oidc-provider/${host}`))
  if (!isProvider || !listOf(Action).includes('sts:AssumeRoleWithWebIdentity')) return false
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const claim = key.startsWith(`${host}:`) ? key.slice(host.length + 1) : ''
      const value = CLAIMS.has(claim) ? claims[claim] : undefined
      return holds(operator, { value: typeof value === 'string' ? value : undefined, wanted: listOf(wanted) })
    }),
  )
}

/** A condition holds where one of its values does; one on a claim that the token lacks holds only with `...IfExists` or `Not`. */
const holds = (
  operator: string,
  { value, wanted }: { readonly value: string | undefined; readonly wanted: readonly string[] },
): boolean => {
  const [, kind, isOptional] =
    /^(?:ForAnyValue:)?(StringEquals|StringLike|StringNotEquals|StringNotLike)(IfExists)?$/.exec(operator) ?? []
  if (kind === undefined) throw new Error(`The simulator does not know the condition operator ${operator}.`)
  const isNegated = kind.startsWith('StringNot')
  if (value === undefined) return isNegated || isOptional !== undefined
  const isMatched = wanted.some((one) => (kind.endsWith('Like') ? isLike(one, value) : one === value))
  return isMatched !== isNegated
}

/** `*` stands for anything, `?` for one character; upper and lower case count. */
export const isLike = (pattern: string, text: string): boolean => {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text)
}

const listOf = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value)
