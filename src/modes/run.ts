import type { FoundBastion } from '../aws/bastion/find.ts'
import type { Connection } from '../aws/client/connection.ts'
import type { Memo } from '../domain/rollout/fleet.ts'
import type { Clock } from '../platform/clock.ts'
import type { Network } from '../platform/network.ts'
import type { Collector } from '../report/results/collect.ts'
import type { Governance } from './governance.ts'
import type { PlanTask } from './planned.ts'
import type { Report } from '../report/events.ts'
import type { SshProbe } from '../platform/ssh-probe.ts'

/** What every mode is given: a connection to AWS, and everything else that it reads from or writes to. */
export interface Run {
  /** The id of this run in the memo of a group: `<run id>/<attempt>/<nonce>`. */
  readonly id: string
  /** Gives the address at which a person can look at this run; undefined outside of GitHub. */
  readonly url: () => string | undefined
  readonly connection: Connection
  /** The other regions, for a mode that takes several. */
  readonly elsewhere: readonly Connection[]
  /** AWS's time, as its answers tell it: the runner's clock may be wrong. */
  readonly clock: Clock
  /** For probes. */
  readonly network: Network
  readonly sshProbe: SshProbe
  readonly report: Report
  /** Undefined where no catalogue governs the run. */
  readonly governance?: Governance | undefined
  /** Undefined where the run neither writes a plan nor carries one out. */
  readonly plan?: PlanTask | undefined
  readonly collector: Collector
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal
  /** Seconds until the next look; see `pollInterval`. */
  readonly pollSeconds: (quietSeconds: number | undefined) => number
  /** Writes a file, as the runner does. */
  readonly writeFile: (path: string, text: string) => Promise<void>
  /** How many groups may be worked on at once; see `adaptiveConcurrency`. */
  readonly width: () => number
  /** Called with the groups of the run once they are known. */
  readonly selected?: (groups: readonly string[]) => void
  /** Called before the first change, with the groups that will be changed; none for a bastion. */
  readonly beginning?: (groups: readonly string[]) => Promise<void>
  /** Called with the groups that the run is about to change, before it changes them: saved for the post step. */
  readonly touching: (groups: readonly string[]) => void
  /** Called with the saved state of a group whenever it is written, and with none once it was removed: kept for the post step. */
  readonly savingMemo: (group: string, memo: Memo | undefined) => void
  /** The same for a bastion. */
  readonly touchingBastion: (bastion: FoundBastion) => void
}
