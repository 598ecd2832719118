/**
 * What the words of AWS mean in which a launch failed: the `StatusMessage` of a scaling activity is a text for people, EC2's
 * code in it at best. Each row is a text that AWS documents, or that a scaling activity showed in public. Pure.
 */

/**
 * `full`: there is no room in a zone, a subnet, a type or an account; AWS tries the others of the group by itself, and
 * instances that leave make room. `transient`: it passes, and AWS tries again by itself. `final`: every launch
 * fails until what AWS names is mended. `unknown`: words that no row has.
 */
export type LaunchFailureClass = 'full' | 'transient' | 'final' | 'unknown'

interface LaunchFailureKind {
  readonly name: string
  readonly words: RegExp
  readonly means: Exclude<LaunchFailureClass, 'unknown'>
  readonly source: string
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const CODES = 'AWSEC2/latest/APIReference/errors-overview'
/** Below https://docs.aws.amazon.com/autoscaling/ec2/userguide/ */
const LAUNCH = 'ts-as-instancelaunchfailure'
const AMI = 'ts-as-ami'
const TEMPLATE = 'ts-as-launch-template'

/** All of them, by a name of each; the first row whose words occur counts. */
export const LAUNCH_FAILURES: readonly LaunchFailureKind[] = [
  ...rows('full', [
    ['no capacity of the type', /InsufficientInstanceCapacity|do not have sufficient .*capacity/, LAUNCH],
    ['no capacity', /\bInsufficientCapacity\b|^Insufficient capacity|not enough capacity on the Outpost/, CODES],
    ['no Spot capacity', /no Spot capacity available/i, LAUNCH],
    ['unfulfillable capacity', /UnfulfillableCapacity|Unable to fulfill capacity/, CODES],
    ['too many Spot Instances', /MaxSpotInstanceCountExceeded|Max spot instance count exceeded/i, CODES],
    ['the Spot price', /SpotMaxPriceTooLow|lower than the minimum required Spot request/, LAUNCH],
    ['the type is not in the zone', /is not supported in your requested Availability Zone/, LAUNCH],
    ['the zone is no longer supported', /requested Availability Zone is no longer supported/, LAUNCH],
    ['the zone is constrained', /is currently constrained/, CODES],
    ['the configuration in the zone', /requested configuration is currently not supported/, LAUNCH],
    ['the volume type is not in the zone', /VolumeTypeNotAvailableInZone|does not support Provisioned IOPS/, CODES],
    [
      'no free addresses',
      /InsufficientFreeAddressesInSubnet|not enough free addresses|sufficient free (IP )?addresses/,
      CODES,
    ],
    ['no public addresses', /InsufficientAddressCapacity|Not enough available addresses/, CODES],
    ['the vCPU quota', /VcpuLimitExceeded|current vCPU limit/, CODES],
    ['the instance quota', /\bInstanceLimitExceeded|current instance limit|instance\(s\) are already running/, LAUNCH],
    ['the quota of fleets', /MaxFleetCountExceeded|quota for maximum Fleet Requests/, 'runs-on/runs-on#88'],
    [
      'no dedicated host',
      /InsufficientHostCapacity|InsufficientCapacityOnHost|IncompatibleHostRequirements|UnavailableHostRequirements|Dedicated Hosts? (request|to launch|available)/,
      CODES,
    ],
    [
      'the capacity reservation is full',
      /ReservationCapacityExceeded|does not have sufficient compatible and available capacity/,
      LAUNCH,
    ],
    ['no reserved capacity', /InsufficientReservedInstances?Capacity|Not enough available Reserved Instances/, CODES],
    ['no volume capacity', /InsufficientVolumeCapacity|your EBS volume provision request/, CODES],
    ['the volume quota', /VolumeLimitExceeded|MaxIOPSLimitExceeded|VolumeIOPSLimit/, CODES],
    ['the network interface quota', /NetworkInterfaceLimitExceeded|limit on the number of network interfaces/, CODES],
  ]),
  ...rows('transient', [
    ['the request rate', /RequestLimitExceeded|Request limit exceeded|Rate exceeded|Throttling/i, CODES],
    [
      'an internal error on launch',
      /Internal error on launch|Server\.InternalError/,
      'AWSEC2/latest/UserGuide/troubleshooting-launch',
    ],
    ['an internal error', /\bInternalError -|ServerInternal|InternalFailure|internal error has occurred/i, CODES],
    [
      'the service is unavailable',
      /ServiceUnavailable|Service Unavailable|\bUnavailable -|server is overloaded/,
      CODES,
    ],
    ['the request can be retried', /RetryableError|request submitted by an AWS service on your behalf/, CODES],
    ['the image is pending', /is pending, and cannot be run/, AMI],
    ['the service-linked role is new', /^Authentication Failure\./, 'autoscaling-service-linked-role'],
    ['the region is being validated', /PendingVerification|being validated|currently being verified/, CODES],
    [
      'a resource is in transition',
      /IncorrectState\b|ConcurrentTagAccess|simultaneous commands to modify a tag/,
      CODES,
    ],
  ]),
  ...rows('final', [
    ['no image', /InvalidAMIID|image id .* does not exist|AMI ID .* does not exist/i, AMI],
    ['the architecture', /does not match the architecture|architecture .* not (match|supported)/i, AMI],
    ['the virtualization', /virtualization type of/, AMI],
    ['no key pair', /InvalidKeyPair|key pair .* does not exist/i, LAUNCH],
    ['no security group', /InvalidGroup|security group .* does not exist/i, LAUNCH],
    ['too many security groups', /SecurityGroupsPerIn\w+LimitExceeded|security groups per interface/, CODES],
    ['no subnet', /InvalidSubnet|subnet ID .* does not exist|No default subnet|VPCIdNotSpecified/i, CODES],
    ['the key of a volume', /InvalidKMSKey|KMS key|Client\.InternalError|Client error on launch/, LAUNCH],
    ['no permission', /UnauthorizedOperation|AccessDenied|not authorized/i, TEMPLATE],
    ['no instance profile', /iamInstanceProfile|IAM Instance Profile/i, CODES],
    ['no launch template', /InvalidLaunchTemplate|launch template,? .* does not exist/i, CODES],
    ['no launch configuration', /launch configuration .*not found/i, LAUNCH],
    ['the group is gone', /AutoScalingGroup .* not found/, LAUNCH],
    ['a device name', /Invalid device name|parameter virtualName is invalid/, LAUNCH],
    ['block devices', /InvalidBlockDeviceMapping|EBS block device mappings not supported/, LAUNCH],
    ['no snapshot', /InvalidSnapshot|snapshot .* does not exist/, CODES],
    [
      'a placement group',
      /Placement groups? .*may not be used|InvalidPlacementGroup|placement group .* (unknown|does not exist)/i,
      LAUNCH,
    ],
    [
      'no type meets the requirements',
      /no instance type that meets the requirements/,
      'create-mixed-instances-group-attribute-based-instance-type-selection',
    ],
    ['the type', /InvalidInstanceType|InstanceTypeNotSupported|not eligible for Free Tier/, CODES],
    [
      'no capacity reservation',
      /InvalidCapacityReservation|capacity reservation .* does not exist|Capacity Block .*not active yet/i,
      LAUNCH,
    ],
    [
      'the dedicated host',
      /InvalidHost|UnsupportedHostConfiguration|UnsupportedInstanceTypeOnHost|ZonesMismatched|not supported on the Dedicated Host/,
      CODES,
    ],
    ['the tenancy', /InvalidTenancy|UnsupportedTenancy|specified tenancy|UnsupportedHibernationConfiguration/, CODES],
    ['a network interface', /InvalidNetworkInterface|Interface: .* in use/, CODES],
    ['no subscription', /OptInRequired|not subscribed to this service|accept terms and subscribe/, CODES],
    ['the account is blocked', /\bBlocked\b|currently blocked/, CODES],
    ['the user data', /InvalidUserData|BASE64 encoding of user data/, CODES],
    ['the fleet configuration', /InvalidFleetConfig|fleet configuration is not valid/, CODES],
    ['a parameter', /InvalidParameter|MissingParameter|UnknownParameter|must contain the parameter/, CODES],
    ['no load balancer', /(Validating|Updating) load balancer configuration failed/, 'ts-as-loadbalancer'],
    ['a lifecycle hook', /abandon|Lifecycle Action/i, 'lifecycle-hooks'],
  ]),
]

function rows(
  means: LaunchFailureKind['means'],
  kinds: readonly (readonly [name: string, words: RegExp, source: string])[],
): readonly LaunchFailureKind[] {
  return kinds.map(([name, words, source]) => ({ name, words, means, source }))
}

/** The row that the words of a failed launch are of; undefined where AWS says something else. */
export const launchFailureKind = (reason: string): LaunchFailureKind | undefined =>
  LAUNCH_FAILURES.find(({ words }) => words.test(reason))

/** What AWS's words for a failed launch mean. */
export const launchFailureClass = (reason: string): LaunchFailureClass => launchFailureKind(reason)?.means ?? 'unknown'
