import { crc32 } from 'node:zlib'
import type { Service, ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'

/** An object as a bucket has it; `at` in seconds since the Unix epoch. */
export interface StoredObject {
  readonly at: number
  readonly body: string
  readonly contentType: string
}

/** What PutObject says, as far as it is modelled here. */
export interface PutObjectInput {
  readonly Bucket?: string
  readonly Key?: string
  readonly Body?: unknown
  readonly ContentType?: string
  /** Base64. */
  readonly ChecksumCRC32?: string
  readonly IfNoneMatch?: string
}

/** S3, as far as objects are put into a bucket; a scenario makes the buckets. Every put of a key is a version of it. */
export class S3Service implements Service {
  readonly sdkId = 'S3'
  readonly #context: ServiceContext
  readonly #buckets = new Map<string, Map<string, StoredObject[]>>()

  constructor(context: ServiceContext) {
    this.#context = context
  }

  readonly operations = {
    PutObject: (input: PutObjectInput): object => this.#put(input),
  }

  /** Makes a bucket. */
  addBucket(name: string): void {
    this.#buckets.set(name, new Map())
  }

  /** The versions of each object of a bucket by key, oldest first. */
  objects(bucket: string): ReadonlyMap<string, readonly StoredObject[]> {
    return this.#buckets.get(bucket) ?? new Map<string, readonly StoredObject[]>()
  }

  #put({
    Bucket = '',
    Key = '',
    Body,
    ContentType = 'binary/octet-stream',
    ChecksumCRC32,
    IfNoneMatch,
  }: PutObjectInput): object {
    // prettier-ignore
    const objects = this.#buckets.get(Bucket)
    if (objects === undefined) throw new ServiceFault('NoSuchBucket', 'The specified bucket does not exist', 404)
    const bytes = Body instanceof Uint8Array ? Body : Buffer.from(typeof Body === 'string' ? Body : '')
    const checksum = checksumOf(bytes)
    if (ChecksumCRC32 !== undefined && ChecksumCRC32 !== checksum)
      throw new ServiceFault('BadDigest', 'The CRC32 you specified did not match the calculated checksum.')
    const versions = objects.get(Key) ?? []
    if (IfNoneMatch === '*' && versions.length > 0)
      throw new ServiceFault('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412)
    objects.set(Key, [
      ...versions,
      { at: this.#context.timeline.now, body: Buffer.from(bytes).toString('utf8'), contentType: ContentType },
    ])
    return { ETag: `"${this.#context.random.hex(32)}"`, ChecksumCRC32: checksum, ChecksumType: 'FULL_OBJECT' }
  }
}

function checksumOf(bytes: Uint8Array): string {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(crc32(bytes))
  return four.toString('base64')
}
