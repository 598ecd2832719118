import { requirementsOf, type TypeRequirements } from '../image/launch-shape.ts'
import type { LaunchData } from './launch-data.ts'

/** How a group names a version of a launch template, and the number behind it now. */
export interface TemplateUse {
  readonly id: string
  readonly follows: 'number' | 'latest' | 'default'
  readonly version: number
}

/** An override of a mixed instances policy. */
export interface OverrideUse {
  /** Undefined where `InstanceRequirements` describe the types. */
  readonly instanceType: string | undefined
  readonly requirements?: TypeRequirements | undefined
  /** Undefined: the base's. */
  readonly template: TemplateUse | undefined
  /** Undefined: the template's. */
  readonly imageId: string | undefined
}

/** What a group launches from, as it names it. */
export type GroupSource =
  | { readonly kind: 'configuration'; readonly name: string }
  | { readonly kind: 'template'; readonly base: TemplateUse }
  | { readonly kind: 'mixed'; readonly base: TemplateUse; readonly overrides: readonly OverrideUse[] }

export interface SourcedGroup {
  readonly group: string
  readonly source: GroupSource
}

/** Where launch data stands: something that a patch makes anew, or an image that an override of a group brings itself. */
export type SpecLocation =
  | { readonly kind: 'configuration'; readonly name: string }
  | { readonly kind: 'template'; readonly id: string; readonly version: number }
  | { readonly kind: 'override'; readonly group: string; readonly index: number; readonly imageId: string }

/** Launch data and the groups that launch from it. */
export interface LaunchSpec {
  /** Tells sites apart. */
  readonly key: string
  readonly location: SpecLocation
  /** For people. */
  readonly label: string
  readonly data: LaunchData
  readonly groups: readonly string[]
  /** Types that are launched with this image; none where a launch never takes it or may choose the type. */
  readonly types: readonly string[]
  /** By what AWS chooses types that are launched with this image; none where all are named. */
  readonly requirements: readonly TypeRequirements[]
  /** True where no override takes the instance type's place: then the data's own type is the one that is launched. */
  readonly ownType: boolean
}

/** One group's use of a place. */
export interface SpecUse {
  readonly group: string
  readonly location: SpecLocation
  /** Undefined: whatever type the data names. */
  readonly types: readonly string[] | undefined
  /** Those of overrides that name no type. */
  readonly requirements: readonly TypeRequirements[]
}

export function keyOf(location: SpecLocation): string {
  switch (location.kind) {
    case 'configuration':
      return `configuration ${location.name}`
    case 'template':
      return `template ${location.id} ${location.version}`
    case 'override':
      return `override ${location.index} ${location.group}`
    default:
      return location satisfies never
  }
}

export const templateLocation = ({ id, version }: TemplateUse): SpecLocation => ({ kind: 'template', id, version })

/** Every place that a group launches from: its base, and each override that has a template or an image of its own. */
export function locationsOf({ group, source }: SourcedGroup): readonly SpecUse[] {
  switch (source.kind) {
    case 'configuration':
      return [{ group, location: { kind: 'configuration', name: source.name }, types: undefined, requirements: [] }]
    case 'template':
      return [{ group, location: templateLocation(source.base), types: undefined, requirements: [] }]
    case 'mixed':
      return mixedPlaces(group, source)
    default:
      return source satisfies never
  }
}

function mixedPlaces(group: string, { base, overrides }: GroupSource & { kind: 'mixed' }): readonly SpecUse[] {
  const own = (override: OverrideUse): boolean => override.template !== undefined || override.imageId !== undefined
  const typesOf = (list: readonly OverrideUse[]): readonly string[] => list.flatMap((each) => each.instanceType ?? [])
  const requirementsIn = (list: readonly OverrideUse[]): readonly TypeRequirements[] =>
    list.flatMap((each) => each.requirements ?? [])
  const shared = overrides.filter((override) => !own(override))
  return [
    {
      group,
      location: templateLocation(base),
      types: overrides.length === 0 ? undefined : typesOf(shared),
      requirements: requirementsIn(shared),
    },
    ...overrides.flatMap((override, index): SpecUse[] => {
      const { template, imageId } = override
      const launched = { group, types: typesOf([override]), requirements: requirementsIn([override]) }
      return [
        // An image of the override's own takes the place of the template's, whose image is never launched then.
        ...(template
          ? [
              {
                ...(imageId === undefined ? launched : { group, types: [], requirements: [] }),
                location: templateLocation(template),
              },
            ]
          : []),
        ...(imageId === undefined
          ? []
          : [{ ...launched, location: { kind: 'override', group, index, imageId } as const }]),
      ]
    }),
  ]
}

/** The sites of all groups, each once, however many groups share it. */
export function launchSpecsOf(
  groups: readonly SourcedGroup[],
  describe: (location: SpecLocation) => { readonly data: LaunchData; readonly label: string },
): readonly LaunchSpec[] {
  const uses = Map.groupBy(groups.flatMap(locationsOf), ({ location }) => keyOf(location))
  return [...uses].flatMap(([key, all]): LaunchSpec[] => {
    const [first] = all
    if (first === undefined) return []
    const { data, label } = describe(first.location)
    const own = data.InstanceType === undefined ? [] : [data.InstanceType]
    return [
      {
        key,
        location: first.location,
        label,
        data,
        groups: [...new Set(all.map(({ group }) => group))],
        types: [...new Set(all.flatMap(({ types }) => types ?? own))],
        requirements: [
          ...all.flatMap(({ requirements }) => requirements),
          ...all.flatMap(({ types }) => (types === undefined ? (requirementsOf(data.InstanceRequirements) ?? []) : [])),
        ],
        ownType: all.every(({ types }) => types === undefined),
      },
    ]
  })
}
