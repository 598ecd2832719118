import { readFileSync } from 'node:fs'

import { auditDocument, AUDIT_CHARACTERS } from '../../../src/report/results/audit-document.ts'
import { auditLists } from '../../../src/report/results/audit-lists.ts'
import type { RunRequest } from '../../../src/report/results/request.ts'
import { auditOf, hostileRows, row } from '../an-audit.ts'
import type { Schema } from '../schema.ts'
import { violations } from '../schema.ts'

const runRequest: RunRequest = {
  mode: 'images',
  inputs: {},
  account: '123456789012',
  region: 'eu-west-1',
  dryRun: false,
}
const schema = JSON.parse(readFileSync(new URL('../../../docs/result.schema.json', import.meta.url), 'utf8')) as Schema
const many = (count: number, name: (index: number) => string): ReturnType<typeof auditOf> =>
  auditOf(Array.from({ length: count }, (_, index) => row({ group: name(index), daysBehind: count - index })))

test('the lists name each group once, and the matrix is ready for a strategy', () => {
  const audit = auditOf([
    row({ stack: 'web-v1' }),
    row({ imageId: 'ami-other', daysBehind: 3 }),
    row({ region: 'us-east-1', verdict: 'unrolled', daysBehind: undefined, newest: undefined, imageId: undefined }),
    row({ group: 'fine', verdict: 'current' }),
    row({ group: undefined, instance: { id: 'i-1', name: undefined } }),
  ])
  const { matrix, ...lists } = auditLists(audit)
  expect(lists).toEqual({ groups: '["web","fine"]', stale: '["web"]', staleCount: 2, warnings: [] })
  expect(JSON.parse(matrix)).toEqual({
    include: [
      {
        region: 'eu-west-1',
        group: 'web',
        stack: 'web-v1',
        'image-id': 'ami-20260101',
        'newest-image-id': 'ami-20260131',
        'days-behind': 29,
        verdict: 'stale',
      },
      {
        region: 'us-east-1',
        group: 'web',
        'image-id': '',
        'newest-image-id': '',
        'days-behind': 0,
        verdict: 'unrolled',
      },
    ],
  })
})

test('with nothing behind all lists are there and empty', () => {
  expect(auditLists(auditOf([]))).toEqual({
    groups: '[]',
    stale: '[]',
    staleCount: 0,
    matrix: '{"include":[]}',
    warnings: [],
  })
})

test('a matrix has no more jobs than GitHub takes, the worst of all, and says so', () => {
  const { matrix, staleCount, warnings } = auditLists(many(300, (index) => `group-${index}`))
  const { include } = JSON.parse(matrix) as { include: { group: string }[] }
  expect(include).toHaveLength(256)
  expect(include[0]?.group).toBe('group-0')
  expect(staleCount).toBe(300)
  expect(warnings).toEqual([
    'The output `matrix` leaves out 44 groups of the 300 that are behind: GitHub takes 256 jobs in a matrix. Those that are most days behind are in it.',
  ])
})

test('all outputs of thousands of groups with the longest names are valid and within 1 MiB of UTF-16', () => {
  const audit = many(5000, (index) => `${index}`.padEnd(255, 'x'))
  const { groups, stale, matrix, warnings } = auditLists(audit)
  const result = auditDocument(runRequest, audit)
  expect([groups, stale, matrix, result].map((text) => text.length).reduce((a, b) => a + b)).toBeLessThan(524_288)
  for (const text of [groups, stale, matrix]) expect(() => JSON.parse(text) as unknown).not.toThrow()
  expect(warnings).toHaveLength(3)
})

test('the document follows its schema, whole and cut, and counts what it leaves out', () => {
  const whole = JSON.parse(auditDocument(runRequest, auditOf([row(), ...hostileRows]))) as object
  expect(violations(whole, schema, schema)).toEqual([])
  expect(whole).toMatchObject({
    truncated: false,
    cut: [],
    changed: false,
    audit: { rowCount: hostileRows.length + 1 },
  })
  const text = auditDocument(
    runRequest,
    many(5000, (index) => `group-${index}`),
  )
  expect(text.length).toBeLessThanOrEqual(AUDIT_CHARACTERS)
  const cut = JSON.parse(text) as { audit: { rows: { group: string }[] } }
  expect(violations(cut, schema, schema)).toEqual([])
  expect(cut).toMatchObject({ truncated: true, cut: ['rows'], groupCount: 5000, audit: { rowCount: 5000 } })
  expect(cut.audit.rows.length).toBeGreaterThan(300)
  expect(cut.audit.rows[0]?.group).toBe('group-0')
})
