import type { ArchitectureValues, BlockDeviceMapping, ImageState } from '@aws-sdk/client-ec2'
import { ServiceFault } from '../fault.ts'
import type { ServiceContext } from '../interfaces.ts'
import { checkIds, notFound } from './ids.ts'
import type { TagStore } from './tags.ts'

/** An image of this account or of another, as the simulator keeps it. */
export interface StoredImage {
  readonly order: number
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly ownerAlias: string | undefined
  readonly createdAt: number
  readonly architecture: ArchitectureValues
  readonly virtualizationType: 'hvm' | 'paravirtual'
  readonly rootDeviceType: 'ebs' | 'instance-store'
  readonly rootDeviceName: string
  readonly blockDevices: readonly BlockDeviceMapping[]
  readonly platform: string | undefined
  description: string | undefined
  state: ImageState
  deprecatedAt: number | undefined
  deregisteredAt: number | undefined
  deregistrationProtected: boolean
  readonly sharedWith: Set<string>
  readonly imdsV2: boolean
  readonly demands: ImageDemands
  /** Of what it was made here, if it was. */
  readonly source: ImageSource
}

/** The instance or the image of which an image was made. */
export interface ImageSource {
  readonly instanceId?: string
  readonly imageId?: string
  readonly region?: string
}

/** What an image demands of the type that it is launched on, and of the account. */
export interface ImageDemands {
  readonly bootMode?: 'legacy-bios' | 'uefi' | 'uefi-preferred'
  /** Without the driver of the Elastic Network Adapter. */
  readonly ena?: 'missing'
  readonly tpm?: 'v2.0'
  /**
   * What the Allowed AMIs settings say of another account's image: `no` where they are enabled, so that it is not found;
   * `in audit mode`: it is only shown as one that they would not allow. They never restrict an own image.
   */
  readonly allowed?: 'yes' | 'no' | 'in audit mode'
}

/** What a scenario may say of an image; everything has a plain default. `creationDate` is a date or an ISO time. */
export interface ImageSeed {
  readonly id?: string
  readonly name: string
  readonly ownerId?: string
  readonly ownerAlias?: string
  readonly creationDate?: Date | string
  readonly architecture?: ArchitectureValues
  readonly virtualizationType?: 'hvm' | 'paravirtual'
  readonly rootDeviceType?: 'ebs' | 'instance-store'
  readonly rootDeviceName?: string
  readonly rootGigabytes?: number
  readonly blockDevices?: readonly BlockDeviceMapping[]
  readonly platform?: string
  readonly description?: string
  readonly state?: ImageState
  readonly deprecatedAt?: Date | string
  readonly visibility?: 'public' | 'private' | 'shared'
  readonly imdsV2?: true
  readonly demands?: ImageDemands
  readonly source?: ImageSource
  readonly tags?: Readonly<Record<string, string>>
}

/** Account ids of AWS's own image publishers differ by image; the simulator gives `amazon` this one. */
const AMAZON = '137112412989'

const seconds = (date: Date | string): number => new Date(date).getTime() / 1000

/** All images, and how many instances that are not yet terminated were started from each. */
export class ImageStore {
  readonly #byId = new Map<string, StoredImage>()
  readonly #users = new Map<string, number>()
  #order = 0
  readonly #context: ServiceContext
  readonly #tags: TagStore

  constructor(context: ServiceContext, tags: TagStore) {
    this.#context = context
    this.#tags = tags
  }

  /** Adds an image from outside the API: of another account, of `amazon`, of last year. */
  seed(seed: ImageSeed): StoredImage {
    const { timeline, random, account } = this.#context
    const id = seed.id ?? `ami-${random.hex(17)}`
    const rootDeviceName = seed.rootDeviceName ?? '/dev/xvda'
    const image: StoredImage = {
      order: this.#order++,
      id,
      name: seed.name,
      ownerId: seed.ownerId ?? (seed.ownerAlias === 'amazon' ? AMAZON : account),
      ownerAlias: seed.ownerAlias,
      createdAt: seed.creationDate === undefined ? timeline.now : seconds(seed.creationDate),
      architecture: seed.architecture ?? 'x86_64',
      virtualizationType: seed.virtualizationType ?? 'hvm',
      rootDeviceType: seed.rootDeviceType ?? 'ebs',
      rootDeviceName,
      blockDevices: seed.blockDevices ?? [
        rootVolume(rootDeviceName, seed.rootGigabytes ?? 8, `snap-${random.hex(17)}`),
      ],
      platform: seed.platform,
      description: seed.description,
      state: seed.state ?? 'available',
      deprecatedAt: seed.deprecatedAt === undefined ? undefined : seconds(seed.deprecatedAt),
      deregisteredAt: seed.state === 'deregistered' ? timeline.now : undefined,
      deregistrationProtected: false,
      sharedWith: new Set(this.#audience(seed)),
      imdsV2: seed.imdsV2 ?? false,
      demands: seed.demands ?? {},
      source: seed.source ?? {},
    }
    this.#byId.set(id, image)
    this.#tags.set(id, Object.entries(seed.tags ?? {}))
    return image
  }

  /** Adds an image of the account that is pending until its snapshots are made: for so many minutes, where they are given. */
  copy(seed: ImageSeed, minutes?: number): StoredImage {
    const image = this.seed({ ...seed, state: 'pending' })
    const { timeline, behaviour } = this.#context
    timeline.after(minutes === undefined ? behaviour.imageSeconds : minutes * 60, () => {
      if (image.state === 'pending') image.state = 'available'
    })
    return image
  }

  #audience(seed: ImageSeed): string[] {
    const visibility = seed.visibility ?? (seed.ownerAlias === undefined ? 'private' : 'public')
    switch (visibility) {
      case 'public':
        return ['all']
      case 'shared':
        return [this.#context.account]
      case 'private':
        return []
      default:
        return visibility satisfies never
    }
  }

  get all(): Iterable<StoredImage> {
    return this.#byId.values()
  }

  owns(image: StoredImage): boolean {
    return image.ownerId === this.#context.account
  }

  isVisible(image: StoredImage): boolean {
    const { account } = this.#context
    if (this.owns(image)) return true
    if (image.demands.allowed === 'no') return false
    return image.sharedWith.has('all') || image.sharedWith.has(account)
  }

  isDeprecated(image: StoredImage): boolean {
    return image.deprecatedAt !== undefined && image.deprecatedAt <= this.#context.timeline.now
  }

  /**
   * The image of this id as a Describe call finds it; `undefined` when it was deregistered but an instance still runs
   * from it, which AWS answers with nothing. Throws `InvalidAMIID.NotFound` or `.Malformed`.
   */
  lookUp(id: string): StoredImage | undefined {
    checkIds('image', [id])
    const image = this.#byId.get(id)
    if (image === undefined || !this.isVisible(image)) throw notFound('image', id)
    if (image.deregisteredAt === undefined || this.#lingers(image)) return image
    if ((this.#users.get(id) ?? 0) > 0) return undefined
    throw notFound('image', id)
  }

  #lingers(image: StoredImage): boolean {
    const { timeline, behaviour } = this.#context
    return image.deregisteredAt !== undefined && timeline.now < image.deregisteredAt + behaviour.staleSeconds
  }

  /** Whether a Describe call without ids lists it at all. */
  isListed(image: StoredImage): boolean {
    return this.isVisible(image) && (image.deregisteredAt === undefined || this.#lingers(image))
  }

  /** The image for a launch; throws when it is unknown, deregistered or disabled. A deprecated one still launches. */
  forLaunch(id: string): StoredImage {
    checkIds('image', [id])
    const image = this.#byId.get(id)
    if (image === undefined || !this.isVisible(image) || image.deregisteredAt !== undefined) throw notFound('image', id)
    if (image.state !== 'available') {
      throw new ServiceFault('InvalidAMIID.Unavailable', `The image ID '${id}' is not available`)
    }
    return image
  }

  /** The caller's own image, for changes; another account's gives `AuthFailure`. */
  owned(id: string): StoredImage {
    const image = this.lookUp(id)
    if (image === undefined || image.deregisteredAt !== undefined) throw notFound('image', id)
    if (!this.owns(image)) throw new ServiceFault('AuthFailure', `Not authorized for image:${id}`, 403)
    return image
  }

  /** The image in any state: instances show the image they were started from long after it is gone. */
  known(id: string): StoredImage | undefined {
    return this.#byId.get(id)
  }

  deregister(image: StoredImage): void {
    image.state = 'deregistered'
    image.deregisteredAt = this.#context.timeline.now
  }

  /** Keeps the number of instances that have not terminated. */
  count(id: string, change: 1 | -1): void {
    this.#users.set(id, (this.#users.get(id) ?? 0) + change)
  }
}

/** One EBS root volume, as most images have it. */
export const rootVolume = (device: string, gigabytes: number, snapshotId: string): BlockDeviceMapping => ({
  DeviceName: device,
  Ebs: {
    SnapshotId: snapshotId,
    VolumeSize: gigabytes,
    VolumeType: 'gp3',
    DeleteOnTermination: true,
    Encrypted: false,
  },
})
