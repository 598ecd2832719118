import type {
  DescribeInstanceTypeOfferingsCommandInput,
  DescribeInstanceTypeOfferingsCommandOutput,
  DescribeInstanceTypesCommandInput,
  DescribeInstanceTypesCommandOutput,
  InstanceTypeInfo,
  _InstanceType,
} from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import type { Answer } from '../answer.ts'
import { TYPE_PATHS } from './filter-paths.ts'
import { matcher, type Filterable } from './filters.ts'
import { bootModes, INSTANCE_TYPES, type TypeFacts } from './instance-types.ts'
import type { VpcNetwork } from './network.ts'
import { ec2Page } from './pages.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html */
export const typeOperations = (network: VpcNetwork, { region, behaviour }: ServiceContext) => ({
  DescribeInstanceTypes(input: DescribeInstanceTypesCommandInput): Answer<DescribeInstanceTypesCommandOutput> {
    const requested: readonly string[] = input.InstanceTypes ?? []
    const unknown = requested.filter((name) => !INSTANCE_TYPES.has(name))
    if (unknown.length > 0) {
      throw new ServiceFault(
        'InvalidInstanceType',
        `The following supplied instance types do not exist: [${unknown.join(', ')}]`,
      )
    }
    const types = [...INSTANCE_TYPES.values()]
      .filter((type) => requested.length === 0 || requested.includes(type.name))
      .filter(matcher(input.Filters, FILTERS))
    const { items, ...rest } = ec2Page(types, input, { behaviour, sizes: { smallest: 5, largest: 100, standard: 100 } })
    return { InstanceTypes: items.map(shape), ...rest }
  },

  DescribeInstanceTypeOfferings(
    input: DescribeInstanceTypeOfferingsCommandInput,
  ): Answer<DescribeInstanceTypeOfferingsCommandOutput> {
    const LocationType = input.LocationType ?? 'region'
    const zones = network.zones.map((zone) => (LocationType === 'availability-zone-id' ? zone.id : zone.name))
    const locations = LocationType === 'region' ? [region] : zones
    const offers = [...INSTANCE_TYPES.values()]
      .flatMap((type) => locations.map((location) => ({ type, location })))
      .map((offer, order) => ({ ...offer, order }))
      .filter(
        matcher<{ type: TypeFacts; location: string }>(input.Filters, {
          fields: { location: ({ location }) => location, 'instance-type': ({ type }) => type.name },
        }),
      )
    const { items, ...rest } = ec2Page(offers, input, { behaviour })
    return {
      InstanceTypeOfferings: items.map(({ type, location }) => ({
        InstanceType: type.name as _InstanceType,
        LocationType,
        Location: location,
      })),
      ...rest,
    }
  },
})

const FILTERS: Filterable<TypeFacts> = {
  shown: { paths: TYPE_PATHS, shape: (type) => shape(type) },
  fields: {
    'instance-type': (type) => type.name,
    'processor-info.supported-architecture': (type) => type.architectures,
    'vcpu-info.default-vcpus': (type) => String(type.vcpus),
    'memory-info.size-in-mib': (type) => String(type.memoryMib),
    'current-generation': (type) => String(type.currentGeneration),
    'burstable-performance-supported': (type) => String(type.burstable),
    hypervisor: (type) => type.hypervisor,
    'bare-metal': () => 'false',
    'free-tier-eligible': (type) => String(isFree(type)),
    'supported-usage-class': () => ['on-demand', 'spot'],
    'supported-root-device-type': () => 'ebs',
    'supported-virtualization-type': () => 'hvm',
  },
}

const isFree = (type: TypeFacts): boolean => type.name === 't2.micro' || type.name === 't3.micro'

function shape(type: TypeFacts): InstanceTypeInfo {
  const cores = type.architectures.includes('arm64') ? type.vcpus : Math.max(1, type.vcpus / 2)
  return {
    InstanceType: type.name as _InstanceType,
    CurrentGeneration: type.currentGeneration,
    FreeTierEligible: isFree(type),
    SupportedUsageClasses: ['on-demand', 'spot'],
    SupportedRootDeviceTypes: ['ebs'],
    SupportedVirtualizationTypes: ['hvm'],
    BareMetal: false,
    Hypervisor: type.hypervisor,
    SupportedBootModes: bootModes(type),
    NetworkInfo: { EnaSupport: type.hypervisor === 'nitro' ? 'required' : 'unsupported' },
    NitroTpmSupport: type.hypervisor === 'nitro' ? 'supported' : 'unsupported',
    ProcessorInfo: { SupportedArchitectures: [...type.architectures], SustainedClockSpeedInGhz: type.clockGhz },
    VCpuInfo: { DefaultVCpus: type.vcpus, DefaultCores: cores, DefaultThreadsPerCore: type.vcpus / cores },
    MemoryInfo: { SizeInMiB: type.memoryMib },
    InstanceStorageSupported: false,
    HibernationSupported: !type.architectures.includes('arm64'),
    BurstablePerformanceSupported: type.burstable,
    DedicatedHostsSupported: type.family !== 't2' && type.family !== 't4g',
    AutoRecoverySupported: true,
  }
}
