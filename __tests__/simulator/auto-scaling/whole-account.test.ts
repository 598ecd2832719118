import { addGroup } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'

const web = { AutoScalingGroupName: 'web' } as const

test('with the real EC2 and load balancers: a replacement is ready only when every balancer says so', () => {
  const world = new SimulatedAccount()
  const { operations } = world.autoScaling
  const built = addGroup(world, { name: 'web', size: 2, balancers: ['target-group', 'classic'] })
  const [first = ''] = built.instanceIds
  operations.TerminateInstanceInAutoScalingGroup({ InstanceId: first, ShouldDecrementDesiredCapacity: false })
  expect(world.autoScaling.capacity('web')).toMatchObject({ ready: 1, leaving: 1, desired: 2 })
  const inService: number[] = []
  const ready: number[] = []
  for (let second = 0; second < 900; second++) {
    world.timeline.advance(1)
    const now = world.autoScaling.capacity('web')
    inService.push(now.inService)
    ready.push(now.ready)
  }
  expect(inService.indexOf(2)).toBeGreaterThan(0)
  expect(ready.indexOf(2)).toBeGreaterThan(inService.indexOf(2))
  expect(world.autoScaling.capacity('web')).toMatchObject({ ready: 2, leaving: 0 })
  expect(world.ec2.machine(first)?.state).toBe('terminated')
})

test('with the real EC2 and load balancers: a detached instance loses the group’s tag', () => {
  const world = new SimulatedAccount()
  const [first = ''] = addGroup(world, { name: 'web', size: 2 }).instanceIds
  const tags = () =>
    world.ec2.operations.DescribeInstances({ InstanceIds: [first] }).Reservations?.[0]?.Instances?.[0]?.Tags ?? []
  expect(tags()).toContainEqual({ Key: 'aws:autoscaling:groupName', Value: 'web' })
  world.autoScaling.operations.DetachInstances({ ...web, InstanceIds: [first], ShouldDecrementDesiredCapacity: true })
  world.timeline.advance(400)
  expect(tags().map(({ Key }) => Key)).not.toContain('aws:autoscaling:groupName')
})

test('with the real EC2 and load balancers: a group of a thousand is replaced one by one in seconds', () => {
  const world = new SimulatedAccount()
  const began = performance.now()
  const { instanceIds } = addGroup(world, {
    name: 'web',
    size: 1000,
    balancers: ['target-group'],
    settings: { HealthCheckType: 'ELB' },
  })
  for (const InstanceId of instanceIds) {
    world.autoScaling.operations.TerminateInstanceInAutoScalingGroup({
      InstanceId,
      ShouldDecrementDesiredCapacity: false,
    })
    world.timeline.advance(1)
  }
  world.timeline.advance(1000)
  expect(world.autoScaling.capacity('web')).toMatchObject({ ready: 1000, leaving: 0 })
  expect(performance.now() - began).toBeLessThan(20_000)
}, 30_000)
