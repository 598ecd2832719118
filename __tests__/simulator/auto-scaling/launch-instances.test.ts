import { launchFailureText } from '../../../simulator/auto-scaling/launch-failure-texts.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { fixture, refusal, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const
const ZONE = { AvailabilityZones: ['eu-west-1a'] }

/** A group of one instance in service, in two zones. */
function grown(input: Parameters<Fixture['create']>[0] = {}): Fixture {
  const it = fixture()
  it.create({ DesiredCapacity: 1, ...input })
  it.settle()
  return it
}

let tokens = 0
const launch = (it: Fixture, input: object = {}) =>
  it.aws.LaunchInstances({ ...web, RequestedCapacity: 2, ClientToken: `token-${(tokens += 1)}`, ...ZONE, ...input })

describe('what LaunchInstances launches', () => {
  test('is told at once, is pending, lies in the zone that was named, and raises the desired capacity', () => {
    const it = grown()
    const answer = launch(it, { ClientToken: 'mine' })
    const [ids] = answer.Instances?.map(({ InstanceIds }) => InstanceIds) ?? []
    expect(answer).toMatchObject({
      ...web,
      ClientToken: 'mine',
      Instances: [{ InstanceType: 'm5.large', MarketType: 'OnDemand', AvailabilityZone: 'eu-west-1a', SubnetId: 'subnet-a' }], // prettier-ignore
      Errors: [],
    })
    expect(it.group().DesiredCapacity).toBe(3)
    const launched = it.instances().filter(({ InstanceId = '' }) => ids?.includes(InstanceId))
    expect(launched.map(({ LifecycleState }) => LifecycleState)).toEqual(['Pending', 'Pending'])
    it.aws.SuspendProcesses({ ...web, ScalingProcesses: ['AZRebalance'] })
    it.settle()
    expect(it.lifecycles()).toEqual(['InService', 'InService', 'InService'])
  })

  test('counts in weights', () => {
    const LaunchTemplateSpecification = { LaunchTemplateName: 'web', Version: '1' }
    const Overrides = [{ InstanceType: 'm5.large', WeightedCapacity: '2' } as const]
    const it = fixture()
    it.create({ MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification, Overrides } } })
    expect(launch(it, { RequestedCapacity: 4 }).Instances?.[0]?.InstanceIds).toHaveLength(2)
    expect(it.group().DesiredCapacity).toBe(4)
  })

  test('is told with the id of its zone by the whole account', () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', size: 1, sizes: { min: 0, max: 5 } })
    const { operations } = account.autoScaling
    const answer = operations.LaunchInstances({ ...web, RequestedCapacity: 1, ClientToken: 'a', AvailabilityZoneIds: ['euw1-az2'] }) // prettier-ignore
    expect(answer.Instances).toMatchObject([{ AvailabilityZone: 'eu-west-1b', AvailabilityZoneId: 'euw1-az2' }])
  })
})

describe('a client token', () => {
  test('gives the same answer for eight hours, and launches anew after them', () => {
    const it = grown({ MaxSize: 20 })
    const first = launch(it, { ClientToken: 'same' })
    it.timeline.advance(8 * 3600 - 60)
    expect(launch(it, { ClientToken: 'same' })).toEqual(first)
    expect(it.group().DesiredCapacity).toBe(3)
    it.timeline.advance(3600)
    expect(launch(it, { ClientToken: 'same' })).not.toEqual(first)
    expect(it.group().DesiredCapacity).toBe(5)
  })

  test('with other parameters is refused', () => {
    const it = grown()
    launch(it, { ClientToken: 'same' })
    expect(refusal(() => launch(it, { ClientToken: 'same', RequestedCapacity: 1 }))).toMatch(/^IdempotentParameterMismatch:/) // prettier-ignore
  })
})

describe('a launch that fails', () => {
  const failing = (text: string) => {
    const it = grown()
    it.behaviour.refuseLaunch = () => text
    return it
  }
  const noCapacity = launchFailureText('no capacity of the type', 'EC2 Fleet')

  test('is told with EC2’s code, and leaves the desired capacity as it is', () => {
    const it = failing(noCapacity)
    const answer = launch(it)
    expect(answer.Instances).toEqual([])
    expect(answer.Errors).toMatchObject([{ InstanceType: 'm5.large', MarketType: 'OnDemand', AvailabilityZone: 'eu-west-1a', ErrorCode: 'InsufficientInstanceCapacity' }]) // prettier-ignore
    expect(answer.Errors?.[0]?.ErrorMessage).toBe(noCapacity)
    expect(it.group().DesiredCapacity).toBe(1)
  })

  test('of which some succeeded raises the desired capacity by those', () => {
    const it = grown()
    let launches = 0
    it.behaviour.refuseLaunch = () => ((launches += 1) > 1 ? noCapacity : undefined)
    const answer = launch(it)
    expect(answer.Instances?.[0]?.InstanceIds).toHaveLength(1)
    expect(answer.Errors).toHaveLength(1)
    expect(it.group().DesiredCapacity).toBe(2)
  })

  test.each([
    { name: 'for want of capacity', text: noCapacity, desired: 3 },
    { name: 'for an image that is not there', text: launchFailureText('no image'), desired: 1 },
  ])('$name is tried again by the group on request: desired $desired', ({ text, desired }) => {
    const it = failing(text)
    launch(it, { RetryStrategy: 'retry-with-group-configuration' })
    expect(it.group().DesiredCapacity).toBe(desired)
    it.behaviour.refuseLaunch = () => undefined
    it.timeline.advance(1000)
    expect(it.lifecycles()).toEqual(Array.from({ length: desired }, () => 'InService'))
  })
})

const mixed = (share: number, base = 0) => ({
  MixedInstancesPolicy: {
    LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateName: 'web', Version: '1' } },
    InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: share, OnDemandBaseCapacity: base },
  },
})

test.each([
  { name: 'no zone in a group of two', input: { AvailabilityZones: undefined }, says: 'ValidationError: Either AvailabilityZones or SubnetIds must be specified for a group of several zones.' },
  { name: 'a zone of another group', input: { AvailabilityZones: ['eu-west-1c'] }, says: "ValidationError: The Availability Zone eu-west-1c is not one of the Auto Scaling group's." },
  { name: 'a zone by name and by id', input: { AvailabilityZoneIds: ['euw1-az1'] }, says: 'ValidationError: AvailabilityZones and AvailabilityZoneIds cannot be specified together.' },
  { name: 'an unknown zone id', input: { AvailabilityZones: undefined, AvailabilityZoneIds: ['euw1-az9'] }, says: "ValidationError: The Availability Zone euw1-az9 is not one of the Auto Scaling group's." },
  { name: 'a subnet of another group', input: { SubnetIds: ['subnet-c'] }, says: "ValidationError: The subnet subnet-c is not one of the Auto Scaling group's." },
  { name: 'a subnet of another zone', input: { SubnetIds: ['subnet-b'] }, says: 'ValidationError: The subnet subnet-b is not in the Availability Zone eu-west-1a.' },
  { name: 'more than the maximum', input: { RequestedCapacity: 10 }, says: "ValidationError: The requested capacity 10 would exceed the group's max size of 10." },
])('LaunchInstances is refused: $name', ({ input, says }) => {
  expect(refusal(() => launch(grown(), input))).toBe(says)
}) // prettier-ignore

test.each([
  { name: 'a launch configuration', prepare: (it: Fixture) => (it.configuration('lc'), it.create({ LaunchConfigurationName: 'lc' })), says: 'UnsupportedOperation: LaunchInstances is not supported: the group uses a launch configuration.' },
  { name: 'a warm pool', prepare: (it: Fixture) => (it.create(), it.aws.PutWarmPool(web)), says: 'UnsupportedOperation: LaunchInstances is not supported: the group has a warm pool.' },
  { name: 'half of Spot', prepare: (it: Fixture) => it.create(mixed(50)), says: 'UnsupportedOperation: LaunchInstances is not supported: the mixed instances policy combines On-Demand and Spot Instances.' },
  { name: 'Spot above a base', prepare: (it: Fixture) => it.create(mixed(0, 1)), says: 'UnsupportedOperation: LaunchInstances is not supported: the mixed instances policy combines On-Demand and Spot Instances.' },
  { name: 'Spot alone', prepare: (it: Fixture) => it.create(mixed(0)), says: 'accepted' },
  { name: 'On-Demand alone', prepare: (it: Fixture) => it.create(mixed(100, 1)), says: 'accepted' },
])('LaunchInstances in a group with $name: $says', ({ prepare, says }) => {
  const it = fixture()
  prepare(it)
  expect(refusal(() => launch(it))).toBe(says)
}) // prettier-ignore

test('LaunchInstances is refused while Launch is suspended', () => {
  const it = grown()
  it.aws.SuspendProcesses({ ...web, ScalingProcesses: ['Launch'] })
  expect(refusal(() => launch(it))).not.toBe('accepted')
})
