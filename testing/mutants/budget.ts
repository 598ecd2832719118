import { inFile } from './mutant.ts'

/** Mutants of how many instances leave, which, and in which order. */
export const BUDGET_MUTANTS = [
  ...inFile('src/domain/rollout/max-leaving.ts', [
    {
      name: 'those that leave already do not count',
      find: 'limit - leavingNow(fleet)',
      replace: 'limit',
    },
    {
      name: 'a run that puts back knows no bound of departures',
      find: 'policy.maxLeaving ?? memo.maxLeaving ?? Infinity',
      replace: 'policy.maxLeaving ?? Infinity',
    },
  ]),
  ...inFile('src/domain/rollout/rules.ts', [
    {
      name: 'unhealthy instances keep the sizes raised while AWS ends them',
      find: ': ended.slice(0, 1)',
      replace: ': ended.slice(0, 0)',
    },
    {
      name: 'more leave than may where AWS ends no unhealthy one',
      find: "!healthy && !suspended.includes('ReplaceUnhealthy')",
      replace: '!healthy',
    },
  ]),
  ...inFile('src/domain/rollout/rules.ts', [
    {
      name: 'a launch that only evens the zones ends the roll where it fails',
      find: '  giveUpLaunchForZones,\n',
      replace: '',
    },
    {
      name: 'a launch that only evens the zones is given up while AWS takes nothing away',
      find: " || situation.fleet.suspended.includes('Terminate')",
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/surplus-of-aws.ts', [
    {
      name: 'what AWS has launched above the desired capacity is spent',
      find: 'return above >= lightest ? Math.min(above, capacityOf(scalable)) : 0',
      replace: 'return 0 * above * lightest * capacityOf(scalable)',
    },
    {
      name: 'a weight that does not add up is taken for more than is desired',
      find: 'return above >= lightest ? Math.min(above, capacityOf(scalable)) : 0',
      replace: 'return 0 * lightest + Math.max(0, Math.min(above, capacityOf(scalable)))',
    },
    {
      name: 'AWS is thought to take protected instances away',
      find: 'counted.filter((each) => !each.protectedFromScaleIn)',
      replace: 'counted',
    },
    {
      name: 'an old instance leaves before AWS has taken its surplus away',
      find: 'aboveDesired(fleet) > 0 && fleet.at',
      replace: 'aboveDesired(fleet) < 0 && fleet.at',
    },
    {
      name: 'a surplus that AWS never takes away holds a roll up for ever',
      find: 'fleet.at - (state.surplusSince ?? fleet.at) < AWAITED_SECONDS',
      replace: 'fleet.at - fleet.at < AWAITED_SECONDS',
    },
    {
      name: 'a surplus is remembered when it has gone',
      find: ': undefined',
      replace: ': since',
    },
  ]),
  ...inFile('src/domain/rollout/budget.ts', [
    {
      name: 'a roll knows no bound of departures',
      find: 'const room = roomToLeave(situation)',
      replace: 'const room = Math.max(100, roomToLeave(situation))',
    },
    {
      name: 'there is no floor',
      find: 'Math.max(0, desired - Math.min(policy.maxUnavailable, shareUnavailable(desired, policy)))',
      replace: '0',
    },
    {
      name: 'a percentage stays what it came to at the start of the roll',
      find: 'Math.min(policy.maxUnavailable, shareUnavailable(desired, policy))',
      replace: 'policy.maxUnavailable',
    },
    {
      name: 'a percentage of a larger desired capacity lets more be unavailable',
      find: 'Math.min(policy.maxUnavailable, shareUnavailable(desired, policy))',
      replace:
        'Math.min(Math.max(policy.maxUnavailable, policy.unavailableShare?.percent ?? 0), shareUnavailable(desired, policy))',
    },
    {
      name: 'nothing of a group that has become small can be replaced without a surge',
      find: 'Math.max(surge === 0 ? share.unit : 0, ',
      replace: 'Math.max(0, ',
    },
    {
      name: 'a part of an instance may be unavailable where nothing could be replaced otherwise',
      find: 'share.unit : 0',
      replace: '1 : 0',
    },
    {
      name: 'one may always be unavailable',
      find: 'Math.max(surge === 0 ? share.unit : 0, ',
      replace: 'Math.max(1, ',
    },
    {
      name: 'the surge is one more',
      find: 'policy }), oldCapacity,',
      replace: 'policy }) + 1, oldCapacity,',
    },
    {
      name: 'the surge is more than there is to replace',
      find: 'policy }), oldCapacity,',
      replace: 'policy }),',
    },
    {
      name: 'the desired capacity falls below a raised MinSize in a roll',
      find: 'minWithoutRoll(fleet, memo),\n    memo.sizes.desired +',
      replace: '0,\n    memo.sizes.desired +',
    },
    {
      name: 'the total budget is not asked',
      find: 'capacity.total - takenByAws - capacity.unreadyCurrentCapacity - floor',
      replace: 'Infinity',
    },
    {
      name: 'an instance leaves that is heavier than the total budget',
      find: 'weight > total ||',
      replace: '',
    },
    {
      name: 'booting instances are part of the total budget',
      find: 'capacity.total - takenByAws - capacity.unreadyCurrentCapacity - floor',
      replace: 'capacity.total - takenByAws - floor',
    },
    { name: 'the ready budget is not asked', find: '(isServing(instance) && counted > ready)', replace: 'false' },
    { name: 'the ready budget is not used up', find: 'ready -= counted', replace: '' },
    { name: 'the total budget is not used up', find: 'total -= weight', replace: '' },
    {
      name: 'the desired capacity falls with every outdated instance',
      find: 'const falls = toBalance === undefined && falling(weight)',
      replace: 'const falls = true',
    },
    {
      name: 'the desired capacity never falls with an outdated instance',
      find: 'const falls = toBalance === undefined && falling(weight)',
      replace: 'const falls = false',
    },
    {
      name: 'one call terminates with a successor and without',
      find: 'if (decrement !== falls) break',
      replace: '',
    },
    {
      name: 'an instance on its way up is named within its time',
      find: "phaseOf(instance) !== 'pending' ||",
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
      find: 'waiting.size > 0 && terminations.length < MAX_TERMINATIONS_PER_CALL',
      replace: 'waiting.size > 0',
    },
    {
      name: 'launches that have not happened are surplus',
      find: 'Math.min(situation.capacity.total, situation.fleet.sizes.desired)',
      replace: 'situation.fleet.sizes.desired',
    },
    {
      name: 'serving outdated instances are the first surplus',
      find: '    broken(own),\n',
      replace: '    newest(outdated.filter(isOlder)),\n    broken(own),\n',
    },
    {
      name: 'the oldest instances are the first surplus',
      find: 'bornAt(b) - bornAt(a)',
      replace: 'bornAt(a) - bornAt(b)',
    },
  ]),
  ...inFile('src/domain/rollout/budget.ts', [
    {
      name: 'what the roll has launched is no more its own than what was there',
      find: 'bornAt(instance) >= startedAt',
      replace: 'true',
    },
    {
      name: 'what the policy leaves alone is taken away when a roll is undone',
      find: 'isOwn(each) || !isExempt(each, fleet, policy)',
      replace: 'true',
    },
    {
      name: 'what the roll has launched stays where its group protects it',
      find: 'isOwn(each) || !isExempt',
      replace: '!isExempt',
    },
    {
      name: 'an instance with its full share of the requests leaves before one that starts slowly',
      find: 'at - readySince < slowStartSeconds',
      replace: 'false',
    },
    {
      name: 'the surplus leaves without regard to zones',
      find: 'of(each) > of(best) ? each : best',
      replace: 'best',
    },
    {
      name: 'the surplus of a zone that the group has left stays',
      find: 'zones?.includes(zone) === false ? Infinity',
      replace: 'zones?.includes(zone) === false ? 0',
    },
    {
      name: 'the zones of the surplus that leaves count on',
      find: 'fullness.set(zone, (fullness.get(zone) ?? 0) - weight)',
      replace: '',
    },
    {
      name: 'launches that have failed are waited for',
      find: 'fleet.failedLaunches.length > 0 ? 0 :',
      replace: '',
    },
    {
      name: 'launches that are to come are not waited for',
      find: 'outstanding: fleet.failedLaunches.length > 0 ? 0 : fleet.sizes.desired - capacity.total',
      replace: 'outstanding: 0',
    },
    {
      name: 'how much leaves last is not known',
      find: 'lastToLeave: surgeTarget(situation, Infinity) - memo.sizes.desired',
      replace: 'lastToLeave: 0',
    },
    { name: 'zones of exempt instances do not count', find: ', ...capacity.exempt]', replace: ']' },
    {
      name: 'a surge is whole though too few launches follow it',
      find: 'following <= 0 || following >= zones.length - 2',
      replace: 'true',
    },
    {
      name: 'a surge of all is held back for the zones',
      find: 'following <= 0 || following',
      replace: 'following < 0 || following',
    },
  ]),
  ...inFile('src/domain/rollout/budget.ts', [
    {
      name: 'an instance whose launch EC2 does not tell yet is thought to have been there before',
      find: 'capacity.current.filter((each) => isOfRoll(each, memo))',
      replace: 'capacity.current.filter((each) => isLaunchedByRoll(each, fleet))',
    },
    {
      name: 'a successor that evens the zones holds all others',
      find: 'isLast && !policy.waitForAll ?',
      replace: 'isLast ?',
    },
    {
      name: 'a launch that only evens the zones is taken for one where too few serve',
      find: 'situation.capacity.readyCapacity >= originalOf(situation) &&',
      replace: '',
    },
    {
      name: 'a launch that only evens the zones is taken for one where old ones are left',
      find: 'situation.capacity.outdated.length === 0 &&\n  situation.capacity.ready',
      replace: 'situation.capacity.ready',
    },
    {
      name: 'zones of a dark launch that is taken over are evened',
      find: 'memo.dark !== true &&',
      replace: '',
    },
    {
      name: 'zones of a dark launch are evened',
      find: "policy.dark?.kind !== 'launch' &&",
      replace: '',
    },
    {
      name: 'zones of a dark launch that was released are evened',
      find: '  memo.released !== true &&\n',
      replace: '',
    },
    {
      name: 'zones of a roll that is released at its gate end uneven',
      find: "policy.dark?.kind !== 'launch' &&",
      replace: 'policy.dark === undefined &&',
    },
    {
      name: 'zones are evened by instances where capacity is counted in weights',
      find: '!fleet.weighted &&',
      replace: '',
    },
    {
      name: 'zones are evened where launches fail',
      find: 'fleet.failedLaunches.length === 0 &&',
      replace: '',
    },
    {
      name: 'zones are evened by what comes out of a warm pool',
      find: '!fleet.instances.some(isWarmed)',
      replace: 'true',
    },
  ]),
  ...inFile('src/domain/rollout/termination-order.ts', [
    {
      name: 'broken instances leave last',
      find: 'Number(serving.has(a.instance)) - Number(serving.has(b.instance)) ||',
      replace: 'Number(serving.has(b.instance)) - Number(serving.has(a.instance)) ||',
    },
    {
      name: 'broken instances leave last within their zone',
      find: 'Number(serving.has(each)) - Number(serving.has(first))',
      replace: 'Number(serving.has(first)) - Number(serving.has(each))',
    },
    {
      name: 'a zone that the group has left is relieved last',
      find: 'Number(a.zone.launches) - Number(b.zone.launches) ||',
      replace: '',
    },
    {
      name: 'where most are still to leave does not matter',
      find: 'b.zone.outdated - a.zone.outdated || a.zone.total - b.zone.total',
      replace: 'a.zone.total - b.zone.total',
    },
    {
      name: 'where the successor is launched does not matter',
      find: 'b.zone.outdated - a.zone.outdated || a.zone.total - b.zone.total',
      replace: 'b.zone.outdated - a.zone.outdated',
    },
    {
      name: 'the smallest zone gives first',
      find: ': b.zone.total - a.zone.total',
      replace: ': a.zone.total - b.zone.total',
    },
    { name: 'the youngest instance leaves first', find: 'age(a) - age(b)', replace: 'age(b) - age(a)' },
    {
      name: 'successors are not expected in any zone',
      find: 'if (hasSuccessor) uncertain = land(launching, uncertain + instance.weight, lightest)',
      replace: '',
    },
    {
      name: 'the last of a zone leaves before it is known where AWS launches',
      find: 'if (uncertain > 0 && !isLastOfZones) return hold()',
      replace: '',
    },
    {
      name: 'the last of all zones leave one by one',
      find: 'isLastOfZones = true',
      replace: 'isLastOfZones = false',
    },
    {
      name: 'an instance leaves without a successor while launches are to come',
      find: 'if (!hasSuccessor && outstanding > 0) return hold()',
      replace: '',
    },
    {
      name: 'a launch is expected where AWS may choose',
      find: 'if (emptiest.length > 1 && emptiest.length * weight > left) return left',
      replace: '',
    },
    {
      name: 'a successor is given so that zones end alike while launches are to come',
      find: 'if (outstanding > 0 || uncertain > 0) return undefined',
      replace: '',
    },
    {
      name: 'zones end uneven where the first launches came unluckily',
      find: 'most - emptiest.count < 2',
      replace: 'most - emptiest.count < Infinity',
    },
    {
      name: 'what is beyond the desired capacity is thought to stay',
      find: 'beyond > 0; beyond--',
      replace: 'beyond > Infinity; beyond--',
    },
    {
      name: 'an instance that was there before is thought to leave so that zones end alike',
      find: 'ends.filter(({ movable }) => movable > 0).toSorted',
      replace: 'ends.toSorted',
    },
    {
      name: 'one that is to have a successor so that zones end alike leaves without',
      find: 'left <= missing ||',
      replace: 'left < missing ||',
    },
    {
      name: 'a successor is given where AWS may choose another zone',
      find: 'uneven.open.has(each) || each.total > zone.total',
      replace: 'uneven.open.has(each) || each.total >= zone.total',
    },
    {
      name: 'those that leave later do not count as still to leave',
      find: 'of [...leaving, ...remaining]) zoneOf(zone).outdated',
      replace: 'of leaving) zoneOf(zone).outdated',
    },
  ]),
  ...inFile('src/domain/rollout/capacity.ts', [
    {
      name: 'a parameter that has moved leaves the instances current',
      find: 'if (now !== undefined && imageId !== undefined && imageId !== now) return false',
      replace: '',
    },
    {
      name: 'an instance of which EC2 does not say the image is outdated by a parameter',
      find: 'now !== undefined && imageId !== undefined && imageId !== now',
      replace: 'now !== undefined && imageId !== now',
    },
    {
      name: 'the image of an override counts less than a parameter',
      find: 'images.length > 0 ? undefined : parameterImage(reference, source)',
      replace: 'parameterImage(reference, source)',
    },
    {
      name: 'another version of the template is current',
      find: ' && one.id === other.id && one.version === other.version',
      replace: ' && one.id === other.id',
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
      find: '!(isUndone && isLaunchedByRoll(instance, fleet))',
      replace: '!(instance.id.length === 0 && isUndone)',
    },
    { name: 'the warm-up is not waited for', find: 'warmupSeconds === 0 ||', replace: 'warmupSeconds >= 0 ||' },
    {
      name: 'the warm-up is waited for while a group is put back',
      find: "policy.intent === 'restore' ? 0 : Math.max",
      replace: 'Math.max',
    },
  ]),
]
