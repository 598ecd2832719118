/** What AWS does with the group of a seed after a run of it has ended. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { Random } from '../../simulator/random.ts'
import { watchAfter } from '../oracles/end-watch.ts'
import { leastReady } from '../oracles/least-ready.ts'
import { namedIn } from '../oracles/outside-events.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { addToTrace, traceTime } from './trace.ts'
import { unavailableOf } from './unavailable-share.ts'

/** The watch draws from a random source of its own: with it all seeds have the fleets and faults that they had without. */
const OWN = 0x57a7c4

/** Which of equally empty zones AWS chooses in a seed. */
export const zoneTies = (seed: number): 'the first' | 'by chance' =>
  new Random(seed ^ OWN).next() < 0.5 ? 'the first' : 'by chance'

/** Whether pages come short in a seed, and how short. */
export const shortPages = (seed: number): Random | undefined => {
  const random = new Random(seed ^ (OWN + 2))
  return random.next() < 0.3 ? random : undefined
}

/** Whether the group is watched before the run that follows on one that ended red: else that one meets it as it was left. */
export const isWatchedFirst = (seed: number): boolean => new Random(seed ^ (OWN + 1)).next() < 0.5

/** A run after which the group is watched. */
interface Watched {
  readonly what: string
  /** The group before it. */
  readonly begin: CapacitySnapshot
  /** Present where the run has put the group back: what it had named by then may still be on its way out. */
  readonly restored?: true | undefined
  /** The group when it ended, where the 20 minutes have passed already. Default: now. */
  readonly atEnd?: CapacitySnapshot | undefined
}

/** Lets 20 virtual minutes pass after a run, or judges those that have. */
export function checkEnd(fixture: Fixture, { what, begin, restored, atEnd }: Watched): readonly string[] {
  const { account, recorder, plan, operatorSizes, disturbedAt, operated, schedules } = fixture
  if (atEnd === undefined) addToTrace(fixture, `--- 20 minutes after ${what}`)
  const wanted = [begin.desired, ...operatorSizes.filter(({ at }) => at >= begin.at).map(({ desired }) => desired)]
  const from = atEnd?.at ?? account.timeline.now
  const byChance = isUpToChance(fixture, begin) ? [begin.at] : []
  const breaches = watchAfter(account, {
    group: FUZZ_GROUP,
    begin,
    restored,
    atEnd,
    endedAt: atEnd?.at,
    floor: leastReady(unavailableOf(plan, begin.desired), Math.min(...wanted)),
    disturbed: {
      changes: recorder.changes,
      // Asked for when the time has passed: faults and operators do not stop at the end of a run.
      get operatedAt() {
        // When a process was suspended is not noted.
        const sized = operatorSizes.map(({ at }) => at)
        return [...disturbedAt, ...sized, ...(operated.size > 0 ? [fixture.begin.at] : []), ...byChance]
      },
    },
  })
  // What AWS does for a scheduled action that falls due by then has nothing to do with the run.
  if (schedules.some(({ at }) => at >= from)) return []
  return breaches.map(
    ({ invariant, at, what: sentence }) => `${traceTime(at)} after ${what}, ${invariant}: ${sentence}`,
  )
}

/**
 * Whether the zones depend on what AWS chooses, whatever leaves: what a dark launch has launched serves before a departure can steer a
 * launch. What may come out of a warm pool comes from the zone in which it was prepared; and what comes in the place of one that never
 * became ready, or does not serve any more, comes where AWS chooses, since capacity does not wait until a departure can steer it. What
 * is left alone may fill a zone.
 */
function isUpToChance(fixture: Fixture, begin: CapacitySnapshot): boolean {
  const { recorder, old, plan } = fixture
  const isPooled = plan.plan.warmPool !== undefined
  const isEnded = recorder.changes.some(
    ({ operation, input, at, before: { ids } }) =>
      operation === 'TerminateInstanceInAutoScalingGroup' &&
      input['ShouldDecrementDesiredCapacity'] === false &&
      at >= begin.at &&
      namedIn(input).some((id) => {
        const isOfRoll = !old.includes(id) && !begin.ids.inService.includes(id)
        return isOfRoll || (ids.inService.includes(id) && !ids.ready.includes(id))
      }),
  )
  // More than is wanted, which AWS may not take away, leaves at once as well.
  const isBeyond = begin.units > begin.desired
  return isPooled || isEnded || isBeyond || plan.dark || isFilled(fixture, begin) || areWeightsAtOnce(fixture, begin)
}

/** Whether the fullest zone has only instances that were there before the run. */
function isFilled({ account, recorder }: Fixture, begin: CapacitySnapshot): boolean {
  const { zones, ids } = recorder.snapshot()
  const most = Math.max(...Object.values(zones))
  return Object.entries(zones)
    .filter(([, count]) => count === most)
    .every(([name]) =>
      ids.inService.every((id) => account.ec2.machine(id)?.zone !== name || begin.ids.inService.includes(id)),
    )
}

/** Whether so much surge makes room in a group with weights that all of it is launched at once, or so little that zones cannot be evened. */
function areWeightsAtOnce({ account, recorder, plan: { plan, surge } }: Fixture, begin: CapacitySnapshot): boolean {
  if (plan.weights === undefined) return false
  const { inService } = recorder.snapshot().ids
  const replaced = begin.ids.inService.filter((id) => !inService.includes(id))
  const zones = Object.keys(begin.zones)
  const inZones = zones.map((zone) => replaced.filter((id) => account.ec2.machine(id)?.zone === zone).length)
  const isWhole = replaced.length === begin.inService
  const isAtOnce = surge.of(begin.desired) >= replaced.length && !(isWhole && zones.length <= 2)
  return isAtOnce || Math.max(...inZones) - Math.min(...inZones) > 1 || (Math.min(...inZones) === 0 && !isWhole)
}
