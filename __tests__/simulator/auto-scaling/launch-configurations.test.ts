import type { CreateLaunchConfigurationCommandInput } from '@aws-sdk/client-auto-scaling'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { imagePair } from '../../../simulator/scenario-images.ts'
import { fixture, refusal, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const
const input = { LaunchConfigurationName: 'lc', ImageId: 'ami-1', InstanceType: 'm5.large' } as const

const rows: readonly { name: string; call: (it: Fixture) => unknown; says: string }[] = [
  { name: 'a second one of the same name', call: ({ aws }) => aws.CreateLaunchConfiguration(input), says: 'AlreadyExists: Launch Configuration by this name already exists - A launch configuration already exists with the name lc' },
  { name: 'any in a young account', call: ({ aws, behaviour }) => ((behaviour.launchConfigurations = false), aws.CreateLaunchConfiguration({ ...input, LaunchConfigurationName: 'new' })), says: 'UnsupportedOperation: The Launch Configuration creation operation is not available in your account. Use launch templates to create configuration templates for your Auto Scaling groups.' },
  { name: 'deletion of an unknown one', call: ({ aws }) => aws.DeleteLaunchConfiguration({ LaunchConfigurationName: 'x' }), says: 'ValidationError: Launch configuration name not found - Launch configuration x not found' },
  { name: 'deletion of one in use', call: ({ aws, create }) => (create({ LaunchConfigurationName: 'lc' }), aws.DeleteLaunchConfiguration({ LaunchConfigurationName: 'lc' })), says: 'ResourceInUse: Cannot delete launch configuration lc because it is attached to AutoScalingGroup web' },
  { name: 'an image that is not there', call: ({ aws }) => aws.CreateLaunchConfiguration({ ...input, LaunchConfigurationName: 'new', ImageId: 'ami-missing' }), says: "ValidationError: AMI ami-missing is invalid: The image id '[ami-missing]' does not exist" },
  { name: 'one without an image', call: ({ aws }) => aws.CreateLaunchConfiguration({ LaunchConfigurationName: 'new' }), says: 'ValidationError: Valid requests must contain either the InstanceID parameter or both the ImageId and InstanceType parameters.' },
  { name: 'one derived from an instance', call: ({ aws }) => aws.CreateLaunchConfiguration({ LaunchConfigurationName: 'new', InstanceId: 'i-1' }), says: 'ValidationError: The simulator does not derive launch configurations from instances.' },
  { name: 'an empty key name', call: ({ aws }) => aws.CreateLaunchConfiguration({ ...input, LaunchConfigurationName: 'new', KeyName: '' }), says: "ValidationError: 1 validation error detected: Value '' at 'keyName' failed to satisfy constraint: Member must have length greater than or equal to 1" },
  { name: 'user data that is not base64', call: ({ aws }) => aws.CreateLaunchConfiguration({ ...input, LaunchConfigurationName: 'new', UserData: '#!/bin/sh' }), says: 'ValidationError: Invalid BASE64 encoding of user data' },
] // prettier-ignore

describe('launch configurations', () => {
  test.each(rows)('$name is refused', ({ call, says }) => {
    const it = fixture()
    it.aws.CreateLaunchConfiguration(input)
    expect(refusal(() => call(it))).toBe(says)
  })

  test('user data may have 21,847 characters and not one more', () => {
    const { aws } = fixture()
    const create = (name: string, length: number) =>
      refusal(() =>
        aws.CreateLaunchConfiguration({ ...input, LaunchConfigurationName: name, UserData: 'a'.repeat(length) }),
      )
    expect(create('fits', 21_847)).toBe('accepted')
    expect(create('too-long', 21_848)).toMatch(
      /'userData' failed to satisfy constraint: Member must have length less than or equal to 21847$/,
    )
  })

  test('they come back with what AWS adds and with empty texts for what was not given', () => {
    const { aws, timeline } = fixture()
    aws.CreateLaunchConfiguration({ ...input, MetadataOptions: { HttpTokens: 'required' } })
    const [one] =
      aws.DescribeLaunchConfigurations({ LaunchConfigurationNames: ['lc', 'unknown'] }).LaunchConfigurations ?? []
    expect(one).toMatchObject({ ...input, MetadataOptions: { HttpTokens: 'required' }, KeyName: '', KernelId: '' })
    expect(one?.CreatedTime).toEqual(new Date(timeline.now * 1000))
    expect(one?.LaunchConfigurationARN).toMatch(
      /^arn:aws:autoscaling:eu-west-1:123456789012:launchConfiguration:.*:launchConfigurationName\/lc$/,
    )
  })

  test('one that is free can be deleted', () => {
    const { aws } = fixture()
    aws.CreateLaunchConfiguration(input)
    aws.DeleteLaunchConfiguration({ LaunchConfigurationName: 'lc' })
    expect(aws.DescribeLaunchConfigurations({}).LaunchConfigurations).toEqual([])
  })

  test('instances show the configuration that they were launched from', () => {
    const it = fixture()
    it.configuration('lc')
    it.create({ LaunchConfigurationName: 'lc', MinSize: 1 })
    it.settle()
    expect(it.group().LaunchConfigurationName).toBe('lc')
    expect(it.instances()[0]?.LaunchConfigurationName).toBe('lc')
    expect(it.instances()[0]?.LaunchTemplate).toBeUndefined()
  })
})

describe('an instance of a launch configuration', () => {
  const SETTINGS: Partial<CreateLaunchConfigurationCommandInput> = {
    MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 3 },
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 40, VolumeType: 'gp3', Encrypted: true } }],
    EbsOptimized: true,
    PlacementTenancy: 'dedicated',
  }

  /** What EC2 shows of the one instance of a group on a configuration with these settings. */
  function launched(settings: Partial<CreateLaunchConfigurationCommandInput>) {
    const account = new SimulatedAccount()
    const { old: ImageId } = imagePair(account, 'x86_64')
    const { operations } = account.autoScaling
    operations.CreateLaunchConfiguration({ LaunchConfigurationName: 'lc', ImageId, InstanceType: 'm5.large', ...settings }) // prettier-ignore
    operations.CreateAutoScalingGroup({ ...web, LaunchConfigurationName: 'lc', MinSize: 1, MaxSize: 1, AvailabilityZones: ['eu-west-1a'] }) // prettier-ignore
    account.timeline.advance(300)
    const instance = account.ec2.operations.DescribeInstances({}).Reservations?.[0]?.Instances?.[0]
    const volumes = account.ec2.operations.DescribeVolumes({}).Volumes
    return { instance, volumes }
  }

  test('carries its metadata options, volumes, EBS optimisation and tenancy', () => {
    const { instance, volumes } = launched(SETTINGS)
    expect(instance).toMatchObject({
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 3 },
      EbsOptimized: true,
      Placement: { Tenancy: 'dedicated' },
    })
    expect(volumes).toMatchObject([{ Size: 40, VolumeType: 'gp3', Encrypted: true }])
  })

  test.each([
    { name: 'detailed unless the configuration says otherwise', settings: {}, state: 'enabled' },
    { name: 'basic where it says so', settings: { InstanceMonitoring: { Enabled: false } }, state: 'disabled' },
  ])('its monitoring is $name', ({ settings, state }) => {
    expect(launched(settings).instance?.Monitoring).toEqual({ State: state })
  })

  test.each([
    { name: 'as the subnet says', settings: {}, has: true },
    { name: 'as the configuration says', settings: { AssociatePublicIpAddress: false }, has: false },
  ])('has a public address $name', ({ settings, has }) => {
    expect(launched(settings).instance?.PublicIpAddress !== undefined).toBe(has)
  })

  test('does not show it any more once it is deleted, nor one that is made again by that name', () => {
    const it = fixture()
    it.configuration('lc')
    it.configuration('other')
    it.create({ LaunchConfigurationName: 'lc', MinSize: 1 })
    it.settle()
    it.aws.UpdateAutoScalingGroup({ ...web, LaunchConfigurationName: 'other' })
    it.aws.DeleteLaunchConfiguration({ LaunchConfigurationName: 'lc' })
    expect(it.instances()[0]).not.toHaveProperty('LaunchConfigurationName')
    it.configuration('lc')
    expect(it.instances()[0]).not.toHaveProperty('LaunchConfigurationName')
  })
})
