import { beginActivity, end } from './activities.ts'
import { counted, isPending, isSuspended, units, unitsByZone } from './capacity.ts'
import { spotShare } from './market.ts'
import type { Group, Member } from './model.ts'
import { wakeAt } from './schedule.ts'
import { terminate } from './terminate.ts'
import { compareRanks, rankOf } from './termination-policies.ts'
import { stamp, type AutoScalingState } from './state.ts'

/** How long a group waits until it asks its function again (chosen). */
const FUNCTION_SECONDS = 60

interface Candidate {
  readonly member: Member
  readonly rank: readonly number[]
}

/** Brings the group down to its desired capacity: the fullest zone first, then the termination policies, ties by chance. */
export function scaleIn(state: AutoScalingState, group: Group, surplus: number): void {
  const all = counted(group)
  const before = units(all)
  const chosen = choose(state, group, { all, surplus })
  const now = stamp(state.timeline.now)
  let size = before
  for (const member of chosen) {
    const after = size - member.weight
    terminate(state, member, {
      destination: 'pool if reused',
      cause: `${group.change ?? ''}${group.change ? '  ' : ''}At ${now} an instance was taken out of service in response to a difference between desired and actual capacity, shrinking the capacity from ${size} to ${after}.  At ${now} instance ${member.id} was selected for termination.`,
    })
    size = after
  }
  if (chosen.length === 0 && all.length > 0 && all.every((member) => isProtected(member)))
    noteProtected(state, group, surplus)
}

const isProtected = ({ protected: guarded, lifecycle }: Member): boolean => guarded && lifecycle === 'InService'

/** Sorted once per zone and market, so that a large scale-in costs n log n. */
export function choose(
  state: AutoScalingState,
  group: Group,
  { all, surplus }: { all: readonly Member[]; surplus: number },
): Member[] {
  const inServiceStays = isSuspended(group, 'Terminate')
  const named = namedByFunction(state, group, surplus)
  const eligible = all.filter(
    (member) =>
      !isProtected(member) &&
      (!inServiceStays || isPending(member.lifecycle)) &&
      (named === undefined || named.has(member.id)),
  )
  const rank = rankOf(state, group)
  const queues = new Map<string, Candidate[]>()
  for (const member of eligible) {
    const key = `${member.market} ${member.zone}`
    const candidate = { member, rank: [...rank(member), state.random.next()] }
    const queue = queues.get(key)
    if (queue) queue.push(candidate)
    else queues.set(key, [candidate])
  }
  // The first to leave is the last of its list, where removal is cheap.
  for (const queue of queues.values()) queue.sort((one, other) => compareRanks(other.rank, one.rank))
  const zones = unitsByZone(group, all)
  // Instances in a zone that the group no longer uses leave before all others.
  for (const zone of zones.keys()) if (!group.zones.includes(zone)) zones.set(zone, Infinity)
  const spot = { now: units(all.filter(({ market }) => market === 'spot')), all: units(all) }
  const chosen: Member[] = []
  for (let left = surplus; left > 0;) {
    // Never below the desired capacity: an instance that weighs more than the surplus stays.
    for (const queue of queues.values()) while ((queue.at(-1)?.member.weight ?? 0) > left) queue.pop()
    const queue = next(queues, zones, preferredMarket(group, spot))
    const member = queue?.pop()?.member
    if (!member) break
    chosen.push(member)
    left -= member.weight
    spot.all -= member.weight
    if (member.market === 'spot') spot.now -= member.weight
    zones.set(member.zone, (zones.get(member.zone) ?? 0) - member.weight)
  }
  return chosen
}

/**
 * The instances that the group's Lambda function names; without an answer nothing leaves, and the group asks again later.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/lambda-custom-termination-policy.html
 */
function namedByFunction(state: AutoScalingState, group: Group, surplus: number): ReadonlySet<string> | undefined {
  const [first = ''] = group.settings.TerminationPolicies ?? []
  if (!first.includes(':lambda:')) return undefined
  const ids = state.behaviour.terminationFunction?.(group.name, surplus) ?? []
  if (ids.length === 0) wakeAt(state, group, state.timeline.now + FUNCTION_SECONDS)
  return new Set(ids)
}

/** In a mixed group the market that has too much leaves first. */
function preferredMarket(group: Group, spot: { now: number; all: number }): string | undefined {
  if (group.source.kind !== 'mixed') return undefined
  return spot.now > spotShare(group.source.policy.InstancesDistribution, spot.all - 1) ? 'spot' : 'on-demand'
}

function next(
  queues: Map<string, Candidate[]>,
  zones: Map<string, number>,
  market: string | undefined,
): Candidate[] | undefined {
  let best: { queue: Candidate[]; order: readonly number[] } | undefined
  for (const [key, queue] of queues) {
    const head = queue.at(-1)
    if (!head) continue
    const [itsMarket, zone = ''] = key.split(' ')
    const order = [market === undefined || itsMarket === market ? 0 : 1, -(zones.get(zone) ?? 0), ...head.rank]
    if (!best || compareRanks(order, best.order) < 0) best = { queue, order }
  }
  return best?.queue
}

/** Written once per change: AWS decrements, terminates nothing, and says so. The status code is unsourced. */
function noteProtected(state: AutoScalingState, group: Group, surplus: number): void {
  if (group.notedSurplus === surplus) return
  group.notedSurplus = surplus
  const size = units(counted(group))
  const activity = beginActivity(state, group, {
    Description: 'Could not scale to desired capacity because all remaining instances are protected from scale-in.',
    Cause: `${group.change ? `${group.change}  ` : ''}At ${stamp(state.timeline.now)} group reached equilibrium with ${size} instances, ${surplus} more than desired.`,
  })
  end(state, activity)
  activity.StatusCode = 'Cancelled'
  activity.StatusMessage =
    'Could not scale to desired capacity because all remaining instances are protected from scale-in.'
}
