import {
  doneAgain,
  fewerThanPromised,
  oldLeftInTheDark,
  releasedBeforeUp,
  refusedCalls,
  tookTooLong,
  workLeft,
  wronglyCounted,
} from '../../../testing/fuzz/calm-checks.ts'

// What the checks read of a fixture: three instances behind a target group, one at a time.
const plan = {
  plan: { balancers: ['target-group'] },
  inputs: {},
  hooks: [],
  boot: [8, 8],
  balancerWarmup: [2, 3],
  slowStartSeconds: 0,
  surge: { of: () => 1 },
  maxUnavailable: 0,
  network: 'plain',
  dark: false,
  sick: false,
}
const begin = { at: 1000, ready: 3, desired: 3, ids: { inService: ['i-1', 'i-2', 'i-3'] } }

interface Happened {
  readonly at?: number
  readonly lowest?: number
  readonly outcomes?: readonly string[]
  readonly changes?: readonly string[]
  readonly inService?: readonly string[]
  readonly inputs?: object
}

const fixture = ({ at = 1060, lowest = 3, outcomes = [], changes = [], inService = [], inputs = {} }: Happened) =>
  ({
    plan: { ...plan, inputs },
    begin,
    account: {
      timeline: { now: at },
      ledger: {
        entries: outcomes.map((outcome) => ({ at: 1010, operation: 'SetDesiredCapacity', outcome })),
        lowestReady: () => lowest,
      },
    },
    recorder: { changes: changes.map((operation) => ({ operation })), snapshot: () => ({ ids: { inService } }) },
  }) as never

const run = ({ calls = 50, result = {}, annotations = [] as readonly string[] } = {}) =>
  ({
    calls,
    annotations: annotations.map((message) => ({ message })),
    outputs: { result: JSON.stringify({ groups: [{ status: 'rolled', replaced: [], ...result }] }) },
  }) as never

test('a roll in which all is as owed', () => {
  const all = fixture({ outcomes: ['ok'], changes: ['SuspendProcesses', 'ResumeProcesses', 'DeleteTags'] })
  const told = run({ result: { replaced: begin.ids.inService } })
  const checks = [refusedCalls(all, told), fewerThanPromised(all), tookTooLong(all, told), doneAgain(all), wronglyCounted(all, told)] // prettier-ignore
  expect(checks.flat()).toEqual([])
})

test.each([
  { name: 'a refused call', of: () => refusedCalls(fixture({ outcomes: ['ValidationError'] }), run()) },
  { name: 'a warning', of: () => refusedCalls(fixture({}), run({ annotations: ['slow'] })) },
  { name: 'fewer ready between two calls', of: () => fewerThanPromised(fixture({ lowest: 2 })) },
  { name: 'minutes in which nothing happens', of: () => tookTooLong(fixture({ at: 1300 }), run()) },
  { name: 'several calls a second', of: () => tookTooLong(fixture({}), run({ calls: 200 })) },
  { name: 'processes that are suspended again', of: () => doneAgain(fixture({ changes: ['SuspendProcesses', 'SuspendProcesses'] })) }, // prettier-ignore
  { name: 'one that left and is not told', of: () => wronglyCounted(fixture({ inService: ['i-1', 'i-2'] }), run()) },
  {
    name: 'one that is told and is there',
    of: () => wronglyCounted(fixture({ inService: ['i-1', 'i-2', 'i-3'] }), run({ result: { replaced: ['i-1'] } })),
  },
  { name: 'another word for a roll', of: () => wronglyCounted(fixture({}), run({ result: { status: 'halted', replaced: begin.ids.inService } })) }, // prettier-ignore
])('$name is seen', ({ of }) => {
  expect(of()).toHaveLength(1)
})

test.each([
  { name: 'while one comes up', pending: ['i-5'], wrong: 1 },
  { name: 'when all are in service', pending: [], wrong: 0 },
])('a dark launch that is released $name: $wrong', ({ pending, wrong }) => {
  const change = { operation: 'RegisterTargets', before: { ids: { pending } } }
  const dark = { plan: { ...plan, dark: true }, recorder: { changes: [change] } } as never
  expect(releasedBeforeUp(dark)).toHaveLength(wrong)
})

describe('an old instance of a dark launch that leaves', () => {
  const departure = (ready: readonly string[]) => ({
    before: { ids: { inService: ['i-1', 'i-4', 'i-5'], ready: ['i-1', ...ready] } },
    after: { ids: { inService: ['i-4', 'i-5'] } },
  })
  const dark = (ready: readonly string[]) =>
    ({ plan: { ...plan, dark: true }, begin, recorder: { changes: [departure(ready)] } }) as never

  test('while a new one does not serve', () => {
    expect(oldLeftInTheDark(dark(['i-4']))).toEqual(['an old instance left a dark launch while i-5 did not serve yet'])
  })

  test('when all of them serve', () => {
    expect(oldLeftInTheDark(dark(['i-4', 'i-5']))).toEqual([])
  })
})

describe('what follows on such a roll', () => {
  const step = (what: string, changes: number, calls: number) =>
    ({ what, run: { ...run({ calls }) as object, failed: false }, changes: Array.from({ length: changes }, () => ({})) }) as never

  test('changes nothing', () => {
    const idle = [step('a roll', 9, 80), step('the post step', 0, 0), step('a final restore', 0, 16)]
    expect(workLeft(fixture({}), idle)).toEqual([])
    const busy = [step('a roll', 9, 80), step('the post step', 0, 1), step('a last roll', 3, 80), step('a restore', 2, 16)]
    expect(workLeft(fixture({}), busy)).toEqual([
      'the post step made 1 calls for nothing',
      'a last roll made 3 changes after a roll, which was green',
      'a last roll made 80 calls for nothing',
      'a restore made 2 changes after a last roll, which was green',
    ])
  })

  test('but a roll that is forced, or that follows on what has put the group back', () => {
    expect(workLeft(fixture({ inputs: { force: 'true' } }), [step('a roll', 9, 80), step('a last roll', 3, 80)])).toEqual([])
    expect(workLeft(fixture({}), [step('a restore', 2, 20), step('a last roll', 3, 80)])).toEqual([])
  })
}) // prettier-ignore
