/**
 * Filters that are named after what their call shows, with the place where it stands. What AWS would show and the simulator does
 * not is left out, so that such a filter is refused; what no instance or image here has, as a kernel, finds nothing.
 */

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html */
export const INSTANCE_PATHS = {
  'block-device-mapping.attach-time': 'BlockDeviceMappings.Ebs.AttachTime',
  'block-device-mapping.delete-on-termination': 'BlockDeviceMappings.Ebs.DeleteOnTermination',
  'block-device-mapping.device-name': 'BlockDeviceMappings.DeviceName',
  'block-device-mapping.status': 'BlockDeviceMappings.Ebs.Status',
  'block-device-mapping.volume-id': 'BlockDeviceMappings.Ebs.VolumeId',
  'capacity-reservation-id': 'CapacityReservationId',
  'ebs-optimized': 'EbsOptimized',
  'ena-support': 'EnaSupport',
  'host-id': 'Placement.HostId',
  hypervisor: 'Hypervisor',
  'ipv6-address': 'Ipv6Address',
  'kernel-id': 'KernelId',
  'launch-index': 'AmiLaunchIndex',
  'metadata-options.http-endpoint': 'MetadataOptions.HttpEndpoint',
  'metadata-options.http-protocol-ipv6': 'MetadataOptions.HttpProtocolIpv6',
  'metadata-options.http-put-response-hop-limit': 'MetadataOptions.HttpPutResponseHopLimit',
  'metadata-options.instance-metadata-tags': 'MetadataOptions.InstanceMetadataTags',
  'metadata-options.state': 'MetadataOptions.State',
  'network-interface.addresses.association.ip-owner-id': 'NetworkInterfaces.PrivateIpAddresses.Association.IpOwnerId',
  'network-interface.addresses.association.public-dns-name':
    'NetworkInterfaces.PrivateIpAddresses.Association.PublicDnsName',
  'network-interface.addresses.association.public-ip': 'NetworkInterfaces.PrivateIpAddresses.Association.PublicIp',
  'network-interface.addresses.primary': 'NetworkInterfaces.PrivateIpAddresses.Primary',
  'network-interface.addresses.private-ip-address': 'NetworkInterfaces.PrivateIpAddresses.PrivateIpAddress',
  'network-interface.association.ip-owner-id': 'NetworkInterfaces.Association.IpOwnerId',
  'network-interface.association.public-dns-name': 'NetworkInterfaces.Association.PublicDnsName',
  'network-interface.association.public-ip': 'NetworkInterfaces.Association.PublicIp',
  'network-interface.attachment.attach-time': 'NetworkInterfaces.Attachment.AttachTime',
  'network-interface.attachment.delete-on-termination': 'NetworkInterfaces.Attachment.DeleteOnTermination',
  'network-interface.attachment.device-index': 'NetworkInterfaces.Attachment.DeviceIndex',
  'network-interface.attachment.status': 'NetworkInterfaces.Attachment.Status',
  'network-interface.group-id': 'NetworkInterfaces.Groups.GroupId',
  'network-interface.group-name': 'NetworkInterfaces.Groups.GroupName',
  'network-interface.ipv6-addresses.ipv6-address': 'NetworkInterfaces.Ipv6Addresses.Ipv6Address',
  'network-interface.owner-id': 'NetworkInterfaces.OwnerId',
  'network-interface.private-ip-address': 'NetworkInterfaces.PrivateIpAddress',
  'network-interface.source-dest-check': 'NetworkInterfaces.SourceDestCheck',
  'network-interface.status': 'NetworkInterfaces.Status',
  'network-interface.subnet-id': 'NetworkInterfaces.SubnetId',
  'network-interface.vpc-id': 'NetworkInterfaces.VpcId',
  'outpost-arn': 'OutpostArn',
  'placement-group-name': 'Placement.GroupName',
  'placement-partition-number': 'Placement.PartitionNumber',
  'platform-details': 'PlatformDetails',
  'product-code': 'ProductCodes.ProductCodeId',
  'product-code.type': 'ProductCodes.ProductCodeType',
  'ramdisk-id': 'RamdiskId',
  reason: 'StateTransitionReason',
  'source-dest-check': 'SourceDestCheck',
  'state-reason-code': 'StateReason.Code',
  'state-reason-message': 'StateReason.Message',
} as const

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html */
export const IMAGE_PATHS = {
  'block-device-mapping.delete-on-termination': 'BlockDeviceMappings.Ebs.DeleteOnTermination',
  'ena-support': 'EnaSupport',
  'image-allowed': 'ImageAllowed',
  'kernel-id': 'KernelId',
  'product-code': 'ProductCodes.ProductCodeId',
  'product-code.type': 'ProductCodes.ProductCodeType',
  'ramdisk-id': 'RamdiskId',
  'source-image-id': 'SourceImageId',
  'source-image-region': 'SourceImageRegion',
  'source-instance-id': 'SourceInstanceId',
  'sriov-net-support': 'SriovNetSupport',
  'state-reason-code': 'StateReason.Code',
  'state-reason-message': 'StateReason.Message',
} as const

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html */
export const TYPE_PATHS = {
  'auto-recovery-supported': 'AutoRecoverySupported',
  'dedicated-hosts-supported': 'DedicatedHostsSupported',
  'hibernation-supported': 'HibernationSupported',
  'instance-storage-supported': 'InstanceStorageSupported',
  'network-info.ena-support': 'NetworkInfo.EnaSupport',
  'nitro-tpm-support': 'NitroTpmSupport',
  'processor-info.sustained-clock-speed-in-ghz': 'ProcessorInfo.SustainedClockSpeedInGhz',
  'supported-boot-mode': 'SupportedBootModes',
  'vcpu-info.default-cores': 'VCpuInfo.DefaultCores',
  'vcpu-info.default-threads-per-core': 'VCpuInfo.DefaultThreadsPerCore',
} as const

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaces.html */
export const INTERFACE_PATHS = {
  'addresses.association.owner-id': 'PrivateIpAddresses.Association.IpOwnerId',
  'addresses.association.public-ip': 'PrivateIpAddresses.Association.PublicIp',
  'addresses.primary': 'PrivateIpAddresses.Primary',
  'addresses.private-ip-address': 'PrivateIpAddresses.PrivateIpAddress',
  'association.ip-owner-id': 'Association.IpOwnerId',
  'association.public-dns-name': 'Association.PublicDnsName',
  'attachment.attach-time': 'Attachment.AttachTime',
  'attachment.delete-on-termination': 'Attachment.DeleteOnTermination',
  'attachment.device-index': 'Attachment.DeviceIndex',
  'attachment.instance-owner-id': 'Attachment.InstanceOwnerId',
  'attachment.status': 'Attachment.Status',
  'interface-type': 'InterfaceType',
  'ipv6-addresses.ipv6-address': 'Ipv6Addresses.Ipv6Address',
  'owner-id': 'OwnerId',
  'source-dest-check': 'SourceDestCheck',
} as const

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVolumes.html */
export const VOLUME_PATHS = {
  'attachment.delete-on-termination': 'Attachments.DeleteOnTermination',
  'attachment.device': 'Attachments.Device',
  'attachment.status': 'Attachments.State',
  'create-time': 'CreateTime',
  size: 'Size',
} as const
