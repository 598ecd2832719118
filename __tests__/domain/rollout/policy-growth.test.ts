/** What scaling policies ask for while a group rolls, told by the activities of the group. */
import type { DesiredChange, Fleet, Instance, Memo } from '../../../src/domain/rollout/fleet.ts'
import { situationOf } from '../../../src/domain/rollout/budget.ts'
import { adoptGrowth, type Growth, observeGrowth, toldGrowth } from '../../../src/domain/rollout/policy-growth.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { INITIAL_STATE, type RunState } from '../../../src/domain/rollout/run-state.ts'
import { aMemo, anInstance, aPolicy, aRollingFleet, NOW, old } from './a-fleet.ts'

const followed = (change: Partial<Memo> = {}): Memo =>
  aMemo(6, { sizes: { min: 2, desired: 6, max: 10 }, surge: 1, follows: true, ...change })

/** A roll that has made room for one: seven are desired. */
const rolling = (desired: number, { memo = followed(), ...change }: Partial<Fleet> = {}): Fleet =>
  aRollingFleet(old(6), desired, memo, { sizes: { min: 7, desired, max: 11 }, ...change })

describe('growth is seen', () => {
  const before = { at: NOW - 5, memo: followed(), sizes: { min: 7, desired: 7, max: 11 } }
  const decrement = { before: 8, by: 1, instances: ['i-1'], at: NOW - 5, tookSeconds: 1 }
  const rows: { name: string; now: Fleet; state: Partial<RunState>; growth: Growth | undefined }[] = [
    { name: 'above what the run has left', now: rolling(9), state: { desired: 7 }, growth: { to: 9, from: 7, since: NOW, after: NOW - 5 } },
    { name: 'above the wish by a process that has set nothing yet, since the roll began', now: rolling(7), state: { desired: undefined }, growth: { to: 7, from: 7, since: NOW, after: NOW - 60 } },
    { name: 'as before while it stands', now: rolling(9), state: { desired: 7, growth: { to: 9, from: 7, since: NOW - 20, after: NOW - 25, wish: 8 } }, growth: { to: 9, from: 7, since: NOW - 20, after: NOW - 25, wish: 8 } },
    { name: 'from where it began where more has come, which is told anew', now: rolling(10), state: { desired: 7, growth: { to: 9, from: 7, since: NOW - 20, after: NOW - 25, wish: 8 } }, growth: { to: 10, from: 7, since: NOW, after: NOW - 25 } },
    { name: 'from what stood before a decrement that a policy may not have seen yet', now: rolling(9), state: { desired: 6, decrement }, growth: { to: 9, from: 7, since: NOW, after: NOW - 5 } },
    { name: 'not in what the run has left', now: rolling(7), state: { desired: 7 }, growth: undefined },
    { name: 'not below it', now: rolling(6), state: { desired: 7 }, growth: undefined },
    { name: 'also where a decrement is under way, above what that should leave', now: rolling(9), state: { desired: 7, decrement }, growth: { to: 9, from: 7, since: NOW, after: NOW - 5 } },
    { name: 'not where policies rest', now: rolling(9, { memo: aMemo(6) }), state: { desired: 7 }, growth: undefined },
  ] // prettier-ignore
  test.each(rows)('$name', ({ now, state, growth }) => {
    expect(observeGrowth(before, now, { desired: 7, ...state })).toEqual(growth)
  })
})

// A run had raised six to seven, lowered the minimum for its next termination, and was lost before that.
describe('whether the run before has seen all that is there is known', () => {
  const before = { at: NOW - 5, memo: followed(), sizes: { min: 7, desired: 7, max: 11 } }
  const launched = (launchedAt: number | undefined): Instance => anInstance('i-new', { launchedAt })
  const sizes = { min: 6, desired: 7, max: 11 }
  const rows: { name: string; instances?: readonly Instance[]; now?: Partial<Fleet>; earlierAt?: number | undefined; isSeen: boolean }[] = [
    { name: 'where all of it was launched long before the last sign of life of that run', isSeen: true },
    { name: 'not where some was launched since, or right before', instances: [...old(6), launched(NOW - 150)], isSeen: false },
    { name: 'not while something is still to be launched', instances: old(6), isSeen: false },
    { name: 'not while EC2 does not say when it was launched', instances: [...old(6), launched(undefined)], isSeen: false },
    { name: 'not where the maximum is back, and with it the room of that run', now: { sizes: { ...sizes, max: 10 } }, isSeen: false },
    { name: 'not where it may come out of a warm pool', instances: [...old(6), launched(NOW - 600), anInstance('i-warm', { lifecycle: 'Warmed:Stopped' })], isSeen: false },
    { name: 'not where that run has ended on purpose', earlierAt: 0, isSeen: false },
    { name: 'not where nothing is known of it', earlierAt: undefined, isSeen: false },
  ] // prettier-ignore
  test.each(rows)('$name', ({ instances = [...old(6), launched(NOW - 600)], now, isSeen, ...given }) => {
    const earlierAt = 'earlierAt' in given ? given.earlierAt : NOW - 60
    const growth = observeGrowth(before, rolling(7, { instances, sizes, ...now }), { desired: undefined, earlierAt })
    expect(growth?.isSeenBefore === true).toBe(isSeen)
  })
})

// A look showed the nine that a policy had set, and before that was told the next look showed ten: one was added to a wish of six.
test('what has grown by two looks before any of it is told is the wish', () => {
  const before = { at: NOW - 10, memo: followed(), sizes: { min: 7, desired: 7, max: 11 } }
  const nine = { ...rolling(9), at: NOW - 5 }
  const growth = observeGrowth(before, nine, { desired: 7 })
  const more = observeGrowth(nine, rolling(10), { desired: 7, ...(growth && { growth }) })
  const changes = [policy(7, 9, { ...exact, at: NOW - 6 }), policy(9, 10, { ...relative, at: NOW - 1 })]
  expect(more && toldGrowth(more, changes, { memo: followed(), isLive: true })).toMatchObject({ wish: 10 })
})

const policy = (from: number, to: number, more: Partial<DesiredChange> = {}): DesiredChange =>
  ({ at: NOW - 3, from, to, by: 'policy', policy: 'cpu', ...more }) // prettier-ignore
const relative = { adjusts: 'relative' } as const
const exact = { adjusts: 'exact' } as const
const update = (from: number, to: number, at = NOW - 40): DesiredChange => ({ at, from, to, by: 'update' })

describe('the activities tell the wish:', () => {
  const rows: { name: string; to?: number; changes: readonly DesiredChange[]; memo?: Partial<Memo>; after?: number; isLive?: boolean; wish: number | undefined }[] = [
    { name: 'a policy that adds adds to the wish', changes: [policy(7, 9, relative)], wish: 8 },
    { name: 'a policy that sets a number has set the wish', changes: [policy(7, 9, exact)], wish: 9 },
    { name: 'where it is not known which the larger holds', changes: [policy(7, 9)], wish: 9 },
    { name: 'an operator or a cluster autoscaler has set the wish', changes: [{ at: NOW - 3, from: 7, to: 9, by: 'set' }], wish: 9 },
    { name: 'a scheduled action has set the wish', changes: [{ at: NOW - 3, from: 7, to: 9, by: 'schedule' }], wish: 9 },
    { name: 'another request has set the wish', changes: [{ at: NOW - 3, from: 7, to: 9, by: 'request' }], wish: 9 },
    { name: 'an operator who sets it after a policy has added', changes: [policy(7, 8, { ...relative, at: NOW - 4 }), { at: NOW - 3, from: 8, to: 9, by: 'request' }], wish: 9 },
    { name: 'an operator by an update', changes: [update(7, 9, NOW - 3)], wish: 9 },
    { name: 'two policies that add', changes: [policy(7, 8, relative), policy(8, 9, { ...relative, at: NOW - 2 })], wish: 8 },
    { name: 'one that adds after one that sets', changes: [policy(7, 8, exact), policy(8, 9, { ...relative, at: NOW - 2 })], wish: 9 },
    { name: 'a policy that sets a number, of which AWS never told, before one that adds', changes: [policy(8, 9, relative)], wish: 9 },
    { name: 'what AWS never told, before one that sets less', changes: [policy(10, 9, relative)], wish: 9 },
    { name: 'nothing yet', changes: [], wish: undefined },
    { name: 'nothing of this, only of what was before', changes: [policy(5, 9, { ...relative, at: NOW - 30 })], wish: undefined },
    { name: 'nothing of this, only of another size', changes: [policy(7, 8, relative)], wish: undefined },
    { name: 'the group’s own words change nothing', changes: [{ at: NOW - 3, from: 7, to: 9, by: 'group' }], wish: undefined },
    { name: 'of the same second', changes: [policy(7, 9, { ...relative, at: Math.floor(NOW - 5) })], wish: 8 },
    { name: 'to another process: the room that the run has made is no wish', to: 7, changes: [update(6, 7)], after: NOW - 60, isLive: false, wish: 6 },
    { name: 'to another process: a policy within the room of the roll', to: 9, changes: [update(6, 7), policy(7, 9, relative)], after: NOW - 60, isLive: false, wish: 8 },
    { name: 'to another process: what is saved already is not counted again', to: 9, changes: [update(6, 7), policy(7, 9, relative)], memo: { sizes: { min: 2, desired: 8, max: 10 }, scaledUntil: NOW - 3 }, after: NOW - 60, isLive: false, wish: 8 },
    { name: 'to another process: more than what is saved', to: 11, changes: [policy(7, 9, { ...relative, at: NOW - 20 }), policy(9, 11, relative)], memo: { sizes: { min: 2, desired: 8, max: 10 }, scaledUntil: NOW - 20 }, after: NOW - 60, isLive: false, wish: 10 },
    { name: 'to another process: the run has made room again after that', to: 10, changes: [policy(7, 9, { ...relative, at: NOW - 20 }), update(9, 10, NOW - 3)], after: NOW - 60, isLive: false, wish: 8 },
    { name: 'a policy that scaled in leaves no more than that', to: 9, changes: [policy(8, 7, { ...relative, at: NOW - 4 }), policy(7, 9, relative)], memo: { sizes: { min: 2, desired: 8, max: 10 } }, wish: 9 },
  ] // prettier-ignore
  test.each(rows)('$name', ({ to = 9, changes, memo = {}, after = NOW - 5, isLive = true, wish }) => {
    const growth = { to, from: 7, since: NOW, after }
    const told = toldGrowth(growth, changes, { memo: followed(memo), isLive })
    const isByPolicies = changes.some(({ by }) => by === 'policy') && told.isByPolicies === true
    const toldAt = Math.max(...changes.map(({ at }) => at))
    expect(told).toEqual(
      wish === undefined ? growth : { ...growth, wish, toldAt, ...(isByPolicies && { isByPolicies }) },
    )
  })
})

describe('growth becomes the wish', () => {
  const grown = (change: Partial<Growth> = {}): Growth => ({
    to: 9,
    from: 7,
    since: NOW - 5,
    after: NOW - 10,
    ...change,
  })
  const rows: { name: string; fleet?: Fleet; growth: Growth | undefined; desired?: number | undefined; state?: Partial<RunState>; policy?: Partial<Policy>; next: object | undefined }[] = [
    { name: 'not where an operator has set it while a decrement was under way: that tells what was set', state: { decrement: { before: 8, by: 1, instances: ['i-1'], at: NOW - 5, tookSeconds: 1 } }, growth: grown({ wish: 9 }), next: undefined },
    { name: 'also meanwhile where policies have asked for it', state: { decrement: { before: 8, by: 1, instances: ['i-1'], at: NOW - 5, tookSeconds: 1 } }, growth: grown({ wish: 8, isByPolicies: true }), next: { kind: 'save-state', memo: { sizes: { desired: 8 } } } },
    { name: 'once it is told', growth: grown({ wish: 8 }), next: { kind: 'save-state', memo: { sizes: { min: 2, desired: 8, max: 10 }, surge: 1, scaledUntil: NOW }, notes: ['The desired capacity has grown from 6 to 8 while the group rolled: kept.'] } },
    { name: 'never beyond the maximum that was, of which the rest is the room of the roll', fleet: rolling(11), growth: grown({ to: 11, wish: 11 }), next: { kind: 'save-state', memo: { sizes: { min: 2, desired: 10, max: 10 } } } },
    { name: 'also where nothing is added, so that it is not news any more', fleet: rolling(11, { memo: followed({ sizes: { min: 2, desired: 10, max: 10 } }) }), growth: grown({ to: 11, wish: 11 }), next: { kind: 'save-state', memo: { sizes: { min: 2, desired: 10, max: 10 }, scaledUntil: NOW }, notes: [] } },
    { name: 'after a wait where it is not told', growth: grown({ since: NOW - 59 }), next: { kind: 'wait' } },
    { name: 'the larger where it is never told', growth: grown({ since: NOW - 60 }), next: { kind: 'save-state', memo: { sizes: { desired: 9 } } } },
    { name: 'a maximum that an operator has set meanwhile stays', fleet: rolling(9, { sizes: { min: 7, desired: 9, max: 20 } }), growth: grown({ wish: 8 }), next: { kind: 'save-state', memo: { sizes: { min: 2, desired: 8, max: 20 } } } },
    { name: 'of another process, where the minimum proves that the run has set it: none', fleet: rolling(7), growth: grown({ to: 7 }), desired: undefined, next: undefined },
    { name: 'of another process, told to be the run’s: none', fleet: rolling(7), growth: grown({ to: 7, wish: 6 }), desired: undefined, next: undefined },
    { name: 'of another process, above the held minimum: it is asked about', fleet: rolling(9), growth: grown(), desired: undefined, next: { kind: 'wait' } },
    { name: 'of another process that has seen all that is there: it is asked about as well', fleet: rolling(9), growth: grown({ isSeenBefore: true }), desired: undefined, next: { kind: 'wait' } },
    { name: 'of another process that has seen all that is there, never told: none', fleet: rolling(9), growth: grown({ since: NOW - 60, isSeenBefore: true }), desired: undefined, next: undefined },
    { name: 'of another process that has seen all that is there, told all the same', fleet: rolling(9), growth: grown({ wish: 8, isSeenBefore: true }), desired: undefined, next: { kind: 'save-state', memo: { sizes: { desired: 8 } } } },
    { name: 'of another process, never told', fleet: rolling(9), growth: grown({ since: NOW - 60 }), desired: undefined, next: { kind: 'save-state', memo: { sizes: { desired: 9 } } } },
    { name: 'of another process, told', fleet: rolling(9), growth: grown({ wish: 8 }), desired: undefined, next: { kind: 'save-state', memo: { sizes: { desired: 8 } } } },
    { name: 'not where it is not what is seen any more', fleet: rolling(8), growth: grown({ wish: 8 }), next: undefined },
    { name: 'not where the saved state must not be written', growth: grown({ wish: 8 }), policy: { refused: ['save-state'] }, next: undefined },
    { name: 'not without growth', growth: undefined, next: undefined },
  ] // prettier-ignore
  test.each(rows)('$name', ({ fleet = rolling(9), growth, next, policy: asked = {}, state: more = {}, ...given }) => {
    const desired = 'desired' in given ? given.desired : 7
    const { memo = followed() } = fleet
    const state = { ...INITIAL_STATE, ...more, growth, desired }
    const action = adoptGrowth(situationOf(fleet, { memo, policy: aPolicy(asked), state }))
    expect({ action }).toMatchObject({ action: next })
  })
})
