import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { WORLD_KINDS } from '../../../testing/fuzz/chosen-worlds.ts'
import {
  compareFigures,
  type Figures,
  firstFault,
  lineOf,
  readFigures,
  STEP_FIGURES,
  WORLD_FIGURES,
} from '../../../testing/fuzz/figures/figures.ts'
import { RECORDED, readRecord } from '../../../testing/fuzz/figures/record.ts'
import { faultLine } from '../../../testing/fuzz/figures/report.ts'
import { groupsSubject } from '../../../testing/fuzz/figures/subjects.ts'
import { WorldWatch } from '../../../testing/fuzz/figures/world-watch.ts'
import { type ActionRun, runAction } from '../../../testing/run-action.ts'

const was: Figures = {
  steps: [
    { what: 'roll', claim: 'red halted changed 1/2', end: '0-3-4', numbers: [310, 2, 2, 14, 1, 96, 3, 0] },
    { what: 'final restore', claim: 'green restored', end: '0-3-4', numbers: [20, 0, 0, 0, 0, 17, 3, 0] },
  ],
  numbers: [3, 0, 0, 12, 60, 900, 310, 0, 0],
  said: ['ab12', 'cd34'],
}
const WAS_LINE = 'roll: red halted changed 1/2; 0-3-4; 310 2 2 14 1 96 3 | final restore: green restored; =; 20 0 0 0 0 17 3 | 3 0 0 12 60 900 310 | ab12 cd34' // prettier-ignore

test('a world is a line, and read from it again', () => {
  expect(lineOf(was)).toBe(WAS_LINE)
  const read = readFigures(WAS_LINE)
  expect(lineOf(read)).toBe(WAS_LINE)
  expect(compareFigures(read, { was, sentences: {} })).toEqual([])
})

/** The line with another text in it. */
const now = (text: string, instead: string): Figures => {
  expect(WAS_LINE).toContain(text)
  return readFigures(WAS_LINE.replace(text, instead))
}

test.each([
  { name: 'more launches', is: now('310 2 2', '310 3 2'), verdict: 'worse', what: 'roll: launches 3 for 2' },
  { name: 'fewer launches', is: now('310 2 2', '310 1 2'), verdict: 'better', what: 'roll: launches 1 for 2' },
  { name: 'fewer ready', is: now('| 3 0 0', '| 2 0 0'), verdict: 'worse', what: 'lowest ready 2 for 3' },
  { name: 'more ready', is: now('| 3 0 0', '| 4 0 0'), verdict: 'better', what: 'lowest ready 4 for 3' },
  { name: 'no traces, and then some', is: now('17 3 |', '17 3 1 |'), verdict: 'worse', what: 'final restore: traces left 1 for 0' }, // prettier-ignore
  { name: 'another result', is: now('red halted', 'green rolled'), verdict: 'other', what: 'roll: green rolled changed 1/2, and was red halted changed 1/2' }, // prettier-ignore
  { name: 'another size at the end', is: now('; =;', '; 0-2-4;'), verdict: 'other', what: 'final restore ends with 0-2-4, and did with 0-3-4' }, // prettier-ignore
  { name: 'another sentence', is: now('cd34', 'ef56'), verdict: 'other', what: 'it is said: what is new' },
  { name: 'another step', is: now('final restore', 'next run'), verdict: 'other', what: 'the steps are roll, next run, and were roll, final restore' }, // prettier-ignore
])('$name: $verdict', ({ is, verdict, what }) => {
  const differences = compareFigures(is, { was, sentences: { ef56: 'what is new' } })
  expect(differences[0]).toMatchObject({ verdict, what })
  expect(firstFault(differences)?.what).toBe(verdict === 'better' ? undefined : what)
})

test('of several worlds one with worse figures is named, else one that claims otherwise', () => {
  const other = 'not as recorded: another claim in groups, seed 1: …'
  const worse = 'not as recorded: worse figures in groups, seed 2: …'
  expect(faultLine(['seed 1: …', other, worse, ''].join('\n'))).toBe(worse)
  expect(faultLine(`${other}\n300 seeds`)).toBe(other)
  expect(faultLine('300 seeds')).toBeUndefined()
})

test('each world of the first seeds is recorded, in the columns that there are now', () => {
  const record = readRecord() as ReturnType<typeof readRecord> & { columns: { step: string; world: string } }
  expect(record.columns).toEqual({ step: STEP_FIGURES.join(', '), world: WORLD_FIGURES.join(', ') })
  for (const kind of WORLD_KINDS) {
    const lines = record[kind] ?? []
    expect(lines).toHaveLength(RECORDED)
    expect(lines.map((line) => lineOf(readFigures(line)))).toEqual(lines)
    expect(lines.flatMap((line) => readFigures(line).said).filter((key) => !(key in record.sentences))).toEqual([])
  }
})

test('the figures of a roll are what the account has seen of it', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 3, outdated: true })
  account.ledger.clear()
  const watch = new WorldWatch(account, groupsSubject(account, ['web']))
  const roll = (): Promise<ActionRun> => runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': 'web' } }) // prettier-ignore
  const run = await watch.step('a roll', roll)
  const again = await watch.step('the next run', roll)
  const { steps, numbers } = watch.figures()
  expect(steps.map(({ what, claim, end }) => ({ what, claim, end }))).toEqual([
    { what: 'roll', claim: 'green rolled changed 3/3', end: '0-3-4' },
    { what: 'next run', claim: 'green current', end: '0-3-4' },
  ])
  const named = Object.fromEntries(STEP_FIGURES.map((figure, index) => [figure, steps[0]?.numbers[index]]))
  expect(named).toMatchObject({ launches: 3, departures: 3, 'refused calls': 0, calls: run.calls, 'outdated left': 0, 'traces left': 0 }) // prettier-ignore
  expect(steps[1]?.numbers.slice(1, 4)).toEqual([0, 0, 0])
  expect(steps[1]?.numbers[5]).toBe(again.calls)
  const ofWorld = Object.fromEntries(WORLD_FIGURES.map((figure, index) => [figure, numbers[index]]))
  expect(ofWorld).toMatchObject({ 'lowest ready': 3, 'launches aside': 0, short: 0 })
  // Three processes rest from the first change to the last, and the state stands as long.
  expect(ofWorld['suspended']).toBeGreaterThan(3 * 60)
  expect(ofWorld['with state']).toBeGreaterThan(60)
  expect(ofWorld['over']).toBeGreaterThan(60)
})
