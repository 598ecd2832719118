import { readFileSync } from 'node:fs'
import { findingNames } from '../../../src/domain/janitor/finding.ts'
import type { JanitorFindings, JudgedFinding } from '../../../src/domain/janitor/report.ts'
import { findingList, janitorDocument } from '../../../src/report/results/janitor-document.ts'
import { type Schema, violations } from '../schema.ts'

const schema = JSON.parse(readFileSync(new URL('../../../docs/result.schema.json', import.meta.url), 'utf8')) as Schema
const REQUEST = { mode: 'janitor', inputs: {}, account: '123456789012', region: 'eu-west-1', dryRun: false }

const aFinding = (change: Partial<JudgedFinding>): JudgedFinding => ({
  finding: 'standby',
  group: 'web',
  region: 'eu-west-1',
  since: 1_700_000_000,
  what: 'i-1 is in Standby',
  advice: 'Return it.',
  heal: 'exit-standby',
  state: 'reported',
  why: 'without `heal`',
  ...change,
})

const document = (findings: readonly JudgedFinding[], change: Partial<JanitorFindings> = {}) =>
  JSON.parse(
    janitorDocument(REQUEST, { region: 'eu-west-1', groups: ['web'], findings, skipped: [], ...change }),
  ) as Record<string, unknown>

test('the document follows its schema, with every finding and every state', () => {
  const findings = [
    ...findingNames.map((finding) => aFinding({ finding, heal: undefined, since: undefined })),
    ...(['marked', 'healed', 'gone', 'failed'] as const).map((state) => aFinding({ state, why: undefined })),
    aFinding({ group: undefined, resource: 'web-1', heal: 'delete-configuration' }),
  ]
  const whole = document(findings, { skipped: [{ group: 'api', why: 'a run is at work on it' }] })
  expect(violations(whole, schema, schema)).toEqual([])
  expect(whole).toMatchObject({ truncated: false, changed: true, janitor: { findingCount: findings.length } })
})

test('of more than there is room for the document and the list keep what a person has to look at first, and say so', () => {
  const many = Array.from({ length: 2000 }, (_, index) => aFinding({ group: `web-${index}`, what: 'x'.repeat(300) }))
  const findings = [...many, aFinding({ group: 'worst', state: 'failed' })]
  const cut = document(findings)
  expect(violations(cut, schema, schema)).toEqual([])
  expect(cut).toMatchObject({ truncated: true, cut: ['findings'], janitor: { findingCount: 2001 } })
  expect(JSON.stringify(cut).length).toBeLessThan(260_000)
  expect(findingList(findings).length).toBeLessThanOrEqual(120_002)
  expect(JSON.parse(findingList(findings))).toMatchObject({ 0: { group: 'worst' } })
})
