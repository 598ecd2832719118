import { addGroup } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'

const web = { AutoScalingGroupName: 'web' } as const

test('with the real EC2 and load balancers: a replacement is ready only when every balancer says so', () => {
  const account = new SimulatedAccount()
  const { operations } = account.autoScaling
  const built = addGroup(account, { name: 'web', size: 2, balancers: ['target-group', 'classic'] })
  const [first = ''] = built.instanceIds
  operations.TerminateInstanceInAutoScalingGroup({ InstanceId: first, ShouldDecrementDesiredCapacity: false })
  expect(account.autoScaling.capacity('web')).toMatchObject({ ready: 1, leaving: 1, desired: 2 })
  const inService: number[] = []
  const ready: number[] = []
  for (let second = 0; second < 900; second++) {
    account.timeline.advance(1)
    const now = account.autoScaling.capacity('web')
    inService.push(now.inService)
    ready.push(now.ready)
  }
  expect(inService.indexOf(2)).toBeGreaterThan(0)
  expect(ready.indexOf(2)).toBeGreaterThan(inService.indexOf(2))
  expect(account.autoScaling.capacity('web')).toMatchObject({ ready: 2, leaving: 0 })
  expect(account.ec2.machine(first)?.state).toBe('terminated')
})

test('with the real EC2 and load balancers: a detached instance loses the group’s tag', () => {
  const account = new SimulatedAccount()
  const [first = ''] = addGroup(account, { name: 'web', size: 2 }).instanceIds
  const tags = () =>
    account.ec2.operations.DescribeInstances({ InstanceIds: [first] }).Reservations?.[0]?.Instances?.[0]?.Tags ?? []
  expect(tags()).toContainEqual({ Key: 'aws:autoscaling:groupName', Value: 'web' })
  account.autoScaling.operations.DetachInstances({ ...web, InstanceIds: [first], ShouldDecrementDesiredCapacity: true })
  account.timeline.advance(400)
  expect(tags().map(({ Key }) => Key)).not.toContain('aws:autoscaling:groupName')
})

test('with the real EC2 and load balancers: a group of a thousand is replaced one by one', () => {
  const account = new SimulatedAccount()
  const { instanceIds } = addGroup(account, {
    name: 'web',
    size: 1000,
    balancers: ['target-group'],
    settings: { HealthCheckType: 'ELB' },
  })
  for (const InstanceId of instanceIds) {
    account.autoScaling.operations.TerminateInstanceInAutoScalingGroup({
      InstanceId,
      ShouldDecrementDesiredCapacity: false,
    })
    account.timeline.advance(1)
  }
  account.timeline.advance(1000)
  expect(account.autoScaling.capacity('web')).toMatchObject({ ready: 1000, leaving: 0 })
}, 60_000)
