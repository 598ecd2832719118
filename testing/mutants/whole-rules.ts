/**
 * For each rule one mutant that switches the whole of it off, or makes it give the harmful answer always: what notices it knows the rule
 * at all, where a finer mutant needs a world in which several things cross each other. The list follows the files in their order and
 * the rules in each, whether anything notices them or not: none is left out for that.
 */
import { inFile, type Mutant } from './mutant.ts'

/** A function that answers at once, whatever it is asked; `head` is the text up to its body. */
const off = (name: string, head: string, answer = 'undefined'): Omit<Mutant, 'file'> => ({
  name,
  find: `${head} {\n`,
  replace: `${head} {\n  return ${answer}\n`,
})

/** A text that is another, or nothing. */
const other = (name: string, find: string, replace = ''): Omit<Mutant, 'file'> => ({ name, find, replace })

/** The rules of a roll, and of a group that is put back, with what they are decided by. */
const DECISIONS: readonly Mutant[] = [
  ...inFile('src/domain/rollout/acquire-lease.ts', [
    off(
      'no group without saved state is ever rolled',
      'function withoutSavedState(fleet: Fleet, policy: Policy): Action',
      "{ kind: 'done', reason: 'every instance is up to date' }",
    ),
    other(
      'a lease without saved state stays on its group',
      "action.kind === 'done' && fleet.orphanedLease !== undefined",
      'false',
    ),
    other(
      'a group is taken whoever holds its lease',
      '  if (!isOurs && isLeaseLive(memo, policy.run, fleet.at)) return heldByOther(memo, fleet.at)\n',
    ),
    other('what a run has left on purpose its post step puts back', '  if (isOurs && isPaused(memo)) return PAUSED\n'),
    other(
      'a post step puts back what another run has left',
      "  if (!isOurs && policy.lookFor?.whose === 'own') return leftByOtherRun(fleet, memo, policy)\n",
    ),
    other('a roll goes on from the saved state of a shift of traffic', 'if (isOfShift(memo))', 'if (false)'),
    other(
      'no run goes on with the roll of another',
      'return isRoll && predecessor ? takeOver(fleet, { memo, predecessor, policy }) : undefined',
      'return undefined',
    ),
    off(
      'a post step goes by tags in the name of its run that others have changed',
      'function fromRunner(fleet: Fleet, memo: Memo, policy: Policy): Action | undefined',
    ),
    other(
      'a run that finds nothing to put back does not wait until AWS shows it',
      'if (lookFor !== undefined && fleet.at < lookFor.until && fleet.orphanedLease !== run)',
      'if (false)',
    ),
    other(
      'saved state that is gone from the tags is not taken from the runner',
      'if (savedMemo !== undefined && isStanding(fleet, savedMemo, run))',
      'if (false)',
    ),
  ]),
  ...inFile('src/domain/rollout/adopted-schedule.ts', [
    off(
      'sizes that AWS has set by schedule in a roll are never adopted',
      'function scheduledByAws({ fleet, memo, state, policy }: Situation): (Action & SaveState) | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/adopted-sizes.ts', [
    off(
      'sizes that the activities show are never adopted',
      'function adoptSizesFromActivities(situation: Situation): Action | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/alarms.ts', [
    off(
      'alarms that are in ALARM at the start always stop the roll',
      'function ignoredAtStart(fleet: Watched, { names, atStart }: AlarmPolicy): readonly string[]',
      '[]',
    ),
    other(
      'a bake goes on through an alarm',
      '  if (watchingNow({ fleet, policy }) === undefined) return true\n',
      '  return true\n',
    ),
    off(
      'no alarm ever halts a roll',
      'function haltOnAlarm({ fleet, policy, state }: WatchedSituation): Action | undefined',
    ),
    off(
      'instances leave although CloudWatch does not answer',
      'function holdWhileBlind({ fleet, policy, state }: WatchedSituation): Action | undefined',
    ),
    off(
      'alarms without data are never asked at the end of a bake',
      "function askAtEndOfBake(\n  { fleet, policy }: Pick<WatchedSituation, 'fleet' | 'policy'>,\n  gate: string,\n): Action | undefined",
    ),
  ]),
  ...inFile('src/domain/rollout/bake.ts', [
    other('nothing ever bakes', 'seconds - (state.baking?.gate === gate ? fleet.at - state.baking.since : 0)', '0'),
  ]),
  ...inFile('src/domain/rollout/budget.ts', [
    other('serving instances leave however few are ready', ' || (isServing(instance) && counted > ready)'),
    other(
      'a group never gets more than its desired capacity',
      'Math.min(steerableSurge({ fleet, memo, policy }), oldCapacity, mostSurge(memo.sizes.desired, heaviestOf(fleet)))',
      '0',
    ),
    other(
      'the surge is as large as asked however little is to be replaced',
      'Math.min(steerableSurge({ fleet, memo, policy }), oldCapacity, mostSurge(memo.sizes.desired, heaviestOf(fleet)))',
      'policy.surge',
    ),
    other('the zones are never made even', 'memo.dark !== true &&\n  memo.released', 'false &&\n  memo.released'),
    other(
      'no instance is ever overdue',
      'fleet.at - (instance.unreadySince ?? instance.firstSeenAt) > policy.instanceTimeoutSeconds',
      'false',
    ),
    off('nothing is ever surplus', 'function surplus(situation: Situation): readonly Instance[]', '[]'),
    other('surplus instances leave however few others serve', ' || (serving && weight > spare)'),
    other('surplus leaves from any zone', '(of(each) > of(best) ? each : best)', 'best'),
    other(
      'while a roll is undone what was there goes before what it has launched',
      'const isOwn = (instance: Instance): boolean => isOfRoll(instance, memo)',
      'const isOwn = (instance: Instance): boolean => !isOfRoll(instance, memo)',
    ),
  ]),
  ...inFile('src/domain/rollout/capacity.ts', [
    off(
      'every instance passes for up to date',
      'function isFromSource({ reference, type, imageId }: Instance, source: LaunchSource): boolean',
      'true',
    ),
    other(
      'an instance of a type that the group does not launch stays',
      '(source.types?.includes(instance.type) ?? true)',
      'true',
    ),
    other(
      'protected instances that are to be left alone are replaced',
      "if (!instance.protectedFromScaleIn || protectedInstances !== 'ignore' || hasEnded(instance)) return false",
      'return false',
    ),
    other(
      'an instance whose root volume is replaced is like all others',
      "phaseOf(instance) === 'replacing its root volume'",
      'false',
    ),
    other('no new instance warms up', 'warmupSeconds === 0 ||', 'true ||'),
  ]),
  ...inFile('src/domain/rollout/changes/changes.ts', [
    other('every change is believed to show at once', 'kindOf(change).isVisibleIn(fleet, change)', 'true'),
  ]),
  ...inFile('src/domain/rollout/crossed-wish.ts', [
    off(
      'a wish that a decrement crosses is never found',
      "function crossedWish(\n  fleet: Fleet,\n  decrement: Decrement | undefined,\n  accepted: RunState['named'] = [],\n): number | undefined",
    ),
  ]),
  ...inFile('src/domain/rollout/dark-launch.ts', [
    other('a dark launch is not dark', "dark?.kind === 'launch'\n    ?", 'false\n    ?'),
    off(
      'a run begins whatever waits in the dark',
      "function darkRefusal(memo: Memo | undefined, { dark }: Pick<Policy, 'dark'>): Action | undefined",
    ),
    off('what is dark is never released', 'function releaseDarkInstances(situation: Situation): Action | undefined'),
    off(
      'what is dark is released without its probe, its bake or a hand',
      'function awaitRelease({ fleet, policy, state, memo, capacity }: Situation): Action | undefined',
    ),
    off(
      'no load balancer gets what is released',
      'function registerNext(instances: readonly Instance[]): Action | undefined',
    ),
    off(
      'what is released need not serve before others follow',
      'function awaitService({ capacity }: Situation): Action | undefined',
    ),
    off(
      'what stays dark when a roll is undone is never registered',
      'function registerRemaining(situation: Situation): Action | undefined',
    ),
    off(
      'an instance in the dark fails like one that does not serve',
      'function isExcused({ fleet, memo, policy, state }: Situation, instance: Instance): boolean',
      'false',
    ),
  ]),
  ...inFile('src/domain/rollout/expectations.ts', [
    off(
      'decisions are made on looks that lag behind',
      'function freshnessOf(fleet: Fleet, accepted: readonly PendingWrite[]): Freshness',
      "'timely'",
    ),
  ]),
  ...inFile('src/domain/rollout/failures.ts', [
    off(
      'however many new instances fail the roll goes on',
      'function haltOnFailures(situation: Situation): Action | undefined',
    ),
    off(
      'an instance that never serves is waited for without end',
      'function endOverdueInstance(situation: Situation): Action | undefined',
    ),
    other(
      'a launch that AWS refuses is no failure',
      'const reported = fleet.failedLaunches.filter(counts)',
      'const reported = []',
    ),
    off(
      'an instance that leaves before it served is no failure',
      'function lossesThatCount(lost: readonly LostInstance[]): readonly LostInstance[]',
      '[]',
    ),
    off(
      'each launch that AWS refuses counts at once',
      "function isBorne({ at, reason }: Pick<Failure, 'at' | 'reason'>, now: number, { leavingAt }: RunState): boolean",
      'false',
    ),
  ]),
  ...inFile('src/domain/rollout/first-look.ts', [
    off(
      'the group of the first look is put back whatever it is by then',
      'function saveAsItIs({ fleet, memo, state, policy }: Situation): Action | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/follow.ts', [
    other(
      'scaling policies never stay alive',
      'follow === true && scalingPolicies.length > 0 && !suspended.includes(ALARMS)',
      'false',
    ),
    off(
      'bounds that others set are never adopted',
      'function boundsOfOthers(situation: Situation): (Action & SaveState) | undefined',
    ),
    off(
      'scaling policies take away what a roll has launched',
      'function holdMinimum(situation: Situation): Action | undefined',
    ),
    off(
      'no maximum is raised for a surge',
      "function raisedMax({ fleet, memo }: Pick<Situation, 'fleet' | 'memo'>, desired: number): number | undefined",
    ),
  ]),
  ...inFile('src/domain/rollout/freshness.ts', [
    other(
      'a change is made on parts of a look that were kept',
      'kept.filter((part) => readOf(part).freshFor?.includes(kind))',
      '[]',
    ),
    other(
      'what is healthy is kept whatever has come since',
      'told.allServe &&\n  told.attachments === attachments &&',
      'true ||',
    ),
  ]),
  ...inFile('src/domain/rollout/gates.ts', [
    off('a roll stops at no checkpoint', 'function holdAtGate(situation: Situation): Action | undefined'),
    other(
      'more is launched than a checkpoint lets',
      'Math.max(0, desiredAtGate(situation) - situation.fleet.sizes.desired)',
      'Infinity',
    ),
    off(
      'a bake goes on though what is new has fallen',
      'function hasFallen({ instances }: Fleet, { fleet, policy, capacity }: Situation): boolean',
      'false',
    ),
    off(
      'no gate is ever left for a hand to pass it',
      "function leaveAtGate(situation: Situation): Extract<Action, { kind: 'save-state' }> | undefined",
    ),
    off('nothing bakes at the end of a roll', 'function bakeAtEnd(situation: Situation): Action | undefined'),
    off(
      'gates that another source has passed count for this one',
      'function withGatesOf(memo: Memo, source: string): Memo',
      'memo',
    ),
  ]),
  ...inFile('src/domain/rollout/gates-by-hand.ts', [
    off(
      'a run begins whatever waits at a gate',
      'function gateRefusal(memo: Memo | undefined, policy: Policy): Action | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/handed-back.ts', [
    off(
      'sizes that were set since the processes ran again are taken back',
      'function sinceHandBack({ fleet, memo, policy }: Situation): (Action & SaveState) | undefined',
    ),
    off(
      'sizes that a run changes again go on to pass for left',
      'function beforeSizesChange(action: Action, { fleet, memo, policy }: Situation): Action',
      'action',
    ),
  ]),
  ...inFile('src/domain/rollout/inherited-wish.ts', [
    off(
      'a wish that the run before has crossed is never found',
      "function inheritedWish(\n  { sizes }: Pick<Fleet, 'sizes'>,\n  changes: readonly DesiredChange[],\n  lost: EarlierProcess,\n): InheritedWish | undefined",
    ),
  ]),
  ...inFile('src/domain/rollout/instance-refresh.ts', [
    off(
      'a roll goes on beside an instance refresh',
      'function haltOnRefresh({ fleet, state }: Situation): Action | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/late-schedule.ts', [
    off(
      'a late scheduled action is carried out over what others have set since',
      'function keptInDoubt(due: readonly DueAction[], { fleet, memo, state, before, wished }: Late): KeptSizes',
      '{}',
    ),
  ]),
  ...inFile('src/domain/rollout/launch-failures.ts', [
    other(
      'what AWS says of a failed launch is not understood',
      "launchFailureKind(reason)?.means ?? 'unknown'",
      "'unknown'",
    ),
  ]),
  ...inFile('src/domain/rollout/launch-stall.ts', [
    off(
      'a launch that never begins is waited for without end',
      'function haltOnStalledLaunch({ fleet, state, memo, capacity }: Situation): Action | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/lease.ts', [
    off('no lease is ever live', 'function isLeaseLive(memo: Memo, run: string, at: number): boolean', 'false'),
    off(
      'no run puts its name on a lease before it goes on',
      'function claimLease(memo: Memo, policy: Policy, at: number): Action | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/managed-groups.ts', [
    other(
      'a group of a managed node group is rolled without a word',
      'if (nodeGroup !== undefined) return',
      'if (false) return',
    ),
  ]),
  ...inFile('src/domain/rollout/max-leaving.ts', [
    other('any number may be leaving at once', 'Math.max(0, limit - leavingNow(fleet))', 'Infinity'),
  ]),
  ...inFile('src/domain/rollout/memo-bounds.ts', [
    other(
      'saved state that no roll can have written is gone by',
      '  if (![min, desired, max, surge].every(Number.isSafeInteger))',
      '  return undefined\n  if (![min, desired, max, surge].every(Number.isSafeInteger))',
    ),
  ]),
  ...inFile('src/domain/rollout/overwritten-wish.ts', [
    off(
      'a wish that a raise has overwritten is never set again',
      'function adoptOverwritten({ fleet, memo, state, policy }: Situation): Action | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/policy-growth.ts', [
    off(
      'growth that policies ask for is never adopted',
      'function adoptGrowth({ fleet, memo, state, policy }: Situation): Action | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/preflight.ts', [
    off(
      'it is never asked whether there is room for a roll',
      'function shortagesOf(demands: readonly Demand[], around: (group: string) => GroupHeadroom): readonly Shortage[]',
      '[]',
    ),
  ]),
  ...inFile('src/domain/rollout/previous-source.ts', [
    other(
      'no old instance ever tells what a group launched before',
      '  if (usual === undefined) return undefined\n',
      '  return undefined\n',
    ),
  ]),
  ...inFile('src/domain/rollout/probe.ts', [
    other(
      'no new instance has to pass its probe',
      "probes === true &&\n  intent === 'roll' &&",
      "false &&\n  intent === 'roll' &&",
    ),
    other(
      'no serving instance is ever probed',
      "  return due.length === 0 ? undefined : { kind: 'probe'",
      "  return true ? undefined : { kind: 'probe'",
    ),
  ]),
  ...inFile('src/domain/rollout/raised-sizes.ts', [
    other(
      'a raised minimum is never known as the run’s',
      'memo.follows === true &&\n  sizes.min > memo.sizes.min &&',
      'false &&',
    ),
    other(
      'a raised maximum is never known as the run’s',
      'sizes.max > memo.sizes.max &&\n  sizes.max <=',
      'false &&\n  sizes.max <=',
    ),
  ]),
  ...inFile('src/domain/rollout/readiness.ts', [
    other(
      'no instance waits for its load balancers',
      '  for (const { state } of instance.balancers) {',
      '  for (const { state } of []) {',
    ),
    other(
      'no instance waits for EC2’s status checks',
      "return checks === 'ok' ? 'yes' : checks === 'unknown' ? 'unknown' : 'no'",
      "return 'yes'",
    ),
    other(
      'an instance serves whatever its group says of it',
      "  if (instance.lifecycle !== 'InService' || !instance.healthy) return 'no'\n",
    ),
    other(
      'a load balancer that cannot be asked speaks for an instance',
      "else if (state === 'unknown') verdict = 'unknown'",
      "else if (state === 'unknown') verdict = 'yes'",
    ),
  ]),
  ...inFile('src/domain/rollout/remembered-state.ts', [
    off(
      'saved state that others remove or change is never noticed',
      'function stateLoss({ memo, at, unreadableTags }: Fleet, { remembered, run }: StateOfRun): StateLoss | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/restore.ts', [
    off('the sizes are never put back', 'function sizesToRestore(fleet: Fleet, memo: Memo): SettableSizes', '{}'),
    other('the processes stay suspended', 'if (ours.length > 0) return', 'if (false) return'),
    other(
      'the saved state is never removed',
      "return { ...clearState(fleet), reason: 'nothing is left to be put back' }",
      "return { kind: 'done', reason: 'nothing is left to be put back' }",
    ),
    off(
      'the processes stay suspended where the sizes have to stay',
      'function handBackProcesses(\n  fleet: Fleet,\n  memo: Memo,\n  refused: readonly ChangeKindName[],\n  left: HandedSizes = fleet.sizes,\n): (Action & (Resume | SaveState)) | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/rules.ts', [
    off('no lease is ever renewed', 'function renewLease({ fleet, memo, policy }: Situation): Action | undefined'),
    off(
      'a roll goes on though the launch source was changed',
      'function haltOnSourceChange({ fleet, memo, policy }: Situation): Action | undefined',
    ),
    off(
      'what a run that began at the same moment has raised is never put back',
      'function absorbConcurrentSurge({ fleet, memo, state }: Situation): Action | undefined',
    ),
    off(
      'a desired capacity from outside is never adopted',
      'function adoptDesiredCapacity(situation: Situation): Action | undefined',
    ),
    off(
      'what a decrement took of a wish is never given back',
      'function returnDecrement(situation: Situation): Action | undefined',
    ),
    off('nothing is suspended while a group rolls', 'function suspend(situation: Situation): Action | undefined'),
    off('no room is ever made for new instances', 'function surge(situation: Situation): Action | undefined'),
    off(
      'a launch that only evens the zones fails the roll',
      'function giveUpLaunchForZones(situation: Situation): Action | undefined',
    ),
    off('no old instance ever leaves', 'function terminateOutdated(situation: Situation): Action | undefined'),
    off(
      'old instances in Standby are never replaced',
      'function terminateOutdatedStandby(situation: Situation): Action | undefined',
    ),
    off('a roll ends whatever is not ready yet', 'function awaitReady(situation: Situation): Action | undefined'),
    off('AWS chooses what leaves of the surplus', 'function removeSurplus(situation: Situation): Action | undefined'),
    off(
      'the sizes fall though what is too many still has to serve',
      'function awaitSpareCapacity(situation: Situation): Action | undefined',
    ),
    other(
      'what AWS refuses while a group is put back is not minded',
      'if (refused.length === 0) return action',
      'return action',
    ),
    off(
      'a roll whose time is over leaves no gate to be passed by hand',
      'function leaveAtDeadline(fleet: Fleet, policy: Policy, state: RunState): Action | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/run-state.ts', [
    other(
      'no run learns from two looks in a row',
      "  if (policy.intent !== 'roll' || now.memo === undefined) return state\n",
      '  return state\n',
    ),
  ]),
  ...inFile('src/domain/rollout/scheduled-actions.ts', [
    off(
      'scheduled actions that AWS has dropped are never carried out',
      'function carryOutScheduled({ fleet, memo, policy, state }: Situation): Action | undefined',
    ),
    off(
      'a roll begins while AWS may yet carry out a scheduled action',
      'function awaitLateAction({ dueActions = [], sizes, suspended, at }: Fleet): Action | undefined',
    ),
    off(
      'a run ends moments before a scheduled action falls due',
      'function awaitScheduled({ fleet, memo }: Situation): Action | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/served-zones.ts', [
    off(
      'instances that no load balancer serves are waited for',
      "function haltOnUnservedZone({ fleet }: Pick<Situation, 'fleet'>): Action | undefined",
    ),
  ]),
  ...inFile('src/domain/rollout/stale-state.ts', [
    off(
      'the size of a group is always that of the lost run',
      'function isOvertaken(fleet: Fleet, memo: Memo, { desired, heldSeen, predecessor = memo }: RunState): boolean',
      'false',
    ),
  ]),
  ...inFile('src/domain/rollout/start.ts', [
    off(
      'instances that the user wants to be asked about are replaced',
      'function forbiddenByPolicy(old: readonly Instance[], resting: readonly Instance[], policy: Policy): Action | undefined',
    ),
    other(
      'force begins before EC2 says when every instance was launched',
      'counted.some((each) => each.launchedAt === undefined && fleet.at - each.firstSeenAt < EC2_LAG_SECONDS)',
      'false',
    ),
  ]),
  ...inFile('src/domain/rollout/surplus-of-aws.ts', [
    other(
      'instances leave while AWS is about to take others away',
      'aboveDesired(fleet) > 0 && fleet.at - (state.surplusSince ?? fleet.at) < AWAITED_SECONDS',
      'false',
    ),
  ]),
  ...inFile('src/domain/rollout/suspensions.ts', [
    off(
      'a roll goes on without processes that it needs',
      'function suspensionsInTheWay(fleet: Fleet, policy: Policy): readonly string[]',
      '[]',
    ),
    off(
      'capacity changes while the processes run again',
      'function beforeMoreChanges(action: Action, { fleet, memo, state, policy }: Situation): Action',
      'action',
    ),
  ]),
  ...inFile('src/domain/rollout/taken-back.ts', [
    other(
      'a roll that is taken back is like any other',
      'rollback !== undefined || (memo !== undefined && isTakenBack(memo))',
      'false',
    ),
    other(
      'a run that goes on does not know that the roll is taken back',
      'memo !== undefined && isTakenBack(memo) && memo.source === source.fingerprint',
      'false',
    ),
  ]),
  ...inFile('src/domain/rollout/termination-order.ts', [
    other(
      'instances leave in the order of their age, whatever their zone',
      'Number(a.zone.launches) - Number(b.zone.launches) ||\n          steering ||\n',
      '',
    ),
    other(
      'no launch is waited for before the last of a zone leave',
      '        if (uncertain > 0 && !isLastOfZones) return hold()\n',
    ),
    other(
      'no instance gets a successor for the zones',
      'if (outstanding > 0 || uncertain > 0) return undefined',
      'return undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/unanswered.ts', [
    off(
      'nothing proves that AWS has carried out what it did not answer',
      'function shownOf(change: Change, fleet: Fleet): Change | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/unwritten.ts', [
    off(
      'what AWS refuses to have written of others’ sizes is forgotten',
      'function unwritten(start: Situation): Unwritten | undefined',
    ),
  ]),
  ...inFile('src/domain/rollout/warm-pool.ts', [
    off(
      'old instances stay in the warm pool',
      'function terminateOutdatedWarm({ fleet, policy, state, capacity }: Situation): Action | undefined',
    ),
    off(
      'a run ends while old instances return to the warm pool',
      'function awaitReturning({ fleet, policy }: Situation): Action | undefined',
    ),
  ]),
]

/** What the loop of a run does around the rules. */
const CONTROL: readonly Mutant[] = [
  ...inFile('src/controllers/rollout/after-activities.ts', [
    off(
      'the activities of a group teach nothing',
      'function desiredChangesRead(run: GroupRun, changes: readonly DesiredChange[]): GroupRun',
      'run',
    ),
  ]),
  ...inFile('src/controllers/rollout/after-change.ts', [
    off(
      'a run never remembers what it has saved',
      'function writtenBy(change: Change, { memo, policy: { savedMemo } }: GroupRun): Memo | undefined',
    ),
    off(
      'a change without an answer passes for one that was not sent',
      'function unanswered(run: GroupRun, change: Change): GroupRun',
      'run',
    ),
    other(
      'what AWS has refused is asked for again and again',
      'refused: [...run.refused, change.kind]',
      'refused: run.refused',
    ),
  ]),
  ...inFile('src/controllers/rollout/after-look.ts', [
    off('a run never confirms what a look shows', 'function confirmed(run: GroupRun): GroupRun', 'run'),
  ]),
  ...inFile('src/controllers/rollout/blind-restore.ts', [
    other('nothing of a group that cannot be seen is put back', 'if (!blind.changed) return', 'if (true) return'),
    other('the sizes of a group that cannot be seen are changed', "['resize', 'terminate']", '[]'),
  ]),
  ...inFile('src/controllers/rollout/controller.ts', [
    other('nothing is asked before the first change', '    if (seen && isFirst) await request.preflight?.(seen)\n'),
    other(
      'a group that cannot be looked at ends with nothing put back',
      "if (run.changed && exists === 'yes')",
      'if (false)',
    ),
    other(
      'a look that AWS does not answer ends the run',
      'const hopeless = !isUncertain(error) || now > deadline + RESTORE_SECONDS',
      'const hopeless = true',
    ),
    other(
      'a cancelled run goes on to its end',
      'while (openIn(loop).length > 0 && !signal.aborted)',
      'while (openIn(loop).length > 0)',
    ),
  ]),
  ...inFile('src/controllers/rollout/failure.ts', [
    other(
      'a refusal while a group is put back is told and nothing else',
      "return transition(run, { kind: 'refused', change, failure, note: sentences(failure) })",
      'return run',
    ),
    other('a failed roll is never held', "if (onFailure === 'hold') return await pause(request, run, failure)\n", '\n'),
    other(
      'a failed roll is never taken back',
      'return await startRollback(request, run, failure)',
      'return halt(run, failure)',
    ),
  ]),
  ...inFile('src/controllers/rollout/group-run.ts', [
    other('a roll that was stopped goes on', "  ...(restoringSince !== undefined && { intent: 'restore' }),\n"),
    off(
      'nothing is asked of what an earlier run has left',
      'function asksForInherited({ policy, first, state, refused }: GroupRun): boolean',
      'false',
    ),
  ]),
  ...inFile('src/controllers/rollout/launch-outlook.ts', [
    other('AWS is never asked why no launch begins', "if (policyNow(run).intent !== 'roll' ||", 'if (true ||'),
  ]),
  ...inFile('src/controllers/rollout/look-again.ts', [
    other('a change is made on a look that is incomplete', "return 'incomplete'", 'return undefined'),
    other(
      'a change is made on a look that is too old',
      "return isLookOutdated(request, run, action) ? 'outdated' : undefined",
      'return undefined',
    ),
  ]),
  ...inFile('src/controllers/rollout/lost-instances.ts', [
    other(
      'AWS is never asked why a new instance was lost',
      "if (policyNow(run).intent !== 'roll' || last.memo === undefined || signal.aborted) return run",
      'return run',
    ),
  ]),
  ...inFile('src/controllers/rollout/memo-left.ts', [
    off('what cannot be written is not left to the runner', 'function memoLeft(run: GroupRun): Memo | undefined'),
  ]),
  ...inFile('src/controllers/rollout/outcome.ts', [
    other(
      'a group whose putting back was refused passes for put back',
      'run.refused.length === 0 || run.last.memo === undefined',
      'true',
    ),
  ]),
  ...inFile('src/controllers/rollout/refresh-look.ts', [
    other(
      'AWS is never asked for an instance refresh',
      'port.activeRefresh === undefined || !isAsked || signal.aborted',
      'true',
    ),
  ]),
  ...inFile('src/controllers/rollout/rollback.ts', [
    off(
      'a group whose template another has taken back halts alone',
      'function joinRollback(run: GroupRun, peers: Iterable<GroupRun>): GroupRun',
      'run',
    ),
  ]),
  ...inFile('src/controllers/rollout/save-again.ts', [
    other(
      'saved state that is lost is never written again',
      "if (memo === undefined || losses > MOST_LOSSES || refused.includes('save-state')) return undefined",
      'return undefined',
    ),
    other('saved state that is lost is written again without end', 'losses > MOST_LOSSES', 'false'),
  ]),
  ...inFile('src/controllers/rollout/step.ts', [
    other(
      'the time for putting back never ends',
      'run.restoringSince !== undefined && at > run.restoringSince + RESTORE_SECONDS',
      'false',
    ),
    other(
      'nothing is handed back when the time for putting back is over',
      '    if (last !== undefined) return await change(request, run, last)\n',
    ),
    other(
      'the activities are never asked whose a size is',
      'if (memo === undefined || signal.aborted || !(',
      'if (true || !(',
    ),
    other(
      'a lease that was taken is not looked at before the next change',
      'followedBy.length === 0 || isTaken || request.signal.aborted',
      'followedBy.length === 0 || request.signal.aborted',
    ),
    other('every instance passes its probe', '(await request.probe?.(instances)) ??', 'undefined ??'),
  ]),
  ...inFile('src/controllers/rollout/take-turn.ts', [
    other(
      'all groups begin at once',
      'export const isInTurns = (request: RolloutRequest): request is InTurns => request.turns !== undefined',
      'export const isInTurns = (request: RolloutRequest): request is InTurns => false',
    ),
    other(
      'a group that has failed keeps no other from its turn',
      "if (outcome.failure !== undefined || FAILED.includes(outcome.status)) return { kind: 'failed', since: ended }\n",
      '\n',
    ),
    other(
      'no alarm is asked before groups begin',
      "if (turns.alarms === undefined || loop.admitted.size === 0) return 'yes'",
      "return 'yes'",
    ),
    other(
      'groups roll that their beginning has found unfit',
      'const kept = await notToBeRolled(turns, groups)',
      'await notToBeRolled(turns, groups)\n  const kept = new Map()',
    ),
  ]),
  ...inFile('src/controllers/rollout/without-doubt.ts', [
    other(
      'a group that one look leaves out is gone',
      'now - (missing.get(group) ?? now) >= GONE_AFTER_SECONDS',
      'true',
    ),
    other(
      'a look that shows a group as it was before its patch is believed',
      'if (dryRun) return false',
      'return false',
    ),
  ]),
]

/** What AWS is asked for, without the call or what it is about. */
const CALLS: readonly Mutant[] = [
  ...inFile('src/aws/act/apply.ts', [
    other('the saved state is never written', 'return tags.write(memoTags(group, change.memo))', 'return'),
    other('no renewal of a lease is ever written', 'return tags.write([runTag(group, change.memo)])', 'return'),
    other('no process is ever asked to rest', 'return suspend(connection, group, change.processes)', 'return'),
    other('no instance is ever registered', 'return registerInstances(connection, group, change)', 'return'),
    other('no size is ever set', 'return resize(connection, group, change.sizes)', 'return'),
    other('no instance is ever asked to leave', 'return terminate(connection, group, change)', 'return'),
    other('no warmed instance is ever asked to leave', 'return terminateWarm(connection, change.instances)', 'return'),
    other(
      'no launch source is ever put back',
      'return putPreviousSource(connection, { group, previous: change.previous })',
      'return',
    ),
    other('no process is ever resumed', 'return resume(connection, group, change.processes)', 'return'),
    other('the saved state stays in the tags', 'return tags.remove(clearedTags(group))', 'return'),
    other('no instance ever carries the saved state', '      await carryMemo(connection, change, warn)\n'),
    other('instances go on to carry saved state that is removed', '      await dropCarried(connection, change)\n'),
    other(
      'every process is suspended',
      'new SuspendProcessesCommand({ AutoScalingGroupName: group, ScalingProcesses })',
      'new SuspendProcessesCommand({ AutoScalingGroupName: group })',
    ),
    other(
      'every process is resumed, whoever has suspended it',
      'new ResumeProcessesCommand({ AutoScalingGroupName: group, ScalingProcesses })',
      'new ResumeProcessesCommand({ AutoScalingGroupName: group })',
    ),
    other('no minimum is ever set', '    ...(min !== undefined && { MinSize: min }),\n'),
    other('no maximum is ever set', '    ...(max !== undefined && { MaxSize: max }),\n'),
    other('no desired capacity is ever set', '    ...(desired !== undefined && { DesiredCapacity: desired }),\n'),
    other(
      'no instance that leaves gets a successor',
      'ShouldDecrementDesiredCapacity: termination.decrement',
      'ShouldDecrementDesiredCapacity: true',
    ),
    other(
      'the minimum is not lowered before an instance leaves',
      '  if (termination.min !== undefined) await resize(connection, group, { min: termination.min })\n',
    ),
    other(
      'a decrement for an instance that is gone passes for made',
      '    if (termination.decrement) throw notLowered(termination.instances, error)\n',
    ),
  ]),
  ...inFile('src/aws/act/group-tags.ts', [
    other(
      'one group whose tags AWS refuses fails all others in its call',
      'if (requests.length === 1 || isUncertain(error) || error instanceof Cancelled)',
      'if (true)',
    ),
  ]),
  ...inFile('src/aws/act/register.ts', [
    other(
      'no target group ever gets an instance',
      'await connection.send(client, new RegisterTargetsCommand({ TargetGroupArn: arn, Targets }))',
      'return',
    ),
    other(
      'no classic load balancer ever gets an instance',
      'await connection.send(client, new RegisterInstancesWithLoadBalancerCommand({ LoadBalancerName: name, Instances }))',
      'return',
    ),
  ]),
  ...inFile('src/aws/act/set-launch-source.ts', [
    other(
      'no default version is ever moved back',
      'new ModifyLaunchTemplateCommand({ LaunchTemplateId: id, DefaultVersion: String(version) })',
      'new ModifyLaunchTemplateCommand({ LaunchTemplateId: id })',
    ),
    other('no group is ever given its previous source', '  if (update === undefined) return\n', '  return\n'),
    other(
      'no new version is ever made of the previous one',
      'if (isDeepStrictEqual(latest?.LaunchTemplateData, data)) return',
      'return',
    ),
  ]),
]

/** The rules by which a bastion is replaced, and the loop around them. */
const BASTIONS: readonly Mutant[] = [
  ...inFile('src/domain/bastion/bastion.ts', [
    other(
      'the successor that has the address is not known as the bastion',
      '    alive.find(({ id }) => id === address.holder) ??\n',
    ),
    other(
      'a successor of another wish becomes the bastion',
      'alive.filter(({ memo }) => wish === undefined || memo.wish === wish)',
      'alive',
    ),
  ]),
  ...inFile('src/domain/bastion/cleanup.ts', [
    other('no temporary address is ever given back', 'for (const spare of own) {', 'for (const spare of []) {'),
    other(
      'a temporary address is released though it still points at something',
      "    if (association !== undefined)\n      return {\n        kind: 'disassociate'",
      "    if (false)\n      return {\n        kind: 'disassociate'",
    ),
    other(
      'no temporary address is ever noted on its successor',
      "if (proof.kind === 'noted' || successor === undefined) return undefined",
      'return undefined',
    ),
    other('no surplus successor ever ends', 'if (surplus === undefined) return undefined', 'return undefined'),
    other(
      'the successor with the address is ended as surplus',
      ' && successor.id !== keep?.id && successor.id !== observation.address.holder',
      '',
    ),
    other(
      'the address stays where the old bastion has ended',
      'if (address.holder !== next.id) return taking(observation, next)\n',
      '\n',
    ),
    other(
      'an address that others have moved is taken',
      'if (address.holder !== undefined && address.holder !== old?.id)\n    return { ...elsewhere',
      'if (false)\n    return { ...elsewhere',
    ),
    other(
      'no new bastion forwards packets as the old one does',
      'if (!isForwarding || !sourceDestCheck) return undefined',
      'return undefined',
    ),
  ]),
  ...inFile('src/domain/bastion/forecast.ts', [
    other(
      'every change of a bastion is believed to show at once',
      '  const { address, old, successors, temporary } = observation\n  const host',
      '  return true\n  const { address, old, successors, temporary } = observation\n  const host',
    ),
  ]),
  ...inFile('src/domain/bastion/ownership.ts', [
    off(
      'an instance with a copied tag passes for launched by a run',
      'function whyNotLaunched({ clientToken, expectedToken, launchedAt, since }: LaunchEvidence): string | undefined',
    ),
    other(
      'every address with the tag of a temporary one is a run’s',
      'if (servesAnother(address)) return none',
      "return { kind: 'noted' }\n  if (servesAnother(address)) return none",
    ),
    other(
      'a run does not know the addresses that AWS gave to it',
      '(allocated.includes(address.allocation) && !servesAnother(address))',
      'false',
    ),
  ]),
  ...inFile('src/domain/bastion/retire-old.ts', [
    other(
      'a new bastion that does not run at the address is waited for',
      "if (next.state !== 'running')",
      'if (false)',
    ),
    other(
      'a new bastion that does not answer at the address is waited for without end',
      'if (noAnswer !== undefined)',
      'if (false)',
    ),
    other(
      'the old bastion goes before the new one answers at the address',
      'firstHeardAt === undefined ||\n    lastHeardAt === undefined ||\n    at - lastHeardAt > FRESH_SECONDS ||\n    heard?.noAnswer !== undefined',
      'false',
    ),
    other(
      'the old bastion is kept for no time',
      'const left = firstHeardAt + policy.keepOldSeconds - at',
      'const left = 0',
    ),
  ]),
  ...inFile('src/domain/bastion/rules.ts', [
    other(
      'what is to be taken back of a bastion goes on',
      "if (policy.intent === 'undo') return undoStep(observation, old, state)\n",
      '\n',
    ),
    other(
      'a subnet without room is tried again and again',
      'policy.subnets.find(({ id }) => full[id] === undefined)',
      'policy.subnets[0]',
    ),
    off(
      'a new bastion is asked before it has passed its checks',
      'function standingOf({ state, checks }: BastionHost): string | undefined',
    ),
    other(
      'a new bastion that does not start is waited for without end',
      "(tooLate || next.state === 'stopping' || next.state === 'stopped')",
      'false',
    ),
    other('a new bastion that does not answer is waited for without end', 'if (noAnswer !== undefined)', 'if (false)'),
    other(
      'one more temporary address is allocated whoever claims to have one',
      'if (claimed.length > 0)',
      'if (false)',
    ),
  ]),
  ...inFile('src/domain/bastion/ssh-check.ts', [
    other(
      'an answer of another instance counts for this one',
      'before?.instance === instance && before.association === association ? before : undefined',
      'before',
    ),
  ]),
  ...inFile('src/domain/bastion/undo.ts', [
    other(
      'the address never goes back to the old bastion',
      'if (address.holder === undefined || held) return addressBack(observation, old)\n',
      '\n',
    ),
    other(
      'the old bastion stays without the protection that it had',
      'if (old.protected === false && successors.some(({ memo }) => memo.wasProtected))',
      'if (false)',
    ),
    other('temporary addresses stay when a bastion is put back', 'if (spares !== undefined) return spares\n', '\n'),
    other(
      'what was launched stays when a bastion is put back',
      'if (launched !== undefined)\n    return { kind:',
      'if (false)\n    return { kind:',
    ),
  ]),
  ...inFile('src/controllers/bastion/advance.ts', [
    other(
      'the next step of a bastion is decided before the last one shows',
      'else if (observation.at - track.unseen.since < LAG_SECONDS) return true\n',
      '\n',
    ),
    other(
      'the time for a bastion never ends',
      "if (track.policy.intent === 'replace' && observation.at > request.deadline)",
      'if (false)',
    ),
    other(
      'the time for putting back a bastion never ends',
      'if (track.backSince !== undefined && observation.at > track.backSince + BASTION_RESTORE_SECONDS)',
      'if (false)',
    ),
  ]),
  ...inFile('src/controllers/bastion/change.ts', [
    off(
      'a run forgets what it has launched for a bastion',
      'function learn(track: BastionRun, step: BastionChange, { id, at }: CreatedResource & { readonly at: number }): void',
      '',
    ),
  ]),
  ...inFile('src/controllers/bastion/failure.ts', [
    other('a lost answer ends the replacement of a bastion', '  if (isUncertain(error)) {', '  if (false) {'),
    other('a bastion that has failed is not put back', "  track.policy = { ...track.policy, intent: 'undo' }\n"),
  ]),
  ...inFile('src/controllers/bastion/outcome.ts', [
    other(
      'what may be a run’s is passed over in silence at the end of a bastion',
      'last === undefined ? [] : unknownLeft(last)\n  const failure',
      '[]\n  const failure',
    ),
  ]),
  ...inFile('src/controllers/bastion/replace.ts', [
    other(
      'a cancelled run goes on with its bastion',
      "    if (signal.aborted) return ending(track, 'unfinished', CANCELLED)\n",
    ),
    other(
      'a look at a bastion that AWS does not answer ends the run',
      'error instanceof UserError ||\n      (track.backSince',
      'true ||\n      (track.backSince',
    ),
  ]),
]

/** Every rule that no other mutant switches off as a whole. */
export const WHOLE_RULE_MUTANTS: readonly Mutant[] = [...DECISIONS, ...CONTROL, ...CALLS, ...BASTIONS]

/** The names of mutants of other files that switch a whole rule off. */
const ELSEWHERE: readonly string[] = [
  'what new instances carry is not looked for',
  'there is no floor',
  'the total budget is not asked',
  'instances leave before all new ones are ready',
  'force replaces nothing',
  'a slow start is not waited for',
  'a lease never expires',
  'an instance that failed in between has been ready all the time',
  'processes that were suspended before are saved as the run’s own',
  'broken instances leave last',
  'a lost answer halts a roll',
  'a failed gate leads to what other failures lead to',
  'an instance leaves though AWS does not say whether others refresh the group',
  'a roll does not end at its deadline',
  'no termination lowers the desired capacity',
  'an instance that is gone fails its termination',
  'a warmed instance that is gone fails the termination of others',
  'an instance that does not run fails the registration of others',
  'the new bastion is not protected like the old one',
  'a protected bastion is terminated',
  'a bastion that is ending is gone back to',
  'an address that an operator moved is moved',
  'a bastion that ended is launched again',
  'a launched bastion that EC2 does not show is launched again',
  'the address moves before the new bastion answers',
  'the address goes back to a bastion that is stopped',
  'nothing to do is believed at once',
]

/** The mutants among these that switch a whole rule off, each rule once. */
export const wholeRulesOf = (mutants: readonly Mutant[]): readonly Mutant[] =>
  mutants.filter((mutant) => WHOLE_RULE_MUTANTS.includes(mutant) || ELSEWHERE.includes(mutant.name))
