import { inFile } from './mutant.ts'

/** Mutants of waves over groups. */
export const WAVE_MUTANTS = [
  ...inFile('src/domain/waves/order.ts', [
    {
      name: 'an entry of the order may match nothing beside one that matches',
      find: '.filter((entry) => !groups.some((group) => matches(entry, group)))',
      replace: '.filter((entry) => !groups.some((group) => matches(entry, group)) && entries.length === 1)',
    },
    {
      name: 'a glob decides where a name stands on another line',
      find: 'byName.length > 0 ? byName : linesWith(() => true)',
      replace: 'linesWith(() => true)',
    },
    {
      name: 'a group that two lines name goes with the first',
      find: 'first !== undefined && second !== undefined',
      replace: 'first === undefined && second !== undefined',
    },
    {
      name: 'groups that no line names go first',
      find: 'first ?? lines.length',
      replace: 'first ?? 0',
    },
    {
      name: 'a line without groups of its own is a wave',
      find: 'waves: waves.filter((wave) => wave.length > 0)',
      replace: 'waves',
    },
  ]),
  ...inFile('src/domain/waves/turns.ts', [
    {
      name: 'groups begin though others have failed',
      find: 'failed.length > limits.maxFailedGroups',
      replace: 'failed.length > limits.maxFailedGroups + 1',
    },
    {
      name: 'groups begin after the time is over',
      find: 'now > deadline',
      replace: 'now > deadline + 60',
    },
    {
      name: 'a group at a gate frees its place',
      find: 'limits.maxGroups - going.length - gated.length',
      replace: 'limits.maxGroups - going.length',
    },
    {
      name: 'what is on its way takes no place',
      find: 'limits.maxGroups - going.length - gated.length',
      replace: 'limits.maxGroups - gated.length',
    },
    {
      name: 'all of a wave begin at once',
      find: 'coming.slice(0, room)',
      replace: 'coming',
    },
    {
      name: 'a group at a gate lets the next wave begin',
      find: "standing?.kind === 'done' || standing?.kind === 'failed'\n\n",
      replace: "standing !== undefined && standing.kind !== 'on its way'\n\n",
    },
    {
      name: 'a wave bakes again for each group of the next',
      find: 'coming.length === wave.length ? bakedAt',
      replace: 'coming.length > 0 ? bakedAt',
    },
    {
      name: 'a bake ends with its oldest launch',
      find: '  Math.max(\n',
      replace: '  Math.min(\n',
    },
    {
      name: 'a bake is waited for that ends after the run',
      find: 'until > deadline',
      replace: 'until > deadline + 600',
    },
  ]),
  ...inFile('src/domain/patch/patched-early.ts', [
    {
      name: 'a patch may change the $Latest of groups whose turn comes later',
      find: "step.kind !== 'create-version' && step.kind !== 'move-default'",
      replace: "step.kind !== 'move-default'",
    },
    {
      name: 'a patch may move the $Default of groups whose turn comes later',
      find: "step.kind !== 'create-version' && step.kind !== 'move-default'",
      replace: "step.kind !== 'create-version'",
    },
    {
      name: 'groups of one turn may not follow one launch template',
      find: 'turnOf(group.group) !== turnOf(first) && ',
      replace: 'group.group !== first && ',
    },
    {
      name: 'groups that launch a number are taken for followers',
      find: 'use.id === id && use.follows === follows',
      replace: "use.id === id && (use.follows === follows || use.follows === 'number')",
    },
  ]),
  ...inFile('src/controllers/rollout/take-turn.ts', [
    {
      name: 'a group that an earlier run has rolled does not bake',
      find: 'isMoreToDo ? newestLaunch(run) : -Infinity',
      replace: '-Infinity',
    },
    {
      name: 'a run with nothing to do bakes its waves',
      find: 'isMoreToDo ? newestLaunch(run) : -Infinity',
      replace: 'newestLaunch(run)',
    },
    {
      name: 'a raised alarm lets the next wave begin',
      find: '    haltOnAlarm(situation) ??\n',
      replace: '',
    },
    {
      name: 'what an earlier run has left in the middle does not begin while an alarm is raised',
      find: '      if (unfinished.length > 0) {\n',
      replace: '      if (unfinished.length > 1e9) {\n',
    },
    {
      name: 'while CloudWatch does not answer the next wave begins',
      find: '    holdWhileBlind(situation) ??\n',
      replace: '',
    },
    {
      name: 'an alarm without data lets the next wave begin',
      find: "bakedWave === 'before the end' ? undefined : askAtEndOfBake",
      replace: "bakedWave !== 'before the end' ? undefined : askAtEndOfBake",
    },
    {
      name: 'a raised alarm ends a run that bears failed groups',
      find: 'const isBorne = turns.limits.maxFailedGroups > 0',
      replace: 'const isBorne = false',
    },
    {
      name: 'each wave ignores the alarms that are raised when it begins',
      find: 'alarms === undefined ? run :',
      replace: 'alarms === undefined || run.changed === false ? run :',
    },
    {
      name: 'a group that is left in the dark is done',
      find: " || outcome.status === 'dark'",
      replace: '',
    },
    {
      name: 'a group whose patch has failed is rolled',
      find: 'for (const [group, failure] of kept) {',
      replace: 'for (const [group, failure] of new Map<string, Explanation>(kept.size > 1e9 ? kept : [])) {',
    },
  ]),
  ...inFile('src/controllers/rollout/controller.ts', [
    {
      name: 'groups that wait for their turn are looked at',
      find: 'dueGroups(loop.nextLookAt, workedOn(loop), ',
      replace: 'dueGroups(loop.nextLookAt, openIn(loop), ',
    },
  ]),
  ...inFile('src/modes/roll.ts', [
    {
      name: 'the post step names groups whose turn has not come',
      find: '!inputs.dryRun && turns === undefined',
      replace: '!inputs.dryRun',
    },
    {
      name: 'what was read before a patch is taken for what a group launches',
      find: '      fleets.forget()\n',
      replace: '',
    },
  ]),
  ...inFile('src/modes/patch-in-turns.ts', [
    {
      name: 'groups are patched before their turn',
      find: 'step.groups.some((group) => names.includes(group))',
      replace: 'step.groups.length > 0',
    },
  ]),
]
