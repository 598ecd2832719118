import type {
  InstanceRefresh,
  RefreshPreferences,
  StartInstanceRefreshCommandInput,
} from '@aws-sdk/client-auto-scaling'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { fixture, refusal, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const
const toSecond = { DesiredConfiguration: { LaunchTemplate: { LaunchTemplateName: 'web', Version: '2' } } } as const

/** A group of three that has come up, in zones `a` and `b`. */
function running(input: Parameters<Fixture['create']>[0] = {}): Fixture {
  const it = fixture()
  it.create({ DesiredCapacity: 3, ...input })
  it.settle()
  return it
}

const start = (it: Fixture, Preferences: RefreshPreferences = {}, more: Partial<StartInstanceRefreshCommandInput> = {}) =>
  it.aws.StartInstanceRefresh({ ...web, Preferences, ...more }) // prettier-ignore

const seen = (it: Fixture): InstanceRefresh => it.aws.DescribeInstanceRefreshes(web).InstanceRefreshes?.[0] ?? {}
const versions = (it: Fixture): string => it.instances().map(({ LaunchTemplate }) => LaunchTemplate?.Version ?? '').toSorted((one, other) => Number(one) - Number(other)).join('') // prettier-ignore

/** The fewest instances in service from now on, and the most that counted to the capacity. */
function range(it: Fixture, seconds: number): { least: number; most: number } {
  const found = { least: Infinity, most: 0 }
  for (let second = 0; second < seconds; second++) {
    it.timeline.advance(1)
    const { inService, units } = it.service.capacity('web')
    found.least = Math.min(found.least, inService)
    found.most = Math.max(found.most, units)
  }
  return found
}

describe('how many instances a refresh replaces at a time', () => {
  test.each([
    { name: 'by default one of three, and none is launched first', preferences: {}, least: 2, most: 3 },
    { name: 'as many as the minimum percentage allows', preferences: { MinHealthyPercentage: 33 }, least: 1, most: 3 },
    { name: 'none before a new one serves, with a maximum above 100 %', preferences: { MinHealthyPercentage: 100, MaxHealthyPercentage: 134 }, least: 3, most: 4 },
    { name: 'none before a new one serves, with an explicit maximum that allows no other way', preferences: { MinHealthyPercentage: 100, MaxHealthyPercentage: 100 }, least: 3, most: 4 },
    { name: 'all at once with a minimum of 0', preferences: { MinHealthyPercentage: 0 }, least: 0, most: 3 },
  ])('$name', ({ preferences, least, most }) => {
    const it = running()
    const before = it.ids()
    start(it, preferences)
    expect(range(it, 900)).toEqual({ least, most })
    expect(seen(it).Status).toBe('Successful')
    expect(it.ids().filter((id) => before.includes(id))).toEqual([])
  }) // prettier-ignore

  test('the percentages come from the maintenance policy where they are not given', () => {
    const it = running({ InstanceMaintenancePolicy: { MinHealthyPercentage: 100, MaxHealthyPercentage: 140 } })
    start(it)
    expect(seen(it).Preferences).toMatchObject({ MinHealthyPercentage: 100, MaxHealthyPercentage: 140 })
    expect(range(it, 900)).toEqual({ least: 3, most: 4 })
  })

  test('capacity counts in the weights of a mixed group', () => {
    const it = fixture()
    const Overrides = [{ InstanceType: 'm5.large', WeightedCapacity: '4' }] as const
    const LaunchTemplateSpecification = { LaunchTemplateName: 'web', Version: '1' }
    it.create({
      DesiredCapacity: 8,
      MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification, Overrides: [...Overrides] } },
    })
    it.settle()
    start(it, { MinHealthyPercentage: 50 })
    expect(range(it, 600)).toEqual({ least: 1, most: 8 })
    expect(seen(it).Status).toBe('Successful')
  })

  test('an instance that warms up does not count to the minimum', () => {
    const it = running({ DesiredCapacity: 2, DefaultInstanceWarmup: 100 })
    start(it, { InstanceWarmup: 300 })
    it.timeline.advance(300)
    expect([versions(it), seen(it).PercentageComplete, seen(it).InstancesToUpdate]).toEqual(['11', 0, 2])
    expect(seen(it).StatusReason).toMatch(/^Waiting for instances to warm up before continuing. For example: i-\d+ is warming up.$/) // prettier-ignore
    it.timeline.advance(300)
    expect(seen(it)).toMatchObject({ PercentageComplete: 50, InstancesToUpdate: 1 })
    it.timeline.advance(500)
    expect(seen(it).Status).toBe('Successful')
  })

  test.each([
    { name: 'the group’s default warmup', settings: { DefaultInstanceWarmup: 200, HealthCheckGracePeriod: 700 }, lasts: 200 },
    { name: 'its grace period', settings: { HealthCheckGracePeriod: 400 }, lasts: 400 },
  ])('without a warmup of its own $name counts', ({ settings, lasts }) => {
    const it = running({ DesiredCapacity: 1, ...settings })
    it.timeline.advance(1000)
    start(it)
    it.timeline.advance(60 + lasts)
    expect(seen(it).Status).toBe('InProgress')
    it.timeline.advance(40)
    expect(seen(it).Status).toBe('Successful')
  }) // prettier-ignore

  test('the fullest zone and the termination policies name who leaves first', () => {
    const it = running({ DesiredCapacity: 2, TerminationPolicies: ['NewestInstance'] })
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 3 })
    it.settle()
    const newest = it.ids().at(-1)
    const fullest = it.instances().filter(({ AvailabilityZone }) => AvailabilityZone === 'eu-west-1a')
    start(it)
    it.timeline.advance(8)
    const left = it.instances().find(({ LifecycleState }) => LifecycleState === 'Terminating')
    expect(fullest.map(({ InstanceId }) => InstanceId)).toContain(newest)
    expect(left?.InstanceId).toBe(newest)
  })

  test.each([
    { name: 'two zones', zones: ['a', 'b'] },
    { name: 'three', zones: ['a', 'b', 'c'] },
  ])('$name are as even at its end as they can be, so that nothing more is launched to balance them', ({ zones }) => {
    for (const size of [2, 3, 4, 6, 9, 10, 13])
      for (const MaxHealthyPercentage of [110, 140]) {
        const account = new SimulatedAccount({ behaviour: { reactionSeconds: 5 } })
        addGroup(account, { name: 'web', size, zones, outdated: true })
        account.ledger.clear()
        const Preferences = { MinHealthyPercentage: 100, MaxHealthyPercentage, InstanceWarmup: 0 }
        account.autoScaling.operations.StartInstanceRefresh({ ...web, Preferences })
        account.timeline.advance(size * 600)
        const spread = Object.values(account.autoScaling.capacity('web').zones)
        expect([account.ledger.launches('web').length, Math.max(...spread) - Math.min(...spread) <= 1]).toEqual([size, true])
      }
  }) // prettier-ignore
})

describe('what a refresh leaves alone', () => {
  const guard = (it: Fixture, id = ''): void =>
    void it.aws.SetInstanceProtection({ ...web, InstanceIds: [id], ProtectedFromScaleIn: true })
  const stand = (it: Fixture, id = ''): void => {
    it.aws.EnterStandby({ ...web, InstanceIds: [id], ShouldDecrementDesiredCapacity: true })
    it.settle()
  }

  test.each([
    { wish: 'Wait', ends: 'Failed', stays: true },
    { wish: 'Ignore', ends: 'Successful', stays: true },
    { wish: 'Refresh', ends: 'Successful', stays: false },
  ] as const)('a protected instance with $wish: $ends', ({ wish, ends, stays }) => {
    const it = running()
    const [id = ''] = it.ids()
    guard(it, id)
    start(it, { ScaleInProtectedInstances: wish })
    expect(seen(it).InstancesToUpdate).toBe(wish === 'Ignore' ? 2 : 3)
    it.timeline.advance(4500)
    expect([seen(it).Status, it.ids().includes(id)]).toEqual([ends, stays])
    expect(seen(it).StatusReason).toBe(ends === 'Failed' ? `Instances are protected from scale in: ${id}.` : undefined)
  })

  test('with Wait it goes on once the protection is removed', () => {
    const it = running()
    const [id = ''] = it.ids()
    guard(it, id)
    start(it)
    it.timeline.advance(3000)
    it.aws.SetInstanceProtection({ ...web, InstanceIds: [id], ProtectedFromScaleIn: false })
    it.timeline.advance(600)
    expect([seen(it).Status, it.ids().includes(id)]).toEqual(['Successful', false])
  })

  test.each([
    { wish: 'Wait', ends: 'Failed', stays: true },
    { wish: 'Ignore', ends: 'Successful', stays: true },
    { wish: 'Terminate', ends: 'Successful', stays: false },
  ] as const)('an instance in Standby with $wish: $ends', ({ wish, ends, stays }) => {
    const it = running()
    const [id = ''] = it.ids()
    stand(it, id)
    start(it, { StandbyInstances: wish })
    it.timeline.advance(4500)
    expect([seen(it).Status, it.ids().includes(id)]).toEqual([ends, stays])
    expect(seen(it).StatusReason).toBe(ends === 'Failed' ? `Instances are in Standby: ${id}.` : undefined)
  })

  test('with Ignore one that enters Standby meanwhile is left alone', () => {
    const it = running({ DefaultInstanceWarmup: 600 })
    it.timeline.advance(600)
    const [, , id = ''] = it.ids()
    start(it, { StandbyInstances: 'Ignore' })
    it.timeline.advance(20)
    stand(it, id)
    it.timeline.advance(2000)
    expect([seen(it).Status, it.ids().includes(id)]).toEqual(['Successful', true])
  })

  test('with Wait one that returns from Standby is replaced', () => {
    const it = running()
    const [id = ''] = it.ids()
    stand(it, id)
    start(it)
    it.timeline.advance(2000)
    it.aws.ExitStandby({ ...web, InstanceIds: [id] })
    it.timeline.advance(800)
    expect([seen(it).Status, it.ids().includes(id)]).toEqual(['Successful', false])
  })

  test('skip matching compares template, version and type, and looks $Latest up again', () => {
    const it = running({ DesiredCapacity: 2, LaunchTemplate: { LaunchTemplateName: 'web', Version: '$Latest' } })
    expect(versions(it)).toBe('22')
    start(it, { SkipMatching: true, InstanceWarmup: 500 }, { DesiredConfiguration: { LaunchTemplate: { LaunchTemplateName: 'web', Version: '$Latest' } } })
    it.compute.templates.get('web')?.versions.push({ imageId: 'ami-3', instanceType: 'm5.large' })
    it.timeline.advance(3000)
    expect([versions(it), seen(it).Status]).toEqual(['33', 'Successful'])
  }) // prettier-ignore

  test('skip matching skips an instance of a version only with a type of the source', () => {
    const it = running({ DesiredCapacity: 1 })
    const policy = (InstanceType: 'm5.large' | 'c5.large') => ({
      MixedInstancesPolicy: {
        LaunchTemplate: {
          LaunchTemplateSpecification: { LaunchTemplateName: 'web', Version: '1' },
          Overrides: [{ InstanceType }],
        },
      },
    })
    start(it, { SkipMatching: true }, { DesiredConfiguration: policy('m5.large') })
    expect(seen(it).InstancesToUpdate).toBe(0)
    it.settle()
    start(it, { SkipMatching: true }, { DesiredConfiguration: policy('c5.large') })
    expect(seen(it).InstancesToUpdate).toBe(1)
  })
})

describe('the warm pool', () => {
  test('is replaced too, and its progress is told apart', () => {
    const it = running({ DesiredCapacity: 2, MaxSize: 4 })
    it.aws.PutWarmPool(web)
    it.settle()
    const pooled = (): string[] => (it.aws.DescribeWarmPool(web).Instances ?? []).map(({ LaunchTemplate }) => LaunchTemplate?.Version ?? '') // prettier-ignore
    expect(pooled()).toEqual(['1', '1'])
    start(it, {}, toSecond)
    expect(seen(it).InstancesToUpdate).toBe(4)
    it.timeline.advance(120)
    expect(seen(it).ProgressDetails).toEqual({
      LivePoolProgress: { PercentageComplete: 50, InstancesToUpdate: 1 },
      WarmPoolProgress: { PercentageComplete: 0, InstancesToUpdate: 2 },
    })
    it.timeline.advance(1200)
    expect([versions(it), pooled(), seen(it).Status]).toEqual(['22', ['2', '2'], 'Successful'])
    expect(seen(it).ProgressDetails).toEqual({
      LivePoolProgress: { PercentageComplete: 100, InstancesToUpdate: 0 },
      WarmPoolProgress: { PercentageComplete: 100, InstancesToUpdate: 0 },
    })
  })
})

describe('checkpoints', () => {
  test('hold after so many replacements have warmed up, and go on after the delay', () => {
    const it = running({ DesiredCapacity: 4 })
    start(it, { MinHealthyPercentage: 50, CheckpointPercentages: [25, 100], CheckpointDelay: 600 }, toSecond)
    it.timeline.advance(400)
    expect([versions(it), seen(it).PercentageComplete]).toEqual(['1112', 25])
    expect(seen(it).StatusReason).toBe('Checkpoint 25% was reached. Waiting 600 seconds before continuing.')
    it.timeline.advance(250)
    expect(versions(it)).toBe('1112')
    it.timeline.advance(500)
    expect([versions(it), seen(it).Status]).toEqual(['2222', 'Successful'])
  })

  test('the delay is an hour unless given', () => {
    const it = running({ DesiredCapacity: 2 })
    start(it, { CheckpointPercentages: [50, 100] })
    expect(seen(it).Preferences?.CheckpointDelay).toBe(3600)
    it.timeline.advance(3600)
    expect(seen(it).PercentageComplete).toBe(50)
    it.timeline.advance(400)
    expect(seen(it).Status).toBe('Successful')
  })

  test('the last one ends the refresh, also below 100 %', () => {
    const it = running({ DesiredCapacity: 4 })
    start(it, { CheckpointPercentages: [50] }, toSecond)
    it.timeline.advance(800)
    expect([versions(it), seen(it).Status, seen(it).PercentageComplete]).toEqual(['1122', 'Successful', 50])
  })

  test('those that are passed together are skipped', () => {
    const it = running({ DesiredCapacity: 2 })
    start(it, { CheckpointPercentages: [10, 40, 100], CheckpointDelay: 600 })
    it.timeline.advance(400)
    expect(seen(it).StatusReason).toContain('Checkpoint 40%')
    it.timeline.advance(800)
    expect(seen(it).Status).toBe('Successful')
  })

  test('an empty list leaves the refresh in Pending until it is cancelled', () => {
    const it = running()
    start(it, { CheckpointPercentages: [] })
    it.timeline.advance(8000)
    expect(seen(it).Status).toBe('Pending')
    it.aws.CancelInstanceRefresh(web)
    it.settle()
    expect(seen(it).Status).toBe('Cancelled')
  })
})

describe('the end of a refresh', () => {
  test('with a bake time it bakes first, and the group keeps its template meanwhile', () => {
    const it = running({ DesiredCapacity: 1 })
    start(it, { BakeTime: 600 }, toSecond)
    it.timeline.advance(400)
    expect([seen(it).Status, versions(it), it.group().LaunchTemplate?.Version]).toEqual(['Baking', '2', '1'])
    it.timeline.advance(600)
    expect([seen(it).Status, it.group().LaunchTemplate?.Version]).toEqual(['Successful', '2'])
  })

  test('launches that fail for an hour fail it, and the group keeps its template', () => {
    const it = running()
    it.behaviour.refuseLaunch = ({ imageId }) => (imageId === 'ami-2' ? 'No such capacity.' : undefined)
    start(it, {}, toSecond)
    it.timeline.advance(3500)
    expect(seen(it).Status).toBe('InProgress')
    it.timeline.advance(300)
    expect(seen(it)).toMatchObject({ Status: 'Failed', StatusReason: expect.stringContaining('desired capacity was not reached within an hour') }) // prettier-ignore
    expect(it.group().LaunchTemplate?.Version).toBe('1')
  })

  test('instances that never turn healthy fail it after an hour', () => {
    const it = running({ TargetGroupARNs: ['tg'], HealthCheckType: 'ELB', HealthCheckGracePeriod: 86_400, DesiredCapacity: 2 })
    const register = it.balancing.register.bind(it.balancing)
    it.balancing.register = (name, id) => (it.balancing.sick.add(id), register(name, id))
    start(it, { InstanceWarmup: 0 }, toSecond)
    it.timeline.advance(5000)
    expect([seen(it).Status, versions(it), seen(it).PercentageComplete]).toEqual(['Failed', '12', 0])
    expect(seen(it).StatusReason).toMatch(/^Instances did not become healthy within an hour: i-/)
  }) // prettier-ignore

  test('suspending InstanceRefresh stops the hour as well, suspending Launch does not', () => {
    const paused = running()
    start(paused)
    paused.aws.SuspendProcesses({ ...web, ScalingProcesses: ['InstanceRefresh'] })
    paused.timeline.advance(8000)
    expect(seen(paused).Status).toBe('Pending')
    const held = running()
    held.aws.SuspendProcesses({ ...web, ScalingProcesses: ['Launch'] })
    start(held)
    held.timeline.advance(4000)
    expect([seen(held).Status, held.ids().length]).toEqual(['Failed', 3])
  })

  test.each([
    {
      name: 'an alarm that goes off in between',
      state: 'ALARM',
      ends: 'Failed',
      reason: 'The CloudWatch alarm errors is in the ALARM state.',
    },
    { name: 'one that stays quiet', state: 'OK', ends: 'Successful', reason: undefined },
  ])('$name ends it as $ends', ({ state, ends, reason }) => {
    const it = running()
    let now = 'OK'
    it.service.alarms = { ...it.service.alarms, stateOf: (name) => (name === 'errors' ? now : undefined) }
    start(it, { AlarmSpecification: { Alarms: ['errors'] }, CheckpointPercentages: [30, 100], CheckpointDelay: 900 })
    it.timeline.advance(300)
    now = state
    it.timeline.advance(2000)
    expect(seen(it).Status).toBe(ends)
    expect(seen(it).StatusReason).toBe(reason)
  })

  test('without waiting it is cancelled at once, in the middle of a replacement', () => {
    const it = running()
    start(it)
    it.timeline.advance(10)
    it.aws.CancelInstanceRefresh({ ...web, WaitForTransitioningInstances: false })
    expect(seen(it)).toMatchObject({ Status: 'Cancelled', StatusReason: 'Cancelled due to user request.' })
  })

  test('refreshes are described newest first, for six weeks', () => {
    const it = running({ DesiredCapacity: 0 })
    const first = start(it).InstanceRefreshId
    it.timeline.advance(86_400)
    const second = start(it).InstanceRefreshId
    const listed = () => it.aws.DescribeInstanceRefreshes(web).InstanceRefreshes?.map(({ InstanceRefreshId }) => InstanceRefreshId) // prettier-ignore
    expect(listed()).toEqual([second, first])
    it.timeline.advance(41.5 * 86_400)
    expect(listed()).toEqual([second])
  })
})

describe('in a whole account', () => {
  const account = () => new SimulatedAccount({ behaviour: { reactionSeconds: 5, statusCheckSeconds: 300 } })

  test('an instance is not available before EC2’s status checks have passed', () => {
    const it = account()
    const { autoScaling, timeline } = it
    addGroup(it, { name: 'web', size: 1 })
    timeline.advance(600)
    autoScaling.operations.StartInstanceRefresh(web)
    timeline.advance(200)
    const now = () => autoScaling.operations.DescribeInstanceRefreshes(web).InstanceRefreshes?.[0]
    expect(now()?.StatusReason).toMatch(/^Waiting for remaining instances to be available. For example: i-\w+ has insufficient data to evaluate its health with Amazon EC2.$/) // prettier-ignore
    timeline.advance(300)
    expect(now()?.Status).toBe('Successful')
  })

  test('the alarms are CloudWatch’s', () => {
    const it = account()
    addGroup(it, { name: 'web', size: 2 })
    it.timeline.advance(600)
    const begin = () => it.autoScaling.operations.StartInstanceRefresh({ ...web, Preferences: { AlarmSpecification: { Alarms: ['errors'] } } }) // prettier-ignore
    expect(refusal(begin)).toBe('ValidationError: The CloudWatch alarm errors does not exist.')
    it.cloudWatch.operations.PutMetricAlarm({ AlarmName: 'errors', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1 }) // prettier-ignore
    begin()
    it.timeline.advance(100)
    it.cloudWatch.operations.SetAlarmState({ AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'test' })
    it.timeline.advance(30)
    expect(it.autoScaling.operations.DescribeInstanceRefreshes(web).InstanceRefreshes?.[0]?.Status).toBe('Failed')
  })
})

describe('a rollback', () => {
  test('replaces only what the refresh has brought, and its percentage goes back to 0', () => {
    const it = running()
    const before = it.ids()
    start(it, { CheckpointPercentages: [30, 100] }, toSecond)
    it.timeline.advance(400)
    expect(versions(it)).toBe('112')
    const id = it.aws.RollbackInstanceRefresh(web).InstanceRefreshId
    expect(seen(it)).toMatchObject({
      InstanceRefreshId: id,
      Status: 'RollbackInProgress',
      RollbackDetails: { PercentageCompleteOnRollback: 33, InstancesToUpdateOnRollback: 2 },
    })
    it.timeline.advance(400)
    expect(seen(it)).toMatchObject({ Status: 'RollbackSuccessful', PercentageComplete: 0, InstancesToUpdate: 2 })
    expect([versions(it), it.group().LaunchTemplate?.Version]).toEqual(['111', '1'])
    expect(it.ids().filter((one) => before.includes(one))).toHaveLength(2)
  })

  test('comes by itself with AutoRollback when the refresh fails', () => {
    const it = running()
    it.behaviour.refuseLaunch = ({ imageId }) => (imageId === 'ami-2' ? 'No such capacity.' : undefined)
    start(it, { AutoRollback: true }, toSecond)
    it.timeline.advance(3700)
    expect(seen(it)).toMatchObject({
      Status: 'RollbackInProgress',
      RollbackDetails: { RollbackReason: expect.stringContaining('not reached within an hour') },
    })
    it.timeline.advance(1200)
    expect([seen(it).Status, versions(it)]).toEqual(['RollbackSuccessful', '111'])
  })

  test('fails after an hour as well', () => {
    const it = running()
    start(it, { CheckpointPercentages: [30, 100] }, toSecond)
    it.timeline.advance(400)
    it.behaviour.refuseLaunch = () => 'No such capacity.'
    it.aws.RollbackInstanceRefresh(web)
    it.timeline.advance(4000)
    expect(seen(it).Status).toBe('RollbackFailed')
  })

  test.each([
    { name: 'no refresh', begin: () => undefined, says: 'ActiveInstanceRefreshNotFound: No in progress or pending Instance Refresh found for Auto Scaling group web' },
    { name: 'one without a desired configuration', begin: (it: Fixture) => start(it), says: 'IrreversibleInstanceRefresh: The instance refresh cannot be rolled back: it has no desired configuration.' },
    { name: 'one of a group on $Latest', begin: (it: Fixture) => (it.aws.UpdateAutoScalingGroup({ ...web, LaunchTemplate: { LaunchTemplateName: 'web', Version: '$Latest' } }), start(it, {}, toSecond)), says: 'IrreversibleInstanceRefresh: The instance refresh cannot be rolled back: the Auto Scaling group uses the $Latest or $Default version of its launch template.' },
    { name: 'one of a group whose image is a parameter', begin: (it: Fixture) => (it.compute.template('alias', { imageId: 'resolve:ssm:/image' }), it.aws.UpdateAutoScalingGroup({ ...web, LaunchTemplate: { LaunchTemplateName: 'alias', Version: '1' } }), start(it, {}, toSecond)), says: 'IrreversibleInstanceRefresh: The instance refresh cannot be rolled back: the launch template of the Auto Scaling group uses an AWS Systems Manager parameter instead of an AMI ID.' },
  ])('is refused: $name', ({ begin, says }) => {
    const it = running()
    begin(it)
    expect(refusal(() => it.aws.RollbackInstanceRefresh(web))).toBe(says)
  }) // prettier-ignore
})

describe('a refresh is refused', () => {
  const requirements = {
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateName: 'web', Version: '1' },
        Overrides: [{ InstanceRequirements: { VCpuCount: { Min: 2 }, MemoryMiB: { Min: 1024 } } }],
      },
    },
  }
  const constraint = (value: string, at: string, rule: string): string => `ValidationError: 1 validation error detected: Value '${value}' at 'preferences.${at}' failed to satisfy constraint: ${rule}` // prettier-ignore
  test.each([
    { name: 'rollback without a configuration', preferences: { AutoRollback: true }, more: {}, says: "ValidationError: The request isn't valid. The AutoRollback parameter cannot be set to true when the DesiredConfiguration parameter is empty. Set AutoRollback to false or specify a desired configuration and try again." },
    { name: 'checkpoints out of order', preferences: { CheckpointPercentages: [50, 20] }, more: {}, says: 'ValidationError: CheckpointPercentages must be unique and in ascending order.' },
    { name: 'a checkpoint at 0 %', preferences: { CheckpointPercentages: [0] }, more: {}, says: constraint('[0]', 'checkpointPercentages', 'Member must satisfy constraint: [Member must have value less than or equal to 100, Member must have value greater than or equal to 1]') },
    { name: 'a delay without checkpoints', preferences: { CheckpointDelay: 5 }, more: {}, says: 'ValidationError: CheckpointPercentages must be specified with CheckpointDelay.' },
    { name: 'a delay of more than two days', preferences: { CheckpointPercentages: [100], CheckpointDelay: 172_801 }, more: {}, says: constraint('172801', 'checkpointDelay', 'Member must have value less than or equal to 172800') },
    { name: 'baking for more than two days', preferences: { BakeTime: 172_801 }, more: {}, says: constraint('172801', 'bakeTime', 'Member must have value less than or equal to 172800') },
    { name: 'a maximum without a minimum', preferences: { MaxHealthyPercentage: 110 }, more: {}, says: 'ValidationError: MinHealthyPercentage must be specified with MaxHealthyPercentage.' },
    { name: 'percentages more than 100 apart', preferences: { MinHealthyPercentage: 50, MaxHealthyPercentage: 160 }, more: {}, says: 'ValidationError: The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be greater than 100.' },
    { name: 'an alarm that does not exist', preferences: { AlarmSpecification: { Alarms: ['none'] } }, more: {}, says: 'ValidationError: The CloudWatch alarm none does not exist.' },
    { name: 'a wish for protected instances that is none', preferences: { ScaleInProtectedInstances: 'Terminate' as 'Wait' }, more: {}, says: constraint('Terminate', 'scaleInProtectedInstances', 'Member must satisfy enum value set: [Refresh, Ignore, Wait]') },
    { name: 'a wish for instances in Standby that is none', preferences: { StandbyInstances: 'Refresh' as 'Wait' }, more: {}, says: constraint('Refresh', 'standbyInstances', 'Member must satisfy enum value set: [Terminate, Ignore, Wait]') },
    { name: 'a desired configuration that is chosen by attributes', preferences: {}, more: { DesiredConfiguration: requirements }, says: 'ValidationError: A desired configuration is not supported with attribute-based instance type selection.' },
  ])('with $name', ({ preferences, more, says }) => {
    expect(refusal(() => start(running(), preferences, more))).toBe(says)
  }) // prettier-ignore

  test('with rollback where the group could not be put back', () => {
    const it = running({ LaunchTemplate: { LaunchTemplateName: 'web', Version: '$Default' } })
    expect(refusal(() => start(it, { AutoRollback: true }, toSecond))).toBe(
      'ValidationError: The AutoRollback parameter cannot be set to true: the Auto Scaling group uses the $Latest or $Default version of its launch template.',
    )
  })

  test('with skip matching in a group whose types are chosen by attributes', () => {
    expect(refusal(() => start(running(requirements), { SkipMatching: true }))).toBe(
      'ValidationError: Skip matching is not supported with attribute-based instance type selection.',
    )
  })

  test.each([
    { name: 'a warm pool', call: ({ aws }: Fixture) => aws.PutWarmPool(web) },
    { name: 'a target group', call: ({ aws }: Fixture) => aws.AttachLoadBalancerTargetGroups({ ...web, TargetGroupARNs: ['tg'] }) },
    { name: 'a load balancer', call: ({ aws }: Fixture) => aws.AttachLoadBalancers({ ...web, LoadBalancerNames: ['elb'] }) },
  ])('$name is not added while one goes on', ({ call }) => {
    const it = running()
    start(it)
    expect(refusal(() => call(it))).toMatch(/^InstanceRefreshInProgress: /)
  }) // prettier-ignore
})
