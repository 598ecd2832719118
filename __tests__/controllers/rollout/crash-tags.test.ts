import { caseName, type FleetCase } from '../../../testing/fuzz/cases.ts'
import { rolledModes, walkTagsOf } from '../../../testing/fuzz/crash-tags.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'

// The tags with the saved state are removed, changed or copied between a crash and its recovery, and before the calls of a
// run that lives. `npm run fuzz -- --crash-walk --tags` takes every point and more fleets.

beforeAll(takeShortcut)

const fleets: readonly FleetCase[] = [
  { size: 2, surge: '1', maxUnavailable: 0, launch: 'configuration', balancers: [], sizes: 'tight' },
  {
    size: 3,
    surge: '50%',
    maxUnavailable: 1,
    launch: 'template-number',
    balancers: ['classic', 'target-group'],
    sizes: 'loose',
  },
]

const [mode] = rolledModes.filter(({ name }) => name === 'respawn')

test.each(fleets.map((fleet) => ({ name: caseName(fleet), fleet })))(
  'no group is harmed by what happens to its tags: $name',
  async ({ fleet }) => {
    if (mode === undefined) throw new Error('respawn is not walked')
    const { problems, recoveries } = await walkTagsOf({ mode, fleet }, 17)
    expect(problems).toEqual([])
    // Far fewer would mean that the walk stopped early.
    expect(recoveries).toBeGreaterThan(20)
  },
  60_000,
)
