/** The output `changed` is `true` whenever a call has changed anything, however the run ends. */
import { addGroup } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { type ActionRun, runAction } from '../../testing/run-action.ts'
import { applyPatchImage, failure, imagesNow } from '../../testing/launch-state.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const rollBack = (account: SimulatedAccount, inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> =>
  runAction(account, { inputs: { mode: 'rollback', 'auto-scaling-groups': '*', ...inputs }, runId: '2000' })

const statuses = ({ outputs }: ActionRun): readonly string[] =>
  (JSON.parse(outputs['result'] ?? '{}') as { groups: { status: string }[] }).groups.map(({ status }) => status)

const changesOf = ({ ledger }: SimulatedAccount): number => ledger.changes().length

/** Groups that were patched, and not rolled. */
async function patchedOnly(...names: readonly string[]): Promise<SimulatedAccount> {
  const account = new SimulatedAccount()
  for (const name of names) addGroup(account, { name, size: 2, balancers: ['target-group'] })
  expect(failure(await applyPatchImage(account))).toBe('')
  account.ledger.clear()
  return account
}

describe('a rollback after a patch without a roll', () => {
  test('has changed the launch source, though no instance is replaced', async () => {
    const account = await patchedOnly('web')
    const patched = imagesNow(account, 'web')
    const back = await rollBack(account)
    expect(failure(back)).toBe('')
    expect(imagesNow(account, 'web')).not.toEqual(patched)
    expect(back.outputs['changed']).toBe('true')
    expect(back.outputs['replaced']).toBe('[]')
    expect(statuses(back)).toEqual(['patched'])
    expect(back.lines.join('\n')).toMatch(/web: patched: launches from /)
    expect(back.lines.join('\n')).not.toContain('up to date, nothing to do')
  })

  test('would change it, says a dry run, which changes nothing', async () => {
    const account = await patchedOnly('web')
    const planned = await rollBack(account, { 'dry-run': 'true' })
    expect(planned.outputs['changed']).toBe('true')
    expect(statuses(planned)).toEqual(['planned'])
    expect(planned.outputs['plan']).toContain('"action":"relaunch"')
    expect(changesOf(account)).toBe(0)
  })

  test('done again changes nothing', async () => {
    const account = await patchedOnly('web')
    await rollBack(account)
    const again = await rollBack(account)
    expect(again.outputs['changed']).toBe('false')
  })
})

describe('a rollback that ends before its roll begins', () => {
  test('because AWS refuses the second group tells what it has changed of the first', async () => {
    const account = await patchedOnly('api', 'web')
    account.faults.inject({
      action: 'autoscaling:UpdateAutoScalingGroup',
      fault: { kind: 'refusal', code: 'AccessDenied', status: 403 },
      skip: 1,
    })
    const back = await rollBack(account)
    expect(back.failed).toBe(true)
    expect(back.outputs['changed']).toBe('true')
    expect(statuses(back)).toEqual(['patched', 'failed'])
  })

  test('because AWS refuses the only group, after the tag that remembers it', async () => {
    const account = await patchedOnly('web')
    account.faults.deny('autoscaling:UpdateAutoScalingGroup')
    const back = await rollBack(account)
    expect(back.failed).toBe(true)
    expect(changesOf(account)).toBe(1)
    expect(back.outputs['changed']).toBe('true')
    expect(statuses(back)).toEqual(['failed'])
  })

  test('because there is no room tells that the launch source is back', async () => {
    const account = await patchedOnly('web')
    account.faults.deny('ec2:DescribeSubnets')
    const back = await rollBack(account)
    expect(changesOf(account)).toBeGreaterThan(0)
    expect(back.outputs['changed']).toBe('true')
  })

  test('because even the tag was refused has changed nothing', async () => {
    const account = await patchedOnly('web')
    account.faults.deny('autoscaling:CreateOrUpdateTags')
    const back = await rollBack(account)
    expect(back.failed).toBe(true)
    expect(back.outputs['changed']).toBe('false')
  })
})

test.each([
  { effect: 'done', changed: 'true' },
  { effect: 'not done', changed: 'true' },
] as const)('a patch whose every answer is lost ($effect) may have changed something, and says so', async (row) => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web' })
  account.faults.inject({
    action: 'ec2:CreateLaunchTemplateVersion',
    fault: { kind: 'reset' },
    effect: row.effect,
  })
  const step = await applyPatchImage(account)
  expect(step.failed).toBe(true)
  expect(step.outputs['changed']).toBe(row.changed)
})

test('a patch that AWS refuses has changed nothing', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web' })
  account.faults.deny('ec2:CreateLaunchTemplateVersion')
  const step = await applyPatchImage(account)
  expect(step.failed).toBe(true)
  expect(step.outputs['changed']).toBe('false')
})

test('a patch whose second call is refused, where the first has made a version, has changed something', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web' })
  // As an emulator that does not know `SourceVersion`: what comes back lacks fields, and the version is made again.
  const { operations } = account.ec2
  const { CreateLaunchTemplateVersion } = operations
  let made = 0
  Object.assign(operations, {
    CreateLaunchTemplateVersion: (input: { LaunchTemplateData: object }) => {
      const answer = CreateLaunchTemplateVersion(input as never)
      if (made++ > 0) return answer
      const { LaunchTemplateVersion } = answer
      return {
        ...answer,
        LaunchTemplateVersion: { ...LaunchTemplateVersion, LaunchTemplateData: input.LaunchTemplateData },
      }
    },
  })
  account.faults.inject({
    action: 'ec2:CreateLaunchTemplateVersion',
    fault: { kind: 'refusal', code: 'UnauthorizedOperation', status: 403 },
    skip: 1,
  })
  const step = await applyPatchImage(account)
  expect(made).toBe(1)
  expect(step.failed).toBe(true)
  expect(step.outputs['changed']).toBe('true')
})
