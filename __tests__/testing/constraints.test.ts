import type { NormalizedSchema } from '@smithy/core/schema'
import { SimulatedAccount } from '../../simulator/account.ts'
import { constraintTables } from '../../simulator/wire/constraints.ts'
import { leniencies } from '../../simulator/wire/leniency.ts'
import { operationModel } from '../../simulator/wire/model.ts'
import { apis } from '../../simulator/wire/services.ts'
import { judgedBreaches } from '../../testing/constraints/run.ts'
import type { JudgedBreach } from '../../testing/constraints/run.ts'

const { services } = new SimulatedAccount()
const kinds = ['required', 'type', 'unknown', 'whole', 'shortest', 'longest', 'smallest', 'largest', 'pattern', 'values', 'each', 'entries', 'keys'] // prettier-ignore

test('of all requests that break AWS’s model at one place, at least 98 % are refused as AWS refuses them', async () => {
  const judged: JudgedBreach[] = []
  for await (const each of judgedBreaches(() => true)) judged.push(each)
  const checked = judged.filter(({ verdict }) => verdict !== 'not checked by AWS')
  const others = checked.filter(({ verdict }) => verdict !== 'as AWS')
  expect(others.map(({ operation, breach }) => `${operation} ${breach.kind} ${breach.path}`)).toEqual([])
  expect(checked.length).toBeGreaterThan(5000)
  expect(new Set(judged.map(({ operation }) => operation)).size).toBeGreaterThan(140)
  expect([...new Set(judged.map(({ breach }) => breach.kind))].toSorted()).toEqual(kinds.toSorted())
}, 60_000)

test('each leniency has its reason, and is of use', async () => {
  const used = new Set<string>()
  for await (const { breach } of judgedBreaches((sdkId) => leniencies.some((each) => each.sdkId === sdkId))) {
    if (breach.leniency !== undefined) used.add(breach.leniency.reason)
  }
  expect([...used].toSorted()).toEqual(leniencies.map(({ reason }) => reason).toSorted())
}, 60_000)

test.each(services.map(({ sdkId, operations }) => ({ sdkId, names: Object.keys(operations) })))(
  'the table of constraints has every structure of the inputs of $sdkId; npm run constraints:table writes it anew',
  async ({ sdkId, names }) => {
    const api = apis.find((each) => each.sdkId === sdkId)
    const known = new Set(Object.keys(constraintTables[sdkId]?.structures ?? {}))
    const used = new Set<string>()
    for (const name of names) {
      const model = api && (await operationModel(api, name))
      if (model !== undefined) collect(model.input, used)
    }
    expect([...used].filter((structure) => !known.has(structure))).toEqual([])
  },
)

function collect(schema: NormalizedSchema, found: Set<string>): void {
  if (schema.isListSchema() || schema.isMapSchema()) return collect(schema.getValueSchema(), found)
  const name = schema.getName() ?? ''
  if (!schema.isStructSchema() || found.has(name)) return
  found.add(name)
  for (const [, member] of schema.structIterator()) collect(member, found)
}
