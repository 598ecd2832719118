import type { Image } from './image.ts'

/** An image with what a launch needs to know of it besides. */
export interface MachineImage extends Image {
  /** Device of the root volume, such as `/dev/xvda`; undefined where AWS gives none. */
  readonly rootDevice: string | undefined
  /** GiB of the root volume; undefined for an image without EBS. */
  readonly rootGiB: number | undefined
}
