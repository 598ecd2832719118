import type { BlockDeviceMapping } from '@aws-sdk/client-ec2'
import { ServiceFault } from '../fault.ts'
import type { StoredImage } from './images.ts'

/** One volume of an instance, all defaults filled in. */
export interface VolumeSpec {
  readonly device: string
  readonly gigabytes: number
  readonly type: string
  readonly deleteOnTermination: boolean
  readonly encrypted: boolean
}

/**
 * The image's devices, overridden and extended by those of the launch. Throws when a volume would be smaller than the
 * image's. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-device-mapping-concepts.html
 */
export function mergedDevices(image: StoredImage, given: readonly BlockDeviceMapping[] | undefined): VolumeSpec[] {
  const byDevice = new Map<string, BlockDeviceMapping>()
  for (const device of image.blockDevices) if (device.DeviceName !== undefined) byDevice.set(device.DeviceName, device)
  for (const device of given ?? []) {
    const name = device.DeviceName
    if (name === undefined) throw new ServiceFault('InvalidBlockDeviceMapping', 'The device name is missing')
    const base = byDevice.get(name)
    checkSize(base, device)
    if (device.NoDevice !== undefined) byDevice.delete(name)
    else byDevice.set(name, { ...base, ...device, Ebs: { ...base?.Ebs, ...defined(device.Ebs) } })
  }
  return [...byDevice.values()].filter(({ Ebs }) => Ebs !== undefined).map(volume)
}

function checkSize(base: BlockDeviceMapping | undefined, given: BlockDeviceMapping): void {
  const least = base?.Ebs?.VolumeSize
  const requested = given.Ebs?.VolumeSize
  if (least !== undefined && requested !== undefined && requested < least) {
    throw new ServiceFault(
      'InvalidBlockDeviceMapping',
      `Volume of size ${requested}GB is smaller than snapshot '${base?.Ebs?.SnapshotId}', expect size>= ${least}GB`,
    )
  }
}

const defined = (fields: object = {}): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const volume = ({ DeviceName, Ebs }: BlockDeviceMapping): VolumeSpec => ({
  device: DeviceName ?? '',
  gigabytes: Ebs?.VolumeSize ?? 8,
  type: Ebs?.VolumeType ?? 'gp2',
  deleteOnTermination: Ebs?.DeleteOnTermination ?? true,
  encrypted: Ebs?.Encrypted ?? false,
})
