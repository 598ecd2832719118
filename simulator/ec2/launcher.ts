import type { RequestLaunchTemplateData, Tag } from '@aws-sdk/client-ec2'
import type { LaunchSettings, MachineRequest, ServiceContext, TemplateSpecification } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import { withoutAbsent } from './answer.ts'
import { invalidValue } from './faults.ts'
import { refuseBeyondQuota } from './vcpu-quota.ts'
import type { InstanceRecord, Instances } from './instances.ts'
import { resolveLaunch, type LaunchParameters, type LaunchParts, type ResolvedLaunch } from './launch-spec.ts'
import { pairs, specifiedTags, type TagStore } from './tags.ts'
import type { TemplateRecord, Templates, TemplateVersion } from './templates.ts'

export interface LauncherParts extends LaunchParts {
  /** The vCPU quota of a market, as Service Quotas has it. */
  readonly vcpuQuota: (market: 'spot' | 'on-demand') => number
  readonly instances: Instances
  readonly templates: Templates
  readonly tags: TagStore
}

/** What a launch is besides its parameters. `least` and `most` are MinCount and MaxCount. */
interface Order {
  readonly least: number
  readonly most: number
  readonly template: { readonly template: TemplateRecord; readonly version: TemplateVersion } | undefined
  readonly tags: readonly Tag[]
}

/** Starts instances for callers of RunInstances and for Auto Scaling alike. */
export class Launcher {
  readonly #parts: LauncherParts
  readonly #context: ServiceContext

  constructor(parts: LauncherParts, context: ServiceContext) {
    this.#parts = parts
    this.#context = context
  }

  template(specification: TemplateSpecification): NonNullable<Order['template']> {
    const { templates } = this.#parts
    const template = templates.get(specification)
    return { template, version: templates.version(template, specification.Version) }
  }

  /** All of one call; all or, between `least` and `most`, as many as there is room for. */
  run(parameters: LaunchParameters, order: Order): InstanceRecord[] {
    const spec = resolveLaunch(parameters, this.#parts, this.#context)
    const count = this.#room(spec, order)
    const reservationId = `r-${this.#context.random.hex(17)}`
    return Array.from({ length: count }, () => this.#one(spec, { ...order, reservationId }))
  }

  /** One instance for Auto Scaling: the template fills what the group does not say itself. */
  runOne(request: MachineRequest): InstanceRecord {
    const { templates } = this.#parts
    const template = request.template === undefined ? undefined : templates.byId(request.template.id)
    const version =
      template === undefined ? undefined : templates.version(template, String(request.template?.version ?? '$Default'))
    const data = (version?.data ?? {}) as RequestLaunchTemplateData
    const parameters = {
      ...data,
      ImageId: request.imageId,
      InstanceType: request.type as NonNullable<RequestLaunchTemplateData['InstanceType']>,
      ...withoutAbsent({ UserData: request.userData, KeyName: request.keyName }),
      ...(request.profile === undefined ? {} : { IamInstanceProfile: profile(request.profile) }),
      ...(request.spot === true ? { InstanceMarketOptions: { MarketType: 'spot' as const } } : {}),
      ...besides(request.settings),
      ...place(request, data),
    } as LaunchParameters
    const tags = specifiedTags(data.TagSpecifications, 'instance', OTHER_TAGGED)
    const [instance] = this.run(parameters, {
      least: 1,
      most: 1,
      template: template === undefined || version === undefined ? undefined : { template, version },
      tags: tags.filter(({ Key }) => !Object.hasOwn(request.tags, Key ?? '')),
    })
    if (instance === undefined) throw noCapacity('')
    this.#parts.tags.set(instance.id, Object.entries(request.tags))
    return instance
  }

  #room({ subnet, type, image, privateAddress, spot }: ResolvedLaunch, { least, most }: Order): number {
    refuseBeyondQuota(this.#parts, { type, spot, least }, this.#context.behaviour)
    if (subnet.addresses.free < least) {
      throw new ServiceFault(
        'InsufficientFreeAddressesInSubnet',
        `There are not enough free addresses in subnet '${subnet.id}' to satisfy the requested number of instances.`,
      )
    }
    if (privateAddress !== undefined && most > 1) {
      throw invalidValue('A private IP address can be specified for a single instance only.')
    }
    const { behaviour, timeline } = this.#context
    const wanted = Math.min(most, subnet.addresses.free)
    for (let count = 0; count < wanted; count++) {
      const why = behaviour.refuseLaunch({ zone: subnet.zone, type, imageId: image.id, at: timeline.now })
      if (why === undefined) continue
      if (count < least) throw noCapacity(why)
      return count
    }
    return wanted
  }

  #one(
    spec: ResolvedLaunch,
    { template, tags, reservationId }: Order & { readonly reservationId: string },
  ): InstanceRecord {
    const privateAddress = spec.subnet.addresses.take(spec.privateAddress)
    if (privateAddress === undefined) {
      throw new ServiceFault('InvalidIPAddress.InUse', `Address ${spec.privateAddress} is in use.`)
    }
    const instance = this.#parts.instances.add(spec, { privateAddress, reservationId })
    this.#parts.tags.set(instance.id, pairs(tags))
    if (template !== undefined) {
      this.#parts.tags.set(instance.id, [
        ['aws:ec2launchtemplate:id', template.template.id],
        ['aws:ec2launchtemplate:version', String(template.version.number)],
      ])
    }
    return instance
  }
}

/** Other resource types that a launch may tag. */
export const OTHER_TAGGED = ['volume', 'network-interface', 'spot-instances-request', 'elastic-gpu']

const noCapacity = (why: string): ServiceFault => new ServiceFault('InsufficientInstanceCapacity', why, 500)

const profile = (text: string) => (text.startsWith('arn:') ? { Arn: text } : { Name: text })

const besides = (settings: LaunchSettings = {}): LaunchParameters =>
  withoutAbsent({
    MetadataOptions: settings.metadataOptions,
    BlockDeviceMappings: settings.blockDevices,
    Monitoring: settings.monitored === undefined ? undefined : { Enabled: settings.monitored },
    EbsOptimized: settings.ebsOptimized,
    Placement: settings.tenancy === undefined ? undefined : { Tenancy: settings.tenancy },
  }) as LaunchParameters

/** The group's subnet and groups go where the template keeps its own: at the network interface, if it has one. */
function place(request: MachineRequest, data: RequestLaunchTemplateData): LaunchParameters {
  const publicAddress = request.settings?.publicAddress
  const made = publicAddress === undefined ? [] : [{ DeviceIndex: 0, AssociatePublicIpAddress: publicAddress }]
  const [nic, ...others] = data.NetworkInterfaces ?? made
  const groups = request.securityGroups === undefined ? undefined : [...request.securityGroups]
  if (nic === undefined) return { SubnetId: request.subnetId, ...withoutAbsent({ SecurityGroupIds: groups }) }
  return {
    NetworkInterfaces: [{ ...nic, SubnetId: request.subnetId, ...withoutAbsent({ Groups: groups }) }, ...others],
  } as LaunchParameters
}
