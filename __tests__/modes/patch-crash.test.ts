import { imagePair } from '../../simulator/scenario-images.ts'
import { addGroup, type LaunchKind } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { imagesNow } from '../../testing/launch-state.ts'
import { runAction, type RunActionOptions } from '../../testing/run-action.ts'
import { rowsOf } from '../../testing/crash-walk-rows.ts'

interface Shape {
  readonly name: string
  readonly launch: LaunchKind
  readonly inputs?: RunActionOptions['inputs']
}

const shapes: readonly Shape[] = [
  { name: 'a launch configuration', launch: 'configuration' },
  {
    name: 'a launch configuration that becomes a template',
    launch: 'configuration',
    inputs: { 'migrate-to-launch-template': 'true' },
  },
  { name: 'a numbered version', launch: 'template-number' },
  { name: 'the latest version', launch: 'template-latest' },
  { name: 'the default version', launch: 'template-default' },
  { name: 'a mixed policy', launch: 'mixed' },
  { name: 'a mixed policy with templates of its overrides', launch: 'mixed-override-template' },
]

const fixture = (launch: LaunchKind): SimulatedAccount => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', launch, size: 1 })
  return account
}

beforeAll(takeShortcut)

const rows = rowsOf([
  'patch-image',
  'patch-image to a launch template',
  'patch-image where launch configurations are refused',
  'patch-image, rollout respawn',
  'patch-image, rollout scale-up-patch',
  'patch-docker, rollout respawn',
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

test.each(['autoscaling:*', 'ec2:*'])(
  'lost answers of %s do not fail the step',
  async (action) => {
    for (const shape of shapes) {
      for (const skip of [0, 1, 2, 3, 4, 5, 6]) {
        const account = fixture(shape.launch)
        account.faults.inject({ action, fault: { kind: 'reset' }, effect: 'done', skip, times: 1 })
        const inputs = { mode: 'patch-image', 'auto-scaling-groups': 'web', ...shape.inputs }
        const { annotations } = await runAction(account, { inputs })
        expect({ shape, skip, annotations }).toEqual({ shape, skip, annotations: [] })
        expect(imagesNow(account, 'web')).toContain(imagePair(account, 'x86_64').fresh)
      }
    }
  },
  60_000,
)
