import { ServiceFault, validationError } from '../fault.ts'
import { readToken } from './token.ts'
import type { Claims } from './token.ts'
import { isLike, isTrusted } from './trust-policy.ts'
import type { TrustPolicy } from './trust-policy.ts'

/** A role and its trust policy. */
export interface TrustedRole {
  readonly arn: string
  /** The OIDC provider that it trusts; undefined: none, only AssumeRole. */
  readonly issuer?: string
  readonly audience?: string
  /** `*` stands for anything; compared case-sensitively, as AWS does. */
  readonly subjects?: readonly string[]
  /** The whole policy; it counts instead of `subjects`. */
  readonly policy?: TrustPolicy
  /** MaxSessionDuration, 3600 unless set. */
  readonly maxSessionSeconds?: number
}

/** GitHub's issuer of the tokens of workflow jobs. */
export const githubIssuer = 'https://token.actions.githubusercontent.com'

/** AWS's single answer to every mismatch between a caller and a trust policy, a role that does not exist included. */
export const notAuthorized = (operation: string): ServiceFault =>
  new ServiceFault('AccessDenied', `Not authorized to perform sts:${operation}`, 403)

/** The claims of a token that a role trusts at this moment. Throws the STS error of the first check that fails. */
export const checkToken = (
  token: string,
  roles: ReadonlyMap<string, TrustedRole>,
  wanted: { roleArn: string; now: number },
): Claims => {
  const claims = readToken(token)
  if (claims === undefined) {
    throw invalid('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)')
  }
  const providers = [...roles.values()].flatMap(({ issuer }) => (issuer === undefined ? [] : [issuer]))
  if (!providers.includes(claims.iss)) {
    throw invalid(`No OpenIDConnect provider found in your account for ${claims.iss}`)
  }
  if (claims.exp <= wanted.now) {
    throw new ServiceFault(
      'ExpiredTokenException',
      `Token expired: current date/time ${Math.floor(wanted.now)} must be before the expiration date/time ${claims.exp}`,
    )
  }
  const role = roles.get(wanted.roleArn)
  if (role === undefined || role.issuer !== claims.iss) throw notAuthorized('AssumeRoleWithWebIdentity')
  if (claims.aud !== (role.audience ?? 'sts.amazonaws.com')) throw invalid('Incorrect token audience')
  const isAllowed =
    role.policy === undefined
      ? (role.subjects ?? ['*']).some((pattern) => isLike(pattern, claims.sub))
      : isTrusted(role.policy, claims)
  if (!isAllowed) throw notAuthorized('AssumeRoleWithWebIdentity')
  return claims
}

/** Refuses a session length outside 900 s and the role's maximum. */
export const checkDuration = (seconds: number, maximum: number): void => {
  if (seconds < 900 || seconds > 43_200) {
    const bound = seconds < 900 ? 'greater than or equal to 900' : 'less than or equal to 43200'
    throw validationError(
      `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: ` +
        `Member must have value ${bound}`,
    )
  }
  if (seconds > maximum) {
    throw validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.')
  }
}

const invalid = (message: string): ServiceFault => new ServiceFault('InvalidIdentityToken', message)
