import type { Event } from '../../../src/report/events.ts'
import { BEGIN, dryRun, fleet, halt, nothingToDo, twoGroupsRolled } from '../runs.ts'
import { logOf } from '../sink.ts'

describe('the log of a whole run', () => {
  const runs = {
    'two groups rolled': twoGroupsRolled,
    'a halt': halt,
    'a dry run': dryRun,
    'nothing to do': nothingToDo,
  }
  test.each(Object.entries(runs))('%s', (_, run) => {
    expect(`\n${logOf(run().events).join('\n')}\n`).toMatchSnapshot()
  })
})

const counts = { old: 2, current: 1, ready: 2, desired: 3 }

function waiting(group: string, seconds: number, changes: Partial<Extract<Event, { kind: 'waiting' }>> = {}): Event {
  return {
    kind: 'waiting',
    at: BEGIN + seconds,
    group,
    counts,
    reason: 'booting',
    progress: 0.25,
    timeLeft: { low: 60, high: 60 },
    ...changes,
  }
}

function observed(group: string): Event {
  return { kind: 'observed', fleet: fleet(group), counts, floor: 2 }
}

const progressLines = (lines: readonly string[]): string[] => lines.filter((line) => /[█░]/.test(line))

test('a group has a progress line every fifteen seconds of event time, for any number of reads', () => {
  const looks = Array.from({ length: 61 }, (_, second) => waiting('web', second))
  const times = progressLines(logOf([observed('web'), ...looks])).map((line) => line.slice(0, 8))
  expect(times).toEqual(['09:05:07', '09:05:22', '09:05:37', '09:05:52', '09:06:07'])
})

test('a group that is put back is found without anything to replace, for nothing will be', () => {
  const [, rolled] = logOf([observed('web')])
  expect(rolled).toMatch(/: 2 instances to replace, at least 2 stay ready$/)
  const [, restored] = logOf([{ ...observed('web'), restores: true } as Event])
  expect(restored).toMatch(/found with sizes [\d-]+, launches from/)
  expect(restored).not.toContain('to replace')
})

test('fifty groups share one progress line, and its end is that of the slowest', () => {
  const names = Array.from({ length: 50 }, (_, index) => `group-${index}`)
  const looks = Array.from({ length: 16 }, (_, second) =>
    names.map((name, index) => waiting(name, second, { timeLeft: { low: index * 5, high: index * 10 } })),
  )
  const lines = progressLines(logOf([...names.map(observed), ...looks.flat()]))
  expect(lines).toHaveLength(2)
  expect(lines[1]).toBe(
    '09:05:22  █████░░░░░░░░░░░░░░░  25 %  4 m to 8 m left  0 of 50 groups through, the others together 100/50/100/150',
  )
})

test('the end of all groups is unknown while that of one is unknown', () => {
  const names = ['a', 'b', 'c', 'd']
  const looks = names.map((name) => waiting(name, 20, { timeLeft: name === 'd' ? undefined : { low: 5, high: 5 } }))
  const late = names.map((name) => waiting(name, 40, { timeLeft: name === 'd' ? undefined : { low: 5, high: 5 } }))
  expect(progressLines(logOf([...names.map(observed), ...looks, ...late]))[1]).not.toContain('left')
})

test('the tenth warning and later ones stay in the log, for GitHub would drop them', () => {
  const warnings = Array.from({ length: 12 }, (_, index): Event => ({ kind: 'warning', message: `number ${index}` }))
  const lines = logOf(warnings)
  expect(lines.filter((line) => line.startsWith('[warning]'))).toHaveLength(9)
  expect(lines.slice(9)).toEqual(['warning: number 9', 'warning: number 10', 'warning: number 11'])
})

test('text from AWS cannot become a workflow command, on any line', () => {
  const evil = '::error::x\n::set-output name=a::b\r##[error]y\u001b[31m'
  const { results } = halt()
  const [result] = results
  if (result === undefined) throw new Error('no result')
  const lines = logOf([
    { kind: 'phase', title: evil },
    {
      kind: 'observed',
      fleet: fleet(evil, { source: { ...fleet('x').source, label: evil, imageId: evil } }),
      counts,
      floor: 2,
    },
    {
      kind: 'step',
      at: BEGIN,
      group: evil,
      change: { kind: 'suspend', processes: [evil] },
      counts,
      reason: evil,
      dryRun: false,
    },
    waiting(evil, 30, { reason: evil }),
    { kind: 'info', message: evil },
    { kind: 'notice', message: evil, group: evil },
    { kind: 'warning', message: evil, group: evil },
    {
      kind: 'finished',
      at: BEGIN,
      result: { ...result, group: evil, left: [evil], failure: { what: evil, why: evil, remedy: evil } },
    },
    { kind: 'ended', at: BEGIN, result: { kind: 'groups', groups: [] } },
  ])
  expect(lines.length).toBeGreaterThan(12)
  for (const line of lines) {
    expect(line).not.toMatch(/^\s*::|##\[|[\n\r\u001b]/)
  }
})
