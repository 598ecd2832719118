/** Finds the groups that the inputs `auto-scaling-groups`, `stacks` and `tags` mean. */
import type { AutoScalingGroup, Filter } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import type { Connection } from '../client/connection.ts'
import { isGlob, matchesGlob } from '../../domain/glob.ts'
import { groupsByFilter, groupsByName } from '../groups/describe.ts'
import type { OrderedGroup } from '../../domain/waves/order.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { suggestions } from './suggestions.ts'
import { STACK_TAG, type StackReference, meansStack, stackText } from '../../domain/stack-reference.ts'

/** What the inputs `auto-scaling-groups`, `stacks` and `tags` say; an input that was not given is empty. */
export interface Selector {
  /** Whether a group must match in every input that was given, or in any of them; every where it is missing. */
  readonly lists?: 'any'
  readonly groups: readonly string[]
  readonly stacks: readonly StackReference[]
  readonly tags: readonly { readonly key: string; readonly value: string }[]
}

/** One line of one input, with its meaning. */
interface Entry extends EntryText {
  readonly matches: (group: AutoScalingGroup) => boolean
  /** Asks AWS for the groups that may match. */
  readonly ask: (connection: Connection) => Promise<readonly AutoScalingGroup[]>
}

/** One input: any of its entries is enough, or all of them are needed. */
interface Part {
  readonly entries: readonly Entry[]
  readonly needs: 'any' | 'all'
  /** Asks AWS in the fewest calls for the groups that may match. */
  readonly ask: (connection: Connection) => Promise<readonly AutoScalingGroup[]>
}

/** What a selector means in one region. */
export interface Selected {
  /** By name. */
  readonly groups: readonly AutoScalingGroup[]
  /** The entries that match no group of the region at all. */
  readonly idle: readonly EntryText[]
}

/** One line of one input, as the user wrote it. */
export interface EntryText {
  readonly input: 'auto-scaling-groups' | 'stacks' | 'tags'
  readonly text: string
}

/**
 * The groups that every given input means, by name: any entry of `auto-scaling-groups`, any of `stacks`, all of `tags`.
 * Throws a UserError that names every entry which matches no group of the region at all, or says that nothing matches
 * all inputs together.
 */
export async function selectGroups(connection: Connection, selector: Selector): Promise<readonly AutoScalingGroup[]> {
  const { groups, idle } = await findGroups(connection, selector)
  await refuseEmptySelection(selector, { connections: [connection], found: groups.length, idle })
  return groups
}

/** The names of these groups, in alphabetical order. */
export const selectNames = async (connection: Connection, selector: Selector): Promise<readonly string[]> =>
  (await selectGroups(connection, selector)).flatMap(({ AutoScalingGroupName }) => AutoScalingGroupName ?? [])

/** The same groups with their tags, in alphabetical order. */
export const selectWithTags = async (connection: Connection, selector: Selector): Promise<readonly OrderedGroup[]> =>
  (await selectGroups(connection, selector)).map(({ AutoScalingGroupName = '', Tags = [] }) => ({
    group: AutoScalingGroupName,
    tags: Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
  }))

/** The same groups without a word of what matches nothing: elsewhere it may match. */
export async function findGroups(connection: Connection, selector: Selector): Promise<Selected> {
  const parts = partsOf(selector)
  // Nothing must never mean everything.
  if (parts.length === 0) throw new Error('A selection needs at least one entry.')
  const asks = selector.groups.some(isGlob) ? [everything] : parts.map(({ ask }) => ask)
  const candidates = new Map(
    (await mapConcurrently(asks, (ask) => ask(connection)))
      .flat()
      .map((group) => [group.AutoScalingGroupName ?? '', group]),
  )
  const all = [...candidates.values()]
  const matches = (group: AutoScalingGroup): boolean =>
    selector.lists === 'any'
      ? parts.some((part) => matchesPart(part, group))
      : parts.every((part) => matchesPart(part, group))
  const groups = all.filter(matches)
  const idle = await idleEntries(connection, parts, all)
  return {
    groups: groups.sort((left, right) => compare(left.AutoScalingGroupName ?? '', right.AutoScalingGroupName ?? '')),
    idle,
  }
}

/** What was found in all regions together: how many, and the entries that match nothing in any of them. */
export interface SelectionFindings {
  readonly connections: readonly Connection[]
  readonly found: number
  readonly idle: readonly EntryText[]
}

/**
 * Throws a UserError that names every entry which matches nothing and what it may have meant, for which the groups of
 * the regions are listed, or says that nothing matches all inputs together.
 */
export async function refuseEmptySelection(
  selector: Selector,
  { connections, found, idle }: SelectionFindings,
): Promise<void> {
  const where = connections.map(({ region }) => region).join(', ')
  // A service may be without one of its stacks for a while.
  if (idle.length > 0 && selector.lists !== 'any') {
    const groups = (await mapConcurrently(connections, everything)).flat()
    throw idleSelection(idle, { where, near: suggestions(idle, groups) })
  }
  if (found === 0)
    throw selector.lists === 'any'
      ? nothingOfService(partsOf(selector), where)
      : nothingMatches(partsOf(selector), where)
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

const everything = (connection: Connection): Promise<readonly AutoScalingGroup[]> => groupsByFilter(connection, [])

const matchesPart = ({ entries, needs }: Part, group: AutoScalingGroup): boolean =>
  needs === 'any' ? entries.some(({ matches }) => matches(group)) : entries.every(({ matches }) => matches(group))

const partsOf = ({ groups, stacks, tags }: Selector): readonly Part[] =>
  [groupPart(groups), stackPart(stacks), tagPart(tags)].filter(({ entries }) => entries.length > 0)

const groupPart = (groups: readonly string[]): Part => ({
  needs: 'any',
  entries: groups.map((text) => ({
    input: 'auto-scaling-groups',
    text,
    matches: ({ AutoScalingGroupName: name = '' }) => text === name || matchesGlob(text, name),
    ask: (connection) => groupsByName(connection, [text]),
  })),
  ask: (connection) => groupsByName(connection, groups),
})

function stackPart(stacks: readonly StackReference[]): Part {
  const ask = (references: readonly StackReference[]) => (connection: Connection) =>
    groupsByFilter(connection, [stackFilter(references)])
  return {
    needs: 'any',
    entries: stacks.map((reference) => ({
      input: 'stacks',
      text: stackText(reference),
      matches: (group) => meansStack(reference, tagOf(group, STACK_TAG) ?? ''),
      ask: ask([reference]),
    })),
    ask: ask(stacks),
  }
}

/** AWS compares whole tag values: without a version all groups in stacks must come, and be looked through here. */
function stackFilter(stacks: readonly StackReference[]): Filter {
  const names = stacks.flatMap(({ name, version }) => (version === undefined ? [] : `${name}-${version}`))
  return names.length === stacks.length
    ? { Name: `tag:${STACK_TAG}`, Values: names }
    : { Name: 'tag-key', Values: [STACK_TAG] }
}

function tagPart(tags: Selector['tags']): Part {
  const ask = (wanted: Selector['tags']) => (connection: Connection) =>
    groupsByFilter(
      connection,
      wanted.map(({ key, value }) => ({ Name: `tag:${key}`, Values: [value] })),
    )
  return {
    needs: 'all',
    entries: tags.map((tag) => ({
      input: 'tags',
      text: `${tag.key}=${tag.value}`,
      matches: (group) => tagOf(group, tag.key) === tag.value,
      ask: ask([tag]),
    })),
    ask: ask(tags),
  }
}

const tagOf = ({ Tags }: AutoScalingGroup, key: string): string | undefined =>
  (Tags ?? []).find(({ Key }) => Key === key)?.Value

async function idleEntries(
  connection: Connection,
  parts: readonly Part[],
  groups: readonly AutoScalingGroup[],
): Promise<readonly Entry[]> {
  const suspects = parts.flatMap(({ entries }) => entries).filter(({ matches }) => !groups.some(matches))
  // The other filters of its input may have hidden what an entry matches: asked alone, it is heard.
  const heard = await mapConcurrently(suspects, async ({ ask, matches }) => (await ask(connection)).some(matches))
  return suspects.filter((_, index) => heard[index] === false)
}

const quoted = ({ input, text }: EntryText): string => `"${text}" (\`${input}\`)`

function idleSelection(
  idle: readonly EntryText[],
  { where, near }: { readonly where: string; readonly near: string },
): UserError {
  const stacks = idle.some(({ input }) => input === 'stacks')
  return new UserError({
    what: `No Auto Scaling group in ${where} matches ${idle.map(quoted).join(', ')}.`,
    remedy:
      (near === '' ? '' : `${near} `) +
      'Check the spelling and `aws-region`, or take the entry out.' +
      (stacks ? ` A stack that is not called \`<name>-<version>\` is found by \`tags: ${STACK_TAG}=<its name>\`.` : ''),
  })
}

const nothingOfService = (parts: readonly Part[], where: string): UserError =>
  new UserError({
    what: `No Auto Scaling group in ${where} belongs to the service.`,
    why: `None matches any of ${parts.flatMap(({ entries }) => entries.map(quoted)).join(', ')} of the catalogue.`,
    remedy: 'Check the selectors of the service in the catalogue, and `aws-region`.',
  })

const nothingMatches = (parts: readonly Part[], where: string): UserError =>
  new UserError({
    what: `No Auto Scaling group in ${where} matches all that is asked for.`,
    why: `Each of ${parts.flatMap(({ entries }) => entries.map(quoted)).join(', ')} matches some group, but no group matches them together.`,
    remedy:
      'Within `auto-scaling-groups` and `stacks` one entry is enough; between the inputs, and in `tags`, all must match.',
  })
