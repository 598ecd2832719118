import { imagePair } from '../../simulator/scenario-images.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addTemplate, changes, failure, groupNow, imagesNow, applyPatchImage } from '../../testing/launch-state.ts'
import { runAction } from '../../testing/run-action.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

describe('the image', () => {
  test.each([
    { name: 'of this id', image: (fresh: string) => fresh },
    { name: 'whose name matches', image: () => 'name:fleet-*' },
    { name: 'behind a parameter', image: () => 'ssm:/golden/x86' },
  ])('$name is taken', async ({ image }) => {
    const account = new SimulatedAccount()
    const { fresh } = imagePair(account, 'x86_64')
    account.ssm.operations.PutParameter({ Name: '/golden/x86', Value: fresh, Type: 'String' })
    const { name } = addGroup(account, { name: 'web' })
    const step = await applyPatchImage(account, { image: image(fresh) })
    expect(failure(step)).toBe('')
    expect(imagesNow(account, name)).toEqual([fresh])
  })

  test('of several named ones the one that fits the architecture of each launch is taken', async () => {
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web', launch: 'mixed-override-template' })
    const [x86, arm] = [imagePair(account, 'x86_64').fresh, imagePair(account, 'arm64').fresh]
    account.ssm.operations.PutParameter({ Name: '/golden/arm', Value: arm, Type: 'String' })
    const step = await applyPatchImage(account, { image: `ssm:/golden/arm\n${x86}` })
    expect(failure(step)).toBe('')
    expect(imagesNow(account, name)).toEqual([x86, arm])
  })

  test('of another owner is taken where that owner is named', async () => {
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web' })
    const shared = account.ec2.seedImage({
      name: 'fleet-x86_64-20260101',
      ownerId: '999999999999',
      visibility: 'shared',
      creationDate: '2026-01-01T06:00:00Z',
    })
    await applyPatchImage(account, { 'image-owners': '999999999999' })
    expect(imagesNow(account, name)).toEqual([shared])
  })

  const seeds = (account: SimulatedAccount) => ({
    gone: 'ami-00000000000000000',
    foreign: account.ec2.seedImage({ name: 'foreign', ownerId: '999999999999', visibility: 'private' }),
    pending: account.ec2.seedImage({ name: 'pending', state: 'pending' }),
    arm: imagePair(account, 'arm64').fresh,
    large: account.ec2.seedImage({ name: 'large', rootGigabytes: 40 }),
    deprecated: account.ec2.seedImage({ name: 'deprecated', deprecatedAt: '2025-12-01T00:00:00Z' }),
    paravirtual: account.ec2.seedImage({ name: 'paravirtual', virtualizationType: 'paravirtual' }),
  })

  test.each([
    { image: 'gone', says: 'does not exist in this region, is not shared with this account, or is not allowed' },
    { image: 'foreign', says: 'does not exist in this region, is not shared with this account, or is not allowed' },
    { image: 'pending', says: 'is pending, not available' },
    { image: 'arm', says: 'is for arm64, but t3.micro runs x86_64' },
    { image: 'large', says: 'its root volume /dev/xvda has 20 GiB, but ' },
    { image: 'deprecated', says: 'is deprecated' },
    { image: 'paravirtual', says: 'is paravirtual, but t3.micro runs hvm' },
  ] as const)('is refused before anything changes where it is $image', async ({ image, says }) => {
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web' })
    const ids = seeds(account)
    const id = addTemplate(account, 'sized', {
      ImageId: imagePair(account, 'x86_64').old,
      BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 20 } }],
    })
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      LaunchTemplate: { LaunchTemplateId: id, Version: '1' },
    })
    account.ledger.clear()
    const step = await applyPatchImage(account, { image: ids[image] })
    expect(step.failed).toBe(true)
    expect(failure(step)).toContain(says)
    expect(changes(account)).toEqual([])
    expect(step.outputs['changed']).toBe('false')
  })
})

const memoText = ({ timeline }: SimulatedAccount): string =>
  `started=${timeline.now} min=0 max=3 desired=2 suspends=none surge=1 source=0123456789abcdef until=none`

describe('a group whose image is gone', () => {
  const scene = (): SimulatedAccount => {
    const account = new SimulatedAccount()
    const { oldImageId } = addGroup(account, { name: 'web' })
    account.ec2.operations.DeregisterImage({ ImageId: oldImageId })
    account.ledger.clear()
    return account
  }

  test('gets the error that no family is known, with what to set', async () => {
    const account = scene()
    const step = await applyPatchImage(account)
    expect(failure(step)).toContain('so its family cannot be told; set `image` to `name:<glob>` with `image-owners`')
    expect(changes(account)).toEqual([])
  })

  test('gets the error that a name needs an owner', async () => {
    expect(failure(await applyPatchImage(scene(), { image: 'name:fleet-x86_64-*' }))).toContain('set `image-owners`')
  })

  test('is moved where name and owner are given', async () => {
    const account = scene()
    const step = await applyPatchImage(account, { image: 'name:fleet-*', 'image-owners': 'self' })
    expect(failure(step)).toBe('')
    expect(imagesNow(account, 'web')).toEqual([imagePair(account, 'x86_64').fresh])
  })
})

test.each([
  { name: 'a name that nothing has', image: 'name:nothing-*', says: 'for x86_64 of 123456789012 that can be launched' },
  { name: 'a parameter that is not there', image: 'ssm:/nowhere', says: 'the parameter /nowhere does not exist' },
  { name: 'a parameter that holds something else', image: 'ssm:/secret', says: 'does not hold the id of an image' },
])('$name is refused, and no value of a parameter is shown', async ({ image, says }) => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web' })
  account.ssm.operations.PutParameter({ Name: '/secret', Value: 'hunter2-database', Type: 'String' })
  account.ledger.clear()
  const step = await applyPatchImage(account, { image })
  expect(failure(step)).toContain(says)
  expect(JSON.stringify(step)).not.toContain('hunter2-database')
  expect(changes(account)).toEqual([])
})

test('the newest of the family is not taken while it is deprecated', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web' })
  account.ec2.seedImage({
    name: 'fleet-x86_64-20260101',
    creationDate: '2026-01-01T06:00:00Z',
    deprecatedAt: '2026-01-03T00:00:00Z',
  })
  const step = await applyPatchImage(account)
  expect(failure(step)).toBe('')
  expect(imagesNow(account, 'web')).toEqual([imagePair(account, 'x86_64').fresh])
})

describe('an obstacle', () => {
  test('is reported for all groups together, and none is changed', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web' })
    addGroup(account, { name: 'arm', launch: 'mixed-override-template' })
    addGroup(account, { name: 'refreshed' })
    addGroup(account, {
      name: 'held',
      tags: {
        'fleet-patch:memo': memoText(account),
        'fleet-patch:run': `run=77/1/abcd heartbeat=${account.timeline.now}`,
      },
    })
    // Last: while the group above came up, a refresh would have ended.
    account.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'refreshed' })
    account.ledger.clear()
    const step = await applyPatchImage(account, { image: imagePair(account, 'x86_64').fresh })
    const reported = failure(step)
    expect(reported).toContain('refreshed: the instance refresh')
    expect(reported).toContain('held: run 77 holds its lease')
    expect(reported).toContain('but t4g.micro runs arm64')
    expect(changes(account)).toEqual([])
  })
})

describe('meanwhile', () => {
  /** Runs a change right after the new version was made. */
  const afterCreation = (account: SimulatedAccount, happen: () => void): void => {
    const { operations } = account.ec2
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
      name: 'an operator has changed',
      happen: (account: SimulatedAccount) =>
        account.autoScaling.operations.UpdateAutoScalingGroup({
          AutoScalingGroupName: 'web',
          LaunchTemplate: {
            LaunchTemplateId: addTemplate(account, 'theirs', { ImageId: imagePair(account, 'x86_64').old }),
          },
        }),
      says: 'What it launches from was changed from outside this run after this run had looked.',
    },
    {
      name: 'another run has started to roll',
      happen: (account: SimulatedAccount) =>
        account.autoScaling.operations.CreateOrUpdateTags({
          Tags: [
            { Key: 'fleet-patch:memo', Value: memoText(account) },
            { Key: 'fleet-patch:run', Value: `run=77/1/abcd heartbeat=${account.timeline.now}` },
          ].map((tag) => ({ ...tag, ResourceId: 'web', ResourceType: 'auto-scaling-group', PropagateAtLaunch: false })),
        }),
      says: 'run 77 holds its lease',
    },
  ])('a group that $name is not updated', async ({ happen, says }) => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web' })
    afterCreation(account, () => happen(account))
    const before = groupNow(account, 'web').LaunchTemplate?.Version
    account.ledger.clear()
    const step = await applyPatchImage(account)
    expect(failure(step)).toContain(says)
    expect(before).toBe('1')
    expect(changes(account)).not.toContain('UpdateAutoScalingGroup')
    expect(imagesNow(account, 'web')).toEqual([imagePair(account, 'x86_64').old])
  })
})

describe('the launch that results', () => {
  const onTemplate = (account: SimulatedAccount, image: string, type = 't3.micro'): string => {
    const { name } = addGroup(account, { name: 'web' })
    const id = addTemplate(account, 'own', { ImageId: image, InstanceType: type })
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      LaunchTemplate: { LaunchTemplateId: id, Version: '1' },
    })
    account.ledger.clear()
    return name
  }

  // The image was the newest already and so was not looked at; the step was green, and nothing could be launched.
  test('is checked where the image stays and the type is another', async () => {
    const account = new SimulatedAccount()
    onTemplate(account, imagePair(account, 'x86_64').fresh)
    const step = await applyPatchImage(account, { 'instance-type': 'm7g.large' })
    expect(failure(step)).toContain('is for x86_64, but m7g.large runs arm64')
    expect(changes(account)).toEqual([])
  })

  test.each([
    {
      name: 'UEFI on a type without',
      demands: { bootMode: 'uefi' },
      type: 't2.micro',
      says: 'boots by uefi, but t2.micro by legacy-bios',
    },
    {
      name: 'a TPM on a type without',
      demands: { tpm: 'v2.0' },
      type: 't2.micro',
      says: 'needs a NitroTPM, which t2.micro does not have',
    },
    {
      name: 'no ENA on a type that needs it',
      demands: { ena: 'missing' },
      type: 'm5.large',
      says: 'has no driver of the Elastic Network Adapter',
    },
  ] as const)('is refused before anything changes: $name', async ({ demands, type, says }) => {
    const seed = (account: SimulatedAccount): string =>
      account.ec2.seedImage({ name: 'fleet-demanding-20251229', demands, creationDate: '2025-12-29T06:00:00Z' })
    // By another image on the type in use, by another type under the image in use, and by a patch of user data beside it.
    const byImage = new SimulatedAccount()
    onTemplate(byImage, imagePair(byImage, 'x86_64').old, type)
    const byType = new SimulatedAccount()
    onTemplate(byType, seed(byType), 't3.small')
    const byDocker = new SimulatedAccount()
    onTemplate(byDocker, seed(byDocker), 't3.small')
    const steps = [
      await applyPatchImage(byImage, { image: seed(byImage) }),
      await applyPatchImage(byType, { 'instance-type': type }),
      await runAction(byDocker, {
        inputs: { mode: 'patch-docker', 'auto-scaling-groups': 'web', 'instance-type': type },
      }),
    ]
    for (const step of steps) {
      expect(failure(step)).toContain(says)
      expect(step.outputs['changed']).toBe('false')
    }
    for (const account of [byImage, byType, byDocker]) expect(changes(account)).toEqual([])
  })

  test('takes an image that prefers UEFI on any type', async () => {
    const account = new SimulatedAccount()
    onTemplate(account, imagePair(account, 'x86_64').old, 't2.micro')
    const image = account.ec2.seedImage({ name: 'fleet-preferring', demands: { bootMode: 'uefi-preferred' } })
    expect(failure(await applyPatchImage(account, { image }))).toBe('')
  })

  test.each(['patch-image', 'patch-docker'])(
    'is checked where a parameter names the image that stays, and the type is another (%s)',
    async (mode) => {
      const account = new SimulatedAccount()
      addGroup(account, { name: 'web', aliased: true })
      account.ledger.clear()
      const inputs = { mode, 'auto-scaling-groups': 'web', 'instance-type': 'm7g.large' }
      const step = await runAction(account, { inputs })
      expect(failure(step)).toContain('is for x86_64, but m7g.large runs arm64')
      expect(changes(account)).toEqual([])
    },
  )

  test('is checked where an override chooses types by requirements', async () => {
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web' })
    const id = addTemplate(account, 'own', { ImageId: imagePair(account, 'x86_64').old, InstanceType: 't3.micro' })
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      MixedInstancesPolicy: {
        LaunchTemplate: {
          LaunchTemplateSpecification: { LaunchTemplateId: id, Version: '1' },
          Overrides: [
            {
              InstanceRequirements: {
                VCpuCount: { Min: 1 },
                MemoryMiB: { Min: 512 },
                CpuManufacturers: ['intel', 'amd'],
              },
            },
          ],
        },
      },
    })
    account.ledger.clear()
    const refused = await applyPatchImage(account, { image: imagePair(account, 'arm64').fresh })
    expect(failure(refused)).toContain('is for arm64, but its requirements ask for CPUs of intel or amd')
    expect(changes(account)).toEqual([])
    expect(failure(await applyPatchImage(account))).toBe('')
  })

  // The settings only show what they would forbid: a patch that was refused for them could have been launched.
  test('takes an image that the account will not allow, in audit mode, with a warning', async () => {
    const account = new SimulatedAccount()
    onTemplate(account, imagePair(account, 'x86_64').old)
    const image = account.ec2.seedImage({
      name: 'vendor-20251229',
      ownerId: '999999999999',
      visibility: 'public',
      demands: { allowed: 'in audit mode' },
    })
    const step = await applyPatchImage(account, { image })
    expect(failure(step)).toBe('')
    expect(imagesNow(account, 'web')).toEqual([image])
    expect(step.annotations.map(({ message }) => message).join()).toContain(
      `${image} is not allowed by the Allowed AMIs settings of the account, which are in audit mode`,
    )
  })

  test('is not to be had where the account does not allow the image', async () => {
    const account = new SimulatedAccount()
    onTemplate(account, imagePair(account, 'x86_64').old)
    const image = account.ec2.seedImage({
      name: 'vendor-20251229',
      ownerId: '999999999999',
      visibility: 'public',
      demands: { allowed: 'no' },
    })
    expect(failure(await applyPatchImage(account, { image }))).toContain(
      `${image} does not exist in this region, is not shared with this account, or is not allowed by its Allowed AMIs`,
    )
    expect(changes(account)).toEqual([])
  })
})
