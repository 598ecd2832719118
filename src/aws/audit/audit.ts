/** Reads which images groups launch and instances run on, in one region or several, and judges each image once. */
import type { Audit, AuditRow, AuditRowKind } from '../../domain/audit/audit.ts'
import { byDaysBehind } from '../../domain/audit/audit.ts'
import { type UngroupedInstance, rowOfInstance, rowsOfGroup, rowsOfInstances } from '../../domain/audit/rows.ts'
import { type ListedGroups, listGroups } from './groups.ts'
import { type ImageQuestion, classifyImages } from './images.ts'
import { listInstances } from './instances.ts'
import { launchedImages } from './sources.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { type EntryText, findGroups, refuseEmptySelection, type Selector } from '../select/select.ts'
import { meansStack, stackText } from '../../domain/stack-reference.ts'

export interface AuditRequest extends ImageQuestion {
  /** Where every part is empty, everything in the regions is looked at. */
  readonly selector: Selector
  /** `groups` unless told. */
  readonly rows?: AuditRowKind
}

/**
 * Holds every image that the groups of these regions launch, and that instances run on, against the newest one. Throws
 * a UserError when an entry of the selector matches nothing in any of the regions.
 */
export async function audit(connections: readonly Connection[], request: AuditRequest): Promise<Audit> {
  const found = await mapConcurrently(connections, (connection) => auditRegion(connection, request))
  const regions = connections.map(({ region }) => region)
  const { selector } = request
  if (!isEmpty(selector)) {
    const [first, ...others] = found.map(({ idle }) => idle)
    const idle = (first ?? []).filter((entry) => others.every((elsewhere) => elsewhere.some(isSame(entry))))
    const rows = found.reduce((sum, region) => sum + region.rows.length, 0)
    await refuseEmptySelection(selector, { connections, found: rows, idle })
  }
  return {
    at: request.now,
    regions,
    groups: found.flatMap(({ region, groups }) => groups.map((group) => ({ region, group }))),
    rows: found.flatMap(({ rows }) => rows).sort(byDaysBehind),
  }
}

interface RegionAudit {
  readonly region: string
  readonly groups: readonly string[]
  readonly rows: readonly AuditRow[]
  readonly idle: readonly EntryText[]
}

async function auditRegion(connection: Connection, request: AuditRequest): Promise<RegionAudit> {
  const { region } = connection
  const { selector, rows = 'groups' } = request
  const { idle, ...seen } = isEmpty(selector)
    ? { ...(await listGroups(connection, 'every group')), idle: [] }
    : await selected(connection, selector)
  const [{ counts, members, lone }, sourcesOf] = await Promise.all([
    listInstances(connection, seen, { selector: isEmpty(selector) ? undefined : selector, rows }),
    launchedImages(connection, seen.groups),
  ])
  const groups = seen.groups.map((group) => ({
    region,
    account: group.account,
    group: group.name,
    stack: group.stack,
    ownerTag: group.ownerTag,
    sources: sourcesOf(group),
    instances: counts.get(group.name) ?? new Map<string, number>(),
  }))
  const launched = groups.flatMap(({ sources }) =>
    sources.flatMap((source) => (source.kind === 'image' ? source.imageId : [])),
  )
  const running = groups.flatMap(({ instances }) => [...instances.keys()])
  const judge = await classifyImages(
    connection,
    [...launched, ...running, ...lone.map(({ imageId }) => imageId)],
    request,
  )
  return {
    region,
    groups: groups.map(({ group }) => group),
    rows: [
      ...groups.flatMap((group) => rowsOfInstances(rowsOfGroup(group, judge), members.get(group.group) ?? [])),
      ...lone.map((instance) => rowOfInstance(instance, judge)),
    ],
    idle: idle.filter((entry) => !isHeard(entry, selector, lone)),
  }
}

async function selected(
  connection: Connection,
  selector: Selector,
): Promise<ListedGroups & { idle: readonly EntryText[] }> {
  const { groups, idle } = await findGroups(connection, selector)
  const names = groups.flatMap(({ AutoScalingGroupName }) => AutoScalingGroupName ?? [])
  // Asked for again, with their instances: only then are all of them from one moment.
  return { ...(await listGroups(connection, names)), idle }
}

const isEmpty = ({ groups, stacks, tags }: Selector): boolean =>
  [groups, stacks, tags].every(({ length }) => length === 0)

/** Whether an entry that means no group means an instance outside of any. */
function isHeard({ input, text }: EntryText, { stacks }: Selector, lone: readonly UngroupedInstance[]): boolean {
  // Whatever was found outside of groups has all the tags.
  if (input === 'tags') return lone.length > 0
  const reference = stacks.find((stack) => input === 'stacks' && stackText(stack) === text)
  return reference !== undefined && lone.some(({ stack = '' }) => meansStack(reference, stack))
}

const isSame =
  (one: EntryText) =>
  (other: EntryText): boolean =>
    one.input === other.input && one.text === other.text
