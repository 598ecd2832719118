/** What must be true after a crash and its recovery; each string describes a violation. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { watchAfter } from '../oracles/end-watch.ts'
import { asAtTheStart, breachesAtTheEnd, breachesDuring, type Ending } from '../oracles/invariants.ts'
import type { Recorder } from '../oracles/change-recorder.ts'
import { textsIn } from '../oracles/turn-watch.ts'
import type { ActionRun } from '../run-action.ts'
import { EARLIER, GROUP, inputsFor, launched, play, type CrashFixture, surgeOf } from './crash-fixture.ts'
import { LASTING_TAGS, type SourceNow, sourceNow } from './crash-source.ts'

/** The end of an undisturbed run. */
export interface End {
  readonly source: SourceNow
  /** The number of instances that it launched. */
  readonly launches: number
}

/** Checks the invariants, the floor and the success of the last step. */
export function checkInvariants(
  fixture: CrashFixture,
  run: ActionRun,
  wanted: Ending = asAtTheStart(fixture.begin),
): readonly string[] {
  const { recorder, begin, account, mode, fleet } = fixture
  const { maxUnavailable } = fleet
  const breaches = [
    ...breachesDuring({
      group: GROUP,
      surge: surgeOf(fleet),
      maxUnavailable,
      begin,
      changes: changesOf(fixture, fixture.earlier?.recorder),
      operatorSizes: [],
      staleSeconds: 0,
      operated: [],
      ...mode.allows,
    }),
    ...breachesAtTheEnd(recorder.snapshot(), withLastingTags(fixture, wanted)),
  ]
  const fewest = account.ledger.lowestReady(GROUP)
  return [
    ...checkSucceeded(run),
    ...checkEarlier(fixture),
    ...fixture.turnBreaches,
    ...breaches.map(({ invariant, what }) => `${invariant}: ${what}`),
    ...(fewest < begin.desired - maxUnavailable ? [`at one moment only ${fewest} were ready`] : []),
  ]
}

/** The changes of the account that are none of the other group's. */
function changesOf({ recorder }: Pick<CrashFixture, 'recorder'>, other: Recorder | undefined): Recorder['changes'] {
  if (other === undefined) return recorder.changes
  const ids = new Set(other.changes.flatMap(({ before }) => Object.values(before.ids).flat()))
  return recorder.changes.filter(({ input }) => !textsIn(input).some((text) => text === other.group || ids.has(text)))
}

/** Checks the group in the wave before, which ends as it began whatever befalls the walked one. */
function checkEarlier({ earlier, mode, fleet, account, recorder: walked }: CrashFixture): readonly string[] {
  if (earlier === undefined || mode.earlier === undefined) return []
  const { recorder, begin, old } = earlier
  const { size } = mode.earlier
  account.timeline.advance(120)
  const now = recorder.snapshot()
  const isRolled = !old.some((id) => now.ids.inService.includes(id))
  const breaches = [
    ...breachesDuring({
      group: EARLIER,
      surge: surgeOf({ ...fleet, size }),
      maxUnavailable: fleet.maxUnavailable,
      begin,
      changes: changesOf(earlier, walked),
      operatorSizes: [],
      staleSeconds: 0,
      operated: [],
      ...mode.allows,
    }),
    ...breachesAtTheEnd(now, asAtTheStart(begin)),
  ].map(({ invariant, what }) => `${EARLIER}: ${invariant}: ${what}`)
  return [
    ...breaches,
    ...(now.ready === begin.desired ? [] : [`${EARLIER}: ${now.ready} ready in the end`]),
    ...(isRolled && launched(account, EARLIER).length !== old.length + begin.desired
      ? [`${EARLIER}: ${launched(account, EARLIER).length - old.length} launches`]
      : []),
  ]
}

/**
 * Checks the 20 minutes after a roll that came to its end. One that is undone does not wait for a launch that is
 * outstanding, so its zones are as they are then.
 */
export const checkAfterwards = ({
  account,
  recorder,
  begin,
  fleet: { maxUnavailable },
}: CrashFixture): readonly string[] =>
  watchAfter(account, { group: GROUP, begin, floor: Math.max(0, recorder.snapshot().desired - maxUnavailable) }).map(
    ({ invariant, what }) => `${invariant}: ${what}`,
  )

export const checkSucceeded = (run: ActionRun): readonly string[] =>
  run.failed ? [`the step ended red: ${run.annotations.map(({ message }) => message).join(' ')}`] : []

/** The records of a patch or rollback stay; whether they are right shows in the launch source. */
function withLastingTags({ recorder, mode }: CrashFixture, wanted: Ending): Ending {
  if (!mode.allows?.patches) return wanted
  const { tags } = recorder.snapshot()
  const lasting = LASTING_TAGS.flatMap((key) => (tags[key] === undefined ? [] : [[key, tags[key]] as const]))
  return { ...wanted, tags: { ...wanted.tags, ...Object.fromEntries(lasting) } }
}

export const endState = ({ account, known }: CrashFixture): End => ({
  source: sourceNow(account, GROUP),
  launches: launched(account).filter((id) => !known.includes(id)).length,
})

/** A run that continues after a crash must end as the undisturbed run did. */
export function checkSameEnd(fixture: CrashFixture, end: End, again: boolean): readonly string[] {
  const { mode, old, begin } = fixture
  const now = endState(fixture)
  const launches = end.launches + (again ? begin.desired : 0)
  return [
    ...(mode.replaces ? checkReplaced(fixture, old) : []),
    ...(fixture.earlier ? checkReplaced(fixture.earlier, fixture.earlier.old) : []),
    ...(mode.replaces && now.launches !== launches ? [`${now.launches} launches instead of ${launches}`] : []),
    ...differing('launch source', now.source.whole, [end.source.whole]),
    ...checkWhole(fixture),
  ]
}

/** A roll after a run of another mode replaces all instances; the number of launches depends on the crash point. */
export const checkRolledAgain = (fixture: CrashFixture): readonly string[] => [
  ...checkReplaced(fixture, fixture.old),
  ...differing('launch source', endState(fixture).source.whole, [fixture.source.whole]),
  ...checkWhole(fixture),
]

/** None of these instances is left. */
export function checkReplaced({ recorder }: Pick<CrashFixture, 'recorder'>, old: readonly string[]): readonly string[] {
  const { ids } = recorder.snapshot()
  const left = [...ids.inService, ...ids.pending].filter((id) => old.includes(id))
  return left.length > 0 ? [`${left.join(', ')} was not replaced`] : []
}

/** A restore leaves the group complete, with one launch source or the other, never a mixture. */
export const checkRolledBack = (fixture: CrashFixture, end: End): readonly string[] => [
  ...differing('launch source', endState(fixture).source.used, [fixture.source.used, end.source.used]),
  ...checkWhole(fixture),
]

/** The group is complete again, at the latest when the instances on the way have arrived. */
export function checkWhole({ account, recorder, begin }: CrashFixture): readonly string[] {
  account.timeline.advance(120)
  const { units, ready } = recorder.snapshot()
  return units === begin.desired && ready === begin.desired ? [] : [`${units} instances, ${ready} ready in the end`]
}

/** After a restore the recorded rollback target still works: a rollback is possible, or the same patch again. */
export async function checkRecordsUsable(fixture: CrashFixture, end: End): Promise<readonly string[]> {
  const { mode, fleet, source, account } = fixture
  const isNew = sourceNow(account, GROUP).used === end.source.used && source.used !== end.source.used
  const back = mode.afterwards === 'rollback or the same again' && isNew
  const inputs = inputsFor(fleet, back ? { mode: 'rollback', surge: '100%' } : mode.inputs)
  const run = await play(fixture, { inputs, runId: '3000' })
  account.timeline.advance(120)
  const now = sourceNow(account, GROUP)
  const reported = [
    ...checkSucceeded(run),
    ...(back
      ? differing('content', now.content, [source.content])
      : differing('launch source', now.whole, [end.source.whole])),
    ...(mode.replaces && !back ? checkReplaced(fixture, fixture.old) : []),
  ]
  return reported.map((problem) => `and ${back ? 'a rollback' : 'the same again'} afterwards: ${problem}`)
}

/** Whether the state that an earlier run left is unchanged, for a post step that finds no state of its own run. */
export const isAsBefore = ({ mode, prepared }: CrashFixture, now: CapacitySnapshot): boolean =>
  mode.before !== undefined && mode.before.leaves !== 'nothing' && memoIn(now) === memoIn(prepared)

/** Such a post step reports what a dead run has left, and fails; what was left on purpose is no failure. */
export function checkSkipped({ mode }: CrashFixture, run: ActionRun): readonly string[] {
  if (mode.before?.leaves !== 'a dead run') return checkSucceeded(run)
  // After a main step that had begun nothing the post step has nothing to look for.
  if (run.calls === 0) return checkSucceeded(run)
  const reported = run.annotations.map(({ message }) => message).join(' ')
  return reported.includes('not this one, has left this group unfinished')
    ? []
    : [`the dead run is not reported: ${reported}`]
}

export const memoIn = ({ tags }: CapacitySnapshot): string =>
  JSON.stringify([tags['fleet-patch:memo'], tags['fleet-patch:run'], tags['fleet-patch:progress']])

const differing = (name: string, is: string, wanted: readonly string[]): readonly string[] =>
  wanted.includes(is) ? [] : [`the ${name} is ${is} and should be ${wanted.join(' or ')}`]
