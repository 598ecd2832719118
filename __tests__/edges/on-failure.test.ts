import { Cancelled } from '../../src/errors.ts'
import { addGroup, instanceIds, type LaunchKind } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { expectPutBack, oldLeft, operator, run, type Scene, scene, sceneOf, standing } from './fixture.ts'

takeShortcut()

const sick = (plan: Parameters<typeof scene>[0] = {}): Scene => {
  const fixture = scene(plan)
  fixture.account.behaviour.sickImages.add(fixture.group.newImageId)
  return fixture
}

const FAST = { 'instance-timeout': '5' }

describe('on-failure: hold', () => {
  const HOLD = { ...FAST, 'on-failure': 'hold' }

  test('leaves everything as it is, reports it, and names the next steps', async () => {
    const fixture = sick()
    const rolled = await run(fixture, HOLD)
    expect(rolled.result.status).toBe('held')
    expect(rolled.failed).toBe(true)
    expect(standing(fixture.account).sizes).toEqual([0, 4, 4])
    expect(standing(fixture.account).suspended).toEqual(['AZRebalance', 'AlarmNotification', 'ScheduledActions'])
    expect(instanceIds(fixture.account, 'web')).toHaveLength(4)
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
    expect(rolled.result.left).toEqual([
      'The desired capacity should be 3 again.',
      'AZRebalance, AlarmNotification, ScheduledActions should be resumed.',
      'The saved state is still in the tags of the group: `mode: restore` puts the group back, the same mode again rolls on.',
    ])
    expect(rolled.result.failure?.remedy).toContain('Everything is left as it is for inspection.')
    expect(rolled.reported).toMatch(/HELD after/)
  })

  test('is kept by its own post step, which stays silent', async () => {
    const fixture = sick()
    const { state } = await run(fixture, HOLD)
    const held = standing(fixture.account)
    const after = await run(fixture, HOLD, { state })
    expect(after.reported.trim()).toBe('')
    expect(standing(fixture.account)).toEqual(held)
  })

  test('is kept by the post step of a main step that was killed right after', async () => {
    const fixture = sick()
    const { state } = await run(fixture, HOLD)
    const held = standing(fixture.account)
    await run(fixture, HOLD, {
      state: {
        ...state,
        run: fixture.account.autoScaling.capacity('web').tags['fleet-patch:run']?.split(' ')[0]?.split('=')[1] ?? '',
      },
    })
    expect(standing(fixture.account)).toEqual(held)
  })

  test('is ended at once by mode: restore of another run', async () => {
    const fixture = sick()
    await run(fixture, HOLD)
    const restored = await run(fixture, { mode: 'restore' }, { runId: '1001' })
    expect(restored.failed).toBe(false)
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(instanceIds(fixture.account, 'web')).toEqual(fixture.group.instanceIds)
  })

  test('is ended at once by the next roll', async () => {
    const fixture = sick()
    await run(fixture, HOLD)
    fixture.account.behaviour.sickImages.clear()
    const failed = instanceIds(fixture.account, 'web').find((id) => !fixture.group.instanceIds.includes(id)) ?? ''
    operator(fixture.account).TerminateInstanceInAutoScalingGroup({
      InstanceId: failed,
      ShouldDecrementDesiredCapacity: false,
    })
    const rolled = await run(fixture, HOLD, { runId: '1001' })
    expect(rolled.result.status).toBe('rolled')
    expect(oldLeft(fixture)).toEqual([])
    expect(standing(fixture.account)).toEqual(fixture.before)
  })

  test('is ended by the next roll, for which launches that failed before it began say nothing', async () => {
    const fixture = scene()
    const hook = { AutoScalingGroupName: 'web', LifecycleHookName: 'prepare' }
    operator(fixture.account).PutLifecycleHook({
      ...hook,
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
      HeartbeatTimeout: 60,
      DefaultResult: 'ABANDON',
    })
    const held = await run(fixture, HOLD)
    expect(held.result.status).toBe('held')
    expect(held.result.failure?.why).toContain('was abandoned')
    operator(fixture.account).DeleteLifecycleHook(hook)
    fixture.account.timeline.advance(300)
    // While a launch is outstanding AWS is asked whether one has failed.
    fixture.account.behaviour.reactionSeconds = 40
    const rolled = await run(fixture, HOLD, { runId: '1001' })
    expect(rolled.result.failure).toBeNull()
    expect(rolled.result.status).toBe('rolled')
    expect(standing(fixture.account)).toEqual(fixture.before)
  })

  test('keeps the new instances of a scale-up for inspection', async () => {
    const fixture = sick()
    const rolled = await run(fixture, { ...HOLD, mode: 'scale-up-patch' })
    expect(rolled.result.status).toBe('held')
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
    expect(fixture.account.autoScaling.capacity('web').desired).toBe(6)
    await run(fixture, { mode: 'restore' }, { runId: '1001' })
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
  })

  test('concerns only failures of new instances: a roll that ran out of time is restored', async () => {
    const fixture = scene()
    const rolled = await run(fixture, { timeout: '2', 'on-failure': 'hold' })
    expectPutBack(fixture, rolled)
  })
})

describe('on-failure: rollback', () => {
  const BACK = { ...FAST, 'on-failure': 'rollback' }
  const imagesOf = ({ account }: Scene, name = 'web'): (string | undefined)[] => {
    const { Reservations } = account.ec2.operations.DescribeInstances({ InstanceIds: [...instanceIds(account, name)] })
    return (Reservations ?? []).flatMap(({ Instances }) => Instances ?? []).map(({ ImageId }) => ImageId)
  }
  const kinds: readonly LaunchKind[] = [
    'configuration',
    'template-number',
    'template-latest',
    'template-default',
    'mixed',
  ]

  test.each(kinds)('restores the previous source of a group (%s), and keeps its old instances', async (launch) => {
    const fixture = sick({ launch })
    const rolled = await run(fixture, BACK)
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.what).toContain('was halted and is taken back to')
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
    // All launches from now on use the old image.
    operator(fixture.account).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 4 })
    fixture.account.timeline.advance(600)
    expect(imagesOf(fixture)).toEqual(Array.from({ length: 4 }, () => fixture.group.oldImageId))
  })

  test.each(kinds)('replaces new instances by old ones where some were ready (%s)', async (launch) => {
    const fixture = scene({ launch })
    // The first new ones are healthy; from then on the image is unhealthy.
    fixture.account.timeline.after(150, () => fixture.account.behaviour.sickImages.add(fixture.group.newImageId))
    const rolled = await run(fixture, BACK)
    expectPutBack(fixture, rolled)
    expect(imagesOf(fixture)).toEqual(Array.from({ length: 3 }, () => fixture.group.oldImageId))
    expect(fixture.account.ledger.highestTotal('web')).toBeLessThanOrEqual(4)
  })

  test.each([{}, { surge: '1' }])('rolls back a scale-up as well (%o)', async (inputs) => {
    const fixture = sick()
    const rolled = await run(fixture, { ...BACK, mode: 'scale-up-patch', ...inputs })
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.what).toContain('was halted and is taken back to')
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
    operator(fixture.account).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 4 })
    fixture.account.timeline.advance(600)
    expect(imagesOf(fixture)).toEqual(Array.from({ length: 4 }, () => fixture.group.oldImageId))
  })

  test('restores the versions of every template of a mixed policy', async () => {
    const fixture = sick({ launch: 'mixed-override-template', size: 4 })
    const rolled = await run(fixture, BACK)
    expectPutBack(fixture, rolled)
    const { AutoScalingGroups } = operator(fixture.account).DescribeAutoScalingGroups({
      AutoScalingGroupNames: ['web'],
    })
    const mixed = AutoScalingGroups?.[0]?.MixedInstancesPolicy?.LaunchTemplate
    expect(mixed?.LaunchTemplateSpecification?.Version).toBe('1')
  })

  test.each([
    { name: 'when both fail', slower: 0 },
    { name: 'when one fails while the other is healthy so far', slower: 8 },
  ])('takes all groups back that follow one template, $name', async ({ slower }) => {
    const account = new SimulatedAccount()
    const group = addGroup(account, { name: 'web', size: 2, launch: 'template-latest', balancers: ['target-group'] })
    const { LaunchTemplates } = account.ec2.operations.DescribeLaunchTemplates({})
    const LaunchTemplateId = LaunchTemplates?.[0]?.LaunchTemplateId
    const { AutoScalingGroups } = operator(account).DescribeAutoScalingGroups({})
    operator(account).CreateAutoScalingGroup({
      AutoScalingGroupName: 'other',
      MinSize: 0,
      MaxSize: 20,
      DesiredCapacity: 2 + slower,
      VPCZoneIdentifier: AutoScalingGroups?.[0]?.VPCZoneIdentifier,
      LaunchTemplate: { LaunchTemplateId, Version: '$Latest' },
      ...(slower === 0 && { TargetGroupARNs: [...group.targetGroupArns] }),
    })
    account.timeline.advance(300)
    account.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId,
      SourceVersion: '1',
      LaunchTemplateData: { ImageId: group.newImageId },
    })
    account.behaviour.sickImages.add(group.newImageId)
    const fixture = sceneOf(account, group)
    const rolled = await run(fixture, { ...BACK, 'auto-scaling-groups': 'web\nother' })
    expect(rolled.failed).toBe(true)
    for (const name of ['web', 'other']) {
      expect(standing(account, name)).toMatchObject({ suspended: [], memo: [] })
      expect(imagesOf(fixture, name)).toEqual(instanceIds(account, name).map(() => group.oldImageId))
    }
    // One copy for all groups.
    const [template] = account.ec2.operations.DescribeLaunchTemplates({}).LaunchTemplates ?? []
    expect(template?.LatestVersionNumber).toBe(3)
  })

  test('rolls back a dark launch that failed', async () => {
    const fixture = scene()
    fixture.account.behaviour.refuseLaunch = ({ imageId }) =>
      imageId === fixture.group.newImageId ? 'Not this image.' : undefined
    const rolled = await run(fixture, { ...BACK, mode: 'scale-up-patch', dark: 'true' })
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toContain('Not this image.')
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
  })

  test('falls back to restoring where the previous launch configuration was deleted', async () => {
    const fixture = sick({ launch: 'configuration' })
    operator(fixture.account).DeleteLaunchConfiguration({ LaunchConfigurationName: fixture.group.sourceNames[0] })
    const rolled = await run(fixture, BACK)
    expectPutBack(fixture, rolled)
    expect(rolled.result.left.join()).toMatch(/The previous launch source, web-1, was not put back\. .* not found/)
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
  })

  test('falls back to restoring where AWS refuses, and names the missing permission', async () => {
    const fixture = sick({ launch: 'template-latest' })
    fixture.account.faults.deny('ec2:CreateLaunchTemplateVersion')
    const rolled = await run(fixture, BACK)
    expectPutBack(fixture, rolled)
    expect(rolled.result.left.join()).toMatch(/was not put back\. .*ec2:CreateLaunchTemplateVersion/)
  })

  test('ends in a plain restore where the old image fails as well', async () => {
    const fixture = scene()
    fixture.account.timeline.after(150, () => {
      fixture.account.behaviour.sickImages.add(fixture.group.newImageId)
      fixture.account.behaviour.sickImages.add(fixture.group.oldImageId)
    })
    const rolled = await run(fixture, BACK)
    expectPutBack(fixture, rolled)
    expect(rolled.result.left.join()).toContain('The roll of web was halted.')
  })

  test('that is killed is continued by the next run', async () => {
    const fixture = scene()
    fixture.account.timeline.after(150, () => fixture.account.behaviour.sickImages.add(fixture.group.newImageId))
    const probe = await run(scene(), {})
    expect(probe.calls).toBeGreaterThan(20)
    const relaunched = (): boolean =>
      fixture.account.ledger.changes().some(({ operation }) => operation === 'CreateLaunchTemplateVersion')
    const cancel = new AbortController()
    const watch = (): void => {
      if (relaunched()) cancel.abort(new Cancelled())
      else fixture.account.timeline.after(1, watch)
    }
    watch()
    const killed = await run(fixture, BACK, { signal: cancel.signal })
    expect(killed.result.status).toBe('unfinished')
    const next = await run(fixture, BACK, { runId: '1001', runAttempt: '2' })
    expect(next.result.status).toBe('refused')
    fixture.account.timeline.advance(400)
    expect((await run(fixture, BACK, { runId: '1002' })).result.status).toBe('rolled')
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(imagesOf(fixture)).toEqual(Array.from({ length: 3 }, () => fixture.group.oldImageId))
  })
})
