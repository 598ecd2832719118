import { imagePair } from '../../simulator/scenario-images.ts'
import { addGroup, addSenzaStack } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { failure, groupNow, imagesNow, applyPatchImage, versionNumbers, warnings } from '../../testing/launch-state.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

test('a stack that would undo the patch is named with the property', async () => {
  const account = new SimulatedAccount()
  const { name } = addSenzaStack(account, {})
  const step = await applyPatchImage(account, { 'auto-scaling-groups': '', stacks: 'mystack v1' })
  expect(failure(step)).toBe('')
  const sentence =
    'The CloudFormation stack mystack-v1 would undo this: its next update may set `LaunchConfigurationName` of the resource AppServer back.'
  expect(warnings(step)).toContain(sentence)
  expect(step.summary).toContain('mystack-v1 would undo this')
  expect(JSON.stringify(JSON.parse(step.outputs['result'] ?? ''))).toContain(sentence)
  expect(imagesNow(account, name)).toEqual([imagePair(account, 'x86_64').fresh])
})

test.each([{ given: {} }, { given: { 'dry-run': 'true' } }, { given: { rollout: 'respawn' } }])(
  'the summary names once what would undo the patch: $given',
  async ({ given }) => {
    const account = new SimulatedAccount()
    addSenzaStack(account, {})
    const { summary } = await applyPatchImage(account, { 'auto-scaling-groups': '', stacks: 'mystack v1', ...given })
    expect(summary.match(/mystack-v1 would undo this/g)).toHaveLength(1)
  },
)

test('a template managed by Terraform is named with the property, for a group that follows it', async () => {
  const account = new SimulatedAccount()
  const { name } = addGroup(account, { name: 'web', launch: 'template-latest' })
  const id = groupNow(account, name).LaunchTemplate?.LaunchTemplateId ?? ''
  account.ec2.operations.CreateTags({ Resources: [id], Tags: [{ Key: 'ManagedBy', Value: 'terraform' }] })
  const step = await applyPatchImage(account)
  expect(warnings(step)).toContain(
    'Terraform would undo this: its next apply sets `image_id` of the launch template web',
  )
})

test('where AWS refuses one group, the others are patched and the next run does the rest', async () => {
  const account = new SimulatedAccount()
  for (const name of ['api', 'web']) addGroup(account, { name })
  const broken = 'AccessDenied'
  account.faults.inject({
    action: 'autoscaling:UpdateAutoScalingGroup',
    fault: { kind: 'refusal', code: broken },
    times: 1,
  })
  const first = await applyPatchImage(account)
  expect(first.failed).toBe(true)
  expect(first.outputs['changed']).toBe('true')
  expect(first.summary).toContain('not patched twice')
  const images = [...imagesNow(account, 'api'), ...imagesNow(account, 'web')]
  expect(images.filter((id) => id === imagePair(account, 'x86_64').fresh)).toHaveLength(1)
  const second = await applyPatchImage(account)
  expect(failure(second)).toBe('')
  for (const name of ['api', 'web']) {
    expect(imagesNow(account, name)).toEqual([imagePair(account, 'x86_64').fresh])
    expect(versionNumbers(account, groupNow(account, name).LaunchTemplate?.LaunchTemplateId ?? '')).toEqual([1, 2])
  }
})

test('a version that AWS does not know at once is waited for', async () => {
  const account = new SimulatedAccount()
  const { name } = addGroup(account, { name: 'web' })
  account.faults.inject({
    action: 'autoscaling:UpdateAutoScalingGroup',
    fault: {
      kind: 'refusal',
      code: 'ValidationError',
      message:
        'You must use a valid fully-formed launch template. Could not find the specified version 2 for the launch template with ID lt-1.',
    },
    times: 3,
  })
  expect(failure(await applyPatchImage(account))).toBe('')
  expect(imagesNow(account, name)).toEqual([imagePair(account, 'x86_64').fresh])
})
