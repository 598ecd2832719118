import { refusal, scene, type Scene } from './fixture.ts'

const stateOf = ({ ops }: Scene, id: string) => ops.DescribeImages({ ImageIds: [id] }).Images?.[0]?.State

const running = (more: object = {}) => {
  const it = scene()
  const id = it.runOne(more)
  it.timeline.advance(300)
  return { ...it, id }
}

describe('an image of an instance', () => {
  it('is pending, starts nothing meanwhile, and is available later', () => {
    const it = running()
    const { ImageId = '' } = it.ops.CreateImage({ InstanceId: it.id, Name: 'baked', NoReboot: true })
    expect(stateOf(it, ImageId)).toBe('pending')
    expect(refusal(() => it.run({ ImageId }))).toMatch(/^InvalidAMIID.Unavailable:/)
    it.timeline.advance(it.behaviour.imageSeconds)
    expect(stateOf(it, ImageId)).toBe('available')
    expect(it.run({ ImageId })).toHaveLength(1)
  })

  it('has the instance’s volumes with snapshots of its own, and what the call changes of them', () => {
    const it = running({ BlockDeviceMappings: [{ DeviceName: '/dev/sdf', Ebs: { VolumeSize: 20 } }] })
    const source = it.ops.DescribeImages({ ImageIds: [it.imageId] }).Images?.[0]
    const { ImageId = '' } = it.ops.CreateImage({
      InstanceId: it.id,
      Name: 'baked',
      Description: 'with data',
      NoReboot: true,
      BlockDeviceMappings: [{ DeviceName: '/dev/sdf', Ebs: { DeleteOnTermination: false } }, { DeviceName: '/dev/sdg', VirtualName: 'ephemeral0' }], // prettier-ignore
      TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'stage', Value: 'test' }] }],
    })
    const image = it.ops.DescribeImages({ ImageIds: [ImageId] }).Images?.[0]
    expect(image).toMatchObject({
      Name: 'baked',
      Description: 'with data',
      SourceInstanceId: it.id,
      ImdsSupport: 'v2.0',
      Tags: [{ Key: 'stage', Value: 'test' }],
    })
    const devices = image?.BlockDeviceMappings ?? []
    expect(devices.map(({ DeviceName, Ebs }) => [DeviceName, Ebs?.VolumeSize, Ebs?.DeleteOnTermination])).toEqual([
      ['/dev/xvda', 8, true],
      ['/dev/sdf', 20, false],
      ['/dev/sdg', undefined, undefined],
    ])
    expect(devices[0]?.Ebs?.SnapshotId).not.toBe(source?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId)
  })

  it('leaves a volume out on request', () => {
    const it = running({ BlockDeviceMappings: [{ DeviceName: '/dev/sdf', Ebs: { VolumeSize: 20 } }] })
    const BlockDeviceMappings = [{ DeviceName: '/dev/sdf', NoDevice: '' }]
    const { ImageId = '' } = it.ops.CreateImage({ InstanceId: it.id, Name: 'baked', BlockDeviceMappings })
    expect(it.ops.DescribeImages({ ImageIds: [ImageId] }).Images?.[0]?.BlockDeviceMappings).toHaveLength(1)
  })

  it.each([
    { name: 'reboots it unless told otherwise', request: {}, status: 'initializing' },
    { name: 'leaves it running on request', request: { NoReboot: true }, status: 'ok' },
  ])('$name', ({ request, status }) => {
    const it = running()
    it.ops.CreateImage({ InstanceId: it.id, Name: 'baked', ...request })
    const seen = it.ops.DescribeInstanceStatus({ InstanceIds: [it.id] }).InstanceStatuses?.[0]
    expect(seen?.InstanceStatus?.Status).toBe(status)
  })

  it.each([
    { name: 'the name of another', request: { Name: 'web-1.0' }, says: /^InvalidAMIName.Duplicate:/ },
    { name: 'another size', request: { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 9 } }] }, says: /^InvalidBlockDeviceMapping:/ },
    { name: 'another encryption', request: { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true } }] }, says: /^InvalidBlockDeviceMapping:/ },
    { name: 'a local snapshot', request: { SnapshotLocation: 'local' as const }, says: /^InvalidParameterValue:/ },
  ])('is refused: $name', ({ request, says }) => {
    const it = running()
    expect(refusal(() => it.ops.CreateImage({ InstanceId: it.id, Name: 'baked', ...request }))).toMatch(says)
  }) // prettier-ignore

  it('is made of running and stopped instances only', () => {
    const it = running()
    it.ops.StopInstances({ InstanceIds: [it.id] })
    expect(refusal(() => it.ops.CreateImage({ InstanceId: it.id, Name: 'baked' }))).toMatch(/^IncorrectState:/)
    it.timeline.advance(60)
    expect(it.ops.CreateImage({ InstanceId: it.id, Name: 'baked' }).ImageId).toMatch(/^ami-/)
  })
})

describe('a copy of an image', () => {
  const copy = (it: Scene, more: object = {}) =>
    it.ops.CopyImage({ Name: 'copy', SourceImageId: it.imageId, SourceRegion: 'eu-west-1', ...more }).ImageId ?? ''
  const shown = (it: Scene, id: string) => it.ops.DescribeImages({ ImageIds: [id] }).Images?.[0]

  it('is pending, and is available later', () => {
    const it = scene()
    const id = copy(it)
    expect(stateOf(it, id)).toBe('pending')
    it.timeline.advance(it.behaviour.imageSeconds)
    expect(shown(it, id)).toMatchObject({ State: 'available', SourceImageId: it.imageId, SourceImageRegion: 'eu-west-1', Public: false }) // prettier-ignore
  })

  it('takes the minutes that were asked for', () => {
    const it = scene()
    const id = copy(it, { SnapshotCopyCompletionDurationMinutes: 30 })
    it.timeline.advance(29 * 60)
    expect(stateOf(it, id)).toBe('pending')
    it.timeline.advance(60)
    expect(stateOf(it, id)).toBe('available')
  })

  it('has the tags of its own source on request, and its snapshots encrypted on request', () => {
    const it = scene()
    it.ops.CreateTags({ Resources: [it.imageId], Tags: [{ Key: 'stage', Value: 'live' }] })
    expect(shown(it, copy(it))?.Tags).toBeUndefined()
    const encrypted = shown(it, copy(it, { Name: 'second', CopyImageTags: true, Encrypted: true }))
    expect(encrypted?.Tags).toEqual([{ Key: 'stage', Value: 'live' }])
    expect(encrypted?.BlockDeviceMappings?.[0]?.Ebs?.Encrypted).toBe(true)
  })

  it('of another account’s image has none of its tags', () => {
    const it = scene()
    const foreign = it.ec2.seedImage({ name: 'base', ownerId: '999999999999', visibility: 'public', tags: { a: 'b' } })
    expect(shown(it, copy(it, { SourceImageId: foreign, CopyImageTags: true }))?.Tags).toBeUndefined()
  })

  it('is the same for the same client token', () => {
    const it = scene()
    expect(copy(it, { ClientToken: 'one' })).toBe(copy(it, { ClientToken: 'one' }))
    expect(refusal(() => copy(it, { ClientToken: 'one', Name: 'other' }))).toMatch(/^IdempotentParameterMismatch:/)
  })

  it.each([
    { name: 'the region of another account', request: { SourceRegion: 'us-east-1' }, says: /^InvalidParameterValue: The simulator knows no images of the region us-east-1/ },
    { name: 'an image that is not there', request: { SourceImageId: 'ami-00000000000000000' }, says: /^InvalidAMIID.NotFound:/ },
    { name: 'a Local Zone', request: { DestinationAvailabilityZone: 'eu-west-1-dub-1a' }, says: /^InvalidParameterValue: The simulator copies images to its region only/ },
    { name: 'a key without encryption', request: { KmsKeyId: 'alias/x' }, says: /^InvalidParameterCombination:/ },
    { name: 'the name of another', request: { Name: 'web-1.0' }, says: /^InvalidAMIName.Duplicate:/ },
  ])('is refused: $name', ({ request, says }) => {
    expect(refusal(() => copy(scene(), request))).toMatch(says)
  }) // prettier-ignore

  it('of a pending image is refused', () => {
    const it = scene()
    expect(refusal(() => copy(it, { SourceImageId: copy(it), Name: 'third' }))).toMatch(/^InvalidAMIID.Unavailable:/)
  })
})
