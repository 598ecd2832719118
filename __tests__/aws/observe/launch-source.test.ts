import type { AutoScalingGroup, MixedInstancesPolicy } from '@aws-sdk/client-auto-scaling'
import {
  type ResolveTemplate,
  launchSourceOf,
  templatesOf,
  fingerprintWith,
} from '../../../src/aws/observe/launch-source.ts'
import { group } from '../groups.ts'

const latest = new Map([
  ['lt-web', 7],
  ['lt-arm', 3],
])
/** A region where `$Latest` is as above and `$Default` is version 1. */
const resolve: ResolveTemplate = ({ LaunchTemplateId: id = '', Version }) => {
  const newest = latest.get(id)
  if (newest === undefined) return undefined
  const version = Version === '$Latest' ? newest : Version === undefined || Version === '$Default' ? 1 : Number(Version)
  return { kind: 'template', id, version }
}

const web = (version?: string) => ({
  LaunchTemplateId: 'lt-web',
  LaunchTemplateName: 'web',
  ...(version !== undefined && { Version: version }),
})
const mixed = (
  overrides: NonNullable<MixedInstancesPolicy['LaunchTemplate']>['Overrides'],
  version = '$Latest',
): Partial<AutoScalingGroup> => ({
  MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: web(version), Overrides: overrides } },
})
const source = (more: Partial<AutoScalingGroup>) => launchSourceOf(group('web', more), resolve)
const arm = { LaunchTemplateId: 'lt-arm', LaunchTemplateName: 'arm', Version: '$Latest' }

describe('the launch source of a group on', () => {
  test.each([
    {
      name: 'a launch configuration',
      of: { LaunchConfigurationName: 'web-20240101' },
      expected: {
        kind: 'configuration',
        label: 'web-20240101',
        base: { kind: 'configuration', name: 'web-20240101' },
        overrides: [],
      },
    },
    {
      name: 'the latest version of a template',
      of: { LaunchTemplate: web('$Latest') },
      expected: {
        kind: 'template',
        label: 'web (lt-web) version 7 ($Latest)',
        base: { kind: 'template', id: 'lt-web', version: 7 },
        overrides: [],
      },
    },
    {
      name: 'a template without a version, which means the default one',
      of: { LaunchTemplate: web() },
      expected: { kind: 'template', label: 'web (lt-web) version 1 ($Default)', overrides: [] },
    },
    {
      name: 'a numbered version',
      of: { LaunchTemplate: web('5') },
      expected: { label: 'web (lt-web) version 5', base: { kind: 'template', id: 'lt-web', version: 5 } },
    },
    {
      name: 'a mixed policy without overrides of its own',
      of: mixed([{ InstanceType: 't3.small' }, { InstanceType: 't3.large' }]),
      expected: {
        kind: 'mixed',
        label: 'web (lt-web) version 7 ($Latest) with 2 overrides',
        overrides: [],
        types: ['t3.large', 't3.small'],
      },
    },
    {
      name: 'a mixed policy with a template of its own for one type',
      of: mixed([{ InstanceType: 't3.small' }, { InstanceType: 't4g.small', LaunchTemplateSpecification: arm }]),
      expected: {
        kind: 'mixed',
        base: { kind: 'template', id: 'lt-web', version: 7 },
        overrides: [
          {
            instanceType: 't4g.small',
            reference: { kind: 'template', id: 'lt-arm', version: 3 },
            imageId: undefined,
          },
        ],
      },
    },
    {
      name: 'a mixed policy with an image of its own for one type',
      of: mixed([{ InstanceType: 't4g.small', ImageId: 'ami-arm' }]),
      expected: {
        overrides: [
          {
            instanceType: 't4g.small',
            reference: { kind: 'template', id: 'lt-web', version: 7 },
            imageId: 'ami-arm',
          },
        ],
      },
    },
    {
      name: 'a mixed policy with a template of its own for whatever meets requirements',
      of: mixed([
        {
          InstanceRequirements: { VCpuCount: { Min: 2 }, MemoryMiB: { Min: 4096 } },
          LaunchTemplateSpecification: arm,
        },
      ]),
      expected: { overrides: [{ instanceType: undefined, reference: { kind: 'template', id: 'lt-arm', version: 3 } }] },
    },
    {
      name: 'a mixed policy that names one type with and without a template of its own: both count',
      of: mixed([{ InstanceType: 't3.small', LaunchTemplateSpecification: arm }, { InstanceType: 't3.small' }]),
      expected: {
        overrides: [
          { instanceType: 't3.small', reference: { kind: 'template', id: 'lt-arm', version: 3 } },
          { instanceType: 't3.small', reference: { kind: 'template', id: 'lt-web', version: 7 } },
        ],
      },
    },
  ])('$name', ({ of, expected }) => {
    expect(source(of)).toMatchObject(expected)
  })
})

describe('the fingerprint', () => {
  const small = { InstanceType: 't3.small', WeightedCapacity: '1' }
  const large = { InstanceType: 't3.large', WeightedCapacity: '2' }
  const base = source(mixed([small, large])).fingerprint

  test('is 16 hex digits', () => {
    expect(base).toMatch(/^[0-9a-f]{16}$/)
  })

  test.each([
    { name: 'the same group', other: mixed([small, large]) },
    { name: 'the same version by its number', other: mixed([small, large], '7') },
    { name: 'overrides in another order', other: mixed([large, small]) },
    { name: 'other weights', other: mixed([{ ...small, WeightedCapacity: '5' }, large]) },
  ])('stays for $name', ({ other }) => {
    expect(source(other).fingerprint).toBe(base)
  })

  test.each([
    { name: 'another version', other: mixed([small, large], '6') },
    { name: 'one type less', other: mixed([small]) },
    { name: 'an image of its own', other: mixed([{ ...small, ImageId: 'ami-1' }, large]) },
    { name: 'a template of its own', other: mixed([{ ...small, LaunchTemplateSpecification: arm }, large]) },
    {
      name: 'requirements',
      other: mixed([{ InstanceRequirements: { VCpuCount: { Min: 2 }, MemoryMiB: { Min: 1 } } }, large]),
    },
    { name: 'the template without a policy', other: { LaunchTemplate: web('$Latest') } },
    { name: 'a launch configuration', other: { LaunchConfigurationName: 'lt-web' } },
  ])('changes with $name', ({ other }) => {
    expect(source(other).fingerprint).not.toBe(base)
  })

  test('does not depend on the order in which AWS writes requirements', () => {
    const [one, other] = [
      { VCpuCount: { Min: 2, Max: 4 }, MemoryMiB: { Min: 1 } },
      { MemoryMiB: { Min: 1 }, VCpuCount: { Max: 4, Min: 2 } },
    ].map((InstanceRequirements) => source(mixed([{ InstanceRequirements }])).fingerprint)
    expect(one).toBe(other)
  })
})

describe('a group that cannot launch', () => {
  test.each([
    {
      name: 'because its template is gone',
      of: { LaunchTemplate: { LaunchTemplateId: 'lt-gone', LaunchTemplateName: 'old', Version: '1' } },
      message: /The group web cannot launch anything\. Its launch template old does not exist/,
    },
    {
      name: 'because the template of an override is gone',
      of: mixed([{ InstanceType: 't3.small', LaunchTemplateSpecification: { LaunchTemplateId: 'lt-gone' } }]),
      message: /Its launch template lt-gone does not exist/,
    },
    { name: 'because it has no source', of: { LaunchConfigurationName: '' }, message: /The group web has neither/ },
  ])('is refused $name', ({ of, message }) => {
    expect(() => source(of)).toThrow(message)
  })
})

test('every template of a group is found, those of overrides too', () => {
  const templates = templatesOf(
    group(
      'web',
      mixed([{ InstanceType: 't3.small' }, { InstanceType: 't4g.small', LaunchTemplateSpecification: arm }]),
    ),
  )
  expect(templates).toEqual([web('$Latest'), arm])
})

describe('what a launch may use', () => {
  const small = { InstanceType: 't3.small' }
  const own = { InstanceType: 't3.large', ImageId: 'ami-1' }
  test.each([
    { name: 'the template', of: { LaunchTemplate: web('$Latest') }, uses: [true] },
    { name: 'a launch configuration', of: { LaunchConfigurationName: 'web-1' }, uses: [true] },
    { name: 'the base of a policy without overrides', of: mixed([]), uses: [true] },
    { name: 'the base for an override without an image', of: mixed([small, own]), uses: [true] },
    { name: 'no image of the base where every override brings one', of: mixed([own]), uses: [false] },
    {
      name: 'the template of an override, and no image of the base',
      of: mixed([own, { InstanceType: 't4g.small', LaunchTemplateSpecification: arm }]),
      uses: [false, true],
    },
  ])('$name', ({ of, uses }) => {
    expect(source(of).parts.map(({ usesImage }) => usesImage)).toEqual(uses)
  })
})

describe('the fingerprint with what parameters name', () => {
  test('is the same where there is none, and another for every image', () => {
    const plain = 'f'.repeat(16)
    expect(fingerprintWith(plain, [])).toBe(plain)
    const all = [['ami-1'], ['ami-2'], [undefined], ['ami-1', 'ami-2']].map((images) => fingerprintWith(plain, images))
    expect(new Set([plain, ...all]).size).toBe(5)
    for (const each of all) expect(each).toMatch(/^[0-9a-f]{16}$/)
  })
})
