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
  `^  (?:old|stays|new|lost)(?: ${NAME})? :(?:done, |active, |crit, )?(i\\d+), (${DATE}), (${DATE})$`,
  'u',
)

/** The subset of Mermaid's grammar that we write, line by line; gives the number of tasks. */
function check(text: string): number {
  const [setup, first, dates, axis, marker, ...rest] = text.split('\n')
  expect(setup).toMatch(/^%%\{init: \{"theme":"base",.*\}\}%%$/)
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
  for (const task of ['lost 1b :crit, ', 'new 1a :active, ', 'stays 1b :i', 'old 1a :done, '])
    expect(text).toContain(`  ${task}`)
  // An id on a bar would cover its neighbours.
  expect(text).not.toMatch(/ i-/)
})

/** The contrast of two colours: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** A colour with a share of opacity, `#rrggbbaa`, as it looks on a page. */
function over(colour: string, page: string): string {
  const part = (text: string, at: number): number => Number.parseInt(text.slice(at, at + 2), 16)
  const opacity = part(colour, 7) / 255
  const mixed = [1, 3, 5].map((at) => Math.round(opacity * part(colour, at) + (1 - opacity) * part(page, at)))
  return `#${mixed.map((each) => each.toString(16).padStart(2, '0')).join('')}`
}

test('its texts can be read on the white and on the dark page of GitHub, and on its bars', () => {
  const [setup = ''] = (gantt(twoGroupsRolled().results)?.text ?? '').split('\n')
  const { themeVariables } = JSON.parse(setup.slice('%%{init: '.length, -'}%%'.length)) as {
    themeVariables: Readonly<Record<string, string>>
  }
  const texts = Object.keys(themeVariables).filter((name) => /text|title/i.test(name))
  expect(texts).toHaveLength(7)
  const bars = ['taskBkgColor', 'doneTaskBkgColor', 'activeTaskBkgColor', 'critBkgColor']
  for (const page of ['#ffffff', '#0d1117'])
    for (const behind of [page, ...bars.map((bar) => over(themeVariables[bar] ?? '', page))])
      for (const text of texts) expect(contrast(themeVariables[text] ?? '', behind)).toBeGreaterThan(2.9)
})

test('a long name of a group is cut in its middle and has room left of the bars', () => {
  const [result] = twoGroupsRolled().results
  if (result === undefined) throw new Error('no group')
  const long = { ...result, group: 'mystack-v1-AppServerGroup-1ABCDEFGHIJKLM' }
  const text = gantt([long])?.text ?? ''
  expect(text).toContain('  section mystack-v1-A...ABCDEFGHIJKLM\n')
  expect(text).toContain('"leftPadding":254')
  expect(gantt([{ ...result, group: 'web' }])?.text).toContain('"leftPadding":54')
})

test('without launches and terminations there is no chart', () => {
  expect(gantt(nothingToDo().results)).toBeUndefined()
})

test('the timeline is folded', () => {
  const [text = ''] = timeline(bigFleet({ groups: 1, instances: 1, status: 'rolled' }))
  expect(text).toMatch(
    /^<details><summary>Timeline of 2 instances<\/summary>\n\n```mermaid\n[\s\S]*\n```\n[\s\S]*<\/details>$/,
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
