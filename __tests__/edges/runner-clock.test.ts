/** AWS's clock decides about age and order. No shortcut here: the date comes with the answers over the wire. */
import type { SimulatedAccount } from '../../simulator/account.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { expectRolled, oldLeft, run, scene, standing } from './fixture.ts'

/** The clock of a runner that is off by so many seconds. */
const clockOff = ({ clock }: SimulatedAccount, seconds: number): Clock => ({
  now: () => clock.now() + seconds * 1000,
  sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
})

describe.each([
  { name: 'an hour ahead', seconds: 3600 },
  { name: 'an hour behind', seconds: -3600 },
])('with a clock $name', ({ seconds }) => {
  test('a group is rolled in the same time', async () => {
    const right = scene({ size: 2 })
    const begin = right.account.timeline.now
    await run(right)
    const fixture = scene({ size: 2 })
    const rolled = await run(fixture, {}, { clock: clockOff(fixture.account, seconds) })
    expectRolled(fixture, rolled)
    expect(Math.abs(fixture.account.timeline.now - begin - (right.account.timeline.now - begin))).toBeLessThan(30)
  })

  test('the lease of a run that is alive is respected', async () => {
    const fixture = scene({ size: 2 })
    const { account } = fixture
    await run(fixture, {}, { process: { crash: { when: 'after', call: 40 } } })
    expect(Object.keys(account.autoScaling.capacity('web').tags)).toContain('fleet-patch:memo')
    account.timeline.advance(60)
    const second = await run(fixture, {}, { runId: '1001', clock: clockOff(account, seconds) })
    expect(second.failed).toBe(true)
    expect(second.reported).toContain('Run 1000')
    expect(second.reported).toContain('holds the lease of this group and renewed it')
  })

  test('a refusal is one, and is not repeated as if the time of the request were to blame', async () => {
    const fixture = scene({ size: 2 })
    fixture.account.faults.deny('autoscaling:SuspendProcesses')
    const rolled = await run(fixture, {}, { clock: clockOff(fixture.account, seconds) })
    expect(rolled.result.failure?.why).toContain('autoscaling:SuspendProcesses')
    const denied = fixture.account.ledger.entries.filter(({ operation }) => operation === 'SuspendProcesses')
    expect(denied).toHaveLength(1)
  })

  test('a launch that AWS refuses is seen', async () => {
    const fixture = scene({ size: 2 })
    const { account } = fixture
    const reason = 'You have requested more vCPU capacity than your current vCPU limit allows.'
    account.behaviour.refuseLaunch = () => reason
    const rolled = await run(fixture, {}, { clock: clockOff(account, seconds) })
    expect(rolled.result.failure?.why).toContain(`AWS could not launch a new instance: ${reason}`)
    expect(standing(account)).toEqual(fixture.before)
  })

  test('`timeout` is as long as it was asked for', async () => {
    const fixture = scene({ size: 2 })
    const { account } = fixture
    const begin = account.timeline.now
    account.behaviour.bootSeconds = 7200
    const inputs = { timeout: '20', 'instance-timeout': '60' }
    const rolled = await run(fixture, inputs, { clock: clockOff(account, seconds) })
    expect(rolled.failed).toBe(true)
    expect(oldLeft(fixture)).toHaveLength(2)
    expect(account.timeline.now - begin).toBeGreaterThan(1100)
    expect(account.timeline.now - begin).toBeLessThan(1400)
  })
})
