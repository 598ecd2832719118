/** The way forward: notes, preparation of the idle side, then share by share, each proven before the next. Pure. */
import type { Sizes } from '../rollout/fleet.ts'
import { workflowRunOf } from '../rollout/run-id.ts'
import { SCHEDULING } from '../rollout/restore.ts'
import { finishStep } from './finish.ts'
import { gateStep, watchStep } from './gate.ts'
import {
  doesResize,
  isAt,
  isKnown,
  outdatedOf,
  SIDES,
  type TrafficSituation,
  weightsFor,
  withProgress,
} from './situation.ts'
import { shareOf } from './shares.ts'
import { foreignWeights } from './foreign.ts'
import { awaitReady } from './readiness.ts'
import type { PreviousShares, Route, TrafficStep } from './traffic.ts'

/** Rests while two groups share traffic: what would undo the sizes of the one that is idle. Scaling by load goes on. */
export const SUSPENDED_WHILE_SHIFTING: readonly string[] = ['AZRebalance', SCHEDULING]

export function forwardStep(situation: TrafficSituation): TrafficStep {
  return (
    noteStep(situation) ??
    prepareStep(situation) ??
    watchStep(situation) ??
    beginSteps(situation) ??
    alignStep(situation) ??
    proveStep(situation) ??
    gateStep(situation) ??
    nextShare(situation) ??
    finishStep(situation)
  )
}

/** Writes down what every route says, before any of them is changed. */
function noteStep(situation: TrafficSituation): TrafficStep | undefined {
  const { seen, memos, progress, to, policy, state } = situation
  const lacking = seen.routes.filter((route) => route.previous?.startedAt !== memos.blue.startedAt)
  const [first] = lacking
  if (first === undefined) return undefined
  const known = state.noted?.[first.id]
  if (progress.share !== undefined && known?.startedAt !== memos.blue.startedAt)
    return {
      kind: 'halt',
      blames: 'other-hand',
      reason: `${first.id} does not tell any more what it said before the shift`,
      remedy:
        'Its tag `fleet-patch:previous-shares` was removed. Set the weights as they should be, and take the rest back with `mode: restore`.',
    }
  const previous: PreviousShares = known ?? {
    startedAt: memos.blue.startedAt,
    workflowRun: workflowRunOf(policy.run),
    to,
    end: policy.steps.at(-1) ?? 100,
    weights: first.weights,
    sizes: { blue: memos.blue.sizes, green: memos.green.sizes },
    resizes: doesResize(situation),
  }
  const alike = lacking.filter((route) => sameNote(situation, route, previous))
  return {
    kind: 'note-shares',
    routes: alike.map(({ id }) => id),
    previous,
    reason: 'what they are now, before anything changes',
  }
}

/** Routes that say the same are noted in one call. */
const sameNote = ({ state }: TrafficSituation, { id, weights }: Route, previous: PreviousShares): boolean =>
  JSON.stringify(state.noted?.[id]?.weights ?? weights) === JSON.stringify(previous.weights)

/** Before the idle side gets its first instance: what it launches, and what must rest. */
function prepareStep({ seen, memos, policy, state, progress, to }: TrafficSituation): TrafficStep | undefined {
  if (progress.share !== undefined) return undefined
  if (policy.patches && !state.patched)
    return { kind: 'patch', side: to, reason: 'what it launches must be what is wanted' }
  for (const side of SIDES) {
    const processes = memos[side].suspends.filter((process) => !seen.groups[side].suspended.includes(process))
    if (processes.length > 0)
      return { kind: 'suspend', side, processes, reason: 'they would change the sizes of both sides meanwhile' }
  }
  return undefined
}

/** The first share is decided once everything is written down: from then on a route may stand at it. */
function beginSteps(situation: TrafficSituation): TrafficStep | undefined {
  const { memos, progress, policy } = situation
  if (progress.share !== undefined) return undefined
  const now = Math.max(0, ...situation.seen.routes.map(({ weights }) => shareOf(weights, situation.to)))
  const share = doesResize(situation) || isUnnamed(situation) ? 0 : firstAbove(situation, now)
  return {
    kind: 'save-state',
    memos: withProgress(memos, { share }),
    reason: share === 0 ? 'the new side is tested first, without traffic' : `the first of ${policy.steps.length} steps`,
  }
}

/** Whether a rule does not name the new side: its target group is in no use there, and nobody checks it. */
const isUnnamed = ({ seen, policy, to }: TrafficSituation): boolean =>
  policy.means !== 'classic' && seen.routes.some(({ weights }) => weights[to] === undefined)

/** The first step above a share; the last where none is. */
function firstAbove({ policy: { steps } }: TrafficSituation, share: number): number {
  return steps.find((step) => step > share) ?? steps.at(-1) ?? 100
}

/** Brings every route to the share of the step, one call each; traffic goes only to what is ready. */
function alignStep(situation: TrafficSituation): TrafficStep | undefined {
  const { seen, progress, to } = situation
  const share = progress.share ?? 0
  const behind = seen.routes.filter((route) => !isAt(situation, route, share))
  const [first] = behind
  if (first === undefined) return undefined
  const foreign = behind.filter((route) => !isKnown(situation, route))
  if (foreign.length > 0) return foreignWeights(foreign)
  if (share > 0) {
    const waiting = awaitReady(situation, to)
    if (waiting !== undefined) return waiting
  }
  return {
    kind: 'set-shares',
    route: first.id,
    weights: weightsFor(situation, first, share),
    reason: share === 0 ? `${to} is checked there before it gets traffic` : `${to} gets ${share} percent`,
  }
}

/** Waits until all of the new side is ready, where it has no traffic yet; in a blue/green deployment it is sized before. */
function proveStep(situation: TrafficSituation): TrafficStep | undefined {
  const { progress, to, policy } = situation
  if (progress.share !== 0) return undefined
  return (
    (doesResize(situation) ? sizeStep(situation) : undefined) ??
    awaitReady(situation, to) ??
    (policy.steps[0] === 0 ? undefined : nextShare(situation))
  )
}

/** Sizes the idle side like the active one, from what it launches now alone. */
function sizeStep(situation: TrafficSituation): TrafficStep | undefined {
  const { seen, to } = situation
  const idle = seen.groups[to]
  const outdated = outdatedOf(idle)
  if (outdated.length > 0) {
    if (idle.sizes.min > 0 || idle.sizes.desired > 0)
      return {
        kind: 'resize',
        side: to,
        sizes: { min: 0, desired: 0 },
        reason: `${outdated.length} instances of it are not what it launches now, and have no traffic`,
      }
    return { kind: 'wait', reason: `${outdated.map(({ id }) => id).join(', ')} leave the idle side` }
  }
  const sizes = idleSizes(situation)
  return Object.keys(sizes).length > 0
    ? { kind: 'resize', side: to, sizes, reason: `as large as the ${situation.from} side` }
    : undefined
}

/** The idle side takes all of the traffic one day, so it gets the capacity that serves it now. */
export function idleSizes({ seen, memos, to, from }: TrafficSituation): Partial<Sizes> {
  const { sizes } = seen.groups[to]
  const wish = Math.max(memos[from].sizes.desired, seen.groups[from].sizes.desired)
  const max = Math.max(sizes.max, wish)
  return {
    ...(max !== sizes.max && { max }),
    ...(sizes.min !== wish && { min: wish }),
    ...(sizes.desired !== wish && { desired: wish }),
  }
}

/** A step that has let the shift pass leads to the next; undefined at the last. */
function nextShare(situation: TrafficSituation): TrafficStep | undefined {
  const { memos, progress } = situation
  const share = progress.share ?? 0
  const next = firstAbove(situation, share)
  if (next <= share) return undefined
  return {
    kind: 'save-state',
    memos: withProgress(memos, { share: next, shareBefore: share, phase: undefined }),
    reason:
      share === 0
        ? `all of the new side is ready: it gets ${next} percent next`
        : `the gate at ${share} percent has let the shift pass: ${next} percent are next`,
  }
}
