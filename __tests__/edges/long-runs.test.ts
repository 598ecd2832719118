import { takeShortcut } from '../../simulator/shortcut.ts'
import { expectRolled, oldLeft, run, scene, standing } from './fixture.ts'

takeShortcut()

test('credentials are renewed as often as a long roll needs it', async () => {
  const stage = scene({ size: 16 }, { behaviour: { bootSeconds: 240 } })
  const { world } = stage
  // STS refuses keys whose session is over.
  world.sts.accepts = 'known keys'
  const from = world.timeline.now
  expectRolled(stage, await run(stage, { 'role-duration-seconds': '900' }))
  const hours = (world.timeline.now - from) / 3600
  expect(hours).toBeGreaterThan(1)
  const sessions = world.ledger.entries.filter(({ operation }) => operation === 'AssumeRoleWithWebIdentity').length
  // Each is given up five minutes before its end.
  expect(sessions).toBeGreaterThanOrEqual(Math.floor((hours * 3600) / 900))
  expect(sessions).toBeLessThanOrEqual(Math.ceil((hours * 3600) / 600) + 1)
})

test('credentials that cannot be renewed for a while are used to their end, and then renewed', async () => {
  const stage = scene({ size: 8 }, { behaviour: { bootSeconds: 240 } })
  const { world } = stage
  world.sts.accepts = 'known keys'
  const unavailable = { kind: 'refusal', code: 'ServiceUnavailable', status: 503 } as const
  world.faults.inject({ action: 'sts:AssumeRoleWithWebIdentity', mishap: unavailable, skip: 1, times: 6 })
  expectRolled(stage, await run(stage, { 'role-duration-seconds': '900' }))
})

test('a roll whose time is over halts in order, says how to go on, and the next run goes on', async () => {
  const stage = scene({ size: 6 })
  const first = await run(stage, { timeout: '5' })
  expect(first.result.status).toBe('halted')
  expect(first.result.failure).toMatchObject({
    why: 'The time given by `timeout` is over.',
    remedy: expect.stringContaining('Start again') as string,
  })
  expect(standing(stage.world)).toEqual(stage.before)
  const left = oldLeft(stage)
  expect(left.length).toBeGreaterThan(0)
  expect(left.length).toBeLessThan(6)
  expect(stage.world.ledger.lowestReady('web')).toBe(6)
  const second = await run(stage, {}, { runId: '1001' })
  expectRolled(stage, second)
  expect([...second.result.replaced].sort()).toEqual([...left].sort())
})
