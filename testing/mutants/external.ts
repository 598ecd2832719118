import { inFile } from './mutant.ts'

/** Mutants of what a run makes of suspensions, scheduled actions and refreshes that are not its own. */
export const EXTERNAL_MUTANTS = [
  ...inFile('src/domain/rollout/memo-bounds.ts', [
    {
      name: 'the surge does not grow with a lower original size',
      find: 'surge + Math.max(0, sizes.desired - wished.desired)',
      replace: 'surge',
    },
    {
      name: 'the surge is bounded by the maximum that a scheduled action sets',
      find: 'scheduledUntil === undefined ? highestReach(max, heaviest) : Infinity',
      replace: 'highestReach(max, heaviest)',
    },
    {
      name: 'the surge does not grow with a higher original size',
      find: 'Math.max(reach, room)',
      replace: 'reach',
    },
  ]),
  ...inFile('src/domain/rollout/rules.ts', [
    { name: 'a process that is suspended in mid-roll halts nothing', find: '  haltOnSuspension,\n', replace: '' },
  ]),
  ...inFile('src/domain/rollout/suspensions.ts', [
    {
      name: 'a roll is said to need launches for what is only released',
      find: "policy.dark?.kind !== 'release' && ",
      replace: '',
    },
    {
      name: 'a release that lacks an instance waits for a launch that cannot come',
      find: ' || (fleet.memo !== undefined && total < fleet.sizes.desired)',
      replace: '',
    },
    { name: 'a suspended Terminate stops no roll', find: "['Terminate'] : [])", replace: '[] : [])' },
    {
      name: 'a dark launch is refused where AddToLoadBalancer is suspended',
      find: 'launches && policy.dark === undefined && ',
      replace: 'launches && ',
    },
    {
      name: 'a group that is put back needs every process',
      find: "policy.intent !== 'roll' || foreign",
      replace: 'foreign',
    },
    {
      name: 'suspended health checks are not said',
      find: '(process in RISKS || isSuspendedByAws(fleet, process))',
      replace: 'isSuspendedByAws(fleet, process)',
    },
  ]),
  ...inFile('src/domain/rollout/suspension-text.ts', [
    {
      name: 'what the run has suspended itself stands in its way',
      find: 'memo === undefined || !memo.suspends.includes(process)',
      replace: 'true',
    },
    {
      name: 'the name in a command is not quoted',
      find: 'test(word) ? word',
      replace: 'test(word) || true ? word',
    },
  ]),
  ...inFile('src/domain/rollout/rules.ts', [
    { name: 'an instance refresh of others halts nothing', find: '  haltOnRefresh,\n', replace: '' },
  ]),
  ...inFile('src/domain/rollout/instance-refresh.ts', [
    { name: 'AWS is not asked before each departure', find: 'refresh?.at !== at', replace: 'refresh === undefined' },
    {
      name: 'an instance leaves by an old answer about refreshes',
      find: "kind === 'resize' ? ADDING_SECONDS : 0",
      replace: 'kind.length > 0 ? ADDING_SECONDS : 0',
    },
    {
      name: 'an instance leaves by the answer that did for a resize on the same look',
      find: 'refresh.mayBeKept === true && refreshMayBeOld(action) === 0',
      replace: 'false',
    },
    {
      name: 'a roll that waits never asks for a refresh',
      find: 'refresh === undefined || at - refresh.at >= WAITING_SECONDS',
      replace: 'false',
    },
    { name: 'a roll that waits asks at each look', find: 'at - refresh.at >= WAITING_SECONDS', replace: 'true' },
  ]),
  ...inFile('src/aws/observe/refreshes.ts', [
    {
      name: 'that there is no refresh is kept for ever',
      find: 'now - (this.#noneAt.get(group) ?? -Infinity) < mayBeOldSeconds',
      replace: 'mayBeOldSeconds > 0 && this.#noneAt.has(group)',
    },
    {
      name: 'a refresh that is over is believed to go on, or one that goes on to be over',
      find: 'if (active === undefined && this.#clock !== undefined)',
      replace: 'if (this.#clock !== undefined)',
    },
    {
      name: 'the refreshes of all groups are asked for at once',
      find: 'this.#underWay >= AT_ONCE',
      replace: 'this.#underWay < 0',
    },
  ]),
  ...inFile('src/aws/observe/shared-activities.ts', [
    {
      name: 'a group is told activities that are older than it has asked for',
      find: 'startOf(StartTime) >= Math.floor(since)',
      replace: 'startOf(StartTime) > 0',
    },
    {
      name: 'each group is asked for its activities by itself',
      find: 'requests.length > this.#tooFew ?',
      replace: 'requests.length < 0 ?',
    },
    {
      name: 'a busy account is listed again and again',
      find: 'if (listed === undefined) this.#tooFew = requests.length',
      replace: 'if (listed === undefined) this.#tooFew = 0',
    },
    {
      name: 'a listing that did not pay for a few groups is never tried again for many',
      find: 'if (listed === undefined) this.#tooFew = requests.length',
      replace: 'if (listed === undefined) this.#tooFew = Infinity',
    },
    {
      name: 'a role that may not list the account learns nothing of its groups',
      find: 'if (error instanceof UserError) return undefined',
      replace: 'if (error instanceof UserError) return []',
    },
  ]),
  ...inFile('src/controllers/rollout/step.ts', [
    {
      name: 'of what an earlier process has left only the last raise is told',
      find: 'decrement === undefined && growth === undefined && !hasEarlier({ first, policy })',
      replace: 'decrement === undefined && growth === undefined',
    },
    {
      name: 'while a decrement is open only the last raise is told',
      find: 'decrement === undefined && growth === undefined &&',
      replace: 'growth === undefined &&',
    },
    {
      name: 'where a policy has asked for more only the last raise is told',
      find: 'decrement === undefined && growth === undefined &&',
      replace: 'decrement === undefined &&',
    },
  ]),
  ...inFile('src/controllers/rollout/refresh-look.ts', [
    {
      name: 'an instance leaves though AWS does not say whether others refresh the group',
      find: "action.kind === 'wait' || action.kind === 'probe' ? action : UNANSWERED",
      replace: 'action',
    },
    {
      name: 'what AWS has answered about a refresh is not decided upon',
      find: 'action: decide(known)',
      replace: 'action',
    },
    {
      name: 'a refused question about refreshes stops nothing',
      find: 'const halted = halt(run, explanationOf(error))',
      replace: 'const halted = run',
    },
  ]),
  ...inFile('src/domain/rollout/rules.ts', [
    {
      name: 'scheduled actions that fall due in a roll are lost',
      find: '  carryOutScheduled,\n  haltOnSuspension,',
      replace: '  haltOnSuspension,',
    },
    {
      name: 'scheduled actions that fell due before a group is put back are lost',
      find: '  carryOutScheduled,\n  returnDecrement,',
      replace: '  returnDecrement,',
    },
    {
      name: 'the processes run again right before a scheduled action falls due',
      find: '  awaitScheduled,\n  bakeAtEnd,',
      replace: '  bakeAtEnd,',
    },
    {
      name: 'a scheduled action is forgotten that the run may not carry out',
      find: ' && missed(fleet, memo).length === 0',
      replace: '',
    },
    {
      name: 'a group is put back right before a scheduled action falls due',
      find: '  awaitScheduled,\n  restorePermitted',
      replace: '  restorePermitted',
    },
  ]),
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
  ...inFile('src/controllers/rollout/transition.ts', [
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
      find: ' && now.max === desired',
      replace: '',
    },
    {
      name: 'what AWS has brought down to a lower maximum is a wish',
      find: 'before.max !== now.max && now.max === desired',
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
  ...inFile('src/domain/rollout/changes/save-state.ts', [
    {
      name: 'a look without the scheduled actions that were carried out shows the saved state',
      find: 'memo.scheduledUntil === written.scheduledUntil',
      replace: 'true',
    },
  ]),
  ...inFile('src/domain/rollout/stale-state.ts', [
    {
      name: 'what a run has written down that it left is in doubt',
      find: ' || fleet.sizes.desired === memo.handedSizes?.desired',
      replace: '',
    },
    {
      name: 'the own lease counts for that of the run that was lost',
      find: ', predecessor = memo }: RunState): boolean {',
      replace: ' }: RunState): boolean {\n  const predecessor = memo',
    },
  ]),
]
