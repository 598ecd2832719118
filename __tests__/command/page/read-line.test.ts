import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { readLine } from '../../../src/command/page/read-line.ts'
import { runAction } from '../../../testing/run-action.ts'

beforeAll(takeShortcut)

const AUDIT = { kind: 'audit', at: '2026-03-01T00:00:00Z', account: null, regions: ['eu-west-1'], whole: true }
const ROW = { kind: 'audit-row', at: '2026-03-01T00:00:00Z', region: 'eu-west-1', group: 'web', verdict: 'stale' }
const CHANGE = { at: '2026-03-01T00:00:00Z', run: '1000', actor: 'octocat', mode: 'respawn', result: 'rolled' }

const readOf = (value: unknown) => readLine(JSON.stringify(value))

test.each([
  { name: 'of another kind', line: { kind: 'plan' }, says: 'has a `kind` that is neither `audit` nor `audit-row`' },
  { name: 'of no kind', line: { at: CHANGE.at, run: '7' }, says: 'is neither of an audit, with `kind`, nor of a run' },
  { name: 'that is a list', line: [ROW], says: 'is no JSON object' },
  { name: 'that is nothing', line: null, says: 'is no JSON object' },
  { name: 'without a time', line: { ...AUDIT, at: undefined }, says: 'needs a time like 2026-01-31T09:05:07Z as `at`' },
  { name: 'with a day for a time', line: { ...ROW, at: '2026-03-01' }, says: 'as `at`' },
  { name: 'with a time that there is not', line: { ...ROW, at: '2026-13-01T00:00:00Z' }, says: 'as `at`' },
  { name: 'with a start that is no time', line: { ...CHANGE, startedAt: 7 }, says: 'as `startedAt`' },
  { name: 'of an audit without regions', line: { ...AUDIT, regions: 'eu-west-1' }, says: 'needs a list of texts as `regions`' }, // prettier-ignore
  { name: 'of an audit with a region that is no text', line: { ...AUDIT, regions: [7] }, says: '`regions`' },
  { name: 'of nothing', line: { ...ROW, group: null }, says: 'has neither `group` nor `instanceId`' },
  { name: 'with a verdict that there is not', line: { ...ROW, verdict: 'toString' }, says: 'has a `verdict` that there is not' }, // prettier-ignore
  { name: 'without a region', line: { ...ROW, region: '' }, says: 'has no `region`' },
  { name: 'with a number for a text', line: { ...ROW, service: 7 }, says: 'needs a text as `service`' },
  { name: 'with a text for a number', line: { ...ROW, daysBehind: '10' }, says: 'needs a number as `daysBehind`' },
  { name: 'without an actor', line: { ...CHANGE, actor: null }, says: 'has no `actor`' },
  { name: 'with half a floor', line: { ...CHANGE, floor: { promised: 2 } }, says: 'has a `floor` without `promised` and `lowest`' }, // prettier-ignore
  { name: 'with a number for a floor', line: { ...CHANGE, floor: 2 }, says: '`floor`' },
])('a line $name is refused', ({ line, says }) => {
  expect(() => readOf(line)).toThrow(says)
})

test('a line that was cut off is no JSON', () => {
  expect(() => readLine(JSON.stringify(ROW).slice(0, -1))).toThrow('is no JSON')
})

test('what older records do not say is not known, and what later ones may say besides is left', () => {
  expect(readOf({ ...CHANGE, more: true })).toMatchObject({
    kind: 'change',
    account: undefined,
    startedAt: undefined,
    group: undefined,
    floor: undefined,
  })
  expect(readOf({ ...ROW, ownerTag: 'ann' })).toMatchObject({ owner: 'ann', instances: 0, daysBehind: undefined })
  expect(readOf({ ...ROW, owner: 'team', ownerTag: 'ann' })).toMatchObject({ owner: 'team' })
  expect(readOf({ ...AUDIT, whole: 'yes' })).toMatchObject({ whole: false })
})

test('what an audit and a run write is read', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 2, outdated: true })
  const run = async (inputs: Readonly<Record<string, string>>) => (await runAction(account, { inputs })).files
  const audited = await run({ mode: 'images', 'report-path': 'a.jsonl' })
  const rolled = await run({ mode: 'respawn', 'auto-scaling-groups': 'web', 'audit-path': 'b.jsonl' })
  const lines = [audited['a.jsonl'], rolled['b.jsonl']].flatMap((text = '') => text.trimEnd().split('\n').map(readLine))
  const place = { account: account.account, region: account.region }
  expect(lines).toEqual([
    expect.objectContaining({ kind: 'audit', whole: true, account: account.account, regions: [account.region] }),
    expect.objectContaining({ kind: 'audit-row', group: 'web', verdict: 'unrolled', instances: 2, ...place }),
    expect.objectContaining({ kind: 'audit-row', group: 'web', verdict: 'current', ...place }),
    expect.objectContaining({ kind: 'change', group: 'web', result: 'rolled', floor: { promised: 2, lowest: 2 }, ...place }), // prettier-ignore
  ])
  const change = lines.at(-1)
  if (change?.kind !== 'change') throw new Error('the last line is that of the run')
  expect(change.at - (change.startedAt ?? 0)).toBeGreaterThan(60)
})
