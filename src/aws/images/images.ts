/** Reads images: by id, by name and owner, and by family. */
import type { Filter, Image as DescribedImage } from '@aws-sdk/client-ec2'
import type { Image } from '../../domain/image/image.ts'
import { familyOf } from '../../domain/image/family.ts'
import type { MachineImage } from '../../domain/image/machine-image.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'

/** The most values of one filter: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html */
const MOST_VALUES = 200
/** The longest page of DescribeImages. */
const MOST_IMAGES = 1000

/** Images by name. */
export interface ImageQuery {
  /** Account ids, `self`, `amazon` and the other aliases of AWS; never empty. */
  readonly owners: readonly string[]
  /** As the filter `name` of DescribeImages takes it: `*` and `?` stand for anything. */
  readonly name: string
  /** Undefined: any. */
  readonly architecture?: string | undefined
}

/**
 * The images of one account and region; each question is asked once. Deprecated and disabled ones are among them;
 * those that were deregistered, or are not shared with this account, are simply absent.
 */
export class ImageReader {
  readonly #connection: Connection
  readonly #byId = new Map<string, MachineImage | undefined>()
  readonly #deregistered = new Set<string>()
  readonly #queries = new Map<string, Promise<readonly MachineImage[]>>()
  readonly #families = new Map<string, readonly MachineImage[]>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Asks for the images that are not known yet, many in one call. */
  async learn(ids: Iterable<string>): Promise<void> {
    const unknown = new Set([...ids].filter((id) => !this.#byId.has(id)))
    await mapConcurrently(batches(unknown, MOST_VALUES), async (batch) => {
      // By filter: asked for by id, one image that is gone would fail the whole call.
      const found = await this.#describe([{ Name: 'image-id', Values: [...batch] }])
      for (const id of batch) this.#byId.set(id, undefined)
      for (const image of found) this.#byId.set(image.id, image)
    })
  }

  /** Undefined for an image that is gone or not shared, and for one that was not asked for. */
  of(id: string): MachineImage | undefined {
    return this.#byId.get(id)
  }

  /** Whether AWS says that the image was deregistered; a while later it says nothing of it. */
  wasDeregistered(id: string): boolean {
    return this.#deregistered.has(id)
  }

  /** Asks for the families of all these images, many in one call; `familyOf` then need not ask for any of them. */
  async learnFamilies(images: Iterable<Image>, owners?: readonly string[]): Promise<void> {
    const named = [...images].filter(({ name }) => name !== '')
    const byOwners = Map.groupBy(named, ({ owner }) => JSON.stringify(owners ?? [owner]))
    await mapConcurrently([...byOwners], async ([text, members]) => {
      const asked = JSON.parse(text) as string[]
      const patterns = batches(new Set(members.map((image) => familyOf(image).namePattern)), MOST_VALUES)
      const found = await mapConcurrently(patterns, (batch) =>
        this.#describe([{ Name: 'name', Values: [...batch] }], asked),
      )
      const families = Map.groupBy(found.flat(), (image) => familyKey(asked, image))
      for (const image of members) {
        const key = familyKey(asked, image)
        this.#families.set(key, families.get(key) ?? [])
      }
    })
  }

  /** Every image of the same family, this one included where it is still there; `owners` instead of its own. */
  async familyOf(image: Image, owners: readonly string[] = [image.owner]): Promise<readonly MachineImage[]> {
    // An image without a name has no family but itself.
    if (image.name === '') return [this.#byId.get(image.id)].filter((known) => known !== undefined)
    const learnt = this.#families.get(familyKey(owners, image))
    if (learnt !== undefined) return learnt
    const { key, namePattern, architecture } = familyOf(image)
    const named = await this.named({ owners, name: namePattern, architecture })
    return named.filter((other) => familyOf({ ...other, owner: image.owner }).key === key)
  }

  /** Every image of these owners whose name matches. */
  named({ owners, name, architecture }: ImageQuery): Promise<readonly MachineImage[]> {
    if (owners.length === 0) throw new Error('Images without an owner would be those of all accounts.')
    const key = JSON.stringify([[...owners].sort(), name, architecture])
    const asked = this.#queries.get(key) ?? this.#ask({ owners, name, architecture })
    this.#queries.set(key, asked)
    return asked
  }

  async #ask({ owners, name, architecture }: ImageQuery): Promise<readonly MachineImage[]> {
    const filters = [
      { Name: 'name', Values: [name] },
      ...(architecture === undefined ? [] : [{ Name: 'architecture', Values: [architecture] }]),
    ]
    const found = await this.#describe(filters, owners)
    for (const image of found) this.#byId.set(image.id, image)
    return found
  }

  async #describe(filters: Filter[], owners?: readonly string[]): Promise<readonly MachineImage[]> {
    const { DescribeImagesCommand } = await import('@aws-sdk/client-ec2')
    const client = await this.#connection.clients.ec2()
    const question = {
      Filters: filters,
      ...(owners && { Owners: [...owners] }),
      IncludeDeprecated: true,
      IncludeDisabled: true,
      MaxResults: MOST_IMAGES,
    }
    const pages = await everyPage((token) =>
      this.#connection.send(client, new DescribeImagesCommand({ ...question, ...token })),
    )
    const images = pages.flatMap((page) => page.Images ?? [])
    for (const { ImageId, State } of images)
      if (ImageId !== undefined && State === 'deregistered') this.#deregistered.add(ImageId)
    return images.flatMap((image) => machineImage(image) ?? [])
  }
}

/** The family, among the images of these owners: whose of them an image is makes no difference. */
const familyKey = (owners: readonly string[], image: Image): string =>
  JSON.stringify([[...owners].sort(), familyOf({ ...image, owner: '' }).key])

/** Undefined for what EC2 lists without an id or a date, as it does for an image that is about to vanish. */
function machineImage(described: DescribedImage): MachineImage | undefined {
  const { ImageId: id, CreationDate, DeprecationTime, RootDeviceName } = described
  const createdAt = secondsOf(CreationDate)
  if (id === undefined || createdAt === undefined || described.State === 'deregistered') return undefined
  const root = (described.BlockDeviceMappings ?? []).find(({ DeviceName }) => DeviceName === RootDeviceName)
  return {
    id,
    name: described.Name ?? '',
    owner: described.OwnerId ?? '',
    architecture: described.Architecture ?? '',
    virtualization: described.VirtualizationType ?? '',
    rootType: described.RootDeviceType ?? '',
    createdAt,
    deprecatedAt: secondsOf(DeprecationTime),
    state: described.State ?? '',
    rootDevice: RootDeviceName,
    rootGiB: root?.Ebs?.VolumeSize,
    demands: demandsOf(described),
    ...(described.ImageOwnerAlias !== undefined && { ownerAlias: described.ImageOwnerAlias }),
    ...(described.Tags !== undefined && {
      tags: Object.fromEntries(described.Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
    }),
  }
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html */
function demandsOf({ BootMode, EnaSupport, TpmSupport, ImageAllowed }: DescribedImage): MachineImage['demands'] {
  const demands = {
    ...((BootMode === 'uefi' || BootMode === 'legacy-bios') && { bootMode: BootMode }),
    ...(EnaSupport === false && { ena: 'missing' as const }),
    ...(TpmSupport !== undefined && { tpm: 'required' as const }),
    ...(ImageAllowed === false && { allowed: 'no' as const }),
  }
  return Object.keys(demands).length === 0 ? undefined : demands
}

function secondsOf(date: string | undefined): number | undefined {
  const milliseconds = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000
}
