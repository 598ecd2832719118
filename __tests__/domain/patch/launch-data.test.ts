import {
  devicesFor,
  differing,
  changesNothing,
  namesSnapshots,
  sameData,
} from '../../../src/domain/patch/launch-data.ts'

test.each([
  { name: 'the same', wanted: { ImageId: 'ami-1' }, expected: {} },
  { name: 'another image', wanted: { ImageId: 'ami-2' }, expected: { ImageId: 'ami-2' } },
  { name: 'nothing', wanted: { ImageId: undefined, UserData: undefined }, expected: {} },
  { name: 'a field that was not there', wanted: { UserData: 'eA==' }, expected: { UserData: 'eA==' } },
])('of $name only what differs is a change', ({ wanted, expected }) => {
  const changes = differing({ ImageId: 'ami-1', InstanceType: 't3.micro' }, wanted)
  expect(changes).toEqual(expected)
  expect(changesNothing(changes)).toBe(Object.keys(expected).length === 0)
})

test('the snapshot of the root device goes, everything else of it and of the others stays', () => {
  const data = {
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-1', VolumeSize: 20, Encrypted: true } },
      { DeviceName: '/dev/xvdf', Ebs: { SnapshotId: 'snap-2' } },
      { DeviceName: '/dev/sdb', VirtualName: 'ephemeral0' },
    ],
  }
  expect(devicesFor(data, '/dev/xvda')).toEqual([
    { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 20, Encrypted: true } },
    { DeviceName: '/dev/xvdf', Ebs: { SnapshotId: 'snap-2' } },
    { DeviceName: '/dev/sdb', VirtualName: 'ephemeral0' },
  ])
  expect(devicesFor({}, '/dev/xvda')).toBeUndefined()
  expect([namesSnapshots(data), namesSnapshots({})]).toEqual([true, false])
})

test('order of keys and fields without a value mean nothing, order of lists does', () => {
  expect(sameData({ a: 1, b: { c: 2, d: undefined } }, { b: { c: 2 }, a: 1 })).toBe(true)
  expect(sameData({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
})
