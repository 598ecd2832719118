import type { ChangeKindName } from '../../../src/domain/rollout/changes/changes.ts'
import type { Fleet, Memo } from '../../../src/domain/rollout/fleet.ts'
import { isLeaseLive } from '../../../src/domain/rollout/lease.ts'
import { memoFault } from '../../../src/domain/rollout/memo-bounds.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { handBackProcesses } from '../../../src/domain/rollout/restore.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { INITIAL_STATE } from '../../../src/domain/rollout/run-state.ts'
import { aFleet, aMemo, aPolicy, aRollingFleet, fresh, JUST_BEGUN, NOW, old, RUN } from './a-fleet.ts'

const OTHER = '200/1/wxyz'
const THREE = ['AZRebalance', 'AlarmNotification', 'ScheduledActions']

describe('a lease of another run', () => {
  test.each([
    { name: 'is live for five minutes', age: 299, live: true },
    { name: 'is dead after that', age: 300, live: false },
    { name: 'is live a minute ahead of AWS’s clock, as calls take their time', age: -60, live: true },
    { name: 'is none from further ahead', age: -61, live: false },
    { name: 'is none from the far future', age: -86_400, live: false },
  ])('$name', ({ age, live }) => {
    expect(isLeaseLive(aMemo(3, { run: OTHER, heartbeatAt: NOW - age }), RUN, NOW)).toBe(live)
  })

  test('from the future is signed over with the time that it is', () => {
    const memo = aMemo(3, { run: OTHER, heartbeatAt: NOW + 86_400 })
    const action = nextAction(aRollingFleet(old(3), 3, memo), aPolicy(), INITIAL_STATE)
    expect(action).toMatchObject({ kind: 'renew-lease', memo: { run: RUN, heartbeatAt: NOW } })
  })
})

test('the saved state of a shift of traffic is no roll’s: the group is left alone', () => {
  const memo = aMemo(3, { run: OTHER, heartbeatAt: NOW - 600, progress: { role: 'source' } })
  expect(nextAction(aRollingFleet(old(3), 3, memo), aPolicy(), INITIAL_STATE)).toMatchObject({
    kind: 'refuse',
    reason: 'a shift of traffic between this group and another is not through',
  })
})

describe('saved state that no roll can have left', () => {
  const good = aMemo(3, { sizes: { min: 2, desired: 3, max: 4 }, surge: 3 })
  test.each<{ name: string; change: Partial<Memo>; heaviest?: number; fault: RegExp | undefined }>([
    { name: 'none', change: {}, fault: undefined },
    { name: 'a surge from a higher wish', change: { surge: 5 }, fault: undefined },
    { name: 'a surge beyond twice the maximum', change: { surge: 6 }, fault: /from 3 by up to 6/ },
    { name: 'the same, of a scheduled action that lowers the maximum', change: { surge: 6, scheduledUntil: NOW }, fault: undefined }, // prettier-ignore
    { name: 'the surge of one heavy instance', change: { surge: 6 }, heaviest: 5, fault: undefined },
    {
      name: 'what policies that stay alive may have been given room for',
      change: { surge: 13, follows: true },
      fault: undefined,
    },
    { name: 'more than that', change: { surge: 14, follows: true }, fault: /from 3 by up to 14/ },
    { name: 'half an instance', change: { surge: 0.5 }, fault: /whole numbers/ },
    { name: 'no number', change: { surge: NaN }, fault: /whole numbers/ },
    { name: 'a minimum above', change: { sizes: { min: 4, desired: 3, max: 4 } }, fault: /min 4, desired 3, max 4/ },
    { name: 'a maximum below', change: { sizes: { min: 0, desired: 3, max: 2 } }, fault: /AWS never allows/ },
    { name: 'all four processes', change: { suspends: [...THREE, 'AddToLoadBalancer'] }, fault: undefined },
    { name: 'another process', change: { suspends: ['AZRebalance', 'Terminate'] }, fault: /suspended Terminate,/ },
  ])('$name', ({ change, heaviest = 1, fault }) => {
    const found = memoFault({ ...good, ...change }, heaviest)
    expect(found ?? '').toMatch(fault ?? /^$/)
  })
})

describe('a wish outside of the sizes that were stays one that can be read back', () => {
  test.each([
    {
      name: 'below the minimum, which was lowered',
      sizes: { min: 1, desired: 1, max: 8 },
      saved: { min: 1, desired: 1, max: 6 },
    },
    {
      name: 'above the maximum, which the surge had raised',
      sizes: { min: 2, desired: 7, max: 7 },
      saved: { min: 2, desired: 7, max: 7 },
    },
    {
      name: 'between them',
      sizes: { min: 2, desired: 3, max: 8 },
      saved: { min: 2, desired: 3, max: 6 },
    },
  ])('$name', ({ sizes, saved }) => {
    const memo = aMemo(4, { sizes: { min: 2, desired: 4, max: 6 }, surge: 4, heartbeatAt: NOW })
    const state = { ...JUST_BEGUN, desired: 6, suspended: true, heldSeen: true }
    const action = nextAction(aRollingFleet([...old(4)], 6, memo, { sizes }), aPolicy(), state)
    expect(action).toMatchObject({ kind: 'save-state', memo: { sizes: saved } })
    expect(memoFault((action as { readonly memo: Memo }).memo, 1)).toBeUndefined()
  })
})

test('above a higher size that was set from outside, the surge reaches as far as was asked for', () => {
  const memo = aMemo(1, { sizes: { min: 0, desired: 1, max: 1 }, surge: 1, heartbeatAt: NOW })
  const state = { ...JUST_BEGUN, desired: 2, suspended: true, heldSeen: true }
  const fleet = aRollingFleet(old(1), 4, memo, { sizes: { min: 0, desired: 4, max: 4 } })
  const adopted = nextAction(fleet, aPolicy({ surge: 3 }), state) as { readonly memo: Memo }
  expect(adopted.memo).toMatchObject({ sizes: { min: 0, desired: 4, max: 4 }, surge: 3 })
  // Or the maximum that the surge raises from there would pass for an operator's, and stay.
  const raised = { ...fleet, memo: adopted.memo, sizes: { min: 0, desired: 4, max: 7 } }
  expect(nextAction(raised, aPolicy({ intent: 'restore' }), { ...state, desired: 4 })).toMatchObject({
    kind: 'resize',
    sizes: { max: 4 },
  })
})

describe('a post step whose tags are gone', () => {
  const saved = aMemo(3, { groupId: 'id', heartbeatAt: NOW - 100 })
  const raised: Partial<Fleet> = { groupId: 'id', suspended: THREE, sizes: { min: 0, max: 20, desired: 4 } }
  const policyFor = (savedMemo: Memo | undefined, until = NOW): Policy =>
    aPolicy({ intent: 'restore', lookFor: { whose: 'own', until }, savedMemo })

  test('waits as long as AWS may not show them yet', () => {
    expect(nextAction(aFleet(old(4), raised), policyFor(saved, NOW + 20), INITIAL_STATE).kind).toBe('wait')
  })

  test('writes them again from the state of the runner', () => {
    expect(nextAction(aFleet(old(4), raised), policyFor(saved), INITIAL_STATE)).toMatchObject({
      kind: 'save-state',
      memo: { ...saved, heartbeatAt: NOW },
    })
  })

  test('writes over tags that cannot be read, to remove them, where all else is as it was', () => {
    const fleet = aFleet(old(3), { ...raised, suspended: [], sizes: { min: 0, max: 20, desired: 3 } })
    expect(nextAction({ ...fleet, unreadableTags: true }, policyFor(saved), INITIAL_STATE).kind).toBe('save-state')
  })

  test.each<{ name: string; memo: Partial<Memo>; fleet?: Partial<Fleet> }>([
    { name: 'the state is of a group that was made anew', memo: { groupId: 'former' } },
    { name: 'the state is of another run', memo: { run: OTHER } },
    { name: 'the group was left on purpose', memo: { heartbeatAt: 0 } },
    { name: 'everything is as it was', memo: {}, fleet: { suspended: [], sizes: { min: 0, max: 20, desired: 3 } } },
  ])('does nothing where $name', ({ memo, fleet }) => {
    const action = nextAction(aFleet(old(3), { ...raised, ...fleet }), policyFor({ ...saved, ...memo }), INITIAL_STATE)
    expect(action.kind).toBe('done')
  })
})

describe('a post step whose tags were changed', () => {
  const saved = aMemo(3, { groupId: 'id', heartbeatAt: NOW - 100 })
  const changed = { ...saved, sizes: { ...saved.sizes, desired: 1 } }
  const fleet = aRollingFleet(old(4), 4, changed, { groupId: 'id' })
  const policyFor = (savedMemo: Memo): Policy =>
    aPolicy({ intent: 'restore', lookFor: { whose: 'own', until: NOW }, savedMemo })

  test('writes them again from the state of the runner', () => {
    expect(nextAction(fleet, policyFor(saved), INITIAL_STATE)).toMatchObject({
      kind: 'save-state',
      memo: { ...saved, heartbeatAt: NOW },
      after: changed,
    })
  })

  test.each<{ name: string; memo: Partial<Memo> }>([
    { name: 'the state is of a group that was made anew', memo: { groupId: 'former' } },
    { name: 'the state is of another run', memo: { run: OTHER } },
    { name: 'the state says the same', memo: changed },
  ])('goes by the tags where $name', ({ memo }) => {
    expect(nextAction(fleet, policyFor({ ...saved, ...memo }), INITIAL_STATE).kind).toBe('renew-lease')
  })
})

describe('a post step whose tags are in the name of another run', () => {
  const saved = aMemo(3, { groupId: 'id', heartbeatAt: NOW - 400 })
  const raised: Partial<Fleet> = { groupId: 'id', suspended: THREE, sizes: { min: 0, max: 20, desired: 4 } }
  const policy = aPolicy({ intent: 'restore', lookFor: { whose: 'own', until: NOW }, savedMemo: saved })
  const actionAt = (heartbeatAt: number, change: Partial<Fleet> = {}) => {
    const memo = aMemo(1, { groupId: 'id', run: OTHER, heartbeatAt })
    return nextAction(aFleet(old(4), { ...raised, ...change, memo }), policy, INITIAL_STATE)
  }

  test('writes its own again where that run would have taken over before this one began to write', () => {
    expect(actionAt(NOW - 401)).toMatchObject({
      kind: 'save-state',
      memo: { ...saved, heartbeatAt: NOW },
      after: { run: OTHER },
      reason: expect.stringContaining('is not the one that its runner has kept') as string,
    })
  })

  test('writes its own also where those say the same sizes of a roll that began at another moment', () => {
    const memo = { ...saved, run: OTHER, startedAt: 1, surge: 1, heartbeatAt: 1 }
    expect(nextAction(aFleet(old(4), { ...raised, memo }), policy, INITIAL_STATE)).toMatchObject({
      kind: 'save-state',
      memo: { ...saved, heartbeatAt: NOW },
    })
  })

  test('leaves the group to a run that may have taken it over since', () => {
    expect(actionAt(NOW - 400).kind).toBe('refuse')
  })

  test('and to a run that it was about to go on from', () => {
    const memo = { ...saved, run: OTHER, heartbeatAt: NOW - 401 }
    expect(nextAction(aFleet(old(4), { ...raised, memo }), policy, INITIAL_STATE).kind).toBe('refuse')
  })

  test('writes its own also where everything is as it was: a later run would go by what no run has written', () => {
    expect(actionAt(NOW - 401, { suspended: [], sizes: { min: 0, max: 20, desired: 3 } }).kind).toBe('save-state')
  })
})

describe('the processes are handed back where the sizes have to stay', () => {
  const memo = aMemo(3)
  test.each<{
    name: string
    suspended: readonly string[]
    memo: Memo
    refused: readonly ChangeKindName[]
    kind: string | undefined
  }>([
    { name: 'resumed', suspended: THREE, memo, refused: [], kind: 'resume' },
    { name: 'then written down', suspended: [], memo, refused: [], kind: 'save-state' },
    { name: 'then nothing', suspended: [], memo: aMemo(3, { suspends: [] }), refused: [], kind: undefined },
    { name: 'not resumed where AWS refuses', suspended: THREE, memo, refused: ['resume'], kind: undefined },
    { name: 'not written where AWS refuses', suspended: [], memo, refused: ['save-state'], kind: undefined },
  ])('$name', ({ suspended, memo: saved, refused, kind }) => {
    expect(handBackProcesses(aFleet(old(4), { suspended }), saved, refused)?.kind).toBe(kind)
  })
})

describe('while health is not known', () => {
  const says = (state: 'unknown' | 'unhealthy') => ({
    readySince: undefined,
    balancers: [{ balancer: 'targetgroup/web', state, reason: '' }],
  })
  const restoring = aPolicy({ intent: 'restore' })
  const memo = aMemo(3, { heartbeatAt: NOW, surge: 3 })
  const state = { ...JUST_BEGUN, heldSeen: true }

  test('nothing that may serve is taken away', () => {
    const fleet = aRollingFleet([...old(3, says('unknown')), ...fresh(2, says('unknown'))], 5, memo)
    expect(nextAction(fleet, restoring, state)).toMatchObject({
      kind: 'wait',
      reason: expect.stringContaining('whether it serves is not known') as string,
    })
  })

  test('what cannot serve is', () => {
    const down = fresh(1, { ...says('unknown'), lifecycle: 'Pending' })
    const fleet = aRollingFleet([...old(3, says('unknown')), ...down], 4, memo)
    expect(nextAction(fleet, restoring, state)).toMatchObject({ kind: 'terminate', instances: [down[0]?.id] })
  })
})
