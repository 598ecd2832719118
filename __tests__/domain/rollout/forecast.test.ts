import type { Fleet, Instance, TargetHealth } from '../../../src/domain/rollout/fleet.ts'
import { afterWait } from '../../../src/domain/rollout/forecast.ts'
import { aFleet, anInstance, booting, fresh, NOW, old, template } from './a-fleet.ts'

const LATER = NOW + 30
const wait = (fleet: Fleet): Fleet => afterWait(fleet, 30)

test('a wait moves the time on and leaves sizes, processes, memo and source as they are', () => {
  const fleet = aFleet(old(3), { suspended: ['AZRebalance'] })
  expect(wait(fleet)).toEqual({ ...fleet, at: LATER })
})

describe('after a wait an instance', () => {
  const health = (state: TargetHealth['state'], reason = 'a reason'): TargetHealth => ({
    balancer: 'web',
    state,
    reason,
  })
  const ready: Partial<Instance> = { lifecycle: 'InService', healthy: true, readySince: LATER, unreadySince: undefined }
  const rows: { name: string; before: Partial<Instance>; after: Partial<Instance> | 'gone' }[] = [
    {
      name: 'that was on its way up is ready, from that moment on',
      before: { lifecycle: 'Pending', readySince: undefined, unreadySince: NOW - 9 },
      after: ready,
    },
    {
      name: 'that a launch hook held is ready',
      before: { lifecycle: 'Pending:Wait', readySince: undefined, unreadySince: NOW - 9 },
      after: ready,
    },
    {
      name: 'that its group called unhealthy is ready',
      before: { healthy: false, readySince: undefined, unreadySince: NOW - 9 },
      after: ready,
    },
    {
      name: 'that a load balancer called unhealthy is healthy there, and ready',
      before: { balancers: [health('unhealthy')], readySince: undefined, unreadySince: NOW - 9 },
      after: { ...ready, balancers: [health('healthy', '')] },
    },
    {
      name: 'is not healthy where that can never be, and ready all the same',
      before: { balancers: [health('unused')], readySince: undefined, unreadySince: NOW - 9 },
      after: { ...ready, balancers: [health('unused')] },
    },
    {
      name: 'that no load balancer knows is up, but does not serve: nothing registers it',
      before: {
        lifecycle: 'Pending',
        balancers: [health('unregistered')],
        readySince: undefined,
        unreadySince: NOW - 9,
      },
      after: { lifecycle: 'InService', healthy: true },
    },
    { name: 'that was ready stays so since when it was', before: {}, after: {} },
    { name: 'in Standby stays there', before: { lifecycle: 'Standby', readySince: undefined }, after: {} },
    { name: 'of the warm pool stays there', before: { lifecycle: 'Warmed:Stopped', readySince: undefined }, after: {} },
    { name: 'that was leaving is gone', before: { lifecycle: 'Terminating' }, after: 'gone' },
    { name: 'that a termination hook held is gone', before: { lifecycle: 'Terminating:Wait' }, after: 'gone' },
    { name: 'that was leaving the warm pool is gone', before: { lifecycle: 'Warmed:Terminating' }, after: 'gone' },
  ]
  test.each(rows)('$name', ({ before, after }) => {
    const instance = anInstance('i-1', before)
    expect(wait(aFleet([instance])).instances).toEqual(after === 'gone' ? [] : [{ ...instance, ...after }])
  })
})

describe('after a wait what was missing is launched', () => {
  const launched = ({ instances }: Fleet): readonly Instance[] => instances.filter(({ id }) => id.startsWith('new-'))
  const inZones = (...zones: readonly string[]): readonly Instance[] =>
    zones.map((zone, index) => anInstance(`i-${index}`, { zone }))
  const sizes = (desired: number): Fleet['sizes'] => ({ min: 0, max: 20, desired })

  test('from what the group launches now, on its way up, like the others of its group', () => {
    const balancers: TargetHealth[] = [{ balancer: 'web', state: 'healthy', reason: '' }]
    const fleet = aFleet([anInstance('i-1', { type: 'm6g.large', balancers })], { sizes: sizes(2) })
    expect(launched(wait(fleet))).toEqual([
      {
        id: 'new-1',
        zone: 'a',
        type: 'm6g.large',
        weight: 1,
        lifecycle: 'Pending',
        healthy: true,
        protectedFromScaleIn: false,
        reference: { kind: 'template', id: 'lt-1', version: 2 },
        imageId: 'ami-2',
        launchedAt: LATER,
        firstSeenAt: LATER,
        readySince: undefined,
        unreadySince: LATER,
        balancers: [{ balancer: 'web', state: 'unhealthy', reason: 'just launched' }],
      },
    ])
  })

  const zones: { name: string; instances: readonly Instance[]; desired: number; expected: readonly string[] }[] = [
    { name: 'nothing where nothing is missing', instances: inZones('a', 'b'), desired: 2, expected: [] },
    { name: 'in the zone that has fewest', instances: inZones('a', 'b', 'a', 'c', 'c'), desired: 6, expected: ['b'] },
    {
      name: 'one after the other where there are fewest then, the first zone of equals first',
      instances: inZones('c', 'b', 'b'),
      desired: 6,
      expected: ['c', 'b', 'c'],
    },
    {
      name: 'in a zone whose only instance has just left',
      instances: [...inZones('a', 'b'), anInstance('i-left', { zone: 'c', lifecycle: 'Terminating' })],
      desired: 3,
      expected: ['c'],
    },
    {
      name: 'in a zone whose only instance is in Standby, which is no part of the desired capacity',
      instances: [...inZones('a', 'b'), anInstance('i-rests', { zone: 'c', lifecycle: 'Standby' })],
      desired: 3,
      expected: ['c'],
    },
    { name: 'somewhere, where no instance tells of a zone', instances: [], desired: 1, expected: ['any zone'] },
  ]
  test.each(zones)('$name', ({ instances, desired, expected }) => {
    expect(launched(wait(aFleet(instances, { sizes: sizes(desired) }))).map(({ zone }) => zone)).toEqual(expected)
  })

  const heavy = old(3, { weight: 4 })
  test.each([
    { name: 'until the weights reach what is wanted', desired: 20, expected: [4, 4] },
    { name: 'in whole instances, so that it may be more than is wanted', desired: 13, expected: [4] },
  ])('$name', ({ desired, expected }) => {
    const fleet = aFleet(heavy, { sizes: sizes(desired), weighted: true })
    expect(launched(wait(fleet)).map(({ weight }) => weight)).toEqual(expected)
  })

  test('outside of the load balancers while AddToLoadBalancer is suspended', () => {
    const serving = anInstance('i-1', { balancers: [{ balancer: 'web', state: 'healthy', reason: '' }] })
    const fleet = aFleet([serving], { sizes: sizes(2), suspended: ['AddToLoadBalancer'] })
    expect(launched(wait(fleet)).map(({ balancers }) => balancers)).toEqual([
      [{ balancer: 'web', state: 'unregistered', reason: 'not registered' }],
    ])
  })

  test('from the template that an override has for its type', () => {
    const reference = { kind: 'template', id: 'lt-arm', version: 7 } as const
    const source = { ...template(2), kind: 'mixed', overrides: [{ instanceType: 'm6g.large', reference }] } as const
    const fleet = aFleet([anInstance('i-1', { type: 'm6g.large' })], { sizes: sizes(2), source })
    expect(launched(wait(fleet)).map((each) => each.reference)).toEqual([reference])
  })

  test('under names that no instance had before', () => {
    const first = wait(aFleet([...fresh(1), ...booting(1)], { sizes: sizes(4) }))
    const second = wait({ ...first, sizes: sizes(5) })
    expect(launched(second).map(({ id }) => id)).toEqual(['new-1', 'new-2', 'new-3'])
  })
})
