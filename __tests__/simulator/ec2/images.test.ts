import { refusal, scene, START, type Scene } from './fixture.ts'

const ROOT = { DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-1', VolumeSize: 20 } }
const registration = (name: string) => ({
  Name: name,
  Architecture: 'x86_64' as const,
  VirtualizationType: 'hvm',
  RootDeviceName: '/dev/xvda',
  BlockDeviceMappings: [ROOT],
})
const names = ({ ops }: Scene, input: object) => ops.DescribeImages(input).Images?.map(({ Name }) => Name)

describe('what EC2 refuses about images', () => {
  const rows: Record<string, { act: (s: Scene) => unknown; says: string }> = {
    'an unknown id': {
      act: ({ ops }) => ops.DescribeImages({ ImageIds: ['ami-00000000'] }),
      says: "InvalidAMIID.NotFound: The image id '[ami-00000000]' does not exist",
    },
    'an id that is none': {
      act: ({ ops }) => ops.DescribeImages({ ImageIds: ['web'] }),
      says: 'InvalidAMIID.Malformed: Invalid id: "web" (expecting "ami-...")',
    },
    'ids together with a page size': {
      act: ({ ops, imageId }) => ops.DescribeImages({ ImageIds: [imageId], MaxResults: 5 }),
      says: 'InvalidParameterCombination: The parameter imageIdsSet cannot be used with the parameter maxResults',
    },
    'a filter it does not know': {
      act: ({ ops }) => ops.DescribeImages({ Filters: [{ Name: 'colour', Values: ['red'] }] }),
      says: "InvalidParameterValue: The filter 'colour' is invalid",
    },
    'a name used twice': {
      act: ({ ops, imageId }) => [imageId, ops.RegisterImage(registration('web-1.0'))],
      says: 'InvalidAMIName.Duplicate: AMI name web-1.0 is already in use by AMI',
    },
    'a name of two letters': {
      act: ({ ops }) => ops.RegisterImage(registration('ab')),
      says: 'InvalidAMIName.Malformed: AMI names must be between 3 and 128',
    },
    'an image without a root snapshot': {
      act: ({ ops }) => ops.RegisterImage({ Name: 'bare' }),
      says: 'InvalidBlockDeviceMapping: No root snapshot specified in device mapping.',
    },
    'a deprecation in the past': {
      act: ({ ops, imageId }) => ops.EnableImageDeprecation({ ImageId: imageId, DeprecateAt: new Date(0) }),
      says: 'InvalidParameterValue: The deprecation date must be in the future.',
    },
    "a change of another account's image": {
      act: ({ ec2, ops }) => ops.DeregisterImage({ ImageId: ec2.seedImage({ name: 'al', ownerAlias: 'amazon' }) }),
      says: 'AuthFailure: Not authorized for image:',
    },
  }
  test.each(Object.entries(rows))('%s', (_, { act, says }) => {
    expect(refusal(() => act(scene()))).toContain(says)
  })
})

test('names are found by globs, in which a backslash makes a star literal', () => {
  const account = scene()
  account.ec2.seedImage({ name: 'web-1.1' })
  account.ec2.seedImage({ name: 'web*' })
  const by = (glob: string) => names(account, { Filters: [{ Name: 'name', Values: [glob] }] })
  expect(by('web-1.?')).toEqual(['web-1.0', 'web-1.1'])
  expect(by('web*')).toEqual(['web-1.0', 'web-1.1', 'web*'])
  expect(by('web\\*')).toEqual(['web*'])
  expect(by('web-1x0')).toEqual([])
})

test('owners are accounts, aliases and self; private images of others stay hidden', () => {
  const account = scene()
  account.ec2.seedImage({ name: 'al2023', ownerAlias: 'amazon', creationDate: '2024-01-31T10:11:12Z' })
  account.ec2.seedImage({ name: 'theirs', ownerId: '999999999999' })
  account.ec2.seedImage({ name: 'shared', ownerId: '999999999999', visibility: 'shared' })
  expect(names(account, {})).toEqual(['web-1.0', 'al2023', 'shared'])
  expect(names(account, { Owners: ['amazon'] })).toEqual(['al2023'])
  expect(names(account, { Owners: ['self'] })).toEqual(['web-1.0'])
  expect(names(account, { Owners: ['999999999999', 'self'] })).toEqual(['web-1.0', 'shared'])
  expect(names(account, { Filters: [{ Name: 'is-public', Values: ['true'] }] })).toEqual(['al2023'])
  expect(account.ops.DescribeImages({ Owners: ['amazon'] }).Images?.[0]?.CreationDate).toBe('2024-01-31T10:11:12.000Z')
})

test('a deprecated image is shown to its owner, to others on request only', () => {
  const account = scene()
  account.ec2.seedImage({ name: 'old', ownerAlias: 'amazon', deprecatedAt: '2025-01-01T00:00:00Z' })
  account.ops.EnableImageDeprecation({ ImageId: account.imageId, DeprecateAt: new Date((START + 60) * 1000) })
  account.timeline.advance(120)
  expect(names(account, {})).toEqual(['web-1.0'])
  expect(names(account, { IncludeDeprecated: true })).toEqual(['web-1.0', 'old'])
})

test('a disabled image is shown on request only, and starts nothing', () => {
  const account = scene()
  account.ops.DisableImage({ ImageId: account.imageId })
  expect(names(account, {})).toEqual([])
  expect(names(account, { IncludeDisabled: true })).toEqual(['web-1.0'])
  expect(refusal(() => account.run())).toContain('InvalidAMIID.Unavailable')
})

test('a deregistered image answers with nothing while an instance runs from it, and then is unknown', () => {
  const account = scene()
  const id = account.runOne()
  account.ops.DeregisterImage({ ImageId: account.imageId })
  expect(names(account, { ImageIds: [account.imageId] })).toEqual([])
  expect(refusal(() => account.run())).toContain('InvalidAMIID.NotFound')
  account.ops.TerminateInstances({ InstanceIds: [id] })
  account.timeline.advance(10)
  expect(refusal(() => names(account, { ImageIds: [account.imageId] }))).toContain('InvalidAMIID.NotFound')
})

test('launch permissions are granted, shown and removed', () => {
  const { ops, imageId } = scene()
  ops.ModifyImageAttribute({
    ImageId: imageId,
    LaunchPermission: { Add: [{ UserId: '111122223333' }, { Group: 'all' }] },
  })
  ops.ModifyImageAttribute({ ImageId: imageId, LaunchPermission: { Remove: [{ Group: 'all' }] } })
  expect(ops.DescribeImageAttribute({ ImageId: imageId, Attribute: 'launchPermission' }).LaunchPermissions).toEqual([
    { UserId: '111122223333' },
  ])
})

test('pages go on where the last one ended', () => {
  const account = scene()
  for (let number = 0; number < 5; number++) account.ec2.seedImage({ name: `image-${number}` })
  const first = account.ops.DescribeImages({ MaxResults: 4 })
  const second = account.ops.DescribeImages({ MaxResults: 4, NextToken: first.NextToken })
  expect(first.Images).toHaveLength(4)
  expect(second.Images?.map(({ Name }) => Name)).toEqual(['image-3', 'image-4'])
  expect(second.NextToken).toBeUndefined()
})
