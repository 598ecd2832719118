import { pairwise } from '../../../testing/fuzz/cases.ts'
import { crashModes } from '../../../testing/fuzz/crash-modes.ts'
import { modes } from '../../../src/inputs/modes.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { rowsOf } from '../../../testing/crash-walk-rows.ts'

// The process crashes before and after every call. Then a recovery follows: another run once the lease has expired,
// another attempt of the same run at once, the post step, or `mode: restore`. A run that continues must end like an
// undisturbed one, a restored one must end as it began, and the invariants hold throughout.
//
// `respawn` is walked with fleets that cover every pair of properties, the other modes with fleets that cover every
// property; `npm run fuzz -- --crash-walk` takes all fleets. Scale-up and patch modes have test files of their own.

beforeAll(takeShortcut)

const rows = [
  ...rowsOf(['respawn'], pairwise),
  ...rowsOf(['respawn, forced', 'restore', 'restore, and then another run rolls']),
  ...rowsOf(['respawn, whose image raises an alarm']),
  ...rowsOf(['respawn, while scaling policies stay alive', 'restore, while scaling policies stay alive'], (fleets) =>
    fleets.slice(0, 2),
  ),
  // The groups of two waves do not know of one another: one fleet shows what their turns do.
  ...rowsOf(['respawn, in two waves', 'patch-image, in two waves'], (fleets) => fleets.slice(0, 1)),
]

describe.each(rows)('$name', ({ fleets, walk, points }) => {
  test.each(fleets)(
    'survives a crash at any call: $name',
    async ({ fleet }) => expect(await walk(fleet)).toEqual([]),
    120_000,
  )

  // The number depends on the calls of a run; far fewer would mean that the walk stopped early.
  test('was tried at all its calls', () => {
    expect(points()).toBeGreaterThan(20 * fleets.length)
  })
})

// A bastion is no group, a shift of traffic is of two groups at once, and a janitor heals many: their walks have fixtures of their own.
const WALKED_ELSEWHERE = new Set(['redeploy-bastion', 'shift', 'blue-green', 'janitor'])

test('every mode that changes groups is walked', () => {
  const changing = Object.entries(modes).flatMap(([mode, { changes }]) =>
    changes && !WALKED_ELSEWHERE.has(mode) ? [mode] : [],
  )
  expect(changing.filter((mode) => crashModes.every(({ inputs }) => inputs.mode !== mode))).toEqual([])
})
