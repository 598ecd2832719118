/** Outputs, log and summary say what was observed, and in words of their own where a roll is put back. */
import { Cancelled } from '../../src/errors.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { expectRolled, oldLeft, type Rolled, run, type Scene, scene, standing } from './fixture.ts'

takeShortcut()

const TERMINATE = 'autoscaling:TerminateInstanceInAutoScalingGroup'

describe('a termination whose answer was lost', () => {
  test.each([
    { name: 'one, and by one', size: 4, surge: '1', times: 1 },
    { name: 'two in a row', size: 4, surge: '1', times: 2 },
    { name: 'every one', size: 4, surge: '1', times: 100 },
    { name: 'one of several instances', size: 6, surge: '3', times: 1 },
  ])('and that AWS carried out counts as a replacement: $name', async ({ size, surge, times }) => {
    const fixture = scene({ size })
    fixture.account.faults.inject({ action: TERMINATE, fault: { kind: 'reset' }, effect: 'done', times })
    const rolled = await run(fixture, { surge })
    expectRolled(fixture, rolled)
    expect([...rolled.result.replaced].sort()).toEqual([...fixture.group.instanceIds].sort())
    expect(JSON.parse(rolled.outputs['replaced'] ?? '')).toHaveLength(size)
    expect(rolled.reported).toContain(`rolled: ${size} instances replaced`)
    expect(rolled.reported).toContain('AWS has carried it out, though its answer was lost')
    const named = rolled.result.steps.filter(({ action }) => action === 'terminate').map(({ detail }) => detail)
    for (const id of fixture.group.instanceIds) expect(named.filter((detail) => detail.includes(id))).toHaveLength(1)
  })

  test('and that AWS did not carry out is told once, when it is done', async () => {
    const fixture = scene()
    fixture.account.faults.inject({ action: TERMINATE, fault: { kind: 'reset' }, effect: 'not done', times: 2 })
    const rolled = await run(fixture)
    expectRolled(fixture, rolled)
    expect(rolled.result.replaced).toHaveLength(3)
    expect(rolled.result.steps.filter(({ action }) => action === 'terminate')).toHaveLength(3)
    expect(rolled.reported).not.toContain('though its answer was lost')
  })
})

/** A roll of three that is cancelled when its first new instance is there. */
async function cancelled(seconds: number, inputs: Readonly<Record<string, string>> = {}) {
  const fixture = scene()
  const cancel = new AbortController()
  fixture.account.timeline.after(seconds, () => cancel.abort(new Cancelled()))
  const main = await run(fixture, inputs, { signal: cancel.signal })
  const { inService, pending } = fixture.account.autoScaling.capacity('web').ids
  const own = [...inService, ...pending].filter((id) => !fixture.group.instanceIds.includes(id))
  return { fixture, main, own }
}

const rolesOf = (rolled: Rolled): Readonly<Record<string, string>> => {
  const { groups } = JSON.parse(rolled.outputs['result'] ?? '') as {
    groups: { timeline: { id: string; role: string }[] }[]
  }
  return Object.fromEntries((groups[0]?.timeline ?? []).map(({ id, role }) => [id, role]))
}

const expectPutBackInItsWords = (fixture: Scene, put: Rolled, own: readonly string[]): void => {
  expect(put.failed).toBe(false)
  expect(standing(fixture.account)).toEqual(fixture.before)
  expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
  expect(own).toHaveLength(1)
  expect(put.reported).toMatch(/web: restored in \d+ s: 1 new instance removed, sizes and processes put back/)
  expect(put.summary).toContain('1 group restored, 1 new instance removed')
  expect(put.summary).not.toContain('instance replaced')
  expect(put.summary).toMatch(/^ {2}lost \S+ :crit, /m)
  expect(put.summary).not.toContain(`old ${own[0]}`)
}

describe('what a cancelled run has launched is no replaced instance', () => {
  // Before and after the new one is in service.
  test.each([40, 75])('in the post step, %s s in', async (seconds) => {
    const { fixture, main, own } = await cancelled(seconds)
    const post = await run(fixture, {}, { state: main.state })
    expectPutBackInItsWords(fixture, post, own)
  })

  test.each([40, 75])('in `mode: restore`, %s s in', async (seconds) => {
    const { fixture, own } = await cancelled(seconds)
    fixture.account.timeline.advance(400)
    const restored = await run(fixture, { mode: 'restore' }, { runId: '1001' })
    expectPutBackInItsWords(fixture, restored, own)
    expect(restored.result.status).toBe('restored')
    expect(restored.result.replaced).toEqual([])
    expect(restored.result.launched).toEqual([])
    for (const id of own) expect(rolesOf(restored)[id]).toBe('new')
    for (const id of fixture.group.instanceIds) expect(rolesOf(restored)[id]).toBe('old')
  })
})

describe('a run that was cancelled', () => {
  test('says so, and that something is left', async () => {
    const { main } = await cancelled(75)
    expect(main.reported).toMatch(/web: CANCELLED after .*, something is left to be put back/)
    expect(main.summary).toContain('`web` was cancelled, something is left to be put back')
    expect(main.summary).toMatch(/\*\*\[web\]\([^ ]*\)\*\* cancelled: The run was cancelled\./)
    expect(main.annotations.map(({ title }) => title)).toContain('Fleet Patch: web cancelled')
    expect(main.reported).not.toContain('unfinished')
  })

  test('before it has changed anything says that', async () => {
    const fixture = scene()
    const cancel = new AbortController()
    const { operations } = fixture.account.autoScaling
    const tag = operations.CreateOrUpdateTags
    // Cancelled as the first change is about to be sent.
    fixture.account.faults.inject({
      action: 'autoscaling:CreateOrUpdateTags',
      fault: { kind: 'refusal', code: 'Throttling' },
      times: 1,
    })
    fixture.account.timeline.after(0.01, () => cancel.abort(new Cancelled()))
    const main = await run(fixture, {}, { signal: cancel.signal })
    expect(operations.CreateOrUpdateTags).toBe(tag)
    expect(fixture.account.ledger.changes()).toEqual([])
    expect(main.result.changed).toBe(false)
    expect(main.reported).toMatch(/web: CANCELLED after .*, nothing was changed/)
  })
})

test('a restore that finds no saved state says that, and not that it has restored anything', async () => {
  const restored = await run(scene(), { mode: 'restore' })
  expect(restored.reported).toContain('web: no saved state was found, nothing was put back')
  expect(restored.summary).toContain('## ✅ Fleet Patch: no saved state was found, nothing was put back')
  expect(restored.reported).not.toContain('restored in')
})
