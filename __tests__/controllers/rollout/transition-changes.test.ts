import type { Change, ChangeKindName } from '../../../src/domain/rollout/changes/changes.ts'
import type { PendingWrite } from '../../../src/domain/rollout/expectations.ts'
import { aFleet, aMemo, aPolicy, NOW, old } from '../../domain/rollout/a-fleet.ts'
import { aRun, checkTransition, MEMO, ROLLING, type TransitionRow } from './a-run.ts'

type Row = Omit<TransitionRow, 'event'> & { readonly change: Change }
type RowOf<K extends ChangeKindName> = Row & { readonly change: { readonly kind: K } }

/** AWS accepts a change half a minute after the look that it follows from, as where the call was repeated. */
const ACCEPTED_AT = NOW + 30
const STATE = aRun().state
/** What is known of a raise from 4 to 5 until an activity tells it. */
const RAISE = { before: 4, to: 5, at: NOW, known: ROLLING.instances.map(({ id }) => id) }
const OTHER = aMemo(3, { run: '99/1/ffff' })

const pending = (change: Change): PendingWrite => ({ change, at: ACCEPTED_AT, seen: false })

const save = { kind: 'save-state', memo: { ...MEMO, surge: 2 } } as const
const bounded = { kind: 'save-state', memo: { ...MEMO, sizes: { min: 0, max: 15, desired: 3 } } } as const
const adopt = { kind: 'save-state', memo: { ...MEMO, sizes: { min: 0, max: 20, desired: 5 } } } as const
/** What a scheduled action has asked for. */
const carriedOut = {
  ...adopt,
  memo: { ...adopt.memo, scheduledUntil: NOW },
  notes: ['The scheduled action morning fell due.'],
} as const
const renew = { kind: 'renew-lease', memo: { ...MEMO, heartbeatAt: NOW } } as const
const suspend = { kind: 'suspend', processes: ['AZRebalance', 'ScheduledActions'] } as const
const resume = { ...suspend, kind: 'resume' } as const
const resize = { kind: 'resize', sizes: { desired: 5 } } as const
const terminate = { kind: 'terminate', instances: ['i-old0'], decrement: false } as const
const decrement = { ...terminate, decrement: true } as const
const discard = { kind: 'terminate-warm', instances: ['i-warm1'] } as const
const register = { kind: 'register', balancer: 'web', instances: ['i-new1'] } as const
const relaunch = {
  kind: 'set-launch-source',
  previous: { label: 'lt-1 version 1', references: [], images: new Map() },
} as const
const clear = { kind: 'clear-state' } as const

/** The compiler asks for rows of each kind of change. */
const ROWS: { readonly [K in ChangeKindName]: readonly RowOf<K>[] } = {
  'save-state': [
    {
      name: 'is the lease as well: whatever shows the memo is no older, and there is no predecessor any more',
      before: { state: { ...STATE, leaseClaimed: false, predecessor: OTHER }, changed: false },
      change: save,
      expected: {
        memo: save.memo,
        state: { ...STATE, leaseClaimed: true },
        changed: true,
        pendingWrites: [pending(save)],
      },
    },
    {
      name: 'of a run before that kept policies alive: how far that one raises the maximum is remembered',
      before: { state: { ...STATE, leaseClaimed: false } },
      change: { ...save, after: { ...OTHER, follows: true } },
      expected: {
        memo: save.memo,
        state: { ...STATE, leaseClaimed: true, highestBefore: 21 },
        pendingWrites: [pending({ ...save, after: { ...OTHER, follows: true } })],
      },
    },
    {
      name: 'of a group that had none, before the run has set sizes: those that stand are no run’s',
      before: { last: aFleet(old(3)), state: { ...STATE, leaseClaimed: false, desired: undefined } },
      change: save,
      expected: {
        memo: save.memo,
        state: { ...STATE, leaseClaimed: true, desired: undefined, hasOwnSizes: true },
        pendingWrites: [pending(save)],
      },
    },
    {
      name: 'of a scheduled action that the run has carried out: a minimum that it has not lowered it holds itself',
      before: { state: { ...STATE, desired: undefined, hasOwnSizes: true } },
      change: carriedOut,
      expected: {
        memo: carriedOut.memo,
        notes: carriedOut.notes,
        state: { ...STATE, desired: undefined },
        pendingWrites: [pending(carriedOut)],
      },
    },
    {
      name: 'of an earlier roll, which the group had lost: its sizes may have been raised',
      before: { last: aFleet(old(3)), state: { ...STATE, leaseClaimed: false, desired: undefined } },
      change: { ...save, memo: { ...save.memo, heartbeatAt: save.memo.startedAt + 60 } },
      expected: {
        memo: { ...save.memo, heartbeatAt: save.memo.startedAt + 60 },
        state: { ...STATE, leaseClaimed: true, desired: undefined },
        pendingWrites: [pending({ ...save, memo: { ...save.memo, heartbeatAt: save.memo.startedAt + 60 } })],
      },
    },
    {
      name: 'before the first change of the size leaves open what the run has left as desired capacity',
      before: { last: aFleet(old(3)), state: { ...STATE, desired: undefined } },
      change: save,
      expected: { memo: save.memo, pendingWrites: [pending(save)] },
    },
    {
      name: 'of a desired capacity set by others adopts it as what the run has left, and says so',
      before: {
        last: { ...ROLLING, sizes: { min: 0, max: 20, desired: 5 } },
        state: { ...STATE, growth: { to: 5, from: 3, since: NOW, after: NOW, wish: 4 } },
        notes: ['before'],
      },
      change: adopt,
      expected: {
        memo: adopt.memo,
        state: { ...STATE, desired: 5, growth: undefined },
        pendingWrites: [pending(adopt)],
        notes: ['before', 'The desired capacity was changed from 3 to 5 from outside this run: kept.'],
      },
    },
    {
      name: 'adopts what others have set in a group that the run has left empty as well',
      before: {
        last: { ...ROLLING, memo: { ...MEMO, follows: true }, sizes: { min: 2, max: 20, desired: 5 } },
        state: { ...STATE, desired: 0, min: 0, growth: { to: 5, from: 0, since: NOW, after: NOW, wish: 5 } },
      },
      change: { ...adopt, memo: { ...adopt.memo, follows: true } },
      expected: {
        memo: { ...adopt.memo, follows: true },
        state: { ...STATE, desired: 5, min: 2, growth: undefined },
        pendingWrites: [pending({ ...adopt, memo: { ...adopt.memo, follows: true } })],
        notes: ['The desired capacity was changed from 3 to 5 from outside this run: kept.'],
      },
    },
    ...[
      {
        name: 'of a maximum that others have set leaves growth and what the run has left as desired capacity as they are',
        desired: 5,
        left: 4,
        state: { ...STATE, desired: 4, growth: { to: 5, from: 4, since: NOW, after: NOW } },
      },
      {
        name: 'of a maximum that others have set with a desired capacity as large leaves that to be adopted',
        desired: 15,
        left: 4,
        state: { ...STATE, desired: 4, growth: { to: 5, from: 4, since: NOW, after: NOW } },
      },
      {
        name: 'of a lower maximum takes what AWS has brought down to it for what the run has left',
        desired: 15,
        left: 16,
        state: { ...STATE, desired: 15, growth: undefined },
      },
    ].map(({ name, desired, left, state }) => ({
      name,
      before: {
        last: { ...ROLLING, sizes: { min: 0, max: 15, desired } },
        state: { ...STATE, desired: left, growth: { to: 5, from: 4, since: NOW, after: NOW } },
      },
      change: bounded,
      expected: { memo: bounded.memo, state, pendingWrites: [pending(bounded)] },
    })),
    {
      name: 'that is written again, with the sizes that were lost, leaves a wish that was overwritten to be made up for',
      before: { state: { ...STATE, overwritten: 5 } },
      change: save,
      expected: { memo: save.memo, state: { ...STATE, overwritten: 5 }, pendingWrites: [pending(save)] },
    },
    {
      name: 'ends what is to be made up for of a wish that was overwritten',
      before: { state: { ...STATE, overwritten: 5 }, last: { ...ROLLING, sizes: { min: 0, max: 20, desired: 5 } } },
      change: adopt,
      expected: {
        memo: adopt.memo,
        state: { ...STATE, desired: 5 },
        pendingWrites: [pending(adopt)],
        notes: ['The desired capacity was changed from 3 to 5 from outside this run: kept.'],
      },
    },
    {
      name: 'of a wish beyond the maximum that was says what was asked for, and what of it is kept',
      before: {
        last: {
          ...ROLLING,
          memo: { ...MEMO, surge: 2, follows: true, sizes: { min: 0, desired: 3, max: 5 } },
          sizes: { min: 5, desired: 7, max: 7 },
        },
      },
      change: { ...adopt, memo: { ...MEMO, surge: 2, follows: true, sizes: { min: 0, desired: 5, max: 5 } } },
      expected: {
        memo: { ...MEMO, surge: 2, follows: true, sizes: { min: 0, desired: 5, max: 5 } },
        state: { ...STATE, desired: 7 },
        pendingWrites: [
          pending({ ...adopt, memo: { ...MEMO, surge: 2, follows: true, sizes: { min: 0, desired: 5, max: 5 } } }),
        ],
        notes: [
          'The desired capacity was changed from 3 to 7 from outside this run: 5 is kept, as much as MaxSize allows without the roll.',
        ],
      },
    },
    {
      name: 'of the same sizes adopts no desired capacity that others have set: a later one does',
      before: { last: { ...ROLLING, sizes: { min: 0, max: 20, desired: 5 } } },
      change: save,
      expected: { memo: save.memo, pendingWrites: [pending(save)] },
    },
    {
      name: 'of scheduled actions that the run has carried out says which, and nothing of others',
      before: { last: { ...ROLLING, sizes: { min: 0, max: 20, desired: 5 } }, notes: ['before'] },
      change: carriedOut,
      expected: {
        memo: carriedOut.memo,
        state: { ...STATE, desired: 5 },
        pendingWrites: [pending(carriedOut)],
        notes: ['before', 'The scheduled action morning fell due.'],
      },
    },
  ],
  'renew-lease': [
    {
      name: 'of the run’s own teaches nothing and changes nothing of the group',
      before: { changed: false },
      change: renew,
      expected: { pendingWrites: [pending(renew)] },
    },
    {
      name: 'after another run claims it, and leaves its roll to be taken over',
      before: { state: { ...STATE, leaseClaimed: false }, changed: false },
      change: { ...renew, after: OTHER },
      expected: {
        state: { ...STATE, leaseClaimed: true, predecessor: OTHER },
        pendingWrites: [pending({ ...renew, after: OTHER })],
      },
    },
    {
      name: 'after the dead step of the same run claims it, and leaves nothing to be taken over',
      before: { state: { ...STATE, leaseClaimed: false } },
      change: { ...renew, after: MEMO },
      expected: { state: { ...STATE, leaseClaimed: true }, pendingWrites: [pending({ ...renew, after: MEMO })] },
    },
    {
      name: 'claims what the runner has told the post step as well: what a look shows instead was written by others',
      before: { policy: aPolicy({ savedMemo: MEMO }), memo: undefined, state: { ...STATE, leaseClaimed: false } },
      change: { ...renew, after: MEMO },
      expected: {
        memo: renew.memo,
        state: { ...STATE, leaseClaimed: true },
        pendingWrites: [pending({ ...renew, after: MEMO })],
      },
    },
    {
      name: 'claims nothing that the runner has not told the post step',
      before: {
        policy: aPolicy({ savedMemo: { ...MEMO, surge: 9 } }),
        memo: undefined,
        state: { ...STATE, leaseClaimed: false },
      },
      change: { ...renew, after: MEMO },
      expected: { state: { ...STATE, leaseClaimed: true }, pendingWrites: [pending({ ...renew, after: MEMO })] },
    },
    {
      name: 'still comes after the process that the claim before came after',
      before: { pendingWrites: [{ change: { ...renew, after: OTHER }, at: NOW, seen: true }] },
      change: { ...renew, memo: { ...MEMO, heartbeatAt: NOW + 9 } },
      expected: {
        pendingWrites: [pending({ ...renew, memo: { ...MEMO, heartbeatAt: NOW + 9 }, after: OTHER })],
      },
    },
  ],
  suspend: [
    {
      name: 'is no proof that the processes are suspended: a look must show it',
      before: { state: { ...STATE, suspended: false }, changed: false },
      change: suspend,
      expected: { changed: true, pendingWrites: [pending(suspend)] },
    },
    {
      name: 'takes back that the run has let them run again',
      before: { state: { ...STATE, letRun: true, letRunAt: NOW } },
      change: suspend,
      expected: { state: STATE, pendingWrites: [pending(suspend)] },
    },
  ],
  resize: [
    {
      name: 'leaves the desired capacity that it sets, and puts the size before it out of date',
      before: {
        pendingWrites: [{ change: { kind: 'resize', sizes: { desired: 4 } }, at: NOW, seen: true }],
        changed: false,
      },
      change: resize,
      expected: {
        state: { ...STATE, desired: 5, max: 20, raise: RAISE },
        changed: true,
        pendingWrites: [pending(resize)],
      },
    },
    {
      name: 'of a lower desired capacity leaves the raise before it to be told',
      before: { state: { ...STATE, raise: RAISE } },
      change: { kind: 'resize', sizes: { desired: 3 } },
      expected: {
        state: { ...STATE, desired: 3, max: 20, raise: RAISE },
        pendingWrites: [pending({ kind: 'resize', sizes: { desired: 3 } })],
      },
    },
    {
      name: 'leaves both bounds as the run’s own where policies stay alive',
      before: { last: { ...ROLLING, memo: { ...MEMO, follows: true } } },
      change: { kind: 'resize', sizes: { desired: 5, min: 5 } },
      expected: {
        state: { ...STATE, desired: 5, min: 5, max: 20, raise: RAISE },
        pendingWrites: [pending({ kind: 'resize', sizes: { desired: 5, min: 5 } })],
      },
    },
    {
      name: 'of MaxSize alone leaves that, and the desired capacity that was seen',
      before: { state: { ...STATE, desired: undefined } },
      change: { kind: 'resize', sizes: { max: 6 } },
      expected: { state: { ...STATE, max: 6 }, pendingWrites: [pending({ kind: 'resize', sizes: { max: 6 } })] },
    },
    {
      name: 'of MaxSize alone makes a desired capacity that others have set none of the run’s',
      before: { state: { ...STATE, desired: 6 } },
      change: { kind: 'resize', sizes: { max: 6 } },
      expected: {
        state: { ...STATE, desired: 6, max: 6 },
        pendingWrites: [pending({ kind: 'resize', sizes: { max: 6 } })],
      },
    },
  ],
  terminate: [
    {
      name: 'with a successor leaves the desired capacity that was seen',
      before: { state: { ...STATE, desired: undefined }, changed: false },
      change: terminate,
      expected: { state: { ...STATE, named: ['i-old0'] }, changed: true, pendingWrites: [pending(terminate)] },
    },
    {
      name: 'without a successor leaves one less, which must show as well',
      change: decrement,
      expected: {
        state: {
          ...STATE,
          desired: 3,
          named: ['i-old0'],
          decrement: { at: NOW, before: 4, by: 1, instances: ['i-old0'], tookSeconds: 30 },
        },
        pendingWrites: [pending(decrement), pending({ kind: 'resize', sizes: { desired: 3 } })],
      },
    },
    {
      name: 'is remembered for each instance: where Terminate is suspended they stay all the same',
      before: { state: { ...STATE, named: ['i-new9'] } },
      change: terminate,
      expected: { state: { ...STATE, named: ['i-new9', 'i-old0'] }, pendingWrites: [pending(terminate)] },
    },
  ],
  'terminate-warm': [
    {
      name: 'is remembered for each instance, since its group goes on listing it',
      before: { state: { ...STATE, discarded: ['i-warm0'] } },
      change: discard,
      expected: { state: { ...STATE, discarded: ['i-warm0', 'i-warm1'] }, pendingWrites: [pending(discard)] },
    },
  ],
  'set-launch-source': [
    {
      name: 'teaches nothing: what the source is called is seen at the next look',
      before: { changed: false },
      change: relaunch,
      expected: { changed: true, pendingWrites: [pending(relaunch)] },
    },
  ],
  register: [
    {
      name: 'is remembered with what was registered before, from the look on that it follows from',
      before: { state: { ...STATE, registeredAt: NOW - 99, registered: [{ balancer: 'api', instances: ['i-new0'] }] } },
      change: register,
      expected: {
        state: {
          ...STATE,
          registeredAt: NOW,
          registered: [
            { balancer: 'api', instances: ['i-new0'] },
            { balancer: 'web', instances: ['i-new1'] },
          ],
        },
        pendingWrites: [pending(register)],
      },
    },
  ],
  resume: [
    {
      name: 'puts out of date that these processes were suspended, and of no others',
      before: { pendingWrites: [{ change: { kind: 'suspend', processes: MEMO.suspends }, at: NOW, seen: true }] },
      change: resume,
      expected: {
        pendingWrites: [
          { change: { kind: 'suspend', processes: ['AlarmNotification'] }, at: NOW, seen: true },
          pending(resume),
        ],
      },
    },
    {
      name: 'lets the processes run from the answer on, however old the look is',
      before: { state: { ...STATE, letRun: true, letRunAt: NOW } },
      change: resume,
      expected: {
        state: { ...STATE, letRun: true, letRunAt: ACCEPTED_AT },
        pendingWrites: [pending(resume)],
      },
    },
  ],
  'clear-state': [
    {
      name: 'leaves a group without a memo, and is not expected to show: the run is through',
      before: { changed: false, pendingWrites: [pending(resume)] },
      change: clear,
      expected: { last: { ...ROLLING, memo: undefined, orphanedLease: undefined } },
    },
  ],
}

describe.each(Object.entries(ROWS))('%s, accepted,', (_, rows: readonly Row[]) => {
  test.each(rows)('$name', ({ change, ...row }) =>
    checkTransition({ ...row, event: { kind: 'accepted', change, at: ACCEPTED_AT } }),
  )
})
