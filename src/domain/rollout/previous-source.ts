import type { Fleet, Instance, LaunchReference, PreviousLaunchSource } from './fleet.ts'
import { isFromSource, isLaunchedByRoll, parameterImage } from './capacity.ts'

/**
 * What a group launched from before, as most of its old instances tell; undefined where none of them does: a launch
 * configuration that was deleted, an attached instance, a source that has not changed. In the middle of a roll those that were there
 * before it tell it, as long as one is left: what a dead run has launched since may be what has failed.
 */
export function previousSourceOf({
  source,
  instances,
  memo,
}: Pick<Fleet, 'source' | 'instances'> & Partial<Pick<Fleet, 'memo'>>): PreviousLaunchSource | undefined {
  const notCurrent = instances.filter((instance) => !isFromSource(instance, source))
  const before = notCurrent.filter((instance) => !isLaunchedByRoll(instance, { memo }))
  const old = before.length > 0 ? before : notCurrent
  // Of the same version, and of another image: a parameter has moved, and no version puts that back.
  const references = old.flatMap(({ reference }) =>
    reference === undefined || parameterImage(reference, source) !== undefined ? [] : reference,
  )
  const usual = mostFrequent(references)
  const images = source.kind === 'mixed' ? imagesOf(old, source.overrides) : new Map<string, string>()
  if (usual === undefined) return undefined
  if (source.kind !== 'mixed') return { label: labelOf([usual]), references: [usual], images }
  // A launch configuration cannot say what a mixed instances policy says.
  if (usual.kind === 'configuration') return undefined
  const templates = Map.groupBy(
    references.flatMap((reference) => (reference.kind === 'template' ? reference : [])),
    ({ id }) => id,
  )
  const versions = [...templates.values()].flatMap((list) => mostFrequent(list) ?? [])
  return { label: labelOf(versions), references: versions, images }
}

const labelOf = (references: readonly LaunchReference[]): string =>
  references
    .map((each) => (each.kind === 'configuration' ? each.name : `${each.id} version ${each.version}`))
    .join(' and ')

/** Images that overrides bring themselves, where old instances of the type have another. */
function imagesOf(old: readonly Instance[], overrides: Fleet['source']['overrides']): ReadonlyMap<string, string> {
  return new Map(
    overrides.flatMap(({ instanceType, imageId }) => {
      if (instanceType === undefined || imageId === undefined) return []
      const images = old.flatMap((each) => (each.type === instanceType && each.imageId) || [])
      const image = mostFrequent(images)
      return image === undefined || image === imageId ? [] : [[instanceType, image] as const]
    }),
  )
}

/** Among equals the newest version. */
function mostFrequent<Value extends LaunchReference | string>(values: readonly Value[]): Value | undefined {
  const groups = [...Map.groupBy(values, (value) => JSON.stringify(value)).values()]
  const version = (value: Value | undefined): number =>
    typeof value === 'object' && value.kind === 'template' ? value.version : 0
  return groups.toSorted((a, b) => b.length - a.length || version(b[0]) - version(a[0]))[0]?.[0]
}
