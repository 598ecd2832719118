import type { RequestHandler } from '../aws/client/clients.ts'
import type { Clock } from '../platform/clock.ts'
import type { Network } from '../platform/network.ts'
import type { Runner } from '../platform/runner.ts'
import type { SshProbe } from '../platform/ssh-probe.ts'

/** Everything outside of the program that a run needs; the entry point gives the real one, tests give their own. */
export interface Platform {
  readonly runner: Runner
  readonly clock: Clock
  /** At least 0, below 1. */
  readonly random: () => number
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal
  readonly requestHandler?: RequestHandler | undefined
  /** For probes; by default the network of the machine. */
  readonly network?: Network | undefined
  /** Asks bastions for their SSH banner; by default over the network of the machine. */
  readonly sshProbe?: SshProbe | undefined
}
