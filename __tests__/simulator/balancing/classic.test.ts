import { refusal, scene, type Scene } from './fixture.ts'

const drain = ({ classic }: Scene, Timeout: number) =>
  classic.ModifyLoadBalancerAttributes({
    LoadBalancerName: 'web',
    LoadBalancerAttributes: { ConnectionDraining: { Enabled: true, Timeout } },
  })

describe('what a classic load balancer refuses', () => {
  const rows: Record<string, { act: (s: Scene) => unknown; says: string }> = {
    'an unknown name': {
      act: ({ classic }) => classic.DescribeLoadBalancers({ LoadBalancerNames: ['api'] }),
      says: "LoadBalancerNotFound: There is no ACTIVE Load Balancer named 'api'",
    },
    'health of an unknown name': {
      act: ({ classic }) => classic.DescribeInstanceHealth({ LoadBalancerName: 'api' }),
      says: 'LoadBalancerNotFound',
    },
    'a name in use with other listeners': {
      act: ({ classic, Subnets }) =>
        classic.CreateLoadBalancer({
          LoadBalancerName: 'web',
          Subnets,
          Listeners: [{ Protocol: 'TCP', LoadBalancerPort: 22, InstancePort: 22 }],
        }),
      says: 'DuplicateLoadBalancerName: Load Balancer with name: web already exists and it is configured with different parameters.',
    },
    'a name over 32 characters': {
      act: ({ classic, Subnets, Listeners }) =>
        classic.CreateLoadBalancer({ LoadBalancerName: 'x'.repeat(33), Subnets, Listeners }),
      says: 'ValidationError: LoadBalancer name',
    },
    'no listeners': {
      act: ({ classic, Subnets }) => classic.CreateLoadBalancer({ LoadBalancerName: 'api', Subnets, Listeners: [] }),
      says: 'ValidationError: Listeners cannot be empty',
    },
    'an unknown subnet': {
      act: ({ classic, Listeners }) =>
        classic.CreateLoadBalancer({ LoadBalancerName: 'api', Subnets: ['subnet-1'], Listeners }),
      says: 'SubnetNotFound',
    },
    'an unknown instance': {
      act: ({ classic }) =>
        classic.RegisterInstancesWithLoadBalancer({
          LoadBalancerName: 'web',
          Instances: [{ InstanceId: 'i-00000001' }],
        }),
      says: 'InvalidInstance: Could not find EC2 instance i-00000001.',
    },
    'draining over an hour': {
      act: (account) => drain(account, 3601),
      says: 'ValidationError: ConnectionDraining timeout must be between 1 and 3600 seconds',
    },
    'a page of 401': {
      act: ({ classic }) => classic.DescribeLoadBalancers({ PageSize: 401 }),
      says: 'ValidationError',
    },
    'tags of 21 names': {
      act: ({ classic }) => classic.DescribeTags({ LoadBalancerNames: Array.from({ length: 21 }, () => 'web') }),
      says: "at 'loadBalancerNames' failed to satisfy constraint: Member must have length less than or equal to 20",
    },
    'an eleventh tag': {
      act: ({ classic }) =>
        classic.AddTags({ LoadBalancerNames: ['web'], Tags: Array.from({ length: 11 }, (_, n) => ({ Key: `k${n}` })) }),
      says: 'TooManyTags',
    },
    'a tag twice': {
      act: ({ classic }) => classic.AddTags({ LoadBalancerNames: ['web'], Tags: [{ Key: 'a' }, { Key: 'a' }] }),
      says: 'DuplicateTagKeys',
    },
    'the 21st balancer': {
      act: ({ classic, Subnets, Listeners }) =>
        Array.from({ length: 20 }, (_, n) =>
          classic.CreateLoadBalancer({ LoadBalancerName: `n${n}`, Subnets, Listeners }),
        ),
      says: 'TooManyLoadBalancers',
    },
  }
  test.each(Object.entries(rows))('%s', (_, { act, says }) => {
    expect(refusal(() => act(scene()))).toContain(says)
  })
})

test('an instance is pending, registering, unproven, and then in service', () => {
  const account = scene()
  const id = account.runOne()
  account.balancers.register('web', id)
  expect(account.classicState(id)).toBe('OutOfService Instance Instance is in pending state.')
  account.timeline.advance(30)
  expect(account.classicState(id)).toBe('OutOfService ELB Instance registration is still in progress.')
  account.timeline.advance(19)
  expect(account.classicState(id)).toBe(
    'OutOfService Instance Instance has not passed the configured HealthyThreshold number of health checks consecutively.',
  )
  account.timeline.advance(1)
  expect(account.classicState(id)).toBe('InService N/A N/A')
})

test('an instance of a sick image never comes in service', () => {
  const account = scene()
  account.behaviour.sickImages.add(account.imageId)
  const id = account.running()
  account.balancers.register('web', id)
  account.timeline.advance(3600)
  expect(account.classicState(id)).toBe(
    'OutOfService Instance Instance has failed at least the UnhealthyThreshold number of health checks consecutively.',
  )
})

test('a draining instance is still called in service, then it is not registered', () => {
  const account = scene()
  drain(account, 60)
  const id = account.running()
  account.balancers.register('web', id)
  account.timeline.advance(20)
  expect(account.balancers.deregister('web', id)).toBe(60)
  expect(account.classicState(id)).toBe('InService N/A Instance deregistration currently in progress.')
  account.timeline.advance(60)
  expect(account.classicState(id)).toBe('OutOfService N/A Instance is not currently registered with the LoadBalancer.')
  expect(account.classic.DescribeInstanceHealth({ LoadBalancerName: 'web' }).InstanceStates).toEqual([])
})

test('without draining, or when idle connections are not waited for, an instance leaves at once', () => {
  const plain = scene()
  const impatient = scene({ waitsOutIdleDraining: false })
  drain(impatient, 60)
  for (const account of [plain, impatient]) {
    const id = account.running()
    account.balancers.register('web', id)
    account.timeline.advance(20)
    expect(account.balancers.deregister('web', id)).toBe(0)
    expect(account.classicState(id)).toContain('Instance is not currently registered')
  }
})

test('a zone that is not enabled is said so, and enabling it lets the instance in', () => {
  const account = scene()
  const id = account.running({ SubnetId: account.subnetId(2) })
  account.balancers.register('web', id)
  expect(account.classicState(id)).toContain('Availability Zone for which LoadBalancer is not configured')
  account.classic.AttachLoadBalancerToSubnets({ LoadBalancerName: 'web', Subnets: [account.subnetId(2)] })
  account.timeline.advance(20)
  expect(account.classicState(id)).toBe('InService N/A N/A')
})

test('a stopped instance is out of service, one that is started again is checked again, a terminated one is gone', () => {
  const account = scene()
  const id = account.running()
  const ids = { InstanceIds: [id] }
  account.classic.RegisterInstancesWithLoadBalancer({ LoadBalancerName: 'web', Instances: [{ InstanceId: id }] })
  account.timeline.advance(20)
  account.ops.StopInstances(ids)
  account.timeline.advance(10)
  expect(account.classicState(id)).toBe('OutOfService Instance Instance is in stopped state.')
  account.ops.StartInstances(ids)
  account.timeline.advance(49)
  expect(account.classicState(id)).toContain('has not passed')
  account.timeline.advance(1)
  expect(account.classicState(id)).toContain('InService')
  account.ops.TerminateInstances(ids)
  account.timeline.advance(10)
  expect(account.classic.DescribeInstanceHealth({ LoadBalancerName: 'web' }).InstanceStates).toEqual([])
})

test('balancers come in pages of the requested size', () => {
  const { classic, Subnets, Listeners } = scene()
  for (const name of ['b', 'c']) classic.CreateLoadBalancer({ LoadBalancerName: name, Subnets, Listeners })
  const first = classic.DescribeLoadBalancers({ PageSize: 2 })
  const second = classic.DescribeLoadBalancers({
    PageSize: 2,
    ...(first.NextMarker ? { Marker: first.NextMarker } : {}),
  })
  const names = [first, second].map(({ LoadBalancerDescriptions: found }) =>
    found?.map(({ LoadBalancerName }) => LoadBalancerName),
  )
  expect(names).toEqual([['web', 'b'], ['c']])
  expect(second.NextMarker).toBeUndefined()
})

test('the same balancer made again is the same, one that is not there can be deleted', () => {
  const { classic, Subnets, Listeners, balancers } = scene()
  const before = classic.DescribeLoadBalancers({}).LoadBalancerDescriptions?.[0]?.DNSName
  expect(classic.CreateLoadBalancer({ LoadBalancerName: 'web', Subnets, Listeners }).DNSName).toBe(before)
  classic.DeleteLoadBalancer({ LoadBalancerName: 'web' })
  classic.DeleteLoadBalancer({ LoadBalancerName: 'web' })
  expect(balancers.exists('web')).toBe(false)
})
