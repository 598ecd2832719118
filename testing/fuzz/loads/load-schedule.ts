/** A scheduled action that falls due around the roll of a group under load, and bounds that an operator sets around it. */
import type { SimulatedAccount } from '../../../simulator/account.ts'
import type { CapacitySnapshot } from '../../../simulator/auto-scaling/capacity-snapshot.ts'
import { Random } from '../../../simulator/random.ts'
import type { RecordedChange } from '../../oracles/change-recorder.ts'
import type { LoadPlan } from './load-plan.ts'

/** A source of its own, so that all other seeds keep what they draw. */
const APART = 0x5c4ed
const SHARE = 0.3
/** How many of these fall due before the roll begins, while AWS is late. */
const LATE_SHARE = 0.15

type Bounds = Pick<CapacitySnapshot, 'min' | 'max'>

/** Sizes that are set at a moment, by AWS for a scheduled action, or in its place by a run; or by an operator. */
export interface SizesSet {
  readonly at: number
  readonly sizes: { readonly MinSize?: number; readonly MaxSize?: number; readonly DesiredCapacity?: number }
}

export interface LoadSchedule {
  readonly action: SizesSet
  /** How late AWS carries the action out, where the roll begins after its time. */
  readonly lateSeconds?: number
  readonly operator: SizesSet | undefined
}

/** What a seed draws of it; undefined for most. */
export function drawLoadSchedule(
  seed: number,
  { plan: { group, surge }, begin: { min, max, desired }, now }: Drawn,
): LoadSchedule | undefined {
  const random = new Random(seed ^ APART)
  if (random.next() >= SHARE) return undefined
  const fewer = Math.max(0, desired - random.pick([1, 2, 4]))
  const more = Math.min(max, desired + random.pick([1, 2, 4]))
  const sizes = random.pick<SizesSet['sizes']>([
    { MinSize: Math.min(min, fewer), DesiredCapacity: fewer },
    { MinSize: Math.min(min, fewer), DesiredCapacity: fewer, MaxSize: Math.max(group.size, max - 1) },
    { MinSize: 0 },
    { DesiredCapacity: Math.max(min, fewer) },
    { MinSize: more, DesiredCapacity: more },
    { MaxSize: max + 2 },
  ])
  const at = Math.ceil(now + random.between(10, 600))
  if (random.next() < LATE_SHARE)
    return { action: { at: Math.ceil(now + 1), sizes }, lateSeconds: random.between(5, 120), operator: undefined }
  // Beyond all that a run may raise it to: within that it would pass for the run's own.
  const beyond = max + 2 * surge + 3
  const operator = { at: at + random.between(-100, 500), sizes: { MinSize: beyond, MaxSize: beyond + 2 } }
  return { action: { at, sizes }, operator: random.next() < 0.4 && operator.at > now ? operator : undefined }
}

interface Drawn {
  readonly plan: LoadPlan
  readonly begin: CapacitySnapshot
  readonly now: number
}

/** Puts the action, and has the operator come at the time; before a roll that begins right after the action its time passes. */
export function applyLoadSchedule(
  account: SimulatedAccount,
  group: string,
  { action, operator, lateSeconds }: LoadSchedule,
): void {
  const named = { AutoScalingGroupName: group }
  const { operations } = account.autoScaling
  // One that AWS no longer tells of is known only to the process that has seen it before.
  account.behaviour.listsMissedActions = true
  if (lateSeconds !== undefined) account.behaviour.scheduleDelaySeconds = lateSeconds
  const StartTime = new Date(action.at * 1000)
  operations.PutScheduledUpdateGroupAction({ ...named, ScheduledActionName: 'drawn', StartTime, ...action.sizes })
  if (lateSeconds !== undefined) account.timeline.advance(2 + lateSeconds / 3)
  if (operator === undefined) return
  account.timeline.after(operator.at - account.timeline.now, () =>
    operations.UpdateAutoScalingGroup({ ...named, ...operator.sizes }),
  )
}

/** As long after its time a run that is at work has carried an action out. */
const PROMPT_SECONDS = 60

interface Happened {
  readonly begin: Bounds
  readonly changes: readonly RecordedChange[]
  readonly schedule: LoadSchedule | undefined
}

/** The bounds that may stand at a moment: more than one where nothing tells whether the action or the operator came last. */
export function expectedBounds({ begin, changes, schedule }: Happened, now: number): readonly Bounds[] {
  if (schedule === undefined) return [begin]
  const { action, operator } = schedule
  const set = [action, ...(operator ? [operator] : [])].filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at)
  const inOrder = set.reduce(after, begin)
  if (operator === undefined || set.length < 2 || operator.at > action.at + PROMPT_SECONDS) return [inOrder]
  // Within a minute each may be seen before the other; later nothing but a run at work knows that the action came last.
  const isAtWork = !isHeldUp({ changes, schedule }) && action.at > operator.at + PROMPT_SECONDS
  if (isAtWork) return [inOrder]
  const kept = after(inOrder, operator)
  return [inOrder, after(after(begin, operator), action), { min: Math.max(inOrder.min, kept.min), max: Math.max(inOrder.max, kept.max) }]
} // prettier-ignore

/** When the action is carried out where no run keeps AWS from it: AWS may be late. */
export const carriedOutBy = ({ action, lateSeconds = 0 }: LoadSchedule): number => action.at + lateSeconds

/** Whether the action was to be carried out while no run was at work. */
export function isHeldUp({ changes, schedule }: Pick<Happened, 'changes' | 'schedule'>): boolean {
  if (schedule === undefined) return false
  const by = carriedOutBy(schedule)
  return !changes.some(({ at }) => at >= by && at <= by + PROMPT_SECONDS)
}

/** What sizes that are set make of the bounds; AWS leaves a group alone that they do not fit. */
function after(bounds: Bounds, { sizes: { MinSize: min = bounds.min, MaxSize: max = bounds.max, DesiredCapacity = min } }: SizesSet): Bounds {
  return max < min || DesiredCapacity < min || DesiredCapacity > max ? bounds : { min, max }
} // prettier-ignore
