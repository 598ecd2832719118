import type { Clock } from '../../platform/clock.ts'
import type { AgentFor } from '../../platform/proxy-agents.ts'
import { type AwsAccount, checkAccount, unreachable } from './account.ts'
import { awsClock } from './aws-clock.ts'
import { type Caller, caller } from './call.ts'
import { type AllClients, awsClients, type RequestHandler } from './clients.ts'
import { connections } from './connections.ts'
import type { Connection } from './connection.ts'
import {
  ambientExpiry,
  ambientSession,
  type CredentialSource,
  expiryWarning,
  type TokenIssuer,
  webIdentity,
} from './credentials.ts'
import { askPatiently } from './patience.ts'
import { UncertainOutcome } from './uncertain-outcome.ts'

export interface ConnectOptions {
  readonly credentials: CredentialSource
  /** 12 digits each; empty: any account will do. */
  readonly allowedAccountIds: readonly string[]
  /** How long the run may take: credentials that end before are warned of. */
  readonly timeoutSeconds: number
  readonly region: string
  /** False where nothing may be changed. */
  readonly mutable: boolean
  /** Whether teams are notified, which changes nothing of what is looked at. Default: as `mutable`. */
  readonly tells?: boolean
  readonly issuer: TokenIssuer
  readonly clock: Clock
  /** At least 0, below 1. */
  readonly random: () => number
  readonly signal: AbortSignal
  /** How long credentials are waited for while GitHub or AWS does not answer. */
  readonly patienceSeconds: number
  /** Told why the connection is waited for. */
  readonly waiting: (why: string) => void
  /** Takes the place of HTTP, as the simulator in the same process does. */
  readonly requestHandler?: RequestHandler | undefined
  /** The proxies of the environment; undefined: there are none. */
  readonly agentFor?: AgentFor | undefined
}

/** A connection whose credentials have been tried. */
export interface Connected extends Connection {
  readonly clients: AllClients
  /** The runner's clock as far as AWS's answers do not tell another time. */
  readonly clock: Clock
  readonly account: AwsAccount
  readonly caller: Caller
  /** Sentences that a person should read before the work begins. */
  readonly warnings: readonly string[]
}

/**
 * Takes up the credentials that the inputs name, for one region, and asks AWS whose they are. UserError when there are
 * none, when AWS refuses them, or when the account is not allowed.
 */
export async function connect(options: ConnectOptions): Promise<Connected> {
  const { region, mutable, tells = mutable, issuer, random, signal, agentFor } = options
  const requestHandler = options.requestHandler ?? connections(agentFor)
  const clock = awsClock(options.clock)
  const calls = caller({ clock, random, mutable, tells, signal })
  const { role } = options.credentials
  const credentials =
    role === undefined
      ? ambientSession(awsClients({ region, mutable, requestHandler, clock }), clock)
      : webIdentity({
          source: { ...options.credentials, role },
          issuer,
          // AssumeRoleWithWebIdentity is not signed: the token is the proof.
          clients: awsClients({ region, mutable, requestHandler, clock, credentials: anonymous }),
          send: calls.send,
          clock,
          random,
          signal,
        })
  // By the runner's own time: the first answer of AWS may set the clock by an hour.
  const waits = { now: () => clock.runnerNow(), sleep: clock.sleep }
  const patience = { clock: waits, random, signal, seconds: options.patienceSeconds, waiting: options.waiting }
  const { clients, expiry, account } = await askPatiently(async () => {
    // With a role its answer tells AWS's time before anything is signed.
    if (role !== undefined) await credentials()
    const clients = awsClients({ region, mutable, tells, requestHandler, clock, credentials })
    const expiry = role ? undefined : await ambientExpiry(clients, issuer)
    const account = await checkAccount({ clients, send: calls.send, allowedAccountIds: options.allowedAccountIds })
    return { clients, expiry, account }
  }, patience).catch((error: unknown) => {
    throw error instanceof UncertainOutcome ? unreachable(error) : error
  })
  const warning = expiryWarning({ expiry, now: clock.now(), timeoutSeconds: options.timeoutSeconds })
  return { region, clock, clients, send: calls.send, account, caller: calls, warnings: warning ? [warning] : [] }
}

const anonymous = async (): Promise<{ accessKeyId: string; secretAccessKey: string }> => ({
  accessKeyId: '',
  secretAccessKey: '',
})
