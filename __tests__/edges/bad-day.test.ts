import { expectPutBack, expectRolled, oldLeft, operator, run, scene, standing } from './fixture.ts'

describe('throttling', () => {
  test('a burst slows the looks down and is outlasted', async () => {
    const stage = scene()
    const { world } = stage
    const throttle = { kind: 'refusal', code: 'Throttling', message: 'Rate exceeded' } as const
    world.timeline.after(60, () =>
      world.faults.inject({ action: 'autoscaling:*', mishap: throttle, chance: 0.7, times: 200 }),
    )
    expectRolled(stage, await run(stage))
  })

  test('of a termination has the group looked at again before anybody leaves', async () => {
    const stage = scene()
    const throttle = { kind: 'refusal', code: 'Throttling', message: 'Rate exceeded' } as const
    const terminate = 'autoscaling:TerminateInstanceInAutoScalingGroup'
    stage.world.faults.inject({ action: terminate, mishap: throttle, times: 2 })
    expectRolled(stage, await run(stage))
    const actions = stage.world.ledger.entries.map(({ action }) => action)
    const throttled = stage.world.ledger.entries.flatMap(({ action, outcome }, index) =>
      action === terminate && outcome === 'Throttling' ? [index] : [],
    )
    expect(throttled).toHaveLength(2)
    for (const index of throttled) expect(actions[index + 1]).toBe('autoscaling:DescribeAutoScalingGroups')
  })

  test('by the published limits of all services a group of a hundred is rolled', async () => {
    const stage = scene({ size: 100 })
    stage.world.faults.throttle({ size: 20, refillPerSecond: 0.5 })
    expectRolled(stage, await run(stage, { surge: '25%' }))
  })

  test('that never ends is a failure that says so, not a wait for ever', async () => {
    const stage = scene()
    const throttle = { kind: 'refusal', code: 'Throttling', message: 'Rate exceeded' } as const
    stage.world.timeline.after(100, () => stage.world.faults.inject({ action: 'autoscaling:*', mishap: throttle }))
    const from = stage.world.timeline.now
    const rolled = await run(stage, { timeout: '30' })
    expect(rolled.failed).toBe(true)
    expect(rolled.result.status).toBe('unfinished')
    expect(rolled.told).toContain('autoscaling:DescribeAutoScalingGroups')
    expect(stage.world.timeline.now - from).toBeLessThan(2 * 3600)
    stage.world.faults.clear()
    await run(stage, {}, { state: rolled.state })
    expect(standing(stage.world)).toEqual(stage.before)
  })
})

describe('answers that pass with time are waited out', () => {
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
    const stage = scene()
    stage.world.faults.inject({ action, mishap: { kind: 'refusal', code, status }, chance, times })
    expectRolled(stage, await run(stage))
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
    const stage = scene()
    stage.world.faults.inject({ action: `autoscaling:${change}`, mishap: { kind: 'reset' }, effect, times: 1 })
    expectRolled(stage, await run(stage))
    expect(stage.world.ledger.lowestReady('web')).toBe(3)
    expect(stage.world.ledger.highestTotal('web')).toBe(4)
    // Exactly as many launches as replacements.
    expect(stage.world.ledger.launches('web').filter((id) => !stage.group.instanceIds.includes(id))).toHaveLength(3)
  })

  test('one in ten, of all calls', async () => {
    const stage = scene({ size: 6 })
    stage.world.faults.inject({ action: '*', mishap: { kind: 'reset' }, effect: 'done', chance: 0.1 })
    expectRolled(stage, await run(stage, { surge: '2' }))
    expect(stage.world.ledger.lowestReady('web')).toBe(6)
    expect(stage.world.ledger.highestTotal('web')).toBeLessThanOrEqual(8)
  })
})

describe('stale reads', () => {
  test.each([2, 10, 30])('answers that lag %s s behind a write mislead nobody', async (staleSeconds) => {
    const stage = scene({ size: 4 })
    stage.world.behaviour.staleSeconds = staleSeconds
    const rolled = await run(stage)
    stage.world.behaviour.staleSeconds = 0
    expectRolled(stage, rolled)
    expect(stage.world.ledger.lowestReady('web')).toBe(4)
    expect(stage.world.ledger.highestTotal('web')).toBeLessThanOrEqual(5)
  })
})

describe('stale reads right after a death', () => {
  const heirs = {
    'the post step': {},
    'the next attempt': { runAttempt: '2' },
  } as const

  test.each(Object.entries(heirs))('do not mislead %s', async (heir, how) => {
    const undisturbed = scene({ size: 2 })
    await run(undisturbed)
    const changes = undisturbed.world.ledger.entries.flatMap((entry, index) => (entry.changes ? [index + 1] : []))
    expect(changes.length).toBeGreaterThan(7)
    for (const call of changes)
      for (const seed of [1, 2, 3]) {
        const stage = scene({ size: 2 }, { seed })
        stage.world.behaviour.staleSeconds = 12
        const dead = await run(stage, {}, { process: { death: { when: 'after', call } } })
        const lived = await run(stage, {}, heir === 'the post step' ? { state: dead.state } : how)
        const at = `died after call ${call}, seed ${seed}`
        expect({ at, failed: lived.failed, told: lived.annotations }).toEqual({ at, failed: false, told: [] })
        stage.world.timeline.advance(60)
        stage.world.behaviour.staleSeconds = 0
        expect({ at, ...standing(stage.world) }).toEqual({ at, ...stage.before })
        expect(stage.world.ledger.lowestReady('web')).toBe(2)
        // Only who rolls on replaces the rest.
        const left = heir === 'the post step' ? [] : oldLeft(stage)
        expect({ at, left }).toEqual({ at, left: [] })
      }
  })
})

test('an attempt whose name is on the memo, though every answer to it was lost, still takes the roll over', async () => {
  const stage = scene({ size: 2 })
  await run(stage, {}, { process: { death: { when: 'after', call: 40 } } })
  // What is launched has changed since: who takes over rolls to that.
  const [name = ''] = stage.group.sourceNames
  stage.world.ec2.operations.CreateLaunchTemplateVersion({
    LaunchTemplateName: name,
    SourceVersion: '1',
    LaunchTemplateData: { UserData: 'bmV3' },
  })
  stage.world.faults.inject({
    action: 'autoscaling:CreateOrUpdateTags',
    mishap: { kind: 'reset' },
    effect: 'done',
    times: 10,
  })
  const rolled = await run(stage, {}, { runAttempt: '2' })
  expect(rolled.result.failure).toBeNull()
  expectRolled(stage, rolled)
})

describe('instances that EC2 does not know', () => {
  test('are rolled by what their group tells of them', async () => {
    const stage = scene()
    const { world } = stage
    // EC2 answers every question with nothing, as it does for a while after a launch.
    const { DescribeInstances } = world.ec2.operations
    Object.assign(world.ec2.operations, {
      DescribeInstances: (input: object) => ({ ...DescribeInstances(input), Reservations: [] }),
    })
    expectRolled(stage, await run(stage))
  })

  test('are replaced with force too, once EC2 has had its time', async () => {
    const stage = scene({ size: 2 })
    const { world } = stage
    const { DescribeInstances } = world.ec2.operations
    const [lost] = stage.group.instanceIds
    Object.assign(world.ec2.operations, {
      DescribeInstances: (input: object) => {
        const answer = DescribeInstances(input)
        return {
          ...answer,
          Reservations: (answer.Reservations ?? []).filter(({ Instances }) => Instances?.[0]?.InstanceId !== lost),
        }
      },
    })
    expectRolled(stage, await run(stage, { force: 'true' }))
  })
})

describe('AccessDenied in mid-roll stops at once, names action and user, and puts back what may be', () => {
  const inMidRoll = async (...actions: string[]) => {
    const stage = scene()
    stage.world.timeline.after(30, () => stage.world.faults.deny(...actions))
    return { stage, rolled: await run(stage) }
  }

  test('to terminate: no healthy instance goes, processes run again, and what is left is told', async () => {
    const { stage, rolled } = await inMidRoll('autoscaling:TerminateInstanceInAutoScalingGroup')
    expect(rolled.result.status).toBe('unfinished')
    expect(rolled.result.failure?.why).toContain(
      'the role fleet-patch is not authorized to perform autoscaling:TerminateInstanceInAutoScalingGroup',
    )
    expect(standing(stage.world).suspended).toEqual([])
    expect(standing(stage.world).memo).not.toEqual([])
    expect(oldLeft(stage)).toEqual(stage.group.instanceIds)
    expect(rolled.result.left.join(' ')).toContain('desired should be 3 again.')
    expect(stage.world.ledger.lowestReady('web')).toBe(3)
    // With the right restored, the same mode again goes on, or restore puts back.
    stage.world.faults.clear()
    await run(stage, {}, { state: rolled.state })
    expect(standing(stage.world)).toEqual(stage.before)
    expect(oldLeft(stage)).toEqual(stage.group.instanceIds)
  })

  test('to suspend: nothing was changed but the memo, which goes', async () => {
    const stage = scene()
    stage.world.faults.deny('autoscaling:SuspendProcesses')
    const rolled = await run(stage)
    expectPutBack(stage, rolled)
    expect(rolled.result.failure?.why).toContain('autoscaling:SuspendProcesses')
  })

  test('to remember: nothing at all was changed', async () => {
    const stage = scene()
    stage.world.faults.deny('autoscaling:CreateOrUpdateTags')
    const rolled = await run(stage)
    expectPutBack(stage, rolled)
    expect(rolled.result.changed).toBe(false)
    expect(stage.world.ledger.changes().filter(({ outcome }) => outcome === 'ok')).toEqual([])
  })

  test('to resize: what was suspended runs again', async () => {
    const stage = scene()
    stage.world.faults.deny('autoscaling:UpdateAutoScalingGroup')
    const rolled = await run(stage)
    expectPutBack(stage, rolled)
    expect(rolled.result.failure?.why).toContain('autoscaling:UpdateAutoScalingGroup')
  })

  test('to resume: the sizes are back, the processes are told', async () => {
    const { stage, rolled } = await inMidRoll('autoscaling:ResumeProcesses')
    expect(rolled.result.status).toBe('unfinished')
    expect(rolled.result.failure?.why).toContain('autoscaling:ResumeProcesses')
    expect(standing(stage.world).sizes).toEqual(stage.before.sizes)
    expect(rolled.result.left.join(' ')).toContain(
      'AZRebalance, AlarmNotification, ScheduledActions should be resumed.',
    )
  })

  test('to forget: everything is back but the memo', async () => {
    const { stage, rolled } = await inMidRoll('autoscaling:DeleteTags')
    expect(rolled.failed).toBe(true)
    expect(standing(stage.world)).toEqual({ ...stage.before, memo: ['fleet-patch:memo', 'fleet-patch:run'] })
  })

  test.each([
    'autoscaling:DescribeAutoScalingGroups',
    'autoscaling:DescribeScalingActivities',
    'ec2:DescribeLaunchTemplates',
    'ec2:DescribeInstances',
    'elasticloadbalancing:DescribeTargetHealth',
  ])('to look (%s): put back as far as what was seen last allows, the memo stays for who can see', async (action) => {
    const { stage, rolled } = await inMidRoll(action)
    expect(rolled.result.status).toBe('unfinished')
    expect(rolled.result.failure?.what).toContain(action)
    expect(standing(stage.world)).toMatchObject({ suspended: [], memo: ['fleet-patch:memo', 'fleet-patch:run'] })
    stage.world.timeline.advance(900)
    expect(stage.world.ledger.lowestReady('web')).toBe(3)
    stage.world.faults.clear()
    await run(stage, {}, { state: rolled.state })
    expect(standing(stage.world)).toEqual(stage.before)
  })
})

describe('an answer that never comes', () => {
  test.each(['autoscaling:DescribeAutoScalingGroups', 'autoscaling:TerminateInstanceInAutoScalingGroup', '*'])(
    'to %s is given up, and asked for again where that is safe',
    async (action) => {
      const stage = scene()
      stage.world.faults.inject({ action, mishap: { kind: 'silence' }, skip: 2, times: 3 })
      expectRolled(stage, await run(stage))
    },
  )
})

test('without eyes no sizes are put back: AWS would choose who leaves, and might choose who serves', async () => {
  const stage = scene({ size: 3, sizes: { min: 0, max: 5 } })
  // Denied after the look that saw no launch yet; by the next one AWS has launched.
  stage.world.timeline.after(3, () => stage.world.faults.deny('elasticloadbalancing:DescribeTargetHealth'))
  const rolled = await run(stage, { surge: '2' })
  expect(rolled.result.status).toBe('unfinished')
  stage.world.timeline.advance(900)
  expect(stage.world.ledger.lowestReady('web')).toBe(3)
  expect(oldLeft(stage)).toEqual(stage.group.instanceIds)
})

test('a group that somebody deletes in mid-roll ends the roll of that group', async () => {
  const stage = scene()
  stage.world.timeline.after(100, () =>
    operator(stage.world).DeleteAutoScalingGroup({ AutoScalingGroupName: 'web', ForceDelete: true }),
  )
  const rolled = await run(stage)
  expect(rolled.failed).toBe(true)
  expect(rolled.result.status).toBe('unfinished')
  expect(rolled.told).toContain('does not exist')
})
