import { refusal, scene, type Scene } from './fixture.ts'

const delay = ({ v2, group }: Scene, Value: string, Key = 'deregistration_delay.timeout_seconds') =>
  v2.ModifyTargetGroupAttributes({ TargetGroupArn: group, Attributes: [{ Key, Value }] })

describe('what target groups refuse', () => {
  const rows: Record<string, { act: (s: Scene) => unknown; says: string }> = {
    'an unknown group': {
      act: ({ v2 }) => v2.DescribeTargetHealth({ TargetGroupArn: 'arn:none' }),
      says: 'TargetGroupNotFound: One or more target groups not found',
    },
    'an unknown target': {
      act: ({ v2, group }) => v2.DescribeTargetHealth({ TargetGroupArn: group, Targets: [{ Id: 'i-00000001' }] }),
      says: "InvalidTarget: The following targets do not exist: 'i-00000001'",
    },
    'a target that does not run': {
      act: ({ v2, group, runOne }) => v2.RegisterTargets({ TargetGroupArn: group, Targets: [{ Id: runOne() }] }),
      says: 'InvalidTarget: The following targets are not in a running state and cannot be registered',
    },
    'more targets than the limit': {
      act: ({ v2, group, running, balancers }) => {
        balancers.limits.targetsPerTargetGroup = 1
        v2.RegisterTargets({ TargetGroupArn: group, Targets: [{ Id: running() }, { Id: running() }] })
      },
      says: 'TooManyTargets',
    },
    'a delay over an hour': { act: (account) => delay(account, '3601'), says: 'must be between 0 and 3600 inclusive' },
    'a delay that is no number': {
      act: (account) => delay(account, 'long'),
      says: 'must be between 0 and 3600 inclusive',
    },
    'a slow start of 10 s': {
      act: (account) => delay(account, '10', 'slow_start.duration_seconds'),
      says: 'must be between 30 and 900 inclusive or 0',
    },
    'an unknown attribute': { act: (account) => delay(account, '1', 'colour'), says: "'colour' is not recognized" },
    'the deletion of a group in use': {
      act: ({ v2, group }) => v2.DeleteTargetGroup({ TargetGroupArn: group }),
      says: 'is currently in use by a listener or a rule',
    },
    'a name in use on another port': {
      act: ({ targetGroup }) => targetGroup('web', { Port: 81 }),
      says: "DuplicateTargetGroupName: A target group with the same name 'web' exists, but with different settings",
    },
    'no port': { act: ({ targetGroup }) => targetGroup('api', { Port: undefined }), says: 'ValidationError: A port' },
    'checks switched off': {
      act: ({ v2, group }) => v2.ModifyTargetGroup({ TargetGroupArn: group, HealthCheckEnabled: false }),
      says: 'InvalidConfigurationRequest: Health checks cannot be disabled',
    },
    'tags of 21 resources': {
      act: ({ v2, group }) => v2.DescribeTags({ ResourceArns: Array.from({ length: 21 }, () => group) }),
      says: 'ValidationError: Only 20 resources',
    },
  }
  test.each(Object.entries(rows))('%s', (_, { act, says }) => {
    expect(refusal(() => act(scene()))).toContain(says)
  })
})

test('a target is registered, checked, healthy, draining for the whole delay, and gone', () => {
  const account = scene()
  delay(account, '60')
  const id = account.running()
  expect(account.targetState(id)).toBe('unused Target.NotRegistered')
  account.v2.RegisterTargets({ TargetGroupArn: account.group, Targets: [{ Id: id }] })
  expect(account.targetState(id)).toBe('initial Elb.RegistrationInProgress')
  account.timeline.advance(10)
  expect(account.targetState(id)).toBe('initial Elb.InitialHealthChecking')
  expect(account.balancers.health(account.group, id)).toBe('initial')
  account.timeline.advance(10)
  expect(account.targetState(id)).toBe('healthy')
  account.v2.DeregisterTargets({ TargetGroupArn: account.group, Targets: [{ Id: id }] })
  account.timeline.advance(59)
  expect(account.targetState(id)).toBe('draining Target.DeregistrationInProgress')
  account.timeline.advance(1)
  expect(account.targetState(id)).toBe('unused Target.NotRegistered')
})

test('a group without a load balancer never checks, and begins when a listener comes', () => {
  const account = scene()
  const lonely = account.targetGroup('lonely')
  const id = account.running()
  account.balancers.register(lonely, id)
  account.timeline.advance(600)
  expect(account.targetState(id, lonely)).toBe('unused Target.NotInUse')
  const listener = account.listen(account.alb, lonely, 81)
  account.timeline.advance(20)
  expect(account.targetState(id, lonely)).toBe('healthy')
  account.v2.DeleteListener({ ListenerArn: listener })
  expect(account.targetState(id, lonely)).toBe('unused Target.NotInUse')
})

test('a zone that the load balancer does not serve is not in use, until it is enabled', () => {
  const account = scene()
  const id = account.running({ SubnetId: account.subnetId(2) })
  account.balancers.register(account.group, id)
  account.timeline.advance(600)
  expect(account.targetState(id)).toBe('unused Target.NotInUse')
  account.v2.SetSubnets({ LoadBalancerArn: account.alb, Subnets: [...account.Subnets, account.subnetId(2)] })
  account.timeline.advance(20)
  expect(account.targetState(id)).toBe('healthy')
})

test('a target of a zone that no load balancer uses is not in use, and one that is not registered is something else', () => {
  const account = scene()
  const [id, other] = [account.running({ SubnetId: account.subnetId(2) }), account.running()]
  account.balancers.register(account.group, id)
  expect([id, other].map((each) => account.balancers.health(account.group, each))).toEqual(['unused', 'unused'])
  expect([id, other].map((each) => account.balancers.whyUnreached(account.group, each))).toEqual([
    'zone not served',
    undefined,
  ])
})

test('a stopped target is in an invalid state', () => {
  const account = scene()
  const id = account.running()
  account.balancers.register(account.group, id)
  account.ops.StopInstances({ InstanceIds: [id] })
  account.timeline.advance(10)
  expect(account.targetState(id)).toBe('unused Target.InvalidState')
  expect(account.balancers.health(account.group, id)).toBe('unused')
})

test('the health of a target on several ports is that of its worst port', () => {
  const account = scene()
  const id = account.running()
  account.v2.RegisterTargets({ TargetGroupArn: account.group, Targets: [{ Id: id }] })
  account.timeline.advance(20)
  account.v2.RegisterTargets({ TargetGroupArn: account.group, Targets: [{ Id: id, Port: 8081 }] })
  expect(account.balancers.health(account.group, id)).toBe('initial')
  account.timeline.advance(20)
  expect(account.balancers.health(account.group, id)).toBe('healthy')
  account.v2.DeregisterTargets({ TargetGroupArn: account.group, Targets: [{ Id: id, Port: 8081 }] })
  const found = account.v2.DescribeTargetHealth({ TargetGroupArn: account.group }).TargetHealthDescriptions
  expect(found?.map(({ Target, TargetHealth }) => [Target?.Port, TargetHealth?.State])).toEqual([
    [80, 'healthy'],
    [8081, 'draining'],
  ])
})

test('a broken target turns unhealthy for the reason given, and healthy when mended', () => {
  const account = scene()
  const id = account.running()
  account.balancers.register(account.group, id)
  account.timeline.advance(20)
  const rows = {
    unhealthy: 'unhealthy Target.FailedHealthChecks',
    'Target.ResponseCodeMismatch': 'unhealthy Target.ResponseCodeMismatch',
    'Target.Timeout': 'unhealthy Target.Timeout',
    'Elb.InternalError': 'unhealthy Elb.InternalError',
    'Target.HealthCheckDisabled': 'unavailable Target.HealthCheckDisabled',
    'Target.DeregistrationInProgress': 'unhealthy.draining Target.DeregistrationInProgress',
    'Target.IpUnusable': 'unused Target.IpUnusable',
    healthy: 'healthy',
  } as const
  for (const [verdict, says] of Object.entries(rows)) {
    account.balancers.setHealth(account.group, id, verdict as keyof typeof rows)
    expect(account.targetState(id)).toBe(says)
  }
})

test('a sick image ends unhealthy, never healthy', () => {
  const account = scene()
  account.behaviour.sickImages.add(account.imageId)
  const id = account.running()
  account.balancers.register(account.group, id)
  account.timeline.advance(3600)
  expect(account.targetState(id)).toBe('unhealthy Target.FailedHealthChecks')
})

test('without a wait for idle targets they may be stopped at once, though they show as draining', () => {
  const patient = scene()
  const hasty = scene({ waitsOutIdleDraining: false })
  for (const [account, seconds] of [
    [patient, 300],
    [hasty, 0],
  ] as const) {
    const id = account.running()
    account.balancers.register(account.group, id)
    account.timeline.advance(20)
    expect(account.balancers.deregister(account.group, id)).toBe(seconds)
    expect(account.balancers.health(account.group, id)).toBe('draining')
  }
})

test('a target that drains and is registered again begins anew', () => {
  const account = scene()
  const id = account.running()
  account.balancers.register(account.group, id)
  account.timeline.advance(20)
  account.balancers.deregister(account.group, id)
  account.balancers.register(account.group, id)
  expect(account.balancers.health(account.group, id)).toBe('initial')
  account.timeline.advance(300)
  expect(account.balancers.health(account.group, id)).toBe('healthy')
})

test('a terminated instance is removed, and listeners are called at every change', () => {
  const account = scene()
  const heard: string[] = []
  account.balancers.onHealthChange((name, id) => heard.push(account.balancers.health(name, id)))
  const id = account.running()
  account.balancers.register(account.group, id)
  account.timeline.advance(20)
  account.ec2.terminate(id)
  account.timeline.advance(10)
  expect(heard).toEqual(['initial', 'healthy', 'unused', 'unused'])
  expect(account.v2.DescribeTargetHealth({ TargetGroupArn: account.group }).TargetHealthDescriptions).toEqual([])
})

test('20,000 targets in 1,000 groups turn healthy', () => {
  const account = scene()
  const vpc = account.ops.CreateVpc({ CidrBlock: '10.0.0.0/16' }).Vpc?.VpcId ?? ''
  const SubnetId = account.ec2.seedSubnet({ zone: 'eu-west-1a', cidr: '10.0.0.0/16', vpcId: vpc })
  const groups = Array.from({ length: 1000 }, (_, number) => account.targetGroup(`g${number}`))
  groups.forEach((group, number) => {
    if (number % 50 === 0) account.listen(account.alb, group, 1000 + number)
  })
  const ids = account.run({ SubnetId, MinCount: 20_000, MaxCount: 20_000 })
  ids.forEach((id, number) => account.balancers.register(groups[number % 1000] ?? '', id))
  account.timeline.advance(60)
  expect(
    ids.filter((id, number) => account.balancers.health(groups[number % 1000] ?? '', id) === 'healthy'),
  ).toHaveLength(400)
})
