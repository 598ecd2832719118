import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import { notFound } from './ids.ts'
import type { InstanceRecord, Instances } from './instances.ts'
import type { TagStore } from './tags.ts'

/** An Elastic IP; `association` while it points at an instance. */
export interface Address {
  readonly id: string
  readonly publicAddress: string
  association: { readonly id: string; readonly instance: InstanceRecord } | undefined
}

/** The Elastic IPs of the account. `limit` is the quota, five unless a scenario says otherwise. */
export class Addresses {
  limit = 5
  readonly #byId = new Map<string, Address>()
  readonly #context: ServiceContext
  readonly #instances: Instances
  readonly #tags: TagStore

  constructor(context: ServiceContext, { instances, tags }: { instances: Instances; tags: TagStore }) {
    this.#context = context
    this.#instances = instances
    this.#tags = tags
    // A terminated instance loses its Elastic IP; the address stays allocated.
    instances.onStateChange((machine) => {
      if (machine.state !== 'terminated') return
      for (const address of this.#byId.values()) {
        if (address.association?.instance.id === machine.id) address.association = undefined
      }
    })
  }

  get all(): readonly Address[] {
    return [...this.#byId.values()]
  }

  get(id: string): Address {
    const found = this.#byId.get(id)
    if (found === undefined) throw notFound('allocation', id)
    return found
  }

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  allocate(): Address {
    if (this.#byId.size >= this.limit) {
      throw new ServiceFault('AddressLimitExceeded', 'The maximum number of addresses has been reached.')
    }
    const address: Address = {
      id: `eipalloc-${this.#context.random.hex(17)}`,
      publicAddress: this.#instances.nextPublicAddress(),
      association: undefined,
    }
    this.#byId.set(address.id, address)
    return address
  }

  release(address: Address): void {
    if (address.association !== undefined) {
      throw new ServiceFault('InvalidIPAddress.InUse', `Address ${address.publicAddress} is in use.`)
    }
    this.#byId.delete(address.id)
    this.#tags.forget(address.id)
  }

  /** Moves the address in one step; the instance's former address is freed: an Elastic IP stays allocated, an auto-assigned one is lost. */
  associate(address: Address, instance: InstanceRecord): string {
    this.disassociate(address)
    for (const other of this.#byId.values()) if (other.association?.instance === instance) this.disassociate(other)
    const id = `eipassoc-${this.#context.random.hex(17)}`
    address.association = { id, instance }
    instance.publicAddress = address.publicAddress
    instance.ownsAddress = true
    return id
  }

  /** The instance stays without a public address: EC2 gives none back. */
  disassociate(address: Address): void {
    const instance = address.association?.instance
    if (instance === undefined) return
    address.association = undefined
    instance.publicAddress = undefined
    instance.ownsAddress = false
  }
}
