import type { CapacitySample, GroupResult } from '../../../src/report/events.ts'
import { capacityParts } from '../../../src/report/summary/capacity.ts'
import { fit } from '../../../src/report/summary/parts.ts'
import { groupPage } from '../../../src/text/console-link.ts'
import { twoGroupsRolled } from '../runs.ts'

const WEB = `[web](${groupPage('eu-central-1', 'web') ?? ''})`

const sample = (at: number, figures: Partial<CapacitySample> = {}): CapacitySample => ({
  at,
  ready: 3,
  coming: 0,
  leaving: 0,
  floor: 3,
  old: 3,
  current: 0,
  ...figures,
})
const ROLLED = [
  sample(0),
  sample(60, { coming: 1 }),
  sample(120, { ready: 4 }),
  sample(180, { leaving: 1 }),
  sample(240),
]

function aResult(changes: Partial<GroupResult>): GroupResult {
  const [result] = twoGroupsRolled().results
  if (result === undefined) throw new Error('a group')
  return { ...result, group: 'web', floor: 3, lowestReady: 3, readyAtStart: 3, capacity: ROLLED, ...changes }
}

const textOf = (results: readonly GroupResult[], limit = 200_000): string => fit(capacityParts(results), limit)

test.each([
  {
    name: 'held, with nothing to spare',
    changes: {},
    expected: `${WEB}: the floor held. Lowest: 3 ready at 00:00:00 UTC, with a floor of 3.`,
  },
  {
    name: 'held, with some to spare',
    changes: { capacity: ROLLED.map((each) => ({ ...each, floor: 2 })) },
    expected: `${WEB}: the floor held, with 1 to spare. Lowest: 3 ready at 00:00:00 UTC, with a floor of 2.`,
  },
  {
    name: 'broken',
    changes: { lowestReady: 1, capacity: [...ROLLED, sample(300, { ready: 1 }), sample(330)] },
    expected: `⚠️ ${WEB}: only 1 ready at 00:05:00 UTC, with a floor of 3.`,
  },
  {
    name: 'missed from the start',
    changes: { lowestReady: 2, readyAtStart: 2, capacity: [sample(0, { ready: 2, coming: 1 }), sample(60)] },
    expected: `${WEB}: 2 ready at 00:00:00 UTC, with a floor of 3, as it was at the start; the run took none of it away.`,
  },
])('the floor: $name', ({ changes, expected }) => {
  expect(textOf([aResult(changes)]).split('\n')).toContain(expected)
})

test.each([
  { name: 'nothing moved', capacity: [sample(0), sample(60)] },
  { name: 'nothing was watched', capacity: [] },
])('there is no chart where $name', ({ capacity }) => {
  expect(capacityParts([aResult({ capacity })])).toEqual([])
})

test('a few groups are open, many are folded, and of forty more only the number is said', () => {
  const many = (count: number): GroupResult[] =>
    Array.from({ length: count }, (_, index) => aResult({ group: `web-${index}` }))
  expect(textOf(many(3))).toMatch(/^### Capacity\n/)
  const folded = textOf(many(80))
  expect(folded).toMatch(/^<details><summary>Capacity of 80 groups over time<\/summary>\n\n/)
  expect(folded.match(/```text/g)).toHaveLength(40)
  expect(folded).toContain('*No chart of 40 more groups: what happened is in the output `result` and in the log.*')
  expect(folded.trimEnd()).toMatch(/<\/details>$/)
})
