import type { Tag, TagSpecification } from '@aws-sdk/client-ec2'
import { ServiceFault } from '../fault.ts'
import { invalidValue, required } from './faults.ts'
import { KINDS, type KindName } from './ids.ts'

const NONE: ReadonlyMap<string, string> = new Map()

/** The tags of everything in EC2, by resource id. */
export class TagStore {
  readonly #byResource = new Map<string, Map<string, string>>()

  of(resourceId: string): ReadonlyMap<string, string> {
    return this.#byResource.get(resourceId) ?? NONE
  }

  /** As a Describe call shows them. */
  view(resourceId: string): Tag[] {
    return [...this.of(resourceId)].map(([Key, Value]) => ({ Key, Value }))
  }

  /** Tags set by AWS itself: `aws:` keys are allowed, nothing is counted. */
  set(resourceId: string, tags: Iterable<readonly [string, string]>): void {
    const own = this.#byResource.get(resourceId) ?? new Map<string, string>()
    for (const [key, value] of tags) own.set(key, value)
    if (own.size > 0) this.#byResource.set(resourceId, own)
  }

  /** Tags set by a caller; throws for reserved keys, too long ones, and more than 50 tags. */
  add(resourceId: string, tags: readonly Tag[]): void {
    checkTags(tags)
    const after = new Set([...this.of(resourceId).keys(), ...tags.map((tag) => tag.Key ?? '')])
    if ([...after].filter((key) => !key.startsWith('aws:')).length > 50) throw tooManyTags()
    this.set(resourceId, pairs(tags))
  }

  /** Without a list every tag but AWS's own goes; one with a value goes only while it has that value. */
  remove(resourceId: string, tags: readonly Tag[] | undefined): void {
    const own = this.#byResource.get(resourceId)
    if (own === undefined) return
    for (const key of tags === undefined ? [...own.keys()].filter((key) => !key.startsWith('aws:')) : [])
      own.delete(key)
    for (const { Key, Value } of tags ?? []) {
      if (Key !== undefined && (Value === undefined || own.get(Key) === Value)) own.delete(Key)
    }
  }

  /** The resource is gone. */
  forget(resourceId: string): void {
    this.#byResource.delete(resourceId)
  }

  get resources(): Iterable<readonly [string, ReadonlyMap<string, string>]> {
    return this.#byResource
  }
}

/** The key and value of each tag; a tag without value has the empty one. */
export const pairs = (tags: readonly Tag[]): [string, string][] =>
  tags.map(({ Key, Value }) => [Key ?? '', Value ?? ''])

/** Refuses what a user may not set: `aws:` keys, keys over 128 and values over 256 characters. */
export function checkTags(tags: readonly Tag[]): void {
  for (const { Key, Value } of tags) {
    const key = required(Key, 'Tag.Key')
    if (/^aws:/i.test(key)) throw invalidValue("Tag keys starting with 'aws:' are reserved for internal use")
    if (key.length > 128) throw invalidValue(`Tag key exceeds the maximum length of 128 characters`)
    if ((Value ?? '').length > 256) throw invalidValue(`Tag value exceeds the maximum length of 256 characters`)
  }
  if (tags.length > 50) throw tooManyTags()
}

/** The tags that a creating call gives to one kind of resource; refuses specifications for `others` not in the list. */
export function specifiedTags(
  specifications: readonly TagSpecification[] | undefined,
  kind: KindName,
  others: readonly string[] = [],
): Tag[] {
  const own: string = KINDS[kind].resourceType
  for (const { ResourceType } of specifications ?? []) {
    const type: string = required(ResourceType, 'TagSpecification.ResourceType')
    if (type !== own && !others.includes(type)) {
      throw invalidValue(`'${type}' is not a valid taggable resource type for this operation.`)
    }
  }
  const tags = (specifications ?? [])
    .filter(({ ResourceType }) => ResourceType === own)
    .flatMap(({ Tags: of }) => of ?? [])
  checkTags(tags)
  return tags
}

const tooManyTags = (): ServiceFault =>
  new ServiceFault('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.')
