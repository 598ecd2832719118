import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../errors.ts'
import type { Fleet, LaunchReference, PreviousSource } from '../fleet/fleet.ts'
import { originOf, runOf, type VersionNote } from '../fleet/last-change.ts'
import type { Connection } from './connection.ts'
import { groupsByName } from './groups.ts'
import { inParallel } from './in-parallel.ts'
import type { TemplateReference } from './launch-source.ts'
import { everyPage } from './pages.ts'
import { PREVIOUS_TAG } from './used-sources.ts'
import { wholeConfigurations } from './whole-configurations.ts'

/**
 * Tag in which a rollback writes, before it puts a launch source back, which one: so doing it again rolls on, and does
 * not go one change further back.
 */
export const ROLLED_BACK_TAG = 'fleet-patch:rolled-back'

/** What one group goes back to; `source` is undefined where an earlier rollback has put it back already. */
export interface WayBack {
  readonly group: string
  readonly to: string
  readonly source: PreviousSource | undefined
}

/**
 * What each group launched before its last change. Throws one UserError for all groups of which nobody can tell, or
 * whose former launch source is gone.
 */
export async function waysBack(connection: Connection, fleets: readonly Fleet[]): Promise<readonly WayBack[]> {
  const groups = new Map(
    (await groupsByName(connection, fleets.map(({ group }) => group))).map((each) => [each.AutoScalingGroupName, each]),
  ) // prettier-ignore
  const problems: string[] = []
  const ways = await inParallel(fleets, async (fleet) => {
    const described = groups.get(fleet.group)
    const back = described && (await wayBackOf(connection, fleet, described))
    if (back === undefined)
      problems.push(`${fleet.group}: nothing tells what it launched from before ${fleet.source.label}`)
    else if (typeof back === 'string') problems.push(`${fleet.group}: ${back}`)
    else return [back]
    return []
  })
  if (problems.length > 0)
    throw new UserError({
      what:
        problems.length === 1 ? 'A group cannot be rolled back.' : `${problems.length} groups cannot be rolled back.`,
      why: `${problems.join('; ')}.`,
      remedy:
        'Nothing was changed. Set the launch source of these groups yourself and use `scale-up-patch`, or leave them out.',
    })
  return ways.flat()
}

/** Undefined where nothing tells; a text where it is told and gone. */
async function wayBackOf(
  connection: Connection,
  { group, source }: Fleet,
  described: AutoScalingGroup,
): Promise<WayBack | string | undefined> {
  const tagged = (key: string): string | undefined => described.Tags?.find(({ Key }) => Key === key)?.Value
  const there = namesOf([source.base, ...source.overrides.map(({ reference }) => reference)])
  const done = tagged(ROLLED_BACK_TAG)
  if (done !== undefined && done === there) return { group, to: done, source: undefined }
  if (source.base.kind === 'configuration') return await toConfiguration(connection, group, tagged(PREVIOUS_TAG))
  const templates = distinct([source.base, ...source.overrides.map(({ reference }) => reference)])
  const histories = await inParallel(templates, async (reference) => ({
    reference,
    versions: await versionsOf(connection, reference.id),
  }))
  const steps = histories.map(({ reference, versions }) => ({
    reference,
    origin: originOf(reference.version, versions),
    run: runOf(reference.version, versions),
  }))
  const [base] = steps
  if (base?.origin?.kind === 'put back') return { group, to: there, source: undefined }
  if (base?.origin?.kind === 'configuration') return await toConfiguration(connection, group, base.origin.name)
  // Templates that the last change did not touch stay: what is told of them is an older story.
  const changed = steps.filter(({ run }) => steps.every((each) => each.run === undefined) || (run !== undefined && run === lastRun(steps))) // prettier-ignore
  const references = changed.flatMap(({ reference, origin }) =>
    origin?.kind === 'version' ? [{ ...reference, version: origin.version }] : [],
  )
  if (references.length === 0) return undefined
  const gone = references.find(
    ({ id, version }) =>
      !histories.some(
        ({ reference, versions }) => reference.id === id && versions.some((each) => each.number === version),
      ),
  )
  if (gone) return `version ${gone.version} of ${gone.id} is gone`
  const label = references.map(({ id, version }) => `${id} version ${version}`).join(' and ')
  const images = new Map<string, string>()
  const after = [source.base, ...source.overrides.map(({ reference }) => reference)].map(
    (each) => references.find(({ id }) => each.kind === 'template' && id === each.id) ?? each,
  )
  return { group, to: namesOf(after), source: { label, references, images } }
}

/** The run of the base's version, or of whatever template a run has touched. */
const lastRun = (steps: readonly { readonly run: string | undefined }[]): string | undefined =>
  steps.map(({ run }) => run).find((run) => run !== undefined)

async function toConfiguration(connection: Connection, group: string, name: string | undefined) {
  if (name === undefined) return undefined
  if (!(await wholeConfigurations(connection, [name])).has(name)) return `the launch configuration ${name} is gone`
  const references: LaunchReference[] = [{ kind: 'configuration', name }]
  return { group, to: namesOf(references), source: { label: name, references, images: new Map<string, string>() } }
}

const distinct = (references: readonly LaunchReference[]): readonly TemplateReference[] => [
  ...new Map(references.flatMap((each) => (each.kind === 'template' ? [[each.id, each] as const] : []))).values(),
]

/** References in a few letters, each once, so that they fit into a tag. */
const namesOf = (references: readonly LaunchReference[]): string =>
  [...new Set(references.map((each) => (each.kind === 'configuration' ? each.name : `${each.id}:${each.version}`)))]
    .join('+')
    .slice(0, 256)

async function versionsOf(connection: Connection, id: string): Promise<readonly VersionNote[]> {
  const { DescribeLaunchTemplateVersionsCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const pages = await everyPage((token) =>
    connection.send(client, new DescribeLaunchTemplateVersionsCommand({ LaunchTemplateId: id, ...token })),
  )
  return pages.flatMap(({ LaunchTemplateVersions }) =>
    (LaunchTemplateVersions ?? []).flatMap(({ VersionNumber, VersionDescription }) =>
      VersionNumber === undefined ? [] : [{ number: VersionNumber, description: VersionDescription }],
    ),
  )
}

/** Writes down what a group is about to go back to. */
export async function rememberWayBack(connection: Connection, { group, to }: WayBack): Promise<void> {
  const { CreateOrUpdateTagsCommand } = await import('@aws-sdk/client-auto-scaling')
  const tag = { ResourceId: group, ResourceType: 'auto-scaling-group', Key: ROLLED_BACK_TAG, Value: to, PropagateAtLaunch: false } // prettier-ignore
  await connection.send(await connection.clients.autoScaling(), new CreateOrUpdateTagsCommand({ Tags: [tag] }))
}
