import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { expectPutBack, expectRolled, oldLeft, operator, run, scene, sceneOf, standing } from './fixture.ts'

takeShortcut()

describe('sizes', () => {
  test('a group of size 0 needs no change', async () => {
    const fixture = scene({ size: 0 })
    const rolled = await run(fixture)
    expect(rolled.result).toMatchObject({ status: 'current', changed: false })
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test.each([
    { name: 'one instance', plan: { size: 1 } },
    { name: 'max = desired', plan: { size: 3, sizes: { min: 0, max: 3 } } },
    { name: 'min = desired = max', plan: { size: 3, sizes: { min: 3, max: 3 } } },
    { name: 'min = desired = max = 1', plan: { size: 1, sizes: { min: 1, max: 1 } } },
    { name: 'min = desired', plan: { size: 2, sizes: { min: 2, max: 9 } } },
  ])('$name: rolled with a raised maximum, restored afterwards', async ({ plan }) => {
    const fixture = scene(plan)
    expectRolled(fixture, await run(fixture))
    expect(fixture.account.ledger.lowestReady('web')).toBe(plan.size)
    expect(fixture.account.ledger.highestTotal('web')).toBe(plan.size + 1)
  })

  test('min = desired = max without surge: one leaves first, MinSize is never touched', async () => {
    const fixture = scene({ size: 3, sizes: { min: 3, max: 3 } })
    expectRolled(fixture, await run(fixture, { surge: '0', 'max-unavailable': '1' }))
    expect(fixture.account.ledger.lowestReady('web')).toBe(2)
    expect(fixture.account.ledger.highestTotal('web')).toBe(3)
  })

  test('weights: the surge is one instance of the heaviest kind', async () => {
    const fixture = scene({
      launch: 'mixed',
      size: 8,
      sizes: { min: 0, max: 8 },
      weights: { 't3.micro': 2, 't3.small': 4 },
    })
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('rolled')
    expect(oldLeft(fixture)).toEqual([])
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(fixture.account.autoScaling.capacity('web').readyUnits).toBeGreaterThanOrEqual(8)
  })
})

describe('attached instances', () => {
  test('without a launch source count as old and are replaced', async () => {
    const fixture = scene({ outdated: undefined as never, size: 2, sizes: { min: 0, max: 9 } })
    const { account } = fixture
    const { Subnets } = account.ec2.operations.DescribeSubnets({
      Filters: [{ Name: 'availability-zone', Values: [`${account.region}c`] }],
    })
    const { Instances } = account.ec2.operations.RunInstances({
      ImageId: fixture.group.oldImageId,
      InstanceType: 't3.micro',
      SubnetId: Subnets?.[0]?.SubnetId,
      MinCount: 1,
      MaxCount: 1,
    })
    const id = Instances?.[0]?.InstanceId ?? ''
    account.timeline.advance(300)
    operator(account).AttachInstances({ AutoScalingGroupName: 'web', InstanceIds: [id] })
    account.timeline.advance(300)
    const rolled = await run(sceneOf(account, fixture.group))
    expect(rolled.result).toMatchObject({ status: 'rolled', replaced: [id] })
    expect(instanceIds(account, 'web')).toHaveLength(3)
    expect(instanceIds(account, 'web')).not.toContain(id)
  })
})

describe('target groups', () => {
  test('that no load balancer uses are not waited for', async () => {
    const fixture = scene()
    const { account, group } = fixture
    const { LoadBalancers } = account.balancers.v2.operations.DescribeLoadBalancers({})
    for (const { LoadBalancerArn } of LoadBalancers ?? []) {
      const { Listeners } = account.balancers.v2.operations.DescribeListeners({ LoadBalancerArn })
      for (const { ListenerArn } of Listeners ?? []) account.balancers.v2.operations.DeleteListener({ ListenerArn })
    }
    const { TargetHealthDescriptions } = account.balancers.v2.operations.DescribeTargetHealth({
      TargetGroupArn: group.targetGroupArns[0],
    })
    expect(TargetHealthDescriptions?.[0]?.TargetHealth).toMatchObject({ State: 'unused', Reason: 'Target.NotInUse' })
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('rolled')
    expect(oldLeft(fixture)).toEqual([])
  })
})

describe('instances in Standby', () => {
  const resting = (): ReturnType<typeof scene> => {
    const fixture = scene({ size: 3, sizes: { min: 0, max: 9 } })
    operator(fixture.account).EnterStandby({
      AutoScalingGroupName: 'web',
      InstanceIds: [fixture.group.instanceIds[0] ?? ''],
      ShouldDecrementDesiredCapacity: true,
    })
    fixture.account.timeline.advance(600)
    return sceneOf(fixture.account, fixture.group)
  }
  const states = (fixture: ReturnType<typeof scene>): Record<string, string> => {
    const { AutoScalingGroups } = operator(fixture.account).DescribeAutoScalingGroups({
      AutoScalingGroupNames: ['web'],
    })
    return Object.fromEntries(
      (AutoScalingGroups?.[0]?.Instances ?? []).map((each) => [each.InstanceId, each.LifecycleState]),
    )
  }

  test('stay by default, and are reported', async () => {
    const fixture = resting()
    const [id = ''] = fixture.group.instanceIds
    const rolled = await run(fixture)
    expect(rolled.result).toMatchObject({ status: 'rolled', left: [`${id} is old but in Standby: left alone.`] })
    expect(rolled.reported).toContain(`${id} is old but in Standby: left alone.`)
    expect(states(fixture)[id]).toBe('Standby')
    expect(standing(fixture.account)).toEqual(fixture.before)
  })

  test('leave where the input says so', async () => {
    const fixture = resting()
    const [id = ''] = fixture.group.instanceIds
    const rolled = await run(fixture, { 'standby-instances': 'replace' })
    expect(rolled.result.status).toBe('rolled')
    fixture.account.timeline.advance(600)
    expect(states(fixture)[id]).toBeUndefined()
    expect(standing(fixture.account)).toEqual(fixture.before)
  })

  test('stop the run before anything is changed where the input is `fail`', async () => {
    const fixture = resting()
    const rolled = await run(fixture, { 'standby-instances': 'fail' })
    expect(rolled.result).toMatchObject({ status: 'halted', changed: false })
    expect(rolled.result.failure?.remedy).toContain('`standby-instances`')
    expect(fixture.account.ledger.changes()).toEqual([])
  })
})

describe('instances protected from scale-in', () => {
  const guarded = (): ReturnType<typeof scene> => {
    const fixture = scene()
    operator(fixture.account).SetInstanceProtection({
      AutoScalingGroupName: 'web',
      InstanceIds: [fixture.group.instanceIds[0] ?? ''],
      ProtectedFromScaleIn: true,
    })
    return fixture
  }

  test('are replaced by default: scale-in takes none, but a named one leaves', async () => {
    const fixture = guarded()
    expectRolled(fixture, await run(fixture))
  })

  test('stay where the input says so, and are reported', async () => {
    const fixture = guarded()
    const [id = ''] = fixture.group.instanceIds
    const rolled = await run(fixture, { 'protected-instances': 'ignore' })
    expect(rolled.result).toMatchObject({
      status: 'rolled',
      left: [`${id} is old but protected from scale-in: left alone.`],
    })
    expect(oldLeft(fixture)).toEqual([id])
    expect(standing(fixture.account)).toEqual(fixture.before)
  })

  test('stop the run before anything is changed where the input is `fail`', async () => {
    const fixture = guarded()
    const rolled = await run(fixture, { 'protected-instances': 'fail' })
    expect(rolled.result).toMatchObject({ status: 'halted', changed: false })
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test.each([{}, { force: 'true' }])('are not told as old where the roll has launched them (%o)', async (inputs) => {
    const fixture = scene()
    operator(fixture.account).UpdateAutoScalingGroup({
      AutoScalingGroupName: 'web',
      NewInstancesProtectedFromScaleIn: true,
    })
    const rolled = await run(fixture, { 'protected-instances': 'ignore', ...inputs })
    expectRolled(fixture, rolled)
    expect(rolled.result.left).toEqual([])
  })

  test('of a group that protects all new ones: surplus can be removed after a failure', async () => {
    const fixture = scene({ settings: { NewInstancesProtectedFromScaleIn: true } })
    fixture.account.behaviour.sickImages.add(fixture.group.newImageId)
    const rolled = await run(fixture, { 'instance-timeout': '5' })
    expectPutBack(fixture, rolled)
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
  })
})

describe('warm pools', () => {
  const pooled = (PoolState: 'Stopped' | 'Running'): ReturnType<typeof scene> => {
    const account = new SimulatedAccount()
    const group = addGroup(account, {
      name: 'web',
      size: 3,
      sizes: { min: 0, max: 6 },
      launch: 'template-latest',
      balancers: ['target-group'],
    })
    operator(account).PutWarmPool({ AutoScalingGroupName: 'web', MinSize: 2, MaxGroupPreparedCapacity: 5, PoolState })
    account.timeline.advance(900)
    const { LaunchTemplates } = account.ec2.operations.DescribeLaunchTemplates({
      LaunchTemplateNames: [...group.sourceNames],
    })
    account.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId: LaunchTemplates?.[0]?.LaunchTemplateId,
      SourceVersion: '1',
      LaunchTemplateData: { ImageId: group.newImageId },
    })
    return sceneOf(account, group)
  }
  const poolOf = (account: SimulatedAccount): readonly { readonly id: string; readonly version: string }[] =>
    (operator(account).DescribeWarmPool({ AutoScalingGroupName: 'web' }).Instances ?? []).map(
      ({ InstanceId = '', LaunchTemplate }) => ({
        id: InstanceId,
        version: LaunchTemplate?.Version ?? '',
      }),
    )

  test.each(['Stopped', 'Running'] as const)(
    '%s: old instances of the pool leave before anything is launched from it',
    async (state) => {
      const fixture = pooled(state)
      const warmed = poolOf(fixture.account)
      expect(warmed).toHaveLength(2)
      const rolled = await run(fixture)
      expectRolled(fixture, rolled)
      const actions = rolled.result.steps.map(({ action }) => action)
      expect(actions.indexOf('discard')).toBeGreaterThan(0)
      expect(actions.indexOf('discard')).toBeLessThan(actions.indexOf('resize'))
      // No instance of the old version has entered service: each of the group is launched from the new one.
      expect(rolled.result.launched.filter((id) => warmed.some((each) => each.id === id))).toEqual([])
      fixture.account.timeline.advance(900)
      expect(poolOf(fixture.account).map(({ version }) => version)).toEqual(['2', '2'])
    },
  )

  test('an old pool of a current group is replaced', async () => {
    const fixture = pooled('Stopped')
    await run(fixture)
    const { LaunchTemplates } = fixture.account.ec2.operations.DescribeLaunchTemplates({})
    fixture.account.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId: LaunchTemplates?.[0]?.LaunchTemplateId,
      SourceVersion: '2',
      LaunchTemplateData: { ImageId: fixture.group.newImageId },
    })
    // An operator has replaced the instances in service, but not those of the pool.
    for (const InstanceId of instanceIds(fixture.account, 'web'))
      fixture.account.ec2.operations.TerminateInstances({ InstanceIds: [InstanceId] })
    fixture.account.timeline.advance(1800)
    const rolled = await run(sceneOf(fixture.account, fixture.group), {}, { runId: '1001' })
    expect(rolled.failed).toBe(false)
    fixture.account.timeline.advance(900)
    expect(poolOf(fixture.account).map(({ version }) => version)).toEqual(['3', '3'])
    expect((await run(fixture, {}, { runId: '1002' })).result.status).toBe('current')
  })

  test('an instance that left the pool for the group while AWS did not answer is not terminated through EC2', async () => {
    const fixture = pooled('Running')
    const { account } = fixture
    const warmed = poolOf(account).map(({ id }) => id)
    const fault = { kind: 'refusal', code: 'RequestLimitExceeded', message: 'Slow down.' } as const
    account.faults.inject({ action: 'ec2:TerminateInstances', fault, times: 4 })
    account.timeline.after(3, () =>
      operator(account).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 5 }),
    )
    const rolled = await run(fixture)
    expect(rolled.failed).toBe(false)
    expect(oldLeft(fixture)).toEqual([])
    const { entries } = account.ledger
    const ended = entries.filter(({ operation, outcome }) => operation === 'TerminateInstances' && outcome === 'ok')
    expect(ended).toEqual([])
    expect(instanceIds(account, 'web').filter((id) => warmed.includes(id))).toEqual([])
  })

  test('an instance that was in the pool for longer than the instance timeout has the full timeout when it comes into service', async () => {
    const fixture = pooled('Running')
    fixture.account.behaviour.bootSeconds = 120
    operator(fixture.account).PutLifecycleHook({
      AutoScalingGroupName: 'web',
      LifecycleHookName: 'prepare',
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
      HeartbeatTimeout: 150,
      DefaultResult: 'CONTINUE',
    })
    expectRolled(fixture, await run(fixture, { 'instance-timeout': '5' }))
  })

  test('a dry run shows the terminations in the pool', async () => {
    const fixture = pooled('Stopped')
    const planned = await run(fixture, { 'dry-run': 'true' })
    expect(planned.result.steps.map(({ action }) => action)).toContain('discard')
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('the missing permission is named, and everything restored', async () => {
    const fixture = pooled('Stopped')
    fixture.account.faults.deny('ec2:TerminateInstances')
    const rolled = await run(fixture)
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toContain('ec2:TerminateInstances')
  })
})

describe('Spot', () => {
  test.each([
    { name: 'an old instance', pick: (fixture: ReturnType<typeof scene>) => oldLeft(fixture)[0] },
    {
      name: 'a new instance that serves',
      pick: (fixture: ReturnType<typeof scene>) =>
        instanceIds(fixture.account, 'web').find((id) => !fixture.group.instanceIds.includes(id)),
    },
  ])('$name that AWS takes away does not stop the roll', async ({ pick }) => {
    const fixture = scene({ size: 4 })
    fixture.account.timeline.after(200, () => {
      const id = pick(fixture)
      expect(id).toBeDefined()
      fixture.account.ec2.reclaim(id ?? '')
    })
    expectRolled(fixture, await run(fixture))
    // The dip is not caused by the run: only the interrupted instance was missing.
    expect(fixture.account.ledger.lowestReady('web')).toBe(3)
  })
})
