/** Crashes a run, and changes the tags with its saved state before a recovery finds them. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { asAtTheStart, breachesAtTheEnd, breachesDuring } from '../oracles/invariants.ts'
import { caseName } from './cases.ts'
import { crashModes } from './crash-modes.ts'
import { checkInvariants, checkReplaced, checkSameEnd, checkSucceeded } from './crash-ends.ts'
import { type CrashFixture, GROUP, inputsFor, play, setUpCrashFixture, surgeOf, type Walk } from './crash-fixture.ts'
import {
  checkRecovered,
  type CrashPoint,
  playReference,
  RECOVERIES,
  recover,
  type RecoveredRun,
  type Recovery,
  type ReferenceRun,
  type WalkResult,
} from './crash-walk.ts'
import { sourceNow } from './crash-source.ts'
import { applyTagEvent, CLONE, hasMemo, TAG_EVENTS, type TagEvent } from './tag-events.ts'

/**
 * The modes that are walked: those that roll and change nothing else. How many gates have let a roll pass stands in the tags: where
 * those are changed, it is not known.
 */
export const rolledModes = crashModes.flatMap(({ allows = {}, ...mode }) =>
  mode.replaces &&
  Object.keys(allows).every((name) => name === 'checkpoints') &&
  mode.before === undefined &&
  mode.earlier === undefined
    ? [mode]
    : [],
)

const MEMO = 'fleet-patch:memo'

/** Crashes a run at a point, lets the event happen to its tags, and recovers; undefined where there are no tags by then. */
export async function walkTags(
  reference: ReferenceRun,
  { point, recovery, event }: { readonly point: CrashPoint; readonly recovery: Recovery; readonly event: TagEvent },
): Promise<readonly string[] | undefined> {
  const { mode, fleet, end, middle } = reference
  const fixture = await setUpCrashFixture(reference, middle)
  const crashed = await play(fixture, { process: { crash: point } })
  const { account, recorder } = fixture
  const left = recorder.snapshot()
  const leftSource = sourceNow(account, GROUP).used
  if (!hasMemo(left)) return undefined
  applyTagEvent(account, event)
  const found = recorder.snapshot()
  const changesBefore = recorder.changes.length
  const run = await recover(fixture, crashed, recovery)
  const recovered = { recovery, left, leftSource, run, end, found, changesBefore }
  const problems = await checkEvent(fixture, recovered, event)
  return problems.map(
    (problem) =>
      `${mode.name}: ${caseName(fleet)}; crashed ${point.when} call ${point.call}, tags ${event}, then ${recovery}: ${problem}`,
  )
}

interface RecoveredWithTags extends RecoveredRun {
  /** The group as the recovery finds it. */
  readonly found: CapacitySnapshot
  /** How many changes were recorded before the recovery. */
  readonly changesBefore: number
}

async function checkEvent(
  fixture: CrashFixture,
  recovered: RecoveredWithTags,
  event: TagEvent,
): Promise<readonly string[]> {
  const { recovery } = recovered
  // The runner knows what the tags no longer say.
  if (recovery === 'post step' && event !== 'copied') return await checkRecovered(fixture, recovered)
  switch (event) {
    case 'removed':
      return recovery === 'restore' ? checkUnknown(fixture, recovered) : checkBegunAnew(fixture, recovered)
    case 'of another group':
      return checkRefused(fixture, recovered, /bound to the group with the id 00000000-1111/)
    case 'unreadable':
    case 'out of bounds':
      return checkRefused(fixture, recovered, /cannot be read/)
    case 'smaller':
      return await checkRecovered(fixture, recovered)
    case 'copied':
      return [...(await checkRecovered(fixture, recovered)), ...(await checkClone(fixture))]
    default:
      return event satisfies never
  }
}

/** A restore that finds no saved state changes nothing, and says that it knows of none. */
function checkUnknown(fixture: CrashFixture, recovered: RecoveredWithTags): readonly string[] {
  const { run } = recovered
  const said = `${run.lines.join('\n')} ${run.outputs['result'] ?? ''}`
  return [
    ...checkSucceeded(run),
    ...checkUntouched(fixture, recovered),
    ...(said.includes('No saved state of a run was found') ? [] : ['the restore does not say that it found no state']),
  ]
}

/** A roll that finds no saved state takes the group for what it is: its sizes and processes stay as it found them. */
function checkBegunAnew(
  { recorder, account, fleet, mode, old }: CrashFixture,
  { run, found, changesBefore }: RecoveredWithTags,
): readonly string[] {
  const during = breachesDuring({
    group: GROUP,
    surge: surgeOf({ ...fleet, size: found.desired }),
    maxUnavailable: fleet.maxUnavailable,
    begin: found,
    changes: recorder.changes.slice(changesBefore),
    operatorSizes: [],
    staleSeconds: 0,
    operated: [],
    ...mode.allows,
  })
  const after = breachesAtTheEnd(recorder.snapshot(), asAtTheStart(found))
  account.timeline.advance(120)
  const { units, ready } = recorder.snapshot()
  return [
    ...checkSucceeded(run),
    ...[...during, ...after].map(({ invariant, what }) => `${invariant}: ${what}`),
    ...checkReplaced({ recorder }, old),
    ...(units === found.desired && ready === found.desired ? [] : [`${units} instances, ${ready} ready in the end`]),
  ]
}

/** State that is not the group's is refused, with the reason, and nothing is changed. */
const checkRefused = (fixture: CrashFixture, recovered: RecoveredWithTags, reason: RegExp): readonly string[] => {
  const said = recovered.run.annotations.map(({ message }) => message).join(' ')
  return [
    ...(recovered.run.failed ? [] : ['a group with tags that are not its own ended green']),
    ...(reason.test(said) ? [] : [`the refusal does not name its reason: ${said}`]),
    ...checkUntouched(fixture, recovered),
  ]
}

function checkUntouched({ recorder }: CrashFixture, { found, changesBefore }: RecoveredWithTags): readonly string[] {
  const changes = recorder.changes.slice(changesBefore).map(({ operation }) => `${operation} changed the group`)
  return [...changes, ...breachesAtTheEnd(recorder.snapshot(), asAtTheStart(found)).map(({ what }) => what)]
}

/** A copy of the group with its tags is refused, and never changed. */
async function checkClone(fixture: CrashFixture): Promise<readonly string[]> {
  const { account, fleet } = fixture
  const changed = account.ledger
    .changes()
    .filter(({ input }) => JSON.stringify(input).includes(`"${CLONE}"`))
    .map(({ operation }) => `${operation} changed the copy`)
  const before = JSON.stringify({ ...account.autoScaling.capacity(CLONE), at: 0 })
  const inputs = { ...inputsFor(fleet, { mode: 'restore' }), 'auto-scaling-groups': CLONE }
  const run = await play(fixture, { inputs, runId: '4000' })
  const after = JSON.stringify({ ...account.autoScaling.capacity(CLONE), at: 0 })
  return [
    ...changed,
    ...(run.failed ? [] : ['a restore of the copy ended green']),
    ...(before === after ? [] : [`the copy was changed from ${before} to ${after}`]),
  ]
}

/** How the tags of a living run are taken from it. */
export type Disturbance = 'removed' | 'unreadable' | 'of another group' | 'smaller'

export const DISTURBANCES: readonly Disturbance[] = ['removed', 'unreadable', 'of another group', 'smaller']

/** Changes the tags of a living run right before one of its calls: by its own memory it ends as if undisturbed. */
export async function walkLiving(
  reference: ReferenceRun,
  { call, disturbance }: { readonly call: number; readonly disturbance: Disturbance },
): Promise<readonly string[] | undefined> {
  const { mode, fleet, end, middle } = reference
  const fixture = await setUpCrashFixture(reference, middle)
  const { account, recorder } = fixture
  let calls = 0
  let at: number | undefined
  account.ledger.recorder = {
    before: (made) => {
      if (++calls === call && hasMemo(recorder.snapshot())) {
        applyTagEvent(account, disturbance)
        at = account.timeline.now
      }
      recorder.before(made)
    },
    after: (made, outcome) => recorder.after(made, outcome),
  }
  const run = await play(fixture, {})
  if (at === undefined) return undefined
  // What is decided already is done before the next look shows that the tags are gone.
  for (const [index, change] of recorder.changes.entries())
    if (change.at === at && !hasMemo(change.before))
      recorder.changes[index] = { ...change, before: { ...change.before, tags: { [MEMO]: 'removed' } } }
  const problems = [...checkInvariants(fixture, run), ...checkSameEnd(fixture, end, false)]
  return problems.map(
    (problem) => `${mode.name}: ${caseName(fleet)}; tags ${disturbance} before call ${call} of a run: ${problem}`,
  )
}

/** Walks one fleet: each event of its tags with each recovery, and with a run that lives; of the points of each every n-th. */
export async function walkTagsOf(walk: Walk, every = 1): Promise<WalkResult> {
  const reference = await playReference(walk)
  const problems = reference.problems.map((problem) => `${walk.mode.name}: ${caseName(walk.fleet)}: ${problem}`)
  const calls = reference.crashPoints.flatMap(({ when, call }) => (when === 'before' ? [call] : []))
  // Each begins at another of its points.
  let first = 0
  const some = <Point>(points: readonly Point[]): readonly Point[] => {
    const offset = first++ % every
    return points.filter((_, index) => index % every === offset)
  }
  let recoveries = 0
  const note = (found: readonly string[] | undefined): void => {
    if (found === undefined) return
    recoveries++
    problems.push(...found)
  }
  for (const event of TAG_EVENTS)
    for (const recovery of event === 'smaller' ? (['post step'] as const) : RECOVERIES)
      for (const point of some(reference.distinct(recovery)))
        note(await walkTags(reference, { point, recovery, event }))
  for (const disturbance of DISTURBANCES)
    for (const call of some(calls)) note(await walkLiving(reference, { call, disturbance }))
  return { points: reference.crashPoints.length, recoveries, problems }
}
