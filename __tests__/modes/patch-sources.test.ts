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
  applyPatchImage,
  tagNow,
  versionNow,
  versionNumbers,
  warnings,
} from '../../testing/launch-state.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

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

  const withWhole = (account: SimulatedAccount): string => {
    const { name } = addGroup(account, { name: 'web', launch: 'configuration' })
    const { old } = imagePair(account, 'x86_64')
    account.autoScaling.operations.CreateLaunchConfiguration({
      ...whole,
      LaunchConfigurationName: 'whole',
      ImageId: old,
    })
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      LaunchConfigurationName: 'whole',
    })
    return name
  }

  test('is copied with every field, metadata options too, except fields that AWS does not accept', async () => {
    const account = new SimulatedAccount()
    const name = withWhole(account)
    account.ledger.clear()
    const step = await applyPatchImage(account)
    expect(failure(step)).toBe('')
    const copy = groupNow(account, name).LaunchConfigurationName ?? ''
    expect(copy).toMatch(/^whole-\d{8}T\d{6}Z$/)
    const reported = ({ LaunchConfigurationName: _n, LaunchConfigurationARN: _a, CreatedTime: _t, ...rest }: object & Record<string, unknown>) => rest // prettier-ignore
    expect(reported({ ...configurationNow(account, copy) })).toEqual({
      ...reported({ ...configurationNow(account, 'whole') }),
      ImageId: imagePair(account, 'x86_64').fresh,
    })
    const [sent] = account.ledger.changes()
    expect(sent).toMatchObject({ operation: 'CreateLaunchConfiguration', input: whole })
    expect(Object.keys(sent?.input ?? {}).sort()).toEqual(
      [...Object.keys(whole), 'ImageId', 'LaunchConfigurationName'].sort(),
    )
    expect(tagNow(account, name, 'fleet-patch:previous')).toBe('whole')
  })

  test('does not get a longer name with each patch', async () => {
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web', launch: 'configuration' })
    await applyPatchImage(account)
    const first = groupNow(account, name).LaunchConfigurationName ?? ''
    account.timeline.advance(86_400)
    account.ec2.seedImage({ name: 'fleet-x86_64-20260105', creationDate: '2026-01-05T09:00:00Z' })
    await applyPatchImage(account)
    const second = groupNow(account, name).LaunchConfigurationName ?? ''
    expect([first, second].map((text) => text.replace(/\d{8}T\d{6}Z/, '<time>'))).toEqual([
      'web-1-<time>',
      'web-1-<time>',
    ])
    expect(second).not.toBe(first)
    expect(tagNow(account, name, 'fleet-patch:previous')).toBe(first)
  })

  test('that several groups share is copied once', async () => {
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web', launch: 'configuration' })
    addGroup(account, { name: 'api', launch: 'configuration' })
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: 'api',
      LaunchConfigurationName: 'web-1',
    })
    const before = configurationNames(account).length
    await applyPatchImage(account)
    expect(configurationNames(account)).toHaveLength(before + 1)
    expect(groupNow(account, 'api').LaunchConfigurationName).toBe(groupNow(account, name).LaunchConfigurationName)
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
    { name: 'where the input says so', refused: false, inputs: { 'migrate-to-launch-template': 'true' } },
    { name: 'where the account may not create launch configurations', refused: true, inputs: {} },
  ])('becomes an equivalent launch template $name', async ({ refused, inputs }) => {
    const account = new SimulatedAccount()
    const name = withWhole(account)
    account.behaviour.launchConfigurations = !refused
    const step = await applyPatchImage(account, inputs)
    expect(failure(step)).toBe('')
    const { LaunchConfigurationName, LaunchTemplate } = groupNow(account, name)
    expect(LaunchConfigurationName).toBeUndefined()
    expect(LaunchTemplate).toMatchObject({ Version: '1' })
    const { LaunchTemplateData, VersionDescription } = versionNow(account, LaunchTemplate)
    expect(LaunchTemplateData).toEqual({ ...asTemplate, ImageId: imagePair(account, 'x86_64').fresh })
    expect(VersionDescription).toBe(
      `fleet-patch: from launch configuration whole, image ${imagePair(account, 'x86_64').fresh}, run 1000/1`,
    )
    expect(tagNow(account, name, 'fleet-patch:previous')).toBe('whole')
    expect(warnings(step).includes('cannot create launch configurations')).toBe(refused)
    account.ledger.clear()
    expect((await applyPatchImage(account, inputs)).outputs['changed']).toBe('false')
    expect(changes(account)).toEqual([])
  })
})

describe('a launch template', () => {
  test('gets a version from the one in use, with nothing else changed, that names source, image and run', async () => {
    const account = new SimulatedAccount()
    const { name, oldImageId, newImageId } = addGroup(account, { name: 'web', launch: 'template-number' })
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
    const id = addTemplate(account, 'other', data)
    account.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId: id,
      LaunchTemplateData: { ImageId: oldImageId },
    })
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      LaunchTemplate: { LaunchTemplateId: id, Version: '1' },
    })
    await applyPatchImage(account)
    const version = versionNow(account, groupNow(account, name).LaunchTemplate)
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
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web', launch: 'template-number', userData: '#!/bin/sh\n' })
    const before = versionNow(account, groupNow(account, name).LaunchTemplate).LaunchTemplateData
    const { operations } = account.ec2
    const create = operations.CreateLaunchTemplateVersion
    Object.assign(operations, {
      CreateLaunchTemplateVersion: ({ SourceVersion: _, ...input }: Parameters<typeof create>[0]) => create(input),
    })
    expect(failure(await applyPatchImage(account))).toBe('')
    const after = versionNow(account, groupNow(account, name).LaunchTemplate).LaunchTemplateData
    expect(after).toEqual({ ...before, ImageId: imagePair(account, 'x86_64').fresh })
  })

  test('that several groups share gets one new version for all of them', async () => {
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web', launch: 'template-latest' })
    const id = groupNow(account, name).LaunchTemplate?.LaunchTemplateId ?? ''
    for (const [other, Version] of [
      ['api', '1'],
      ['job', '$Default'],
    ] as const) {
      // prettier-ignore
      addGroup(account, { name: other, launch: 'template-number' })
      account.autoScaling.operations.UpdateAutoScalingGroup({
        AutoScalingGroupName: other,
        LaunchTemplate: { LaunchTemplateId: id, Version },
      })
    }
    const step = await applyPatchImage(account)
    expect(failure(step)).toBe('')
    expect(warnings(step)).toBe('')
    expect(versionNumbers(account, id)).toEqual([1, 2])
    for (const group of ['web', 'api', 'job'])
      expect(imagesNow(account, group)).toEqual([imagePair(account, 'x86_64').fresh])
    expect(groupNow(account, 'web').LaunchTemplate?.Version).toBe('$Latest')
    expect(groupNow(account, 'api').LaunchTemplate?.Version).toBe('2')
    expect(groupNow(account, 'job').LaunchTemplate?.Version).toBe('$Default')
  })

  test.each([
    {
      follows: '$Default',
      launch: 'template-default' as const,
      says: 'its default version moves for others too: other',
    },
    { follows: '$Latest', launch: 'template-latest' as const, says: 'will take the new version too: other' },
  ])('warns of another group that launches its $follows', async ({ follows, launch, says }) => {
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web', launch })
    addGroup(account, { name: 'other' })
    const id = groupNow(account, name).LaunchTemplate?.LaunchTemplateId ?? ''
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: 'other',
      LaunchTemplate: { LaunchTemplateId: id, Version: follows },
    })
    const step = await applyPatchImage(account, { 'auto-scaling-groups': 'web' })
    expect(failure(step)).toBe('')
    expect(warnings(step)).toContain(says)
  })

  test('gets no version from an older one while another group launches the latest', async () => {
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web', launch: 'template-number' })
    addGroup(account, { name: 'other' })
    const id = groupNow(account, name).LaunchTemplate?.LaunchTemplateId ?? ''
    account.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId: id,
      SourceVersion: '1',
      LaunchTemplateData: { InstanceType: 't3.large' },
    })
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: 'other',
      LaunchTemplate: { LaunchTemplateId: id, Version: '$Latest' },
    })
    account.ledger.clear()
    const step = await applyPatchImage(account, { 'auto-scaling-groups': 'web' })
    expect(failure(step)).toContain('other, launching `$Latest`, would go back from version 2')
    expect(changes(account)).toEqual([])
  })

  test('with an image behind a parameter is left alone with a warning, and changed only where the input says so', async () => {
    const account = new SimulatedAccount()
    const { old, fresh } = imagePair(account, 'x86_64')
    account.ssm.operations.PutParameter({ Name: '/golden/web', Value: old, Type: 'String', DataType: 'aws:ec2:image' })
    const { name } = addGroup(account, { name: 'web' })
    const id = addTemplate(account, 'aliased', { ImageId: 'resolve:ssm:/golden/web' })
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      LaunchTemplate: { LaunchTemplateId: id, Version: '1' },
    })
    account.ledger.clear()
    const left = await applyPatchImage(account)
    expect(failure(left)).toBe('')
    const warnings = left.annotations.map(({ message }) => message).join('\n')
    expect(warnings).toContain('the parameter /golden/web decides its image at each launch and is left alone')
    expect(warnings).toContain(`it names ${old}, and ${fresh} is asked for`)
    expect(warnings).toContain('replace-ssm-alias: true')
    expect(changes(account)).toEqual([])
    const replaced = await applyPatchImage(account, { 'replace-ssm-alias': 'true' })
    expect(failure(replaced)).toBe('')
    expect(imagesNow(account, name)).toEqual([fresh])
    expect(replaced.outputs).toMatchObject({ 'image-id': fresh, 'previous-image-id': old })
  })
})

describe('a mixed instances policy', () => {
  const policyOf = (account: SimulatedAccount, name: string) => groupNow(account, name).MixedInstancesPolicy

  test('keeps everything but its images, also those of overrides', async () => {
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web', launch: 'mixed' })
    const x86 = imagePair(account, 'x86_64')
    const arm = imagePair(account, 'arm64')
    const id = policyOf(account, name)?.LaunchTemplate?.LaunchTemplateSpecification?.LaunchTemplateId ?? ''
    account.autoScaling.operations.UpdateAutoScalingGroup({
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
    const before = policyOf(account, name)
    const step = await applyPatchImage(account)
    expect(failure(step)).toBe('')
    const after = policyOf(account, name)
    expect(imagesNow(account, name)).toEqual([x86.fresh, arm.fresh])
    expect(after?.InstancesDistribution).toEqual(before?.InstancesDistribution)
    expect(after?.LaunchTemplate?.Overrides).toEqual([
      { InstanceType: 't3.micro', WeightedCapacity: '1' },
      { InstanceType: 't4g.small', WeightedCapacity: '2', ImageId: arm.fresh },
    ])
    expect(after?.LaunchTemplate?.LaunchTemplateSpecification?.Version).toBe('$Default')
  })

  test('keeps overrides with instance requirements', async () => {
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web', launch: 'mixed', size: 0 })
    const specification = policyOf(account, name)?.LaunchTemplate?.LaunchTemplateSpecification
    const requirements = { VCpuCount: { Min: 2, Max: 4 }, MemoryMiB: { Min: 4096 } }
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      MixedInstancesPolicy: {
        LaunchTemplate: {
          LaunchTemplateSpecification: { LaunchTemplateId: specification?.LaunchTemplateId, Version: '1' },
          Overrides: [{ InstanceRequirements: requirements }],
        },
      },
    })
    const step = await applyPatchImage(account)
    expect(failure(step)).toBe('')
    expect(imagesNow(account, name)).toEqual([imagePair(account, 'x86_64').fresh])
    expect(policyOf(account, name)?.LaunchTemplate?.Overrides).toEqual([{ InstanceRequirements: requirements }])
  })
})
