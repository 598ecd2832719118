import type { Clock } from '../../platform/clock.ts'
import type { Network } from '../../platform/network.ts'
import type { Connection } from '../client/connection.ts'
import type { ProbeOutcome } from '../../domain/rollout/probe.ts'

/** What every probe needs. */
export interface ProberOptions {
  readonly connection: Connection
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly network: Network
}

/** What a probe finds, less the instance and the time. */
export type Finding = Pick<ProbeOutcome, 'passed' | 'reason'>
