import type {
  CreateOrUpdateTagsCommandInput,
  DeleteTagsCommandInput,
  DescribeTagsCommandInput,
  DescribeTagsCommandOutput,
  Tag,
  TagDescription,
} from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { limitExceeded } from './refusals.ts'
import { isIncluded } from './managed.ts'
import type { Group, GroupTag } from './model.ts'
import { pageOf } from './paging.ts'
import { requiredField, groupNamed, type AutoScalingState } from './state.ts'

export const MOST_TAGS = 50
export const GROUP_TAG = 'aws:autoscaling:groupName'

/** The tags of a new group, checked. */
export function tagsOf(tags: readonly Tag[], group: string): Map<string, GroupTag> {
  const result = new Map<string, GroupTag>()
  for (const tag of tags) {
    if (tag.ResourceId !== undefined && tag.ResourceId !== group) {
      throw validationError(`Tag resource id ${tag.ResourceId} does not match the group ${group}.`)
    }
    const key = keyOf(tag)
    if (result.has(key)) throw validationError(`Duplicate tag key found: ${key}`)
    result.set(key, { value: tag.Value ?? '', propagate: tag.PropagateAtLaunch ?? false })
  }
  checkCount(result, group)
  return result
}

function keyOf({ Key }: Tag): string {
  const key = requiredField(Key, 'tags.member.key')
  // Only CloudFormation may set these tags.
  if (key.startsWith('aws:') && !key.startsWith('aws:cloudformation:')) {
    throw validationError('Tag keys beginning with aws: are reserved for system use.')
  }
  return key
}

function checkCount(tags: ReadonlyMap<string, GroupTag>, group: string): void {
  const own = [...tags.keys()].filter((key) => !key.startsWith('aws:')).length
  if (own > MOST_TAGS) throw limitExceeded(`The group ${group} cannot have more than ${MOST_TAGS} tags.`)
}

function groupOf(state: AutoScalingState, tag: Tag): Group {
  if (tag.ResourceType !== undefined && tag.ResourceType !== 'auto-scaling-group') {
    throw validationError(`Invalid resource type ${tag.ResourceType}. Valid values are [auto-scaling-group].`)
  }
  return groupNamed(state, requiredField(tag.ResourceId, 'tags.member.resourceId'))
}

/** All or none: every tag is checked before the first is set. */
export function createOrUpdateTags(state: AutoScalingState, input: CreateOrUpdateTagsCommandInput): object {
  const after = new Map<Group, Map<string, GroupTag>>()
  for (const tag of requiredField(input.Tags, 'tags')) {
    const group = groupOf(state, tag)
    const tags = after.get(group) ?? new Map(group.tags)
    const key = keyOf(tag)
    tags.set(key, { value: tag.Value ?? '', propagate: tag.PropagateAtLaunch ?? tags.get(key)?.propagate ?? false })
    checkCount(tags, group.name)
    after.set(group, tags)
  }
  for (const [group, tags] of after) for (const [key, tag] of tags) group.tags.set(key, tag)
  return {}
}

/** A value that is given must be the tag's own; otherwise the tag stays. */
export function deleteTags(state: AutoScalingState, input: DeleteTagsCommandInput): object {
  const deleted = requiredField(input.Tags, 'tags').map((tag) => ({ tag, group: groupOf(state, tag) }))
  for (const { tag, group } of deleted) {
    const key = requiredField(tag.Key, 'tags.member.key')
    const now = group.tags.get(key)
    if (now && (tag.Value === undefined || tag.Value === '' || tag.Value === now.value)) group.tags.delete(key)
  }
  return {}
}

/** Every tag of one group as AWS describes it. */
export const describedTags = ({ name, tags }: Group): TagDescription[] =>
  [...tags].map(([Key, { value, propagate }]) => ({
    ResourceId: name,
    ResourceType: 'auto-scaling-group',
    Key,
    Value: value,
    PropagateAtLaunch: propagate,
  }))

/** What an instance carries from its group. */
export function launchTags(group: Group): Record<string, string> {
  const tags: Record<string, string> = { [GROUP_TAG]: group.name }
  for (const [key, { value, propagate }] of group.tags) if (propagate) tags[key] = value
  return tags
}

export function describeTags(
  state: AutoScalingState,
  input: DescribeTagsCommandInput,
): Omit<DescribeTagsCommandOutput, '$metadata'> {
  const matches: Record<string, (tag: TagDescription) => string> = {
    'auto-scaling-group': ({ ResourceId = '' }) => ResourceId,
    key: ({ Key = '' }) => Key,
    value: ({ Value = '' }) => Value,
    'propagate-at-launch': ({ PropagateAtLaunch }) => String(PropagateAtLaunch),
  }
  const filters = (input.Filters ?? []).map(({ Name = '', Values = [] }) => {
    const read = matches[Name]
    if (!read) throw validationError(`Invalid filter type: ${Name}`)
    return (tag: TagDescription): boolean => Values.includes(read(tag))
  })
  const found = [...state.groups.values()]
    .filter((group) => isIncluded(group, input))
    .flatMap(describedTags)
    .filter((tag) => filters.every((passes) => passes(tag)))
  const { items, next } = pageOf(found, (tag) => `${tag.ResourceId}\n${tag.Key}`, input, {
    usual: 50,
    most: 100,
    behaviour: state.behaviour,
  })
  return { Tags: [...items], ...next }
}
