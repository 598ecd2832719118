import { isMaxForgotten } from '../../../testing/fuzz/schedule-faults.ts'

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
