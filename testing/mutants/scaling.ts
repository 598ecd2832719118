import { inFile } from './mutant.ts'

/** Mutants of scaling policies that stay alive while a group rolls. */
export const SCALING_MUTANTS = [
  ...inFile('src/domain/rollout/rules.ts', [
    {
      name: 'bounds are raised once all is put back',
      find: 'const isBack = isAllBack(fleet, memo)',
      replace: 'const isBack = false',
    },
  ]),
  ...inFile('src/domain/rollout/raised-sizes.ts', [
    {
      name: 'a MaxSize that an operator raised is restored',
      find: 'sizes.max <= Math.max(memo.sizes.max, highestDesired(memo))',
      replace: 'true',
    },
    {
      name: 'a MaxSize that the surge raised stays',
      find: 'sizes.max <= Math.max(memo.sizes.max, highestDesired(memo))',
      replace: 'false',
    },
    {
      name: 'a minimum that the run has raised stays raised',
      find: 'memo.follows === true &&\n  sizes.min > memo.sizes.min',
      replace: 'false && sizes.min > memo.sizes.min',
    },
    {
      name: 'a minimum that an operator has raised passes for the run’s where policies rest',
      find: 'memo.follows === true &&\n  sizes.min',
      replace: 'sizes.min',
    },
    {
      name: 'a minimum above all that a run raises passes for the run’s',
      find: 'sizes.min <= highestMin(memo) &&',
      replace: '',
    },
    {
      name: 'a minimum that was set while a lost run baked at its end passes for the run’s',
      find: 'sizes.min <= highestMin(memo) &&\n  !isAllBack({ suspended }, memo)',
      replace: 'sizes.min <= highestMin(memo)',
    },
    {
      name: 'a maximum that was set while a lost run baked at its end passes for the run’s',
      find: '(sizes.max === sizes.min || !isAllBack({ suspended }, memo))',
      replace: 'true',
    },
    {
      name: 'a maximum that a minimum of others holds up while a run bakes at its end passes for set by others',
      find: '(sizes.max === sizes.min || !isAllBack({ suspended }, memo))',
      replace: '!isAllBack({ suspended }, memo)',
    },
    {
      name: 'a roll that suspends again after its bake has raised nothing',
      find: ' && !suspends.some((process) => suspended.includes(process))',
      replace: '',
    },
    {
      name: 'a roll that has suspended nothing has put everything back',
      find: 'suspends.length > 0 && ',
      replace: '',
    },
    {
      name: 'a maximum that leaves policies their room passes for an operator’s',
      find: '(follows === true ? sizes.max : sizes.desired) + surge',
      replace: 'sizes.desired + surge',
    },
  ]),
  ...inFile('src/domain/rollout/raised-sizes.ts', [
    {
      name: 'what a lost run has seen in its room is wished once the maximum is back',
      find: '(fleet.sizes.max === memo.sizes.max || maxIsOurs(fleet, memo)) ? memo',
      replace: 'maxIsOurs(fleet, memo) ? memo',
    },
  ]),
  ...inFile('src/domain/rollout/inherited-wish.ts', [
    {
      name: 'what policies had asked for is a wish beyond the one that was saved for it',
      find: "  if (setter.by === 'policy' && setter.at <= (memo.scaledUntil ?? -Infinity)) return false\n",
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/sizes-from-activities.ts', [
    {
      name: 'an update that lowers the room of a run that was alive is the run’s own',
      find: 'isLoweredInRoom(more, memo)',
      replace: 'false',
    },
    {
      name: 'an update that lowers the room to a minimum beyond it is of others',
      find: 'Math.max(sizes.desired, bounds?.min ?? Infinity)',
      replace: 'sizes.desired',
    },
    {
      name: 'what AWS brings down to a maximum that others lower is their wish',
      find: 'Math.min(from, bounds?.max ?? from)',
      replace: 'from',
    },
  ]),
  ...inFile('src/domain/rollout/adopted-sizes.ts', [
    {
      name: 'a maximum that is kept for the desired capacity alone is told as set by others',
      find: " && (bound !== 'max' || isMaxSet)",
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/follow.ts', [
    {
      name: 'what has grown after the last replacement is scaled in before it serves',
      find: 'capacity.outdated.length === 0 && !isGrowing(situation)',
      replace: 'capacity.outdated.length === 0',
    },
    {
      name: 'the minimum is raised again once the sizes are put back',
      find: '  (minIsOurs(fleet, memo) || maxIsOurs(fleet, memo)) &&\n',
      replace: '',
    },
    {
      name: 'a minimum from before the roll lets what has grown be scaled in before it serves',
      find: '(minIsOurs(fleet, memo) || maxIsOurs(fleet, memo))',
      replace: 'minIsOurs(fleet, memo)',
    },
    {
      name: 'what AWS has yet to launch is scaled in',
      find: 'capacity.total < fleet.sizes.desired || ',
      replace: '',
    },
    {
      name: 'the minimum is held higher than the saved state can tell',
      find: 'Math.min(fleet.sizes.desired, highestMin(memo))',
      replace: 'fleet.sizes.desired',
    },
    {
      name: 'policies stay alive though they are to rest',
      find: 'follow === true && scalingPolicies',
      replace: 'scalingPolicies',
    },
    {
      name: 'policies are followed that others have suspended',
      find: ' && !suspended.includes(ALARMS)',
      replace: '',
    },
    {
      name: 'the surge takes room away from the policies',
      find: 'Math.max(desired, highestDesired(memo))',
      replace: 'desired',
    },
    {
      name: 'a maximum of an operator is raised with that of the run',
      find: 'memo.follows === true && isKnown',
      replace: 'memo.follows === true',
    },
    {
      name: 'a decrement is refused by the minimum that is held',
      find: 'minIsOurs(fleet, memo) && desired < fleet.sizes.min',
      replace: 'desired < 0',
    },
    {
      name: 'a decrement lowers the minimum below what it was',
      find: 'Math.max(desired, memo.sizes.min)',
      replace: 'desired',
    },
    {
      name: 'a minimum that an operator sets in mid-roll is lost',
      find: "isOfOthers('min', minIsOurs(fleet, memo))",
      replace: 'false',
    },
    {
      name: 'a maximum that an operator sets in the room of the roll is lost',
      find: "isOfOthers('max', isInRoom)",
      replace: 'false',
    },
    {
      name: 'where policies rest a maximum that an operator sets in the room of the roll is lost',
      find: '(areAlive || isInRoom || isLowered) && ',
      replace: '(areAlive || isLowered) && ',
    },
    {
      name: 'where policies rest a maximum beyond the room of the roll is saved as the one to put back',
      find: '(areAlive || isInRoom || isLowered) && ',
      replace: '',
    },
    {
      name: 'where policies rest a maximum that a lost run has raised passes for set since',
      find: '(areAlive && isSetSince({ fleet, memo, state }))',
      replace: 'isSetSince({ fleet, memo, state })',
    },
    {
      name: 'a maximum that an operator lowers in mid-roll is raised by the run, and stays so',
      find: "isOfOthers('max', isInRoom)",
      replace: "(bounds.max > memo.sizes.max && isOfOthers('max', isInRoom))",
    },
    {
      name: 'bounds that were set after a lost run had put its own back pass for its own',
      find: ' || (areAlive && isSetSince({ fleet, memo, state }))',
      replace: '',
    },
    {
      name: 'a maximum that was raised by as much as the surge of a lost run passes for its own',
      find: 'isMinBack || ',
      replace: '',
    },
    {
      name: 'a minimum that was nothing to hold tells that a lost run has put its maximum back',
      find: ' && sizes.min < memo.sizes.desired',
      replace: '',
    },
    {
      name: 'what a lost run has raised passes for set since where an operator has let its processes run',
      find: 'isMinBack || sizes.max !== (state.highestBefore ?? highestDesired(memo))',
      replace: 'true',
    },
    {
      name: 'what a lost run holds passes for set since',
      find: '!hasLetRun({ suspended }, memo) || state.heldSeen',
      replace: 'state.heldSeen',
    },
    {
      name: 'what a lost run has left passes for set since once its processes run again',
      find: '!hasLetRun({ suspended }, memo) || state.heldSeen',
      replace: '!hasLetRun({ suspended }, memo)',
    },
    {
      name: 'a lost run that had nothing to suspend holds nothing',
      find: '!hasLetRun({ suspended }, memo)',
      replace: 'memo.suspends.some((process) => suspended.includes(process))',
    },
    {
      name: 'a size that was set with both bounds is cut to the maximum of before',
      find: 'maxIsSet ? max : mostWished(fleet, memo)',
      replace: 'mostWished(fleet, memo)',
    },
    {
      name: 'a maximum that is lowered is raised again for the roll, and left so',
      find: '(areAlive || isInRoom || isLowered)',
      replace: '(areAlive || isInRoom)',
    },
    {
      name: 'a desired capacity that is set with a lower maximum passes for the run’s own',
      find: '  if (!areAlive && isWished(situation)) return undefined\n',
      replace: '',
    },
    {
      name: 'what AWS brings down to a lower maximum is a wish',
      find: ' && !isBroughtDown(sizes, left)',
      replace: '',
    },
    {
      name: 'a size that an operator sets with the minimum is lost',
      find: 'minIsSet && !isLeft && state.decrement === undefined',
      replace: 'false',
    },
    {
      name: 'a size that is set with the minimum while no run is at work is the room of the lost one',
      find: 'seen <= highestMin(memo) : seen === state.desired',
      replace: 'true : seen === state.desired',
    },
    {
      name: 'the minimum is held when nothing is left to be replaced',
      find: 'capacity.outdated.length === 0 && !isGrowing(situation)',
      replace: 'false',
    },
    {
      name: 'what has grown in mid-roll may be scaled in',
      find: ' || fleet.sizes.min >= min) return undefined',
      replace: ' || fleet.sizes.min > 0) return undefined',
    },
  ]),
  ...inFile('src/domain/rollout/memo-bounds.ts', [
    {
      name: 'a maximum that was raised for a lower wish stays once a higher one is adopted',
      find: 'maxIsOurs(fleet, memo) ? fleet.sizes.max - sizes.max : 0',
      replace: '0',
    },
    {
      name: 'a minimum that is held for a higher wish stays once a lower one is adopted',
      find: 'minIsOurs(fleet, memo) ? fleet.sizes.min - sizes.desired : 0',
      replace: '0',
    },
    {
      name: 'a saved state with a surge for a lower wish is refused where policies stay alive',
      find: '(follows === true ? 2 : 1)',
      replace: '1',
    },
  ]),
  ...inFile('src/controllers/rollout/after-change.ts', [
    {
      name: 'a minimum that was lowered for a termination which AWS refused passes for an operator’s',
      find: "change.kind === 'terminate' && change.min !== undefined",
      replace: 'false',
    },
    {
      name: 'the maximum that the run has set is not learnt',
      find: '{ memo, desired }), min, max, decrement }',
      replace: '{ memo, desired }), min, decrement }',
    },
    {
      name: 'a maximum whose answer is lost is known all the same',
      find: 'min: undefined, max: undefined }),',
      replace: 'min: undefined }),',
    },
    {
      name: 'growth that was seen before another wish was saved counts from that as well',
      find: '          growth: undefined,\n',
      replace: '',
    },
    {
      name: 'a minimum that the run has set passes for one that stood before',
      find: '...(setsSizes(change) && { hasOwnSizes: undefined, ...OUTDATED }),',
      replace: '',
    },
    {
      name: 'what a roll has raised whose tags are gone passes for sizes that stood before',
      find: '!leaseClaimed && startedAt === heartbeatAt',
      replace: '!leaseClaimed',
    },
    {
      name: 'a minimum that an operator has set right before the run passes for the run’s',
      find: '...(memo === undefined && begins(change.memo, state) && { hasOwnSizes: true }),',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/policy-growth.ts', [
    {
      name: 'the room of a lost run whose minimum was lowered passes for growth where AWS tells nothing',
      find: 'left === undefined && growth.isSeenBefore === true',
      replace: 'left === undefined && false',
    },
    {
      name: 'growth is not asked about where the run before has seen all that is there',
      find: 'growth.wish === undefined && left === undefined && growth.isSeenBefore',
      replace: 'left === undefined && growth.isSeenBefore',
    },
    {
      name: 'what was launched since the run before was lost is no growth where AWS tells nothing',
      find: 'counted.every(({ launchedAt = Infinity }) => launchedAt <= earlierAt - SAVED_SECONDS) &&',
      replace: '',
    },
    {
      name: 'what was launched right before the last heartbeat of a lost run that one has seen as growth',
      find: 'earlierAt - SAVED_SECONDS',
      replace: 'earlierAt',
    },
    {
      name: 'growth that is still to be launched was seen by the run before',
      find: 'capacityOf(counted) >= sizes.desired &&',
      replace: '',
    },
    {
      name: 'growth is the room of a lost run that has put its room back',
      find: 'maxIsOurs({ sizes }, memo) &&',
      replace: '',
    },
    {
      name: 'what comes out of a warm pool was seen by the run before',
      find: ' &&\n    !instances.some(isWarmed)',
      replace: '',
    },
    {
      name: 'what has grown before is forgotten where more grows until it is told',
      find: 'from: growth.from, since: at, after: growth.after',
      replace: 'from: Math.max(left, before.sizes.desired), since: at, after: before.at',
    },
    {
      name: 'what a policy has asked for is lost where AWS tells of a later one alone',
      find: 'from > desired ? from : wish',
      replace: 'wish',
    },
    {
      name: 'the room that a run has made passes for a wish of which AWS never told',
      find: 'from: memo.sizes.desired + memo.surge',
      replace: 'from: memo.sizes.desired',
    },
    {
      name: 'a policy that saw the group before a decrement passes for one that AWS never told of',
      find: 'Math.max(left, before.sizes.desired)',
      replace: 'left',
    },
    {
      name: 'what an operator has set while a decrement was under way is taken at what that has left',
      find: 'state.decrement !== undefined && growth.isByPolicies !== true',
      replace: 'false',
    },
    {
      name: 'a policy that adds is taken at what it has made of the surge as well',
      find: "adjusts === 'relative' ? before + to - from : to",
      replace: 'to',
    },
    {
      name: 'a policy that sets a number is taken for one that adds',
      find: "adjusts === 'relative' ? before + to - from : to",
      replace: 'before + to - from',
    },
    {
      name: 'growth that was saved before counts once more after a crash',
      find: "by === 'policy' && at > (memo.scaledUntil ?? -Infinity)",
      replace: "by === 'policy'",
    },
    {
      name: 'what was set before the last look tells of growth since',
      find: "by !== 'group' && at >= Math.floor(growth.after)",
      replace: "by !== 'group'",
    },
    {
      name: 'what an operator sets counts as what a policy adds',
      find: 'if (setter !== undefined && SETS_A_NUMBER.includes(setter.by)) return { ...growth, wish: growth.to, toldAt }',
      replace: '',
    },
    {
      name: 'it is not waited until AWS tells what has grown',
      find: 'growth.wish === undefined && fleet.at - growth.since < TOLD_SECONDS',
      replace: 'growth.wish === undefined && fleet.at < 0',
    },
    {
      name: 'the room of the roll above the maximum is a wish',
      find: 'Math.min(mostWished(fleet, memo), fleet.sizes.max)',
      replace: 'fleet.sizes.max',
    },
    {
      name: 'what a lost run has raised itself is asked about for a minute',
      find: 'left !== undefined || growth.to > fleet.sizes.min',
      replace: 'true',
    },
    {
      name: 'growth is not dated',
      find: 'scaledUntil: Math.floor(fleet.at)',
      replace: 'scaledUntil: memo.scaledUntil',
    },
  ]),
  ...inFile('src/domain/rollout/rules.ts', [
    {
      name: 'room is made without the minimum, and policies take it away',
      find: ', ...(memo.follows && !isBack && { min: target })',
      replace: '',
    },
    {
      name: 'a roll without a surge is scaled in',
      find: '  surge,\n  holdMinimum,',
      replace: '  surge,',
    },
    {
      name: 'growth within the first minute is taken for the surge of a concurrent run',
      find: ' && !mayBePolicys',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/start.ts', [
    {
      name: 'policies that are to stay alive are suspended',
      find: '!(follows === true && process === ALARMS)',
      replace: 'true',
    },
  ]),
  ...inFile('src/domain/rollout/budget.ts', [
    {
      name: 'the minimum that a roll holds keeps its surge',
      find: '    minWithoutRoll(fleet, memo),',
      replace: '    fleet.sizes.min,',
    },
  ]),
  ...inFile('src/domain/rollout/restore.ts', [
    {
      name: 'the minimum is never put back',
      find: '    ...(min !== fleet.sizes.min && { min }),',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/scheduled-actions.ts', [
    {
      name: 'a scheduled action makes the held minimum the group’s own',
      find: 'min: minWithoutRoll(fleet, memo)',
      replace: 'min: fleet.sizes.min',
    },
    {
      name: 'a scheduled action lets policies scale in in mid-roll',
      find: 'minIsOurs(fleet, memo) ? fleet.sizes.min : 0',
      replace: '0',
    },
  ]),
  ...inFile('src/aws/act/apply.ts', [
    {
      name: 'a decrement that a policy has come before ends the roll',
      find: "if (termination.min !== undefined && isRefusedAs(error, 'desired capacity is at its minimum'))",
      replace: 'if (false)',
    },
  ]),
]
