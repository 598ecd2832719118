import type { GroupResult } from '../../../src/report/events.ts'
import { groupsRenderer } from '../../../src/report/render/groups.ts'
import { leftoverParts } from '../../../src/report/summary/leftovers.ts'
import { nextParts } from '../../../src/report/summary/next-steps.ts'
import { fit } from '../../../src/report/summary/parts.ts'
import { halt, runRequest, twoGroupsRolled } from '../runs.ts'

function aResult(changes: Partial<GroupResult> = {}): GroupResult {
  const [result] = twoGroupsRolled().results
  if (result === undefined) throw new Error('a group')
  return { ...result, group: 'web', left: [], ...changes }
}
const { sizes } = aResult()
const grown = { ...sizes, after: { ...sizes.after, desired: 9 } }

test.each<{ name: string; results: readonly GroupResult[]; rows: readonly string[] }>([
  {
    name: 'a roll with everything as it was',
    results: [aResult()],
    rows: ['Nothing. Sizes and processes are as they were before the run.'],
  },
  { name: 'a roll of a group that has grown', results: [aResult({ sizes: grown })], rows: ['- Nothing.\n'] },
  { name: 'nothing to roll', results: [aResult({ status: 'current', changed: false })], rows: [] },
  { name: 'a roll that kept a change from outside', results: [aResult({ left: ['Max size is kept.'] })], rows: [] },
  { name: 'a failure', results: [aResult(), aResult({ status: 'halted' })], rows: [] },
  {
    name: 'a patch alone',
    results: [aResult({ status: 'patched' }), aResult({ status: 'patched' })],
    rows: ['2 groups launch their new versions'],
  },
  { name: 'a patch that changed nothing', results: [aResult({ status: 'patched', changed: false })], rows: [] },
  {
    name: 'a gate',
    results: [aResult({ status: 'gated', left: ['The roll waits.'] })],
    rows: ['[web](https', 'The roll waits.'],
  },
])('what to do after $name', ({ results, rows }) => {
  const text = fit(nextParts(runRequest(), results), 10_000)
  for (const each of rows) expect(text).toContain(each)
  expect(text.includes('### What to do next')).toBe(rows.length > 0)
})

test('what waits for a person is not among what was left as it is', () => {
  const results = [aResult({ status: 'dark', left: ['It waits.'] }), aResult({ left: ['Max size is kept.'] })]
  const text = fit(leftoverParts(results), 10_000)
  expect(text).toContain('Max size is kept.')
  expect(text).not.toContain('It waits.')
})

test('groups that wait for one and the same share a line', () => {
  const results = ['a', 'b', 'c'].map((group) => aResult({ group, status: 'waiting', left: ['Its turn comes later.'] }))
  expect(fit(nextParts(runRequest(), results), 10_000).match(/^- /gm)).toHaveLength(1)
})

test('capacity comes first, then the table, then what to do', () => {
  for (const { results, request } of [twoGroupsRolled(), halt()]) {
    const { parts } = groupsRenderer.summary(request, { kind: 'groups', groups: results })
    const heads = parts.map(({ head }) => head.split('\n')[0])
    expect(heads.slice(0, 3)).toEqual([
      '### Capacity',
      '### Groups',
      expect.stringMatching(/^### What (to do next|happened)/),
    ])
  }
})
