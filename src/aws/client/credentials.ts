import type { Clock } from '../../platform/clock.ts'
import { UserError } from '../../errors.ts'
import { withFullStop } from '../../text/sentence.ts'
import type { Caller } from './call.ts'
import type { AllClients } from './clients.ts'
import { awsError } from './aws-errors.ts'
import { failureInWords } from './failure-words.ts'
import { type RenewedSession, renewedSession, type Session } from './renewed-session.ts'
import { retryBudget } from './retry-budget.ts'
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
  /** What the trust policy asks of `job_workflow_ref`, as far as it is known; `*` stands for anything. */
  readonly workflow?: string | undefined
}

/** What the job gives for credentials: OIDC tokens, and the masking of secrets. */
export interface TokenIssuer {
  /**
   * Asks once for a new OIDC token of the job for this audience. UserError where the job may not ask for one; any other error
   * tells of a failure that passes.
   */
  idToken(audience: string, signal?: AbortSignal): Promise<string>
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
  /** At least 0, below 1. */
  readonly random: () => number
  readonly signal?: AbortSignal | undefined
}

/** How often a token, and a session for it, is asked for in one go: a token is good for minutes only. */
const ATTEMPTS = 4

/**
 * Credentials of the role. Each session comes with a new OIDC token, since a token lives for minutes only; a job may ask for
 * one as long as it runs, so a roll may outlive its sessions. Throws UserError where GitHub or AWS refuses, and
 * UncertainOutcome where there was no answer.
 */
export const webIdentity = (options: WebIdentityOptions): RenewedSession =>
  renewedSession(() => assumeRole(options), options.clock)

/** The credentials of the environment, of a profile, of the machine: what the SDK finds for clients that are given none. */
export const ambientSession = (clients: Pick<AllClients, 'sts'>, clock: Clock): RenewedSession =>
  renewedSession(async () => {
    const sts = await clients.sts()
    // The SDK would judge by the clock of the runner whether what it has is still good.
    return await sts.config.credentials({ forceRefresh: true })
  }, clock)

async function assumeRole(options: WebIdentityOptions): Promise<Session> {
  const { source, issuer, clients, send } = options
  const { role, durationSeconds } = source
  const audience = source.audience ?? audienceOf(role)
  const token = await idTokenFor(audience, options)
  issuer.mask(token)
  const { AssumeRoleWithWebIdentityCommand } = await import('@aws-sdk/client-sts')
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: role.arn,
    RoleSessionName: source.sessionName,
    WebIdentityToken: token,
    DurationSeconds: durationSeconds,
  })
  const { Credentials } = await send(await clients.sts(), command, { attempts: ATTEMPTS }).catch((error: unknown) => {
    throw assumeRoleError(error, {
      role,
      audience,
      durationSeconds,
      claims: tokenClaims(token),
      workflow: source.workflow,
    })
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

/** Asks GitHub for a token. UserError where it refuses, UncertainOutcome where it gives none for now. */
async function idTokenFor(audience: string, { issuer, clock, random, signal }: WebIdentityOptions): Promise<string> {
  const { waitBefore } = retryBudget(random)
  for (let number = 0; ; number++) {
    try {
      return await issuer.idToken(audience, signal)
    } catch (error) {
      if (error instanceof UserError) throw error
      signal?.throwIfAborted()
      if (number + 1 === ATTEMPTS) {
        const message = `GitHub gave no OIDC token: ${withFullStop(failureInWords(error))}`
        throw new UncertainOutcome('sts:AssumeRoleWithWebIdentity', { message, cause: error })
      }
      await clock.sleep(waitBefore(number, 'throttled'), signal)
    }
  }
}

/**
 * When the ambient credentials end; undefined where they do not say, as keys in the environment mostly do not. It
 * masks them, too. UserError when there are none, or when one cannot be sent as it is.
 */
export async function ambientExpiry(
  clients: Pick<AllClients, 'sts'>,
  issuer: Pick<TokenIssuer, 'mask'>,
): Promise<Date | undefined> {
  const sts = await clients.sts()
  try {
    const { accessKeyId, secretAccessKey, sessionToken = '', expiration } = await sts.config.credentials()
    for (const secret of [secretAccessKey, sessionToken]) for (const line of secret.split(/[\r\n]+/)) issuer.mask(line)
    const unusable = unusableKey({ accessKeyId, secretAccessKey, sessionToken })
    if (unusable !== undefined) throw unusable
    return expiration
  } catch (error) {
    throw awsError(error, { action: 'sts:GetCallerIdentity', input: {} })
  }
}

const KEY_VARIABLES = {
  accessKeyId: 'AWS_ACCESS_KEY_ID',
  secretAccessKey: 'AWS_SECRET_ACCESS_KEY',
  sessionToken: 'AWS_SESSION_TOKEN',
} as const

/** A key with a line end or a blank, as a secret has it that was read from a file, cannot be sent or signs wrongly. */
function unusableKey(keys: Readonly<Record<keyof typeof KEY_VARIABLES, string>>): UserError | undefined {
  const names = Object.keys(KEY_VARIABLES) as (keyof typeof KEY_VARIABLES)[]
  const name = names.find((each) => /[^\x21-\x7e]/.test(keys[each]))
  if (name === undefined) return undefined
  return new UserError({
    what: `\`${KEY_VARIABLES[name]}\` of the AWS credentials holds a line end, a blank or another character that no key has.`,
    remedy:
      'Save it again as it is, without a line end: `printf %s` writes none where `echo` and most editors add one.',
  })
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
