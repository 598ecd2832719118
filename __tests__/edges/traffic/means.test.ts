/** What else stands in rules and records stays as it is, and what Route 53 refuses for a moment is asked again. */
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { recordScene } from '../../../testing/record-scene.ts'
import { runAction } from '../../../testing/run-action.ts'
import { trafficScene } from '../../../testing/traffic-scene.ts'

beforeAll(takeShortcut)

const inputs = { mode: 'shift', blue: 'shop-blue', green: 'shop-green' }
const senza = { mode: 'shift', stacks: 'mystack', versions: 'v1 v2' }

test('an authentication before the forward stays, with its secret, which AWS never shows', async () => {
  const scene = trafficScene({ weights: { blue: 100, green: 0 } })
  const { operations } = scene.account.balancers.v2
  const [RuleArn = ''] = scene.rules
  operations.ModifyListener({ ListenerArn: scene.listener, Protocol: 'HTTPS', Port: 443, Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1' }] }) // prettier-ignore
  const { Rules: [rule] = [] } = operations.DescribeRules({ RuleArns: [RuleArn] })
  const [forward] = rule?.Actions ?? []
  const oidc = { Issuer: 'https://id.example.org', AuthorizationEndpoint: 'https://id.example.org/a', TokenEndpoint: 'https://id.example.org/t', UserInfoEndpoint: 'https://id.example.org/u', ClientId: 'shop', ClientSecret: 'kept by AWS' } // prettier-ignore
  operations.ModifyRule({ RuleArn, Actions: [{ Type: 'authenticate-oidc', Order: 1, AuthenticateOidcConfig: oidc }, { ...forward, Type: 'forward', Order: 2 }] }) // prettier-ignore
  scene.account.ledger.clear()
  const run = await runAction(scene.account, { inputs })
  expect(run.annotations).toEqual([])
  const { Rules: [after] = [] } = operations.DescribeRules({ RuleArns: [RuleArn] })
  expect(after?.Actions?.map(({ Type, Order }) => [Order, Type])).toEqual([
    [1, 'authenticate-oidc'],
    [2, 'forward'],
  ])
  expect(after?.Actions?.[1]?.ForwardConfig?.TargetGroups?.map(({ Weight }) => Weight)).toEqual([0, 100])
  const sent = scene.account.ledger.changes().find(({ operation }) => operation === 'ModifyRule')?.input
  expect(JSON.stringify(sent)).toContain('"UseExistingClientSecret":true')
})

test('the stickiness of a rule stays, and a default action is changed by its listener', async () => {
  const scene = trafficScene({ weights: { blue: 100, green: 0 }, sticky: 300 })
  const run = await runAction(scene.account, { inputs })
  expect(run.failed).toBe(false)
  const { operations } = scene.account.balancers.v2
  const { Listeners: [listener] = [] } = operations.DescribeListeners({ ListenerArns: [scene.listener] })
  expect(listener?.DefaultActions?.[0]?.ForwardConfig?.TargetGroupStickinessConfig).toEqual({ Enabled: true, DurationSeconds: 300 }) // prettier-ignore
  const changed = scene.account.ledger.changes().flatMap(({ operation, input }) => (operation === 'ModifyListener' ? (input as { ListenerArn?: string }).ListenerArn : [])) // prettier-ignore
  expect(changed).toEqual([scene.listener])
})

test('only the rules that are named are changed', async () => {
  const scene = trafficScene({ weights: { blue: 100, green: 0 }, rules: 2 })
  const run = await runAction(scene.account, { inputs: { ...inputs, 'listener-rules': scene.rules[1] ?? '' } })
  expect(run.failed).toBe(false)
  expect(scene.weights()).toEqual([
    [100, 0],
    [100, 0],
    [0, 100],
  ])
})

/** A second target group of each side, for administration; a rule forwards to that of blue. */
function withAdministration(scene: ReturnType<typeof trafficScene>, ports: Readonly<Record<'blue' | 'green', number>>) {
  const { account, targets, rules } = scene
  const { operations } = account.balancers.v2
  const [{ VpcId = '' } = {}] = operations.DescribeTargetGroups({ TargetGroupArns: [targets.blue] }).TargetGroups ?? []
  const [blue, green] = (['blue', 'green'] as const).map((side) => {
    const [{ TargetGroupArn = '' } = {}] = operations.CreateTargetGroup({ Name: `admin-${side}`, Protocol: 'HTTP', Port: ports[side], VpcId }).TargetGroups ?? [] // prettier-ignore
    account.autoScaling.operations.AttachLoadBalancerTargetGroups({ AutoScalingGroupName: `shop-${side}`, TargetGroupARNs: [TargetGroupArn] }) // prettier-ignore
    return TargetGroupArn
  })
  operations.ModifyRule({ RuleArn: rules[0], Actions: [{ Type: 'forward', TargetGroupArn: blue }] })
  account.timeline.advance(120)
  account.ledger.clear()
  return { blue, green }
}

test('a rule that names one side is paired with the target group of the other side that has its port', async () => {
  const scene = trafficScene({ weights: { blue: 100, green: 0 } })
  const { blue, green } = withAdministration(scene, { blue: 9090, green: 9090 })
  const run = await runAction(scene.account, { inputs })
  expect(run.annotations).toEqual([])
  const { Rules: [rule] = [] } = scene.account.balancers.v2.operations.DescribeRules({ RuleArns: [...scene.rules] })
  expect(rule?.Actions?.[0]?.ForwardConfig?.TargetGroups?.map(({ TargetGroupArn, Weight }) => [TargetGroupArn, Weight])).toEqual([[blue, 0], [green, 100]]) // prettier-ignore
  expect(scene.weights()[0]).toEqual([0, 100])
})

test('a rule of which no target group of the other side has the port is refused', async () => {
  const scene = trafficScene({ weights: { blue: 100, green: 0 } })
  withAdministration(scene, { blue: 9090, green: 9091 })
  const run = await runAction(scene.account, { inputs })
  expect(run.annotations[0]?.message).toContain(
    'it cannot be told which target group of the green group belongs into it',
  )
  expect(scene.account.ledger.changes()).toEqual([])
})

test('a zone that is busy with another change is asked again', async () => {
  const scene = recordScene({ account: { behaviour: { zoneBusySeconds: 8 } } })
  scene.setWeight('mystack-v1', 200)
  const run = await runAction(scene.account, { inputs: senza })
  expect(run.annotations).toEqual([])
  expect(scene.account.ledger.entries.some(({ outcome }) => outcome.includes('PriorRequestNotComplete'))).toBe(true)
  // The same batch is sent again: nothing has to be looked at anew for that.
  expect(run.lines.join('\n')).not.toContain('Looking again')
  expect(scene.weights()).toEqual({ 'mystack-v1': 0, 'mystack-v2': 200 })
})

test('A and AAAA records of a side must say the same', async () => {
  const scene = recordScene()
  const { operations } = scene.account.route53
  const sets = operations.ListResourceRecordSets({ HostedZoneId: scene.zone }).ResourceRecordSets ?? []
  const [first] = sets.filter(({ SetIdentifier }) => SetIdentifier === 'mystack-v1')
  const more = (Weight: number): void =>
    void operations.ChangeResourceRecordSets({ HostedZoneId: scene.zone, ChangeBatch: { Changes: [{ Action: 'UPSERT', ResourceRecordSet: { ...first, Name: first?.Name, Type: 'AAAA', Weight } }] } }) // prettier-ignore
  more(50)
  scene.account.timeline.advance(120)
  scene.account.ledger.clear()
  const refused = await runAction(scene.account, { inputs: senza })
  expect(refused.annotations[0]?.message).toContain('have different weights, 200 and 50')
  expect(scene.account.ledger.changes()).toEqual([])
  more(200)
  scene.account.timeline.advance(120)
  const run = await runAction(scene.account, { inputs: senza, runId: '1001' })
  expect(run.failed).toBe(false)
  const after = operations.ListResourceRecordSets({ HostedZoneId: scene.zone }).ResourceRecordSets ?? []
  expect(after.flatMap(({ SetIdentifier, Type, Weight }) => (SetIdentifier === 'mystack-v1' ? [[Type, Weight]] : []))).toEqual([['A', 0], ['AAAA', 0]]) // prettier-ignore
})
