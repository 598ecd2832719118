import { leavingLimit } from '../../../src/domain/rollout/amount.ts'
import type { Fleet, Instance } from '../../../src/domain/rollout/fleet.ts'
import { memoFault } from '../../../src/domain/rollout/memo-bounds.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { INITIAL_STATE } from '../../../src/domain/rollout/run-state.ts'
import { aFleet, aMemo, anInstance, aPolicy, aRollingFleet, fresh, JUST_BEGUN, old } from './a-fleet.ts'

const leaving = (count: number, lifecycle = 'Terminating:Wait'): Instance[] =>
  Array.from({ length: count }, (_, index) => anInstance(`i-leaving${index}`, { lifecycle }))

const next = (fleet: Fleet, policy: Partial<Policy>) =>
  nextAction(fleet, aPolicy(policy), { ...JUST_BEGUN, suspended: true, desired: fleet.sizes.desired })

const FULL = 'terminating, as many as `max-leaving` lets leave at once'

/** All six are replaced at once: six old and six new ones, all ready. */
const doubled = (...others: readonly Instance[]): Fleet =>
  aRollingFleet([...old(6), ...fresh(6), ...others], 12, aMemo(6, { surge: 6 }))
const scaleUp = { surge: 6, waitForAll: true }

test('of all old instances that may leave only so many do at once', () => {
  expect(next(doubled(), { ...scaleUp, maxLeaving: 2 })).toMatchObject({
    kind: 'terminate',
    instances: [expect.any(String), expect.any(String)],
  })
})

test('those that a hook holds count, and while they are as many as may no other leaves', () => {
  expect(next(doubled(...leaving(1)), { ...scaleUp, maxLeaving: 2 })).toMatchObject({
    kind: 'terminate',
    instances: [expect.any(String)],
  })
  expect(next(doubled(...leaving(2)), { ...scaleUp, maxLeaving: 2 })).toEqual({ kind: 'wait', reason: `2 ${FULL}` })
})

test('a retained instance does not count', () => {
  expect(next(doubled(...leaving(2, 'Terminating:Retained')), { ...scaleUp, maxLeaving: 1 }).kind).toBe('terminate')
})

test('without the bound all leave at once', () => {
  const action = next(doubled(...leaving(3)), scaleUp)
  expect(action.kind === 'terminate' && action.instances).toHaveLength(6)
})

test.each<{ name: string; policy: Partial<Policy>; memo: object }>([
  { name: 'of the same run', policy: { maxLeaving: 2 }, memo: {} },
  { name: 'by what the memo says', policy: {}, memo: { maxLeaving: 2 } },
])('what is beyond the original capacity leaves within the bound, $name', ({ policy, memo }) => {
  const group = (...others: readonly Instance[]) =>
    aRollingFleet([...old(6), ...fresh(3), ...others], 9, aMemo(6, { surge: 3, ...memo }))
  const restoring = { intent: 'restore' as const, ...policy }
  const action = next(group(), restoring)
  expect(action.kind === 'terminate' && action.instances).toHaveLength(2)
  expect(next(group(...leaving(2)), restoring)).toEqual({ kind: 'wait', reason: `2 ${FULL}` })
})

test('an unhealthy one beyond the original capacity is not kept by those that AWS ends', () => {
  const sick = fresh(3, { healthy: false, readySince: undefined, unreadySince: 0 })
  const fleet = aRollingFleet([...old(6), ...sick, ...leaving(2)], 9, aMemo(6, { surge: 3 }))
  const action = next(fleet, { intent: 'restore', maxLeaving: 2 })
  expect(action).toMatchObject({ kind: 'terminate', instances: [expect.stringMatching(/^i-new/)], decrement: true })
})

test('an unhealthy one that AWS does not end, since ReplaceUnhealthy is suspended, waits for room', () => {
  const sick = fresh(3, { healthy: false, readySince: undefined, unreadySince: 0 })
  const fleet = aRollingFleet([...old(6), ...sick, ...leaving(2)], 9, aMemo(6, { surge: 3 }))
  const suspended = [...fleet.suspended, 'ReplaceUnhealthy']
  expect(next({ ...fleet, suspended }, { intent: 'restore', maxLeaving: 2 })).toEqual({
    kind: 'wait',
    reason: `2 ${FULL}`,
  })
})

test('an instance that is overdue waits for room as well', () => {
  const late = fresh(1, { lifecycle: 'Pending', readySince: undefined, firstSeenAt: 0, unreadySince: 0 })
  const fleet = aRollingFleet([...old(3), ...late, ...leaving(1)], 4, aMemo(3))
  expect(next(fleet, { maxLeaving: 1, maxFailures: 3 })).toEqual({ kind: 'wait', reason: `1 ${FULL}` })
})

test('old instances in Standby leave within the bound', () => {
  const resting = old(3, { lifecycle: 'Standby' }).map((each) => ({ ...each, id: `${each.id}-standby` }))
  const fleet = aRollingFleet([...fresh(2), ...resting], 2, aMemo(2))
  const action = next(fleet, { maxLeaving: 1, standbyInstances: 'replace' })
  expect(action.kind === 'terminate' && action.instances).toHaveLength(1)
})

test('the bound is saved before the first change', () => {
  expect(nextAction(aFleet(old(3)), aPolicy({ maxLeaving: 2 }), INITIAL_STATE)).toMatchObject({
    kind: 'save-state',
    memo: { maxLeaving: 2 },
  })
})

test('a memo by which none may leave is refused', () => {
  expect(memoFault({ ...aMemo(3), maxLeaving: 0 }, 1)).toBe('It says that no instance may leave, which no roll does.')
  expect(memoFault({ ...aMemo(3), maxLeaving: 1 }, 1)).toBeUndefined()
})

test.each([
  { name: 'a number', amount: { kind: 'count', value: 3 }, weight: 1, expected: 3 },
  { name: 'a percentage, rounded down', amount: { kind: 'percent', value: 25 }, weight: 1, expected: 2 },
  { name: 'one at least', amount: { kind: 'percent', value: 1 }, weight: 1, expected: 1 },
  { name: 'of weights instances of the heaviest', amount: { kind: 'percent', value: 50 }, weight: 2, expected: 2 },
] as const)('of a desired capacity of ten may leave at once: $name', ({ amount, weight, expected }) => {
  const fleet = aFleet(old(10 / weight, { weight }), { sizes: { min: 0, max: 20, desired: 10 } })
  expect(leavingLimit(fleet, amount)).toBe(expected)
})
