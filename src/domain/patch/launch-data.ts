import type { GivenRequirements } from '../image/launch-shape.ts'

/**
 * What a launch is made of, in the fields that launch configurations and launch template versions share and that a patch
 * reads or writes. Whatever else AWS keeps in them is carried along unseen.
 */
export interface LaunchData {
  /** `ami-...`, or in a template `resolve:ssm:...`. */
  readonly ImageId?: string | undefined
  readonly InstanceType?: string | undefined
  /** Base64 text. */
  readonly UserData?: string | undefined
  readonly BlockDeviceMappings?: readonly LaunchDevice[] | undefined
  /** In a template: any type may come of it. */
  readonly InstanceRequirements?: GivenRequirements | undefined
}

export interface LaunchDevice {
  readonly DeviceName?: string | undefined
  readonly Ebs?: { readonly SnapshotId?: string | undefined; readonly VolumeSize?: number | undefined } | undefined
}

/** The fields that a patch sets; one that is not here stays as it is. */
export type LaunchChanges = Pick<LaunchData, 'ImageId' | 'InstanceType' | 'UserData' | 'BlockDeviceMappings'>

/** What of the wanted fields differs from what is there. */
export function differing(data: LaunchData, wanted: LaunchChanges): LaunchChanges {
  const fields = Object.entries(wanted) as [keyof LaunchChanges, unknown][]
  return Object.fromEntries(fields.filter(([name, value]) => value !== undefined && value !== data[name]))
}

export const changesNothing = (changes: LaunchChanges): boolean => Object.keys(changes).length === 0

/**
 * The devices as they must be sent for a new image, undefined where none are given. The snapshot of the root device
 * belongs to the old image: EC2 takes the new image's own.
 */
export function devicesFor(data: LaunchData, rootDevice: string | undefined): readonly LaunchDevice[] | undefined {
  return data.BlockDeviceMappings?.map((device) => {
    if (device.DeviceName !== rootDevice || device.Ebs?.SnapshotId === undefined) return device
    const { SnapshotId: _, ...ebs } = device.Ebs
    return { ...device, Ebs: ebs }
  })
}

/** EC2 forgets the snapshots of a version's devices in the next one, unless they are sent again. */
export const namesSnapshots = ({ BlockDeviceMappings }: LaunchData): boolean =>
  (BlockDeviceMappings ?? []).some(({ Ebs }) => Ebs?.SnapshotId !== undefined)

/** Whether two pieces of data mean the same: order of keys and fields without a value aside. */
export const sameData = (one: object, other: object): boolean => canonical(one) === canonical(other)

/** One text per meaning. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  )
}
