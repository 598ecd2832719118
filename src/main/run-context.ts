import { adaptiveConcurrency } from '../controllers/concurrency.ts'
import type { Run } from '../modes/run.ts'
import { machineNetwork } from '../platform/network.ts'
import { pollInterval } from '../controllers/poll-interval.ts'
import type { Runner } from '../platform/runner.ts'
import { tcpSshProbe } from '../platform/ssh-probe.ts'
import type { Connections } from './connect-regions.ts'
import type { RunRecord } from './report-run.ts'
import type { Platform } from './platform.ts'

/** What every mode is given, apart from what it leaves to the post step. */
export function runContext(
  platform: Platform,
  { report, collector }: RunRecord,
  { id, connections }: { readonly id: string; readonly connections: Connections },
): Omit<Run, 'touching' | 'touchingBastion' | 'savingMemo'> {
  const { runner, signal } = platform
  const [connected, ...elsewhere] = connections
  return {
    id,
    url: () => addressOf(runner),
    connection: connected,
    elsewhere,
    clock: connected.clock,
    network: platform.network ?? machineNetwork(runner.environment.proxy),
    sshProbe: platform.sshProbe ?? tcpSshProbe(),
    report,
    collector,
    signal,
    pollSeconds: pollInterval,
    width: adaptiveConcurrency(() => connected.caller.waited),
    writeFile: runner.writeFile,
  }
}

/** The address at which a person can look at this run; undefined outside of GitHub. */
export function addressOf({ environment, workflowContext }: Runner): string | undefined {
  const { serverUrl, repository } = workflowContext()
  const { runId } = environment
  return serverUrl && repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined
}
