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
      find: 'test(group) ? group',
      replace: 'test(group) || true ? group',
    },
  ]),
]
