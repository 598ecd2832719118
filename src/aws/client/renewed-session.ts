import type { Clock } from '../../platform/clock.ts'
import type { CredentialProvider } from './clients.ts'

export type Session = Awaited<ReturnType<CredentialProvider>>

/** Credentials for the clients of the SDK, which ask for them before each request. */
export type RenewedSession = (() => Promise<Session>) & { readonly memoized: true }

/** A session is renewed when less is left of it; the SDK asks at five minutes as well. Milliseconds. */
const RENEWED_BEFORE = 300_000

/** After a renewal that failed, or brought what was there, so long goes by before the next, as long as the session is good. */
const RENEWAL_PAUSE = 20_000

/** One session for all clients, renewed in time by the clock of AWS. Throws what the renewal throws once none is left. */
export function renewedSession(renew: () => Promise<Session>, clock: Clock): RenewedSession {
  let session: Session | undefined
  let renewal: Promise<Session> | undefined
  let renewedAt = -Infinity
  const left = (): number => {
    if (session === undefined) return 0
    return session.expiration === undefined ? Infinity : session.expiration.getTime() - clock.now()
  }
  const sessionNow = async (): Promise<Session> => {
    const isDue = left() < RENEWED_BEFORE && (left() <= 0 || clock.now() - renewedAt >= RENEWAL_PAUSE)
    if (session !== undefined && !isDue) return session
    renewal ??= renew().finally(() => {
      renewal = undefined
      renewedAt = clock.now()
    })
    try {
      return (session = await renewal)
    } catch (error) {
      // Whatever ails the one that gives them, the old session is good to its end; a later call tries again.
      if (session !== undefined && left() > 0) return session
      throw error
    }
  }
  // Else the SDK keeps a session itself until it ends by the clock of the runner, which may be wrong.
  return Object.assign(sessionNow, { memoized: true } as const)
}
