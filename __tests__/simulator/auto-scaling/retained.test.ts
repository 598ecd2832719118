import { fixture, refusal, type Fixture } from './fixture.ts'

const hook = { AutoScalingGroupName: 'web', LifecycleHookName: 'down', LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING', HeartbeatTimeout: 100 } as const // prettier-ignore
const retain = { RetentionTriggers: { TerminateHookAbandon: 'retain' } } as const

/** Two instances in service, one of which was terminated by id and has met its hook. */
function leaving(policy: 'none' | typeof retain = retain): { readonly it: Fixture; readonly id: string } {
  const it = fixture()
  it.create({ MinSize: 1, DesiredCapacity: 2, ...(policy !== 'none' && { InstanceLifecyclePolicy: policy }) })
  it.settle()
  it.aws.PutLifecycleHook(hook)
  const [id = ''] = it.ids()
  it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: id, ShouldDecrementDesiredCapacity: false })
  it.timeline.advance(20)
  return { it, id }
}

const stateOf = (it: Fixture, id: string): string | undefined =>
  it.instances().find(({ InstanceId }) => InstanceId === id)?.LifecycleState

const complete = (it: Fixture, id: string, result: 'CONTINUE' | 'ABANDON'): unknown =>
  it.aws.CompleteLifecycleAction({
    AutoScalingGroupName: 'web',
    LifecycleHookName: 'down',
    InstanceId: id,
    LifecycleActionResult: result,
  })

test('an instance whose termination hook is abandoned is retained outside the capacity, and replaced', () => {
  const { it, id } = leaving()
  complete(it, id, 'ABANDON')
  it.timeline.advance(3600)
  expect(stateOf(it, id)).toBe('Terminating:Retained')
  expect(it.compute.machine(id)?.state).toBe('running')
  expect(it.group().DesiredCapacity).toBe(2)
  const { units, leaving: left, ids } = it.service.capacity('web')
  expect([units, left, ids.retained]).toEqual([2, 0, [id]])
})

test('a hook that runs out of time retains by its default result', () => {
  const { it, id } = leaving()
  it.timeline.advance(100)
  expect(stateOf(it, id)).toBe('Terminating:Retained')
})

test.each([
  ['a hook that is completed', retain, 'CONTINUE'],
  ['no such policy', 'none', 'ABANDON'],
] as const)('%s retains nothing', (_, policy, result) => {
  const { it, id } = leaving(policy)
  complete(it, id, result)
  it.settle()
  expect(it.ids()).not.toContain(id)
})

test('a retained instance is terminated by id, without its hooks and without the desired capacity', () => {
  const { it, id } = leaving()
  complete(it, id, 'ABANDON')
  it.settle()
  it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: id, ShouldDecrementDesiredCapacity: true })
  expect(it.group().DesiredCapacity).toBe(2)
  it.timeline.advance(60)
  expect(it.ids()).not.toContain(id)
  expect(it.lifecycles()).toEqual(['InService', 'InService'])
})

test('a retained instance that EC2 takes away leaves its group', () => {
  const { it, id } = leaving()
  complete(it, id, 'ABANDON')
  it.settle()
  it.service.interrupt(id)
  it.settle()
  expect(it.ids()).not.toContain(id)
})

test('one that only waits at its hook cannot be terminated by id again', () => {
  const { it, id } = leaving()
  const again = (): unknown =>
    it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: id, ShouldDecrementDesiredCapacity: false })
  expect(refusal(again)).toMatch(/^ScalingActivityInProgress/)
})
