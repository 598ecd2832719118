import { inFile } from './mutant.ts'

/** Mutants of a group whose processes run again although its sizes were not put back, and of what AWS carries out then. */
export const HANDED_BACK_MUTANTS = [
  ...inFile('src/domain/rollout/handed-back.ts', [
    {
      name: 'a desired capacity below which AWS was brought by a maximum is a wish',
      find: ' || isBroughtDown(fleet.sizes, left.desired)',
      replace: '',
    },
    {
      name: 'a desired capacity that was set since the processes run again is lost',
      find: 'desired === left.desired || isBroughtDown(fleet.sizes, left.desired) ? memo.sizes.desired : desired',
      replace: 'memo.sizes.desired',
    },
    {
      name: 'a maximum that was set since the processes run again is lost',
      find: 'max === left.max ? Math.max(memo.sizes.max, wish) : max',
      replace: 'Math.max(memo.sizes.max, wish)',
    },
    {
      name: 'what a run changes itself passes for what others have set',
      find: 'memo: { ...memo, handedSizes: undefined }',
      replace: 'memo',
    },
    {
      name: 'a wish that is set at last is written down as a size of the run first',
      find: "(action.kind === 'resize' && !isWish)",
      replace: "action.kind === 'resize'",
    },
    {
      name: 'what changes no size is held up',
      find: "(action.kind === 'terminate' && action.decrement)",
      replace: "action.kind === 'terminate'",
    },
  ]),
  ...inFile('src/domain/rollout/rules.ts', [
    {
      name: 'a size that a run has left below what is wished is a wish',
      find: 'isLeft || (mayBeOurs && !isNamed)',
      replace: 'mayBeOurs && !isNamed',
    },
    {
      name: 'what a run was not let give back is not given back by the next',
      find: 'isLeft || state.decrement !== undefined',
      replace: 'state.decrement !== undefined',
    },
    {
      name: 'the saved state goes though a wish was not set',
      find: ' && !isDecrementOwed(situation)\n',
      replace: '\n',
    },
    {
      name: 'a roll that goes on takes what was set since the processes run again for its own',
      find: '  absorbConcurrentSurge,\n  adoptSinceHandBack,',
      replace: '  absorbConcurrentSurge,',
    },
    {
      name: 'whatever puts a group back takes what was set since the processes run again for its own',
      find: '  adoptSinceHandBack,\n  adoptScheduled,\n  adoptSizesFromActivities,\n  adoptOverwritten,\n  adoptBounds,\n  adoptGrowth,\n  adoptDesiredCapacity,\n  carryOutScheduled,\n  returnDecrement,',
      replace:
        '  adoptScheduled,\n  adoptSizesFromActivities,\n  adoptOverwritten,\n  adoptBounds,\n  adoptGrowth,\n  adoptDesiredCapacity,\n  carryOutScheduled,\n  returnDecrement,',
    },
    {
      name: 'what AWS carries out by itself in a roll is a wish',
      find: '  adoptScheduled,\n  adoptSizesFromActivities,\n  adoptOverwritten,\n  adoptBounds,\n  adoptGrowth,\n  adoptDesiredCapacity,\n  carryOutScheduled,\n  haltOnSuspension,',
      replace:
        '  adoptSizesFromActivities,\n  adoptOverwritten,\n  adoptBounds,\n  adoptGrowth,\n  adoptDesiredCapacity,\n  carryOutScheduled,\n  haltOnSuspension,',
    },
    {
      name: 'a roll that goes on takes what AWS tells of others for its own',
      find: '  adoptSizesFromActivities,\n  adoptOverwritten,\n  adoptBounds,\n  adoptGrowth,\n  adoptDesiredCapacity,\n  carryOutScheduled,\n  haltOnSuspension,',
      replace:
        '  adoptOverwritten,\n  adoptBounds,\n  adoptGrowth,\n  adoptDesiredCapacity,\n  carryOutScheduled,\n  haltOnSuspension,',
    },
    {
      name: 'whatever puts a group back takes what AWS tells of others for its own',
      find: '  adoptSizesFromActivities,\n  adoptOverwritten,\n  adoptBounds,\n  adoptGrowth,\n  adoptDesiredCapacity,\n  carryOutScheduled,\n  returnDecrement,',
      replace:
        '  adoptOverwritten,\n  adoptBounds,\n  adoptGrowth,\n  adoptDesiredCapacity,\n  carryOutScheduled,\n  returnDecrement,',
    },
    {
      name: 'what AWS carries out by itself while a group is put back is a wish',
      find: '  adoptScheduled,\n  adoptSizesFromActivities,\n  adoptOverwritten,\n  adoptBounds,\n  adoptGrowth,\n  adoptDesiredCapacity,\n  carryOutScheduled,\n  returnDecrement,',
      replace:
        '  adoptSizesFromActivities,\n  adoptOverwritten,\n  adoptBounds,\n  adoptGrowth,\n  adoptDesiredCapacity,\n  carryOutScheduled,\n  returnDecrement,',
    },
    {
      name: 'what a run leaves passes for what others have set, once it has changed it',
      find: 'return beforeSizesChange(beforeMoreChanges(action, situation), situation)',
      replace: 'return beforeMoreChanges(action, situation)',
    },
  ]),
  ...inFile('src/controllers/rollout/blind-restore.ts', [
    { name: 'what others have set passes for what a run left that AWS shows nothing more', find: 'current.refused, left)', replace: 'current.refused)' }, // prettier-ignore
  ]),
  ...inFile('src/controllers/rollout/after-activities.ts', [
    { name: 'a process whose tags are gone made no change after its first heartbeat', find: 'Math.max(savedMemo.heartbeatAt, first.at - CROSSING_SECONDS)', replace: 'savedMemo.heartbeatAt' }, // prettier-ignore
  ]),
  ...inFile('src/controllers/rollout/after-change.ts', [
    {
      name: 'where policies rest it is not known which maximum the run has set',
      find: '      max: after.sizes.max,\n',
      replace: '      ...(last.memo?.follows === true && { max: after.sizes.max }),\n',
    },
    {
      name: 'a lost answer to a heartbeat makes unknown which sizes a run has left',
      find: '...(setsSizes(change) && { desired: undefined, min: undefined, max: undefined }),',
      replace: 'desired: undefined, min: undefined, max: undefined,',
    },
  ]),
  ...inFile('src/controllers/rollout/step.ts', [
    { name: 'the processes stay suspended where the time for putting back is over', find: 'if (last !== undefined) return await change(request, run, last)', replace: '' }, // prettier-ignore
    { name: 'what others have set at the last look passes for what the run has left', find: ', refused, sizesLeft(run))', replace: ', refused)' }, // prettier-ignore
  ]),
  ...inFile('src/controllers/rollout/group-run.ts', [
    { name: 'what AWS has not answered passes for what the run has left', find: 'if (desired !== undefined) return { desired,', replace: 'if (state !== undefined) return { desired: desired ?? 0,' }, // prettier-ignore
    { name: 'a maximum of others at the last look passes for what the run has left', find: 'max: max ?? last.sizes.max', replace: 'max: last.sizes.max' }, // prettier-ignore
    {
      name: 'what others set before the first change of a run passes for what it has left',
      find: 'hasOwnSizes === true ? (memo ?? last.memo)?.sizes : undefined',
      replace: 'undefined',
    },
    {
      name: 'what is saved passes for what an earlier run has left',
      find: 'hasOwnSizes === true ? (memo ?? last.memo)?.sizes : undefined',
      replace: '(memo ?? last.memo)?.sizes',
    },
  ]),
  ...inFile('src/domain/rollout/restore.ts', [
    {
      name: 'it is not written down which sizes were left',
      find: '...(isSeen(fleet) && { handedSizes: { desired, max } }),',
      replace: '',
    },
    {
      name: 'sizes that were not seen are written down as left',
      find: '...(isSeen(fleet) && { handedSizes',
      replace: '...(true && { handedSizes',
    },
    {
      name: 'it is not written down when AWS carries out scheduled actions again',
      find: 'memo.suspends.includes(SCHEDULING) && { handedBackAt: Math.ceil(fleet.at) }',
      replace: 'false && { handedBackAt: fleet.at }',
    },
    {
      name: 'what a later run has left is not written down',
      find: 'memo.suspends.length === 0 && !hasLeftOthers',
      replace: 'memo.suspends.length === 0',
    },
  ]),
  ...inFile('src/domain/rollout/adopted-schedule.ts', [
    {
      name: 'a scheduled action passes for carried out while it is suspended',
      find: 'if (fleet.suspended.includes(SCHEDULING)) return undefined',
      replace: '',
    },
    {
      name: 'a desired capacity that others have set passes for a scheduled one',
      find: 'if (!isExplained(fleet, wished, state)) return undefined',
      replace: '',
    },
    {
      name: 'a scheduled action that the group does not show is adopted',
      find: ' && fleet.sizes[bound] === wished[bound]',
      replace: '',
    },
    {
      name: 'a desired capacity of the run itself is adopted',
      find: ' && !mayBeLeft(due, fleet, state)',
      replace: '',
    },
    {
      name: 'a desired capacity that AWS has set anew stays that of the run for good',
      find: ' && at - each.at < LATE_SECONDS',
      replace: '',
    },
    {
      name: 'what AWS may yet set leaves at once where the group has it already',
      find: '!mayBeLeft(due, fleet, state)) return undefined',
      replace: 'mayBeLeft(due, fleet, state)) return undefined',
    },
    {
      name: 'a scheduled action of AWS is adopted at each look',
      find: '      scheduledUntil: Math.ceil(last.at),\n',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/unwritten.ts', [
    {
      name: 'what was set since the processes run again is lost where AWS refuses to have it written',
      find: 'hasChanged(situation.state) ? undefined : sinceHandBack(situation)',
      replace: 'hasChanged(situation.state) ? undefined : undefined',
    },
    {
      name: 'what a run that may write nothing has changed itself passes for what others have set',
      find: 'hasChanged(situation.state) ? undefined : sinceHandBack(situation)',
      replace: 'sinceHandBack(situation)',
    },
    {
      name: 'what AWS has carried out is lost where AWS refuses to have it written',
      find: '  scheduledByAws,\n  boundsOfOthers,',
      replace: '  boundsOfOthers,',
    },
    {
      name: 'bounds that others have set are lost where AWS refuses to have it written',
      find: '  scheduledByAws,\n  boundsOfOthers,',
      replace: '  scheduledByAws,',
    },
    {
      name: 'of several sizes that others have set only the last is remembered',
      find: 'fleet: { ...start.fleet, memo }, memo })',
      replace: 'fleet: start.fleet })',
    },
  ]),
  ...inFile('src/domain/rollout/scheduled-actions.ts', [
    {
      name: 'what AWS has dropped counts as carried out until it is written down when the processes ran again',
      find: 'letRunAt === undefined ? memo : { ...memo, handedBackAt: Math.ceil(letRunAt) }',
      replace: 'letRunAt === undefined ? memo : memo',
    },
    {
      name: 'what AWS has dropped before the processes ran again is lost',
      find: 'if (!due.some(({ at }) => at <= handedBackAt)) return []',
      replace: 'if (due.length >= 0) return []',
    },
    {
      name: 'what AWS does itself since the processes run again the run does too',
      find: 'if (!due.some(({ at }) => at <= handedBackAt)) return []',
      replace: '',
    },
  ]),
  ...inFile('src/aws/observe/due-since.ts', [
    {
      name: 'the scheduled actions of a group whose processes run again are not read',
      find: ' && handedBackAt === undefined',
      replace: '',
    },
    {
      name: 'what fell due right before a roll is not read',
      find: 'at - LATE_SECONDS',
      replace: 'at',
    },
    {
      name: 'the scheduled actions that others have suspended are read',
      find: 'return isOthers ? undefined :',
      replace: 'return',
    },
  ]),
]
