/** The first step of a shift, and of a way back of one that has ended: how both groups are is saved. Pure. */
import type { Memo } from '../rollout/fleet.ts'
import { otherSide, shareOf, type Side } from './shares.ts'
import { BLUE_GREEN, PHASES, SHIFT } from './situation.ts'
import { SUSPENDED_WHILE_SHIFTING } from './forward.ts'
import { refusalsOf } from './refusals.ts'
import type { TrafficObservation, TrafficPolicy, TrafficStep } from './traffic.ts'

/** Undefined fields of a memo are left out. */
const memoOf = (
  seen: TrafficObservation,
  policy: TrafficPolicy,
  { side, ...rest }: Pick<Memo, 'progress' | 'sizes' | 'suspends' | 'startedAt'> & { readonly side: Side },
): Memo => {
  const { groupId, source } = seen.groups[side]
  return {
    run: policy.run,
    url: policy.url,
    heartbeatAt: Math.floor(seen.at),
    groupId,
    surge: 0,
    source: source.fingerprint,
    replaceLaunchedUntil: undefined,
    ...rest,
  }
}

export function beginShift(seen: TrafficObservation, policy: TrafficPolicy): TrafficStep {
  const refused = refusalsOf(seen, policy)
  const [first, ...more] = refused
  if (first !== undefined)
    return {
      kind: 'refuse',
      reason: refused.map(({ what }) => what).join('; '),
      remedy: [first, ...more].map(({ remedy }) => remedy).join(' '),
    }
  const { to, steps } = policy
  const last = steps.at(-1) ?? 100
  if (seen.routes.every(({ weights }) => shareOf(weights, to) === last))
    return { kind: 'done', end: 'current', reason: `${to} has ${last} percent already` }
  const one = (side: Side): Memo => {
    const { sizes, suspended } = seen.groups[side]
    return memoOf(seen, policy, {
      side,
      sizes,
      startedAt: Math.floor(seen.at),
      suspends: policy.resizes ? SUSPENDED_WHILE_SHIFTING.filter((process) => !suspended.includes(process)) : [],
      progress: {
        role: side === to ? 'target' : 'source',
        partner: policy.partners[side],
        side,
        plan: policy.resizes ? BLUE_GREEN : SHIFT,
      },
    })
  }
  return {
    kind: 'save-state',
    memos: { blue: one('blue'), green: one('green') },
    reason: 'how both groups are now, before anything changes',
  }
}

/** A shift that has ended is taken back by what its notes say. */
export function beginBack(seen: TrafficObservation, policy: TrafficPolicy): TrafficStep {
  const notes = seen.routes.map(({ previous }) => previous)
  const [first] = notes
  if (first === undefined || notes.some((note) => note?.startedAt !== first.startedAt))
    return {
      kind: 'refuse',
      reason: notes.every((note) => note === undefined)
        ? 'no shift of these groups has noted the shares before'
        : 'what was noted on the rules is not of one shift',
      remedy: 'Set the weights as they should be with `mode: shift`.',
    }
  const one = (side: Side): Memo =>
    memoOf(seen, policy, {
      side,
      sizes: first.sizes[side],
      startedAt: first.startedAt,
      suspends: [],
      progress: {
        role: side === first.to ? 'target' : 'source',
        partner: policy.partners[side],
        side,
        plan: first.resizes ? BLUE_GREEN : SHIFT,
        share: first.end,
        phase: PHASES.back,
      },
    })
  return {
    kind: 'save-state',
    memos: { blue: one('blue'), green: one('green') },
    reason: `what was before the shift to ${first.to}, from which ${otherSide(first.to)} gets its share back`,
  }
}
