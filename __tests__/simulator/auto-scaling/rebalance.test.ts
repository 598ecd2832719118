import { fixture, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' }

const rebalanced = (it: Fixture): number =>
  it.activities().filter(({ Cause = '' }) => Cause.includes('to balance instances in zones')).length

/** The zones of the first launch into two empty ones, for ten seeds of chance: `it` is the same account ten times over. */
function firstZones(zoneTies: 'the first' | 'by chance'): readonly string[] {
  const it = fixture({ zoneTies })
  it.create({ VPCZoneIdentifier: 'subnet-a,subnet-b,subnet-c' })
  return Array.from({ length: 10 }, () => {
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 1 })
    it.settle()
    const zone = it.zones()
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 0 })
    it.settle()
    return zone
  })
}

test('of zones that have equally few the first gets the next instance', () => {
  expect(new Set(firstZones('the first'))).toEqual(new Set(['a']))
})

test('of zones that have equally few any gets it where chance decides', () => {
  expect(new Set(firstZones('by chance')).size).toBeGreaterThan(1)
})

test('where instances are heavy, zones that differ by one of them are balanced', () => {
  const it = fixture()
  it.create({
    DesiredCapacity: 4,
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateName: 'web', Version: '1' },
        Overrides: [{ InstanceType: 'm5.large', WeightedCapacity: '2' }],
      },
    },
  })
  it.settle()
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 6 })
  it.settle()
  it.timeline.advance(1200)
  expect(it.zones()).toBe('aab')
  expect(rebalanced(it)).toBe(0)
})

test('a zone is not relieved of instances that are all protected from scale-in', () => {
  const it = fixture()
  it.create({ DesiredCapacity: 6, NewInstancesProtectedFromScaleIn: true })
  it.settle()
  const inB = it.instances().filter(({ AvailabilityZone }) => AvailabilityZone?.endsWith('b'))
  for (const { InstanceId } of inB.slice(0, 2))
    it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId, ShouldDecrementDesiredCapacity: true })
  it.settle()
  expect(it.zones()).toBe('aaab')
  expect(rebalanced(it)).toBe(0)
  const [first] = it.instances()
  it.aws.SetInstanceProtection({ ...web, InstanceIds: [first?.InstanceId ?? ''], ProtectedFromScaleIn: false })
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 4 })
  it.timeline.advance(1200)
  expect(it.zones()).toBe('aabb')
  expect(rebalanced(it)).toBe(1)
})
