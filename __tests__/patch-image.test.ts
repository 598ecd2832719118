import { imagePair } from '../src/simulator/scenario-images.ts'
import { addGroup, addSenzaStack, type LaunchKind } from '../src/simulator/scenario.ts'
import { World } from '../src/simulator/world.ts'
import {
  addTemplate,
  configurationNames,
  configurationNow,
  groupNow,
  imagesNow,
  instanceIdsNow,
  tagNow,
  versionNow,
  versionNumbers,
} from './launch-state.ts'
import { live, type Lived } from './live.ts'

const kinds: readonly LaunchKind[] = [
  'configuration',
  'template-number',
  'template-latest',
  'template-default',
  'mixed',
  'mixed-override-template',
]

const patchImage = (world: World, inputs: Readonly<Record<string, string>> = {}): Promise<Lived> =>
  live(world, { inputs: { mode: 'patch-image', 'auto-scaling-groups': '*', ...inputs } })

const failure = ({ annotations }: Lived): string =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message).join('\n') // prettier-ignore

const warnings = ({ annotations }: Lived): string =>
  annotations.filter(({ level }) => level === 'warning').map(({ message }) => message).join('\n') // prettier-ignore

const changes = (world: World): readonly string[] => world.ledger.changes().map(({ operation }) => operation)

const freshFor = (world: World, launch: LaunchKind): readonly string[] =>
  launch === 'mixed-override-template'
    ? [imagePair(world, 'x86_64').fresh, imagePair(world, 'arm64').fresh]
    : [imagePair(world, 'x86_64').fresh]

describe.each(kinds)('a group on %s', (launch) => {
  test('is moved to the newest image of the family, and its instances are left alone', async () => {
    const world = new World()
    const { name, oldImageId, newImageId, instanceIds } = addGroup(world, { name: 'web', launch })
    const { [0]: before } = [groupNow(world, name)]
    const step = await patchImage(world)
    expect(failure(step)).toBe('')
    expect(imagesNow(world, name)).toEqual(freshFor(world, launch))
    expect(step.outputs).toMatchObject({
      changed: 'true',
      groups: '["web"]',
      'image-id': newImageId,
      'previous-image-id': oldImageId,
      replaced: '[]',
      launched: '[]',
    })
    world.timeline.advance(3600)
    expect(instanceIdsNow(world, name)).toEqual(instanceIds)
    const { MinSize, MaxSize, DesiredCapacity, SuspendedProcesses, VPCZoneIdentifier } = groupNow(world, name)
    expect({ MinSize, MaxSize, DesiredCapacity, SuspendedProcesses, VPCZoneIdentifier }).toEqual({
      MinSize: before.MinSize,
      MaxSize: before.MaxSize,
      DesiredCapacity: before.DesiredCapacity,
      SuspendedProcesses: before.SuspendedProcesses,
      VPCZoneIdentifier: before.VPCZoneIdentifier,
    })
    expect(step.summary).toContain(`\`${oldImageId}\` → \`${newImageId}\``)
  })

  test('is left as it is by a second run', async () => {
    const world = new World()
    addGroup(world, { name: 'web', launch })
    await patchImage(world)
    world.ledger.clear()
    const second = await patchImage(world)
    expect(failure(second)).toBe('')
    expect(second.outputs['changed']).toBe('false')
    expect(changes(world)).toEqual([])
    expect(second.summary).toContain('everything is up to date')
  })

  test('is told in a dry run what would be done, and nothing is', async () => {
    const world = new World()
    const { newImageId } = addGroup(world, { name: 'web', launch })
    const dry = await patchImage(world, { 'dry-run': 'true' })
    expect(failure(dry)).toBe('')
    expect(changes(world)).toEqual([])
    expect(dry.outputs).toMatchObject({ changed: 'true', 'image-id': newImageId })
    const planned = (JSON.parse(dry.outputs['plan'] ?? '[]') as { action: string }[]).map(({ action }) => action)
    world.ledger.clear()
    const real = await patchImage(world)
    const made = (JSON.parse(real.outputs['result'] ?? '{}') as { groups: { steps: { action: string }[] }[] }).groups
    expect(planned).toEqual(made[0]?.steps.map(({ action }) => action))
    expect(planned).toHaveLength(changes(world).length)
  })
})

test('each kind of template reference needs only what moves it', async () => {
  const operations: Record<string, readonly string[]> = {}
  for (const launch of kinds.filter((kind) => kind !== 'configuration')) {
    const world = new World()
    addGroup(world, { name: 'web', launch })
    world.ledger.clear()
    await patchImage(world)
    operations[launch] = changes(world)
  }
  expect(operations).toEqual({
    'template-number': ['CreateLaunchTemplateVersion', 'UpdateAutoScalingGroup'],
    'template-latest': ['CreateLaunchTemplateVersion'],
    'template-default': ['CreateLaunchTemplateVersion', 'ModifyLaunchTemplate'],
    mixed: ['CreateLaunchTemplateVersion', 'UpdateAutoScalingGroup'],
    'mixed-override-template': ['CreateLaunchTemplateVersion', 'CreateLaunchTemplateVersion', 'UpdateAutoScalingGroup'],
  })
})

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

  const withWhole = (world: World): string => {
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
    const world = new World()
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
    const world = new World()
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
    const world = new World()
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
    const world = new World()
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
    const world = new World()
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

  test('that several groups share gets one new version for all of them', async () => {
    const world = new World()
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
    const world = new World()
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
    const world = new World()
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
    const world = new World()
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
  const policyOf = (world: World, name: string) => groupNow(world, name).MixedInstancesPolicy

  test('keeps everything but its images, those that overrides bring themselves included', async () => {
    const world = new World()
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
    const world = new World()
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

describe('the image', () => {
  test.each([
    { name: 'of this id', image: (fresh: string) => fresh },
    { name: 'whose name matches', image: () => 'name:fleet-*' },
    { name: 'behind a parameter', image: () => 'ssm:/golden/x86' },
  ])('$name is taken', async ({ image }) => {
    const world = new World()
    const { fresh } = imagePair(world, 'x86_64')
    world.ssm.operations.PutParameter({ Name: '/golden/x86', Value: fresh, Type: 'String' })
    const { name } = addGroup(world, { name: 'web' })
    const step = await patchImage(world, { image: image(fresh) })
    expect(failure(step)).toBe('')
    expect(imagesNow(world, name)).toEqual([fresh])
  })

  test('of several that are named fits the architecture of each launch', async () => {
    const world = new World()
    const { name } = addGroup(world, { name: 'web', launch: 'mixed-override-template' })
    const [x86, arm] = [imagePair(world, 'x86_64').fresh, imagePair(world, 'arm64').fresh]
    world.ssm.operations.PutParameter({ Name: '/golden/arm', Value: arm, Type: 'String' })
    const step = await patchImage(world, { image: `ssm:/golden/arm\n${x86}` })
    expect(failure(step)).toBe('')
    expect(imagesNow(world, name)).toEqual([x86, arm])
  })

  test('of another owner is taken where that owner is named', async () => {
    const world = new World()
    const { name } = addGroup(world, { name: 'web' })
    const shared = world.ec2.seedImage({
      name: 'fleet-x86_64-20260101',
      ownerId: '999999999999',
      visibility: 'shared',
      creationDate: '2026-01-01T06:00:00Z',
    })
    await patchImage(world, { 'image-owners': '999999999999' })
    expect(imagesNow(world, name)).toEqual([shared])
  })

  const seeds = (world: World) => ({
    gone: 'ami-00000000000000000',
    foreign: world.ec2.seedImage({ name: 'foreign', ownerId: '999999999999', visibility: 'private' }),
    pending: world.ec2.seedImage({ name: 'pending', state: 'pending' }),
    arm: imagePair(world, 'arm64').fresh,
    large: world.ec2.seedImage({ name: 'large', rootGigabytes: 40 }),
    deprecated: world.ec2.seedImage({ name: 'deprecated', deprecatedAt: '2025-12-01T00:00:00Z' }),
    paravirtual: world.ec2.seedImage({ name: 'paravirtual', virtualizationType: 'paravirtual' }),
  })

  test.each([
    { image: 'gone', says: 'does not exist in this region or is not shared with this account' },
    { image: 'foreign', says: 'does not exist in this region or is not shared with this account' },
    { image: 'pending', says: 'is pending, not available' },
    { image: 'arm', says: 'is for arm64, but t3.micro runs x86_64' },
    { image: 'large', says: 'its root volume /dev/xvda has 20 GiB, but ' },
    { image: 'deprecated', says: 'is deprecated' },
    { image: 'paravirtual', says: 'is paravirtual, but t3.micro runs hvm' },
  ] as const)('is refused before anything changes where it is $image', async ({ image, says }) => {
    const world = new World()
    const { name } = addGroup(world, { name: 'web' })
    const ids = seeds(world)
    const id = addTemplate(world, 'sized', {
      ImageId: imagePair(world, 'x86_64').old,
      BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 20 } }],
    })
    world.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      LaunchTemplate: { LaunchTemplateId: id, Version: '1' },
    })
    world.ledger.clear()
    const step = await patchImage(world, { image: ids[image] })
    expect(step.failed).toBe(true)
    expect(failure(step)).toContain(says)
    expect(changes(world)).toEqual([])
    expect(step.outputs['changed']).toBe('false')
  })
})

const memoText = ({ timeline }: World): string =>
  `started=${timeline.now} min=0 max=3 desired=2 suspends=none surge=1 source=0123456789abcdef until=none`

describe('what stands in the way', () => {
  test('is told of all groups together, and none is changed', async () => {
    const world = new World()
    addGroup(world, { name: 'web' })
    addGroup(world, { name: 'arm', launch: 'mixed-override-template' })
    addGroup(world, { name: 'refreshed' })
    world.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'refreshed' })
    addGroup(world, {
      name: 'held',
      tags: {
        'fleet-patch:memo': memoText(world),
        'fleet-patch:run': `run=77/1/abcd heartbeat=${world.timeline.now + 200}`,
      },
    })
    world.ledger.clear()
    const step = await patchImage(world, { image: imagePair(world, 'x86_64').fresh })
    const told = failure(step)
    expect(told).toContain('refreshed: the instance refresh')
    expect(told).toContain('held: run 77 is rolling it')
    expect(told).toContain('but t4g.micro runs arm64')
    expect(changes(world)).toEqual([])
  })
})

test('a stack that would undo the patch is named with the property', async () => {
  const world = new World()
  const { name } = addSenzaStack(world, {})
  const step = await patchImage(world, { 'auto-scaling-groups': '', stacks: 'mystack v1' })
  expect(failure(step)).toBe('')
  const sentence =
    'The CloudFormation stack mystack-v1 would undo this: its next update may set `LaunchConfigurationName` of the resource AppServer back.'
  expect(warnings(step)).toContain(sentence)
  expect(step.summary).toContain('mystack-v1 would undo this')
  expect(JSON.stringify(JSON.parse(step.outputs['result'] ?? ''))).toContain(sentence)
  expect(imagesNow(world, name)).toEqual([imagePair(world, 'x86_64').fresh])
})

test('a template that Terraform keeps is named with the property, for a group that follows it', async () => {
  const world = new World()
  const { name } = addGroup(world, { name: 'web', launch: 'template-latest' })
  const id = groupNow(world, name).LaunchTemplate?.LaunchTemplateId ?? ''
  world.ec2.operations.CreateTags({ Resources: [id], Tags: [{ Key: 'ManagedBy', Value: 'terraform' }] })
  const step = await patchImage(world)
  expect(warnings(step)).toContain(
    'Terraform would undo this: its next apply sets `image_id` of the launch template web',
  )
})

describe('meanwhile', () => {
  /** Lets something happen right after the new version was made. */
  const afterCreation = (world: World, happen: () => void): void => {
    const { operations } = world.ec2
    const create = operations.CreateLaunchTemplateVersion
    Object.assign(operations, {
      CreateLaunchTemplateVersion: (input: Parameters<typeof create>[0]) => {
        const answer = create(input)
        happen()
        return answer
      },
    })
  }

  test.each([
    {
      name: 'somebody else has changed',
      happen: (world: World) =>
        world.autoScaling.operations.UpdateAutoScalingGroup({
          AutoScalingGroupName: 'web',
          LaunchTemplate: {
            LaunchTemplateId: addTemplate(world, 'theirs', { ImageId: imagePair(world, 'x86_64').old }),
          },
        }),
      says: 'Somebody changed what it launches from after this run had looked.',
    },
    {
      name: 'another run has begun to roll',
      happen: (world: World) =>
        world.autoScaling.operations.CreateOrUpdateTags({
          Tags: [
            { Key: 'fleet-patch:memo', Value: memoText(world) },
            { Key: 'fleet-patch:run', Value: `run=77/1/abcd heartbeat=${world.timeline.now}` },
          ].map((tag) => ({ ...tag, ResourceId: 'web', ResourceType: 'auto-scaling-group', PropagateAtLaunch: false })),
        }),
      says: 'run 77 is rolling it',
    },
  ])('a group that $name is not updated', async ({ happen, says }) => {
    const world = new World()
    addGroup(world, { name: 'web' })
    afterCreation(world, () => happen(world))
    const before = groupNow(world, 'web').LaunchTemplate?.Version
    world.ledger.clear()
    const step = await patchImage(world)
    expect(failure(step)).toContain(says)
    expect(before).toBe('1')
    expect(changes(world)).not.toContain('UpdateAutoScalingGroup')
    expect(imagesNow(world, 'web')).toEqual([imagePair(world, 'x86_64').old])
  })
})

test('where AWS refuses one group, the others are patched and the next run does the rest', async () => {
  const world = new World()
  for (const name of ['api', 'web']) addGroup(world, { name })
  const broken = 'AccessDenied'
  world.faults.inject({
    action: 'autoscaling:UpdateAutoScalingGroup',
    mishap: { kind: 'refusal', code: broken },
    times: 1,
  })
  const first = await patchImage(world)
  expect(first.failed).toBe(true)
  expect(first.outputs['changed']).toBe('true')
  expect(first.summary).toContain('not patched twice')
  const images = [...imagesNow(world, 'api'), ...imagesNow(world, 'web')]
  expect(images.filter((id) => id === imagePair(world, 'x86_64').fresh)).toHaveLength(1)
  const second = await patchImage(world)
  expect(failure(second)).toBe('')
  for (const name of ['api', 'web']) {
    expect(imagesNow(world, name)).toEqual([imagePair(world, 'x86_64').fresh])
    expect(versionNumbers(world, groupNow(world, name).LaunchTemplate?.LaunchTemplateId ?? '')).toEqual([1, 2])
  }
})

test('a version that AWS does not show to itself at once is waited for', async () => {
  const world = new World()
  const { name } = addGroup(world, { name: 'web' })
  world.faults.inject({
    action: 'autoscaling:UpdateAutoScalingGroup',
    mishap: {
      kind: 'refusal',
      code: 'ValidationError',
      message:
        'You must use a valid fully-formed launch template. Could not find the specified version 2 for the launch template with ID lt-1.',
    },
    times: 3,
  })
  expect(failure(await patchImage(world))).toBe('')
  expect(imagesNow(world, name)).toEqual([imagePair(world, 'x86_64').fresh])
})

describe('an instance type', () => {
  test('is patched in beside the image', async () => {
    const world = new World()
    const { name } = addGroup(world, { name: 'web' })
    const step = await patchImage(world, { 'instance-type': 'm5.large' })
    expect(failure(step)).toBe('')
    expect(versionNow(world, groupNow(world, name).LaunchTemplate).LaunchTemplateData).toMatchObject({
      ImageId: imagePair(world, 'x86_64').fresh,
      InstanceType: 'm5.large',
    })
    expect(step.summary).toContain('type `t3.micro` → `m5.large`')
  })

  test.each([
    { name: 'is unknown', launch: 'template-number' as const, type: 'x99.large', says: 'x99.large does not exist' },
    {
      name: 'cannot run the image',
      launch: 'template-number' as const,
      type: 'm7g.large',
      says: 'but m7g.large runs arm64',
    },
    {
      name: 'would change nothing',
      launch: 'mixed' as const,
      type: 'm5.large',
      says: 'overrides of its mixed instances policy name the types',
    },
  ])('that $name is refused', async ({ launch, type, says }) => {
    const world = new World()
    addGroup(world, { name: 'web', launch })
    world.ledger.clear()
    const step = await patchImage(world, { 'instance-type': type })
    expect(failure(step)).toContain(says)
    expect(changes(world)).toEqual([])
  })
})

describe('with a rollout', () => {
  test.each(['configuration', 'template-latest', 'mixed-override-template'] as const)(
    'a group on %s is patched and rolled in one run',
    async (launch) => {
      const world = new World()
      const { name, instanceIds, oldImageId, newImageId } = addGroup(world, {
        name: 'web',
        launch,
        balancers: ['target-group'],
      })
      world.ledger.clear()
      const step = await patchImage(world, { rollout: 'respawn' })
      expect(failure(step)).toBe('')
      expect(instanceIdsNow(world, name).filter((id) => instanceIds.includes(id))).toEqual([])
      expect(world.ledger.lowestReady(name)).toBeGreaterThanOrEqual(2)
      expect(step.outputs).toMatchObject({ changed: 'true', 'image-id': newImageId, 'previous-image-id': oldImageId })
      expect((JSON.parse(step.outputs['replaced'] ?? '[]') as string[]).sort()).toEqual(instanceIds)
    },
  )

  test('a dry run foretells patch and roll', async () => {
    const world = new World()
    const { newImageId } = addGroup(world, { name: 'web' })
    world.ledger.clear()
    const step = await patchImage(world, { rollout: 'respawn', 'dry-run': 'true' })
    expect(failure(step)).toBe('')
    expect(changes(world)).toEqual([])
    const actions = (JSON.parse(step.outputs['plan'] ?? '[]') as { action: string }[]).map(({ action }) => action)
    expect(actions.slice(0, 3)).toEqual(['create-version', 'update-group', 'remember'])
    expect(actions.filter((action) => action === 'terminate').length).toBeGreaterThan(0)
    expect(step.outputs['image-id']).toBe(newImageId)
  })
})
