import type { Action } from '../../../src/domain/rollout/action.ts'
import type { DueAction, Fleet, Memo, Sizes } from '../../../src/domain/rollout/fleet.ts'
import { adoptedInRoom, type AdoptedSizes, adoptedSizes } from '../../../src/domain/rollout/late-schedule.ts'
import type { Growth } from '../../../src/domain/rollout/policy-growth.ts'
import { carryOutScheduled } from '../../../src/domain/rollout/scheduled-actions.ts'
import { aMemo, aRollingFleet, fresh, NOW, old } from './a-fleet.ts'
import { aSituation } from './a-situation.ts'

const due = (sizes: Partial<Sizes>, at = NOW - 5): DueAction => ({ name: 'morning', at, sizes })

/** Three instances of which one is replaced by a run that began ten minutes ago. */
const rolling = (dueActions: readonly DueAction[], change: Partial<Fleet> = {}, memo: Partial<Memo> = {}): Fleet =>
  aRollingFleet(
    [...old(3), ...fresh(1)],
    4,
    aMemo(3, { sizes: { min: 1, desired: 3, max: 20 }, startedAt: NOW - 600, ...memo }),
    { sizes: { min: 1, desired: 4, max: 20 }, dueActions, ...change },
  )

const act = (fleet: Fleet): Action | undefined => carryOutScheduled(aSituation(fleet))

// A run had died, an action for a lower minimum fell due, and then an operator raised the minimum: half an hour later the restore
// carried the action out, took the operator's minimum with it, and terminated an instance.
describe('a minimum that others have set since the run began', () => {
  const raised = (action: DueAction, change: Partial<Sizes> = {}): Fleet =>
    rolling([action], { sizes: { min: 4, desired: 4, max: 20, ...change } })

  test('is kept where the action that lowers it fell due a while ago, and that is told', () => {
    expect(act(raised(due({ min: 0 }, NOW - 61)))).toMatchObject({
      kind: 'save-state',
      memo: { sizes: { min: 4, desired: 4, max: 20 }, scheduledUntil: NOW },
      notes: [
        'The scheduled action morning fell due at 2023-11-14 22:12:19 UTC while this run had suspended ScheduledActions: min 0 was left out, since MinSize was changed to 4 from outside this run, perhaps after that.',
      ],
    })
  })

  test('with room for it below the maximum', () => {
    expect(act(raised(due({ min: 0, max: 3, desired: 2 }, NOW - 61)))).toMatchObject({ sizes: { max: 4 } })
    expect(act(raised(due({ min: 0, max: 3, desired: 2 }, NOW - 61), { max: 4 }))).toMatchObject({
      memo: { sizes: { min: 4, desired: 4, max: 4 } },
      notes: [
        expect.stringContaining(
          'UTC while this run had suspended ScheduledActions: min 0, desired 2, max 3 was left out',
        ),
      ],
    })
  })

  const set: { name: string; fleet: Fleet; sizes: Partial<Sizes> }[] = [
    { name: 'where it fell due a moment ago', fleet: raised(due({ min: 0 })), sizes: { min: 0 } },
    { name: 'where it asks for more', fleet: raised(due({ min: 6 }, NOW - 61)), sizes: { min: 6, desired: 6 } },
    {
      name: 'where nothing but an action has set it',
      fleet: rolling([due({ min: 0 }, NOW - 61)], {}),
      sizes: { min: 0 },
    },
  ]
  test.each(set)('is set as the action says $name', ({ fleet, sizes }) => {
    expect(act(fleet)).toMatchObject({ kind: 'resize', sizes })
  })
})

describe('a size from outside the run that this process has adopted', () => {
  const adopted = (action: DueAction, sizes: Sizes = { min: 1, desired: 8, max: 20 }): Fleet =>
    rolling([action], { sizes }, { sizes })
  const actAfter = (fleet: Fleet, sizes: AdoptedSizes): Action | undefined =>
    carryOutScheduled(aSituation(fleet, {}, { adopted: sizes }))
  const late = due({ max: 12, desired: 3 }, NOW - 61)

  test('is kept where an action for less fell due a while ago, and the rest of that is carried out', () => {
    const desired = { size: 8, setBy: NOW - 10 }
    expect(actAfter(adopted(late), { desired })).toMatchObject({ kind: 'resize', sizes: { max: 12 } })
    const set = adopted(late)
    expect(actAfter({ ...set, sizes: { ...set.sizes, max: 12 } }, { desired })).toMatchObject({
      kind: 'save-state',
      memo: { sizes: { min: 1, desired: 8, max: 12 }, scheduledUntil: NOW },
      notes: [
        'The scheduled action morning fell due at 2023-11-14 22:12:19 UTC while this run had suspended ScheduledActions: desired 3 was left out, since the desired capacity was changed to 8 from outside this run, perhaps after that; max 12 was carried out by the run.',
      ],
    })
  })

  // Growth to 14 held the maximum there that an action had lowered to 13 meanwhile.
  test('is kept as far as the maximum of the action allows where policies have asked for it, and told as they have', () => {
    const desired = { size: 8, setBy: NOW - 10, isByPolicies: true } as const
    const lower = due({ max: 6, desired: 3 }, NOW - 61)
    const sizes = { min: 1, desired: 8, max: 8 }
    const fleet = rolling([lower], { sizes }, { sizes })
    const next = carryOutScheduled(aSituation(fleet, {}, { adopted: { desired } }))
    expect(next).toMatchObject({
      kind: 'save-state',
      memo: { sizes: { min: 1, desired: 6, max: 6 } },
      notes: [
        expect.stringContaining(
          'desired 3 was left out, since the desired capacity was changed to 8 from outside this run, perhaps after that; max 6 was carried out by the run.',
        ),
      ],
    })
    expect(actAfter(fleet, { desired, max: { size: 8, setBy: NOW } })).toMatchObject({ memo: { sizes } })
    expect(actAfter(fleet, { desired: { size: 8, setBy: NOW } })).toMatchObject({ memo: { sizes } })
  })

  // Where policies stay alive a minimum of others is adopted as well, and was lowered by the late action all the same.
  test('the same of a minimum and a maximum', () => {
    const fleet = adopted(due({ min: 0, desired: 3, max: 10 }, NOW - 61), { min: 8, desired: 8, max: 40 })
    const setBy = NOW - 10
    expect(actAfter(fleet, { min: { size: 8, setBy }, max: { size: 40, setBy } })).toMatchObject({
      kind: 'save-state',
      memo: { sizes: { min: 8, desired: 8, max: 40 } },
      notes: [
        expect.stringContaining(
          'min 0, desired 3, max 10 was left out, since MinSize was changed to 8 and MaxSize was changed to 40 from outside this run, perhaps after that.',
        ),
      ],
    })
  })

  test.each([
    { name: 'where the action falls due now', action: due({ desired: 3 }), wish: { size: 8, setBy: NOW } },
    { name: 'where it was adopted before this process began', action: due({ desired: 3 }, NOW - 61), wish: undefined },
    { name: 'where another wish came after it', action: due({ desired: 3 }, NOW - 61), wish: { size: 6, setBy: NOW } },
    {
      name: 'where it was seen before the action fell due',
      action: due({ desired: 3 }, NOW - 61),
      wish: { size: 8, setBy: NOW - 61 },
    },
  ])('gives way $name', ({ action, wish }) => {
    expect(actAfter(adopted(action), wish ? { desired: wish } : {})).toMatchObject({
      kind: 'save-state',
      memo: { sizes: { desired: 3 } },
    })
  })

  test('is no longer kept where an action that falls due now lowers it too', () => {
    const fleet = adopted(due({ max: 30 }, NOW - 61), { min: 8, desired: 8, max: 30 })
    const both = { ...fleet, dueActions: [...(fleet.dueActions ?? []), due({ min: 0 })] }
    expect(actAfter(both, { min: { size: 8, setBy: NOW } })).toMatchObject({ kind: 'resize', sizes: { min: 0 } })
  })

  test('is kept as well where a late action would bring it below a maximum', () => {
    const fleet = adopted(due({ max: 5 }, NOW - 61), { min: 1, desired: 8, max: 8 })
    expect(actAfter(fleet, { desired: { size: 8, setBy: NOW } })).toMatchObject({
      kind: 'save-state',
      memo: { sizes: { min: 1, desired: 8, max: 8 } },
    })
  })
})

test('a maximum that others have set since the run began is kept above a late action that lowers it', () => {
  const fleet = (at: number): Fleet => rolling([due({ max: 12 }, at)], { sizes: { min: 1, desired: 4, max: 40 } })
  expect(act(fleet(NOW - 61))).toMatchObject({ kind: 'save-state', memo: { sizes: { min: 1, desired: 3, max: 40 } } })
  expect(act(fleet(NOW - 60))).toMatchObject({ kind: 'resize', sizes: { max: 12 } })
})

// What was desired held the maximum at 18 on its way from 20 to 8, and that passed for one that others had set.
test('a maximum that the run itself lowers in two steps ends as the late action says', () => {
  const sizes = { min: 1, desired: 4, max: 6 }
  const fleet = rolling([due({ desired: 2, max: 3 }, NOW - 61)], { sizes: { ...sizes, max: 4 } }, { sizes })
  expect(act(fleet)).toMatchObject({ kind: 'save-state', memo: { sizes: { desired: 2, max: 3 } } })
})

// An action for a lower bound fell due while no run was at work, and long after that an operator lowered the bound, though not so far.
test.each([
  { name: 'maximum', action: { max: 4 }, set: { min: 2, desired: 3, max: 5 } },
  { name: 'minimum', action: { min: 0 }, set: { min: 1, desired: 3, max: 6 } },
])('a $name that others have lowered since the run began is kept above a late action', ({ action, set }) => {
  const saved = { min: 2, desired: 3, max: 6 }
  const fleet = rolling([due(action, NOW - 61)], { sizes: set }, { sizes: saved })
  expect(act(fleet)).toMatchObject({ kind: 'save-state', memo: { sizes: set } })
})

test('of a size that is adopted it is known whether policies have asked for it', () => {
  const before = aMemo(3)
  const now = { ...before, sizes: { ...before.sizes, desired: 5, max: 30 } }
  const growth = { to: 5, from: 3, since: NOW, after: NOW }
  expect(adoptedSizes(before, now, { at: NOW, growth })).toMatchObject({ desired: { size: 5, setBy: NOW } })
  expect(adoptedSizes(before, now, { at: NOW, growth: { ...growth, isByPolicies: true } })).toEqual({
    desired: { size: 5, setBy: NOW, isByPolicies: true },
    max: { size: 30, setBy: NOW },
  })
})

test('a size that a scheduled action has asked for is not one that others have set', () => {
  const before = aMemo(3)
  const now = { ...before, sizes: { ...before.sizes, desired: 5 } }
  expect(adoptedSizes(before, { ...now, scheduledUntil: NOW - 60 }, { at: NOW, growth: undefined })).toEqual({})
  expect(adoptedSizes(before, now, { at: NOW, growth: undefined })).toEqual({ desired: { size: 5, setBy: NOW } })
})

test('growth was set by the second that the activities tell, or by the look that has shown it first', () => {
  const before = aMemo(3)
  const now = { ...before, sizes: { ...before.sizes, desired: 5 } }
  const growth = { to: 5, from: 3, since: NOW - 20, after: NOW - 40 }
  const setBy = (of: Growth) => adoptedSizes(before, now, { at: NOW, growth: of }).desired?.setBy
  expect(setBy(growth)).toBe(NOW - 20)
  expect(setBy({ ...growth, toldAt: NOW - 30 })).toBe(NOW - 29)
})

// A policy had asked for two more while no run was at work, within the room of the roll: an action that was older took it back.
describe('what was asked for within the room of a lost run', () => {
  const growth = { to: 6, from: 4, since: NOW - 5, after: NOW - 600, toldAt: NOW - 30, wish: 5, isByPolicies: true }
  const desired = { size: 3, setBy: NOW - 29, isByPolicies: true }
  test.each([
    { name: 'is known where policies have', growth, adopted: { desired } },
    { name: 'also where it comes to what is wished already', growth: { ...growth, wish: 3 }, adopted: { desired } },
    { name: 'not where it comes to less', growth: { ...growth, wish: 2 }, adopted: {} },
    { name: 'not where it is not told yet', growth: { ...growth, wish: undefined }, adopted: {} },
    { name: 'not where none of it is by policies', growth: { ...growth, isByPolicies: undefined }, adopted: {} },
  ])('$name', ({ growth: { wish, isByPolicies, ...told }, adopted }) => {
    const grown = { ...told, ...(wish !== undefined && { wish }), ...(isByPolicies === true && { isByPolicies }) }
    expect(adoptedInRoom(grown, aMemo(3))).toEqual(adopted)
  })
})
