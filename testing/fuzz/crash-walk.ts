/** Death before and after every call of a run, and who comes after it. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { asAtTheStart } from '../oracles/invariants.ts'
import type { LedgerEntry } from '../../simulator/ledger.ts'
import type { ActionRun } from '../run-action.ts'
import { caseName } from './cases.ts'
import {
  type End,
  endState,
  isUntouched,
  kept,
  isSkipped,
  memoIn,
  rolledOn,
  sameEnd,
  stillOfUse,
  rolledBack,
} from './crash-ends.ts'
import { inputsFor, middleOf, play, type Scene, sceneOf, SILENCE_SECONDS, type Walk } from './crash-fixture.ts'

/** Who finds the group after the death. */
export type Recovery = 'next run' | 'next attempt' | 'post step' | 'restore'

export const RECOVERIES: readonly Recovery[] = ['next run', 'next attempt', 'post step', 'restore']

export interface CrashPoint {
  readonly when: 'before' | 'after'
  readonly call: number
}

/** An undisturbed run: where it may die, how it ends, and what is wrong with it. */
export interface Rehearsal extends Walk {
  /** Where a run before it dies, if one does. */
  readonly middle: number | undefined
  readonly deaths: readonly CrashPoint[]
  /** Those of them that leave different worlds to an heir. */
  readonly distinct: (recovery: Recovery) => readonly CrashPoint[]
  readonly end: End
  readonly problems: readonly string[]
}

export async function rehearse(walk: Walk): Promise<Rehearsal> {
  const middle = await middleOf(walk)
  const scene = await sceneOf(walk, middle)
  const run = await play(scene, {})
  const entries = scene.account.ledger.entries.slice(scene.callsBefore)
  const deaths = entries.flatMap((_, index): CrashPoint[] => [
    { when: 'before', call: index + 1 },
    { when: 'after', call: index + 1 },
  ])
  const end = endState(scene)
  const problems = [...kept(scene, run), ...sameEnd(scene, end, false)]
  const { mode, begin } = scene
  const launches = end.launches + (scene.known.length - scene.old.length)
  if (mode.replaces && mode.before?.leaves !== 'nothing' && launches !== begin.desired)
    problems.push(`${launches} launches for ${begin.desired} replacements`)
  if (mode.allows?.patches && scene.source.used === end.source.used) problems.push('the launch source stays as it was')
  if (mode.afterwards !== undefined) problems.push(...(await stillOfUse(scene, end)))
  return {
    ...walk,
    middle,
    deaths,
    end,
    problems,
    distinct: (recovery) => distinctDeaths(deaths, { entries, run, recovery }),
  }
}

interface Undisturbed {
  readonly entries: readonly LedgerEntry[]
  readonly run: ActionRun
  readonly recovery: Recovery
}

/**
 * One death for each world that is left. What only looks changes nothing, so a death is told from others by the changes
 * that were made and by the moment; for a post step also by what the process has left for it; and whoever waits until a
 * run counts as dead comes when everything that was on its way has long come, whatever the moment was.
 */
function distinctDeaths(deaths: readonly CrashPoint[], { entries, run, recovery }: Undisturbed): readonly CrashPoint[] {
  const waits = recovery === 'next run' || recovery === 'restore'
  const seen = new Set<string>()
  return deaths.filter(({ when, call }) => {
    const changes = entries.slice(0, when === 'before' ? call - 1 : call).filter((each) => each.changes).length
    const saved = run.savedAfter.filter((calls) => calls < call).length
    const key = [changes, waits ? '' : entries[call - 1]?.at, recovery === 'post step' ? saved : ''].join(' ')
    return !seen.has(key) && seen.add(key)
  })
}

/** The run dies, the heir comes; every sentence that is given is a broken promise. */
export async function walkOne(rehearsal: Rehearsal, death: CrashPoint, recovery: Recovery): Promise<readonly string[]> {
  const { mode, fleet, end, middle } = rehearsal
  const scene = await sceneOf(rehearsal, middle)
  const dead = await play(scene, { process: { death } })
  if (!dead.died) return [`the process did not die ${death.when} call ${death.call}`]
  const left = scene.recorder.truth()
  const run = await inherit(scene, dead, recovery)
  const inherited = { recovery, left, run, end }
  const problems = goesOn(recovery) ? wentOn(scene, inherited) : await tookBack(scene, inherited)
  return problems.map(
    (problem) =>
      `${mode.name}: ${caseName(fleet)}; died ${death.when} call ${death.call}, then ${recovery}: ${problem}`,
  )
}

/** Whether it is a main step that rolls or patches on, and does not put back. */
const goesOn = (recovery: Recovery): boolean => recovery === 'next run' || recovery === 'next attempt'

interface Inherited {
  readonly recovery: Recovery
  /** The group right after the death. */
  readonly left: CapacitySnapshot
  readonly run: ActionRun
  readonly end: End
}

function wentOn(scene: Scene, { left, run, end }: Inherited): readonly string[] {
  const { mode, old, begin } = scene
  if (mode.goesOn !== undefined) return [...kept(scene, run), ...rolledOn(scene)]
  const hadEnded = memoIn(left) === memoIn(begin) && !old.some((id) => left.ids.inService.includes(id))
  return [...kept(scene, run), ...sameEnd(scene, end, mode.repeats === true && hadEnded)]
}

async function tookBack(scene: Scene, { recovery, left, run, end }: Inherited): Promise<readonly string[]> {
  const { mode, recorder, prepared } = scene
  // A post step may find nothing of its own run: what an earlier one has left is there as if nobody had come between.
  if (recovery === 'post step' && isUntouched(scene, left) && isUntouched(scene, recorder.truth()))
    return [
      ...isSkipped(scene, run),
      ...kept(scene, { ...run, failed: false }, asAtTheStart(prepared)),
      ...(await stillOfUse(scene, end)),
    ]
  const problems = [...kept(scene, run), ...rolledBack(scene, end)]
  return mode.afterwards === undefined ? problems : [...problems, ...(await stillOfUse(scene, end))]
}

async function inherit(scene: Scene, dead: ActionRun, recovery: Recovery): Promise<ActionRun> {
  const { account, fleet, mode } = scene
  const inputs = inputsFor(fleet, mode.goesOn ?? mode.inputs)
  switch (recovery) {
    case 'next run':
      account.timeline.advance(SILENCE_SECONDS)
      return await play(scene, { runId: '2000', inputs })
    case 'next attempt':
      return await play(scene, { runAttempt: '2', inputs })
    case 'post step':
      return await play(scene, { state: dead.state })
    case 'restore':
      account.timeline.advance(SILENCE_SECONDS)
      return await play(scene, { runId: '2000', inputs: inputsFor(fleet, { mode: 'restore' }) })
    default:
      return recovery satisfies never
  }
}

/** What came of the walk of one fleet. */
export interface Walked {
  /** Before and after each call. */
  readonly points: number
  /** Stories that were played for them. */
  readonly stories: number
  readonly problems: readonly string[]
}

/** Walks one fleet: each death with each heir, or only those that leave the heir different worlds. */
export async function walkFleet(walk: Walk, which: 'each death' | 'each world'): Promise<Walked> {
  const rehearsal = await rehearse(walk)
  const problems = rehearsal.problems.map((problem) => `${walk.mode.name}: ${caseName(walk.fleet)}: ${problem}`)
  let stories = 0
  // Who takes back does so whatever might have gone on.
  for (const recovery of walk.mode.goesOn === undefined ? RECOVERIES : RECOVERIES.filter(goesOn))
    for (const death of which === 'each death' ? rehearsal.deaths : rehearsal.distinct(recovery)) {
      stories++
      problems.push(...(await walkOne(rehearsal, death, recovery)))
    }
  return { points: rehearsal.deaths.length, stories, problems }
}
