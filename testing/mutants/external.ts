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
  ...inFile('src/domain/rollout/stale-state.ts', [
    {
      name: 'what a run has written down that it left is in doubt',
      find: ' || fleet.sizes.desired === memo.handedSizes?.desired',
      replace: '',
    },
    {
      name: 'the whole room of a run, made after an operator had lowered the size, is kept',
      find: 'if (isWholeRoom(raise, memo)) return true',
      replace: '',
    },
    {
      name: 'a size that others have set in mid-roll counts as put back by the run',
      find: 'Math.max(raised, firstSet(desiredChanges, memo))',
      replace: 'raised',
    },
    {
      name: 'a raise of the run over a larger wish counts as put back',
      find: " && !(by === 'update' && from === desired)",
      replace: '',
    },
    {
      name: 'what AWS does for a size that others have set counts as put back by the run',
      find: 'return next === -1 ? first : next - 1',
      replace: 'return first',
    },
    {
      name: 'the size that a run began with passes for set in mid-roll',
      find: 'if (first === -1 || changes[first]?.from === desired) return -1',
      replace: 'if (first === -1) return -1',
    },
    {
      name: 'the room of a run is known by the desired capacity alone',
      find: ' && to > sizes.max && bounds?.max === to',
      replace: '',
    },
    {
      name: 'the own lease counts for that of the run that was lost',
      find: ', predecessor = memo }: RunState): boolean {',
      replace: ' }: RunState): boolean {\n  const predecessor = memo',
    },
    {
      name: 'what was lower before others have set the size counts as put back to it',
      find: 'desiredChanges.slice(wished + 1, last)',
      replace: 'desiredChanges.slice(0, last)',
    },
  ]),
]
