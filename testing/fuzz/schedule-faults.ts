/** A scheduled action that falls due while a group is rolled: once or recurring, in a time zone, all sizes or some. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { Random } from '../../simulator/random.ts'
import type { ExternalFault } from './external-faults.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { addToTrace } from './trace.ts'
import { isDrawn } from './focus.ts'

/** Apart from what else a seed draws, so that its fleet and its other faults stay. */
const APART = 0x5c4ed

/** One seed of so many has one. */
const ONE_OF = 6

/** A run that is at work renews its lease at least this often. */
const AT_WORK_SECONDS = 130

interface ScheduledSizes {
  readonly MinSize?: number
  readonly MaxSize?: number
  readonly DesiredCapacity?: number
}

/** Sizes that fit the group as it was. */
function drawSizes({ begin: { min, max, desired } }: Fixture, random: Random): ScheduledSizes {
  const more = desired + 1 + Math.floor(random.between(0, 2))
  const fewer = Math.max(0, desired - 1)
  return random.pick<ScheduledSizes>([
    { MinSize: more, DesiredCapacity: more, MaxSize: Math.max(max, more) },
    { MinSize: more, MaxSize: Math.max(max, more + 1) },
    { DesiredCapacity: more, MaxSize: Math.max(max, more) },
    { MaxSize: max + 2 },
    { MinSize: Math.min(min, fewer), DesiredCapacity: fewer },
    { MinSize: Math.max(0, min - 1) },
  ])
}

interface Expected {
  readonly min: number
  readonly max: number
  readonly desired: number
}

/** What AWS makes of them: a bound that passes the desired capacity takes it along. */
function expectedOf(before: Expected, { MinSize, MaxSize, DesiredCapacity }: ScheduledSizes): Expected {
  const min = MinSize ?? before.min
  const max = MaxSize ?? before.max
  return { min, max, desired: DesiredCapacity ?? Math.min(max, Math.max(min, before.desired)) }
}

/**
 * Notes what an action that falls due makes of the group: its bounds take the place of those that operators have set before,
 * and every size that may be wanted by then is brought between them. Gives how many sizes it has noted. `untoldMax` is the maximum
 * that stood right before, where nothing tells afterwards that the action has set it.
 */
function noteSchedule(fixture: Fixture, at: number, sizes: ScheduledSizes, untoldMax?: number): number {
  const { begin, minima, maxima, operatorSizes, schedules } = fixture
  const [min, max] = [minima.at(-1) ?? begin.min, maxima.at(-1) ?? begin.max]
  // A size that was set above the maximum has raised it.
  const outcomes = [begin, ...operatorSizes].map(({ desired }) =>
    expectedOf({ min, max: Math.max(max, desired), desired }, sizes),
  )
  const bounds = expectedOf({ min, max, desired: begin.desired }, sizes)
  const desired = [...new Set(outcomes.map((each) => each.desired))]
  schedules.push({ at, ...bounds, ...(untoldMax === bounds.max && { maxBefore: max }) })
  operatorSizes.push(...desired.map((each) => ({ at, desired: each })))
  if (bounds.min !== min) minima.push(bounds.min)
  if (bounds.max !== max) maxima.push(bounds.max)
  return desired.length + Number(bounds.min !== min) + Number(bounds.max !== max)
}

/** Puts an action that falls due within the roll where the seed draws one; a group with weights is left out. */
export function applySchedule(fixture: Fixture, seed: number): readonly ExternalFault[] {
  const random = new Random(seed ^ APART)
  return isDrawn(random, { share: 1 / ONE_OF, source: 'schedules', seed }) ? putSchedule(fixture, random) : []
}

/** Puts an action that falls due within five minutes, where the group may have one. */
export function putSchedule(fixture: Fixture, random: Random): readonly ExternalFault[] {
  const { account, plan } = fixture
  if (plan.plan.weights !== undefined) return []
  if (plan.suspended.includes('ScheduledActions')) return []
  // One that was to run once, and that AWS no longer tells of, is known only to the process that has seen it before.
  account.behaviour.listsMissedActions = true
  const sizes = drawSizes(fixture, random)
  const expected = expectedOf(fixture.begin, sizes)
  const at = account.timeline.now + random.between(20, 300)
  const isRecurring = random.next() < 0.5
  const dueAt = isRecurring ? Math.ceil(at / 60) * 60 : Math.ceil(at)
  const zone = random.pick(['UTC', 'Asia/Kolkata', 'America/New_York', 'Pacific/Auckland'])
  account.autoScaling.operations.PutScheduledUpdateGroupAction({
    AutoScalingGroupName: FUZZ_GROUP,
    ScheduledActionName: 'drawn',
    ...(isRecurring ? { Recurrence: dailyAt(dueAt, zone), TimeZone: zone } : { StartTime: new Date(dueAt * 1000) }),
    ...sizes,
  })
  const name = `a scheduled action ${JSON.stringify(sizes)} at ${new Date(dueAt * 1000).toISOString()}${isRecurring ? `, daily in ${zone}` : ''}`
  addToTrace(fixture, name)
  let own = 0
  // Nothing tells afterwards of an action that runs once where it sets what the group has right before.
  let before: CapacitySnapshot | undefined
  if (!isRecurring)
    account.timeline.after(dueAt - account.timeline.now - 0.001, () => {
      before = fixture.recorder.snapshot()
    })
  account.timeline.after(dueAt - account.timeline.now, () => {
    own = noteSchedule(fixture, dueAt, sizes, before?.max)
    addToTrace(fixture, `${name} falls due`)
  })
  const settled = (): readonly string[] => {
    // What operators have set besides decides with it: no single right end follows then.
    if (changesByOthers(fixture) > own || fixture.handled.size > 0) return []
    const { min, max, desired } = fixture.recorder.snapshot()
    const isNothingSet = before !== undefined && showsAlready(before, sizes)
    const isForgotten = isSetInVain(fixture, { isNothingSet, dueAt })
    const wanted = { ...expected, ...(isMaxForgotten(fixture, { isRecurring, dueAt, expected }) && { max }) }
    return [wanted, ...(isForgotten ? [fixture.begin] : [])].some((each) => isSame(each, { min, max, desired }))
      ? []
      : [`${name} was lost: sizes are ${min}-${desired}-${max} at the end`]
  }
  return [{ name, share: 1, weight: 'bearable', apply: () => name, owed: () => [], end: () => [], settled }]
}

const isSame = (one: Expected, other: Expected): boolean =>
  one.min === other.min && one.max === other.max && one.desired === other.desired

/** Whether a group has all that an action sets. */
const showsAlready = (
  { min, max, desired }: CapacitySnapshot,
  { MinSize = min, MaxSize = max, DesiredCapacity = desired }: ScheduledSizes,
): boolean => MinSize === min && MaxSize === max && DesiredCapacity === desired

/** Whether a run was at work when an action fell due: it may remember what AWS has forgotten. */
const isAtWorkAt = (dueAt: number, { recorder }: Pick<Fixture, 'recorder'>): boolean =>
  recorder.changes.some(({ at }) => at >= dueAt && at <= dueAt + AT_WORK_SECONDS)

/**
 * Whether an action that runs once has set nothing but what the group had, while no run was at work: nothing tells of it afterwards
 * (docs/edges.md).
 */
export const isSetInVain = (
  fixture: Pick<Fixture, 'recorder'>,
  { isNothingSet, dueAt }: { readonly isNothingSet: boolean; readonly dueAt: number },
): boolean => isNothingSet && !isAtWorkAt(dueAt, fixture)

/**
 * Whether AWS itself has carried out an action that it has forgotten since, while no process was at work, and nothing tells whose its
 * maximum is: AWS writes of an action only where that changes the desired capacity, and a run may have raised the maximum as far.
 */
export function isMaxForgotten(
  { begin, plan, recorder }: Pick<Fixture, 'begin' | 'plan' | 'recorder'>,
  {
    isRecurring,
    dueAt,
    expected,
  }: { readonly isRecurring: boolean; readonly dueAt: number; readonly expected: Expected },
): boolean {
  const isAtWork = isAtWorkAt(dueAt, { recorder })
  const raised = recorder.changes.map(({ input }) => input['MaxSize'])
  const end = recorder.snapshot()
  const mayBeRaised = expected.max <= begin.desired + plan.surge.of(begin.desired)
  const isTold = expected.desired !== begin.desired && !raised.includes(expected.max)
  // A run puts its maximum back to the one of the beginning, or to a minimum beyond that, which is kept.
  const isPutBack = end.max === Math.max(begin.max, expected.min)
  return !isRecurring && !isAtWork && mayBeRaised && !isTold && isPutBack
}

/** Sizes that were set, and processes that were touched, by operators. */
const changesByOthers = ({ operatorSizes, minima, maxima, operated }: Fixture): number =>
  operatorSizes.length + minima.length + maxima.length + (operated.has('ScheduledActions') ? 9 : 0) // prettier-ignore

function dailyAt(seconds: number, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' })
  const parts = Object.fromEntries(clock.formatToParts(seconds * 1000).map(({ type, value }) => [type, Number(value)]))
  return `${parts['minute']} ${parts['hour']} * * *`
}
