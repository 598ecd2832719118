import type { BuiltGroup } from './group-plan.ts'
import type { SimulatedAccount } from './account.ts'

/** A classic load balancer over these subnets; gives its name. */
export const makeClassic = (account: SimulatedAccount, name: string, subnets: readonly string[]): string => {
  // What a scenario makes does not use up the account's quota.
  account.balancers.classicLimit += 1
  account.balancers.classic.operations.CreateLoadBalancer({
    LoadBalancerName: name,
    Listeners: [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstanceProtocol: 'HTTP', InstancePort: 8080 }],
    Subnets: [...subnets],
  })
  return name
}

/** A target group behind an application load balancer of its own, so that it is in use; gives its ARN. */
export const makeTargetGroup = (account: SimulatedAccount, name: string, subnets: readonly string[]): string => {
  const { operations } = account.balancers.v2
  account.balancers.limits.loadBalancers += 1
  const vpcId = account.ec2.subnet(subnets[0] ?? '')?.vpcId ?? ''
  const { TargetGroups } = operations.CreateTargetGroup({ Name: name, Protocol: 'HTTP', Port: 8080, VpcId: vpcId })
  const { LoadBalancers } = operations.CreateLoadBalancer({ Name: name, Subnets: [...subnets] })
  const arn = TargetGroups?.[0]?.TargetGroupArn ?? ''
  operations.CreateListener({
    LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn ?? '',
    Protocol: 'HTTP',
    Port: 80,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: arn }],
  })
  return arn
}

/** Deletes target groups as whoever tidies up does: the load balancers that send to them first. Groups stay attached to their names. */
export function deleteTargetGroups({ balancers: { v2 } }: SimulatedAccount, arns: readonly string[]): void {
  const { operations } = v2
  const { TargetGroups = [] } = arns.length > 0 ? operations.DescribeTargetGroups({ TargetGroupArns: [...arns] }) : {}
  for (const { TargetGroupArn, LoadBalancerArns = [] } of TargetGroups) {
    for (const LoadBalancerArn of LoadBalancerArns) operations.DeleteLoadBalancer({ LoadBalancerArn })
    operations.DeleteTargetGroup({ TargetGroupArn })
  }
}

/** Enables these subnets' zones for the load balancers, and no others. */
export function serveOnly(
  { balancers: { classic, v2 } }: SimulatedAccount,
  { classicNames, targetGroupArns }: Pick<BuiltGroup, 'classicNames' | 'targetGroupArns'>,
  subnets: readonly string[],
): void {
  for (const name of classicNames) {
    const { LoadBalancerDescriptions } = classic.operations.DescribeLoadBalancers({ LoadBalancerNames: [name] })
    const enabled = LoadBalancerDescriptions?.[0]?.Subnets ?? []
    const Subnets = enabled.filter((subnet) => !subnets.includes(subnet))
    classic.operations.DetachLoadBalancerFromSubnets({ LoadBalancerName: name, Subnets })
    classic.operations.AttachLoadBalancerToSubnets({ LoadBalancerName: name, Subnets: [...subnets] })
  }
  const { TargetGroups } = v2.operations.DescribeTargetGroups({ TargetGroupArns: [...targetGroupArns] })
  for (const { LoadBalancerArns } of targetGroupArns.length > 0 ? (TargetGroups ?? []) : [])
    for (const LoadBalancerArn of LoadBalancerArns ?? [])
      v2.operations.SetSubnets({ LoadBalancerArn, Subnets: [...subnets] })
}
