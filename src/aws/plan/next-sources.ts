/** What groups launch from once they are back at an earlier source, with its data. */
import type { LaunchReference, PreviousLaunchSource } from '../../domain/rollout/fleet.ts'
import type { LaunchData } from '../../domain/patch/launch-data.ts'
import type { GroupSource, SpecLocation, TemplateUse } from '../../domain/patch/launch-spec.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { findVersions } from '../launch-sources/template-versions.ts'
import { fullConfigurations } from '../patch/launch-configuration-data.ts'

/** The source of a group with these references and images in the place of its own. */
export function nextSource(source: GroupSource, { references, images }: PreviousLaunchSource): GroupSource {
  const [first] = references
  if (first?.kind === 'configuration') return { kind: 'configuration', name: first.name }
  if (source.kind === 'configuration')
    return first === undefined
      ? source
      : { kind: 'template', base: { id: first.id, follows: 'number', version: first.version } }
  const back = (use: TemplateUse): TemplateUse => {
    const found = references.find((each) => each.kind === 'template' && each.id === use.id)
    return found?.kind === 'template' ? { ...use, version: found.version } : use
  }
  if (source.kind === 'template') return { ...source, base: back(source.base) }
  return {
    ...source,
    base: back(source.base),
    overrides: source.overrides.map((override) => ({
      ...override,
      template: override.template && back(override.template),
      imageId: override.imageId && (images.get(override.instanceType ?? '') ?? override.imageId),
    })),
  }
}

/** The data of these versions and configurations; of what is gone, none. */
export async function readReferences(
  connection: Connection,
  references: readonly LaunchReference[],
): Promise<(location: SpecLocation) => LaunchData | undefined> {
  const names = references.flatMap((each) => (each.kind === 'configuration' ? each.name : []))
  const templates = new Map(
    references.flatMap((each) => (each.kind === 'template' ? [[`${each.id} ${each.version}`, each] as const] : [])),
  )
  const [configurations, versions] = await Promise.all([
    names.length === 0 ? new Map<string, LaunchData>() : fullConfigurations(connection, names),
    mapConcurrently([...templates.values()], async ({ id, version }) => {
      const found = await findVersions(connection, { LaunchTemplateId: id, Versions: [String(version)] })
      return [`${id} ${version}`, found?.[0]?.LaunchTemplateData as LaunchData | undefined] as const
    }),
  ])
  const known = new Map(versions)
  return (location) => {
    if (location.kind === 'override') return { ImageId: location.imageId }
    if (location.kind === 'configuration') return configurations.get(location.name)
    return known.get(`${location.id} ${location.version}`)
  }
}
