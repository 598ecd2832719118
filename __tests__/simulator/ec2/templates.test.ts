import { refusal, scene, type Scene } from './fixture.ts'

const data = { ImageId: 'ami-00000001', InstanceType: 't3.micro' as const }

function withTemplate(account: Scene, more: object = {}): string {
  const made = account.ops.CreateLaunchTemplate({ LaunchTemplateName: 'web', LaunchTemplateData: { ...data, ...more } })
  return made.LaunchTemplate?.LaunchTemplateId ?? ''
}

const MISSING = 'lt-00000000000000000'

describe('what EC2 refuses about launch templates', () => {
  const rows: Record<string, { act: (s: Scene, id: string) => unknown; says: string }> = {
    'a name in use': {
      act: (account) => withTemplate(account),
      says: 'InvalidLaunchTemplateName.AlreadyExistsException: Launch template name already in use.',
    },
    'a name with a blank': {
      act: ({ ops }) => ops.CreateLaunchTemplate({ LaunchTemplateName: 'my web', LaunchTemplateData: data }),
      says: 'InvalidLaunchTemplateName.MalformedException: A launch template name must be between 3 and 128 characters',
    },
    'a name of two letters': {
      act: ({ ops }) => ops.CreateLaunchTemplate({ LaunchTemplateName: 'ab', LaunchTemplateData: data }),
      says: 'InvalidLaunchTemplateName.MalformedException',
    },
    'no data': {
      act: ({ ops }) => ops.CreateLaunchTemplate({ LaunchTemplateName: 'none', LaunchTemplateData: {} }),
      says: 'MissingParameter: The request must contain the parameter LaunchTemplateData',
    },
    'user data that is not base64': {
      act: ({ ops }) =>
        ops.CreateLaunchTemplate({ LaunchTemplateName: 'raw', LaunchTemplateData: { ...data, UserData: '#!/bin/sh' } }),
      says: 'InvalidUserData.Malformed: Invalid BASE64 encoding of user data.',
    },
    'user data over 16 KB': {
      act: ({ ops, ...account }) =>
        withTemplate({ ops, ...account }, { UserData: Buffer.alloc(16_385).toString('base64') }),
      says: 'InvalidParameterValue: User data is limited to 16384 bytes',
    },
    'an unknown id': {
      act: ({ ops }) => ops.DescribeLaunchTemplates({ LaunchTemplateIds: [MISSING] }),
      says: `InvalidLaunchTemplateId.NotFound: The specified launch template, with template ID ${MISSING}, does not exist.`,
    },
    'an id that is none': {
      act: ({ ops }) => ops.DescribeLaunchTemplates({ LaunchTemplateIds: ['web'] }),
      says: 'InvalidLaunchTemplateId.Malformed',
    },
    'an unknown name': {
      act: ({ ops }) => ops.DescribeLaunchTemplateVersions({ LaunchTemplateName: 'api' }),
      says: 'InvalidLaunchTemplateName.NotFoundException: The specified launch template, with template name api, does not exist.',
    },
    'id and name together': {
      act: ({ ops }, id) => ops.DeleteLaunchTemplate({ LaunchTemplateId: id, LaunchTemplateName: 'web' }),
      says: 'InvalidParameterCombination',
    },
    'neither id nor name': { act: ({ ops }) => ops.DeleteLaunchTemplate({}), says: 'MissingParameter' },
    'a default version that is not there': {
      act: ({ ops }, id) => ops.ModifyLaunchTemplate({ LaunchTemplateId: id, DefaultVersion: '7' }),
      says: 'InvalidLaunchTemplateId.VersionNotFound: Could not find the specified version 7 for the launch template with ID lt-',
    },
    'a version number without a template': {
      act: ({ ops }) => ops.DescribeLaunchTemplateVersions({ Versions: ['1'] }),
      says: 'InvalidParameterValue: Only $Latest and $Default are allowed without a launch template.',
    },
    'a range together with versions': {
      act: ({ ops }, id) =>
        ops.DescribeLaunchTemplateVersions({ LaunchTemplateId: id, Versions: ['1'], MinVersion: '1' }),
      says: 'InvalidParameterCombination',
    },
    'a page over 200': {
      act: ({ ops }, id) => ops.DescribeLaunchTemplateVersions({ LaunchTemplateId: id, MaxResults: 201 }),
      says: 'InvalidParameterValue: Value ( 201 ) for parameter maxResults is invalid.',
    },
    'a token used for something else': {
      act: ({ ops }, id) => {
        const version = { LaunchTemplateId: id, ClientToken: 'one' }
        ops.CreateLaunchTemplateVersion({ ...version, LaunchTemplateData: data })
        ops.CreateLaunchTemplateVersion({ ...version, LaunchTemplateData: { ImageId: 'ami-00000002' } })
      },
      says: 'IdempotentParameterMismatch',
    },
    'more than 200 versions to delete': {
      act: ({ ops }, id) =>
        ops.DeleteLaunchTemplateVersions({
          LaunchTemplateId: id,
          Versions: Array.from({ length: 201 }, (_, n) => `${n}`),
        }),
      says: 'InvalidParameterValue: No more than 200',
    },
  }
  test.each(Object.entries(rows))('%s', (_, { act, says }) => {
    const account = scene()
    const id = withTemplate(account)
    expect(refusal(() => act(account, id))).toContain(says)
  })
})

test('a version from a source inherits what it does not say, but no snapshots', () => {
  const account = scene()
  const id = withTemplate(account, {
    UserData: 'aGk=',
    MetadataOptions: { HttpTokens: 'required' },
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 20, SnapshotId: 'snap-1' } }],
  })
  const next = account.ops.CreateLaunchTemplateVersion({
    LaunchTemplateId: id,
    SourceVersion: '1',
    LaunchTemplateData: { ImageId: 'ami-00000002' },
    VersionDescription: 'newer',
  }).LaunchTemplateVersion
  expect(next).toMatchObject({ VersionNumber: 2, DefaultVersion: false, VersionDescription: 'newer' })
  expect(next?.LaunchTemplateData).toEqual({
    ...data,
    ImageId: 'ami-00000002',
    UserData: 'aGk=',
    MetadataOptions: { HttpTokens: 'required' },
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 20 } }],
  })
})

test('without a source a version has only what was sent', () => {
  const account = scene()
  const id = withTemplate(account, { KeyName: 'ops' })
  const made = account.ops.CreateLaunchTemplateVersion({
    LaunchTemplateId: id,
    LaunchTemplateData: { ImageId: 'ami-00000002' },
  })
  expect(made.LaunchTemplateVersion?.LaunchTemplateData).toEqual({ ImageId: 'ami-00000002' })
})

test('versions come newest first; ranges, $Latest and $Default choose among them', () => {
  const account = scene()
  const id = withTemplate(account)
  for (const image of ['ami-00000002', 'ami-00000003', 'ami-00000004']) {
    account.ops.CreateLaunchTemplateVersion({ LaunchTemplateId: id, LaunchTemplateData: { ImageId: image } })
  }
  account.ops.ModifyLaunchTemplate({ LaunchTemplateId: id, DefaultVersion: '2' })
  const numbers = (input: object) =>
    account.ops.DescribeLaunchTemplateVersions(input).LaunchTemplateVersions?.map(({ VersionNumber }) => VersionNumber)
  expect(numbers({ LaunchTemplateId: id })).toEqual([4, 3, 2, 1])
  expect(numbers({ LaunchTemplateId: id, MinVersion: '2', MaxVersion: '3' })).toEqual([3, 2])
  expect(numbers({ LaunchTemplateName: 'web', Versions: ['$Latest', '$Default', '1'] })).toEqual([4, 2, 1])
  expect(numbers({ Versions: ['$Default', '$Latest'] })).toEqual([4, 2])
  expect(numbers({ LaunchTemplateId: id, Filters: [{ Name: 'image-id', Values: ['ami-00000003'] }] })).toEqual([3])
  const first = account.ops.DescribeLaunchTemplateVersions({ LaunchTemplateId: id, MaxResults: 3 })
  expect(numbers({ LaunchTemplateId: id, MaxResults: 3, NextToken: first.NextToken })).toEqual([1])
})

test('the default version is not deleted, a deleted number is not given again', () => {
  const account = scene()
  const id = withTemplate(account)
  const more = () => account.ops.CreateLaunchTemplateVersion({ LaunchTemplateId: id, LaunchTemplateData: data })
  more()
  const answer = account.ops.DeleteLaunchTemplateVersions({ LaunchTemplateId: id, Versions: ['1', '2', '9'] })
  expect(answer.SuccessfullyDeletedLaunchTemplateVersions).toEqual([expect.objectContaining({ VersionNumber: 2 })])
  expect(answer.UnsuccessfullyDeletedLaunchTemplateVersions?.map(({ ResponseError }) => ResponseError?.Code)).toEqual([
    'unexpectedError',
    'launchTemplateVersionDoesNotExist',
  ])
  expect(more().LaunchTemplateVersion?.VersionNumber).toBe(3)
})

test('the same token gives the same version again', () => {
  const account = scene()
  const id = withTemplate(account)
  const again = () =>
    account.ops.CreateLaunchTemplateVersion({ LaunchTemplateId: id, LaunchTemplateData: data, ClientToken: 'once' })
  expect([again(), again()].map(({ LaunchTemplateVersion }) => LaunchTemplateVersion?.VersionNumber)).toEqual([2, 2])
})

test('an alias stays an alias unless it is to be resolved, and starts the image behind it', () => {
  const account = scene()
  account.ec2.parameterLookup = (name) => (name === '/images/web:3' ? account.imageId : undefined)
  const id = withTemplate(account, { ImageId: 'resolve:ssm:/images/web:3' })
  const image = (input: object) =>
    account.ops.DescribeLaunchTemplateVersions({ LaunchTemplateId: id, ...input }).LaunchTemplateVersions?.[0]
      ?.LaunchTemplateData?.ImageId
  expect(image({})).toBe('resolve:ssm:/images/web:3')
  expect(image({ ResolveAlias: true })).toBe(account.imageId)
  const machine = account.ec2.launch({
    imageId: 'resolve:ssm:/images/web:3',
    type: 't3.micro',
    subnetId: account.subnetId(0),
    tags: {},
  })
  expect(machine.imageId).toBe(account.imageId)
})

test('within the lag a fresh version does not exist yet', () => {
  const account = scene({ staleSeconds: 5 })
  const id = withTemplate(account)
  const look = () => account.ops.DescribeLaunchTemplateVersions({ LaunchTemplateId: id, Versions: ['1'] })
  expect(refusal(look)).toContain('InvalidLaunchTemplateId.VersionNotFound')
  account.timeline.advance(5)
  expect(look().LaunchTemplateVersions).toHaveLength(1)
})
