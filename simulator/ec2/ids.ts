import { ServiceFault } from '../fault.ts'

interface Kind {
  readonly prefix: string
  readonly code: string
  readonly resourceType: string
  readonly missing: (ids: string) => string
}

/** Every kind of EC2 id the simulator knows: its prefix, the stem of its error codes, its name in tags, its refusal. */
export const KINDS = {
  image: {
    prefix: 'ami',
    code: 'InvalidAMIID',
    resourceType: 'image',
    missing: (ids) => `The image id '[${ids}]' does not exist`,
  },
  instance: {
    prefix: 'i',
    code: 'InvalidInstanceID',
    resourceType: 'instance',
    missing: (ids) =>
      ids.includes(',') ? `The instance IDs '${ids}' do not exist` : `The instance ID '${ids}' does not exist`,
  },
  template: {
    prefix: 'lt',
    code: 'InvalidLaunchTemplateId',
    resourceType: 'launch-template',
    missing: (ids) => `The specified launch template, with template ID ${ids}, does not exist.`,
  },
  subnet: {
    prefix: 'subnet',
    code: 'InvalidSubnetID',
    resourceType: 'subnet',
    missing: (ids) => `The subnet ID '${ids}' does not exist`,
  },
  vpc: {
    prefix: 'vpc',
    code: 'InvalidVpcID',
    resourceType: 'vpc',
    missing: (ids) => `The vpc ID '${ids}' does not exist`,
  },
  securityGroup: {
    prefix: 'sg',
    code: 'InvalidGroup',
    resourceType: 'security-group',
    missing: (ids) => `The security group '${ids}' does not exist`,
  },
  networkInterface: {
    prefix: 'eni',
    code: 'InvalidNetworkInterfaceID',
    resourceType: 'network-interface',
    missing: (ids) => `The networkInterface ID '${ids}' does not exist`,
  },
  volume: {
    prefix: 'vol',
    code: 'InvalidVolume',
    resourceType: 'volume',
    missing: (ids) => `The volume '${ids}' does not exist.`,
  },
  keyPair: {
    prefix: 'key',
    code: 'InvalidKeyPair',
    resourceType: 'key-pair',
    missing: (ids) => `The key pair '${ids}' does not exist`,
  },
  allocation: {
    prefix: 'eipalloc',
    code: 'InvalidAllocationID',
    resourceType: 'elastic-ip',
    missing: (ids) => `The allocation ID '${ids}' does not exist`,
  },
  association: {
    prefix: 'eipassoc',
    code: 'InvalidAssociationID',
    resourceType: 'elastic-ip-association',
    missing: (ids) => `The association ID '${ids}' does not exist`,
  },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof KINDS

/** The refusal of ids that nothing has: `Invalid….NotFound`. */
export function notFound(kind: KindName, ...ids: readonly string[]): ServiceFault {
  return new ServiceFault(`${KINDS[kind].code}.NotFound`, KINDS[kind].missing(ids.join(', ')))
}

/** Refuses ids that cannot be of this kind: `Invalid….Malformed`; EC2 ids have 8 or 17 lower-case hex digits. */
export function checkIds(kind: KindName, ids: readonly string[]): void {
  const { prefix, code } = KINDS[kind]
  const wrong = ids.find((id) => !new RegExp(`^${prefix}-[0-9a-f]{8}([0-9a-f]{9})?$`).test(id))
  if (wrong !== undefined) {
    throw new ServiceFault(`${code}.Malformed`, `Invalid id: "${wrong}" (expecting "${prefix}-...")`)
  }
  if (ids.length > 1000)
    throw new ServiceFault('InvalidParameterValue', 'No more than 1000 ids may be given in one call')
}

/** The kind that an id's prefix names; undefined when none does. */
export function kindOf(id: string): KindName | undefined {
  const prefix = id.slice(0, id.lastIndexOf('-'))
  return (Object.keys(KINDS) as KindName[]).find((kind) => KINDS[kind].prefix === prefix)
}
