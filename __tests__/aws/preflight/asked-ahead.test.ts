import { setImmediate } from 'node:timers/promises'
import { AskedAhead, EachGroup } from '../../../src/aws/preflight/asked-ahead.ts'
import { Refreshes } from '../../../src/aws/observe/refreshes.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

const REFRESHES = 'DescribeInstanceRefreshes'

function account(size: number) {
  const simulated = new SimulatedAccount()
  const names = Array.from({ length: size }, (_, index) => `group-${index}`)
  for (const name of names) addGroup(simulated, { name, size: 0, launch: 'template-latest', balancers: [] })
  simulated.ledger.clear()
  const connection = simulatedConnection(simulated)
  const ahead = new AskedAhead(connection, new Refreshes(connection, simulated.clock))
  const count = (wanted: string): number =>
    simulated.ledger.entries.filter(({ operation }) => operation === wanted).length
  return { simulated, names, ahead, count }
}

/** All calls of the simulator are answered at once. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await setImmediate()
}

test('of few groups nothing is asked before it is needed', async () => {
  const { names, ahead, count } = account(49)
  ahead.begin(names)
  await settle()
  expect(count(REFRESHES)).toBe(0)
  expect(await ahead.refreshes.of('group-1')).toBeUndefined()
  expect(count(REFRESHES)).toBe(1)
})

test('of many groups each is asked once, whether the check comes before its answer or after', async () => {
  const { names, ahead, count } = account(50)
  ahead.begin(names)
  await settle()
  expect(count(REFRESHES)).toBeGreaterThan(0)
  await Promise.all(names.map((name) => ahead.refreshes.of(name)))
  expect(count(REFRESHES)).toBe(50)
})

test('what cannot be asked of a group ends nothing before its check asks again', async () => {
  const { names, ahead, simulated } = account(50)
  simulated.faults.deny(`autoscaling:${REFRESHES}`)
  ahead.begin(names)
  await settle()
  await expect(ahead.refreshes.of('group-1')).rejects.toThrow(REFRESHES)
  simulated.faults.allow(`autoscaling:${REFRESHES}`)
  expect(await ahead.refreshes.of('group-1')).toBeUndefined()
})

test('a run that has ended asks no more', async () => {
  const { names, ahead, count } = account(60)
  ahead.begin(names)
  ahead.end()
  await settle()
  expect(count(REFRESHES)).toBeLessThanOrEqual(4)
})

test('an answer that was not given is asked for again, and one that was is not', async () => {
  let asked = 0
  const answers = new EachGroup(async (group) => {
    asked++
    if (asked === 1) throw new Error('no answer')
    return group
  })
  await expect(answers.of('web')).rejects.toThrow('no answer')
  expect(await answers.of('web')).toBe('web')
  expect(await answers.of('web')).toBe('web')
  expect(asked).toBe(2)
})
