import { addGroup } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { pair, percents } from './fixture.ts'

describe('the requests of a rule', () => {
  test('go to the groups by weight, and weight 0 gets none', () => {
    const { account, listenerArn, weigh } = pair()
    const stream = account.traffic.watch({ rule: listenerArn })
    expect(percents(stream.last?.shares)).toEqual({ blue: 100 })
    account.timeline.advance(60)
    weigh(90, 10)
    expect(percents(stream.last?.shares)).toEqual({ blue: 90, green: 10 })
    account.timeline.advance(60)
    weigh(0, 1)
    expect(percents(stream.last?.shares)).toEqual({ green: 100 })
    account.timeline.advance(600)
    expect(account.traffic.missed).toBe(0)
    expect(stream.samples.map(({ shares }) => percents(shares))).toHaveLength(3)
  })

  test('meet no target of a group that has none, for as long as it gets them', () => {
    const { account, listenerArn, weigh } = pair({}, { green: 0 })
    const stream = account.traffic.watch({ rule: listenerArn })
    account.timeline.advance(300)
    weigh(75, 25)
    account.timeline.advance(100)
    weigh(100, 0)
    account.timeline.advance(100)
    expect(account.traffic.missed).toBeCloseTo(0.25 * (100 / 500))
    expect(account.traffic.missedTimes()).toMatchObject([
      { entrance: `rule ${listenerArn}`, share: 0.25, reasons: ['no target'] },
    ])
    const [time] = stream.missedTimes()
    expect((time?.to ?? 0) - (time?.from ?? 0)).toBe(100)
  })

  test('with all weights 0 meet nothing', () => {
    const { account, listenerArn, weigh } = pair()
    account.traffic.watch({ rule: listenerArn })
    weigh(0, 0)
    expect(account.traffic.missedTimes()).toMatchObject([{ share: 1, reasons: ['no weight'] }])
  })

  test('go to unhealthy targets where no other is there: the load balancer fails open', () => {
    const { account, listenerArn, greenArn, weigh } = pair()
    const stream = account.traffic.watch({ rule: listenerArn })
    weigh(50, 50)
    for (const { instanceId } of account.balancers.flows.targets(greenArn) ?? [])
      account.balancers.setHealth(greenArn, instanceId, 'unhealthy')
    account.traffic.note()
    expect(percents(stream.last?.shares)).toEqual({ blue: 50, green: 50 })
    expect(stream.last?.missed).toEqual({ 'no healthy target': 0.5 })
    expect(stream.last?.targetGroups[greenArn]).toBe(0.5)
  })

  test('are spread over the healthy targets of a group alone', () => {
    const { account, listenerArn, blueArn } = pair()
    const stream = account.traffic.watch({ rule: listenerArn })
    const [first] = account.balancers.flows.targets(blueArn) ?? []
    account.balancers.setHealth(blueArn, first?.instanceId ?? '', 'unhealthy')
    account.traffic.note()
    expect([percents(stream.last?.shares), stream.last?.missed]).toEqual([{ blue: 100 }, {}])
  })

  test('that a redirection answers meet no group, and miss nothing', () => {
    const { account, listenerArn } = pair()
    account.balancers.v2.operations.ModifyListener({
      ListenerArn: listenerArn,
      DefaultActions: [{ Type: 'redirect', RedirectConfig: { StatusCode: 'HTTP_301', Port: '443' } }],
    })
    const stream = account.traffic.watch({ rule: listenerArn })
    expect([stream.last?.shares, stream.last?.missed]).toEqual([{}, {}])
  })
})

describe('clients of a sticky rule', () => {
  test('keep their group until the cookie ends, also at weight 0', () => {
    const { account, listenerArn, weigh } = pair()
    weigh(100, 0, 600)
    const stream = account.traffic.watch({ rule: listenerArn }, { cookies: 1 })
    account.timeline.advance(600)
    weigh(0, 100, 600)
    const after = (seconds: number) => {
      account.timeline.advance(seconds)
      account.traffic.note()
      return percents(stream.last?.shares)
    }
    expect([after(0), after(150), after(150), after(300)]).toEqual([
      { blue: 100 },
      { blue: 75, green: 25 },
      { blue: 50, green: 50 },
      { green: 100 },
    ])
  })

  test('miss their group where it is shrunk before that, and not after it', () => {
    const early = pair()
    early.weigh(100, 0, 600)
    early.account.traffic.watch({ rule: early.listenerArn }, { cookies: 0.5 })
    early.weigh(0, 100, 600)
    early.account.timeline.advance(60)
    early.resize('blue', 0)
    early.account.timeline.advance(900)
    expect(early.account.traffic.missedTimes()).toMatchObject([{ reasons: ['no target'] }])
    const late = pair()
    late.weigh(100, 0, 600)
    late.account.traffic.watch({ rule: late.listenerArn }, { cookies: 1 })
    late.weigh(0, 100, 600)
    late.account.timeline.advance(601)
    late.resize('blue', 0)
    late.account.timeline.advance(900)
    expect(late.account.traffic.missed).toBe(0)
  })

  test('choose again where their group is in the rule no more', () => {
    const { account, listenerArn, greenArn, weigh } = pair()
    weigh(100, 0, 600)
    const stream = account.traffic.watch({ rule: listenerArn }, { cookies: 1 })
    account.balancers.v2.operations.ModifyListener({
      ListenerArn: listenerArn,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: greenArn }],
    })
    account.traffic.note()
    expect(percents(stream.last?.shares)).toEqual({ green: 100 })
  })
})

describe('the requests of a name', () => {
  /** `www.fleet.test` points to a classic load balancer of each group, by an alias. */
  function named(weights: readonly [number, number], ttl = 60) {
    const account = new SimulatedAccount({ behaviour: { recordSyncSeconds: 10 } })
    const { operations } = account.route53
    const HostedZoneId = operations.CreateHostedZone({ Name: 'fleet.test', CallerReference: 'x' }).HostedZone?.Id ?? ''
    for (const name of ['blue', 'green']) addGroup(account, { name, balancers: ['classic'], sizes: { min: 0, max: 4 } })
    const names = ['blue-1', 'green-1'].map((LoadBalancerName) => account.balancers.classic.operations.DescribeLoadBalancers({ LoadBalancerNames: [LoadBalancerName] }).LoadBalancerDescriptions?.[0]?.DNSName ?? '') // prettier-ignore
    const weigh = (...wanted: readonly [number, number]): void => {
      const Changes = ['blue', 'green'].map((SetIdentifier, index) => ({
        Action: 'UPSERT' as const,
        ResourceRecordSet: { Name: 'www.fleet.test', Type: 'CNAME' as const, SetIdentifier, Weight: wanted[index] ?? 0, TTL: ttl, ResourceRecords: [{ Value: names[index] ?? '' }] }, // prettier-ignore
      }))
      operations.ChangeResourceRecordSets({ HostedZoneId, ChangeBatch: { Changes } })
    }
    weigh(...weights)
    account.timeline.advance(60)
    const stream = account.traffic.watch({ record: 'www.fleet.test' })
    const after = (seconds: number) => {
      account.timeline.advance(seconds)
      account.traffic.note()
      return percents(stream.last?.shares)
    }
    return { account, stream, weigh, after }
  }

  test('follow a change once it is in sync, as resolvers forget what they keep', () => {
    const { after, weigh } = named([200, 0])
    weigh(0, 200)
    expect([after(9), after(1), after(15), after(45)]).toEqual([
      { blue: 100 },
      { blue: 100 },
      { blue: 75, green: 25 },
      { green: 100 },
    ])
  })

  test('meet nothing where the former side is empty before the TTL is over', () => {
    const { account, after, weigh } = named([200, 0])
    account.autoScaling.operations.SuspendProcesses({ AutoScalingGroupName: 'blue' })
    weigh(0, 200)
    after(20)
    const InstanceIds = [...account.autoScaling.capacity('blue').ids.inService]
    account.ec2.operations.TerminateInstances({ InstanceIds })
    after(60)
    expect(account.traffic.missedTimes()).toMatchObject([{ entrance: 'record www.fleet.test', reasons: ['no target'] }])
  })

  test('that is not there have no answer', () => {
    const { account } = named([1, 1])
    expect(account.traffic.watch({ record: 'none.fleet.test' }).last?.missed).toEqual({ 'no answer': 1 })
  })

  test('are followed through an alias into the rules of its load balancer', () => {
    const { account, listenerArn, weigh } = pair()
    weigh(75, 25)
    const { operations } = account.route53
    const HostedZoneId = operations.CreateHostedZone({ Name: 'fleet.test', CallerReference: 'x' }).HostedZone?.Id ?? ''
    const { Listeners } = account.balancers.v2.operations.DescribeListeners({ ListenerArns: [listenerArn] })
    const balancers = account.balancers.v2.operations.DescribeLoadBalancers({ LoadBalancerArns: [Listeners?.[0]?.LoadBalancerArn ?? ''] }) // prettier-ignore
    const { DNSName, CanonicalHostedZoneId } = balancers.LoadBalancers?.[0] ?? {}
    const AliasTarget = { DNSName, HostedZoneId: CanonicalHostedZoneId, EvaluateTargetHealth: true }
    const ResourceRecordSet = { Name: 'www.fleet.test', Type: 'A' as const, AliasTarget }
    operations.ChangeResourceRecordSets({
      HostedZoneId,
      ChangeBatch: { Changes: [{ Action: 'CREATE', ResourceRecordSet }] },
    })
    account.timeline.advance(60)
    expect(percents(account.traffic.watch({ record: 'www.fleet.test' }).last?.shares)).toEqual({ blue: 75, green: 25 })
  })
})

test('the requests of a classic load balancer go by the number of instances, and meet nothing without a healthy one', () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'blue', size: 3, balancers: ['classic'], sizes: { min: 0, max: 4 } })
  const { name } = addGroup(account, { name: 'green', size: 1, sizes: { min: 0, max: 4 } })
  const stream = account.traffic.watch({ classic: 'blue-1' })
  const AutoScalingGroupName = name
  account.autoScaling.operations.AttachLoadBalancers({ AutoScalingGroupName, LoadBalancerNames: ['blue-1'] })
  account.timeline.advance(60)
  expect(percents(stream.last?.shares)).toEqual({ blue: 75, green: 25 })
  const LoadBalancerNames = ['blue-1']
  account.autoScaling.operations.DetachLoadBalancers({ AutoScalingGroupName: 'blue', LoadBalancerNames })
  account.traffic.note()
  expect([percents(stream.last?.shares), stream.last?.missed]).toEqual([{ green: 100 }, {}])
  account.autoScaling.operations.DetachLoadBalancers({ AutoScalingGroupName, LoadBalancerNames })
  account.traffic.note()
  expect(stream.last?.missed).toEqual({ 'no target': 1 })
})

test('a call of a client is a sample of its own', async () => {
  const { account, listenerArn, blueArn } = pair()
  const stream = account.traffic.watch({ rule: listenerArn })
  const DefaultActions = [
    { Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: blueArn, Weight: 0 }] } },
  ]
  const input = { ListenerArn: listenerArn, DefaultActions }
  const call = { sdkId: 'Elastic Load Balancing v2', iamPrefix: 'elasticloadbalancing', operation: 'ModifyListener', input, accessKeyId: 'AKIA' } // prettier-ignore
  account.gateway.perform(call)
  await Promise.resolve()
  expect(stream.last?.missed).toEqual({ 'no weight': 1 })
})
