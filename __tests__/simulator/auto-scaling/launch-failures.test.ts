import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { deleteTargetGroups } from '../../../simulator/scenario-balancers.ts'
import { fixture, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const
const failed = (it: Fixture) => it.activities().filter(({ StatusCode }) => StatusCode === 'Failed')
const noCapacity = 'We currently do not have sufficient m5.large capacity in the Availability Zone you requested.'

test('a zone without capacity causes a failed activity, and the other zone is used', () => {
  const it = fixture({ refuseLaunch: ({ zone }) => (zone.endsWith('a') ? noCapacity : undefined) })
  it.create({ DesiredCapacity: 2 })
  it.timeline.advance(5)
  expect(failed(it)[0]).toMatchObject({
    Description: `Launching a new EC2 instance.  Status Reason: ${noCapacity}`,
    StatusMessage: noCapacity,
    Progress: 100,
    Details: '{"Availability Zone":"eu-west-1a"}',
  })
  it.timeline.advance(80)
  expect(it.zones()).toBe('bb')
})

test('launches in a single bad zone are tried again ever more slowly, and succeed when it recovers', () => {
  const it = fixture({ refuseLaunch: () => noCapacity })
  it.create({ DesiredCapacity: 1, VPCZoneIdentifier: 'subnet-a' })
  it.timeline.advance(3600)
  const starts = failed(it).map(({ StartTime }) => (StartTime?.getTime() ?? 0) / 1000).reverse() // prettier-ignore
  const pauses = starts.slice(1).map((start, location) => start - (starts[location] ?? 0))
  expect(pauses).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900])
  it.behaviour.refuseLaunch = () => undefined
  it.timeline.advance(1000)
  expect(it.lifecycles()).toEqual(['InService'])
})

test('after a day of failures AWS suspends launching itself', () => {
  const it = fixture({ refuseLaunch: () => noCapacity })
  it.create({ DesiredCapacity: 1 })
  it.timeline.advance(90_000)
  expect(it.group().SuspendedProcesses).toEqual([
    { ProcessName: 'Launch', SuspensionReason: 'Administratively suspended' },
  ])
})

test('a recovered zone is filled again by rebalancing', () => {
  const it = fixture({ refuseLaunch: ({ zone }) => (zone.endsWith('a') ? noCapacity : undefined) })
  it.create({ DesiredCapacity: 4 })
  it.timeline.advance(300)
  expect(it.zones()).toBe('bbbb')
  it.behaviour.refuseLaunch = () => undefined
  it.timeline.advance(3000)
  expect(it.zones()).toBe('aabb')
})

test('an image that vanished fails the launch in EC2’s words', () => {
  const it = fixture()
  it.create()
  it.compute.template('web', { imageId: 'ami-missing' })
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 1 })
  it.timeline.advance(5)
  expect(failed(it)[0]?.StatusMessage).toBe(
    "The image id '[ami-missing]' does not exist. Launching EC2 instance failed.",
  )
})

test('a target group that is gone fails every launch, and takes nothing from what serves', () => {
  const account = new SimulatedAccount()
  const { targetGroupArns } = addGroup(account, { name: 'web', size: 2, balancers: ['target-group'] })
  const { operations } = account.autoScaling
  account.timeline.advance(600)
  deleteTargetGroups(account, targetGroupArns)
  // Nothing sends requests any more: EC2’s status checks tell which instances are ready.
  expect(account.autoScaling.capacity('web').ready).toBe(2)
  operations.UpdateAutoScalingGroup({ ...web, MaxSize: 3, DesiredCapacity: 3 })
  account.timeline.advance(60)
  const [activity] = operations.DescribeScalingActivities(web).Activities ?? []
  expect(activity?.StatusCode).toBe('Failed')
  expect(activity?.StatusMessage).toBe(
    'One or more target groups not found. Validating load balancer configuration failed.',
  )
  operations.DetachLoadBalancerTargetGroups({ ...web, TargetGroupARNs: [...targetGroupArns] })
  account.timeline.advance(600)
  expect(account.autoScaling.capacity('web').ready).toBe(3)
})

test('a classic load balancer that is gone fails every launch by its name', () => {
  const it = fixture()
  it.create({ LoadBalancerNames: ['front'] })
  it.balancing.gone.add('front')
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 1 })
  it.timeline.advance(5)
  expect(failed(it)[0]?.StatusMessage).toBe(
    'Cannot find Load Balancer front. Validating load balancer configuration failed.',
  )
})

test('a zone without default subnet fails the launch', () => {
  const it = fixture()
  it.create({ VPCZoneIdentifier: undefined, AvailabilityZones: ['eu-west-1z'], DesiredCapacity: 1 })
  it.timeline.advance(5)
  expect(failed(it)[0]?.StatusMessage).toBe(
    "No default subnet for availability zone: 'eu-west-1z'. Launching EC2 instance failed.",
  )
})

test('a group that names only zones launches into their default subnets', () => {
  const it = fixture()
  it.create({ VPCZoneIdentifier: undefined, AvailabilityZones: ['eu-west-1c'], DesiredCapacity: 1 })
  it.settle()
  expect(it.compute.machine(it.ids()[0] ?? '')?.subnetId).toBe('subnet-c')
})

test('a group that must stay balanced waits for the bad zone, and goes on to try there', () => {
  const it = fixture({ refuseLaunch: ({ zone }) => (zone.endsWith('a') ? noCapacity : undefined) })
  it.create({
    DesiredCapacity: 2,
    AvailabilityZoneDistribution: { CapacityDistributionStrategy: 'balanced-only' },
  })
  it.timeline.advance(300)
  expect(it.zones()).not.toBe('bb')
  expect(failed(it).length).toBeGreaterThan(2)
  it.behaviour.refuseLaunch = () => undefined
  it.timeline.advance(1000)
  expect(it.zones().split('').toSorted()).toEqual(['a', 'b'])
})

test('a group whose launches are withheld begins none and says nothing, until they are not', () => {
  const it = fixture({ withholdsLaunches: () => true })
  it.create({ DesiredCapacity: 1 })
  it.timeline.advance(3600)
  expect(it.activities()).toEqual([])
  it.behaviour.withholdsLaunches = undefined
  it.timeline.advance(200)
  expect(it.lifecycles()).toEqual(['InService'])
})
