import type { Change } from './changes/changes.ts'
import { isVisibleIn, supersedes } from './changes/changes.ts'
import type { PendingWrite } from './expectations.ts'
import type { Fleet } from './fleet.ts'
import { hasLeft } from './lifecycle.ts'

/** A change that was sent and whose answer was lost: AWS may or may not have carried it out. */
export interface UnansweredChange {
  readonly change: Change
  /** When it was sent, in seconds since the Unix epoch. */
  readonly at: number
}

/** For so long a look may prove it; what happens later has another cause. */
const PROOF_SECONDS = 60

/** What these looks prove: the changes, or the parts of them, that AWS has carried out though its answer was lost. */
export const carriedOut = (unanswered: readonly UnansweredChange[], fleet: Fleet): readonly Change[] =>
  unanswered.flatMap(({ change }) => shownOf(change, fleet) ?? [])

/**
 * The terminations that this look proves, as changes that a look has shown: one that still lists their instances is behind, and to
 * terminate them again would be refused.
 */
export const provenTerminations = (unanswered: readonly UnansweredChange[], fleet: Fleet): readonly PendingWrite[] =>
  unanswered.flatMap(({ change, at }) => {
    const shown = shownOf(change, fleet)
    return shown?.kind === 'terminate' ? [{ change: shown, at, seen: true }] : []
  })

/** What is still without a proof after this look. */
export const stillUnproven = (unanswered: readonly UnansweredChange[], fleet: Fleet): readonly UnansweredChange[] =>
  unanswered
    .filter(({ at }) => fleet.at - at < PROOF_SECONDS)
    .flatMap((each) => {
      const shown = shownOf(each.change, fleet)
      if (shown === undefined) return [each]
      const change = without(each.change, shown)
      return change === undefined ? [] : [{ ...each, change }]
    })

/** Without what an accepted change has made certain. */
export const withoutCertain = (
  unanswered: readonly UnansweredChange[],
  accepted: Change,
): readonly UnansweredChange[] =>
  unanswered.flatMap((each) => {
    const change = accepted.kind === 'terminate' ? without(each.change, accepted) : each.change
    return change === undefined || supersedes(accepted, change) ? [] : [{ ...each, change }]
  })

function shownOf(change: Change, fleet: Fleet): Change | undefined {
  // The lease tells a reader nothing, and a launch source is recognised by its fingerprint.
  if (change.kind === 'renew-lease' || change.kind === 'set-launch-source') return undefined
  if (change.kind !== 'terminate') return isVisibleIn(fleet, change) ? change : undefined
  const there = new Set(fleet.instances.flatMap((each) => (hasLeft(each) ? [] : [each.id])))
  const instances = change.instances.filter((id) => !there.has(id))
  return instances.length > 0 ? { ...change, instances } : undefined
}

function without(change: Change, shown: Change): Change | undefined {
  if (change.kind !== 'terminate') return change.kind === shown.kind ? undefined : change
  if (shown.kind !== 'terminate') return change
  const instances = change.instances.filter((id) => !shown.instances.includes(id))
  return instances.length > 0 ? { ...change, instances } : undefined
}
