import type { DesiredChange, Fleet, Memo, Sizes } from '../../../src/domain/rollout/fleet.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { type SizesFromActivities, sizesFromActivities } from '../../../src/domain/rollout/sizes-from-activities.ts'
import { aFleet, aMemo, aPolicy, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'

/** Six are wanted of at most seven; the run has room for two more, and was last alive ten minutes ago. */
const SIZES: Sizes = { min: 0, desired: 6, max: 7 }
const STARTED = NOW - 900
const DIED = NOW - 600

type By = DesiredChange['by']
const change = (by: By, from: number, to: number, more: Partial<DesiredChange> = {}): DesiredChange => ({
  at: NOW - 300,
  from,
  to,
  by,
  ...more,
})
const scheduled = (from: number, to: number, min: number, max: number, at = NOW - 300): DesiredChange =>
  change('schedule', from, to, { at, bounds: { min, max } })
const raised = (to: number, max: number): DesiredChange =>
  change('update', 6, to, { at: STARTED + 10, bounds: { min: 0, max } })

interface Row {
  readonly name: string
  readonly changes: readonly DesiredChange[]
  readonly heartbeatAt?: number
  readonly follows?: true
  readonly expected: Partial<SizesFromActivities> | undefined
}

const rows: readonly Row[] = [
  {
    name: 'a scheduled action after a run that had changed nothing: all that lies outside of what was there',
    changes: [scheduled(6, 8, 8, 8)],
    expected: { min: 8, desired: 8, max: 8 },
  },
  {
    name: 'a maximum beyond the room of the run',
    changes: [raised(7, 7), scheduled(7, 8, 0, 8)],
    expected: { desired: 8, max: 8 },
  },
  {
    name: 'no maximum that the run had raised before',
    changes: [raised(8, 8), scheduled(8, 7, 0, 8)],
    expected: { desired: 7 },
  },
  {
    name: 'another maximum than the run had raised before',
    changes: [raised(8, 8), scheduled(8, 7, 0, 9)],
    expected: { desired: 7, max: 9 },
  },
  {
    name: 'no maximum where the run may have raised it without a word',
    changes: [scheduled(8, 7, 0, 8)],
    expected: { desired: 7 },
  },
  {
    name: 'a maximum below what was desired: it was not there before',
    changes: [scheduled(9, 8, 0, 8)],
    expected: { desired: 8, max: 8 },
  },
  {
    name: 'a maximum below the one that was, to which no run sets it',
    changes: [change('termination', 8, 6, { at: STARTED + 60 }), scheduled(6, 5, 0, 6)],
    expected: { desired: 5, max: 6 },
  },
  {
    name: 'nor where instances have left from beyond it since',
    changes: [change('termination', 8, 7, { at: STARTED + 60 }), scheduled(7, 6, 0, 8)],
    expected: { desired: 6 },
  },
  {
    name: 'a maximum below the one that was, and below what was desired',
    changes: [raised(8, 8), scheduled(8, 5, 0, 5)],
    expected: { desired: 5, max: 5 },
  },
  {
    name: 'no minimum at or below what was desired: the run may have held it',
    changes: [raised(7, 7), scheduled(7, 8, 7, 8)],
    expected: { desired: 8, max: 8 },
  },
  {
    name: 'a bound that an earlier scheduled action has set',
    changes: [scheduled(6, 8, 7, 9, NOW - 400), scheduled(8, 7, 7, 9)],
    expected: { min: 7, desired: 7, max: 9 },
  },
  {
    name: 'a capacity that was set by a call that no run makes',
    changes: [raised(7, 7), change('set', 7, 8)],
    expected: { desired: 8 },
  },
  {
    name: 'what a scaling policy asks for since the processes run again',
    changes: [raised(7, 7), change('policy', 7, 8)],
    expected: { desired: 8 },
  },
  {
    name: 'nothing by a policy that stays alive while the group rolls: of what it sees a part is the roll’s',
    changes: [raised(7, 7), change('policy', 7, 8)],
    follows: true,
    expected: undefined,
  },
  {
    name: 'an update that came after the run had died',
    changes: [raised(7, 7), change('update', 7, 8, { at: DIED + 301, bounds: { min: 8, max: 8 } })],
    expected: { min: 8, desired: 8, max: 8 },
  },
  {
    name: 'no maximum in the room that a run makes for policies, whatever is desired',
    changes: [change('update', 6, 7, { at: DIED + 301, bounds: { min: 6, max: 9 } })],
    follows: true,
    expected: { desired: 7 },
  },
  {
    name: 'a maximum in that room with a minimum beyond the one that was: that is kept whole',
    changes: [change('update', 7, 8, { at: DIED + 301, bounds: { min: 8, max: 9 } })],
    follows: true,
    expected: { min: 8, desired: 8, max: 9 },
  },
  {
    name: 'a maximum beyond the room that a run makes for policies',
    changes: [change('update', 6, 7, { at: DIED + 301, bounds: { min: 6, max: 10 } })],
    follows: true,
    expected: { desired: 7, max: 10 },
  },
  {
    name: 'a maximum beyond what was ever desired, where no policies stay alive',
    changes: [change('update', 6, 7, { at: DIED + 301, bounds: { min: 6, max: 9 } })],
    expected: { desired: 7, max: 9 },
  },
  {
    name: 'nothing by an update that the run may have made',
    changes: [change('update', 6, 8, { at: DIED + 300, bounds: { min: 0, max: 8 } })],
    expected: undefined,
  },
  {
    name: 'an update that lowers the room of the run, though it was alive',
    changes: [raised(8, 8), change('update', 8, 7, { at: STARTED + 20, bounds: { min: 0, max: 8 } })],
    expected: { desired: 7 },
  },
  {
    name: 'nothing by one that lowers it to what is put back',
    changes: [raised(8, 8), change('update', 8, 6, { at: STARTED + 20, bounds: { min: 0, max: 8 } })],
    expected: undefined,
  },
  {
    name: 'nothing by one that lowers it to a minimum beyond that',
    changes: [raised(8, 8), change('update', 8, 7, { at: STARTED + 20, bounds: { min: 7, max: 8 } })],
    expected: undefined,
  },
  {
    name: 'nothing by one that lowers its maximum, to which AWS brings the size down',
    changes: [raised(8, 8), change('update', 8, 7, { at: STARTED + 20, bounds: { min: 0, max: 7 } })],
    expected: undefined,
  },
  {
    name: 'nothing by one that raises it',
    changes: [raised(7, 8), change('update', 7, 8, { at: STARTED + 20, bounds: { min: 0, max: 8 } })],
    expected: undefined,
  },
  {
    name: 'nothing by an update where the run has ended on purpose, and does not say when',
    changes: [change('update', 6, 8, { bounds: { min: 0, max: 8 } })],
    heartbeatAt: 0,
    expected: undefined,
  },
  {
    name: 'nothing by an update where others have written the heartbeat: the run was alive when it began',
    changes: [change('update', 6, 8, { bounds: { min: 0, max: 8 } })],
    heartbeatAt: STARTED - 1,
    expected: undefined,
  },
  {
    name: 'nothing by what sets no number: an instance that was detached',
    changes: [scheduled(6, 8, 8, 8, NOW - 400), change('request', 8, 7)],
    expected: undefined,
  },
  { name: 'nothing before the run began', changes: [scheduled(6, 8, 8, 8, STARTED - 1)], expected: undefined },
  {
    name: 'nothing where two changes are of one second',
    changes: [change('update', 6, 7), scheduled(7, 8, 0, 8)],
    expected: undefined,
  },
  {
    name: 'the last request, whatever AWS has ended for it',
    changes: [scheduled(8, 6, 0, 6), change('group', 8, 6, { at: NOW - 200 })],
    expected: { desired: 6, max: 6 },
  },
]

describe('what the activities tell of the sizes that others have set since a run has gone', () => {
  test.each(rows)('$name', ({ changes, heartbeatAt = DIED, follows, expected }) => {
    const found = sizesFromActivities(changes, {
      memo: { startedAt: STARTED, sizes: SIZES, surge: 2, follows },
      heartbeatAt,
    })
    const last = changes.findLast(({ by }) => by !== 'group')
    expect(found).toEqual(
      expected && { ...expected, at: last?.at, from: last?.from, bySchedule: last?.by === 'schedule' },
    )
  })
})

const left = (sizes: Sizes, memo: Partial<Memo> = {}): Fleet =>
  aFleet([...old(6), ...fresh(2)], {
    sizes,
    memo: aMemo(6, { sizes: SIZES, surge: 2, startedAt: STARTED, suspends: ['ScheduledActions'], ...memo }),
  })

const stateWith = (expected: Partial<SizesFromActivities> & { readonly desired: number }, bySchedule = true) => ({
  ...JUST_BEGUN,
  desired: undefined,
  suspended: true,
  sizesFromActivities: { last: { at: NOW - 300, from: 6, bySchedule, ...expected } satisfies SizesFromActivities },
})

describe('the run after it', () => {
  const kept = [
    {
      name: 'keeps what a scheduled action has set within the room of the run',
      fleet: left({ min: 0, desired: 8, max: 8 }),
      state: stateWith({ desired: 8, max: 8 }),
      sizes: { min: 0, desired: 8, max: 8 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 0, desired 8, max 8).'],
    },
    {
      name: 'keeps a minimum that the run would have held itself',
      fleet: left({ min: 8, desired: 8, max: 8 }, { follows: true }),
      state: stateWith({ min: 8, desired: 8, max: 8 }),
      sizes: { min: 8, desired: 8, max: 8 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 8, desired 8, max 8).'],
    },
    {
      name: 'keeps a maximum alone',
      fleet: left({ min: 0, desired: 6, max: 8 }),
      state: stateWith({ desired: 6, max: 8 }, false),
      sizes: { min: 0, desired: 6, max: 8 },
      notes: ['MaxSize was changed from 7 to 8 from outside this run: kept.'],
    },
    {
      name: 'keeps a maximum that the run may have raised before, since its processes run again',
      fleet: left({ min: 7, desired: 7, max: 8 }),
      state: stateWith({ min: 7, desired: 7 }),
      sizes: { min: 7, desired: 7, max: 8 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 7, desired 7, max 8).'],
    },
    {
      name: 'keeps a maximum that was lowered since to less than was desired before',
      fleet: left({ min: 0, desired: 7, max: 8 }, { surge: 3 }),
      state: stateWith({ desired: 7, from: 9 }, false),
      sizes: { min: 0, desired: 7, max: 8 },
      notes: [
        'The desired capacity was changed from 6 to 7 from outside this run: kept.',
        'MaxSize was changed from 7 to 8 from outside this run: kept.',
      ],
    },
    {
      name: 'takes a maximum that has room for what was desired before for that of the run',
      fleet: left({ min: 0, desired: 7, max: 9 }, { surge: 3 }),
      state: stateWith({ desired: 7, from: 9 }, false),
      sizes: { min: 0, desired: 7, max: 7 },
      notes: ['The desired capacity was changed from 6 to 7 from outside this run: kept.'],
    },
    {
      name: 'puts that back where a process that runs again was seen suspended',
      fleet: left({ min: 7, desired: 7, max: 8 }),
      state: { ...stateWith({ min: 7, desired: 7 }), heldSeen: true },
      sizes: { min: 7, desired: 7, max: 7 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 7, desired 7, max 7).'],
    },
    {
      name: 'and where one is suspended',
      fleet: { ...left({ min: 7, desired: 7, max: 8 }), suspended: ['ScheduledActions'] },
      state: stateWith({ min: 7, desired: 7 }),
      sizes: { min: 7, desired: 7, max: 7 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 7, desired 7, max 7).'],
    },
    {
      name: 'and where the run had written down that it had to leave its sizes',
      fleet: left({ min: 7, desired: 7, max: 8 }, { handedBackAt: NOW - 400 }),
      state: stateWith({ min: 7, desired: 7 }),
      sizes: { min: 7, desired: 7, max: 7 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 7, desired 7, max 7).'],
    },
    {
      name: 'and where the group still stood beyond the maximum',
      fleet: left({ min: 0, desired: 3, max: 8 }),
      state: stateWith({ from: 8, desired: 3 }),
      sizes: { min: 0, desired: 3, max: 7 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 0, desired 3, max 7).'],
    },
    {
      name: 'and where none was to be suspended',
      fleet: left({ min: 7, desired: 7, max: 8 }, { suspends: [] }),
      state: stateWith({ min: 7, desired: 7 }),
      sizes: { min: 7, desired: 7, max: 7 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 7, desired 7, max 7).'],
    },
    {
      name: 'keeps a maximum below which AWS has brought the room of the run, and no more of that',
      fleet: {
        ...left({ min: 0, desired: 8, max: 8 }, { suspends: [] }),
        suspended: ['ScheduledActions'],
        dueActions: [{ name: 'evening', at: NOW - 302, sizes: { max: 8 } }],
      },
      state: stateWith({ from: 9, desired: 8, max: 8 }),
      sizes: { min: 0, desired: 6, max: 8 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 0, desired 6, max 8).'],
    },
    {
      name: 'keeps what a scheduled action has raised to its own maximum by its minimum',
      fleet: {
        ...left({ min: 8, desired: 8, max: 8 }, { suspends: [] }),
        suspended: ['ScheduledActions'],
        dueActions: [{ name: 'evening', at: NOW - 302, sizes: { min: 8, max: 8 } }],
      },
      state: stateWith({ min: 8, desired: 8, max: 8 }),
      sizes: { min: 8, desired: 8, max: 8 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 8, desired 8, max 8).'],
    },
    {
      name: 'keeps what a scheduled action has asked for at its own maximum',
      fleet: {
        ...left({ min: 0, desired: 8, max: 8 }, { suspends: [] }),
        suspended: ['ScheduledActions'],
        dueActions: [{ name: 'evening', at: NOW - 302, sizes: { desired: 8, max: 8 } }],
      },
      state: stateWith({ from: 9, desired: 8, max: 8 }),
      sizes: { min: 0, desired: 8, max: 8 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 0, desired 8, max 8).'],
    },
    {
      name: 'keeps what an operator has set at a lower maximum, which may be what is wanted',
      fleet: {
        ...left({ min: 0, desired: 8, max: 8 }, { suspends: [] }),
        suspended: ['ScheduledActions'],
        dueActions: [{ name: 'evening', at: NOW - 302, sizes: { max: 8 } }],
      },
      state: stateWith({ from: 9, desired: 8, max: 8 }, false),
      sizes: { min: 0, desired: 8, max: 8 },
      notes: [
        'The desired capacity was changed from 6 to 8 from outside this run: kept.',
        'MaxSize was changed from 7 to 8 from outside this run: kept.',
      ],
    },
    {
      name: 'keeps what a scheduled action has set that is gone by now: AWS may have brought it down, or it was wanted',
      fleet: {
        ...left({ min: 0, desired: 8, max: 8 }, { suspends: [] }),
        suspended: ['ScheduledActions'],
        dueActions: [{ name: 'noon', at: NOW - 600, sizes: { max: 9 } }],
      },
      state: stateWith({ from: 9, desired: 8, max: 8 }),
      sizes: { min: 0, desired: 8, max: 8 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 0, desired 8, max 8).'],
    },
    {
      name: 'keeps what an operator has set, and puts back the maximum of the run',
      fleet: left({ min: 0, desired: 7, max: 8 }),
      state: stateWith({ desired: 7 }, false),
      sizes: { min: 0, desired: 7, max: 7 },
      notes: ['The desired capacity was changed from 6 to 7 from outside this run: kept.'],
    },
    {
      name: 'tells no maximum that is kept for the desired capacity alone',
      fleet: left({ min: 0, desired: 8, max: 8 }),
      state: stateWith({ desired: 8 }, false),
      sizes: { min: 0, desired: 8, max: 8 },
      notes: ['The desired capacity was changed from 6 to 8 from outside this run: kept.'],
    },
    {
      name: 'keeps no more than the maximum allows without the roll, where policies stay alive',
      fleet: left({ min: 6, desired: 8, max: 9 }, { follows: true }),
      state: stateWith({ desired: 8 }),
      sizes: { min: 0, desired: 7, max: 7 },
      notes: ['A scheduled action was carried out by AWS at 2023-11-14 22:08:20 UTC: kept (min 0, desired 7, max 7).'],
    },
  ]
  test.each(kept)('$name', ({ fleet, state, sizes, notes }) => {
    for (const intent of ['roll', 'restore'] as const) {
      const action = nextAction(fleet, aPolicy({ intent, surge: 2 }), state)
      expect(action).toMatchObject({ kind: 'save-state', memo: { sizes }, notes })
      const memo = action.kind === 'save-state' ? action.memo : undefined
      expect(nextAction({ ...fleet, memo }, aPolicy({ intent, surge: 2 }), state)).not.toMatchObject({
        kind: 'save-state',
      })
    }
  })

  test('takes a maximum that the run has written down as left for its own', () => {
    const fleet = left({ min: 0, desired: 5, max: 8 }, { handedSizes: { desired: 5, max: 8 } })
    expect(nextAction(fleet, aPolicy({ intent: 'restore' }), stateWith({ desired: 5 }))).toMatchObject({
      kind: 'save-state',
      memo: { sizes: { min: 0, desired: 5, max: 7 } },
    })
  })

  test('leaves a maximum alone that the action is described without', () => {
    const dueActions = [{ name: 'night', at: NOW - 302, sizes: { desired: 3 } }]
    const fleet = { ...left({ min: 0, desired: 3, max: 8 }), dueActions }
    const state = stateWith({ desired: 3 })
    const saved = nextAction(fleet, aPolicy({ intent: 'restore' }), state)
    expect(saved).toMatchObject({ kind: 'save-state', memo: { sizes: { min: 0, desired: 3, max: 7 } } })
    const memo = saved.kind === 'save-state' ? saved.memo : undefined
    expect(nextAction({ ...fleet, memo }, aPolicy({ intent: 'restore' }), state)).toMatchObject({
      kind: 'resize',
      sizes: { max: 7 },
    })
  })

  const forgotten = [
    {
      name: 'once another size was set',
      fleet: left({ min: 0, desired: 7, max: 8 }),
      state: stateWith({ desired: 8, max: 8 }),
    },
    {
      name: 'once it has changed the size itself',
      fleet: left({ min: 0, desired: 8, max: 8 }),
      state: { ...stateWith({ desired: 8, max: 8 }), desired: 8 },
    },
    {
      name: 'once it has carried out a scheduled action that fell due after that, and has yet to change a size for it',
      fleet: left({ min: 0, desired: 8, max: 8 }, { scheduledUntil: NOW - 20 }),
      state: stateWith({ desired: 8, max: 8 }),
    },
    {
      name: 'while AWS has not answered that it takes one away',
      fleet: left({ min: 0, desired: 8, max: 8 }),
      state: {
        ...stateWith({ desired: 8, max: 8 }),
        decrement: { before: 9, by: 1, instances: ['i-gone'], at: NOW - 30, tookSeconds: 5 },
      },
    },
    {
      name: 'of a maximum that was set again',
      fleet: left({ min: 0, desired: 6, max: 9 }),
      state: stateWith({ desired: 6, max: 8 }),
    },
  ]
  test.each(forgotten)('forgets it $name', ({ fleet, state }) => {
    const { reason } = nextAction(fleet, aPolicy({ intent: 'restore', surge: 2 }), state)
    expect(reason).not.toContain('activities')
  })
})
