import { imagePair } from '../../simulator/scenario-images.ts'
import { addGroup, type LaunchKind } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import {
  addTemplate,
  changes,
  failure,
  groupNow,
  imagesNow,
  instanceIdsNow,
  applyPatchImage,
  versionNow,
} from '../../testing/launch-state.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const kinds: readonly LaunchKind[] = [
  'configuration',
  'template-number',
  'template-latest',
  'template-default',
  'mixed',
  'mixed-override-template',
]

const freshFor = (account: SimulatedAccount, launch: LaunchKind): readonly string[] =>
  launch === 'mixed-override-template'
    ? [imagePair(account, 'x86_64').fresh, imagePair(account, 'arm64').fresh]
    : [imagePair(account, 'x86_64').fresh]

describe.each(kinds)('a group on %s', (launch) => {
  test('is moved to the newest image of the family, and its instances are left alone', async () => {
    const account = new SimulatedAccount()
    const { name, oldImageId, newImageId, instanceIds } = addGroup(account, { name: 'web', launch })
    const { [0]: before } = [groupNow(account, name)]
    const step = await applyPatchImage(account)
    expect(failure(step)).toBe('')
    expect(imagesNow(account, name)).toEqual(freshFor(account, launch))
    expect(step.outputs).toMatchObject({
      changed: 'true',
      groups: '["web"]',
      'image-id': newImageId,
      'previous-image-id': oldImageId,
      replaced: '[]',
      launched: '[]',
    })
    account.timeline.advance(3600)
    expect(instanceIdsNow(account, name)).toEqual(instanceIds)
    const { MinSize, MaxSize, DesiredCapacity, SuspendedProcesses, VPCZoneIdentifier } = groupNow(account, name)
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
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', launch })
    await applyPatchImage(account)
    account.ledger.clear()
    const second = await applyPatchImage(account)
    expect(failure(second)).toBe('')
    expect(second.outputs['changed']).toBe('false')
    expect(changes(account)).toEqual([])
    expect(second.summary).toContain('everything is up to date')
  })

  test('shows the changes in a dry run, and makes none', async () => {
    const account = new SimulatedAccount()
    const { newImageId } = addGroup(account, { name: 'web', launch })
    const dry = await applyPatchImage(account, { 'dry-run': 'true' })
    expect(failure(dry)).toBe('')
    expect(changes(account)).toEqual([])
    expect(dry.outputs).toMatchObject({ changed: 'true', 'image-id': newImageId })
    const planned = (JSON.parse(dry.outputs['plan'] ?? '[]') as { action: string }[]).map(({ action }) => action)
    account.ledger.clear()
    const real = await applyPatchImage(account)
    const made = (JSON.parse(real.outputs['result'] ?? '{}') as { groups: { steps: { action: string }[] }[] }).groups
    expect(planned).toEqual(made[0]?.steps.map(({ action }) => action))
    expect(planned).toHaveLength(changes(account).length)
  })
})

test('each kind of template reference needs only the calls that move it', async () => {
  const operations: Record<string, readonly string[]> = {}
  for (const launch of kinds.filter((kind) => kind !== 'configuration')) {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', launch })
    account.ledger.clear()
    await applyPatchImage(account)
    operations[launch] = changes(account)
  }
  expect(operations).toEqual({
    'template-number': ['CreateLaunchTemplateVersion', 'UpdateAutoScalingGroup'],
    'template-latest': ['CreateLaunchTemplateVersion'],
    'template-default': ['CreateLaunchTemplateVersion', 'ModifyLaunchTemplate'],
    mixed: ['CreateLaunchTemplateVersion', 'UpdateAutoScalingGroup'],
    'mixed-override-template': ['CreateLaunchTemplateVersion', 'CreateLaunchTemplateVersion', 'UpdateAutoScalingGroup'],
  })
})

describe('an instance type', () => {
  test('is patched in beside the image', async () => {
    const account = new SimulatedAccount()
    const { name } = addGroup(account, { name: 'web' })
    const step = await applyPatchImage(account, { 'instance-type': 'm5.large' })
    expect(failure(step)).toBe('')
    expect(versionNow(account, groupNow(account, name).LaunchTemplate).LaunchTemplateData).toMatchObject({
      ImageId: imagePair(account, 'x86_64').fresh,
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
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', launch })
    account.ledger.clear()
    const step = await applyPatchImage(account, { 'instance-type': type })
    expect(failure(step)).toContain(says)
    expect(changes(account)).toEqual([])
  })
})

describe('with a rollout', () => {
  test.each(['configuration', 'template-latest', 'mixed-override-template'] as const)(
    'a group on %s is patched and rolled in one run',
    async (launch) => {
      const account = new SimulatedAccount()
      const { name, instanceIds, oldImageId, newImageId } = addGroup(account, {
        name: 'web',
        launch,
        balancers: ['target-group'],
      })
      account.ledger.clear()
      const step = await applyPatchImage(account, { rollout: 'respawn' })
      expect(failure(step)).toBe('')
      expect(instanceIdsNow(account, name).filter((id) => instanceIds.includes(id))).toEqual([])
      expect(account.ledger.lowestReady(name)).toBeGreaterThanOrEqual(2)
      expect(step.outputs).toMatchObject({ changed: 'true', 'image-id': newImageId, 'previous-image-id': oldImageId })
      expect((JSON.parse(step.outputs['replaced'] ?? '[]') as string[]).sort()).toEqual(instanceIds)
    },
  )

  test('a dry run plans patch and roll', async () => {
    const account = new SimulatedAccount()
    const { newImageId } = addGroup(account, { name: 'web' })
    account.ledger.clear()
    const step = await applyPatchImage(account, { rollout: 'respawn', 'dry-run': 'true' })
    expect(failure(step)).toBe('')
    expect(changes(account)).toEqual([])
    const actions = (JSON.parse(step.outputs['plan'] ?? '[]') as { action: string }[]).map(({ action }) => action)
    expect(actions.slice(0, 3)).toEqual(['create-version', 'update-group', 'remember'])
    expect(actions.filter((action) => action === 'terminate').length).toBeGreaterThan(0)
    expect(step.outputs['image-id']).toBe(newImageId)
  })
})

test('the plan says what latest took for date, build and version, and the line that it stays in', async () => {
  const account = new SimulatedAccount()
  const { oldImageId, newImageId } = addGroup(account, { name: 'web' })
  const step = await applyPatchImage(account, { 'dry-run': 'true' })
  expect(step.lines).toContain(
    `${oldImageId}: its name fleet-x86_64-20251103 is read with 20251103 as a date; its line is fleet-x86_64-*, and the last in it is fleet-x86_64-20251229 (${newImageId})`,
  )
})

test('an image stays, with the reason, where its name shows nothing of its successors', async () => {
  // It was called current, and its neighbour of another product had become the newest of its family.
  const account = new SimulatedAccount()
  const { name } = addGroup(account, { name: 'web' })
  const seed = (image: string, creationDate: string): string => account.ec2.seedImage({ name: image, creationDate })
  const inUse = seed('k8s-worker-v1.29.3', '2025-11-03T06:00:00Z')
  seed('k8s-worker-v1.30.1', '2025-12-03T06:00:00Z')
  const id = addTemplate(account, 'workers', { ImageId: inUse })
  account.autoScaling.operations.UpdateAutoScalingGroup({
    AutoScalingGroupName: name,
    LaunchTemplate: { LaunchTemplateId: id, Version: '1' },
  })
  account.ledger.clear()
  const step = await applyPatchImage(account)
  expect(failure(step)).toBe('')
  expect(changes(account)).toEqual([])
  const said = JSON.stringify(step.annotations)
  expect(said).toContain(`${inUse} (k8s-worker-v1.29.3) stays: Its name shows no date, build number or commit`)
  expect(said).toContain('Set `image` to `name:<glob>`')
})
