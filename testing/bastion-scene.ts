/** A bastion behind an Elastic IP in a DMZ subnet of a simulated account. */
import { SimulatedAccount, type SimulatedAccountOptions } from '../simulator/account.ts'
import { SimulatedSsh } from '../simulator/ssh.ts'

/** What of it is other than usual. */
export interface BastionScenePlan {
  /** The account to use instead of a new one. */
  readonly in?: SimulatedAccount
  readonly account?: SimulatedAccountOptions
  readonly launch?: Readonly<Record<string, unknown>>
  /** The data of its launch template, if it has one. */
  readonly template?: Readonly<Record<string, unknown>>
  /** Whether the subnets assign public addresses. */
  readonly lends?: 'public' | 'nothing'
}

/** Its `Name` tag. */
export const BASTION_NAME = 'Odd (SSH Bastion Host)'

/** Its user data. */
export const BASTION_USER_DATA = `#taupage-ami-config

application_id: odd
application_version: "0.1"
runtime: Docker
source: stups/odd:1
ports: {22: 22}
environment:
  GRANTING_SERVICE_SSH_KEY: very-secret-key
`

/** Two DMZ subnets in two zones and a private one, and a bastion on an old image in the first. */
export function bastionScene({
  in: given,
  account: options,
  launch = {},
  template,
  lends = 'public',
}: BastionScenePlan = {}) {
  const account = given ?? new SimulatedAccount(options)
  const { ec2, timeline, region } = account
  const ssh = new SimulatedSsh(account)
  const image = (date: string, more: object = {}): string =>
    ec2.seedImage({
      name: `Taupage-AMI-${date.replaceAll('-', '')}-083000`,
      creationDate: `${date}T08:30:00Z`,
      ...more,
    })
  const oldImage = image('2024-01-01')
  const newImage = image('2025-12-15')
  const subnet = (letter: string, index: number, name: string): string =>
    ec2.seedSubnet({
      zone: `${region}${letter}`,
      cidr: `172.31.${100 + index}.0/28`,
      tags: { Name: name },
      ...(lends === 'public' && { mapsPublicAddress: true as const }),
    })
  const subnets = { a: subnet('a', 0, 'dmz-a'), b: subnet('b', 1, 'dmz-b'), internal: subnet('c', 2, 'internal-c') }
  const ops = ec2.operations
  const group = ops.CreateSecurityGroup({ GroupName: 'odd', Description: 'ssh', VpcId: vpcOf(account) }).GroupId ?? ''
  ops.ImportKeyPair({ KeyName: 'team', PublicKeyMaterial: Buffer.from('ssh-ed25519 AAAA') } as never)
  const tags = [
    { Key: 'Name', Value: BASTION_NAME },
    { Key: 'Team', Value: 'platform' },
  ]
  const own = {
    ImageId: oldImage,
    InstanceType: 't3.micro' as const,
    UserData: Buffer.from(BASTION_USER_DATA).toString('base64'),
    KeyName: 'team',
    IamInstanceProfile: { Name: 'odd' },
    MetadataOptions: { HttpTokens: 'required' as const, HttpPutResponseHopLimit: 2 },
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 20, Encrypted: true, VolumeType: 'gp3' as const } },
    ],
    Monitoring: { Enabled: true },
    CreditSpecification: { CpuCredits: 'standard' },
    ...launch,
  }
  const made =
    template === undefined
      ? undefined
      : ops.CreateLaunchTemplate({ LaunchTemplateName: 'odd', LaunchTemplateData: { ...own, ...template } as never })
          .LaunchTemplate?.LaunchTemplateId
  const [started] =
    ops.RunInstances({
      ...(made === undefined ? own : { LaunchTemplate: { LaunchTemplateId: made, Version: '1' } }),
      ...(template !== undefined && 'NetworkInterfaces' in template
        ? { NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: subnets.a, Groups: [group] }] }
        : { SubnetId: subnets.a, SecurityGroupIds: [group] }),
      TagSpecifications: [{ ResourceType: 'instance', Tags: tags }],
      MinCount: 1,
      MaxCount: 1,
    } as never).Instances ?? []
  const old = started?.InstanceId ?? ''
  timeline.advance(300)
  const { AllocationId: allocation = '', PublicIp: ip = '' } = ops.AllocateAddress({ Domain: 'vpc' })
  ops.AssociateAddress({ AllocationId: allocation, InstanceId: old })
  const ids = new Set([old])
  return { account, ssh, ops, old, allocation, ip, oldImage, newImage, subnets, group, template: made, image, ids }
}

/** The account with its bastion, and what belongs to it. */
export type BastionScene = ReturnType<typeof bastionScene>

const vpcOf = ({ ec2 }: SimulatedAccount): string => ec2.operations.DescribeVpcs({}).Vpcs?.[0]?.VpcId ?? ''
