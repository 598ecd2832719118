import { ServiceFault } from '../fault.ts'
import type { OperationModel } from './model.ts'
import type { Api } from './services.ts'

type Members = Readonly<Record<string, readonly string[]>>

/**
 * What AWS acts on and the simulator would keep without effect: a request that says one of these is refused by name. A path leads
 * into structures, and into each item of a list.
 */
export const WITHOUT_EFFECT: Readonly<Record<string, Members>> = {
  'Auto Scaling': {
    CreateLaunchConfiguration: ['ClassicLinkVPCId', 'ClassicLinkVPCSecurityGroups'],
    PutScalingPolicy: ['MinAdjustmentStep'],
  },
  EC2: {
    AllocateAddress: ['CustomerOwnedIpv4Pool', 'IpamPoolId'],
    CreateImage: ['BootModeOverride'],
    CreateSubnet: ['Ipv4IpamPoolId', 'Ipv4NetmaskLength', 'Ipv6IpamPoolId', 'Ipv6NetmaskLength'],
    CreateVpc: [
      'AmazonProvidedIpv6CidrBlock', 'Ipv4IpamPoolId', 'Ipv4NetmaskLength', 'Ipv6CidrBlockNetworkBorderGroup', 'Ipv6IpamPoolId',
      'Ipv6NetmaskLength', 'VpcEncryptionControl',
    ],
    DeregisterImage: ['DeleteAssociatedSnapshots'],
    DescribeInstanceTypes: ['IncludeUnsupportedInRegion'],
    DescribeKeyPairs: ['IncludePublicKey'],
    ModifyImageAttribute: [
      'LaunchPermission.Add.OrganizationArn', 'LaunchPermission.Add.OrganizationalUnitArn', 'OrganizationArns',
      'OrganizationalUnitArns',
    ],
    ModifyInstanceAttribute: ['EnclaveOptions', 'Kernel', 'Ramdisk'],
    ModifySubnetAttribute: [
      'CustomerOwnedIpv4Pool', 'DisableLniAtDeviceIndex', 'EnableDns64', 'EnableLniAtDeviceIndex',
      'EnableResourceNameDnsAAAARecordOnLaunch', 'EnableResourceNameDnsARecordOnLaunch', 'PrivateDnsHostnameTypeOnLaunch',
    ],
    MonitorInstances: ['MetricCategoryIds'],
    RegisterImage: ['BillingProducts', 'UefiData'],
    RunInstances: [
      'AdditionalInfo', 'CapacityReservationSpecification', 'CpuOptions', 'ElasticGpuSpecification', 'ElasticInferenceAccelerators',
      'EnablePrimaryIpv6', 'EnclaveOptions', 'HibernationOptions', 'Ipv6AddressCount', 'LicenseSpecifications', 'MaintenanceOptions',
      'NetworkPerformanceOptions', 'Operator', 'PrivateDnsNameOptions', 'SecondaryInterfaces',
    ],
    StartInstances: ['AdditionalInfo'],
    StopInstances: ['Force', 'Hibernate', 'SkipOsShutdown'],
    TerminateInstances: ['Force', 'SkipOsShutdown'],
    UnmonitorInstances: ['MetricCategoryIds'],
  },
  'Elastic Load Balancing v2': {
    CreateListener: ['AlpnPolicy', 'MutualAuthentication'],
    CreateLoadBalancer: [
      'CustomerOwnedIpv4Pool', 'EnablePrefixForIpv6SourceNat', 'IpamPools', 'SubnetMappings.AllocationId',
      'SubnetMappings.IPv6Address', 'SubnetMappings.PrivateIPv4Address', 'SubnetMappings.SourceNatIpv6Prefix',
    ],
    CreateRule: ['Transforms'],
    CreateTargetGroup: ['Matcher.GrpcCode', 'TargetControlPort'],
    DeregisterTargets: ['Targets.AvailabilityZone', 'Targets.QuicServerId'],
    DescribeTargetHealth: ['Include', 'Targets.AvailabilityZone', 'Targets.QuicServerId'],
    ModifyListener: ['AlpnPolicy', 'MutualAuthentication'],
    ModifyRule: ['ResetTransforms', 'Transforms'],
    ModifyTargetGroup: ['Matcher.GrpcCode'],
    RegisterTargets: ['Targets.AvailabilityZone', 'Targets.QuicServerId'],
    SetSubnets: [
      'EnablePrefixForIpv6SourceNat', 'SubnetMappings.AllocationId', 'SubnetMappings.IPv6Address',
      'SubnetMappings.PrivateIPv4Address', 'SubnetMappings.SourceNatIpv6Prefix',
    ],
  },
  STS: {
    AssumeRole: [
      'ExternalId', 'MinimumSessionTokenSize', 'Policy', 'PolicyArns', 'ProvidedContexts', 'SerialNumber', 'SourceIdentity', 'Tags',
      'TokenCode', 'TransitiveTagKeys',
    ],
    AssumeRoleWithWebIdentity: ['MinimumSessionTokenSize', 'Policy', 'PolicyArns', 'ProviderId'],
  },
  SSM: {
    GetCommandInvocation: ['PluginName'],
    PutParameter: ['Policies', 'Tags'],
    SendCommand: [
      'AlarmConfiguration', 'CloudWatchOutputConfig', 'DocumentHash', 'DocumentHashType', 'DocumentVersion', 'NotificationConfig',
      'OutputS3BucketName', 'OutputS3KeyPrefix', 'OutputS3Region', 'ServiceRoleArn',
    ],
  },
  CloudWatch: {
    DescribeAlarms: ['ActionPrefix', 'ChildrenOfAlarmName', 'ParentsOfAlarmName'],
    GetMetricData: [
      'LabelOptions', 'MaxDatapoints', 'MetricDataQueries.AccountId', 'MetricDataQueries.MetricStat.Unit',
      'MetricDataQueries.Period', 'NextToken',
    ],
  },
  'Route 53': {
    CreateHostedZone: ['DelegationSetId'],
    ListHostedZones: ['DelegationSetId', 'HostedZoneType'],
    ListResourceRecordSetProtections: ['MaxResults', 'NextToken', 'StartRecordName', 'StartRecordType'],
  },
  'Service Quotas': { GetServiceQuota: ['ContextId'] },
  EventBridge: { PutEvents: ['EndpointId'] },
  'CloudWatch Logs': { PutLogEvents: ['entity'] },
  SNS: { Publish: ['MessageDeduplicationId', 'MessageGroupId', 'MessageStructure', 'PhoneNumber', 'TargetArn'] },
} // prettier-ignore

/** The refusal of the first member that would have no effect; undefined where the input says none. */
export function withoutEffect(
  { sdkId, refusals }: Api,
  { name }: OperationModel,
  input: object,
): ServiceFault | undefined {
  const path = WITHOUT_EFFECT[sdkId]?.[name]?.find((each) => says(input, each.split('.')))
  return path === undefined
    ? undefined
    : new ServiceFault(refusals.invalid, `The simulator does not know ${path} of ${name}.`)
}

/** Whether anything stands at a path; `false` and an empty list say nothing. */
function says(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((item) => says(item, name === undefined ? [] : [name, ...rest]))
  if (value === undefined || value === null || value === false) return false
  return name === undefined || says((value as Readonly<Record<string, unknown>>)[name], rest)
}
