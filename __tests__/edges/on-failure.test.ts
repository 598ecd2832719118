import { Cancelled } from '../../src/errors.ts'
import { addGroup, instanceIds, type LaunchKind } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { expectPutBack, oldLeft, operator, run, type Scene, scene, sceneOf, standing } from './fixture.ts'

takeShortcut()

const sick = (plan: Parameters<typeof scene>[0] = {}): Scene => {
  const stage = scene(plan)
  stage.world.behaviour.sickImages.add(stage.group.newImageId)
  return stage
}

const FAST = { 'instance-timeout': '5' }

describe('on-failure: hold', () => {
  const HOLD = { ...FAST, 'on-failure': 'hold' }

  test('leaves everything as it is, says what, and how to go on', async () => {
    const stage = sick()
    const rolled = await run(stage, HOLD)
    expect(rolled.result.status).toBe('held')
    expect(rolled.failed).toBe(true)
    expect(standing(stage.world).sizes).toEqual([0, 4, 4])
    expect(standing(stage.world).suspended).toEqual(['AZRebalance', 'AlarmNotification', 'ScheduledActions'])
    expect(instanceIds(stage.world, 'web')).toHaveLength(4)
    expect(oldLeft(stage)).toEqual(stage.group.instanceIds)
    expect(rolled.result.left).toEqual([
      'desired should be 3 again.',
      'AZRebalance, AlarmNotification, ScheduledActions should be resumed.',
      'The memo is still on the group; `mode: restore` puts it back, the same mode again rolls on.',
    ])
    expect(rolled.result.failure?.remedy).toContain('Everything is left as it is for inspection.')
    expect(rolled.told).toMatch(/HELD after/)
  })

  test('holds against its own post step, which stays silent', async () => {
    const stage = sick()
    const { state } = await run(stage, HOLD)
    const held = standing(stage.world)
    const after = await run(stage, HOLD, { state })
    expect(after.told.trim()).toBe('')
    expect(standing(stage.world)).toEqual(held)
  })

  test('holds against the post step of a main step that was killed right after', async () => {
    const stage = sick()
    const { state } = await run(stage, HOLD)
    const held = standing(stage.world)
    await run(stage, HOLD, {
      state: {
        ...state,
        run: stage.world.autoScaling.capacity('web').tags['fleet-patch:run']?.split(' ')[0]?.split('=')[1] ?? '',
      },
    })
    expect(standing(stage.world)).toEqual(held)
  })

  test('is ended at once by mode: restore of another run', async () => {
    const stage = sick()
    await run(stage, HOLD)
    const restored = await run(stage, { mode: 'restore' }, { runId: '1001' })
    expect(restored.failed).toBe(false)
    expect(standing(stage.world)).toEqual(stage.before)
    expect(instanceIds(stage.world, 'web')).toEqual(stage.group.instanceIds)
  })

  test('is ended at once by the next roll', async () => {
    const stage = sick()
    await run(stage, HOLD)
    stage.world.behaviour.sickImages.clear()
    const failed = instanceIds(stage.world, 'web').find((id) => !stage.group.instanceIds.includes(id)) ?? ''
    operator(stage.world).TerminateInstanceInAutoScalingGroup({
      InstanceId: failed,
      ShouldDecrementDesiredCapacity: false,
    })
    const rolled = await run(stage, HOLD, { runId: '1001' })
    expect(rolled.result.status).toBe('rolled')
    expect(oldLeft(stage)).toEqual([])
    expect(standing(stage.world)).toEqual(stage.before)
  })

  test('keeps a scaled-up half to be looked at', async () => {
    const stage = sick()
    const rolled = await run(stage, { ...HOLD, mode: 'scale-up-patch' })
    expect(rolled.result.status).toBe('held')
    expect(oldLeft(stage)).toEqual(stage.group.instanceIds)
    expect(stage.world.autoScaling.capacity('web').desired).toBe(6)
    await run(stage, { mode: 'restore' }, { runId: '1001' })
    expect(standing(stage.world)).toEqual(stage.before)
    expect(oldLeft(stage)).toEqual(stage.group.instanceIds)
  })

  test('concerns only failures of new instances: a roll that ran out of time is put back', async () => {
    const stage = scene()
    const rolled = await run(stage, { timeout: '2', 'on-failure': 'hold' })
    expectPutBack(stage, rolled)
  })
})

describe('on-failure: rollback', () => {
  const BACK = { ...FAST, 'on-failure': 'rollback' }
  const imagesOf = ({ world }: Scene, name = 'web'): (string | undefined)[] => {
    const { Reservations } = world.ec2.operations.DescribeInstances({ InstanceIds: [...instanceIds(world, name)] })
    return (Reservations ?? []).flatMap(({ Instances }) => Instances ?? []).map(({ ImageId }) => ImageId)
  }
  const kinds: readonly LaunchKind[] = [
    'configuration',
    'template-number',
    'template-latest',
    'template-default',
    'mixed',
  ]

  test.each(kinds)('puts the previous source of a group back (%s), and keeps its old instances', async (launch) => {
    const stage = sick({ launch })
    const rolled = await run(stage, BACK)
    expectPutBack(stage, rolled)
    expect(rolled.result.failure?.what).toContain('was halted and is taken back to')
    expect(oldLeft(stage)).toEqual(stage.group.instanceIds)
    // Whatever is launched from now on is of the old image.
    operator(stage.world).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 4 })
    stage.world.timeline.advance(600)
    expect(imagesOf(stage)).toEqual(Array.from({ length: 4 }, () => stage.group.oldImageId))
  })

  test.each(kinds)('replaces new instances by old ones where some had come through (%s)', async (launch) => {
    const stage = scene({ launch })
    // The first new ones are well; from then on the image is sick.
    stage.world.timeline.after(150, () => stage.world.behaviour.sickImages.add(stage.group.newImageId))
    const rolled = await run(stage, BACK)
    expectPutBack(stage, rolled)
    expect(imagesOf(stage)).toEqual(Array.from({ length: 3 }, () => stage.group.oldImageId))
    expect(stage.world.ledger.highestTotal('web')).toBeLessThanOrEqual(4)
  })

  test.each([{}, { surge: '1' }])('takes a scaled-up half back as well (%o)', async (inputs) => {
    const stage = sick()
    const rolled = await run(stage, { ...BACK, mode: 'scale-up-patch', ...inputs })
    expectPutBack(stage, rolled)
    expect(rolled.result.failure?.what).toContain('was halted and is taken back to')
    expect(oldLeft(stage)).toEqual(stage.group.instanceIds)
    operator(stage.world).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 4 })
    stage.world.timeline.advance(600)
    expect(imagesOf(stage)).toEqual(Array.from({ length: 4 }, () => stage.group.oldImageId))
  })

  test('puts the versions of every template of a mixed policy back', async () => {
    const stage = sick({ launch: 'mixed-override-template', size: 4 })
    const rolled = await run(stage, BACK)
    expectPutBack(stage, rolled)
    const { AutoScalingGroups } = operator(stage.world).DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] })
    const mixed = AutoScalingGroups?.[0]?.MixedInstancesPolicy?.LaunchTemplate
    expect(mixed?.LaunchTemplateSpecification?.Version).toBe('1')
  })

  test.each([
    { name: 'when both fail', slower: 0 },
    { name: 'when one fails while the other is well so far', slower: 8 },
  ])('takes all groups back that follow one template, $name', async ({ slower }) => {
    const world = new SimulatedAccount()
    const group = addGroup(world, { name: 'web', size: 2, launch: 'template-latest', balancers: ['target-group'] })
    const { LaunchTemplates } = world.ec2.operations.DescribeLaunchTemplates({})
    const LaunchTemplateId = LaunchTemplates?.[0]?.LaunchTemplateId
    const { AutoScalingGroups } = operator(world).DescribeAutoScalingGroups({})
    operator(world).CreateAutoScalingGroup({
      AutoScalingGroupName: 'other',
      MinSize: 0,
      MaxSize: 20,
      DesiredCapacity: 2 + slower,
      VPCZoneIdentifier: AutoScalingGroups?.[0]?.VPCZoneIdentifier,
      LaunchTemplate: { LaunchTemplateId, Version: '$Latest' },
      ...(slower === 0 && { TargetGroupARNs: [...group.targetGroupArns] }),
    })
    world.timeline.advance(300)
    world.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId,
      SourceVersion: '1',
      LaunchTemplateData: { ImageId: group.newImageId },
    })
    world.behaviour.sickImages.add(group.newImageId)
    const stage = sceneOf(world, group)
    const rolled = await run(stage, { ...BACK, 'auto-scaling-groups': 'web\nother' })
    expect(rolled.failed).toBe(true)
    for (const name of ['web', 'other']) {
      expect(standing(world, name)).toMatchObject({ suspended: [], memo: [] })
      expect(imagesOf(stage, name)).toEqual(instanceIds(world, name).map(() => group.oldImageId))
    }
    // One copy, however many groups asked for it.
    const [template] = world.ec2.operations.DescribeLaunchTemplates({}).LaunchTemplates ?? []
    expect(template?.LatestVersionNumber).toBe(3)
  })

  test('takes a half in the dark back that could not be launched', async () => {
    const stage = scene()
    stage.world.behaviour.refuseLaunch = ({ imageId }) =>
      imageId === stage.group.newImageId ? 'Not this image.' : undefined
    const rolled = await run(stage, { ...BACK, mode: 'scale-up-patch', dark: 'true' })
    expectPutBack(stage, rolled)
    expect(rolled.result.failure?.why).toContain('Not this image.')
    expect(oldLeft(stage)).toEqual(stage.group.instanceIds)
  })

  test('falls back to restoring where the previous launch configuration was deleted', async () => {
    const stage = sick({ launch: 'configuration' })
    operator(stage.world).DeleteLaunchConfiguration({ LaunchConfigurationName: stage.group.sourceNames[0] })
    const rolled = await run(stage, BACK)
    expectPutBack(stage, rolled)
    expect(rolled.result.left.join()).toMatch(/The previous launch source, web-1, was not put back\. .* not found/)
    expect(oldLeft(stage)).toEqual(stage.group.instanceIds)
  })

  test('falls back to restoring where AWS refuses, and names the right that is missing', async () => {
    const stage = sick({ launch: 'template-latest' })
    stage.world.faults.deny('ec2:CreateLaunchTemplateVersion')
    const rolled = await run(stage, BACK)
    expectPutBack(stage, rolled)
    expect(rolled.result.left.join()).toMatch(/was not put back\. .*ec2:CreateLaunchTemplateVersion/)
  })

  test('ends in a plain restore where the old image fails as well', async () => {
    const stage = scene()
    stage.world.timeline.after(150, () => {
      stage.world.behaviour.sickImages.add(stage.group.newImageId)
      stage.world.behaviour.sickImages.add(stage.group.oldImageId)
    })
    const rolled = await run(stage, BACK)
    expectPutBack(stage, rolled)
    expect(rolled.result.left.join()).toContain('The roll of web was halted.')
  })

  test('that is killed on its way is gone on with by the next run', async () => {
    const stage = scene()
    stage.world.timeline.after(150, () => stage.world.behaviour.sickImages.add(stage.group.newImageId))
    const probe = await run(scene(), {})
    expect(probe.calls).toBeGreaterThan(20)
    const relaunched = (): boolean =>
      stage.world.ledger.changes().some(({ operation }) => operation === 'CreateLaunchTemplateVersion')
    const cancel = new AbortController()
    const watch = (): void => {
      if (relaunched()) cancel.abort(new Cancelled())
      else stage.world.timeline.after(1, watch)
    }
    watch()
    const killed = await run(stage, BACK, { signal: cancel.signal })
    expect(killed.result.status).toBe('unfinished')
    const next = await run(stage, BACK, { runId: '1001', runAttempt: '2' })
    expect(next.result.status).toBe('refused')
    stage.world.timeline.advance(400)
    expect((await run(stage, BACK, { runId: '1002' })).result.status).toBe('rolled')
    expect(standing(stage.world)).toEqual(stage.before)
    expect(imagesOf(stage)).toEqual(Array.from({ length: 3 }, () => stage.group.oldImageId))
  })
})
