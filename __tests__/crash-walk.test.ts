import { everyCase, nameOf, pairwise } from '../scripts/disasters/cases.ts'
import { distinctDeaths, HEIRS, respawn, undisturbed, walkOne } from '../scripts/disasters/crash-walk.ts'
import { takeShortcut } from '../src/simulator/shortcut.ts'

// The process dies before and after every call, then somebody comes: another run once the silence proves the death,
// another attempt of the same run at once, the post step, or `mode: restore`. A roll that goes on must end like one
// that nobody disturbed, one that is undone must end as it began, and the invariants hold throughout.

/** In these every two values of the dimensions meet; `npm run disasters -- --crash-walk` takes all. */
const cases = pairwise(everyCase)

beforeAll(takeShortcut)

describe.each([respawn])('$mode', (mode) => {
  let points = 0

  test.each(cases.map((one) => ({ name: nameOf(one), one })))(
    'survives a death at any call: $name',
    async ({ one }) => {
      expect((await undisturbed(one, mode)).problems).toEqual([])
      const problems: string[] = []
      for (const death of await distinctDeaths(one, mode)) {
        points++
        for (const heir of HEIRS) problems.push(...(await walkOne(one, mode, { death, heir })))
      }
      expect(problems).toEqual([])
    },
    120_000,
  )

  // The number depends on the calls of a roll; far fewer would mean that the walk stopped early.
  test('was tried at more than a thousand crash points', () => {
    // oxlint-disable-next-line no-console -- the number is what a reader of the build wants to see.
    console.log(
      `crash walk of ${mode.mode}: ${points} crash points in ${cases.length} fleets, ${HEIRS.length} heirs each`,
    )
    expect(points).toBeGreaterThan(1000)
  })
})
