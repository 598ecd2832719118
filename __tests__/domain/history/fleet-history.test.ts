import { foldHistory } from '../../../src/domain/history/fleet-history.ts'
import type { Catalogue } from '../../../src/domain/catalogue/catalogue.ts'
import type { HistoryLine } from '../../../src/domain/history/records.ts'
import { aCatalogue, anEnvironment, aPlacement, aService } from '../catalogue/a-catalogue.ts'
import { aChange, anAudit, aRow, day } from './some-lines.ts'

const now = day('2026-03-10')
const fold = (lines: readonly HistoryLine[], catalogue?: Catalogue) => foldHistory({ lines, catalogue, now })

const lock = { reason: 'the vault moves', by: '@ann', until: day('2026-04-01') }
const catalogue = aCatalogue({
  freezes: [
    { name: 'over', from: 0, until: 1, environments: undefined, services: undefined, allows: [] },
    { name: 'coming', from: now + 1, until: now + 2, environments: undefined, services: undefined, allows: [] },
  ],
  environments: new Map([
    ['production', anEnvironment({ regions: ['eu-west-1'] })],
    ['test', anEnvironment({ account: '210987654321', regions: ['eu-west-1', 'us-east-1'] })],
    ['spare', anEnvironment({ account: '210987654321', regions: ['us-east-1'] })],
  ]),
  services: new Map([
    ['shop', aService({ owner: 'sellers', in: new Map([['production', aPlacement({ selectors: { groups: ['web*', 'both'], stacks: [], tags: [] }, lock })], ['test', aPlacement()]]) })], // prettier-ignore
    ['pay', aService({ owner: 'payers', in: new Map([['production', aPlacement({ selectors: { groups: ['both'], stacks: [{ name: 'pay', version: undefined }], tags: [] } })]]) })], // prettier-ignore
  ]),
})

const bare = { service: undefined, environment: undefined, owner: 'tag' }

describe('a row belongs to', () => {
  test.each([
    { name: 'what its audit has said', row: aRow({ group: 'api' }), to: ['shop', 'production', 'team'] },
    { name: 'the service whose group it names', row: aRow(bare), to: ['shop', 'production', 'sellers'] },
    { name: 'the service whose stack it is of', row: aRow({ ...bare, group: 'x', stack: 'pay-v1' }), to: ['pay', 'production', 'payers'] }, // prettier-ignore
    { name: 'its environment alone, where two services claim it', row: aRow({ ...bare, group: 'both' }), to: [undefined, 'production', 'tag'] }, // prettier-ignore
    { name: 'its environment alone, where none claims it', row: aRow({ ...bare, group: 'api' }), to: [undefined, 'production', 'tag'] }, // prettier-ignore
    { name: 'its environment alone, outside of any group', row: aRow({ ...bare, group: undefined, instance: { id: 'i-1', name: 'web' } }), to: [undefined, 'production', 'tag'] }, // prettier-ignore
    { name: 'nothing in a region of no environment', row: aRow({ ...bare, region: 'eu-north-1' }), to: [undefined, undefined, 'tag'] }, // prettier-ignore
    { name: 'nothing in a region of two environments', row: aRow({ ...bare, account: '210987654321', region: 'us-east-1' }), to: [undefined, undefined, 'tag'] }, // prettier-ignore
  ])('$name', ({ row, to }) => {
    expect(fold([row], catalogue).groups.map(({ service, environment, owner }) => [service, environment, owner])).toEqual([to]) // prettier-ignore
  })

  test('nothing else without a catalogue', () => {
    expect(fold([aRow(bare)])).toMatchObject({ holds: undefined, groups: [{ service: undefined, owner: 'tag' }] })
  })
})

describe('the groups', () => {
  test('are the newest, what is most behind first, whatever the order of the lines', () => {
    const lines = [
      aRow({ at: day('2026-03-08'), daysBehind: 1 }),
      aRow({ group: 'api', daysBehind: 30 }),
      aRow({ daysBehind: 99 }),
      anAudit({ at: day('2026-02-01') }),
    ]
    const { groups, auditedAt } = fold(lines)
    expect(groups.map(({ worst }) => `${worst.group} ${worst.daysBehind}`)).toEqual(['api 30', 'web 1'])
    expect(auditedAt).toBe(day('2026-03-08'))
    expect(fold([]).auditedAt).toBeUndefined()
  })

  test('each have their last roll, and no other change', () => {
    const rolled = aChange({ at: day('2026-03-04') })
    const lines = [aRow(), aRow({ group: 'api' }), aRow({ group: undefined, instance: { id: 'i-1', name: undefined } })]
    const changes = [aChange(), rolled, aChange({ run: '7', at: day('2026-03-05'), result: 'refused' })]
    expect(fold([...changes, ...lines]).groups.map(({ worst, lastRoll }) => [worst.group, lastRoll])).toEqual([
      [undefined, undefined],
      ['api', undefined],
      ['web', rolled],
    ])
  })
})

describe('the services', () => {
  const inShort = (lines: readonly HistoryLine[], known?: Catalogue) =>
    fold(lines, known).services.map(({ service, environment, groups, behind, worst }) => `${service ?? '-'} ${environment ?? '-'}: ${behind} of ${groups}, ${worst ?? '?'}`) // prettier-ignore

  test('have their groups, what is most behind first, and those that have none', () => {
    const lines = [
      aRow(),
      aRow({ group: 'web-2', daysBehind: 0, verdict: 'current' }),
      aRow({ group: 'x', service: 'pay', daysBehind: 40 }),
      aRow({ ...bare, group: 'rogue', daysBehind: 5 }),
    ]
    expect(inShort(lines)).toEqual(['pay production: 1 of 1, 40', 'shop production: 1 of 2, 10', '- -: 1 of 1, 5'])
    expect(inShort([aRow()], catalogue)).toEqual(['shop production: 1 of 1, 10', 'shop test: 0 of 0, ?', 'pay production: 0 of 0, ?']) // prettier-ignore
  })

  test('each have a trend, their last roll, and what holds them', () => {
    const lines = [aRow(), aRow({ at: day('2026-03-08'), daysBehind: 17 }), aChange()]
    const [shop, test] = fold(lines, catalogue).services
    expect(shop?.trend.map(({ worst }) => worst)).toEqual([10, 17])
    expect(shop?.lastRoll).toEqual(aChange())
    expect(shop?.holds.map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual(['lock: the vault moves'])
    expect(test).toMatchObject({ trend: [], lastRoll: undefined, holds: [] })
  })

  test('were rolled last by the newest of their groups and of the bastion', () => {
    const bastion = aChange({ run: '9', group: undefined, result: 'replaced', at: day('2026-03-09') })
    expect(fold([aRow(), aChange(), bastion], catalogue).services[0]?.lastRoll).toEqual(bastion)
    expect(fold([aRow({ service: undefined }), bastion]).services[0]?.lastRoll).toBeUndefined()
  })
})

test('runs come newest first, and what is open oldest first', () => {
  const open = [
    aChange({ result: 'held' }),
    aChange({ run: '7', group: 'api', result: 'begun', at: day('2026-03-05') }),
  ]
  const folded = fold(open.toReversed())
  expect(folded.open).toEqual(open)
  expect(folded.runs.map(({ run }) => run)).toEqual(['7', aChange().run])
})
