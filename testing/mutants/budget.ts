import { inFile } from './mutant.ts'

/** Mutants of how many instances leave, which, and in which order. */
export const BUDGET_MUTANTS = [
  ...inFile('src/domain/rollout/budget.ts', [
    {
      name: 'there is no floor',
      find: 'Math.max(0, memo.sizes.desired - policy.maxUnavailable)',
      replace: '0',
    },
    {
      name: 'the surge is one more',
      find: 'Math.min(policy.surge, oldCapacity,',
      replace: 'Math.min(policy.surge + 1, oldCapacity,',
    },
    {
      name: 'the surge is more than there is to replace',
      find: 'Math.min(policy.surge, oldCapacity,',
      replace: 'Math.min(policy.surge,',
    },
    {
      name: 'the desired capacity falls below a raised MinSize in a roll',
      find: 'fleet.sizes.min,\n    memo.sizes.desired +',
      replace: '0,\n    memo.sizes.desired +',
    },
    {
      name: 'the total budget is not asked',
      find: 'capacity.total - capacity.unreadyCurrentCapacity - floor',
      replace: 'Infinity',
    },
    {
      name: 'an instance leaves that is heavier than the total budget',
      find: 'weight > total ||',
      replace: '',
    },
    {
      name: 'booting instances are part of the total budget',
      find: 'capacity.total - capacity.unreadyCurrentCapacity - floor',
      replace: 'capacity.total - floor',
    },
    { name: 'the ready budget is not asked', find: '(serving && weight > ready)', replace: 'false' },
    { name: 'the ready budget is not used up', find: 'if (serving) ready -= weight', replace: '' },
    { name: 'the total budget is not used up', find: 'total -= weight', replace: '' },
    {
      name: 'the desired capacity falls with every outdated instance',
      find: 'const falls = falling(weight)',
      replace: 'const falls = true',
    },
    {
      name: 'the desired capacity never falls with an outdated instance',
      find: 'const falls = falling(weight)',
      replace: 'const falls = false',
    },
    {
      name: 'one call terminates with a successor and without',
      find: 'if (decrement !== falls) break',
      replace: '',
    },
    {
      name: 'an instance on its way up is named within its time',
      find: "!instance.lifecycle.startsWith('Pending') ||",
      replace: 'true ||',
    },
    {
      name: 'the time of an instance is counted from its first sighting',
      find: 'instance.unreadySince ?? instance.firstSeenAt',
      replace: 'instance.firstSeenAt',
    },
    { name: 'instances leave before all new ones are ready', find: 'policy.waitForAll &&', replace: 'false &&' },
    {
      name: 'the surplus of a roll is measured by the whole original',
      find: "policy.intent === 'roll' ? floorOf(memo, policy) : originalOf(situation)",
      replace: 'originalOf(situation)',
    },
    {
      name: 'a group that is put back is measured by the floor',
      find: "policy.intent === 'roll' ? floorOf(memo, policy) : originalOf(situation)",
      replace: 'floorOf(memo, policy)',
    },
    {
      name: 'a surplus instance leaves although its service is needed',
      find: '(serving && weight > spare)',
      replace: 'false',
    },
    {
      name: 'more surplus instances than AWS takes leave in one call',
      find: 'terminations.length === MAX_TERMINATIONS_PER_CALL ||',
      replace: '',
    },
    {
      name: 'launches that have not happened are surplus',
      find: 'Math.min(situation.capacity.total, situation.fleet.sizes.desired)',
      replace: 'situation.fleet.sizes.desired',
    },
    {
      name: 'serving outdated instances are the first surplus',
      find: '[...broken(current), ...broken(outdated), ...newest(current), ...newest(outdated)]',
      replace: '[...newest(outdated), ...broken(current), ...broken(outdated), ...newest(current)]',
    },
    {
      name: 'the oldest instances are the first surplus',
      find: 'bornAt(b) - bornAt(a)',
      replace: 'bornAt(a) - bornAt(b)',
    },
  ]),
  ...inFile('src/domain/rollout/termination-order.ts', [
    {
      name: 'broken instances leave last',
      find: 'return broken || steering',
      replace: 'return -broken || steering',
    },
    {
      name: 'broken instances leave last within their zone',
      find: 'Number(serving.has(a)) - Number(serving.has(b))',
      replace: 'Number(serving.has(b)) - Number(serving.has(a))',
    },
    {
      name: 'where the successor is launched does not matter',
      find: 'newWhereNext(all, a) - newWhereNext(all, b)',
      replace: '0',
    },
    { name: 'the smallest zone gives first', find: 'b.total - a.total', replace: 'a.total - b.total' },
    { name: 'the youngest instance leaves first', find: 'age(a) - age(b)', replace: 'age(b) - age(a)' },
    { name: 'successors are not expected in any zone', find: 'if (hasSuccessor) land(all)', replace: '' },
  ]),
  ...inFile('src/domain/rollout/capacity.ts', [
    {
      name: 'another version of the template is current',
      find: '&& reference.version === other.version',
      replace: '',
    },
    {
      name: 'an instance without a launch source is current',
      find: 'if (reference === undefined) return false',
      replace: 'if (reference === undefined) return true',
    },
    {
      name: 'an image of another override is current',
      find: 'if (images.length > 0 && imageId',
      replace: 'if (images.length > 99 && imageId',
    },
    {
      name: 'force replaces nothing',
      find: 'return instance.launchedAt <= replaceLaunchedUntil',
      replace: 'return false',
    },
    {
      name: 'a rollback replaces what the failed source has not launched',
      find: '!current && isCurrent(instance, rollback.failed)',
      replace: '!current',
    },
    {
      name: 'protected instances that shall stay are replaced',
      find: "|| protectedInstances !== 'ignore'",
      replace: '|| true',
    },
    {
      name: 'protected instances that a roll launched stay when it is undone',
      find: 'isUndone && memo !== undefined',
      replace: 'false && memo !== undefined',
    },
    { name: 'the warm-up is not waited for', find: '(warmupSeconds === 0 ||', replace: '(warmupSeconds >= 0 ||' },
    {
      name: 'the warm-up is waited for while a group is put back',
      find: "policy.intent === 'restore' ? 0 : policy.warmupSeconds",
      replace: 'policy.warmupSeconds',
    },
  ]),
]
