/** Two runs that start at about the same moment on one group, their calls interleaved. */
import { asAtTheStart, breachesAtTheEnd, breachesDuring } from '../oracles/invariants.ts'
import { putPolicy } from './following.ts'
import type { FaultRule } from '../../simulator/faults.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { Recorder } from '../oracles/change-recorder.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { type ActionRun, runAction } from '../run-action.ts'

export interface Pair {
  /** How much later the second run starts. */
  readonly offsetSeconds: number
  /** The latency of each call of the first run, and of the second. */
  readonly latencySeconds: readonly [number, number]
  readonly surges: readonly [number, number]
  /** What becomes of scaling policies in the first run, and in the second; the group has none where it is absent. */
  readonly scaling?: readonly ['follow' | 'suspend', 'follow' | 'suspend']
  /** Faults of the calls of both. */
  readonly faults?: readonly FaultRule[]
}

export const RUNS = ['1000', '2000'] as const

const GROUP = 'web'
const SIZE = 3

/** Gives the violations: exactly one run rolls, the other names the run that holds the lease, all invariants hold. */
export async function runTogether({
  offsetSeconds,
  latencySeconds,
  surges,
  scaling,
  faults = [],
}: Pair): Promise<readonly string[]> {
  const account = new SimulatedAccount({ behaviour: { bootSeconds: 11, balancerWarmupSeconds: 4, shutdownSeconds: 7 } })
  const group = addGroup(account, { name: GROUP, size: SIZE, outdated: true, balancers: ['target-group'] })
  if (scaling) putPolicy(account, GROUP)
  account.ledger.clear()
  const recorder = new Recorder(account, GROUP)
  const begin = recorder.snapshot()
  for (const fault of faults) account.faults.inject(fault)
  const ends: number[] = []
  const settled = await account.clock.runActors(
    RUNS.map((runId, index) => async (clock) => {
      await clock.sleep(index * offsetSeconds * 1000)
      const run = await runAction(account, {
        runId,
        clock,
        inputs: {
          mode: 'respawn',
          'auto-scaling-groups': GROUP,
          surge: String(surges[index]),
          ...(scaling && { scaling: scaling[index] }),
        },
        process: { latencySeconds: latencySeconds[index] ?? 0 },
      })
      ends[index] = clock.now()
      return run
    }),
  )
  const run = settled.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
  account.timeline.advance(120)
  const end = recorder.snapshot()
  const old = end.ids.inService.filter((id) => group.instanceIds.includes(id))
  const history = {
    group: GROUP,
    surge: Math.max(...surges),
    maxUnavailable: 0,
    begin,
    changes: recorder.changes,
    operatorSizes: [],
    staleSeconds: 0,
    operated: [],
    ...(scaling?.includes('follow') && { follows: true as const }),
  }
  return [
    ...checkWinner(run),
    ...(old.length > 0 ? [`${old.length} instances were not replaced`] : []),
    ...[...breachesDuring(history), ...breachesAtTheEnd(end, asAtTheStart(begin))].map(
      ({ invariant, what }) => `${invariant}: ${what}`,
    ),
  ]
}

/** A run that starts after the other has ended finds nothing to do, and is green as well. */
function checkWinner(run: readonly ActionRun[]): string[] {
  const [first, second] = run
  if (first === undefined || second === undefined) return ['there were not two runs']
  const rolled = run.filter(({ outputs }) => outputs['replaced'] !== '[]').length
  const red = run.findIndex(({ failed }) => failed)
  if (red === -1) return rolled === 1 ? [] : [`both ended green and ${rolled} rolled`]
  const winner = RUNS[1 - red] ?? ''
  const said = run[red]?.annotations.map(({ message }) => message).join(' ') ?? ''
  if (run[1 - red]?.failed)
    return [
      `both ended red: ${run.map(({ annotations }) => annotations.map(({ message }) => message).join(' ')).join(' | ')}`,
    ]
  return said.includes(winner) ? [] : [`the loser does not name run ${winner}: ${said}`]
}
