import type { Action } from '../../../src/domain/rollout/action.ts'
import { adoptScheduled } from '../../../src/domain/rollout/adopted-schedule.ts'
import type { DueAction, Fleet, Memo, Sizes } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import type { RunState } from '../../../src/domain/rollout/run-state.ts'
import { aFleet, aMemo, aPolicy, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'
import { aSituation } from './a-situation.ts'

const due = (sizes: Partial<Sizes>, at = NOW - 5.5): DueAction => ({ name: 'morning', at, sizes })

/** Four are wanted of at most four, the run has raised that to eight of eight, and an operator has resumed the processes. */
const resumed = (sizes: Partial<Sizes>, dueActions: readonly DueAction[], change: Partial<Fleet> = {}): Fleet =>
  aFleet([...old(4), ...fresh(4)], {
    sizes: { min: 0, desired: 8, max: 8, ...sizes },
    memo: aMemo(4, { sizes: { min: 0, desired: 4, max: 4 }, surge: 4 }),
    dueActions,
    ...change,
  })

const act = (fleet: Fleet, state: Partial<RunState> = {}, policy: Partial<Policy> = {}): Action | undefined =>
  adoptScheduled(aSituation(fleet, { surge: 4, ...policy }, { suspended: true, ...state }))

describe('what AWS carries out by itself in mid-roll is what is put back', () => {
  const rows: { name: string; fleet: Fleet; state?: Partial<RunState>; until?: number; sizes: Sizes }[] = [
    { name: 'a maximum above the room of the roll', fleet: resumed({ max: 9 }, [due({ max: 9 })]), state: { desired: 8 }, sizes: { min: 0, desired: 4, max: 9 } }, // prettier-ignore
    {
      name: 'a maximum within it, below which AWS has brought the desired capacity',
      fleet: resumed({ desired: 6, max: 6 }, [due({ max: 6 })]),
      state: { desired: 8 },
      sizes: { min: 0, desired: 4, max: 6 },
    },
    {
      name: 'a maximum below what was wanted',
      fleet: resumed({ desired: 3, max: 3 }, [due({ max: 3 })]),
      state: { desired: 8 },
      sizes: { min: 0, desired: 3, max: 3 },
    },
    {
      name: 'a desired capacity within it, for a process that does not know what the run has left',
      fleet: resumed({ desired: 6 }, [due({ desired: 6, max: 8 })]),
      sizes: { min: 0, desired: 6, max: 8 },
    },
    {
      name: 'a minimum, which takes the desired capacity along',
      fleet: resumed({ min: 5 }, [due({ min: 5, max: 8 })]),
      state: { desired: 8 },
      sizes: { min: 5, desired: 5, max: 8 },
    },
    {
      name: 'a desired capacity that the run has left itself, once AWS must have set it anew',
      fleet: resumed({ desired: 6 }, [due({ desired: 6 }, NOW - 120)], { memo: aMemo(4, { sizes: { min: 0, desired: 4, max: 8 }, startedAt: NOW - 300, surge: 4 }) }), // prettier-ignore
      state: { desired: 6 },
      until: NOW - 120,
      sizes: { min: 0, desired: 6, max: 8 },
    },
    {
      name: 'a maximum that came after this process had let them run again',
      fleet: resumed({ max: 9 }, [due({ max: 9 })]),
      state: { desired: 8, letRunAt: NOW - 7 },
      sizes: { min: 0, desired: 4, max: 9 },
    },
    {
      name: 'a minimum above the maximum that was, under one that an operator has set',
      fleet: resumed({ min: 6, max: 9 }, [due({ min: 6 })]),
      state: { desired: 8 },
      sizes: { min: 6, desired: 6, max: 9 },
    },
    {
      name: 'a minimum above the maximum that was, under one that an operator has set after the action',
      fleet: resumed({ min: 6, max: 7, desired: 7 }, [due({ min: 6, max: 10 })]),
      state: { desired: 8 },
      sizes: { min: 6, desired: 6, max: 6 },
    },
  ]
  test.each(rows)('$name', ({ fleet, state, until = NOW - 5, sizes }) => {
    expect(act(fleet, state)).toMatchObject({
      kind: 'save-state',
      memo: { sizes, scheduledUntil: until },
      notes: [expect.stringContaining('The scheduled action morning fell due at') as string],
    })
  })

  // A minimum that the roll had raised itself passed for the one of the action, and the maximum of it was lost.
  test('not what fell due before this process let them run again: AWS has dropped it', () => {
    const held = resumed({ min: 5, desired: 5, max: 5 }, [due({ min: 5, max: 6 })], {
      memo: aMemo(4, { sizes: { min: 4, desired: 4, max: 4 }, surge: 1, follows: true }),
    })
    const state = {
      ...JUST_BEGUN,
      suspended: true,
      desired: 5,
      min: 5,
      max: 5,
      letRun: true,
      letRunAt: NOW - 3,
    } as const
    expect(act(held, state)).toBeUndefined()
    expect(nextAction(held, aPolicy({ intent: 'restore' }), state)).toMatchObject({ kind: 'resize', sizes: { max: 6 } })
  })

  test('also where the desired capacity fits what the run has left: it is no wish of an operator', () => {
    const fleet = resumed({ desired: 6, max: 6 }, [due({ max: 6 })])
    const state = { ...JUST_BEGUN, suspended: true, desired: 8 }
    for (const intent of ['roll', 'restore'] as const)
      expect(nextAction(fleet, aPolicy({ intent, surge: 4 }), state)).toMatchObject({
        kind: 'save-state',
        memo: { sizes: { desired: 4, max: 6 } },
      })
  })
})

describe('nothing is put back otherwise', () => {
  const maximum = due({ max: 6 })
  const memo = (change: Partial<Memo>): Memo => aMemo(4, { sizes: { min: 0, desired: 4, max: 4 }, surge: 4, ...change })
  const rows: { name: string; fleet: Fleet; state?: Partial<RunState>; policy?: Partial<Policy> }[] = [
    { name: 'while the run has the process suspended', fleet: resumed({ max: 6 }, [maximum], { suspended: ['ScheduledActions'] }) }, // prettier-ignore
    { name: 'while others have it suspended since before the run, so that AWS drops what falls due', fleet: resumed({ max: 6 }, [maximum], { suspended: ['ScheduledActions'], memo: memo({ suspends: [] }) }) }, // prettier-ignore
    { name: 'where the group does not show it', fleet: resumed({}, [maximum]) },
    { name: 'before its time', fleet: resumed({ max: 6 }, [due({ max: 6 }, NOW + 5)]) },
    { name: 'a second time', fleet: resumed({ max: 6 }, [maximum], { memo: memo({ scheduledUntil: NOW - 5 }) }) },
    { name: 'where the saved state says so already', fleet: resumed({ max: 6, desired: 6 }, [maximum], { memo: memo({ sizes: { min: 0, desired: 4, max: 6 } }) }) }, // prettier-ignore
    { name: 'where the run has left that desired capacity itself', fleet: resumed({ desired: 6 }, [due({ desired: 6 })], { memo: memo({ sizes: { min: 0, desired: 4, max: 8 } }) }), state: { desired: 6 } }, // prettier-ignore
    {
      name: 'before a desired capacity that others have set besides',
      fleet: resumed({ desired: 5, max: 6 }, [maximum]),
      state: { desired: 8 },
    },
    {
      name: 'where it fell due before the run let the processes run again, so that AWS has dropped it',
      fleet: resumed({ min: 0, desired: 4 }, [due({ min: 0, desired: 0 })], {
        memo: memo({ sizes: { min: 1, desired: 4, max: 8 }, suspends: [], handedBackAt: NOW - 2 }),
      }),
    },
    { name: 'where AWS refuses to have it written', fleet: resumed({ max: 6 }, [maximum]), policy: { refused: ['save-state'] } }, // prettier-ignore
  ]
  test.each(rows)('$name', ({ fleet, state, policy }) => {
    expect(act(fleet, state, policy)).toBeUndefined()
  })
})

describe('nothing leaves while AWS may yet set what the group has already', () => {
  const memo = aMemo(4, { sizes: { min: 0, desired: 4, max: 8 }, startedAt: NOW - 300, surge: 4 })
  const left = (dueActions: readonly DueAction[], change: Partial<Fleet> = {}): Fleet =>
    resumed({ desired: 6 }, dueActions, { memo, ...change })
  const state = { ...JUST_BEGUN, suspended: true, desired: 6 }
  const decided = (fleet: Fleet, intent: Policy['intent']): Action =>
    nextAction(fleet, aPolicy({ intent, surge: 2 }), state)

  test('a restore and a roll wait', () => {
    for (const intent of ['roll', 'restore'] as const)
      expect(decided(left([due({ desired: 6 })]), intent)).toMatchObject({
        kind: 'wait',
        reason: expect.stringContaining('asks for what the group has') as string,
      })
  })

  test.each([
    { name: 'one for another size', fleet: left([due({ desired: 5 })]) },
    { name: 'one for bounds alone', fleet: left([due({ max: 8 })]) },
    { name: 'one that is not due yet', fleet: left([due({ desired: 6 }, NOW + 5)]) },
  ])('not for $name', ({ fleet }) => {
    expect(decided(fleet, 'restore')).toMatchObject({ kind: 'terminate' })
  })
})
