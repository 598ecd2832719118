/** The rules by which scaling policies stay alive while a group rolls. */
import type { Fleet, Memo, Sizes } from '../../../src/domain/rollout/fleet.ts'
import { situationOf } from '../../../src/domain/rollout/budget.ts'
import { adoptBounds, followsPolicies, loweredMin, raisedMax } from '../../../src/domain/rollout/follow.ts'
import { memoFault, withWish } from '../../../src/domain/rollout/memo-bounds.ts'
import { maxIsOurs, minIsOurs, minWithoutRoll } from '../../../src/domain/rollout/raised-sizes.ts'
import { sizesToRestore } from '../../../src/domain/rollout/restore.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { INITIAL_STATE, type RunState } from '../../../src/domain/rollout/run-state.ts'
import type { Action } from '../../../src/domain/rollout/action.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { aFleet, aMemo, aPolicy, aRollingFleet, booting, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'

const sized = (min: number, desired: number, max: number): Sizes => ({ min, desired, max })

/** A group of min 2, desired 6, max 10 before its roll, and a surge of two. */
const followed = (change: Partial<Memo> = {}): Memo =>
  aMemo(6, {
    sizes: sized(2, 6, 10),
    surge: 2,
    follows: true,
    suspends: ['AZRebalance', 'ScheduledActions'],
    ...change,
  })
const group = (sizes: Sizes): Pick<Fleet, 'sizes'> => ({ sizes })

describe('policies are followed', () => {
  const rows: { name: string; fleet: Partial<Fleet>; policy: Partial<Policy>; follows: boolean }[] = [
    { name: 'where there are some', fleet: { scalingPolicies: ['cpu'] }, policy: { follow: true }, follows: true },
    { name: 'not where there are none', fleet: {}, policy: { follow: true }, follows: false },
    { name: 'not where they are to rest', fleet: { scalingPolicies: ['cpu'] }, policy: {}, follows: false },
    {
      name: 'not where others have suspended them',
      fleet: { scalingPolicies: ['cpu'], suspended: ['AlarmNotification'] },
      policy: { follow: true },
      follows: false,
    },
  ]
  test.each(rows)('$name', ({ fleet, policy, follows }) => {
    const seen = aFleet(old(6), fleet)
    expect(followsPolicies(seen, policy)).toBe(follows)
    const begun = nextAction(seen, aPolicy(policy), INITIAL_STATE)
    if (begun.kind !== 'save-state') throw new Error(begun.kind)
    expect(begun.memo.follows).toBe(follows || undefined)
    expect(begun.memo.suspends.includes('AlarmNotification')).toBe(
      !follows && !seen.suspended.includes('AlarmNotification'),
    )
  })
})

// Eleven were asked for where nine fit without the roll: it was told that nine were set, which was true of no call.
test('a wish beyond the maximum that was is told as it was asked for, and kept as far as it fits', () => {
  const memo = followed()
  const fleet = aRollingFleet(old(6), 12, memo, { sizes: sized(8, 12, 12), suspended: memo.suspends })
  expect(nextAction(fleet, aPolicy({ follow: true, surge: 2 }), { ...JUST_BEGUN, desired: 8, min: 8 })).toMatchObject({
    kind: 'save-state',
    memo: { sizes: sized(2, 10, 10) },
    reason:
      'the desired capacity was set to 12 from outside this run: 10 is kept, as much as MaxSize allows without the roll',
  })
})

/** A run that has put everything back, and lets its new instances bake. */
const baking = followed({ progress: { phase: 'baking' } })

describe('a MinSize', () => {
  const rows: { name: string; min: number; memo?: Memo; suspended?: string[]; ours: boolean }[] = [
    { name: 'is the original one where nothing has raised it', min: 2, ours: false },
    { name: 'is the run’s own where it was raised a little, as after a decrement', min: 3, ours: true },
    { name: 'is the run’s own where it was raised to the wish', min: 6, ours: true },
    { name: 'is the run’s own where it was raised with the whole surge', min: 8, ours: true },
    { name: 'is an operator’s where no run raises it so far', min: 9, ours: false },
    { name: 'is an operator’s where it is lower than before', min: 1, ours: false },
    { name: 'is an operator’s where policies rest', min: 6, memo: followed({ follows: undefined }), ours: false },
    { name: 'was set by others where a run that bakes at its end has put its own back', min: 8, memo: baking, ours: false },
    { name: 'is the run’s where it has suspended again since', min: 8, memo: baking, suspended: ['AZRebalance'], ours: true },
    { name: 'is the run’s where nothing tells, since it has suspended nothing', min: 8, memo: { ...baking, suspends: [] }, ours: true },
  ] // prettier-ignore
  test.each(rows)('$name', ({ min, memo = followed(), suspended = [], ours }) => {
    const seen = { ...group(sized(min, Math.max(8, min), 12)), suspended }
    expect(minIsOurs(seen, memo)).toBe(ours)
    expect(minWithoutRoll(seen, memo)).toBe(ours ? 2 : min)
  })
})

describe('a MaxSize', () => {
  const rows: { name: string; max: number; memo?: Memo; ours: boolean }[] = [
    { name: 'is the run’s own where the whole surge lies above it', max: 12, ours: true },
    { name: 'is an operator’s beyond that', max: 13, ours: false },
    { name: 'is an operator’s where policies rest, and the surge had room', max: 12, memo: followed({ follows: undefined }), ours: false }, // prettier-ignore
    {
      name: 'was set by others where a run that bakes at its end has put its own back',
      max: 12,
      memo: baking,
      ours: false,
    },
  ]
  test.each(rows)('$name', ({ max, memo = followed(), ours }) => {
    expect(maxIsOurs(group(sized(2, 8, max)), memo)).toBe(ours)
  })

  test('is the run’s own where it is put back as far as a minimum of others lets it, also while the run bakes at its end', () => {
    expect(maxIsOurs(group(sized(12, 12, 12)), baking)).toBe(true)
  })
})

describe('the maximum is raised', () => {
  const rows: { name: string; sizes: Sizes; desired: number; memo?: Memo; max: number | undefined }[] = [
    { name: 'by the whole surge, which leaves policies all their room', sizes: sized(2, 6, 10), desired: 8, max: 12 },
    { name: 'not again', sizes: sized(8, 8, 12), desired: 9, max: undefined },
    { name: 'not where an operator has set it, and there is room', sizes: sized(2, 6, 20), desired: 8, max: undefined },
    { name: 'as far as the desired capacity where an operator has set it', sizes: sized(2, 6, 7), desired: 8, max: 8 },
    { name: 'as far as the desired capacity where policies rest', sizes: sized(2, 6, 6), desired: 8, memo: followed({ follows: undefined, sizes: sized(2, 6, 6) }), max: 8 }, // prettier-ignore
    { name: 'not where policies rest, and there is room', sizes: sized(2, 6, 10), desired: 8, memo: followed({ follows: undefined }), max: undefined }, // prettier-ignore
  ]
  test.each(rows)('$name', ({ sizes, desired, memo = followed(), max }) => {
    expect(raisedMax({ fleet: aRollingFleet(old(6), 6, memo, { sizes }), memo }, desired)).toBe(max)
  })
})

describe('the minimum that goes before a decrement', () => {
  const rows: { name: string; sizes: Sizes; desired: number; memo?: Memo; min: number | undefined }[] = [
    { name: 'is what will be desired', sizes: sized(8, 8, 12), desired: 7, min: 7 },
    { name: 'is the wish at the last one', sizes: sized(7, 7, 12), desired: 6, min: 6 },
    { name: 'never is lower than it was', sizes: sized(3, 3, 12), desired: 1, min: 2 },
    { name: 'is not set where it lies below', sizes: sized(6, 8, 12), desired: 7, min: undefined },
    { name: 'is not set where an operator’s stands', sizes: sized(9, 9, 12), desired: 8, min: undefined },
  ]
  test.each(rows)('$name', ({ sizes, desired, memo = followed(), min }) => {
    expect(loweredMin({ fleet: aRollingFleet(old(6), 6, memo, { sizes }), memo }, desired)).toBe(min)
  })
})

const LIVE: RunState = { ...INITIAL_STATE, leaseClaimed: true, suspended: true, heldSeen: true, desired: 8, min: 8 }

describe('next', () => {
  const rows: {
    name: string
    fleet: Fleet
    policy?: Partial<Policy>
    state?: Partial<RunState>
    next: Partial<Action> & Record<string, unknown>
  }[] = [
    {
      name: 'room is made with the minimum held there, in one call',
      fleet: aRollingFleet(old(6), 6, followed()),
      state: { desired: undefined, min: undefined },
      next: { kind: 'resize', sizes: { desired: 8, min: 8, max: 12 } },
    },
    {
      name: 'without a surge the minimum is held where it is',
      fleet: aRollingFleet(old(6), 6, followed({ surge: 0 })),
      policy: { surge: 0, maxUnavailable: 1 },
      state: { desired: undefined, min: undefined },
      next: { kind: 'resize', sizes: { min: 6 } },
    },
    {
      name: 'what has grown is held as well',
      fleet: aRollingFleet([...old(4), ...fresh(6)], 10, followed({ sizes: sized(2, 8, 10), scaledUntil: NOW - 5 }), { sizes: sized(8, 10, 12) }),
      state: { desired: 10, min: 8 },
      next: { kind: 'resize', sizes: { min: 10 } },
    },
    {
      name: 'never higher than what the saved state tells to be the run’s',
      fleet: aRollingFleet([...old(4), ...booting(8)], 12, followed(), { sizes: sized(6, 12, 12) }),
      state: { desired: 12, min: 6 },
      next: { kind: 'resize', sizes: { min: 8 } },
    },
    {
      name: 'the minimum falls with the last ones that leave',
      fleet: aRollingFleet([...old(2), ...fresh(6)], 8, followed(), { sizes: sized(8, 8, 12) }),
      next: { kind: 'terminate', decrement: true, min: 6 },
    },
    {
      name: 'one that leaves with a successor leaves the minimum alone',
      fleet: aRollingFleet([...old(4), ...fresh(4)], 8, followed(), { sizes: sized(8, 8, 12) }),
      next: { kind: 'terminate', decrement: false },
    },
    {
      name: 'nothing is held once all are new: the sizes are put back in one call, and scaling in is free',
      fleet: aRollingFleet(fresh(6), 6, followed(), { sizes: sized(6, 6, 12) }),
      state: { desired: 6, min: 6 },
      next: { kind: 'resize', sizes: { min: 2, max: 10 } },
    },
    {
      name: 'nor is what has grown meanwhile',
      fleet: aRollingFleet(fresh(6), 6, followed(), { sizes: sized(4, 6, 12) }),
      state: { desired: 6, min: 4 },
      next: { kind: 'resize', sizes: { min: 2, max: 10 } },
    },
    {
      name: 'what has grown after the last replacement is held until it serves',
      fleet: aRollingFleet([...fresh(6), ...booting(2)], 8, followed({ sizes: sized(2, 8, 10), scaledUntil: NOW - 5 }), { sizes: sized(6, 8, 12) }),
      state: { desired: 8, min: 6 },
      next: { kind: 'resize', sizes: { min: 8 } },
    },
    {
      name: 'also before AWS launches it, where the minimum is the one from before the roll',
      fleet: aRollingFleet(fresh(6), 8, followed({ sizes: sized(6, 8, 10), scaledUntil: NOW - 5 }), { sizes: sized(6, 8, 12) }),
      state: { desired: 8, min: 6 },
      next: { kind: 'resize', sizes: { min: 8 } },
    },
    {
      name: 'not once the sizes are put back',
      fleet: aRollingFleet([...fresh(6), ...booting(2)], 8, followed({ sizes: sized(2, 8, 10), scaledUntil: NOW - 5 }), { sizes: sized(2, 8, 10) }),
      state: { desired: 8, min: 2, max: 10 },
      next: { kind: 'wait' },
    },
    {
      name: 'a minimum that an operator has raised is kept, and told',
      fleet: aRollingFleet([...old(4), ...fresh(4)], 8, followed(), { sizes: sized(5, 8, 12) }),
      next: {
        kind: 'save-state',
        memo: expect.objectContaining({ sizes: sized(5, 6, 10) }),
        notes: ['MinSize was changed from 2 to 5 from outside this run: kept.'],
      },
    },
    {
      name: 'a minimum that an operator has raised beyond the wish raises that',
      fleet: aRollingFleet([...old(4), ...fresh(4)], 9, followed(), { sizes: sized(9, 9, 12) }),
      next: { kind: 'save-state', memo: expect.objectContaining({ sizes: sized(9, 9, 10) }) },
    },
    {
      name: 'a minimum that an operator has raised into the room of the roll above the old maximum takes the wish along',
      fleet: aRollingFleet([...old(1), ...fresh(2)], 3, followed({ sizes: sized(1, 1, 2), surge: 1 }), { sizes: sized(3, 3, 3) }),
      policy: { surge: 1 },
      state: { desired: 2, min: 2 },
      next: { kind: 'save-state', memo: expect.objectContaining({ sizes: sized(3, 3, 3) }) },
    },
    {
      name: 'a maximum that an operator has set in the room of the roll is kept, and told',
      fleet: aRollingFleet([...old(4), ...fresh(4)], 8, followed(), { sizes: sized(8, 8, 11) }),
      state: { max: 12 },
      next: {
        kind: 'save-state',
        memo: expect.objectContaining({ sizes: sized(2, 6, 11) }),
        notes: ['MaxSize was changed from 10 to 11 from outside this run: kept.'],
        reason: 'the maximum was set to 11 from outside this run: kept',
      },
    },
    {
      name: 'a maximum that the run has set is its own',
      fleet: aRollingFleet([...old(4), ...fresh(4)], 8, followed(), { sizes: sized(8, 8, 12) }),
      state: { max: 12 },
      next: { kind: 'terminate' },
    },
    {
      name: 'a maximum that an operator has lowered is kept',
      fleet: aRollingFleet([...old(4), ...fresh(4)], 8, followed(), { sizes: sized(8, 8, 9) }),
      state: { max: 12 },
      next: { kind: 'save-state', memo: expect.objectContaining({ sizes: sized(2, 6, 9) }) },
    },
    {
      name: 'and the wish below it',
      fleet: aRollingFleet([...old(4), ...fresh(1)], 5, followed(), { sizes: sized(5, 5, 5) }),
      state: { max: 12, min: 5 },
      next: { kind: 'save-state', memo: expect.objectContaining({ sizes: sized(2, 5, 5) }) },
    },
    {
      name: 'a size that an operator has set with both bounds is the wish, up to the new maximum',
      fleet: aRollingFleet([...old(4), ...fresh(7)], 11, followed(), { sizes: sized(5, 11, 11) }),
      state: { max: 12 },
      next: { kind: 'save-state', memo: expect.objectContaining({ sizes: sized(5, 11, 11) }) },
    },
    {
      name: 'a minimum and a maximum that an operator has set in the room of the roll are both kept',
      fleet: aRollingFleet([...old(4), ...fresh(4)], 29, followed({ sizes: sized(1, 5, 23), surge: 11 }), { sizes: sized(29, 29, 31) }),
      state: { max: 23 },
      next: {
        kind: 'save-state',
        memo: expect.objectContaining({ sizes: sized(29, 29, 31) }),
        notes: [
          'MinSize was changed from 1 to 29 from outside this run: kept.',
          'MaxSize was changed from 23 to 31 from outside this run: kept.',
          'The desired capacity was changed from 5 to 29 from outside this run: kept.',
        ],
      },
    },
    {
      name: 'a size that an operator has set with the minimum is the wish',
      fleet: aRollingFleet([...old(4), ...fresh(4)], 4, followed(), { sizes: sized(1, 4, 12) }),
      next: { kind: 'save-state', memo: expect.objectContaining({ sizes: sized(1, 4, 10) }) },
    },
    {
      name: 'a minimum that is back where it was is held again',
      fleet: aRollingFleet([...old(4), ...booting(4)], 8, followed(), { sizes: sized(2, 8, 12) }),
      next: { kind: 'resize', sizes: { min: 8 } },
    },
    {
      name: 'a size that an operator has lowered with the minimum is the wish',
      fleet: aRollingFleet([...old(4), ...fresh(4)], 4, followed(), { sizes: sized(2, 4, 12) }),
      next: { kind: 'save-state', memo: expect.objectContaining({ sizes: sized(2, 4, 10) }) },
    },
    {
      name: 'a group that is put back: what is beyond the wish leaves with the minimum lowered first',
      fleet: aRollingFleet([...old(6), ...fresh(2)], 8, followed(), { sizes: sized(8, 8, 12) }),
      policy: { intent: 'restore' },
      next: { kind: 'terminate', decrement: true, min: 6 },
    },
    {
      name: 'a group that is put back: the minimum comes with the other sizes',
      fleet: aRollingFleet(old(6), 6, followed(), { sizes: sized(6, 6, 12) }),
      policy: { intent: 'restore' },
      state: { desired: 6, min: 6 },
      next: { kind: 'resize', sizes: { min: 2, max: 10 } },
    },
    {
      name: 'by another process, which knows of the raised minimum by the saved state alone',
      fleet: aRollingFleet([...old(6), ...booting(2)], 8, followed(), { sizes: sized(8, 8, 12) }),
      policy: { intent: 'restore' },
      state: { desired: undefined, min: undefined },
      next: { kind: 'terminate', decrement: true, min: 6 },
    },
  ] // prettier-ignore
  test.each(rows)('$name', ({ fleet, policy = {}, state = {}, next }) => {
    const suspended = ['AZRebalance', 'ScheduledActions']
    expect(nextAction({ ...fleet, suspended }, aPolicy({ surge: 2, ...policy }), { ...LIVE, ...state })).toMatchObject(
      next,
    )
  })
})

test('a wish that a decrement has crossed is given back without raised bounds, once all is put back', () => {
  const memo = followed({ sizes: sized(2, 8, 10), progress: { phase: 'baking' } })
  const fleet = aRollingFleet(fresh(6), 6, memo, { sizes: sized(2, 6, 10), suspended: [] })
  const action = nextAction(fleet, aPolicy({ surge: 2 }), {
    ...LIVE,
    desired: undefined,
    suspended: true,
    inherited: { wish: { desired: 8, left: 6 } },
  })
  expect(action).toMatchObject({ kind: 'resize' })
  expect(action.kind === 'resize' && action.sizes).toEqual({ desired: 8 })
})

test('the surge of a run is no surplus of another: policies that have grown within the first minute are no concurrent run', () => {
  const memo = followed({ startedAt: NOW - 20, surge: 1 })
  const fleet = aRollingFleet(old(6), 10, memo, {
    sizes: sized(2, 10, 10),
    suspended: ['AZRebalance', 'ScheduledActions'],
  })
  const state = {
    ...INITIAL_STATE,
    leaseClaimed: true,
    growth: { to: 10, from: 8, since: NOW, after: NOW - 20, wish: 10 },
  }
  const action = nextAction(fleet, aPolicy(), state)
  expect(action).toMatchObject({ kind: 'save-state', memo: { sizes: { desired: 10 }, surge: 1 } })
})

test('a minimum that was set before the run has set sizes is an operator’s, though a run might have set it', () => {
  const fleet = aRollingFleet(old(6), 6, followed(), {
    sizes: sized(3, 6, 10),
    suspended: ['AZRebalance', 'ScheduledActions'],
  })
  const before = { ...LIVE, desired: undefined, min: undefined }
  const kept = { kind: 'save-state', memo: { sizes: sized(3, 6, 10) } }
  expect(nextAction(fleet, aPolicy({ surge: 2 }), { ...before, hasOwnSizes: true })).toMatchObject(kept)
  expect(nextAction(fleet, aPolicy({ surge: 2 }), before)).toMatchObject({ kind: 'resize' })
})

test('a maximum that was set before the run has set sizes is an operator’s, also in the room of the roll', () => {
  const fleet = aRollingFleet(old(6), 6, followed(), {
    sizes: sized(2, 6, 11),
    suspended: ['AZRebalance', 'ScheduledActions'],
  })
  const before = { ...LIVE, desired: undefined, min: undefined }
  const kept = { kind: 'save-state', memo: { sizes: sized(2, 6, 11) } }
  expect(nextAction(fleet, aPolicy({ surge: 2 }), { ...before, hasOwnSizes: true })).toMatchObject(kept)
  expect(nextAction(fleet, aPolicy({ surge: 2 }), before)).toMatchObject({ kind: 'resize' })
})

// A run that lets policies rest did not know which maximum it had set: 7 passed for its own where it had set 8, and 6 was put back.
describe('where policies rest a maximum in the room of the roll', () => {
  const memo = aMemo(6, { sizes: sized(2, 6, 6), surge: 2 })
  const seen = (sizes: Sizes) => aRollingFleet([...old(4), ...fresh(sizes.desired - 4)], sizes.desired, memo, { sizes })
  const kept = (sizes: Sizes) => ({ kind: 'save-state', memo: { sizes } })
  const rows: { name: string; sizes: Sizes; before?: number; state: Partial<RunState>; suspended?: string[]; next: object }[] = [
    { name: 'is kept where this run has set another', sizes: sized(2, 6, 7), state: { desired: 6, max: 8 }, next: kept(sized(2, 6, 7)) },
    { name: 'is kept where it was set before this run has set any', sizes: sized(2, 6, 7), state: { hasOwnSizes: true }, next: kept(sized(2, 6, 7)) },
    { name: 'is put back where this run has set it', sizes: sized(2, 6, 8), state: { desired: 6, max: 8 }, next: { kind: 'resize', sizes: { max: 6 } } },
    { name: 'is put back where it is not known whose it is', sizes: sized(2, 6, 7), state: {}, next: { kind: 'resize', sizes: { max: 6 } } },
    { name: 'is put back where a lost run may have set it, and its processes run', sizes: sized(2, 6, 7), state: {}, suspended: [], next: { kind: 'resize', sizes: { max: 6 } } },
    { name: 'is no matter where another one lies beyond it, which stays', sizes: sized(2, 6, 20), state: { desired: 6, max: 8 }, next: { kind: 'resume' } },
    { name: 'is kept, and what AWS has brought down to it is no wish', sizes: sized(2, 7, 7), state: { desired: 8, max: 8 }, next: kept(sized(2, 6, 7)) },
    { name: 'is kept with a desired capacity that was set together with it', sizes: sized(2, 7, 7), state: { desired: 6, max: 8 }, next: kept(sized(2, 7, 7)) },
    { name: 'is kept where the desired capacity of before was set together with it', sizes: sized(2, 6, 7), state: { desired: 7, max: 8 }, next: kept(sized(2, 6, 7)) },
    { name: 'is kept where the one of before was higher', sizes: sized(2, 6, 7), before: 9, state: { desired: 6, max: 9 }, next: kept(sized(2, 6, 7)) },
    { name: 'is kept where the one of before was higher, and it is not known what a lost run has left', sizes: sized(2, 6, 7), before: 9, state: {}, next: kept(sized(2, 6, 7)) },
    { name: 'is kept with what AWS has brought down to it where that is less than before', sizes: sized(2, 5, 5), before: 9, state: { desired: 7, max: 9 }, next: kept(sized(2, 5, 5)) },
    { name: 'is the run’s where it lowers it on the way to that of a scheduled action', sizes: sized(2, 7, 8), before: 9, state: { desired: 7, max: 8 }, next: { kind: 'terminate' } },
  ] // prettier-ignore
  test.each(rows)('$name', ({ sizes, before, state, suspended = memo.suspends, next }) => {
    const saved = before === undefined ? memo : { ...memo, sizes: { ...memo.sizes, max: before } }
    const fleet = { ...seen(sizes), memo: saved, suspended }
    const action = nextAction(fleet, aPolicy({ intent: 'restore' }), { ...JUST_BEGUN, ...state })
    expect(action).toMatchObject(next)
  })
})

// A run had died right after it had saved its state, and a scheduled action raised the maximum by two: that passed for its surge.
describe('what is in the room of a lost run', () => {
  const rows: { name: string; sizes: Sizes; memo?: Memo; state?: Partial<RunState>; suspended?: string[]; kept: Sizes | undefined }[] = [
    { name: 'a maximum was set by others where its processes run and it is less than the surge', sizes: sized(2, 6, 11), kept: sized(2, 6, 11) },
    { name: 'a maximum was set by others where its processes run and the minimum is where it was', sizes: sized(2, 6, 12), kept: sized(2, 6, 12) },
    { name: 'a minimum was set by others where its processes run and the maximum is where it was', sizes: sized(6, 6, 10), kept: sized(6, 6, 10) },
    { name: 'both may be its own where an operator has let its processes run', sizes: sized(8, 8, 12), kept: undefined },
    { name: 'a maximum may be its own where it had no minimum to hold', sizes: sized(6, 6, 12), memo: followed({ sizes: sized(6, 6, 10) }), kept: undefined },
    { name: 'both are its own where a process is suspended', sizes: sized(6, 6, 11), suspended: ['AZRebalance'], kept: undefined },
    { name: 'both are its own where its processes were seen suspended', sizes: sized(6, 6, 11), state: { heldSeen: true }, kept: undefined },
    { name: 'both are its own where it has suspended nothing', sizes: sized(6, 6, 11), memo: followed({ suspends: [] }), kept: undefined },
    { name: 'both are its own where this run has a larger surge', sizes: sized(8, 8, 12), memo: followed({ surge: 4 }), state: { highestBefore: 12 }, kept: undefined },
    { name: 'both were set by others where they are not as high as the surge of the run before', sizes: sized(8, 8, 11), memo: followed({ surge: 4 }), state: { highestBefore: 12 }, kept: sized(8, 8, 11) },
    { name: 'both are its own where it has left them on purpose', sizes: sized(8, 8, 12), memo: followed({ surge: 4, handedBackAt: NOW - 9, handedSizes: { desired: 8, max: 12 } }), kept: undefined },
    { name: 'a desired capacity beyond it was set with the minimum', sizes: sized(9, 10, 14), kept: sized(9, 10, 14) },
    { name: 'a desired capacity was brought up to a minimum beyond it', sizes: sized(9, 9, 14), kept: sized(9, 9, 14) },
    { name: 'a desired capacity may be its own under a lower minimum', sizes: sized(1, 8, 12), kept: sized(1, 6, 10) },
    { name: 'a minimum is its own where it has no surge', sizes: sized(6, 6, 10), memo: followed({ surge: 0 }), kept: undefined },
  ] // prettier-ignore
  test.each(rows)('$name', ({ sizes, memo = followed(), state = {}, suspended = [], kept }) => {
    const fleet = aRollingFleet(old(6), sizes.desired, memo, { sizes, suspended })
    const known = { ...INITIAL_STATE, leaseClaimed: true, ...state }
    const action = adoptBounds(situationOf(fleet, { memo, policy: aPolicy({ surge: 2 }), state: known }))
    expect(action?.kind === 'save-state' ? action.memo.sizes : action).toEqual(kept)
  })
})

// The answer to the resize of a scheduled action was lost: the report told of its sizes as an operator's, and as carried out by the run.
describe('sizes that the run has set for a scheduled action are no others’, though the answer was lost:', () => {
  const held = followed({ sizes: sized(2, 4, 10), surge: 1 })
  const rows: { name: string; sizes: Sizes; action: Partial<Sizes>; kept: Sizes; memo?: Memo; isOutside?: boolean }[] = [
    { name: 'larger ones', sizes: sized(6, 6, 14), action: sized(6, 6, 14), kept: sized(6, 6, 14) },
    { name: 'a smaller maximum', sizes: sized(5, 5, 6), action: { max: 6 }, kept: sized(2, 4, 6) },
    { name: 'a desired capacity where policies rest', sizes: sized(2, 8, 10), action: { desired: 8 }, kept: sized(2, 8, 10), memo: { ...held, follows: undefined } },
    { name: 'not a maximum of which the action says nothing', sizes: sized(5, 5, 14), action: { min: 2 }, kept: sized(2, 4, 14), isOutside: true },
  ] // prettier-ignore
  test.each(rows)('$name', ({ sizes, action, kept, memo = held, isOutside = false }) => {
    const fleet = aRollingFleet([...old(4), ...fresh(1)], 5, memo, {
      sizes,
      suspended: memo.suspends,
      dueActions: [{ name: 'a', at: NOW - 10, sizes: action }],
    })
    const lost: RunState = { ...JUST_BEGUN, suspended: true, heldSeen: true }
    const next = nextAction(fleet, aPolicy({ follow: true }), lost)
    if (next.kind !== 'save-state') throw new Error(next.kind)
    expect(next.memo.sizes).toEqual(kept)
    expect(next.notes).toEqual([expect.stringContaining(isOutside ? 'from outside' : 'carried out by the run')])
  })
})

// An action that was for less than an operator's minimum was left out, and the maximum of the operator passed for that of the action.
test('bounds of others stay where an action that fell due does not fit them', () => {
  const memo = followed()
  const fleet = aRollingFleet(old(17), 17, memo, {
    sizes: sized(17, 17, 19),
    suspended: memo.suspends,
    dueActions: [{ name: 'a', at: NOW - 10, sizes: { max: 15 } }],
  })
  const next = nextAction(fleet, aPolicy({ intent: 'restore' }), { ...JUST_BEGUN, heldSeen: true })
  expect(next).toMatchObject({ kind: 'save-state', memo: { sizes: sized(17, 17, 19) } })
})

describe('where the wish rises within the room of a roll, what the run has raised stays its own:', () => {
  const rows = [
    { name: 'the maximum', sizes: sized(4, 4, 7), memo: { sizes: sized(0, 2, 3), surge: 4 }, wish: 3, surge: 4 },
    { name: 'the minimum', sizes: sized(6, 6, 6), memo: { sizes: sized(0, 2, 3), surge: 4 }, wish: 2, surge: 4 },
    {
      name: 'the minimum, of a wish far below it',
      sizes: sized(8, 8, 8),
      memo: { sizes: sized(0, 2, 3), surge: 6 },
      wish: 2,
      surge: 6,
    },
    { name: 'nothing where policies rest', sizes: sized(0, 4, 6), memo: { sizes: sized(0, 2, 3), surge: 4, follows: undefined }, wish: 3, surge: 3 }, // prettier-ignore
  ]
  test.each(rows)('$name', ({ sizes, memo: change, wish, surge }) => {
    const memo = followed(change)
    const fleet = aRollingFleet(old(2), sizes.desired, memo, { sizes })
    const next = withWish({ fleet, memo, policy: aPolicy({ surge: 1 }) }, { ...memo.sizes, desired: wish })
    expect(next).toMatchObject({ sizes: { desired: wish }, surge })
  })
})

describe('the sizes to put back', () => {
  const rows = [
    { name: 'all of them', sizes: sized(8, 8, 12), back: { desired: 6, min: 2, max: 10 } },
    { name: 'not the minimum of an operator', sizes: sized(9, 9, 12), back: { max: 10 } },
    { name: 'not a desired capacity below it', sizes: sized(2, 5, 12), back: { max: 10 } },
  ]
  test.each(rows)('$name', ({ sizes, back }) => {
    const memo = followed()
    expect(sizesToRestore(aRollingFleet(old(6), 6, memo, { sizes }), memo)).toEqual(back)
  })
})

test('a saved state with a raised minimum is one that a roll can have left, and the floor is the wish', () => {
  const memo = followed()
  expect(memoFault(memo, 1)).toBeUndefined()
  const fleet = aRollingFleet(old(6), 8, memo, { sizes: sized(8, 8, 12) })
  expect(situationOf(fleet, { memo, policy: aPolicy(), state: LIVE }).capacity.outdated).toHaveLength(6)
})
