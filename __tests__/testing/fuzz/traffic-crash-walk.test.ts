import { takeShortcut } from '../../../simulator/shortcut.ts'
import { walkWholeShift } from '../../../testing/fuzz/traffic/crash-walk.ts'
import { SHIFT_WALKS } from '../../../testing/fuzz/traffic/walks.ts'

beforeAll(takeShortcut)

/** Of the crash points of each shift; `npm run fuzz -- --crash-walk --traffic` takes them all, in every way. */
const EVERY = 11

test.each(SHIFT_WALKS)(
  '$name: ends as it should, and recovers from deaths before and after its changes',
  async (walk) => {
    const { points, problems } = await walkWholeShift(walk, EVERY)
    expect(points).toBeGreaterThan(1)
    expect(problems).toEqual([])
  },
)
