import type { Instance, Memo, RollProgress, Sizes } from '../../../src/domain/rollout/fleet.ts'
import type { Side, Weights } from '../../../src/domain/traffic/shares.ts'
import { otherSide } from '../../../src/domain/traffic/shares.ts'
import { nextTrafficStep } from '../../../src/domain/traffic/rules.ts'
import type {
  PreviousShares,
  Route,
  TrafficObservation,
  TrafficPolicy,
  TrafficState,
  TrafficStep,
} from '../../../src/domain/traffic/traffic.ts'
import { aFleet, aMemo, anInstance, NOW, RUN } from '../rollout/a-fleet.ts'

export { NOW, RUN }

/** When the shifts of these tests began. */
export const BEGUN = NOW - 600

const SIZES: Sizes = { min: 0, desired: 2, max: 4 }

/** Instances that the target group of their side calls healthy. */
export const healthy = (side: Side, count = 2, change: Partial<Instance> = {}): Instance[] =>
  Array.from({ length: count }, (_, index) =>
    anInstance(`i-${side}${index}`, {
      reference: { kind: 'template', id: 'lt-1', version: 2 },
      balancers: [{ balancer: `tg-${side}`, state: 'healthy', reason: '' }],
      ...change,
    }),
  )

/** What a rule noted before a shift to green from all at blue. */
export const aNote = (change: Partial<PreviousShares> = {}): PreviousShares => ({
  startedAt: BEGUN,
  workflowRun: '100',
  to: 'green',
  end: 100,
  weights: { blue: 1, green: undefined },
  sizes: { blue: SIZES, green: SIZES },
  resizes: false,
  ...change,
})

export const aRoute = (weights: Weights, change: Partial<Route> = {}): Route => ({
  id: 'rule',
  weights,
  stickySeconds: 0,
  previous: aNote(),
  ...change,
})

export const noRun: TrafficState = { patched: false, passedGate: false }

export const aShiftPolicy = (change: Partial<TrafficPolicy> = {}): TrafficPolicy => ({
  run: RUN,
  url: undefined,
  partners: { blue: 'hash-of-green', green: 'hash-of-blue' },
  means: 'alb',
  intent: 'shift',
  to: 'green',
  steps: [10, 50, 100],
  resizes: false,
  patches: false,
  keepSeconds: 0,
  afterwards: 'zero',
  bakeSeconds: 300,
  bakeAtEndSeconds: 300,
  promote: 'auto',
  onFailure: 'rollback',
  instanceTimeoutSeconds: 900,
  probes: false,
  passesGate: false,
  ...change,
})

/** Both groups of two healthy instances, before any shift. */
export function twoSides(routes: readonly Route[], change: Partial<TrafficObservation> = {}): TrafficObservation {
  const group = (side: Side) => aFleet(healthy(side), { group: `shop-${side}`, sizes: SIZES, groupId: `id-of-${side}` })
  return {
    at: NOW,
    groups: { blue: group('blue'), green: group('green') },
    routes,
    vouching: { blue: ['tg-blue'], green: ['tg-green'] },
    ...change,
  }
}

/** The same with other things of the groups. */
export function withSides(
  seen: TrafficObservation,
  change: Partial<Record<Side, Partial<TrafficObservation['groups'][Side]>>>,
): TrafficObservation {
  const of = (side: Side) => ({ ...seen.groups[side], ...change[side] })
  return { ...seen, groups: { blue: of('blue'), green: of('green') } }
}

/** The saved state of both groups in a shift to green that is so far. */
export function memosOf(progress: RollProgress, change: Partial<Memo> = {}): Readonly<Record<Side, Memo>> {
  const one = (side: Side): Memo =>
    aMemo(2, {
      startedAt: BEGUN,
      heartbeatAt: NOW - 10,
      groupId: `id-of-${side}`,
      sizes: SIZES,
      suspends: [],
      surge: 0,
      progress: {
        role: side === 'green' ? 'target' : 'source',
        partner: `hash-of-${otherSide(side)}`,
        side,
        plan: 'shift',
        ...progress,
      },
      ...change,
    })
  return { blue: one('blue'), green: one('green') }
}

export interface ShiftOnItsWay {
  readonly progress: RollProgress
  readonly routes: readonly Route[]
  readonly policy?: Partial<TrafficPolicy>
  readonly state?: Partial<TrafficState>
  readonly seen?: Partial<TrafficObservation>
  readonly sides?: Parameters<typeof withSides>[1]
  readonly memo?: Partial<Memo>
}

/** What comes next in a shift that this run has begun. */
export function nextOf({ progress, routes, policy, state, seen, sides = {}, memo }: ShiftOnItsWay): TrafficStep {
  const memos = memosOf(progress, memo)
  const { blue = {}, green = {} } = sides
  const observed = withSides(twoSides(routes, seen), {
    blue: { memo: memos.blue, ...blue },
    green: { memo: memos.green, ...green },
  })
  return nextTrafficStep(observed, aShiftPolicy(policy), { ...noRun, written: memos, ...state })
}
