import { imagePair } from '../src/simulator/scenario-images.ts'
import { addGroup, type LaunchKind } from '../src/simulator/scenario.ts'
import { World } from '../src/simulator/world.ts'
import { configurationNames, groupNow, imagesNow, tagNow } from './launch-state.ts'
import { live, type Live } from './live.ts'

interface Shape {
  readonly name: string
  readonly launch: LaunchKind
  readonly inputs?: Live['inputs']
  /** The account may not create launch configurations. */
  readonly refused?: true
}

const shapes: readonly Shape[] = [
  { name: 'a launch configuration', launch: 'configuration' },
  {
    name: 'a launch configuration that becomes a template',
    launch: 'configuration',
    inputs: { 'migrate-to-launch-template': 'true' },
  },
  { name: 'a launch configuration where no new ones may be created', launch: 'configuration', refused: true },
  { name: 'a numbered version', launch: 'template-number' },
  { name: 'the latest version', launch: 'template-latest' },
  { name: 'the default version', launch: 'template-default' },
  { name: 'a mixed policy', launch: 'mixed' },
  { name: 'a mixed policy with templates of its overrides', launch: 'mixed-override-template' },
]

/** Everything that two runs must leave alike, whatever happened to the first. */
function endOf(world: World): object {
  const { LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy } = groupNow(world, 'web')
  const { LaunchTemplates } = world.ec2.operations.DescribeLaunchTemplates({})
  return {
    images: imagesNow(world, 'web'),
    version: LaunchTemplate?.Version,
    overrides: MixedInstancesPolicy?.LaunchTemplate?.Overrides?.map(
      (each) => each.LaunchTemplateSpecification?.Version,
    ),
    isOnConfiguration: LaunchConfigurationName !== undefined,
    configurations: configurationNames(world).length,
    versions: (LaunchTemplates ?? []).map((template) => [template.LatestVersionNumber, template.DefaultVersionNumber]),
    previous: tagNow(world, 'web', 'fleet-patch:previous'),
  }
}

const stage = ({ launch, refused }: Shape): World => {
  const world = new World()
  addGroup(world, { name: 'web', launch, size: 1 })
  world.behaviour.launchConfigurations = refused !== true
  return world
}

test.each(shapes)(
  'a patch of $name may die before and after every call',
  async (shape) => {
    const step: Live = { inputs: { mode: 'patch-image', 'auto-scaling-groups': 'web', ...shape.inputs } }
    const undisturbed = stage(shape)
    const { calls, failed } = await live(undisturbed, step)
    expect(failed).toBe(false)
    const wanted = endOf(undisturbed)
    expect(wanted).toMatchObject({
      images: expect.arrayContaining([imagePair(undisturbed, 'x86_64').fresh]) as unknown,
    })
    for (let call = 1; call <= calls; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const world = stage(shape)
        const first = await live(world, { ...step, process: { death: { when, call } } })
        expect(first.died).toBe(true)
        world.timeline.advance(30)
        const second = await live(world, { ...step, runAttempt: '2' })
        expect({ when, call, failed: second.failed }).toEqual({ when, call, failed: false })
        expect({ when, call, end: endOf(world) }).toEqual({ when, call, end: wanted })
      }
    }
  },
  60_000,
)

test.each(['autoscaling:*', 'ec2:*'])(
  'answers of %s that are lost are lived through',
  async (action) => {
    for (const shape of shapes.filter(({ refused }) => refused !== true)) {
      for (const skip of [0, 1, 2, 3, 4, 5, 6]) {
        const world = stage(shape)
        world.faults.inject({ action, mishap: { kind: 'reset' }, effect: 'done', skip, times: 1 })
        const inputs = { mode: 'patch-image', 'auto-scaling-groups': 'web', ...shape.inputs }
        const { annotations } = await live(world, { inputs })
        expect({ shape, skip, annotations }).toEqual({ shape, skip, annotations: [] })
        expect(imagesNow(world, 'web')).toContain(imagePair(world, 'x86_64').fresh)
      }
    }
  },
  60_000,
)
