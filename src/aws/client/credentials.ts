import type { Clock } from '../../platform/clock.ts'
import { UserError } from '../../errors.ts'
import { withFullStop } from '../../text/sentence.ts'
import { unreachable } from './account.ts'
import type { Caller } from './call.ts'
import type { AllClients, CredentialProvider } from './clients.ts'
import { awsError } from './aws-errors.ts'
import type { AssumableRole } from './assumable-role.ts'
import { tokenClaims } from './token-claims.ts'
import { UncertainOutcome } from './uncertain-outcome.ts'
import { assumeRoleError } from './assume-role-errors.ts'

/** Where the credentials of a run come from. */
export interface CredentialSource {
  /** Undefined: the ambient credentials are used. */
  readonly role: AssumableRole | undefined
  readonly sessionName: string
  readonly durationSeconds: number
  /** Undefined: what AWS expects in the role's partition. */
  readonly audience: string | undefined
}

/** What the job gives for credentials: OIDC tokens, and the masking of secrets. */
export interface TokenIssuer {
  /** A new OIDC token of the job for this audience. UserError where the job may not ask for one. */
  idToken(audience: string): Promise<string>
  /** Hides a text in everything that is logged from here on. */
  mask(secret: string): void
}

export interface WebIdentityOptions {
  readonly source: CredentialSource & { readonly role: AssumableRole }
  readonly issuer: TokenIssuer
  /** Clients of their own, without credentials: this call is not signed. */
  readonly clients: Pick<AllClients, 'sts'>
  readonly send: Caller['send']
  readonly clock: Clock
}

type Session = Awaited<ReturnType<CredentialProvider>>

/** A session is renewed when less is left of it; the SDK asks at five minutes as well. */
const renewalMilliseconds = 300_000

/**
 * Credentials of the role, one session for all clients. Each session comes with a new OIDC token, since a token lives
 * for minutes only; a job may ask for one as long as it runs, so a roll may outlive its sessions. Throws UserError, or
 * UncertainOutcome where a session was had before and only the renewal found no answer.
 */
export function webIdentity(options: WebIdentityOptions): (() => Promise<Session>) & { readonly memoized: true } {
  const { clock } = options
  let session: Session | undefined
  let renewal: Promise<Session> | undefined
  const left = (): number => (session?.expiration?.getTime() ?? 0) - clock.now()
  const sessionNow = async (): Promise<Session> => {
    if (session !== undefined && left() >= renewalMilliseconds) return session
    renewal ??= assumeRole(options).finally(() => (renewal = undefined))
    try {
      return (session = await renewal)
    } catch (error) {
      // Whatever ails GitHub or STS, the old session is good to its end; the next call tries again.
      if (session !== undefined && left() > 0) return session
      throw session === undefined && error instanceof UncertainOutcome ? unreachable(error) : error
    }
  }
  // Else the SDK keeps a session itself until it ends by the clock of the runner, which may be wrong.
  return Object.assign(sessionNow, { memoized: true } as const)
}

async function assumeRole({ source, issuer, clients, send }: WebIdentityOptions): Promise<Session> {
  const { role, durationSeconds } = source
  const audience = source.audience ?? audienceOf(role)
  const token = await issuer.idToken(audience).catch((error: unknown) => {
    throw error instanceof UserError ? error : noToken(error)
  })
  issuer.mask(token)
  const { AssumeRoleWithWebIdentityCommand } = await import('@aws-sdk/client-sts')
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: role.arn,
    RoleSessionName: source.sessionName,
    WebIdentityToken: token,
    DurationSeconds: durationSeconds,
  })
  const { Credentials } = await send(await clients.sts(), command).catch((error: unknown) => {
    throw assumeRoleError(error, { role, audience, durationSeconds, claims: tokenClaims(token) })
  })
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {}
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
    throw new Error('sts:AssumeRoleWithWebIdentity gave no credentials')
  }
  for (const secret of [SecretAccessKey, SessionToken]) issuer.mask(secret)
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration,
  }
}

/** China has an endpoint name of its own, and with it an audience; all other partitions share one. */
function audienceOf({ partition }: AssumableRole): string {
  return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'
}

function noToken(cause: unknown): UserError {
  return new UserError({
    what: 'GitHub gave no OIDC token.',
    why: withFullStop(cause instanceof Error ? cause.message : String(cause)),
    remedy: 'Start the job again; https://www.githubstatus.com tells of outages.',
    cause,
  })
}

/**
 * When the ambient credentials end; undefined where they do not say, as keys in the environment mostly do not. It
 * masks them, too. UserError when there are none.
 */
export async function ambientExpiry(
  clients: Pick<AllClients, 'sts'>,
  issuer: Pick<TokenIssuer, 'mask'>,
): Promise<Date | undefined> {
  const sts = await clients.sts()
  try {
    const { secretAccessKey, sessionToken, expiration } = await sts.config.credentials()
    for (const secret of [secretAccessKey, sessionToken ?? '']) issuer.mask(secret)
    return expiration
  } catch (error) {
    throw awsError(error, { action: 'sts:GetCallerIdentity', input: {} })
  }
}

export interface Lifetime {
  readonly expiry: Date | undefined
  /** Milliseconds since the Unix epoch. */
  readonly now: number
  /** How long the run may take. */
  readonly timeoutSeconds: number
}

/** A warning where the ambient credentials may end before the run does. */
export function expiryWarning({ expiry, now, timeoutSeconds }: Lifetime): string | undefined {
  if (expiry === undefined) return undefined
  const left = expiry.getTime() - now
  if (left >= timeoutSeconds * 1000) return undefined
  const minutes = Math.max(0, Math.floor(left / 60_000))
  return (
    `The AWS credentials of the environment end in ${minutes} minutes (${expiry.toISOString()}), but the run may take ` +
    `${Math.ceil(timeoutSeconds / 60)} minutes. Set \`role-to-assume\` for a session that renews itself, or lower \`timeout\`.`
  )
}
