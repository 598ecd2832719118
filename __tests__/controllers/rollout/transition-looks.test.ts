import { transition } from '../../../src/controllers/rollout/transition.ts'
import { NOTHING_LEARNT } from '../../../src/domain/rollout/boot-record.ts'
import { freshnessOf } from '../../../src/domain/rollout/expectations.ts'
import type { Fleet, Instance } from '../../../src/domain/rollout/fleet.ts'
import { aFleet, aMemo, aPolicy, booting, fresh, NOW, old } from '../../domain/rollout/a-fleet.ts'
import { aRun, checkTransition, type LookEvent, MEMO, ROLLING, type RowsOf, type TransitionRow } from './a-run.ts'

const STATE = aRun().state
const LATER = NOW + 30
const OTHER = aMemo(3, { run: '200/1/ffff' })

/** What a look gives: it does not know what former looks have shown of an instance. */
const asSeen = { firstSeenAt: LATER, readySince: undefined }
const seen = (...instances: readonly Instance[]): Fleet => ({
  ...ROLLING,
  at: LATER,
  instances: [...old(3, asSeen), ...instances],
})
const kept = (...instances: readonly Instance[]): Fleet => ({ ...seen(), instances: [...old(3), ...instances] })
const [boot] = booting(1) as [Instance]

/** Others have set four, which is saved as the wish. */
const SET = { at: NOW - 3, desired: 4, from: 3, bySchedule: true }
const WISHING = { ...MEMO, sizes: { ...MEMO.sizes, desired: 4 } }

/** Right after the state was saved, all processes rest. */
const JUST_SAVED: Fleet = { ...ROLLING, memo: { ...MEMO, startedAt: NOW - 5 } }

const EMPTY: Fleet = {
  ...ROLLING,
  sizes: { min: 0, desired: 0, max: 20 },
  instances: [],
  memo: aMemo(0, { dark: true }),
}
const GATED = { policy: aPolicy({ gates: { checkpoints: [1], bakeSeconds: 60, bakeAtEndSeconds: 0, onFailure: 'restore', promote: 'auto' } }) } // prettier-ignore

const ROWS: RowsOf<LookEvent> = {
  observed: [
    {
      name: 'a look is the last one, with what former looks tell of its instances; the group was complete before it',
      event: { kind: 'observed', fleet: seen({ ...boot, ...asSeen, lifecycle: 'InService', unreadySince: undefined }) },
      expected: {
        last: kept({ ...boot, lifecycle: 'InService', readySince: LATER, unreadySince: undefined }),
        state: { ...STATE, completeAt: NOW },
      },
    },
    {
      name: 'a look shows that a new instance leaves before it was of use',
      event: { kind: 'observed', fleet: seen({ ...boot, ...asSeen, lifecycle: 'Terminating' }) },
      expected: {
        last: kept({ ...boot, lifecycle: 'Terminating' }),
        state: {
          ...STATE,
          completeAt: NOW,
          leavingAt: LATER,
          outstandingSince: LATER,
          lost: [{ id: 'i-boot0', at: LATER, reason: 'Pending' }],
        },
      },
    },
    {
      name: 'what others had set is outdated once other sizes are saved to be put back',
      before: { last: kept(), state: { ...STATE, sizesFromActivities: { last: SET } } },
      event: { kind: 'observed', fleet: { ...seen(), memo: WISHING } },
      expected: {
        last: { ...kept(), memo: WISHING },
        state: { ...STATE, completeAt: undefined, outstandingSince: LATER, sizesFromActivities: { last: undefined } },
      },
    },
    {
      name: 'what others had set counts as long as the saved sizes are the same',
      before: { last: kept(), state: { ...STATE, sizesFromActivities: { last: SET } } },
      event: { kind: 'observed', fleet: seen() },
      expected: { last: kept(), state: { ...STATE, outstandingSince: LATER, sizesFromActivities: { last: SET } } },
    },
    {
      name: 'and as long as this process does not hold the lease',
      before: { last: kept(), state: { ...STATE, leaseClaimed: false, sizesFromActivities: { last: SET } } },
      event: { kind: 'observed', fleet: { ...seen(), memo: WISHING } },
      expected: {
        last: { ...kept(), memo: WISHING },
        state: { ...STATE, leaseClaimed: false, outstandingSince: LATER, sizesFromActivities: { last: SET } },
      },
    },
    {
      name: 'while the group is put back, an instance that leaves is no failure',
      before: { restoringSince: NOW - 9 },
      event: { kind: 'observed', fleet: seen({ ...boot, ...asSeen, lifecycle: 'Terminating' }) },
      expected: { last: kept({ ...boot, lifecycle: 'Terminating' }) },
    },
    {
      name: 'a look shows a change that was made, and none is expected for longer than a minute',
      before: {
        pendingWrites: [
          { change: { kind: 'suspend', processes: MEMO.suspends }, at: NOW - 30, seen: true },
          { change: { kind: 'resize', sizes: { desired: 4 } }, at: NOW - 29, seen: false },
          { change: { kind: 'terminate', instances: ['i-old0'], decrement: false }, at: NOW, seen: false },
        ],
      },
      event: { kind: 'observed', fleet: seen({ ...boot, ...asSeen }) },
      expected: {
        last: kept(boot),
        state: { ...STATE, completeAt: NOW },
        pendingWrites: [
          { change: { kind: 'resize', sizes: { desired: 4 } }, at: NOW - 29, seen: true },
          { change: { kind: 'terminate', instances: ['i-old0'], decrement: false }, at: NOW, seen: false },
        ],
      },
    },
    {
      name: 'a look at a group without any instance begins the bake of its gate, though its roll is dark',
      before: { ...GATED, last: EMPTY, pendingWrites: [] },
      event: { kind: 'observed', fleet: { ...EMPTY, at: LATER } },
      expected: {
        last: { ...EMPTY, at: LATER },
        state: { ...STATE, completeAt: NOW, baking: { gate: 0, since: LATER } },
      },
    },
    {
      name: 'a look at new instances that serve does not begin the bake of a dark half: it is released',
      before: { last: { ...ROLLING, instances: old(3), memo: { ...MEMO, dark: true, released: true } } },
      event: {
        kind: 'observed',
        fleet: { ...seen(...fresh(1, asSeen)), memo: { ...MEMO, dark: true, released: true } },
      },
      expected: {
        last: {
          ...kept(...fresh(1, { firstSeenAt: LATER, readySince: LATER })),
          memo: { ...MEMO, dark: true, released: true },
        },
        state: STATE,
        boots: { ...NOTHING_LEARNT, totals: [{ atLeast: 100, atMost: 130 }] },
      },
    },
    {
      name: 'a look at new instances in the dark that are all up begins their bake',
      before: { last: { ...ROLLING, instances: old(3), memo: { ...MEMO, dark: true } } },
      event: { kind: 'observed', fleet: { ...seen(...fresh(1, asSeen)), memo: { ...MEMO, dark: true } } },
      expected: {
        last: { ...kept(...fresh(1, { firstSeenAt: LATER, readySince: LATER })), memo: { ...MEMO, dark: true } },
        state: { ...STATE, baking: { gate: 'dark', since: LATER } },
        // Launched a hundred seconds before the look that did not show it.
        boots: {
          ...NOTHING_LEARNT,
          totals: [{ atLeast: 100, atMost: 130 }],
        },
      },
    },
  ],
  'state-lost': [
    {
      name: 'a run whose saved state was removed goes on with the one that it remembers',
      before: { last: { ...ROLLING, memo: undefined } },
      event: { kind: 'state-lost' },
      expected: { last: ROLLING, losses: 1 },
    },
  ],
  confirmed: [
    {
      name: 'a look without a memo confirms nothing',
      before: { last: { ...ROLLING, memo: undefined, sizes: { min: 2, max: 30, desired: 4 } } },
      event: { kind: 'confirmed' },
      expected: {},
    },
    {
      name: 'the memo under the run’s own name is remembered, and its processes were suspended',
      before: { memo: undefined, state: { ...STATE, suspended: false } },
      event: { kind: 'confirmed' },
      expected: { memo: MEMO, state: { ...STATE, heldSeen: true } },
    },
    {
      name: 'the memo is not remembered before the process has claimed the lease: it may be gone already',
      before: { memo: undefined, state: { ...STATE, leaseClaimed: false } },
      event: { kind: 'confirmed' },
      expected: { state: { ...STATE, leaseClaimed: false, heldSeen: true } },
    },
    {
      name: 'the memo of another run is not remembered, and its processes are not the run’s own',
      before: { memo: undefined, last: { ...ROLLING, memo: OTHER }, state: { ...STATE, suspended: false } },
      event: { kind: 'confirmed' },
      expected: {},
    },
    {
      name: 'its processes were not suspended while one of them runs',
      before: { last: { ...ROLLING, suspended: ['AZRebalance'] }, state: { ...STATE, suspended: false } },
      event: { kind: 'confirmed' },
      expected: { state: { ...STATE, suspended: false, heldSeen: true } },
    },
    {
      name: 'nor while the memo suspends none, as the run before has let them run again',
      before: {
        last: { ...ROLLING, suspended: [], memo: { ...MEMO, suspends: [] } },
        memo: { ...MEMO, suspends: [] },
        state: { ...STATE, suspended: false },
      },
      event: { kind: 'confirmed' },
      expected: {},
    },
    {
      name: 'sizes that stand while a run that began at the same moment holds the processes may be its own',
      before: { last: JUST_SAVED, state: { ...STATE, hasOwnSizes: true } },
      event: { kind: 'confirmed' },
      expected: { memo: JUST_SAVED.memo, state: { ...STATE, heldSeen: true } },
    },
    {
      name: 'not where this run has suspended them',
      before: { last: JUST_SAVED, state: { ...STATE, hasOwnSizes: true, hasSuspended: true } },
      event: { kind: 'confirmed' },
      expected: { memo: JUST_SAVED.memo, state: { ...STATE, hasOwnSizes: true, hasSuspended: true, heldSeen: true } },
    },
    {
      name: 'nor where one of them runs',
      before: {
        last: { ...JUST_SAVED, suspended: ['AZRebalance'] },
        state: { ...STATE, suspended: false, hasOwnSizes: true },
      },
      event: { kind: 'confirmed' },
      expected: { memo: JUST_SAVED.memo, state: { ...STATE, suspended: false, hasOwnSizes: true, heldSeen: true } },
    },
    {
      name: 'nor where the roll began more than a minute ago',
      before: { state: { ...STATE, hasOwnSizes: true } },
      event: { kind: 'confirmed' },
      expected: { state: { ...STATE, hasOwnSizes: true, heldSeen: true } },
    },
    {
      name: 'what others changed is noted anew at each look, processes that the run has resumed excepted',
      before: {
        externalChanges: ['what was noted at the look before'],
        last: { ...ROLLING, suspended: ['AZRebalance'], sizes: { min: 2, max: 20, desired: 4 } },
        resumed: new Set(['ScheduledActions']),
      },
      event: { kind: 'confirmed' },
      expected: {
        state: { ...STATE, heldSeen: true },
        externalChanges: [
          'MinSize was changed from 0 to 2 from outside this run: kept.',
          'AlarmNotification was resumed from outside this run while the group rolled: left running.',
        ],
      },
    },
    {
      name: 'what others have suspended since the first look is noted',
      before: { last: { ...ROLLING, suspended: [...ROLLING.suspended, 'Launch'] }, externalChanges: [] },
      event: { kind: 'confirmed' },
      expected: {
        state: { ...STATE, heldSeen: true },
        externalChanges: ['Launch was suspended from outside this run while the group rolled: left suspended.'],
      },
    },
    {
      name: 'a process that was never seen suspended does not count as resumed',
      before: { last: { ...ROLLING, suspended: [] }, state: { ...STATE, suspended: false } },
      event: { kind: 'confirmed' },
      expected: {},
    },
  ],
  'look-outdated': [
    { name: 'a look that is old is made anew', event: { kind: 'look-outdated' }, expected: { freshLooks: 1 } },
  ],
  'sight-lost': [
    {
      name: 'a roll that cannot be observed any more is put back by what was seen last',
      event: { kind: 'sight-lost', last: { ...ROLLING, at: NOW + 5 }, refused: ['resize'] },
      expected: { last: { ...ROLLING, at: NOW + 5 }, restoringSince: NOW + 5, refused: ['resize'] },
    },
    {
      name: 'a group that is put back already has no more time for it',
      before: { restoringSince: NOW - 99, refused: ['resize'] },
      event: { kind: 'sight-lost', last: aFleet(old(3)), refused: ['resize', 'resume'] },
      expected: { last: aFleet(old(3)), refused: ['resize', 'resume'] },
    },
  ],
}

describe.each(Object.entries(ROWS))('%s', (_, rows: readonly TransitionRow[]) => {
  test.each(rows)('$name', checkTransition)
})

// A termination was carried out though its answer was lost, and a look showed it. An answer of some seconds before still listed
// the instance: it was terminated once more, which AWS refused, and the log told it twice.
test('a termination that a look has proven is expected in each look from then on', () => {
  const change = { kind: 'terminate', instances: ['i-old0', 'i-old1'], decrement: false } as const
  const sent = { ...aRun(), unanswered: [{ change, at: NOW }] }
  const gone = { ...ROLLING, at: LATER, instances: ROLLING.instances.filter(({ id }) => id !== 'i-old0') }
  const proven = transition(sent, { kind: 'observed', fleet: gone })
  expect(proven.pendingWrites).toEqual([{ change: { ...change, instances: ['i-old0'] }, at: NOW, seen: true }])
  expect(proven.unanswered).toEqual([{ change: { ...change, instances: ['i-old1'] }, at: NOW }])
  expect(freshnessOf({ ...ROLLING, at: LATER + 5 }, proven.pendingWrites)).toBe('behind')
})

test('a decrement that the size shows was carried out: with Terminate suspended its instances stay, and are named', () => {
  const decrement = { before: 4, by: 1, instances: ['i-boot0'], at: NOW, tookSeconds: 30 }
  const sent = { ...aRun(), state: { ...STATE, named: ['i-1'], decrement } }
  const look = (desired: number) =>
    transition(sent, { kind: 'observed', fleet: { ...seen(boot), sizes: { ...ROLLING.sizes, desired } } }).state
  expect(look(4)).toMatchObject({ named: ['i-1'], decrement })
  expect(look(3)).toMatchObject({ named: ['i-1', 'i-boot0'], decrement: undefined })
})

test('of growth in a group whose run was lost a look tells whether that run has seen all that is there', () => {
  const memo = { ...MEMO, follows: true as const }
  const look: Fleet = { ...ROLLING, memo, sizes: { min: 3, desired: 4, max: 21 }, instances: old(4) }
  const run = aRun({ first: look, last: look, state: { ...STATE, desired: undefined } })
  const { state } = transition(run, { kind: 'observed', fleet: look })
  expect(state.growth).toMatchObject({ to: 4, isSeenBefore: true })
})
