import { registerInstances } from '../../../src/aws/act/register.ts'
import { UserError } from '../../../src/errors.ts'
import { type Answers, fakeConnection, refused } from '../fake-connection.ts'

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef'

const attached = (answers: Answers = {}) =>
  fakeConnection({
    DescribeAutoScalingGroups: () => ({
      AutoScalingGroups: [{ AutoScalingGroupName: 'web', TargetGroupARNs: [ARN], LoadBalancerNames: ['web-classic'] }],
    }),
    RegisterTargets: () => ({}),
    RegisterInstancesWithLoadBalancer: () => ({}),
    ...answers,
  })

const rows = [
  {
    name: 'a target group, by its ARN',
    balancer: 'targetgroup/web/0123456789abcdef',
    operation: 'RegisterTargets',
    input: { TargetGroupArn: ARN, Targets: [{ Id: 'i-1' }, { Id: 'i-2' }] },
  },
  {
    name: 'a classic load balancer, by its name',
    balancer: 'web-classic',
    operation: 'RegisterInstancesWithLoadBalancer',
    input: { LoadBalancerName: 'web-classic', Instances: [{ InstanceId: 'i-1' }, { InstanceId: 'i-2' }] },
  },
]

test.each(rows)('instances go into $name, on its own port', async ({ balancer, operation, input }) => {
  const connection = attached()
  await registerInstances(connection, 'web', { balancer, instances: ['i-1', 'i-2'] })
  expect(connection.calls.filter((call) => call.operation !== 'DescribeAutoScalingGroups')).toEqual([
    { operation, input },
  ])
})

const gone = [
  {
    name: 'a target group',
    balancer: 'targetgroup/web/0123456789abcdef',
    operation: 'RegisterTargets',
    refusal: refused(
      'InvalidTarget',
      "The following targets are not in a running state and cannot be registered: 'i-gone'",
    ),
  },
  {
    name: 'a classic load balancer',
    balancer: 'web-classic',
    operation: 'RegisterInstancesWithLoadBalancer',
    refusal: refused('InvalidInstance', 'Could not find EC2 instance i-gone.'),
  },
]

test.each(gone)(
  'an instance that EC2 reclaimed does not stop the registration of the others in $name',
  async ({ balancer, operation, refusal }) => {
    const registered: string[] = []
    const connection = attached({
      [operation]: (input: object) => {
        const ids: readonly string[] = JSON.stringify(input).match(/i-\w+/g) ?? []
        if (ids.includes('i-gone')) throw refusal
        registered.push(...ids)
        return {}
      },
    })
    await registerInstances(connection, 'web', { balancer, instances: ['i-1', 'i-gone', 'i-2'] })
    expect(registered).toEqual(['i-1', 'i-2'])
  },
)

test('nothing is registered where the group is not attached to any more', async () => {
  const connection = attached()
  const registering = registerInstances(connection, 'web', { balancer: 'targetgroup/other/1', instances: ['i-1'] })
  await expect(registering).rejects.toThrow(UserError)
  await expect(registering).rejects.toThrow('web is not attached to targetgroup/other/1 any more')
})
