import fc from 'fast-check'
import { Cancelled } from '../../src/errors.ts'
import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { expectRolled, oldLeft, operator, run, type Rolled, type Scene, scene, sceneOf, standing } from './fixture.ts'

takeShortcut()

/** Cancels the main step a number of seconds after the roll began. */
async function cancelled(
  fixture: Scene,
  seconds: number,
  inputs: Record<string, string> = {},
): Promise<Rolled & { readonly tookSeconds: number }> {
  const cancel = new AbortController()
  let at = Infinity
  fixture.account.timeline.after(seconds, () => {
    at = fixture.account.timeline.now
    cancel.abort(new Cancelled())
  })
  const rolled = await run(fixture, inputs, { signal: cancel.signal })
  return { ...rolled, tookSeconds: fixture.account.timeline.now - at }
}

test('at any moment of the cancellation, main ends at once and post restores within seconds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.double({ min: 0, max: 420, noNaN: true }),
      fc.integer({ min: 1, max: 3 }),
      async (seconds, surge) => {
        const fixture = scene({ size: 3, sizes: { min: 0, max: 3 } })
        const main = await cancelled(fixture, seconds, { surge: String(surge) })
        if (main.result.status === 'rolled') return
        expect(main.tookSeconds).toBeLessThanOrEqual(1)
        const changes = fixture.account.ledger.changes().length
        expect(main.failed).toBe(true)
        const from = fixture.account.timeline.now
        const post = await run(fixture, { surge: String(surge) }, { state: main.state })
        expect(fixture.account.timeline.now - from).toBeLessThanOrEqual(30)
        expect(post.failed).toBe(false)
        expect(standing(fixture.account)).toEqual(fixture.before)
        expect(fixture.account.ledger.lowestReady('web')).toBe(3)
        // A second post step changes nothing more.
        const after = fixture.account.ledger.changes().length
        await run(fixture, {}, { state: main.state })
        expect(fixture.account.ledger.changes()).toHaveLength(after)
        expect(after).toBeGreaterThanOrEqual(changes)
        fixture.account.timeline.advance(900)
        expect(instanceIds(fixture.account, 'web')).toHaveLength(3)
      },
    ),
    { numRuns: 40, seed: 11 },
  )
})

// The update lies within the room of the run, which was alive: it passed for the run's own, and four became three.
test('what an operator has set within the room of the roll right before the cancellation is kept', async () => {
  const fixture = scene({ size: 3, sizes: { min: 1, max: 6 } })
  const { account } = fixture
  account.timeline.after(6, () =>
    operator(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', DesiredCapacity: 4 }),
  )
  const main = await cancelled(fixture, 30, { surge: '2' })
  expect(main.failed).toBe(true)
  expect(standing(account).sizes).toEqual([1, 4, 6])
  const post = await run(fixture, { surge: '2' }, { state: main.state })
  expect(post.failed).toBe(false)
  expect(standing(account)).toEqual({ ...fixture.before, sizes: [1, 4, 6] })
})

describe('a call without an answer does not delay a cancellation', () => {
  test.each([
    { action: 'autoscaling:DescribeAutoScalingGroups', within: 0 },
    { action: 'ec2:DescribeInstances', within: 0 },
    { action: 'autoscaling:SuspendProcesses', within: 3 },
    { action: 'autoscaling:UpdateAutoScalingGroup', within: 3 },
    { action: 'autoscaling:TerminateInstanceInAutoScalingGroup', within: 3 },
  ])('of $action: main ends within $within s, post restores', async ({ action, within }) => {
    for (const effect of ['done', 'not done'] as const) {
      const fixture = scene({ size: 3, sizes: { min: 0, max: 3 } })
      const silence = (): void =>
        fixture.account.faults.inject({ action, fault: { kind: 'silence' }, effect, skip: 1, times: 1 })
      if (action.includes('Describe')) fixture.account.timeline.after(30, silence)
      else fixture.account.faults.inject({ action, fault: { kind: 'silence' }, effect, times: 1 })
      const cancel = new AbortController()
      let at = Infinity
      const { entries } = fixture.account.ledger
      const watch = (): void => {
        // While the call waits: it began some seconds ago.
        if (
          entries.some(({ outcome, at: began }) => outcome === 'silence' && fixture.account.timeline.now >= began + 5)
        ) {
          at = fixture.account.timeline.now
          cancel.abort(new Cancelled())
        } else fixture.account.timeline.after(1, watch)
      }
      watch()
      const main = await run(fixture, {}, { signal: cancel.signal })
      expect(main.failed).toBe(true)
      expect(fixture.account.timeline.now - at).toBeLessThanOrEqual(within)
      const post = await run(fixture, {}, { state: main.state })
      expect(post.failed).toBe(false)
      expect(standing(fixture.account)).toEqual(fixture.before)
      expect(fixture.account.ledger.lowestReady('web')).toBe(3)
    }
  })
})

/** A step that is cancelled while one of its calls has had no answer for some seconds. */
async function cancelledInSilence(
  fixture: Scene,
  inputs: Record<string, string>,
  more: { readonly runId?: string } = {},
): Promise<Rolled> {
  const cancel = new AbortController()
  const { entries } = fixture.account.ledger
  const watch = (): void => {
    if (entries.some(({ outcome, at }) => outcome === 'silence' && fixture.account.timeline.now >= at + 5))
      cancel.abort(new Cancelled())
    else fixture.account.timeline.after(1, watch)
  }
  watch()
  return await run(fixture, inputs, { signal: cancel.signal, ...more })
}

const LOOK = { action: 'autoscaling:DescribeAutoScalingGroups', fault: { kind: 'silence' } } as const

describe('a step that is cancelled in its first read', () => {
  test('reports the patch that it made before the roll', async () => {
    const account = new SimulatedAccount()
    const fixture = sceneOf(account, addGroup(account, { name: 'web', size: 1, launch: 'template-latest' }))
    const { CreateLaunchTemplateVersion } = fixture.account.ec2.operations
    Object.assign(fixture.account.ec2.operations, {
      CreateLaunchTemplateVersion: (input: never) => {
        fixture.account.faults.inject(LOOK)
        return CreateLaunchTemplateVersion(input)
      },
    })
    const main = await cancelledInSilence(fixture, { mode: 'patch-image', rollout: 'respawn' })
    expect(main.failed).toBe(true)
    expect(main.outputs['changed']).toBe('true')
    expect(main.result).toMatchObject({ status: 'failed', changed: true, failure: { what: 'The run was cancelled.' } })
    expect(main.result.steps.length).toBeGreaterThan(0)
  })

  test('and rolls nothing is red, and says why', async () => {
    const fixture = scene()
    fixture.account.faults.inject({ ...LOOK, skip: 1 })
    const main = await cancelledInSilence(fixture, {})
    expect(main.failed).toBe(true)
    expect(main.annotations.map(({ message }) => message)).toEqual(['The run was cancelled.'])
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('as a restore leaves the state of a dead run, and its post step does not report a restore', async () => {
    const fixture = scene({ size: 2 })
    await run(fixture, {}, { process: { crash: { when: 'after', call: 40 } } })
    fixture.account.timeline.advance(400)
    const left = standing(fixture.account)
    expect(left).not.toEqual(fixture.before)
    fixture.account.faults.inject({ ...LOOK, skip: 1 })
    const main = await cancelledInSilence(fixture, { mode: 'restore' }, { runId: '2000' })
    fixture.account.faults.clear()
    const post = await run(fixture, { mode: 'restore' }, { runId: '2000', state: main.state })
    expect(standing(fixture.account)).toEqual(left)
    expect(post.reported).not.toContain('restored')
    expect(post.reported).toContain('not this one, has left this group unfinished')
  })
})

test('a cancelled restore reports the groups that it has restored already', async () => {
  const fixture = scene({ size: 1 })
  addGroup(fixture.account, { name: 'other', size: 1, outdated: true })
  await run(fixture, {}, { process: { crash: { when: 'after', call: 30 } } })
  fixture.account.timeline.advance(400)
  const cancel = new AbortController()
  // While it still reads for a memo of the other group that may not show yet.
  fixture.account.timeline.after(15, () => cancel.abort(new Cancelled()))
  const inputs = { mode: 'restore', 'auto-scaling-groups': 'web\nother' }
  const main = await run(fixture, inputs, { runId: '2000', signal: cancel.signal })
  const { groups } = JSON.parse(main.outputs['result'] ?? '{}') as { groups: { group: string; status: string }[] }
  expect(groups.map(({ group, status }) => [group, status])).toEqual([
    ['other', 'unfinished'],
    ['web', 'restored'],
  ])
  expect(standing(fixture.account)).toEqual(fixture.before)
})

test('of many groups none is started or continued after the signal', async () => {
  const fixture = scene({ name: 'web-0', size: 1, balancers: [] })
  for (let index = 1; index < 40; index++) addGroup(fixture.account, { name: `web-${index}`, size: 1, outdated: true })
  fixture.account.ledger.clear()
  const cancel = new AbortController()
  // In the middle of a round of changes, between two calls.
  const { SuspendProcesses } = operator(fixture.account)
  let suspended = 0
  Object.assign(operator(fixture.account), {
    SuspendProcesses: (input: never) => {
      if (++suspended === 4) cancel.abort(new Cancelled())
      return SuspendProcesses(input)
    },
  })
  const main = await run(fixture, { 'auto-scaling-groups': 'web-*' }, { signal: cancel.signal })
  expect(main.failed).toBe(true)
  // The calls under way at that moment, of twenty groups, ended; no other was started.
  expect(suspended).toBeLessThanOrEqual(23)
  await run(fixture, {}, { state: main.state })
  for (let index = 0; index < 40; index++)
    expect(standing(fixture.account, `web-${index}`)).toMatchObject({ suspended: [], memo: [] })
})

test('main and post may both try to restore', async () => {
  const fixture = scene({ size: 3 })
  fixture.account.behaviour.sickImages.add(fixture.group.newImageId)
  // Cancelled while it restores after its own halt.
  const main = await cancelled(fixture, 302, { 'instance-timeout': '3' })
  await run(fixture, {}, { state: main.state })
  expect(standing(fixture.account)).toEqual(fixture.before)
  expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
})

describe('the post step', () => {
  const silent = (post: Rolled): void => {
    expect(post.reported.trim()).toBe('')
    expect(post.calls).toBe(0)
  }

  test('is silent after a roll that ended well', async () => {
    const fixture = scene({ size: 1 })
    const main = await run(fixture)
    expectRolled(fixture, main)
    silent(await run(fixture, {}, { state: main.state }))
  })

  test('is silent after a roll that halted and restored', async () => {
    const fixture = scene({ size: 1 })
    fixture.account.behaviour.refuseLaunch = () => 'no such image'
    const main = await run(fixture)
    expect(main.result.status).toBe('halted')
    silent(await run(fixture, {}, { state: main.state }))
  })

  test('is silent after a dry run, after restore, and after inputs that were wrong', async () => {
    const fixture = scene({ size: 1 })
    for (const inputs of [{ 'dry-run': 'true' }, { mode: 'restore' }, { surge: 'some' }])
      silent(await run(fixture, inputs, { state: (await run(fixture, inputs)).state }))
  })

  test('handles a main step that was killed during its first outputs', async () => {
    const fixture = scene({ size: 1 })
    silent(await run(fixture, {}, { state: { groups: '["web"]' } }))
    silent(await run(fixture, {}, { state: { step: 'main' } }))
  })

  test('finds nothing to do where main was killed before its first change', async () => {
    const fixture = scene({ size: 1 })
    // Another account of the same number, in which nothing was changed.
    const { state } = await cancelled(scene({ size: 1 }), 60)
    const post = await run(fixture, {}, { state })
    expect(post.failed).toBe(false)
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('restores the others where a group is gone or its memo cannot be read', async () => {
    const fixture = scene()
    addGroup(fixture.account, { name: 'unreadable', size: 1 })
    operator(fixture.account).CreateOrUpdateTags({
      Tags: [
        {
          ResourceId: 'unreadable',
          ResourceType: 'auto-scaling-group',
          Key: 'fleet-patch:memo',
          Value: 'no memo',
          PropagateAtLaunch: false,
        },
      ],
    })
    const main = await cancelled(fixture, 60)
    expect(main.result.status).toBe('unfinished')
    const post = await run(fixture, {}, { state: { ...main.state, groups: '["gone","unreadable","web"]' } })
    expect(post.reported).toContain('The Auto Scaling group gone does not exist.')
    expect(post.reported).toContain('The tag fleet-patch:memo of the group unreadable cannot be read')
    expect(standing(fixture.account)).toEqual(fixture.before)
  })
})
