import { ServiceFault } from '../fault.ts'

export interface BalancerTag {
  readonly Key: string | undefined
  readonly Value?: string | undefined
}

/** The tags of load balancers and their parts; `most` is the service's limit for one resource. */
export class BalancerTags {
  readonly #byResource = new Map<string, Map<string, string>>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  of(resource: string): { Key: string; Value: string }[] {
    return [...(this.#byResource.get(resource) ?? [])].map(([Key, Value]) => ({ Key, Value }))
  }

  add(resource: string, tags: readonly BalancerTag[] | undefined): void {
    const own = new Map(this.#byResource.get(resource))
    const keys = new Set((tags ?? []).map(({ Key }) => Key))
    if (keys.size < (tags ?? []).length) {
      throw new ServiceFault('DuplicateTagKeys', 'Tag keys must be unique.')
    }
    for (const { Key, Value } of tags ?? []) {
      if (/^aws:/i.test(Key ?? '')) {
        throw new ServiceFault(
          'ValidationError',
          `Tag key '${Key}' is invalid: keys that start with 'aws:' are reserved`,
        )
      }
      own.set(Key ?? '', Value ?? '')
    }
    if (own.size > this.#most) {
      throw new ServiceFault(
        'TooManyTags',
        `The maximum number of tags (${this.#most}) for a resource has been reached.`,
      )
    }
    this.#byResource.set(resource, own)
  }

  remove(resource: string, keys: readonly (string | undefined)[]): void {
    for (const key of keys) this.#byResource.get(resource)?.delete(key ?? '')
  }

  forget(resource: string): void {
    this.#byResource.delete(resource)
  }
}
