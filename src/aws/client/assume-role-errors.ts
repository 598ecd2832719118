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
    remedy: ({ role, audience }) =>
      `Create the identity provider https://token.actions.githubusercontent.com with the audience \`${audience}\` in the account ${role.account}.`,
  },
  {
    matches: ({ message }) => /Incorrect token audience/i.test(message),
    remedy: ({ role, audience }) =>
      `Add the audience \`${audience}\` to the identity provider token.actions.githubusercontent.com in the account ${role.account}, or set \`audience\` to one that it has.`,
  },
  {
    matches: ({ code }) => code === 'AccessDenied',
    remedy: ({ role, claims, audience }) =>
      `Check that the role exists in the account ${role.account} and that its trust policy allows sts:AssumeRoleWithWebIdentity to this token (upper and lower case count): ` +
      `\`token.actions.githubusercontent.com:sub\` is \`${claims.subject ?? 'unknown'}\`, ` +
      `\`token.actions.githubusercontent.com:aud\` is \`${claims.audience ?? audience}\`.`,
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
    remedy: ({ role }) =>
      `Check that the identity provider in the account ${role.account} has exactly the address https://token.actions.githubusercontent.com (of your own GitHub Enterprise server, its own) and that the region lies in the role's partition.`,
  },
  {
    matches: ({ code }) => code === 'PackedPolicyTooLarge',
    remedy: () => 'The session tags in the token are too long: shorten what the OIDC subject customization adds.',
  },
]
