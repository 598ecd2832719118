/** The statements of a shift in docs/iam against the rules, listeners, zones, names and groups that its calls change. */
import { readFileSync } from 'node:fs'
import { SimulatedAccount } from '../../simulator/account.ts'
import type { LedgerEntry } from '../../simulator/ledger.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { recordScene } from '../../testing/record-scene.ts'
import { runAction } from '../../testing/run-action.ts'
import { trafficScene } from '../../testing/traffic-scene.ts'
import { PAIR } from './permission-scenes.ts'

beforeAll(takeShortcut)

interface Statement {
  readonly Sid: string
  readonly Action: readonly string[]
  readonly Resource: string | readonly string[]
  readonly Condition?: { readonly 'ForAllValues:StringLike'?: Readonly<Record<string, readonly string[]>> }
}

const { Statement } = JSON.parse(readFileSync('docs/iam/permissions.json', 'utf8')) as {
  readonly Statement: readonly Statement[]
}
const statementOf = (sid: string): Statement => {
  const found = Statement.find(({ Sid }) => Sid === sid)
  if (found === undefined) throw new Error(`there is no statement ${sid}`)
  return found
}

const isLike = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.split('*').map((part) => part.replaceAll(/[.\\/]/g, '\\$&')).join('.*')}$`).test(text) // prettier-ignore

/** The calls of a shift, and of what takes it back, that a statement is for. */
async function callsOf(
  account: SimulatedAccount,
  sid: string,
  names: Readonly<Record<string, string>>,
): Promise<readonly LedgerEntry[]> {
  // prettier-ignore
  for (const [mode, runId] of [['shift', '1000'], ['rollback', '1001']] as const) { // prettier-ignore
    const { failed } = await runAction(account, { inputs: { mode, ...names }, runId })
    expect(failed).toBe(false)
  }
  return account.ledger.changes().filter(({ action }) => statementOf(sid).Action.includes(action))
}

test('of rules and listeners: those of the named load balancers, of both kinds, and each kind is needed', async () => {
  const arns = new Set<string>()
  for (const balancer of ['application', 'network'] as const)
    for (const { input } of await callsOf(trafficScene({ balancer }).account, 'ShiftByRules', PAIR)) {
      const { RuleArn, ListenerArn, ResourceArns } = input as { readonly RuleArn?: string; readonly ListenerArn?: string; readonly ResourceArns?: readonly string[] } // prettier-ignore
      for (const arn of [RuleArn, ListenerArn, ...(ResourceArns ?? [])]) if (arn !== undefined) arns.add(arn)
    }
  // The load balancer of the scene is `shop`, those of the policy `mystack-*`.
  const patterns = [statementOf('ShiftByRules').Resource].flat().map((pattern) => pattern.replace('mystack-*', 'shop'))
  expect([...arns].filter((arn) => !patterns.some((pattern) => isLike(pattern, arn)))).toEqual([])
  expect(patterns.filter((pattern) => ![...arns].some((arn) => isLike(pattern, arn)))).toEqual([])
})

test('of records: one zone, and one name of it', async () => {
  const { account, zone, record } = recordScene()
  const { Resource, Condition } = statementOf('ShiftByRecords')
  const calls = await callsOf(account, 'ShiftByRecords', { stacks: 'mystack', versions: 'v1 v2' })
  expect(calls.length).toBeGreaterThan(1)
  const changed = calls.flatMap(({ input }) => {
    const { HostedZoneId, ChangeBatch } = input as { readonly HostedZoneId: string; readonly ChangeBatch: { readonly Changes: readonly { readonly ResourceRecordSet: { readonly Name: string } }[] } } // prettier-ignore
    return ChangeBatch.Changes.map(({ ResourceRecordSet: { Name } }) => `${HostedZoneId} ${Name.replace(/\.$/, '')}`)
  })
  expect([...new Set(changed)]).toEqual([`${zone} ${record}`])
  // AWS compares names in lower case and without the last dot.
  const condition = Condition?.['ForAllValues:StringLike']?.['route53:ChangeResourceRecordSetsNormalizedRecordNames']
  expect(condition?.map((name) => name.replace('example.org', 'fleet.test'))).toEqual([record])
  expect(Resource).toMatch(/^arn:aws:route53:::hostedzone\/Z[A-Z0-9]+$/)
})

test('of a classic load balancer: the two groups', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'shop-blue', balancers: ['classic'] })
  addGroup(account, { name: 'shop-green' })
  const calls = await callsOf(account, 'ShiftByAttachment', PAIR)
  expect(new Set(calls.map(({ input }) => input['AutoScalingGroupName']))).toEqual(new Set(Object.values(PAIR)))
  expect(statementOf('ShiftByAttachment').Resource).toMatch(/:autoScalingGroupName\/mystack-\*$/)
})
