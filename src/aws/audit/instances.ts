import type { Filter, Instance } from '@aws-sdk/client-ec2'
import type { AuditRowKind } from '../../domain/audit/audit.ts'
import type { AuditedInstance, UngroupedInstance } from '../../domain/audit/rows.ts'
import { type ListedGroups, ownerTagOf } from './groups.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { pageStream } from '../client/page-stream.ts'
import { LAUNCHED_BY_TAG, launchingGroup } from '../groups/group-tag.ts'
import type { Selector } from '../select/select.ts'
import { type StackReference, meansStack, STACK_TAG } from '../../domain/stack-reference.ts'

/** Values in one filter; clients have been refused at the documented 200. */
const MOST_VALUES = 199
/** The longest page of DescribeInstances. */
const MOST_INSTANCES = 1000

/** What has ended needs no new image; everything else is running, or would run on the same image again. */
const alive: Filter = { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] }

/** The instances of an account and region, as far as an audit needs them. */
export interface ListedInstances {
  /** By group and image, how many. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** By group, each instance; none where only counts are asked for. */
  readonly members: ReadonlyMap<string, readonly AuditedInstance[]>
  readonly lone: readonly UngroupedInstance[]
}

/** Which instances, and what of them. */
export interface InstanceQuestion {
  /** Undefined: every one. */
  readonly selector: Selector | undefined
  readonly rows: AuditRowKind
}

/**
 * Counts the instances by group and image, and lists those outside of any group. With a selector only the instances of
 * the groups are asked for, and those outside that its stacks and tags mean; names of groups mean none of them.
 */
export async function listInstances(
  connection: Connection,
  { groups, members }: ListedGroups,
  { selector, rows }: InstanceQuestion,
): Promise<ListedInstances> {
  const names = new Set(groups.map(({ name }) => name))
  const counts = new Map<string, Map<string, number>>()
  const listed = new Map<string, AuditedInstance[]>()
  const lone: UngroupedInstance[] = []
  const keep = ({ instance, account }: OwnedInstance, group: string | undefined): void => {
    const { InstanceId: id, ImageId } = instance
    if (id === undefined) return
    const member = members.get(id)
    if (member?.leaving) return
    // Launched between the two looks, it is not in the group's list yet, but its tag is there from the start.
    const home = member?.group ?? group
    const imageId = member?.imageId ?? ImageId ?? ''
    if (home !== undefined) {
      if (!names.has(home)) return
      count(counts, home, imageId)
      if (rows === 'instances') addTo(listed, home, factsOf(instance, { id, imageId }))
      return
    }
    if (selector !== undefined && !meansInstance(selector, instance)) return
    const stack = tagOf(instance, STACK_TAG)
    lone.push({ region: connection.region, account, stack, ...factsOf(instance, { id, imageId }) })
  }
  await mapConcurrently(questionsFor([...names], selector), async ({ filters, of }) => {
    for await (const owned of instances(connection, filters)) {
      const { instance } = owned
      const group = launchingGroup(instance.Tags)
      const isMember = group !== undefined || members.has(instance.InstanceId ?? '')
      // The two questions of a selector overlap; each instance is taken from one of them only.
      if (of === 'everything' || (of === 'groups') === isMember) keep(owned, group)
    }
  })
  return { counts, members: listed, lone }
}

interface OwnedInstance {
  readonly instance: Instance
  readonly account: string | undefined
}

function factsOf(instance: Instance, known: { readonly id: string; readonly imageId: string }): AuditedInstance {
  const launched = instance.LaunchTime?.getTime()
  return {
    ...known,
    name: tagOf(instance, 'Name'),
    ownerTag: ownerTagOf(instance.Tags ?? []),
    launchedAt: launched === undefined ? undefined : launched / 1000,
  }
}

interface Question {
  readonly filters: readonly Filter[]
  readonly of: 'everything' | 'groups' | 'outside'
}

function questionsFor(groups: readonly string[], selector: Selector | undefined): readonly Question[] {
  if (selector === undefined) return [{ filters: [alive], of: 'everything' }]
  const ofGroups = batches(groups, MOST_VALUES).map((batch): Question => ({
    filters: [alive, { Name: `tag:${LAUNCHED_BY_TAG}`, Values: batch.map(literally) }],
    of: 'groups',
  }))
  const { stacks, tags } = selector
  if (selector.groups.length > 0 || (stacks.length === 0 && tags.length === 0)) return ofGroups
  const byTags = tags.map(({ key, value }): Filter => ({ Name: `tag:${key}`, Values: [literally(value)] }))
  const byStacks = stacks.length === 0 ? [] : [stackFilter(stacks)]
  return [...ofGroups, { filters: [alive, ...byStacks, ...byTags], of: 'outside' }]
}

const stackFilter = (stacks: readonly StackReference[]): Filter => {
  const values = stacks.map(({ name, version = '*' }) => `${name}-${version}`)
  return values.length > MOST_VALUES
    ? { Name: 'tag-key', Values: [STACK_TAG] }
    : { Name: `tag:${STACK_TAG}`, Values: values }
}

/** A filter value that means no more than itself. */
const literally = (text: string): string => text.replace(/[*?\\]/g, '\\$&')

async function* instances(connection: Connection, filters: readonly Filter[]): AsyncGenerator<OwnedInstance> {
  const { DescribeInstancesCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const question = { Filters: [...filters], MaxResults: MOST_INSTANCES }
  const pages = pageStream((token) => connection.send(client, new DescribeInstancesCommand({ ...question, ...token })))
  for await (const { Reservations } of pages)
    for (const { Instances, OwnerId: account } of Reservations ?? [])
      for (const instance of Instances ?? []) yield { instance, account }
}

function addTo(lists: Map<string, AuditedInstance[]>, group: string, instance: AuditedInstance): void {
  const list = lists.get(group) ?? []
  lists.set(group, list)
  list.push(instance)
}

function count(counts: Map<string, Map<string, number>>, group: string, imageId: string): void {
  const images = counts.get(group) ?? new Map<string, number>()
  counts.set(group, images)
  images.set(imageId, (images.get(imageId) ?? 0) + 1)
}

const meansInstance = ({ stacks, tags }: Selector, instance: Instance): boolean =>
  (stacks.length === 0 || stacks.some((stack) => meansStack(stack, tagOf(instance, STACK_TAG) ?? ''))) &&
  tags.every(({ key, value }) => tagOf(instance, key) === value)

const tagOf = ({ Tags }: Instance, key: string): string | undefined =>
  (Tags ?? []).find(({ Key }) => Key === key)?.Value
