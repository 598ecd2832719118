import type { Ledger } from './ledger.ts'
import type { Timeline } from './timeline.ts'
import type { Gateway } from './wire/gateway.ts'

/** The part of an account that the server needs. */
export interface Served {
  readonly timeline: Timeline
  readonly ledger: Ledger
  readonly gateway: Gateway
}
