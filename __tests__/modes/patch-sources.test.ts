import { imagePair } from '../../simulator/scenario-images.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import {
  addTemplate,
  changes,
  configurationNames,
  configurationNow,
  failure,
  groupNow,
  imagesNow,
  patchImage,
  tagNow,
  versionNow,
  versionNumbers,
  warnings,
} from '../../testing/launch-state.ts'

describe('a launch configuration', () => {
  const whole = {
    InstanceType: 'm5.large',
    KeyName: 'ops',
    SecurityGroups: ['sg-0123456789abcdef0'],
    UserData: Buffer.from('#!/bin/sh\necho hello\n').toString('base64'),
    BlockDeviceMappings: [
      {
        DeviceName: '/dev/xvda',
        Ebs: { VolumeSize: 20, VolumeType: 'gp3', Encrypted: true, DeleteOnTermination: true },
      },
      { DeviceName: '/dev/xvdf', Ebs: { SnapshotId: 'snap-0123456789abcdef0', VolumeSize: 100 } },
      { DeviceName: '/dev/sdb', VirtualName: 'ephemeral0' },
    ],
    InstanceMonitoring: { Enabled: false },
    SpotPrice: '0.25',
    IamInstanceProfile: 'web-profile',
    EbsOptimized: true,
    AssociatePublicIpAddress: true,
    PlacementTenancy: 'default',
    MetadataOptions: { HttpTokens: 'required' as const, HttpPutResponseHopLimit: 2, HttpEndpoint: 'enabled' as const },
  }

  const withWhole = (world: SimulatedAccount): string => {
    const { name } = addGroup(world, { name: 'web', launch: 'configuration' })
    const { old } = imagePair(world, 'x86_64')
    world.autoScaling.operations.CreateLaunchConfiguration({ ...whole, LaunchConfigurationName: 'whole', ImageId: old })
    world.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      LaunchConfigurationName: 'whole',
    })
    return name
  }

  test('is copied with every field, metadata options too, and nothing that AWS does not take back', async () => {
    const world = new SimulatedAccount()
    const name = withWhole(world)
    world.ledger.clear()
    const step = await patchImage(world)
    expect(failure(step)).toBe('')
    const copy = groupNow(world, name).LaunchConfigurationName ?? ''
    expect(copy).toMatch(/^whole-\d{8}T\d{6}Z$/)
    const told = ({ LaunchConfigurationName: _n, LaunchConfigurationARN: _a, CreatedTime: _t, ...rest }: object & Record<string, unknown>) => rest // prettier-ignore
    expect(told({ ...configurationNow(world, copy) })).toEqual({
      ...told({ ...configurationNow(world, 'whole') }),
      ImageId: imagePair(world, 'x86_64').fresh,
    })
    const [sent] = world.ledger.changes()
    expect(sent).toMatchObject({ operation: 'CreateLaunchConfiguration', input: whole })
    expect(Object.keys(sent?.input ?? {}).sort()).toEqual(
      [...Object.keys(whole), 'ImageId', 'LaunchConfigurationName'].sort(),
    )
    expect(tagNow(world, name, 'fleet-patch:previous')).toBe('whole')
  })

  test('keeps its name from growing, however often it is patched', async () => {
    const world = new SimulatedAccount()
    const { name } = addGroup(world, { name: 'web', launch: 'configuration' })
    await patchImage(world)
    const first = groupNow(world, name).LaunchConfigurationName ?? ''
    world.timeline.advance(86_400)
    world.ec2.seedImage({ name: 'fleet-x86_64-20260105', creationDate: '2026-01-05T09:00:00Z' })
    await patchImage(world)
    const second = groupNow(world, name).LaunchConfigurationName ?? ''
    expect([first, second].map((text) => text.replace(/\d{8}T\d{6}Z/, '<time>'))).toEqual([
      'web-1-<time>',
      'web-1-<time>',
    ])
    expect(second).not.toBe(first)
    expect(tagNow(world, name, 'fleet-patch:previous')).toBe(first)
  })

  test('that several groups share is copied once', async () => {
    const world = new SimulatedAccount()
    const { name } = addGroup(world, { name: 'web', launch: 'configuration' })
    addGroup(world, { name: 'api', launch: 'configuration' })
    world.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: 'api',
      LaunchConfigurationName: 'web-1',
    })
    const before = configurationNames(world).length
    await patchImage(world)
    expect(configurationNames(world)).toHaveLength(before + 1)
    expect(groupNow(world, 'api').LaunchConfigurationName).toBe(groupNow(world, name).LaunchConfigurationName)
  })

  const asTemplate = {
    InstanceType: 'm5.large',
    KeyName: 'ops',
    UserData: whole.UserData,
    NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: true, Groups: whole.SecurityGroups }],
    BlockDeviceMappings: whole.BlockDeviceMappings,
    Monitoring: { Enabled: false },
    InstanceMarketOptions: { MarketType: 'spot', SpotOptions: { MaxPrice: '0.25' } },
    IamInstanceProfile: { Name: 'web-profile' },
    EbsOptimized: true,
    Placement: { Tenancy: 'default' },
    MetadataOptions: whole.MetadataOptions,
  }

  test.each([
    { name: 'where it is asked for', refused: false, inputs: { 'migrate-to-launch-template': 'true' } },
    { name: 'where the account may not create launch configurations', refused: true, inputs: {} },
  ])('becomes an equivalent launch template $name', async ({ refused, inputs }) => {
    const world = new SimulatedAccount()
    const name = withWhole(world)
    world.behaviour.launchConfigurations = !refused
    const step = await patchImage(world, inputs)
    expect(failure(step)).toBe('')
    const { LaunchConfigurationName, LaunchTemplate } = groupNow(world, name)
    expect(LaunchConfigurationName).toBeUndefined()
    expect(LaunchTemplate).toMatchObject({ Version: '1' })
    const { LaunchTemplateData, VersionDescription } = versionNow(world, LaunchTemplate)
    expect(LaunchTemplateData).toEqual({ ...asTemplate, ImageId: imagePair(world, 'x86_64').fresh })
    expect(VersionDescription).toBe(
      `fleet-patch: from launch configuration whole, image ${imagePair(world, 'x86_64').fresh}, run 1000/1`,
    )
    expect(tagNow(world, name, 'fleet-patch:previous')).toBe('whole')
    expect(warnings(step).includes('cannot create launch configurations')).toBe(refused)
    world.ledger.clear()
    expect((await patchImage(world, inputs)).outputs['changed']).toBe('false')
    expect(changes(world)).toEqual([])
  })
})

describe('a launch template', () => {
  test('gets a version from the one in use, with nothing else changed, that names source, image and run', async () => {
    const world = new SimulatedAccount()
    const { name, oldImageId, newImageId } = addGroup(world, { name: 'web', launch: 'template-number' })
    const data = {
      ImageId: oldImageId,
      InstanceType: 't3.small',
      MetadataOptions: { HttpTokens: 'required' as const },
      TagSpecifications: [{ ResourceType: 'instance' as const, Tags: [{ Key: 'team', Value: 'web' }] }],
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-00000000000000001', VolumeSize: 30 } },
        { DeviceName: '/dev/xvdf', Ebs: { SnapshotId: 'snap-00000000000000002', VolumeSize: 50 } },
      ],
    }
    const id = addTemplate(world, 'other', data)
    world.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId: id,
      LaunchTemplateData: { ImageId: oldImageId },
    })
    world.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      LaunchTemplate: { LaunchTemplateId: id, Version: '1' },
    })
    await patchImage(world)
    const version = versionNow(world, groupNow(world, name).LaunchTemplate)
    expect(version.VersionNumber).toBe(3)
    expect(version.VersionDescription).toBe(`fleet-patch: from version 1, image ${newImageId}, run 1000/1`)
    expect(version.LaunchTemplateData).toEqual({
      ...data,
      ImageId: newImageId,
      BlockDeviceMappings: [
        // The old image's snapshot must not be launched with the new image.
        { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 30 } },
        { DeviceName: '/dev/xvdf', Ebs: { SnapshotId: 'snap-00000000000000002', VolumeSize: 50 } },
      ],
    })
  })

  test('keeps its fields on an emulator that does not copy them from the source version', async () => {
    const world = new SimulatedAccount()
    const { name } = addGroup(world, { name: 'web', launch: 'template-number', userData: '#!/bin/sh\n' })
    const before = versionNow(world, groupNow(world, name).LaunchTemplate).LaunchTemplateData
    const { operations } = world.ec2
    const create = operations.CreateLaunchTemplateVersion
    Object.assign(operations, {
      CreateLaunchTemplateVersion: ({ SourceVersion: _, ...input }: Parameters<typeof create>[0]) => create(input),
    })
    expect(failure(await patchImage(world))).toBe('')
    const after = versionNow(world, groupNow(world, name).LaunchTemplate).LaunchTemplateData
    expect(after).toEqual({ ...before, ImageId: imagePair(world, 'x86_64').fresh })
  })

  test('that several groups share gets one new version for all of them', async () => {
    const world = new SimulatedAccount()
    const { name } = addGroup(world, { name: 'web', launch: 'template-latest' })
    const id = groupNow(world, name).LaunchTemplate?.LaunchTemplateId ?? ''
    for (const [other, Version] of [
      ['api', '1'],
      ['job', '$Default'],
    ] as const) {
      // prettier-ignore
      addGroup(world, { name: other, launch: 'template-number' })
      world.autoScaling.operations.UpdateAutoScalingGroup({
        AutoScalingGroupName: other,
        LaunchTemplate: { LaunchTemplateId: id, Version },
      })
    }
    const step = await patchImage(world)
    expect(failure(step)).toBe('')
    expect(warnings(step)).toBe('')
    expect(versionNumbers(world, id)).toEqual([1, 2])
    for (const group of ['web', 'api', 'job'])
      expect(imagesNow(world, group)).toEqual([imagePair(world, 'x86_64').fresh])
    expect(groupNow(world, 'web').LaunchTemplate?.Version).toBe('$Latest')
    expect(groupNow(world, 'api').LaunchTemplate?.Version).toBe('2')
    expect(groupNow(world, 'job').LaunchTemplate?.Version).toBe('$Default')
  })

  test.each([
    {
      follows: '$Default',
      launch: 'template-default' as const,
      says: 'its default version moves for others too: other',
    },
    { follows: '$Latest', launch: 'template-latest' as const, says: 'will take the new version too: other' },
  ])('warns of another group that launches its $follows', async ({ follows, launch, says }) => {
    const world = new SimulatedAccount()
    const { name } = addGroup(world, { name: 'web', launch })
    addGroup(world, { name: 'other' })
    const id = groupNow(world, name).LaunchTemplate?.LaunchTemplateId ?? ''
    world.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: 'other',
      LaunchTemplate: { LaunchTemplateId: id, Version: follows },
    })
    const step = await patchImage(world, { 'auto-scaling-groups': 'web' })
    expect(failure(step)).toBe('')
    expect(warnings(step)).toContain(says)
  })

  test('gets no version from an older one while anybody launches the latest', async () => {
    const world = new SimulatedAccount()
    const { name } = addGroup(world, { name: 'web', launch: 'template-number' })
    addGroup(world, { name: 'other' })
    const id = groupNow(world, name).LaunchTemplate?.LaunchTemplateId ?? ''
    world.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId: id,
      SourceVersion: '1',
      LaunchTemplateData: { InstanceType: 't3.large' },
    })
    world.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: 'other',
      LaunchTemplate: { LaunchTemplateId: id, Version: '$Latest' },
    })
    world.ledger.clear()
    const step = await patchImage(world, { 'auto-scaling-groups': 'web' })
    expect(failure(step)).toContain('other, launching `$Latest`, would go back from version 2')
    expect(changes(world)).toEqual([])
  })

  test('with an image behind a parameter is refused, and replaced only where that is asked for', async () => {
    const world = new SimulatedAccount()
    const { old, fresh } = imagePair(world, 'x86_64')
    world.ssm.operations.PutParameter({ Name: '/golden/web', Value: old, Type: 'String', DataType: 'aws:ec2:image' })
    const { name } = addGroup(world, { name: 'web' })
    const id = addTemplate(world, 'aliased', { ImageId: 'resolve:ssm:/golden/web' })
    world.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      LaunchTemplate: { LaunchTemplateId: id, Version: '1' },
    })
    world.ledger.clear()
    const refused = await patchImage(world)
    expect(failure(refused)).toContain('its image comes from the parameter /golden/web at each launch')
    expect(failure(refused)).toContain('replace-ssm-alias: true')
    expect(changes(world)).toEqual([])
    const replaced = await patchImage(world, { 'replace-ssm-alias': 'true' })
    expect(failure(replaced)).toBe('')
    expect(imagesNow(world, name)).toEqual([fresh])
    expect(replaced.outputs).toMatchObject({ 'image-id': fresh, 'previous-image-id': old })
  })
})

describe('a mixed instances policy', () => {
  const policyOf = (world: SimulatedAccount, name: string) => groupNow(world, name).MixedInstancesPolicy

  test('keeps everything but its images, those that overrides bring themselves included', async () => {
    const world = new SimulatedAccount()
    const { name } = addGroup(world, { name: 'web', launch: 'mixed' })
    const x86 = imagePair(world, 'x86_64')
    const arm = imagePair(world, 'arm64')
    const id = policyOf(world, name)?.LaunchTemplate?.LaunchTemplateSpecification?.LaunchTemplateId ?? ''
    world.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      MixedInstancesPolicy: {
        LaunchTemplate: {
          LaunchTemplateSpecification: { LaunchTemplateId: id, Version: '$Default' },
          Overrides: [
            { InstanceType: 't3.micro', WeightedCapacity: '1' },
            { InstanceType: 't4g.small', WeightedCapacity: '2', ImageId: arm.old },
          ],
        },
        InstancesDistribution: { OnDemandBaseCapacity: 1, SpotAllocationStrategy: 'capacity-optimized' },
      },
    })
    const before = policyOf(world, name)
    const step = await patchImage(world)
    expect(failure(step)).toBe('')
    const after = policyOf(world, name)
    expect(imagesNow(world, name)).toEqual([x86.fresh, arm.fresh])
    expect(after?.InstancesDistribution).toEqual(before?.InstancesDistribution)
    expect(after?.LaunchTemplate?.Overrides).toEqual([
      { InstanceType: 't3.micro', WeightedCapacity: '1' },
      { InstanceType: 't4g.small', WeightedCapacity: '2', ImageId: arm.fresh },
    ])
    expect(after?.LaunchTemplate?.LaunchTemplateSpecification?.Version).toBe('$Default')
  })

  test('keeps overrides that describe what they need', async () => {
    const world = new SimulatedAccount()
    const { name } = addGroup(world, { name: 'web', launch: 'mixed', size: 0 })
    const specification = policyOf(world, name)?.LaunchTemplate?.LaunchTemplateSpecification
    const requirements = { VCpuCount: { Min: 2, Max: 4 }, MemoryMiB: { Min: 4096 } }
    world.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      MixedInstancesPolicy: {
        LaunchTemplate: {
          LaunchTemplateSpecification: { LaunchTemplateId: specification?.LaunchTemplateId, Version: '1' },
          Overrides: [{ InstanceRequirements: requirements }],
        },
      },
    })
    const step = await patchImage(world)
    expect(failure(step)).toBe('')
    expect(imagesNow(world, name)).toEqual([imagePair(world, 'x86_64').fresh])
    expect(policyOf(world, name)?.LaunchTemplate?.Overrides).toEqual([{ InstanceRequirements: requirements }])
  })
})
