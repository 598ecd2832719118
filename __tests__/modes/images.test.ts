import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditRecord } from '../../src/report/results/audit-record.ts'
import { addGroup, addSenzaStack, type LaunchKind } from '../../simulator/scenario.ts'
import { imagePair } from '../../simulator/scenario-images.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { runAction } from '../../testing/run-action.ts'
import { twoRegions } from '../two-regions.ts'

const audit = async (account: SimulatedAccount, inputs: Readonly<Record<string, string>> = {}) => {
  account.ledger.clear()
  const step = await runAction(account, { inputs: { mode: 'images', 'report-path': 'report.json', ...inputs } })
  const { rows } = JSON.parse(step.files['report.json'] ?? '{"rows":[]}') as { rows: readonly AuditRecord[] }
  const operations = account.ledger.entries.map(({ operation }) => operation)
  return { ...step, rows, operations, reported: rows.map(reportOf) }
}

/** A row in short: its group or instance, verdict, days behind, and instances. */
const reportOf = ({ group, instanceId, verdict, daysBehind, instances }: AuditRecord): string =>
  `${group ?? instanceId ?? ''} ${verdict} ${daysBehind ?? '?'} ${instances}`

/** A launch template in an account, and the settings of a group that launches its version 1. */
const launching = (account: SimulatedAccount, name: string, imageId: string, more: object = {}) => {
  const { LaunchTemplate } = account.ec2.operations.CreateLaunchTemplate({
    LaunchTemplateName: name,
    LaunchTemplateData: { ImageId: imageId, InstanceType: 't3.micro', ...more },
  })
  return { LaunchTemplate: { LaunchTemplateId: LaunchTemplate?.LaunchTemplateId, Version: '1' } }
}

const runInstance = (account: SimulatedAccount, imageId: string, tags: Readonly<Record<string, string>>): string => {
  const { Instances } = account.ec2.operations.RunInstances({
    ImageId: imageId,
    InstanceType: 't3.micro',
    MinCount: 1,
    MaxCount: 1,
  })
  const id = Instances?.[0]?.InstanceId ?? ''
  account.ec2.tag(id, tags)
  account.timeline.advance(120)
  return id
}

const kinds: readonly LaunchKind[] = [
  'configuration',
  'template-number',
  'template-latest',
  'template-default',
  'mixed',
  'mixed-override-template',
]

// The newer image is of 29 December 2025, the account's time 5 January 2026.
describe.each(kinds)('a group on %s', (launch) => {
  test('that launches the old image is stale, also while it runs nothing', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'empty', launch, size: 0 })
    addGroup(account, { name: 'web', launch })
    const { rows, outputs, failed } = await audit(account)
    const [base] = rows.filter(({ imageName }) => imageName === 'fleet-x86_64-20251103')
    expect(base).toMatchObject({
      region: 'eu-west-1',
      group: 'empty',
      verdict: 'stale',
      daysBehind: 7,
      instances: 0,
      imageName: 'fleet-x86_64-20251103',
      imageCreatedAt: '2025-11-03T06:00:00Z',
      imageOwner: '123456789012',
      newestImageName: 'fleet-x86_64-20251229',
      state: 'available',
    })
    expect(rows.filter(({ group }) => group === 'web').reduce((sum, { instances }) => sum + instances, 0)).toBe(2)
    // With a template of its own the arm64 override is a row of its own, against the arm64 family.
    const arm = rows.filter(({ imageName }) => imageName === 'fleet-arm64-20251103')
    expect(arm.map(({ newestImageName }) => newestImageName)).toEqual(
      launch === 'mixed-override-template' ? ['fleet-arm64-20251229', 'fleet-arm64-20251229'] : [],
    )
    expect(outputs['stale']).toBe('["empty","web"]')
    expect(outputs['stale-count']).toBe('2')
    expect(failed).toBe(false)
  })

  test('that was patched and not rolled is unrolled, and after a roll current', async () => {
    const account = new SimulatedAccount()
    const { oldImageId, newImageId } = addGroup(account, { name: 'web', launch, outdated: true })
    const before = await audit(account)
    expect(before.rows.filter(({ verdict }) => verdict !== 'current')).toMatchObject([
      { verdict: 'unrolled', imageId: oldImageId, newestImageId: newImageId, instances: 2, daysBehind: 7 },
    ])
    expect(JSON.parse(before.outputs['matrix'] ?? '')).toEqual({
      include: [
        {
          region: 'eu-west-1',
          group: 'web',
          'image-id': oldImageId,
          'newest-image-id': newImageId,
          'days-behind': 7,
          verdict: 'unrolled',
        },
      ],
    })
    const roll = await runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': 'web' } })
    expect(roll.annotations).toEqual([])
    const after = await audit(account)
    expect(after.rows.map(({ verdict }) => verdict)).not.toContain('unrolled')
    expect(after.outputs['stale']).toBe('[]')
    expect(after.outputs['matrix']).toBe('{"include":[]}')
    expect(after.summary).toContain('## ✅ Fleet Patch: the group is not behind')
  })
})

test.each(['configuration', 'mixed-override-template'] as const)(
  'a group on %s is stale, then patched and rolled, then current',
  async (launch) => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', launch })
    const before = await audit(account)
    const { include } = JSON.parse(before.outputs['matrix'] ?? '') as { include: Record<string, string>[] }
    expect(include).toMatchObject([{ group: 'web', verdict: 'stale' }])
    const patch = await runAction(account, {
      inputs: {
        mode: 'patch-image',
        rollout: 'respawn',
        'aws-region': include[0]?.['region'] ?? '',
        'auto-scaling-groups': include[0]?.['group'] ?? '',
      },
    })
    expect(patch.failed).toBe(false)
    const after = await audit(account)
    expect(after.rows.map(({ verdict }) => verdict)).toEqual(after.rows.map(() => 'current'))
    expect(after.rows.reduce((sum, { instances }) => sum + instances, 0)).toBe(2)
  },
)

test('a group that was rolled a moment ago is current, though its old instances still drain', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', launch: 'template-latest', balancers: ['target-group'], outdated: true })
  await runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': 'web' } })
  expect(account.autoScaling.capacity('web').leaving).toBeGreaterThan(0)
  const { reported } = await audit(account)
  expect(reported).toEqual(['web current 0 2'])
})

test('the audit reads only, and each thing once', async () => {
  const account = new SimulatedAccount()
  for (const launch of kinds) addGroup(account, { name: launch, launch, outdated: true })
  const { operations } = await audit(account)
  expect(account.ledger.changes()).toEqual([])
  expect(operations.sort()).toEqual([
    'AssumeRoleWithWebIdentity',
    'DescribeAutoScalingGroups',
    'DescribeImages',
    'DescribeImages',
    'DescribeInstances',
    'DescribeLaunchConfigurations',
    'DescribeLaunchTemplateVersions',
    'GetCallerIdentity',
  ])
})

test('images that are gone, deregistered, disabled or deprecated are distinguished', async () => {
  const account = new SimulatedAccount({ behaviour: { staleSeconds: 60 } })
  const seed = (name: string, more: object = {}): string =>
    account.ec2.seedImage({ name: `${name}-20250101`, creationDate: '2025-01-01', ...more })
  const [gone, deregistered, disabled, deprecated] = ['gone', 'deregistered', 'disabled', 'deprecated'].map((name) =>
    seed(name),
  ) as [string, string, string, string]
  const images = { gone, deregistered, disabled, deprecated }
  for (const [name, image] of Object.entries(images)) {
    const source = launching(account, name, image)
    account.timeline.advance(61)
    addGroup(account, { name, size: 1, settings: source })
  }
  account.ec2.operations.DisableImage({ ImageId: disabled })
  account.ec2.operations.EnableImageDeprecation({
    ImageId: deprecated,
    DeprecateAt: new Date(account.timeline.now * 1000 + 60_000),
  })
  account.ec2.operations.DeregisterImage({ ImageId: gone })
  account.timeline.advance(3600)
  account.ec2.operations.DeregisterImage({ ImageId: deregistered })
  const { rows } = await audit(account)
  const reported = Object.fromEntries(
    rows.map(({ group, state, verdict, reason }) => [group, [state, verdict, reason]]),
  )
  expect(reported).toEqual({
    gone: ['missing', 'unknown', expect.stringContaining('gone, not shared')],
    deregistered: ['deregistered', 'unknown', expect.stringContaining('was deregistered')],
    disabled: ['disabled', 'unknown', expect.stringContaining('It is disabled')],
    deprecated: ['deprecated', 'unknown', expect.stringContaining('It is deprecated')],
  })
})

test('an override that brings an image of its own is judged by that image', async () => {
  const account = new SimulatedAccount()
  const [x86, arm] = [imagePair(account, 'x86_64'), imagePair(account, 'arm64')]
  const { LaunchTemplate } = launching(account, 'base', x86.fresh)
  const policy = {
    LaunchTemplate: {
      LaunchTemplateSpecification: LaunchTemplate,
      Overrides: [{ InstanceType: 't3.micro' }, { InstanceType: 't4g.micro', ImageId: arm.old }],
    },
  }
  addGroup(account, { name: 'web', launch: 'mixed', size: 1, settings: { MixedInstancesPolicy: policy } })
  const { rows } = await audit(account)
  expect(rows).toMatchObject([
    { group: 'web', imageId: arm.old, verdict: 'stale', newestImageId: arm.fresh },
    { group: 'web', imageId: x86.fresh, verdict: 'current' },
  ])
})

test('instances outside of any group have their own rows, with stack and name', async () => {
  const account = new SimulatedAccount()
  const { old, fresh } = imagePair(account, 'x86_64')
  const bastion = runInstance(account, old, { Name: 'odd-eu-west-1a', 'aws:cloudformation:stack-name': 'odd-v1' })
  const plain = runInstance(account, fresh, {})
  const ended = runInstance(account, old, {})
  account.ec2.operations.TerminateInstances({ InstanceIds: [ended] })
  const stopped = runInstance(account, old, { Name: 'stopped' })
  account.ec2.operations.StopInstances({ InstanceIds: [stopped] })
  const { rows, outputs } = await audit(account)
  expect(rows).toHaveLength(3)
  expect(rows.find(({ instanceId }) => instanceId === bastion)).toMatchObject({
    group: null,
    instanceName: 'odd-eu-west-1a',
    stack: 'odd-v1',
    verdict: 'stale',
    instances: 1,
    daysBehind: 7,
  })
  expect(rows.find(({ instanceId }) => instanceId === plain)).toMatchObject({ verdict: 'current', stack: null })
  expect(rows.find(({ instanceId }) => instanceId === stopped)).toMatchObject({ verdict: 'stale' })
  // A later job cannot patch them as groups.
  expect(outputs).toMatchObject({ stale: '[]', 'stale-count': '0', groups: '[]' })
})

describe('a selector', () => {
  const scene = (): { account: SimulatedAccount; bastion: string } => {
    const account = new SimulatedAccount()
    addSenzaStack(account, { stack: 'web', version: 'v1', name: 'web-v1', tags: { Team: 'a' } })
    addSenzaStack(account, { stack: 'api', version: 'v2', name: 'api-v2', tags: { Team: 'b' } })
    const bastion = runInstance(account, imagePair(account, 'x86_64').old, {
      'aws:cloudformation:stack-name': 'odd-v1',
      Team: 'a',
    })
    return { account, bastion }
  }

  test.each<{ name: string; inputs: Readonly<Record<string, string>>; found: readonly string[] }>([
    { name: 'nothing means everything', inputs: {}, found: ['bastion', 'api-v2', 'web-v1'] },
    { name: 'groups mean no instance outside of them', inputs: { 'auto-scaling-groups': 'w*' }, found: ['web-v1'] },
    { name: 'a stack of a group', inputs: { stacks: 'api v2' }, found: ['api-v2'] },
    { name: 'a stack without a group', inputs: { stacks: 'odd' }, found: ['bastion'] },
    { name: 'a stack with a group and one without', inputs: { stacks: 'odd v1\nweb' }, found: ['bastion', 'web-v1'] },
    { name: 'tags of both', inputs: { tags: 'Team=a' }, found: ['bastion', 'web-v1'] },
    { name: 'stack and tags together', inputs: { stacks: 'odd', tags: 'Team=a' }, found: ['bastion'] },
  ])('$name', async ({ inputs, found }) => {
    const { account, bastion } = scene()
    const { rows, annotations } = await audit(account, inputs)
    expect(annotations).toEqual([])
    expect(rows.map(({ group, instanceId }) => (instanceId === bastion ? 'bastion' : group))).toEqual(found)
    // A classic load balancer and two instances each.
    for (const { group, instances } of rows) expect(instances).toBe(group === null ? 1 : 2)
  })

  test.each<{ name: string; inputs: Readonly<Record<string, string>>; message: string }>([
    {
      name: 'an entry that matches nothing is named',
      inputs: { stacks: 'web\nwbe' },
      message: 'No Auto Scaling group in eu-west-1 matches "wbe" (`stacks`).',
    },
    {
      name: 'entries that match nothing together are refused',
      inputs: { stacks: 'web', tags: 'Team=b' },
      message: 'No Auto Scaling group in eu-west-1 matches all that is asked for.',
    },
  ])('$name', async ({ inputs, message }) => {
    const { failed, annotations, rows } = await audit(scene().account, inputs)
    expect(failed).toBe(true)
    expect(annotations[0]?.message).toContain(message)
    expect(rows).toEqual([])
  })
})

describe('two regions', () => {
  const scene = (): SimulatedAccount => {
    const [ireland, virginia] = [new SimulatedAccount(), new SimulatedAccount({ region: 'us-east-1', seed: 2 })]
    addGroup(ireland, { name: 'web', outdated: true })
    addGroup(virginia, { name: 'web' })
    addGroup(virginia, { name: 'api' })
    return twoRegions(ireland, virginia)
  }
  const regions = { 'aws-region': 'eu-west-1\nus-east-1' }

  test('are audited in one run, each with its own account check', async () => {
    const { rows, outputs, summary, lines } = await audit(scene(), regions)
    expect(rows.map(({ region, group, verdict }) => `${region} ${group} ${verdict}`)).toEqual([
      'us-east-1 api stale',
      'us-east-1 web stale',
      'eu-west-1 web unrolled',
      'eu-west-1 web current',
    ])
    expect(outputs).toMatchObject({ groups: '["web","api"]', stale: '["api","web"]', 'stale-count': '3' })
    expect(JSON.parse(outputs['matrix'] ?? '')).toMatchObject({
      include: [{ region: 'us-east-1' }, { region: 'us-east-1' }, { region: 'eu-west-1', group: 'web' }],
    })
    expect(JSON.parse(outputs['result'] ?? '')).toMatchObject({ audit: { regions: ['eu-west-1', 'us-east-1'] } })
    expect(summary).toContain('regions `eu-west-1`, `us-east-1`; 3 groups, 6 instances')
    expect(summary).toMatch(/`ec2:DescribeInstances` \| 2 \|/)
    expect(lines.filter((line) => line.startsWith('Account 123456789012 in '))).toHaveLength(2)
  })

  test('an entry needs to match in one of them', async () => {
    const { rows, annotations } = await audit(scene(), { ...regions, 'auto-scaling-groups': 'api' })
    expect(annotations).toEqual([])
    expect(rows).toMatchObject([{ region: 'us-east-1', group: 'api' }])
    const nowhere = await audit(scene(), { ...regions, 'auto-scaling-groups': 'api\nnowhere' })
    expect(nowhere.annotations[0]?.message).toContain('in eu-west-1, us-east-1 matches "nowhere"')
  })
})

describe('an image behind a parameter', () => {
  const scene = (): SimulatedAccount => {
    const account = new SimulatedAccount()
    const { old } = imagePair(account, 'x86_64')
    account.ssm.operations.PutParameter({ Name: '/images/web', Value: old, Type: 'String' })
    const settings = launching(account, 'aliased', 'resolve:ssm:/images/web')
    addGroup(account, { name: 'aliased', settings })
    return account
  }

  test('is looked up, and with a changed parameter the instances are unrolled', async () => {
    const account = scene()
    const { old, fresh } = imagePair(account, 'x86_64')
    const before = await audit(account)
    expect(before.rows).toMatchObject([{ imageId: old, verdict: 'stale', instances: 2 }])
    expect(before.operations.filter((operation) => operation === 'GetParameters')).toHaveLength(1)
    account.ssm.operations.PutParameter({ Name: '/images/web', Value: fresh, Overwrite: true })
    expect((await audit(account)).reported).toEqual(['aliased unrolled 7 2', 'aliased current 0 0'])
  })

  test('that may not be read is unknown with the reason, and all others are audited', async () => {
    const account = scene()
    addGroup(account, { name: 'web' })
    account.faults.deny('ssm:GetParameters')
    const { rows, failed } = await audit(account)
    expect(failed).toBe(false)
    const [unknown] = rows.filter(({ verdict }) => verdict === 'unknown')
    expect(unknown).toMatchObject({ group: 'aliased', imageId: null })
    expect(unknown?.reason).toMatch(
      /^Version 1 of the launch template aliased takes its image from the parameter \/images\/web, which could not be read: .*ssm:GetParameters/,
    )
    expect(rows).toContainEqual(expect.objectContaining({ group: 'web', verdict: 'stale' }))
  })
})

test('a launch template that was deleted makes its group unknown, and its instances are judged alone', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web' })
  const { sourceNames } = addGroup(account, { name: 'lost' })
  account.ec2.operations.DeleteLaunchTemplate({ LaunchTemplateName: sourceNames[0] })
  const { rows } = await audit(account)
  expect(rows.filter(({ group }) => group === 'lost')).toMatchObject([
    { verdict: 'stale', instances: 2 },
    {
      verdict: 'unknown',
      reason: expect.stringMatching(/^Version 1 of the launch template lt-\w+ does not exist\.$/) as string,
    },
  ])
})

describe('`image`', () => {
  test('a name instead of the family decides what is newest', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web' })
    const stable = account.ec2.seedImage({ name: 'stable-2', creationDate: '2025-12-01' })
    account.ec2.seedImage({ name: 'stable-1', creationDate: '2025-11-20' })
    const { rows } = await audit(account, { image: 'name:stable-*' })
    expect(rows).toMatchObject([{ verdict: 'stale', newestImageId: stable, daysBehind: 46 }])
  })

  test('of two ids each architecture takes the fitting one', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', launch: 'mixed-override-template', outdated: true })
    const [x86, arm] = [imagePair(account, 'x86_64'), imagePair(account, 'arm64')]
    const { rows } = await audit(account, { image: `${x86.old}\n${arm.fresh}` })
    expect(new Map(rows.map(({ imageId, verdict }) => [imageId, verdict]))).toEqual(
      new Map([
        [x86.old, 'current'],
        [x86.fresh, 'stale'],
        [arm.fresh, 'current'],
      ]),
    )
  })

  test('a parameter names it', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web' })
    const { fresh } = imagePair(account, 'x86_64')
    account.ssm.operations.PutParameter({ Name: '/golden', Value: fresh, Type: 'String' })
    expect((await audit(account, { image: 'ssm:/golden' })).rows).toMatchObject([
      { verdict: 'stale', newestImageId: fresh },
    ])
    const missing = await audit(account, { image: 'ssm:/silver' })
    expect(missing.rows).toMatchObject([{ verdict: 'unknown', reason: expect.stringContaining('/silver') as string }])
  })

  test('images of other owners are searched where they are allowed', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web' })
    const foreign = account.ec2.seedImage({
      name: 'fleet-x86_64-20260101',
      creationDate: '2026-01-01',
      ownerId: '999999999999',
      visibility: 'shared',
    })
    expect((await audit(account)).rows).toMatchObject([{ newestImageName: 'fleet-x86_64-20251229' }])
    const { rows } = await audit(account, { 'image-owners': 'self\n999999999999' })
    expect(rows).toMatchObject([{ newestImageId: foreign, daysBehind: 7 }])
  })
})

describe('`max-days-behind`', () => {
  test('fails the step after all outputs are written, and names the rows over the limit', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web' })
    const lone = runInstance(account, imagePair(account, 'x86_64').old, { Name: 'bastion' })
    const step = await audit(account, { 'max-days-behind': '6' })
    expect(step.failed).toBe(true)
    expect(step.annotations).toHaveLength(1)
    expect(step.annotations[0]?.message).toContain(
      'More than 6 days behind: 1 group and 1 instance outside of any group.',
    )
    expect(step.annotations[0]?.message).toContain('web (eu-west-1): 7 days')
    expect(step.annotations[0]?.message).toContain(`instance ${lone} (bastion, eu-west-1, in no group): 7 days`)
    expect(step.rows).toHaveLength(2)
    expect(step.outputs).toMatchObject({ stale: '["web"]', 'stale-count': '1' })
    expect(step.summary).toContain(
      '## ❌ Fleet Patch: 1 of 1 group is behind and 1 instance outside of any group is stale, the worst by 7 days',
    )
    expect(step.summary).toContain('### Images in use')
  })

  test('does not fail at exactly this number of days', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web' })
    expect((await audit(account, { 'max-days-behind': '7' })).failed).toBe(false)
  })
})

describe('`max-image-age-days`', () => {
  test('fails the step for what is the newest as well, beside what is behind', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web' })
    const { fresh } = imagePair(account, 'x86_64')
    const lone = runInstance(account, fresh, { Name: 'bastion' })
    const step = await audit(account, { 'max-image-age-days': '6', 'max-days-behind': '6' })
    expect(step.failed).toBe(true)
    expect(step.annotations).toHaveLength(1)
    const message = step.annotations[0]?.message
    expect(message).toContain('More than 6 days behind: 1 group.')
    expect(message).toContain('Image older than 6 days: 1 group and 1 instance outside of any group.')
    expect(message).toContain('web (eu-west-1): image of 63 days')
    expect(message).toContain(`instance ${lone} (bastion, eu-west-1, in no group): image of 7 days`)
    expect(message).toContain('or raise `max-days-behind` and `max-image-age-days`')
    expect(step.rows).toHaveLength(2)
  })

  test('does not fail at exactly this number of days', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web' })
    expect((await audit(account, { 'max-image-age-days': '63' })).failed).toBe(false)
  })
})

describe('rows for instances', () => {
  test('have id, launch time, image, its age, days behind, account, region, group, stack and owner', async () => {
    const account = new SimulatedAccount()
    const { instanceIds } = addGroup(account, { name: 'web', outdated: true })
    addGroup(account, { name: 'idle', size: 0 })
    account.ec2.operations.CreateTags({ Resources: [instanceIds[0] ?? ''], Tags: [{ Key: 'owner', Value: 'team-a' }] })
    account.autoScaling.operations.CreateOrUpdateTags({
      Tags: [
        {
          ResourceId: 'web',
          ResourceType: 'auto-scaling-group',
          Key: 'Owner',
          Value: 'team-b',
          PropagateAtLaunch: false,
        },
      ],
    })
    const lone = runInstance(account, imagePair(account, 'x86_64').old, { Name: 'bastion', Owner: 'team-c' })
    const { rows, outputs } = await audit(account, { 'report-rows': 'instances' })
    const ofWeb = rows.filter(({ group, instanceId }) => group === 'web' && instanceId !== null)
    expect(new Set(ofWeb.map(({ instanceId }) => instanceId))).toEqual(new Set(instanceIds))
    expect(ofWeb).toHaveLength(instanceIds.length)
    const launched = account.ec2.operations.DescribeInstances({ InstanceIds: [lone] }).Reservations?.[0]?.Instances?.[0]
    expect(rows.find(({ instanceId }) => instanceId === lone)).toMatchObject({
      instanceName: 'bastion',
      account: account.account,
      region: 'eu-west-1',
      group: null,
      imageAgeDays: 63,
      daysBehind: 7,
      ownerTag: 'team-c',
      launchedAt: launched?.LaunchTime?.toISOString().replace('.000Z', 'Z'),
    })
    expect(new Set(ofWeb.map(({ ownerTag }) => ownerTag))).toEqual(new Set(['team-a', 'team-b']))
    expect(ofWeb.every((row) => row['account'] === account.account && row['instances'] === 1)).toBe(true)
    expect(rows.find(({ group }) => group === 'idle')).toMatchObject({ instanceId: null, instances: 0 })
    // Later jobs work on groups.
    expect(outputs['stale-count']).toBe('2')
  })

  test('count in limits by group', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web' })
    const step = await audit(account, { 'report-rows': 'instances', 'max-days-behind': '0' })
    expect(step.annotations[0]?.message).toContain('More than 0 days behind: 1 group.')
  })

  test('need no call more than rows for groups', async () => {
    const calls = await Promise.all(
      ['groups', 'instances'].map(async (rows) => {
        const account = new SimulatedAccount()
        addGroup(account, { name: 'web' })
        account.ledger.clear()
        await audit(account, { 'report-rows': rows })
        return account.ledger.entries.map(({ operation }) => operation)
      }),
    )
    expect(calls[1]).toEqual(calls[0])
  })
})

test.each(['report.txt', 'report', 'report.json.bak'])('a report cannot be called %s', async (path) => {
  const { failed, annotations, files } = await audit(new SimulatedAccount(), { 'report-path': path })
  expect(failed).toBe(true)
  expect(annotations[0]?.message).toContain(
    `\`report-path\` is \`${path}\` but must end in one of \`.tsv\`, \`.csv\`, \`.json\`, \`.jsonl\`.`,
  )
  expect(files).toEqual({})
})

test('a group that is being deleted is left out, with its instances', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web' })
  addGroup(account, { name: 'leaving' })
  account.autoScaling.operations.DeleteAutoScalingGroup({ AutoScalingGroupName: 'leaving', ForceDelete: true })
  expect((await audit(account)).reported).toEqual(['web stale 7 2'])
})

test('names from AWS break neither the log nor the summary nor a report', async () => {
  const account = new SimulatedAccount()
  const name = '::error::x\t|`<b>'
  const id = runInstance(account, imagePair(account, 'x86_64').old, { Name: name })
  const { lines, summary, rows } = await audit(account)
  expect(rows).toMatchObject([{ instanceId: id, instanceName: name }])
  expect(lines.filter((line) => line.startsWith('::'))).toEqual([])
  expect(summary.split('\n').filter((line) => line.startsWith('| 7 |'))).toHaveLength(1)
  expect(summary.replace(/`[^`]*`/g, '')).not.toContain('<b>')
})

test('an empty region is no failure', async () => {
  const { failed, summary, outputs } = await audit(new SimulatedAccount(), { 'max-days-behind': '0' })
  expect(failed).toBe(false)
  expect(outputs).toMatchObject({ groups: '[]', stale: '[]', 'stale-count': '0' })
  expect(summary).toContain('there is no group and no instance')
})

test('an image that the account would not allow is named as such, whatever the verdict', async () => {
  const account = new SimulatedAccount()
  const seed = (name: string): string =>
    account.ec2.seedImage({
      name,
      ownerId: '999999999999',
      visibility: 'public',
      creationDate: '2025-12-01T00:00:00Z',
      demands: { allowed: 'in audit mode' },
    })
  const [older] = [seed('vendor-20251101'), seed('vendor-20251201'), seed('other-20251201')]
  const [, , other] = [...(account.ec2.operations.DescribeImages({ Owners: ['999999999999'] }).Images ?? [])]
  runInstance(account, older ?? '', { Name: 'stale' })
  runInstance(account, other?.ImageId ?? '', { Name: 'current' })
  const { rows } = await audit(account)
  const said = Object.fromEntries(rows.map(({ verdict, reason }) => [verdict, reason]))
  const text =
    'is not allowed by the Allowed AMIs settings of the account, which are in audit mode: once they are enabled'
  expect(said['stale']).toContain(text)
  expect(said['current']).toContain(text)
})

describe('an auditor', () => {
  const scene = (): SimulatedAccount => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', size: 3, outdated: true, tags: { Owner: 'team-web' } })
    return account
  }

  test('finds each instance with its launch, image, age and owner in summary and log', async () => {
    const account = scene()
    const { summary, lines, rows } = await audit(account, { 'report-rows': 'instances' })
    const ids = rows.flatMap(({ instanceId }) => instanceId ?? [])
    expect(ids).toHaveLength(3)
    expect(summary).toContain('| Days behind | Verdict | Group | Instance | Launched | Owner tag | Image |')
    for (const id of ids) {
      expect(summary).toMatch(
        new RegExp(
          `\\| 7 \\| 🟠 unrolled \\| \\[web\\]\\S+ \\| \\[${id}\\]\\S+ \\| 2026-01-05 \\| team-web \\| .*2025-11-03 \\| 63 \\|`,
          'u',
        ),
      )
      expect(lines.join('\n')).toContain(`on ${id}, next`)
    }
    // What is launched and runs no instance has none.
    expect(rows.filter(({ instanceId }) => instanceId === null)).toMatchObject([{ verdict: 'current', instances: 0 }])
  })

  test('sees no columns of instances where rows are groups', async () => {
    const { summary } = await audit(scene())
    expect(summary).toContain('| Days behind | Verdict | Group | Image |')
  })

  test('is told once what no limit can be held against', async () => {
    const account = scene()
    const gone = account.ec2.seedImage({ name: 'gone-20240101', creationDate: '2024-01-01' })
    runInstance(account, gone, { Name: 'old' })
    runInstance(account, gone, { Name: 'older' })
    account.ec2.operations.DeregisterImage({ ImageId: gone })
    account.timeline.advance(8000)
    const limits = { 'max-days-behind': '30', 'max-image-age-days': '90', 'report-rows': 'instances' }
    const { annotations, failed, lines } = await audit(account, limits)
    expect(failed).toBe(false)
    expect(annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      expect.stringMatching(
        /^warning: `max-days-behind` and `max-image-age-days` were not held against 2 instances, since too little is known of the image: instance i-\w+ \(old.*\), instance i-\w+ \(old.*\)\.$/u,
      ),
    ])
    // Two instances, and one image.
    expect(lines.join('\n')).toContain('1 image in use cannot be judged')
    const { annotations: quiet } = await audit(account)
    expect(quiet).toEqual([])
  })

  test('puts reports of several accounts together as docs/audit.md says', async () => {
    const texts: string[] = []
    for (const name of ['one', 'two']) {
      const account = scene()
      addGroup(account, { name, tags: { Owner: 'a "quoted",\nname' } })
      const step = await audit(account, { 'report-rows': 'instances', 'report-path': 'images.csv' })
      texts.push(step.files['images.csv'] ?? '')
    }
    const folder = mkdtempSync(join(tmpdir(), 'reports-'))
    for (const [index, text] of texts.entries()) writeFileSync(join(folder, `images-${index}.csv`), text)
    const docs = readFileSync('docs/audit.md', 'utf8')
    const [, command = ''] = /- run: (awk .*)$/mu.exec(docs) ?? []
    execFileSync('sh', ['-c', command], { cwd: folder })
    const [head = ''] = (texts[0] ?? '').split('\r\n')
    const bodies = texts.map((text) => text.slice(head.length + 2))
    expect(readFileSync(join(folder, 'images.csv'), 'utf8')).toBe(`${head}\r\n${bodies.join('')}`)
    expect(head).toContain('account,launchedAt,imageAgeDays,ownerTag')
    rmSync(folder, { recursive: true })
  })
})
