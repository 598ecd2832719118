import type { InstancesDistribution, LaunchTemplateOverrides } from '@aws-sdk/client-auto-scaling'
import { fixture, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const

function mixed(
  Overrides: LaunchTemplateOverrides[],
  more: { desired: number; distribution?: InstancesDistribution },
): Fixture {
  const it = fixture()
  it.compute.template('arm', { imageId: 'ami-arm', instanceType: 'm6g.large' })
  it.create({
    DesiredCapacity: more.desired,
    MaxSize: 20,
    MixedInstancesPolicy: {
      LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateName: 'web' }, Overrides },
      ...(more.distribution && { InstancesDistribution: more.distribution }),
    },
  })
  it.settle()
  return it
}

test('an override brings its own template, its own image and its own type', () => {
  const it = mixed(
    [{ InstanceType: 'm6g.large', LaunchTemplateSpecification: { LaunchTemplateName: 'arm' }, ImageId: 'ami-own' }],
    { desired: 1 },
  )
  expect(it.instances()[0]).toMatchObject({
    InstanceType: 'm6g.large',
    ImageId: 'ami-own',
    LaunchTemplate: { LaunchTemplateName: 'arm', Version: '1' },
  })
})

test('without overrides the template’s own type is launched, and no image is shown', () => {
  const it = mixed([], { desired: 1 })
  expect(it.instances()[0]?.InstanceType).toBe('m5.large')
  expect(it.instances()[0]).not.toHaveProperty('ImageId')
})

test('requirements find the smallest type that meets them', () => {
  const it = mixed(
    [{ InstanceRequirements: { VCpuCount: { Min: 4 }, MemoryMiB: { Min: 10_000 }, ExcludedInstanceTypes: ['m5.*'] } }],
    { desired: 1 },
  )
  expect(it.instances()[0]?.InstanceType).toBe('r5.xlarge')
})

test.each([
  { burstable: undefined, type: 'c5.large' },
  { burstable: 'included', type: 't3.micro' },
  { burstable: 'required', type: 't3.micro' },
] as const)('burstable types must be asked for: $burstable finds $type', ({ burstable, type }) => {
  const InstanceRequirements = {
    VCpuCount: { Min: 2 },
    MemoryMiB: { Min: 512 },
    ...(burstable && { BurstablePerformance: burstable }),
  }
  expect(mixed([{ InstanceRequirements }], { desired: 1 }).instances()[0]?.InstanceType).toBe(type)
})

test.each([
  { name: 'an attribute by which no type is chosen', overrides: [{ InstanceRequirements: { VCpuCount: { Min: 2 }, MemoryMiB: { Min: 512 }, BareMetal: 'required' as const } }], distribution: {}, says: 'The simulator chooses no instance types by BareMetal.' },
  { name: 'segments of a distribution', overrides: [], distribution: { DistributionSegments: [{}] }, says: 'The simulator knows no DistributionSegments.' },
])('$name is refused, not kept without effect', ({ overrides, distribution, says }) => {
  expect(() => mixed(overrides, { desired: 1, distribution })).toThrow(says)
}) // prettier-ignore

test('the next type is launched where the first has no capacity', () => {
  const it = mixed([{ InstanceType: 'm5.large' }, { InstanceType: 'c5.large' }], { desired: 0 })
  it.behaviour.refuseLaunch = ({ type }) => (type === 'm5.large' ? 'No capacity.' : undefined)
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 1 })
  it.settle()
  expect(it.instances()[0]?.InstanceType).toBe('c5.large')
})

test('weights are counted as units: launches may overshoot', () => {
  const it = mixed([{ InstanceType: 'm5.xlarge', WeightedCapacity: '3' }], { desired: 7 })
  expect(it.instances().map(({ WeightedCapacity }) => WeightedCapacity)).toEqual(['3', '3', '3'])
  expect(it.service.capacity('web')).toMatchObject({ units: 9, inService: 3, desired: 7 })
})

test('weights: scale-in never falls below the desired capacity', () => {
  const it = mixed([{ InstanceType: 'm5.xlarge', WeightedCapacity: '3' }], { desired: 9 })
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 7 })
  it.settle()
  expect(it.ids()).toHaveLength(3)
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 6 })
  it.settle()
  expect(it.ids()).toHaveLength(2)
})

test('weights: a termination by id takes its weight from the desired capacity', () => {
  const it = mixed([{ InstanceType: 'm5.xlarge', WeightedCapacity: '3' }], { desired: 9 })
  it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: it.ids()[0], ShouldDecrementDesiredCapacity: true })
  it.settle()
  expect([it.group().DesiredCapacity, it.ids().length]).toEqual([6, 2])
})

const spot = (it: Fixture) =>
  [...it.compute.machines.values()].filter(({ id, request }) => request.spot && it.ids().includes(id)).length

test('the distribution splits On-Demand and Spot, and scale-in keeps the split', () => {
  const it = mixed([{ InstanceType: 'm5.large' }], {
    desired: 10,
    distribution: { OnDemandBaseCapacity: 2, OnDemandPercentageAboveBaseCapacity: 50 },
  })
  expect([spot(it), it.ids().length]).toEqual([4, 10])
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 4 })
  it.settle()
  expect([spot(it), it.ids().length]).toEqual([1, 4])
})

test('an interrupted Spot instance is replaced by another', () => {
  const it = mixed([{ InstanceType: 'm5.large' }], {
    desired: 2,
    distribution: { OnDemandPercentageAboveBaseCapacity: 0 },
  })
  it.service.interrupt(it.ids()[0] ?? '')
  it.settle()
  expect([spot(it), it.ids().length]).toEqual([2, 2])
})

test('the group shows AWS’s defaults of the distribution', () => {
  const it = mixed([{ InstanceType: 'm5.large' }], { desired: 0 })
  expect(it.group().MixedInstancesPolicy?.InstancesDistribution).toEqual({
    OnDemandAllocationStrategy: 'prioritized',
    OnDemandBaseCapacity: 0,
    OnDemandPercentageAboveBaseCapacity: 100,
    SpotAllocationStrategy: 'lowest-price',
    SpotInstancePools: 2,
  })
})

test.each([
  { unit: 'vcpu', desired: 8, weights: ['4', '4'] },
  { unit: 'memory-mib', desired: 32_768, weights: ['16384', '16384'] },
  { unit: 'units', desired: 2, weights: [undefined, undefined] },
])('the desired capacity counts in $unit where types are chosen by their attributes', ({ unit, desired, weights }) => {
  const it = fixture()
  const requirements = { VCpuCount: { Min: 4 }, MemoryMiB: { Min: 16_000 } }
  it.create({
    DesiredCapacity: desired,
    MaxSize: 100_000,
    DesiredCapacityType: unit,
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateName: 'web' },
        Overrides: [{ InstanceRequirements: requirements }],
      },
    },
  })
  it.settle()
  expect(it.instances().map(({ WeightedCapacity }) => WeightedCapacity)).toEqual(weights)
  expect(it.service.capacity('web')).toMatchObject({ units: desired, desired })
})

test('the default termination policy begins with the allocation strategy: the type that is preferred least leaves', () => {
  const it = mixed([{ InstanceType: 'm5.large' }, { InstanceType: 'c5.large' }], { desired: 2 })
  it.behaviour.refuseLaunch = ({ type }) => (type === 'm5.large' ? 'No capacity.' : undefined)
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 4 })
  it.settle()
  const [, , third, fourth] = it.ids()
  expect(it.instances().filter(({ InstanceType }) => InstanceType === 'c5.large')).toHaveLength(2)
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 2 })
  it.settle()
  expect(it.ids()).not.toEqual(expect.arrayContaining([third]))
  expect(it.ids()).not.toEqual(expect.arrayContaining([fourth]))
})
