import { refusal, scene, type Scene } from './fixture.ts'

const tuples = (...groups: readonly (readonly [string, number | undefined])[]) =>
  groups.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, ...(Weight === undefined ? {} : { Weight }) }))
const split = (groups: ReturnType<typeof tuples>, TargetGroupStickinessConfig?: object) => ({
  Type: 'forward' as const,
  ForwardConfig: { TargetGroups: groups, ...(TargetGroupStickinessConfig && { TargetGroupStickinessConfig }) },
})
const modify = ({ v2, listener: ListenerArn }: Scene, ...DefaultActions: readonly object[]) =>
  v2.ModifyListener({ ListenerArn, DefaultActions: DefaultActions as never }).Listeners?.[0]?.DefaultActions ?? []

/** A secure listener of the application load balancer, whose default rule asks an identity provider first. */
const OIDC = {
  Type: 'authenticate-oidc',
  Order: 1,
  AuthenticateOidcConfig: {
    Issuer: 'https://login.test',
    AuthorizationEndpoint: 'https://login.test/authorize',
    TokenEndpoint: 'https://login.test/token',
    UserInfoEndpoint: 'https://login.test/user',
    ClientId: 'fleet',
    ClientSecret: 'hidden',
  },
} as const
function secure(account: Scene): Scene {
  const Certificates = [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/one' }]
  const { Listeners } = account.v2.CreateListener({
    LoadBalancerArn: account.alb,
    Protocol: 'HTTPS',
    Port: 443,
    Certificates,
    DefaultActions: [OIDC, { Type: 'forward', Order: 2, TargetGroupArn: account.group }],
  })
  return { ...account, listener: Listeners?.[0]?.ListenerArn ?? '' }
}
const withoutSecret = (more: object = {}) => {
  const { ClientSecret: _, ...AuthenticateOidcConfig } = OIDC.AuthenticateOidcConfig
  return { ...OIDC, AuthenticateOidcConfig: { ...AuthenticateOidcConfig, ...more } }
}

/** A network load balancer with a listener to the first of two TCP target groups. */
function network(account: Scene) {
  const { v2, Subnets } = account
  const [blue, green] = ['blue', 'green'].map((name) => account.targetGroup(name, { Protocol: 'TCP' }))
  const LoadBalancerArn =
    v2.CreateLoadBalancer({ Name: 'nlb', Type: 'network', Subnets }).LoadBalancers?.[0]?.LoadBalancerArn ?? ''
  const { Listeners } = v2.CreateListener({
    LoadBalancerArn,
    Protocol: 'TCP',
    Port: 80,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: blue ?? '' }],
  })
  return { ...account, listener: Listeners?.[0]?.ListenerArn ?? '', blue: blue ?? '', green: green ?? '' }
}

const keepClients = ({ v2 }: Scene, TargetGroupArn: string) =>
  v2.ModifyTargetGroupAttributes({ TargetGroupArn, Attributes: [{ Key: 'stickiness.enabled', Value: 'true' }] })

describe('what weighted rules refuse', () => {
  const rows: Record<string, { act: (s: Scene) => unknown; says: string }> = {
    'several actions without an order': {
      act: (s) => modify(secure(s), { ...OIDC, Order: undefined }, split(tuples([s.group, 1]))),
      says: 'ValidationError: A unique order must be specified for each action',
    },
    'two actions of the same order': {
      act: (s) => modify(secure(s), OIDC, { ...split(tuples([s.group, 1])), Order: 1 }),
      says: 'ValidationError: A unique order must be specified for each action',
    },
    'a forward action before the one that authenticates': {
      act: (s) => modify(secure(s), { ...OIDC, Order: 2 }, { ...split(tuples([s.group, 1])), Order: 1 }),
      says: 'InvalidLoadBalancerAction: The last action must be one of the following: forward, redirect or fixed-response',
    },
    'authentication on a listener without TLS': {
      act: (s) => modify(s, OIDC, { ...split(tuples([s.group, 1])), Order: 2 }),
      says: "InvalidLoadBalancerAction: Actions of type 'authenticate-oidc' are supported only on HTTPS listeners",
    },
    'authentication that is sent back as it was shown, without its secret': {
      act: (s) => modify(secure(s), withoutSecret(), { ...split(tuples([s.group, 1])), Order: 2 }),
      says: 'ValidationError: You must specify the client secret',
    },
    'the secret of an authentication that was not there': {
      act: (s) =>
        s.v2.CreateListener({
          LoadBalancerArn: s.alb,
          Protocol: 'HTTPS',
          Port: 443,
          Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/one' }],
          DefaultActions: [
            withoutSecret({ UseExistingClientSecret: true }),
            { ...split(tuples([s.group, 1])), Order: 2 },
          ],
        }),
      says: 'ValidationError: You must specify the client secret',
    },
    'stickiness without a duration': {
      act: (s) => modify(s, split(tuples([s.group, 1]), { Enabled: true })),
      says: 'ValidationError: Target group stickiness duration must be between 1 and 604800 seconds',
    },
    'several groups, one of which keeps its clients, without stickiness of the rule': {
      act: (s) => {
        keepClients(s, s.group)
        modify(s, split(tuples([s.group, 90], [s.targetGroup('green'), 10])))
      },
      says: 'InvalidLoadBalancerAction: You must enable group stickiness on a rule if you enabled target stickiness on one of its target groups',
    },
    'a group that begins to keep its clients behind such a rule': {
      act: (s) => {
        modify(s, split(tuples([s.group, 90], [s.targetGroup('green'), 10])))
        keepClients(s, s.group)
      },
      says: 'InvalidConfigurationRequest: This target group appears behind a rule with group stickiness disabled',
    },
    'more target groups than a balancer may have': {
      act: (s) => {
        s.balancers.limits.targetGroupsPerBalancer = 1
        modify(s, split(tuples([s.group, 90], [s.targetGroup('green'), 10])))
      },
      says: 'TooManyUniqueTargetGroupsPerLoadBalancer',
    },
    'a rule of a network load balancer': {
      act: (s) => {
        const { v2, listener: ListenerArn, blue } = network(s)
        const Conditions = [{ Field: 'path-pattern', Values: ['/api/*'] }]
        v2.CreateRule({ ListenerArn, Priority: 1, Conditions, Actions: [{ Type: 'forward', TargetGroupArn: blue }] })
      },
      says: 'ValidationError: Rules are unsupported for Network Load Balancer listeners',
    },
    'a redirection by a network load balancer': {
      act: (s) => modify(network(s), { Type: 'redirect', RedirectConfig: { StatusCode: 'HTTP_301' } }),
      says: "ValidationError: Actions of type 'redirect' are not supported by load balancers of type 'network'",
    },
    'a duration of stickiness at a network load balancer': {
      act: (s) => {
        const it = network(s)
        modify(it, split(tuples([it.blue, 1]), { Enabled: true, DurationSeconds: 60 }))
      },
      says: "You cannot specify a target group stickiness duration on load balancers of type 'network'",
    },
    'several groups at a network load balancer of before November 2025': {
      act: (s) => {
        const it = network(s)
        s.context.behaviour.networkWeights = false
        modify(it, split(tuples([it.blue, undefined], [it.green, undefined])))
      },
      says: "ValidationError: You cannot specify multiple target groups in a single action with a load balancer of type 'network'",
    },
    'a weight at a network load balancer of before November 2025': {
      act: (s) => {
        const it = network(s)
        s.context.behaviour.networkWeights = false
        modify(it, split(tuples([it.blue, 1])))
      },
      says: "ValidationError: You cannot specify a target group weight on load balancers of type 'network'",
    },
  }
  test.each(Object.entries(rows))('%s', (_, { act, says }) => {
    expect(refusal(() => act(scene()))).toContain(says)
  })
})

test('an action that authenticates stands before the one that forwards, and its secret is never shown', () => {
  const s = secure(scene())
  const [first, second] = modify(
    s,
    { ...split(tuples([s.group, 90], [s.targetGroup('green'), 10])), Order: 2 },
    withoutSecret({ UseExistingClientSecret: true }),
  )
  expect([first?.Type, second?.Type]).toEqual(['authenticate-oidc', 'forward'])
  expect(first?.AuthenticateOidcConfig).toEqual(withoutSecret().AuthenticateOidcConfig)
  expect(second?.ForwardConfig?.TargetGroups?.map(({ Weight }) => Weight)).toEqual([90, 10])
})

test('what is sent replaces the whole list: authentication that is left out is gone', () => {
  const s = secure(scene())
  const actions = modify(s, split(tuples([s.group, 1])))
  expect(actions.map(({ Type }) => Type)).toEqual(['forward'])
})

test('a group of weight 0 is in use: its targets are checked, and turn healthy', () => {
  const s = scene()
  const green = s.targetGroup('green')
  const id = s.running()
  s.v2.RegisterTargets({ TargetGroupArn: green, Targets: [{ Id: id }] })
  expect(s.targetState(id, green)).toBe('unused Target.NotInUse')
  modify(s, split(tuples([s.group, 1], [green, 0])))
  expect(s.targetState(id, green)).toMatch(/^initial/)
  s.timeline.advance(30)
  expect(s.targetState(id, green)).toBe('healthy')
  modify(s, split(tuples([s.group, 1])))
  expect(s.targetState(id, green)).toBe('unused Target.NotInUse')
})

test('a network load balancer takes weights, and stickiness without a duration', () => {
  const s = network(scene())
  const [action] = modify(s, split(tuples([s.blue, 75], [s.green, 25]), { Enabled: true }))
  expect(action?.ForwardConfig).toEqual({
    TargetGroups: tuples([s.blue, 75], [s.green, 25]),
    TargetGroupStickinessConfig: { Enabled: true },
  })
})

test('the stickiness of a rule is shown with its duration, and lets its groups keep their clients', () => {
  const s = scene()
  const green = s.targetGroup('green')
  const stickiness = { Enabled: true, DurationSeconds: 3600 }
  const [action] = modify(s, split(tuples([s.group, 90], [green, 10]), stickiness))
  expect(action?.ForwardConfig?.TargetGroupStickinessConfig).toEqual(stickiness)
  expect(keepClients(s, s.group).Attributes).toContainEqual({ Key: 'stickiness.enabled', Value: 'true' })
})

test('rules and listeners come in pages, and carry tags', () => {
  const s = scene()
  const Conditions = [{ Field: 'path-pattern', Values: ['/api/*'] }]
  const Actions = [split(tuples([s.group, 1]))]
  const rule = (Priority: number) =>
    s.v2.CreateRule({ ListenerArn: s.listener, Priority, Conditions, Actions }).Rules?.[0]?.RuleArn ?? ''
  const arns = [rule(1), rule(2)]
  const first = s.v2.DescribeRules({ ListenerArn: s.listener, PageSize: 2 })
  const second = s.v2.DescribeRules({ ListenerArn: s.listener, PageSize: 2, Marker: first.NextMarker })
  const priorities = [first, second].map(({ Rules }) => Rules?.map(({ Priority }) => Priority))
  expect(priorities).toEqual([['1', '2'], ['default']])
  s.listen(s.alb, s.group, 81)
  const one = s.v2.DescribeListeners({ LoadBalancerArn: s.alb, PageSize: 1 })
  const other = s.v2.DescribeListeners({ LoadBalancerArn: s.alb, PageSize: 1, Marker: one.NextMarker })
  expect([one, other].map(({ Listeners }) => Listeners?.map(({ Port }) => Port))).toEqual([[80], [81]])
  const Tags = [{ Key: 'fleet-patch:previous-shares', Value: 'blue=100 green=0' }]
  s.v2.AddTags({ ResourceArns: [...arns, s.listener], Tags })
  s.v2.RemoveTags({ ResourceArns: arns.slice(1), TagKeys: ['fleet-patch:previous-shares'] })
  const { TagDescriptions } = s.v2.DescribeTags({ ResourceArns: [...arns, s.listener] })
  expect(TagDescriptions?.map((each) => each.Tags)).toEqual([Tags, [], Tags])
})
