import { Random } from '../../../simulator/random.ts'
import { fixture, refusal, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const

/** A number of empty groups `g000`, `g001`, ..., every third with a tag. */
function many(count: number): Fixture {
  const it = fixture()
  for (let n = 0; n < count; n++) {
    const Tags = n % 3 === 0 ? [{ Key: 'team', Value: n % 2 === 0 ? 'even' : 'odd' }] : []
    it.create({ AutoScalingGroupName: `g${String(n).padStart(3, '0')}`, Tags })
  }
  return it
}

/** All pages: how long each was, and all names. */
function pages(it: Fixture, input: object = {}): { sizes: number[]; names: string[] } {
  const sizes: number[] = []
  const names: string[] = []
  for (let NextToken: string | undefined; ;) {
    const answer = it.aws.DescribeAutoScalingGroups({ ...input, ...(NextToken !== undefined && { NextToken }) })
    sizes.push(answer.AutoScalingGroups?.length ?? 0)
    names.push(...(answer.AutoScalingGroups ?? []).map(({ AutoScalingGroupName = '' }) => AutoScalingGroupName))
    NextToken = answer.NextToken
    if (NextToken === undefined) return { sizes, names }
  }
}

describe('DescribeAutoScalingGroups', () => {
  test('gives 50 groups a page, up to 100 on demand, each once', () => {
    const it = many(120)
    expect(pages(it).sizes).toEqual([50, 50, 20])
    expect(pages(it, { MaxRecords: 100 }).sizes).toEqual([100, 20])
    expect(new Set(pages(it).names).size).toBe(120)
  })

  test('a page that is exactly full brings no token when nothing follows', () => {
    expect(pages(many(50)).sizes).toEqual([50])
  })

  test('a group deleted between two pages hides no other', () => {
    const it = many(60)
    const first = it.aws.DescribeAutoScalingGroups({})
    it.aws.DeleteAutoScalingGroup({ AutoScalingGroupName: 'g010' })
    it.timeline.advance(10)
    const second = it.aws.DescribeAutoScalingGroups({ NextToken: first.NextToken })
    expect(second.AutoScalingGroups?.[0]?.AutoScalingGroupName).toBe('g050')
  })

  test('unknown names are simply absent', () => {
    const it = many(2)
    expect(pages(it, { AutoScalingGroupNames: ['g001', 'unknown'] }).names).toEqual(['g001'])
  })

  test('takes 50 names, and as many as a page holds when longer pages are requested', () => {
    const it = many(60)
    const names = (count: number) => Array.from({ length: count }, (_, n) => `g${String(n).padStart(3, '0')}`)
    expect(() => it.aws.DescribeAutoScalingGroups({ AutoScalingGroupNames: names(51) })).toThrow(
      'Member must have length less than or equal to 50',
    )
    expect(
      it.aws.DescribeAutoScalingGroups({ AutoScalingGroupNames: names(60), MaxRecords: 100 }).AutoScalingGroups,
    ).toHaveLength(60)
  })

  const filters = [
    {
      name: 'tag:<key> any of the values',
      Filters: [{ Name: 'tag:team', Values: ['even', 'x'] }],
      names: ['g000', 'g006'],
    },
    { name: 'tag-key', Filters: [{ Name: 'tag-key', Values: ['team'] }], names: ['g000', 'g003', 'g006'] },
    { name: 'tag-value', Filters: [{ Name: 'tag-value', Values: ['odd'] }], names: ['g003'] },
    {
      name: 'two filters, both must match',
      Filters: [
        { Name: 'tag-key', Values: ['team'] },
        { Name: 'tag:team', Values: ['odd'] },
      ],
      names: ['g003'],
    },
    { name: 'a tag that no group has', Filters: [{ Name: 'tag:none', Values: [''] }], names: [] },
  ]
  test.each(filters)('filters by $name', ({ Filters, names }) => {
    expect(pages(many(8), { Filters }).names).toEqual(names)
  })

  test('leaves the instances out on request', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1 })
    it.settle()
    expect(it.aws.DescribeAutoScalingGroups({ IncludeInstances: false }).AutoScalingGroups?.[0]).not.toHaveProperty(
      'Instances',
    )
  })

  test('shows the settings with AWS’s defaults, zones from the subnets, and every traffic source', () => {
    const it = fixture()
    it.create({ LoadBalancerNames: ['lb'], TargetGroupARNs: ['tg'], DefaultInstanceWarmup: 60, Context: 'c' })
    it.aws.UpdateAutoScalingGroup({ ...web, DefaultInstanceWarmup: -1 })
    const group = it.group()
    expect(group).toMatchObject({
      AvailabilityZones: ['eu-west-1a', 'eu-west-1b'],
      VPCZoneIdentifier: 'subnet-a,subnet-b',
      DefaultCooldown: 300,
      HealthCheckType: 'EC2',
      HealthCheckGracePeriod: 0,
      TerminationPolicies: ['Default'],
      NewInstancesProtectedFromScaleIn: false,
      LoadBalancerNames: ['lb'],
      TargetGroupARNs: ['tg'],
      TrafficSources: [
        { Identifier: 'lb', Type: 'elb' },
        { Identifier: 'tg', Type: 'elbv2' },
      ],
      Context: 'c',
      CreatedTime: new Date(it.timeline.now * 1000),
    })
    expect(group).not.toHaveProperty('DefaultInstanceWarmup')
    expect(group).not.toHaveProperty('Status')
  })
})

describe('sizes in an update', () => {
  test.each([
    { name: 'a minimum above the desired capacity raises it', sizes: { MinSize: 4 }, becomes: [4, 10, 4] },
    { name: 'a maximum below the desired capacity lowers it', sizes: { MaxSize: 2 }, becomes: [0, 2, 2] },
    { name: 'other bounds leave it', sizes: { MinSize: 1, MaxSize: 5 }, becomes: [1, 5, 3] },
    { name: 'all three together', sizes: { MinSize: 6, MaxSize: 8, DesiredCapacity: 7 }, becomes: [6, 8, 7] },
  ])('$name', ({ sizes, becomes }) => {
    const it = fixture()
    it.create({ DesiredCapacity: 3 })
    it.aws.UpdateAutoScalingGroup({ ...web, ...sizes })
    const { MinSize, MaxSize, DesiredCapacity } = it.group()
    expect([MinSize, MaxSize, DesiredCapacity]).toEqual(becomes)
  })
})

describe('DescribeAutoScalingInstances', () => {
  test('finds instances by id in any group and ignores unknown ones', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1 })
    it.settle()
    const answer = it.aws.DescribeAutoScalingInstances({ InstanceIds: ['i-0', ...it.ids()] })
    expect(answer.AutoScalingInstances).toMatchObject([
      { AutoScalingGroupName: 'web', LifecycleState: 'InService', HealthStatus: 'HEALTHY' },
    ])
  })
})

describe('DescribeScalingActivities', () => {
  test('gives the newest first, in pages of a hundred', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 130, MaxSize: 200 })
    it.settle()
    const first = it.aws.DescribeScalingActivities(web)
    expect(first.Activities).toHaveLength(100)
    expect(it.aws.DescribeScalingActivities({ ...web, NextToken: first.NextToken }).Activities).toHaveLength(30)
    expect(first.Activities?.[0]?.Description).toBe('Launching a new EC2 instance: i-00000000000000130')
  })

  test('finds activities by id, by time and by status', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1 })
    it.settle()
    const [activity] = it.activities()
    const ids = [activity?.ActivityId ?? '', 'unknown']
    expect(it.aws.DescribeScalingActivities({ ActivityIds: ids }).Activities).toEqual([activity])
    const filtered = (Name: string, value: string) => it.aws.DescribeScalingActivities({ ...web, Filters: [{ Name, Values: [value] }] }).Activities?.length // prettier-ignore
    expect(filtered('Status', 'Successful')).toBe(1)
    expect(filtered('Status', 'Failed')).toBe(0)
    expect(filtered('StartTimeLowerBound', '2026-01-05T09:00:00Z')).toBe(0)
    expect(filtered('StartTimeUpperBound', '2026-01-05T09:00:00Z')).toBe(1)
  })

  test('has those of deleted groups on request', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1 })
    it.settle()
    const before = it.activities().length
    it.aws.DeleteAutoScalingGroup({ AutoScalingGroupName: 'web', ForceDelete: true })
    it.settle()
    const count = (input: object) => it.aws.DescribeScalingActivities(input).Activities?.length
    expect(refusal(() => count({ AutoScalingGroupName: 'web' }))).toMatch(
      /^ValidationError: AutoScalingGroup name not found/,
    )
    expect(count({ AutoScalingGroupName: 'web', IncludeDeletedGroups: true })).toBeGreaterThan(before)
    expect(count({ AutoScalingGroupName: 'other', IncludeDeletedGroups: true })).toBe(0)
    expect([count({}), count({ IncludeDeletedGroups: false })]).toEqual([0, 0])
    expect(count({ IncludeDeletedGroups: true })).toBeGreaterThan(before)
  })

  test('forgets after six weeks', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1 })
    it.settle()
    it.timeline.advance(42 * 86_400)
    expect(it.activities()).toEqual([])
  })
})

describe('tags', () => {
  test('are added, changed and deleted, and found by filters', () => {
    const it = fixture()
    it.create({ Tags: [{ Key: 'a', Value: '1' }] })
    it.aws.CreateOrUpdateTags({
      Tags: [{ ResourceId: 'web', ResourceType: 'auto-scaling-group', Key: 'b', Value: '2', PropagateAtLaunch: true }],
    })
    it.aws.CreateOrUpdateTags({ Tags: [{ ResourceId: 'web', Key: 'a', Value: '3' }] })
    const all = [
      { ResourceId: 'web', ResourceType: 'auto-scaling-group', Key: 'a', Value: '3', PropagateAtLaunch: false },
      { ResourceId: 'web', ResourceType: 'auto-scaling-group', Key: 'b', Value: '2', PropagateAtLaunch: true },
    ]
    expect(it.group().Tags).toEqual(all)
    expect(
      it.aws.DescribeTags({
        Filters: [
          { Name: 'auto-scaling-group', Values: ['web'] },
          { Name: 'key', Values: ['b'] },
        ],
      }).Tags,
    ).toEqual(all.slice(1))
    it.aws.DeleteTags({
      Tags: [
        { ResourceId: 'web', Key: 'a', Value: 'other' },
        { ResourceId: 'web', Key: 'b' },
      ],
    })
    expect(it.group().Tags).toEqual(all.slice(0, 1))
  })
})

describe('pages', () => {
  test('may be short although more follows, and lose nothing', () => {
    const it = fixture({ shortPages: new Random(3) })
    const names = Array.from({ length: 40 }, (_, place) => `group-${place}`)
    for (const AutoScalingGroupName of names) it.create({ AutoScalingGroupName })
    const pages: string[][] = []
    for (let token: string | undefined, isFirst = true; isFirst || token !== undefined; isFirst = false) {
      const page = it.aws.DescribeAutoScalingGroups({ MaxRecords: 10, NextToken: token })
      pages.push((page.AutoScalingGroups ?? []).map(({ AutoScalingGroupName = '' }) => AutoScalingGroupName))
      token = page.NextToken
    }
    expect(pages.flat()).toEqual(names)
    expect(pages.length).toBeGreaterThan(5)
    expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(10)
  })
})

describe('static lists', () => {
  test('name the termination policies, the hook types and the limits', () => {
    const it = fixture()
    it.create()
    expect(it.aws.DescribeTerminationPolicyTypes({}).TerminationPolicyTypes).toContain('AllocationStrategy')
    expect(it.aws.DescribeLifecycleHookTypes({}).LifecycleHookTypes).toHaveLength(2)
    expect(it.aws.DescribeAdjustmentTypes({}).AdjustmentTypes).toHaveLength(3)
    expect(it.aws.DescribeAccountLimits({})).toMatchObject({
      NumberOfAutoScalingGroups: 1,
      NumberOfLaunchConfigurations: 0,
    })
  })
})

describe('stale answers', () => {
  test('come for a while after a write, sometimes, and then no more', () => {
    const it = fixture({ staleSeconds: 10 })
    it.create({ DesiredCapacity: 1 })
    it.timeline.advance(20)
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 2 })
    const observed = () => new Set(Array.from({ length: 30 }, () => it.group().DesiredCapacity))
    expect(observed()).toEqual(new Set([1, 2]))
    expect(it.service.capacity('web').desired).toBe(2)
    it.timeline.advance(10)
    expect(observed()).toEqual(new Set([2]))
  })

  test('hide a new group now and then', () => {
    const it = fixture({ staleSeconds: 10 })
    it.create()
    const counts = Array.from({ length: 30 }, () => it.aws.DescribeAutoScalingGroups({}).AutoScalingGroups?.length)
    expect(new Set(counts)).toEqual(new Set([0, 1]))
  })
})
