import { pairwise } from '../../../testing/fuzz/cases.ts'
import { crashModes } from '../../../testing/fuzz/crash-modes.ts'
import { modes } from '../../../src/inputs/modes.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { rowsOf } from '../../../testing/crash-walk-rows.ts'

// The process dies before and after every call, then somebody comes: another run once the silence proves the death,
// another attempt of the same run at once, the post step, or `mode: restore`. A run that goes on must end like one
// that nobody disturbed, one that is undone must end as it began, and the invariants hold throughout.
//
// The machinery of all rolls in every pair of circumstances, and what is built on it in every circumstance;
// `npm run fuzz -- --crash-walk` takes all fleets. Modes that scale up and those that patch are walked beside this.

beforeAll(takeShortcut)

const rows = [
  ...rowsOf(['respawn'], pairwise),
  ...rowsOf(['respawn, forced', 'restore', 'restore, and then somebody rolls on']),
]

describe.each(rows)('$name', ({ fleets, walk, points }) => {
  test.each(fleets)(
    'survives a death at any call: $name',
    async ({ fleet }) => expect(await walk(fleet)).toEqual([]),
    120_000,
  )

  // The number depends on the calls of a run; far fewer would mean that the walk stopped early.
  test('was tried at all its calls', () => {
    expect(points()).toBeGreaterThan(20 * fleets.length)
  })
})

// A bastion is no group: its walk has a scene of its own.
test('every mode that changes groups is walked', () => {
  const changing = Object.entries(modes).flatMap(([mode, { changes }]) =>
    changes && mode !== 'redeploy-bastion' ? [mode] : [],
  )
  expect(changing.filter((mode) => crashModes.every(({ inputs }) => inputs.mode !== mode))).toEqual([])
})
