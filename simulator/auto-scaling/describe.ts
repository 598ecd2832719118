import type {
  DescribeAutoScalingGroupsCommandInput,
  DescribeAutoScalingGroupsCommandOutput,
  DescribeAutoScalingInstancesCommandInput,
  DescribeAutoScalingInstancesCommandOutput,
  Filter,
} from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { atMost } from './limits.ts'
import { isIncluded } from './managed.ts'
import type { Member } from './model.ts'
import { pageOf } from './paging.ts'
import { instanceDetailsView } from './instance-view.ts'
import type { Snapshots } from './snapshots.ts'
import type { AutoScalingState } from './state.ts'

export function describeAutoScalingGroups(
  state: AutoScalingState,
  input: DescribeAutoScalingGroupsCommandInput,
  snapshots: Snapshots,
): Omit<DescribeAutoScalingGroupsCommandOutput, '$metadata'> {
  const names = input.AutoScalingGroupNames ?? []
  // By default 50 names; a request for longer pages may name as many as a page holds.
  const most = Math.max(50, Math.min(100, input.MaxRecords ?? 50))
  atMost(names, most, 'autoScalingGroupNames')
  const filters = (input.Filters ?? []).map(tagFilter)
  const known = snapshots.names(state)
  const chosen = names.length > 0 ? [...new Set(names)].filter((name) => known.has(name)) : [...known]
  const passing = chosen
    .filter((name) => isIncluded(state.groups.get(name) ?? { operator: undefined }, input))
    .filter((name) => filters.every((passes) => passes(visibleTags(state, name, snapshots))))
  const { items, next } = pageOf(passing, (name) => name, input, { usual: 50, most: 100, behaviour: state.behaviour })
  const groups = items.flatMap((name) => snapshots.view(state, name) ?? [])
  if (input.IncludeInstances !== false) return { AutoScalingGroups: groups, ...next }
  return { AutoScalingGroups: groups.map(({ Instances: _left, ...group }) => group), ...next }
}

type VisibleTags = ReadonlyMap<string, string>

function visibleTags(state: AutoScalingState, name: string, snapshots: Snapshots): VisibleTags {
  const group = state.groups.get(name)
  if (group) return new Map([...group.tags].map(([key, { value }]) => [key, value]))
  return new Map(snapshots.view(state, name)?.Tags?.map(({ Key = '', Value = '' }) => [Key, Value]))
}

function tagFilter({ Name = '', Values = [] }: Filter): (tags: VisibleTags) => boolean {
  if (Name.startsWith('tag:')) {
    const key = Name.slice('tag:'.length)
    return (tags) => Values.includes(tags.get(key) ?? '\u0000')
  }
  if (Name === 'tag-key') return (tags) => Values.some((key) => tags.has(key))
  if (Name === 'tag-value') return (tags) => [...tags.values()].some((value) => Values.includes(value))
  throw validationError(`Invalid filter name: ${Name}`)
}

export function describeAutoScalingInstances(
  state: AutoScalingState,
  input: DescribeAutoScalingInstancesCommandInput,
): Omit<DescribeAutoScalingInstancesCommandOutput, '$metadata'> {
  const ids = input.InstanceIds ?? []
  atMost(ids, 50, 'instanceIds')
  const members: Member[] =
    ids.length > 0 ? [...new Set(ids)].flatMap((id) => state.members.get(id) ?? []) : [...state.members.values()]
  const shown = members.filter(({ group }) => isIncluded(group, input))
  const { items, next } = pageOf(shown, ({ id }) => id, input, { usual: 50, most: 50, behaviour: state.behaviour })
  return { AutoScalingInstances: items.map(instanceDetailsView), ...next }
}
