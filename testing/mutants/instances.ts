import { inFile } from './mutant.ts'

/** Mutants of what is known of single instances: ready, failed, in the warm pool, in the dark. */
export const INSTANCE_MUTANTS = [
  ...inFile('src/domain/rollout/readiness.ts', [
    { name: 'of an unhealthy instance on its way it is not said', find: "phaseOf(instance) === 'pending' && !instance.healthy ?", replace: "lifecycle === '' ?" }, // prettier-ignore
    { name: 'of what an operator has taken out of service its health is said', find: "phaseOf(instance) === 'pending' && ", replace: '' }, // prettier-ignore
    {
      name: 'an instance that its group calls unhealthy serves',
      find: "!== 'InService' || !instance.healthy) return 'no'",
      replace: "!== 'InService') return 'no'",
    },
    {
      name: 'load balancers are not asked',
      find: 'for (const { state } of instance.balancers) {',
      replace: 'for (const { state } of [] as Signs["balancers"]) {',
    },
    { name: 'an answer that can never turn healthy is waited for', find: "state !== 'unused' && ", replace: '' },
    {
      name: 'a load balancer that does not serve its zone is waited for',
      find: " && state !== 'unserved')",
      replace: ')',
    },
    {
      name: 'an instance that no load balancer serves is ready',
      find: "if (state === 'unserved') verdict ??= 'no'",
      replace: "if (state === 'unserved') continue",
    },
    {
      name: 'without a load balancer InService is enough',
      find: "return checks === 'ok' ? 'yes'",
      replace: "return checks !== 'unknown' ? 'yes'",
    },
    {
      name: 'status checks that are not known have passed',
      find: "checks === 'unknown' ? 'unknown' : 'no'",
      replace: "checks === 'unknown' ? 'yes' : 'no'",
    },
    {
      name: 'status checks that are not known have failed',
      find: "checks === 'unknown' ? 'unknown' : 'no'",
      replace: "'no'",
    },
    {
      name: 'status checks are asked of an instance of which a load balancer tells',
      find: "state === 'unused' || (state",
      replace: "state !== 'healthy' || (state",
    },
    {
      name: 'status checks are not asked in the dark',
      find: "|| (state === 'unregistered' && memo?.dark === true)",
      replace: '',
    },
  ]),
  ...inFile('src/controllers/rollout/outcome.ts', [
    {
      name: 'a version is told of a launch source that could not be read',
      find: 'if (isUnread({ unknown }))',
      replace: 'if (isUnread({}))',
    },
    {
      name: 'a restore that leaves old instances does not say what the group launches',
      find: "status === 'restored' && changed ?",
      replace: 'policy.force ?',
    },
    {
      name: 'a roll that was taken back is told to go back once more',
      find: 'const isBack = isBeingTakenBack({ memo: memo ?? first.memo, source })',
      replace: 'const isBack = false',
    },
    {
      name: 'suspensions that AWS has made are told as those of a run',
      find: ' && !isSuspendedByAws(fleet, process)',
      replace: '',
    },
    {
      name: 'one suspended process is told as what a run has left',
      find: 'asWhileRolling.length > 1',
      replace: 'asWhileRolling.length > 0',
    },
    {
      name: 'a roll that finds nothing old says nothing of what does not serve',
      find: 'last.memo !== undefined ? [] : notServing(last, policy)',
      replace: 'true ? [] : notServing(last, policy)',
    },
    {
      name: 'a run says nothing of protected instances that stay beyond the desired capacity',
      find: '...(changed && last.memo === undefined ? protectedSurplus(last) : []),',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/skipped.ts', [
    {
      name: 'an instance of which nothing is known is said not to serve',
      find: '!isServing(each) && !mayServeUnseen(each)',
      replace: '!isServing(each)',
    },
    {
      name: 'an instance that AWS may take away passes for one that stays',
      find: ' && each.protectedFromScaleIn)\n  const capacity',
      replace: ')\n  const capacity',
    },
  ]),
  ...inFile('src/domain/rollout/capacity.ts', [
    {
      name: 'a protected instance is left alone although EC2 has ended it',
      find: " || protectedInstances !== 'ignore' || hasEnded(instance)) return false",
      replace: " || protectedInstances !== 'ignore') return false",
    },
  ]),
  ...inFile('src/aws/observe/status-checks.ts', [
    {
      name: 'EC2 is not asked of instances that do not run',
      find: ', IncludeAllInstances: true',
      replace: '',
    },
    {
      name: 'of an instance that EC2 has ended it is not known whether it serves',
      find: 'if (ENDED.has(ended))',
      replace: 'if (false)',
    },
    {
      name: 'a failed status check counts only where none initializes',
      find: "state === 'impaired')\n  if (failed)",
      replace: "state === 'impaired')\n  if (failed && checks.every(({ state }) => state !== 'initializing'))",
    },
    { name: 'status checks that initialize have passed', find: 'if (pending)', replace: 'if (false)' },
    { name: 'status checks without data have passed', find: 'if (untold)', replace: 'if (false)' },
    {
      name: 'an instance that EC2 does not list has passed',
      find: '?? UNTOLD',
      replace: "?? { state: 'ok', reason: '' }",
    },
    {
      name: 'an instance that EC2 does not know hides the others',
      find: "if (!isRefusedAs(error, 'instance does not exist')) throw error",
      replace: 'throw error',
    },
    {
      name: 'attached volumes are not looked at',
      find: 'state: AttachedEbsStatus?.Status',
      replace: 'state: undefined',
    },
  ]),
  ...inFile('src/domain/rollout/served-zones.ts', [
    {
      name: 'a subnet that is out of the group is to be taken out of it',
      find: 'fleet.zones?.includes(zone) !== false',
      replace: 'true',
    },
    {
      name: 'one load balancer that leaves a zone out is enough to refuse',
      find: 'served.every(',
      replace: 'served.some(',
    },
    {
      name: 'a group without a load balancer in use is refused for its zones',
      find: 'served.length === 0 ? [] : ',
      replace: '',
    },
    {
      name: 'the zones of instances are not looked at',
      find: 'if (first === undefined)',
      replace: 'if (first !== null)',
    },
  ]),
  ...inFile('src/aws/observe/health-states.ts', [
    {
      name: 'both meanings of Target.NotInUse are one',
      find: "SENDS_NOTHING.test(Description ?? '') ? 'unused' : 'unserved'",
      replace: "'unused'",
    },
    {
      name: 'a zone that a classic load balancer does not serve is waited for',
      find: "if (Description?.includes('not configured to route traffic')) return 'unserved'",
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/capacity.ts', [
    {
      name: 'an outdated instance that was seen to come up is ready at once',
      find: '(isLongSince(instance) || isWarm(instance))',
      replace: 'true',
    },
    {
      name: 'a slow start is not waited for',
      find: 'Math.max(policy.warmupSeconds, fleet.slowStartSeconds ?? 0)',
      replace: 'policy.warmupSeconds',
    },
    {
      name: 'an instance of a type that is no longer launched is current',
      find: ' && (source.types?.includes(instance.type) ?? true)',
      replace: '',
    },
    {
      name: 'an instance whose root volume is replaced is terminated',
      find: ' && !isReplacingRootVolume(instance)',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/lifecycle.ts', [
    {
      name: 'a retained instance is waited for',
      find: "'Terminating:Retained': 'retained'",
      replace: "'Terminating:Retained': 'leaving'",
    },
    {
      name: 'an instance whose root volume is replaced is no capacity',
      find: "'ReplacingRootVolume:Wait': 'replacing its root volume'",
      replace: "'ReplacingRootVolume:Wait': 'detached'",
    },
  ]),
  ...inFile('src/domain/rollout/readiness-history.ts', [
    {
      name: 'an instance that failed in between has been ready all the time',
      find: 'serving ? (before?.readySince ?? answeredAt) : undefined',
      replace: 'before?.readySince ?? (serving ? answeredAt : undefined)',
    },
    {
      name: 'the time of an instance goes on while its root volume is replaced',
      find: " || phase === 'replacing its root volume'",
      replace: '',
    },
    {
      name: 'the time of an instance begins in the warm pool',
      find: "phase === 'warm' || phase === 'leaving the pool'",
      replace: "phase === 'leaving the pool'",
    },
    { name: 'the time of an instance goes on in Standby', find: 'rests ? at :', replace: 'false ? at :' },
  ]),
  ...inFile('src/domain/rollout/failures.ts', [
    {
      name: 'one failure more is borne',
      find: 'failures.length < situation.policy.maxFailures',
      replace: 'failures.length <= situation.policy.maxFailures',
    },
    {
      name: 'an instance that is warming up is overdue',
      find: '(!isServing(each) || awaitsProbe(each, fleet, policy)) &&',
      replace: '',
    },
    {
      name: 'an overdue instance is named again and again while AWS takes nothing away',
      find: "isBorne && fleet.suspended.includes('Terminate')",
      replace: 'isBorne && fleet.suspended.length < 0',
    },
    { name: 'an instance in the dark is overdue', find: '!isExcused(situation, each)', replace: 'true' },
    {
      name: 'overdue instances are not added to the failures before',
      find: 'failuresIn(situation).length + late.length',
      replace: 'late.length',
    },
    {
      name: 'a full zone fails a roll at once',
      find: '{ full: 60,',
      replace: '{ full: 0,',
    },
    {
      name: 'an instance that a bad day of AWS has ended fails a roll',
      find: '!isTransient(each) || (goesOn && each.at >= begun)',
      replace: 'true',
    },
    {
      name: 'an instance that a bad day of AWS has ended unseen fails a roll',
      find: '!isTransient(each) || (goesOn && each.at >= begun)',
      replace: '!isTransient(each) || each.words === each.reason || (goesOn && each.at >= begun)',
    },
    {
      name: 'instances that AWS ends unseen without end are borne',
      find: '...state.lost.filter(counts), ...unseen]',
      replace: '...state.lost.filter(counts)]',
    },
    {
      name: 'instances that AWS ends without end are borne',
      find: '!isTransient(each) || (goesOn && each.at >= begun)',
      replace: '!isTransient(each)',
    },
    {
      name: 'two bad days of AWS are one',
      find: 'before !== undefined && at - before.at < BORNE_SECONDS.transient ? start : at',
      replace: 'before !== undefined ? start : at',
    },
    { name: 'words that are not known fail a roll at once', find: 'unknown: 60,', replace: 'unknown: 0,' },
    { name: 'a bad day of AWS is borne a minute only', find: 'transient: 600,', replace: 'transient: 60,' },
    { name: 'what only a person can mend is borne', find: 'final: 0 }', replace: 'final: 60 }' },
    {
      name: 'a shortage is not borne while instances of the group are leaving',
      find: "if (means === 'full' && leavingAt !== undefined && at <= leavingAt + FREED_SECONDS) return true",
      replace: '',
    },
    {
      name: 'whatever fails is borne while instances of the group are leaving',
      find: "means === 'full' && leavingAt",
      replace: 'leavingAt',
    },
    { name: 'what leaves counts to the moment', find: 'leavingAt + FREED_SECONDS', replace: 'leavingAt' },
    { name: 'a failed launch that was made good fails a roll', find: '|| madeGood', replace: '' },
    {
      name: 'failures of a roll count in its rollback',
      find: 'rollback === undefined || at > rollback.since',
      replace: 'true',
    },
  ]),
  ...inFile('src/domain/rollout/launch-stall.ts', [
    {
      name: 'a launch that does not begin is waited for without end',
      find: 'if (fleet.at - since < STALLED_SECONDS) return undefined',
      replace: 'if (fleet.at - since < Infinity) return undefined',
    },
    {
      name: 'a launch that does not begin ends a roll unasked',
      find: 'launchOutlook === undefined || isOutlookNeeded(fleet, state)',
      replace: 'launchOutlook === undefined',
    },
    {
      name: 'the last launch that AWS tells of is not counted',
      find: 'state.launchOutlook?.lastLaunchAt ?? 0,',
      replace: '0,',
    },
    { name: 'a failed launch is none', find: 'fleet.failedLaunches[0]?.at ?? 0,', replace: '0,' },
    {
      name: 'what leaves while something is full does not count',
      find: 'isFull ? (state.leavingAt ?? 0) : 0',
      replace: '0',
    },
    { name: 'whatever leaves counts', find: 'isFull ? (state.leavingAt ?? 0) : 0', replace: 'state.leavingAt ?? 0' },
    {
      name: 'an instance that comes does not begin the wait anew',
      find: 'hasArrived || isRaised',
      replace: 'isRaised',
    },
    { name: 'a raised capacity does not begin the wait anew', find: 'hasArrived || isRaised', replace: 'hasArrived' },
    { name: 'every look begins the wait anew', find: '(state.outstandingSince ?? now.at)', replace: 'now.at' },
  ]),
  ...inFile('src/domain/rollout/launch-failures.ts', [
    {
      name: 'a full subnet is not known',
      find: 'InsufficientFreeAddressesInSubnet|not enough free addresses|',
      replace: 'InsufficientFreeAddressesInSubnet|',
    },
    {
      name: 'a target group that is gone is not known',
      find: '(Validating|Updating) load balancer configuration failed',
      replace: 'Updating load balancer configuration failed',
    },
    { name: 'words that are not known are final', find: "?.means ?? 'unknown'", replace: "?.means ?? 'final'" },
  ]),
  ...inFile('src/domain/rollout/run-state.ts', [
    {
      name: 'a new instance that leaves a group which others have made smaller has failed',
      find: 'Math.max(before - sizes.desired, before - capacityOf(left) - now.sizes.desired)',
      replace: 'before - sizes.desired',
    },
    {
      name: 'what leaves by the run’s own decrement excuses a new instance that has failed',
      find: 'before - capacityOf(left) - now.sizes.desired',
      replace: 'before - now.sizes.desired',
    },
    {
      name: 'instances that leave are not seen',
      find: '...(now.instances.some(holdsRoom) && { leavingAt: now.at }),',
      replace: '',
    },
    {
      name: 'instances that have left are forgotten at once',
      find: '...(now.instances.some(holdsRoom) && { leavingAt: now.at }),',
      replace: 'leavingAt: now.instances.some(holdsRoom) ? now.at : undefined,',
    },
    {
      name: 'an instance that served and left is a failure',
      find: 'isOfNoUse(each) && isCounted(each)',
      replace: 'isCounted(each)',
    },
    {
      name: 'an instance that one look leaves out is a failure',
      find: 'now.at - each.at < CERTAIN_AFTER_SECONDS ? missing : lost',
      replace: 'lost',
    },
    {
      name: 'a surplus instance that leaves is a failure',
      find: '!isLeaving(present.get(each.id)) || !isTooMany(each)',
      replace: 'true',
    },
    {
      name: 'when the group was complete is not known',
      find: 'const completeAt = completeSince(state, before)',
      replace: 'const { completeAt } = state',
    },
  ]),
  ...inFile('src/domain/rollout/warm-pool.ts', [
    {
      name: 'the warm pool is emptied while a launch is outstanding',
      find: 'old.length > 0 && capacity.total < fleet.sizes.desired',
      replace: 'false',
    },
    {
      name: 'a warmed instance is terminated again and again',
      find: '!state.discarded.includes(id)',
      replace: "id !== ''",
    },
    {
      name: 'a warmed instance that leaves is not waited for',
      find: 'return first &&',
      replace: 'return undefined &&',
    },
    {
      name: 'any lifecycle of the warm pool is one that leaves it',
      find: "phaseOf(instance) === 'warm'",
      replace: 'false',
    },
  ]),
  ...inFile('src/domain/rollout/dark-launch.ts', [
    {
      name: 'an instance that may be in the dark is not registered where its load balancer cannot be asked',
      find: ' ?? registerUnseen(staying, situation)',
      replace: '',
    },
    {
      name: 'instances that were there before the dark launch are registered unseen',
      find: 'current.filter((each) => instances.includes(each) && !isSince(each))',
      replace: 'instances.filter((each) => !isSince(each))',
    },
    {
      name: 'an instance from a warm pool that may be in the dark is not registered unseen',
      find: '[...instances.filter(isSince), ...earlier]',
      replace: 'instances.filter(isSince)',
    },
    {
      name: 'an instance is registered unseen without end',
      find: 'made.balancer === balancer && made.instances.includes(id)',
      replace: 'false',
    },
    {
      name: 'new instances are not kept in the dark',
      find: 'suspended.includes(REGISTERING) ? [] : [REGISTERING]',
      replace: '[]',
    },
    {
      name: 'a run resumes AddToLoadBalancer that was suspended before it',
      find: 'suspended.includes(REGISTERING) ? [] : [REGISTERING]',
      replace: '[REGISTERING]',
    },
    {
      name: 'an ordinary roll takes over instances that are dark and wait to be released',
      find: 'dark === undefined && memo !== undefined &&',
      replace: 'false && memo !== undefined &&',
    },
    {
      name: 'a released half is dark for as long as an instance that is to leave is',
      find: 'dark === true && released !== true',
      replace: 'dark === true',
    },
    {
      name: 'what others have suspended again is resumed in a dark launch',
      find: 'isHeld(situation) && situation.state.hasLetOthersIn !== true',
      replace: 'isHeld(situation)',
    },
    {
      name: 'a roll that goes dark anew passes for released',
      find: 'dark: true, released: undefined, suspends',
      replace: 'dark: true, suspends',
    },
    {
      name: 'dark instances are released without probe and bake',
      find: '(takenBack ? undefined : awaitRelease(situation)) ??',
      replace: '',
    },
    {
      name: 'dark instances are released before the last is up',
      find: 'if (down) return wait',
      replace: 'if (false) return wait',
    },
    {
      name: 'the bake is not waited for',
      find: 'if (left > 0) return waitBecause(`the dark',
      replace: 'if (left > 1e9) return waitBecause(`the dark',
    },
    {
      name: 'the bake goes on while an instance is down',
      find: '&& current.every(isUp)\n',
      replace: '\n',
    },
    {
      name: 'the bake begins while dark instances are still to come',
      find: ' && total >= fleet.sizes.desired',
      replace: '',
    },
    {
      name: 'a release by hand is not waited for',
      find: 'if (!dark.byHand) return undefined',
      replace: 'return undefined',
    },
    {
      name: 'outdated instances leave before the released ones serve',
      find: 'awaitService(situation) ??',
      replace: '',
    },
    {
      name: 'dark instances that stay are not registered when a roll is undone',
      find: 'if (!memo.dark || surplus(situation).length > 0) return undefined',
      replace: 'return undefined',
    },
    {
      name: 'the surplus is registered when a dark launch is undone',
      find: '|| surplus(situation).length > 0) return undefined',
      replace: ') return undefined',
    },
  ]),
]
