import { NOTHING_LEARNT } from '../../../src/domain/rollout/boot-record.ts'
import type { Outcome } from '../../../src/controllers/rollout/ports.ts'
import type { RunEvent } from '../../../src/controllers/rollout/run-event.ts'
import { transition } from '../../../src/controllers/rollout/transition.ts'
import type { Change } from '../../../src/domain/rollout/changes/changes.ts'
import type { DesiredChange } from '../../../src/domain/rollout/fleet.ts'
import type { ProbeOutcome } from '../../../src/domain/rollout/probe.ts'
import { aMemo, aPolicy, aRollingFleet, booting, NOW, old, template } from '../../domain/rollout/a-fleet.ts'
import { aRun, checkTransition, type LookEvent, MEMO, ROLLING, type RowsOf, type TransitionRow } from './a-run.ts'

const FAILURE = { what: 'The roll of web was halted.', why: 'No capacity.' }
const EARLIER = { what: 'An earlier failure.' }
const STATE = aRun().state
/** A process that has set no size yet. */
const TAKING_OVER = { ...STATE, desired: undefined }
const LATER = NOW + 30
const OTHER = aMemo(3, { run: '200/1/ffff' })

const resize: Change = { kind: 'resize', sizes: { desired: 5 } }
const resume: Change = { kind: 'resume', processes: ['AZRebalance', 'ScheduledActions'] }
const clearState: Change = { kind: 'clear-state' }
const replacement: Change = { kind: 'terminate', instances: ['i-old0'], decrement: false }
const renewal: Change = { kind: 'renew-lease', memo: { ...MEMO, heartbeatAt: NOW } }

const probe = (id: string, passed: boolean): ProbeOutcome => ({ id, at: NOW, passed, reason: 'answered 503' })
const outcome: Outcome = {
  group: 'web',
  status: 'rolled',
  changed: true,
  before: aRun().first,
  after: ROLLING,
  floor: 3,
  left: [],
  failure: undefined,
}

const LETS_IN: Change = { kind: 'resume', processes: ['AddToLoadBalancer'] }
const KEEPS_OUT: Change = { kind: 'suspend', processes: ['AddToLoadBalancer'] }

/** 8 was set, and one was taken away with its place. */
const WISH: DesiredChange = { at: NOW - 3, from: 4, to: 8, by: 'request' }
const SCHEDULED: DesiredChange = { at: NOW - 3, from: 4, to: 8, by: 'schedule', bounds: { min: 8, max: 20 } }
const SET_BY_SCHEDULE = { at: NOW - 3, desired: 8, from: 4, bySchedule: true, min: 8, max: 20 }
const OUTDATED = { sizesFromActivities: { last: undefined } }
const UPDATED: DesiredChange = { at: MEMO.heartbeatAt + 301, from: 4, to: 8, by: 'update' }
/** The run before makes its room over a wish of eight. */
const OVERWRITING: DesiredChange = { ...UPDATED, at: MEMO.heartbeatAt + 1, from: 8, to: 4, bounds: { min: 0, max: 20 } }
/** A run goes on that may double the group, and whose first checkpoint takes one. */
const GATED = {
  policy: aPolicy({
    surge: 3,
    gates: { checkpoints: [1], bakeSeconds: 0, bakeAtEndSeconds: 0, promote: 'auto', onFailure: 'restore' },
  }),
  first: { ...ROLLING, memo: { ...MEMO, surge: 3 } },
  last: { ...ROLLING, memo: { ...MEMO, surge: 3 } },
} as const
const TAKEN: DesiredChange = { at: NOW - 1, from: 8, to: 7, by: 'termination', instance: 'i-1' }

/** Five were seen a while before AWS has told what has asked for them. */
const GROWTH = { to: 5, from: 4, since: NOW - 50, after: NOW - 55 }

/** One instance was to leave with its place. */
const DECREMENT = { before: 4, by: 1, instances: ['i-1'], at: NOW, tookSeconds: 1 }

const ROWS: RowsOf<Exclude<RunEvent['kind'], LookEvent>> = {
  'look-incomplete': [
    {
      name: 'what a change needs and the look has kept is asked for again',
      before: {},
      event: { kind: 'look-incomplete', needs: 'every part' },
      expected: { needs: 'every part', freshLooks: 0 },
    },
  ],
  remembered: [
    {
      name: 'what AWS refuses to have written the run goes by all the same, and tells it once',
      before: { notes: ['MaxSize was changed.'] },
      event: { kind: 'remembered', memo: aMemo(5), notes: ['MaxSize was changed.', 'MinSize was changed.'] },
      expected: {
        last: { ...ROLLING, memo: aMemo(5) },
        memo: aMemo(5),
        written: MEMO,
        notes: ['MaxSize was changed.', 'MinSize was changed.'],
      },
    },
    {
      name: 'the tags stay as they are, whatever is refused after that',
      before: { last: { ...ROLLING, memo: aMemo(4) }, written: MEMO },
      event: { kind: 'remembered', memo: aMemo(5), notes: [] },
      expected: { last: { ...ROLLING, memo: aMemo(5) }, memo: aMemo(5) },
    },
  ],
  waited: [
    {
      name: 'a run that waits needs no look of its own any more',
      before: { freshLooks: 1, needs: 'every part' },
      event: { kind: 'waited' },
      expected: { freshLooks: 0, needs: undefined },
    },
  ],
  'launches-read': [
    {
      name: 'the activities tell how long instances took before the run',
      before: {},
      event: { kind: 'launches-read', launches: [{ id: 'i-1', begunAt: NOW - 900, endedAt: NOW - 840 }] },
      expected: { boots: { ...NOTHING_LEARNT, hasRead: true, earlier: [{ atLeast: 59, atMost: 61 }] } },
    },
  ],
  sent: [
    {
      name: 'a call that is on its way uses up the fresh look',
      before: { freshLooks: 1, needs: 'every part' },
      event: { kind: 'sent', change: resize },
      expected: { freshLooks: 0, needs: undefined, state: { ...aRun().state, ...OUTDATED } },
    },
    {
      name: 'sizes that are on their way are the run’s from then on',
      before: { state: { ...aRun().state, hasOwnSizes: true } },
      event: { kind: 'sent', change: resize },
      expected: { state: { ...aRun().state, ...OUTDATED } },
    },
    {
      name: 'what others had set before says nothing of the sizes since one is on its way, whatever AWS answers',
      before: { state: { ...aRun().state, sizesFromActivities: { last: SET_BY_SCHEDULE } } },
      event: { kind: 'sent', change: { ...replacement, decrement: true } },
      expected: { state: { ...aRun().state, ...OUTDATED } },
    },
    {
      name: 'a replacement leaves the sizes as they are',
      before: { state: { ...aRun().state, hasOwnSizes: true, sizesFromActivities: { last: SET_BY_SCHEDULE } } },
      event: { kind: 'sent', change: replacement },
      expected: {},
    },
    {
      name: 'processes that rest from then on may rest by this run',
      before: {},
      event: { kind: 'sent', change: { kind: 'suspend', processes: ['AZRebalance'] } },
      expected: { state: { ...aRun().state, hasSuspended: true } },
    },
    {
      name: 'the minimum that is lowered for a termination may stand whatever becomes of that',
      before: { state: { ...aRun().state, min: 5 } },
      event: { kind: 'sent', change: { kind: 'terminate', instances: ['i-1'], decrement: true, min: 4 } },
      expected: { state: { ...aRun().state, min: undefined, ...OUTDATED } },
    },
    {
      name: 'processes count as resumed by the run as soon as the call is on its way',
      before: { freshLooks: 1, resumed: new Set(['AddToLoadBalancer']) },
      event: { kind: 'sent', change: resume },
      expected: {
        freshLooks: 0,
        resumed: new Set(['AddToLoadBalancer', 'AZRebalance', 'ScheduledActions']),
        state: { ...aRun().state, letRun: true, letRunAt: aRun().last.at },
      },
    },
    {
      name: 'others than that of scheduled actions say nothing of when those run again',
      event: { kind: 'sent', change: { kind: 'resume', processes: ['AZRebalance'] } },
      expected: {
        resumed: new Set(['AZRebalance']),
        state: { ...aRun().state, letRun: true, letRunAt: undefined },
      },
    },
    {
      name: 'the process that lets load balancers learn of new instances is none of the last steps',
      event: { kind: 'sent', change: { kind: 'resume', processes: ['AddToLoadBalancer'] } },
      expected: { resumed: new Set(['AddToLoadBalancer']) },
    },
    {
      name: 'larger sizes that others have set are known as theirs, each with when it was seen first, whatever AWS answers',
      before: {
        last: ROLLING,
        state: {
          ...aRun().state,
          growth: GROWTH,
          adopted: { min: { size: 1, setBy: 1 }, max: { size: 19, setBy: 1 } },
        },
      },
      event: {
        kind: 'sent',
        change: { kind: 'save-state', memo: { ...MEMO, sizes: { min: 2, desired: 5, max: 19 } } },
      },
      expected: {
        state: {
          ...aRun().state,
          growth: GROWTH,
          adopted: {
            min: { size: 2, setBy: NOW },
            desired: { size: 5, setBy: NOW - 50 },
            max: { size: 19, setBy: 1 },
          },
        },
      },
    },
    ...[
      { name: 'in the second that AWS tells', toldAt: NOW - 52, setBy: NOW - 51 },
      { name: 'before it was seen, whatever second AWS tells', toldAt: NOW - 49, setBy: NOW - 50 },
    ].map(({ name, toldAt, setBy }) => ({
      name: `growth is known to have been asked for ${name}`,
      before: { last: ROLLING, state: { ...aRun().state, growth: { ...GROWTH, toldAt } } },
      event: {
        kind: 'sent',
        change: { kind: 'save-state', memo: { ...MEMO, sizes: { ...MEMO.sizes, desired: 5 } } },
      } as const,
      expected: {
        state: { ...aRun().state, growth: { ...GROWTH, toldAt }, adopted: { desired: { size: 5, setBy } } },
      },
    })),
    {
      name: 'larger sizes that a scheduled action has asked for are not',
      before: { last: ROLLING },
      event: {
        kind: 'sent',
        change: { kind: 'save-state', memo: { ...MEMO, sizes: { min: 2, desired: 5, max: 30 }, scheduledUntil: NOW } },
      },
      expected: {},
    },
  ],
  // Each kind of change has its rows in transition-changes.test.ts.
  accepted: [
    {
      name: 'a change that AWS has accepted is expected to show',
      before: { changed: false },
      event: { kind: 'accepted', change: resume, at: LATER },
      expected: { changed: true, pendingWrites: [{ change: resume, at: LATER, seen: false }] },
    },
    {
      name: 'that load balancers learn of new instances again is remembered',
      event: { kind: 'accepted', change: LETS_IN, at: LATER },
      expected: {
        changed: true,
        pendingWrites: [{ change: LETS_IN, at: LATER, seen: false }],
        state: { ...aRun({}).state, hasLetOthersIn: true },
      },
    },
    {
      name: 'until the run suspends that again',
      before: { state: { ...aRun({}).state, hasLetOthersIn: true } },
      event: { kind: 'accepted', change: KEEPS_OUT, at: LATER },
      expected: {
        changed: true,
        pendingWrites: [{ change: KEEPS_OUT, at: LATER, seen: false }],
        state: aRun({}).state,
      },
    },
  ],
  followed: [
    {
      name: 'the next change is decided on the group as this one leaves it',
      before: { last: ROLLING },
      event: { kind: 'followed', change: resume },
      expected: {
        state: { ...aRun({}).state, completeAt: NOW },
        last: { ...ROLLING, suspended: ROLLING.suspended.filter((each) => !resume.processes.includes(each)) },
      },
    },
  ],
  unanswered: [
    {
      name: 'after a lost answer the desired capacity is unknown, and so is what the change puts out of date',
      before: {
        changed: false,
        pendingWrites: [
          { change: { kind: 'resize', sizes: { desired: 4 } }, at: NOW, seen: true },
          { change: renewal, at: NOW, seen: true },
        ],
      },
      event: { kind: 'unanswered', change: resize },
      expected: {
        changed: true,
        state: { ...STATE, desired: undefined },
        pendingWrites: [{ change: renewal, at: NOW, seen: true }],
        unanswered: [{ change: resize, at: NOW }],
      },
    },
    {
      name: 'after a lost answer so are both bounds',
      before: { state: { ...STATE, min: 2, max: 9 } },
      event: { kind: 'unanswered', change: resize },
      expected: {
        state: { ...STATE, desired: undefined, min: undefined, max: undefined },
        unanswered: [{ change: resize, at: NOW }],
      },
    },
    {
      name: 'a lost answer to what sets no sizes leaves known which sizes the run has left',
      before: { state: { ...STATE, min: 2, max: 9 } },
      event: { kind: 'unanswered', change: renewal },
      expected: { unanswered: [{ change: renewal, at: NOW }] },
    },
    {
      name: 'so does one to a termination that leaves the sizes as they are',
      event: { kind: 'unanswered', change: replacement },
      expected: { unanswered: [{ change: replacement, at: NOW }] },
    },
    {
      name: 'a lost answer to a termination that lowers the desired capacity leaves that unknown',
      event: { kind: 'unanswered', change: { ...replacement, decrement: true } },
      expected: {
        state: {
          ...STATE,
          desired: undefined,
          decrement: { before: 4, by: 1, instances: ['i-old0'], at: NOW, tookSeconds: 30 },
        },
        unanswered: [{ change: { ...replacement, decrement: true }, at: NOW }],
      },
    },
    {
      name: 'a lost answer to a claim on the lease of another run leaves known whose roll goes on',
      event: { kind: 'unanswered', change: { ...renewal, after: OTHER } },
      expected: {
        state: { ...STATE, predecessor: OTHER },
        unanswered: [{ change: { ...renewal, after: OTHER }, at: NOW }],
      },
    },
    {
      name: 'a lost answer to a claim on the lease of the run’s own dead step makes it no predecessor',
      event: { kind: 'unanswered', change: { ...renewal, after: MEMO } },
      expected: { unanswered: [{ change: { ...renewal, after: MEMO }, at: NOW }] },
    },
    {
      name: 'a lost answer to the removal of the saved state leaves nothing to remember',
      event: { kind: 'unanswered', change: clearState },
      expected: { memo: undefined, unanswered: [{ change: clearState, at: NOW }] },
    },
  ],
  refused: [
    {
      name: 'what AWS refuses while the group is put back is not tried again, and is the failure where there is none',
      before: { restoringSince: NOW - 9, refused: ['renew-lease'], notes: ['before'] },
      event: { kind: 'refused', change: resize, failure: FAILURE, note: 'no right' },
      expected: { refused: ['renew-lease', 'resize'], notes: ['before', 'no right'], failure: FAILURE },
    },
    {
      name: 'what AWS refuses then does not hide why the group is put back',
      before: { restoringSince: NOW - 9, failure: EARLIER },
      event: { kind: 'refused', change: resize, failure: FAILURE, note: 'no right' },
      expected: { refused: ['resize'], notes: ['no right'] },
    },
    {
      name: 'a wish that cannot be saved is told as kept',
      before: { restoringSince: NOW - 9, failure: EARLIER },
      event: {
        kind: 'refused',
        change: { kind: 'save-state', memo: { ...MEMO, sizes: { min: 0, max: 20, desired: 8 } } },
        failure: FAILURE,
        note: 'no right',
      },
      expected: {
        refused: ['save-state'],
        notes: ['no right', 'The desired capacity was changed from 3 to 8 from outside this run: kept.'],
      },
    },
    {
      name: 'what a post step may not write onto the group again is remembered as if it stood there',
      before: { restoringSince: NOW - 9, memo: undefined, last: { ...aRun().last, memo: undefined } },
      event: { kind: 'refused', change: { kind: 'save-state', memo: MEMO }, failure: FAILURE, note: 'no right' },
      expected: { refused: ['save-state'], memo: MEMO, notes: ['no right'], failure: FAILURE },
    },
    {
      name: 'the same in place of other words in the name of the run is no wish of others',
      before: {
        restoringSince: NOW - 9,
        memo: undefined,
        last: { ...aRun().last, memo: { ...MEMO, sizes: { min: 0, max: 20, desired: 2 } } },
      },
      event: {
        kind: 'refused',
        change: { kind: 'save-state', memo: MEMO, after: MEMO },
        failure: FAILURE,
        note: 'no right',
      },
      expected: { refused: ['save-state'], memo: MEMO, notes: ['no right'], failure: FAILURE },
    },
    {
      name: 'a lease that cannot be renewed is no failure: the group is put back all the same',
      before: { restoringSince: NOW - 9 },
      event: { kind: 'refused', change: renewal, failure: FAILURE, note: 'no right' },
      expected: { refused: ['renew-lease'] },
    },
  ],
  'desired-changes-read': [
    {
      name: 'what others have asked for is kept with the decrement that it may have crossed',
      before: { state: { ...STATE, decrement: DECREMENT } },
      event: { kind: 'desired-changes-read', changes: [WISH, TAKEN] },
      expected: {
        state: {
          ...STATE,
          decrement: { ...DECREMENT, requested: [{ desired: 8, secondsBefore: 2 }], loweredFrom: 8 },
          inherited: { wish: undefined },
        },
      },
    },
    {
      name: 'a wish that the run has overwritten is kept, and its raise is told',
      before: { state: { ...STATE, raise: { before: 3, to: 4, at: NOW, known: [] } } },
      event: { kind: 'desired-changes-read', changes: [{ at: NOW, from: 8, to: 4, by: 'update' }] },
      expected: { state: { ...STATE, raise: undefined, overwritten: 8, inherited: { wish: undefined } } },
    },
    ...[
      { name: 'growth that policies ask for while a run is at work is no more than that', desired: 4, adopted: {} },
      {
        name: 'growth that policies have asked for while none was is known as theirs besides, though the wish is as large',
        desired: undefined,
        adopted: { adopted: { desired: { size: 3, setBy: NOW - 4, isByPolicies: true as const } } },
      },
    ].map(({ name, desired, adopted }) => {
      const state = { ...STATE, desired, inherited: { wish: undefined, told: undefined } }
      const growth = { to: 5, from: 4, since: NOW, after: NOW - 60 }
      return {
        name,
        before: { last: ROLLING, state: { ...state, growth } },
        event: {
          kind: 'desired-changes-read',
          changes: [{ at: NOW - 5, from: 4, to: 5, by: 'policy', adjusts: 'relative' }],
        } as const,
        expected: {
          state: { ...state, growth: { ...growth, wish: 4, toldAt: NOW - 5, isByPolicies: true as const }, ...adopted },
        },
      }
    }),
    {
      name: 'what others have asked for is of no use without a decrement',
      event: { kind: 'desired-changes-read', changes: [WISH, TAKEN] },
      expected: { state: { ...STATE, inherited: { wish: undefined } } },
    },
    {
      name: 'a wish that the process before has crossed is kept, and asked for once',
      before: { first: ROLLING, last: { ...ROLLING, sizes: { min: 0, max: 20, desired: 7 } } },
      event: { kind: 'desired-changes-read', changes: [WISH, TAKEN] },
      expected: { state: { ...STATE, inherited: { wish: { desired: 8, left: 7 } } } },
    },
    {
      name: 'what others have set since the process before is kept, with the bounds that they have set',
      before: { first: ROLLING, last: ROLLING, state: TAKING_OVER },
      event: { kind: 'desired-changes-read', changes: [SCHEDULED] },
      expected: {
        state: {
          ...TAKING_OVER,
          inherited: { wish: undefined },
          sizesFromActivities: { last: SET_BY_SCHEDULE },
        },
      },
    },
    {
      name: 'a run that no other was before takes nothing for set by others',
      before: { last: ROLLING, state: TAKING_OVER },
      event: { kind: 'desired-changes-read', changes: [SCHEDULED] },
      expected: { state: { ...TAKING_OVER, inherited: { wish: undefined } } },
    },
    {
      name: 'what the run before could still have set is not taken for set by others',
      before: { first: ROLLING, last: ROLLING, state: { ...TAKING_OVER, leaseClaimed: false } },
      event: { kind: 'desired-changes-read', changes: [SCHEDULED] },
      expected: { state: { ...TAKING_OVER, leaseClaimed: false, inherited: { wish: undefined } } },
    },
    {
      name: 'what a process has set itself is not taken for set by others, though AWS has answered none of it',
      before: { first: ROLLING, last: ROLLING, state: { ...TAKING_OVER, ...OUTDATED } },
      event: { kind: 'desired-changes-read', changes: [SCHEDULED] },
      expected: { state: { ...TAKING_OVER, ...OUTDATED, inherited: { wish: undefined } } },
    },
    {
      name: 'an update since the process before was alive is one of others',
      before: { first: ROLLING, last: ROLLING, state: TAKING_OVER },
      event: { kind: 'desired-changes-read', changes: [UPDATED] },
      expected: {
        state: {
          ...TAKING_OVER,
          inherited: { wish: undefined },
          sizesFromActivities: { last: { at: UPDATED.at, desired: 8, from: 4, bySchedule: false } },
        },
      },
    },
    {
      name: 'an update by which the process before has overwritten a wish is none of others',
      before: { first: ROLLING, last: { ...ROLLING, sizes: { min: 0, max: 20, desired: 4 } }, state: TAKING_OVER },
      event: { kind: 'desired-changes-read', changes: [OVERWRITING] },
      expected: { state: { ...TAKING_OVER, inherited: { wish: { desired: 8, left: 4 } }, ...OUTDATED } },
    },
    {
      name: 'also where a checkpoint has let it make but a part of its room',
      before: { ...GATED, state: TAKING_OVER },
      event: { kind: 'desired-changes-read', changes: [{ ...OVERWRITING, from: 6 }] },
      expected: { state: { ...TAKING_OVER, inherited: { wish: { desired: 6, left: 4 } }, ...OUTDATED } },
    },
    {
      name: 'but it may be of others for a process that does not roll: nothing tells it how much room was made at first',
      before: { ...GATED, policy: { ...GATED.policy, intent: 'restore' }, state: TAKING_OVER },
      event: { kind: 'desired-changes-read', changes: [{ ...OVERWRITING, from: 6 }] },
      expected: {
        state: {
          ...TAKING_OVER,
          inherited: { wish: undefined },
          sizesFromActivities: { last: { at: OVERWRITING.at, desired: 4, from: 6, bySchedule: false, max: 20 } },
        },
      },
    },
    {
      name: 'an update is the run’s own where others have written the tags that say when it was alive',
      before: { first: { ...ROLLING, memo: { ...MEMO, startedAt: 1 } }, last: ROLLING, state: TAKING_OVER },
      event: { kind: 'desired-changes-read', changes: [UPDATED] },
      expected: { state: { ...TAKING_OVER, inherited: { wish: undefined }, ...OUTDATED } },
    },
    {
      name: 'a wish that was found stays, whatever is read later',
      before: { first: ROLLING, last: ROLLING, state: { ...STATE, inherited: { wish: { desired: 8, left: 7 } } } },
      event: { kind: 'desired-changes-read', changes: [] },
      expected: { state: { ...STATE, inherited: { wish: { desired: 8, left: 7 } } } },
    },
    {
      name: 'what the runner has kept tells of the process before, where its tags are gone',
      before: {
        policy: aPolicy({ intent: 'restore', savedMemo: MEMO }),
        last: { ...ROLLING, sizes: { min: 0, max: 20, desired: 7 } },
      },
      event: { kind: 'desired-changes-read', changes: [WISH, TAKEN] },
      expected: { state: { ...STATE, inherited: { wish: { desired: 8, left: 7 } } } },
    },
    {
      name: 'the process before may have lowered the size right before its tags were gone, however old what the runner has kept is',
      before: {
        policy: aPolicy({ intent: 'restore', savedMemo: { ...MEMO, startedAt: NOW - 400, heartbeatAt: NOW - 400 } }),
        last: { ...ROLLING, sizes: { min: 0, max: 20, desired: 7 } },
      },
      event: { kind: 'desired-changes-read', changes: [WISH, TAKEN] },
      expected: { state: { ...STATE, inherited: { wish: { desired: 8, left: 7 } } } },
    },
  ],
  'refresh-read': [
    {
      name: 'what AWS says of a refresh is kept with the look at which it was asked',
      event: {
        kind: 'refresh-read',
        active: { id: 'r-1', status: 'Pending', configuration: undefined },
        mayBeKept: false,
      },
      expected: {
        state: {
          ...STATE,
          refresh: { at: NOW, active: { id: 'r-1', status: 'Pending', configuration: undefined } },
        },
      },
    },
    {
      name: 'so is that the answer may be older than the look',
      event: { kind: 'refresh-read', active: undefined, mayBeKept: true },
      expected: { state: { ...STATE, refresh: { at: NOW, active: undefined, mayBeKept: true } } },
    },
  ],
  'loss-reasons-read': [
    {
      name: 'what AWS says of a lost instance is kept, and that it says nothing of another',
      before: {
        state: {
          ...aRun().state,
          lost: [
            { id: 'i-1', at: NOW, reason: 'Pending' },
            { id: 'i-2', at: NOW, reason: 'Pending' },
            { id: 'i-3', at: NOW, reason: 'Pending', words: 'told before' },
          ],
        },
      },
      event: {
        kind: 'loss-reasons-read',
        failures: [
          { activityId: 'a', instanceId: 'i-1', at: NOW, reason: 'Server.InternalError: Internal error on launch' },
          { activityId: 'b', instanceId: 'i-3', at: NOW, reason: 'another' },
        ],
      },
      expected: {
        state: {
          ...aRun().state,
          lost: [
            { id: 'i-1', at: NOW, reason: 'Pending', words: 'Server.InternalError: Internal error on launch' },
            { id: 'i-2', at: NOW, reason: 'Pending', words: '' },
            { id: 'i-3', at: NOW, reason: 'Pending', words: 'told before' },
          ],
        },
      },
    },
  ],
  'launch-outlook-read': [
    {
      name: 'what AWS tells of a launch that does not begin is kept',
      event: { kind: 'launch-outlook-read', outlook: { askedAt: NOW, lastLaunchAt: NOW - 700, facts: ['zones: a'] } },
      expected: {
        state: {
          ...aRun().state,
          launchOutlook: { askedAt: NOW, lastLaunchAt: NOW - 700, facts: ['zones: a'] },
        },
      },
    },
  ],
  probed: [
    {
      name: 'the first probe of an instance is kept with it, in the group as it was looked at',
      before: { last: { ...ROLLING, instances: old(2) } },
      event: { kind: 'probed', probes: [probe('i-old0', true)] },
      expected: {
        last: { ...ROLLING, instances: [...old(1, { lastProbe: probe('i-old0', true) }), ...old(2).slice(1)] },
      },
    },
    {
      name: 'the last probe of an instance takes the place of the one before',
      before: { last: { ...ROLLING, instances: old(1, { lastProbe: probe('i-old0', false) }) } },
      event: { kind: 'probed', probes: [probe('i-old0', true)] },
      expected: { last: { ...ROLLING, instances: old(1, { lastProbe: probe('i-old0', true) }) } },
    },
  ],
  halted: [
    {
      name: 'a roll that halts is put back from its last look on',
      event: { kind: 'halted', failure: FAILURE, note: 'a note' },
      expected: { failure: FAILURE, restoringSince: NOW },
    },
    {
      name: 'what halts a roll that is rolled back is noted and does not hide why it was',
      before: { failure: EARLIER, notes: ['before'] },
      event: { kind: 'halted', failure: FAILURE, note: 'a note' },
      expected: { notes: ['before', 'a note'], restoringSince: NOW },
    },
  ],
  'rollback-started': [
    {
      name: 'failures count anew from the last look on',
      event: { kind: 'rollback-started', failed: template(2), failure: FAILURE },
      expected: { failure: FAILURE, rollback: { failed: template(2), since: NOW } },
    },
    {
      name: 'processes that its last steps had resumed are suspended once more, the one of the dark launch excepted',
      before: { resumed: new Set(['AZRebalance', 'AddToLoadBalancer']) },
      event: { kind: 'rollback-started', failed: template(2), failure: FAILURE },
      expected: {
        failure: FAILURE,
        rollback: { failed: template(2), since: NOW },
        state: { ...STATE, suspended: false },
        resumed: new Set(['AddToLoadBalancer']),
      },
    },
    {
      name: 'a roll that has released its dark half alone has nothing to suspend once more',
      before: { resumed: new Set(['AddToLoadBalancer']) },
      event: { kind: 'rollback-started', failed: template(2), failure: FAILURE },
      expected: { failure: FAILURE, rollback: { failed: template(2), since: NOW } },
    },
  ],
  'rollback-failed': [
    {
      name: 'a launch source that stays unknown is noted, and nothing was changed',
      before: { changed: false, notes: ['before'] },
      event: { kind: 'rollback-failed', note: 'unknown', changed: 'no' },
      expected: { notes: ['before', 'unknown'] },
    },
    {
      name: 'a launch source that may have been put back may be a change',
      before: { changed: false },
      event: { kind: 'rollback-failed', note: 'perhaps', changed: 'perhaps' },
      expected: { notes: ['perhaps'], changed: true },
    },
    {
      name: 'a launch source that stays unknown leaves what was changed before',
      event: { kind: 'rollback-failed', note: 'unknown', changed: 'no' },
      expected: { notes: ['unknown'] },
    },
  ],
  ended: [{ name: 'a run that ends has an outcome', event: { kind: 'ended', outcome }, expected: { outcome } }],
}

describe.each(Object.entries(ROWS))('%s', (_, rows: readonly TransitionRow[]) => {
  test.each(rows)('$name', checkTransition)
})

test('a new instance that never served, and that the run itself ends, counts as lost: no later look tells of it', () => {
  const last = aRollingFleet([...old(3), ...booting(1)], 4, aMemo(3))
  const ended = { kind: 'terminate', instances: ['i-boot0'], decrement: false } as const
  const { state } = transition(aRun({ last }), { kind: 'followed', change: ended })
  expect(state.lost).toEqual([{ id: 'i-boot0', at: NOW, reason: 'Pending' }])
})
