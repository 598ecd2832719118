import type { Explanation } from '../../errors.ts'
import { shareOf } from '../../domain/traffic/shares.ts'
import type { TrafficEnd } from '../../domain/traffic/traffic.ts'
import type { TrafficOutcome, TrafficStatus } from './ports.ts'
import type { TrafficRun } from './run.ts'

const STATUS: Readonly<Record<TrafficEnd, TrafficStatus>> = {
  current: 'current',
  shifted: 'shifted',
  kept: 'shifted',
  gated: 'gated',
  restored: 'restored',
  held: 'held',
  released: 'released',
}

/** The outcome of a shift that has come to an end. */
export function endedWell(run: TrafficRun, end: TrafficEnd): TrafficOutcome {
  const status = STATUS[end]
  return outcomeOf(run, { status: status === 'restored' && run.failure !== undefined ? 'halted' : status, end })
}

interface Ending {
  readonly status: TrafficStatus
  readonly end?: TrafficEnd
  readonly failure?: Explanation
}

/** The outcome of a shift that ends here, however it stands. */
export function outcomeOf(run: TrafficRun, { status, end, failure }: Ending): TrafficOutcome {
  const { first, last, policy } = run
  if (first === undefined || last === undefined) throw new Error('a shift has an outcome but was never looked at')
  return {
    status,
    end,
    to: policy.to,
    changed: run.changed,
    before: first,
    after: last,
    keptUntil: run.state.written?.green.progress?.keptUntil,
    failure: run.failure ?? failure,
    left: status === 'unfinished' ? remains(run) : leftBehind(run, end),
    steps: run.steps,
    curve: run.curve,
  }
}

/** What is left standing now. */
function remains({ last, policy: { to } }: TrafficRun): readonly string[] {
  if (last === undefined) return []
  return [
    ...last.routes.map(({ id, weights }) => `${id} gives ${to} ${Math.round(shareOf(weights, to) * 10) / 10} percent.`),
    'The same mode again goes on from here; `mode: restore`, or `mode: rollback` with both groups, takes it back.',
  ]
}

function leftBehind(
  { first, last, policy: { to }, state }: TrafficRun,
  end: TrafficEnd | undefined,
): readonly string[] {
  if (state.failed !== 'gate' || (end !== 'restored' && end !== 'held')) return []
  return (last?.routes ?? []).flatMap(({ id, weights }) => {
    const before = first?.routes.find((route) => route.id === id)
    const had = before === undefined ? 0 : shareOf(before.weights, to)
    return had > 0 && shareOf(weights, to) === 0
      ? [`${id} gave ${to} ${Math.round(had)} percent before; it gets none since its gate has failed.`]
      : []
  })
}
