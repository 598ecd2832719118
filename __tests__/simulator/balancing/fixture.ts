import * as classicSchemas from '@aws-sdk/client-elastic-load-balancing'
import * as v2Schemas from '@aws-sdk/client-elastic-load-balancing-v2'
import { Balancers } from '../../../simulator/balancing/service.ts'
import type { Behaviour } from '../../../simulator/interfaces.ts'
import { asOnTheWire } from '../as-on-the-wire.ts'
import { scene as ec2Scene } from '../ec2/fixture.ts'

export { refusal } from '../ec2/fixture.ts'

/** The EC2 fixture, with a classic balancer `web` over two zones and a target group that an application balancer uses. */
export function scene(changes: Partial<Behaviour> = {}) {
  const account = ec2Scene(changes)
  const balancers = new Balancers(account.context, account.ec2)
  const classic = asOnTheWire('Elastic Load Balancing', balancers.classic.operations, classicSchemas)
  const v2 = asOnTheWire('Elastic Load Balancing v2', balancers.v2.operations, v2Schemas)
  const Subnets = [account.subnetId(0), account.subnetId(1)]
  const VpcId = account.ops.DescribeVpcs({}).Vpcs?.[0]?.VpcId ?? ''
  const Listeners = [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstancePort: 8080 }]
  classic.CreateLoadBalancer({ LoadBalancerName: 'web', Listeners, Subnets })
  const targetGroup = (Name: string, more: object = {}): string =>
    v2.CreateTargetGroup({ Name, Protocol: 'HTTP', Port: 80, VpcId, ...more }).TargetGroups?.[0]?.TargetGroupArn ?? ''
  const balancer = (Name: string): string =>
    v2.CreateLoadBalancer({ Name, Subnets }).LoadBalancers?.[0]?.LoadBalancerArn ?? ''
  const listen = (LoadBalancerArn: string, TargetGroupArn: string, Port = 80): string =>
    v2.CreateListener({
      LoadBalancerArn,
      Protocol: 'HTTP',
      Port,
      DefaultActions: [{ Type: 'forward', TargetGroupArn }],
    }).Listeners?.[0]?.ListenerArn ?? ''
  const group = targetGroup('web')
  const alb = balancer('alb')
  const listener = listen(alb, group)
  /** An instance that runs. */
  const running = (more: object = {}): string => {
    const id = account.runOne(more)
    account.timeline.advance(30)
    return id
  }
  const classicState = (id: string): string => {
    const [found] =
      classic.DescribeInstanceHealth({ LoadBalancerName: 'web', Instances: [{ InstanceId: id }] }).InstanceStates ?? []
    return `${found?.State} ${found?.ReasonCode} ${found?.Description}`
  }
  const targetState = (id: string, arn = group): string => {
    const [found] =
      v2.DescribeTargetHealth({ TargetGroupArn: arn, Targets: [{ Id: id }] }).TargetHealthDescriptions ?? []
    return [found?.TargetHealth?.State, found?.TargetHealth?.Reason].filter(Boolean).join(' ')
  }
  const made = { group, alb, listener, targetGroup, balancer, listen, running, classicState, targetState }
  return { ...account, ...made, balancers, classic, v2, VpcId, Subnets, Listeners }
}

export type Scene = ReturnType<typeof scene>
