/** Death before and after every call of a roll, and who comes after it. */
import { asAtTheBeginning, breachesAtTheEnd, breachesDuring, type Breach } from '../../src/simulator/invariants.ts'
import { addGroup, type BuiltGroup } from '../../src/simulator/scenario.ts'
import { Witness } from '../../src/simulator/witness.ts'
import { World } from '../../src/simulator/world.ts'
import { type Live, type Lived, live } from '../../__tests__/live.ts'
import { type FleetCase, nameOf } from './cases.ts'

/** A mode that changes groups, as the walk knows it: a row for each. */
export interface WalkedMode {
  readonly mode: string
  readonly inputs: Readonly<Record<string, string>>
}

export const respawn: WalkedMode = { mode: 'respawn', inputs: {} }

/** Who finds the group after the death. */
export type Heir = 'next run' | 'next attempt' | 'post step' | 'restore'

export const HEIRS: readonly Heir[] = ['next run', 'next attempt', 'post step', 'restore']

export interface Death {
  readonly when: 'before' | 'after'
  readonly call: number
}

/** A world with one group, right before a run. */
interface Scene {
  readonly world: World
  readonly group: BuiltGroup
  readonly witness: Witness
  readonly inputs: Readonly<Record<string, string>>
  readonly budget: { readonly surge: number; readonly maxUnavailable: number }
  readonly begin: ReturnType<Witness['truth']>
}

const GROUP = 'web'

/** Longer than the silence after which a run counts as dead. */
const SILENCE_SECONDS = 330

export function sceneOf(one: FleetCase, { mode, inputs }: WalkedMode): Scene {
  const { size, surge, maxUnavailable, launch, balancers, sizes } = one
  // Short, so that a walk has few looks and many decisions.
  const world = new World({ behaviour: { bootSeconds: 11, balancerWarmupSeconds: 4, shutdownSeconds: 7 } })
  const group = addGroup(world, {
    name: GROUP,
    size,
    launch,
    balancers,
    outdated: true,
    sizes: sizes === 'tight' ? { min: size, max: size } : { min: 0, max: size + 1 },
    tags: { Name: 'web', Owner: 'somebody' },
  })
  world.ledger.clear()
  const witness = new Witness(world, GROUP)
  return {
    world,
    group,
    witness,
    inputs: {
      mode,
      'auto-scaling-groups': GROUP,
      surge,
      'max-unavailable': String(maxUnavailable),
      'instance-timeout': '5',
      ...inputs,
    },
    budget: { surge: surgeOf(one), maxUnavailable },
    begin: witness.truth(),
  }
}

/** As the README says it: a percentage is rounded up and is at least one instance. */
const surgeOf = ({ size, surge }: FleetCase): number =>
  surge.endsWith('%') ? Math.max(1, Math.ceil((size * parseInt(surge, 10)) / 100)) : Number(surge)

/** One step in the scene. */
export const play = (scene: Scene, step: Omit<Live, 'inputs'> & Partial<Pick<Live, 'inputs'>>): Promise<Lived> =>
  live(scene.world, { ...step, inputs: { ...scene.inputs, ...step.inputs } })

/** An undisturbed roll: where it may die, and what is wrong with it. */
export async function undisturbed(
  one: FleetCase,
  mode: WalkedMode,
): Promise<{ readonly deaths: readonly Death[]; readonly problems: readonly string[] }> {
  const scene = sceneOf(one, mode)
  const lived = await play(scene, {})
  const deaths = scene.world.ledger.entries.flatMap((_, index): Death[] => [
    { when: 'before', call: index + 1 },
    { when: 'after', call: index + 1 },
  ])
  return { deaths, problems: [...problemsOf(scene, lived), ...notRolled(scene)] }
}

/**
 * The deaths that leave different worlds: one right before a call is that right after the call before it, unless time
 * passed between them or the process may have told the runner something that the post step will know.
 */
export async function distinctDeaths(one: FleetCase, mode: WalkedMode): Promise<readonly Death[]> {
  const scene = sceneOf(one, mode)
  await play(scene, {})
  const { entries } = scene.world.ledger
  const firstChange = entries.findIndex(({ changes }) => changes)
  return entries.flatMap(({ at }, index): Death[] => [
    ...(index <= firstChange || at !== entries[index - 1]?.at ? [{ when: 'before', call: index + 1 } as const] : []),
    { when: 'after', call: index + 1 },
  ])
}

/** The roll dies, the heir comes; every sentence that is given is a broken promise. */
export async function walkOne(
  one: FleetCase,
  mode: WalkedMode,
  { death, heir }: { readonly death: Death; readonly heir: Heir },
): Promise<readonly string[]> {
  const scene = sceneOf(one, mode)
  const dead = await play(scene, { process: { death } })
  if (!dead.died) return [`the process did not die ${death.when} call ${death.call}`]
  const lived = await inherit(scene, dead, heir)
  const problems = [
    ...problemsOf(scene, lived),
    ...(heir === 'next run' || heir === 'next attempt' ? notRolled(scene) : notWhole(scene)),
  ]
  return problems.map(
    (problem) => `${nameOf(one)}; ${mode.mode} died ${death.when} call ${death.call}, then ${heir}: ${problem}`,
  )
}

async function inherit(scene: Scene, dead: Lived, heir: Heir): Promise<Lived> {
  const { world } = scene
  switch (heir) {
    case 'next run':
      world.timeline.advance(SILENCE_SECONDS)
      return await play(scene, { runId: '2000' })
    case 'next attempt':
      return await play(scene, { runAttempt: '2' })
    case 'post step':
      return await play(scene, { state: dead.state })
    case 'restore':
      world.timeline.advance(SILENCE_SECONDS)
      return await play(scene, { runId: '2000', inputs: { mode: 'restore' } })
    default:
      return heir satisfies never
  }
}

/** What every story must keep, whoever ends it. */
function problemsOf({ witness, begin, budget }: Scene, lived: Lived): string[] {
  const history = {
    group: GROUP,
    ...budget,
    begin,
    deeds: witness.deeds,
    wishes: [],
    staleSeconds: 0,
    operated: [],
  }
  const breaches: Breach[] = [...breachesDuring(history), ...breachesAtTheEnd(witness.truth(), asAtTheBeginning(begin))]
  return [
    ...(lived.failed ? [`the step ended red: ${lived.annotations.map(({ message }) => message).join(' ')}`] : []),
    ...breaches.map(({ invariant, what }) => `${invariant}: ${what}`),
  ]
}

/** After a whole roll every instance is new, and there were as many launches as replacements. */
function notRolled(scene: Scene): string[] {
  const launches = launchesIn(scene)
  const whole = notWhole(scene)
  const { ids } = scene.witness.truth()
  const old = [...ids.inService, ...ids.pending].filter((id) => scene.group.instanceIds.includes(id))
  return [
    ...(old.length > 0 ? [`${old.join(', ')} was not replaced`] : []),
    ...(launches === scene.begin.desired ? [] : [`${launches} launches for ${scene.begin.desired} replacements`]),
    ...whole,
  ]
}

/** Launches for the roll; what AWS launches afterwards to balance the zones is its own affair. */
function launchesIn({ world, group }: Scene): number {
  const { Activities = [] } = world.autoScaling.operations.DescribeScalingActivities({ AutoScalingGroupName: GROUP })
  return Activities.filter(
    ({ Description = '', Cause = '' }) =>
      Description.startsWith('Launching') &&
      !/to balance instances in zones/.test(Cause) &&
      !group.instanceIds.some((id) => Description.endsWith(id)),
  ).length
}

/** After an undoing the group is whole again, if not at once then as soon as what was coming has come. */
function notWhole({ world, witness, begin }: Scene): string[] {
  world.timeline.advance(120)
  const { units, ready } = witness.truth()
  return units === begin.desired && ready === begin.desired ? [] : [`${units} instances, ${ready} ready in the end`]
}
