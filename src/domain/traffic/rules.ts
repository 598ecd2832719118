/**
 * What a shift of traffic does next: ordered rules, the first that fires wins. No clock, no log, no promise: an action is one
 * call to AWS, or `wait`, `probe`, `done`, `halt`, `refuse`. Where the shift stands is read from the observed weights.
 */
import { isOfShift } from '../rollout/shift-memo.ts'
import type { Memo } from '../rollout/fleet.ts'
import { DEAD_AFTER_SECONDS, HEARTBEAT_SECONDS, heartbeatAfter, isLeaseLive, runName } from '../rollout/lease.ts'
import { backStep } from './back.ts'
import { forwardStep } from './forward.ts'
import { releaseRefusal, releaseStep } from './finish.ts'
import { beginBack, beginShift } from './start.ts'
import { otherSide, type Side } from './shares.ts'
import { inName, isKept, PHASES, type PairMemos, shiftsTo, SIDES, type TrafficSituation } from './situation.ts'
import type { TrafficEnd, TrafficObservation, TrafficPolicy, TrafficState, TrafficStep } from './traffic.ts'

/** The next step. */
export function nextTrafficStep(seen: TrafficObservation, policy: TrafficPolicy, state: TrafficState): TrafficStep {
  const { blue, green } = seen.groups
  const found: Partial<Record<Side, Memo>> = {
    ...(blue.memo && { blue: blue.memo }),
    ...(green.memo && { green: green.memo }),
  }
  if (found.blue === undefined && found.green === undefined && state.written === undefined) return begin(seen, policy)
  const other = otherRun(found, policy, { state, at: seen.at })
  if (other !== undefined) return other
  const memos = state.written ?? bothOf(found)
  if (memos === undefined) return mendPair(seen, found, policy)
  const to = shiftsTo(memos)
  if (to === undefined || !areOnePair(memos, policy)) return ofNoPair(seen)
  const progress = memos.green.progress ?? {}
  const situation: TrafficSituation = { seen, policy, state, memos, progress, to, from: otherSide(to) }
  return (
    endedOnPurpose(situation) ??
    unfit(situation) ??
    claim(situation, found) ??
    (policy.intent === 'shift' && state.failed === undefined
      ? forwardStep(situation)
      : policy.intent === 'release'
        ? releaseStep(situation)
        : backStep(situation))
  )
}

const begin = (seen: TrafficObservation, policy: TrafficPolicy): TrafficStep => {
  switch (policy.intent) {
    case 'shift':
      return beginShift(seen, policy)
    case 'back':
      return beginBack(seen, policy)
    case 'release':
      return {
        kind: 'refuse',
        reason: 'no shift of these groups waits for a release',
        remedy: 'Begin one with `mode: shift` or `mode: blue-green`.',
      }
    default:
      return policy.intent satisfies never
  }
}

interface Moment {
  readonly state: TrafficState
  readonly at: number
}

/** Another run is at work on a group, or has left on it what is none of a shift of these two. */
function otherRun(
  found: Partial<Record<Side, Memo>>,
  { run }: TrafficPolicy,
  { state, at }: Moment,
): TrafficStep | undefined {
  for (const side of SIDES) {
    const memo = found[side]
    if (memo === undefined || memo.run === run) continue
    if (isLeaseLive(memo, run, at))
      return {
        kind: 'refuse',
        reason: `run ${runName(memo)} holds the lease of the ${side} group and renewed it ${Math.max(0, Math.round(at - memo.heartbeatAt))} s ago`,
        remedy: `Wait for that run to end. If it has died, its lease expires ${DEAD_AFTER_SECONDS / 60} minutes after it was renewed.`,
      }
    if (state.written !== undefined)
      return {
        kind: 'refuse',
        reason: `run ${runName(memo)} has taken over the ${side} group`,
        remedy: 'Let one run at a time work on it.',
      }
    if (!isOfShift(memo))
      return {
        kind: 'refuse',
        reason: `run ${runName(memo)} has left a roll of the ${side} group unfinished`,
        remedy: 'Put that group back with `mode: restore`, or let its own mode end, and start again.',
      }
  }
  return undefined
}

const bothOf = ({ blue, green }: Partial<Record<Side, Memo>>): PairMemos | undefined =>
  blue === undefined || green === undefined ? undefined : { blue, green }

/** Nothing is changed before both groups have their saved state: one that lacks it is as it was. */
function mendPair(seen: TrafficObservation, found: Partial<Record<Side, Memo>>, policy: TrafficPolicy): TrafficStep {
  const side: Side = found.blue === undefined ? 'green' : 'blue'
  const memo = found[side]
  const to = shiftsTo(found)
  if (memo === undefined || to === undefined) return ofNoPair(seen)
  const lacking = otherSide(side)
  const { sizes, groupId, source } = seen.groups[lacking]
  const role = lacking === to ? 'target' : 'source'
  const mended: Memo = {
    ...memo,
    sizes,
    suspends: [],
    source: source.fingerprint,
    progress: { ...memo.progress, role, side: lacking, partner: policy.partners[lacking] },
  }
  const own: Memo = { ...mended, groupId }
  if (memo.progress?.share !== undefined)
    return {
      kind: 'halt',
      blames: 'other-hand',
      reason: `the saved state of the ${lacking} group is gone in the middle of a shift`,
      remedy: `Set its sizes as they should be, remove the tags \`fleet-patch:*\` from the ${side} group, and start again.`,
    }
  const memos = side === 'blue' ? { blue: memo, green: own } : { blue: own, green: memo }
  return {
    kind: 'save-state',
    memos: inName(memos, { run: policy.run, url: policy.url, heartbeatAt: heartbeatAfter(memo, seen.at) }),
    reason: `the ${lacking} group has none yet`,
  }
}

/** Whether both saved states are of one shift, and of these two groups. */
const areOnePair = ({ blue, green }: PairMemos, { partners }: TrafficPolicy): boolean =>
  blue.startedAt === green.startedAt &&
  blue.progress?.side === 'blue' &&
  green.progress?.side === 'green' &&
  blue.progress.partner === partners.blue &&
  green.progress.partner === partners.green

/** This process has left the pair for a later run: nothing more is done. */
function endedOnPurpose({ state, memos, progress, policy }: TrafficSituation): TrafficStep | undefined {
  if (state.written === undefined || memos.blue.run !== policy.run || memos.blue.heartbeatAt !== 0) return undefined
  const end = ENDS[progress.phase ?? '']
  return end === undefined ? undefined : { kind: 'done', end, reason: 'left for a later run on purpose' }
}

const ENDS: Readonly<Record<string, TrafficEnd>> = {
  [PHASES.gated]: 'gated',
  [PHASES.held]: 'held',
  [PHASES.keptZero]: 'kept',
  [PHASES.keptKeep]: 'kept',
  [PHASES.keptBack]: 'restored',
}

const ofNoPair = ({ groups }: TrafficObservation): TrafficStep => ({
  kind: 'refuse',
  reason: `the saved states of ${groups.blue.group} and ${groups.green.group} are not of one shift between the two`,
  remedy: 'Let the shift of each end with its own partner, `mode: restore` takes both back, and start again.',
})

/** What a run of this kind must not go on with. */
function unfit({ seen, policy, progress, to, state }: TrafficSituation): TrafficStep | undefined {
  if (policy.intent === 'release') return releaseRefusal({ seen, progress })
  if (policy.intent !== 'shift' || state.written !== undefined || state.failed !== undefined) return undefined
  if (isKept(progress))
    return {
      kind: 'refuse',
      reason: `the shift to ${to} has ended, and the other side is kept${keptText(progress.keptUntil, seen.at)}`,
      remedy: '`mode: release` shrinks it once that time is over, `mode: rollback` returns to it.',
    }
  if (progress.phase === PHASES.back || progress.phase === PHASES.held)
    return {
      kind: 'refuse',
      reason: 'a shift between these groups has failed and is not taken back yet',
      remedy: 'Take it back with `mode: restore` or `mode: rollback`, then start again.',
    }
  if (progress.phase === PHASES.gated && policy.promote === 'auto' && !policy.passesGate)
    return {
      kind: 'refuse',
      reason: `the shift to ${to} waits at ${progress.share ?? 0} percent to be passed by hand`,
      remedy: 'Go on with `mode: release`, or take it back with `mode: rollback`.',
    }
  if (to !== policy.to)
    return {
      kind: 'refuse',
      reason: `an unfinished shift goes to ${to}`,
      remedy: `Let it end with \`to: ${to}\`, or take it back with \`mode: rollback\`.`,
    }
  return undefined
}

const keptText = (until: number | undefined, at: number): string =>
  until === undefined || until <= at ? '' : ` for ${Math.ceil((until - at) / 60)} minutes more`

/** Writes this run's name on both groups, again where its tags are gone, and renews the lease in time. */
function claim(
  { seen, policy, memos, state }: TrafficSituation,
  found: Partial<Record<Side, Memo>>,
): TrafficStep | undefined {
  const { run, url } = policy
  const missing = SIDES.filter((side) => found[side] === undefined)
  const isOurs = memos.blue.run === run && memos.green.run === run
  if (!isOurs || missing.length > 0 || state.written === undefined)
    return {
      kind: 'save-state',
      memos: inName(memos, { run, url, heartbeatAt: heartbeatAfter(memos.blue, seen.at) }),
      reason: !isOurs
        ? `run ${runName(memos.blue)} ended before the shift did`
        : missing.length > 0
          ? `the tags of ${missing.map((side) => seen.groups[side].group).join(' and ')} are gone`
          : 'this run goes on from here',
    }
  if (seen.at - Math.min(memos.blue.heartbeatAt, memos.green.heartbeatAt) < HEARTBEAT_SECONDS) return undefined
  return {
    kind: 'renew-lease',
    memos: inName(memos, { run, url, heartbeatAt: heartbeatAfter(memos.blue, seen.at) }),
    reason: 'the run goes on',
  }
}
