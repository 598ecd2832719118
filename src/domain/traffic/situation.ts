/** What the rules of a shift ask of a moment: saved state, shares before, and who is ready. Pure. */
import { isCurrent } from '../rollout/capacity.ts'
import { capacityOf, isCounted } from '../rollout/counted.ts'
import type { Fleet, Instance, Memo, RollProgress } from '../rollout/fleet.ts'
import { isServing } from '../rollout/readiness.ts'
import { BOTH, isSameTraffic, isSameWeights, otherSide, shareOf, type Side, type Weights, weightsAt } from './shares.ts'
import type { PreviousShares, Route, TrafficObservation, TrafficPolicy, TrafficState } from './traffic.ts'

/** Saved state of both groups. */
export type PairMemos = Readonly<Record<Side, Memo>>

export interface TrafficSituation {
  readonly seen: TrafficObservation
  readonly policy: TrafficPolicy
  readonly state: TrafficState
  readonly memos: PairMemos
  /** How far the shift has come, as both groups say. */
  readonly progress: RollProgress
  /** The side that the shift of the saved state goes to. */
  readonly to: Side
  readonly from: Side
}

export const SIDES: readonly Side[] = ['blue', 'green']

/** The plans that a saved state names: sizes change as well, or the weights alone. */
export const BLUE_GREEN = 'blue-green'
export const SHIFT = 'shift'

/** Words of the saved state for where a shift stands, besides its steps. */
export const PHASES = {
  gated: 'gated',
  keptZero: 'kept-zero',
  keptKeep: 'kept-keep',
  keptBack: 'kept-back',
  back: 'back',
  held: 'held',
} as const

export const isKept = ({ phase }: RollProgress): boolean => phase?.startsWith('kept-') === true

/** Whether the shift of this saved state changes sizes. */
export const doesResize = ({ progress }: Pick<TrafficSituation, 'progress'>): boolean => progress.plan === BLUE_GREEN

/** The shares before the shift, as noted on the route or as this run remembers; undefined where none were noted for it. */
export function noted(
  { memos, state }: Pick<TrafficSituation, 'memos' | 'state'>,
  route: Route,
): PreviousShares | undefined {
  const { startedAt } = memos.blue
  return [route.previous, state.noted?.[route.id]].find((previous) => previous?.startedAt === startedAt)
}

/** The weights that a share of the side that traffic goes to means for a route. */
export function weightsFor(situation: TrafficSituation, route: Route, share: number): Weights {
  const before = noted(situation, route)?.weights ?? route.weights
  return weightsAt(situation.policy.means, before, { to: situation.to, share })
}

/** Whether a route stands at a share; at none only where both sides are named, since an unnamed one is never checked. */
export function isAt(situation: TrafficSituation, route: Route, share: number): boolean {
  const wanted = weightsFor(situation, route, share)
  return share === 0 ? isSameWeights(route.weights, wanted) : isSameTraffic(route.weights, wanted)
}

/** Whether the weights of a route can be of this shift: those before it, of a step of it, or without the new side. */
export function isKnown(situation: TrafficSituation, route: Route): boolean {
  const { progress, policy } = situation
  const before = noted(situation, route)
  const both = policy.means === 'classic' ? BOTH : undefined
  const shares = [0, both, progress.share, progress.shareBefore, before?.end].filter((share) => share !== undefined)
  return [before?.weights, ...shares.map((share) => weightsFor(situation, route, share))].some(
    (weights) => weights !== undefined && isSameTraffic(route.weights, weights),
  )
}

/** The instances of a side that may get traffic now: in service, called healthy by all that must, and probed. */
export function readyOf({ seen, policy }: Pick<TrafficSituation, 'seen' | 'policy'>, side: Side): readonly Instance[] {
  return seen.groups[side].instances.filter(
    (instance) =>
      isServing(instance) &&
      seen.vouching[side].every((name) =>
        instance.balancers.some(({ balancer, state }) => balancer === name && state === 'healthy'),
      ) &&
      (side !== policy.to || !policy.probes || instance.lastProbe?.passed === true),
  )
}

/** Capacity of a side that is ready, in the unit of its group. */
export const readyCapacity = (situation: Pick<TrafficSituation, 'seen' | 'policy'>, side: Side): number =>
  capacityOf(readyOf(situation, side))

/** Instances that were launched from something else than the group would launch now. */
export const outdatedOf = ({ instances, source }: Fleet): readonly Instance[] =>
  instances.filter((instance) => isCounted(instance) && !isCurrent(instance, source))

/** The longest time for which a client stays with a side whatever the weights say. */
export const stickySeconds = ({ routes }: Pick<TrafficObservation, 'routes'>): number =>
  Math.max(0, ...routes.map((route) => route.stickySeconds))

/** Whether no route sends anything to a side. */
export const isDrained = ({ routes }: Pick<TrafficObservation, 'routes'>, side: Side): boolean =>
  routes.every(({ weights }) => shareOf(weights, side) === 0)

/** The side that the traffic of a saved state goes to; undefined where the two groups do not say the same. */
export function shiftsTo(memos: Partial<Record<Side, Memo>>): Side | undefined {
  const side = SIDES.find((each) => memos[each]?.progress?.role === 'target')
  if (side !== undefined) return memos[otherSide(side)]?.progress?.role === 'target' ? undefined : side
  const source = SIDES.find((each) => memos[each]?.progress?.role === 'source')
  return source === undefined || memos[otherSide(source)]?.progress?.role === 'source' ? undefined : otherSide(source)
}

/** Both memos with the same progress, but for what is each group's own. */
export function withProgress(memos: PairMemos, change: Partial<RollProgress>): PairMemos {
  const one = (memo: Memo): Memo => ({ ...memo, progress: defined({ ...memo.progress, ...change }) })
  return { blue: one(memos.blue), green: one(memos.green) }
}

/** Both memos as another run leaves them that works on from here, or, with `heartbeatAt` 0, lets any do so. */
export function inName(memos: PairMemos, lease: Pick<Memo, 'run' | 'url' | 'heartbeatAt'>): PairMemos {
  return { blue: { ...memos.blue, ...lease }, green: { ...memos.green, ...lease } }
}

const defined = (progress: RollProgress): RollProgress =>
  Object.fromEntries(Object.entries(progress).filter(([, value]) => value !== undefined))
