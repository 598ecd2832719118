import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling'
import type { CreateAutoScalingGroupCommandInput } from '@aws-sdk/client-auto-scaling'
import { CreateLaunchTemplateCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'
import { SimulatedAccount } from '../../../simulator/account.ts'

const account = new SimulatedAccount()
const config = { ...account.clientConfig(), maxAttempts: 1 }
const autoScaling = new AutoScalingClient(config)
const ec2 = new EC2Client(config)
const ImageId = account.ec2.seedImage({ name: 'web-1.0', imdsV2: true })

beforeAll(async () => {
  const LaunchTemplateData = { ImageId, InstanceType: 'm5.large' as const }
  await ec2.send(new CreateLaunchTemplateCommand({ LaunchTemplateName: 'web', LaunchTemplateData }))
  const unknown = { ImageId, InstanceType: 'z9.huge' as never }
  await ec2.send(new CreateLaunchTemplateCommand({ LaunchTemplateName: 'huge', LaunchTemplateData: unknown }))
})

const web = { LaunchTemplateName: 'web', Version: '$Latest' }
const mixed = (distribution: object, override: object = { InstanceType: 'm5.large' }) => ({
  LaunchTemplate: undefined,
  MixedInstancesPolicy: {
    LaunchTemplate: { LaunchTemplateSpecification: web, Overrides: [override] },
    InstancesDistribution: distribution,
  },
})
const create = (more: Partial<CreateAutoScalingGroupCommandInput>) =>
  autoScaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: 'web',
      MinSize: 0,
      MaxSize: 1,
      AvailabilityZones: ['eu-west-1a'],
      LaunchTemplate: web,
      ...more,
    }),
  )

describe('Auto Scaling refuses a group with', () => {
  const requirements = { InstanceRequirements: { VCpuCount: { Min: 1 }, MemoryMiB: { Min: 1024 } } }
  const rows = [
    { name: 'a zone that the region does not have', more: { AvailabilityZones: ['eu-west-1a', 'eu-west-1z'] }, says: 'Invalid availability zones: [eu-west-1z]' },
    { name: 'a launch template of a type that EC2 does not have', more: { LaunchTemplate: { LaunchTemplateName: 'huge' } }, says: "You must use a valid fully-formed launch template. Invalid value 'z9.huge' for InstanceType." },
    { name: 'a type in an override that EC2 does not have', more: mixed({}, { InstanceType: 'z9.huge' }), says: 'The specified instance type z9.huge is not valid' },
    { name: 'a placement group that is not there', more: { PlacementGroup: 'near' }, says: "The Placement Group 'near' is unknown." },
    { name: 'a strategy on demand that AWS does not have', more: mixed({ OnDemandAllocationStrategy: 'cheapest' }), says: 'The specified OnDemandAllocationStrategy is not valid. Valid options are [prioritized, lowest-price].' },
    { name: 'a Spot strategy that AWS does not have', more: mixed({ SpotAllocationStrategy: 'diversified' }), says: 'The specified SpotAllocationStrategy is not valid. Valid options are [lowest-price, capacity-optimized, capacity-optimized-prioritized, price-capacity-optimized].' },
    { name: 'the strategy prioritized where requirements name the types', more: mixed({ OnDemandAllocationStrategy: 'prioritized' }, requirements), says: 'The specified OnDemandAllocationStrategy is not valid. The prioritized allocation strategy is not compatible with instance requirements. Valid options are [lowest-price].' },
  ] // prettier-ignore
  it.each(rows)('$name', async ({ more, says }) => {
    await expect(create(more)).rejects.toMatchObject({ name: 'ValidationError', message: says })
  })
})

test('a launch configuration of a type that EC2 does not have is refused', async () => {
  const command = new CreateLaunchConfigurationCommand({ LaunchConfigurationName: 'lc', ImageId, InstanceType: 'z9.huge' }) // prettier-ignore
  await expect(autoScaling.send(command)).rejects.toMatchObject({
    name: 'ValidationError',
    message: 'The specified instance type z9.huge is not valid',
  })
})

test('EC2 refuses a launch into a placement group that is not there', async () => {
  const command = new RunInstancesCommand({ ImageId, InstanceType: 'm5.large', MinCount: 1, MaxCount: 1, Placement: { GroupName: 'near' } }) // prettier-ignore
  await expect(ec2.send(command)).rejects.toMatchObject({
    name: 'InvalidPlacementGroup.Unknown',
    message: "The Placement Group 'near' is unknown.",
  })
})

test('a group can be moved to a placement group of the account, and to no other', async () => {
  account.ec2.placementGroups.add('here')
  await create({ PlacementGroup: 'here' })
  const command = new UpdateAutoScalingGroupCommand({ AutoScalingGroupName: 'web', PlacementGroup: 'there' })
  await expect(autoScaling.send(command)).rejects.toMatchObject({ message: "The Placement Group 'there' is unknown." })
})
