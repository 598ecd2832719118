import { fixture, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const
const health = (it: Fixture) => it.instances().map(({ HealthStatus }) => HealthStatus)

function behind(input: object, count = 2): Fixture {
  const it = fixture()
  it.create({ DesiredCapacity: count, MaxSize: 100, TargetGroupARNs: ['tg'], ...input })
  it.settle()
  return it
}

test('an instance that EC2 reclaims is replaced at once, within the grace period too', () => {
  const it = behind({ HealthCheckGracePeriod: 10_000 })
  const [first = ''] = it.ids()
  it.service.interrupt(first)
  it.timeline.advance(5)
  expect(it.lifecycles()).toEqual(['Terminating', 'InService', 'Pending'])
  const [launch, leave] = it.activities()
  expect(leave?.Cause).toMatch(
    /was taken out of service in response to an EC2 health check indicating it has been terminated or stopped\.$/,
  )
  expect(launch?.Cause).toMatch(
    /an instance was launched in response to an unhealthy instance needing to be replaced\.$/,
  )
  it.settle()
  expect(it.lifecycles()).toEqual(['InService', 'InService'])
})

test('an instance that is interrupted while it boots is replaced, and its launch is cancelled', () => {
  const it = fixture()
  it.create({ DesiredCapacity: 1 })
  it.timeline.advance(20)
  it.service.interrupt(it.ids()[0] ?? '')
  it.settle()
  expect(it.lifecycles()).toEqual(['InService'])
  expect(it.activities().at(-1)).toMatchObject({
    StatusCode: 'Cancelled',
    StatusMessage: 'Instance became unhealthy while waiting for instance to be in InService state.',
  })
})

test.each([
  { name: 'counts', type: 'ELB', unhealthy: true },
  { name: 'counts in a list of types', type: 'EC2,ELB', unhealthy: true },
  { name: 'does not count without ELB', type: 'EC2', unhealthy: false },
])('the load balancer’s verdict $name', ({ type, unhealthy }) => {
  const it = behind({ HealthCheckType: type })
  const [first = ''] = it.ids()
  it.balancing.sick.add(first)
  it.settle()
  expect(it.ids().includes(first)).toBe(!unhealthy)
  const reasons = it.activities().filter(({ Cause }) => Cause?.includes('an ELB system health check failure'))
  expect(reasons).toHaveLength(unhealthy ? 1 : 0)
})

test('the load balancer’s verdict waits for the grace period', () => {
  const it = behind({ HealthCheckType: 'ELB', HealthCheckGracePeriod: 600 })
  it.balancing.sick.add(it.ids()[0] ?? '')
  it.timeline.advance(400)
  expect(health(it)).toEqual(['Healthy', 'Healthy'])
  it.timeline.advance(400)
  expect(it.ids()[1]).toBe('i-00000000000000003')
})

test('instances of a group without any healthy target ever are not replaced', () => {
  const it = fixture()
  it.create({ DesiredCapacity: 2, TargetGroupARNs: ['tg'], HealthCheckType: 'ELB' })
  it.timeline.advance(5)
  for (const id of it.ids()) it.balancing.sick.add(id)
  it.timeline.advance(2000)
  expect(it.ids()).toEqual(['i-00000000000000001', 'i-00000000000000002'])
})

test('at most a tenth is replaced at a time', () => {
  const it = behind({ HealthCheckType: 'ELB' }, 20)
  for (const id of it.ids().slice(0, 10)) it.balancing.sick.add(id)
  it.timeline.advance(35)
  expect(it.lifecycles().filter((state) => state === 'Terminating')).toHaveLength(2)
  it.timeline.advance(3000)
  expect(health(it)).toEqual(Array.from({ length: 20 }, () => 'Healthy'))
})

test('when all are sick it replaces one at a time', () => {
  const it = behind({ HealthCheckType: 'ELB' }, 20)
  for (const id of it.ids()) it.balancing.sick.add(id)
  it.timeline.advance(35)
  expect(it.lifecycles().filter((state) => state === 'Terminating')).toHaveLength(1)
})

test('SetInstanceHealth respects the grace period by default, and Healthy revokes it', () => {
  const it = behind({ HealthCheckGracePeriod: 10_000 })
  const [InstanceId] = it.ids()
  it.aws.SetInstanceHealth({ InstanceId, HealthStatus: 'Unhealthy' })
  expect(health(it)).toEqual(['Healthy', 'Healthy'])
  it.aws.SetInstanceHealth({ InstanceId, HealthStatus: 'Unhealthy', ShouldRespectGracePeriod: false })
  expect(health(it)).toEqual(['Unhealthy', 'Healthy'])
  expect(it.aws.DescribeAutoScalingInstances({}).AutoScalingInstances?.map(({ HealthStatus }) => HealthStatus)).toEqual(
    ['UNHEALTHY', 'HEALTHY'],
  )
  it.aws.SetInstanceHealth({ InstanceId, HealthStatus: 'Healthy' })
  it.settle()
  expect(it.ids()).toContain(InstanceId)
})

test('protection from scale-in does not save an unhealthy instance', () => {
  const it = behind({ NewInstancesProtectedFromScaleIn: true })
  const [first] = it.ids()
  it.aws.SetInstanceHealth({ InstanceId: first, HealthStatus: 'Unhealthy' })
  it.settle()
  expect(it.ids()).not.toContain(first)
})

test('an instance in standby is not checked', () => {
  const it = behind({ HealthCheckType: 'ELB' })
  const [first = ''] = it.ids()
  it.aws.EnterStandby({ ...web, InstanceIds: [first], ShouldDecrementDesiredCapacity: true })
  it.settle()
  it.service.interrupt(first)
  it.settle()
  expect(it.lifecycles()).toEqual(['Standby', 'InService'])
})
