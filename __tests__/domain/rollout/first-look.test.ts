import type { Fleet, Memo } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import type { RunState } from '../../../src/domain/rollout/run-state.ts'
import { aFleet, aMemo, aPolicy, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'

// A run began within the seconds in which AWS still showed what the run before it had suspended and raised: what it saved
// was how the group had been. Then it rolled while scaling policies ran, and said that others had changed the size.

const ALL = ['AZRebalance', 'AlarmNotification', 'ScheduledActions']

interface Row {
  readonly name: string
  /** What was saved on the look before; three old instances and the sizes of three where nothing is given. */
  readonly saved?: Partial<Memo>
  /** What the look shows that shows this saved state. */
  readonly shown?: Partial<Fleet>
  readonly policy?: Partial<Policy>
  readonly state?: Partial<RunState>
  readonly next: object
}

const rows: readonly Row[] = [
  { name: 'a group that was saved as it is is saved once', next: { kind: 'suspend', processes: ALL } },
  {
    name: 'processes that run, though the look before showed them suspended, are to be suspended',
    saved: { suspends: [] },
    next: { kind: 'save-state', memo: { suspends: ALL, sizes: { desired: 3 }, surge: 1 }, notes: [] },
  },
  {
    name: 'one that an operator has suspended is none of them',
    saved: { suspends: [] },
    shown: { suspended: ['AZRebalance'] },
    next: { kind: 'save-state', memo: { suspends: ['AlarmNotification', 'ScheduledActions'] } },
  },
  {
    name: 'a smaller size is the one of the start, and the surge is counted from it',
    saved: { sizes: { min: 0, max: 20, desired: 6 }, surge: 6 },
    policy: { surge: 6 },
    next: {
      kind: 'save-state',
      memo: { sizes: { desired: 3 }, surge: 3 },
      notes: [
        'The group is not as the look on which this run began showed it: desired capacity 3 instead of 6. That is what is put back at the end.',
      ],
      reason: 'the group is not as the look on which this run began showed it',
    },
  },
  {
    name: 'a larger one as well, though the run may raise the group that far',
    saved: { sizes: { min: 0, max: 20, desired: 2 } },
    next: {
      kind: 'save-state',
      memo: { sizes: { desired: 3 } },
      notes: [expect.stringContaining('desired capacity 3 instead of 2')],
    },
  },
  {
    name: 'and another maximum',
    saved: { sizes: { min: 0, max: 30, desired: 3 } },
    next: {
      kind: 'save-state',
      memo: { sizes: { max: 20 } },
      notes: [expect.stringContaining(': MaxSize 20 instead of 30.')],
    },
  },
  {
    name: 'or another minimum',
    saved: { sizes: { min: 1, max: 20, desired: 3 } },
    next: {
      kind: 'save-state',
      memo: { sizes: { min: 0 } },
      notes: [expect.stringContaining(': MinSize 0 instead of 1.')],
    },
  },
  {
    name: 'a group in which nothing is outdated by now is put back',
    saved: { suspends: [] },
    shown: { instances: fresh(3) },
    next: { kind: 'clear-state' },
  },
  {
    name: 'nothing is saved before EC2 tells when each instance was launched',
    saved: { suspends: [] },
    shown: { instances: old(3, { launchedAt: undefined, firstSeenAt: NOW }) },
    policy: { force: true },
    next: { kind: 'wait' },
  },
  {
    name: 'a size that is seen while the processes rest may be that of a run that began at the same moment',
    saved: { sizes: { min: 0, max: 20, desired: 2 } },
    shown: { suspended: ALL },
    next: { kind: 'terminate' },
  },
  {
    name: 'also where that run keeps policies alive, whose process it leaves running',
    saved: { sizes: { min: 0, max: 20, desired: 2 } },
    shown: { suspended: ['AZRebalance', 'ScheduledActions'] },
    next: { kind: 'suspend', processes: ['AlarmNotification'] },
  },
  {
    name: 'a process that an operator has suspended since the look before is none that the roll resumes',
    shown: { suspended: ['AZRebalance'] },
    next: { kind: 'save-state', memo: { suspends: ['AlarmNotification', 'ScheduledActions'] } },
  },
  {
    name: 'what others have resumed since the roll has suspended it keeps running',
    shown: { suspended: ['AZRebalance'] },
    state: { suspended: true },
    next: { kind: 'resize' },
  },
  {
    name: 'nor is it known whose size it is where the run has suspended nothing',
    saved: { suspends: [], sizes: { min: 0, max: 20, desired: 2 }, surge: 2 },
    shown: { suspended: ALL },
    policy: { surge: 2 },
    next: { kind: 'resize', sizes: { desired: 4 } },
  },
  {
    name: 'what differs a minute later was changed from outside',
    saved: { suspends: [], startedAt: NOW - 60 },
    next: { kind: 'resize' },
  },
  {
    name: 'nor is anything saved anew once the run has set sizes',
    saved: { suspends: [] },
    state: { hasOwnSizes: undefined },
    next: { kind: 'resize' },
  },
]

test.each(rows)('$name', ({ saved, shown, policy, state, next }) => {
  const memo = aMemo(3, { startedAt: NOW - 2, heartbeatAt: NOW - 2, ...saved })
  const fleet = aFleet(old(3), { memo, ...shown })
  const action = nextAction(fleet, aPolicy(policy), { ...JUST_BEGUN, hasOwnSizes: true, ...state })
  expect(action).toMatchObject(next)
})
