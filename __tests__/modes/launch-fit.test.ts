/** Groups whose launch source is set already: whether its images can be launched on its types is known before the roll. */
import type { UpdateAutoScalingGroupType } from '@aws-sdk/client-auto-scaling'
import { addGroup, type GroupPlan } from '../../simulator/scenario.ts'
import { imagePair } from '../../simulator/scenario-images.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { expectRolled, type Inputs, operator, run, type Rolled, type Scene, sceneOf } from '../edges/fixture.ts'
import { addTemplate } from '../../testing/launch-state.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

type Overrides = NonNullable<
  NonNullable<NonNullable<UpdateAutoScalingGroupType['MixedInstancesPolicy']>['LaunchTemplate']>['Overrides']
>

const TYPES = 'ec2:DescribeInstanceTypes'

/** A group of two on the older image, which an operator has given what it is to launch from now. */
function given(
  source: (account: SimulatedAccount) => Partial<UpdateAutoScalingGroupType>,
  plan: Partial<GroupPlan> = {},
): Scene {
  const account = new SimulatedAccount()
  const group = addGroup(account, { name: 'web', ...plan })
  operator(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', ...source(account) })
  account.timeline.advance(60)
  return sceneOf(account, group)
}

const x86 = (account: SimulatedAccount): string => imagePair(account, 'x86_64').fresh

const template =
  (data: Parameters<typeof addTemplate>[2]) =>
  (account: SimulatedAccount): Partial<UpdateAutoScalingGroupType> => ({
    LaunchTemplate: { LaunchTemplateId: addTemplate(account, 'own', { ImageId: x86(account), ...data }), Version: '1' },
  })

const mixed =
  (overrides: (account: SimulatedAccount) => Overrides) =>
  (account: SimulatedAccount): Partial<UpdateAutoScalingGroupType> => ({
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: {
          LaunchTemplateId: addTemplate(account, 'base', { ImageId: x86(account), InstanceType: 't3.micro' }),
          Version: '1',
        },
        Overrides: overrides(account),
      },
    },
  })

const demanding = (demands: Parameters<SimulatedAccount['ec2']['seedImage']>[0]['demands'] & {}) => (account: SimulatedAccount): string =>
  account.ec2.seedImage({ name: 'vendor-20251229', ownerId: '999999999999', visibility: 'public', demands }) // prettier-ignore

const failureOf = ({ annotations }: Rolled): string =>
  annotations.flatMap(({ level, message }) => (level === 'error' ? [message] : [])).join('\n')

const MODES: readonly Inputs[] = [
  { mode: 'respawn' },
  { mode: 'scale-up-patch' },
  { mode: 'scale-up-patch', dark: 'true' },
  // What it patches is patched already: only the roll is left.
  { mode: 'patch-image', rollout: 'respawn' },
]

const hopeless: readonly { readonly name: string; readonly scene: () => Scene; readonly says: RegExp }[] = [
  {
    name: 'another architecture',
    scene: () => given(template({ InstanceType: 'm7g.large' })),
    says: /web: .*: ami-\w+ is for x86_64, but m7g\.large runs arm64/,
  },
  {
    name: 'a boot mode that the type does not have',
    scene: () =>
      given((account) =>
        template({ ImageId: demanding({ bootMode: 'uefi' })(account), InstanceType: 't2.micro' })(account),
      ),
    says: /web: .*: ami-\w+ boots by uefi, but t2\.micro by legacy-bios/,
  },
  {
    name: 'a TPM that the type does not have',
    scene: () =>
      given((account) => template({ ImageId: demanding({ tpm: 'v2.0' })(account), InstanceType: 't2.micro' })(account)),
    says: /web: .*: ami-\w+ needs a NitroTPM, which t2\.micro does not have/,
  },
  {
    name: 'no driver of ENA',
    scene: () =>
      given((account) => template({ ImageId: demanding({ ena: 'missing' })(account), InstanceType: 'm5.large' })(account)),
    says: /web: .*: ami-\w+ has no driver of the Elastic Network Adapter/,
  },
  {
    name: 'a root volume that is too small',
    scene: () =>
      given(
        template({
          InstanceType: 't3.micro',
          BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 4 } }],
        }),
      ),
    says: /web: .*: its root volume \/dev\/xvda has 4 GiB, but ami-\w+ needs 8/,
  },
  {
    name: 'an image that the account does not allow',
    scene: () => {
      const fixture = given((account) => {
        const source = template({ InstanceType: 't3.micro' })(account)
        return { LaunchTemplate: { ...source.LaunchTemplate, Version: '$Latest' } }
      })
      fixture.account.ec2.operations.CreateLaunchTemplateVersion({
        LaunchTemplateName: 'own',
        LaunchTemplateData: { ImageId: demanding({ allowed: 'no' })(fixture.account), InstanceType: 't3.micro' },
      })
      fixture.account.ledger.clear()
      return fixture
    },
    says: /web: .*ami-\w+:? (it )?does not exist any more, .*or is not allowed by its Allowed AMIs settings/,
  },
  {
    name: 'a launch configuration',
    scene: () =>
      given((account) => {
        operator(account).CreateLaunchConfiguration({
          LaunchConfigurationName: 'arm',
          ImageId: x86(account),
          InstanceType: 't4g.micro',
        })
        return { LaunchConfigurationName: 'arm' }
      }, { launch: 'configuration' }),
    says: /web: .*launch configuration arm: ami-\w+ is for x86_64, but t4g\.micro runs arm64/,
  },
  {
    name: 'every override',
    scene: () => given(mixed(() => [{ InstanceType: 't4g.micro' }, { InstanceType: 'm6g.large' }])),
    says: /web: .*but t4g\.micro runs arm64[^]*web: .*but m6g\.large runs arm64/,
  },
  {
    name: 'the image of an override',
    scene: () =>
      given(mixed((account) => [{ InstanceType: 't3.micro', ImageId: imagePair(account, 'arm64').fresh }])),
    says: /web: .*override .*: ami-\w+ is for arm64, but t3\.micro runs x86_64/,
  },
  {
    name: 'the template of an override',
    scene: () =>
      given(
        mixed((account) => [
          {
            InstanceType: 't3.micro',
            LaunchTemplateSpecification: {
              LaunchTemplateId: addTemplate(account, 'arm', { ImageId: imagePair(account, 'arm64').fresh }),
              Version: '1',
            },
          },
        ]),
      ),
    says: /web: .*launch template .*: ami-\w+ is for arm64, but t3\.micro runs x86_64/,
  },
  {
    name: 'requirements',
    scene: () =>
      given(
        mixed(() => [
          {
            InstanceRequirements: {
              VCpuCount: { Min: 1 },
              MemoryMiB: { Min: 512 },
              CpuManufacturers: ['amazon-web-services'],
            },
          },
        ]),
      ),
    says: /web: .*: ami-\w+ is for x86_64, but its requirements ask for CPUs of amazon-web-services/,
  },
] // prettier-ignore

describe.each(hopeless)('$name', ({ scene, says }) => {
  test.each(MODES)('is found out before anything changes: %j', async (inputs) => {
    const fixture = scene()
    const refused = await run(fixture, inputs)
    expect(failureOf(refused)).toMatch(says)
    expect(fixture.account.ledger.changes()).toEqual([])
  })
})

test('a rollback to an image that does not fit the overrides of today is refused before it begins', async () => {
  const account = new SimulatedAccount()
  const group = addGroup(account, { name: 'web', launch: 'mixed' })
  const [LaunchTemplateName] = group.sourceNames
  account.ec2.operations.CreateLaunchTemplateVersion({
    LaunchTemplateName,
    SourceVersion: '1',
    LaunchTemplateData: { ImageId: imagePair(account, 'arm64').fresh },
  })
  operator(account).UpdateAutoScalingGroup({
    AutoScalingGroupName: 'web',
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateName, Version: '2' },
        Overrides: [{ InstanceType: 't4g.micro' }],
      },
    },
  })
  account.timeline.advance(60)
  const fixture = sceneOf(account, group)
  const refused = await run(fixture, { mode: 'rollback' })
  expect(failureOf(refused)).toMatch(
    /web: version 1 of its launch template lt-\w+: ami-\w+ is for x86_64, but t4g\.micro/,
  )
  expect(account.ledger.changes()).toEqual([])
  expectRolled(fixture, await run(fixture, { mode: 'scale-up-patch' }, { runId: '2000' }))
})

describe('where some of it can be launched', () => {
  test('the other overrides are told, and AWS launches what fits', async () => {
    const fixture = given(mixed(() => [{ InstanceType: 't4g.micro' }, { InstanceType: 't3.small' }]))
    const rolled = await run(fixture)
    expectRolled(fixture, rolled)
    expect(rolled.result.notes.join(' ')).toMatch(
      /ami-\w+ is for x86_64, but t4g\.micro runs arm64; AWS launches what else there is instead\./,
    )
  })

  test('requirements that leave the types open hinder nothing', async () => {
    const fixture = given(mixed(() => [{ InstanceRequirements: { VCpuCount: { Min: 1 }, MemoryMiB: { Min: 512 } } }]))
    expectRolled(fixture, await run(fixture))
  })

  test('a group that is up to date is not refused', async () => {
    const fixture = given(template({ InstanceType: 'm7g.large' }), { size: 0, sizes: { min: 0, max: 1 } })
    const idle = await run(fixture)
    expect(idle.result.status).toBe('current')
    expect(fixture.account.ledger.actions()).not.toContain(TYPES)
  })
})

test('an image that the account will not allow is told in audit mode, and launched', async () => {
  const fixture = given((account) =>
    template({ ImageId: demanding({ allowed: 'in audit mode' })(account), InstanceType: 't3.micro' })(account),
  )
  const rolled = await run(fixture)
  expectRolled(fixture, rolled)
  expect(rolled.result.notes.join(' ')).toMatch(/ami-\w+ is not allowed by the Allowed AMIs settings of the account/)
})

test('where types may not be described, that is told and nothing is refused', async () => {
  const fixture = given(template({ InstanceType: 't3.small' }))
  fixture.account.faults.deny(TYPES)
  const rolled = await run(fixture)
  expectRolled(fixture, rolled)
  expect(rolled.reported).toContain('Whether images fit their instance types was not checked:')
})

test('many groups share one description of their types', async () => {
  const account = new SimulatedAccount()
  const types = ['t3.micro', 't3.small', 't3.medium', 'm5.large', 'c5.large', 't2.micro']
  for (const [index, instanceType] of types.entries())
    addGroup(account, { name: `web-${index}`, outdated: true, instanceType })
  account.ledger.clear()
  const fixture = sceneOf(account, addGroup(account, { name: 'web', outdated: true }))
  const rolled = await run(fixture, { 'auto-scaling-groups': 'web*' })
  expect(failureOf(rolled)).toBe('')
  expect(account.ledger.actions().filter((action) => action === TYPES)).toHaveLength(1)
})
