import { fixture, refusal, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const
const LAUNCH_FIRST = { InstanceMaintenancePolicy: { MinHealthyPercentage: 100, MaxHealthyPercentage: 200 } }
const DAY = 86_400

function running(input: Parameters<Fixture['create']>[0] = {}): Fixture {
  const it = fixture()
  it.create({ DesiredCapacity: 3, ...input })
  it.settle()
  return it
}

const mark = (it: Fixture, id = ''): void =>
  void it.aws.SetInstanceHealth({ InstanceId: id, HealthStatus: 'Unhealthy', ShouldRespectGracePeriod: false })

/** How many are in service and healthy at the least, and how many counted at the most, until so many seconds later. */
function range(it: Fixture, seconds: number): { least: number; most: number } {
  const found = { least: Infinity, most: 0 }
  for (let second = 0; second < seconds; second++) {
    it.timeline.advance(1)
    const healthy = it.instances().filter(({ LifecycleState, HealthStatus }) => LifecycleState === 'InService' && HealthStatus === 'Healthy') // prettier-ignore
    found.least = Math.min(found.least, healthy.length)
    found.most = Math.max(found.most, it.service.capacity('web').units)
  }
  return found
}

describe('an unhealthy instance', () => {
  test('leaves before its replacement is launched, without a maintenance policy', () => {
    const it = running()
    const [id = ''] = it.ids()
    mark(it, id)
    it.timeline.advance(10)
    expect(it.lifecycles()).toEqual(['Terminating', 'InService', 'InService', 'Pending'])
  })

  test('with a policy of 100 and 200 % leaves once its replacement serves', () => {
    const it = running(LAUNCH_FIRST)
    const [id = ''] = it.ids()
    mark(it, id)
    it.timeline.advance(10)
    expect(it.lifecycles()).toEqual(['InService', 'InService', 'InService', 'Pending'])
    expect(it.aws.DescribeScalingActivities(web).Activities?.[0]?.Cause).toMatch(
      /an unhealthy instance needing to be replaced/,
    )
    expect(range(it, 300)).toEqual({ least: 2, most: 4 })
    expect([it.ids().length, it.ids().includes(id)]).toEqual([3, false])
  })

  test('waits for the warm-up of its replacement too', () => {
    const it = running({ ...LAUNCH_FIRST, DefaultInstanceWarmup: 300 })
    it.timeline.advance(400)
    const [id = ''] = it.ids()
    mark(it, id)
    it.timeline.advance(300)
    expect(it.ids()).toContain(id)
    it.timeline.advance(150)
    expect(it.ids()).not.toContain(id)
  })

  test('where all are unhealthy the maximum bounds what is launched first, and all are replaced in turn', () => {
    const it = running({ InstanceMaintenancePolicy: { MinHealthyPercentage: 90, MaxHealthyPercentage: 134 } })
    const before = it.ids()
    for (const id of before) mark(it, id)
    expect(range(it, 1500).most).toBe(4)
    expect(it.ids().filter((id) => before.includes(id))).toEqual([])
    expect(it.ids()).toHaveLength(3)
  })

  test('that has stopped is replaced at once, whatever the policy', () => {
    const it = running(LAUNCH_FIRST)
    const [id = ''] = it.ids()
    it.compute.become(id, 'stopped')
    it.timeline.advance(10)
    expect(it.lifecycles()).toEqual(['Terminating', 'InService', 'InService', 'Pending'])
  })
})

describe('the maximum instance lifetime', () => {
  test('replaces instances that are older, one after the other', () => {
    const it = running({ MaxInstanceLifetime: DAY })
    const before = it.ids()
    it.timeline.advance(DAY - 300)
    expect(it.ids()).toEqual(before)
    expect(range(it, 1200)).toEqual({ least: 2, most: 3 })
    expect(it.ids().filter((id) => before.includes(id))).toEqual([])
    expect(
      it
        .activities()
        .map(({ Cause = '' }) => Cause)
        .join('\n'),
    ).toContain('its maximum instance lifetime')
  })

  test('launches first where the maintenance policy says so', () => {
    const it = running({ MaxInstanceLifetime: DAY, ...LAUNCH_FIRST })
    const before = it.ids()
    it.timeline.advance(DAY - 300)
    expect(range(it, 1200)).toEqual({ least: 3, most: 4 })
    expect(it.ids().filter((id) => before.includes(id))).toEqual([])
  })

  test.each([{ process: 'Launch' }, { process: 'Terminate' }])('does nothing while $process is suspended', ({ process }) => {
    const it = running({ MaxInstanceLifetime: DAY })
    const before = it.ids()
    it.aws.SuspendProcesses({ ...web, ScalingProcesses: [process] })
    it.timeline.advance(DAY + 3600)
    expect(it.ids()).toEqual(before)
  }) // prettier-ignore

  test('leaves protected instances', () => {
    const it = running({ MaxInstanceLifetime: DAY, NewInstancesProtectedFromScaleIn: true })
    const before = it.ids()
    it.timeline.advance(DAY + 3600)
    expect(it.ids()).toEqual(before)
  })
})

describe('a zonal shift', () => {
  const shifted = (ImpairedZoneHealthCheckBehavior: 'ReplaceUnhealthy' | 'IgnoreUnhealthy') =>
    running({
      DesiredCapacity: 2,
      AvailabilityZoneImpairmentPolicy: { ZonalShiftEnabled: true, ImpairedZoneHealthCheckBehavior },
    })

  test('lets launches go to the other zones, and rebalances only after its end', () => {
    const it = shifted('ReplaceUnhealthy')
    it.service.shiftZone('eu-west-1a', 'away')
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 6 })
    it.timeline.advance(600)
    expect(it.zones()).toBe('abbbbb')
    it.service.shiftZone('eu-west-1a', 'back')
    it.timeline.advance(1200)
    expect(it.zones()).toBe('aaabbb')
  })

  test.each([
    { behaviour: 'ReplaceUnhealthy', zones: 'bb' },
    { behaviour: 'IgnoreUnhealthy', zones: 'ab' },
  ] as const)('with $behaviour an unhealthy instance of the zone ends as $zones', ({ behaviour, zones }) => {
    const it = shifted(behaviour)
    const impaired = it.instances().find(({ AvailabilityZone }) => AvailabilityZone === 'eu-west-1a')
    it.service.shiftZone('eu-west-1a', 'away')
    mark(it, impaired?.InstanceId)
    it.timeline.advance(300)
    expect(it.zones()).toBe(zones)
  })

  test('stops the rebalancing of the other zones as well', () => {
    const it = shifted('ReplaceUnhealthy')
    it.aws.UpdateAutoScalingGroup({ ...web, VPCZoneIdentifier: 'subnet-b', DesiredCapacity: 4 })
    it.timeline.advance(600)
    it.service.shiftZone('eu-west-1a', 'away')
    it.aws.UpdateAutoScalingGroup({ ...web, VPCZoneIdentifier: 'subnet-a,subnet-b,subnet-c' })
    it.timeline.advance(600)
    expect(it.zones()).toBe('bbbb')
    it.service.shiftZone('eu-west-1a', 'back')
    it.timeline.advance(1200)
    expect(it.zones()).not.toBe('bbbb')
  })

  test('means nothing to a group that takes no part in it', () => {
    const it = running({ DesiredCapacity: 2 })
    it.service.shiftZone('eu-west-1a', 'away')
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 4 })
    it.timeline.advance(300)
    expect(it.zones()).toBe('aabb')
  })
})

describe('a Lambda termination policy', () => {
  const policy = { TerminationPolicies: ['arn:aws:lambda:eu-west-1:123456789012:function:choose'] }

  test('names what may leave', () => {
    const it = running(policy)
    const [, second = ''] = it.ids()
    it.behaviour.terminationFunction = () => [second]
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 1 })
    it.settle()
    expect([it.ids().length, it.ids().includes(second)]).toEqual([2, false])
  })

  test('without an answer lets nothing leave, and is asked again', () => {
    const it = running(policy)
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 2 })
    it.timeline.advance(600)
    expect(it.ids()).toHaveLength(3)
    it.behaviour.terminationFunction = () => it.ids()
    it.timeline.advance(200)
    expect(it.ids()).toHaveLength(2)
  })
})

describe('refused are', () => {
  const call = (input: Parameters<Fixture['create']>[0]): string => refusal(() => running(input))
  test.each([
    { name: 'Capacity Reservations', input: { CapacityReservationSpecification: { CapacityReservationPreference: 'capacity-reservations-only' } }, says: 'ValidationError: The simulator knows no Capacity Reservations.' },
    { name: 'the health of VPC Lattice targets', input: { HealthCheckType: 'EC2,VPC_LATTICE' }, says: 'ValidationError: The simulator does not know the health of VPC Lattice targets.' },
    { name: 'a distribution over reservations', input: { AvailabilityZoneDistribution: { CapacityDistributionStrategy: 'reservations-then-balanced' } }, says: 'ValidationError: The simulator knows no Capacity Reservations.' },
    { name: 'capacity in vCPUs without requirements', input: { DesiredCapacityType: 'vcpu' }, says: 'ValidationError: DesiredCapacityType is supported for attribute-based instance type selection only.' },
    { name: 'a unit of capacity that is none', input: { DesiredCapacityType: 'cores' }, says: "ValidationError: 1 validation error detected: Value 'cores' at 'desiredCapacityType' failed to satisfy constraint: Member must satisfy enum value set: [units, vcpu, memory-mib]" },
  ] as const)('$name', ({ input, says }) => {
    expect(call(input)).toBe(says)
  }) // prettier-ignore
})
