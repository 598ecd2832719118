import { createHash } from 'node:crypto'
import type {
  DeleteKeyPairCommandInput,
  DeleteKeyPairCommandOutput,
  DescribeKeyPairsCommandInput,
  DescribeKeyPairsCommandOutput,
  ImportKeyPairCommandInput,
  ImportKeyPairCommandOutput,
} from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import type { Answer } from '../answer.ts'
import { dateAt, filled } from './answer.ts'
import { required } from './faults.ts'
import { matcher } from './filters.ts'
import { notFound } from './ids.ts'
import { specifiedTags, type TagStore } from './tags.ts'

export interface KeyPair {
  readonly id: string
  readonly name: string
  readonly fingerprint: string
  readonly createdAt: number
}

/** Key pairs by name. */
export class KeyPairs {
  readonly #byName = new Map<string, KeyPair>()

  get all(): readonly KeyPair[] {
    return [...this.#byName.values()]
  }

  find(name: string): KeyPair | undefined {
    return this.#byName.get(name)
  }

  /** Throws `InvalidKeyPair.NotFound`. */
  get(name: string): KeyPair {
    const found = this.#byName.get(name)
    if (found === undefined) throw notFound('keyPair', name)
    return found
  }

  /** Throws `InvalidKeyPair.NotFound`. */
  withId(id: string): KeyPair {
    const found = this.all.find((key) => key.id === id)
    if (found === undefined) throw notFound('keyPair', id)
    return found
  }

  add(key: KeyPair): void {
    this.#byName.set(key.name, key)
  }

  remove(name: string): void {
    this.#byName.delete(name)
  }
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImportKeyPair.html; key generation by EC2 is not modelled. */
export const keyPairOperations = (
  keys: KeyPairs,
  { tags, context: { random, timeline } }: { tags: TagStore; context: ServiceContext },
) => ({
  ImportKeyPair(input: ImportKeyPairCommandInput): Answer<ImportKeyPairCommandOutput> {
    const name = required(input.KeyName, 'keyName')
    const material = required(input.PublicKeyMaterial, 'publicKeyMaterial')
    const given = specifiedTags(input.TagSpecifications, 'keyPair')
    if (keys.find(name) !== undefined) {
      throw new ServiceFault('InvalidKeyPair.Duplicate', `The keypair already exists`)
    }
    const digest = createHash('md5').update(material).digest('hex')
    const key = {
      id: `key-${random.hex(17)}`,
      name,
      fingerprint: digest.replace(/..(?!$)/g, '$&:'),
      createdAt: timeline.now,
    }
    keys.add(key)
    tags.add(key.id, given)
    return { KeyName: name, KeyPairId: key.id, KeyFingerprint: key.fingerprint, Tags: tags.view(key.id) }
  },

  DescribeKeyPairs(input: DescribeKeyPairsCommandInput): Answer<DescribeKeyPairsCommandOutput> {
    const matches = matcher<KeyPair>(input.Filters, {
      fields: { 'key-name': (key) => key.name, 'key-pair-id': (key) => key.id, fingerprint: (key) => key.fingerprint },
      tagsOf: (key) => tags.of(key.id),
    })
    const byId = filled(input.KeyPairIds)?.map((id) => keys.withId(id))
    const requested = byId ?? filled(input.KeyNames)?.map((name) => keys.get(name)) ?? keys.all
    return {
      KeyPairs: requested.filter(matches).map((key) => ({
        KeyPairId: key.id,
        KeyName: key.name,
        KeyFingerprint: key.fingerprint,
        CreateTime: dateAt(key.createdAt),
        Tags: tags.view(key.id),
      })),
    }
  },

  DeleteKeyPair(input: DeleteKeyPairCommandInput): Answer<DeleteKeyPairCommandOutput> {
    const key = keys.all.find(({ id, name }) => id === input.KeyPairId || name === input.KeyName)
    if (key !== undefined) {
      keys.remove(key.name)
      tags.forget(key.id)
    }
    return { Return: true, ...(key === undefined ? {} : { KeyPairId: key.id }) }
  },
})
