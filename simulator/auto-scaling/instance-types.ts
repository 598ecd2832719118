import type { InstanceRequirements } from '@aws-sdk/client-auto-scaling'

/** Type, virtual CPUs, memory in MiB; smallest first, those for Arm last: most images are for x86. */
const TYPES: readonly (readonly [type: string, cpus: number, memory: number])[] = [
  ['t3.micro', 2, 1024], ['t3.small', 2, 2048], ['t3.medium', 2, 4096], ['c5.large', 2, 4096], ['m5.large', 2, 8192],
  ['r5.large', 2, 16384], ['c5.xlarge', 4, 8192], ['m5.xlarge', 4, 16384], ['r5.xlarge', 4, 32768],
  ['c5.2xlarge', 8, 16384], ['m5.2xlarge', 8, 32768], ['r5.2xlarge', 8, 65536], ['c5.4xlarge', 16, 32768],
  ['m5.4xlarge', 16, 65536], ['r5.4xlarge', 16, 131072], ['c5.9xlarge', 36, 73728], ['m5.12xlarge', 48, 196608],
  ['m5.24xlarge', 96, 393216], ['t4g.micro', 2, 1024], ['t4g.small', 2, 2048], ['m6g.large', 2, 8192],
] // prettier-ignore

/**
 * The smallest type that meets the requirements; undefined when none of the well-known ones does. Burstable types must be asked for.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceRequirements.html
 */
export function typeFor(requirements: InstanceRequirements): string | undefined {
  const {
    VCpuCount: cpus,
    MemoryMiB: memory,
    AllowedInstanceTypes: allowed,
    ExcludedInstanceTypes: excluded = [],
    CpuManufacturers: makers,
    BurstablePerformance: burstable = 'excluded',
  } = requirements
  return TYPES.find(
    ([type, itsCpus, itsMemory]) =>
      itsCpus >= (cpus?.Min ?? 0) && itsCpus <= (cpus?.Max ?? Infinity) &&
      itsMemory >= (memory?.Min ?? 0) && itsMemory <= (memory?.Max ?? Infinity) &&
      (burstable === 'included' || (burstable === 'required') === isBurstable(type)) &&
      (makers === undefined || makers.some((maker) => maker === makerOf(type))) &&
      (allowed === undefined || allowed.some((pattern) => matches(pattern, type))) &&
      !excluded.some((pattern) => matches(pattern, type)),
  )?.[0] // prettier-ignore
}

const isBurstable = (type: string): boolean => type.startsWith('t')

const makerOf = (type: string): string => (/^\w\dg\./.test(type) ? 'amazon-web-services' : 'intel')

const CHOSEN_BY: ReadonlySet<string> = new Set<keyof InstanceRequirements>([
  'VCpuCount', 'MemoryMiB', 'AllowedInstanceTypes', 'ExcludedInstanceTypes', 'CpuManufacturers', 'BurstablePerformance',
]) // prettier-ignore

/** The first attribute by which the simulator chooses no type; undefined where it knows them all. */
export const unknownAttribute = (requirements: InstanceRequirements): string | undefined =>
  Object.keys(requirements).find(
    (name) => !CHOSEN_BY.has(name) && requirements[name as keyof InstanceRequirements] !== undefined,
  )

/** How much an instance of a type brings to a capacity that is counted in vCPUs or MiB; 1 where the type is not well known. */
export function capacityOfType(type: string | undefined, unit: 'vcpu' | 'memory-mib'): number {
  const [, cpus, memory] = TYPES.find(([name]) => name === type) ?? [undefined, 1, 1]
  return unit === 'vcpu' ? cpus : memory
}

/** `m5.*` and the like. */
const matches = (pattern: string, type: string): boolean =>
  new RegExp(`^${pattern.split('*').map((part) => part.replace(/\W/g, '\\$&')).join('.*')}$`).test(type) // prettier-ignore
