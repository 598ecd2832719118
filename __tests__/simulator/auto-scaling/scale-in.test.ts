import { fixture, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const

/** Launches one instance more at a time, a quarter of an hour apart, so that every one has its own age. */
function grow(it: Fixture, to: number, seconds = 900): void {
  for (let size = it.ids().length + 1; size <= to; size++) {
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: size })
    it.timeline.advance(seconds)
  }
}

const shrink = (it: Fixture, to: number): string[] => {
  const before = it.ids()
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: to })
  it.settle()
  const after = new Set(it.ids())
  return before.filter((id) => !after.has(id)).map((id) => id.slice(-1))
}

describe('scale-in', () => {
  test('takes from the zone with most instances before any policy applies', () => {
    const it = fixture()
    it.create({ TerminationPolicies: ['OldestInstance'] })
    it.aws.SuspendProcesses({ ...web, ScalingProcesses: ['AZRebalance'] })
    grow(it, 3)
    // Zone a has the 1st and the 3rd, zone b the 2nd: the oldest of zone a leaves.
    expect(shrink(it, 2)).toEqual(['1'])
  })

  test('double then halve may kill new instances, as AWS does', () => {
    const it = fixture()
    it.create({ VPCZoneIdentifier: 'subnet-a', DesiredCapacity: 3 })
    it.settle()
    it.aws.SuspendProcesses({ ...web, ScalingProcesses: ['AZRebalance'] })
    it.aws.UpdateAutoScalingGroup({
      ...web,
      VPCZoneIdentifier: 'subnet-a,subnet-b',
      LaunchTemplate: { LaunchTemplateName: 'web', Version: '2' },
      DesiredCapacity: 6,
    })
    it.settle()
    expect(it.zones()).toBe('aaabbb')
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 3 })
    it.settle()
    expect(it.instances().map(({ LaunchTemplate }) => LaunchTemplate?.Version).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['1', '2', '2']) // prettier-ignore
  })

  test('says what it did, in AWS’s words', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 2, TerminationPolicies: ['OldestInstance'] })
    it.settle()
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 1 })
    it.timeline.advance(5)
    expect(it.activities()[0]).toMatchObject({
      Description: expect.stringMatching(/^Terminating EC2 instance: i-/),
      Cause: expect.stringMatching(
        /^At 2026-01-05T08:03:20Z a user request explicitly set group desired capacity changing the desired capacity from 2 to 1\. {2}At 2026-01-05T08:03:25Z an instance was taken out of service in response to a difference between desired and actual capacity, shrinking the capacity from 2 to 1\. {2}At 2026-01-05T08:03:25Z instance i-\d+ was selected for termination\.$/,
      ),
    })
  })

  const policies = [
    { name: 'OldestInstance', policies: ['OldestInstance'], leaves: ['1', '2'] },
    { name: 'NewestInstance', policies: ['NewestInstance'], leaves: ['3', '4'] },
    // 45, 35, 25 and 15 minutes old (and a little): closest to the full hour is the oldest.
    { name: 'ClosestToNextInstanceHour', policies: ['ClosestToNextInstanceHour'], leaves: ['1', '2'] },
    { name: 'the first of two policies', policies: ['NewestInstance', 'OldestInstance'], leaves: ['3', '4'] },
  ]
  test.each(policies)('by $name', ({ policies: TerminationPolicies, leaves }) => {
    const it = fixture()
    it.create({ VPCZoneIdentifier: 'subnet-a', TerminationPolicies })
    grow(it, 4, 600)
    expect(shrink(it, 2)).toEqual(leaves)
  })

  test('by Default takes the oldest version of the current template', () => {
    const it = fixture()
    it.create({ VPCZoneIdentifier: 'subnet-a', LaunchTemplate: { LaunchTemplateName: 'web', Version: '2' } })
    grow(it, 1)
    it.aws.UpdateAutoScalingGroup({ ...web, LaunchTemplate: { LaunchTemplateName: 'web', Version: '1' } })
    grow(it, 2)
    it.aws.UpdateAutoScalingGroup({ ...web, LaunchTemplate: { LaunchTemplateName: 'web', Version: '2' } })
    grow(it, 3)
    expect(shrink(it, 2)).toEqual(['2'])
  })

  test('by Default takes what came from a launch configuration or another template first', () => {
    const it = fixture()
    it.compute.template('other', { imageId: 'ami-1', instanceType: 'm5.large' })
    it.configuration('lc')
    it.create({ VPCZoneIdentifier: 'subnet-a' })
    grow(it, 1)
    it.aws.UpdateAutoScalingGroup({ ...web, LaunchTemplate: { LaunchTemplateName: 'other' } })
    grow(it, 2)
    it.aws.UpdateAutoScalingGroup({ ...web, LaunchConfigurationName: 'lc' })
    grow(it, 3)
    it.aws.UpdateAutoScalingGroup({ ...web, LaunchTemplate: { LaunchTemplateName: 'web', Version: '1' } })
    expect(shrink(it, 2)).toEqual(['3'])
    expect(shrink(it, 1)).toEqual(['2'])
  })

  test('by Default takes the oldest launch configuration, not the oldest instance', () => {
    const it = fixture()
    it.configuration('old')
    it.timeline.advance(60)
    it.configuration('new')
    it.create({ VPCZoneIdentifier: 'subnet-a', LaunchConfigurationName: 'new' })
    grow(it, 1)
    it.aws.UpdateAutoScalingGroup({ ...web, LaunchConfigurationName: 'old' })
    grow(it, 2)
    it.aws.UpdateAutoScalingGroup({ ...web, LaunchConfigurationName: 'new' })
    expect(shrink(it, 1)).toEqual(['2'])
  })

  test('by OldestLaunchTemplate takes another template’s instances first', () => {
    const it = fixture()
    it.compute.template('other', { imageId: 'ami-1', instanceType: 'm5.large' })
    it.create({ VPCZoneIdentifier: 'subnet-a', TerminationPolicies: ['OldestLaunchTemplate'] })
    grow(it, 1)
    it.aws.UpdateAutoScalingGroup({ ...web, LaunchTemplate: { LaunchTemplateName: 'other' } })
    grow(it, 2)
    it.aws.UpdateAutoScalingGroup({ ...web, LaunchTemplate: { LaunchTemplateName: 'web', Version: '1' } })
    expect(shrink(it, 1)).toEqual(['2'])
  })

  test('by OldestLaunchConfiguration takes a noncurrent one first, even a younger one', () => {
    const it = fixture()
    it.configuration('old')
    it.timeline.advance(60)
    it.configuration('new')
    it.create({
      VPCZoneIdentifier: 'subnet-a',
      LaunchConfigurationName: 'old',
      TerminationPolicies: ['OldestLaunchConfiguration'],
    })
    grow(it, 1)
    it.aws.UpdateAutoScalingGroup({ ...web, LaunchConfigurationName: 'new' })
    grow(it, 2)
    it.aws.UpdateAutoScalingGroup({ ...web, LaunchConfigurationName: 'old' })
    expect(shrink(it, 1)).toEqual(['2'])
  })

  test('breaks ties by chance: by seed the same, but not always the same one', () => {
    const leaver = (skip: number): string => {
      const it = fixture()
      for (let n = 0; n < skip; n++) it.random.next()
      it.create({ VPCZoneIdentifier: 'subnet-a', DesiredCapacity: 4 })
      it.settle()
      return shrink(it, 3).join()
    }
    expect(leaver(0)).toBe(leaver(0))
    expect(new Set([0, 1, 2, 3, 4, 5, 6, 7].map(leaver)).size).toBeGreaterThan(1)
  })

  test('keeps protected instances', () => {
    const it = fixture()
    it.create({ VPCZoneIdentifier: 'subnet-a', TerminationPolicies: ['OldestInstance'] })
    grow(it, 3)
    it.aws.SetInstanceProtection({ ...web, InstanceIds: it.ids().slice(0, 2), ProtectedFromScaleIn: true })
    expect(shrink(it, 2)).toEqual(['3'])
  })

  test('of a wholly protected group decrements, terminates nothing, and says why once', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 2, NewInstancesProtectedFromScaleIn: true })
    it.settle()
    expect(shrink(it, 1)).toEqual([])
    expect(it.group().DesiredCapacity).toBe(1)
    const said = it.activities().filter(({ Description }) => Description === 'Could not scale to desired capacity because all remaining instances are protected from scale-in.') // prettier-ignore
    expect(said).toHaveLength(1)
    it.aws.SetInstanceProtection({ ...web, InstanceIds: it.ids(), ProtectedFromScaleIn: false })
    it.settle()
    expect(it.ids()).toHaveLength(1)
  })

  test('takes a pending instance although its launch is not over', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1 })
    it.timeline.advance(20)
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 0 })
    it.timeline.advance(5)
    expect(it.lifecycles()).toEqual(['Terminating'])
  })
})
