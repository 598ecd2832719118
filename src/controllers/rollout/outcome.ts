import { hasDarkHalf } from '../../domain/rollout/dark-launch.ts'
import type { Explanation } from '../../errors.ts'
import { floorOf } from '../../domain/rollout/budget.ts'
import { isCurrent, parameterImage } from '../../domain/rollout/capacity.ts'
import { isCounted } from '../../domain/rollout/counted.ts'
import type { Fleet, Instance, LaunchSource } from '../../domain/rollout/fleet.ts'
import { isGated } from '../../domain/rollout/gates-by-hand.ts'
import { notServing, protectedSurplus, skippedInstances } from '../../domain/rollout/skipped.ts'
import { sizesToRestore, SUSPENDED_WHILE_ROLLING } from '../../domain/rollout/restore.ts'
import { isSuspendedByAws, resumeCommand, withReasons } from '../../domain/rollout/suspension-text.ts'
import { stayingNotes } from '../../domain/rollout/suspensions.ts'
import { isBeingTakenBack } from '../../domain/rollout/taken-back.ts'
import { type GroupRun, policyNow } from './group-run.ts'
import type { Outcome } from './ports.ts'

/** A group whose putting back was refused in part is not through, whatever else could be done. */
export const outcomeOf = (run: GroupRun): Outcome =>
  run.refused.length === 0 || run.last.memo === undefined
    ? finished(run)
    : unfinished(run, run.failure ?? { what: `${run.group} could not be put back.` })

export function finished(run: GroupRun): Outcome {
  const { group, failure, changed, first, last } = run
  const policy = policyNow(run)
  const nothingFound = isNothingFound(run)
  const done = policy.intent === 'restore' ? 'restored' : changed ? 'rolled' : 'current'
  const status = failure
    ? 'halted'
    : isLeftDark(last)
      ? 'dark'
      : isLeftAtGate(last)
        ? 'gated'
        : isHeld(last)
          ? 'held'
          : done
  const launches = status === 'restored' && changed ? launchedNow(run, last.instances) : undefined
  return {
    group,
    status,
    changed,
    before: first,
    after: last,
    floor: floorOf(first.memo ?? first, policy),
    left: [
      ...run.externalChanges,
      ...run.notes,
      // What was to be replaced the saved state says, which the last step has removed.
      ...skippedInstances({ ...last, memo: last.memo ?? run.memo }, policy),
      // While a run is at work, of which the tags tell, some are on their way.
      ...(changed || last.memo !== undefined ? [] : notServing(last, policy)),
      ...(changed && last.memo === undefined ? protectedSurplus(last) : []),
      ...stayingNotes(last),
      ...(last.unknown?.includes('scheduledActions') === true ? [NOT_TOLD] : []),
      ...(isLeftDark(last) ? [DARK] : []),
      ...gateNotes(last),
      ...(nothingFound ? notFound(last) : []),
      ...(launches === undefined ? [] : [launches]),
    ],
    failure: failure && withLaunchSource(failure, run),
    ...(isTakenBack(run) && { takenBack: true }),
    ...(nothingFound && { noSavedState: true }),
  }
}

const isTakenBack = ({ policy, rollback, first, last }: GroupRun): boolean =>
  rollback === undefined
    ? policy.intent === 'roll' && isBeingTakenBack({ memo: first.memo, source: last.source })
    : last.source.fingerprint !== rollback.failed.fingerprint

/**
 * With what the group of a stopped roll launches from now on: sizes and processes are put back, but the launch source
 * stays, and with it the version of the next launch.
 */
function withLaunchSource(failure: Explanation, run: GroupRun): Explanation {
  const launches = isTakenBack(run) ? undefined : launchedNow(run, [...run.first.instances, ...run.last.instances])
  return launches === undefined
    ? failure
    : { ...failure, remedy: failure.remedy === undefined ? launches : `${failure.remedy} ${launches}` }
}

/** What the group launches from now on; undefined where all of these instances are of that version. */
function launchedNow(
  { first, last: { source, unknown }, memo }: GroupRun,
  instances: readonly Instance[],
): string | undefined {
  const previous = instances.filter((each) => isCounted(each) && !isCurrent(each, source))
  if (previous.length === 0) return undefined
  // It is gone, or may not be read: the group may launch nothing at all.
  if (isUnread({ unknown }))
    return `What the group launches now could not be read${isUnread(first) ? '' : `; when this run began it was ${first.source.label}`}.`
  // A roll that was taken back has set the version before already: to go back again would be one version too far.
  const isBack = isBeingTakenBack({ memo: memo ?? first.memo, source })
  const image = source.imageId === undefined ? '' : `, image ${source.imageId}`
  return `The group still launches from ${source.label}${image}: whatever it launches next, in place of a lost instance or to scale out, is of this version.${isBack ? '' : ` ${wayBack(previous, source)}`}`
}

const isUnread = ({ unknown = [] }: Pick<Fleet, 'unknown'>): boolean => unknown.includes('launchSource')

/** A version that a parameter decides is the same before and after: no rollback to it changes anything. */
function wayBack(previous: readonly Instance[], source: LaunchSource): string {
  const names = (source.parts ?? []).flatMap(({ image }) => (image.kind === 'parameter' ? image.name : []))
  const isSameVersion = previous.every(
    ({ reference }) => reference !== undefined && parameterImage(reference, source) !== undefined,
  )
  return isSameVersion && names.length > 0
    ? `The parameter ${[...new Set(names)].join(', ')} decides the image: set it to the one before to go back.`
    : '`mode: rollback` takes the group back to the version before.'
}

export function unfinished(run: GroupRun, failure: Explanation): Outcome {
  return {
    ...finished(run),
    status: 'unfinished',
    // A run that was cancelled, or lost sight, has found nothing wrong with the version.
    failure: run.failure === undefined ? failure : withLaunchSource(failure, run),
    left: [...run.externalChanges, ...run.notes, ...remains(run)],
  }
}

/** Why a group does not begin in this run: a failure, or what must happen first. */
export interface NeverBegun {
  readonly failure?: Explanation
  readonly until?: string
}

/** The outcome of a group whose turn does not come in this run: nothing of it was changed. */
export const neverBegun = (run: GroupRun, { failure, until }: NeverBegun): Outcome => ({
  ...finished(run),
  status: 'waiting',
  changed: false,
  failure,
  left: [...(until === undefined ? [] : [until]), ...remains(run)],
})

/** Whether a run that was to put back what any run has left has found nothing, and so cannot know. */
const isNothingFound = ({ changed, first, last, policy: { intent, lookFor } }: GroupRun): boolean =>
  intent === 'restore' && lookFor?.whose === 'any' && !changed && first.memo === undefined && last.memo === undefined

/** A run whose tags were removed leaves its suspensions, and so may an operator: nothing on the group tells which of the two it was. */
function notFound(fleet: Fleet): readonly string[] {
  const { group, suspended } = fleet
  const asWhileRolling = SUSPENDED_WHILE_ROLLING.filter(
    (process) => suspended.includes(process) && !isSuspendedByAws(fleet, process),
  )
  return [
    `No saved state of a run was found on ${group}: what a run may have left there is not known.`,
    ...(asWhileRolling.length > 1
      ? [
          `${withReasons(fleet, asWhileRolling)} are suspended, as while a group is rolled: if that was a run, set the sizes as they should be, and resume with \`${resumeCommand(group, asWhileRolling)}\`.`,
        ]
      : []),
  ]
}

/** Whether a run has ended on purpose with a half in the dark. */
const isLeftDark = ({ memo }: Fleet): boolean => memo !== undefined && hasDarkHalf(memo) && memo.heartbeatAt === 0

/** Whether a run has ended on purpose at a gate. */
const isLeftAtGate = ({ memo }: Fleet): boolean => memo !== undefined && isHeld({ memo }) && isGated(memo)

function gateNotes(fleet: Fleet): readonly string[] {
  const { memo } = fleet
  if (memo === undefined || !isLeftAtGate(fleet)) return []
  const { gatesPassed = 0, checkpoints = 1 } = memo.progress ?? {}
  return [
    `The roll waits at checkpoint ${gatesPassed + 1} of ${checkpoints} with all old instances that were there: \`mode: release\` goes on, \`mode: rollback\` or \`mode: restore\` takes the new ones back.`,
  ]
}

/** Whether a run has left it for inspection on purpose. */
const isHeld = ({ memo }: Pick<Fleet, 'memo'>): boolean => memo?.heartbeatAt === 0

const NOT_TOLD =
  'AWS did not say which scheduled actions fell due while they were suspended: what they would have set is not set.'

const DARK =
  'The new instances are up outside of the load balancers: `mode: release` registers them and terminates the old ones, `mode: restore` removes them.'

const SIZES = { min: 'The minimum size', max: 'The maximum size', desired: 'The desired capacity' } as const

/** What a roll has left in a group, a sentence each. */
function remains({ last: fleet, losses, refused }: GroupRun): string[] {
  const { memo } = fleet
  if (memo === undefined) return []
  const sizes = (Object.entries(sizesToRestore(fleet, memo)) as [keyof typeof SIZES, number][]).map(
    ([name, value]) => `${SIZES[name]} should be ${value} again`,
  )
  const processes = memo.suspends.filter((process) => fleet.suspended.includes(process))
  return [
    ...sizes.map((sentence) => `${sentence}.`),
    ...(processes.length > 0 ? [`${processes.join(', ')} should be resumed.`] : []),
    losses > 0 && refused.includes('save-state')
      ? 'The saved state is not in the tags of the group any more: what is left must be put back by hand.'
      : 'The saved state is still in the tags of the group: `mode: restore` puts the group back, the same mode again rolls on.',
  ]
}
