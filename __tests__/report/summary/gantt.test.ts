import fc from 'fast-check'

import type { GroupResult } from '../../../src/report/events.ts'
import { gantt } from '../../../src/report/summary/gantt.ts'
import { timeline } from '../../../src/report/summary/timeline.ts'
import { bigFleet } from '../big-fleet.ts'
import { BEGIN, halt, nothingToDo, twoGroupsRolled } from '../runs.ts'

const NAME = String.raw`[\p{L}\p{N} _./()…-]+`
const DATE = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d`
const SECTION = new RegExp(`^  section ${NAME}$`, 'u')
const TASK = new RegExp(
  `^  (?:old|stays|new|lost) ${NAME} :(?:done, |active, |crit, )?(i\\d+), (${DATE}), (${DATE})$`,
  'u',
)

/** The subset of Mermaid's grammar that we write, line by line; gives the number of tasks. */
function check(text: string): number {
  const [first, dates, axis, marker, ...rest] = text.split('\n')
  expect([first, dates, marker]).toEqual(['gantt', '  dateFormat YYYY-MM-DDTHH:mm:ss', '  todayMarker off'])
  expect(axis).toMatch(/^ {2}axisFormat (%H:%M:%S|%H:%M|%d %b %H:%M)$/)
  expect(rest[0]).toMatch(/^ {2}section /)
  const ids = new Set<string>()
  for (const line of rest) {
    if (SECTION.test(line)) continue
    const [, id, from, until] = TASK.exec(line) ?? []
    if (id === undefined || from === undefined || until === undefined) throw new Error(`not a task: ${line}`)
    expect(ids.has(id)).toBe(false)
    expect(until > from).toBe(true)
    ids.add(id)
  }
  expect(text.length).toBeLessThan(50_000)
  return ids.size
}

test('each instance of a small fleet has its row', () => {
  const { results } = twoGroupsRolled()
  const chart = gantt(results)
  expect(check(chart?.text ?? '')).toBe(10)
  expect(chart?.note).toBeUndefined()
})

test('an instance that did not stay differs from one that became ready, and from an old one that was kept', () => {
  const text = gantt(halt().results)?.text ?? ''
  check(text)
  expect(text).toMatch(/lost i-3e31 .*:crit, /)
  expect(text).toMatch(/new i-3e30 .*:active, /)
  expect(text).toMatch(/stays i-30d1 .*:i/)
  expect(text).toMatch(/old i-30d0 .*:done, /)
})

test('without launches and terminations there is no chart', () => {
  expect(gantt(nothingToDo().results)).toBeUndefined()
})

test('up to fifty instances are shown at once, more are folded', () => {
  expect(timeline(bigFleet({ groups: 1, instances: 25, status: 'rolled' }))[0]).toMatch(/^### Timeline/)
  expect(timeline(bigFleet({ groups: 1, instances: 26, status: 'rolled' }))[0]).toMatch(
    /^<details><summary>Timeline of 52 instances/,
  )
})

test('a larger group is merged, and the chart says so', () => {
  const chart = gantt(bigFleet({ groups: 1, instances: 1000, status: 'rolled' }))
  expect(check(chart?.text ?? '')).toBeLessThanOrEqual(200)
  expect(chart?.note).toMatch(/share a bar/)
})

test('groups beyond the limit of the chart are cut, and the chart says how many instances it shows', () => {
  const chart = gantt(bigFleet({ groups: 300, instances: 10, status: 'rolled' }))
  expect(check(chart?.text ?? '')).toBe(200)
  expect(chart?.note).toBe('Shown are 2000 of 6000 instances, those alike in one bar; the rest is in the log.')
})

test('with any names and times, the chart keeps to the grammar', () => {
  const time = fc.integer({ min: BEGIN, max: BEGIN + 200_000 })
  const span = fc.record({
    id: fc.string({ unit: 'binary' }),
    role: fc.constantFrom('old' as const, 'new' as const),
    zone: fc.string(),
    from: time,
    readyAt: fc.option(time, { nil: undefined }),
    until: fc.option(time, { nil: undefined }),
  })
  const [base] = twoGroupsRolled().results
  if (base === undefined) throw new Error('no group')
  const result = fc
    .record({ group: fc.string({ unit: 'binary', minLength: 1 }), timeline: fc.array(span) })
    .map((part): GroupResult => ({ ...base, ...part }))
  fc.assert(
    fc.property(fc.array(result, { maxLength: 5 }), (results) => {
      const chart = gantt(results)
      if (chart !== undefined) check(chart.text)
    }),
  )
})
