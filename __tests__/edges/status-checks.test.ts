/**
 * An image whose instances boot and fail EC2's status checks. Without a load balancer `InService` was all that was asked: the
 * whole group was replaced by instances that nothing can reach, and the summary said "never fewer than 6 ready".
 */
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { expectRolled, expectPutBack, oldLeft, operator, run, scene, type Scene, sceneOf } from './fixture.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

test('without a load balancer a new instance that is impaired is never ready, and the roll halts with that reason', async () => {
  const web = scene({ size: 6, balancers: [] }, { behaviour: { impairedSeconds: 3600 } })
  web.account.behaviour.impairedImages.add(web.group.newImageId)
  const rolled = await run(web)
  expectPutBack(web, rolled)
  expect(oldLeft(web)).toHaveLength(6)
  expect(rolled.result.failure?.why).toMatch(
    /did not become ready within 15 minutes: EC2 calls it impaired: the instance status check has failed/,
  )
})

test('its group calls it unhealthy after some minutes and replaces it, which is a failure of the new version', async () => {
  const web = scene({ size: 3, balancers: [] })
  web.account.behaviour.impairedImages.add(web.group.newImageId)
  const rolled = await run(web)
  expectPutBack(web, rolled)
  expect(oldLeft(web)).toHaveLength(3)
  expect(rolled.result.failure?.why).toMatch(/left before it was of use/)
})

test('behind a target group that no load balancer uses the status checks decide as well', async () => {
  const web = scene({ size: 3, balancers: ['target-group'] }, { behaviour: { impairedSeconds: 3600 } })
  const { account } = web
  const { LoadBalancers = [] } = account.balancers.v2.operations.DescribeLoadBalancers({})
  for (const { LoadBalancerArn } of LoadBalancers)
    account.balancers.v2.operations.DeleteLoadBalancer({ LoadBalancerArn })
  account.behaviour.impairedImages.add(web.group.newImageId)
  const rolled = await run(web)
  expect(rolled.result.status).toBe('halted')
  expect(oldLeft(web)).toHaveLength(3)
})

test('where a load balancer calls them healthy, status checks are read once, to see that they may be', async () => {
  const web = scene({ size: 3 })
  expectRolled(web, await run(web))
  const reads = web.account.ledger.entries.filter(({ operation }) => operation === 'DescribeInstanceStatus')
  expect(reads).toHaveLength(1)
})

test('an old instance that is impaired leaves first, and does not count as ready meanwhile', async () => {
  const web = scene({ size: 4, balancers: [] }, { behaviour: { impairedSeconds: 3600 } })
  const { account } = web
  const impaired = web.group.instanceIds[2] ?? ''
  account.ec2.setReachable(impaired, 'impaired')
  account.ledger.clear()
  expect(account.autoScaling.capacity('web').ready).toBe(3)
  const rolled = await run(web)
  expectRolled(web, rolled)
  expect(account.ledger.terminations('web')[0]).toBe(impaired)
  expect(account.ledger.lowestReady('web')).toBe(3)
})

test('where nothing is old, and what is in service is impaired, "up to date" is not all that is said', async () => {
  const account = new SimulatedAccount({ behaviour: { impairedSeconds: 3600 } })
  const web = sceneOf(account, addGroup(account, { name: 'web', size: 2, launch: 'template-latest' }))
  const [first = ''] = web.group.instanceIds
  account.ec2.setReachable(first, 'impaired')
  const rolled = await run(web)
  expect([rolled.result.status, rolled.failed]).toEqual(['current', false])
  expect(rolled.result.left).toEqual([
    `${first} is in service and does not serve: EC2 calls it impaired: the instance status check has failed.`,
  ])
})

test('a protected instance that EC2 has ended does not keep a restore from its end, where its group does not notice', async () => {
  const web = scene({ size: 4, balancers: [] })
  const { account, group } = web
  const [first = ''] = group.instanceIds
  operator(account).SetInstanceProtection({
    AutoScalingGroupName: 'web',
    InstanceIds: [...group.instanceIds],
    ProtectedFromScaleIn: true,
  })
  operator(account).SuspendProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['HealthCheck'] })
  // The new instance serves, and nothing old has left, when the run is lost.
  await run(web, { surge: '1', 'standby-instances': 'ignore' }, { process: { crash: { when: 'before', call: 40 } } })
  account.ec2.reclaim(first)
  account.timeline.advance(600)
  expect(account.autoScaling.capacity('web').ids.inService).toContain(first)
  expect(account.autoScaling.capacity('web').ids.ready).not.toContain(first)
  const restored = await run(web, { mode: 'restore' }, { runId: '1001' })
  expect(restored.result.status).toBe('restored')
  expect(account.autoScaling.capacity('web')).toMatchObject({ desired: 4, ready: 4 })
  expect(instanceIds(account, 'web')).not.toContain(first)
})

test.each([
  {
    name: 'EC2 does not tell of an instance',
    begin: ({ account }: Scene) => {
      account.ec2.operations.DescribeInstanceStatus = () => ({ InstanceStatuses: [] })
    },
    said: 'EC2 calls it unknown: EC2 does not tell of it',
  },
  {
    name: 'answers of EC2 have no content',
    begin: ({ account }: Scene) =>
      account.faults.inject({ action: 'ec2:DescribeInstanceStatus', fault: { kind: 'empty' } }),
    said: 'AWS answered with no InstanceStatuses',
  },
])('while $name, no old instance leaves', async ({ begin, said }) => {
  const web = scene({ size: 3, balancers: [] })
  const { account } = web
  // Only once the roll has begun: the new instance is on its way then.
  account.timeline.after(20, () => begin(web))
  const rolled = await run(web)
  expect(rolled.result.status).toBe('unfinished')
  expect(rolled.reported).toContain(said)
  expect(oldLeft(web)).toHaveLength(3)
  expect(account.autoScaling.capacity('web').suspended).toEqual([])
})

test('a missing permission is told by name before the first change', async () => {
  const web = scene({ size: 3, balancers: [] })
  web.account.faults.deny('ec2:DescribeInstanceStatus')
  const rolled = await run(web)
  expect(rolled.failed).toBe(true)
  expect(web.account.ledger.changes()).toEqual([])
  expect(rolled.reported).toContain('ec2:DescribeInstanceStatus')
})

test('a group is put back where the status checks cannot be read: what may serve stays', async () => {
  const web = scene({ size: 3, balancers: [] })
  const { account } = web
  const first = await run(web, {}, { process: { crash: { when: 'after', call: 40 } } })
  expect(first.died).toBe(true)
  // Longer than a lease lasts without renewal.
  account.timeline.advance(400)
  account.faults.deny('ec2:DescribeInstanceStatus')
  const { ready } = account.autoScaling.capacity('web')
  await run(web, { mode: 'restore' }, { runId: '2000' })
  expect(account.autoScaling.capacity('web').ready).toBe(ready)
  expect(account.autoScaling.capacity('web').suspended).toEqual([])
})

test('a dark instance that is impaired is not released', async () => {
  const web = scene({ size: 2 }, { behaviour: { impairedSeconds: 3600 } })
  web.account.behaviour.impairedImages.add(web.group.newImageId)
  const rolled = await run(web, { mode: 'scale-up-patch', dark: 'true', 'release-after': '1' })
  expectPutBack(web, rolled)
  expect(rolled.reported).toContain('EC2 calls it impaired: the instance status check has failed')
  expect(rolled.reported).not.toContain('says unregistered')
  expect(web.account.ledger.actions()).not.toContain('elasticloadbalancing:RegisterTargets')
  expect(oldLeft(web)).toHaveLength(2)
})
