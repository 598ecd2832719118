import type { GroupResult } from '../../../src/report/events.ts'
import { noticeOfGroups } from '../../../src/report/render/notices.ts'
import { runRequest, twoGroupsRolled } from '../runs.ts'

const [stack, web] = twoGroupsRolled().results
if (stack === undefined || web === undefined) throw new Error('two groups')

test.each<{ name: string; results: readonly GroupResult[]; dryRun?: true; notice: string }>([
  {
    name: 'a rolled group',
    results: [web],
    notice: '1 group rolled, 3 instances replaced, in 3 m 16 s. The floor held: 3 ready at the lowest, floor 3.',
  },
  {
    name: 'two rolled groups',
    results: [stack, web],
    notice: '2 groups rolled, 5 instances replaced, in 3 m 16 s. The floor held in all 2 groups.',
  },
  {
    name: 'a floor that was broken',
    results: [stack, { ...web, lowestReady: 1 }],
    notice:
      '2 groups rolled, 5 instances replaced, in 3 m 16 s. Fewer instances were ready than promised: web (1 ready, floor 3).',
  },
  {
    name: 'a floor that did not hold at the start',
    results: [{ ...web, lowestReady: 1, readyAtStart: 1 }],
    notice: '1 group rolled, 3 instances replaced, in 3 m 16 s.',
  },
  {
    name: 'a patch alone, which watches no capacity',
    results: [{ ...web, status: 'patched', replaced: [], capacity: [] }],
    notice: '1 group patched, in 3 m 16 s.',
  },
  {
    name: 'nothing to do beside what was rolled, whose time does not count',
    results: [web, { ...stack, status: 'current', changed: false, replaced: [], startedAt: web.startedAt - 900 }],
    notice:
      '2 groups: 1 rolled, 1 up to date, 3 instances replaced, in 3 m 16 s. The floor held: 3 ready at the lowest, floor 3.',
  },
  {
    name: 'nothing to do',
    results: [{ ...web, status: 'current', changed: false, replaced: [] }],
    notice: 'Everything is up to date.',
  },
  {
    name: 'a dry run',
    results: [{ ...web, status: 'planned' }],
    dryRun: true,
    notice: 'Would replace 3 instances in 1 group. Nothing was changed: this was a dry run.',
  },
])('the notice of $name', ({ results, dryRun = false, notice }) => {
  expect(noticeOfGroups(runRequest({ dryRun }), results)).toBe(notice)
})
