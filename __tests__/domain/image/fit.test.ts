import { type InstanceType, incompatibilities, rootMoved, wantedArchitecture } from '../../../src/domain/image/fit.ts'
import type { LaunchData } from '../../../src/domain/patch/launch-data.ts'
import type { MachineImage } from '../../../src/domain/image/machine-image.ts'

const type = (name: string, ...architectures: string[]): InstanceType => ({
  name,
  architectures,
  virtualizations: ['hvm'],
  rootTypes: ['ebs'],
})
const m5 = type('m5.large', 'x86_64')
const m6g = type('m6g.large', 'arm64')
const t2 = type('t2.micro', 'i386', 'x86_64')

const image: MachineImage = {
  id: 'ami-1',
  name: 'web',
  owner: '123456789012',
  architecture: 'x86_64',
  virtualization: 'hvm',
  rootType: 'ebs',
  createdAt: 0,
  deprecatedAt: undefined,
  state: 'available',
  rootDevice: '/dev/xvda',
  rootGiB: 8,
}

test.each([
  { name: 'that of the image in use', inUse: 'x86_64', types: [m5], wanted: 'x86_64' },
  { name: 'that of the image in use where the types are not known', inUse: 'arm64', types: [], wanted: 'arm64' },
  { name: 'the types’ where they cannot run the image in use', inUse: 'x86_64', types: [m6g], wanted: 'arm64' },
  { name: '64 bits where the types run 32 as well', inUse: undefined, types: [t2], wanted: 'x86_64' },
  { name: '32 bits where the image in use has them', inUse: 'i386', types: [t2], wanted: 'i386' },
  { name: 'what all types have in common', inUse: undefined, types: [t2, m5], wanted: 'x86_64' },
  { name: 'unknown where nothing is known', inUse: undefined, types: [], wanted: undefined },
])('the wanted architecture is $name', ({ inUse, types, wanted }) => {
  expect(wantedArchitecture(inUse, types)).toBe(wanted)
})

const root = (VolumeSize: number, DeviceName = '/dev/xvda'): LaunchData => ({
  BlockDeviceMappings: [{ DeviceName, Ebs: { VolumeSize } }],
})

test.each([
  { name: 'an image that fits', image: {}, data: root(8), types: [m5, t2], reported: [] },
  { name: 'no types at all', image: {}, data: {}, types: [], reported: [] },
  {
    name: 'a pending image',
    image: { state: 'pending' },
    data: {},
    types: [],
    reported: ['ami-1 is pending, not available'],
  },
  { name: 'a deprecated image', image: { deprecatedAt: 99 }, data: {}, types: [], reported: ['ami-1 is deprecated'] },
  { name: 'an image that will be deprecated', image: { deprecatedAt: 101 }, data: {}, types: [], reported: [] },
  {
    name: 'a type of another architecture',
    image: {},
    data: {},
    types: [m5, m6g],
    reported: ['ami-1 is for x86_64, but m6g.large runs arm64'],
  },
  {
    name: 'another virtualization',
    image: { virtualization: 'paravirtual' },
    data: {},
    types: [m5],
    reported: ['ami-1 is paravirtual, but m5.large runs hvm'],
  },
  {
    name: 'an instance store',
    image: { rootType: 'instance-store' },
    data: {},
    types: [m5],
    reported: ['ami-1 has a root device of instance-store, which m5.large does not boot from'],
  },
  {
    name: 'a root volume that is too small',
    image: { rootGiB: 30 },
    data: root(20),
    types: [],
    reported: ['its root volume /dev/xvda has 20 GiB, but ami-1 needs 30'],
  },
  {
    name: 'another volume, however small',
    image: { rootGiB: 30 },
    data: root(1, '/dev/xvdf'),
    types: [],
    reported: [],
  },
])('$name is reported', ({ image: changes, data, types, reported }) => {
  expect(incompatibilities({ ...image, ...changes }, { data, types, now: 100 })).toEqual(reported)
})

test('settings for a root device with another name in the new image are reported', () => {
  const after = { ...image, id: 'ami-2', rootDevice: '/dev/sda1' }
  expect(rootMoved(image, after, root(20))).toContain('what is set for /dev/xvda makes a second volume')
  expect(rootMoved(image, after, {})).toBeUndefined()
  expect(rootMoved(image, { ...after, rootDevice: '/dev/xvda' }, root(20))).toBeUndefined()
  expect(rootMoved(undefined, after, root(20))).toBeUndefined()
})

describe('what an image demands of a type', () => {
  const nitro: InstanceType = { ...m5, bootModes: ['legacy-bios', 'uefi'], ena: 'required', nitroTpm: 'supported' }
  const xen: InstanceType = { ...t2, bootModes: ['legacy-bios'], ena: 'not required', nitroTpm: 'unsupported' }
  const graviton: InstanceType = { ...m6g, bootModes: ['uefi'], ena: 'required', nitroTpm: 'supported' }

  test.each([
    {
      name: 'UEFI on Xen',
      demands: { bootMode: 'uefi' },
      type: xen,
      reported: ['ami-1 boots by uefi, but t2.micro by legacy-bios'],
    },
    { name: 'UEFI on Nitro', demands: { bootMode: 'uefi' }, type: nitro, reported: [] },
    { name: 'legacy BIOS on Nitro', demands: { bootMode: 'legacy-bios' }, type: nitro, reported: [] },
    {
      name: 'no ENA on Nitro',
      demands: { ena: 'missing' },
      type: nitro,
      reported: ['ami-1 has no driver of the Elastic Network Adapter (ENA), which m5.large requires'],
    },
    { name: 'no ENA on Xen', demands: { ena: 'missing' }, type: xen, reported: [] },
    {
      name: 'a TPM on Xen',
      demands: { tpm: 'required' },
      type: xen,
      reported: ['ami-1 needs a NitroTPM, which t2.micro does not have'],
    },
    { name: 'a TPM on Nitro', demands: { tpm: 'required' }, type: nitro, reported: [] },
    {
      name: 'all of it on a type of which AWS tells nothing',
      demands: { bootMode: 'uefi', ena: 'missing', tpm: 'required' },
      type: m5,
      reported: [],
    },
  ] as const)('$name', ({ demands, type: wanted, reported }) => {
    expect(incompatibilities({ ...image, demands }, { data: {}, types: [wanted], now: 100 })).toEqual(reported)
  })

  test('another architecture is the reason, not what else differs', () => {
    const found = incompatibilities(
      { ...image, demands: { bootMode: 'legacy-bios' } },
      { data: {}, types: [graviton], now: 100 },
    )
    expect(found).toEqual(['ami-1 is for x86_64, but m6g.large runs arm64'])
  })

  test('the image in use may be deprecated', () => {
    const data = { data: {}, types: [nitro], now: 100 }
    expect(incompatibilities({ ...image, deprecatedAt: 99 }, { ...data, choice: 'in use' })).toEqual([])
    expect(incompatibilities({ ...image, deprecatedAt: 99 }, data)).toEqual(['ami-1 is deprecated'])
  })
})
