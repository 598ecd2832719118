import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import { AddressPool, Ipv6Pool, blockText, contains, overlaps, parseBlock, type Block } from './cidr.ts'
import { invalidValue } from './faults.ts'
import { checkIds, notFound } from './ids.ts'
import type { TagStore } from './tags.ts'

export interface Zone {
  readonly name: string
  readonly id: string
}

export interface Vpc {
  readonly order: number
  readonly id: string
  readonly block: Block
  readonly isDefault: boolean
}

export interface Subnet {
  readonly order: number
  readonly id: string
  readonly vpcId: string
  readonly zone: string
  /** IPv4; undefined for an IPv6-native subnet, which has none. */
  readonly block: Block | undefined
  readonly ipv6Block: string | undefined
  readonly isDefaultForZone: boolean
  readonly addresses: AddressPool | Ipv6Pool
  mapsPublicAddress: boolean
}

/** What a scenario says of a subnet; without a VPC it lies in the default one, and without `cidr` it is IPv6-native. */
export interface SubnetSeed {
  readonly zone: string
  readonly cidr?: string
  /** `2600:1f14:1:2::/64`. */
  readonly ipv6Cidr?: string
  readonly vpcId?: string
  readonly id?: string
  readonly mapsPublicAddress?: true
  readonly tags?: Readonly<Record<string, string>>
}

/** A /20 of the default VPC's 172.31.0.0/16 for each zone, as AWS makes it in a new account. */
const defaultSubnet = (index: number): string => `172.31.${index * 16}.0/20`

/** Zones, VPCs and subnets; an account starts with a default VPC over three zones, or as many as it is to have. */
export class VpcNetwork {
  readonly zones: readonly Zone[]
  readonly defaultVpc: Vpc
  readonly #vpcs = new Map<string, Vpc>()
  readonly #subnets = new Map<string, Subnet>()
  readonly #context: ServiceContext
  readonly #tags: TagStore
  #order = 0

  constructor(context: ServiceContext, tags: TagStore) {
    this.#context = context
    this.#tags = tags
    const { region, zones = 3 } = context
    this.zones = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, zones).map((letter, index) => ({
      name: `${region}${letter}`,
      id: `${shortRegion(region)}-az${index + 1}`,
    }))
    this.defaultVpc = this.#addVpc('172.31.0.0/16', { isDefault: true })
    this.zones.forEach(({ name }, index) =>
      this.#addSubnet({ zone: name, cidr: defaultSubnet(index), mapsPublicAddress: true }, { isDefaultForZone: true }),
    )
  }

  get vpcs(): readonly Vpc[] {
    return [...this.#vpcs.values()]
  }

  get subnets(): readonly Subnet[] {
    return [...this.#subnets.values()]
  }

  findSubnet(id: string): Subnet | undefined {
    return this.#subnets.get(id)
  }

  /** Throws `InvalidSubnetID.NotFound` or `.Malformed`. */
  subnet(id: string): Subnet {
    const found = this.#subnets.get(id)
    if (found !== undefined) return found
    checkIds('subnet', [id])
    throw notFound('subnet', id)
  }

  vpc(id: string): Vpc {
    const found = this.#vpcs.get(id)
    if (found !== undefined) return found
    checkIds('vpc', [id])
    throw notFound('vpc', id)
  }

  /** The default subnet of a zone; without a zone that of the first. */
  defaultSubnet(zone: string | undefined): Subnet {
    if (zone !== undefined && !this.zones.some(({ name }) => name === zone)) throw invalidZone(zone)
    const found = this.subnets.find((subnet) => subnet.isDefaultForZone && (zone === undefined || subnet.zone === zone))
    if (found === undefined) {
      throw new ServiceFault('MissingInput', `No default subnet for availability zone: '${zone ?? 'null'}'.`)
    }
    return found
  }

  addVpc(cidr: string): Vpc {
    return this.#addVpc(cidr, { isDefault: false })
  }

  addSubnet(seed: SubnetSeed): Subnet {
    return this.#addSubnet(seed, { isDefaultForZone: false })
  }

  /** Throws `DependencyViolation` while an address of it is in use. */
  removeSubnet(id: string): void {
    const subnet = this.subnet(id)
    if (!subnet.addresses.isIdle) {
      throw new ServiceFault('DependencyViolation', `The subnet '${id}' has dependencies and cannot be deleted.`)
    }
    this.#subnets.delete(id)
    this.#tags.forget(id)
  }

  #addVpc(cidr: string, { isDefault }: Pick<Vpc, 'isDefault'>): Vpc {
    const id = `vpc-${this.#context.random.hex(17)}`
    const vpc = { order: this.#order++, id, block: parseBlock(cidr, 'InvalidVpc.Range'), isDefault }
    this.#vpcs.set(id, vpc)
    return vpc
  }

  #addSubnet(seed: SubnetSeed, { isDefaultForZone }: Pick<Subnet, 'isDefaultForZone'>): Subnet {
    const vpc = seed.vpcId === undefined ? this.defaultVpc : this.vpc(seed.vpcId)
    if (!this.zones.some(({ name }) => name === seed.zone)) throw invalidZone(seed.zone)
    const { cidr, ipv6Cidr } = seed
    if (cidr === undefined && ipv6Cidr === undefined)
      throw new ServiceFault('MissingParameter', 'Either cidrBlock or ipv6CidrBlock should be provided.')
    const block = cidr === undefined ? undefined : this.#blockIn(vpc, cidr)
    const subnet: Subnet = {
      order: this.#order++,
      id: seed.id ?? `subnet-${this.#context.random.hex(17)}`,
      vpcId: vpc.id,
      zone: seed.zone,
      block,
      ipv6Block: ipv6Cidr,
      isDefaultForZone,
      addresses: block === undefined ? new Ipv6Pool(ipv6Cidr ?? '') : new AddressPool(block),
      mapsPublicAddress: seed.mapsPublicAddress ?? false,
    }
    this.#subnets.set(subnet.id, subnet)
    this.#tags.set(subnet.id, Object.entries(seed.tags ?? {}))
    return subnet
  }

  #blockIn(vpc: Vpc, cidr: string): Block {
    const block = parseBlock(cidr, 'InvalidSubnet.Range')
    if (!contains(vpc.block, block)) throw new ServiceFault('InvalidSubnet.Range', `The CIDR '${cidr}' is invalid.`)
    if (this.subnets.some((one) => one.vpcId === vpc.id && one.block !== undefined && overlaps(one.block, block))) {
      throw new ServiceFault('InvalidSubnet.Conflict', `The CIDR '${blockText(block)}' conflicts with another subnet`)
    }
    return block
  }
}

const invalidZone = (zone: string) => invalidValue(`Invalid availability zone: [${zone}]`)

/** `eu-central-1` -> `euc1`, `ap-southeast-2` -> `apse2`: the stem of zone ids. */
function shortRegion(region: string): string {
  const number = region.slice(region.lastIndexOf('-') + 1)
  const words = region.slice(0, region.lastIndexOf('-')).split('-')
  const direction = words.at(-1)?.match(/north|south|east|west|central/g) ?? []
  return `${words.slice(0, -1).join('')}${direction.map((word) => word.charAt(0)).join('')}${number}`
}
