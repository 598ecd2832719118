import type { DesiredChange, Fleet, Memo } from '../../../src/domain/rollout/fleet.ts'
import { INITIAL_STATE, type RunState } from '../../../src/domain/rollout/run-state.ts'
import { isInDoubt, isOvertaken } from '../../../src/domain/rollout/stale-state.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { aFleet, aMemo, aPolicy, JUST_BEGUN, NOW, old } from './a-fleet.ts'

interface Row {
  readonly name: string
  readonly desired?: number
  readonly suspended?: readonly string[]
  readonly memo?: Partial<Memo>
  readonly changes?: readonly DesiredChange[]
  readonly state?: Partial<RunState>
  readonly doubted: boolean
  readonly kept: boolean
}

/** A run of three that raised to six and was lost; its memo says three, the group wants six. */
const rows: readonly Row[] = [
  { name: 'nothing is suspended any more, and no activity is known', doubted: true, kept: true },
  {
    name: 'nothing is suspended any more, since the run has handed the processes back at this size',
    memo: { handedSizes: { desired: 6, max: 20 } },
    doubted: false,
    kept: false,
  },
  {
    name: 'the run has handed the processes back at another size',
    memo: { handedSizes: { desired: 5, max: 20 } },
    doubted: true,
    kept: true,
  },
  { name: 'one process is still suspended', suspended: ['AZRebalance'], doubted: false, kept: false },
  { name: 'the size is the original one', desired: 3, doubted: false, kept: false },
  {
    name: 'this process has set the size itself',
    state: { desired: 6 },
    doubted: true,
    kept: false,
  },
  { name: 'this process has seen a process suspended', state: { heldSeen: true }, doubted: true, kept: false },
  {
    name: 'the last raise was made while the run was alive',
    changes: [{ at: NOW - 100, from: 3, to: 6, by: 'update' }],
    doubted: true,
    kept: false,
  },
  {
    name: 'the last raise was made by a call that no run makes',
    changes: [{ at: NOW - 100, from: 3, to: 6, by: 'request' }],
    doubted: true,
    kept: true,
  },
  {
    name: 'the last raise came days after the run',
    memo: { startedAt: NOW - 200_000, heartbeatAt: NOW - 199_000 },
    changes: [
      { at: NOW - 199_900, from: 3, to: 6, by: 'update' },
      { at: NOW - 100, from: 3, to: 6, by: 'update' },
    ],
    doubted: true,
    kept: true,
  },
  {
    name: 'the last raise came at once, but the size was back before',
    memo: { startedAt: NOW - 100 },
    changes: [
      { at: NOW - 90, from: 3, to: 6, by: 'update' },
      { at: NOW - 30, from: 4, to: 3, by: 'group' },
      { at: NOW - 20, from: 3, to: 6, by: 'update' },
    ],
    doubted: true,
    kept: true,
  },
  {
    name: 'the last raise came at once, and the size was lower only before others have set the one that is to be put back',
    changes: [
      { at: NOW - 90, from: 2, to: 4, by: 'update' },
      { at: NOW - 60, from: 4, to: 2, by: 'group' },
      { at: NOW - 40, from: 2, to: 3, by: 'request' },
      { at: NOW - 20, from: 3, to: 6, by: 'update' },
    ],
    doubted: true,
    kept: false,
  },
  {
    name: 'the last raise is the whole room of the run, with its maximum, though the size was lowered to the saved one before',
    memo: { sizes: { min: 0, desired: 3, max: 4 } },
    changes: [
      { at: NOW - 50, from: 3, to: 5, by: 'update' },
      { at: NOW - 30, from: 5, to: 3, by: 'update' },
      { at: NOW - 20, from: 3, to: 6, by: 'update', bounds: { min: 0, max: 6 } },
    ],
    doubted: true,
    kept: false,
  },
  {
    name: 'the same under a maximum that no run would have set',
    memo: { sizes: { min: 0, desired: 3, max: 4 } },
    changes: [
      { at: NOW - 50, from: 3, to: 5, by: 'update' },
      { at: NOW - 30, from: 5, to: 3, by: 'update' },
      { at: NOW - 20, from: 3, to: 6, by: 'update', bounds: { min: 0, max: 9 } },
    ],
    doubted: true,
    kept: true,
  },
  {
    name: 'the saved size was set in mid-roll from outside, below the room of the run, and the run raised once more',
    changes: [
      { at: NOW - 50, from: 2, to: 7, by: 'update' },
      { at: NOW - 40, from: 7, to: 3, by: 'update' },
      { at: NOW - 35, from: 5, to: 4, by: 'group' },
      { at: NOW - 34, from: 4, to: 3, by: 'group' },
      { at: NOW - 20, from: 3, to: 6, by: 'update' },
    ],
    doubted: true,
    kept: false,
  },
  {
    name: 'the same, but the size was back once more before the last raise',
    changes: [
      { at: NOW - 50, from: 2, to: 7, by: 'update' },
      { at: NOW - 40, from: 7, to: 3, by: 'update' },
      { at: NOW - 30, from: 3, to: 6, by: 'update' },
      { at: NOW - 25, from: 6, to: 3, by: 'termination' },
      { at: NOW - 20, from: 3, to: 6, by: 'update' },
    ],
    doubted: true,
    kept: true,
  },
  {
    name: 'the run has set less than the saved size over it before, as it was set right before its raise',
    changes: [
      { at: NOW - 50, from: 3, to: 2, by: 'update' },
      { at: NOW - 20, from: 3, to: 6, by: 'update' },
    ],
    doubted: true,
    kept: false,
  },
  {
    name: 'the run had nothing to suspend, and was alive minutes ago',
    memo: { suspends: [] },
    doubted: false,
    kept: false,
  },
  {
    name: 'the run had nothing to suspend, and was alive hours ago',
    memo: { suspends: [], heartbeatAt: NOW - 7200 },
    doubted: true,
    kept: true,
  },
  {
    name: 'the run suspended only what keeps new instances in the dark',
    memo: { suspends: ['AddToLoadBalancer'] },
    doubted: false,
    kept: false,
  },
  {
    name: 'the run has left the group on purpose',
    memo: { suspends: [], heartbeatAt: 0 },
    doubted: false,
    kept: false,
  },
  {
    name: 'the last raise came days after the run, whose lease this process has claimed by now',
    memo: { startedAt: NOW - 200_000, heartbeatAt: NOW },
    changes: [
      { at: NOW - 199_900, from: 3, to: 6, by: 'update' },
      { at: NOW - 100, from: 3, to: 6, by: 'update' },
    ],
    state: { predecessor: aMemo(3, { surge: 3, startedAt: NOW - 200_000, heartbeatAt: NOW - 199_000 }) },
    doubted: true,
    kept: true,
  },
]

test.each(rows)('$name', ({ desired = 6, suspended = [], memo: change, changes, state, doubted, kept }) => {
  const memo = aMemo(3, { surge: 3, ...change })
  const fleet: Fleet = aFleet(old(3), {
    memo,
    suspended,
    sizes: { min: 0, max: 20, desired },
    ...(changes && { desiredChanges: changes }),
  })
  expect(isInDoubt(fleet, memo)).toBe(doubted)
  expect(isOvertaken(fleet, memo, { ...INITIAL_STATE, ...state })).toBe(kept)
})

// The process that puts the group back had its own name there, since it holds the lease by then.
test('a size that is kept is told with the name of the run that was lost', () => {
  const fleet = aFleet(old(3), { memo: aMemo(3, { surge: 3 }), sizes: { min: 0, max: 20, desired: 6 } })
  const predecessor = aMemo(3, { run: '99/1/ffff', surge: 3 })
  expect(nextAction(fleet, aPolicy({ intent: 'restore' }), { ...JUST_BEGUN, predecessor })).toMatchObject({
    kind: 'save-state',
    reason: expect.stringMatching(/^nothing shows that the desired capacity of 6 was left by run 99\b/) as string,
  })
})
