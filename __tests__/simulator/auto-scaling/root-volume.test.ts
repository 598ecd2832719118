import type { LaunchTemplateOverrides } from '@aws-sdk/client-auto-scaling'
import { fixture, refusal, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const

const policy = (Version: string, overrides: readonly LaunchTemplateOverrides[] = [{ InstanceType: 'm5.large', ImageId: 'ami-3' }]) => ({
  LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateName: 'web', Version }, Overrides: [...overrides] },
}) // prettier-ignore

function group(): Fixture {
  const it = fixture({ rootVolumeSeconds: 30 })
  it.create({ DesiredCapacity: 2, MixedInstancesPolicy: policy('1', [{ InstanceType: 'm5.large' }]) })
  it.settle()
  return it
}

const begin = (it: Fixture, desired = policy('2')): unknown =>
  it.aws.StartInstanceRefresh({
    ...web,
    Strategy: 'ReplaceRootVolume',
    DesiredConfiguration: { MixedInstancesPolicy: desired },
    Preferences: { MinHealthyPercentage: 50 },
  })

/** The states of the first instance, each as it was first seen. */
function statesOf(it: Fixture, seconds: number): readonly string[] {
  const seen = new Set<string>()
  for (let passed = 0; passed < seconds; passed++) {
    it.timeline.advance(1)
    seen.add(it.lifecycles()[0] ?? '')
  }
  return [...seen]
}

test('a refresh that replaces root volumes keeps the instances, and takes each through its own states', () => {
  const it = group()
  const ids = it.ids()
  begin(it)
  expect(statesOf(it, 100)).toEqual(['InService', 'ReplacingRootVolume:Proceed', 'RootVolumeReplaced'])
  it.timeline.advance(600)
  expect(it.ids()).toEqual(ids)
  expect(it.instances()[0]).toMatchObject({ ImageId: 'ami-3', LaunchTemplate: { Version: '2' } })
  expect(it.lifecycles()).toEqual(['InService', 'InService'])
  expect(it.aws.DescribeInstanceRefreshes(web).InstanceRefreshes?.[0]?.Status).toBe('Successful')
})

test('a template that is deleted meanwhile leaves an instance what it shows', () => {
  const it = group()
  begin(it)
  it.timeline.advance(20)
  it.compute.templates.clear()
  it.timeline.advance(600)
  expect(it.instances()[0]?.LaunchTemplate?.Version).toBe('1')
})

test('hooks hold it before and after; it counts to the desired capacity and is not ready', () => {
  const it = group()
  for (const transition of ['LAUNCHING', 'TERMINATING'])
    it.aws.PutLifecycleHook({
      ...web,
      LifecycleHookName: transition,
      LifecycleTransition: `autoscaling:EC2_INSTANCE_${transition}`,
      HeartbeatTimeout: 60,
      DefaultResult: 'CONTINUE',
    })
  begin(it)
  it.timeline.advance(20)
  expect(it.lifecycles()[0]).toBe('ReplacingRootVolume:Wait')
  const { units, readyUnits, replacingRoot, leaving } = it.service.capacity('web')
  expect([units, readyUnits, replacingRoot, leaving]).toEqual([2, 1, 1, 0])
  expect(statesOf(it, 100)).toContain('Pending:Wait')
  it.timeline.advance(1200)
  expect(it.activities().filter(({ Description }) => Description?.startsWith('Launching'))).toHaveLength(2)
})

test('a cancelled refresh lets what has begun go on', () => {
  const it = group()
  begin(it)
  it.timeline.advance(10)
  it.aws.CancelInstanceRefresh({ ...web, WaitForTransitioningInstances: false })
  expect(it.aws.DescribeInstanceRefreshes(web).InstanceRefreshes?.[0]?.Status).toBe('Cancelled')
  expect(it.lifecycles()[0]).toBe('ReplacingRootVolume:Proceed')
  it.settle()
  expect(it.lifecycles()).toEqual(['InService', 'InService'])
})

test('an instance that EC2 takes away in between is replaced', () => {
  const it = group()
  const [id = ''] = it.ids()
  begin(it)
  it.timeline.advance(10)
  it.service.interrupt(id)
  it.timeline.advance(600)
  expect(it.ids()).not.toContain(id)
  expect(it.ids()).toHaveLength(2)
})

test.each([
  ['an override without image', policy('2', [{ InstanceType: 'm5.large' }]), /ImageId/],
  ['the version $Latest', policy('$Latest'), /\$Latest/],
  ['a type that the policy does not name', policy('2', [{ InstanceType: 'c5.large', ImageId: 'ami-3' }]), /type/],
])('%s is refused', (_, desired, text) => {
  const it = group()
  expect(refusal(() => begin(it, desired))).toMatch(text)
})
