/** What must be true when a walked story has ended, whoever ended it; every sentence is a broken promise. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { asAtTheStart, breachesAtTheEnd, breachesDuring, type Ending } from '../oracles/invariants.ts'
import type { ActionRun } from '../run-action.ts'
import { GROUP, inputsFor, launched, play, type Scene, surgeOf } from './crash-fixture.ts'
import { LASTING_TAGS, type SourceNow, sourceNow } from './crash-source.ts'

/** How an undisturbed run leaves the world. */
export interface End {
  readonly source: SourceNow
  /** How many instances it launched. */
  readonly launches: number
}

/** What every story must keep. */
export function kept(scene: Scene, run: ActionRun, wanted: Ending = asAtTheStart(scene.begin)): readonly string[] {
  const { recorder, begin, account, mode, fleet } = scene
  const { maxUnavailable } = fleet
  const breaches = [
    ...breachesDuring({
      group: GROUP,
      surge: surgeOf(fleet),
      maxUnavailable,
      begin,
      changes: recorder.changes,
      wishes: [],
      staleSeconds: 0,
      operated: [],
      ...mode.allows,
    }),
    ...breachesAtTheEnd(recorder.truth(), withLastingTags(scene, wanted)),
  ]
  const fewest = account.ledger.lowestReady(GROUP)
  return [
    ...refused(run),
    ...breaches.map(({ invariant, what }) => `${invariant}: ${what}`),
    ...(fewest < begin.desired - maxUnavailable ? [`at one moment only ${fewest} were ready`] : []),
  ]
}

export const refused = (run: ActionRun): readonly string[] =>
  run.failed ? [`the step ended red: ${run.annotations.map(({ message }) => message).join(' ')}`] : []

/** What a patch or a rollback records stays; whether it is right is for the launch source to show. */
function withLastingTags({ recorder, mode }: Scene, wanted: Ending): Ending {
  if (!mode.allows?.patches) return wanted
  const { tags } = recorder.truth()
  const lasting = LASTING_TAGS.flatMap((key) => (tags[key] === undefined ? [] : [[key, tags[key]] as const]))
  return { ...wanted, tags: { ...wanted.tags, ...Object.fromEntries(lasting) } }
}

export const endState = ({ account, known }: Scene): End => ({
  source: sourceNow(account, GROUP),
  launches: launched(account).filter((id) => !known.includes(id)).length,
})

/** A run that goes on, and one that nobody disturbed, leave the same world. */
export function sameEnd(scene: Scene, end: End, again: boolean): readonly string[] {
  const { mode, old, begin } = scene
  const now = endState(scene)
  const launches = end.launches + (again ? begin.desired : 0)
  return [
    ...(mode.replaces ? notReplaced(scene, old) : []),
    ...(mode.replaces && now.launches !== launches ? [`${now.launches} launches instead of ${launches}`] : []),
    ...differing('launch source', now.source.whole, [end.source.whole]),
    ...notWhole(scene),
  ]
}

/** Whoever rolls on after a run of another kind replaces everybody; how many launches that takes depends on where it died. */
export const rolledOn = (scene: Scene): readonly string[] => [
  ...notReplaced(scene, scene.old),
  ...differing('launch source', endState(scene).source.whole, [scene.source.whole]),
  ...notWhole(scene),
]

function notReplaced({ recorder }: Scene, old: readonly string[]): readonly string[] {
  const { ids } = recorder.truth()
  const left = [...ids.inService, ...ids.pending].filter((id) => old.includes(id))
  return left.length > 0 ? [`${left.join(', ')} was not replaced`] : []
}

/** Who takes a run back leaves the group whole, and one launch source or the other: never half of each. */
export const rolledBack = (scene: Scene, end: End): readonly string[] => [
  ...differing('launch source', endState(scene).source.used, [scene.source.used, end.source.used]),
  ...notWhole(scene),
]

/** The group is whole again, if not at once then as soon as what was coming has come. */
function notWhole({ account, recorder, begin }: Scene): readonly string[] {
  account.timeline.advance(120)
  const { units, ready } = recorder.truth()
  return units === begin.desired && ready === begin.desired ? [] : [`${units} instances, ${ready} ready in the end`]
}

/** After an undoing what was recorded is still of use: the way back is open, or the way there once more. */
export async function stillOfUse(scene: Scene, end: End): Promise<readonly string[]> {
  const { mode, fleet, source, account } = scene
  const isNew = sourceNow(account, GROUP).used === end.source.used && source.used !== end.source.used
  const back = mode.afterwards === 'rollback or the same again' && isNew
  const inputs = inputsFor(fleet, back ? { mode: 'rollback', surge: '100%' } : mode.inputs)
  const run = await play(scene, { inputs, runId: '3000' })
  account.timeline.advance(120)
  const now = sourceNow(account, GROUP)
  const reported = [
    ...refused(run),
    ...(back
      ? differing('content', now.content, [source.content])
      : differing('launch source', now.whole, [end.source.whole])),
    ...(mode.replaces && !back ? notReplaced(scene, scene.old) : []),
  ]
  return reported.map((problem) => `and ${back ? 'a rollback' : 'the same again'} afterwards: ${problem}`)
}

/** Whether what an earlier run has left is still as it left it, for a post step that finds nothing of its own. */
export const isUntouched = ({ mode, prepared }: Scene, now: CapacitySnapshot): boolean =>
  mode.before !== undefined && mode.before.leaves !== 'nothing' && memoIn(now) === memoIn(prepared)

/** Such a post step says what a dead run has left, and is red; what was left on purpose is no failure. */
export function isSkipped({ mode }: Scene, run: ActionRun): readonly string[] {
  if (mode.before?.leaves !== 'a dead run') return refused(run)
  // A main step that had begun nothing leaves the post step nothing to look for.
  if (run.calls === 0) return refused(run)
  const reported = run.annotations.map(({ message }) => message).join(' ')
  return reported.includes('not this one, has left this group unfinished')
    ? []
    : [`nobody is told of the dead run: ${reported}`]
}

export const memoIn = ({ tags }: CapacitySnapshot): string =>
  JSON.stringify([tags['fleet-patch:memo'], tags['fleet-patch:run']])

const differing = (name: string, is: string, wanted: readonly string[]): readonly string[] =>
  wanted.includes(is) ? [] : [`the ${name} is ${is} and should be ${wanted.join(' or ')}`]
