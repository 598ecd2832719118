import { expectPutBack, expectRolled, oldLeft, operator, run, scene, standing } from './fixture.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

describe('throttling', () => {
  test('a burst slows the reads down and passes', async () => {
    const fixture = scene()
    const { account } = fixture
    const throttle = { kind: 'refusal', code: 'Throttling', message: 'Rate exceeded' } as const
    account.timeline.after(60, () =>
      account.faults.inject({ action: 'autoscaling:*', fault: throttle, chance: 0.7, times: 200 }),
    )
    expectRolled(fixture, await run(fixture))
  })

  test('of a termination makes the run read the group again before an instance leaves', async () => {
    const fixture = scene()
    const throttle = { kind: 'refusal', code: 'Throttling', message: 'Rate exceeded' } as const
    const terminate = 'autoscaling:TerminateInstanceInAutoScalingGroup'
    fixture.account.faults.inject({ action: terminate, fault: throttle, times: 2 })
    expectRolled(fixture, await run(fixture))
    const actions = fixture.account.ledger.entries.map(({ action }) => action)
    const throttled = fixture.account.ledger.entries.flatMap(({ action, outcome }, index) =>
      action === terminate && outcome === 'Throttling' ? [index] : [],
    )
    expect(throttled).toHaveLength(2)
    for (const index of throttled) expect(actions[index + 1]).toBe('autoscaling:DescribeAutoScalingGroups')
  })

  test('by the published limits of all services a group of a hundred is rolled', async () => {
    const fixture = scene({ size: 100 })
    fixture.account.faults.throttle({ size: 20, refillPerSecond: 0.5 })
    expectRolled(fixture, await run(fixture, { surge: '25%' }))
  })

  test('that never ends is a failure with this reason, not an endless wait', async () => {
    const fixture = scene()
    const throttle = { kind: 'refusal', code: 'Throttling', message: 'Rate exceeded' } as const
    fixture.account.timeline.after(100, () =>
      fixture.account.faults.inject({ action: 'autoscaling:*', fault: throttle }),
    )
    const from = fixture.account.timeline.now
    const rolled = await run(fixture, { timeout: '30' })
    expect(rolled.failed).toBe(true)
    expect(rolled.result.status).toBe('unfinished')
    expect(rolled.reported).toContain('autoscaling:DescribeAutoScalingGroups')
    expect(fixture.account.timeline.now - from).toBeLessThan(2 * 3600)
    fixture.account.faults.clear()
    await run(fixture, {}, { state: rolled.state })
    expect(standing(fixture.account)).toEqual(fixture.before)
  })
})

describe('temporary errors are waited out', () => {
  test.each([
    { name: 'server errors', action: '*', code: 'InternalFailure', status: 500, chance: 0.2, times: 300 },
    { name: 'unavailable services', action: '*', code: 'ServiceUnavailable', status: 503, chance: 0.2, times: 300 },
    {
      name: 'another scaling activity',
      action: 'autoscaling:UpdateAutoScalingGroup',
      code: 'ScalingActivityInProgress',
      status: 400,
      chance: 1,
      times: 4,
    },
    {
      name: 'another scaling activity at a termination',
      action: 'autoscaling:TerminateInstanceInAutoScalingGroup',
      code: 'ScalingActivityInProgress',
      status: 400,
      chance: 1,
      times: 4,
    },
    {
      name: 'a contended resource',
      action: 'autoscaling:*Processes',
      code: 'ResourceContention',
      status: 500,
      chance: 1,
      times: 5,
    },
  ])('$name', async ({ action, code, status, chance, times }) => {
    const fixture = scene()
    fixture.account.faults.inject({ action, fault: { kind: 'refusal', code, status }, chance, times })
    expectRolled(fixture, await run(fixture))
  })
})

describe('lost answers', () => {
  const changes = [
    'CreateOrUpdateTags',
    'SuspendProcesses',
    'UpdateAutoScalingGroup',
    'TerminateInstanceInAutoScalingGroup',
    'ResumeProcesses',
    'DeleteTags',
  ]
  const rows = changes.flatMap((change) => (['done', 'not done'] as const).map((effect) => ({ change, effect })))
  test.each(rows)('of $change, which was $effect, does nothing twice', async ({ change, effect }) => {
    const fixture = scene()
    fixture.account.faults.inject({ action: `autoscaling:${change}`, fault: { kind: 'reset' }, effect, times: 1 })
    expectRolled(fixture, await run(fixture))
    expect(fixture.account.ledger.lowestReady('web')).toBe(3)
    expect(fixture.account.ledger.highestTotal('web')).toBe(4)
    // Exactly as many launches as replacements.
    expect(fixture.account.ledger.launches('web').filter((id) => !fixture.group.instanceIds.includes(id))).toHaveLength(
      3,
    )
  })

  test('one in ten, of all calls', async () => {
    const fixture = scene({ size: 6 })
    fixture.account.faults.inject({ action: '*', fault: { kind: 'reset' }, effect: 'done', chance: 0.1 })
    expectRolled(fixture, await run(fixture, { surge: '2' }))
    expect(fixture.account.ledger.lowestReady('web')).toBe(6)
    expect(fixture.account.ledger.highestTotal('web')).toBeLessThanOrEqual(8)
  })
})

describe('stale reads', () => {
  test.each([2, 10, 30])('answers that lag %s s behind a write do not mislead a run', async (staleSeconds) => {
    const fixture = scene({ size: 4 })
    fixture.account.behaviour.staleSeconds = staleSeconds
    const rolled = await run(fixture)
    fixture.account.behaviour.staleSeconds = 0
    expectRolled(fixture, rolled)
    expect(fixture.account.ledger.lowestReady('web')).toBe(4)
    expect(fixture.account.ledger.highestTotal('web')).toBeLessThanOrEqual(5)
  })
})

describe('stale reads right after a crash', () => {
  const recoveries = {
    'the post step': {},
    'the next attempt': { runAttempt: '2' },
  } as const

  test.each(Object.entries(recoveries))('do not mislead %s', async (recovery, how) => {
    const undisturbed = scene({ size: 2 })
    await run(undisturbed)
    const changes = undisturbed.account.ledger.entries.flatMap((entry, index) => (entry.changes ? [index + 1] : []))
    expect(changes.length).toBeGreaterThan(7)
    for (const call of changes)
      for (const seed of [1, 2, 3]) {
        const fixture = scene({ size: 2 }, { seed })
        fixture.account.behaviour.staleSeconds = 12
        const dead = await run(fixture, {}, { process: { crash: { when: 'after', call } } })
        const actionRun = await run(fixture, {}, recovery === 'the post step' ? { state: dead.state } : how)
        const at = `died after call ${call}, seed ${seed}`
        expect({ at, failed: actionRun.failed, reported: actionRun.annotations }).toEqual({
          at,
          failed: false,
          reported: [],
        })
        fixture.account.timeline.advance(60)
        fixture.account.behaviour.staleSeconds = 0
        expect({ at, ...standing(fixture.account) }).toEqual({ at, ...fixture.before })
        expect(fixture.account.ledger.lowestReady('web')).toBe(2)
        // Only a run that continues replaces the rest.
        const left = recovery === 'the post step' ? [] : oldLeft(fixture)
        expect({ at, left }).toEqual({ at, left: [] })
      }
  })
})

test('an attempt that claimed the lease, though every answer to it was lost, still takes the roll over', async () => {
  const fixture = scene({ size: 2 })
  await run(fixture, {}, { process: { crash: { when: 'after', call: 40 } } })
  // The launch source has changed since: the run that takes over rolls to it.
  const [name = ''] = fixture.group.sourceNames
  fixture.account.ec2.operations.CreateLaunchTemplateVersion({
    LaunchTemplateName: name,
    SourceVersion: '1',
    LaunchTemplateData: { UserData: 'bmV3' },
  })
  fixture.account.faults.inject({
    action: 'autoscaling:CreateOrUpdateTags',
    fault: { kind: 'reset' },
    effect: 'done',
    times: 10,
  })
  const rolled = await run(fixture, {}, { runAttempt: '2' })
  expect(rolled.result.failure).toBeNull()
  expectRolled(fixture, rolled)
})

describe('instances that EC2 does not know', () => {
  test('are rolled by the data of their group', async () => {
    const fixture = scene()
    const { account } = fixture
    // EC2 gives empty answers, as it does for a while after a launch.
    const { DescribeInstances } = account.ec2.operations
    Object.assign(account.ec2.operations, {
      DescribeInstances: (input: object) => ({ ...DescribeInstances(input), Reservations: [] }),
    })
    expectRolled(fixture, await run(fixture))
  })

  test('are replaced with force too, once EC2 shows them', async () => {
    const fixture = scene({ size: 2 })
    const { account } = fixture
    const { DescribeInstances } = account.ec2.operations
    const [lost] = fixture.group.instanceIds
    Object.assign(account.ec2.operations, {
      DescribeInstances: (input: object) => {
        const answer = DescribeInstances(input)
        return {
          ...answer,
          Reservations: (answer.Reservations ?? []).filter(({ Instances }) => Instances?.[0]?.InstanceId !== lost),
        }
      },
    })
    expectRolled(fixture, await run(fixture, { force: 'true' }))
  })
})

describe('AccessDenied in mid-roll stops at once, names action and user, and restores what is permitted', () => {
  const inMidRoll = async (...actions: string[]) => {
    const fixture = scene()
    fixture.account.timeline.after(30, () => fixture.account.faults.deny(...actions))
    return { fixture, rolled: await run(fixture) }
  }

  test('to terminate: no healthy instance leaves, processes run again, and the leftovers are reported', async () => {
    const { fixture, rolled } = await inMidRoll('autoscaling:TerminateInstanceInAutoScalingGroup')
    expect(rolled.result.status).toBe('unfinished')
    expect(rolled.result.failure?.why).toContain(
      'the role fleet-patch is not authorized to perform autoscaling:TerminateInstanceInAutoScalingGroup',
    )
    expect(standing(fixture.account).suspended).toEqual([])
    expect(standing(fixture.account).memo).not.toEqual([])
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
    expect(rolled.result.left.join(' ')).toContain('The desired capacity should be 3 again.')
    expect(fixture.account.ledger.lowestReady('web')).toBe(3)
    // With the permission restored, the same mode continues, or `restore` restores.
    fixture.account.faults.clear()
    await run(fixture, {}, { state: rolled.state })
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
  })

  test('to suspend: nothing was changed but the memo, which is removed', async () => {
    const fixture = scene()
    fixture.account.faults.deny('autoscaling:SuspendProcesses')
    const rolled = await run(fixture)
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toContain('autoscaling:SuspendProcesses')
  })

  test('to save the state: nothing at all was changed', async () => {
    const fixture = scene()
    fixture.account.faults.deny('autoscaling:CreateOrUpdateTags')
    const rolled = await run(fixture)
    expectPutBack(fixture, rolled)
    expect(rolled.result.changed).toBe(false)
    expect(fixture.account.ledger.changes().filter(({ outcome }) => outcome === 'ok')).toEqual([])
  })

  test('to resize: suspended processes run again', async () => {
    const fixture = scene()
    fixture.account.faults.deny('autoscaling:UpdateAutoScalingGroup')
    const rolled = await run(fixture)
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toContain('autoscaling:UpdateAutoScalingGroup')
  })

  test('to resume: the sizes are restored, the processes are reported', async () => {
    const { fixture, rolled } = await inMidRoll('autoscaling:ResumeProcesses')
    expect(rolled.result.status).toBe('unfinished')
    expect(rolled.result.failure?.why).toContain('autoscaling:ResumeProcesses')
    expect(standing(fixture.account).sizes).toEqual(fixture.before.sizes)
    expect(rolled.result.left.join(' ')).toContain(
      'AZRebalance, AlarmNotification, ScheduledActions should be resumed.',
    )
  })

  test('to clear the state: everything is restored but the memo', async () => {
    const { fixture, rolled } = await inMidRoll('autoscaling:DeleteTags')
    expect(rolled.failed).toBe(true)
    expect(standing(fixture.account)).toEqual({
      ...fixture.before,
      memo: ['fleet-patch:memo', 'fleet-patch:run', 'fleet-patch:progress'],
    })
  })

  test('to read activities: they are asked for only where launches fail to come, so the roll ends', async () => {
    const { fixture, rolled } = await inMidRoll('autoscaling:DescribeScalingActivities')
    expectRolled(fixture, rolled)
  })

  test.each([
    'autoscaling:DescribeAutoScalingGroups',
    'ec2:DescribeLaunchTemplates',
    'ec2:DescribeInstances',
    'elasticloadbalancing:DescribeTargetHealth',
  ])('to read (%s): restored as far as the last read allows, and the memo stays for a later run', async (action) => {
    const { fixture, rolled } = await inMidRoll(action)
    expect(rolled.result.status).toBe('unfinished')
    expect(rolled.result.failure?.what).toContain(action)
    expect(standing(fixture.account)).toMatchObject({
      suspended: [],
      memo: ['fleet-patch:memo', 'fleet-patch:run', 'fleet-patch:progress'],
    })
    fixture.account.timeline.advance(900)
    expect(fixture.account.ledger.lowestReady('web')).toBe(3)
    fixture.account.faults.clear()
    await run(fixture, {}, { state: rolled.state })
    expect(standing(fixture.account)).toEqual(fixture.before)
  })
})

describe('an answer that never comes', () => {
  test.each(['autoscaling:DescribeAutoScalingGroups', 'autoscaling:TerminateInstanceInAutoScalingGroup', '*'])(
    'to %s ends at its deadline, and the call is repeated where that is safe',
    async (action) => {
      const fixture = scene()
      fixture.account.faults.inject({ action, fault: { kind: 'silence' }, skip: 2, times: 3 })
      expectRolled(fixture, await run(fixture))
    },
  )
})

test('without reads no sizes are restored: AWS would choose the instance to terminate, and might choose a serving one', async () => {
  const fixture = scene({ size: 3, sizes: { min: 0, max: 5 } })
  // Denied after the read that showed no launch yet; by the next one AWS has launched.
  fixture.account.timeline.after(3, () => fixture.account.faults.deny('elasticloadbalancing:DescribeTargetHealth'))
  const rolled = await run(fixture, { surge: '2' })
  expect(rolled.result.status).toBe('unfinished')
  fixture.account.timeline.advance(900)
  expect(fixture.account.ledger.lowestReady('web')).toBe(3)
  expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
})

test('a group that is deleted in mid-roll ends the roll of that group', async () => {
  const fixture = scene()
  fixture.account.timeline.after(100, () =>
    operator(fixture.account).DeleteAutoScalingGroup({ AutoScalingGroupName: 'web', ForceDelete: true }),
  )
  const rolled = await run(fixture)
  expect(rolled.failed).toBe(true)
  expect(rolled.result.status).toBe('unfinished')
  expect(rolled.reported).toContain('does not exist')
})
