import type {
  DeleteWarmPoolCommandInput,
  DescribeWarmPoolCommandInput,
  DescribeWarmPoolCommandOutput,
  PutWarmPoolCommandInput,
} from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { activeRefresh, isOutdated } from './active-refresh.ts'
import { counted, units, unitsByZone } from './capacity.ts'
import { beginActivity } from './activities.ts'
import { askLaunchHooks } from './enter-service.ts'
import { emptiest, launch, mayLaunch } from './launch.ts'
import type { Group, Member } from './model.ts'
import { pageOf } from './paging.ts'
import { instanceView } from './instance-view.ts'
import { refreshInProgress } from './refusals.ts'
import { wake } from './schedule.ts'
import { terminate } from './terminate.ts'
import { groupNamed, mutable, stamp, type AutoScalingState } from './state.ts'

/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools.html */
export function putWarmPool(state: AutoScalingState, input: PutWarmPoolCommandInput): object {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  if (activeRefresh(group)) throw refreshInProgress()
  if (group.source.kind === 'mixed') {
    throw validationError('You can’t add a warm pool to an Auto Scaling group that has a mixed instances policy.')
  }
  const { MinSize, MaxGroupPreparedCapacity, PoolState, InstanceReusePolicy } = input
  const most = MaxGroupPreparedCapacity ?? group.warmPool?.MaxGroupPreparedCapacity
  group.warmPool = {
    MinSize: MinSize ?? group.warmPool?.MinSize ?? 0,
    ...(most !== undefined && most >= 0 && { MaxGroupPreparedCapacity: most }),
    PoolState: PoolState ?? group.warmPool?.PoolState ?? 'Stopped',
    ...(InstanceReusePolicy && { InstanceReusePolicy }),
  }
  wake(state, group)
  return {}
}

export function deleteWarmPool(state: AutoScalingState, input: DeleteWarmPoolCommandInput): object {
  const group = groupNamed(state, input.AutoScalingGroupName)
  if (!group.warmPool) throw validationError(`No warm pool found for Auto Scaling group ${group.name}`) // unsourced text
  group.warmPool = { ...group.warmPool, Status: 'PendingDelete' }
  for (const member of pooled(group)) {
    terminate(state, member, { cause: 'was taken out of the warm pool in response to a user request.', ...(input.ForceDelete && { hooks: 'skip' }) }) // prettier-ignore
  }
  wake(state, group)
  return {}
}

export function describeWarmPool(
  state: AutoScalingState,
  input: DescribeWarmPoolCommandInput,
): Omit<DescribeWarmPoolCommandOutput, '$metadata'> {
  const group = groupNamed(state, input.AutoScalingGroupName)
  const { items, next } = pageOf([...group.pool.values()], ({ id }) => id, input, {
    usual: 50,
    most: 50,
    behaviour: state.behaviour,
  })
  return {
    ...(group.warmPool && { WarmPoolConfiguration: { ...group.warmPool } }),
    Instances: items.map(instanceView),
    ...next,
  }
}

const pooled = ({ pool }: Group): Member[] =>
  [...pool.values()].filter(({ lifecycle }) => !lifecycle.startsWith('Warmed:Terminat'))

/** How many the pool should hold: up to the prepared capacity, the maximum size unless set, and its own minimum at least. */
function wanted(group: Group): number {
  const { warmPool: pool, sizes } = group
  if (!pool || pool.Status === 'PendingDelete') return 0
  return Math.max(pool.MinSize ?? 0, (pool.MaxGroupPreparedCapacity ?? sizes.max) - sizes.desired)
}

/** Brings the pool to its size; a pool that is to be deleted vanishes with its last instance. */
export function fillPool(state: AutoScalingState, group: Group): void {
  if (group.warmPool?.Status === 'PendingDelete' && group.pool.size === 0) group.warmPool = undefined
  if (!group.warmPool && group.pool.size === 0) return
  prepareReturned(state, group)
  const members = pooled(group)
  let target = wanted(group)
  for (const surplus of members.slice(target)) {
    terminate(state, surplus, {
      cause: 'was taken out of the warm pool in response to a difference between desired and actual capacity.',
    })
  }
  // Returning instances arrive earlier than a launch could.
  target -= [...group.members.values()].filter(({ returning }) => returning).length
  if (members.length >= target || !mayLaunch(group)) return
  // Balanced together with the group, so that what moves in later does not unbalance it.
  const zones = unitsByZone(group, [...counted(group), ...members])
  while (members.length < target) {
    const zone = emptiest(state, group, zones)
    if (zone === undefined) return
    const cause = `At ${stamp(state.timeline.now)} an instance was launched into the warm pool in response to a difference between desired and actual capacity.`
    const member = launch(state, group, { zone, cause, members, pool: 'yes' })
    if (!member) continue
    members.push(member)
    zones.set(zone, (zones.get(zone) ?? 0) + member.weight)
  }
}

/** Instances that returned from service pass the launch hooks again, and are stopped where the pool keeps stopped ones. */
function prepareReturned(state: AutoScalingState, group: Group): void {
  for (const member of pooled(group)) {
    if (!member.returning) continue
    member.returning = false
    member.activity = beginActivity(state, group, {
      Description: `Returning EC2 instance to warm pool: ${member.id}`, // unsourced text
      Cause: `At ${stamp(state.timeline.now)} instance ${member.id} was returned to the warm pool in response to its instance reuse policy.`,
      zone: member.zone,
    })
    askLaunchHooks(state, member)
  }
}

/** Moves prepared instances into the group, the emptiest zone first; gives the capacity that they bring. */
export function takeFromPool(state: AutoScalingState, group: Group, capacity: number): number {
  // What an instance refresh is to replace does not come into service.
  const prepared = [...group.pool.values()].filter(
    ({ id, lifecycle }) => /^Warmed:(Stopped|Running|Hibernated)$/.test(lifecycle) && !isOutdated(group, id),
  )
  const zones = unitsByZone(group, counted(group))
  let taken = 0
  while (taken < capacity && prepared.length > 0) {
    prepared.sort((one, other) => (zones.get(other.zone) ?? 0) - (zones.get(one.zone) ?? 0))
    const member = prepared.pop() as Member
    zones.set(member.zone, (zones.get(member.zone) ?? 0) + member.weight)
    taken += member.weight
    moveIn(state, member)
    // One that stands in for an unhealthy instance leaves none of it to be launched.
    if (group.replacing > 0) group.replacing--
  }
  return taken
}

function moveIn(state: AutoScalingState, member: Member): void {
  const { group, id } = member
  const size = units(counted(group))
  group.pool.delete(id)
  group.members.set(id, member)
  const running = member.lifecycle === 'Warmed:Running' || state.compute.start === undefined
  member.lifecycle = 'Pending'
  member.protected = group.settings.NewInstancesProtectedFromScaleIn === true
  member.activity = beginActivity(state, group, {
    Description: `Launching a new EC2 instance from warm pool: ${id}`,
    Cause: `${group.change ? `${group.change}  ` : ''}At ${stamp(state.timeline.now)} an instance was started in response to a difference between desired and actual capacity, increasing the capacity from ${size} to ${size + member.weight}.`,
    zone: member.zone,
  })
  // A stopped one comes into service when EC2 says that it runs again.
  if (running) askLaunchHooks(state, member)
  else state.compute.start?.(id)
}
