import { inFile } from './mutant.ts'

/** Mutants of the list of rules, and of the rules beside it. */
export const RULE_MUTANTS = inFile('src/domain/rollout/rules.ts', [
  {
    name: 'no process is suspended',
    find: '  suspend,\n  haltOnUnservedZone,',
    replace: '  haltOnUnservedZone,',
  },
  {
    name: 'the lease is not renewed in a roll',
    find: '  renewLease,\n  haltOnRefresh,',
    replace: '  haltOnRefresh,',
  },
  {
    name: 'what AWS refuses to have saved is asked for again and again',
    find: "action?.kind === 'save-state' && isUnwritable(policy)",
    replace: 'false',
  },
  {
    name: 'the lease is not renewed while a group is put back',
    find: '  renewLease,\n  adoptSinceHandBack,',
    replace: '  adoptSinceHandBack,',
  },
  {
    name: 'the lease is renewed at every look',
    find: '< HEARTBEAT_SECONDS',
    replace: '< 0',
  },
  {
    name: 'a changed launch source does not halt a roll',
    find: '  haltOnSourceChange,\n',
    replace: '',
  },
  {
    name: 'the surge of a concurrent run is taken for an operator’s size',
    find: '  absorbConcurrentSurge,\n',
    replace: '',
  },
  {
    name: 'the bounds that a concurrent run holds for scaling policies stay',
    find: 'isSurge = (follows || raised',
    replace: 'isSurge = (raised',
  },
  {
    name: 'what was set since a lost run began is a concurrent run’s',
    find: 'hasBegun = memo.heartbeatAt === memo.startedAt',
    replace: 'hasBegun = true',
  },
  {
    name: 'any minimum that was raised at the start is a concurrent run’s',
    find: '  sizes.min > memo.sizes.min &&\n  sizes.min === sizes.desired',
    replace: '  sizes.min > memo.sizes.min',
  },
  {
    name: 'a desired capacity of an action whose answer was lost is others’ as well',
    find: " || isSetForDue('desired', situation)",
    replace: '',
  },
  {
    name: 'a desired capacity that an operator sets in a roll is not adopted',
    find: '  adoptDesiredCapacity,\n  carryOutScheduled,\n  haltOnSuspension',
    replace: '  carryOutScheduled,\n  haltOnSuspension',
  },
  {
    name: 'the run’s own surge is taken for an operator’s size',
    find: 'seen <= memo.sizes.desired + memo.surge',
    replace: 'seen <= memo.sizes.desired',
  },
  {
    name: 'a process that an operator resumed is suspended again',
    find: 'if (state.suspended || ',
    replace: 'if (',
  },
  { name: 'failures of new instances never halt a roll', find: '  haltOnFailures,\n', replace: '' },
  { name: 'outdated instances stay in the warm pool', find: '  terminateOutdatedWarm,\n', replace: '' },
  {
    name: 'a new instance that does not serve is waited for without end',
    find: '  endOverdueInstance,\n',
    replace: '',
  },
  { name: 'new instances in the dark are never released', find: '  releaseDarkInstances,\n', replace: '' },
  { name: 'outdated instances stay in Standby', find: '  terminateOutdatedStandby,\n', replace: '' },
  { name: 'a roll ends before the last new instance is ready', find: '  awaitReady,\n', replace: '' },
  {
    name: 'AWS chooses the surplus at the end of a roll',
    find: '  awaitReady,\n  removeSurplus,',
    replace: '  awaitReady,',
  },
  {
    name: 'AWS chooses the surplus while a group is put back',
    find: '  awaitSchedule,\n  removeSurplus,\n  awaitSpareCapacity,\n  registerRemaining,\n  awaitScheduled,\n  restorePermitted,',
    replace: '  awaitSchedule,\n  awaitSpareCapacity,\n  registerRemaining,\n  awaitScheduled,\n  restorePermitted,',
  },
  {
    name: 'the sizes fall while a surplus instance is needed',
    find: '  awaitSpareCapacity,\n  registerRemaining,\n  awaitScheduled,\n  restorePermitted',
    replace: '  registerRemaining,\n  awaitScheduled,\n  restorePermitted',
  },
  { name: 'an instance that returns to the warm pool is not waited for', find: '  awaitReturning,\n', replace: '' },
  {
    name: 'the surge does not raise MaxSize',
    find: ', ...(max !== undefined && { max })',
    replace: '',
  },
  {
    name: 'the desired capacity falls with instances in Standby',
    find: 'decrement: false',
    replace: 'decrement: true',
  },
  { name: 'a surplus instance gets a successor', find: 'decrement: true', replace: 'decrement: false' },
  {
    name: 'the sizes fall although AWS refuses to terminate',
    find: "(refused.includes('terminate') && isBeyond)",
    replace: 'false',
  },
  {
    name: 'the sizes fall although AWS refuses to terminate and too few serve',
    find: ' || neededSurplus(situation) !== undefined',
    replace: '',
  },
  {
    name: 'what is raised after this run has suspended passes for a concurrent run’s',
    find: ' && state.hasSuspended !== true',
    replace: '',
  },
])
