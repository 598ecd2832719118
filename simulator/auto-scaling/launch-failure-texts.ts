/** How AWS tells in a scaling activity why a launch failed. */
export interface LaunchFailureText {
  /** EC2's code; absent where AWS's page shows the message alone. */
  readonly code?: string
  readonly message: string
  /** Where the text, or at least its code, is documented, or was shown in public. */
  readonly source: string
}

/** EC2's codes: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html; messages as seen in public. */
const CODES = 'errors-overview'
/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/ts-as-instancelaunchfailure.html */
const LAUNCH = 'ts-as-instancelaunchfailure'
/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/ts-as-ami.html */
const AMI = 'ts-as-ami'
/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/ts-as-loadbalancer.html */
const BALANCER = 'ts-as-loadbalancer'

/** AWS's words, by a name of each. A scenario refuses launches with them through `behaviour.refuseLaunch`. */
export const LAUNCH_FAILURE_TEXTS = {
  'no capacity of the type': {
    code: 'InsufficientInstanceCapacity',
    message:
      'We currently do not have sufficient t3.micro capacity in the Availability Zone you requested (eu-west-1a). Our system will be working on provisioning additional capacity. You can currently get t3.micro capacity by not specifying an Availability Zone in your request or choosing eu-west-1b, eu-west-1c.',
    source: LAUNCH,
  },
  'no Spot capacity': {
    code: 'InsufficientInstanceCapacity',
    message: 'There is no Spot capacity available that matches your request.',
    source: LAUNCH,
  },
  'unfulfillable capacity': {
    code: 'UnfulfillableCapacity',
    message: 'Unable to fulfill capacity due to your request configuration. Please adjust your request and try again.',
    source: 'mludvig/aws-ethereum-miner#23',
  },
  'too many Spot Instances': {
    code: 'MaxSpotInstanceCountExceeded',
    message: 'Max spot instance count exceeded',
    source: 'aws/aws-parallelcluster#340',
  },
  'the Spot price': {
    code: 'SpotMaxPriceTooLow',
    message:
      'Your Spot request price of 0.015 is lower than the minimum required Spot request fulfillment price of 0.0735.',
    source: LAUNCH,
  },
  'the type is not in the zone': {
    code: 'InvalidFleetConfiguration',
    message:
      'Your requested instance type (t3.micro) is not supported in your requested Availability Zone (eu-west-1a).',
    source: 'mludvig/aws-ethereum-miner#23',
  },
  'the zone is no longer supported': {
    message:
      'The requested Availability Zone is no longer supported. Please retry your request by not specifying an Availability Zone or choosing eu-west-1b.',
    source: LAUNCH,
  },
  'the zone is constrained': {
    code: 'Unsupported',
    message:
      'The requested Availability Zone is currently constrained and we are no longer accepting new customer requests for t1/m1/c1/m2/m3 instance types.',
    source: CODES,
  },
  'the configuration in the zone': {
    code: 'Unsupported',
    message:
      'The requested configuration is currently not supported. Please check the documentation for supported configurations.',
    source: 'gruntwork-io/intro-to-terraform#6',
  },
  'no free addresses': {
    code: 'InsufficientFreeAddressesInSubnet',
    message: "There are not enough free addresses in subnet 'subnet-1' to satisfy the requested number of instances.",
    source: CODES,
  },
  'no free addresses for a fleet': {
    code: 'InsufficientFreeAddressesInSubnet',
    message: 'The specified subnet does not have sufficient free IP addresses to satisfy the request.',
    source: CODES,
  },
  'the vCPU quota': {
    code: 'VcpuLimitExceeded',
    message:
      'You have requested more vCPU capacity than your current vCPU limit of 32 allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.',
    source: 'ITISFoundation/osparc-simcore#5408',
  },
  'the instance quota': { message: '20 instance(s) are already running.', source: LAUNCH },
  'the instance quota of a type': {
    code: 'InstanceLimitExceeded',
    message:
      'You have requested more instances (2) than your current instance limit of 1 allows for the specified instance type.',
    source: CODES,
  },
  'the quota of fleets': {
    message: "You've reached your quota for maximum Fleet Requests for this account.",
    source: 'runs-on/runs-on#88',
  },
  'no dedicated host': {
    code: 'InsufficientHostCapacity',
    message: 'There is not enough capacity to fulfill your Dedicated Host request.',
    source: CODES,
  },
  'no room on the dedicated host': {
    code: 'InsufficientCapacityOnHost',
    message: 'There is not enough capacity on the Dedicated Host to launch or start the instance.',
    source: CODES,
  },
  'no compatible host': {
    code: 'UnavailableHostRequirements',
    message: 'There are no valid Dedicated Hosts available on which you can launch an instance.',
    source: CODES,
  },
  'the capacity reservation is full': {
    code: 'ReservationCapacityExceeded',
    message: 'The requested reservation does not have sufficient compatible and available capacity for this request.',
    source: LAUNCH,
  },
  'no reserved capacity': {
    code: 'InsufficientReservedInstanceCapacity',
    message: 'Not enough available Reserved Instances to satisfy your minimum request.',
    source: CODES,
  },
  'no capacity on the Outpost': {
    code: 'InsufficientInstanceCapacity',
    message: 'There is not enough capacity on the Outpost to launch or start the instance.',
    source: CODES,
  },
  'no volume capacity': {
    code: 'InsufficientVolumeCapacity',
    message: 'There is not enough capacity to fulfill your EBS volume provision request.',
    source: CODES,
  },
  'the volume quota': {
    message:
      'Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: Client.VolumeLimitExceeded: Volume limit exceeded',
    source: 'UserGuide/troubleshooting-launch',
  },
  'the network interface quota': {
    code: 'NetworkInterfaceLimitExceeded',
    message: "You've reached the limit on the number of network interfaces that you can create.",
    source: CODES,
  },
  'the request rate': { code: 'RequestLimitExceeded', message: 'Request limit exceeded.', source: CODES },
  'an internal error on launch': {
    message: 'Server.InternalError: Internal error on launch.',
    source: 'UserGuide/troubleshooting-launch',
  },
  'an internal error': {
    code: 'InternalError',
    message: 'An internal error has occurred.',
    source: CODES,
  },
  'the service is unavailable': {
    code: 'Unavailable',
    message: "The server is overloaded and can't handle the request.",
    source: CODES,
  },
  'the request can be retried': {
    code: 'RetryableError',
    message: 'A request submitted by an AWS service on your behalf could not be completed.',
    source: CODES,
  },
  'the image is pending': { message: 'AMI ami-1 is pending, and cannot be run.', source: AMI },
  'the service-linked role is new': { message: 'Authentication Failure.', source: 'autoscaling-service-linked-role' },
  'the region is being validated': {
    code: 'PendingVerification',
    message:
      'Your request for accessing resources in this region is being validated, and you will not be able to launch additional resources in this region until the validation is complete.',
    source: CODES,
  },
  'no image': { message: "The AMI ID 'ami-0dead' does not exist.", source: AMI },
  'no image for a fleet': {
    code: 'InvalidAMIID.NotFound',
    message: "The image id '[ami-0dead]' does not exist.",
    source: CODES,
  },
  'the architecture': {
    message:
      "The requested instance type's architecture (i386) does not match the architecture in the manifest for ami-6622f00f (x86_64).",
    source: AMI,
  },
  'no key pair': { message: 'The key pair ops does not exist.', source: LAUNCH },
  'no key pair for a fleet': {
    code: 'InvalidKeyPair.NotFound',
    message: "The key pair 'ops' does not exist",
    source: CODES,
  },
  'no security group': { message: 'The security group sg-1 does not exist.', source: LAUNCH },
  'no security group for a fleet': {
    code: 'InvalidGroup.NotFound',
    message: "The security group 'sg-1' does not exist",
    source: CODES,
  },
  'too many security groups': {
    code: 'SecurityGroupsPerInterfaceLimitExceeded',
    message: 'The maximum number of security groups per interface has been reached.',
    source: CODES,
  },
  'no subnet': { code: 'InvalidSubnetID.NotFound', message: "The subnet ID 'subnet-1' does not exist", source: CODES },
  'the key of a volume': { message: 'Client.InternalError: Client error on launch.', source: LAUNCH },
  'the state of the key': {
    message:
      'Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state',
    source: 'troubleshooting-launch',
  },
  'no permission': { message: 'You are not authorized to perform this operation.', source: 'ts-as-launch-template' },
  'no permission for a fleet': {
    code: 'UnauthorizedOperation',
    message: 'You are not authorized to perform this operation. Encoded authorization failure message: abc',
    source: CODES,
  },
  'no instance profile': {
    code: 'InvalidParameterValue',
    message: 'Value (web) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
    source: CODES,
  },
  'no launch template': {
    code: 'InvalidLaunchTemplateId.NotFound',
    message: 'The specified launch template, with template ID lt-1, does not exist.',
    source: CODES,
  },
  'a device name': { message: 'Invalid device name upload.', source: LAUNCH },
  'a virtual name': {
    message: "Value (ami-1) for parameter virtualName is invalid. Expected format: 'ephemeralNUMBER'.",
    source: LAUNCH,
  },
  'block devices': { message: 'EBS block device mappings not supported for instance-store AMIs.', source: LAUNCH },
  'no snapshot': {
    code: 'InvalidSnapshot.NotFound',
    message: "The snapshot 'snap-1' does not exist.",
    source: CODES,
  },
  'a placement group': {
    message: "Placement groups may not be used with instances of type 'm1.large'.",
    source: LAUNCH,
  },
  'no placement group': {
    code: 'InvalidPlacementGroup.Unknown',
    message: "The Placement Group 'web' is unknown.",
    source: CODES,
  },
  'the type': {
    code: 'InvalidParameterCombination',
    message: 'The specified instance type is not eligible for Free Tier.',
    source: 'eks AsgInstanceLaunchFailures',
  },
  'no capacity reservation': {
    code: 'InvalidCapacityReservationId.NotFound',
    message: 'The capacity reservation cr-1 does not exist.',
    source: CODES,
  },
  'a capacity block that has not begun': {
    message: 'Your Capacity Block reservation cr-1 is not active yet.',
    source: LAUNCH,
  },
  'the tenancy': { code: 'UnsupportedTenancy', message: 'The specified tenancy is unsupported.', source: CODES },
  'a network interface': {
    code: 'InvalidNetworkInterface.InUse',
    message: 'Interface: [eni-1] in use.',
    source: CODES,
  },
  'no subscription': {
    message: 'You are not subscribed to this service. Please see https://aws.amazon.com/.',
    source: LAUNCH,
  },
  'the account is blocked': {
    message: 'This account is currently blocked and not recognized as a valid account.',
    source: 'coiled/feedback#225',
  },
  'the user data': {
    code: 'InvalidUserData.Malformed',
    message: 'Invalid BASE64 encoding of user data',
    source: CODES,
  },
  'no type meets the requirements': {
    message: 'There is no instance type that meets the requirements.',
    source: 'create-mixed-instances-group-attribute-based-instance-type-selection',
  },
  'no launch configuration': {
    message: 'Launch configuration name not found - Launch configuration web not found',
    source: LAUNCH,
  },
  'the group is gone': { message: 'AutoScalingGroup web not found.', source: LAUNCH },
  'the virtualization': {
    message:
      "Non-Windows AMIs with a virtualization type of 'hvm' currently may only be used with Cluster Compute instance types.",
    source: AMI,
  },
  'the fleet configuration': {
    code: 'InvalidFleetConfig',
    message: 'The fleet configuration is not valid.',
    source: CODES,
  },
  'the dedicated host': {
    code: 'UnsupportedInstanceTypeOnHost',
    message: 'The instance type is not supported on the Dedicated Host.',
    source: CODES,
  },
  'no public addresses': {
    code: 'InsufficientAddressCapacity',
    message: 'Not enough available addresses to satisfy your minimum request.',
    source: CODES,
  },
  'the volume type is not in the zone': {
    code: 'VolumeTypeNotAvailableInZone',
    message: 'The specified Availability Zone does not support Provisioned IOPS SSD volumes.',
    source: CODES,
  },
  'a resource is in transition': {
    code: 'ConcurrentTagAccess',
    message: "You can't run simultaneous commands to modify a tag for a specific resource.",
    source: CODES,
  },
  'a lifecycle hook': {
    message:
      "Instance failed to complete user's Lifecycle Action: Lifecycle Action with token 1 was abandoned: Heartbeat Timeout Exceeded",
    source: 'lifecycle-hooks',
  },
  'no load balancer': {
    message: 'Cannot find Load Balancer web. Validating load balancer configuration failed.',
    source: BALANCER,
  },
  'no target group': {
    message: 'One or more target groups not found. Validating load balancer configuration failed.',
    source: BALANCER,
  },
  'a parameter': { code: 'MissingParameter', message: 'The request must contain the parameter ImageId', source: CODES },
} as const satisfies Readonly<Record<string, LaunchFailureText>>

export type LaunchFailureName = keyof typeof LAUNCH_FAILURE_TEXTS

/**
 * The status message of the activity: EC2 Fleet, which launches for groups with a mixed instances policy and for most with a
 * launch template, says the market and the code first; RunInstances, for launch configurations, gives the message alone.
 */
export function launchFailureText(name: LaunchFailureName, by: 'RunInstances' | 'EC2 Fleet' = 'RunInstances'): string {
  const { code, message }: LaunchFailureText = LAUNCH_FAILURE_TEXTS[name]
  if (/Termination Reason|InternalError:|Lifecycle Action|load balancer configuration/.test(message)) return message
  const market = /Spot/.test(name) ? 'Spot' : 'On-Demand'
  const opening = by === 'EC2 Fleet' && code !== undefined ? `Could not launch ${market} Instances. ${code} - ` : ''
  return `${opening}${message}${message.endsWith('.') ? '' : '.'} Launching EC2 instance failed.`
}
