import type { LaunchShape } from '../../domain/image/launch-shape.ts'
import type { LaunchReference, LaunchSource, SourceImage, SourcePart } from '../../domain/rollout/fleet.ts'
import type { LaunchedSource } from './check.ts'

export const imageIdOf = (image: SourceImage): string | undefined =>
  image.kind === 'image' || image.kind === 'parameter' ? image.id : undefined

/** Each image that a group may launch, with all that it may be launched on: of the base, of templates and images of overrides. */
export function launchedFrom(
  source: LaunchSource,
  parts: readonly SourcePart[],
): readonly Omit<LaunchedSource, 'group'>[] {
  const launches = source.launches ?? []
  const shapeOf = ({ reference, instanceType, requirements }: (typeof launches)[number]): LaunchShape => {
    const stated = parts.find((part) => isSame(part.reference, reference))?.shape
    // What an override says of the type takes the place of all that its template says of it.
    const type = instanceType === undefined && requirements === undefined ? stated : { instanceType, requirements }
    return { instanceType: type?.instanceType, requirements: type?.requirements, devices: stated?.devices }
  }
  const ofParts = parts.flatMap(({ reference, image, usesImage, shape }): Omit<LaunchedSource, 'group'>[] => {
    if (!usesImage && image.kind !== 'missing') return []
    const uses = launches.filter((launch) => launch.imageId === undefined && isSame(launch.reference, reference))
    const alone = source.launches === undefined && shape !== undefined ? [shape] : []
    return [{ label: labelOf(reference), image, shapes: [...uses.map(shapeOf), ...alone] }]
  })
  const own = launches.flatMap((launch) => {
    const { instanceType = 'any type', imageId: id } = launch
    if (id === undefined) return []
    return [
      { label: `its override for ${instanceType}`, image: { kind: 'image', id }, shapes: [shapeOf(launch)] },
    ] as const
  })
  return [...ofParts, ...own]
}

function isSame(one: LaunchReference, other: LaunchReference): boolean {
  if (one.kind === 'configuration') return other.kind === 'configuration' && one.name === other.name
  return other.kind === 'template' && one.id === other.id && one.version === other.version
}

const labelOf = (reference: LaunchReference): string =>
  reference.kind === 'configuration'
    ? `its launch configuration ${reference.name}`
    : `version ${reference.version} of its launch template ${reference.id}`
