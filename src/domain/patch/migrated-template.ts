import type { LaunchData, LaunchDevice } from './launch-data.ts'

/** A launch configuration's fields that a launch template has under another name or in another shape. */
export interface ConfigurationData extends LaunchData {
  readonly KeyName?: string | undefined
  readonly KernelId?: string | undefined
  readonly RamdiskId?: string | undefined
  readonly SecurityGroups?: readonly string[] | undefined
  readonly IamInstanceProfile?: string | undefined
  readonly InstanceMonitoring?: { readonly Enabled?: boolean | undefined } | undefined
  readonly EbsOptimized?: boolean | undefined
  readonly AssociatePublicIpAddress?: boolean | undefined
  readonly SpotPrice?: string | undefined
  readonly PlacementTenancy?: string | undefined
  readonly MetadataOptions?: object | undefined
}

/**
 * The launch template that launches what a launch configuration did. Throws where it has a field that this version does
 * not know how to carry over: losing one silently is what must not happen.
 */
export function templateDataOf(configuration: ConfigurationData): LaunchData & Readonly<Record<string, unknown>> {
  const {
    SecurityGroups = [],
    IamInstanceProfile,
    InstanceMonitoring,
    RamdiskId,
    AssociatePublicIpAddress,
    SpotPrice,
    PlacementTenancy,
    BlockDeviceMappings,
    ImageId,
    InstanceType,
    UserData,
    KeyName,
    KernelId,
    EbsOptimized,
    MetadataOptions,
    InstanceRequirements: _never,
    ...unknown
  } = configuration
  const [stranger] = Object.keys(unknown)
  if (stranger !== undefined) throw new Error(`${stranger} of a launch configuration has no known place in a template.`)
  const ids = SecurityGroups.filter((group) => group.startsWith('sg-'))
  const names = SecurityGroups.filter((group) => !group.startsWith('sg-'))
  // With a public address asked for or refused, the groups belong to the network interface.
  const network =
    AssociatePublicIpAddress === undefined
      ? { SecurityGroupIds: some(ids), SecurityGroups: some(names) }
      : { NetworkInterfaces: [given({ DeviceIndex: 0, AssociatePublicIpAddress, Groups: some(ids) })] }
  return given({
    ImageId,
    InstanceType,
    UserData,
    KeyName,
    KernelId,
    RamDiskId: RamdiskId,
    MetadataOptions,
    ...network,
    IamInstanceProfile:
      IamInstanceProfile &&
      (IamInstanceProfile.startsWith('arn:') ? { Arn: IamInstanceProfile } : { Name: IamInstanceProfile }),
    Monitoring: InstanceMonitoring,
    // Off means "whatever the type does by itself" in a launch configuration, but "off" in a template.
    EbsOptimized: EbsOptimized || undefined,
    InstanceMarketOptions: SpotPrice && { MarketType: 'spot', SpotOptions: { MaxPrice: SpotPrice } },
    Placement: PlacementTenancy && { Tenancy: PlacementTenancy },
    BlockDeviceMappings: BlockDeviceMappings?.map(deviceOf),
  })
}

/** A configuration says by a boolean what a template says by an empty text. */
function deviceOf({ NoDevice, ...device }: LaunchDevice & { readonly NoDevice?: boolean | undefined }): object {
  return NoDevice === true ? { ...device, NoDevice: '' } : device
}

const some = (list: readonly string[]): readonly string[] | undefined => (list.length > 0 ? list : undefined)

const given = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
