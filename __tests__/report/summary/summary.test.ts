import { Cancelled } from '../../../src/errors.ts'
import type { GroupResult, RunResult } from '../../../src/report/events.ts'
import { summary, SUMMARY_BYTES } from '../../../src/report/summary/summary.ts'
import { resultDocument, RESULT_CHARACTERS } from '../../../src/report/results/result.ts'
import { bigFleet } from '../big-fleet.ts'
import { runRequest, CALLS, dryRun, halt, nothingToDo, twoGroupsRolled } from '../runs.ts'
import type { ReportedRun } from '../runs.ts'

const groupsResult = (groups: readonly GroupResult[]): RunResult => ({ kind: 'groups', groups })
const summaryOf = ({ request, results, warnings }: ReportedRun): string =>
  summary({ request, result: groupsResult(results), warnings, callCounts: CALLS })

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

test('user data is never shown, since it may hold secrets', () => {
  const request = runRequest({ inputs: { mode: 'patch-docker', 'user-data': 'password: hunter2' } })
  expect(summary({ request, result: groupsResult([]), callCounts: {} })).not.toContain('hunter2')
})

test('a group that lost ready instances is first, and marked', () => {
  const [stack, web] = twoGroupsRolled().results
  if (stack === undefined || web === undefined) throw new Error('two groups')
  const text = summary({
    request: runRequest(),
    result: groupsResult([stack, { ...web, lowestReady: 1 }]),
    callCounts: {},
  })
  expect(text).toMatch(/^## ⚠️ /)
  expect(text.indexOf('[web](')).toBeGreaterThan(0)
  expect(text.indexOf('[web](')).toBeLessThan(text.indexOf('[mystack-v1-AppServer]('))
  expect(text).toContain('⚠️ **1 / 3**')
})

test('a group that was below its floor before the run does not count against the run', () => {
  const [, web] = twoGroupsRolled().results
  if (web === undefined) throw new Error('two groups')
  const text = summary({
    request: runRequest(),
    result: groupsResult([{ ...web, lowestReady: 1, readyAtStart: 1 }]),
    callCounts: {},
  })
  expect(text).toMatch(/^## ✅ /)
  expect(text).toContain('1 / 3 (so at the start)')
})

test('a name full of Markdown stays in its cell', () => {
  const [web] = nothingToDo().results
  if (web === undefined) throw new Error('one group')
  const text = summary({
    request: runRequest(),
    result: groupsResult([{ ...web, group: 'a|b`<img src=x>\n@octocat' }]),
    callCounts: {},
  })
  const row = text.split('\n').find((line) => line.includes('octocat'))
  expect(row).toContain('| [a&#124;b&#96;&#60;img src=x&#62; &#64;&#8203;octocat](https://')
  expect(row).toContain('#AutoScalingGroupDetails:id=a%7Cb%60%3Cimg%20src%3Dx%3E%0A%40octocat;view=details) |')
  expect(row?.match(/\|/g)).toHaveLength(8)
})

test('how many groups were selected is not said where none had a result', () => {
  const text = summary({
    request: runRequest(),
    result: groupsResult([]),
    callCounts: {},
    failure: { what: 'It failed.' },
  })
  expect(text).toContain('Asked for: ')
  expect(text).not.toContain('selected')
})

test('after a cancel the step is to be run again, and there is no cause to mend', () => {
  const { request, results } = halt()
  const [result] = results
  if (result === undefined) throw new Error('no group')
  const textOf = (cause: Error): string =>
    summaryOf({
      request,
      results: [{ ...result, status: 'unfinished', failure: { what: cause.message, cause } }],
      events: [],
      warnings: [],
    })
  expect(textOf(new Cancelled())).toContain('To go on, run the step again with the same inputs: ')
  expect(textOf(new Error('It failed.'))).toContain('To go on, mend the cause and run the step again')
})

test('a run that failed before it had any group says what happened first', () => {
  const failure = { what: 'No group matches <x>.', why: 'The region has none.', remedy: 'Look at aws-region.' }
  const text = summary({ request: runRequest(), result: groupsResult([]), callCounts: {}, failure })
  expect(text.split('\n\n').slice(0, 4)).toEqual([
    '## ❌ Fleet Patch failed',
    '**What happened:** No group matches &#60;x&#62;.',
    '**Why:** The region has none.',
    '**What to do:** Look at aws-region.',
  ])
})

describe('the next steps', () => {
  const [failed] = halt().results
  if (failed === undefined) throw new Error('no group')
  const way = (request: ReturnType<typeof runRequest>, status: 'halted' | 'unfinished'): string =>
    summary({ request, result: groupsResult([{ ...failed, status, left: [] }]), callCounts: {} })

  test('of a halted group that was restored need no restore', () => {
    expect(way(runRequest(), 'halted')).toContain('Put back: sizes and processes are as they were')
    expect(way(runRequest(), 'halted')).not.toContain('mode: restore')
  })

  test('of an unfinished one have the inputs for a restore, credentials included', () => {
    expect(way(runRequest(), 'unfinished')).toContain(
      'with:\n  mode: restore\n  aws-region: eu-central-1\n  role-to-assume: "arn:aws:iam::123456789012:role/patch"\n  auto-scaling-groups: web\n',
    )
  })

  test('of a restore are the same restore again', () => {
    expect(way(runRequest({ mode: 'restore' }), 'unfinished')).toContain('it puts back what is left, and nothing else.')
  })
})

test.each([
  {
    name: 'a restore with nothing to restore',
    mode: 'restore',
    reported: '## ✅ Fleet Patch: nothing was left to be put back',
  },
  { name: 'a roll with nothing to replace', mode: 'respawn', reported: '## ✅ Fleet Patch: everything is up to date' },
])('$name says so at once', ({ mode, reported }) => {
  const { results } = nothingToDo()
  expect(summary({ request: runRequest({ mode }), result: groupsResult(results), callCounts: {} }).split('\n')[0]).toBe(
    reported,
  )
})

describe('a thousand groups of a thousand instances', () => {
  const shapes = { 'all rolled': 'rolled', 'all failed': 'unfinished', planned: 'planned' } as const
  test.each(Object.entries(shapes))('%s: the summary fits, and says what is missing', (_, status) => {
    const results = bigFleet({ groups: 1000, instances: 1000, status })
    const request = runRequest({ dryRun: status === 'planned' })
    const text = summary({
      request,
      result: groupsResult(results),
      callCounts: CALLS,
      warnings: results.map(({ group }) => `${group} '${'w|'.repeat(600)}'`),
    })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_BYTES)
    expect(text).toContain('calls to AWS')
    // Of each table the rows that are shown and those that are said to be missing are all of it.
    const all = text.slice(text.indexOf('All 1000 groups</summary>'))
    expect(shownIn(all, /^\| \[/gm, / more groups, all less notable/)).toBe(1000)
    expect(shownIn(text, /^- group-\d+-/gm, / more warnings in the log/)).toBe(1000)
    const counted = { rolled: [/^`{3}text$/gm, /\*No chart of (\d+) more groups/, 0], unfinished: [/^\*\*\[/gm, / more groups failed;/, 1000], planned: [/^\| \d+ \| `group-/gm, / more steps:/, 1_000_000] } as const // prettier-ignore
    const [row, missing, total] = counted[status]
    expect(shownIn(text, row, missing)).toBe(total)
  })

  /** Rows that are there, and those that the page says are not. */
  function shownIn(text: string, row: RegExp, missing: RegExp): number {
    const [, number] = new RegExp(`(\\d+)${missing.source}`).exec(text) ?? []
    return (text.match(row) ?? []).length + Number(number ?? 0)
  }

  test('the document fits the output, and a failed group is not cut', () => {
    const results = bigFleet({ groups: 1000, instances: 1000, status: 'rolled' })
    const last = results.at(-1)
    if (last === undefined) throw new Error('no groups')
    const failed = { ...last, group: 'failed', status: 'halted' as const }
    const text = resultDocument(runRequest(), [...results.slice(0, -1), failed])
    expect(text.length).toBeLessThanOrEqual(RESULT_CHARACTERS)
    const document: unknown = JSON.parse(text)
    expect(document).toMatchObject({ truncated: true, groupCount: 1000 })
    expect(text).toContain('"group":"failed"')
  })
})
