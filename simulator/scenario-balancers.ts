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
