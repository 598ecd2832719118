/** While it is not known which instances serve, nothing that may serve is taken away. */
import { instanceIds } from '../../simulator/scenario.ts'
import { oldLeft, operator, run, type Scene, scene, standing, stripTags } from './fixture.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

/** Four old instances, of which the load balancer calls so many sick. */
function partlySick(sick: number): Scene {
  const fixture = scene({ size: 4, sizes: { min: 0, max: 20 } })
  const { account, group } = fixture
  for (const name of group.targetGroupArns)
    for (const id of group.instanceIds.slice(0, sick)) account.balancers.setHealth(name, id, 'unhealthy')
  account.ledger.sample()
  return fixture
}

const HEALTH = 'elasticloadbalancing:DescribeTargetHealth'
const TERMINATE = 'autoscaling:TerminateInstanceInAutoScalingGroup'
const REFUSAL = { kind: 'refusal', code: 'AccessDenied', message: 'not now', status: 403 } as const

const losses = {
  'for a moment': ({ account }: Scene) => account.faults.inject({ action: HEALTH, fault: REFUSAL, times: 1 }),
  'for good': ({ account }: Scene) => account.faults.deny(HEALTH),
} as const

const rows = Object.entries(losses).flatMap(([howLong, lose]) =>
  [4, 1].flatMap((sick) => [55, 65, 75, 85].map((seconds) => ({ howLong, lose, sick, seconds }))),
)

test.each(rows)(
  'health that cannot be read $howLong, $seconds s in with $sick of 4 old ones sick, costs no instance that serves',
  async ({ lose, sick, seconds }) => {
    const fixture = partlySick(sick)
    const { account } = fixture
    account.timeline.after(seconds, () => lose(fixture))
    const from = account.timeline.now
    const rolled = await run(fixture, { surge: '3' })
    const lostSight = account.ledger.entries.findIndex(
      ({ at, action, outcome }) => at >= from + seconds && action === HEALTH && outcome !== 'ok',
    )
    expect(lostSight).toBeGreaterThan(0)
    const after = account.ledger.entries.slice(lostSight)
    expect(after.filter(({ action }) => action === TERMINATE)).toEqual([])
    expect(rolled.result.status).toBe('unfinished')
    // What is safe without sight is done, the rest is told.
    expect(standing(account).suspended).toEqual([])
    expect(rolled.result.left.join(' ')).toContain('The desired capacity should be 4 again.')
    account.timeline.advance(300)
    // All three new ones serve, and so do the old ones that served.
    expect(account.autoScaling.capacity('web').readyUnits).toBeGreaterThanOrEqual(3 + (4 - sick))
    account.faults.clear()
    const post = await run(fixture, {}, { state: rolled.state })
    expect(post.failed).toBe(false)
    expect(standing(account)).toEqual(fixture.before)
    expect(account.autoScaling.capacity('web').readyUnits).toBeGreaterThanOrEqual(Math.min(4, 3 + (4 - sick)))
  },
)

test.each([
  { what: 'EC2', action: 'ec2:DescribeInstances', from: 30 },
  { what: 'the launch source', action: 'ec2:DescribeLaunchTemplates', from: 65 },
  { what: 'activities', action: 'autoscaling:DescribeScalingActivities', from: 2, reactionSeconds: 40 },
  { what: 'the group', action: 'autoscaling:DescribeAutoScalingGroups', from: 65 },
])(
  'where $what cannot be read any more nothing is terminated, and processes run again',
  async ({ action, from, reactionSeconds }) => {
    const fixture = partlySick(4)
    const { account } = fixture
    // Activities are read where a launch is late.
    if (reactionSeconds !== undefined) account.behaviour.reactionSeconds = reactionSeconds
    account.timeline.after(from, () => account.faults.deny(action))
    const rolled = await run(fixture, { surge: '3' })
    expect(rolled.result.failure?.what).toContain(action)
    const lostSight = account.ledger.entries.findIndex((entry) => entry.action === action && entry.outcome !== 'ok')
    const after = account.ledger.entries.slice(lostSight)
    expect(after.filter((entry) => entry.action === TERMINATE)).toEqual([])
    expect(standing(account)).toMatchObject({
      suspended: [],
      memo: ['fleet-patch:memo', 'fleet-patch:run', 'fleet-patch:progress'],
    })
    account.timeline.advance(300)
    expect(account.autoScaling.capacity('web').readyUnits).toBeGreaterThanOrEqual(3)
  },
)

test('tags that others remove before the health cannot be read are written again before the processes run', async () => {
  const fixture = partlySick(0)
  const { account } = fixture
  account.timeline.after(65, () => {
    stripTags(account)
    account.faults.deny(HEALTH)
  })
  const rolled = await run(fixture, { surge: '3' })
  expect(rolled.result.status).toBe('unfinished')
  const calls = account.ledger.changes().map(({ operation }) => operation)
  expect(calls.slice(-3)).toEqual(['CreateOrUpdateTags', 'ResumeProcesses', 'CreateOrUpdateTags'])
  expect(standing(account)).toMatchObject({ suspended: [], memo: ['fleet-patch:memo', 'fleet-patch:run', 'fleet-patch:progress'] }) // prettier-ignore
  account.faults.clear()
  account.timeline.advance(400)
  expect((await run(fixture, { mode: 'restore' }, { runId: '2000' })).failed).toBe(false)
  expect(standing(account)).toEqual(fixture.before)
})

// The run terminated what the operator had asked for, put MaxSize back, and told that it had kept both.
test.each([
  { name: 'a desired capacity', sizes: { DesiredCapacity: 6 }, kept: [0, 6, 6] },
  { name: 'MaxSize', sizes: { MaxSize: 7 }, kept: [0, 4, 7] },
  { name: 'both', sizes: { DesiredCapacity: 6, MaxSize: 7 }, kept: [0, 6, 7] },
])('$name set since a roll has left its sizes is kept also where AWS lets write no tags', async ({ sizes, kept }) => {
  const fixture = scene({ size: 4, sizes: { min: 0, max: 4 } })
  const { account } = fixture
  account.timeline.after(30, () => account.faults.deny(HEALTH))
  const rolled = await run(fixture, { surge: '4' })
  expect(standing(account)).toMatchObject({ sizes: [0, 8, 8], suspended: [] })
  account.faults.clear()
  account.timeline.advance(100)
  operator(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', ...sizes })
  account.timeline.advance(400)
  account.faults.deny('autoscaling:CreateOrUpdateTags')
  const restored = await run(fixture, { mode: 'restore' }, { runId: '2000' })
  expect(standing(account).sizes).toEqual(kept)
  expect(restored.result.left.filter((note) => note.includes('from outside this run'))).toHaveLength(
    Object.keys(sizes).length,
  )
  expect(rolled.result.status).toBe('unfinished')
})

// The post step took the sizes that the roll had left for a wish of others, since all processes ran again: they stayed for good.
test('the post step knows the sizes that a roll has left with other tags, which AWS did not let it write', async () => {
  const fixture = partlySick(0)
  const { account } = fixture
  account.timeline.after(65, () => {
    stripTags(account)
    account.faults.deny('autoscaling:CreateOrUpdateTags')
    account.faults.deny(HEALTH)
  })
  const rolled = await run(fixture, { surge: '3' })
  expect(rolled.result.status).toBe('unfinished')
  expect(standing(account)).toMatchObject({ suspended: [], memo: [] })
  expect(standing(account).sizes).not.toEqual(fixture.before.sizes)
  account.faults.clear()
  // The activities would prove whose the sizes are.
  account.faults.deny('autoscaling:DescribeScalingActivities')
  account.timeline.advance(400)
  expect((await run(fixture, {}, { state: rolled.state })).failed).toBe(false)
  expect(standing(account)).toEqual(fixture.before)
})

test.each([
  { balancer: 'target-group', action: HEALTH, content: 'TargetHealthDescriptions' },
  { balancer: 'classic', action: 'elasticloadbalancing:DescribeInstanceHealth', content: 'InstanceStates' },
] as const)('an empty answer on the health of a $balancer is no answer, also while a roll is put back', async (row) => {
  const fixture = scene({ balancers: [row.balancer] })
  const { account } = fixture
  account.faults.inject({ action: row.action, fault: { kind: 'empty' }, skip: 3, times: 45 })
  const rolled = await run(fixture, { timeout: '2' })
  expect(rolled.result.failure?.why).toBe('The time given by `timeout` is over.')
  expect(rolled.reported).toContain(`There is no usable answer to ${row.action}: AWS answered with no ${row.content}.`)
  expect(standing(account)).toEqual(fixture.before)
  expect(account.ledger.lowestReady('web')).toBe(3)
})

test('while answers on instance refreshes have no content nothing leaves: one may be under way', async () => {
  const fixture = scene()
  const { account } = fixture
  account.timeline.after(20, () =>
    account.faults.inject({ action: 'autoscaling:DescribeInstanceRefreshes', fault: { kind: 'empty' } }),
  )
  const rolled = await run(fixture, { timeout: '6' })
  expect(rolled.failed).toBe(true)
  expect(rolled.reported).toContain('AWS does not say whether an instance refresh is under way')
  expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
  expect(standing(account)).toEqual(fixture.before)
})

test('a target group that is deleted in mid-roll halts the roll, and the group is put back with its old instances', async () => {
  const fixture = partlySick(0)
  const { account, group } = fixture
  account.timeline.after(65, () => {
    for (const TargetGroupArn of group.targetGroupArns) {
      for (const { LoadBalancerArn } of account.balancers.v2.operations.DescribeLoadBalancers({}).LoadBalancers ?? [])
        account.balancers.v2.operations.DeleteLoadBalancer({ LoadBalancerArn })
      account.balancers.v2.operations.DeleteTargetGroup({ TargetGroupArn })
    }
  })
  const rolled = await run(fixture, { surge: '3' })
  expect(rolled.result.status).toBe('halted')
  expect(rolled.result.failure?.why).toContain('which does not exist')
  expect(standing(account)).toEqual(fixture.before)
  expect(instanceIds(account, 'web')).toEqual(group.instanceIds.toSorted())
})
