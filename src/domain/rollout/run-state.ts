import { capacityOf, holdsRoom, isCounted } from './counted.ts'
import { isOutdated } from './capacity.ts'
import type { AlarmsSeen } from './alarms.ts'
import type { Baking } from './bake.ts'
import type { Decrement } from './crossed-wish.ts'
import type { InheritedWish } from './inherited-wish.ts'
import type { RefreshSeen } from './instance-refresh.ts'
import type { BalancerRegistration } from './changes/register.ts'
import type { Raise } from './overwritten-wish.ts'
import type { Fleet, Instance, Memo } from './fleet.ts'
import type { AdoptedSizes } from './late-schedule.ts'
import { type LaunchOutlook, outstandingSince } from './launch-stall.ts'
import { phaseOf } from './lifecycle.ts'
import type { Policy } from './policy.ts'
import type { Growth } from './policy-growth.ts'
import { isStoppedReason } from './health-reason.ts'
import { whyNotReady } from './readiness.ts'
import type { SizesFromActivities } from './sizes-from-activities.ts'
import { surplusSince } from './surplus-of-aws.ts'

/** What a run has learnt and AWS does not show: never needed for safety, only to notice changes from outside the run. */
export interface RunState {
  /** The desired capacity that our last change left; undefined before the first. */
  readonly desired: number | undefined
  /** The minimum that our last change of sizes left; undefined before the first. */
  readonly min?: number | undefined
  /** The maximum that it left; undefined before the first. */
  readonly max?: number | undefined
  /**
   * True from when this process saved the state of a group that had none, until it sends sizes, or sees that a run which began at the
   * same moment holds the processes: what stands is no run's.
   */
  readonly hasOwnSizes?: true | undefined
  /** True once this process has asked AWS to suspend: what rests before that, a run that began at the same moment has suspended. */
  readonly hasSuspended?: true
  /** Growth that the run has not brought about, until it is saved as the wish; absent while there is none. */
  readonly growth?: Growth | undefined
  /** The last larger sizes from outside the run that this process has saved as the ones to put back; absent while there were none. */
  readonly adopted?: AdoptedSizes
  /** Our last decrement of the desired capacity, while no look has shown what it should leave. */
  readonly decrement?: Decrement | undefined
  /** Our last raise of the desired capacity, while no activity has told it. */
  readonly raise?: Raise | undefined
  /** The wish that our last raise has overwritten, until it is set again and saved. */
  readonly overwritten?: number | undefined
  /** The wish that the last decrement of the process before this one has crossed; absent until the activities were asked for it. */
  readonly inherited?: { readonly wish: InheritedWish | undefined } | undefined
  /**
   * What others have set last while no run was at work: absent until the activities were asked for it, and empty for good once this
   * process has changed a size or saved other sizes to put back: what was set before that says nothing of what the group shows since.
   */
  readonly sizesFromActivities?: { readonly last: SizesFromActivities | undefined }
  /** True once this process has put its name on the memo: what shows that is no older than that. */
  readonly leaseClaimed: boolean
  /** Whose unfinished roll this process has put its name on, and has yet to bring in line with its own. */
  readonly predecessor?: Memo | undefined
  /** The maximum that the run before raises to at most, whose roll goes on: the surge of this one may be larger. */
  readonly highestBefore?: number | undefined
  /** True once the processes of the memo were seen suspended: if one runs again, it was resumed from outside the run. */
  readonly suspended: boolean
  /** True once this run has let them run again, in its last steps: they are suspended once more before capacity is changed again. */
  readonly letRun?: true | undefined
  /** When AWS had answered that scheduled actions run again, or the group was looked at before it. */
  readonly letRunAt?: number | undefined
  /** True once any of them was: until this process resumes them, the sizes are as the run has left them. */
  readonly heldSeen: boolean
  /** True once AWS has accepted that load balancers learn of new instances again: suspended after that, it is so by others. */
  readonly hasLetOthersIn?: true | undefined
  /** When the group last had all the capacity that it wants, if it lacks some now: what failed before was made good. */
  readonly completeAt: number | undefined
  /** When instances of the group were last seen leaving: what they hold, AWS cannot launch with. */
  readonly leavingAt?: number | undefined
  /** Since when there has been more than is desired, which AWS has launched itself; undefined while there is not. */
  readonly surplusSince?: number | undefined
  /** Since when a launch is outstanding and no new instance has come; undefined while none is. */
  readonly outstandingSince?: number | undefined
  /** What AWS told when it was last asked why no launch begins. */
  readonly launchOutlook?: LaunchOutlook | undefined
  /** New instances that left without our doing before they were of any use. */
  readonly lost: readonly LostInstance[]
  /** The same, as long as it may be a lagging answer that leaves them out. */
  readonly missing: readonly LostInstance[]
  /** Warmed instances that EC2 was told to terminate; their group may list them a while longer. */
  readonly discarded: readonly string[]
  /**
   * Instances that AWS has accepted to terminate, as its answer or the size that it has lowered tells: with `Terminate` suspended they
   * stay all the same.
   */
  readonly named?: readonly string[] | undefined
  /** The instance refresh of others, as AWS was last asked; absent before it was. */
  readonly refresh?: RefreshSeen
  /** Since when what is new has been up without a break, in the dark or at a gate; absent while it is not. */
  readonly baking?: Baking | undefined
  /** What is known of the alarms that watch the roll; absent where none does. */
  readonly alarms?: AlarmsSeen | undefined
  /** When this run last registered an instance with a load balancer. */
  readonly registeredAt?: number
  /** What it has registered where, in the order in which it did. */
  readonly registered?: readonly BalancerRegistration[]
}

export interface LostInstance {
  readonly id: string
  /** When it was missed. */
  readonly at: number
  /** What it lacked when it was last seen. */
  readonly reason: string
  /** AWS's words for its end; empty where it has none, absent while it was not asked. */
  readonly words?: string | undefined
}

export const INITIAL_STATE: RunState = {
  desired: undefined,
  leaseClaimed: false,
  suspended: false,
  heldSeen: false,
  completeAt: undefined,
  lost: [],
  missing: [],
  discarded: [],
}

/** An answer that lags behind may leave out an instance that it has told before; for so long it is only missed. */
const CERTAIN_AFTER_SECONDS = 20

/**
 * What two looks in a row teach besides: new instances that have left without ever having served, or while a load
 * balancer called them unhealthy. One that served and was taken away, as Spot does, says nothing against its version.
 */
export function observe(
  state: RunState,
  { before, now, policy }: { readonly before: Fleet; readonly now: Fleet; readonly policy: Policy },
): RunState {
  if (policy.intent !== 'roll' || now.memo === undefined) return state
  const known = new Set([...state.lost, ...state.missing].map(({ id }) => id))
  // A look that does not show this run's name may show what the run before it has ended since.
  const isOwnLook = before.memo?.run === policy.run
  const useless = before.instances.filter(
    (each) =>
      isOwnLook && isOfNoUse(each) && isCounted(each) && !isOutdated(each, before, policy) && !known.has(each.id),
  )
  const watched = new Set([...useless, ...state.missing].map(({ id }) => id))
  const present = new Map(now.instances.flatMap((each) => (watched.has(each.id) ? [[each.id, each]] : [])))
  let surplus = useless.length === 0 ? 0 : surplusOf(before, { now, useless })
  const isTooMany = ({ weight }: Instance): boolean => (surplus -= weight) >= 0
  const missed = useless
    .filter((each) => !isLeaving(present.get(each.id)) || !isTooMany(each))
    .map((each): LostInstance => ({ id: each.id, at: now.at, reason: whyNotReady(each) }))
  const missing: LostInstance[] = []
  const lost = [...state.lost]
  for (const each of [...state.missing, ...missed]) {
    const instance = present.get(each.id)
    if (instance === undefined) (now.at - each.at < CERTAIN_AFTER_SECONDS ? missing : lost).push(each)
    // One in Standby or detached was taken away by an operator.
    else if (isLeaving(instance)) lost.push(each)
  }
  const completeAt = completeSince(state, before)
  return {
    ...state,
    lost,
    missing,
    completeAt,
    outstandingSince: outstandingSince(state, { before, now }),
    surplusSince: surplusSince(state.surplusSince, now),
    ...(now.instances.some(holdsRoom) && { leavingAt: now.at }),
  }
}

/**
 * How much of these instances was too many, as after an operator's change or a balancing of zones: what the group had more than it
 * wanted, or than it wants now, less what else has left it since.
 */
function surplusOf(
  { instances, sizes }: Fleet,
  { now, useless }: { readonly now: Fleet; readonly useless: readonly Instance[] },
): number {
  const counted = instances.filter(isCounted)
  const known = new Set([...now.instances.filter(isCounted), ...useless].map(({ id }) => id))
  const left = counted.filter(({ id }) => !known.has(id))
  const before = capacityOf(counted)
  return Math.max(before - sizes.desired, before - capacityOf(left) - now.sizes.desired)
}

/** When the group last had all the capacity that it wants, once it is known what this look has shown. */
export const completeSince = ({ completeAt }: Pick<RunState, 'completeAt'>, look: Fleet): number | undefined =>
  isComplete(look) ? look.at : completeAt

const isLeaving = (instance: Instance | undefined): boolean =>
  instance === undefined || ['leaving', 'retained'].includes(phaseOf(instance) ?? '')

const isComplete = ({ instances, sizes }: Fleet): boolean => capacityOf(instances.filter(isCounted)) >= sizes.desired

const isOfNoUse = (instance: Instance): boolean =>
  (instance.readySince === undefined && (instance.unreadySince ?? instance.firstSeenAt) <= instance.firstSeenAt) ||
  instance.statusChecks?.state === 'impaired' ||
  instance.lastProbe?.passed === false ||
  instance.balancers.some(({ state, reason }) => state === 'unhealthy' && !isStoppedReason(reason))
