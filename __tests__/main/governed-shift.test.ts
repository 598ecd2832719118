/** Shifts of traffic under a catalogue, by the whole program. */
import { takeShortcut } from '../../simulator/shortcut.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { recordScene } from '../../testing/record-scene.ts'
import { runAction } from '../../testing/run-action.ts'
import { trafficScene, type TrafficScene } from '../../testing/traffic-scene.ts'

beforeAll(takeShortcut)

type Inputs = Readonly<Record<string, string>>

/** A service `shop` that declares what is given, and `api` with the group of that name. */
const catalogue = (traffic: string, rules = ''): string => `version: 1
environments:
  test: { account: '123456789012', regions: [eu-west-1], role: 'arn:aws:iam::123456789012:role/fleet-patch' }
services:
  shop:
    owner: shop
    in:
      test:
        traffic: ${traffic}
        rules: { modes: [shift, blue-green, rollback], ${rules} }
  api: { owner: shop, in: { test: { groups: [api] } } }
`

const COLOURS = '{ blue: shop-blue, green: shop-green, by: alb, steps: [10, 100], keep: 0 }'

async function run({ account }: Pick<TrafficScene, 'account'>, inputs: Inputs, text: string, runId = '1000') {
  account.ledger.clear()
  const workspace = { '.github/fleet-patch.yml': text }
  const done = await runAction(account, { inputs, workspace, runId }) // prettier-ignore
  const error = done.annotations.flatMap(({ level, message }) => (level === 'error' ? message : [])).join('\n')
  return { ...done, error, changes: account.ledger.changes() }
}

test('groups, means and steps come from the catalogue', async () => {
  const scene = trafficScene()
  const done = await run(scene, { mode: 'shift', service: 'shop' }, catalogue(COLOURS))
  expect(done.error).toBe('')
  expect(scene.weights()).toEqual([
    [0, 100],
    [0, 100],
  ])
  expect(done.lines.join('\n')).toContain('green gets 10 percent')
  const back = await run(scene, { mode: 'rollback', service: 'shop', blue: 'shop-blue', green: 'shop-green' }, catalogue(COLOURS), '1001') // prettier-ignore
  expect(back.error).toBe('')
  expect(scene.weights()).toEqual([
    [1, undefined],
    [1, undefined],
  ])
})

test('the rules come from the catalogue: no other is changed', async () => {
  const scene = trafficScene({ weights: { blue: 100, green: 0 }, rules: 2 })
  const declared = `{ blue: shop-blue, green: shop-green, listener-rules: ['${scene.rules[1]}'] }`
  const done = await run(scene, { mode: 'shift', service: 'shop' }, catalogue(declared))
  expect(done.error).toBe('')
  expect(scene.weights()).toEqual([
    [100, 0],
    [100, 0],
    [0, 100],
  ])
})

test('each environment declares groups and steps of its own', async () => {
  const scene = trafficScene()
  const production = `  production: { account: '210987654321', regions: [eu-west-1] }\n`
  const text = catalogue('{ blue: shop-blue, green: shop-green, steps: [25, 100] }')
    .replace('services:\n', `${production}services:\n`)
    .replace(
      '      test:\n',
      '      production: { traffic: { blue: live-blue, green: live-green, steps: [1, 100] } }\n      test:\n',
    )
  const done = await run(scene, { mode: 'shift', service: 'shop', environment: 'test' }, text)
  expect(done.error).toBe('')
  expect(done.lines.join('\n')).toContain('green gets 25 percent')
  expect(done.lines.join('\n')).not.toContain('green gets 1 percent')
})

test('a blue/green deployment keeps the old side for as long as the catalogue says', async () => {
  const scene = trafficScene({ green: { size: 0, sizes: { min: 0, max: 0 } } })
  const done = await run(scene, { mode: 'blue-green', service: 'shop' }, catalogue(COLOURS))
  expect(done.error).toBe('')
  expect(scene.account.autoScaling.capacity('shop-blue').desired).toBe(0)
})

test('stack, versions and record of Senza come from the catalogue', async () => {
  const scene = recordScene()
  const text = catalogue('{ stack: mystack, versions: [v1, v2], record: mystack.fleet.test, hosted-zone: fleet.test, steps: [100] }') // prettier-ignore
  const done = await run(scene, { mode: 'shift', service: 'shop' }, text)
  expect(done.error).toBe('')
  expect(scene.weights()).toEqual({ 'mystack-v1': 0, 'mystack-v2': 200 })
})

test('a rollback that names the versions alone takes their stack from the catalogue', async () => {
  const scene = recordScene()
  const text = catalogue('{ stack: mystack, versions: [v1, v2], steps: [100] }')
  await run(scene, { mode: 'shift', service: 'shop' }, text)
  const back = await run(scene, { mode: 'rollback', service: 'shop', versions: 'v1 v2' }, text, '1001')
  expect(back.error).toBe('')
  expect(scene.weights()).toEqual({ 'mystack-v1': 200, 'mystack-v2': 0 })
})

interface Refusal {
  readonly name: string
  readonly inputs: Inputs
  readonly rules?: string
  readonly says: string
}

const pair = { blue: 'shop-blue', green: 'shop-green' }

const refusals: readonly Refusal[] = [
  { name: 'a shift that skips a step', inputs: { ...pair, steps: '100' }, says: 'it does not hold at 10 percent, as services.shop.in.test.traffic states (rule `traffic`)' }, // prettier-ignore
  { name: 'the colours the other way round', inputs: { blue: 'shop-green', green: 'shop-blue', steps: '10 100' }, says: 'declares shop-blue as blue, not shop-green' }, // prettier-ignore
  { name: 'a group of another service', inputs: { blue: 'shop-blue', green: 'api', steps: '10 100' }, says: 'shop-blue belongs to the service shop and api to api' }, // prettier-ignore
  { name: 'a shift without the alarm of the gates', inputs: { ...pair, steps: '10 100' }, rules: 'gates: { alarms: [shop-5xx] }', says: 'its shift is not watched by shop-5xx' }, // prettier-ignore
  { name: 'a shift that bakes for too short a time', inputs: { service: 'shop', bake: '1' }, rules: 'gates: { bake: 5 }', says: 'its steps bake for 1 minutes' }, // prettier-ignore
]

test.each(refusals)('$name is refused before any change', async ({ inputs, rules = '', says }) => {
  const scene = trafficScene()
  addGroup(scene.account, { name: 'api' })
  const done = await run(scene, { mode: 'shift', ...inputs }, catalogue(COLOURS, rules))
  expect(done.error).toContain(says)
  expect(done.changes).toEqual([])
})
