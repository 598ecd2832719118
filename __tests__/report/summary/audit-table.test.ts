import { byDaysBehind } from '../../../src/domain/audit/audit.ts'
import type { RunRequest } from '../../../src/report/results/request.ts'
import { auditInWords, auditLines } from '../../../src/report/log/audit-words.ts'
import { summary, SUMMARY_BYTES } from '../../../src/report/summary/summary.ts'
import { groupPage, instancePage } from '../../../src/text/console-link.ts'
import { auditOf, hostile, hostileRows, row } from '../an-audit.ts'

const request: RunRequest = { mode: 'images', inputs: {}, account: '123456789012', region: 'eu-west-1', dryRun: false }
const summaryOf = (audit: ReturnType<typeof auditOf>): string =>
  summary({ request, result: { kind: 'audit', audit }, callCounts: { 'ec2:DescribeImages': 2 } })
/** A group, or an instance, as a link to the console. */
const group = (name: string): string => `[${name}](${groupPage('eu-west-1', name) ?? ''})`
const instance = (id: string): string => `[${id}](${instancePage('eu-west-1', id) ?? ''})`
const tableOf = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('| '))

test('the summary has a row for each image in use, most days behind first', () => {
  const text = summaryOf(
    auditOf([
      row({ stack: 'web-v1' }),
      row({ group: undefined, instance: { id: 'i-1', name: 'bastion' }, daysBehind: 3, instances: 1 }),
      row({
        group: 'gone',
        image: undefined,
        newest: undefined,
        daysBehind: undefined,
        verdict: 'unknown',
        reason: 'Gone.',
        state: 'missing',
      }),
      row({ group: 'fine', imageId: 'ami-20260131', daysBehind: 0, verdict: 'current' }),
    ]),
  )
  expect(text.split('\n\n').slice(0, 2)).toEqual([
    '## ⚠️ Fleet Patch: 1 of 3 groups is behind and 1 instance outside of any group is stale, the worst by 29 days; 1 image in use cannot be judged',
    'Asked for: `images` in account `123456789012`, region `eu-west-1`; 3 groups, 7 instances, 1 of them outside of any group.',
  ])
  expect(tableOf(text).slice(1, 5)).toEqual([
    `| 29 | 🔴 stale | ${group('web')} | \`web-v1\` | \`ami-20260101\`<br>\`web-20260101\` | \`123456789012\` | 2026-01-01 | 2 | \`ami-20260131\`<br>\`web-20260131\` | available |`,
    `| 3 | 🔴 stale | *none:* ${instance('i-1')} \`bastion\` |  | \`ami-20260101\`<br>\`web-20260101\` | \`123456789012\` | 2026-01-01 | 1 | \`ami-20260131\`<br>\`web-20260131\` | available |`,
    `| ? | ❔ unknown<br>Gone. | ${group('gone')} |  | \`ami-20260101\` |  |  | 2 |  | missing |`,
    `| 0 | ✅ current | ${group('fine')} |  | \`ami-20260131\`<br>\`web-20260101\` | \`123456789012\` | 2026-01-01 | 2 | itself | available |`,
  ])
  expect(text).toContain('4 rows: 2 stale, 0 unrolled, 1 unknown, 1 current.')
})

test.each([5000, 30_000])(
  'the summary of %i rows with long names stays below its limit and says how many rows it leaves out',
  (count) => {
    const long = 'x'.repeat(200)
    const rows = Array.from({ length: count }, (_, index) => row({ group: `${index}-${long}`, stack: long }))
    const text = summaryOf(auditOf(rows))
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_BYTES)
    const shown = tableOf(text).filter((line) => line.startsWith('| 29 ')).length
    expect(shown).toBeGreaterThan(500)
    expect(text).toContain(
      `${count - shown} more rows, none more days behind than these: set \`report-path\` to have them all.`,
    )
    expect(text).toContain('1 call to AWS'.replace('1 call', '2 calls'))
  },
)

test('of 300 groups the images are shown, with the first groups of each, and all rows are folded', () => {
  const rows = Array.from({ length: 300 }, (_, index) =>
    row({ group: `g${String(index).padStart(3, '0')}`, imageId: index % 2 === 0 ? 'ami-even' : 'ami-odd' }),
  )
  const [open = '', folded = ''] = summaryOf(auditOf(rows)).split('<details><summary>All 300 rows</summary>')
  expect(tableOf(open)).toEqual([
    '| Days behind | Verdict | Image | Created | Instances | Newest of its family | Groups |',
    `| 29 | 🔴 stale | \`ami-even\`<br>\`web-20260101\` | 2026-01-01 | 300 | \`ami-20260131\`<br>\`web-20260131\` | ${group('g000')}<br>${group('g002')}<br>${group('g004')}<br>and 147 more |`,
    `| 29 | 🔴 stale | \`ami-odd\`<br>\`web-20260101\` | 2026-01-01 | 300 | \`ami-20260131\`<br>\`web-20260131\` | ${group('g001')}<br>${group('g003')}<br>${group('g005')}<br>and 147 more |`,
  ])
  expect(tableOf(folded).filter((line) => line.startsWith('| 29 '))).toHaveLength(300)
})

test('of more than thirty images the others are counted, and stand in the rows', () => {
  const rows = Array.from({ length: 60 }, (_, index) => row({ group: `g${index}`, imageId: `ami-${index}` }))
  const [open = ''] = summaryOf(auditOf(rows)).split('<details>')
  expect(tableOf(open)).toHaveLength(31)
  expect(open).toContain('*30 more images, none more days behind than these: in the rows below.*')
})

describe('an audit of many groups', () => {
  const many = Array.from({ length: 300 }, (_, index) => {
    const behind = [row({ daysBehind: 29 - (index % 5) }), row({ verdict: 'unrolled', daysBehind: 3 }), row({ verdict: 'current', daysBehind: 0 })] // prettier-ignore
    const name = `${['api', 'shop'][index % 2] ?? ''}-${String(index).padStart(3, '0')}`
    return { ...(behind[index % 3] ?? row()), group: name, instances: 2 }
  }).toSorted(byDaysBehind)
  const openOf = (audit: ReturnType<typeof auditOf>): string[] => tableOf(summaryOf(audit).split('<details>')[0] ?? '')

  test('is a row for each service and verdict, where a catalogue says whose groups are', () => {
    const services = new Map(many.flatMap(({ group: name }) => (name === 'api-000' ? [] : [[name, name.slice(0, -4)] as const]))) // prettier-ignore
    const rows = openOf({ ...auditOf(many), services })
    expect(rows.map((line) => line.split(' | ').slice(0, 5).join(' | '))).toEqual([
      '| Service | Verdict | Days behind | Groups | Instances',
      '| *no service* | 🔴 stale | 29 | 1 | 2',
      '| `api` | 🔴 stale | 29 | 49 | 98',
      '| `shop` | 🔴 stale | 29 | 50 | 100',
      '| `api` | 🟠 unrolled | 3 | 50 | 100',
      '| `shop` | 🟠 unrolled | 3 | 50 | 100',
      '| *2 services* | ✅ current | 0 | 100 | 200',
    ])
    expect(rows[2]).toContain(`${group('api-030')}, ${group('api-060')}, ${group('api-090')} and 46 more |`)
  })

  test('is a row for each stack and verdict, where no catalogue governs', () => {
    const stacked = many.map((each) => ({ ...each, stack: each.group.slice(0, -4) }))
    expect(openOf(auditOf(stacked)).map((line) => line.split(' | ').slice(0, 2).join(' | '))).toEqual([
      '| Stack | Verdict',
      '| `api` | 🔴 stale',
      '| `shop` | 🔴 stale',
      '| `api` | 🟠 unrolled',
      '| `shop` | 🟠 unrolled',
      '| *2 stacks* | ✅ current',
    ])
  })

  test('counts a group as current only where none of its rows is behind', () => {
    const launched = many.map((each) => ({ ...each, verdict: 'current' as const, daysBehind: 0, instances: 0 }))
    const services = new Map(many.map(({ group: name }) => [name, 'all'] as const))
    expect(openOf({ ...auditOf([...many, ...launched]), services }).at(-1)).toContain('| *1 service* | ✅ current | 0 | 100 | 200 |') // prettier-ignore
  })

  test('says of the services that find no room how many there are', () => {
    const services = new Map(many.map(({ group: name }) => [name, name] as const))
    const [open = ''] = summaryOf({ ...auditOf(many), services }).split('<details>')
    expect(tableOf(open)).toHaveLength(62)
    expect(open).toContain('*140 more rows of this table, none more days behind than these: in the rows below.*')
  })
})

test.each([
  { name: 'stale groups', rows: [row()], words: ['Stale groups: `mode: patch-image`'] },
  { name: 'unrolled groups', rows: [row({ verdict: 'unrolled' })], words: ['Unrolled groups launch the newest image'] },
  {
    name: 'an instance in no group',
    rows: [row({ group: undefined, instance: { id: 'i-1', name: undefined } })],
    words: [],
  },
  { name: 'what is current', rows: [row({ verdict: 'current' })], words: [] },
])('what to do next is said of $name, as far as a mode does it', ({ rows, words }) => {
  const text = summaryOf(auditOf(rows))
  for (const each of words) expect(text).toContain(each)
  expect(text.includes('### What to do next')).toBe(words.length > 0)
})

test('a column that would say the same everywhere is left out, one that differs is there', () => {
  const [head] = tableOf(summaryOf(auditOf([row({}), row({ group: 'api' })])))
  expect(head).toBe('| Days behind | Verdict | Group | Image | Created | Instances | Newest of its family |')
  const [other] = tableOf(summaryOf(auditOf([row({}), row({ region: 'us-east-1', state: 'deprecated' })])))
  expect(other).toBe(
    '| Days behind | Verdict | Region | Group | Image | Created | Instances | Newest of its family | State |',
  )
})

test('hostile names stay inside their cells', () => {
  const text = summaryOf(auditOf(hostileRows))
  const [head] = tableOf(text)
  const lines = tableOf(text).filter((line) => line.startsWith('| ? '))
  expect(lines).toHaveLength(hostileRows.length)
  for (const line of lines) {
    expect(line.match(/(?<!&#124;)\|/g)).toHaveLength((head?.match(/\|/g) ?? []).length)
    // Text between backticks is shown unchanged.
    expect(line.replace(/`[^`]*`/g, '')).not.toMatch(/<(?!br>)/)
    expect(line).not.toMatch(/[\t\r\n]/)
  }
})

test.each([
  { name: 'nothing at all', rows: [], words: 'there is no group and no instance' },
  { name: 'one group', rows: [row({ verdict: 'current', daysBehind: 0 })], words: 'the group is not behind' },
  {
    name: 'all current',
    rows: [
      row({ group: 'a', verdict: 'current', daysBehind: 0 }),
      row({ group: 'b', verdict: 'current', daysBehind: 0 }),
    ],
    words: 'none of 2 groups is behind',
  },
  {
    name: 'only instances outside of groups',
    rows: [row({ group: undefined, instance: { id: 'i-1', name: undefined }, verdict: 'current', daysBehind: 0 })],
    words: 'nothing is behind among 1 instance outside of any group',
  },
  { name: 'a stale one of today', rows: [row({ daysBehind: 0 })], words: '1 of 1 group is behind' },
])('in words: $name', ({ rows, words }) => {
  expect(auditInWords(auditOf(rows))).toBe(words)
})

test('the log shows what is notable, 20 rows of it', () => {
  const rows = Array.from({ length: 30 }, (_, index) => row({ group: `g${index}` }))
  const lines = auditLines(auditOf([...rows, row({ group: 'fine', verdict: 'current' })]))
  expect(lines).toHaveLength(22)
  expect(lines[1]).toBe(
    '  g0 (eu-west-1): stale, 29 days behind: ami-20260101 web-20260101 on 2 instances, next ami-20260131',
  )
  expect(lines.at(-1)).toBe('  and 10 more rows in the job summary')
  const [, line] = auditLines(
    auditOf([row({ group: undefined, instance: { id: 'i-1', name: hostile.pipe }, stack: 's' })]),
  )
  expect(line).toContain(`instance i-1 (${hostile.pipe}, eu-west-1, stack s, in no group)`)
})
