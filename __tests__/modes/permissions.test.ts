import { readFileSync } from 'node:fs'
import { addGroup, type GroupPlan } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { runAction } from '../../testing/run-action.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const policy = JSON.parse(readFileSync(new URL('../../docs/iam/permissions.json', import.meta.url), 'utf8')) as {
  readonly Statement: readonly { readonly Action: string | readonly string[] }[]
}
const allowed = new Set(policy.Statement.flatMap(({ Action }) => Action))

// Needs no permission, or is allowed by the trust policy.
const ALWAYS = ['sts:AssumeRoleWithWebIdentity', 'sts:GetCallerIdentity']

test('the documented policy allows every call that a roll, its failure and its restoration make', async () => {
  const made = new Set<string>()
  const kinds = ['configuration', 'template-latest', 'template-default', 'mixed-override-template'] as const
  for (const launch of kinds) {
    const account = new SimulatedAccount()
    const plan: GroupPlan = { name: 'web', size: 2, launch, outdated: true, balancers: ['classic', 'target-group'] }
    const { newImageId } = addGroup(account, plan)
    const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web' }
    await runAction(account, { inputs, process: { crash: { when: 'after', call: 40 } } })
    account.timeline.advance(400)
    await runAction(account, { inputs: { ...inputs, mode: 'restore' }, runId: '1001' })
    account.behaviour.sickImages.add(newImageId)
    await runAction(account, { inputs: { ...inputs, 'instance-timeout': '3' }, runId: '1002' })
    account.behaviour.sickImages.clear()
    await runAction(account, { inputs, runId: '1003' })
    for (const action of account.ledger.actions()) made.add(action)
  }
  expect([...made].filter((action) => !allowed.has(action) && !ALWAYS.includes(action))).toEqual([])
  expect(made).toContain('autoscaling:TerminateInstanceInAutoScalingGroup')
})

test('a dry run needs only reads', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 2, outdated: true })
  await runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': 'web', 'dry-run': 'true' } })
  const [look] = policy.Statement
  const needed = account.ledger.actions().filter((action) => !ALWAYS.includes(action))
  expect(needed.filter((action) => !look?.Action.includes(action))).toEqual([])
  expect(needed).not.toEqual([])
})
