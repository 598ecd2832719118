import { SimulatedAccount } from '../../../simulator/account.ts'
import type { BuiltGroup } from '../../../simulator/group-plan.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { githubToken } from '../../../simulator/oidc.ts'

export const ROLE = 'arn:aws:iam::123456789012:role/deployer'
export const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:fleet'

/** What the rows of the tables call operations on. */
export interface Scene {
  readonly account: SimulatedAccount
  /** Two instances behind a target group and a classic load balancer, of a template with two versions; at most five. */
  readonly web: BuiltGroup
  /** An instance of no group, that runs. */
  readonly instance: string
  readonly subnet: string
  readonly vpc: string
  readonly image: string
  readonly balancer: string
  readonly listener: string
  readonly token: string
}

export function scene(): Scene {
  const account = new SimulatedAccount()
  const { ec2, balancers, ssm, cloudWatch, sts } = account
  const web = addGroup(account, {
    name: 'web',
    sizes: { min: 0, max: 5 },
    balancers: ['target-group', 'classic'],
    zones: ['a', 'b'],
    tags: { 'aws:cloudformation:stack-name': 'stack', 'aws:cloudformation:stack-id': 'stack/1' },
  })
  const subnet = ec2.operations.DescribeSubnets({}).Subnets?.[0]
  const run = { ImageId: web.oldImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 } as const
  const instance = ec2.operations.RunInstances(run).Instances?.[0]?.InstanceId ?? ''
  const image = ec2.seedImage({ name: 'own', tags: { team: 'fleet' } })
  ssm.operations.PutParameter({ Name: '/fleet/image', Value: image, Type: 'String' })
  cloudWatch.operations.PutMetricAlarm({ AlarmName: 'errors', EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold' }) // prettier-ignore
  sts.addRole({ arn: ROLE, issuer: 'https://token.actions.githubusercontent.com', subjects: ['repo:example/fleet:*'] })
  account.logs.addGroup('fleet')
  account.s3.addBucket('records')
  account.sns.addTopic('fleet')
  account.timeline.advance(300)
  const { LoadBalancerArn: balancer = '' } = balancers.v2.operations.DescribeLoadBalancers({}).LoadBalancers?.[0] ?? {}
  const { Listeners = [] } = balancers.v2.operations.DescribeListeners({ LoadBalancerArn: balancer })
  return {
    account,
    web,
    instance,
    subnet: subnet?.SubnetId ?? '',
    vpc: subnet?.VpcId ?? '',
    image,
    balancer,
    listener: Listeners[0]?.ListenerArn ?? '',
    token: githubToken({ timeline: account.timeline }, 'sts.amazonaws.com'),
  }
}

/** How one operation is driven: once so that it succeeds, once so that the service itself refuses it. */
export interface Row {
  readonly accepts: (it: Scene) => object
  /** What it is refused, and with which code; `nothing` where an operation takes no input that its service could refuse. */
  readonly refuses: readonly [code: string, input: (it: Scene) => object] | 'nothing'
}

export type Table = Readonly<Record<string, Row>>
