import fc from 'fast-check'
import { Cancelled } from '../../src/errors.ts'
import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { expectRolled, oldLeft, operator, run, type Rolled, type Scene, scene, sceneOf, standing } from './fixture.ts'

takeShortcut()

/** Cancels the main step after so many seconds of the roll. */
async function cancelled(
  stage: Scene,
  seconds: number,
  inputs: Record<string, string> = {},
): Promise<Rolled & { readonly tookSeconds: number }> {
  const cancel = new AbortController()
  let at = Infinity
  stage.world.timeline.after(seconds, () => {
    at = stage.world.timeline.now
    cancel.abort(new Cancelled())
  })
  const rolled = await run(stage, inputs, { signal: cancel.signal })
  return { ...rolled, tookSeconds: stage.world.timeline.now - at }
}

test('at whatever moment a roll is cancelled, main ends at once and post puts back within seconds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.double({ min: 0, max: 420, noNaN: true }),
      fc.integer({ min: 1, max: 3 }),
      async (seconds, surge) => {
        const stage = scene({ size: 3, sizes: { min: 0, max: 3 } })
        const main = await cancelled(stage, seconds, { surge: String(surge) })
        if (main.result.status === 'rolled') return
        expect(main.tookSeconds).toBeLessThanOrEqual(1)
        const changes = stage.world.ledger.changes().length
        expect(main.failed).toBe(true)
        const from = stage.world.timeline.now
        const post = await run(stage, { surge: String(surge) }, { state: main.state })
        expect(stage.world.timeline.now - from).toBeLessThanOrEqual(30)
        expect(post.failed).toBe(false)
        expect(standing(stage.world)).toEqual(stage.before)
        expect(stage.world.ledger.lowestReady('web')).toBe(3)
        // Post again, or after itself, changes nothing more.
        const after = stage.world.ledger.changes().length
        await run(stage, {}, { state: main.state })
        expect(stage.world.ledger.changes()).toHaveLength(after)
        expect(after).toBeGreaterThanOrEqual(changes)
        stage.world.timeline.advance(900)
        expect(instanceIds(stage.world, 'web')).toHaveLength(3)
      },
    ),
    { numRuns: 40, seed: 11 },
  )
})

describe('an answer that does not come holds up no cancellation', () => {
  test.each([
    { action: 'autoscaling:DescribeAutoScalingGroups', within: 0 },
    { action: 'ec2:DescribeInstances', within: 0 },
    { action: 'autoscaling:SuspendProcesses', within: 3 },
    { action: 'autoscaling:UpdateAutoScalingGroup', within: 3 },
    { action: 'autoscaling:TerminateInstanceInAutoScalingGroup', within: 3 },
  ])('of $action: main ends within $within s, post puts back', async ({ action, within }) => {
    for (const effect of ['done', 'not done'] as const) {
      const stage = scene({ size: 3, sizes: { min: 0, max: 3 } })
      const silence = (): void =>
        stage.world.faults.inject({ action, mishap: { kind: 'silence' }, effect, skip: 1, times: 1 })
      if (action.includes('Describe')) stage.world.timeline.after(30, silence)
      else stage.world.faults.inject({ action, mishap: { kind: 'silence' }, effect, times: 1 })
      const cancel = new AbortController()
      let at = Infinity
      const { entries } = stage.world.ledger
      const watch = (): void => {
        // In the middle of the silence: it began some seconds ago.
        if (entries.some(({ outcome, at: began }) => outcome === 'silence' && stage.world.timeline.now >= began + 5)) {
          at = stage.world.timeline.now
          cancel.abort(new Cancelled())
        } else stage.world.timeline.after(1, watch)
      }
      watch()
      const main = await run(stage, {}, { signal: cancel.signal })
      expect(main.failed).toBe(true)
      expect(stage.world.timeline.now - at).toBeLessThanOrEqual(within)
      const post = await run(stage, {}, { state: main.state })
      expect(post.failed).toBe(false)
      expect(standing(stage.world)).toEqual(stage.before)
      expect(stage.world.ledger.lowestReady('web')).toBe(3)
    }
  })
})

/** A step that is cancelled once AWS has been silent to one of its calls for some seconds. */
async function cancelledInSilence(
  stage: Scene,
  inputs: Record<string, string>,
  more: { readonly runId?: string } = {},
): Promise<Rolled> {
  const cancel = new AbortController()
  const { entries } = stage.world.ledger
  const watch = (): void => {
    if (entries.some(({ outcome, at }) => outcome === 'silence' && stage.world.timeline.now >= at + 5))
      cancel.abort(new Cancelled())
    else stage.world.timeline.after(1, watch)
  }
  watch()
  return await run(stage, inputs, { signal: cancel.signal, ...more })
}

const LOOK = { action: 'autoscaling:DescribeAutoScalingGroups', mishap: { kind: 'silence' } } as const

describe('a step that is cancelled in its first look', () => {
  test('tells of the patch that it made before the roll', async () => {
    const world = new SimulatedAccount()
    const stage = sceneOf(world, addGroup(world, { name: 'web', size: 1, launch: 'template-latest' }))
    const { CreateLaunchTemplateVersion } = stage.world.ec2.operations
    Object.assign(stage.world.ec2.operations, {
      CreateLaunchTemplateVersion: (input: never) => {
        stage.world.faults.inject(LOOK)
        return CreateLaunchTemplateVersion(input)
      },
    })
    const main = await cancelledInSilence(stage, { mode: 'patch-image', rollout: 'respawn' })
    expect(main.failed).toBe(true)
    expect(main.outputs['changed']).toBe('true')
    expect(main.result).toMatchObject({ status: 'failed', changed: true, failure: { what: 'The run was cancelled.' } })
    expect(main.result.steps.length).toBeGreaterThan(0)
  })

  test('and rolls nothing is red, and says why', async () => {
    const stage = scene()
    stage.world.faults.inject({ ...LOOK, skip: 1 })
    const main = await cancelledInSilence(stage, {})
    expect(main.failed).toBe(true)
    expect(main.annotations.map(({ message }) => message)).toEqual(['The run was cancelled.'])
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('as a restore leaves what a dead run has left, and its post step does not say that it is back', async () => {
    const stage = scene({ size: 2 })
    await run(stage, {}, { process: { death: { when: 'after', call: 40 } } })
    stage.world.timeline.advance(400)
    const left = standing(stage.world)
    expect(left).not.toEqual(stage.before)
    stage.world.faults.inject({ ...LOOK, skip: 1 })
    const main = await cancelledInSilence(stage, { mode: 'restore' }, { runId: '2000' })
    stage.world.faults.clear()
    const post = await run(stage, { mode: 'restore' }, { runId: '2000', state: main.state })
    expect(standing(stage.world)).toEqual(left)
    expect(post.told).not.toContain('restored')
    expect(post.told).toContain('not this one, has left this group unfinished')
  })
})

test('a restore that is cancelled tells of the groups that it has put back already', async () => {
  const stage = scene({ size: 1 })
  addGroup(stage.world, { name: 'other', size: 1, outdated: true })
  await run(stage, {}, { process: { death: { when: 'after', call: 30 } } })
  stage.world.timeline.advance(400)
  const cancel = new AbortController()
  // While it still looks for what may be hidden of the other one.
  stage.world.timeline.after(15, () => cancel.abort(new Cancelled()))
  const inputs = { mode: 'restore', 'auto-scaling-groups': 'web\nother' }
  const main = await run(stage, inputs, { runId: '2000', signal: cancel.signal })
  const { groups } = JSON.parse(main.outputs['result'] ?? '{}') as { groups: { group: string; status: string }[] }
  expect(groups.map(({ group, status }) => [group, status])).toEqual([
    ['other', 'unfinished'],
    ['web', 'restored'],
  ])
  expect(standing(stage.world)).toEqual(stage.before)
})

test('of many groups none is begun or gone on with after the signal', async () => {
  const stage = scene({ name: 'web-0', size: 1, balancers: [] })
  for (let index = 1; index < 12; index++) addGroup(stage.world, { name: `web-${index}`, size: 1, outdated: true })
  stage.world.ledger.clear()
  const cancel = new AbortController()
  // In the middle of a round of changes, between two calls.
  const { SuspendProcesses } = operator(stage.world)
  let suspended = 0
  Object.assign(operator(stage.world), {
    SuspendProcesses: (input: never) => {
      if (++suspended === 4) cancel.abort(new Cancelled())
      return SuspendProcesses(input)
    },
  })
  const main = await run(stage, { 'auto-scaling-groups': 'web-*' }, { signal: cancel.signal })
  expect(main.failed).toBe(true)
  // Those under way at that moment came to their end; no other was begun.
  expect(suspended).toBeLessThanOrEqual(8)
  await run(stage, {}, { state: main.state })
  for (let index = 0; index < 12; index++)
    expect(standing(stage.world, `web-${index}`)).toMatchObject({ suspended: [], memo: [] })
})

test('main and post may both try to put back', async () => {
  const stage = scene({ size: 3 })
  stage.world.behaviour.sickImages.add(stage.group.newImageId)
  // Cancelled while it is putting back after its own halt.
  const main = await cancelled(stage, 302, { 'instance-timeout': '3' })
  await run(stage, {}, { state: main.state })
  expect(standing(stage.world)).toEqual(stage.before)
  expect(oldLeft(stage)).toEqual(stage.group.instanceIds)
})

describe('the post step', () => {
  const silent = (post: Rolled): void => {
    expect(post.told.trim()).toBe('')
    expect(post.calls).toBe(0)
  }

  test('is silent after a roll that ended well', async () => {
    const stage = scene({ size: 1 })
    const main = await run(stage)
    expectRolled(stage, main)
    silent(await run(stage, {}, { state: main.state }))
  })

  test('is silent after a roll that halted and put back', async () => {
    const stage = scene({ size: 1 })
    stage.world.behaviour.refuseLaunch = () => 'no such image'
    const main = await run(stage)
    expect(main.result.status).toBe('halted')
    silent(await run(stage, {}, { state: main.state }))
  })

  test('is silent after a dry run, after restore, and after inputs that were wrong', async () => {
    const stage = scene({ size: 1 })
    for (const inputs of [{ 'dry-run': 'true' }, { mode: 'restore' }, { surge: 'some' }])
      silent(await run(stage, inputs, { state: (await run(stage, inputs)).state }))
  })

  test('copes with a main step that was killed between its first words', async () => {
    const stage = scene({ size: 1 })
    silent(await run(stage, {}, { state: { groups: '["web"]' } }))
    silent(await run(stage, {}, { state: { step: 'main' } }))
  })

  test('finds nothing to do where main was killed before its first change', async () => {
    const stage = scene({ size: 1 })
    const post = await run(stage, {}, { state: { groups: '["web"]', run: '1000/1/abcd' } })
    expect(post.failed).toBe(false)
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('puts the others back where a group is gone or its memo cannot be read', async () => {
    const stage = scene()
    addGroup(stage.world, { name: 'unreadable', size: 1 })
    operator(stage.world).CreateOrUpdateTags({
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
    const main = await cancelled(stage, 60)
    expect(main.result.status).toBe('unfinished')
    const post = await run(stage, {}, { state: { ...main.state, groups: '["gone","unreadable","web"]' } })
    expect(post.told).toContain('The Auto Scaling group gone does not exist.')
    expect(post.told).toContain('The tag fleet-patch:memo of the group unreadable cannot be read')
    expect(standing(stage.world)).toEqual(stage.before)
  })
})
