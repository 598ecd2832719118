import type { Audit, AuditRow } from '../../src/domain/audit/audit.ts'
import { day, released } from '../domain/image/some-images.ts'

export const row = (over: Partial<AuditRow> = {}): AuditRow => ({
  region: 'eu-west-1',
  group: 'web',
  instance: undefined,
  stack: undefined,
  imageId: 'ami-20260101',
  image: released('2026-01-01'),
  instances: 2,
  newest: released('2026-01-31'),
  daysBehind: 29,
  state: 'available',
  verdict: 'stale',
  reason: undefined,
  ...over,
})

export const auditOf = (rows: readonly AuditRow[], regions: readonly string[] = ['eu-west-1']): Audit => ({
  at: day('2026-03-01'),
  regions,
  groups: rows.flatMap(({ region, group }) => (group === undefined ? [] : [{ region, group }])),
  rows,
})

/** Names that could break a report. */
export const hostile = {
  tab: 'a\tb\\tc',
  lines: 'first\r\nsecond\nthird\\n',
  pipe: '| `code` | <b>**bold**</b> |',
  formula: `=HYPERLINK("http://evil.example","x")`,
  minus: '-1+1|cmd',
  quote: '"quoted", and more',
  command: '::error::boo ##[warning]boo',
}

/** One row for each hostile text, in every place that can hold one. */
export const hostileRows: readonly AuditRow[] = Object.values(hostile).map((text, index) =>
  row({
    group: index % 2 === 0 ? text : undefined,
    instance: index % 2 === 0 ? undefined : { id: `i-${index}`, name: text },
    stack: text,
    image: released('2026-01-01', { name: text }),
    verdict: 'unknown',
    reason: text,
    newest: undefined,
    daysBehind: undefined,
  }),
)
