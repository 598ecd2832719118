import { matchesGlob } from '../../domain/glob.ts'
import { type Explanation, UserError } from '../../errors.ts'
import { withFullStop } from '../../text/sentence.ts'
import { awsFaultOf, type AwsFault } from './aws-fault.ts'
import type { TokenClaims } from './token-claims.ts'
import type { AssumableRole } from './assumable-role.ts'
import { UncertainOutcome } from './uncertain-outcome.ts'

/** What was asked of STS. */
export interface Assumption {
  readonly role: AssumableRole
  readonly audience: string
  readonly durationSeconds: number
  readonly claims: TokenClaims
  /** What the trust policy asks of `job_workflow_ref`, as far as it is known; `*` stands for anything. */
  readonly workflow?: string | undefined
}

/**
 * What a refused AssumeRoleWithWebIdentity means, and what is to be set where. AWS says little on purpose, so codes
 * and words are told apart as the API reference lists them and as users have met them.
 */
export function assumeRoleError(error: unknown, assumption: Assumption): unknown {
  const fault = awsFaultOf(error)
  if (fault === undefined || error instanceof UncertainOutcome) return error
  const row = rows.find(({ matches }) => matches(fault))
  const remedy = row?.remedy(assumption)
  const explanation: Explanation = {
    what: `The role ${assumption.role.arn} could not be assumed with the job's OIDC token.`,
    why: withFullStop(`${fault.code}: ${fault.message}`),
    cause: error,
  }
  return new UserError(remedy === undefined ? explanation : { ...explanation, remedy })
}

interface Row {
  readonly matches: (fault: AwsFault) => boolean
  readonly remedy: (assumption: Assumption) => string
}

const rows: readonly Row[] = [
  {
    matches: ({ message }) => /No OpenIDConnect provider found/i.test(message),
    remedy: ({ role, audience, claims }) =>
      `Create the identity provider ${issuerOf(claims)} with the audience \`${audience}\` in the account ${role.account}.`,
  },
  {
    matches: ({ message }) => /Incorrect token audience/i.test(message),
    remedy: ({ role, audience, claims }) =>
      `Add the audience \`${audience}\` to the identity provider ${providerOf(claims)} in the account ${role.account}, or set \`audience\` to one that it has.`,
  },
  {
    matches: ({ code }) => code === 'AccessDenied',
    remedy: ({ role, claims, audience, workflow }) =>
      `${otherWorkflow(claims, workflow)}Check that the role exists in the account ${role.account} and that its trust policy allows sts:AssumeRoleWithWebIdentity to this token (upper and lower case count): ` +
      `\`${providerOf(claims)}:sub\` is \`${claims.subject ?? 'unknown'}\`, ` +
      `\`${providerOf(claims)}:aud\` is \`${claims.audience ?? audience}\`${otherClaims(claims)}.${formOf(claims)}`,
  },
  {
    matches: ({ code, message }) => code === 'ValidationError' && /DurationSeconds/.test(message),
    remedy: ({ durationSeconds }) =>
      `Set \`role-duration-seconds\` (now ${durationSeconds}) to at most the maximum session duration of the role, or raise that. A longer run renews its session by itself.`,
  },
  {
    matches: ({ code }) => code.startsWith('ExpiredToken'),
    remedy: () => 'Check the clock of the runner, and start the job again.',
  },
  {
    matches: ({ code }) => code === 'RegionDisabledException',
    remedy: ({ role }) => `Check \`aws-region\`, or enable STS for this region in the account ${role.account}.`,
  },
  {
    matches: ({ code }) => /^(InvalidIdentityToken|IDPRejectedClaim)/.test(code),
    remedy: ({ role, claims }) =>
      `Check that the identity provider in the account ${role.account} has exactly the address ${issuerOf(claims)}, which the token has, that AWS can reach it, and that the region lies in the role's partition.`,
  },
  {
    matches: ({ code }) => code === 'PackedPolicyTooLarge',
    remedy: () => 'The session tags in the token are too long: shorten what the OIDC subject customization adds.',
  },
]

/** The token's own: a GitHub Enterprise server and GHE.com have others than github.com. */
const issuerOf = ({ issuer }: TokenClaims): string => issuer ?? 'https://token.actions.githubusercontent.com'

/** The name under which IAM has the provider, which its condition keys begin with. */
const providerOf = (claims: TokenClaims): string => issuerOf(claims).replace(/^https:\/\//, '')

const otherClaims = ({ tested }: TokenClaims): string =>
  tested.length === 0
    ? ''
    : `; what else it may test: ${tested.map(([name, value]) => `${name} \`${value}\``).join(', ')}`

/** Where the catalogue says which workflow the role trusts, and the job comes from another. */
function otherWorkflow({ tested }: TokenClaims, workflow: string | undefined): string {
  const [, from = 'nothing'] = tested.find(([name]) => name === 'job_workflow_ref') ?? []
  if (workflow === undefined || matchesGlob(workflow, from)) return ''
  return `The role wants job_workflow_ref \`${workflow}\`, the token says \`${from}\`: only that workflow may change what the catalogue declares, so call it from this job. `
}

/** GitHub's changelog of 2026-04-23, "Immutable subject claims". */
const formOf = ({ subject = '' }: TokenClaims): string =>
  /^repo:[^/:]+@\d+\/[^/:]+@\d+:/.test(subject)
    ? ' A repository that was made or renamed since 2026-07-15 has its ids in the subject: a policy for its name alone refuses it.'
    : ''
