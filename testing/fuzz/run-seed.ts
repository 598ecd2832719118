/** One seed: a random fleet, a roll of it under random faults, the runs that follow, and the assertions about all of them. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { Cancelled } from '../../src/errors.ts'
import { habitBreaches } from '../oracles/call-habits.ts'
import { breachesAtTheEnd, breachesDuring, type Breach } from '../oracles/invariants.ts'
import { Random } from '../../simulator/random.ts'
import { type RunActionOptions, type ActionRun, runAction } from '../run-action.ts'
import { drawFleet } from './fleet-plan.ts'
import {
  expectedEnding,
  falselyReported,
  historyOf,
  isServiceAtRisk,
  unregisteredInstances,
  checkFirstRoll,
} from './assertions.ts'
import { leaveInTheDark } from './carried-state.ts'
import { scheduleApart } from './apart-faults.ts'
import { scheduleBadDay } from './bad-day-faults.ts'
import { worldOf } from './chosen-worlds.ts'
import type { Fault } from './fault.ts'
import {
  type CalmStep,
  doneAgain,
  fewerThanPromised,
  launchedTooMany,
  oldLeftInTheDark,
  refusedCalls,
  releasedBeforeUp,
  releasedTooSoon,
  stalledFor,
  tookTooLong,
  workLeft,
  wronglyCounted,
} from './calm-checks.ts'
import { FOCUSED_FAULTS } from './focused-faults.ts'
import { focusOf, type Source, withFocus } from './focus.ts'
import { changedUnderLease, desiredTooFew, notRecovered, savedOtherwise, tagsLeft } from './calm-recovery-checks.ts'
import { passByHand } from './by-hand.ts'
import { FAULTS } from './faults.ts'
import { INSTANCE_FAULTS } from './instance-faults.ts'
import { CALL_FAULTS, SILENCE } from './call-faults.ts'
import { checkEnd, isWatchedFirst, shortPages, zoneTies } from './end-checks.ts'
import { scheduleExternal } from './external-faults.ts'
import { applyTagFaults, befallTagsOfDead } from './tag-faults.ts'
import { drawRunnerClocks } from './runner-clocks.ts'
import { drawTokenOutage } from './token-outages.ts'
import { misreported } from './misreported.ts'
import { meetObstacle } from './obstacles.ts'
import { failedSourceLeft } from './gate-failures.ts'
import { withFollowing } from './following.ts'
import { withGates } from './gates.ts'
import { loseAnother, setSizesOfLost } from './lost-run-faults.ts'
import { withMaxLeaving } from './max-leaving.ts'
import { unavailableText, withUnavailableShare } from './unavailable-share.ts'
import { probedNetwork, withProbes } from './probes.ts'
import { scheduleRareRead } from './rare-read-faults.ts'
import { withRareSettings } from './rare-settings.ts'
import { noteUnevenEnd } from './uneven-ends.ts'
import { withAlias, withRareShapes } from './rare-shapes.ts'
import { FUZZ_GROUP, setUpFixture, type Fixture } from './fixture.ts'
import { groupsSubject } from './figures/subjects.ts'
import { WorldWatch } from './figures/world-watch.ts'
import { traceTime, type TraceStep, traceOf, addToTrace } from './trace.ts'

export interface SeedResult {
  /** The one that was played. */
  readonly seed: number
  readonly problems: readonly string[]
  /** The trace for a reader: only built where an assertion failed or a seed was requested. */
  readonly trace: () => readonly string[]
  /** What it came to in figures. */
  readonly watch: WorldWatch
}

type FollowUp = 'none' | 'next run' | 'next attempt' | 'post step' | 'restore'

/** Longer than a lease lasts without renewal. */
const EXPIRED_LEASE_SECONDS = 330

/** Longer than the answers of a seed lag behind. */
const SHOWN_SECONDS = 60

const ROLE_SECONDS = '900'

/** Longer than any hook of a seed holds an instance. */
const LONGEST_HOOK_SECONDS = 7300

/** The tag with the saved state of the group. */
const MEMO = 'fleet-patch:memo'

/** Rare shapes have a random source of their own: a new one leaves the fleets of all seeds as they were. */
const RARE_SHAPES_SEED = 0x5bec1a1
/** A source of its own again. */
const ALIAS_SEED = 0xa11a5ed

/** Runs one seed; the same seed gives the same fleet, faults and runs. */
export async function runSeed(number: number): Promise<SeedResult> {
  const seed = worldOf(number, 'groups')
  const random = new Random(seed)
  const rare = withRareShapes(drawFleet(random), new Random(seed ^ RARE_SHAPES_SEED))
  const settled = withRareSettings(withAlias(rare, new Random(seed ^ ALIAS_SEED)), seed)
  const focus = focusOf(seed)
  const bounded = withFollowing(withMaxLeaving(withUnavailableShare(withFocus(settled, seed), seed), seed), seed)
  const plan = withProbes(withGates(bounded, seed), seed)
  const fixture = setUpFixture(seed, plan)
  fixture.account.behaviour.zoneTies = zoneTies(seed)
  fixture.account.behaviour.shortPages = shortPages(seed)
  const watch = new WorldWatch(fixture.account, groupsSubject(fixture.account, [FUZZ_GROUP]))
  const unrefused = await meetObstacle(fixture, seed, () =>
    watch.step('a refused run', () => play(fixture, { runId: '900' })),
  )
  const before = [...drawFaults(random, focus), ...(plan.silence ? [SILENCE] : [])]
  schedule(fixture, random, before)
  const ends = random.next()
  const cancelled = new AbortController()
  if (focus?.includes('a cancellation') ?? ends < 0.15)
    fixture.account.timeline.after(random.between(0, 200), () => {
      fixture.isRolling = false
      cancelled.abort(new Cancelled())
    })
  const crash =
    (focus?.includes('a crash') ?? ends > 0.6)
      ? { when: random.pick(['before', 'after'] as const), call: Math.ceil(random.between(0, focus ? 90 : 150)) }
      : undefined
  const apart = [...scheduleApart(fixture, seed), ...scheduleRareRead(fixture, seed), ...scheduleBadDay(fixture, seed)]
  const drawn = [...before, ...apart]
  // What a dead run has left cannot be known without its tags, but to its own post step.
  const tagFaults = crash === undefined ? applyTagFaults(fixture, seed) : []
  const external = scheduleExternal(fixture, seed)
  const nextClock = drawRunnerClocks(fixture, seed)
  const tokenFailure = drawTokenOutage(fixture, seed)
  const isGone = (): boolean => external.some((fault) => fault.isGone?.() === true)
  const steps: TraceStep[] = []
  const untrue: string[] = []
  const habits: Breach[] = []
  const played: CalmStep[] = []
  const step = async (what: string, options: StepOptions): Promise<ActionRun> => {
    addToTrace(fixture, `--- ${what}`)
    const { length } = fixture.recorder.changes
    const calls = fixture.account.ledger.entries.length
    fixture.isRolling = what === 'a roll' && !cancelled.signal.aborted
    fixture.knownAfter = options.state === undefined ? length : 0
    const run = await watch.step(what, () =>
      play(fixture, {
        ...options,
        ...(nextClock && { clockOffset: nextClock() }),
        ...(tokenFailure && { tokenFailure }),
      }),
    )
    fixture.isRolling = false
    fixture.knownAfter = undefined
    steps.push({ what, run })
    const changes = fixture.recorder.changes.slice(length)
    const noneReadyAt = changes.filter(({ before }) => before.ready === 0).map(({ at }) => at)
    played.push({ what, run, changes })
    const breaches = habitBreaches(fixture.account.ledger.entries.slice(calls), disturbances(fixture), noneReadyAt)
    habits.push(...breaches.filter((breach) => !(isGone() && isRollback(breach))))
    untrue.push(...misreported(fixture, { what, run, changes }))
    const isPutBack = run.failed || options.mode === 'restore' || options.state !== undefined
    if (isPutBack) noteUnevenEnd(fixture, changes)
    addToTrace(
      fixture,
      `--- ${what} ${run.died ? 'died' : run.failed ? `ended red: ${run.annotations.map(({ message }) => message).join(' ')}` : 'ended green'}`,
    )
    return run
  }
  const problems = [...unrefused]
  const first = await step('a roll', { signal: cancelled.signal, ...(crash && { process: { crash } }) })
  if (!first.died && !cancelled.signal.aborted)
    problems.push(
      ...checkFirstRoll(fixture, first, [...drawn, ...tagFaults, ...external]),
      ...failedSourceLeft(fixture, first, [...drawn, ...tagFaults, ...external]),
    )
  problems.push(...[...tagFaults, ...external].flatMap((fault) => fault.owed(fixture, first)))
  if (first.died || first.failed) for (const { beforeRecovery } of external) beforeRecovery?.()
  const isLostSized = focus?.includes('sizes of a lost run') === true
  const isCalm = focus !== undefined && !isLostSized && drawn.length + tagFaults.length + external.length === 0
  const isUndisturbed = isCalm && !focus.some((source) => DISTURBING.includes(source))
  const hasEnded = !first.died && !cancelled.signal.aborted
  if (isCalm && hasEnded && !first.failed) problems.push(...launchedTooMany(fixture))
  const isOwedAll = isUndisturbed && hasEnded && !first.failed
  if (isOwedAll) problems.push(...owedUndisturbed(fixture, first))
  if (hasEnded && focus?.includes('stalled launches')) problems.push(...stalledFor(fixture))
  const lost = first.died && isLostSized ? setSizesOfLost(fixture, seed) : []
  const followUp: FollowUp =
    first.died || first.failed ? random.pick(['next run', 'next attempt', 'post step', 'restore']) : 'none'
  if (first.died && isLostSized && followUp !== 'post step') await loseAnother(fixture, seed, step)
  // GitHub runs the post step after any end of the main step, unless the runner is lost.
  const changes = fixture.recorder.changes.length
  const befallen = first.died && followUp === 'post step' ? befallTagsOfDead(fixture, seed) : undefined
  if (befallen !== undefined) addToTrace(fixture, befallen)
  if (!first.died || followUp === 'post step') {
    const post = await step('the post step', { state: first.state })
    const isLost = befallen === undefined ? isMemoLost(fixture) : !hasSaved(fixture, changes)
    // Only the runner knows how the group was: its post step is all that can put it back.
    const isOnlyGone = isGone() && focus !== undefined && drawn.length + tagFaults.length === 0 && external.length === 1
    if (first.died && isOnlyGone) problems.push(...notBackWithout(fixture, { what: 'the post step', run: post }))
    if (post.failed && isLost) problems.push(...(await postStepAgain(fixture, { state: first.state }, step)))
  }
  const isHeld = statusOf(first) === 'held'
  if (isHeld) problems.push(...checkHeld(fixture, changes))
  // A run that died has not ended before the next one has put the group back.
  if (!first.died && !isHeld && (followUp === 'none' || isWatchedFirst(seed)))
    problems.push(...checkEnd(fixture, { what: 'a roll', begin: fixture.begin, restored: first.failed || undefined }))
  const follow = async (what: string, options: StepOptions): Promise<ActionRun> => {
    const run = await step(what, options)
    if (run.failed && isMemoLost(fixture))
      problems.push(...(await postStepAgain(fixture, { ...options, state: run.state }, step)))
    return run
  }
  if (followUp === 'next run') {
    fixture.account.timeline.advance(random.pick([1, EXPIRED_LEASE_SECONDS]))
    // Another run may be started with another surge.
    const isOther = focus !== undefined && !plan.dark && random.next() < 0.5
    const surge = isOther ? { inputs: { surge: '1' } } : {}
    const isBegun = isRemembered(fixture)
    const next = await follow('the next run', { runId: '2000', ...surge })
    // What goes on with a roll does not replace what that has launched.
    if (isCalm && isBegun && !next.failed) problems.push(...launchedTooMany(fixture))
  }
  if (followUp === 'next attempt') {
    const isBegun = isRemembered(fixture)
    const next = await follow('the next attempt', { runAttempt: '2' })
    if (isCalm && isBegun && !next.failed) problems.push(...launchedTooMany(fixture))
  }
  if (followUp === 'restore') await step('a restore', { runId: '2000', mode: 'restore' })
  if (isUndisturbed && first.died) problems.push(...fewerThanPromised(fixture))
  const atEnd = fixture.recorder.snapshot()
  endFaults(fixture)
  problems.push(...(followUp === 'none' ? [] : watchedSince(fixture, atEnd, steps)))
  if (isGone()) {
    const what = 'a restore without what was deleted'
    const run = await step(what, { runId: '7000', mode: 'restore' })
    // Its lease is to be over for the next one, and what it has left no longer shown by answers that lag behind.
    fixture.account.timeline.advance(run.failed ? EXPIRED_LEASE_SECONDS : SHOWN_SECONDS)
    if (external.length === 1) problems.push(...notBackWithout(fixture, { what, run }))
  }
  problems.push(...external.flatMap(({ end }) => end()))
  const last = await step('a final restore', { runId: '8000', mode: 'restore' })
  const stuck = last.failed && isServiceAtRisk(fixture)
  if (last.failed && !stuck) problems.push('the final restore ended red')
  fixture.account.timeline.advance(60)
  if (!stuck)
    problems.push(
      ...breachesAtTheEnd(fixture.recorder.snapshot(), expectedEnding(fixture)).map(
        ({ invariant, what }) => `${invariant}: ${what}`,
      ),
    )
  if (!stuck)
    problems.push(
      ...unregisteredInstances(fixture),
      ...checkEnd(fixture, { what: 'a final restore', begin: fixture.begin }),
    )
  if (!stuck) problems.push(...[...external, ...lost].flatMap(({ settled }) => settled?.() ?? []))
  // Its lease is to be over for the next one.
  if (stuck) fixture.account.timeline.advance(EXPIRED_LEASE_SECONDS)
  problems.push(...(await lastRoll(fixture, { step, stuck })))
  if (isUndisturbed && !stuck) problems.push(...owedInTheEnd(fixture, played))
  // What else befalls a dark launch may make its bake longer, and no shorter.
  if (focus !== undefined && !plan.sick && !focus.some((source) => LOSING.includes(source)))
    problems.push(...releasedTooSoon(fixture))
  const breaches = [...breachesDuring(historyOf(fixture)), ...habits]
  if (problems.length === 0) problems.push(...(await leaveInTheDark(fixture, seed, step)))
  if (problems.length === 0) problems.push(...(await passByHand(fixture, seed, step)))
  problems.push(...steps.flatMap(({ run }) => falselyReported(fixture, run)), ...untrue)
  problems.unshift(...breaches.map(({ invariant, at, what }) => `${traceTime(at)} ${invariant}: ${what}`))
  return { seed, problems, trace: () => traceOf(fixture, steps), watch }
}

/** Where new instances may be lost after their launch, or were launched by an earlier run. */
const LOSING: readonly Source[] = ['instances', 'apart', 'bad days', 'replacements', 'refreshes', 'readiness', 'operators', 'schedules', 'sizes of a lost run', 'a scaling policy', 'a dark launch left', 'late reads', 'deletions'] // prettier-ignore

/** Whether a roll is under way; a post step may have put the group back by then. */
const isRemembered = ({ recorder }: Fixture): boolean =>
  Object.keys(recorder.snapshot().tags).some((key) => key.startsWith('fleet-patch:'))

/** What disturbs a roll though no fault is drawn. */
const DISTURBING: readonly Source[] = ['obstacles', 'tokens', 'clocks', 'a dark launch left', 'failing probes']

/** What the first roll owes that is green, and that nothing has disturbed. */
const owedUndisturbed = (fixture: Fixture, first: ActionRun): readonly string[] => [
  ...refusedCalls(fixture, first),
  ...fewerThanPromised(fixture),
  ...tookTooLong(fixture, first),
  ...doneAgain(fixture),
  ...wronglyCounted(fixture, first),
]

/** What all runs together owe that nothing has disturbed, whatever became of the first one. */
const owedInTheEnd = (fixture: Fixture, played: readonly CalmStep[]): readonly string[] => [
  ...desiredTooFew(fixture),
  ...oldLeftInTheDark(fixture),
  ...releasedBeforeUp(fixture),
  ...tagsLeft(fixture),
  ...savedOtherwise(fixture),
  ...changedUnderLease(played),
  ...notRecovered(fixture, played),
  ...workLeft(fixture, played),
]

/** What was wrong in the 20 minutes since the last of the runs that follow the first one has ended; faults have ended in them. */
function watchedSince(fixture: Fixture, atEnd: CapacitySnapshot, steps: readonly TraceStep[]): readonly string[] {
  const last = steps.at(-1)
  if (last === undefined || last.run.died || statusOf(last.run) === 'held') return []
  return checkEnd(fixture, { what: last.what, begin: fixture.begin, restored: true, atEnd })
}

type StepOptions = Omit<RunActionOptions, 'inputs'> & {
  readonly mode?: string
  readonly inputs?: Readonly<Record<string, string>>
}

function play(fixture: Fixture, { mode = fixture.plan.mode, inputs, ...options }: StepOptions): Promise<ActionRun> {
  const { plan, account, probes } = fixture
  return runAction(account, {
    ...options,
    network: probedNetwork(probes, () => account.timeline.now),
    inputs: {
      mode,
      'auto-scaling-groups': FUZZ_GROUP,
      'role-duration-seconds': ROLE_SECONDS,
      ...(mode === 'respawn' && {
        'max-unavailable': unavailableText(plan),
      }),
      ...(mode !== 'restore' && { surge: plan.surge.text, 'instance-timeout': '4', timeout: '60', ...plan.inputs }),
      ...(mode === 'scale-up-patch' && plan.dark && { dark: 'true', 'release-after': '1.5' }),
      ...inputs,
    },
  })
}

function statusOf({ outputs }: ActionRun): string | undefined {
  const { groups } = JSON.parse(outputs['result'] ?? '{}') as { groups?: readonly { readonly status: string }[] }
  return groups?.[0]?.status
}

/** A group held for inspection stays as it is, with a memo for the run that ends the hold. */
function checkHeld({ recorder }: Fixture, changesBefore: number): readonly string[] {
  const isRemembered = Object.keys(recorder.snapshot().tags).some((key) => key.startsWith('fleet-patch:'))
  return [
    ...(isRemembered ? [] : ['the group is held, and no memo says how it was']),
    ...(recorder.changes.length > changesBefore ? ['the post step changed a group that was held'] : []),
  ]
}

function drawFaults(random: Random, focus: readonly Source[] | undefined): readonly Fault[] {
  const among =
    focus === undefined ? FAULTS : [...FAULTS, ...FOCUSED_FAULTS].filter((fault) => focus.includes(sourceOf(fault)))
  const total = among.reduce((sum, { share }) => sum + share, 0)
  const count = among.length === 0 ? 0 : Math.floor(focus === undefined ? random.between(0, 4.5) : random.between(1, 3))
  return Array.from({ length: count }, () => {
    let point = random.next() * total
    return among.find(({ share }) => (point -= share) < 0) ?? (among[0] as Fault)
  })
}

function sourceOf(fault: Fault): Source {
  const focused = FOCUSED_FAULTS.find((each) => each === fault)
  if (focused !== undefined) return focused.source
  return CALL_FAULTS.includes(fault) ? 'calls' : INSTANCE_FAULTS.includes(fault) ? 'instances' : 'operators'
}

/** When others changed the group, or something befell it; while others refresh its instances that is so at every moment. */
function disturbances({ account, disturbedAt, operatorSizes }: Fixture): readonly number[] {
  const { now } = account.timeline
  const { InstanceRefreshes = [] } = account.autoScaling.operations.DescribeInstanceRefreshes({
    AutoScalingGroupName: FUZZ_GROUP,
  })
  const refreshing = InstanceRefreshes.flatMap(({ StartTime, EndTime }) => {
    const from = (StartTime?.getTime() ?? 0) / 1000
    const seconds = Math.ceil((EndTime === undefined ? now : EndTime.getTime() / 1000) - from)
    return Array.from({ length: seconds + 1 }, (_, index) => from + index)
  })
  return [...disturbedAt, ...operatorSizes.map(({ at }) => at), ...refreshing]
}

/** Schedules the faults, most of them early, when most changes are made. */
function schedule(fixture: Fixture, random: Random, drawn: readonly Fault[]): void {
  for (const fault of drawn) {
    const { apply } = fault
    const own = new Random(Math.floor(random.next() * 2 ** 32))
    const seconds = random.next() < 0.3 ? 0 : random.between(0, random.pick([15, 60, 240]))
    fixture.account.timeline.after(seconds, () => {
      if (!CALL_FAULTS.includes(fault)) fixture.disturbedAt.push(fixture.account.timeline.now)
      const sentence = apply(fixture, own)
      addToTrace(fixture, sentence)
    })
  }
}

/** Whether a run has written the saved state onto the group since so many changes: then whatever comes after goes by that. */
const hasSaved = ({ recorder }: Fixture, since: number): boolean =>
  recorder.changes
    .slice(since)
    .some(({ operation, input }) => operation === 'CreateOrUpdateTags' && JSON.stringify(input).includes(MEMO))

/**
 * Whether others have removed or changed the saved state that a run has written last, and no run has written it again, as where AWS
 * denies that to the end.
 */
function isMemoLost({ recorder }: Fixture): boolean {
  const saved = recorder.changes.findLast(({ operation }) => operation.endsWith('Tags'))?.after.tags[MEMO]
  return saved !== undefined && recorder.snapshot().tags[MEMO] !== saved
}

/** Once all faults have ended the runner's state is enough to put a group back whose tags were removed or changed. */
async function postStepAgain(
  fixture: Fixture,
  options: StepOptions,
  step: (what: string, options: StepOptions) => Promise<ActionRun>,
): Promise<readonly string[]> {
  endFaults(fixture)
  const again = await step('the post step again', options)
  return again.failed && !isServiceAtRisk(fixture) ? ['the post step ended red though all faults had ended'] : []
}

/** The group and its saved state are enough to put it back where a target group is gone, or what it launches from. */
function notBackWithout(
  fixture: Fixture,
  { what, run }: { readonly what: string; readonly run: ActionRun },
): readonly string[] {
  if (run.failed && isServiceAtRisk(fixture)) return []
  return [
    ...(run.failed ? [`${what} ended red, though the group and its saved state are all that it needs`] : []),
    ...breachesAtTheEnd(fixture.recorder.snapshot(), expectedEnding(fixture)).map(
      (breach) => `after ${what}, ${breach.invariant}: ${breach.what}`,
    ),
  ]
}

/** Whether AWS has refused to launch from the previous source: of a template that is gone it takes no version, which only it can tell. */
const isRollback = ({ invariant, what }: Breach): boolean =>
  invariant === 'calls are right' && what.startsWith('UpdateAutoScalingGroup')

/** Ends all faults, and advances the time until the lease of a dead run has expired. */
function endFaults({ account, plan, probes }: Fixture): void {
  account.faults.clear()
  account.timeline.advance(1000)
  account.faults.clear()
  account.behaviour.refuseLaunch = () => undefined
  account.behaviour.withholdsLaunches = undefined
  account.behaviour.failsToStart = undefined
  account.behaviour.bootSeconds = plan.boot
  account.behaviour.badImages.clear()
  probes.mend()
  account.timeline.advance(200)
}

/** Nothing that earlier runs left prevents the next roll from ending. */
async function lastRoll(
  fixture: Fixture,
  {
    step,
    stuck,
  }: {
    readonly step: (what: string, options: StepOptions) => Promise<ActionRun>
    /** The restore before has left sizes for this roll to put back. */
    readonly stuck: boolean
  },
): Promise<string[]> {
  if (fixture.plan.sick || fixture.operated.has('ReplaceUnhealthy') || fixture.operated.has('HealthCheck')) return []
  if (fixture.plan.suspended.includes('ReplaceUnhealthy')) return []
  // Capacity comes first: while the root volume of an instance is replaced, which a hook may hold up, a roll may have to wait.
  if (fixture.recorder.snapshot().ids.replacingRoot.length > 0) fixture.account.timeline.advance(LONGEST_HOOK_SECONDS)
  const before = fixture.recorder.snapshot()
  const run = await step('a last roll', { runId: '9000', inputs: answersTo(fixture.plan.inputs) })
  const after = fixture.recorder.snapshot()
  return [
    ...checkEnd(fixture, { what: 'a last roll', begin: before }),
    ...(run.failed ? [`the last roll ended red: ${run.annotations.map(({ message }) => message).join(' ')}`] : []),
    ...(stuck || (after.desired === before.desired && after.max === before.max)
      ? []
      : [`the last roll left ${after.desired} of at most ${after.max}`]),
  ]
}

/** The inputs that let the last roll replace the instances at which the first one stops with `fail`. */
const answersTo = (inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['protected-instances', 'standby-instances'].flatMap((name) =>
      inputs[name] === 'fail' ? [[name, 'replace']] : [],
    ),
  )
