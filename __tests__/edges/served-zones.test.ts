/**
 * A group launches into a zone that its load balancer does not serve. An instance there counted as ready: of four healthy ones
 * three were left, and the roll ended green; behind a classic load balancer every roll halted after its timeout.
 */
import { serveOnly } from '../../simulator/scenario-balancers.ts'
import { expectRolled, run, scene, type Scene } from './fixture.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

/** Subnets of the group in the zones with these last letters. */
const subnetsIn = ({ account }: Scene, letters: string): readonly string[] =>
  (account.ec2.operations.DescribeSubnets({}).Subnets ?? []).flatMap(({ SubnetId = '', AvailabilityZone = '' }) =>
    letters.includes(AvailabilityZone.slice(-1)) ? [SubnetId] : [],
  )

test.each([
  { name: 'an application load balancer', balancers: ['target-group'] },
  { name: 'a classic load balancer', balancers: ['classic'] },
  { name: 'two load balancers', balancers: ['classic', 'target-group'] },
] as const)('a zone that $name leaves out is refused by name before the first change', async ({ balancers }) => {
  const web = scene({ size: 6, balancers, balancerZones: ['a', 'b'] })
  const rolled = await run(web)
  expect(rolled.failed).toBe(true)
  expect(web.account.ledger.changes()).toEqual([])
  expect(rolled.reported).toContain('web launches into eu-west-1c, which none of its load balancers serves')
  expect(rolled.reported).toContain('Enable the zone for the load balancer, or take its subnet out of the group')
})

test('a zone in which the group has no instance yet is known before one is launched there', async () => {
  const web = scene({ size: 2, balancerZones: ['a', 'b'] })
  const zones = web.account.autoScaling.operations
    .DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] })
    .AutoScalingGroups?.[0]?.Instances?.map(({ AvailabilityZone }) => AvailabilityZone)
  expect(zones).toEqual(['eu-west-1a', 'eu-west-1b'])
  const rolled = await run(web, { surge: '0', 'max-unavailable': '1' })
  expect(rolled.failed).toBe(true)
  expect(web.account.ledger.changes()).toEqual([])
  expect(rolled.reported).toContain('web launches into eu-west-1c')
})

test('a dry run says so, too', async () => {
  const web = scene({ size: 3, balancerZones: ['a', 'b'] })
  const rolled = await run(web, { 'dry-run': 'true' })
  expect(rolled.failed).toBe(true)
  expect(rolled.reported).toContain('web launches into eu-west-1c')
})

test('a group with a zone that one load balancer serves and another leaves out is rolled', async () => {
  const web = scene({ size: 6, balancers: ['classic', 'target-group'] })
  serveOnly(web.account, { classicNames: web.group.classicNames, targetGroupArns: [] }, subnetsIn(web, 'ab'))
  web.account.timeline.advance(60)
  expectRolled(web, await run(web))
  expect(web.account.ledger.lowestReady('web')).toBe(6)
})

test('where the zones cannot be read, the instances tell', async () => {
  const web = scene({ size: 6, balancerZones: ['a', 'b'] })
  web.account.faults.deny('elasticloadbalancing:DescribeLoadBalancers')
  const rolled = await run(web)
  expect(rolled.failed).toBe(true)
  expect(web.account.ledger.changes()).toEqual([])
  expect(rolled.reported).toContain('Zones of load balancers were not checked')
  expect(rolled.reported).toContain('No load balancer of the group serves eu-west-1c')
})

test('a zone that is taken from the load balancer in the middle of a roll stops it within a minute', async () => {
  const web = scene({ size: 6 })
  const { account, group } = web
  account.timeline.after(100, () => serveOnly(account, group, subnetsIn(web, 'ab')))
  const from = account.timeline.now
  const rolled = await run(web, { 'on-failure': 'rollback' })
  expect(rolled.result.status).toBe('halted')
  expect(rolled.reported).toContain('No load balancer of the group serves eu-west-1c')
  expect(account.timeline.now - from).toBeLessThan(200)
  expect(account.autoScaling.capacity('web').inService).toBe(6)
})
