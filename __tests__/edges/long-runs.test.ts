import { takeShortcut } from '../../simulator/shortcut.ts'
import { expectRolled, oldLeft, run, scene, standing } from './fixture.ts'

takeShortcut()

test('credentials are renewed as often as a long roll needs it', async () => {
  const fixture = scene({ size: 16 }, { behaviour: { bootSeconds: 240 } })
  const { account } = fixture
  // STS refuses the keys of expired sessions.
  account.sts.accepts = 'known keys'
  const from = account.timeline.now
  expectRolled(fixture, await run(fixture, { 'role-duration-seconds': '900' }))
  const hours = (account.timeline.now - from) / 3600
  expect(hours).toBeGreaterThan(1)
  const sessions = account.ledger.entries.filter(({ operation }) => operation === 'AssumeRoleWithWebIdentity').length
  // Each is renewed five minutes before its end.
  expect(sessions).toBeGreaterThanOrEqual(Math.floor((hours * 3600) / 900))
  expect(sessions).toBeLessThanOrEqual(Math.ceil((hours * 3600) / 600) + 1)
})

test('credentials that cannot be renewed for a while are used to their end, and then renewed', async () => {
  const fixture = scene({ size: 8 }, { behaviour: { bootSeconds: 240 } })
  const { account } = fixture
  account.sts.accepts = 'known keys'
  const unavailable = { kind: 'refusal', code: 'ServiceUnavailable', status: 503 } as const
  account.faults.inject({ action: 'sts:AssumeRoleWithWebIdentity', fault: unavailable, skip: 1, times: 6 })
  expectRolled(fixture, await run(fixture, { 'role-duration-seconds': '900' }))
})

test('a roll at its timeout halts in order and names the next steps, and the next run continues', async () => {
  const fixture = scene({ size: 6 })
  const first = await run(fixture, { timeout: '5' })
  expect(first.result.status).toBe('halted')
  expect(first.result.failure).toMatchObject({
    why: 'The time given by `timeout` is over.',
    remedy: expect.stringContaining('Start again') as string,
  })
  expect(standing(fixture.account)).toEqual(fixture.before)
  const left = oldLeft(fixture)
  expect(left.length).toBeGreaterThan(0)
  expect(left.length).toBeLessThan(6)
  expect(fixture.account.ledger.lowestReady('web')).toBe(6)
  const second = await run(fixture, {}, { runId: '1001' })
  expectRolled(fixture, second)
  expect([...second.result.replaced].sort()).toEqual([...left].sort())
})
