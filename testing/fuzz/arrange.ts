/** Gives a group the rare properties of its plan, as operators would have done long before the roll. */
import type { BuiltGroup } from '../../simulator/group-plan.ts'
import { letBecomeHealthy } from '../../simulator/scenario.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'

/** Longer than it takes to boot, to drain and to become healthy in load balancers. */
const SETTLE_SECONDS = 700

/** Attaches instances that were not launched by the group; gives their ids. */
export function attach(account: SimulatedAccount, name: string, count: number): readonly string[] {
  if (count === 0) return []
  const { operations } = account.autoScaling
  const [group] = operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: [name] }).AutoScalingGroups ?? []
  const { Images = [] } = account.ec2.operations.DescribeImages({
    Filters: [{ Name: 'architecture', Values: ['x86_64'] }],
  })
  const { Instances = [] } = account.ec2.operations.RunInstances({
    ImageId: Images[0]?.ImageId,
    InstanceType: 't3.micro',
    SubnetId: group?.VPCZoneIdentifier?.split(',').at(-1),
    MinCount: count,
    MaxCount: count,
  })
  account.timeline.advance(SETTLE_SECONDS)
  const InstanceIds = Instances.map(({ InstanceId = '' }) => InstanceId)
  const MaxSize = Math.max(group?.MaxSize ?? 0, (group?.DesiredCapacity ?? 0) + count)
  operations.UpdateAutoScalingGroup({ AutoScalingGroupName: name, MaxSize })
  operations.AttachInstances({ AutoScalingGroupName: name, InstanceIds })
  letBecomeHealthy(account, name)
  return InstanceIds
}

/** Puts some of the first instances into Standby, and lowers the desired capacity where the minimum allows it. */
export function placeInStandby(account: SimulatedAccount, { name, instanceIds }: BuiltGroup, count: number): void {
  const InstanceIds = instanceIds.slice(0, count)
  if (InstanceIds.length === 0) return
  const { desired, min } = account.autoScaling.capacity(name)
  account.autoScaling.operations.EnterStandby({
    AutoScalingGroupName: name,
    InstanceIds,
    // With weights the heaviest may leave.
    ShouldDecrementDesiredCapacity: desired - 2 * InstanceIds.length >= min,
  })
  account.timeline.advance(SETTLE_SECONDS)
  letBecomeHealthy(account, name)
}

/** Removes the listeners of all load balancers: the targets of the target groups are `unused` from now on. */
export function removeListeners({ balancers: { v2 } }: SimulatedAccount): void {
  const { LoadBalancers = [] } = v2.operations.DescribeLoadBalancers({})
  for (const { LoadBalancerArn } of LoadBalancers) {
    const { Listeners = [] } = v2.operations.DescribeListeners({ LoadBalancerArn })
    for (const { ListenerArn } of Listeners) v2.operations.DeleteListener({ ListenerArn })
  }
}
