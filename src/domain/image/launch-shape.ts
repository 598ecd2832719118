import type { LaunchDevice } from '../patch/launch-data.ts'
import { type InstanceType, misfits } from './fit.ts'
import type { MachineImage } from './machine-image.ts'

/** What a launch is made of besides its image, as far as the image must fit it. */
export interface LaunchShape {
  /** Absent where requirements choose the type, or nothing names one. */
  readonly instanceType?: string | undefined
  readonly requirements?: TypeRequirements | undefined
  readonly devices?: readonly LaunchDevice[] | undefined
}

/** What `InstanceRequirements` say of the types that AWS may choose, as far as an image could contradict them. */
export interface TypeRequirements {
  /** `intel`, `amd`, `amazon-web-services`, `apple`; empty: any. */
  readonly cpuManufacturers: readonly string[]
  /** Types, or patterns such as `m5.*`; empty: any. */
  readonly allowedTypes: readonly string[]
}

const isPattern = (type: string): boolean => type.includes('*')

/** The types that a launch may have and that stand there by name. */
export const namedTypes = ({ instanceType, requirements }: LaunchShape): readonly string[] =>
  instanceType === undefined ? (requirements?.allowedTypes ?? []).filter((type) => !isPattern(type)) : [instanceType]

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceRequirements.html; `apple` makes Macs of both kinds. */
const ARCHITECTURES: ReadonlyMap<string, readonly string[]> = new Map([
  ['intel', ['x86_64', 'i386', 'x86_64_mac']],
  ['amd', ['x86_64', 'i386']],
  ['amazon-web-services', ['arm64']],
])

/**
 * Why an image cannot be launched so, a clause each; none where it can, and where that cannot be told: of a type that EC2
 * does not describe, and of requirements that leave open which types AWS chooses. Of those it takes types that fit the
 * architecture of the image.
 */
export function shapeMisfits(
  image: MachineImage,
  shape: LaunchShape,
  types: ReadonlyMap<string, InstanceType>,
): readonly string[] {
  const data = { BlockDeviceMappings: shape.devices }
  const alone = misfits(image, { data, types: [] })
  if (alone.length > 0) return alone
  const named = namedTypes(shape)
  if (shape.instanceType === undefined && named.length !== (shape.requirements?.allowedTypes ?? []).length)
    return manufacturerMisfit(image, shape.requirements)
  const each = named.map((name) => {
    const type = types.get(name)
    return type === undefined ? [] : misfits(image, { data, types: [type] })
  })
  return each.length > 0 && each.every((found) => found.length > 0)
    ? each.flat()
    : manufacturerMisfit(image, shape.requirements)
}

function manufacturerMisfit(image: MachineImage, requirements: TypeRequirements | undefined): readonly string[] {
  const makers = requirements?.cpuManufacturers ?? []
  const runs = makers.map((maker) => ARCHITECTURES.get(maker))
  if (makers.length === 0 || runs.some((list) => list === undefined || list.includes(image.architecture))) return []
  return [`${image.id} is for ${image.architecture}, but its requirements ask for CPUs of ${makers.join(' or ')}`]
}

/** What stands in `InstanceRequirements`, of a template or of an override; undefined where there are none. */
export function requirementsOf(given: GivenRequirements | undefined): TypeRequirements | undefined {
  if (given === undefined) return undefined
  return { cpuManufacturers: given.CpuManufacturers ?? [], allowedTypes: given.AllowedInstanceTypes ?? [] }
}

/** `InstanceRequirements` in AWS's words, as far as they are read. */
export interface GivenRequirements {
  readonly CpuManufacturers?: readonly string[] | undefined
  readonly AllowedInstanceTypes?: readonly string[] | undefined
}

/** What an account in audit mode should know of an image; undefined of one that its Allowed AMIs settings allow. */
export const notAllowed = ({ id, demands }: Pick<MachineImage, 'id' | 'demands'>): string | undefined =>
  demands?.allowed === 'no'
    ? `${id} is not allowed by the Allowed AMIs settings of the account, which are in audit mode: once they are enabled, it cannot be launched`
    : undefined
