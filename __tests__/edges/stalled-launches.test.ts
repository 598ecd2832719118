import { expectPutBack, expectRolled, oldLeft, run, scene, standing } from './fixture.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

/** From then on AWS begins no launch, and writes no activity. */
const withhold = ({ account }: ReturnType<typeof scene>, from: number, seconds = Infinity): void => {
  account.timeline.after(from, () => (account.behaviour.withholdsLaunches = () => true))
  if (seconds < Infinity)
    account.timeline.after(from + seconds, () => (account.behaviour.withholdsLaunches = undefined))
}

describe('a launch that never begins ends a roll after ten minutes, and the group is put back', () => {
  test.each([
    { name: 'one by one', inputs: {} },
    { name: 'doubled', inputs: { mode: 'scale-up-patch', 'max-unavailable': '' } },
    { name: 'doubled in the dark', inputs: { mode: 'scale-up-patch', dark: 'true', 'max-unavailable': '' } },
  ])('$name', async ({ inputs }) => {
    const fixture = scene()
    withhold(fixture, 0)
    const from = fixture.account.timeline.now
    const rolled = await run(fixture, inputs)
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toMatch(
      /^AWS has begun no launch for 10 minutes, though 3 of a desired capacity of [46] are there; no process is suspended by others; zones: eu-west-1a, eu-west-1b, eu-west-1c; its last activities: /,
    )
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
    // Putting back does not wait for what never begins.
    expect(fixture.account.timeline.now - from).toBeLessThan(800)
  })

  test('in mid-roll, where one has left already', async () => {
    const fixture = scene({ sizes: { min: 0, max: 4 } })
    const { behaviour, ledger } = fixture.account
    behaviour.withholdsLaunches = () => ledger.terminations('web').length > 0
    const from = fixture.account.timeline.now
    const rolled = await run(fixture, { 'max-unavailable': '1', surge: '1' })
    expect(rolled.result.status).toBe('halted')
    expect(rolled.result.failure?.why).toContain('AWS has begun no launch for 10 minutes')
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(fixture.account.ledger.lowestReady('web')).toBeGreaterThanOrEqual(2)
    expect(fixture.account.timeline.now - from).toBeLessThan(1200)
  })

  test('where the group must stay balanced, and a zone has no capacity', async () => {
    const fixture = scene({
      settings: { AvailabilityZoneDistribution: { CapacityDistributionStrategy: 'balanced-only' } },
    })
    const words = 'We currently do not have sufficient t3.micro capacity in the Availability Zone you requested.'
    fixture.account.behaviour.refuseLaunch = ({ zone }) => (zone.endsWith('a') ? words : undefined)
    const rolled = await run(fixture)
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toContain(words)
  })
})

test('a launch that begins after nine minutes is waited for', async () => {
  const fixture = scene()
  withhold(fixture, 0, 540)
  expectRolled(fixture, await run(fixture))
})

test('putting back waits for no launch', async () => {
  const fixture = scene()
  withhold(fixture, 10)
  const aborted = await run(fixture, {}, { process: { crash: { when: 'after', call: 40 } } })
  expect(aborted.died).toBe(true)
  const from = fixture.account.timeline.now
  await run(fixture, {}, { state: aborted.state })
  expect(standing(fixture.account)).toEqual(fixture.before)
  expect(fixture.account.timeline.now - from).toBeLessThan(120)
})
