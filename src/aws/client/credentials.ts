import type { Clock } from '../../platform/clock.ts'
import { UserError } from '../../errors.ts'
import type { CredentialInputs, Role } from '../../inputs/inputs.ts'
import type { Runner } from '../../platform/runner.ts'
import { unreachable } from './account.ts'
import type { Caller } from './call.ts'
import type { AllClients, CredentialProvider } from './clients.ts'
import { awsError, sentence } from './aws-errors.ts'
import { tokenClaims } from './token-claims.ts'
import { UncertainOutcome } from './uncertain-outcome.ts'
import { assumeRoleError } from './assume-role-errors.ts'

export interface WebIdentityOptions {
  readonly inputs: CredentialInputs & { readonly role: Role }
  readonly runner: Pick<Runner, 'idToken' | 'mask'>
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
 * UncertainOutcome where a session was had before and only the renewal found nobody.
 */
export function webIdentity(options: WebIdentityOptions): () => Promise<Session> {
  const { clock } = options
  let session: Session | undefined
  let renewal: Promise<Session> | undefined
  const left = (): number => (session?.expiration?.getTime() ?? 0) - clock.now()
  return async () => {
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
}

async function assumeRole({ inputs, runner, clients, send }: WebIdentityOptions): Promise<Session> {
  const { role, durationSeconds } = inputs
  const audience = inputs.audience ?? audienceOf(role)
  const token = await runner.idToken(audience).catch((error: unknown) => {
    throw error instanceof UserError ? error : noToken(error)
  })
  runner.mask(token)
  const { AssumeRoleWithWebIdentityCommand } = await import('@aws-sdk/client-sts')
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: role.arn,
    RoleSessionName: inputs.sessionName,
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
  for (const secret of [SecretAccessKey, SessionToken]) runner.mask(secret)
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration,
  }
}

/** China has an endpoint name of its own, and with it an audience; all other partitions share one. */
function audienceOf({ partition }: Role): string {
  return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'
}

function noToken(cause: unknown): UserError {
  return new UserError({
    what: 'GitHub gave no OIDC token.',
    why: sentence(cause instanceof Error ? cause.message : String(cause)),
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
  runner: Pick<Runner, 'mask'>,
): Promise<Date | undefined> {
  const sts = await clients.sts()
  try {
    const { secretAccessKey, sessionToken, expiration } = await sts.config.credentials()
    for (const secret of [secretAccessKey, sessionToken ?? '']) runner.mask(secret)
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
