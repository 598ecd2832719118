import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { Fleet, LaunchReference, PreviousLaunchSource } from '../../domain/rollout/fleet.ts'
import type { VersionOrigin } from '../../domain/patch/version-description.ts'
import { originOf, runOf, type VersionNote } from '../../domain/rollout/version-lineage.ts'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { previousSourceOf } from '../../domain/rollout/previous-source.ts'
import type { Connection } from '../client/connection.ts'
import { groupsByName } from '../groups/describe.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import type { TemplateReference } from '../observe/launch-source.ts'
import { listVersions } from '../launch-sources/template-versions.ts'
import { readPrevious, readRolledBack, referencesText, rolledBackTag } from './rollback-tags.ts'
import { fullConfigurations } from './launch-configuration-data.ts'

/** What one group goes back to; `source` is undefined where an earlier rollback has put it back already. */
export interface RollbackTarget {
  readonly group: string
  readonly to: string
  readonly source: PreviousLaunchSource | undefined
}

export interface RollbackTargets {
  readonly targets: readonly RollbackTarget[]
  /** Groups of which it is not known, or whose former launch source is gone. */
  readonly problems: readonly PreflightFinding[]
}

const REMEDY = 'Set the launch source of these groups yourself and use `scale-up-patch`, or leave them out.'

/** What each group launched before its last change. */
export async function rollbackTargets(connection: Connection, fleets: readonly Fleet[]): Promise<RollbackTargets> {
  const groups = new Map(
    (await groupsByName(connection, fleets.map(({ group }) => group))).map((each) => [each.AutoScalingGroupName, each]),
  ) // prettier-ignore
  const problems: PreflightFinding[] = []
  const ways = await mapConcurrently(fleets, async (fleet) => {
    const described = groups.get(fleet.group)
    const back = described && (await wayBackOf(connection, fleet, described))
    if (back === undefined)
      problems.push(refusalOf(fleet.group, `nothing tells what it launched from before ${fleet.source.label}`, REMEDY))
    else if (typeof back === 'string') problems.push(refusalOf(fleet.group, back, REMEDY))
    else return [back]
    return []
  })
  return { targets: ways.flat(), problems }
}

/** Undefined where nothing tells; a text where it is told and gone. */
async function wayBackOf(
  connection: Connection,
  fleet: Fleet,
  described: AutoScalingGroup,
): Promise<RollbackTarget | string | undefined> {
  const { group, source } = fleet
  const tags = described.Tags ?? []
  const done = readRolledBack(tags)
  const launched = [source.base, ...source.overrides.map(({ reference }) => reference)]
  if (source.base.kind === 'configuration')
    return done === referencesText(launched)
      ? { group, to: done, source: undefined }
      : await toConfiguration(connection, group, readPrevious(tags))
  const steps = await mapConcurrently(distinct(launched), async (reference) => {
    const versions = await versionsOf(connection, reference.id)
    const { number, at } = versions.find((each) => each.number === reference.version) ?? { number: 0, at: 0 }
    return { reference, versions, at, origin: originOf(number, versions), run: runOf(number, versions) }
  })
  const backAlready = steps.filter(({ origin }) => origin?.kind === 'put back')
  const there = referencesText(replaced(launched, backAlready.map(asBefore)))
  if (done === there || (done === undefined && backAlready.length > 0)) return { group, to: there, source: undefined }
  const [base] = steps
  if (base?.origin?.kind === 'configuration') return await toConfiguration(connection, group, base.origin.name)
  const open = steps.filter((step) => !backAlready.includes(step))
  // Templates that the last change did not touch stay: what is told of them is an older story.
  const [newest] = open.toSorted((a, b) => b.at - a.at)
  const changed =
    newest?.run === undefined ? open.filter((step) => step === newest) : open.filter(({ run }) => run === newest.run)
  const references = changed.flatMap((step) => (step.origin?.kind === 'version' ? [asBefore(step)] : []))
  if (references.length === 0) return undefined
  const gone = references.find(
    ({ id, version }) =>
      !steps.some((step) => step.reference.id === id && step.versions.some(({ number }) => number === version)),
  )
  if (gone) return `version ${gone.version} of ${gone.id} is gone`
  const label = references.map(({ id, version }) => `${id} version ${version}`).join(' and ')
  const to = referencesText(replaced(launched, [...backAlready.map(asBefore), ...references]))
  const images = previousSourceOf(fleet)?.images ?? new Map<string, string>()
  const unknown = source.overrides.find(
    ({ instanceType = '', imageId }) => imageId !== undefined && !images.has(instanceType),
  )
  if (unknown) return `its override for ${unknown.instanceType} names an image itself, and nothing tells which it was`
  return { group, to, source: { label, references, images } }
}

interface Step {
  readonly reference: TemplateReference
  readonly origin: VersionOrigin | undefined
}

const asBefore = ({ reference, origin }: Step): TemplateReference =>
  origin === undefined || origin.kind === 'configuration' ? reference : { ...reference, version: origin.version }

const replaced = (all: readonly LaunchReference[], by: readonly TemplateReference[]): readonly LaunchReference[] =>
  all.map((each) => by.find(({ id }) => each.kind === 'template' && id === each.id) ?? each)

async function toConfiguration(connection: Connection, group: string, name: string | undefined) {
  if (name === undefined) return undefined
  if (!(await fullConfigurations(connection, [name])).has(name)) return `the launch configuration ${name} is gone`
  const references: LaunchReference[] = [{ kind: 'configuration', name }]
  return {
    group,
    to: referencesText(references),
    source: { label: name, references, images: new Map<string, string>() },
  }
}

const distinct = (references: readonly LaunchReference[]): readonly TemplateReference[] => [
  ...new Map(references.flatMap((each) => (each.kind === 'template' ? [[each.id, each] as const] : []))).values(),
]

async function versionsOf(
  connection: Connection,
  id: string,
): Promise<readonly (VersionNote & { readonly at: number })[]> {
  const versions = await listVersions(connection, { LaunchTemplateId: id })
  return versions.flatMap(({ VersionNumber, VersionDescription, CreateTime }) =>
    VersionNumber === undefined
      ? []
      : [{ number: VersionNumber, description: VersionDescription, at: (CreateTime?.getTime() ?? 0) / 1000 }],
  )
}

/** Writes down what a group is about to go back to. */
export async function recordRollback(connection: Connection, { group, to }: RollbackTarget): Promise<void> {
  const { CreateOrUpdateTagsCommand } = await import('@aws-sdk/client-auto-scaling')
  const Tags = [rolledBackTag(group, to)]
  await connection.send(await connection.clients.autoScaling(), new CreateOrUpdateTagsCommand({ Tags }))
}
