import { isMaxUntold } from '../../../testing/fuzz/assertions.ts'
import { isMaxForgotten, isSetInVain } from '../../../testing/fuzz/schedule-faults.ts'

interface Row {
  readonly name: string
  /** The maximum at the end, and the bounds of the action. */
  readonly end: number
  readonly min: number
  readonly max?: number
  readonly isRecurring?: boolean
  readonly isForgotten: boolean
}

// A roll had left a maximum of seven and let the processes run again, and AWS carried out an action that sets the minimum to six and that
// same maximum, of which no activity tells (seed 16192 of the groups).
const rows: readonly Row[] = [
  { name: 'that of the beginning', end: 4, min: 0, isForgotten: true },
  { name: 'that of the beginning, under a minimum of the action', end: 4, min: 6, isForgotten: false },
  { name: 'as much as a minimum beyond it needs', end: 6, min: 6, isForgotten: true },
  { name: 'more than that minimum needs', end: 8, min: 6, isForgotten: false },
  { name: 'that of the run', end: 7, min: 0, isForgotten: false },
  { name: 'of an action beyond what the run can have raised', end: 6, min: 6, max: 9, isForgotten: false },
  { name: 'of an action that AWS goes on to list', end: 6, min: 6, isRecurring: true, isForgotten: false },
]

test.each(rows)('a run may put the maximum back to $name: $isForgotten', (row) => {
  const { end, min, max = 7, isRecurring = false, isForgotten } = row
  const recorder = { changes: [{ at: 50, input: { MaxSize: 7 } }], snapshot: () => ({ max: end }) }
  const fixture = { begin: { desired: 4, max: 4 }, plan: { surge: { of: () => 4 } }, recorder } as never
  const expected = { min, max, desired: Math.max(4, min) }
  expect(isMaxForgotten(fixture, { isRecurring, dueAt: 100, expected })).toBe(isForgotten)
})

// A run could not put the sizes back, and an action that sets the same sizes was carried out before the next one began.
test.each([
  { name: 'sets what the group has, and no run is at work', isNothingSet: true, at: 50, isForgotten: true },
  { name: 'sets something else', isNothingSet: false, at: 50, isForgotten: false },
  { name: 'sets what the group has before the eyes of a run', isNothingSet: true, at: 110, isForgotten: false },
])('an action is forgotten that $name: $isForgotten', ({ isNothingSet, at, isForgotten }) => {
  const fixture = { recorder: { changes: [{ at, input: {} }] } } as never
  expect(isSetInVain(fixture, { isNothingSet, dueAt: 100 })).toBe(isForgotten)
})

// A run had left a maximum of eight, an operator had wished six before, and an action that runs once set seven and eight.
test.each([
  { name: 'of an action that set just what stood', max: 7, change: {}, isUntold: true },
  { name: 'of one that AWS goes on to list', max: 7, change: { maxBefore: undefined }, isUntold: false },
  { name: 'as far as the minimum lets it go back', max: 6, change: {}, isUntold: false },
  { name: 'of an action after which others have set it', max: 7, change: { max: 9 }, isUntold: false },
  { name: 'of one before the eyes of a run', max: 7, change: { at: 40 }, isUntold: false },
])('the last maximum is untold $name: $isUntold', ({ max, change, isUntold }) => {
  const schedules = [{ at: 100, min: 7, max: 8, desired: 8, maxBefore: 6, ...change }]
  const recorder = { changes: [{ at: 50, callerSince: 0 }] }
  expect(isMaxUntold({ min: 7, max }, { schedules, maxima: [6, 8], recorder } as never)).toBe(isUntold)
})
