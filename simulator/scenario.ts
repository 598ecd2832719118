import type { BuiltGroup, GroupPlan } from './group-plan.ts'
import { makeClassic, makeTargetGroup, serveOnly } from './scenario-balancers.ts'
import { imagesOf, makeSource } from './scenario-source.ts'
import type { SimulatedAccount } from './account.ts'

export type { BuiltGroup, GroupPlan, LaunchKind } from './group-plan.ts'

/**
 * Creates a group with everything it needs, waits until it is healthy, and outdates it where the plan says so. None of
 * this is in the ledger. Throws when the group is not healthy within an hour of virtual time.
 */
export const addGroup = (account: SimulatedAccount, plan: GroupPlan): BuiltGroup => {
  const { size = 2, name } = plan
  const { min, max } = plan.sizes ?? { min: 0, max: size + 1 }
  const subnets = subnetsOf(account, plan.zones ?? ['a', 'b', 'c'])
  const source = makeSource(account, plan)
  const kinds = plan.balancers ?? []
  const named = (index: number): string => `${name}-${index + 1}`.slice(-32).replace(/^-+/, '')
  const classicNames = kinds.flatMap((kind, index) =>
    kind === 'classic' ? [makeClassic(account, named(index), subnets)] : [],
  )
  const targetGroupArns = kinds.flatMap((kind, index) =>
    kind === 'target-group' ? [makeTargetGroup(account, named(index), subnets)] : [],
  )
  account.autoScaling.operations.CreateAutoScalingGroup({
    AutoScalingGroupName: name,
    MinSize: min,
    MaxSize: max,
    DesiredCapacity: size,
    VPCZoneIdentifier: subnets.join(','),
    ...source.fields,
    ...(classicNames.length > 0 ? { LoadBalancerNames: classicNames } : {}),
    ...(targetGroupArns.length > 0 ? { TargetGroupARNs: targetGroupArns } : {}),
    Tags: Object.entries(plan.tags ?? {}).map(([Key, Value]) => ({ Key, Value, PropagateAtLaunch: true })),
    ...plan.settings,
  })
  letBecomeHealthy(account, name)
  if (plan.balancerZones) serveOnly(account, { classicNames, targetGroupArns }, subnetsOf(account, plan.balancerZones))
  if (plan.warmPool) {
    account.autoScaling.operations.PutWarmPool({ AutoScalingGroupName: name, ...plan.warmPool })
    letPoolFill(account, name)
  }
  if (plan.outdated === true) {
    const fields = source.renew()
    if (fields !== undefined) {
      account.autoScaling.operations.UpdateAutoScalingGroup({ AutoScalingGroupName: name, ...fields })
    }
  }
  const { old, fresh } = imagesOf(account, plan, 'x86_64')
  return {
    name,
    oldImageId: old,
    newImageId: fresh,
    instanceIds: instanceIds(account, name),
    classicNames,
    targetGroupArns,
    sourceNames: source.names,
  }
}

/** A stack's name and version, and its group. */
export type SenzaStack = Partial<GroupPlan> & { readonly stack?: string; readonly version?: string }

/** A stack as Senza makes it: `mystack` and `v1` give the group `mystack-v1-AppServer-...` with CloudFormation's tags. */
export const addSenzaStack = (
  account: SimulatedAccount,
  { stack = 'mystack', version = 'v1', ...plan }: SenzaStack = {},
): BuiltGroup => {
  const id = `${stack}-${version}`
  const arn = `arn:aws:cloudformation:${account.region}:${account.account}:stack/${id}/${account.random.hex(32)}`
  return addGroup(account, {
    launch: 'configuration',
    balancers: ['classic'],
    name: `${id}-AppServer-${account.random.hex(12).toUpperCase()}`,
    ...plan,
    tags: {
      'aws:cloudformation:stack-name': id,
      'aws:cloudformation:stack-id': arn,
      'aws:cloudformation:logical-id': 'AppServer',
      Name: id,
      StackName: stack,
      StackVersion: version,
      ...plan.tags,
    },
  })
}

/** Moves time on until a group has all its instances ready. Throws after an hour of virtual time. */
export const letBecomeHealthy = (account: SimulatedAccount, name: string): void => {
  const giveUpAt = account.timeline.now + 3600
  for (;;) {
    const { readyUnits, pending, desired } = account.autoScaling.capacity(name)
    // Units, since a group with weights counts its desired capacity in them.
    if (readyUnits >= desired && pending === 0) return
    if (account.timeline.now >= giveUpAt) {
      throw new Error(`${name} has ${readyUnits} of ${desired} ready after an hour`)
    }
    account.timeline.advance(1)
  }
}

/** Moves time on until every instance of a group's warm pool is prepared. Throws after an hour of virtual time. */
const letPoolFill = (account: SimulatedAccount, name: string): void => {
  const giveUpAt = account.timeline.now + 3600
  for (;;) {
    // The pool is filled when the group reacts.
    account.timeline.advance(60)
    const { Instances = [] } = account.autoScaling.operations.DescribeWarmPool({ AutoScalingGroupName: name })
    if (Instances.every(({ LifecycleState }) => !LifecycleState?.startsWith('Warmed:Pending'))) return
    if (account.timeline.now >= giveUpAt) throw new Error(`the warm pool of ${name} is not filled after an hour`)
  }
}

/** The ids of a group's instances in service, sorted. */
export const instanceIds = (account: SimulatedAccount, name: string): readonly string[] => {
  const { AutoScalingGroups } = account.autoScaling.operations.DescribeAutoScalingGroups({
    AutoScalingGroupNames: [name],
  })
  return (AutoScalingGroups?.[0]?.Instances ?? [])
    .filter(({ LifecycleState }) => LifecycleState === 'InService')
    .map(({ InstanceId = '' }) => InstanceId)
    .sort()
}

const subnetsOf = (account: SimulatedAccount, letters: readonly string[]): readonly string[] => {
  const { Subnets } = account.ec2.operations.DescribeSubnets({
    Filters: [
      { Name: 'default-for-az', Values: ['true'] },
      { Name: 'availability-zone', Values: letters.map((letter) => `${account.region}${letter}`) },
    ],
  })
  return (Subnets ?? []).map(({ SubnetId = '' }) => SubnetId)
}
