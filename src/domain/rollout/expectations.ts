/**
 * AWS's answers may lag behind what it has accepted, and an answer that is up to date may be followed by one that is
 * not: https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html. So what the run has changed a moment ago
 * must show in every look before a decision is made on it; only after that moment may a difference be made by others.
 */
import type { Fleet } from './fleet.ts'
import type { Change } from './changes/changes.ts'
import { afterChange, isVisibleIn, supersedes } from './changes/changes.ts'

/** How long an accepted change may be missing from a look. */
const LAG_SECONDS = 60

/** A change that AWS has accepted. */
export interface PendingWrite {
  readonly change: Change
  /** When it was made, in seconds since the Unix epoch. */
  readonly at: number
  /** Whether a look has shown it since. */
  readonly seen: boolean
}

/** What is said of a look: it shows all our changes, not yet the last one, or it has fallen behind an earlier look. */
export type Freshness = 'timely' | 'awaited' | 'behind'

/** The changes that may still be missing from looks, after this look at the group. */
export const stillRecent = (accepted: readonly PendingWrite[], fleet: Fleet): readonly PendingWrite[] =>
  accepted
    .filter(({ at }) => fleet.at - at < LAG_SECONDS)
    .map((each) => (each.seen ? each : { ...each, seen: isVisibleIn(fleet, each.change) }))

export function freshnessOf(fleet: Fleet, accepted: readonly PendingWrite[]): Freshness {
  const missing = accepted.filter(({ change }) => !isVisibleIn(fleet, change))
  if (missing.length === 0) return 'timely'
  return missing.every(({ seen }) => seen) ? 'behind' : 'awaited'
}

/** The group as it will look once it shows what was accepted. */
export const caughtUp = (fleet: Fleet, accepted: readonly PendingWrite[]): Fleet =>
  accepted
    .filter(({ change }) => !isVisibleIn(fleet, change))
    .reduce((now, { change }) => afterChange(now, change), fleet)

/** With one more change; what it makes out of date is no longer expected. */
export function withChange(accepted: readonly PendingWrite[], change: Change, fleet: Fleet): readonly PendingWrite[] {
  const left = withoutSuperseded(accepted, change)
  const made: PendingWrite = { change: keepPredecessor(accepted, change), at: fleet.at, seen: false }
  if (change.kind !== 'terminate' || !change.decrement) return [...left, made]
  const { desired } = afterChange(fleet, change).sizes
  const sizes = { desired, ...(change.min !== undefined && { min: change.min }) }
  return [...left, made, { change: { kind: 'resize', sizes }, at: fleet.at, seen: false }]
}

/** Whom this process comes after is still known when it writes on the memo once more. */
function keepPredecessor(accepted: readonly PendingWrite[], change: Change): Change {
  if (!isSignature(change) || change.after !== undefined) return change
  const after = accepted.map((each) => each.change).findLast(isSignature)?.after
  return after === undefined ? change : { ...change, after }
}

const isSignature = (change: Change): change is Change & { readonly kind: 'save-state' | 'renew-lease' } =>
  change.kind === 'save-state' || change.kind === 'renew-lease'

/** Without what a change may have made out of date whose answer was lost. */
export const withoutSuperseded = (accepted: readonly PendingWrite[], later: Change): readonly PendingWrite[] =>
  accepted.flatMap((each) => {
    const change = remainder(each.change, later)
    return change === undefined ? [] : { ...each, change }
  })

/** What of a change still holds after a later one: processes that the later one does not name stay as they were left, and so does a desired capacity that it does not set. */
function remainder(earlier: Change, later: Change): Change | undefined {
  if (!supersedes(later, earlier)) return earlier
  if ('processes' in earlier && 'processes' in later) {
    const processes = earlier.processes.filter((process) => !later.processes.includes(process))
    return processes.length > 0 ? { ...earlier, processes } : undefined
  }
  if (earlier.kind !== 'resize' || later.kind !== 'resize') return undefined
  const { desired } = earlier.sizes
  return desired === undefined || later.sizes.desired !== undefined ? undefined : { ...earlier, sizes: { desired } }
}
