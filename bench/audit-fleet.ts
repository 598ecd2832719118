import { SimulatedAccount } from '../simulator/account.ts'

/** The measured region: groups by launch source, and everything else that the number of calls depends on. */
export const fleet = {
  groups: 1000,
  /** Instances of each group. */
  size: 20,
  /** Instances outside of any group. */
  lone: 50,
  /** Image families in use, of two owners, and the releases of each. */
  families: 40,
  releases: 12,
  /** Groups pinned to a version that is neither the latest nor the default: it must be described by its template. */
  pinned: 20,
  /** Launch configurations and templates that no group uses any more. */
  idleConfigurations: 200,
  idleTemplates: 100,
} as const

/** An account with this fleet: four groups of ten on `$Latest`, two on `$Default`, three on configurations, one mixed. */
export function auditedAccount(): SimulatedAccount {
  const account = new SimulatedAccount({ behaviour: { bootSeconds: 1, reactionSeconds: 1 } })
  account.ledger.watches = new Set()
  const images = seedImages(account)
  const { autoScaling, ec2, timeline } = account
  const image = (family: number, release: number): string => images[family % fleet.families]?.[release] ?? ''
  const template = (name: string, family: number): string => {
    const data = (release: number) => ({ ImageId: image(family, release), InstanceType: 't3.micro' as const })
    const made = ec2.operations.CreateLaunchTemplate({ LaunchTemplateName: name, LaunchTemplateData: data(0) })
    const LaunchTemplateId = made.LaunchTemplate?.LaunchTemplateId ?? ''
    for (const release of [4, 8])
      ec2.operations.CreateLaunchTemplateVersion({ LaunchTemplateId, LaunchTemplateData: data(release) })
    return LaunchTemplateId
  }
  const configuration = (name: string, family: number): string => {
    autoScaling.operations.CreateLaunchConfiguration({
      LaunchConfigurationName: name,
      ImageId: image(family, 6),
      InstanceType: 't3.micro',
    })
    return name
  }
  const source = (index: number): object => {
    const name = `source-${index}`
    const at = (Version: string) => ({ LaunchTemplateId: template(name, index), Version })
    if (index < fleet.pinned) return { LaunchTemplate: at('2') }
    switch (index % 10) {
      case 0:
      case 1:
      case 2:
        return { LaunchConfigurationName: configuration(name, index) }
      case 3:
      case 4:
        return { LaunchTemplate: at('$Default') }
      case 5:
        return mixed(at('$Latest'), image(index + 1, 9))
      default:
        return { LaunchTemplate: at('$Latest') }
    }
  }
  for (let index = 0; index < fleet.idleConfigurations; index++) configuration(`idle-${index}`, index)
  for (let index = 0; index < fleet.idleTemplates; index++) template(`idle-${index}`, index)
  // The default subnets have room for 12,000.
  const large = ['172.31.64.0/18', '172.31.128.0/18', '172.31.192.0/18']
  for (const [index, cidr] of large.entries()) ec2.seedSubnet({ zone: `${account.region}${'abc'[index]}`, cidr })
  const subnets = (ec2.operations.DescribeSubnets({}).Subnets ?? []).map(({ SubnetId }) => SubnetId).join(',')
  for (let index = 0; index < fleet.groups; index++) {
    autoScaling.operations.CreateAutoScalingGroup({
      AutoScalingGroupName: `group-${index}`,
      MinSize: 0,
      MaxSize: fleet.size,
      DesiredCapacity: fleet.size,
      VPCZoneIdentifier: subnets,
      ...source(index),
    })
  }
  timeline.advance(120)
  ec2.operations.RunInstances({
    ImageId: image(0, 3),
    InstanceType: 't3.micro',
    MinCount: fleet.lone,
    MaxCount: fleet.lone,
  })
  timeline.advance(10)
  account.ledger.clear()
  return account
}

const mixed = (LaunchTemplateSpecification: object, ImageId: string) => ({
  MixedInstancesPolicy: {
    LaunchTemplate: {
      LaunchTemplateSpecification,
      Overrides: [{ InstanceType: 't3.micro' }, { InstanceType: 't3.small', ImageId }],
    },
  },
})

function seedImages({ ec2 }: SimulatedAccount): readonly (readonly string[])[] {
  return Array.from({ length: fleet.families }, (_, family) =>
    Array.from({ length: fleet.releases }, (__, release) => {
      const date = new Date(Date.UTC(2025, release, 3))
      const day = date.toISOString().slice(0, 10).replaceAll('-', '')
      const amazon = family % 2 === 0 ? ({ ownerAlias: 'amazon', visibility: 'public' } as const) : {}
      return ec2.seedImage({ name: `family${String.fromCharCode(65 + family)}-${day}`, creationDate: date, ...amazon })
    }),
  )
}

/** The fewest calls that give this information, by IAM action; each page is as long as AWS allows. */
export function fewestCalls(): Readonly<Record<string, number>> {
  const configurations = countOf([0, 1, 2])
  const templates = fleet.groups - configurations
  return {
    'sts:AssumeRoleWithWebIdentity': 1,
    'sts:GetCallerIdentity': 1,
    'autoscaling:DescribeAutoScalingGroups': Math.ceil(fleet.groups / 100),
    // By name, or all of the account.
    'autoscaling:DescribeLaunchConfigurations': Math.min(
      Math.ceil(configurations / 50),
      Math.ceil((configurations + fleet.idleConfigurations) / 100),
    ),
    'ec2:DescribeInstances': Math.ceil((fleet.groups * fleet.size + fleet.lone) / 1000),
    // Latest and default version of each differ; the pinned ones need a call each, since a call takes one template.
    'ec2:DescribeLaunchTemplateVersions': Math.ceil(((templates + fleet.idleTemplates) * 2) / 200) + fleet.pinned,
    // The images in use by id, and the families of each owner.
    'ec2:DescribeImages': 3,
  }
}

const countOf = (digits: readonly number[]): number =>
  Array.from({ length: fleet.groups - fleet.pinned }, (_, index) => index + fleet.pinned).filter((index) =>
    digits.includes(index % 10),
  ).length
