import type { FleetCase } from '../../scripts/disasters/cases.ts'
import {
  distinctDeaths,
  HEIRS as ALL_HEIRS,
  undisturbed,
  walkOne,
  type WalkedMode,
} from '../../scripts/disasters/crash-walk.ts'
import type { GroupPlan } from '../../src/simulator/group-plan.ts'
import { takeShortcut } from '../../src/simulator/shortcut.ts'
import { instanceIds } from '../../src/simulator/scenario.ts'
import { type Inputs, run, type Rolled, type Scene, scene, standing } from '../edges/scene.ts'

// The process dies before and after every call of a scale-up, dark or not, and of a release; then somebody comes. Who
// rolls on must end with the new half in service, who undoes with the group as it was, and in between the load balancers
// never have fewer healthy instances than the group had.

beforeAll(takeShortcut)

const BEHAVIOUR = { bootSeconds: 11, balancerWarmupSeconds: 4, shutdownSeconds: 7 }
const SILENCE_SECONDS = 330

type Heir = 'the same again' | 'the next attempt' | 'the post step' | 'restore'
const HEIRS: readonly Heir[] = ['the same again', 'the next attempt', 'the post step', 'restore']

interface Walk {
  readonly name: string
  readonly plan: Partial<GroupPlan>
  readonly inputs: Inputs
  /** Steps that have ended well before the one that dies. */
  readonly first?: Inputs
}

const walks: readonly Walk[] = [
  {
    name: 'a dark launch released by calm',
    plan: { size: 2, sizes: { min: 2, max: 2 }, balancers: ['classic', 'target-group'] },
    inputs: { mode: 'scale-up-patch', dark: 'true', 'release-after': '0.5' },
  },
  {
    name: 'a dark launch released by a command',
    plan: { size: 2 },
    inputs: { mode: 'scale-up-patch', dark: 'true', probe: 'ssm: true' },
  },
  {
    name: 'a dark launch without load balancers',
    plan: { size: 2, balancers: [] },
    inputs: { mode: 'scale-up-patch', dark: 'true', 'release-after': '0.5' },
  },
  {
    name: 'a release',
    plan: { size: 2, balancers: ['classic', 'target-group'] },
    first: { mode: 'scale-up-patch', dark: 'true' },
    inputs: { mode: 'release' },
  },
]

interface Death {
  readonly when: 'before' | 'after'
  readonly call: number
}

async function staged({ plan, first }: Walk): Promise<Scene> {
  const stage = scene(plan, { behaviour: BEHAVIOUR })
  if (first !== undefined) await run(stage, first, { runId: '500' })
  return stage
}

/** Every death that leaves another world: before a call only where time has passed since the one before it. */
async function deathsOf(walk: Walk): Promise<readonly Death[]> {
  const stage = await staged(walk)
  const before = stage.world.ledger.entries.length
  await run(stage, walk.inputs)
  const entries = stage.world.ledger.entries.slice(before)
  return entries.flatMap(({ at }, index): Death[] => [
    ...(at !== entries[index - 1]?.at ? [{ when: 'before', call: index + 1 } as const] : []),
    { when: 'after', call: index + 1 },
  ])
}

async function inherit(stage: Scene, walk: Walk, { dead, heir }: { dead: Rolled; heir: Heir }): Promise<Rolled> {
  if (heir === 'the post step') return await run(stage, walk.inputs, { state: dead.state })
  if (heir === 'the next attempt') return await run(stage, walk.inputs, { runAttempt: '2' })
  stage.world.timeline.advance(SILENCE_SECONDS)
  return await run(stage, heir === 'restore' ? { mode: 'restore' } : walk.inputs, { runId: '2000' })
}

function problemsOf(stage: Scene, walk: Walk, heir: Heir): readonly string[] {
  const { world, group, before } = stage
  const size = before.sizes[1] ?? 0
  world.timeline.advance(120)
  const now = instanceIds(world, 'web')
  const fresh = now.filter((id) => !group.instanceIds.includes(id))
  const { ready } = world.autoScaling.capacity('web')
  const memo = Object.keys(world.autoScaling.capacity('web').tags)
  const problems: string[] = []
  const expected = (name: string, is: unknown, should: unknown): void => {
    if (JSON.stringify(is) !== JSON.stringify(should))
      problems.push(`${name} is ${JSON.stringify(is)} and should be ${JSON.stringify(should)}`)
  }
  // A step before, which left its half in the dark, is no concern of a post step that finds nothing of its own.
  const dark = heir === 'the post step' && walk.first !== undefined && memo.length > 0
  expected('the fewest ready', world.ledger.lowestReady('web'), size)
  if (dark) return problems
  expected('what is left', standing(world), before)
  expected('the size', now.length, size)
  expected('ready', ready, size)
  if (heir === 'the same again' || heir === 'the next attempt') expected('the new ones', fresh.length, size)
  return problems
}

test.each(walks)(
  'survives a death at any call: $name',
  async (walk) => {
    const problems: string[] = []
    const deaths = await deathsOf(walk)
    expect(deaths.length).toBeGreaterThan(40)
    for (const death of deaths)
      for (const heir of HEIRS) {
        const stage = await staged(walk)
        const dead = await run(stage, walk.inputs, { process: { death } })
        if (!dead.died) problems.push(`did not die ${death.when} call ${death.call}`)
        const lived = await inherit(stage, walk, { dead, heir })
        const told = lived.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)
        for (const problem of [...problemsOf(stage, walk, heir), ...told])
          problems.push(`died ${death.when} call ${death.call}, then ${heir}: ${problem}`)
      }
    expect(problems).toEqual([])
  },
  240_000,
)

// In the light the walk of every roll holds, with all its invariants.
const scaleUp: WalkedMode = { mode: 'scale-up-patch', inputs: {} }

const fleets: readonly (FleetCase & { readonly name: string })[] = [
  {
    name: 'three at once',
    size: 3,
    surge: '100%',
    maxUnavailable: 0,
    launch: 'template-latest',
    balancers: ['target-group'],
    sizes: 'tight',
  },
  {
    name: 'four in two waves',
    size: 4,
    surge: '50%',
    maxUnavailable: 0,
    launch: 'mixed',
    balancers: ['classic', 'target-group'],
    sizes: 'loose',
  },
  {
    name: 'two of a launch configuration',
    size: 2,
    surge: '',
    maxUnavailable: 0,
    launch: 'configuration',
    balancers: ['classic'],
    sizes: 'tight',
  },
]

test.each(fleets)(
  'a scale-up survives a death at any call: $name',
  async ({ name: _, ...one }) => {
    // Without a surge of its own, for which the walk has no number, all come at once.
    const mode = one.surge === '' ? { ...scaleUp, inputs: { surge: '' } } : scaleUp
    const fleet = one.surge === '' ? { ...one, surge: '100%' } : one
    expect((await undisturbed(fleet, mode)).problems).toEqual([])
    const problems: string[] = []
    for (const death of await distinctDeaths(fleet, mode))
      for (const heir of ALL_HEIRS) problems.push(...(await walkOne(fleet, mode, { death, heir })))
    expect(problems).toEqual([])
  },
  240_000,
)
