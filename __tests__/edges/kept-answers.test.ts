/** What a look keeps from an earlier one never lets an instance leave. */
import { expectRolled, run, scene } from './fixture.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const HEALTH = 'elasticloadbalancing:DescribeTargetHealth'
const GROUPS = 'autoscaling:DescribeAutoScalingGroups'
const TERMINATE = 'autoscaling:TerminateInstanceInAutoScalingGroup'
const REFRESHES = 'autoscaling:DescribeInstanceRefreshes'
const TEMPLATES = 'ec2:DescribeLaunchTemplates'

/**
 * The first new instance serves, all are healthy, and only its warm-up is waited for: the looks keep what was told. Then an old
 * one falls sick. By what was kept, four would be ready and a healthy one could go.
 */
test('an old instance that falls sick while a warm-up is waited for is the one that leaves', async () => {
  const web = scene({ size: 3 })
  const { account, group } = web
  const [arn = ''] = group.targetGroupArns
  const sick = group.instanceIds[2] ?? ''
  let healthyAt: number | undefined
  account.balancers.onHealthChange((name, id) => {
    if (healthyAt !== undefined || group.instanceIds.includes(id) || account.balancers.health(name, id) !== 'healthy')
      return
    healthyAt = account.timeline.now
    account.timeline.after(40, () => account.balancers.setHealth(arn, sick, 'unhealthy'))
  })
  expectRolled(web, await run(web, { warmup: '60' }))
  const [first] = account.ledger.terminations('web')
  expect(first).toBe(sick)
  expect(account.ledger.lowestReady('web')).toBe(3)
  // In the warm-up nothing was asked of the load balancer.
  const asked = account.ledger.entries.filter(({ action, at }) => action === HEALTH && at > (healthyAt ?? 0) + 10 && at < (healthyAt ?? 0) + 55) // prettier-ignore
  expect(asked).toEqual([])
})

test('right before each departure health and launch source are asked for', async () => {
  const web = scene({ size: 3 })
  expectRolled(web, await run(web, { warmup: '60' }))
  const { entries } = web.account.ledger
  const departures = entries.flatMap(({ action }, index) => (action === TERMINATE ? [index] : []))
  expect(departures).toHaveLength(3)
  for (const index of departures) {
    const since = entries.slice(0, index).findLastIndex(({ action }) => action === GROUPS)
    expect(entries.slice(since, index).map(({ action }) => action)).toEqual(expect.arrayContaining([HEALTH, TEMPLATES]))
  }
})

test('right before each departure AWS is asked whether others refresh the group, and once before capacity is added', async () => {
  const web = scene({ size: 3 })
  expectRolled(web, await run(web))
  const { entries } = web.account.ledger
  const asked = entries.flatMap(({ action }, index) => (action === REFRESHES ? [index] : []))
  const added = entries.findIndex(({ action }) => action === 'autoscaling:UpdateAutoScalingGroup')
  expect(asked.filter((index) => index < added)).toHaveLength(1)
  const departures = entries.flatMap(({ action }, index) => (action === TERMINATE ? [index] : []))
  for (const index of departures) {
    const since = entries.slice(0, index).findLastIndex(({ action }) => action === GROUPS)
    expect(entries.slice(since, index).map(({ action }) => action)).toContain(REFRESHES)
  }
  expect(asked).toHaveLength(1 + departures.length)
})

test('the first look tells how many targets there are, and one answer what kind of target groups they are in', async () => {
  const web = scene({ size: 3 })
  expectRolled(web, await run(web))
  const { entries } = web.account.ledger
  const before = entries.slice(
    0,
    entries.findIndex(({ changes, action }) => changes && !action.startsWith('sts')),
  )
  const count = (wanted: string): number => before.filter(({ action }) => action === wanted).length
  expect(count(HEALTH)).toBe(1)
  expect(count('elasticloadbalancing:DescribeTargetGroups')).toBe(1)
})

test('while nothing has changed a roll that waits asks for neither', async () => {
  const web = scene({ size: 3 }, { behaviour: { bootSeconds: 100, reactionSeconds: 10 } })
  expectRolled(web, await run(web))
  const { entries } = web.account.ledger
  const count = (wanted: string): number => entries.filter(({ action }) => action === wanted).length
  // At the departure of each of three, and while the one in its place turns healthy.
  expect(count(HEALTH)).toBeLessThanOrEqual(3 * 4)
  expect(count(TEMPLATES)).toBeLessThan(count(GROUPS) / 4)
})
