import type { Action } from '../../../src/domain/rollout/action.ts'
import type { DueAction, Fleet, Memo, Sizes } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import {
  afterAction,
  awaitLateAction,
  awaitScheduled,
  carryOutScheduled,
} from '../../../src/domain/rollout/scheduled-actions.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { aFleet, aMemo, aPolicy, aRollingFleet, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'
import { aSituation } from './a-situation.ts'

const due = (sizes: Partial<Sizes>, at = NOW - 5, name = 'morning'): DueAction => ({ name, at, sizes })

/** Three instances of which one is replaced: desired is 4 for the time of the roll. */
const rolling = (dueActions: readonly DueAction[], change: Partial<Fleet> = {}, memo: Partial<Memo> = {}): Fleet =>
  aRollingFleet([...old(3), ...fresh(1)], 4, aMemo(3, { sizes: { min: 1, desired: 3, max: 20 }, ...memo }), {
    sizes: { min: 1, desired: 4, max: 20 },
    dueActions,
    ...change,
  })

const act = (fleet: Fleet, policy: Partial<Policy> = {}): Action | undefined =>
  carryOutScheduled(aSituation(fleet, policy))

describe('an action that fell due while the run had suspended it sets the sizes of the group at once', () => {
  const rows: { name: string; fleet: Fleet; sizes: Partial<Sizes> }[] = [
    { name: 'minimum and desired capacity', fleet: rolling([due({ min: 10, desired: 10 })]), sizes: { min: 10, desired: 10 } }, // prettier-ignore
    { name: 'only a minimum, with which the desired capacity grows', fleet: rolling([due({ min: 6 })]), sizes: { min: 6, desired: 6 } }, // prettier-ignore
    { name: 'only a maximum', fleet: rolling([due({ max: 12 })]), sizes: { max: 12 } },
    {
      name: 'a maximum below what the roll has raised the desired capacity to, as far as there is room',
      fleet: rolling([due({ min: 1, max: 2, desired: 2 })]),
      sizes: { max: 4 },
    },
    { name: 'a lower minimum', fleet: rolling([due({ min: 0 })]), sizes: { min: 0 } },
    {
      name: 'several in the order in which they fell due',
      fleet: rolling([due({ desired: 5 }, NOW - 5), due({ desired: 9 }, NOW - 40, 'earlier')]),
      sizes: { desired: 5 },
    },
    {
      name: 'one that fits, though another does not',
      fleet: rolling([due({ desired: 30 }, NOW - 9, 'too many'), due({ desired: 8 })]),
      sizes: { desired: 8 },
    },
    {
      name: 'a desired capacity, while the roll has raised the maximum',
      fleet: rolling(
        [due({ min: 2 })],
        { sizes: { min: 1, desired: 4, max: 4 } },
        { sizes: { min: 1, desired: 3, max: 3 } },
      ),
      sizes: { min: 2 },
    },
    {
      name: 'a minimum below the one that the run holds: that stays held',
      fleet: rolling([due({ min: 3, desired: 6 })], { sizes: { min: 4, desired: 4, max: 21 } }, { follows: true }),
      sizes: { desired: 6 },
    },
    {
      name: 'a minimum above the one that the run holds',
      fleet: rolling([due({ min: 8 })], { sizes: { min: 4, desired: 4, max: 21 } }, { follows: true }),
      sizes: { min: 8, desired: 8 },
    },
    {
      name: 'a lower desired capacity before the run has made room: where policies stay alive what is there is held, or it would pass for their growth',
      fleet: rolling([due({ desired: 2 })], { sizes: { min: 1, desired: 3, max: 20 } }, { follows: true }),
      sizes: { min: 3 },
    },
    {
      name: 'the same with a lower minimum, beyond what the run may hold: as much as is known for its own',
      fleet: rolling([due({ min: 0, desired: 2 })], { sizes: { min: 1, desired: 6, max: 20 } }, { follows: true }),
      sizes: { min: 4 },
    },
  ]
  test.each(rows)('$name', ({ fleet, sizes }) => {
    const action = act(fleet)
    if (action?.kind !== 'resize') throw new Error(`the next action is ${action?.kind}`)
    expect(action.sizes).toEqual(sizes)
  })
})

describe('what fell due right before a roll begins', () => {
  const before = (dueActions: readonly DueAction[], change: Partial<Fleet> = {}): Fleet =>
    aFleet(old(3), { sizes: { min: 1, desired: 3, max: 20 }, dueActions, ...change })
  const waited = expect.objectContaining({ kind: 'wait' }) as unknown

  test.each([
    { name: 'is waited for', fleet: before([due({ desired: 5 })]), expected: waited },
    { name: 'is not, where the group shows it', fleet: before([due({ desired: 3, max: 20 })]), expected: undefined },
    {
      name: 'is not, where the last of several is shown',
      fleet: before([due({ desired: 5 }, NOW - 9), due({ desired: 3 })]),
      expected: undefined,
    },
    { name: 'is not, where it does not fit', fleet: before([due({ desired: 50 })]), expected: undefined },
    { name: 'is not after two minutes', fleet: before([due({ desired: 5 }, NOW - 120)]), expected: undefined },
    { name: 'is not before its time', fleet: before([due({ desired: 5 }, NOW + 1)]), expected: undefined },
    {
      name: 'is not where others have suspended it',
      fleet: before([due({ desired: 5 })], { suspended: ['ScheduledActions'] }),
      expected: undefined,
    },
  ])('$name', ({ fleet, expected }) => {
    expect(awaitLateAction(fleet)).toEqual(expected)
  })
})

describe('then the saved state says so', () => {
  const rows: { name: string; fleet: Fleet; memo: Partial<Memo> }[] = [
    {
      name: 'with the sizes that are put back, and the moment up to which that is done',
      fleet: rolling([due({ min: 10, desired: 10 })], { sizes: { min: 10, desired: 10, max: 20 } }),
      memo: { sizes: { min: 10, desired: 10, max: 20 }, scheduledUntil: NOW },
    },
    {
      name: 'for a lower desired capacity, which the roll comes down to by itself',
      fleet: rolling([due({ desired: 2 })]),
      memo: { sizes: { min: 1, desired: 2, max: 20 }, surge: 2, scheduledUntil: NOW },
    },
    {
      name: 'for a desired capacity below the minimum that the run holds: AWS would have had no such minimum',
      fleet: rolling([due({ desired: 2 })], { sizes: { min: 4, desired: 4, max: 21 } }, { follows: true }),
      memo: { sizes: { min: 1, desired: 2, max: 20 }, scheduledUntil: NOW },
    },
    {
      name: 'for a lower maximum, above which the sizes of the roll are its own still',
      fleet: rolling(
        [due({ desired: 2, max: 2 })],
        { sizes: { min: 1, desired: 9, max: 9 } },
        { sizes: { min: 1, desired: 5, max: 5 }, surge: 4 },
      ),
      memo: { sizes: { min: 1, desired: 2, max: 2 }, surge: 7, scheduledUntil: NOW },
    },
    {
      name: 'also where the action changes nothing',
      fleet: rolling([due({ min: 1 })]),
      memo: { sizes: { min: 1, desired: 3, max: 20 }, scheduledUntil: NOW },
    },
    {
      name: 'also where it does not fit the sizes of the group',
      fleet: rolling([due({ desired: 30 })]),
      memo: { sizes: { min: 1, desired: 3, max: 20 }, scheduledUntil: NOW },
    },
  ]
  test.each(rows)('$name', ({ fleet, memo }) => {
    expect(act(fleet)).toMatchObject({ kind: 'save-state', memo })
  })

  test('and a sentence for each action', () => {
    const action = act(rolling([due({ desired: 30 }, NOW - 9, 'too many'), due({ desired: 2 })]))
    expect(action).toMatchObject({
      notes: [
        'The scheduled action too many fell due at 2023-11-14 22:13:11 UTC while this run had suspended ScheduledActions, and does not fit the sizes of the group: desired 30 was left out, as AWS would.',
        'The scheduled action morning fell due at 2023-11-14 22:13:15 UTC while this run had suspended ScheduledActions: carried out by the run (desired 2).',
      ],
    })
  })
})

describe('of a run that has let the processes run again without putting the sizes back', () => {
  const handed = (dueActions: readonly DueAction[], change: Partial<Fleet> = {}): Fleet =>
    rolling(dueActions, { suspended: [], ...change }, { suspends: [], handedBackAt: NOW - 20 })
  const dropped = due({ min: 2 }, NOW - 30, 'dropped')
  const own = due({ min: 4 }, NOW - 10, 'by AWS')

  test('what fell due before is carried out, and what AWS has done since belongs to the order', () => {
    expect(act(handed([dropped]))).toMatchObject({ kind: 'resize', sizes: { min: 2 } })
    expect(act(handed([dropped, own], { sizes: { min: 4, desired: 4, max: 20 } }))).toMatchObject({
      kind: 'save-state',
      memo: { sizes: { min: 4, desired: 4 }, scheduledUntil: NOW },
    })
  })

  test('not what fell due after that while others have suspended them', () => {
    const fleet = handed([dropped, own], { suspended: ['ScheduledActions'] })
    expect(act(fleet)).toMatchObject({ kind: 'resize', sizes: { min: 2 } })
    expect(act(handed([own], { suspended: ['ScheduledActions'] }))).toBeUndefined()
  })

  test('not what AWS carries out itself', () => {
    expect(act(handed([own]))).toBeUndefined()
  })
})

describe('nothing is carried out', () => {
  const morning = due({ desired: 10 })
  const rows: { name: string; fleet: Fleet; policy?: Partial<Policy> }[] = [
    { name: 'that is still to come', fleet: rolling([due({ desired: 10 }, NOW + 1)]) },
    { name: 'from before the run', fleet: rolling([due({ desired: 10 }, NOW - 61)]) },
    { name: 'twice', fleet: rolling([morning], {}, { scheduledUntil: NOW - 5 }) },
    { name: 'that AWS carries out itself', fleet: rolling([morning], { suspended: [] }) },
    { name: 'that others had suspended before the run', fleet: rolling([morning], {}, { suspends: ['AZRebalance'] }) },
    { name: 'where AWS refuses the sizes', fleet: rolling([morning]), policy: { intent: 'restore', refused: ['resize'] } }, // prettier-ignore
    { name: 'where nothing is known to be due', fleet: rolling([], { dueActions: undefined }) },
  ]
  test.each(rows)('$name', ({ fleet, policy }) => {
    expect(act(fleet, policy)).toBeUndefined()
  })
})

describe('where AWS refuses to have it written down it is carried out all the same', () => {
  const policy = aPolicy({ intent: 'restore', refused: ['save-state'] })
  const larger = due({ desired: 5 })
  const grown = (suspended: readonly string[], memo: Partial<Memo> = {}): Fleet =>
    aRollingFleet(fresh(5), 5, aMemo(3, { sizes: { min: 1, desired: 3, max: 20 }, ...memo }), {
      sizes: { min: 1, desired: 5, max: 20 },
      dueActions: [larger],
      suspended,
    })
  const state = { ...JUST_BEGUN, suspended: true, desired: 5 }

  test('its sizes are set', () => {
    expect(nextAction(rolling([due({ min: 0 })]), policy, { ...state, desired: 4 })).toMatchObject({
      kind: 'resize',
      sizes: { min: 0 },
    })
  })

  test('what it has set is put back, and then the processes run again', () => {
    expect(nextAction(grown(aMemo(3).suspends), policy, state)).toMatchObject({ kind: 'resume' })
  })

  test('what it has set stays once they run', () => {
    const letRun = { ...state, letRun: true as const, letRunAt: NOW - 1 }
    expect(nextAction(grown([]), policy, letRun)).toMatchObject({ kind: 'clear-state' })
  })
})

test.each(['roll', 'restore'] as const)('it is done while a group is to %s', (intent) => {
  const fleet = rolling([due({ min: 10, desired: 10 })])
  expect(nextAction(fleet, aPolicy({ intent }), { ...JUST_BEGUN, desired: 4 })).toMatchObject({ kind: 'resize', sizes: { min: 10 } }) // prettier-ignore
})

describe('before the processes run again', () => {
  const ready = (dueActions: readonly DueAction[], change: Partial<Fleet> = {}): Fleet =>
    aRollingFleet(fresh(3), 3, aMemo(3), { dueActions, ...change })
  test.each(['roll', 'restore'] as const)('an action that falls due within moments is waited for (%s)', (intent) => {
    const fleet = ready([due({ desired: 5 }, NOW + 30)])
    expect(nextAction(fleet, aPolicy({ intent }), { ...JUST_BEGUN, desired: 3 })).toEqual({
      kind: 'wait',
      reason: 'the scheduled action morning falls due at 2023-11-14 22:13:50 UTC',
    })
  })
  test.each([
    { name: 'one that is later', fleet: ready([due({ desired: 5 }, NOW + 31)]) },
    { name: 'one that AWS carries out itself', fleet: ready([due({ desired: 5 }, NOW + 9)], { suspended: [] }) },
  ])('$name is not', ({ fleet }) => {
    expect(awaitScheduled(aSituation(fleet))).toBeUndefined()
  })
})

describe('the sizes after an action are as AWS sets them:', () => {
  const sizes = { min: 1, desired: 3, max: 6 }
  test.each([
    { name: 'all three', wished: { min: 2, desired: 4, max: 8 }, after: { min: 2, desired: 4, max: 8 } },
    { name: 'a minimum takes the desired capacity along', wished: { min: 5 }, after: { min: 5, desired: 5, max: 6 } },
    { name: 'a maximum takes it along', wished: { max: 2 }, after: { min: 1, desired: 2, max: 2 } },
    { name: 'a minimum above the maximum is refused', wished: { min: 7 }, after: undefined },
    { name: 'a desired capacity above the maximum is refused', wished: { desired: 7 }, after: undefined },
    { name: 'a desired capacity below the minimum is refused', wished: { desired: 0 }, after: undefined },
  ])('$name', ({ wished, after }) => {
    expect(afterAction(sizes, { sizes: wished })).toEqual(after)
  })
})
