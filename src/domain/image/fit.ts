import { isDeprecated } from './image.ts'
import type { LaunchData } from '../patch/launch-data.ts'
import type { MachineImage } from './machine-image.ts'

/** What an instance type can run, in AWS's words. */
export interface InstanceType {
  readonly name: string
  readonly architectures: readonly string[]
  readonly virtualizations: readonly string[]
  readonly rootTypes: readonly string[]
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
}

/** Why an image cannot be launched there, a sentence without its full stop each; none where it can. */
export function incompatibilities(image: MachineImage, { data, types, now }: TargetType): readonly string[] {
  const reported: string[] = []
  if (image.state !== 'available') reported.push(`${image.id} is ${image.state}, not available`)
  if (isDeprecated(image, now)) reported.push(`${image.id} is deprecated`)
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
  }
  const root = (data.BlockDeviceMappings ?? []).find(({ DeviceName }) => DeviceName === image.rootDevice)
  const size = root?.Ebs?.VolumeSize
  if (size !== undefined && image.rootGiB !== undefined && size < image.rootGiB)
    reported.push(`its root volume ${image.rootDevice} has ${size} GiB, but ${image.id} needs ${image.rootGiB}`)
  return reported
}

/** What may surprise without being wrong: a mapping for the old root device becomes a second, empty volume. */
export function rootMoved(before: MachineImage | undefined, after: MachineImage, data: LaunchData): string | undefined {
  const device = before?.rootDevice
  if (device === undefined || device === after.rootDevice) return undefined
  if (!(data.BlockDeviceMappings ?? []).some(({ DeviceName }) => DeviceName === device)) return undefined
  return `The root device of ${after.id} is ${after.rootDevice}, that of ${before?.id} was ${device}: what is set for ${device} makes a second volume now.`
}
