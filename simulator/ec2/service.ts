import type {
  Compute,
  ComputeInstance,
  MachineRequest,
  ResolvedTemplate,
  Service,
  ServiceContext,
  TemplateSpecification,
} from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import { addressOperations } from './address-operations.ts'
import { Addresses } from './addresses.ts'
import { ImageAliases } from './aliases.ts'
import { attachedOperations } from './attached.ts'
import { imageAttributes } from './image-attributes.ts'
import { imageCopies } from './image-copies.ts'
import { imageOperations } from './image-operations.ts'
import { imageRegistration } from './image-registration.ts'
import { ImageStore, type ImageSeed } from './images.ts'
import { attributeOperations } from './instance-attributes.ts'
import { lifeOperations } from './instance-life.ts'
import { instanceOperations } from './instance-operations.ts'
import { statusOf, statusOperations } from './instance-status.ts'
import { INSTANCE_TYPES } from './instance-types.ts'
import { Instances } from './instances.ts'
import { KeyPairs, keyPairOperations } from './key-pairs.ts'
import { Launcher } from './launcher.ts'
import { VpcNetwork, type SubnetSeed } from './network.ts'
import { networkOperations } from './network-operations.ts'
import { regionOperations } from './region-operations.ts'
import { SecurityGroups, securityGroupOperations } from './security-groups.ts'
import { tagOperations } from './tag-operations.ts'
import { TagStore } from './tags.ts'
import { templateOperations } from './template-operations.ts'
import { templateVersionOperations } from './template-versions.ts'
import { Templates } from './templates.ts'
import { typeOperations } from './type-operations.ts'

/** EC2: `operations` for the wire layer, `Compute` for Auto Scaling, and what scenarios set. */
export class Ec2Service implements Service, Compute {
  readonly sdkId = 'EC2'
  readonly operations
  /** The vCPU quotas of the account, asked where a scenario enforces them. */
  vcpuQuota: (market: 'spot' | 'on-demand') => number = () => Infinity
  /** Placement groups that a scenario has made: the simulator knows only their names. */
  readonly placementGroups = new Set<string>()
  readonly #images: ImageStore
  readonly #network: VpcNetwork
  readonly #instances: Instances
  readonly #addresses: Addresses
  readonly #launcher: Launcher
  readonly #tags = new TagStore()
  readonly #aliases = new ImageAliases()

  constructor(context: ServiceContext) {
    const [tags, aliases, keys] = [this.#tags, this.#aliases, new KeyPairs()]
    const images = (this.#images = new ImageStore(context, tags))
    const network = (this.#network = new VpcNetwork(context, tags))
    const groups = new SecurityGroups(context, network)
    const templates = new Templates(context, tags)
    const instances = (this.#instances = new Instances(context, { images, tags }))
    const addresses = (this.#addresses = new Addresses(context, { instances, tags }))
    const vcpuQuota = (market: 'spot' | 'on-demand'): number => this.vcpuQuota(market)
    const { placementGroups } = this
    const parts = { images, network, groups, keys, aliases, instances, templates, tags, vcpuQuota, placementGroups }
    const launcher = new Launcher(parts, context)
    this.#launcher = launcher
    const shared = { tags, groups, context }
    this.operations = withDryRun({
      ...imageRegistration(images, tags, context),
      ...imageCopies({ images, instances, tags }, context),
      ...imageAttributes(images, context),
      ...imageOperations(images, tags, context),
      ...networkOperations({ network, groups, tags }, context),
      ...securityGroupOperations(groups, { network, tags, context }),
      ...keyPairOperations(keys, { tags, context }),
      ...regionOperations(context.region),
      ...typeOperations(network, context),
      ...templateOperations({ templates, tags, aliases }, context),
      ...templateVersionOperations({ templates, tags, aliases }, context),
      ...instanceOperations({ ...shared, instances, launcher }),
      ...lifeOperations(instances),
      ...attributeOperations(instances, shared),
      ...statusOperations({ instances, context }),
      ...attachedOperations(instances, { ...shared, addressLimit: () => addresses.limit }),
      ...addressOperations({ addresses, instances, tags, context }),
      ...tagOperations(
        tags,
        {
          image: (id) => images.known(id)?.deregisteredAt === undefined && images.known(id) !== undefined,
          instance: (id) => instances.find(id) !== undefined,
          template: (id) => templates.has(id),
          subnet: (id) => network.findSubnet(id) !== undefined,
          vpc: (id) => network.vpcs.some((vpc) => vpc.id === id),
          securityGroup: (id) => groups.find(id) !== undefined,
          networkInterface: (id) => instances.findByInterface(id) !== undefined,
          keyPair: (id) => keys.all.some((key) => key.id === id),
          allocation: (id) => addresses.has(id),
        },
        context,
      ),
    })
  }

  launch(request: MachineRequest): ComputeInstance {
    return this.#launcher.runOne(request)
  }

  terminate(instanceId: string): void {
    const instance = this.#instances.find(instanceId)
    if (instance !== undefined) this.#instances.terminate(instance)
  }

  machine(instanceId: string): ComputeInstance | undefined {
    return this.#instances.find(instanceId)
  }

  /** What runs, with its tags. */
  running(): { readonly id: string; readonly tags: ReadonlyMap<string, string> }[] {
    const alive = [...this.#instances.all].filter(({ state }) => state === 'running')
    return alive.map(({ id }) => ({ id, tags: this.#tags.of(id) }))
  }

  onStateChange(listener: (machine: ComputeInstance) => void): void {
    this.#instances.onStateChange(listener)
  }

  onStatusChange(listener: (instanceId: string) => void): void {
    this.#instances.onStatusChange(listener)
  }

  statusOf(instanceId: string): ReturnType<typeof statusOf> {
    const instance = this.#instances.find(instanceId)
    return instance === undefined ? 'not-applicable' : statusOf(instance)
  }

  volumesFail(instanceId: string): boolean {
    return this.#instances.find(instanceId)?.volumesFail === true
  }

  /** The image id is as the version has it: an alias stays an alias, and is looked up at each launch. */
  resolveTemplate(specification: TemplateSpecification): ResolvedTemplate {
    const { template, version } = this.#launcher.template(specification)
    const { ImageId: imageId, InstanceType: instanceType } = version.data
    return { id: template.id, name: template.name, version: version.number, imageId, instanceType }
  }

  subnet(subnetId: string): ReturnType<Compute['subnet']> {
    return this.#network.findSubnet(subnetId)
  }

  /** Of a zone that has none there is none: a group cannot launch there by the zone's name alone. */
  knows(kind: 'zone' | 'instance type' | 'placement group', name: string): boolean {
    switch (kind) {
      case 'zone':
        return this.#network.zones.some((zone) => zone.name === name)
      case 'instance type':
        return INSTANCE_TYPES.has(name)
      case 'placement group':
        return this.placementGroups.has(name)
      default:
        return kind satisfies never
    }
  }

  defaultSubnet(zone: string): string | undefined {
    try {
      return this.#network.defaultSubnet(zone).id
    } catch (error) {
      if (error instanceof ServiceFault) return undefined
      throw error
    }
  }

  zoneId(name: string): string | undefined {
    return this.#network.zones.find((zone) => zone.name === name)?.id
  }

  imageExists(imageId: string): boolean {
    try {
      return this.#images.forLaunch(this.#aliases.resolve(imageId)).state === 'available'
    } catch (error) {
      if (error instanceof ServiceFault) return false
      throw error
    }
  }

  tag(instanceId: string, tags: Readonly<Record<string, string>>): void {
    this.#tags.set(instanceId, Object.entries(tags))
  }

  /** AWS's own removal of tags, such as the group's name after a detachment. */
  untag(instanceId: string, keys: readonly string[]): void {
    this.#tags.remove(
      instanceId,
      keys.map((Key) => ({ Key })),
    )
  }

  /** Adds an image that was not registered through the API; gives its id. */
  seedImage(seed: ImageSeed): string {
    return this.#images.seed(seed).id
  }

  /** Adds a subnet, by default to the default VPC; gives its id. */
  seedSubnet(seed: SubnetSeed): string {
    return this.#network.addSubnet(seed).id
  }

  /** Something else than instances takes every free address of a subnet; gives what frees them again. */
  occupy(subnetId: string): () => void {
    const { addresses } = this.#network.subnet(subnetId)
    const taken = Array.from({ length: Number.isFinite(addresses.free) ? addresses.free : 0 }, () => addresses.take())
    return () => {
      for (const address of taken) if (address !== undefined) addresses.release(address)
    }
  }

  /** Gives the parameter behind `resolve:ssm:`; called with `name`, `name:version` or `name:label`. */
  set parameterLookup(lookup: (parameter: string) => string | undefined) {
    this.#aliases.lookup = lookup
  }

  /** The account's quota of Elastic IPs. */
  set addressLimit(limit: number) {
    this.#addresses.limit = limit
  }

  /** Lets the status checks of an instance fail or pass; nothing else changes. */
  setReachable(instanceId: string, health: 'reachable' | 'impaired'): void {
    const instance = this.#instances.find(instanceId)
    if (instance !== undefined) this.#instances.setImpaired(instance, health === 'impaired')
  }

  /** Lets the check of the volumes attached to an instance fail or pass; nothing else changes. */
  setVolumes(instanceId: string, health: 'ok' | 'impaired'): void {
    const instance = this.#instances.find(instanceId)
    if (instance !== undefined) this.#instances.setVolumesFail(instance, health === 'impaired')
  }

  /** EC2 takes an instance away (a Spot interruption, a failed host) with this state reason. */
  reclaim(instanceId: string, reason = 'Server.SpotInstanceTermination: Spot instance termination'): void {
    const instance = this.#instances.find(instanceId)
    if (instance !== undefined) this.#instances.terminate(instance, reason)
  }

  /** The instance that an address, public or private, leads to now, and since when it runs. */
  machineAt(address: string): (ComputeInstance & { readonly runningSince: number | undefined }) | undefined {
    for (const instance of this.#instances.all)
      if (
        instance.state !== 'terminated' &&
        (instance.publicAddress === address || instance.privateAddress === address)
      )
        return instance
    return undefined
  }

  /** Where an instance can be reached now; `public` is its Elastic IP when it has one. */
  addressOf(instanceId: string): { readonly private: string; readonly public: string | undefined } | undefined {
    const instance = this.#instances.find(instanceId)
    if (instance === undefined || instance.state === 'terminated') return undefined
    return { private: instance.privateAddress, public: instance.publicAddress }
  }
}

type Operations = Service['operations']

/** Every call of EC2 can be tried: with `DryRun` it answers `DryRunOperation`, HTTP 412, and does nothing. */
function withDryRun<T extends Operations>(operations: T): T {
  const wrapped = Object.entries(operations).map(([name, operation]) => [
    name,
    (input: never) => {
      if ((input as { DryRun?: boolean }).DryRun === true) {
        throw new ServiceFault('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412)
      }
      return operation(input)
    },
  ])
  return Object.fromEntries(wrapped) as T
}
