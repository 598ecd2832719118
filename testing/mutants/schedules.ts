import { inFile } from './mutant.ts'

/** Mutants of scheduled actions that fall due while a group rolls, and of what others set around them. */
export const SCHEDULE_MUTANTS = [
  ...inFile('src/domain/rollout/late-schedule.ts', [
    {
      name: 'a size of others is lowered by an action that may have come before',
      find: 'wished[bound] < before[bound] && ',
      replace: 'false && ',
    },
    {
      name: 'a size of others stays above an action that falls due now',
      find: 'fleet.at - at > PROMPT_SECONDS',
      replace: 'true',
    },
    {
      name: 'a bound that others have set, and that nothing has adopted, is lowered by a late action',
      find: 'isSet ? Infinity : ',
      replace: '',
    },
    {
      name: 'a maximum that a run has lowered on its way to what a late action says passes for one that others have set',
      find: " && !(bound === 'max' && isOnItsWay)",
      replace: '',
    },
    {
      name: 'a bound that others have lowered since the run began gives way to a late action',
      find: 'const isSet = before[bound] !== memo.sizes[bound]',
      replace: 'const isSet = before[bound] > memo.sizes[bound]',
    },
    {
      name: 'what policies have asked for holds up the maximum that a late action lowers',
      find: 'kept.desired === undefined || state.adopted?.desired?.isByPolicies !== true',
      replace: 'true',
    },
    {
      name: 'what an operator has asked for gives way to the maximum of a late action',
      find: ' || state.adopted?.desired?.isByPolicies !== true',
      replace: '',
    },
    {
      name: 'what policies have asked for gives way to a late action though its maximum stays as others have set it',
      find: 'kept.max ?? wished.max',
      replace: 'wished.max',
    },
    {
      name: 'what policies have asked for within the room of a lost run gives way to an older action',
      find: '(growth.wish ?? 0) >= desired',
      replace: '(growth.wish ?? 0) > desired',
    },
    {
      name: 'the room of a lost run is kept for what others than policies have set',
      find: 'growth.isByPolicies === true && (growth',
      replace: '(growth',
    },
    {
      name: 'it is not known that policies have asked for a size',
      find: "bound === 'desired' && growth?.isByPolicies === true",
      replace: 'false',
    },
    {
      name: 'what was adopted long before is kept above a late action',
      find: 'adopted?.size === before[bound] ? adopted.setBy : -Infinity',
      replace: 'Infinity',
    },
    {
      name: 'an adopted size of which another was wished since is kept above a late action',
      find: 'adopted?.size === before[bound] ?',
      replace: 'adopted !== undefined ?',
    },
    {
      name: 'what was seen before an action fell due is kept above it',
      find: 'setting.some(({ at }) => at < setBy)',
      replace: 'setting.length > 0 && setBy > -Infinity',
    },
    {
      name: 'a late action keeps a bound that it does not set',
      find: "bound === 'desired' ? late : late.filter(({ sizes }) => sizes[bound] !== undefined)",
      replace: 'late',
    },
    {
      name: 'an action that moves a bound alone lowers an adopted desired capacity',
      find: "bound === 'desired' ? late : late.filter",
      replace: 'late.filter',
    },
    {
      name: 'what a scheduled action has asked for passes for adopted',
      find: '  if (now.scheduledUntil !== before.scheduledUntil) return {}\n',
      replace: '',
    },
    {
      name: 'growth counts as seen when it is adopted',
      find: 'growth === undefined ? at : setAt(growth)',
      replace: 'at',
    },
    {
      name: 'a late action leaves what was asked for before it',
      find: 'toldAt === undefined ? since : Math.min(since, toldAt + 1)',
      replace: 'since',
    },
    {
      name: 'what was asked for in the second in which an action fell due gives way to it',
      find: 'toldAt + 1',
      replace: 'toldAt',
    },
  ]),
  ...inFile('src/controllers/rollout/after-activities.ts', [
    {
      name: 'what this process has seen grow passes for what came while no run was at work',
      find: 'desired === undefined ? adoptedInRoom(told, memo) : {}',
      replace: 'adoptedInRoom(told, memo)',
    },
    {
      name: 'it is forgotten what policies have asked for while no run was at work',
      find: '...(inRoom.desired && { adopted: { ...adopted, ...inRoom } })',
      replace: '',
    },
  ]),
  ...inFile('src/controllers/rollout/after-change.ts', [
    {
      name: 'it is forgotten that larger sizes were adopted',
      find: '    ...adoptedBy(change, run),\n',
      replace: '',
    },
    {
      name: 'what is adopted in a group that was left empty stays news for ever',
      find: 'state.desired === undefined ? undefined : desired',
      replace: 'state.desired && desired',
    },
    {
      name: 'growth is lost that is seen together with a maximum of others',
      find: ' && left !== undefined && isBroughtDown({ desired, max: now.max }, left)',
      replace: '',
    },
    {
      name: 'what AWS has brought down to a lower maximum is a wish',
      find: 'before.max !== now.max && left !== undefined && isBroughtDown({ desired, max: now.max }, left)',
      replace: 'false',
    },
    {
      name: 'a minimum that is adopted where none was held stays news for ever',
      find: 'state.min === undefined ? undefined : min',
      replace: 'state.min && min',
    },
    {
      name: 'with what is adopted it is forgotten what was adopted before',
      find: 'adopted: { ...state.adopted, ...sizes }',
      replace: 'adopted: sizes',
    },
  ]),
  ...inFile('src/domain/rollout/adopted-sizes.ts', [
    {
      name: 'what was set before a scheduled action that is carried out comes back with the next look',
      find: '  if (last.at <= (memo.scheduledUntil ?? -Infinity)) return undefined\n',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/scheduled-actions.ts', [
    {
      name: 'a roll begins before AWS has carried out what fell due',
      find: 'at - each.at < LATE_SECONDS',
      replace: 'at < each.at',
    },
    {
      name: 'a roll waits for an action that AWS has carried out',
      find: ' || sizesText(shown) === sizesText(sizes)',
      replace: '',
    },
    {
      name: 'a roll waits for an action that others have suspended',
      find: 'last === undefined || suspended.includes(SCHEDULING)',
      replace: 'last === undefined',
    },
    { name: 'a scheduled action is carried out at each look', find: 'each.at > scheduledUntil && ', replace: '' },
    { name: 'a scheduled action is carried out before its time', find: ' && each.at <= at', replace: '' },
    {
      name: 'what AWS carries out itself the run carries out too',
      find: 'suspends.includes(SCHEDULING) && suspended.includes(SCHEDULING)',
      replace: 'suspends.includes(SCHEDULING)',
    },
    {
      name: 'what an operator has suspended the run carries out',
      find: 'suspends.includes(SCHEDULING) && suspended.includes(SCHEDULING)',
      replace: 'suspended.includes(SCHEDULING)',
    },
    {
      name: 'an action counts from what the roll has raised',
      find: 'desired: memo.sizes.desired,\n    max: maxIsOurs',
      replace: 'desired: fleet.sizes.desired,\n    max: maxIsOurs',
    },
    {
      name: 'an action that does not fit empties the group',
      find: '?? sizes, before)',
      replace: '?? { min: 0, desired: 0, max: 0 }, before)',
    },
    {
      name: 'a group that grows by an action grows when the roll is over',
      find: 'Math.max(fleet.sizes.desired, wished.desired)',
      replace: 'fleet.sizes.desired',
    },
    {
      name: 'the moment up to which actions were carried out is not saved',
      find: '{ ...memo, scheduledUntil: Math.floor(fleet.at) }',
      replace: 'memo',
    },
    { name: 'a bound leaves the desired capacity outside', find: 'Math.min(max, Math.max(min, sizes.desired))', replace: 'sizes.desired' }, // prettier-ignore
  ]),
]
