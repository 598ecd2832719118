import { takeShortcut } from '../../../simulator/shortcut.ts'
import { rowsOf } from '../../../testing/crash-walk-rows.ts'

// A scale-up, dark or not, the release and the restore after a dark launch, and the rollback, which scales up as well.

beforeAll(takeShortcut)

const rows = rowsOf([
  'scale-up-patch',
  'scale-up-patch, dark',
  'scale-up-patch, dark until a command passes',
  'release',
  'restore, after a dark launch',
  'rollback',
])

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
