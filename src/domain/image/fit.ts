import { isDeprecated } from './image.ts'
import type { LaunchData } from '../patch/launch-data.ts'
import type { MachineImage } from './machine-image.ts'

/** What an instance type can run, in AWS's words. */
export interface InstanceType {
  readonly name: string
  readonly architectures: readonly string[]
  readonly virtualizations: readonly string[]
  readonly rootTypes: readonly string[]
  /** `legacy-bios` and `uefi`; undefined where AWS does not tell, as what follows. */
  readonly bootModes?: readonly string[] | undefined
  /** Whether its network needs the driver of the Elastic Network Adapter. */
  readonly ena?: 'required' | 'not required' | undefined
  readonly nitroTpm?: 'supported' | 'unsupported' | undefined
  readonly vcpus?: number | undefined
}

/**
 * The architecture that an image must have: that of the image in use while its instance types can run it, else theirs.
 * Undefined where neither is known.
 */
export function wantedArchitecture(inUse: string | undefined, types: readonly InstanceType[]): string | undefined {
  const common = types.reduce<readonly string[] | undefined>(
    (left, { architectures }) => left?.filter((name) => architectures.includes(name)) ?? architectures,
    undefined,
  )
  if (common === undefined || (inUse !== undefined && common.includes(inUse))) return inUse
  // What runs 64 bits runs 32 as well; the old ones are not meant.
  return common.find((name) => name !== 'i386') ?? common[0] ?? inUse
}

/** For whom an image is looked at. */
export interface TargetType {
  readonly data: LaunchData
  readonly types: readonly InstanceType[]
  /** Seconds since the Unix epoch. */
  readonly now: number
  /** Whether the image was chosen, or is the one in use already; `chosen` unless told. */
  readonly choice?: 'chosen' | 'in use'
}

/** Why an image cannot be launched there, a sentence without its full stop each; none where it can. */
export function incompatibilities(image: MachineImage, { data, types, now, choice }: TargetType): readonly string[] {
  const reported: string[] = []
  if (image.state !== 'available') reported.push(`${image.id} is ${image.state}, not available`)
  // What is in use may be deprecated: it still launches, and an audit tells of it.
  if (choice !== 'in use' && isDeprecated(image, now)) reported.push(`${image.id} is deprecated`)
  return [...reported, ...misfits(image, { data, types })]
}

/** What of an image does not fit the types and the root volume of a launch, a clause each; none where it fits. */
export function misfits(image: MachineImage, { data, types }: Pick<TargetType, 'data' | 'types'>): readonly string[] {
  const reported: string[] = []
  for (const type of types) {
    if (!type.architectures.includes(image.architecture))
      reported.push(
        `${image.id} is for ${image.architecture}, but ${type.name} runs ${type.architectures.join(' or ')}`,
      )
    else if (!type.virtualizations.includes(image.virtualization))
      reported.push(
        `${image.id} is ${image.virtualization}, but ${type.name} runs ${type.virtualizations.join(' or ')}`,
      )
    else if (!type.rootTypes.includes(image.rootType))
      reported.push(`${image.id} has a root device of ${image.rootType}, which ${type.name} does not boot from`)
    else reported.push(...unmetDemands(image, type))
  }
  const root = (data.BlockDeviceMappings ?? []).find(({ DeviceName }) => DeviceName === image.rootDevice)
  const size = root?.Ebs?.VolumeSize
  if (size !== undefined && image.rootGiB !== undefined && size < image.rootGiB)
    reported.push(`its root volume ${image.rootDevice} has ${size} GiB, but ${image.id} needs ${image.rootGiB}`)
  return reported
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-type-boot-mode.html and the pages on ENA and NitroTPM */
function unmetDemands({ id, demands = {} }: MachineImage, type: InstanceType): readonly string[] {
  const { bootMode, ena, tpm } = demands
  const modes = type.bootModes
  return [
    ...(bootMode === undefined || modes === undefined || modes.includes(bootMode)
      ? []
      : [`${id} boots by ${bootMode}, but ${type.name} by ${modes.join(' or ')}`]),
    ...(ena === 'missing' && type.ena === 'required'
      ? [`${id} has no driver of the Elastic Network Adapter (ENA), which ${type.name} requires`]
      : []),
    ...(tpm === 'required' && type.nitroTpm === 'unsupported'
      ? [`${id} needs a NitroTPM, which ${type.name} does not have`]
      : []),
  ]
}

/** What may surprise without being wrong: a mapping for the old root device becomes a second, empty volume. */
export function rootMoved(before: MachineImage | undefined, after: MachineImage, data: LaunchData): string | undefined {
  const device = before?.rootDevice
  if (device === undefined || device === after.rootDevice) return undefined
  if (!(data.BlockDeviceMappings ?? []).some(({ DeviceName }) => DeviceName === device)) return undefined
  return `The root device of ${after.id} is ${after.rootDevice}, that of ${before?.id} was ${device}: what is set for ${device} makes a second volume now.`
}
