import { createHash } from 'node:crypto'
import type {
  AutoScalingGroup,
  InstanceRequirements,
  LaunchTemplateOverrides,
  LaunchTemplateSpecification,
} from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import { requirementsOf } from '../../domain/image/launch-shape.ts'
import type {
  LaunchOverride,
  LaunchReference,
  LaunchSource,
  OverrideLaunch,
  SourcePart,
} from '../../domain/rollout/fleet.ts'

export type TemplateReference = Extract<LaunchReference, { kind: 'template' }>

/** The numbered version that a launch would use now; undefined when there is no such template. */
export type ResolveTemplate = (specification: LaunchTemplateSpecification) => TemplateReference | undefined

/** Everything of a launch source that the group itself tells; the images are behind other calls. */
export type NamedSource = Omit<LaunchSource, 'imageId' | 'parts'> & {
  readonly parts: readonly Omit<SourcePart, 'image' | 'shape'>[]
}

/** Every launch template that a group may launch from. */
export function templatesOf({
  LaunchTemplate,
  MixedInstancesPolicy,
}: AutoScalingGroup): readonly LaunchTemplateSpecification[] {
  const mixed = MixedInstancesPolicy?.LaunchTemplate
  return [
    LaunchTemplate,
    mixed?.LaunchTemplateSpecification,
    ...(mixed?.Overrides ?? []).map((override) => override.LaunchTemplateSpecification),
  ].filter((specification) => specification !== undefined)
}

/**
 * What a group would launch now, with `$Latest` and `$Default` as numbers. An image behind `resolve:ssm:` is no part of this
 * fingerprint: `fingerprintWith` adds what the parameters name now. Throws a UserError where the group has no source or its template is gone.
 */
export function launchSourceOf(group: AutoScalingGroup, resolve: ResolveTemplate): NamedSource {
  const { LaunchConfigurationName, LaunchTemplate } = group
  const mixed = group.MixedInstancesPolicy?.LaunchTemplate
  const numbered = (specification: LaunchTemplateSpecification): TemplateReference => {
    const reference = resolve(specification)
    if (reference === undefined) throw noTemplate(group, specification)
    return reference
  }
  if (mixed?.LaunchTemplateSpecification !== undefined) {
    const base = numbered(mixed.LaunchTemplateSpecification)
    return mixedSource({ base, specification: mixed.LaunchTemplateSpecification, all: mixed.Overrides ?? [], numbered })
  }
  if (LaunchTemplate !== undefined) {
    const base = numbered(LaunchTemplate)
    const label = templateLabel(LaunchTemplate, base)
    return { kind: 'template', label, fingerprint: fingerprintOf(base), base, overrides: [], parts: [whole(base)] }
  }
  // An emulator answers with an empty name where AWS leaves it out.
  if (LaunchConfigurationName !== undefined && LaunchConfigurationName !== '') {
    const base = { kind: 'configuration', name: LaunchConfigurationName } as const
    return {
      kind: 'configuration',
      label: LaunchConfigurationName,
      fingerprint: fingerprintOf(base),
      base,
      overrides: [],
      parts: [whole(base)],
    }
  }
  throw new UserError({
    what: `The group ${group.AutoScalingGroupName} has neither a launch configuration nor a launch template.`,
    remedy: 'Give it one, or leave the group out.',
  })
}

const whole = (reference: LaunchReference): NamedSource['parts'][number] => ({ reference, usesImage: true })

/** The fingerprint of a launch source with the images that its parameters name now; the same where it has none. */
export const fingerprintWith = (fingerprint: string, images: readonly (string | undefined)[]): string =>
  images.length === 0 ? fingerprint : fingerprintOf({ fingerprint, images: images.map((id) => id ?? 'none') })

interface MixedParts {
  readonly base: TemplateReference
  readonly specification: LaunchTemplateSpecification
  readonly all: readonly LaunchTemplateOverrides[]
  readonly numbered: (specification: LaunchTemplateSpecification) => TemplateReference
}

function mixedSource({ base, specification, all, numbered }: MixedParts): NamedSource {
  const resolved = all.map((override) => ({
    instanceType: override.InstanceType,
    reference: override.LaunchTemplateSpecification ? numbered(override.LaunchTemplateSpecification) : base,
    imageId: override.ImageId,
    requirements: override.InstanceRequirements,
    own: override.LaunchTemplateSpecification !== undefined || override.ImageId !== undefined,
  }))
  // One type may stand there twice, once with a template of its own and once without: then both are told.
  const types = new Set(resolved.filter(({ own }) => own).map(({ instanceType }) => instanceType))
  const overrides = resolved
    .filter(({ instanceType }) => types.has(instanceType))
    .map(({ instanceType, reference, imageId }): LaunchOverride => ({ instanceType, reference, imageId }))
  // Order and weights decide how many of each are launched, not what they are: they are left out.
  const launches = resolved.map(({ own: _, ...launch }) => canonical(launch)).sort()
  return {
    kind: 'mixed',
    label: `${templateLabel(specification, base)}${all.length > 0 ? ` with ${all.length} overrides` : ''}`,
    fingerprint: fingerprintOf({ mixed: base, launches }),
    base,
    overrides,
    ...typesOf(all),
    ...(resolved.length > 0 && { launches: resolved.map(overrideLaunch) }),
    parts: partsOf(base, resolved),
  }
}

const overrideLaunch = ({
  instanceType,
  reference,
  imageId,
  requirements,
}: {
  readonly instanceType: string | undefined
  readonly reference: TemplateReference
  readonly imageId: string | undefined
  readonly requirements: InstanceRequirements | undefined
}): OverrideLaunch => ({
  instanceType,
  reference,
  imageId: imageId === '' ? undefined : imageId,
  requirements: requirementsOf(requirements),
})

/** The types that overrides name. By requirements, or where an override leaves the type to its template, any may come. */
function typesOf(all: readonly LaunchTemplateOverrides[]): Pick<LaunchSource, 'types'> {
  const types = all.flatMap(({ InstanceType }) => InstanceType ?? [])
  return types.length > 0 && types.length === all.length ? { types: [...new Set<string>(types)].toSorted() } : {}
}

function partsOf(
  base: TemplateReference,
  launches: readonly { readonly reference: TemplateReference; readonly imageId: string | undefined }[],
): NamedSource['parts'] {
  const references = new Map([base, ...launches.map(({ reference }) => reference)].map((each) => [keyOf(each), each]))
  return [...references].map(([key, reference]) => {
    const uses = launches.filter((launch) => keyOf(launch.reference) === key)
    // Without overrides the base is what is launched.
    const usesImage = launches.length === 0 || uses.some(({ imageId }) => imageId === undefined || imageId === '')
    return { reference, usesImage }
  })
}

const keyOf = ({ id, version }: TemplateReference): string => `${id} ${version}`

function templateLabel({ LaunchTemplateName, Version }: LaunchTemplateSpecification, base: TemplateReference): string {
  const name = LaunchTemplateName === undefined ? base.id : `${LaunchTemplateName} (${base.id})`
  // Left out, the version means the default one.
  const asked = Version ?? '$Default'
  return `${name} version ${base.version}${asked === String(base.version) ? '' : ` (${asked})`}`
}

const noTemplate = (group: AutoScalingGroup, specification: LaunchTemplateSpecification): UserError =>
  new UserError({
    what: `The group ${group.AutoScalingGroupName} cannot launch anything.`,
    why: `Its launch template ${specification.LaunchTemplateName ?? specification.LaunchTemplateId} does not exist.`,
    remedy: 'Give the group a launch template that exists, or leave the group out.',
  })

const fingerprintOf = (value: object): string =>
  createHash('sha256').update(canonical(value)).digest('hex').slice(0, 16)

/** One text per meaning: keys in order, undefined left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  )
}
