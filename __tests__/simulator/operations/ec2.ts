import type { Scene, Table } from './scene.ts'

const operations = ({ account }: Scene): Scene['account']['ec2']['operations'] => account.ec2.operations
const after = (prepare: (aws: ReturnType<typeof operations>, it: Scene) => unknown, input: (it: Scene) => object) => (it: Scene): object => (prepare(operations(it), it), input(it)) // prettier-ignore

const colour = { Filters: [{ Name: 'colour', Values: ['red'] }] }
const unknownFilter = ['InvalidParameterValue', () => colour] as const
const wrongToken = ['InvalidNextToken', () => ({ NextToken: 'x', MaxResults: 5 })] as const
const NO_IMAGE = { ImageId: 'ami-00000000000000000' } as const
const NO_INSTANCE = 'i-00000000000000000'
const noImage = ['InvalidAMIID.NotFound', () => NO_IMAGE] as const
const noInstances = ['InvalidInstanceID.NotFound', () => ({ InstanceIds: [NO_INSTANCE] })] as const
const own = ({ image }: Scene) => ({ ImageId: image })
const standing = ({ instance }: Scene) => ({ InstanceIds: [instance] })
const run = ({ web }: Scene) =>
  ({ ImageId: web.oldImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 }) as const
const address = (it: Scene) => ({ AllocationId: operations(it).AllocateAddress({}).AllocationId ?? '' })
const associated = (it: Scene) => ({ AssociationId: operations(it).AssociateAddress({ ...address(it), InstanceId: it.instance }).AssociationId }) // prettier-ignore
const templateData = { LaunchTemplateData: { InstanceType: 't3.micro' } } as const
const template = ({ web }: Scene) => ({ LaunchTemplateName: web.sourceNames[0] })
const noTemplate = 'InvalidLaunchTemplateName.NotFoundException'
const gone = { LaunchTemplateName: 'gone' } as const
const group = { GroupName: 'ssh', Description: 'ssh' } as const
const key = { KeyName: 'key', PublicKeyMaterial: Buffer.from('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== key') } as const
const stop = after(
  (aws, it) => (aws.StopInstances(standing(it)), it.account.timeline.advance(100)),
  (it) => standing(it),
)

// prettier-ignore
export const EC2: Table = {
  AllocateAddress: { accepts: () => ({}), refuses: ['AddressLimitExceeded', (it) => ((it.account.ec2.addressLimit = 0), {})] },
  AssociateAddress: { accepts: (it) => ({ ...address(it), InstanceId: it.instance }), refuses: ['InvalidAllocationID.NotFound', ({ instance }) => ({ AllocationId: 'eipalloc-00000000000000000', InstanceId: instance })] },
  CopyImage: { accepts: ({ image }) => ({ Name: 'copy', SourceImageId: image, SourceRegion: 'eu-west-1' }), refuses: ['InvalidAMIID.NotFound', () => ({ Name: 'copy', SourceImageId: NO_IMAGE.ImageId, SourceRegion: 'eu-west-1' })] },
  CreateImage: { accepts: ({ instance }) => ({ Name: 'snap', InstanceId: instance }), refuses: ['InvalidAMIName.Duplicate', ({ instance }) => ({ Name: 'own', InstanceId: instance })] },
  CreateLaunchTemplate: { accepts: () => ({ LaunchTemplateName: 'new', ...templateData }), refuses: ['InvalidLaunchTemplateName.AlreadyExistsException', (it) => ({ ...template(it), ...templateData })] },
  CreateLaunchTemplateVersion: { accepts: (it) => ({ ...template(it), ...templateData }), refuses: [noTemplate, () => ({ ...gone, ...templateData })] },
  CreateSecurityGroup: { accepts: () => group, refuses: ['InvalidGroup.Duplicate', after((aws) => aws.CreateSecurityGroup(group), () => group)] },
  CreateSubnet: { accepts: ({ vpc }) => ({ VpcId: vpc, CidrBlock: '172.31.240.0/24' }), refuses: ['InvalidSubnet.Range', ({ vpc }) => ({ VpcId: vpc, CidrBlock: '10.0.0.0/24' })] },
  CreateTags: { accepts: ({ instance }) => ({ Resources: [instance], Tags: [{ Key: 'k', Value: 'v' }] }), refuses: ['InvalidInstanceID.NotFound', () => ({ Resources: [NO_INSTANCE], Tags: [{ Key: 'k', Value: 'v' }] })] },
  CreateVpc: { accepts: () => ({ CidrBlock: '10.0.0.0/16' }), refuses: ['InvalidVpc.Range', () => ({ CidrBlock: '10.0.0.0/8' })] },
  DeleteKeyPair: { accepts: () => ({ KeyName: 'key' }), refuses: 'nothing' },
  DeleteLaunchTemplate: { accepts: template, refuses: [noTemplate, () => gone] },
  DeleteLaunchTemplateVersions: { accepts: (it) => ({ ...template(it), Versions: ['1'] }), refuses: [noTemplate, () => ({ ...gone, Versions: ['1'] })] },
  DeleteSecurityGroup: { accepts: after((aws) => aws.CreateSecurityGroup(group), () => ({ GroupName: 'ssh' })), refuses: ['InvalidGroup.NotFound', () => ({ GroupName: 'ssh' })] },
  DeleteSubnet: { accepts: ({ account, vpc }) => ({ SubnetId: account.ec2.operations.CreateSubnet({ VpcId: vpc, CidrBlock: '172.31.240.0/24' }).Subnet?.SubnetId }), refuses: ['InvalidSubnetID.NotFound', () => ({ SubnetId: 'subnet-00000000000000000' })] },
  DeleteTags: { accepts: ({ instance }) => ({ Resources: [instance] }), refuses: ['InvalidInstanceID.NotFound', () => ({ Resources: [NO_INSTANCE] })] },
  DeregisterImage: { accepts: own, refuses: noImage },
  DescribeAccountAttributes: { accepts: () => ({ AttributeNames: ['default-vpc'] }), refuses: 'nothing' },
  DescribeAddresses: { accepts: () => ({}), refuses: ['InvalidAllocationID.NotFound', () => ({ AllocationIds: ['eipalloc-00000000000000000'] })] },
  DescribeAvailabilityZones: { accepts: () => ({ ZoneNames: ['eu-west-1a'] }), refuses: ['InvalidParameterValue', () => ({ ZoneNames: ['eu-west-9a'] })] },
  DescribeImageAttribute: { accepts: (it) => ({ ...own(it), Attribute: 'launchPermission' }), refuses: ['InvalidAMIID.NotFound', () => ({ ...NO_IMAGE, Attribute: 'launchPermission' })] },
  DescribeImages: { accepts: (it) => ({ ImageIds: [it.image] }), refuses: unknownFilter },
  DescribeInstanceAttribute: { accepts: ({ instance }) => ({ InstanceId: instance, Attribute: 'userData' }), refuses: ['InvalidInstanceID.NotFound', () => ({ InstanceId: NO_INSTANCE, Attribute: 'userData' })] },
  DescribeInstanceCreditSpecifications: { accepts: standing, refuses: noInstances },
  DescribeInstanceStatus: { accepts: standing, refuses: noInstances },
  DescribeInstanceTypeOfferings: { accepts: () => ({ LocationType: 'availability-zone' }), refuses: unknownFilter },
  DescribeInstanceTypes: { accepts: () => ({ InstanceTypes: ['m7i.large'] }), refuses: ['InvalidInstanceType', () => ({ InstanceTypes: ['q1.large'] })] },
  DescribeInstances: { accepts: standing, refuses: noInstances },
  DescribeKeyPairs: { accepts: after((aws) => aws.ImportKeyPair(key), () => ({})), refuses: ['InvalidKeyPair.NotFound', () => ({ KeyNames: ['none'] })] },
  DescribeLaunchTemplateVersions: { accepts: template, refuses: [noTemplate, () => gone] },
  DescribeLaunchTemplates: { accepts: () => ({}), refuses: unknownFilter },
  DescribeNetworkInterfaces: { accepts: () => ({}), refuses: unknownFilter },
  DescribeRegions: { accepts: () => ({ AllRegions: true }), refuses: ['InvalidParameterValue', () => ({ RegionNames: ['eu-west-9'] })] },
  DescribeSecurityGroups: { accepts: () => ({}), refuses: ['InvalidGroup.NotFound', () => ({ GroupNames: ['none'] })] },
  DescribeSubnets: { accepts: ({ subnet }) => ({ SubnetIds: [subnet] }), refuses: wrongToken },
  DescribeTags: { accepts: () => ({}), refuses: unknownFilter },
  DescribeVolumes: { accepts: () => ({}), refuses: unknownFilter },
  DescribeVpcs: { accepts: () => ({}), refuses: unknownFilter },
  DisableImage: { accepts: own, refuses: noImage },
  DisableImageDeprecation: { accepts: own, refuses: noImage },
  DisassociateAddress: { accepts: associated, refuses: ['InvalidAssociationID.NotFound', () => ({ AssociationId: 'eipassoc-00000000000000000' })] },
  EnableImage: { accepts: own, refuses: noImage },
  EnableImageDeprecation: { accepts: (it) => ({ ...own(it), DeprecateAt: new Date((it.account.timeline.now + 86_400) * 1000) }), refuses: ['InvalidParameterValue', (it) => ({ ...own(it), DeprecateAt: new Date(0) })] },
  GetConsoleOutput: { accepts: ({ instance }) => ({ InstanceId: instance }), refuses: ['InvalidInstanceID.NotFound', () => ({ InstanceId: NO_INSTANCE })] },
  ImportKeyPair: { accepts: () => key, refuses: ['InvalidKeyPair.Duplicate', after((aws) => aws.ImportKeyPair(key), () => key)] },
  ModifyImageAttribute: { accepts: (it) => ({ ...own(it), LaunchPermission: { Add: [{ Group: 'all' }] } }), refuses: ['InvalidAMIID.NotFound', () => ({ ...NO_IMAGE, LaunchPermission: { Add: [{ Group: 'all' }] } })] },
  ModifyInstanceAttribute: { accepts: ({ instance }) => ({ InstanceId: instance, DisableApiTermination: { Value: true } }), refuses: ['IncorrectInstanceState', ({ instance }) => ({ InstanceId: instance, InstanceType: { Value: 't3.small' } })] },
  ModifyInstanceCreditSpecification: { accepts: ({ instance }) => ({ InstanceCreditSpecifications: [{ InstanceId: instance, CpuCredits: 'standard' }] }), refuses: ['InvalidParameterValue', ({ instance }) => ({ InstanceCreditSpecifications: [{ InstanceId: instance, CpuCredits: 'endless' }] })] },
  ModifyLaunchTemplate: { accepts: (it) => ({ ...template(it), DefaultVersion: '1' }), refuses: [noTemplate, () => ({ ...gone, DefaultVersion: '1' })] },
  ModifySubnetAttribute: { accepts: ({ subnet }) => ({ SubnetId: subnet, MapPublicIpOnLaunch: { Value: false } }), refuses: ['InvalidSubnetID.NotFound', () => ({ SubnetId: 'subnet-00000000000000000', MapPublicIpOnLaunch: { Value: false } })] },
  MonitorInstances: { accepts: standing, refuses: noInstances },
  RebootInstances: { accepts: standing, refuses: ['IncorrectInstanceState', stop] },
  RegisterImage: { accepts: () => ({ Name: 'new', RootDeviceName: '/dev/xvda', BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-1' } }] }), refuses: ['InvalidBlockDeviceMapping', () => ({ Name: 'new' })] },
  ReleaseAddress: { accepts: address, refuses: ['InvalidAllocationID.NotFound', () => ({ AllocationId: 'eipalloc-00000000000000000' })] },
  RunInstances: { accepts: run, refuses: ['InvalidAMIID.NotFound', (it) => ({ ...run(it), ...NO_IMAGE })] },
  StartInstances: { accepts: stop, refuses: noInstances },
  StopInstances: { accepts: standing, refuses: ['IncorrectInstanceState', (it) => ({ InstanceIds: [operations(it).RunInstances(run(it)).Instances?.[0]?.InstanceId] })] },
  TerminateInstances: { accepts: standing, refuses: ['OperationNotPermitted', after((aws, { instance }) => aws.ModifyInstanceAttribute({ InstanceId: instance, DisableApiTermination: { Value: true } }), standing)] },
  UnmonitorInstances: { accepts: standing, refuses: noInstances },
}
