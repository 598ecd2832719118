import { refusal, scene, type Scene } from './fixture.ts'

const forward = (...groups: readonly (readonly [string, number])[]) => [
  {
    Type: 'forward' as const,
    ForwardConfig: { TargetGroups: groups.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })) },
  },
]
const rule = ({ v2, listener, group }: Scene, more: object = {}) =>
  v2.CreateRule({
    ListenerArn: listener,
    Priority: 10,
    Conditions: [{ Field: 'path-pattern', Values: ['/api/*'] }],
    Actions: forward([group, 1]),
    ...more,
  }).Rules?.[0]?.RuleArn ?? ''
const modify = ({ v2, listener: ListenerArn }: Scene, DefaultActions: ReturnType<typeof forward>) =>
  v2.ModifyListener({ ListenerArn, DefaultActions })

describe('what load balancers, listeners and rules refuse', () => {
  const rows: Record<string, { act: (s: Scene) => unknown; says: string }> = {
    'an application balancer in one zone': {
      act: ({ v2, Subnets }) => v2.CreateLoadBalancer({ Name: 'one', Subnets: Subnets.slice(0, 1) }),
      says: 'ValidationError: At least two subnets in two different Availability Zones must be specified',
    },
    'two subnets of one zone': {
      act: ({ v2, Subnets }) => v2.CreateLoadBalancer({ Name: 'two', Subnets: [...Subnets, Subnets[0] ?? ''] }),
      says: 'InvalidConfigurationRequest',
    },
    'a name in use over other zones': {
      act: ({ v2, subnetId }) => v2.CreateLoadBalancer({ Name: 'alb', Subnets: [subnetId(1), subnetId(2)] }),
      says: "DuplicateLoadBalancerName: A load balancer with the same name 'alb' exists, but with different settings",
    },
    'a name like an internal one': {
      act: ({ balancer }) => balancer('internal-web'),
      says: "ValidationError: Load balancer name 'internal-web' cannot start with 'internal-'",
    },
    'an unknown balancer': {
      act: ({ v2 }) => v2.DescribeLoadBalancers({ Names: ['none'] }),
      says: "LoadBalancerNotFound: Load balancers '[none]' not found",
    },
    '21 balancers by name': {
      act: ({ v2 }) => v2.DescribeLoadBalancers({ Names: Array.from({ length: 21 }, () => 'alb') }),
      says: 'ValidationError: Cannot describe more than 20 load balancers',
    },
    'the deletion of a protected balancer': {
      act: ({ v2, alb: LoadBalancerArn }) => {
        const Attributes = [{ Key: 'deletion_protection.enabled', Value: 'true' }]
        v2.ModifyLoadBalancerAttributes({ LoadBalancerArn, Attributes })
        v2.DeleteLoadBalancer({ LoadBalancerArn })
      },
      says: 'cannot be deleted because deletion protection is enabled',
    },
    'a port in use': {
      act: ({ listen, alb, group }) => listen(alb, group, 80),
      says: 'DuplicateListener: A listener already exists on this port for this load balancer',
    },
    'an unknown listener': {
      act: ({ v2 }) => v2.DescribeListeners({ ListenerArns: ['arn:none'] }),
      says: 'ListenerNotFound: One or more listeners not found',
    },
    'an unknown rule': {
      act: ({ v2 }) => v2.ModifyRule({ RuleArn: 'arn:none' }),
      says: 'RuleNotFound: One or more rules not found',
    },
    'a group of another balancer': {
      act: ({ listen, balancer, group }) => listen(balancer('other'), group),
      says: 'TargetGroupAssociationLimit: The following target groups cannot be associated with more than one load balancer',
    },
    'an unknown group': { act: (account) => modify(account, forward(['arn:none', 1])), says: 'TargetGroupNotFound' },
    'six groups': {
      act: (account) =>
        modify(account, forward(...Array.from({ length: 6 }, (_, n) => [account.targetGroup(`g${n}`), 1] as const))),
      says: 'TooManyTargetGroups',
    },
    'a weight of 1000': {
      act: (account) => modify(account, forward([account.group, 1000])),
      says: 'ValidationError: Target group weight must be between 0 and 999',
    },
    'a group beside two others': {
      act: (account) => {
        const [action] = forward([account.group, 1], [account.targetGroup('next'), 1])
        if (action !== undefined) modify(account, [{ ...action, TargetGroupArn: account.group } as typeof action])
      },
      says: 'InvalidLoadBalancerAction: If both a target group ARN and a ForwardConfig are specified',
    },
    'two final actions': {
      act: (account) =>
        modify(account, [
          ...forward([account.group, 1]).map((action) => ({ ...action, Order: 1 })),
          ...forward([account.group, 1]).map((action) => ({ ...action, Order: 2 })),
        ]),
      says: 'InvalidLoadBalancerAction: A rule must have exactly one',
    },
    'a TCP group behind an application balancer': {
      act: (account) => modify(account, forward([account.targetGroup('tcp', { Protocol: 'TCP' }), 1])),
      says: 'IncompatibleProtocols',
    },
    'a priority in use': {
      act: (account) => [rule(account), rule(account)],
      says: "PriorityInUse: Priority '10' is currently in use",
    },
    'the deletion of the default rule': {
      act: ({ v2, listener }) => {
        const [first] = v2.DescribeRules({ ListenerArn: listener }).Rules ?? []
        v2.DeleteRule({ RuleArn: first?.RuleArn ?? '' })
      },
      says: 'OperationNotPermitted: Default rule',
    },
  }
  test.each(Object.entries(rows))('%s', (_, { act, says }) => {
    expect(refusal(() => act(scene()))).toContain(says)
  })
})

test('weights are shown as given; a single group is shown in both ways', () => {
  const account = scene()
  const next = account.targetGroup('next')
  const [single] =
    account.v2.DescribeListeners({ ListenerArns: [account.listener] }).Listeners?.[0]?.DefaultActions ?? []
  expect([single?.TargetGroupArn, single?.ForwardConfig?.TargetGroups?.[0]?.TargetGroupArn]).toEqual([
    account.group,
    account.group,
  ])
  const [split] = modify(account, forward([account.group, 90], [next, 10])).Listeners?.[0]?.DefaultActions ?? []
  expect(split?.TargetGroupArn).toBeUndefined()
  expect(split?.ForwardConfig?.TargetGroups?.map(({ Weight }) => Weight)).toEqual([90, 10])
  expect(account.v2.DescribeTargetGroups({ LoadBalancerArn: account.alb }).TargetGroups).toHaveLength(2)
})

test('a group that leaves an action is in use no longer, and may be deleted', () => {
  const account = scene()
  const next = account.targetGroup('next')
  modify(account, forward([next, 1]))
  account.v2.DeleteTargetGroup({ TargetGroupArn: account.group })
  expect(account.balancers.exists(account.group)).toBe(false)
})

test('rules come by priority, the default one last; the listener keeps its own actions', () => {
  const account = scene()
  const next = account.targetGroup('next')
  rule(account, { Priority: 20 })
  const arn = rule(account)
  account.v2.ModifyRule({ RuleArn: arn, Actions: forward([next, 1]) })
  const rules = account.v2.DescribeRules({ ListenerArn: account.listener }).Rules
  expect(rules?.map(({ Priority }) => Priority)).toEqual(['10', '20', 'default'])
  expect(rules?.map(({ Actions }) => Actions?.[0]?.TargetGroupArn)).toEqual([next, account.group, account.group])
})

test('the deletion of a load balancer frees its groups', () => {
  const account = scene()
  account.v2.DeleteLoadBalancer({ LoadBalancerArn: account.alb })
  expect(
    account.v2.DescribeTargetGroups({ TargetGroupArns: [account.group] }).TargetGroups?.[0]?.LoadBalancerArns,
  ).toEqual([])
  expect(refusal(() => account.v2.DescribeListeners({ ListenerArns: [account.listener] }))).toContain(
    'ListenerNotFound',
  )
})

test('tags and limits are described', () => {
  const account = scene()
  account.v2.AddTags({ ResourceArns: [account.group, account.listener], Tags: [{ Key: 'team', Value: 'a' }] })
  account.v2.RemoveTags({ ResourceArns: [account.listener], TagKeys: ['team'] })
  const { TagDescriptions: found } = account.v2.DescribeTags({ ResourceArns: [account.group, account.listener] })
  expect(found?.map(({ Tags }) => Tags)).toEqual([[{ Key: 'team', Value: 'a' }], []])
  expect(account.v2.DescribeAccountLimits({}).Limits).toContainEqual({ Name: 'targets-per-target-group', Max: '1000' })
})
