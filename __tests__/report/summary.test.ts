import { summary, SUMMARY_BYTES } from '../../src/report/summary.ts'
import { resultDocument, RESULT_CHARACTERS } from '../../src/report/result.ts'
import { bigFleet } from './big-fleet.ts'
import { asked, CALLS, dryRun, halt, nothingToDo, twoGroupsRolled } from './runs.ts'
import type { Told } from './runs.ts'

const summaryOf = ({ request, results, warnings }: Told): string =>
  summary({ request, results, warnings, callCounts: CALLS })

describe('the summary of a whole run', () => {
  const runs = {
    'two groups rolled': twoGroupsRolled,
    'a halt': halt,
    'a dry run': dryRun,
    'nothing to do': nothingToDo,
  }
  test.each(Object.entries(runs))('%s', (_, run) => {
    expect(`\n${summaryOf(run())}\n`).toMatchSnapshot()
  })
})

test('user data is never shown, for it holds secrets', () => {
  const request = asked({ inputs: { mode: 'patch-docker', 'user-data': 'password: hunter2' } })
  expect(summary({ request, results: [], callCounts: {} })).not.toContain('hunter2')
})

test('a group that lost ready instances is first, and marked', () => {
  const [stack, web] = twoGroupsRolled().results
  if (stack === undefined || web === undefined) throw new Error('two groups')
  const text = summary({ request: asked(), results: [stack, { ...web, lowestReady: 1 }], callCounts: {} })
  expect(text).toMatch(/^## ⚠️ /)
  expect(text.indexOf('`web`')).toBeLessThan(text.indexOf('`mystack-v1-AppServer`'))
  expect(text).toContain('⚠️ **1 / 3**')
})

test('a group that was not whole before the run is not blamed on the run', () => {
  const [, web] = twoGroupsRolled().results
  if (web === undefined) throw new Error('two groups')
  const text = summary({ request: asked(), results: [{ ...web, lowestReady: 1, readyAtStart: 1 }], callCounts: {} })
  expect(text).toMatch(/^## ✅ /)
  expect(text).toContain('1 / 3 (so at the start)')
})

test('a name full of Markdown stays in its cell', () => {
  const [web] = nothingToDo().results
  if (web === undefined) throw new Error('one group')
  const text = summary({ request: asked(), results: [{ ...web, group: 'a|b`<img src=x>\n@octocat' }], callCounts: {} })
  const row = text.split('\n').find((line) => line.includes('octocat'))
  expect(row).toContain('| `a`&#124;`b`&#96;`<img src=x> @octocat` |')
  expect(row?.match(/\|/g)).toHaveLength(8)
})

describe('a thousand groups of a thousand instances', () => {
  const shapes = { 'all rolled': 'rolled', 'all failed': 'unfinished', planned: 'planned' } as const
  test.each(Object.entries(shapes))('%s: the summary is made fast, fits, and says what is missing', (_, status) => {
    const results = bigFleet({ groups: 1000, instances: 1000, status })
    const request = asked({ dryRun: status === 'planned' })
    const begin = performance.now()
    const text = summary({
      request,
      results,
      callCounts: CALLS,
      warnings: results.map(({ group }) => `${group} '${'w|'.repeat(600)}'`),
    })
    const seconds = (performance.now() - begin) / 1000
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_BYTES)
    expect(text).toMatch(/more (groups?|warnings?|steps?)/)
    expect(text).toContain('calls to AWS')
    expect(seconds).toBeLessThan(10)
  })

  test('the document fits the output, and a failed group is not the one that goes', () => {
    const results = bigFleet({ groups: 1000, instances: 1000, status: 'rolled' })
    const last = results.at(-1)
    if (last === undefined) throw new Error('no groups')
    const failed = { ...last, group: 'failed', status: 'halted' as const }
    const text = resultDocument(asked(), [...results.slice(0, -1), failed])
    expect(text.length).toBeLessThanOrEqual(RESULT_CHARACTERS)
    const document: unknown = JSON.parse(text)
    expect(document).toMatchObject({ truncated: true, groupCount: 1000 })
    expect(text).toContain('"group":"failed"')
  })
})
