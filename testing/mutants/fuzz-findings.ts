import { inFile } from './mutant.ts'

/** Mutants of rules that seeds of the fuzzer have asked for: each is a defect that one of them has shown. */
export const FUZZ_FINDING_MUTANTS = [
  ...inFile('src/domain/rollout/readiness-history.ts', [
    {
      name: 'an instance serves since a look began that AWS has answered late',
      find: '(before?.readySince ?? answeredAt)',
      replace: '(before?.readySince ?? at)',
    },
    {
      name: 'an instance that was seen to come up passes for one that was always there',
      find: '(!serving || before?.cameUp === true) && ',
      replace: 'false && ',
    },
    {
      name: 'a slow start is none once an instance serves',
      find: 'at - readySince < slowStartSeconds',
      replace: 'false',
    },
  ]),
  ...inFile('src/aws/observe/fleets.ts', [
    {
      name: 'the answers of a look are as old as the look',
      find: 'const answeredAt = moment()',
      replace: 'const answeredAt = now',
    },
  ]),
  ...inFile('src/domain/rollout/capacity.ts', [
    {
      name: 'an outdated instance that was launched a moment ago is warm at the first look',
      find: ' && firstSeenAt - launchedAt >= warmupSeconds + START_SECONDS',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/bake.ts', [
    {
      name: 'a bake begins before AWS has answered what is up',
      find: '{ gate, since: answeredAt }',
      replace: '{ gate, since: at }',
    },
  ]),
  ...inFile('src/domain/rollout/budget.ts', [
    {
      name: 'of outdated ones that are taken back the slowly started do not leave first',
      find: 'startingSlowly([...instances.current, ...instances.outdated], fleet)',
      replace: 'startingSlowly(instances.current, fleet)',
    },
    {
      name: 'one that serves since AWS has answered a look starts slowly without a slow start',
      find: 'if (slowStartSeconds === 0) return new Set()',
      replace: '',
    },
    {
      name: 'one with its full share leaves for one that starts slowly and stays',
      find: 'serving && isFull(instance) && weight > fullSpare',
      replace: 'false',
    },
    {
      name: 'as many with their full share leave as there are spare ones that serve',
      find: 'if (serving && isFull(instance)) fullSpare -= weight',
      replace: '',
    },
    {
      name: 'whatever served at the first look starts slowly',
      find: ' || isYoung(each)',
      replace: ' || true',
    },
    {
      name: 'what was launched long ago and served at the first look starts slowly',
      find: ' && at - bornAt(each) < slowStartSeconds + BOOTED_SECONDS',
      replace: '',
    },
    {
      name: 'only the last launched of what served at the first look starts slowly',
      find: 'lastBorn - bornAt(each) < slowStartSeconds',
      replace: 'lastBorn === bornAt(each)',
    },
    {
      name: 'one that was seen to come up has its full share once others are launched',
      find: 'each.cameUp === true || isYoung(each)',
      replace: 'isYoung(each)',
    },
    {
      name: 'what serves and is not warm yet leaves while too few are ready',
      find: '(isServing(instance) && counted > ready)',
      replace: '(capacity.ready.has(instance) && counted > ready)',
    },
    {
      name: 'what stays because Terminate is suspended is named again',
      find: "!suspended.includes('Terminate') || !named.includes(id)",
      replace: 'true || !named.includes(id)',
    },
  ]),
  ...inFile('src/domain/rollout/inherited-wish.ts', [
    {
      name: 'room of which no launch tells is a wish',
      find: "!(mayBeOurs && isRoom && (latest.by !== 'termination' || mayRaiseAgain(memo, { min, leftAt: latest.at })))",
      replace: 'true',
    },
    {
      name: 'any size of which nothing tells is room of the run',
      find: 'mayBeOurs && isRoom && (',
      replace: 'mayBeOurs && (',
    },
    {
      name: 'no room is made once more after a departure',
      find: ' || mayRaiseAgain(memo, { min, leftAt: latest.at })',
      replace: '',
    },
    {
      name: 'room is made once more after a departure for whatever was carried out before',
      find: ' && memo.scheduledUntil >= leftAt',
      replace: '',
    },
    {
      name: 'of room from room no launch tells, so it is a wish',
      find: ' || (hasMoreRoom(memo, min) && isInRoom(latest.to, memo))',
      replace: '',
    },
    {
      name: 'any size of which nothing tells is room from room where it may be made twice',
      find: 'hasMoreRoom(memo, min) && isInRoom(latest.to, memo)',
      replace: 'hasMoreRoom(memo, min)',
    },
    {
      name: 'a size of which nothing tells is room from room though it is made but once',
      find: 'hasMoreRoom(memo, min) && isInRoom(latest.to, memo)',
      replace: 'isInRoom(latest.to, memo)',
    },
    {
      name: 'room that was made before the minimum was raised is a wish',
      find: 'from === desired || from === memo.sizes.desired',
      replace: 'from === desired',
    },
    {
      name: 'room from a size that was wished before is a wish',
      find: 'isOfEarlierWish || ',
      replace: '',
    },
    {
      name: 'room that has overwritten a wish is one itself',
      find: 'const raise = overwritingRaise(desired, earlier, { memo })',
      replace: 'const raise = overwritingRaise(desired, [], { memo })',
    },
    {
      name: 'a smaller wish that room has overwritten takes capacity away',
      find: 'return raise.from > raise.to ? { desired: raise.from, left: sizes.desired } : undefined',
      replace: 'return { desired: raise.from, left: sizes.desired }',
    },
    {
      name: 'a wish that room has overwritten is forgotten once it is adopted',
      find: '!isInRoom(before, memo) && !isAdopted',
      replace: '!isInRoom(before, memo)',
    },
    {
      name: 'whatever was set last is the room of the run',
      find: ' || earlier.some((each) => each !== raise && mayHaveRoom(each))',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/memo-bounds.ts', [
    {
      name: 'a wish is saved above its maximum',
      find: 'max: Math.max(max, desired)',
      replace: 'max',
    },
  ]),
  ...inFile('src/domain/rollout/dark-launch.ts', [
    {
      name: 'an unhealthy instance that never comes into service is waited for',
      find: "each.lifecycle !== 'InService' && each.healthy)",
      replace: "each.lifecycle !== 'InService')",
    },
  ]),
  ...inFile('src/domain/rollout/follow.ts', [
    {
      name: 'what the run before has raised is others’ where this one has a larger surge',
      find: '(state.highestBefore ?? highestDesired(memo))',
      replace: 'highestDesired(memo)',
    },
    {
      name: 'what the run before has left on purpose is others’',
      find: ' || memo.handedSizes !== undefined) return false',
      replace: ') return false',
    },
    {
      name: 'bounds of an action whose answer was lost are others’ as well',
      find: '    !isSetForDue(bound, situation) &&\n',
      replace: '',
    },
    {
      name: 'a minimum in the room of the roll is saved above its wish',
      find: 'Math.max(min, Math.min(seen, maxIsSet ? max : mostWished(fleet, memo)))',
      replace: 'Math.min(seen, maxIsSet ? max : mostWished(fleet, memo))',
    },
  ]),
  ...inFile('src/domain/rollout/changes/terminate.ts', [
    {
      name: 'an old answer that shows one in Standby lets it be terminated again',
      find: "isCounted(instance) || phaseOf(instance) === 'standby'",
      replace: 'isCounted(instance)',
    },
  ]),
  ...inFile('src/domain/rollout/adopted-schedule.ts', [
    {
      name: 'a scheduled minimum is saved above the maximum',
      find: 'Math.max(bound, min)',
      replace: 'bound',
    },
    {
      name: 'a scheduled minimum makes the maximum of an operator pass for the run’s own',
      find: "sets('min') ? before.max : memo.sizes.max",
      replace: 'memo.sizes.max',
    },
    {
      name: 'a scheduled action that AWS has dropped passes for carried out',
      find: 'last === undefined || missed(fleet, withHandBack(memo, state)).length > 0',
      replace: 'last === undefined',
    },
  ]),
  ...inFile('src/domain/rollout/scheduled-actions.ts', [
    {
      name: 'a wish that a lost decrement has crossed passes for that of an action where none fell due',
      find: "fitting(due, before).some(({ sizes }) => bound === 'desired' || ",
      replace: "bound === 'desired' || fitting(due, before).some(({ sizes }) => ",
    },
    {
      name: 'bounds of others pass for those of an action that does not fit',
      find: 'fitting(due, before).some(',
      replace: 'due.some(',
    },
    {
      name: 'a scheduled action that can not be saved is lost',
      find: "due.length === 0 || policy.refused?.includes('resize') === true",
      replace:
        "due.length === 0 || policy.refused?.includes('resize') === true || policy.refused?.includes('save-state') === true",
    },
    {
      name: 'a scheduled action that can not be saved is forgotten once the processes run again',
      find: 'missed(fleet, withHandBack(memo, state))',
      replace: 'missed(fleet, memo)',
    },
    {
      name: 'what is beyond a scheduled capacity passes for growth by policies',
      find: 'memo.follows === true && desired > wished.desired',
      replace: 'false',
    },
    {
      name: 'a minimum is held that is not known for the run’s own',
      find: 'Math.min(desired, highestMin(memo))',
      replace: 'desired',
    },
  ]),
  ...inFile('src/domain/rollout/suspensions.ts', [
    {
      name: 'a roll that finds more to do goes on while the processes run',
      find: "state.letRun !== true || policy.intent !== 'roll'",
      replace: "true || policy.intent !== 'roll'",
    },
    {
      name: 'processes that run again are not suspended before an instance leaves',
      find: "(raises || action.kind === 'terminate')",
      replace: 'raises',
    },
  ]),
  ...inFile('src/domain/rollout/rules.ts', [
    {
      name: 'it is not known which instances that stay AWS has accepted to terminate',
      find: 'crossedWish(fleet, state.decrement, state.named)',
      replace: 'crossedWish(fleet, state.decrement)',
    },
  ]),
  ...inFile('src/domain/rollout/crossed-wish.ts', [
    {
      name: 'no wish is known that has crossed a decrement with Terminate suspended',
      find: 'isThere && !isLoweredAlone(fleet, decrement, accepted)',
      replace: 'isThere',
    },
    {
      name: 'an instance that stays though Terminate runs was named in a decrement that was carried out',
      find: "fleet.suspended.includes('Terminate') &&",
      replace: '',
    },
    {
      name: 'a decrement of instances that stay is known to be carried out before looks may show it',
      find: '!isLoweringOpen(fleet, decrement) &&',
      replace: '',
    },
    {
      name: 'no activity tells that a decrement of instances that stay was carried out',
      find: 'decrement.loweredFrom !== undefined ||',
      replace: '',
    },
    {
      name: 'a decrement of instances that stay was carried out where AWS has accepted a part of it',
      find: 'decrement.instances.every((id) => accepted.includes(id))',
      replace: 'decrement.instances.some((id) => accepted.includes(id))',
    },
    {
      name: 'a decrement of instances that stay was carried out whatever AWS has accepted',
      find: '(decrement.loweredFrom !== undefined || decrement.instances.every((id) => accepted.includes(id)))',
      replace: 'true',
    },
    {
      name: 'the size is lowered again while a look may not show that it was, though nothing leaves',
      find: "  suspended.includes('Terminate') &&\n",
      replace: '  false &&\n',
    },
    {
      name: 'a decrement without an answer is waited for where its instances would show it',
      find: "  suspended.includes('Terminate') &&\n",
      replace: '',
    },
  ]),
  ...inFile('src/controllers/rollout/after-look.ts', [
    {
      name: 'a dark roll of a group without instances bakes for ever',
      find: 'hasDarkHalf(situation.memo) && situation.capacity.current.length > 0',
      replace: 'hasDarkHalf(situation.memo)',
    },
    {
      name: 'a roll bakes in the dark for as long as an instance that is to leave is there',
      find: 'situation !== undefined && hasDarkHalf(situation.memo) &&',
      replace: 'situation !== undefined && situation.memo.dark === true &&',
    },
    {
      name: 'a decrement without an answer names no instance, also where the size shows it',
      find: 'namedBy(state.decrement, state)',
      replace: '{}',
    },
    {
      name: 'what others had set counts after another wish is saved',
      find: '...(hasSavedSizes(run, fleet) && OUTDATED),',
      replace: '',
    },
    {
      name: 'what others had set is forgotten when another run saves its sizes',
      find: '  state.leaseClaimed &&\n  last.memo',
      replace: '  last.memo',
    },
  ]),
  ...inFile('src/controllers/rollout/after-activities.ts', [
    {
      name: 'what others have set since the run before is not told',
      find: '{ last: sizesFromActivities(',
      replace: '{ last: undefined && sizesFromActivities(',
    },
    {
      name: 'what a run reads while it is at work passes for set since another was lost',
      find: 'asksForInherited(run) && state.sizesFromActivities === undefined',
      replace: 'state.sizesFromActivities === undefined',
    },
    {
      name: 'what a process has set without an answer passes for set since another was lost',
      find: ' && state.sizesFromActivities === undefined && setBefore',
      replace: ' && setBefore',
    },
    {
      name: 'tags that others have written tell when the run before was alive',
      find: 'first.memo?.startedAt === last.memo?.startedAt ? (first.memo?.heartbeatAt ?? 0) : 0',
      replace: 'first.memo?.heartbeatAt ?? 0',
    },
  ]),
  ...inFile('src/controllers/rollout/after-change.ts', [
    {
      name: 'nothing is remembered of instances that were named',
      find: 'named: [...(state.named ?? []), ...change.instances]',
      replace: 'named: state.named',
    },
    {
      name: 'the last steps are not remembered',
      find: '...(isLast && {',
      replace: '...(false && {',
    },
    {
      name: 'a dark launch that lets others in is in its last steps',
      find: 'change.processes.some((process) => process !== REGISTERING)',
      replace: 'true',
    },
    {
      name: 'a wish that can not be saved is the run’s own once other sizes are put back',
      find: 'sizes.desired !== undefined || left === undefined || desired',
      replace: 'sizes.desired !== undefined || true || desired',
    },
    {
      name: 'a change of MaxSize alone does not tell the desired capacity that was seen',
      find: ' || left === undefined || desired === memo?.sizes.desired',
      replace: ' || desired === memo?.sizes.desired',
    },
    {
      name: 'a wish that was overwritten is lost with the tags of the group',
      find: 'memo !== undefined && !isOtherWish ? state.overwritten',
      replace: 'false ? state.overwritten',
    },
    {
      name: 'a wish is lost with which others have set the maximum to the same size',
      find: 'left !== undefined && isBroughtDown({ desired, max: now.max }, left)',
      replace: 'now.max === desired',
    },
    {
      name: 'it is not known when the processes were let run',
      find: '{ state: { ...state, letRun: true, letRunAt } }',
      replace: '{ state: { ...state, letRun: true } }',
    },
    {
      name: 'resuming others passes for letting scheduled actions run again',
      find: 'change.processes.includes(SCHEDULING) ? run.last.at : state.letRunAt',
      replace: 'run.last.at',
    },
    {
      name: 'a minimum that the run holds against a scheduled action was set by others',
      find: 'change.memo.scheduledUntil !== memo.scheduledUntil && { hasOwnSizes: undefined }',
      replace: 'false && { hasOwnSizes: undefined }',
    },
    {
      name: 'the processes are let run when the group was looked at',
      find: '{ letRunAt: answeredAt }',
      replace: '{}',
    },
    {
      name: 'a run forgets that it has let load balancers learn of instances again',
      find: '{ hasLetOthersIn: true }',
      replace: '{}',
    },
    {
      name: 'what a run suspends again for a dark launch it never resumes',
      find: '{ hasLetOthersIn: undefined }',
      replace: '{}',
    },
    {
      name: 'what others had set counts after the run has changed a size',
      find: '{ hasOwnSizes: undefined, ...OUTDATED }',
      replace: '{ hasOwnSizes: undefined }',
    },
    {
      name: 'the last steps are not taken back by a suspension',
      find: '        letRun: undefined,\n        letRunAt: undefined,\n',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/sizes-from-activities.ts', [
    {
      name: 'a minimum of others beyond the old maximum is cut to that in the room for policies',
      find: 'isBeyond && max !== undefined',
      replace: 'false && isBeyond && max !== undefined',
    },
    {
      name: 'the room that a run has made for policies was set by others',
      find: 'memo.follows === true && set > max && set <= highestDesired(memo)',
      replace: 'false',
    },
    {
      name: 'any maximum above the one that was is the room that a run has made for policies',
      find: 'set > max && set <= highestDesired(memo)',
      replace: 'set > max',
    },
    {
      name: 'a run makes its whole room at once where no policies stay alive',
      find: 'memo.follows === true && set > max && set',
      replace: 'set > max && set',
    },
    {
      name: 'what was set before the run began passes for set since',
      find: ' && at >= memo.startedAt',
      replace: '',
    },
    {
      name: 'the order of changes of one second is known',
      find: ' || all.at(-2)?.at === last.at',
      replace: '',
    },
    {
      name: 'what AWS ends for a request hides it',
      find: "by !== 'group' && at",
      replace: 'at',
    },
    {
      name: 'an update that the run has made is of others',
      find: ' && at > heartbeatAt + DEAD_AFTER_SECONDS)',
      replace: ')',
    },
    {
      name: 'an update since a run that has ended on purpose is never its own',
      find: 'heartbeatAt >= memo.startedAt && at > heartbeatAt',
      replace: 'at > heartbeatAt',
    },
    {
      name: 'a heartbeat that others have written tells when the run was alive',
      find: 'heartbeatAt >= memo.startedAt &&',
      replace: 'heartbeatAt > 0 &&',
    },
    {
      name: 'no update is of others',
      find: "(by === 'update' && heartbeatAt >= memo",
      replace: "(by === 'request' && heartbeatAt >= memo",
    },
    {
      name: 'a scheduled action is the run’s own',
      find: "  by === 'schedule' ||\n",
      replace: '',
    },
    {
      name: 'what SetDesiredCapacity sets is the run’s own',
      find: "  by === 'set' ||\n",
      replace: '',
    },
    {
      name: 'what a policy has asked for since a lost run is the run’s own',
      find: "(by === 'policy' && memo.follows !== true) ||",
      replace: '',
    },
    {
      name: 'what a policy asks for that stays alive is told twice',
      find: "(by === 'policy' && memo.follows !== true) ||",
      replace: "by === 'policy' ||",
    },
    {
      name: 'a maximum that the run has raised passes for set by others',
      find: '!isOfOthers(first, earlier)) return {}',
      replace: 'false) return {}',
    },
    {
      name: 'the first change that tells a bound is the last',
      find: 'all.findIndex(({ bounds }) => bounds?.[bound] === size)',
      replace: 'all.length - 1',
    },
    {
      name: 'a bound below the one that was may be the run’s',
      find: '    size < sizes[bound] ||\n',
      replace: '',
    },
    {
      name: 'every minimum that an activity tells was set',
      find: 'size > from : size < from',
      replace: 'true : size < from',
    },
    {
      name: 'a maximum below what was desired may be the run’s',
      find: 'size > from : size < from',
      replace: 'size > from : false',
    },
    {
      name: 'a maximum that the run has raised without a word passes for set by others',
      find: 'reached > max && !before',
      replace: 'false && !before',
    },
    {
      name: 'a maximum is not known as set by others where the run has raised it before',
      find: 'reached > max && !before.some(({ bounds }) => bounds !== undefined && bounds.max >= reached)',
      replace: 'reached > max',
    },
    {
      name: 'only what the change began with shows that the run has raised the maximum',
      find: 'Math.max(from, ...before.flatMap((each) => [each.from, each.to]))',
      replace: 'from',
    },
  ]),
  ...inFile('src/domain/rollout/adopted-sizes.ts', [
    {
      name: 'what a decrement without an answer has left was set by others',
      find: 'desired !== undefined || decrement !== undefined',
      replace: 'desired !== undefined',
    },
    {
      name: 'the maximum of a scheduled action is the room of a run that had put its own back',
      find: '(last.bySchedule && isPutBack(situation, last)) ||',
      replace: '',
    },
    {
      name: 'a maximum that was lowered below the desired capacity of the run is the run’s',
      find: ' || isLoweredSince(fleet, last)',
      replace: '',
    },
    {
      name: 'a maximum with room for the desired capacity of the run was lowered',
      find: '=> from > sizes.max',
      replace: '=> from >= sizes.max',
    },
    {
      name: 'the room that a run holds is the maximum of a scheduled action',
      find: 'hasLetRun(fleet, memo)',
      replace: 'memo.suspends.length > 0',
    },
    {
      name: 'the room of a run whose processes others have resumed is the maximum of a scheduled action',
      find: '  !state.heldSeen &&\n',
      replace: '',
    },
    {
      name: 'the room of a run that had nothing to suspend is the maximum of a scheduled action',
      find: 'hasLetRun(fleet, memo)',
      replace: '!memo.suspends.some((process) => fleet.suspended.includes(process))',
    },
    {
      name: 'room of a run that policies may use is the maximum of a scheduled action',
      find: '  memo.follows !== true &&\n',
      replace: '',
    },
    {
      name: 'the room that a run had to leave is the maximum of a scheduled action',
      find: '  memo.handedBackAt === undefined &&\n',
      replace: '',
    },
    {
      name: 'the room that a run has written down as left is the maximum of a scheduled action',
      find: '  memo.handedSizes === undefined &&\n',
      replace: '',
    },
    {
      name: 'the room that still stood is the maximum of a scheduled action',
      find: 'last.from <= memo.sizes.max &&\n  describedAs',
      replace: 'describedAs',
    },
    {
      name: 'the room of the run is the maximum of an action that is described without one',
      find: ' &&\n  describedAs(fleet, last).length === 0',
      replace: '',
    },
    {
      name: 'what an operator has set at a lower maximum is taken away',
      find: 'last.bySchedule && last.desired < last.from',
      replace: 'last.desired < last.from',
    },
    {
      name: 'what an action that is gone has set at a lower maximum is taken away',
      find: 'described.length > 0 && ',
      replace: '',
    },
    {
      name: 'what an action has asked for at its own maximum is taken away',
      find: '&& described.every(({ sizes }) => sizes.desired === undefined)',
      replace: '',
    },
    {
      name: 'any action that fell due before describes what was set',
      find: ' && at - each.at <= LATE_SECONDS',
      replace: '',
    },
    {
      name: 'a maximum of which the activities tell more is taken as it is',
      find: '(last.max === undefined && isOthers)',
      replace: 'isOthers',
    },
    {
      name: 'with what an operator has set the room of the run is kept',
      find: '(last.bySchedule && isPutBack(situation, last))',
      replace: 'isPutBack(situation, last)',
    },
    {
      name: 'what was told is kept after another size was set',
      find: ' || last.desired !== desired) return',
      replace: ') return',
    },
    {
      name: 'what was told is kept after the run has changed the size itself',
      find: 'desired !== undefined || decrement',
      replace: 'decrement',
    },
    {
      name: 'a maximum that was told is kept after another one was set',
      find: 'const isMaxSet = last.max === max',
      replace: 'const isMaxSet = last.max !== undefined',
    },
    {
      name: 'the room of the run above the maximum is told as a wish',
      find: 'isMaxSet ? max : mostWished(fleet, memo)',
      replace: 'max',
    },
    {
      name: 'what AWS has brought below a maximum is a wish',
      find: 'isBrought(fleet, last) ? memo.sizes.desired : desired',
      replace: 'desired',
    },
    {
      name: 'what a request has lowered to a maximum that was there is no wish',
      find: ' && last.desired < last.from',
      replace: '',
    },
    {
      name: 'a minimum that was told is put back to what it was',
      find: 'last.min === min ? { ...usual, min: Math.min(min, wish) } : usual',
      replace: 'usual',
    },
    {
      name: 'a maximum alone that was told is not kept',
      find: 'const isMaxKept = !isMaxSet || max === memo.sizes.max',
      replace: 'const isMaxKept = true',
    },
    {
      name: 'what is saved already is saved again and again',
      find: 'if (wish === memo.sizes.desired && sizes.min === memo.sizes.min && isMaxKept) return undefined',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/activity-text.ts', [
    {
      name: 'the bounds of a request are not read',
      find: 'min !== undefined && max !== undefined && { bounds',
      replace: 'false && { bounds',
    },
    {
      name: 'SetDesiredCapacity is any request',
      find: "return { by: 'set' }",
      replace: "return { by: 'request' }",
    },
    {
      name: 'a scheduled action is any request',
      find: "return { by: 'schedule', ...bounds }",
      replace: "return { by: 'request' }",
    },
  ]),
  ...inFile('src/controllers/rollout/blind-restore.ts', [
    {
      name: 'the processes run again as soon as the group was looked at',
      find: '{ ...afterChange(sent.last, change), at }',
      replace: 'afterChange(sent.last, change)',
    },
    {
      name: 'tags that the last look did not show any more are not written again',
      find: "freshnessOf(last, pendingWrites) === 'behind'",
      replace: 'false',
    },
    {
      name: 'tags are written again that no look can have shown yet',
      find: "freshnessOf(last, pendingWrites) === 'behind'",
      replace: 'true',
    },
  ]),
  ...inFile('src/controllers/rollout/group-run.ts', [
    {
      name: 'a slow start goes by the health of an earlier look',
      find: 'last.instances.some((each) => isStartingSlowly(each, last))',
      replace: 'false',
    },
  ]),
  ...inFile('src/domain/rollout/boot-estimate.ts', [
    {
      name: 'a slow start is slept through',
      find: 'isStartingSlowly(instance, fleet) ? SLOW_START_SECONDS : Infinity',
      replace: 'Infinity',
    },
  ]),
  ...inFile('src/aws/client/operations.ts', [
    {
      name: 'an address is taken from others who have moved it since',
      find: '(repeatable.has(operation) && !takesAway)',
      replace: 'repeatable.has(operation)',
    },
  ]),
  ...inFile('src/aws/bastion/apply.ts', [
    {
      name: 'a temporary address is taken from others',
      find: "change.purpose !== 'probe'",
      replace: 'true',
    },
  ]),
  ...inFile('src/controllers/bastion/failure.ts', [
    {
      name: 'a lost association is waited for',
      find: "step.kind === 'associate' ? undefined : {",
      replace: '{',
    },
  ]),
  ...inFile('src/controllers/rollout/after-look.ts', [
    {
      name: 'a termination whose answer was lost is sent again once an answer lags behind its proof',
      find: ', ...provenTerminations(run.unanswered, fleet)',
      replace: '',
    },
    {
      name: 'bounds that a run has raised which began at the same moment are others’',
      find: 'hasOwnSizes: isHeldByAnother(run, memo) ? undefined : state.hasOwnSizes,',
      replace: '',
    },
    {
      name: 'it is not known since when the process before has seen nothing of growth',
      find: ', earlierAt: earlierHeartbeat({ ...run, last: fleet })',
      replace: '',
    },
  ]),
  ...inFile('src/controllers/rollout/after-change.ts', [
    {
      name: 'how far the run before raises the maximum is forgotten',
      find: '...(change.after?.follows === true && { highestBefore: highestDesired(change.after) }),',
      replace: '',
    },
    {
      name: 'what is set right after a run has suspended passes for a concurrent run’s',
      find: "...(change.kind === 'suspend' && { hasSuspended: true as const }),",
      replace: '',
    },
    {
      name: 'of a wish beyond the maximum only what is kept is told',
      find: 'desired < sizes.desired && desired === mostWished(last, memo)',
      replace: 'false',
    },
    {
      name: 'what may not be written onto the group again is forgotten',
      find: 'memo: memo ?? run.memo, notes',
      replace: 'memo: run.memo, notes',
    },
    {
      name: 'what may not be written onto the group again is told as a wish of others',
      find: 'memo === undefined ? adoptedWish(run.last, change, run.state.decrement) : []',
      replace: 'adoptedWish(run.last, change, run.state.decrement)',
    },
  ]),
  ...inFile('src/domain/rollout/first-look.ts', [
    {
      name: 'processes that an old answer showed suspended are never suspended',
      find: 'JSON.stringify([min, desired, max, suspends.toSorted()])',
      replace: 'JSON.stringify([min, desired, max, suspends.length * 0])',
    },
    {
      name: 'the size that an old answer showed is put back',
      find: 'JSON.stringify([min, desired, max, suspends.toSorted()])',
      replace: 'JSON.stringify([min * desired * max * 0, suspends.toSorted()])',
    },
    {
      name: 'a size that another run may have set is the one of the start',
      find: 'if (isHeldByRun(fleet, memo)) return undefined',
      replace: '',
    },
    {
      name: 'a process that an operator has suspended right after the first look is resumed',
      find: 'held.every((process)',
      replace: 'held.some((process)',
    },
    {
      name: 'a size that differs from the one at the first look is not told',
      find: 'notes: notesOf(begun.memo, memo),',
      replace: 'notes: [],',
    },
    {
      name: 'what a run that keeps policies alive has raised at the same moment is the size of the start',
      find: 'suspends.filter((process) => process !== ALARMS)',
      replace: 'suspends',
    },
    {
      name: 'a size that another run may have set is the one of the start where nothing was to be suspended',
      find: 'if (now.suspends.length === 0 && saved.suspends.length === 0) return false',
      replace: '',
    },
    {
      name: 'what others resume at any time before the first raise is suspended again',
      find: ' || fleet.at - memo.startedAt >= FIRST_SECONDS',
      replace: '',
    },
    {
      name: 'what others resume at once is suspended again',
      find: ' || state.suspended',
      replace: '',
    },
    {
      name: 'how a group is at the start is saved anew in mid-roll',
      find: 'state.hasOwnSizes !== true || ',
      replace: '',
    },
    {
      name: 'the start of a roll is told as a change from outside',
      find: 'notes: notesOf(begun.memo, memo),',
      replace: '',
    },
    {
      name: 'a start that has to wait is skipped',
      find: "if (begun.kind === 'wait') return begun",
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/run-state.ts', [
    {
      name: 'what the run before has ended is a failure of this one',
      find: 'isOwnLook && isOfNoUse(each)',
      replace: 'isOfNoUse(each)',
    },
  ]),
  ...inFile('src/domain/rollout/inherited-wish.ts', [
    {
      name: 'room that was made from a request is a wish',
      find: 'isOfOthers || ',
      replace: '',
    },
    {
      name: 'all the room that a run makes is a wish where it was made from one of which nothing tells',
      find: ' || raise.to === memo.sizes.desired + memo.surge',
      replace: '',
    },
    {
      name: 'room up to a checkpoint by which a lost run has overwritten a wish is kept as a wish',
      find: ' || raise.to === firstTarget',
      replace: '',
    },
    {
      name: 'the room by which a lost run has overwritten a wish with its last change is kept as a wish',
      find: 'return overwrittenWish(sizes.desired, changes, lost)',
      replace: 'return undefined',
    },
    {
      name: 'a lower size that others have set long after a higher one is room of a lost run, which has overwritten that',
      find: 'return isSeen ? undefined : { desired: raise.from, left }',
      replace: 'return { desired: raise.from, left }',
    },
    {
      name: 'what a run lowers to a minimum, and AWS to a maximum, overwrites a wish',
      find: 'if (raise === undefined || !isLoweredInRoom(raise, memo)) return undefined',
      replace: 'if (raise === undefined) return undefined',
    },
    {
      name: 'a lower size that others have set after a run was lost is its room, which has overwritten a wish',
      find: 'if (raise.at > heartbeatAt + LAST_CHANGE_SECONDS) return undefined',
      replace: '',
    },
    {
      name: 'what was lowered before a run began was lowered by it',
      find: "by !== 'group' && at >= memo.startedAt)\n  const raise",
      replace: "by !== 'group')\n  const raise",
    },
  ]),
  ...inFile('src/domain/rollout/gates.ts', [
    {
      name: 'a roll raises beyond a checkpoint at first where others have',
      find: 'fleet.sizes.desired + gate.capacity - launchedOf(fleet, capacity)',
      replace: 'fleet.sizes.desired + Math.max(0, gate.capacity - launchedOf(fleet, capacity))',
    },
  ]),
  ...inFile('src/domain/rollout/budget.ts', [
    {
      name: 'a roll raises by its whole surge at first, whatever a checkpoint takes',
      find: 'Math.min(surgeTarget(situation, situation.capacity.outdatedCapacity), desiredAtGate(situation))',
      replace: 'surgeTarget(situation, situation.capacity.outdatedCapacity)',
    },
  ]),
  ...inFile('src/controllers/rollout/after-activities.ts', [
    {
      name: 'a restore passes for a roll that makes room',
      find: "policy.intent === 'roll' ? firstTarget",
      replace: 'true ? firstTarget',
    },
    {
      name: 'the room by which a lost run has overwritten a wish is taken for set by others first',
      find: 'if (memo === undefined || wish !== undefined)',
      replace: 'if (memo === undefined)',
    },
  ]),
]
