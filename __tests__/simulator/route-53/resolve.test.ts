import { addGroup } from '../../../simulator/scenario.ts'
import { cname, create, record, scene, upsert, weighted, type Scene } from './fixture.ts'

/** Two groups behind an application load balancer each, and an alias of `www.fleet.test` to each of them. */
function pair(evaluates: boolean, weights: readonly [number, number] = [200, 0]) {
  const it = scene()
  const { account, change } = it
  const aliases = ['blue', 'green'].map((name, index) => {
    addGroup(account, { name, balancers: ['target-group'], sizes: { min: 0, max: 4 } })
    const { LoadBalancers } = account.balancers.v2.operations.DescribeLoadBalancers({ Names: [`${name}-1`] })
    const { CanonicalHostedZoneId: HostedZoneId, DNSName } = LoadBalancers?.[0] ?? {}
    const AliasTarget = { HostedZoneId, DNSName: `dualstack.${DNSName}`, EvaluateTargetHealth: evaluates }
    return weighted(name, weights[index] ?? 0, { AliasTarget })
  })
  change(...aliases.map(upsert))
  account.timeline.advance(60)
  const resize = (name: string, DesiredCapacity: number): void => {
    account.autoScaling.operations.UpdateAutoScalingGroup({ AutoScalingGroupName: name, DesiredCapacity })
    account.timeline.advance(900)
  }
  return { ...it, resize }
}

const shares = ({ account }: Pick<Scene, 'account'>, name = 'www.fleet.test') =>
  Object.fromEntries(account.route53.answers(name).map(({ identifier, share }) => [identifier ?? '', share]))

const tables: Record<string, { weights: Record<string, number>; shares: Record<string, number> }> = {
  'weights give shares': { weights: { blue: 150, green: 50 }, shares: { blue: 0.75, green: 0.25 } },
  'weight 0 is never answered beside others': { weights: { blue: 1, green: 0 }, shares: { blue: 1 } },
  'with all weights 0 each is answered alike': { weights: { blue: 0, green: 0 }, shares: { blue: 0.5, green: 0.5 } },
}
test.each(Object.entries(tables))('%s', (_, row) => {
  const it = scene()
  it.change(...Object.entries(row.weights).map(([name, weight]) => create(weighted(name, weight))))
  it.account.timeline.advance(60)
  expect(shares(it)).toEqual(row.shares)
})

test('an alias within the zone and a CNAME are followed, and their shares multiply', () => {
  const it = scene()
  it.change(create(weighted('blue', 3)), create(weighted('green', 1)))
  it.change(
    create(record({ Name: 'alias.fleet.test', AliasTarget: { HostedZoneId: it.zone, DNSName: 'www.fleet.test', EvaluateTargetHealth: true } })), // prettier-ignore
    create(record({ Name: 'name.fleet.test', Type: cname, ResourceRecords: [{ Value: 'www.fleet.test.' }] })),
  )
  it.account.timeline.advance(60)
  expect(shares(it, 'alias.fleet.test')).toEqual({ blue: 0.75, green: 0.25 })
  expect(shares(it, 'name.fleet.test')).toEqual({ blue: 0.75, green: 0.25 })
})

test('an alias to a load balancer is kept for 60 s', () => {
  const { account } = pair(true)
  expect(account.route53.answers('www.fleet.test').map(({ ttl }) => ttl)).toEqual([60])
})

describe('with EvaluateTargetHealth', () => {
  test('a load balancer whose targets are all unhealthy is answered no more', () => {
    const it = pair(true, [100, 100])
    const { account } = it
    const [arn = ''] = (account.balancers.v2.operations.DescribeTargetGroups({ Names: ['blue-1'] }).TargetGroups ?? []).map(({ TargetGroupArn = '' }) => TargetGroupArn) // prettier-ignore
    const targets = account.balancers.v2.operations.DescribeTargetHealth({ TargetGroupArn: arn })
    for (const { Target } of targets.TargetHealthDescriptions ?? []) account.balancers.setHealth(arn, Target?.Id ?? '', 'unhealthy') // prettier-ignore
    expect(shares(it)).toEqual({ green: 1 })
  })

  test('a target group without targets makes its load balancer unhealthy: the side of weight 0 gets everything', () => {
    const it = pair(true)
    expect(shares(it)).toEqual({ blue: 1 })
    it.resize('blue', 0)
    expect(shares(it)).toEqual({ green: 1 })
  })

  test('an empty target group of weight 0 in a rule fails the whole load balancer over', () => {
    const it = pair(true)
    const { operations } = it.account.balancers.v2
    const [blue] = operations.DescribeTargetGroups({ Names: ['blue-1'] }).TargetGroups ?? []
    const VpcId = blue?.VpcId ?? ''
    const idle = operations.CreateTargetGroup({ Name: 'idle', Protocol: 'HTTP', Port: 80, VpcId }).TargetGroups?.[0]
    const [listener] = operations.DescribeListeners({ LoadBalancerArn: blue?.LoadBalancerArns?.[0] ?? '' }).Listeners ?? [] // prettier-ignore
    const groups = [blue, idle].map((group, index) => ({
      TargetGroupArn: group?.TargetGroupArn ?? '',
      Weight: 1 - index,
    }))
    const DefaultActions = [{ Type: 'forward' as const, ForwardConfig: { TargetGroups: groups } }]
    operations.ModifyListener({ ListenerArn: listener?.ListenerArn ?? '', DefaultActions })
    expect(shares(it)).toEqual({ green: 1 })
  })

  test('where none is healthy all of a weight above 0 count as healthy', () => {
    const it = pair(true)
    it.resize('blue', 0)
    it.resize('green', 0)
    expect(shares(it)).toEqual({ blue: 1 })
  })
})

test('without EvaluateTargetHealth an empty load balancer is answered as before', () => {
  const it = pair(false)
  it.resize('blue', 0)
  expect(shares(it)).toEqual({ blue: 1 })
})
