import type { Group, Member } from './model.ts'

/** Whether it counts to the desired capacity: on its way in, in service, or with its root volume being replaced. */
export const counts = ({ lifecycle }: Member): boolean =>
  lifecycle === 'InService' || isPending(lifecycle) || isReplacingRoot(lifecycle)

export const isPending = (lifecycle: string): boolean => lifecycle === 'Pending' || lifecycle.startsWith('Pending:')

export const isReplacingRoot = (lifecycle: string): boolean =>
  lifecycle.startsWith('ReplacingRootVolume') || lifecycle === 'RootVolumeReplaced'

export const isLeaving = (lifecycle: string): boolean =>
  lifecycle === 'Terminating' ||
  (lifecycle.startsWith('Terminating:') && !isRetained(lifecycle)) ||
  lifecycle === 'Terminated' ||
  lifecycle === 'Detaching'

/** Kept running outside the capacity, in a group or its pool, since a termination hook was abandoned. */
export const isRetained = (lifecycle: string): boolean => lifecycle.endsWith(':Retained')

interface Counted {
  readonly revision: number
  readonly size: number
  readonly members: readonly Member[]
}

const countedIn = new WeakMap<Group, Counted>()

/** The members that count to the desired capacity; listed anew only where one has come, gone or changed. */
export function counted(group: Group): readonly Member[] {
  const { revision, members } = group
  const known = countedIn.get(group)
  if (known?.revision === revision && known.size === members.size) return known.members
  const listed = [...members.values()].filter(counts)
  countedIn.set(group, { revision, size: members.size, members: listed })
  return listed
}

/** Capacity in the group's unit: instances, or weight where there are weights. */
export const units = (members: Iterable<Member>): number => {
  let sum = 0
  for (const member of members) sum += member.weight
  return sum
}

/** Capacity per zone, the group's own zones always included. */
export function unitsByZone(group: Group, members: Iterable<Member>): Map<string, number> {
  const zones = new Map<string, number>(group.zones.map((zone) => [zone, 0]))
  for (const { zone, weight } of members) zones.set(zone, (zones.get(zone) ?? 0) + weight)
  return zones
}

export const isSuspended = (group: Group, process: string): boolean => group.suspended.has(process)
