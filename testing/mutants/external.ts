import { inFile } from './mutant.ts'

/** Mutants of what a run makes of suspensions, scheduled actions and refreshes that are not its own. */
export const EXTERNAL_MUTANTS = [
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
      name: 'a roll that waits never asks for a refresh',
      find: 'refresh === undefined || at - refresh.at >= WAITING_SECONDS',
      replace: 'false',
    },
    { name: 'a roll that waits asks at each look', find: 'at - refresh.at >= WAITING_SECONDS', replace: 'true' },
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
]
