import {
  type AuditRow,
  byDaysBehind,
  groupsBehind,
  olderThan,
  overImageAge,
  tallyOf,
} from '../../../src/domain/audit/audit.ts'

const row = (over: Partial<AuditRow> = {}): AuditRow => ({
  region: 'eu-west-1',
  group: 'web',
  instance: undefined,
  stack: undefined,
  imageId: 'ami-1',
  image: undefined,
  instances: 1,
  newest: undefined,
  daysBehind: 0,
  state: 'available',
  verdict: 'current',
  reason: undefined,
  ...over,
})

const rows = [
  row({ group: 'fine' }),
  row({ group: 'lost', verdict: 'unknown', daysBehind: undefined }),
  row({ group: 'web', verdict: 'stale', daysBehind: 3 }),
  row({ group: 'web', verdict: 'stale', daysBehind: 40, imageId: 'ami-2' }),
  row({ group: 'web', verdict: 'stale', daysBehind: 7, region: 'us-east-1' }),
  row({ group: 'today', verdict: 'stale', daysBehind: 0 }),
  row({ group: 'swapped', verdict: 'unrolled', daysBehind: 0 }),
  row({ group: undefined, instance: { id: 'i-1', name: undefined }, verdict: 'stale', daysBehind: 40 }),
  row({ group: undefined, instance: { id: 'i-2', name: undefined }, verdict: 'stale', daysBehind: 40 }),
].sort(byDaysBehind)

test('most days behind comes first, then what is most in need of a look, then the name', () => {
  expect(rows.map(({ group, daysBehind, verdict, instance }) => [group ?? instance?.id, daysBehind, verdict])).toEqual([
    ['i-1', 40, 'stale'],
    ['i-2', 40, 'stale'],
    ['web', 40, 'stale'],
    ['web', 7, 'stale'],
    ['web', 3, 'stale'],
    ['today', 0, 'stale'],
    ['swapped', 0, 'unrolled'],
    ['lost', undefined, 'unknown'],
    ['fine', 0, 'current'],
  ])
})

test('a group is behind once per region, by its worst row; instances outside of groups are no groups', () => {
  expect(groupsBehind({ rows }).map(({ region, group, daysBehind }) => [region, group, daysBehind])).toEqual([
    ['eu-west-1', 'web', 40],
    ['us-east-1', 'web', 7],
    ['eu-west-1', 'today', 0],
    ['eu-west-1', 'swapped', 0],
  ])
})

test.each([
  { days: 0, over: ['i-1', 'i-2', 'web', 'web'] },
  { days: 6, over: ['i-1', 'i-2', 'web', 'web'] },
  { days: 7, over: ['i-1', 'i-2', 'web'] },
  { days: 39, over: ['i-1', 'i-2', 'web'] },
  { days: 40, over: [] },
])('more than $days days behind: $over', ({ days, over }) => {
  expect(olderThan({ rows }, days).map(({ group, instance }) => group ?? instance?.id)).toEqual(over)
})

test('verdicts are counted by row', () => {
  expect(tallyOf(rows)).toEqual({ stale: 6, unrolled: 1, unknown: 1, current: 1 })
})

test.each([
  { days: 9, over: ['i-9', 'web', 'fine'] },
  { days: 10, over: ['i-9', 'web'] },
  { days: 50, over: [] },
])('images more than $days days old, each group once, oldest first: $over', ({ days, over }) => {
  const aged = [
    row({ group: 'fine', imageAgeDays: 10 }),
    row({ group: 'web', imageAgeDays: 5, instance: { id: 'i-1', name: undefined } }),
    row({ group: 'web', imageAgeDays: 20, instance: { id: 'i-2', name: undefined } }),
    row({ group: 'web', imageAgeDays: 30, instance: { id: 'i-3', name: undefined } }),
    row({ group: undefined, imageAgeDays: 50, instance: { id: 'i-9', name: undefined } }),
    row({ group: 'gone', imageAgeDays: undefined }),
  ]
  const found = overImageAge({ rows: aged }, days)
  expect(found.map(({ group, instance }) => group ?? instance?.id)).toEqual(over)
})
