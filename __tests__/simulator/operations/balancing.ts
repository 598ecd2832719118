import type { Scene, Table } from './scene.ts'

const v2 = ({ account }: Scene): Scene['account']['balancers']['v2']['operations'] => account.balancers.v2.operations
const NO_BALANCER = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/none/0123456789abcdef'
const NO_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/none/0123456789abcdef'
const NO_LISTENER =
  'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/none/0123456789abcdef/0123456789abcdef'
const group = ({ web }: Scene): string => web.targetGroupArns[0] ?? ''
const forward = (it: Scene) => [{ Type: 'forward', TargetGroupArn: group(it) } as const]
const unused = (it: Scene): string =>
  v2(it).CreateTargetGroup({ Name: 'new', Protocol: 'HTTP', Port: 80, VpcId: it.vpc }).TargetGroups?.[0]
    ?.TargetGroupArn ?? ''
const rule = (it: Scene) => ({ ListenerArn: it.listener, Priority: 5, Conditions: [{ Field: 'path-pattern', Values: ['/x'] }], Actions: forward(it) }) // prettier-ignore
const madeRule = (it: Scene): string => v2(it).CreateRule(rule(it)).Rules?.[0]?.RuleArn ?? ''
const defaultRule = (it: Scene): string => v2(it).DescribeRules({ ListenerArn: it.listener }).Rules?.find(({ IsDefault }) => IsDefault)?.RuleArn ?? '' // prettier-ignore
const tags = { Tags: [{ Key: 'owner', Value: 'fleet' }] }
const subnets = ({ account }: Scene) => ({ Subnets: account.ec2.operations.DescribeSubnets({}).Subnets?.map(({ SubnetId }) => SubnetId ?? '') }) // prettier-ignore
const noBalancer = ['LoadBalancerNotFound', () => ({ LoadBalancerArn: NO_BALANCER })] as const

// prettier-ignore
export const BALANCING_V2: Table = {
  AddTags: { accepts: (it) => ({ ResourceArns: [group(it)], ...tags }), refuses: ['TargetGroupNotFound', () => ({ ResourceArns: [NO_GROUP], ...tags })] },
  CreateListener: { accepts: (it) => ({ LoadBalancerArn: it.balancer, Protocol: 'HTTP', Port: 81, DefaultActions: forward(it) }), refuses: ['DuplicateListener', (it) => ({ LoadBalancerArn: it.balancer, Protocol: 'HTTP', Port: 80, DefaultActions: forward(it) })] },
  CreateLoadBalancer: { accepts: (it) => ({ Name: 'new', ...subnets(it) }), refuses: ['ValidationError', ({ subnet }) => ({ Name: 'new', Subnets: [subnet] })] },
  CreateRule: { accepts: rule, refuses: ['PriorityInUse', (it) => (madeRule(it), rule(it))] },
  CreateTargetGroup: { accepts: ({ vpc }) => ({ Name: 'new', Protocol: 'HTTP', Port: 80, VpcId: vpc }), refuses: ['ValidationError', ({ vpc }) => ({ Name: 'new', Protocol: 'HTTP', VpcId: vpc })] },
  DeleteListener: { accepts: ({ listener }) => ({ ListenerArn: listener }), refuses: ['ListenerNotFound', () => ({ ListenerArn: NO_LISTENER })] },
  DeleteLoadBalancer: { accepts: ({ balancer }) => ({ LoadBalancerArn: balancer }), refuses: 'nothing' },
  DeleteRule: { accepts: (it) => ({ RuleArn: madeRule(it) }), refuses: ['OperationNotPermitted', (it) => ({ RuleArn: defaultRule(it) })] },
  DeleteTargetGroup: { accepts: (it) => ({ TargetGroupArn: unused(it) }), refuses: ['ResourceInUse', (it) => ({ TargetGroupArn: group(it) })] },
  DeregisterTargets: { accepts: (it) => ({ TargetGroupArn: group(it), Targets: [{ Id: it.web.instanceIds[0] }] }), refuses: ['TargetGroupNotFound', () => ({ TargetGroupArn: NO_GROUP, Targets: [{ Id: 'i-1' }] })] },
  DescribeAccountLimits: { accepts: () => ({}), refuses: 'nothing' },
  DescribeListeners: { accepts: ({ balancer }) => ({ LoadBalancerArn: balancer }), refuses: noBalancer },
  DescribeLoadBalancerAttributes: { accepts: ({ balancer }) => ({ LoadBalancerArn: balancer }), refuses: noBalancer },
  DescribeLoadBalancers: { accepts: () => ({}), refuses: ['LoadBalancerNotFound', () => ({ Names: ['none'] })] },
  DescribeRules: { accepts: ({ listener }) => ({ ListenerArn: listener }), refuses: ['ListenerNotFound', () => ({ ListenerArn: NO_LISTENER })] },
  DescribeTags: { accepts: (it) => ({ ResourceArns: [group(it)] }), refuses: ['TargetGroupNotFound', () => ({ ResourceArns: [NO_GROUP] })] },
  DescribeTargetGroupAttributes: { accepts: (it) => ({ TargetGroupArn: group(it) }), refuses: ['TargetGroupNotFound', () => ({ TargetGroupArn: NO_GROUP })] },
  DescribeTargetGroups: { accepts: () => ({}), refuses: ['TargetGroupNotFound', () => ({ Names: ['none'] })] },
  DescribeTargetHealth: { accepts: (it) => ({ TargetGroupArn: group(it) }), refuses: ['InvalidTarget', (it) => ({ TargetGroupArn: group(it), Targets: [{ Id: 'i-00000000000000000' }] })] },
  ModifyListener: { accepts: (it) => ({ ListenerArn: it.listener, DefaultActions: forward(it) }), refuses: ['ListenerNotFound', () => ({ ListenerArn: NO_LISTENER })] },
  ModifyLoadBalancerAttributes: { accepts: ({ balancer }) => ({ LoadBalancerArn: balancer, Attributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }] }), refuses: ['ValidationError', ({ balancer }) => ({ LoadBalancerArn: balancer, Attributes: [{ Key: 'colour', Value: 'red' }] })] },
  ModifyRule: { accepts: (it) => ({ RuleArn: madeRule(it), Actions: forward(it) }), refuses: ['OperationNotPermitted', (it) => ({ RuleArn: defaultRule(it), Actions: forward(it) })] },
  ModifyTargetGroup: { accepts: (it) => ({ TargetGroupArn: group(it), HealthCheckIntervalSeconds: 10 }), refuses: ['InvalidConfigurationRequest', (it) => ({ TargetGroupArn: group(it), HealthCheckEnabled: false })] },
  ModifyTargetGroupAttributes: { accepts: (it) => ({ TargetGroupArn: group(it), Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '10' }] }), refuses: ['ValidationError', (it) => ({ TargetGroupArn: group(it), Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '9999' }] })] },
  RegisterTargets: { accepts: (it) => ({ TargetGroupArn: group(it), Targets: [{ Id: it.instance }] }), refuses: ['InvalidTarget', (it) => ({ TargetGroupArn: group(it), Targets: [{ Id: 'i-00000000000000000' }] })] },
  RemoveTags: { accepts: (it) => ({ ResourceArns: [group(it)], TagKeys: ['owner'] }), refuses: ['TargetGroupNotFound', () => ({ ResourceArns: [NO_GROUP], TagKeys: ['owner'] })] },
  SetSubnets: { accepts: (it) => ({ LoadBalancerArn: it.balancer, ...subnets(it) }), refuses: ['ValidationError', ({ balancer, subnet }) => ({ LoadBalancerArn: balancer, Subnets: [subnet] })] },
}

const classic = ({ web }: Scene) => ({ LoadBalancerName: web.classicNames[0] })
const named = ({ web }: Scene) => ({ LoadBalancerNames: web.classicNames })
const none = { LoadBalancerName: 'none' } as const
const missing = (input: object = {}) => ['LoadBalancerNotFound', () => ({ ...none, ...input })] as const
const missingNames = (input: object = {}) => ['LoadBalancerNotFound', () => ({ LoadBalancerNames: ['none'], ...input })] as const // prettier-ignore
const listeners = { Listeners: [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstancePort: 80 }] } as const
const check = { Target: 'HTTP:80/', Interval: 30, Timeout: 5, UnhealthyThreshold: 2, HealthyThreshold: 2 } as const

// prettier-ignore
export const CLASSIC: Table = {
  AddTags: { accepts: (it) => ({ ...named(it), ...tags }), refuses: missingNames(tags) },
  AttachLoadBalancerToSubnets: { accepts: (it) => ({ ...classic(it), ...subnets(it) }), refuses: ['SubnetNotFound', (it) => ({ ...classic(it), Subnets: ['subnet-none'] })] },
  ConfigureHealthCheck: { accepts: (it) => ({ ...classic(it), HealthCheck: check }), refuses: ['ValidationError', (it) => ({ ...classic(it), HealthCheck: { ...check, Target: 'HTTP:80' } })] },
  CreateLoadBalancer: { accepts: ({ subnet }) => ({ LoadBalancerName: 'new', ...listeners, Subnets: [subnet] }), refuses: ['SubnetNotFound', () => ({ LoadBalancerName: 'new', ...listeners, Subnets: ['subnet-none'] })] },
  DeleteLoadBalancer: { accepts: classic, refuses: 'nothing' },
  DeregisterInstancesFromLoadBalancer: { accepts: (it) => ({ ...classic(it), Instances: [{ InstanceId: it.web.instanceIds[0] }] }), refuses: ['InvalidInstance', (it) => ({ ...classic(it), Instances: [{ InstanceId: 'i-none' }] })] },
  DescribeInstanceHealth: { accepts: classic, refuses: ['InvalidInstance', (it) => ({ ...classic(it), Instances: [{ InstanceId: 'i-none' }] })] },
  DescribeLoadBalancerAttributes: { accepts: classic, refuses: missing() },
  DescribeLoadBalancers: { accepts: named, refuses: missingNames() },
  DescribeTags: { accepts: named, refuses: missingNames() },
  DetachLoadBalancerFromSubnets: { accepts: (it) => ({ ...classic(it), Subnets: [it.subnet] }), refuses: missing({ Subnets: ['subnet-1'] }) },
  ModifyLoadBalancerAttributes: { accepts: (it) => ({ ...classic(it), LoadBalancerAttributes: { ConnectionDraining: { Enabled: true, Timeout: 10 } } }), refuses: ['ValidationError', (it) => ({ ...classic(it), LoadBalancerAttributes: { ConnectionDraining: { Enabled: true, Timeout: 9999 } } })] },
  RegisterInstancesWithLoadBalancer: { accepts: (it) => ({ ...classic(it), Instances: [{ InstanceId: it.instance }] }), refuses: ['InvalidInstance', (it) => ({ ...classic(it), Instances: [{ InstanceId: 'i-none' }] })] },
  RemoveTags: { accepts: (it) => ({ ...named(it), Tags: [{ Key: 'owner' }] }), refuses: missingNames({ Tags: [{ Key: 'owner' }] }) },
}
