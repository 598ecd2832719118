import { takeShortcut } from '../../simulator/shortcut.ts'
import { expectRolled, oldLeft, operator, run, stripTags, type Scene, scene, standing } from './fixture.ts'

takeShortcut()

/** Runs an operator's change a number of seconds after the roll began. */
const meanwhile = (fixture: Scene, act: (fixture: Scene) => void, seconds = 130): void => {
  fixture.account.timeline.after(seconds, () => act(fixture))
}

describe('external changes while a group rolls are kept and reported', () => {
  test('a higher desired capacity', async () => {
    const fixture = scene({ size: 4, sizes: { min: 0, max: 12 } })
    meanwhile(fixture, ({ account }) =>
      operator(account).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 8 }),
    )
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('rolled')
    expect(standing(fixture.account)).toEqual({ ...fixture.before, sizes: [0, 8, 12] })
    expect(oldLeft(fixture)).toEqual([])
    expect(rolled.result.left.join(' ')).toContain(
      'The desired capacity was changed from 4 to 8 from outside this run: kept.',
    )
  })

  test('a lower desired capacity', async () => {
    const fixture = scene({ size: 4, sizes: { min: 0, max: 12 } })
    meanwhile(fixture, ({ account }) =>
      operator(account).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 2 }),
    )
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('rolled')
    expect(standing(fixture.account)).toEqual({ ...fixture.before, sizes: [0, 2, 12] })
    expect(oldLeft(fixture)).toEqual([])
  })

  test('a lower desired capacity, of which a percentage may be unavailable', async () => {
    // Half of four, two, might be unavailable: with two left both old ones were terminated at once.
    const fixture = scene({ size: 4, sizes: { min: 0, max: 12 } })
    meanwhile(
      fixture,
      ({ account }) => operator(account).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 2 }),
      5,
    )
    const rolled = await run(fixture, { 'max-unavailable': '50%' })
    expect(rolled.result.status).toBe('rolled')
    expect(fixture.account.ledger.lowestReady('web')).toBe(1)
  })

  test('no capacity at all, while a new instance is on its way', async () => {
    const fixture = scene({ size: 3, sizes: { min: 1, max: 6 } })
    meanwhile(
      fixture,
      ({ account }) =>
        operator(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', MinSize: 0, DesiredCapacity: 0 }),
      45,
    )
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('rolled')
    expect(rolled.failed).toBe(false)
    expect(standing(fixture.account)).toEqual({ ...fixture.before, sizes: [0, 0, 6] })
    expect(rolled.reported).not.toContain('Look at what the new image does')
  })

  test('another MaxSize and MinSize', async () => {
    const fixture = scene({ size: 3, sizes: { min: 1, max: 3 } })
    meanwhile(fixture, ({ account }) =>
      operator(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', MinSize: 2, MaxSize: 20 }),
    )
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('rolled')
    expect(standing(fixture.account)).toEqual({ ...fixture.before, sizes: [2, 3, 20] })
    expect(rolled.result.left).toEqual([
      'MaxSize was changed from 3 to 20 from outside this run: kept.',
      'MinSize was changed from 1 to 2 from outside this run: kept.',
    ])
    expect(rolled.reported).toContain('MaxSize was changed from 3 to 20 from outside this run: kept.')
  })

  // The run raised the maximum again for its surge, left its own, 4, and told of that as the operator's.
  test('a MaxSize that is lowered so far that the roll has to raise it again', async () => {
    const fixture = scene({ size: 3, sizes: { min: 1, max: 6 } })
    meanwhile(fixture, ({ account }) =>
      operator(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', MaxSize: 3 }),
    )
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('rolled')
    expect(standing(fixture.account)).toEqual({ ...fixture.before, sizes: [1, 3, 3] })
    expect(oldLeft(fixture)).toEqual([])
    expect(rolled.result.left).toEqual(['MaxSize was changed from 6 to 3 from outside this run: kept.'])
  })

  test('a desired capacity and a lower MaxSize that are set together', async () => {
    const fixture = scene({ size: 3, sizes: { min: 1, max: 9 } })
    meanwhile(fixture, ({ account }) =>
      operator(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', DesiredCapacity: 5, MaxSize: 5 }),
    )
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('rolled')
    expect(standing(fixture.account)).toEqual({ ...fixture.before, sizes: [1, 5, 5] })
  })

  test('a process that was resumed', async () => {
    const fixture = scene({ size: 4 })
    meanwhile(fixture, ({ account }) =>
      operator(account).ResumeProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['AlarmNotification'] }),
    )
    const rolled = await run(fixture)
    expectRolled(fixture, rolled)
    expect(rolled.result.left).toEqual([
      'AlarmNotification was resumed from outside this run while the group rolled: left running.',
    ])
  })

  test('a process that was suspended stays so', async () => {
    const fixture = scene({ size: 4 })
    meanwhile(fixture, ({ account }) =>
      operator(account).SuspendProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['HealthCheck'] }),
    )
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('rolled')
    expect(standing(fixture.account)).toEqual({ ...fixture.before, suspended: ['HealthCheck'] })
  })

  test('a process that was suspended before stays so', async () => {
    const fixture = scene({ size: 2 })
    operator(fixture.account).SuspendProcesses({
      AutoScalingGroupName: 'web',
      ScalingProcesses: ['AZRebalance', 'HealthCheck'],
    })
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('rolled')
    expect(standing(fixture.account).suspended).toEqual(['AZRebalance', 'HealthCheck'])
  })

  test('a launch source: the plan showed another one, so the roll halts', async () => {
    const fixture = scene({ size: 4, launch: 'template-latest' })
    meanwhile(fixture, ({ account, group }) => {
      const { LaunchTemplates } = account.ec2.operations.DescribeLaunchTemplates({})
      account.ec2.operations.CreateLaunchTemplateVersion({
        LaunchTemplateId: LaunchTemplates?.[0]?.LaunchTemplateId,
        SourceVersion: '2',
        LaunchTemplateData: { ImageId: group.newImageId },
      })
    })
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('halted')
    expect(rolled.result.failure?.why).toMatch(
      /^The launch source was changed while the group rolled; it is .* version 3/,
    )
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(fixture.account.ledger.lowestReady('web')).toBe(4)
  })

  test('the memo, again and again: the group is restored by the state that this run knows, and the run says so', async () => {
    const fixture = scene({ size: 4, sizes: { min: 0, max: 4 } })
    for (const seconds of [130, 230, 330]) meanwhile(fixture, ({ account }) => stripTags(account), seconds)
    const rolled = await run(fixture)
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(rolled.result.status).toBe('halted')
    expect(rolled.result.failure?.why).toBe(
      'The tags with the saved state of the group were removed from outside this run.',
    )
  })

  test('an instance that an operator terminates', async () => {
    const fixture = scene({ size: 4 })
    meanwhile(fixture, ({ account }) =>
      account.ec2.operations.TerminateInstances({ InstanceIds: [oldLeft(fixture)[0] ?? ''] }),
    )
    expectRolled(fixture, await run(fixture))
    expect(fixture.account.ledger.lowestReady('web')).toBeGreaterThanOrEqual(3)
  })
})

test.each([
  {
    name: 'AWS is busy',
    rule: {
      action: 'autoscaling:UpdateAutoScalingGroup',
      fault: { kind: 'refusal', code: 'ResourceContention', status: 500 },
      times: 3,
    },
  },
  {
    name: 'a read takes a minute',
    rule: { action: 'elasticloadbalancing:*', fault: { kind: 'silence' }, times: 2 },
  },
] as const)('a maximum that an operator sets while $name is not overwritten', async ({ rule }) => {
  const fixture = scene({ size: 3, sizes: { min: 1, max: 3 } })
  fixture.account.timeline.after(1.5, () => fixture.account.faults.inject(rule))
  meanwhile(
    fixture,
    ({ account }) => operator(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', MaxSize: 9 }),
    3,
  )
  const rolled = await run(fixture)
  expect(rolled.result.status).toBe('rolled')
  expect(standing(fixture.account)).toEqual({ ...fixture.before, sizes: [1, 3, 9] })
  expect(rolled.result.left).toEqual(['MaxSize was changed from 3 to 9 from outside this run: kept.'])
})
