import {
  haltOnUnservedZone,
  type ServedZones,
  unservedInWords,
  unservedZones,
} from '../../../src/domain/rollout/served-zones.ts'
import type { Instance, TargetHealth } from '../../../src/domain/rollout/fleet.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { INITIAL_STATE } from '../../../src/domain/rollout/run-state.ts'
import { aFleet, aMemo, anInstance, aPolicy, aRollingFleet, fresh, JUST_BEGUN, old } from './a-fleet.ts'

const serving = (balancer: string, ...zones: string[]): ServedZones => ({ balancer, zones })

describe('of the zones of a group are not served', () => {
  test.each<{ name: string; served: readonly ServedZones[]; expected: readonly string[] }>([
    { name: 'none where there is no load balancer in use', served: [], expected: [] },
    { name: 'none where one serves all', served: [serving('web', 'a', 'b', 'c', 'd')], expected: [] },
    { name: 'the one that its only load balancer leaves out', served: [serving('web', 'a', 'b')], expected: ['c'] },
    {
      name: 'none where another load balancer serves what one leaves out',
      served: [serving('web', 'a', 'b'), serving('api', 'b', 'c')],
      expected: [],
    },
    { name: 'all where none is served', served: [serving('web', 'd')], expected: ['a', 'b', 'c'] },
  ])('$name', ({ served, expected }) => {
    expect(unservedZones({ zones: ['a', 'b', 'c'], served })).toEqual(expected)
  })
})

test('a group with a zone that is not served is told by name, with its load balancers', () => {
  const of = { group: 'web', zones: ['a', 'b'], served: [serving('front', 'a'), serving('targetgroup/web/1', 'a')] }
  expect(unservedInWords(of)).toBe(
    'web launches into b, which none of its load balancers serves (front, targetgroup/web/1)',
  )
})

const says = (state: TargetHealth['state']): Partial<Instance> => ({
  balancers: [{ balancer: 'front', state, reason: `it says ${state}` }],
})

const REASON = 'no load balancer of the group serves b, where i-old1 is (front: it says unserved)'

test('no roll begins with an instance in a zone that is not served', () => {
  const fleet = aFleet([...old(1, says('healthy')), anInstance('i-old1', { zone: 'b', ...says('unserved') })])
  expect(nextAction(fleet, aPolicy(), INITIAL_STATE)).toMatchObject({ kind: 'halt', reason: REASON })
})

test('a group whose instances are all new is not asked for its zones', () => {
  const fleet = aFleet(fresh(2, says('unserved')))
  expect(nextAction(fleet, aPolicy(), INITIAL_STATE)).toMatchObject({ kind: 'done' })
})

test.each([
  { name: 'a new instance', id: 'i-new1', reference: { kind: 'template', id: 'lt-1', version: 2 } },
  { name: 'an old one', id: 'i-old1', reference: { kind: 'template', id: 'lt-1', version: 1 } },
] as const)('a roll halts at once when the zone of $name is not served', ({ id, reference }) => {
  const instances = [...old(2, says('healthy')), anInstance(id, { zone: 'b', reference, ...says('unserved') })]
  const fleet = aRollingFleet(instances, 3, aMemo(2))
  const action = nextAction(fleet, aPolicy(), { ...JUST_BEGUN, suspended: true })
  expect(action).toMatchObject({ kind: 'halt', reason: expect.stringContaining(`serves b, where ${id} is`) })
  expect(action).not.toHaveProperty('blames')
})

test('an instance that leaves is not asked for its zone', () => {
  const leaving = anInstance('i-old1', { lifecycle: 'Terminating', ...says('unserved') })
  expect(haltOnUnservedZone({ fleet: aFleet([...old(1, says('healthy')), leaving]) })).toBeUndefined()
})

test.each([
  { name: 'the group launches there', zones: ['a', 'b'], remedy: 'take its subnet out of the group' },
  { name: 'AWS does not say where the group launches', zones: undefined, remedy: 'take its subnet out of the group' },
  { name: 'its subnet is out of the group already', zones: ['a'], remedy: 'terminate what is left there' },
])('what can be done about an instance in such a zone, where $name', ({ zones, remedy }) => {
  const fleet = aFleet([...old(1, says('healthy')), anInstance('i-old1', { zone: 'b', ...says('unserved') })], {
    zones,
  })
  expect(haltOnUnservedZone({ fleet })).toMatchObject({ reason: REASON, remedy: expect.stringContaining(remedy) })
})
