import { invalidValue } from './faults.ts'

/** One instance type: what a launch and DescribeInstanceTypes need of it. */
export interface TypeFacts {
  readonly order: number
  readonly name: string
  readonly family: string
  readonly architectures: readonly ('x86_64' | 'arm64' | 'i386')[]
  readonly vcpus: number
  readonly memoryMib: number
  readonly burstable: boolean
  readonly currentGeneration: boolean
  readonly hypervisor: 'xen' | 'nitro'
  readonly clockGhz: number
}

interface Family {
  readonly arm?: true
  readonly clockGhz: number
  readonly hypervisor?: 'xen'
  /** GiB of memory per vCPU, for families with the same share in all sizes. */
  readonly share?: number
  readonly sizes: readonly string[]
}

const LARGE_UP = ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge', '24xlarge']
const TO_32 = [...LARGE_UP, '32xlarge']
const TO_48 = [...LARGE_UP, '48xlarge']
const TO_48_AND_32 = [...LARGE_UP, '32xlarge', '48xlarge']
const GRAVITON = ['medium', 'large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge']
const BURSTABLE = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge', '2xlarge']

/** https://aws.amazon.com/ec2/instance-types/ gives sizes, memory and clock of each family. */
const FAMILIES: Readonly<Record<string, Family>> = {
  t2: { sizes: BURSTABLE, clockGhz: 2.3, hypervisor: 'xen' },
  t3: { sizes: BURSTABLE, clockGhz: 2.5 },
  t3a: { sizes: BURSTABLE, clockGhz: 2.2 },
  t4g: { sizes: BURSTABLE, clockGhz: 2.5, arm: true },
  m5: { sizes: LARGE_UP, share: 4, clockGhz: 3.1 },
  m6i: { sizes: TO_32, share: 4, clockGhz: 3.5 },
  m6g: { sizes: GRAVITON, share: 4, clockGhz: 2.5, arm: true },
  m7g: { sizes: GRAVITON, share: 4, clockGhz: 2.6, arm: true },
  c5: {
    sizes: ['large', 'xlarge', '2xlarge', '4xlarge', '9xlarge', '12xlarge', '18xlarge', '24xlarge'],
    share: 2,
    clockGhz: 3.4,
  },
  c6g: { sizes: GRAVITON, share: 2, clockGhz: 2.5, arm: true },
  r5: { sizes: LARGE_UP, share: 8, clockGhz: 3.1 },
  m5a: { sizes: LARGE_UP, share: 4, clockGhz: 2.5 },
  m6a: { sizes: TO_48_AND_32, share: 4, clockGhz: 3.6 },
  m7i: { sizes: TO_48, share: 4, clockGhz: 3.2 },
  m8g: { sizes: ['medium', ...TO_48], share: 4, clockGhz: 2.8, arm: true },
  c6i: { sizes: TO_32, share: 2, clockGhz: 3.5 },
  c6a: { sizes: TO_48_AND_32, share: 2, clockGhz: 3.6 },
  c7i: { sizes: TO_48, share: 2, clockGhz: 3.2 },
  c7g: { sizes: GRAVITON, share: 2, clockGhz: 2.6, arm: true },
  c8g: { sizes: ['medium', ...TO_48], share: 2, clockGhz: 2.8, arm: true },
  r6i: { sizes: TO_32, share: 8, clockGhz: 3.5 },
  r6g: { sizes: GRAVITON, share: 8, clockGhz: 2.5, arm: true },
  r7i: { sizes: TO_48, share: 8, clockGhz: 3.2 },
  r7g: { sizes: GRAVITON, share: 8, clockGhz: 2.6, arm: true },
  r8g: { sizes: ['medium', ...TO_48], share: 8, clockGhz: 2.8, arm: true },
}

const BURSTABLE_GIB: Readonly<Record<string, number>> = {
  nano: 0.5,
  micro: 1,
  small: 2,
  medium: 4,
  large: 8,
  xlarge: 16,
  '2xlarge': 32,
}

function facts(family: string, size: string): Omit<TypeFacts, 'order'> {
  const { arm, share, hypervisor, clockGhz } = FAMILIES[family] as Family
  const vcpus = share === undefined ? burstableCpus(family, size) : sizedCpus(size)
  const memoryGib = share === undefined ? (BURSTABLE_GIB[size] as number) : vcpus * share
  const small = family === 't2' && ['nano', 'micro', 'small', 'medium'].includes(size)
  return {
    name: `${family}.${size}`,
    family,
    architectures: arm ? ['arm64'] : small ? ['i386', 'x86_64'] : ['x86_64'],
    vcpus,
    memoryMib: memoryGib * 1024,
    burstable: share === undefined,
    currentGeneration: true,
    hypervisor: hypervisor ?? 'nitro',
    clockGhz,
  }
}

function sizedCpus(size: string): number {
  if (size === 'medium') return 1
  if (size === 'large') return 2
  return 4 * (size === 'xlarge' ? 1 : Number.parseInt(size, 10))
}

function burstableCpus(family: string, size: string): number {
  if (size === 'xlarge') return 4
  if (size === '2xlarge') return 8
  return family === 't2' && ['nano', 'micro', 'small'].includes(size) ? 1 : 2
}

/** All types by name. */
export const INSTANCE_TYPES: ReadonlyMap<string, TypeFacts> = new Map(
  Object.entries(FAMILIES)
    .flatMap(([family, { sizes }]) => sizes.map((size) => facts(family, size)))
    .map((type, order) => [type.name, { ...type, order }]),
)

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-type-boot-mode.html */
export function bootModes({ architectures, hypervisor }: TypeFacts): ('legacy-bios' | 'uefi')[] {
  if (architectures.includes('arm64')) return ['uefi']
  return hypervisor === 'nitro' ? ['legacy-bios', 'uefi'] : ['legacy-bios']
}

/** The type of this name; throws as RunInstances does for one that AWS does not have. */
export function instanceType(name: string): TypeFacts {
  const found = INSTANCE_TYPES.get(name)
  if (found === undefined) throw invalidValue(`Invalid value '${name}' for InstanceType.`)
  return found
}
