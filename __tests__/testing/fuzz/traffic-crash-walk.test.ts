import { takeShortcut } from '../../../simulator/shortcut.ts'
import { playShift, SHIFT_RECOVERIES, SHIFT_WALKS, walkShift } from '../../../testing/fuzz/traffic/crash-walk.ts'

beforeAll(takeShortcut)

describe.each(SHIFT_WALKS)('$name', (walk) => {
  test('ends as it should where nothing disturbs it', async () => {
    expect((await playShift(walk)).problems).toEqual([])
  })

  test.each(SHIFT_RECOVERIES)('recovers from a death before and after every change: %s', async (recovery) => {
    const { crashes } = await playShift(walk)
    expect(crashes.length).toBeGreaterThan(20)
    const problems: string[] = []
    for (const crash of crashes) problems.push(...(await walkShift(walk, crash, recovery)))
    expect(problems).toEqual([])
  })
})
