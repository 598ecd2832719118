import { registerInstances } from '../../src/aws/register.ts'
import { UserError } from '../../src/errors.ts'
import { fakeConnection } from './fake-connection.ts'

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef'

const attached = () =>
  fakeConnection({
    DescribeAutoScalingGroups: () => ({
      AutoScalingGroups: [{ AutoScalingGroupName: 'web', TargetGroupARNs: [ARN], LoadBalancerNames: ['web-classic'] }],
    }),
    RegisterTargets: () => ({}),
    RegisterInstancesWithLoadBalancer: () => ({}),
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

test('nothing is registered where the group is not attached to any more', async () => {
  const connection = attached()
  const registering = registerInstances(connection, 'web', { balancer: 'targetgroup/other/1', instances: ['i-1'] })
  await expect(registering).rejects.toThrow(UserError)
  await expect(registering).rejects.toThrow('web is not attached to targetgroup/other/1 any more')
})
