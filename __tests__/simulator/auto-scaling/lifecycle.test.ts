import { START } from './fakes.ts'
import { fixture } from './fixture.ts'

const launchHook = { AutoScalingGroupName: 'web', LifecycleHookName: 'up', LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING', HeartbeatTimeout: 100 } as const // prettier-ignore
const leaveHook = {
  ...launchHook,
  LifecycleHookName: 'down',
  LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
} as const

describe('a launch', () => {
  test('begins in the next turn, is pending while it boots, then in service', () => {
    const it = fixture()
    it.create({ MinSize: 2 })
    expect(it.ids()).toEqual([])
    it.timeline.advance(5)
    expect(it.lifecycles()).toEqual(['Pending', 'Pending'])
    it.timeline.advance(59)
    expect(it.lifecycles()).toEqual(['Pending', 'Pending'])
    it.timeline.advance(1)
    expect(it.lifecycles()).toEqual(['InService', 'InService'])
  })

  test('is one activity per instance, in AWS’s words', () => {
    const it = fixture()
    it.create({ MinSize: 2 })
    it.timeline.advance(5)
    expect(it.activities()).toHaveLength(2)
    expect(it.activities()[0]).toMatchObject({
      Description: 'Launching a new EC2 instance: i-00000000000000002',
      Cause:
        'At 2026-01-05T08:00:00Z a user request created an AutoScalingGroup changing the desired capacity from 0 to 2.  At 2026-01-05T08:00:05Z an instance was started in response to a difference between desired and actual capacity, increasing the capacity from 0 to 2.',
      StatusCode: 'InProgress',
    })
    it.settle()
    expect(it.activities()[0]).toMatchObject({
      StatusCode: 'Successful',
      Progress: 100,
      EndTime: new Date((START + 65) * 1000),
    })
  })

  test('goes to the zone with fewest instances', () => {
    const it = fixture()
    it.create({ MinSize: 5, VPCZoneIdentifier: 'subnet-a,subnet-b,subnet-c' })
    it.settle()
    expect(it.zones()).toBe('aabbc')
  })

  test('shows the template version resolved at launch, while the group keeps $Latest', () => {
    const it = fixture()
    it.create({ MinSize: 1, LaunchTemplate: { LaunchTemplateName: 'web', Version: '$Latest' } })
    it.settle()
    expect(it.group().LaunchTemplate).toEqual({
      LaunchTemplateId: 'lt-web',
      LaunchTemplateName: 'web',
      Version: '$Latest',
    })
    expect(it.instances()[0]?.LaunchTemplate).toEqual({
      LaunchTemplateId: 'lt-web',
      LaunchTemplateName: 'web',
      Version: '2',
    })
  })

  test('of a later version follows a moved $Default', () => {
    const it = fixture()
    it.create({ MinSize: 1, LaunchTemplate: { LaunchTemplateName: 'web' } })
    it.settle()
    const template = it.compute.templates.get('web')
    if (template) template.standard = 2
    it.aws.SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 2 })
    it.settle()
    expect(it.instances().map(({ LaunchTemplate }) => LaunchTemplate?.Version)).toEqual(['1', '2'])
  })

  test('gives the instance the group’s name and the tags that propagate', () => {
    const it = fixture()
    it.create({
      MinSize: 1,
      Tags: [
        { Key: 'team', Value: 'a', PropagateAtLaunch: true },
        { Key: 'own', Value: 'b' },
      ],
    })
    it.settle()
    expect(it.compute.machines.get(it.ids()[0] ?? '')?.tags).toEqual({ 'aws:autoscaling:groupName': 'web', team: 'a' })
  })

  test('protects the new instance when the group says so', () => {
    const it = fixture()
    it.create({ MinSize: 1, NewInstancesProtectedFromScaleIn: true })
    it.settle()
    expect(it.instances()[0]?.ProtectedFromScaleIn).toBe(true)
  })
})

describe('a termination', () => {
  test('deregisters first, waits for draining, then shuts down, then the instance is gone', () => {
    const it = fixture()
    it.create({ MinSize: 1, TargetGroupARNs: ['tg'] })
    it.settle()
    it.balancing.drainSeconds = 50
    const [id = ''] = it.ids()
    it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: id, ShouldDecrementDesiredCapacity: false })
    const leaving = () => it.instances().find(({ InstanceId }) => InstanceId === id)?.LifecycleState
    expect([leaving(), it.balancing.health('tg', id), it.compute.machine(id)?.state]).toEqual([
      'Terminating',
      'unused',
      'running',
    ])
    expect(it.activities()[0]?.StatusCode).toBe('WaitingForELBConnectionDraining')
    it.timeline.advance(50)
    expect([leaving(), it.compute.machine(id)?.state]).toEqual(['Terminating', 'shutting-down'])
    it.timeline.advance(30)
    expect(leaving()).toBeUndefined()
  })

  test('without decrement brings a replacement; with decrement it does not', () => {
    const it = fixture()
    it.create({ MinSize: 1, DesiredCapacity: 2 })
    it.settle()
    const [first = '', second = ''] = it.ids()
    it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: first, ShouldDecrementDesiredCapacity: false })
    it.settle()
    expect(it.ids()).toEqual([second, 'i-00000000000000003'])
    it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: second, ShouldDecrementDesiredCapacity: true })
    it.settle()
    expect([it.ids(), it.group().DesiredCapacity]).toEqual([['i-00000000000000003'], 1])
  })

  test('by several ids gives an activity for each and counts them against the minimum together', () => {
    const it = fixture()
    it.create({ MinSize: 1, DesiredCapacity: 3 })
    it.settle()
    const call = (InstanceIds: string[]) => it.aws.TerminateInstanceInAutoScalingGroup({ AutoScalingGroupName: 'web', InstanceIds, ShouldDecrementDesiredCapacity: true }) // prettier-ignore
    expect(() => call(it.ids())).toThrow('desiredSize equals minSize (1)')
    const { Activities, Activity } = call(it.ids().slice(0, 2))
    expect(Activity).toBeUndefined()
    expect(Activities?.map(({ Cause }) => Cause)).toEqual([
      'At 2026-01-05T08:03:20Z instance i-00000000000000001 was taken out of service in response to a user request, shrinking the capacity from 3 to 2.',
      'At 2026-01-05T08:03:20Z instance i-00000000000000002 was taken out of service in response to a user request, shrinking the capacity from 2 to 1.',
    ])
    it.settle()
    expect(it.ids()).toHaveLength(1)
  })

  test('by id begins an activity without progress, which ends complete', () => {
    const it = fixture()
    it.create({ MinSize: 1 })
    it.settle()
    const [id = ''] = it.ids()
    const { Activity } = it.aws.TerminateInstanceInAutoScalingGroup({
      InstanceId: id,
      ShouldDecrementDesiredCapacity: false,
    })
    const progress = (): unknown =>
      it.activities().find(({ Description = '' }) => Description.includes(`Terminating EC2 instance: ${id}`))?.Progress
    expect([Activity?.Progress, progress()]).toEqual([0, 0])
    it.settle()
    expect(progress()).toBe(100)
  })

  test('by id takes protected instances too', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1, NewInstancesProtectedFromScaleIn: true })
    it.settle()
    it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: it.ids()[0], ShouldDecrementDesiredCapacity: true })
    it.settle()
    expect(it.ids()).toEqual([])
  })

  test.each([
    { name: 'is carried out', carriedOut: true, during: 'Terminating' },
    { name: 'waits for the resumption', carriedOut: false, during: 'InService' },
  ])('by id while Terminate is suspended $name, as the behaviour is set', ({ carriedOut, during }) => {
    const it = fixture({ terminateByIdWhileSuspended: carriedOut })
    it.create({ DesiredCapacity: 1 })
    it.settle()
    it.aws.SuspendProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['Terminate'] })
    it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: it.ids()[0], ShouldDecrementDesiredCapacity: true })
    it.timeline.advance(10)
    expect(it.lifecycles()).toEqual([during])
    it.aws.ResumeProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['Terminate'] })
    it.settle()
    expect(it.lifecycles()).toEqual([])
  })
})

describe('lifecycle hooks', () => {
  test('hold a launch before the load balancer until they are answered', () => {
    const it = fixture()
    it.create({ MinSize: 1, TargetGroupARNs: ['tg'] })
    it.aws.PutLifecycleHook(launchHook)
    it.timeline.advance(65)
    const [id = ''] = it.ids()
    expect([it.lifecycles(), it.balancing.health('tg', id)]).toEqual([['Pending:Wait'], 'unused'])
    it.aws.CompleteLifecycleAction({
      AutoScalingGroupName: 'web',
      LifecycleHookName: 'up',
      InstanceId: id,
      LifecycleActionResult: 'CONTINUE',
    })
    expect([it.lifecycles(), it.balancing.health('tg', id)]).toEqual([['InService'], 'initial'])
  })

  test('that abandon a launch have the instance replaced, and say so in the activity', () => {
    const it = fixture()
    it.create({ MinSize: 1 })
    it.aws.PutLifecycleHook(launchHook)
    it.timeline.advance(65)
    const [id = ''] = it.ids()
    const [action] = it.service.lifecycleActions('web')
    it.aws.CompleteLifecycleAction({
      AutoScalingGroupName: 'web',
      LifecycleHookName: 'up',
      LifecycleActionToken: action?.token,
      LifecycleActionResult: 'ABANDON',
    })
    expect(it.activities().find(({ Description }) => Description?.startsWith('Launching'))).toMatchObject({
      StatusCode: 'Cancelled',
      StatusMessage: `Instance failed to complete user's Lifecycle Action: Lifecycle Action with token ${action?.token} was abandoned: Lifecycle Action Completed with ABANDON Result`,
    })
    it.aws.DeleteLifecycleHook({ AutoScalingGroupName: 'web', LifecycleHookName: 'up' })
    it.settle()
    expect(it.ids()).not.toContain(id)
    expect(it.lifecycles()).toEqual(['InService'])
  })

  test('end by their default result after the heartbeat, which is ABANDON unless set', () => {
    const it = fixture()
    it.create({ MinSize: 1 })
    it.aws.PutLifecycleHook(launchHook)
    it.timeline.advance(65 + 99)
    expect(it.lifecycles()[0]).toBe('Pending:Wait')
    it.timeline.advance(1)
    expect(it.lifecycles()[0]).toBe('Terminating')
  })

  test('wait on with every heartbeat, up to a hundred times the timeout', () => {
    const it = fixture()
    it.create({ MinSize: 1 })
    it.aws.PutLifecycleHook(launchHook)
    it.timeline.advance(65)
    const [InstanceId] = it.ids()
    for (let beat = 0; beat < 110; beat++) {
      it.timeline.advance(95)
      if (it.instances().find((one) => one.InstanceId === InstanceId)?.LifecycleState !== 'Pending:Wait') break
      it.aws.RecordLifecycleActionHeartbeat({ AutoScalingGroupName: 'web', LifecycleHookName: 'up', InstanceId })
    }
    const failed = it.activities().find(({ StatusMessage }) => StatusMessage?.endsWith('Heartbeat Timeout Exceeded'))
    expect(failed?.EndTime).toEqual(new Date((START + 65 + 100 * 100) * 1000))
  })

  test('of a termination run after draining and before the shutdown', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1, TargetGroupARNs: ['tg'] })
    it.aws.PutLifecycleHook({ ...leaveHook, DefaultResult: 'CONTINUE' })
    it.settle()
    it.balancing.drainSeconds = 20
    const [id = ''] = it.ids()
    it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: id, ShouldDecrementDesiredCapacity: true })
    expect(it.lifecycles()).toEqual(['Terminating'])
    it.timeline.advance(20)
    expect([it.lifecycles(), it.compute.machine(id)?.state]).toEqual([['Terminating:Wait'], 'running'])
    it.timeline.advance(100)
    expect([it.lifecycles(), it.compute.machine(id)?.state]).toEqual([['Terminating:Proceed'], 'shutting-down'])
    it.timeline.advance(30)
    expect(it.lifecycles()).toEqual([])
  })

  test('of one transition run side by side, and all must agree', () => {
    const it = fixture()
    it.create({ MinSize: 1 })
    it.aws.PutLifecycleHook(launchHook)
    it.aws.PutLifecycleHook({ ...launchHook, LifecycleHookName: 'second' })
    it.timeline.advance(65)
    const [InstanceId] = it.ids()
    const go = (LifecycleHookName: string) => it.aws.CompleteLifecycleAction({ AutoScalingGroupName: 'web', LifecycleHookName, InstanceId, LifecycleActionResult: 'CONTINUE' }) // prettier-ignore
    go('up')
    expect(it.lifecycles()).toEqual(['Pending:Wait'])
    go('second')
    expect(it.lifecycles()).toEqual(['InService'])
  })

  test('are described with the global timeout, and a change keeps what it does not name', () => {
    const it = fixture()
    it.create()
    it.aws.PutLifecycleHook({ ...launchHook, DefaultResult: 'CONTINUE' })
    it.aws.PutLifecycleHook({ AutoScalingGroupName: 'web', LifecycleHookName: 'up', HeartbeatTimeout: 7200 })
    expect(it.aws.DescribeLifecycleHooks({ AutoScalingGroupName: 'web' }).LifecycleHooks).toEqual([
      {
        LifecycleHookName: 'up',
        AutoScalingGroupName: 'web',
        LifecycleTransition: launchHook.LifecycleTransition,
        HeartbeatTimeout: 7200,
        GlobalTimeout: 172_800,
        DefaultResult: 'CONTINUE',
      },
    ])
  })
})

describe('deletion', () => {
  test('by force shows its status, skips hooks and draining, and ends when the instances are gone', () => {
    const it = fixture()
    it.create({ MinSize: 2, TargetGroupARNs: ['tg'] })
    it.aws.PutLifecycleHook(leaveHook)
    it.settle()
    it.balancing.drainSeconds = 300
    it.aws.DeleteAutoScalingGroup({ AutoScalingGroupName: 'web', ForceDelete: true })
    expect([it.group().Status, it.lifecycles()]).toEqual(['Delete in progress', ['Terminating', 'Terminating']])
    it.timeline.advance(40)
    expect(it.service.groupNames()).toEqual([])
  })

  test('of an empty group needs no force', () => {
    const it = fixture()
    it.create()
    it.aws.DeleteAutoScalingGroup({ AutoScalingGroupName: 'web' })
    it.timeline.advance(10)
    expect(it.service.groupNames()).toEqual([])
  })
})
