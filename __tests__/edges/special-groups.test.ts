import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { expectPutBack, expectRolled, oldLeft, operator, run, scene, sceneOf, standing } from './fixture.ts'

takeShortcut()

describe('sizes', () => {
  test('a group of size 0 needs nothing, and gets nothing', async () => {
    const stage = scene({ size: 0 })
    const rolled = await run(stage)
    expect(rolled.result).toMatchObject({ status: 'current', changed: false })
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test.each([
    { name: 'one instance', plan: { size: 1 } },
    { name: 'max = desired', plan: { size: 3, sizes: { min: 0, max: 3 } } },
    { name: 'min = desired = max', plan: { size: 3, sizes: { min: 3, max: 3 } } },
    { name: 'min = desired = max = 1', plan: { size: 1, sizes: { min: 1, max: 1 } } },
    { name: 'min = desired', plan: { size: 2, sizes: { min: 2, max: 9 } } },
  ])('$name: rolled with room made above and taken back', async ({ plan }) => {
    const stage = scene(plan)
    expectRolled(stage, await run(stage))
    expect(stage.world.ledger.lowestReady('web')).toBe(plan.size)
    expect(stage.world.ledger.highestTotal('web')).toBe(plan.size + 1)
  })

  test('min = desired = max without surge: one leaves first, MinSize is never touched', async () => {
    const stage = scene({ size: 3, sizes: { min: 3, max: 3 } })
    expectRolled(stage, await run(stage, { surge: '0', 'max-unavailable': '1' }))
    expect(stage.world.ledger.lowestReady('web')).toBe(2)
    expect(stage.world.ledger.highestTotal('web')).toBe(3)
  })

  test('weights: the surge is one instance of the heaviest kind', async () => {
    const stage = scene({
      launch: 'mixed',
      size: 8,
      sizes: { min: 0, max: 8 },
      weights: { 't3.micro': 2, 't3.small': 4 },
    })
    const rolled = await run(stage)
    expect(rolled.result.status).toBe('rolled')
    expect(oldLeft(stage)).toEqual([])
    expect(standing(stage.world)).toEqual(stage.before)
    expect(stage.world.autoScaling.capacity('web').readyUnits).toBeGreaterThanOrEqual(8)
  })
})

describe('attached instances', () => {
  test('without a launch source count as old and are replaced', async () => {
    const stage = scene({ outdated: undefined as never, size: 2, sizes: { min: 0, max: 9 } })
    const { world } = stage
    const { Subnets } = world.ec2.operations.DescribeSubnets({
      Filters: [{ Name: 'availability-zone', Values: [`${world.region}c`] }],
    })
    const { Instances } = world.ec2.operations.RunInstances({
      ImageId: stage.group.oldImageId,
      InstanceType: 't3.micro',
      SubnetId: Subnets?.[0]?.SubnetId,
      MinCount: 1,
      MaxCount: 1,
    })
    const id = Instances?.[0]?.InstanceId ?? ''
    world.timeline.advance(300)
    operator(world).AttachInstances({ AutoScalingGroupName: 'web', InstanceIds: [id] })
    world.timeline.advance(300)
    const rolled = await run(sceneOf(world, stage.group))
    expect(rolled.result).toMatchObject({ status: 'rolled', replaced: [id] })
    expect(instanceIds(world, 'web')).toHaveLength(3)
    expect(instanceIds(world, 'web')).not.toContain(id)
  })
})

describe('target groups', () => {
  test('that no load balancer uses are not waited for', async () => {
    const stage = scene()
    const { world, group } = stage
    const { LoadBalancers } = world.balancers.v2.operations.DescribeLoadBalancers({})
    for (const { LoadBalancerArn } of LoadBalancers ?? []) {
      const { Listeners } = world.balancers.v2.operations.DescribeListeners({ LoadBalancerArn })
      for (const { ListenerArn } of Listeners ?? []) world.balancers.v2.operations.DeleteListener({ ListenerArn })
    }
    const { TargetHealthDescriptions } = world.balancers.v2.operations.DescribeTargetHealth({
      TargetGroupArn: group.targetGroupArns[0],
    })
    expect(TargetHealthDescriptions?.[0]?.TargetHealth).toMatchObject({ State: 'unused', Reason: 'Target.NotInUse' })
    const rolled = await run(stage)
    expect(rolled.result.status).toBe('rolled')
    expect(oldLeft(stage)).toEqual([])
  })
})

describe('instances in Standby', () => {
  const resting = (): ReturnType<typeof scene> => {
    const stage = scene({ size: 3, sizes: { min: 0, max: 9 } })
    operator(stage.world).EnterStandby({
      AutoScalingGroupName: 'web',
      InstanceIds: [stage.group.instanceIds[0] ?? ''],
      ShouldDecrementDesiredCapacity: true,
    })
    stage.world.timeline.advance(600)
    return sceneOf(stage.world, stage.group)
  }
  const states = (stage: ReturnType<typeof scene>): Record<string, string> => {
    const { AutoScalingGroups } = operator(stage.world).DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] })
    return Object.fromEntries(
      (AutoScalingGroups?.[0]?.Instances ?? []).map((each) => [each.InstanceId, each.LifecycleState]),
    )
  }

  test('stay where they are by default, and are told', async () => {
    const stage = resting()
    const [id = ''] = stage.group.instanceIds
    const rolled = await run(stage)
    expect(rolled.result).toMatchObject({ status: 'rolled', left: [`${id} is old but in Standby: left alone.`] })
    expect(rolled.told).toContain(`${id} is old but in Standby: left alone.`)
    expect(states(stage)[id]).toBe('Standby')
    expect(standing(stage.world)).toEqual(stage.before)
  })

  test('leave where the user says so', async () => {
    const stage = resting()
    const [id = ''] = stage.group.instanceIds
    const rolled = await run(stage, { 'standby-instances': 'replace' })
    expect(rolled.result.status).toBe('rolled')
    stage.world.timeline.advance(600)
    expect(states(stage)[id]).toBeUndefined()
    expect(standing(stage.world)).toEqual(stage.before)
  })

  test('stop the run before anything is changed where the user wants to be asked', async () => {
    const stage = resting()
    const rolled = await run(stage, { 'standby-instances': 'fail' })
    expect(rolled.result).toMatchObject({ status: 'halted', changed: false })
    expect(rolled.result.failure?.remedy).toContain('`standby-instances`')
    expect(stage.world.ledger.changes()).toEqual([])
  })
})

describe('instances protected from scale-in', () => {
  const guarded = (): ReturnType<typeof scene> => {
    const stage = scene()
    operator(stage.world).SetInstanceProtection({
      AutoScalingGroupName: 'web',
      InstanceIds: [stage.group.instanceIds[0] ?? ''],
      ProtectedFromScaleIn: true,
    })
    return stage
  }

  test('are replaced by default: nobody can scale in, but a named one leaves', async () => {
    const stage = guarded()
    expectRolled(stage, await run(stage))
  })

  test('stay where the user says so, and are told', async () => {
    const stage = guarded()
    const [id = ''] = stage.group.instanceIds
    const rolled = await run(stage, { 'protected-instances': 'ignore' })
    expect(rolled.result).toMatchObject({
      status: 'rolled',
      left: [`${id} is old but protected from scale-in: left alone.`],
    })
    expect(oldLeft(stage)).toEqual([id])
    expect(standing(stage.world)).toEqual(stage.before)
  })

  test('stop the run before anything is changed where the user wants to be asked', async () => {
    const stage = guarded()
    const rolled = await run(stage, { 'protected-instances': 'fail' })
    expect(rolled.result).toMatchObject({ status: 'halted', changed: false })
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('of a group that protects all new ones: surplus can be removed after a failure', async () => {
    const stage = scene({ settings: { NewInstancesProtectedFromScaleIn: true } })
    stage.world.behaviour.sickImages.add(stage.group.newImageId)
    const rolled = await run(stage, { 'instance-timeout': '5' })
    expectPutBack(stage, rolled)
    expect(oldLeft(stage)).toEqual(stage.group.instanceIds)
  })
})

describe('warm pools', () => {
  const pooled = (PoolState: 'Stopped' | 'Running'): ReturnType<typeof scene> => {
    const world = new SimulatedAccount()
    const group = addGroup(world, {
      name: 'web',
      size: 3,
      sizes: { min: 0, max: 6 },
      launch: 'template-latest',
      balancers: ['target-group'],
    })
    operator(world).PutWarmPool({ AutoScalingGroupName: 'web', MinSize: 2, MaxGroupPreparedCapacity: 5, PoolState })
    world.timeline.advance(900)
    const { LaunchTemplates } = world.ec2.operations.DescribeLaunchTemplates({
      LaunchTemplateNames: [...group.sourceNames],
    })
    world.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId: LaunchTemplates?.[0]?.LaunchTemplateId,
      SourceVersion: '1',
      LaunchTemplateData: { ImageId: group.newImageId },
    })
    return sceneOf(world, group)
  }
  const poolOf = (world: SimulatedAccount): readonly { readonly id: string; readonly version: string }[] =>
    (operator(world).DescribeWarmPool({ AutoScalingGroupName: 'web' }).Instances ?? []).map(
      ({ InstanceId = '', LaunchTemplate }) => ({
        id: InstanceId,
        version: LaunchTemplate?.Version ?? '',
      }),
    )

  test.each(['Stopped', 'Running'] as const)(
    '%s: old warmed instances leave before anything is launched from the pool',
    async (state) => {
      const stage = pooled(state)
      const warmed = poolOf(stage.world)
      expect(warmed).toHaveLength(2)
      const rolled = await run(stage)
      expectRolled(stage, rolled)
      const actions = rolled.result.steps.map(({ action }) => action)
      expect(actions.indexOf('discard')).toBeGreaterThan(0)
      expect(actions.indexOf('discard')).toBeLessThan(actions.indexOf('resize'))
      // No instance of the old version has entered service: each of the group is launched from the new one.
      expect(rolled.result.launched.filter((id) => warmed.some((each) => each.id === id))).toEqual([])
      stage.world.timeline.advance(900)
      expect(poolOf(stage.world).map(({ version }) => version)).toEqual(['2', '2'])
    },
  )

  test('an old pool behind a current group is renewed by itself', async () => {
    const stage = pooled('Stopped')
    await run(stage)
    const { LaunchTemplates } = stage.world.ec2.operations.DescribeLaunchTemplates({})
    stage.world.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId: LaunchTemplates?.[0]?.LaunchTemplateId,
      SourceVersion: '2',
      LaunchTemplateData: { ImageId: stage.group.newImageId },
    })
    // An operator has replaced the instances in service by hand, but not those of the pool.
    for (const InstanceId of instanceIds(stage.world, 'web'))
      stage.world.ec2.operations.TerminateInstances({ InstanceIds: [InstanceId] })
    stage.world.timeline.advance(1800)
    const rolled = await run(sceneOf(stage.world, stage.group), {}, { runId: '1001' })
    expect(rolled.failed).toBe(false)
    stage.world.timeline.advance(900)
    expect(poolOf(stage.world).map(({ version }) => version)).toEqual(['3', '3'])
    expect((await run(stage, {}, { runId: '1002' })).result.status).toBe('current')
  })

  test('who has left the pool for the group while AWS did not answer is not ended by way of EC2', async () => {
    const stage = pooled('Running')
    const { world } = stage
    const warmed = poolOf(world).map(({ id }) => id)
    const mishap = { kind: 'refusal', code: 'RequestLimitExceeded', message: 'Slow down.' } as const
    world.faults.inject({ action: 'ec2:TerminateInstances', mishap, times: 4 })
    world.timeline.after(3, () =>
      operator(world).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 5 }),
    )
    const rolled = await run(stage)
    expect(rolled.failed).toBe(false)
    expect(oldLeft(stage)).toEqual([])
    const { entries } = world.ledger
    const ended = entries.filter(({ operation, outcome }) => operation === 'TerminateInstances' && outcome === 'ok')
    expect(ended).toEqual([])
    expect(instanceIds(world, 'web').filter((id) => warmed.includes(id))).toEqual([])
  })

  test('what has waited in the pool for longer than an instance is given has all its time when it comes into service', async () => {
    const stage = pooled('Running')
    stage.world.behaviour.bootSeconds = 120
    operator(stage.world).PutLifecycleHook({
      AutoScalingGroupName: 'web',
      LifecycleHookName: 'prepare',
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
      HeartbeatTimeout: 150,
      DefaultResult: 'CONTINUE',
    })
    expectRolled(stage, await run(stage, { 'instance-timeout': '5' }))
  })

  test('a dry run shows the discarding', async () => {
    const stage = pooled('Stopped')
    const planned = await run(stage, { 'dry-run': 'true' })
    expect(planned.result.steps.map(({ action }) => action)).toContain('discard')
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('the missing right is named, and everything put back', async () => {
    const stage = pooled('Stopped')
    stage.world.faults.deny('ec2:TerminateInstances')
    const rolled = await run(stage)
    expectPutBack(stage, rolled)
    expect(rolled.result.failure?.why).toContain('ec2:TerminateInstances')
  })
})

describe('Spot', () => {
  test.each([
    { name: 'an old instance', pick: (stage: ReturnType<typeof scene>) => oldLeft(stage)[0] },
    {
      name: 'a new instance that serves',
      pick: (stage: ReturnType<typeof scene>) =>
        instanceIds(stage.world, 'web').find((id) => !stage.group.instanceIds.includes(id)),
    },
  ])('$name that AWS takes away does not stop the roll', async ({ pick }) => {
    const stage = scene({ size: 4 })
    stage.world.timeline.after(200, () => {
      const id = pick(stage)
      expect(id).toBeDefined()
      stage.world.ec2.reclaim(id ?? '')
    })
    expectRolled(stage, await run(stage))
    // The dip is not ours: beside the one that was taken nobody was missing.
    expect(stage.world.ledger.lowestReady('web')).toBe(3)
  })
})
