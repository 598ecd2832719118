import type { RequestHandler } from '../aws/client/clients.ts'
import type { Clock } from '../platform/clock.ts'
import type { Network } from '../platform/network.ts'
import type { OpenGitHubApi } from '../platform/github-port.ts'
import type { Runner } from '../platform/runner.ts'
import type { SshProbe } from '../platform/ssh-probe.ts'
import type { PostJson } from '../platform/webhook.ts'

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
  /** Opens GitHub's API; by default that of the run's server. */
  readonly openGitHub?: OpenGitHubApi | undefined
  /** Posts to webhooks; by default over the network of the machine. */
  readonly postJson?: PostJson | undefined
  /** Asks bastions for their SSH banner; by default over the network of the machine. */
  readonly sshProbe?: SshProbe | undefined
}
