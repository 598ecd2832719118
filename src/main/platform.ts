import type { RequestHandler } from '../aws/client/clients.ts'
import type { Clock } from '../platform/clock.ts'
import type { Network } from '../platform/network.ts'
import type { Runner } from '../platform/runner.ts'
import type { SshProbe } from '../platform/ssh-probe.ts'

/** The world as the program sees it; the entry point brings the real one. */
export interface Platform {
  readonly runner: Runner
  readonly clock: Clock
  /** At least 0, below 1. */
  readonly random: () => number
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal
  readonly requestHandler?: RequestHandler | undefined
  /** For probes; without it that of the machine. */
  readonly network?: Network | undefined
  /** Asks bastions for their SSH banner; without it over the machine's network. */
  readonly sshProbe?: SshProbe | undefined
}
