import { fixture, type Fixture } from './fixture.ts'

/** A group of three Spot Instances. */
function spotGroup(
  settings: {
    readonly CapacityRebalance?: boolean
    readonly MaxSize?: number
    readonly HealthCheckType?: string
    readonly TargetGroupARNs?: string[]
  } = {},
): Fixture {
  const it = fixture()
  it.create({
    DesiredCapacity: 3,
    CapacityRebalance: true,
    MixedInstancesPolicy: {
      LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateName: 'web', Version: '1' } },
      InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: 0 },
    },
    ...settings,
  })
  it.settle()
  return it
}

const launched = (it: Fixture): readonly string[] =>
  it.activities().flatMap(({ Cause = '' }) => (Cause.includes('rebalance recommendation for') ? [Cause] : []))

test('a Spot Instance at risk leaves only when what replaces it is in service', () => {
  const it = spotGroup({ MaxSize: 3 })
  const [risky = ''] = it.ids()
  it.service.recommendRebalance(risky)
  it.timeline.advance(20)
  expect(it.lifecycles()).toEqual(['InService', 'InService', 'InService', 'Pending'])
  expect(it.group().DesiredCapacity).toBe(3)
  expect(launched(it)).toHaveLength(1)
  it.timeline.advance(60)
  expect(it.instances().find(({ InstanceId }) => InstanceId === risky)?.LifecycleState).toBe('Terminating')
  it.settle()
  expect(it.ids()).not.toContain(risky)
  expect(it.lifecycles()).toEqual(['InService', 'InService', 'InService'])
  it.timeline.advance(1200)
  expect(launched(it)).toHaveLength(1)
})

test('without CapacityRebalance a recommendation changes nothing', () => {
  const it = spotGroup({ CapacityRebalance: false })
  const before = it.ids()
  it.service.recommendRebalance(before[0] ?? '')
  it.settle()
  expect(it.ids()).toEqual(before)
})

test('an On-Demand Instance is not at risk', () => {
  const it = fixture()
  it.create({ DesiredCapacity: 2, CapacityRebalance: true })
  it.settle()
  const before = it.ids()
  it.service.recommendRebalance(before[0] ?? '')
  it.settle()
  expect(it.ids()).toEqual(before)
})

test('where the one at risk goes by itself nothing else is launched for it', () => {
  const it = spotGroup()
  const [risky = ''] = it.ids()
  it.service.recommendRebalance(risky)
  it.timeline.advance(20)
  it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: risky, ShouldDecrementDesiredCapacity: false })
  it.timeline.advance(1200)
  expect(it.lifecycles()).toEqual(['InService', 'InService', 'InService'])
  expect(it.activities().filter(({ Description }) => Description?.startsWith('Launching'))).toHaveLength(4)
})

test('where the launch of a replacement fails the one at risk stays, and another launch is tried', () => {
  const it = spotGroup()
  const [risky = ''] = it.ids()
  it.behaviour.refuseLaunch = () => 'no Spot capacity'
  it.service.recommendRebalance(risky)
  it.timeline.advance(300)
  expect(it.ids()).toHaveLength(3)
  it.behaviour.refuseLaunch = () => undefined
  it.timeline.advance(1200)
  expect(it.ids()).toHaveLength(3)
  expect(it.ids()).not.toContain(risky)
})

test('while Terminate is suspended both stay, and the zones are left as they are', () => {
  const it = spotGroup()
  const [risky = ''] = it.ids()
  it.aws.SuspendProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['Terminate'] })
  it.service.recommendRebalance(risky)
  it.timeline.advance(1200)
  expect(it.lifecycles()).toEqual(['InService', 'InService', 'InService', 'InService'])
  it.aws.ResumeProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['Terminate'] })
  it.settle()
  expect(it.ids()).not.toContain(risky)
  expect(it.ids()).toHaveLength(3)
})

describe('where load balancers decide about health', () => {
  const rows: {
    name: string
    whyUnreached?: 'sends nothing' | 'zone not served' | undefined
    health?: 'unhealthy' | 'unused'
    leaves: boolean
  }[] = [
    { name: 'one at risk leaves once they call what replaces it healthy', leaves: true },
    { name: 'it stays while they call that unhealthy', health: 'unhealthy', leaves: false },
    { name: 'it stays while they do not know that', health: 'unused', leaves: false },
    {
      name: 'it leaves where they send nothing, which nothing can be waited for',
      health: 'unused',
      whyUnreached: 'sends nothing',
      leaves: true,
    },
    { name: 'or not to the zone', health: 'unused', whyUnreached: 'zone not served', leaves: true },
  ]
  test.each(rows)('$name', ({ whyUnreached, health, leaves }) => {
    const it = spotGroup({ HealthCheckType: 'ELB', TargetGroupARNs: ['tg'] })
    const before = it.ids()
    const known = it.balancing.health.bind(it.balancing)
    it.balancing.health = (name, id) => (before.includes(id) ? known(name, id) : (health ?? known(name, id)))
    Object.assign(it.balancing, { whyUnreached: () => whyUnreached })
    it.service.recommendRebalance(before[0] ?? '')
    it.timeline.advance(200)
    expect(it.ids().includes(before[0] ?? '')).toBe(!leaves)
  })
})
