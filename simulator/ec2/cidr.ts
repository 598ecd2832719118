import { ServiceFault } from '../fault.ts'
import { invalidValue } from './faults.ts'

/** A block of IPv4 addresses. */
export interface Block {
  readonly first: number
  readonly size: number
  readonly prefix: number
}

/** Reads `10.0.0.0/16`; throws `InvalidParameterValue`, or `code` for a size outside /16 to /28. */
export function parseBlock(text: string, code: string): Block {
  const [, address, prefix] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(text) ?? []
  if (address === undefined || address.split('.').some((part) => Number(part) > 255)) {
    throw invalidValue(`Value (${text}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`)
  }
  if (Number(prefix) < 16 || Number(prefix) > 28) throw new ServiceFault(code, `The CIDR '${text}' is invalid.`)
  const size = 2 ** (32 - Number(prefix))
  const number = numberOf(address)
  return { first: number - (number % size), size, prefix: Number(prefix) }
}

export const contains = (outer: Block, inner: Block): boolean =>
  inner.first >= outer.first && inner.first + inner.size <= outer.first + outer.size

export const overlaps = (one: Block, other: Block): boolean =>
  one.first < other.first + other.size && other.first < one.first + one.size

export const textOf = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')

export const blockText = (block: Block): string => `${textOf(block.first)}/${block.prefix}`

export const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

/** The addresses of one subnet: the first four and the last are AWS's own. */
export class AddressPool {
  readonly #block: Block
  readonly #returned: number[] = []
  readonly #used = new Set<number>()
  #next = 4

  constructor(block: Block) {
    this.#block = block
  }

  get isIdle(): boolean {
    return this.#used.size === 0
  }

  get free(): number {
    return this.#block.size - 5 - this.#used.size
  }

  /** A free address, or undefined when there is none; `wanted` asks for a certain one. */
  take(wanted?: string): string | undefined {
    const offset = wanted === undefined ? this.#any() : numberOf(wanted) - this.#block.first
    if (offset === undefined || offset < 4 || offset >= this.#block.size - 1 || this.#used.has(offset)) return undefined
    this.#used.add(offset)
    return textOf(this.#block.first + offset)
  }

  release(address: string): void {
    const offset = numberOf(address) - this.#block.first
    if (this.#used.delete(offset)) this.#returned.push(offset)
  }

  #any(): number | undefined {
    while (this.#next < this.#block.size - 1) {
      const offset = this.#next++
      if (!this.#used.has(offset)) return offset
    }
    for (let offset = this.#returned.pop(); offset !== undefined; offset = this.#returned.pop()) {
      if (!this.#used.has(offset)) return offset
    }
    return undefined
  }
}

/** The addresses of one IPv6-native subnet: there are always more. */
export class Ipv6Pool {
  readonly free = Infinity
  readonly #prefix: string
  readonly #used = new Set<string>()
  #next = 16

  /** `block` is `2600:1f14::/64`. */
  constructor(block: string) {
    this.#prefix = block.replace(/\/\d+$/, '')
  }

  get isIdle(): boolean {
    return this.#used.size === 0
  }

  take(wanted?: string): string | undefined {
    const address = wanted ?? `${this.#prefix}${(this.#next++).toString(16)}`
    if (this.#used.has(address)) return undefined
    this.#used.add(address)
    return address
  }

  release(address: string): void {
    this.#used.delete(address)
  }
}
