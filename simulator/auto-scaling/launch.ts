import type { ComputeInstance } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import { beginActivity, end, writeFailure } from './activities.ts'
import { outdatedByZone } from './active-refresh.ts'
import { missingBalancer } from './attachments.ts'
import { counted, isSuspended, units, unitsByZone } from './capacity.ts'
import { coolDown } from './cooldown.ts'
import { launchPlan } from './launch-plan.ts'
import { replacesFirst } from './maintenance.ts'
import { offers, type Offer } from './market.ts'
import { newMember } from './member.ts'
import type { Group, Member, InstanceOrigin } from './model.ts'
import { noteFailure, noteSuccess } from './launch-backoff.ts'
import { avoids } from './zonal-shift.ts'
import { stamp, type AutoScalingState } from './state.ts'

/** Launches until the capacity is reached: the emptiest zone first, one activity per instance. */
export function scaleOut(state: AutoScalingState, group: Group, target: number): void {
  const members = [...counted(group)]
  const from = units(members)
  const zones = unitsByZone(group, members)
  for (let size = from; size < target;) {
    const zone = emptiest(state, group, zones)
    if (zone === undefined) return
    const now = stamp(state.timeline.now)
    const replaces = group.replacing > 0 || (size >= group.sizes.desired && replacesFirst(state, group))
    const cause = replaces
      ? `At ${now} an instance was launched in response to an unhealthy instance needing to be replaced.`
      : `${group.change ? `${group.change}  ` : ''}At ${now} an instance was started in response to a difference between desired and actual capacity, increasing the capacity from ${from} to ${target}.` // prettier-ignore
    const member = launch(state, group, { zone, cause, members, pool: 'no' })
    if (!member) continue // The zone is out of the choice now.
    if (group.replacing > 0) group.replacing--
    members.push(member)
    size += member.weight
    zones.set(zone, (zones.get(zone) ?? 0) + member.weight)
  }
}

/** The zone with least capacity among those in which launches do not fail just now; of several the first of `firstOf`, or any. */
export function emptiest(
  state: AutoScalingState,
  group: Group,
  zones: ReadonlyMap<string, number>,
): string | undefined {
  if (state.timeline.now < group.abandoned.until) return undefined
  const isFailing = (zone: string): boolean => (group.failing.get(zone)?.until ?? 0) > state.timeline.now
  // Such a group waits for the zone, and goes on to try there.
  const waits = group.settings.AvailabilityZoneDistribution?.CapacityDistributionStrategy === 'balanced-only'
  const served = state.shiftedZones.size === 0 ? group.zones : group.zones.filter((zone) => !avoids(group, state.shiftedZones, zone)) // prettier-ignore
  const open = waits ? served : served.filter((zone) => !isFailing(zone))
  const fewest = Math.min(...open.map((zone) => zones.get(zone) ?? 0))
  const equal = open.filter((zone) => (zones.get(zone) ?? 0) === fewest)
  const best =
    state.behaviour.zoneTies === 'by chance' && equal.length > 1 ? state.random.pick(equal) : firstOf(group, equal)
  return best !== undefined && isFailing(best) ? undefined : best
}

/** During a refresh the one in which most is still to leave, else the first: so the zones are as even at its end as before. */
function firstOf(group: Group, zones: readonly string[]): string | undefined {
  const waiting = outdatedByZone(group)
  return zones.toSorted((one, other) => (waiting.get(other) ?? 0) - (waiting.get(one) ?? 0))[0]
}

interface LaunchOrder {
  readonly zone: string
  /** One of the zone's; without it they are used in turn. */
  readonly subnetId?: string | undefined
  readonly cause: string
  readonly members: readonly Member[]
  readonly pool: 'yes' | 'no'
}

/** Why one way of launching an instance has failed. */
export interface LaunchFailure {
  readonly offer: Offer
  /** The type that was tried; undefined where that could not be found out. */
  readonly type: string | undefined
  /** EC2's code; undefined where only its words are known. */
  readonly code: string | undefined
  readonly reason: string
}

interface LaunchResult {
  readonly member: Member | undefined
  readonly failures: readonly LaunchFailure[]
}

/** Launches one instance; undefined after a failure, which is written down and keeps the zone out for a while. */
export function launch(state: AutoScalingState, group: Group, order: LaunchOrder): Member | undefined {
  return tryLaunch(state, group, order).member
}

/** The same; gives what has failed as well, in the order in which it was tried. */
export function tryLaunch(state: AutoScalingState, group: Group, order: LaunchOrder): LaunchResult {
  const { zone, subnetId, cause, members, pool } = order
  const failures: LaunchFailure[] = []
  for (const offer of offers(group, members)) {
    let { type } = offer
    try {
      const order = launchPlan(state, group, { offer, zone, subnetId })
      type = order.request.type
      const refusal =
        missingBalancer(state, group) ??
        state.behaviour.refuseLaunch({
          zone,
          type: order.request.type,
          imageId: order.request.imageId,
          at: state.timeline.now,
        })
      if (refusal === undefined) {
        const machine = state.compute.launch(order.request)
        noteSuccess(group, zone)
        return { member: enlist(state, group, { machine, origin: order.origin, offer, cause, pool }), failures }
      }
      failures.push({ offer, type, code: FLEET_CODE.exec(refusal)?.[1], reason: refusal })
    } catch (fault) {
      if (!(fault instanceof ServiceFault)) throw fault
      failures.push({ offer, type, code: fault.code, reason: `${fault.message} Launching EC2 instance failed.` })
    }
  }
  writeFailure(state, group, { cause, zone, reason: failures.at(-1)?.reason ?? NO_TYPE })
  noteFailure(state, group, zone)
  return { member: undefined, failures }
}

const NO_TYPE = 'There is no instance type that meets the requirements. Launching EC2 instance failed.'

/** As EC2 Fleet words a failure: the market, the code, the message. */
const FLEET_CODE = /^Could not launch [\w-]+ Instances\. ([\w.]+) - /

interface Arrival {
  readonly machine: ComputeInstance
  readonly origin: InstanceOrigin
  readonly offer: Offer
  readonly cause: string
  readonly pool: 'yes' | 'no'
}

function enlist(state: AutoScalingState, group: Group, { machine, origin, offer, cause, pool }: Arrival): Member {
  const pooled = pool === 'yes'
  const member = newMember({
    id: machine.id,
    group,
    zone: machine.zone,
    type: machine.type,
    imageId: machine.imageId,
    imageShown: offer.override?.ImageId !== undefined,
    weight: offer.weight,
    weightShown: offer.override?.WeightedCapacity !== undefined || offer.weight !== 1,
    market: offer.market,
    launchedAt: machine.launchedAt,
    origin,
    lifecycle: pooled ? 'Warmed:Pending' : 'Pending',
    protected: !pooled && group.settings.NewInstancesProtectedFromScaleIn === true,
  })
  ;(pooled ? group.pool : group.members).set(member.id, member)
  state.members.set(member.id, member)
  member.activity = beginActivity(state, group, {
    Description: `Launching a new EC2 instance${pooled ? ' into warm pool' : ''}: ${member.id}`,
    Cause: cause,
    zone: member.zone,
  })
  return member
}

/** The launch came to its end. */
export function succeeded(state: AutoScalingState, member: Member): void {
  end(state, member.activity)
  member.activity = undefined
  coolDown(state, member.group)
}

/** Whether the group may launch at all. */
export const mayLaunch = (group: Group): boolean => !group.deleting && !isSuspended(group, 'Launch')
