/** What makes an instance that is in service no capacity: failed status checks, and zones that no load balancer serves. */
import { serveOnly } from '../../simulator/scenario-balancers.ts'
import type { BuiltGroup } from '../../simulator/group-plan.ts'
import { Random } from '../../simulator/random.ts'
import type { ActionRun } from '../run-action.ts'
import type { ExternalFault } from './external-faults.ts'
import { anInstanceInService, NO_INSTANCE } from './fault.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { subnetsOf } from './rare-settings.ts'
import { addToTrace } from './trace.ts'
import { isDrawn } from './focus.ts'

/** Apart from what else a seed draws, so that its fleet and its other faults stay. */
const APART = 0x7ead1e5

/** One seed of so many has one of these. */
const ONE_OF = 5

/** Draws how long EC2's status checks take after an instance runs, and what befalls the readiness of the group's instances. */
export function applyReadiness(fixture: Fixture, seed: number): readonly ExternalFault[] {
  const random = new Random(seed ^ APART)
  const { account } = fixture
  account.behaviour.statusCheckSeconds = random.pick<readonly [number, number]>([
    [5, 5],
    [20, 60],
    [60, 100],
  ])
  account.behaviour.impairedSeconds = random.pick([30, 120, 300])
  if (!isDrawn(random, { share: 1 / ONE_OF, source: 'readiness', seed })) return []
  const fault = random.pick([impairedImage, impairedInstance, unservedZone])
  return [fault(fixture, random)]
}

/** Every new instance fails its status checks, whatever a load balancer says: its group replaces it for ever. */
function impairedImage(fixture: Fixture): ExternalFault {
  fixture.account.behaviour.impairedImages.add(fixture.group.newImageId)
  addToTrace(fixture, `instances of ${fixture.group.newImageId} boot impaired`)
  return {
    name: 'an image that boots impaired',
    share: 1,
    weight: 'heavy',
    apply: () => '',
    owed: (_, first) => greenWithoutStatusChecks(fixture, first),
    end: () => endReadiness(fixture),
  }
}

/**
 * No roll without load balancers ends green on instances that cannot be reached. One that finds nothing old has launched none of them,
 * as where an operator has put the old ones into Standby before its first look and AWS has filled their places: it names one.
 */
function greenWithoutStatusChecks(
  { plan, recorder, account }: Fixture,
  { failed, died, outputs }: ActionRun,
): readonly string[] {
  if (failed || died || plan.plan.balancers?.length !== 0) return []
  const { inService } = recorder.snapshot().ids
  const impaired = inService.filter((id) => account.ec2.statusOf(id) === 'impaired')
  const { groups = [] } = JSON.parse(outputs['result'] ?? '{}') as { groups?: readonly { left: readonly string[] }[] }
  const told = groups.flatMap(({ left }) => left).filter((sentence) => sentence.includes('does not serve'))
  const isNamed = recorder.changes.length === 0 && impaired.some((id) => told.some((each) => each.includes(id)))
  return impaired.length > 0 && !isNamed ? [`the roll ended green on ${impaired.join(', ')}, which are impaired`] : []
}

function impairedInstance(fixture: Fixture, random: Random): ExternalFault {
  const { account } = fixture
  const seconds = random.between(10, 400)
  const apply = (): string => {
    const id = anInstanceInService(fixture, random)
    if (id === undefined) return NO_INSTANCE
    account.ec2.setReachable(id, 'impaired')
    account.timeline.after(seconds, () => account.ec2.setReachable(id, 'reachable'))
    return `${id} fails its status checks for ${seconds.toFixed(0)} s`
  }
  account.timeline.after(random.between(0, 240), () => addToTrace(fixture, apply()))
  return {
    name: 'an impaired instance',
    share: 1,
    weight: 'heavy',
    apply,
    owed: () => [],
    end: () => endReadiness(fixture),
  }
}

/** The load balancers of the group serve all its zones but one from now on, or from some moment of the roll on. */
function unservedZone(fixture: Fixture, random: Random): ExternalFault {
  const { account, group } = fixture
  const isBefore = random.next() < 0.5
  const served = subnetsOf(account, FUZZ_GROUP).slice(0, -1)
  const apply = (): string => {
    // An application load balancer keeps two zones.
    if (served.length < 2 || [...group.classicNames, ...group.targetGroupArns].length === 0)
      return 'no zone is to spare'
    serveOnly(account, standing(fixture), served)
    return 'the load balancers no longer serve the last zone'
  }
  if (isBefore) addToTrace(fixture, apply())
  else account.timeline.after(random.between(0, 240), () => addToTrace(fixture, apply()))
  const isTaken = isBefore && served.length >= 2 && [...group.classicNames, ...group.targetGroupArns].length > 0
  return {
    name: 'a zone without load balancer',
    share: 1,
    weight: 'heavy',
    apply,
    owed: (_, first) => (isTaken && !fixture.plan.unused ? refusedForItsZone(fixture, first) : []),
    end: () => endReadiness(fixture),
  }
}

function refusedForItsZone(
  { begin, recorder, plan, handled, newSource }: Fixture,
  first: ActionRun,
): readonly string[] {
  const isPlain = plan.inputs['protected-instances'] === undefined && handled.size === 0 && !newSource
  if (!isPlain || begin.ids.inService.length === 0 || begin.ids.standby.length > 0) return []
  return [
    ...(first.died || first.failed ? [] : ['a roll into a zone that is not served ended green']),
    ...(recorder.changes.length > 0 ? ['a group with a zone that is not served was changed'] : []),
  ]
}

/** The load balancers of the group that no operator has deleted. */
const standing = ({
  account: { balancers },
  group,
}: Fixture): Pick<BuiltGroup, 'classicNames' | 'targetGroupArns'> => ({
  classicNames: group.classicNames,
  targetGroupArns: group.targetGroupArns.filter((arn) => balancers.exists(arn)),
})

/** The load balancers serve every zone again, and what could not be reached can. */
function endReadiness(fixture: Fixture): readonly string[] {
  const { account, recorder } = fixture
  serveOnly(account, standing(fixture), subnetsOf(account, FUZZ_GROUP))
  account.behaviour.impairedImages.clear()
  // One that rests serves later: it must not bring the fault with it.
  const { inService, pending, standby, pooled } = recorder.snapshot().ids
  for (const id of [...inService, ...pending, ...standby, ...pooled]) account.ec2.setReachable(id, 'reachable')
  return []
}
