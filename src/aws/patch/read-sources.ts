import type { AutoScalingGroup, LaunchTemplateSpecification } from '@aws-sdk/client-auto-scaling'
import { requirementsOf } from '../../domain/image/launch-shape.ts'
import type { LaunchData } from '../../domain/patch/launch-data.ts'
import type { GroupSource, SpecLocation, SourcedGroup, TemplateUse } from '../../domain/patch/launch-spec.ts'
import type { TemplateUser, PlannedTemplate } from '../../domain/patch/plan-template.ts'
import { usesOf } from '../../domain/patch/plan-template.ts'
import type { Connection } from '../client/connection.ts'
import { groupsByFilter } from '../groups/describe.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { templatesOf } from '../observe/launch-source.ts'
import { versionNumber } from '../launch-sources/template-versions.ts'
import { fullConfigurations } from './launch-configuration-data.ts'
import { templateFacts, type TemplateFacts, versionsFrom } from './launch-template-data.ts'

/** Everything that groups launch from, with all its data. */
export interface PatchableSources {
  readonly groups: readonly SourcedGroup[]
  readonly templates: readonly (PlannedTemplate & TemplateFacts)[]
  readonly describe: (location: SpecLocation) => { readonly data: LaunchData; readonly label: string }
  /** Why a group cannot be patched; a sentence without its full stop each. */
  readonly problems: readonly string[]
}

/** Reads what groups launch from, down to the last field, with calls shared between them. */
export async function readLaunchSources(
  connection: Connection,
  groups: readonly AutoScalingGroup[],
): Promise<PatchableSources> {
  const facts = await templateFacts(connection, groups.flatMap(templatesOf))
  const problems: string[] = []
  const sourced = groups.flatMap((group): SourcedGroup[] => {
    const name = group.AutoScalingGroupName ?? ''
    const source = sourceOf(group, facts)
    if (typeof source !== 'string') return [{ group: name, source }]
    problems.push(`${name}: ${source}`)
    return []
  })
  const uses = sourced.flatMap(usesOf)
  const ids = [...new Set(uses.map(({ id }) => id))]
  const templates = await mapConcurrently(ids, async (id) => {
    const template = facts.get(id)
    if (template === undefined) throw new Error(`The launch template ${id} was there a moment ago.`)
    const oldest = Math.min(...uses.filter((use) => use.id === id).map(({ version }) => version))
    return { ...template, versions: await versionsFrom(connection, id, oldest) }
  })
  const names = sourced.flatMap(({ source }) => (source.kind === 'configuration' ? source.name : []))
  const configurations =
    names.length === 0 ? new Map<string, LaunchData>() : await fullConfigurations(connection, names)
  const known = sourced.filter(({ group, source }) => {
    const missing = missingIn(source, { templates, configurations })
    if (missing !== undefined) problems.push(`${group}: ${missing}`)
    return missing === undefined
  })
  return {
    groups: known,
    templates,
    problems,
    describe: (location) => describe(location, { templates, configurations }),
  }
}

interface Known {
  readonly templates: readonly PlannedTemplate[]
  readonly configurations: ReadonlyMap<string, LaunchData>
}

/** What a group launches from, or why that cannot be told. */
function sourceOf(group: AutoScalingGroup, facts: ReadonlyMap<string, TemplateFacts>): GroupSource | string {
  const { LaunchConfigurationName: name, LaunchTemplate } = group
  const mixed = group.MixedInstancesPolicy?.LaunchTemplate
  const gone = templatesOf(group).find((specification) => useOf(specification, facts) === undefined)
  if (gone !== undefined)
    return `its launch template ${gone.LaunchTemplateName ?? gone.LaunchTemplateId} does not exist`
  const base = useOf(mixed?.LaunchTemplateSpecification ?? LaunchTemplate, facts)
  if (base !== undefined && mixed === undefined) return { kind: 'template', base }
  if (base !== undefined) {
    const overrides = (mixed?.Overrides ?? []).map(
      ({ InstanceType, InstanceRequirements, LaunchTemplateSpecification, ImageId }) => ({
        instanceType: InstanceType,
        requirements: requirementsOf(InstanceRequirements),
        template: useOf(LaunchTemplateSpecification, facts),
        imageId: ImageId === '' ? undefined : ImageId,
      }),
    )
    return { kind: 'mixed', base, overrides }
  }
  return name ? { kind: 'configuration', name } : 'it has neither a launch configuration nor a launch template'
}

function useOf(
  specification: LaunchTemplateSpecification | undefined,
  facts: ReadonlyMap<string, TemplateFacts>,
): TemplateUse | undefined {
  const { LaunchTemplateId, LaunchTemplateName, Version } = specification ?? {}
  const template = facts.get(LaunchTemplateId ?? LaunchTemplateName ?? '')
  if (template === undefined) return undefined
  const { id } = template
  const number = versionNumber(Version)
  if (number !== undefined) return { id, follows: 'number', version: number }
  // Left out, the version means the default one.
  return Version === '$Latest'
    ? { id, follows: 'latest', version: template.latest }
    : { id, follows: 'default', version: template.default }
}

function missingIn(source: GroupSource, { templates, configurations }: Known): string | undefined {
  if (source.kind === 'configuration') {
    return configurations.has(source.name) ? undefined : `its launch configuration ${source.name} does not exist`
  }
  const lost = usesOf({ group: '', source }).find(
    ({ id, version }) => templates.find((template) => template.id === id)?.versions.has(version) !== true,
  )
  return lost && `version ${lost.version} of its launch template ${lost.id} does not exist`
}

function describe(
  location: SpecLocation,
  { templates, configurations }: Known,
): { readonly data: LaunchData; readonly label: string } {
  switch (location.kind) {
    case 'configuration':
      return { data: configurations.get(location.name) ?? {}, label: `launch configuration ${location.name}` }
    case 'template': {
      const template = templates.find(({ id }) => id === location.id)
      const label = `launch template ${template?.name} (${location.id}) version ${location.version}`
      return { data: template?.versions.get(location.version) ?? {}, label }
    }
    case 'override':
      return { data: { ImageId: location.imageId }, label: `override ${location.index + 1} of ${location.group}` }
    default:
      return location satisfies never
  }
}

/** The groups of the whole region that launch whatever is the latest, or the default, of these templates. */
export async function usersOf(
  connection: Connection,
  templates: readonly TemplateFacts[],
): Promise<readonly TemplateUser[]> {
  if (templates.length === 0) return []
  const facts = new Map(
    templates.flatMap((template) => [
      [template.id, template],
      [template.name, template],
    ]),
  )
  return (await groupsByFilter(connection, [])).flatMap((group) =>
    templatesOf(group).flatMap((specification): TemplateUser[] => {
      const use = useOf(specification, facts)
      if (use === undefined || use.follows === 'number') return []
      return [{ group: group.AutoScalingGroupName ?? '', template: use.id, follows: use.follows }]
    }),
  )
}
