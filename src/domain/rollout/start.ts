import { heaviestOf, mostSurge } from './budget.ts'
import { darkMemo, hasDarkHalf } from './dark-launch.ts'
import type { Fleet, Instance, Memo } from './fleet.ts'
import { ALARMS, followsPolicies } from './follow.ts'
import { releasedFromGate } from './gates-by-hand.ts'
import { withGatesOf } from './gates.ts'
import { runName } from './lease.ts'
import { haltOnUnservedZone } from './served-zones.ts'
import { SUSPENDED_WHILE_ROLLING } from './restore.ts'
import { awaitLateAction } from './scheduled-actions.ts'
import { isExempt, isOutdated, capacityOfGroup } from './capacity.ts'
import { isTakenBack } from './taken-back.ts'
import { outdatedWarm } from './warm-pool.ts'
import type { Action } from './action.ts'
import type { Policy } from './policy.ts'
import { isCounted } from './counted.ts'

/** How long EC2 may not know an instance that the group already lists. */
const EC2_LAG_SECONDS = 60

/** The first step with a group that no run works on: how it is now is saved, if anything is to be done at all. */
export function startRoll(fleet: Fleet, policy: Policy): Action {
  const counted = fleet.instances.filter(isCounted)
  // EC2 never tells of an instance that it has forgotten; the group itself will replace it.
  if (
    policy.force &&
    counted.some((each) => each.launchedAt === undefined && fleet.at - each.firstSeenAt < EC2_LAG_SECONDS)
  )
    return { kind: 'wait', reason: 'EC2 does not say yet when every instance was launched' }
  const { outdated } = capacityOfGroup(fleet, policy)
  const resting = allOutdatedStandby(fleet, policy)
  const unwanted = forbiddenByPolicy(outdated, resting, policy)
  if (unwanted) return unwanted
  if (!isAnythingOutdated(fleet, policy)) return { kind: 'done', reason: 'every instance is up to date' }
  const unserved = haltOnUnservedZone({ fleet })
  if (unserved) return unserved
  const late = awaitLateAction(fleet)
  if (late) return late
  const inTheDark = darkMemo(fleet, policy)
  const follows = followsPolicies(fleet, policy) || undefined
  return {
    kind: 'save-state',
    memo: {
      groupId: fleet.groupId,
      run: policy.run,
      url: policy.url,
      startedAt: Math.floor(fleet.at),
      heartbeatAt: Math.floor(fleet.at),
      sizes: fleet.sizes,
      ...inTheDark,
      ...(follows && { follows }),
      suspends: [...toSuspend(fleet, { follows }), ...inTheDark.suspends],
      surge: Math.min(policy.surge, mostSurge(fleet.sizes.desired, heaviestOf(fleet))),
      ...(policy.maxLeaving !== undefined && { maxLeaving: policy.maxLeaving }),
      source: fleet.source.fingerprint,
      replaceLaunchedUntil: replacedUntil(fleet, policy),
      ...(policy.plan !== undefined && { progress: { plan: policy.plan } }),
    },
    reason: 'how the group is now, before anything changes',
  }
}

/** Whether a roll has something to do: in service, in Standby or in the warm pool. */
export function isAnythingOutdated(fleet: Fleet, policy: Policy): boolean {
  const idle = [...outdatedStandby(fleet, policy), ...outdatedWarm(fleet, policy)]
  return capacityOfGroup(fleet, policy).outdated.length + idle.length > 0
}

/** Old instances in Standby, which is where an operator put them: no part of the desired capacity, not in service. */
const allOutdatedStandby = (fleet: Fleet, policy: Policy): readonly Instance[] =>
  fleet.instances.filter((each) => each.lifecycle === 'Standby' && isOutdated(each, fleet, policy))

/** Those of them that are to be terminated: one that is protected as well stays where protected ones are left alone. */
export const outdatedStandby = (fleet: Fleet, policy: Policy): readonly Instance[] =>
  policy.standbyInstances === 'replace'
    ? allOutdatedStandby(fleet, policy).filter((each) => !isExempt(each, fleet, policy))
    : []

/** Instances that the user wants to be asked about. */
function forbiddenByPolicy(old: readonly Instance[], resting: readonly Instance[], policy: Policy): Action | undefined {
  const leaving = policy.standbyInstances === 'replace' ? [...old, ...resting] : old
  const guarded = leaving.filter(({ protectedFromScaleIn }) => protectedFromScaleIn)
  if (policy.protectedInstances === 'fail' && guarded.length > 0)
    return {
      kind: 'halt',
      reason: `${guarded.map(({ id }) => id).join(', ')} must be replaced but is protected from scale-in`,
      remedy: 'Lift the protection, or set `protected-instances` to `replace` or `ignore`.',
    }
  if (policy.standbyInstances === 'fail' && resting.length > 0)
    return {
      kind: 'halt',
      reason: `${resting.map(({ id }) => id).join(', ')} is old and in Standby`,
      remedy: 'Put it back into service, or set `standby-instances` to `replace` or `ignore`.',
    }
  return undefined
}

// AWS's own times on both sides of the comparison: the runner's clock may be wrong.
const latestLaunch = (instances: readonly Instance[]): number =>
  instances.reduce((latest, { launchedAt }) => Math.max(latest, launchedAt ?? 0), 0)

/** With `force` the moment until which what was launched is to be replaced. */
const replacedUntil = (
  { instances }: Pick<Fleet, 'instances'>,
  { force, forceUntil = Infinity }: Policy,
): number | undefined => (force ? Math.min(latestLaunch(instances), forceUntil) : undefined)

/** The memo with the plan that is carried out from now on, or with none. */
const carryingOut = (memo: Memo, { plan }: Pick<Policy, 'plan'>): Memo =>
  memo.progress?.plan === plan ? memo : { ...memo, progress: { ...memo.progress, plan } }

/** What a roll suspends: what others have suspended is not its own. */
const toSuspend = (
  fleet: Pick<Fleet, 'suspended'>,
  { follows }: { readonly follows?: boolean | undefined },
): readonly string[] =>
  SUSPENDED_WHILE_ROLLING.filter(
    (process) => !fleet.suspended.includes(process) && !(follows === true && process === ALARMS),
  )

/** What a roll suspends anew where the run before it has let its processes run again: as it runs now, it is to run at the end. */
const suspendedAgain = (fleet: Fleet, memo: Memo, policy: Policy): readonly string[] =>
  memo.suspends.length > 0
    ? []
    : [...toSuspend(fleet, memo), ...(hasDarkHalf(memo) ? darkMemo(fleet, policy).suspends : [])]

/**
 * The saved state of the dead run stays; only the lease changes, and what is rolled to. A release takes over that as well: the
 * dark half was launched from what was wanted then.
 */
export function takeOver(
  fleet: Fleet,
  { memo, predecessor, policy }: { readonly memo: Memo; readonly predecessor: Memo; readonly policy: Policy },
): Action {
  const counted = fleet.instances.filter(isCounted)
  const ours = { run: policy.run, url: policy.url, heartbeatAt: Math.floor(fleet.at) }
  if (policy.dark?.kind === 'release')
    return {
      kind: 'save-state',
      memo: { ...carryingOut(releasedFromGate(memo, predecessor), policy), ...ours },
      after: predecessor,
      reason: `to release what run ${runName(predecessor)} has left ${hasDarkHalf(memo) ? 'dark' : 'at a gate'}`,
    }
  const goesDark = !hasDarkHalf(memo) && counted.every((each) => isOutdated(each, fleet, policy))
  const darkness = goesDark ? darkMemo(fleet, policy) : { suspends: [] }
  return {
    kind: 'save-state',
    memo: {
      ...carryingOut(withGatesOf(memo, fleet.source.fingerprint), policy),
      ...ours,
      ...darkness,
      suspends: [...new Set([...memo.suspends, ...suspendedAgain(fleet, memo, policy), ...darkness.suspends])],
      surge: Math.max(memo.surge, Math.min(policy.surge, mostSurge(memo.sizes.desired, heaviestOf(fleet)))),
      maxLeaving: policy.maxLeaving,
      source: fleet.source.fingerprint,
      replaceLaunchedUntil: policy.force ? (memo.replaceLaunchedUntil ?? replacedUntil(fleet, policy)) : undefined,
    },
    after: predecessor,
    reason: `run ${runName(predecessor)} ended without putting this group back: ${isTakenBack(memo) && memo.source === fleet.source.fingerprint ? 'it goes on being taken back' : 'its roll goes on'}`,
  }
}
