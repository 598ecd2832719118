/** Janitors that die between two calls: nothing is healed at first sight for it, and later ones come to the same end. */
import { SimulatedAccount } from '../../../simulator/account.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { leave } from '../../../testing/left-behind.ts'
import { runAction } from '../../../testing/run-action.ts'
import { changesOf, clean, HEAL, HOUR } from './fixture.ts'

beforeAll(takeShortcut)

const DAY = 25 * HOUR

/** Two groups with something left behind, seen by so many janitors. */
async function seen(times: number): Promise<SimulatedAccount> {
  const account = new SimulatedAccount()
  leave['suspended-processes'](account, ['web'])
  leave.standby(account, ['stand'])
  for (let time = 0; time <= times; time += 1) {
    account.timeline.advance(DAY)
    if (time < times) await clean(account, HEAL)
  }
  return account
}

test.each([
  { what: 'marks', times: 0, calls: ['CreateOrUpdateTags', 'CreateOrUpdateTags'] },
  { what: 'heals', times: 1, calls: ['ExitStandby', 'ResumeProcesses', 'DeleteTags', 'DeleteTags'] },
])('one that $what and dies at any of its changes leaves the rest to the next', async ({ times, calls }) => {
  const whole = await seen(times)
  await clean(whole, HEAL)
  const numbers = changesOf(whole).map((entry) => whole.ledger.entries.indexOf(entry) + 1)
  expect(
    changesOf(whole)
      .map(({ operation }) => operation)
      .toSorted(),
  ).toEqual(calls.toSorted())
  // Before a later change is after the one before it.
  for (const call of times === 0 ? numbers.slice(0, 1) : numbers) {
    const account = await seen(times)
    const dead = await clean(account, HEAL, { process: { crash: { when: 'after', call } } })
    expect(dead.died).toBe(true)
    const healed = changesOf(account).filter(({ operation }) => /Standby|Resume/.test(operation))
    // At first sight nothing is healed, whenever it dies.
    expect(healed.length > 0).toBe(times > 0)
    for (let run = times; run < 2; run += 1) {
      account.timeline.advance(DAY)
      expect((await clean(account, HEAL)).annotations).toEqual([])
    }
    account.timeline.advance(DAY)
    expect((await clean(account, {})).findings).toEqual([])
  }
})

test('the post step of one that was killed while it put a group back puts it back', async () => {
  const account = new SimulatedAccount()
  await leave['stale-state'](account, ['web'])
  account.timeline.advance(DAY)
  await clean(account, HEAL)
  account.timeline.advance(DAY)
  const dead = await clean(account, HEAL, { process: { crash: { when: 'after', call: 45 } } })
  expect(dead.died).toBe(true)
  expect(dead.state['groups']).toBe('["web"]')
  const inputs = { mode: 'janitor', 'auto-scaling-groups': '*', ...HEAL }
  const post = await runAction(account, { inputs, state: dead.state, runId: '1' })
  expect([post.failed, post.annotations]).toEqual([false, []])
  account.timeline.advance(HOUR)
  const { AutoScalingGroups = [] } = account.autoScaling.operations.DescribeAutoScalingGroups({})
  expect(AutoScalingGroups[0]?.SuspendedProcesses).toEqual([])
  // Of the mark the next janitor takes care.
  expect(AutoScalingGroups[0]?.Tags?.map(({ Key }) => Key)).toEqual(['fleet-patch:seen'])
  await clean(account, HEAL)
  expect(changesOf(account).map(({ operation }) => operation)).toEqual(['DeleteTags'])
})
