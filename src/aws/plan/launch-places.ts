/** What groups launch, place by place, for a plan. */
import { canonical, type LaunchData } from '../../domain/patch/launch-data.ts'
import { locationsOf, type SourcedGroup, type SpecLocation } from '../../domain/patch/launch-spec.ts'
import { type ConfigurationData, templateDataOf } from '../../domain/patch/migrated-template.ts'
import { parameterOf } from '../../domain/image/request.ts'
import type { LaunchPlace } from '../../domain/plan/plan.ts'
import { sha256 } from '../client/sha256.ts'

/** What is known of the places that groups launch from. */
export interface KnownPlaces {
  readonly dataOf: (location: SpecLocation) => LaunchData
  /** What parameters name that stand in the place of images. */
  readonly values: ReadonlyMap<string, string>
  /** What the input `image` said where that has chosen the image of the place. */
  readonly chosenBy?: (location: SpecLocation) => string | undefined
}

/** The places of a group: its base, then each override with a template or an image of its own. */
export function launchPlaces(
  sourced: SourcedGroup,
  { dataOf, values, chosenBy = () => undefined }: KnownPlaces,
): readonly LaunchPlace[] {
  const { source } = sourced
  // What overrides say of types is part of what the base is launched with.
  const overrides =
    source.kind === 'mixed'
      ? source.overrides.map(({ instanceType, requirements }) => [instanceType, requirements])
      : []
  return locationsOf(sourced).map(({ location }, index): LaunchPlace => {
    const data = launchedData(location, dataOf(location))
    const image = imageIn(data, values)
    return {
      at: index === 0 ? 'base' : `override ${index}`,
      image: image ?? null,
      chosenBy: chosenBy(location) ?? null,
      userData: data.UserData ? sha256(Buffer.from(data.UserData, 'base64')) : null,
      data: sha256(canonical({ data, image, ...(index === 0 && { overrides }) })),
    }
  })
}

function imageIn({ ImageId = '' }: LaunchData, values: ReadonlyMap<string, string>): string | undefined {
  const parameter = parameterOf(ImageId)
  return (parameter === undefined ? ImageId : values.get(parameter)) || undefined
}

/** A launch configuration and the launch template that is made of it launch the same. */
function launchedData({ kind }: SpecLocation, data: LaunchData): LaunchData {
  if (kind !== 'configuration') return data
  try {
    return templateDataOf(data as ConfigurationData)
  } catch {
    // It has a field that no template is made of, so none takes its place.
    return data
  }
}
