import type { InstanceType } from '../../../src/domain/image/fit.ts'
import {
  type LaunchShape,
  namedTypes,
  notAllowed,
  requirementsOf,
  shapeMisfits,
} from '../../../src/domain/image/launch-shape.ts'
import type { MachineImage } from '../../../src/domain/image/machine-image.ts'

const image: MachineImage = {
  id: 'ami-1',
  name: 'web-20240131',
  owner: '123456789012',
  architecture: 'x86_64',
  virtualization: 'hvm',
  rootType: 'ebs',
  createdAt: 0,
  deprecatedAt: undefined,
  state: 'available',
  rootDevice: '/dev/xvda',
  rootGiB: 20,
}
const type = (name: string, architecture: string): [string, InstanceType] => [
  name,
  { name, architectures: [architecture], virtualizations: ['hvm'], rootTypes: ['ebs'] },
]
const types = new Map([type('m5.large', 'x86_64'), type('m7g.large', 'arm64'), type('m6g.large', 'arm64')])
const sized = (VolumeSize: number): Pick<LaunchShape, 'devices'> => ({
  devices: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize } }],
})
const requiring = (cpuManufacturers: readonly string[], allowedTypes: readonly string[] = []): LaunchShape => ({
  requirements: { cpuManufacturers, allowedTypes },
})

const FOREIGN = 'ami-1 is for x86_64, but m7g.large runs arm64'
const SMALL = 'its root volume /dev/xvda has 8 GiB, but ami-1 needs 20'
const MAKERS = 'ami-1 is for x86_64, but its requirements ask for CPUs of amazon-web-services'

const rows: readonly { readonly name: string; readonly shape: LaunchShape; readonly reported: readonly string[] }[] = [
  { name: 'a type that runs it', shape: { instanceType: 'm5.large', ...sized(20) }, reported: [] },
  { name: 'a type that does not', shape: { instanceType: 'm7g.large' }, reported: [FOREIGN] },
  { name: 'a root volume that is too small, on whatever type', shape: { instanceType: 'm5.large', ...sized(8) }, reported: [SMALL] },
  { name: 'a small root volume where requirements choose the type', shape: { ...requiring([]), ...sized(8) }, reported: [SMALL] },
  { name: 'a type that EC2 does not describe', shape: { instanceType: 'z9.large' }, reported: [] },
  { name: 'nothing said of the type', shape: {}, reported: [] },
  { name: 'requirements that leave it open', shape: requiring([]), reported: [] },
  { name: 'CPUs that run it', shape: requiring(['intel']), reported: [] },
  { name: 'CPUs that do not run it', shape: requiring(['amazon-web-services']), reported: [MAKERS] },
  { name: 'CPUs of which some run it', shape: requiring(['amazon-web-services', 'amd']), reported: [] },
  { name: 'CPUs of a maker that is not known', shape: requiring(['amazon-web-services', 'other']), reported: [] },
  { name: 'allowed types of which none runs it', shape: requiring([], ['m7g.large']), reported: [FOREIGN] },
  { name: 'allowed types of which one runs it', shape: requiring([], ['m7g.large', 'm5.large']), reported: [] },
  { name: 'an allowed type that is not known', shape: requiring([], ['m7g.large', 'z9.large']), reported: [] },
  { name: 'a pattern among the allowed types', shape: requiring([], ['m7g.large', 'm*']), reported: [] },
  { name: 'a pattern, and CPUs that do not run it', shape: requiring(['amazon-web-services'], ['m*']), reported: [MAKERS] },
] // prettier-ignore

test.each(rows)('$name', ({ shape, reported }) => {
  expect(shapeMisfits(image, shape, types)).toEqual(reported)
})

test('requirements are read as AWS gives them, and only types that stand there by name are asked for', () => {
  const requirements = requirementsOf({ CpuManufacturers: ['amd'], AllowedInstanceTypes: ['m5.large', 'c5.*'] })
  expect(requirements).toEqual({ cpuManufacturers: ['amd'], allowedTypes: ['m5.large', 'c5.*'] })
  expect(requirementsOf({})).toEqual({ cpuManufacturers: [], allowedTypes: [] })
  expect(requirementsOf(undefined)).toBeUndefined()
  expect(namedTypes({ requirements })).toEqual(['m5.large'])
  expect(namedTypes({ instanceType: 'm7g.large' })).toEqual(['m7g.large'])
})

test('an image that the account would not allow is named as such', () => {
  expect(notAllowed(image)).toBeUndefined()
  expect(notAllowed({ ...image, demands: { allowed: 'no' } })).toContain(
    'ami-1 is not allowed by the Allowed AMIs settings of the account, which are in audit mode',
  )
})
