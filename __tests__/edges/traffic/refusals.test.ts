/** What keeps a shift from its beginning: each is told before any change. */
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { runAction } from '../../../testing/run-action.ts'
import { trafficScene, type TrafficScene, type TrafficScenePlan } from '../../../testing/traffic-scene.ts'

beforeAll(takeShortcut)

interface Refusal {
  readonly name: string
  readonly plan?: TrafficScenePlan
  readonly arrange?: (scene: TrafficScene) => void
  readonly inputs?: Readonly<Record<string, string>>
  readonly says: string
}

const third = (scene: TrafficScene): string => {
  const { operations } = scene.account.balancers.v2
  const { TargetGroups: [first] = [] } = operations.DescribeTargetGroups({ TargetGroupArns: [scene.targets.blue] })
  return operations.CreateTargetGroup({ Name: 'third', Protocol: 'HTTP', Port: 8080, VpcId: first?.VpcId ?? '' }).TargetGroups?.[0]?.TargetGroupArn ?? '' // prettier-ignore
}

/** The first rule forwards to these target groups. */
function forward({ account, rules }: TrafficScene, arns: readonly string[]): void {
  const TargetGroups = arns.map((TargetGroupArn) => ({ TargetGroupArn, Weight: 1 }))
  account.balancers.v2.operations.ModifyRule({ RuleArn: rules[0], Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }] }) // prettier-ignore
}

const refusals: readonly Refusal[] = [
  {
    name: 'a group that does not exist',
    inputs: { green: 'nothing' },
    says: 'No Auto Scaling group in eu-west-1 is called nothing (`green`)',
  },
  { name: 'blue and green are one', inputs: { green: 'shop-blue' }, says: '`blue` and `green` are both `shop-blue`' },
  { name: 'one side is missing', inputs: { green: '' }, says: '`green` is missing' },
  { name: 'steps that descend', inputs: { steps: '50 10' }, says: 'must ascend from line to line' },
  { name: 'steps above 100', inputs: { steps: '50 110' }, says: 'must be percents from 0 to 100' },
  { name: 'steps that begin with 0 in a shift', inputs: { steps: '0 100' }, says: 'only `mode: blue-green` does that' },
  {
    name: 'a broken percent',
    inputs: { steps: '33.3 100' },
    says: '`steps` has 33.3, but a load balancer takes whole percents',
  },
  {
    name: 'a blue/green deployment that stops half way',
    inputs: { mode: 'blue-green', steps: '50' },
    says: '`mode: blue-green` moves all of the traffic',
  },
  {
    name: 'both sides serve and no side is named',
    plan: { weights: { blue: 50, green: 50 } },
    says: 'Both groups have traffic',
  },
  {
    name: 'more than asked for already',
    plan: { weights: { blue: 10, green: 90 } },
    inputs: { to: 'green', steps: '50' },
    says: 'gives green 90 percent already, more than the last of `steps`, 50',
  },
  { name: 'nothing has traffic', plan: { weights: { blue: 0, green: 0 } }, says: 'sends nothing to either group' },
  {
    name: 'rules that do not agree',
    arrange: ({ rules, setWeights }) => setWeights(rules[0] ?? '', { blue: 70, green: 30 }),
    inputs: { to: 'green' },
    says: 'the rules do not agree',
  },
  {
    name: 'a rule that is none of the two',
    inputs: { 'listener-rules': 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/other/1/2' },
    says: 'forwards to no target group of shop-blue or shop-green',
  },
  {
    name: 'a third target group in a rule',
    arrange: (scene) => forward(scene, [scene.targets.blue, third(scene)]),
    says: 'which is of neither group',
  },
  {
    name: 'sides that are checked otherwise',
    arrange: ({ account, targets }) =>
      void account.balancers.v2.operations.ModifyTargetGroup({
        TargetGroupArn: targets.green,
        HealthCheckPath: '/other',
      }),
    says: 'are not checked alike',
  },
  {
    name: 'a side without instances',
    plan: { green: { size: 0 } },
    says: 'shop-green has no instance, so it cannot serve',
  },
  {
    name: 'a blue/green deployment of a side that serves',
    plan: { weights: { blue: 90, green: 10 } },
    inputs: { mode: 'blue-green', to: 'green' },
    says: 'gives green 10 percent, so it is not idle',
  },
  {
    name: 'an instance refresh under way',
    arrange: ({ account }) =>
      void account.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'shop-green' }),
    says: 'instance refresh',
  },
  {
    name: 'Launch is suspended',
    arrange: ({ account }) =>
      void account.autoScaling.operations.SuspendProcesses({
        AutoScalingGroupName: 'shop-green',
        ScalingProcesses: ['Launch'],
      }),
    inputs: { mode: 'blue-green' },
    says: 'Launch of shop-green is suspended',
  },
  {
    name: 'no room for the idle side',
    plan: { green: { size: 0, sizes: { min: 0, max: 0 } } },
    arrange: ({ account }) => account.serviceQuotas.set('L-1216C47A', 1),
    inputs: { mode: 'blue-green' },
    says: 'vCPU',
  },
  {
    name: 'a rollback of nothing',
    inputs: { mode: 'rollback' },
    says: 'no shift of these groups has noted the shares before',
  },
  {
    name: 'two target groups of one side in a rule',
    arrange: (scene) => {
      const more = third(scene)
      scene.account.autoScaling.operations.AttachLoadBalancerTargetGroups({ AutoScalingGroupName: 'shop-blue', TargetGroupARNs: [more] }) // prettier-ignore
      forward(scene, [scene.targets.blue, more])
    },
    says: 'it names more than one target group of the blue group',
  },
  {
    name: 'a target group of both groups',
    arrange: ({ account, targets }) =>
      void account.autoScaling.operations.AttachLoadBalancerTargetGroups({
        AutoScalingGroupName: 'shop-green',
        TargetGroupARNs: [targets.blue],
      }),
    says: 'shop-blue and shop-green share the target group',
  },
  {
    name: 'a group without a target group',
    arrange: ({ account, targets }) =>
      void account.autoScaling.operations.DetachLoadBalancerTargetGroups({
        AutoScalingGroupName: 'shop-green',
        TargetGroupARNs: [targets.green],
      }),
    says: 'the green group has no target group',
  },
  {
    name: 'sides that are checked at another port',
    arrange: ({ account, targets }) =>
      void account.balancers.v2.operations.ModifyTargetGroup({ TargetGroupArn: targets.green, HealthCheckPort: '81' }),
    says: 'are not checked alike',
  },
  {
    name: 'an instance refresh of the active side',
    arrange: ({ account }) =>
      void account.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'shop-blue' }),
    says: 'instance refresh',
  },
  {
    name: 'too few targets for the idle side',
    plan: { blue: { size: 3 }, green: { size: 0, sizes: { min: 0, max: 0 } } },
    arrange: ({ account }) => void (account.balancers.limits.targetsPerTargetGroup = 2),
    inputs: { mode: 'blue-green' },
    says: 'targets',
  },
  {
    name: 'too few addresses for the idle side',
    plan: { green: { size: 0, sizes: { min: 0, max: 0 }, zones: ['a'] } },
    arrange: ({ account, blue }) => {
      const { ec2 } = account
      const [subnet] = ec2.operations.DescribeSubnets({ Filters: [{ Name: 'availability-zone', Values: [`${account.region}a`] }] }).Subnets ?? [] // prettier-ignore
      for (let free = subnet?.AvailableIpAddressCount ?? 0; free > 0; free -= 500)
        ec2.operations.RunInstances({ ImageId: blue.oldImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: Math.min(500, free), SubnetId: subnet?.SubnetId }) // prettier-ignore
    },
    inputs: { mode: 'blue-green' },
    says: 'free addresses',
  },
  {
    name: 'an active side without an instance',
    plan: { blue: { size: 0, sizes: { min: 0, max: 4 } } },
    inputs: { mode: 'blue-green' },
    says: 'shop-blue is the active side and has no capacity',
  },
  {
    name: 'weights of a Network Load Balancer asked of an Application Load Balancer',
    inputs: { traffic: 'nlb' },
    says: 'nothing divides traffic between the two groups',
  },
  {
    name: 'a classic load balancer that neither is attached to',
    inputs: { traffic: 'classic' },
    says: 'Neither shop-blue nor shop-green is attached to a classic load balancer',
  },
  {
    name: 'records of groups that no identifier tells',
    inputs: { traffic: 'route53' },
    says: 'Set `blue-identifier` and `green-identifier`',
  },
  { name: 'a release of nothing', inputs: { mode: 'release' }, says: 'no shift of these groups waits for a release' },
]

test.each(refusals)('$name', async ({ plan = {}, arrange, inputs = {}, says }) => {
  const scene = trafficScene(plan)
  arrange?.(scene)
  scene.account.ledger.clear()
  const run = await runAction(scene.account, {
    inputs: { mode: 'shift', blue: 'shop-blue', green: 'shop-green', ...inputs },
  })
  expect(run.failed).toBe(true)
  expect(run.annotations.map(({ message }) => message).join('\n')).toContain(says)
  expect(scene.account.ledger.changes()).toEqual([])
})

test('a roll that was left unfinished is put back first', async () => {
  const scene = trafficScene({ green: { outdated: true } })
  const roll = { mode: 'respawn', 'auto-scaling-groups': 'shop-green', force: 'true' }
  await runAction(scene.account, { inputs: roll, process: { crash: { when: 'after', call: 40 } } })
  scene.account.timeline.advance(400)
  scene.account.ledger.clear()
  const run = await runAction(scene.account, { inputs: { mode: 'shift', blue: 'shop-blue', green: 'shop-green' }, runId: '1001' }) // prettier-ignore
  expect(run.annotations.map(({ message }) => message).join('\n')).toContain('has left a roll of the green group unfinished') // prettier-ignore
  expect(scene.account.ledger.changes()).toEqual([])
})
