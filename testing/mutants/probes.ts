import { inFile } from './mutant.ts'

/** Mutants of the probes of new instances. */
export const PROBE_MUTANTS = [
  ...inFile('src/domain/rollout/probe.ts', [
    { name: 'a probe that has not passed is not asked again', find: 'lastProbe?.passed !== true', replace: 'lastProbe === undefined' }, // prettier-ignore
    {
      name: 'an instance that has passed is asked again',
      find: '  lastProbe?.passed !== true\n',
      replace: '  lastProbe !== null\n',
    },
    {
      name: 'what a roll that is taken back launches must pass a probe',
      find: '  !isTakingBack(memo, { rollback }) &&\n',
      replace: '',
    },
    {
      name: 'no group is put back before its new instances have passed',
      find: "  intent === 'roll' &&\n",
      replace: '',
    },
    { name: 'new instances that were there before the roll are probed', find: '  (launchedAt >= memo.startedAt || firstSeenAt > memo.startedAt + 1) &&\n', replace: '' }, // prettier-ignore
    { name: 'an instance that EC2 does not know yet is not probed', find: 'launchedAt = Infinity', replace: 'launchedAt = 0' }, // prettier-ignore
    { name: 'probes follow each other without a pause', find: '>= PROBE_PAUSE_SECONDS', replace: '>= 0' },
    { name: 'an instance is probed before it serves', find: 'isServing(each))', replace: 'each.weight > 0)' },
    { name: 'an instance out of service keeps what it has passed', find: "isCounted(now) && phaseOf(now) !== 'replacing its root volume'", replace: "phaseOf(now) !== 'replacing its root volume'" }, // prettier-ignore
    { name: 'another root volume keeps what the last one has passed', find: " && phaseOf(now) !== 'replacing its root volume'", replace: '' }, // prettier-ignore
  ]),
  ...inFile('src/domain/rollout/capacity.ts', [
    { name: 'an instance that has not passed its probe counts as ready', find: '!awaitsProbe(instance, fleet, policy) && ', replace: '' }, // prettier-ignore
  ]),
  ...inFile('src/domain/rollout/budget.ts', [
    { name: 'what was there leaves for what has never passed a probe', find: 'if (policy.probes !== true) return ready', replace: 'if (policy !== undefined) return ready' }, // prettier-ignore
    {
      name: 'without probes the oldest does not leave first',
      find: '  if (policy.probes !== true) return ready\n',
      replace: '',
    },
    { name: 'an old instance that has passed its probe leaves before what was there', find: ' && each.lastProbe?.passed !== true', replace: '' }, // prettier-ignore
  ]),
  ...inFile('src/domain/rollout/rules.ts', [
    { name: 'an instance that serves is not probed', find: '  probeServing,\n', replace: '' },
  ]),
  ...inFile('src/domain/rollout/failures.ts', [
    { name: 'a probe may fail for ever', find: '(!isServing(each) || awaitsProbe(each, fleet, policy))', replace: '!isServing(each)' }, // prettier-ignore
    { name: 'what serves and is needed leaves because of its probe', find: ' && !isNeeded', replace: '' },
  ]),
  ...inFile('src/domain/rollout/run-state.ts', [
    { name: 'an instance that has not passed its probe fails nothing', find: '  instance.lastProbe?.passed === false ||\n', replace: '' }, // prettier-ignore
  ]),
  ...inFile('src/domain/rollout/dark-launch.ts', [
    { name: 'a dark instance has all the time of the world to pass its probe', find: 'return !awaitsProbe(instance, fleet, policy)', replace: 'return true' }, // prettier-ignore
    {
      name: 'dark instances are released without a probe',
      find: '  if (waiting)\n',
      replace: '  if (waiting && !waiting)\n',
    },
  ]),
]
