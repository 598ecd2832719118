/**
 * The loop: look at all groups, decide for each, act once, look again. It keeps nothing that safety needs; whoever
 * starts it anew goes on from what AWS shows.
 */
import type { Clock } from './clock.ts'
import { type Explanation, explanationOf, UserError } from './errors.ts'
import { floorOf } from './fleet/budget.ts'
import { quickestStart, secondsToNextReady } from './fleet/expectation.ts'
import { learntInTheDark, REGISTERING } from './fleet/dark.ts'
import type { Action, Change, Fleet, Instance, Knowledge, Memo, Policy, Probed } from './fleet/fleet.ts'
import { afterChange } from './fleet/forecast.ts'
import { learnt, NOTHING_KNOWN } from './fleet/knowledge.ts'
import { type Accepted, caughtUp, stillRecent, timelinessOf, unsure, withChange } from './fleet/lag.ts'
import { leftAlone } from './fleet/left-alone.ts'
import { keptChanges, sizesToPutBack } from './fleet/putting-back.ts'
import { previousSourceOf } from './fleet/previous.ts'
import { nextAction } from './fleet/rolling.ts'
import { isOld, standingOf } from './fleet/standing.ts'
import type { Counts, Report } from './report/events.ts'

/** What the loop wants of AWS, or of a model of it. */
export interface FleetsPort {
  /** The groups as they are now; `now` in seconds since the Unix epoch. */
  look(groups: readonly string[], now: number): Promise<Look>
  /** Makes one change; throws a UserError when AWS will never allow it. */
  apply(group: string, change: Change): Promise<void>
}

/** Tries instances of a dark half once each. Throws a UserError where they can never be tried. */
export type Prober = (instances: readonly string[]) => Promise<readonly Probed[]>

export interface Look {
  readonly fleets: readonly Fleet[]
  /** Groups that do not exist (any more). */
  readonly gone: readonly string[]
  /** Groups that exist but cannot be understood. */
  readonly unreadable: readonly { readonly group: string; readonly problem: UserError }[]
}

export interface Reconciliation {
  readonly groups: readonly string[]
  readonly port: FleetsPort
  /** The rules for a group, made from its first observation. */
  readonly policyFor: (fleet: Fleet) => Policy
  /** Looks at what the first observations ask for, before anything is changed; throws where it cannot be had. */
  readonly preflight?: (fleets: readonly Fleet[]) => Promise<void>
  /** Missing where nothing is to be tried, and in a dry run, which takes every probe as passed. */
  readonly probe?: Prober | undefined
  readonly clock: Clock
  readonly report: Report
  /** Seconds since the Unix epoch after which rolling stops in order. */
  readonly deadline: number
  /** Seconds until the next look, given how long nothing is expected; undefined where nobody knows. */
  readonly pollSeconds: (quietSeconds: number | undefined) => number
  /** Aborted when the run is cancelled: no further step is made, what is left is the post step's. */
  readonly signal: AbortSignal
  readonly dryRun: boolean
  /** Whether a group that cannot be looked at from the start ends the run, or is only told while the others go on. */
  readonly onUnknownGroup?: 'end' | 'tell' | undefined
  /** How far a group has come, as told by what was reported so far. */
  readonly outlook: (group: string) => { readonly progress: number; readonly etaSeconds: number | undefined }
}

export interface Outcome {
  readonly group: string
  readonly status: 'current' | 'rolled' | 'dark' | 'restored' | 'halted' | 'held' | 'refused' | 'unfinished'
  readonly changed: boolean
  readonly before: Fleet
  readonly after: Fleet
  readonly floor: number
  /** What could not be put back, or was kept because somebody else changed it; a sentence each. */
  readonly left: readonly string[]
  readonly failure: Explanation | undefined
}

/** One group on its way. */
interface Track {
  readonly group: string
  /** All that are on their way, this one included. */
  readonly peers: ReadonlyMap<string, Track>
  readonly first: Fleet
  last: Fleet
  policy: Policy
  knowledge: Knowledge
  /** Changes that AWS has accepted a moment ago: a look may not show them yet, or not any more. */
  accepted: readonly Accepted[]
  /** The memo of this run as it was last seen; undefined before, and once we have removed it. */
  memo: Memo | undefined
  changed: boolean
  /** True once we have resumed what we suspended. */
  resumed: boolean
  failure: Explanation | undefined
  restoringSince: number | undefined
  kept: readonly string[]
  /** What else a person should know at the end; a sentence each. */
  notes: readonly string[]
  outcome: Outcome | undefined
}

/** Between an act and the next look: AWS shows most of what it accepted by then. */
const SETTLE_SECONDS = 1
/** How long putting back may take once a roll has halted. */
const RESTORE_SECONDS = 600
/** Changes under way at once: Auto Scaling has one rate limit for the whole account. */
const PARALLEL = 5

/** Rolls or restores all groups side by side and gives an outcome for each, in the order asked. */
export async function reconcile(request: Reconciliation): Promise<readonly Outcome[]> {
  const { clock, signal } = request
  const tracks = new Map<string, Track>()
  let quickest: number | undefined
  let checked = false
  const untold = new Set(request.groups)
  const open = (): string[] => [...untold].filter((group) => tracks.get(group)?.outcome === undefined)
  for (let groups = open(); groups.length > 0; groups = open()) {
    if (signal.aborted) break
    const seen = await look(request, groups, tracks)
    if (seen && !checked) await request.preflight?.(seen.fleets)
    checked ||= seen !== undefined
    const acted = seen && (await advance(request, seen, { tracks, untold }))
    if (open().length === 0) break
    const fleets = [...tracks.values()].filter(({ outcome }) => outcome === undefined).map(({ last }) => last)
    const [first] = [...tracks.values()]
    quickest = quickestStart(fleets, first?.first.at ?? Infinity) ?? quickest
    const seconds = acted ? SETTLE_SECONDS : request.pollSeconds(secondsToNextReady(fleets, quickest))
    // An abort ends the sleep early; the loop's head sees it.
    await clock.sleep(seconds * 1000, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
  return request.groups.flatMap((group) => {
    const track = tracks.get(group)
    if (track === undefined) return []
    return [track.outcome ?? unfinished(track, CANCELLED)]
  })
}

const CANCELLED: Explanation = {
  what: 'The run was cancelled.',
  remedy: 'The post step puts the groups back; `mode: restore` does the same at any time.',
}

/** One shared look; undefined when AWS did not answer, which is borne until the deadline. */
async function look(
  request: Reconciliation,
  groups: readonly string[],
  tracks: ReadonlyMap<string, Track>,
): Promise<Look | undefined> {
  const { port, clock, report, deadline } = request
  const now = clock.now() / 1000
  try {
    return await port.look(groups, now)
  } catch (error) {
    const followed = [...tracks.values()].filter((track) => track.outcome === undefined)
    const hopeless = error instanceof UserError || now > deadline + RESTORE_SECONDS
    if (hopeless && !followed.some((track) => track.changed)) throw error
    if (hopeless) for (const track of followed) await endUnseeing(request, track, error)
    else report({ kind: 'warning', message: `AWS did not answer: ${String(error)}. Looking again.` })
    return undefined
  }
}

/** More steps than these no group is from being put back. */
const LAST_STEPS = 6

/**
 * AWS refuses to show the group any more, as when a right is taken away: by what was last seen, a moment ago, the group
 * is put back without looking, as far as that is safe. The memo stays, for whoever can see.
 */
async function endUnseeing(request: Reconciliation, track: Track, error: unknown): Promise<void> {
  const failure = track.failure ?? explanationOf(error)
  // No sizes: AWS may have launched since, and would choose by itself who of them leaves.
  track.policy = { ...track.policy, intent: 'restore', refused: ['resize'] }
  // What was seen last was seen before the last change.
  track.last = caughtUp(track.last, track.accepted)
  for (let step = 0; step < LAST_STEPS && error instanceof UserError && !request.signal.aborted; step++) {
    const action = nextAction(track.last, track.policy, track.knowledge)
    if (action.kind !== 'terminate' && action.kind !== 'resume') break
    try {
      await request.port.apply(track.group, action)
    } catch {
      // What AWS refuses now is no news: the failure that is told is that nothing can be seen.
      track.policy = { ...track.policy, refused: [...(track.policy.refused ?? []), action.kind] }
      continue
    }
    const { group, last } = track
    const counts = countsOf(last, track.policy)
    request.report({
      kind: 'step',
      at: last.at,
      group,
      change: action,
      counts,
      reason: action.reason,
      dryRun: request.dryRun,
    })
    track.changed = true
    track.last = afterChange(last, action)
  }
  track.outcome = unfinished(track, failure)
}

/** Decides and acts once for each group; true when anything was done, so that the next look comes soon. */
async function advance(
  request: Reconciliation,
  seen: Look,
  { tracks, untold }: { readonly tracks: Map<string, Track>; readonly untold: Set<string> },
): Promise<boolean> {
  let acted = false
  const lost = [...seen.gone.map((group) => ({ group, problem: goneFrom(group) })), ...seen.unreadable]
  for (const { group, problem } of lost)
    if (request.onUnknownGroup === 'tell' && !tracks.has(group)) {
      request.report({ kind: 'warning', group, message: problem.message })
      untold.delete(group)
    } else lose(tracks.get(group), problem)
  const queue = seen.fleets.map((fleet) => follow(request, fleet, tracks))
  const worker = async (): Promise<void> => {
    for (let track = queue.shift(); track !== undefined && !request.signal.aborted; track = queue.shift())
      if (await step(request, track)) acted = true
  }
  // All must have ended before an error leaves: a change under way must not outlive the loop.
  const settled = await Promise.allSettled(Array.from({ length: PARALLEL }, worker))
  const failed = settled.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  return acted
}

const goneFrom = (group: string): UserError =>
  new UserError({ what: `The Auto Scaling group ${group} does not exist.`, remedy: 'Check its name and its region.' })

/** A group that cannot be looked at ends there; where that is known before anything began, it ends the run. */
function lose(track: Track | undefined, problem: UserError): void {
  if (track === undefined) throw problem
  track.outcome ??= unfinished(track, explanationOf(problem))
}

function follow({ policyFor, report }: Reconciliation, fleet: Fleet, tracks: Map<string, Track>): Track {
  let track = tracks.get(fleet.group)
  if (track === undefined) {
    const policy = policyFor(fleet)
    track = {
      group: fleet.group,
      peers: tracks,
      first: fleet,
      last: fleet,
      policy,
      knowledge: NOTHING_KNOWN,
      accepted: [],
      memo: undefined,
      changed: false,
      resumed: false,
      failure: undefined,
      restoringSince: undefined,
      kept: [],
      notes: [],
      outcome: undefined,
    }
    tracks.set(fleet.group, track)
  }
  const { policy } = track
  const isNew = (instance: Instance): boolean => !isOld(instance, fleet, policy)
  track.knowledge = learntInTheDark(learnt(track.knowledge, { before: track.last, now: fleet, policy }), {
    now: fleet,
    isNew,
  })
  track.last = fleet
  report({
    kind: 'observed',
    fleet,
    counts: countsOf(fleet, track.policy),
    floor: floorOf(fleet.memo ?? fleet, track.policy),
  })
  return track
}

async function step(request: Reconciliation, track: Track): Promise<boolean> {
  track.accepted = stillRecent(track.accepted, track.last)
  const timeliness = timelinessOf(track.last, track.accepted)
  // No decision is made on what was before; what is awaited will show soon.
  if (timeliness !== 'timely') return timeliness === 'awaited'
  if (track.last.memo === undefined && track.memo !== undefined) {
    // Without its facts nobody could put the group back: this run still has them.
    track.last = { ...track.last, memo: track.memo }
    if (track.restoringSince === undefined) return halt(track, robbed(track))
  }
  const { last: fleet } = track
  learn(track)
  joinTakingBack(track)
  if (track.restoringSince === undefined && track.policy.intent === 'roll' && fleet.at > request.deadline)
    return halt(track, outOfTime(track))
  if (track.restoringSince !== undefined && fleet.at > track.restoringSince + RESTORE_SECONDS) {
    track.outcome = unfinished(track, track.failure ?? { what: `${track.group} could not be put back in time.` })
    return true
  }
  const action = nextAction(fleet, track.policy, track.knowledge)
  switch (action.kind) {
    case 'wait':
      reportWaiting(request, track, action.reason)
      return false
    case 'done':
      track.outcome = endOf(track)
      return true
    case 'refuse':
      track.outcome = { ...finished(track), status: 'refused', failure: refusal(track, action) }
      return true
    case 'halt':
      return stop(request, track, action)
    case 'probe':
      await probe(request, track, action.instances)
      return true
    default:
      await change(request, track, action)
      return true
  }
}

/** Other hands are noticed by comparing what AWS shows with what our own last change left. */
function learn(track: Track): void {
  const { memo, suspended } = track.last
  if (memo === undefined) return
  // Once we have resumed ours, nobody can tell any more who resumed what.
  if (!track.resumed) track.kept = keptChanges(track.last, memo, { heldSuspended: track.knowledge.suspended })
  if (memo.run !== track.policy.run) return
  track.memo = memo
  if (memo.suspends.every((process) => suspended.includes(process)))
    track.knowledge = { ...track.knowledge, suspended: true }
}

async function change(request: Reconciliation, track: Track, action: Action & Change): Promise<void> {
  const { last: fleet } = track
  try {
    await request.port.apply(track.group, action)
  } catch (error) {
    failed(request, track, { error, change: action })
    return
  }
  // A sign of life is no step: nobody has to know.
  if (action.kind !== 'renew')
    request.report({
      kind: 'step',
      at: fleet.at,
      group: track.group,
      change: action,
      counts: countsOf(fleet, track.policy),
      reason: action.reason,
      dryRun: request.dryRun,
    })
  track.changed ||= action.kind !== 'forget'
  if (action.kind === 'forget') {
    track.last = afterChange(fleet, action)
    track.outcome = finished(track)
    return
  }
  // What keeps a half in the dark is resumed in the middle of a roll; what holds the size still is not.
  if (action.kind === 'resume' && (track.policy.intent === 'restore' || !action.processes.includes(REGISTERING)))
    track.resumed = true
  if (action.kind === 'register') track.knowledge = { ...track.knowledge, registeredAt: fleet.at }
  if (action.kind === 'discard')
    track.knowledge = { ...track.knowledge, discarded: [...track.knowledge.discarded, ...action.instances] }
  track.accepted = withChange(track.accepted, action, fleet)
  const { desired } = afterChange(fleet, action).sizes
  if (action.kind === 'resize' || action.kind === 'terminate') track.knowledge = { ...track.knowledge, desired }
  const wished = action.kind === 'remember' && fleet.memo !== undefined ? action.memo.sizes.desired : undefined
  if (wished !== undefined && wished !== fleet.memo?.sizes.desired)
    track.notes = [
      ...track.notes,
      `The desired capacity was changed from ${fleet.memo?.sizes.desired} to ${wished} by somebody else: kept.`,
    ]
  // Adopted: from here on the new wish is what we left.
  if (action.kind === 'remember' || action.kind === 'renew')
    track.knowledge = { ...track.knowledge, desired: track.knowledge.desired && desired }
}

/** Tries instances; what cannot be tried at all ends the roll like any refusal. */
async function probe(request: Reconciliation, track: Track, instances: readonly string[]): Promise<void> {
  const { group, last, policy } = track
  const { at } = last
  let probed: readonly Probed[]
  try {
    probed =
      (await request.probe?.(instances)) ?? instances.map((id) => ({ id, at, passed: true, reason: 'not tried' }))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    halt(track, { ...explanationOf(error), what: `The dark half of ${group} could not be tried. ${error.what}` })
    return
  }
  const probes = new Map([...(track.knowledge.probes ?? []), ...probed.map((each) => [each.id, each] as const)])
  track.knowledge = { ...track.knowledge, probes }
  const failed = probed.find(({ passed }) => !passed)
  const passed = probed.filter((each) => each.passed).length
  const reason = `${passed} of ${probed.length} ${probed.length === 1 ? 'probe' : 'probes'} passed${failed ? `; ${failed.id}: ${failed.reason}` : ''}`
  const counts = countsOf(last, policy)
  request.report({ kind: 'waiting', at, group, counts, reason, ...request.outlook(group) })
}

/**
 * An answer that never came leaves open whether AWS acted: the next look tells. A refusal ends the roll; while a group is
 * put back it ends only what was refused, and the rest is put back all the same.
 */
function failed(
  { report }: Reconciliation,
  track: Track,
  { error, change }: { readonly error: unknown; readonly change: Change },
): void {
  if (isUncertain(error)) {
    report({ kind: 'warning', group: track.group, message: `${error.message} Looking again.` })
    track.changed = true
    track.knowledge = { ...track.knowledge, desired: undefined }
    track.accepted = unsure(track.accepted, change)
    if (change.kind === 'forget') track.memo = undefined
    return
  }
  const failure = explanationOf(error)
  if (track.restoringSince === undefined) {
    halt(track, failure)
    return
  }
  track.notes = [...track.notes, sentences(failure)]
  track.failure ??= failure
  track.policy = { ...track.policy, refused: [...(track.policy.refused ?? []), change.kind] }
}

const isUncertain = (error: unknown): error is Error => error instanceof Error && error.name === 'UncertainOutcome'

/** Stops a roll for the reason that a rule gives; what follows depends on whether its new instances are to blame. */
async function stop(request: Reconciliation, track: Track, action: Action & { kind: 'halt' }): Promise<boolean> {
  const failure: Explanation = {
    what: `The roll of ${track.group} was halted.`,
    why: sentence(action.reason),
    remedy: action.remedy,
  }
  const { onFailure, rollback } = track.policy
  if (action.blames === undefined || rollback !== undefined || onFailure === 'restore') return halt(track, failure)
  if (onFailure === 'hold') await hold(request, track, failure)
  else await takeBack(request, track, failure)
  return true
}

/** What stops a roll that is being taken back does not hide why it was. */
function halt(track: Track, failure: Explanation): true {
  if (track.failure !== undefined) track.notes = [...track.notes, sentences(failure)]
  track.failure ??= failure
  track.restoringSince = track.last.at
  track.policy = { ...track.policy, intent: 'restore' }
  return true
}

/** Changes nothing any more but the heartbeat: whoever comes next, the post step of this run excepted, need not wait. */
async function hold({ port, report }: Reconciliation, track: Track, failure: Explanation): Promise<void> {
  const { memo } = track.last
  try {
    if (memo !== undefined) await port.apply(track.group, { kind: 'renew', memo: { ...memo, heartbeatAt: 0 } })
  } catch (error) {
    report({ kind: 'warning', group: track.group, message: sentences(explanationOf(error)) })
  }
  const remedy = `Everything is left as it is for inspection. When you have seen enough, \`mode: restore\` puts the group back, and the same mode again rolls on. ${failure.remedy ?? ''}`
  track.outcome = { ...unfinished(track, { ...failure, remedy: remedy.trim() }), status: 'held' }
}

/** Puts the previous launch source back; from there the ordinary rules replace the new instances by old ones. */
async function takeBack(request: Reconciliation, track: Track, failure: Explanation): Promise<void> {
  const { last, first, group, policy } = track
  const previous = previousSourceOf(first) ?? previousSourceOf(last)
  if (previous === undefined) {
    track.notes = [
      ...track.notes,
      'The previous launch source stays unknown: no old instance tells what it was launched from.',
    ]
    halt(track, failure)
    return
  }
  const change: Change = { kind: 'relaunch', previous }
  try {
    await request.port.apply(group, change)
  } catch (error) {
    track.notes = [
      ...track.notes,
      `The previous launch source, ${previous.label}, was not put back. ${sentences(explanationOf(error))}`,
    ]
    track.changed = true
    halt(track, failure)
    return
  }
  const reason = 'new instances failed'
  const counts = countsOf(last, policy)
  request.report({ kind: 'step', at: last.at, group, change, counts, reason, dryRun: request.dryRun })
  track.changed = true
  track.failure = { ...failure, what: `The roll of ${group} was halted and is taken back to ${previous.label}.` }
  track.policy = { ...policy, rollback: { failed: last.source, since: last.at } }
}

const robbed = ({ group }: Track): Explanation => ({
  what: `The roll of ${group} was halted.`,
  why: 'Somebody removed the tags in which it is written how the group was before.',
  remedy:
    'The group is put back by what this run knows. Leave the tags `fleet-patch:*` to the action, then start again.',
})

const outOfTime = ({ group }: Track): Explanation => ({
  what: `The roll of ${group} was halted.`,
  why: 'The time given by `timeout` is over.',
  remedy: 'Start again: the roll goes on with the instances that are still old. More `surge` makes it faster.',
})

const refusal = ({ group }: Track, { reason, remedy }: Action & { kind: 'refuse' }): Explanation => ({
  what: `${group} was left alone.`,
  why: sentence(reason),
  remedy,
})

/** Where a group shares a launch template with one that is taken back, its own source has gone back as well. */
function joinTakingBack(track: Track): void {
  const { last, group, policy } = track
  if (policy.onFailure !== 'rollback' || policy.rollback !== undefined || track.restoringSince !== undefined) return
  if (last.memo === undefined || last.memo.source === last.source.fingerprint) return
  const source = last.memo.source
  const peer = [...track.peers.values()].find((other) => other.policy.rollback?.failed.fingerprint === source)
  if (peer?.policy.rollback === undefined) return
  track.failure = {
    what: `The roll of ${group} was halted and is taken back with ${peer.group}.`,
    why: 'Both launch from the same template, and new instances of it failed there.',
    ...(peer.failure?.remedy !== undefined && { remedy: peer.failure.remedy }),
  }
  track.policy = { ...policy, rollback: { failed: peer.policy.rollback.failed, since: last.at } }
}

/** A group whose putting back was refused in part is not through, whatever else could be done. */
const endOf = (track: Track): Outcome =>
  track.policy.refused === undefined || track.last.memo === undefined
    ? finished(track)
    : unfinished(track, track.failure ?? { what: `${track.group} could not be put back.` })

function finished(track: Track): Outcome {
  const { group, policy, failure, changed, first, last } = track
  const rolled = changed ? 'rolled' : 'current'
  return {
    group,
    status: failure ? 'halted' : policy.intent === 'restore' ? 'restored' : isLeftDark(last) ? 'dark' : rolled,
    changed,
    before: first,
    after: last,
    floor: floorOf(first.memo ?? first, policy),
    left: [...track.kept, ...track.notes, ...leftAlone(last, policy), ...(isLeftDark(last) ? [DARK] : [])],
    failure,
  }
}

function unfinished(track: Track, failure: Explanation): Outcome {
  return {
    ...finished(track),
    status: 'unfinished',
    failure,
    left: [...track.kept, ...track.notes, ...remains(track.last)],
  }
}

/** Whether a run has ended on purpose with a half in the dark. */
const isLeftDark = ({ memo }: Fleet): boolean => memo?.dark === true && memo.heartbeatAt === 0

const DARK =
  'The new half is up in the dark, outside the load balancers: `mode: release` lets it in and the old half go, `mode: restore` removes it.'

/** What a roll has left in a group, a sentence each. */
function remains(fleet: Fleet): string[] {
  const { memo } = fleet
  if (memo === undefined) return []
  const sizes = Object.entries(sizesToPutBack(fleet, memo)).map(([name, value]) => `${name} should be ${value} again`)
  const processes = memo.suspends.filter((process) => fleet.suspended.includes(process))
  return [
    ...sizes.map((sentence) => `${sentence}.`),
    ...(processes.length > 0 ? [`${processes.join(', ')} should be resumed.`] : []),
    'The memo is still on the group; `mode: restore` puts it back, the same mode again rolls on.',
  ]
}

function countsOf(fleet: Fleet, policy: Policy): Counts {
  const standing = standingOf(fleet, policy)
  const { oldCapacity, capacity, readyCapacity } = standing
  return { old: oldCapacity, current: capacity - oldCapacity, ready: readyCapacity, desired: fleet.sizes.desired }
}

function reportWaiting({ report, outlook }: Reconciliation, { last, policy, group }: Track, reason: string): void {
  report({ kind: 'waiting', at: last.at, group, counts: countsOf(last, policy), reason, ...outlook(group) })
}

/** A reason of a rule as a sentence; AWS's own words in it may end with a full stop already. */
const sentence = (reason: string): string => {
  // An id stays an id wherever it stands.
  const text = reason.startsWith('i-') ? reason : reason.charAt(0).toUpperCase() + reason.slice(1)
  return /[.!?)]$/.test(text) ? text : `${text}.`
}

const sentences = ({ what, why, remedy }: Explanation): string =>
  [what, why, remedy].filter((part) => part !== undefined).join(' ')
