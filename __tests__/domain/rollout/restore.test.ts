import type { Action } from '../../../src/domain/rollout/action.ts'
import type { Fleet, Memo, Sizes } from '../../../src/domain/rollout/fleet.ts'
import { maxIsOurs } from '../../../src/domain/rollout/raised-sizes.ts'
import { externalChanges, restoreStep, sizesToRestore } from '../../../src/domain/rollout/restore.ts'
import { aFleet, aMemo, old } from './a-fleet.ts'

const sized = (min: number, desired: number, max: number): Sizes => ({ min, desired, max })
const groupOf = (sizes: Sizes, suspended: readonly string[] = []): Fleet => aFleet(old(6), { sizes, suspended })
/** Six instances of at most six, and a surge of two: MaxSize was raised to eight at most. */
const tight = (change: Partial<Memo> = {}): Memo => aMemo(6, { sizes: sized(0, 6, 6), surge: 2, ...change })

describe('a MaxSize', () => {
  const rows: { name: string; max: number; memo?: Memo; expected: boolean }[] = [
    { name: 'is the run’s own where the whole surge has raised it', max: 8, expected: true },
    { name: 'is the run’s own where a part of the surge has raised it', max: 7, expected: true },
    { name: 'is the original one where nothing has raised it', max: 6, expected: false },
    { name: 'is an operator’s where it is lower than before', max: 5, expected: false },
    { name: 'is an operator’s where no surge of the run reaches it', max: 9, expected: false },
    {
      name: 'is an operator’s where the surge had room below the original one',
      max: 11,
      memo: tight({ sizes: sized(0, 6, 10) }),
      expected: false,
    },
  ]
  test.each(rows)('$name', ({ max, memo = tight(), expected }) => {
    expect(maxIsOurs(groupOf(sized(0, 6, max)), memo)).toBe(expected)
  })
})

describe('of the sizes', () => {
  const rows: { name: string; sizes: Sizes; memo?: Memo; expected: Partial<Sizes> }[] = [
    { name: 'nothing goes back where nothing differs', sizes: sized(0, 6, 6), expected: {} },
    { name: 'what the surge has raised goes back', sizes: sized(0, 8, 8), expected: { desired: 6, max: 6 } },
    { name: 'MaxSize goes back alone once the surge is gone', sizes: sized(0, 6, 8), expected: { max: 6 } },
    {
      name: 'the desired capacity goes back alone where MaxSize had room',
      sizes: sized(0, 8, 20),
      memo: aMemo(6),
      expected: { desired: 6 },
    },
    { name: 'a desired capacity below the original one stays', sizes: sized(0, 5, 6), expected: {} },
    { name: 'a MaxSize that an operator has raised stays', sizes: sized(0, 8, 50), expected: { desired: 6 } },
    { name: 'a MaxSize that an operator has lowered stays', sizes: sized(0, 5, 5), expected: {} },
    {
      name: 'nothing goes back below a MinSize that was raised: AWS refuses sizes out of order',
      sizes: sized(7, 8, 8),
      expected: { desired: 7, max: 7 },
    },
    { name: 'nothing goes back where MinSize was raised to all of it', sizes: sized(8, 8, 8), expected: {} },
    { name: 'MinSize stays as it is', sizes: sized(3, 6, 6), expected: {} },
  ]
  test.each(rows)('$name', ({ sizes, memo = tight(), expected }) => {
    expect(sizesToRestore(groupOf(sizes), memo)).toEqual(expected)
  })
})

describe('a group is put back step by step:', () => {
  const suspends = ['AZRebalance', 'ScheduledActions']
  const rows: { name: string; fleet: Fleet; expected: Action }[] = [
    {
      name: 'the sizes first, in one call',
      fleet: groupOf(sized(0, 8, 8), suspends),
      expected: { kind: 'resize', sizes: { desired: 6, max: 6 }, reason: 'the sizes as they were' },
    },
    {
      name: 'then the processes that the run has suspended and no others',
      fleet: groupOf(sized(0, 6, 6), ['AlarmNotification', ...suspends, 'Launch']),
      expected: { kind: 'resume', processes: suspends, reason: 'only what this roll suspended' },
    },
    {
      name: 'of those the ones that are suspended still',
      fleet: groupOf(sized(0, 6, 6), ['ScheduledActions']),
      expected: { kind: 'resume', processes: ['ScheduledActions'], reason: 'only what this roll suspended' },
    },
    {
      name: 'its saved state last, while what was suspended before stays suspended',
      fleet: groupOf(sized(0, 6, 6), ['AlarmNotification']),
      expected: { kind: 'clear-state', reason: 'nothing is left to be put back' },
    },
  ]
  test.each(rows)('$name', ({ fleet, expected }) => {
    expect(restoreStep(fleet, tight({ suspends }))).toEqual(expected)
  })
})

describe('of what was changed from outside the run it is said', () => {
  const rows: {
    name: string
    sizes?: Sizes
    suspended?: readonly string[]
    held?: readonly string[]
    before?: readonly string[]
    expected: readonly string[]
  }[] = [
    { name: 'nothing where nothing was', expected: [] },
    { name: 'nothing of what the surge has raised', sizes: sized(0, 8, 8), expected: [] },
    { name: 'nothing of the desired capacity, which is adopted', sizes: sized(0, 4, 6), expected: [] },
    {
      name: 'that MaxSize was raised',
      sizes: sized(0, 6, 9),
      expected: ['MaxSize was changed from 6 to 9 from outside this run: kept.'],
    },
    {
      name: 'that MaxSize was lowered',
      sizes: sized(0, 5, 5),
      expected: ['MaxSize was changed from 6 to 5 from outside this run: kept.'],
    },
    {
      name: 'that MinSize was changed',
      sizes: sized(2, 6, 6),
      expected: ['MinSize was changed from 0 to 2 from outside this run: kept.'],
    },
    {
      name: 'nothing of processes that are suspended still',
      held: ['AZRebalance'],
      suspended: ['AZRebalance'],
      expected: [],
    },
    { name: 'nothing of processes that the run has resumed itself', held: [], suspended: [], expected: [] },
    {
      name: 'that a process was resumed',
      held: ['AZRebalance', 'ScheduledActions'],
      suspended: ['AZRebalance'],
      expected: ['ScheduledActions was resumed from outside this run while the group rolled: left running.'],
    },
    {
      name: 'that a process was suspended that neither was before nor is suspended by the run',
      before: ['ReplaceUnhealthy'],
      suspended: [...tight().suspends, 'ReplaceUnhealthy', 'HealthCheck'],
      expected: ['HealthCheck was suspended from outside this run while the group rolled: left suspended.'],
    },
    {
      name: 'nothing of what is suspended where it is not known what was before',
      suspended: ['HealthCheck'],
      expected: [],
    },
    {
      name: 'all of it together, a sentence each',
      sizes: sized(2, 6, 9),
      held: ['AZRebalance', 'ScheduledActions'],
      expected: [
        'MaxSize was changed from 6 to 9 from outside this run: kept.',
        'MinSize was changed from 0 to 2 from outside this run: kept.',
        'AZRebalance, ScheduledActions were resumed from outside this run while the group rolled: left running.',
      ],
    },
  ]
  test.each(rows)('$name', ({ sizes = sized(0, 6, 6), suspended, held = [], before, expected }) => {
    const known = { heldSuspended: held, suspendedBefore: before }
    expect(externalChanges(groupOf(sizes, suspended), tight(), known)).toEqual(expected)
  })
})
