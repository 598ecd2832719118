import { type EndedRun, WATCHED_SECONDS, watchAfter } from '../../../testing/oracles/end-watch.ts'
import { Recorder } from '../../../testing/oracles/change-recorder.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import type { GroupPlan } from '../../../simulator/group-plan.ts'
import { addGroup } from '../../../simulator/scenario.ts'

const GROUP = { AutoScalingGroupName: 'web' } as const

/** A balanced group of six in two zones, as before its run, and what a test does to it instead of one. */
function fixture(size = 6, maxSize = 8, plan: Partial<GroupPlan> = {}) {
  const account = new SimulatedAccount({ behaviour: { bootSeconds: 20, reactionSeconds: 5 } })
  addGroup(account, {
    name: 'web',
    size,
    sizes: { min: 0, max: maxSize },
    zones: ['a', 'b'],
    balancers: ['target-group'],
    ...plan,
  })
  account.ledger.clear()
  const { operations } = account.autoScaling
  const begin = account.autoScaling.capacity('web')
  const instanceIn = (zone: string): string => {
    const [group] = operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] }).AutoScalingGroups ?? []
    const found = group?.Instances?.find(
      ({ AvailabilityZone, LifecycleState }) => AvailabilityZone?.endsWith(zone) && LifecycleState === 'InService',
    )
    return found?.InstanceId ?? ''
  }
  return {
    account,
    operations,
    begin,
    terminate: (zone: string, ShouldDecrementDesiredCapacity: boolean) => {
      operations.TerminateInstanceInAutoScalingGroup({ InstanceId: instanceIn(zone), ShouldDecrementDesiredCapacity })
    },
    instanceIn,
    watch: (ended: Partial<EndedRun> = {}) =>
      watchAfter(account, { group: 'web', floor: size, begin, ...ended }).map(({ invariant }) => invariant),
  }
}

const UNBALANCED = ['zones at the end', 'no launch after the end', 'floor after the end']

describe('of a group that nothing but runs has touched it tells', () => {
  test('nothing where all is as it was, and lets 20 minutes pass', () => {
    const { account, watch } = fixture()
    const { now } = account.timeline
    expect(watch()).toEqual([])
    expect(account.timeline.now).toBe(now + WATCHED_SECONDS)
  })

  test('zones that a run has left unbalanced, and what AWS does about them', () => {
    const { account, operations, terminate, begin } = fixture(8, 8)
    terminate('a', true)
    terminate('a', true)
    const breaches = watchAfter(account, { group: 'web', floor: 6, begin })
    expect(breaches.map(({ invariant }) => invariant)).toEqual(UNBALANCED)
    expect(breaches.map(({ what }) => what)).toEqual([
      'zones differ by 2: eu-west-1a 2, eu-west-1b 4',
      expect.stringMatching(/^i-[0-9a-f]+ was launched: .* to balance instances in zones eu-west-1a /),
      '5 ready; the floor is 6',
    ])
    expect(operations.DescribeAutoScalingGroups({}).AutoScalingGroups).toHaveLength(1)
  })

  test('an instance that is missing at the end, and its launch', () => {
    const { watch, terminate } = fixture()
    terminate('a', false)
    expect(watch()).toEqual(['no launch after the end', 'floor after the end'])
  })

  test('one that AWS takes away, since more is there than is desired', () => {
    const { watch, operations } = fixture()
    operations.SetDesiredCapacity({ ...GROUP, DesiredCapacity: 5 })
    expect(watch()).toEqual(['floor after the end'])
  })

  test('a dip long after the end, but none after the watch', () => {
    const { account, watch, operations } = fixture()
    account.timeline.after(1190, () => operations.SetDesiredCapacity({ ...GROUP, DesiredCapacity: 5 }))
    expect(watch()).toEqual(['floor after the end'])
    const later = fixture()
    later.account.timeline.after(1210, () => later.operations.SetDesiredCapacity({ ...GROUP, DesiredCapacity: 5 }))
    expect(later.watch()).toEqual([])
  })

  test('capacity in a zone that the group has left', () => {
    const { account, watch, operations } = fixture()
    const subnet = account.ec2.operations
      .DescribeSubnets({})
      .Subnets?.find(({ AvailabilityZone }) => AvailabilityZone === 'eu-west-1a')
    operations.SuspendProcesses({ ...GROUP, ScalingProcesses: ['AZRebalance'] })
    operations.UpdateAutoScalingGroup({ ...GROUP, VPCZoneIdentifier: subnet?.SubnetId })
    expect(watch()).toEqual(['zones at the end', 'zones at the end'])
  })

  test('what was recorded, where the 20 minutes have passed already', () => {
    const { account, watch, terminate } = fixture(8, 8)
    const endedAt = account.timeline.now
    terminate('a', true)
    terminate('a', true)
    account.timeline.advance(3000)
    const { now } = account.timeline
    expect(watch({ endedAt, floor: 6 })).toEqual(['no launch after the end', 'floor after the end'])
    expect(account.timeline.now).toBe(now)
  })

  test('nothing of the zones that a run has put back while fewer were ready than wanted: none that serves could leave', () => {
    const { watch, terminate, operations, instanceIn } = fixture(8, 8)
    terminate('a', true)
    terminate('a', true)
    operations.SuspendProcesses({ ...GROUP, ScalingProcesses: ['ReplaceUnhealthy'] })
    operations.SetInstanceHealth({ InstanceId: instanceIn('b'), HealthStatus: 'Unhealthy' })
    expect(watch({ restored: true, floor: 0 })).toEqual([])
    const whole = fixture(8, 8)
    whole.terminate('a', true)
    whole.terminate('a', true)
    expect(whole.watch({ restored: true, floor: 0 })).toEqual(UNBALANCED.slice(0, 2))
  })

  test('nothing of zones that were not balanced before the run either', () => {
    const { account, watch, terminate } = fixture(8, 8)
    terminate('a', true)
    terminate('a', true)
    expect(watch({ begin: account.autoScaling.capacity('web'), floor: 0 })).toEqual([])
  })
})

describe('of a group that others than runs may touch as well it tells', () => {
  /** The same, with a run that has made the calls of `act` and ended. */
  async function afterRun(act: (made: ReturnType<typeof fixture>) => void, operatedAt: readonly number[] = []) {
    const made = fixture(8, 8)
    const recorder = new Recorder(made.account, 'web')
    act(made)
    return { ...made, disturbed: { changes: recorder.changes, operatedAt } }
  }
  /** A change as the recorder keeps it, for what a test does directly. */
  const termination = (id: string) =>
    ({ operation: 'TerminateInstanceInAutoScalingGroup', input: { InstanceIds: [id] } }) as never

  test('zones that a run has left unbalanced', async () => {
    const made = await afterRun(() => {})
    const changes = [0, 1].map(() => {
      const id = made.instanceIn('a')
      made.terminate('a', true)
      return termination(id)
    })
    expect(made.watch({ floor: 6, disturbed: { changes, operatedAt: [] } })).toEqual(UNBALANCED)
  })

  test('nothing of zones that an operator has left unbalanced by terminations', async () => {
    const { watch, disturbed } = await afterRun(({ terminate }) => {
      terminate('a', true)
      terminate('a', true)
    })
    expect(watch({ floor: 6, disturbed })).toEqual([])
  })

  test.each([
    {
      name: 'a detachment',
      act: ({ operations, instanceIn }: ReturnType<typeof fixture>) => {
        for (let count = 0; count < 2; count++)
          operations.DetachInstances({
            ...GROUP,
            InstanceIds: [instanceIn('a')],
            ShouldDecrementDesiredCapacity: true,
          })
      },
    },
    {
      name: 'an instance that EC2 has taken away',
      act: ({ account, instanceIn }: ReturnType<typeof fixture>) => account.autoScaling.interrupt(instanceIn('b')),
    },
    {
      name: 'launches that fail in a zone',
      act: ({ account, terminate }: ReturnType<typeof fixture>) => {
        account.behaviour.refuseLaunch = ({ zone }) => (zone.endsWith('a') ? 'no capacity' : undefined)
        terminate('a', false)
        account.timeline.advance(60)
        account.behaviour.refuseLaunch = () => undefined
      },
    },
  ])('nothing of what follows from $name', async ({ act }) => {
    const { watch, disturbed } = await afterRun(act)
    expect(watch({ floor: 6, disturbed })).toEqual([])
  })

  test('nothing of what is launched for an instance that was at risk before the run', () => {
    const { account, watch, operations, instanceIn } = fixture(8, 8, {
      launch: 'mixed',
      spot: true,
      settings: { CapacityRebalance: true },
    })
    operations.SuspendProcesses({ ...GROUP, ScalingProcesses: ['Launch'] })
    account.autoScaling.recommendRebalance(instanceIn('a'))
    account.timeline.advance(600)
    const begin = account.autoScaling.capacity('web')
    account.timeline.after(60, () => operations.ResumeProcesses({ ...GROUP, ScalingProcesses: ['Launch'] }))
    expect(watch({ begin, disturbed: { changes: [], operatedAt: [] } })).toEqual([])
  })

  test('nothing of what is launched before an unhealthy instance leaves', async () => {
    const { account, watch, disturbed, operations, instanceIn } = await afterRun(() => {})
    operations.UpdateAutoScalingGroup({
      ...GROUP,
      InstanceMaintenancePolicy: { MinHealthyPercentage: 100, MaxHealthyPercentage: 200 },
    })
    const id = instanceIn('a')
    account.timeline.after(400, () => operations.SetInstanceHealth({ InstanceId: id, HealthStatus: 'Unhealthy' }))
    expect(watch({ floor: 6, disturbed })).toEqual([])
  })

  test('nothing of what follows from a moment at which it is told of an operator', async () => {
    const { account, watch, operations } = await afterRun(() => {})
    operations.SetDesiredCapacity({ ...GROUP, DesiredCapacity: 5 })
    const operatedAt = [account.timeline.now]
    expect(watch({ disturbed: { changes: [], operatedAt } })).toEqual([])
  })

  test('what AWS takes of its own accord where no other had a part in it', async () => {
    const { watch, operations } = await afterRun(() => {})
    operations.SetDesiredCapacity({ ...GROUP, DesiredCapacity: 5 })
    expect(watch({ disturbed: { changes: [], operatedAt: [] } })).toEqual(['floor after the end'])
  })

  test('a launch for an instance that the run has not replaced', async () => {
    const made = await afterRun(() => {})
    const id = made.instanceIn('a')
    made.terminate('a', false)
    expect(made.watch({ floor: 6, disturbed: { changes: [termination(id)], operatedAt: [] } })).toEqual([
      'no launch after the end',
    ])
  })
})
