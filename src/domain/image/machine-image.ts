import type { Image } from './image.ts'

/** An image with what a launch needs to know of it besides. */
export interface MachineImage extends Image {
  /** Device of the root volume, such as `/dev/xvda`; undefined where AWS gives none. */
  readonly rootDevice: string | undefined
  /** GiB of the root volume; undefined for an image without EBS. */
  readonly rootGiB: number | undefined
  /** What it demands of a type and an account; undefined for an image that demands nothing. */
  readonly demands?: LaunchDemands | undefined
  /** `amazon` or `aws-marketplace`, where AWS calls its owner so. */
  readonly ownerAlias?: string | undefined
  /** AWS shows them to the owner alone. */
  readonly tags?: Readonly<Record<string, string>> | undefined
}

/** What not every type or account has. */
export interface LaunchDemands {
  /** `uefi-preferred` demands nothing: such an image boots in either mode. */
  readonly bootMode?: 'legacy-bios' | 'uefi'
  /** The image has no driver of the Elastic Network Adapter. */
  readonly ena?: 'missing'
  readonly tpm?: 'required'
  /**
   * The account's Allowed AMIs settings do not allow it. They are in audit mode then, and it is launched all the same: once
   * they are enabled, such an image is not shown at all.
   * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableAllowedImagesSettings.html
   */
  readonly allowed?: 'no'
}
