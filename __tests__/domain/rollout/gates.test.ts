import { checkpointsFor } from '../../../src/domain/rollout/amount.ts'
import type { Action } from '../../../src/domain/rollout/action.ts'
import { situationOf } from '../../../src/domain/rollout/budget.ts'
import type { Alarm, Fleet, Instance, Memo } from '../../../src/domain/rollout/fleet.ts'
import { observeGate } from '../../../src/domain/rollout/gates.ts'
import type { GatePolicy, Policy } from '../../../src/domain/rollout/policy.ts'
import { leaveAtDeadline, nextAction } from '../../../src/domain/rollout/rules.ts'
import type { RunState } from '../../../src/domain/rollout/run-state.ts'
import {
  aFleet,
  aMemo,
  aPolicy,
  aRollingFleet,
  booting,
  fresh,
  JUST_BEGUN,
  NOW,
  old,
  RUN,
  template,
} from './a-fleet.ts'

const gates = (change: Partial<GatePolicy> = {}): GatePolicy => ({
  checkpoints: [1, 5],
  bakeSeconds: 60,
  bakeAtEndSeconds: 0,
  promote: 'auto',
  onFailure: 'rollback',
  ...change,
})

const memoOf = (change: Partial<Memo> = {}): Memo => aMemo(10, { surge: 3, ...change })
const passed = (gatesPassed: number, change = {}): Memo => memoOf({ progress: { gatesPassed, ...change } })
const baking = (gate: number, seconds: number): Partial<RunState> => ({ baking: { gate, since: NOW - seconds } })
const gated = (): Memo => ({ ...passed(0, { phase: 'gated', checkpoints: 2 }), run: '99/1/x', heartbeatAt: 0 })

interface Row {
  readonly name: string
  readonly fleet: Fleet
  readonly policy?: Partial<Policy>
  readonly state?: Partial<RunState>
  /** The action, or a part of it. */
  readonly expected: Pick<Action, 'kind'> & Readonly<Record<string, unknown>>
}

const check = ({ fleet, policy, state, expected }: Row): void => {
  const asked = aPolicy({ surge: 3, gates: gates(), ...policy })
  expect(nextAction(fleet, asked, { ...JUST_BEGUN, desired: fleet.sizes.desired, ...state })).toMatchObject(expected)
}

const at = (instances: Parameters<typeof aRollingFleet>[0], desired: number, memo = memoOf()): Fleet =>
  aRollingFleet(instances, desired, memo)

describe('a checkpoint', () => {
  const rows: Row[] = [
    {
      name: 'bounds nothing where the roll goes on being taken back',
      fleet: at(fresh(9), 9, memoOf({ sizes: { min: 0, max: 20, desired: 9 }, progress: { phase: 'taken-back' } })),
      state: { suspended: true },
      expected: { kind: 'resume' },
    },
    {
      name: 'bounds what is launched before it',
      fleet: at(old(10), 10),
      expected: { kind: 'resize', sizes: { desired: 11 } },
    },
    {
      name: 'bounds it by the surge where that is less',
      fleet: at(old(10), 10),
      policy: { gates: gates({ checkpoints: [5] }) },
      expected: { kind: 'resize', sizes: { desired: 13 } },
    },
    {
      name: 'counts what AWS is about to launch',
      fleet: at(old(10), 11),
      expected: { kind: 'wait', reason: 'AWS is about to launch, up to checkpoint 1 of 2' },
    },
    {
      name: 'waits for what is coming',
      fleet: at([...old(10), ...booting(1)], 11),
      expected: { kind: 'wait', reason: expect.stringContaining('checkpoint 1 of 2 waits for it: Pending') },
    },
    {
      name: 'bakes from the moment at which it is reached',
      fleet: at([...old(10), ...fresh(1)], 11),
      expected: { kind: 'wait', reason: 'checkpoint 1 of 2 is reached, and bakes for 1 minute more' },
    },
    {
      name: 'tells what AWS has launched by itself beyond it',
      fleet: at([...old(9), ...fresh(2)], 11),
      expected: { kind: 'wait', reason: 'checkpoint 1 of 2 is reached by 2 where it takes 1, since what AWS launches by itself counts, and bakes for 1 minute more' }, // prettier-ignore
    },
    {
      name: 'bakes until its time is over',
      fleet: at([...old(10), ...fresh(1)], 11),
      state: baking(0, 59),
      expected: { kind: 'wait' },
    },
    {
      name: 'does not count the bake of another',
      fleet: at([...old(10), ...fresh(1)], 11),
      state: baking(1, 600),
      expected: { kind: 'wait' },
    },
    {
      name: 'lets the roll pass once that has been written down',
      fleet: at([...old(10), ...fresh(1)], 11),
      state: baking(0, 60),
      expected: { kind: 'save-state', memo: passed(1) },
    },
    {
      name: 'is not asked again once it was passed, by whichever run',
      fleet: at([...old(10), ...fresh(1)], 11, passed(1)),
      expected: { kind: 'resize', sizes: { desired: 13 } },
    },
    {
      name: 'lets old ones leave while less than it takes is launched',
      fleet: at([...old(10), ...fresh(3)], 13, passed(1)),
      expected: { kind: 'terminate', decrement: false },
    },
    {
      name: 'lets no more leave at once than it takes',
      fleet: at([...old(10), ...fresh(3)], 13, passed(1)),
      expected: { kind: 'terminate', instances: ['i-old0', 'i-old1'] },
    },
    {
      name: 'lets none leave once as much is launched, though it does not serve yet',
      fleet: at([...old(8), ...fresh(3), ...booting(2)], 13, passed(1)),
      expected: { kind: 'wait' },
    },
    {
      name: 'lets none leave that does not serve either',
      fleet: at([...old(9), ...old(1, { healthy: false, readySince: undefined }), ...fresh(1)], 11),
      expected: { kind: 'wait' },
    },
    {
      name: 'lets none of Standby leave',
      fleet: at([...old(10), ...old(1, { lifecycle: 'Standby' }).map((each) => ({ ...each, id: 'i-rests' }))], 10),
      policy: { standbyInstances: 'replace', gates: gates({ checkpoints: [1] }), surge: 0, maxUnavailable: 1 },
      expected: { kind: 'terminate', instances: ['i-old0'] },
    },
    {
      name: 'lets none of Standby leave before it is reached either',
      fleet: at([...old(10), ...booting(3), ...old(1, { lifecycle: 'Standby' }).map((each) => ({ ...each, id: 'i-rests' }))], 13), // prettier-ignore
      policy: { standbyInstances: 'replace', gates: gates({ checkpoints: [5] }) },
      expected: { kind: 'wait' },
    },
    {
      name: 'takes no more than there will be once others have made the group smaller',
      fleet: at(
        [...old(1, { lifecycle: 'Standby' }), ...fresh(2)],
        2,
        memoOf({ sizes: { min: 0, desired: 2, max: 20 }, progress: { gatesPassed: 1 } }),
      ),
      policy: { standbyInstances: 'replace' },
      state: baking(1, 60),
      expected: { kind: 'save-state', memo: { progress: { gatesPassed: 2 } } },
    },
    {
      name: 'takes no more than there will be beside exempt ones',
      fleet: at([...old(8, { protectedFromScaleIn: true }), ...fresh(2)], 10, passed(1)),
      policy: { protectedInstances: 'ignore' },
      state: baking(1, 60),
      expected: { kind: 'save-state', memo: { progress: { gatesPassed: 2 } } },
    },
    {
      name: 'takes one old instance where there is no surge',
      fleet: at(old(10), 10, memoOf({ surge: 0 })),
      policy: { surge: 0, maxUnavailable: 2 },
      expected: { kind: 'terminate', instances: ['i-old0'], decrement: false },
    },
    {
      name: 'holds no roll that is taken back',
      fleet: aRollingFleet([...old(10), ...fresh(1)], 11, memoOf({ source: template(1).fingerprint }), {
        source: template(1),
      }),
      policy: { rollback: { failed: template(2), since: NOW - 10 } },
      expected: { kind: 'terminate', instances: ['i-new0'], decrement: true },
    },
    {
      name: 'says that it bounds no more once the roll is taken back',
      fleet: aRollingFleet([...old(10), ...fresh(1)], 11, memoOf(), { source: template(1) }),
      policy: { rollback: { failed: template(2), since: NOW - 10 } },
      expected: {
        kind: 'save-state',
        memo: { source: template(1).fingerprint, progress: { phase: 'taken-back' } },
      },
    },
    {
      name: 'says so of a roll that has passed a gate, too',
      fleet: aRollingFleet([...old(8), ...fresh(3)], 11, passed(1), { source: template(1) }),
      policy: { rollback: { failed: template(2), since: NOW - 10 } },
      expected: { kind: 'save-state', memo: { progress: { gatesPassed: 1, phase: 'taken-back' } } },
    },
    {
      name: 'holds before anything leaves where all new ones come first',
      fleet: at([...old(10), ...fresh(1)], 11),
      policy: { waitForAll: true, surge: 10 },
      expected: { kind: 'wait', reason: expect.stringContaining('bakes') },
    },
  ]
  test.each(rows)('$name', check)
})

describe('by hand', () => {
  const byHand = { gates: gates({ promote: 'by-hand' }) }
  const waiting = at([...old(10), ...fresh(1)], 11, gated())
  const left = {
    kind: 'save-state',
    memo: memoOf({ heartbeatAt: 0, progress: { gatesPassed: 0, phase: 'gated', checkpoints: 2, needs: ['bake'] } }),
    carriers: ['i-new0'],
  } as const
  const rows: Row[] = [
    {
      name: 'a run ends at its checkpoint once that has baked',
      fleet: at([...old(10), ...fresh(1)], 11),
      policy: byHand,
      state: baking(0, 60),
      expected: left,
    },
    {
      name: 'what it has left is done as far as it is concerned',
      fleet: at([...old(10), ...fresh(1)], 11, { ...gated(), run: RUN }),
      policy: byHand,
      expected: { kind: 'done' },
    },
    {
      name: 'a run without gates changes nothing, not even the lease',
      fleet: waiting,
      policy: { gates: undefined },
      state: { leaseClaimed: false },
      expected: { kind: 'refuse', remedy: expect.stringContaining('mode: release') },
    },
    {
      name: 'a release without the same gates changes nothing',
      fleet: waiting,
      policy: { gates: gates({ checkpoints: [1] }), dark: { kind: 'release' } },
      state: { leaseClaimed: false },
      expected: { kind: 'refuse', reason: expect.stringContaining('checkpoint 1 of 2') },
    },
    {
      name: 'a release that watches fewer alarms changes nothing',
      fleet: at([...old(10), ...fresh(1)], 11, {
        ...gated(),
        progress: { gatesPassed: 0, phase: 'gated', checkpoints: 2, alarms: 1 },
      }),
      policy: { dark: { kind: 'release' } },
      state: { leaseClaimed: false },
      expected: { kind: 'refuse', reason: expect.stringContaining('watched by 1 alarm, and this release has 2 in `checkpoints` and 0 in `alarms`') }, // prettier-ignore
    },
    {
      name: 'a release without the bake and the probe of the run that waits changes nothing',
      fleet: at([...old(10), ...fresh(1)], 11, {
        ...gated(),
        progress: { gatesPassed: 0, phase: 'gated', checkpoints: 2, needs: ['bake', 'bake-at-end', 'probe'] },
      }),
      policy: { dark: { kind: 'release' } },
      state: { leaseClaimed: false },
      expected: { kind: 'refuse', reason: expect.stringMatching(/`alarms`, no `bake-at-end` and no `probe`$/) },
    },
    {
      name: 'a release with all of them lets it pass that checkpoint, and forgets them',
      fleet: at([...old(10), ...fresh(1)], 11, {
        ...gated(),
        progress: { gatesPassed: 0, phase: 'gated', checkpoints: 2, needs: ['bake', 'probe'] },
      }),
      policy: { dark: { kind: 'release' }, probes: true },
      expected: { kind: 'save-state', memo: { progress: { gatesPassed: 1, needs: undefined } } },
    },
    {
      name: 'a release lets it pass that checkpoint',
      fleet: waiting,
      policy: { dark: { kind: 'release' } },
      expected: { kind: 'save-state', memo: { heartbeatAt: NOW, progress: { gatesPassed: 1 } } },
    },
    {
      name: 'a release comes to it once more where another run was about to put the group back',
      fleet: at([...old(10), ...fresh(1)], 11, { ...gated(), heartbeatAt: 1 }),
      policy: { dark: { kind: 'release' } },
      expected: { kind: 'save-state', memo: { progress: { gatesPassed: 0, phase: undefined } } },
    },
    {
      name: 'another run with gates goes on before that checkpoint',
      fleet: waiting,
      expected: { kind: 'save-state', memo: { heartbeatAt: NOW, progress: { gatesPassed: 0 } } },
    },
    {
      name: 'to another launch source the gates begin anew',
      fleet: {
        ...at([...old(10), ...fresh(1)], 11, { ...passed(1), run: '99/1/x', heartbeatAt: 1 }),
        source: template(3),
      },
      expected: { kind: 'save-state', memo: { source: template(3).fingerprint, progress: { gatesPassed: undefined } } },
    },
    {
      name: 'a run that takes the group back need not wait',
      fleet: waiting,
      policy: { gates: undefined, takesBack: true },
      expected: { kind: 'save-state' },
    },
    {
      name: 'a release of a roll that has passed a gate goes on with it',
      fleet: at([...old(10), ...fresh(1)], 11, { ...passed(1), run: '99/1/x', heartbeatAt: 1 }),
      policy: { dark: { kind: 'release' } },
      expected: { kind: 'save-state', memo: { progress: { gatesPassed: 1 } } },
    },
  ]
  test.each(rows)('$name', check)

  test('where its time is over in a bake, a run ends at its checkpoint', () => {
    const fleet = at([...old(10), ...fresh(1)], 11)
    expect(leaveAtDeadline(fleet, aPolicy({ surge: 3, ...byHand }), JUST_BEGUN)).toMatchObject(left)
    expect(leaveAtDeadline(fleet, aPolicy({ surge: 3, gates: gates() }), JUST_BEGUN)).toBeUndefined()
    expect(leaveAtDeadline(at(old(10), 11), aPolicy({ surge: 3, ...byHand }), JUST_BEGUN)).toBeUndefined()
  })
})

describe('the bake at the end', () => {
  const policy = { gates: gates({ checkpoints: [], bakeAtEndSeconds: 60 }) }
  const whole = (memo: Memo, change: Partial<Fleet> = {}): Fleet =>
    aRollingFleet(fresh(10), 10, memo, { suspended: [], ...change })
  const atEnd = memoOf({ progress: { phase: 'baking' } })
  const rows: Row[] = [
    {
      name: 'comes after the processes run again',
      fleet: whole(memoOf(), { suspended: memoOf().suspends }),
      policy,
      expected: { kind: 'resume' },
    },
    {
      name: 'is written down',
      fleet: whole(memoOf()),
      policy,
      state: { suspended: true },
      expected: { kind: 'save-state', memo: atEnd },
    },
    {
      name: 'holds the run for its time',
      fleet: whole(atEnd),
      policy,
      state: baking(0, 59),
      expected: { kind: 'wait' },
    },
    { name: 'ends', fleet: whole(atEnd), policy, state: baking(0, 60), expected: { kind: 'clear-state' } },
    {
      name: 'suspends nothing again in a run that goes on with it',
      fleet: whole(atEnd),
      policy,
      state: { suspended: false, desired: undefined },
      expected: { kind: 'wait' },
    },
    {
      name: 'is left out by a run without gates',
      fleet: whole(atEnd),
      policy: { gates: undefined },
      state: { suspended: false, desired: undefined },
      expected: { kind: 'clear-state' },
    },
    {
      name: 'is over where something is to be replaced again',
      fleet: aRollingFleet([...old(1), ...fresh(9)], 10, atEnd, { suspended: [] }),
      policy,
      state: { suspended: false, desired: undefined },
      expected: { kind: 'suspend' },
    },
  ]
  test.each(rows)('$name', check)
})

describe('a bake begins anew', () => {
  const policy = aPolicy({ surge: 3, gates: gates() })
  const before = at([...old(10), ...fresh(1)], 11)
  const since = (now: Fleet, state: Partial<RunState> = baking(0, 30)): number | undefined =>
    observeGate(before, situationOf(now, { memo: memoOf(), policy, state: { ...JUST_BEGUN, ...state } }))?.since

  test.each([
    { name: 'not while all that is new serves', now: before, expected: NOW - 30 },
    { name: 'not before its checkpoint is reached', now: at([...old(10), ...booting(1)], 11), expected: undefined },
    {
      name: 'when a new one falls sick, though another takes its place at once',
      now: at([...old(10), ...fresh(1, { healthy: false, readySince: undefined }), ...fresh(2).slice(1)], 12),
      expected: undefined,
    },
    { name: 'when a new one is lost', now: at(old(10), 11), expected: undefined },
    {
      name: 'not when scaling takes a new one away and enough are left',
      now: at([...old(9), ...fresh(2).slice(1)], 10),
      expected: NOW - 30,
    },
    {
      name: 'not when an old one is lost',
      now: at([...old(9), ...fresh(1)], 11),
      expected: NOW - 30,
    },
  ])('$name', ({ now, expected }) => {
    expect(since(now)).toBe(expected)
  })

  // A group that grew and shrank with its load every three minutes never ended a bake of four, and was halted at its deadline.
  describe('at the end', () => {
    const atEnd = memoOf({ progress: { phase: 'baking' } })
    const whole = aRollingFleet(fresh(10), 10, atEnd, { suspended: [] })
    const grown = (coming: Partial<Instance>): Fleet =>
      aRollingFleet([...fresh(10), ...booting(1, coming)], 11, atEnd, { suspended: [] })
    const sinceAtEnd = (now: Fleet, state: Partial<RunState>): number | undefined =>
      observeGate(
        whole,
        situationOf(now, {
          memo: atEnd,
          policy: aPolicy({ surge: 3, gates: gates({ checkpoints: [], bakeAtEndSeconds: 60 }) }),
          state: { ...JUST_BEGUN, ...state },
        }),
      )?.since

    test.each([
      { name: 'not while all serve', now: whole, state: baking(0, 30), expected: NOW - 30 },
      {
        name: 'not while the group grows: what comes meanwhile is waited for, and no more',
        now: grown({ firstSeenAt: NOW - 5 }),
        state: baking(0, 30),
        expected: NOW - 30,
      },
      {
        name: 'not while AWS is about to launch what the group grows by',
        now: aRollingFleet(fresh(10), 11, atEnd, { suspended: [] }),
        state: baking(0, 30),
        expected: NOW - 30,
      },
      {
        name: 'while one does not serve that was there before',
        now: grown({ firstSeenAt: NOW - 31 }),
        state: baking(0, 30),
        expected: undefined,
      },
      {
        name: 'and does not begin while one is on its way',
        now: grown({ firstSeenAt: NOW - 5 }),
        state: {},
        expected: undefined,
      },
      {
        name: 'where something is to be replaced again',
        now: aRollingFleet([...old(1), ...fresh(9)], 10, atEnd, { suspended: [] }),
        state: baking(0, 30),
        expected: undefined,
      },
    ])('$name', ({ now, state, expected }) => {
      expect(sinceAtEnd(now, state)).toBe(expected)
    })
  })

  describe('where an alarm', () => {
    const watched = aPolicy({
      surge: 3,
      gates: gates({ alarms: { names: ['5xx'], atStart: 'refuse', withoutData: 'neutral' } }),
    })
    const alarm = (state: Alarm['state'], since = NOW - 900): Pick<Fleet, 'alarms'> => ({
      alarms: [{ name: '5xx', state, reason: '', since, link: '' }],
    })
    const rows = [
      { name: 'stays OK, not', was: alarm('OK'), is: alarm('OK'), seen: {}, expected: NOW - 30 },
      { name: 'was another for less than the time between two looks', was: alarm('OK'), is: alarm('OK', NOW - 2), seen: {}, expected: undefined }, // prettier-ignore
      { name: 'has data again, not', was: alarm('INSUFFICIENT_DATA'), is: alarm('OK', NOW - 2), seen: {}, expected: NOW - 30 }, // prettier-ignore
      { name: 'has no data any more, not', was: alarm('OK'), is: alarm('INSUFFICIENT_DATA', NOW - 2), seen: {}, expected: NOW - 30 }, // prettier-ignore
      { name: 'is not told', was: alarm('OK'), is: { alarms: undefined }, seen: { blindSince: NOW - 5 }, expected: undefined }, // prettier-ignore
      { name: 'is left out of an answer', was: alarm('OK'), is: { alarms: [] }, seen: { blindSince: NOW - 5 }, expected: undefined }, // prettier-ignore
      { name: 'was not told at the look before, not', was: { alarms: undefined }, is: alarm('OK'), seen: {}, expected: NOW - 30 }, // prettier-ignore
    ]
    test.each(rows)('$name', ({ was, is, seen, expected }) => {
      const state = { ...JUST_BEGUN, ...baking(0, 30), alarms: { ignored: [], ...seen } }
      const now = situationOf({ ...before, ...is }, { memo: memoOf(), policy: watched, state })
      expect(observeGate({ ...before, ...was }, now)?.since).toBe(expected)
    })
  })

  test('from the look at which its checkpoint is reached, and no earlier than it was answered', () => {
    expect(since(before, {})).toBe(NOW)
    expect(since({ ...before, answeredAt: NOW + 20 }, {})).toBe(NOW + 20)
  })
})

describe('amounts of new capacity in a group', () => {
  test.each([
    { name: 'counts', given: ['1', '5'], size: 10, expected: [1, 5] },
    {
      name: 'shares are rounded up, to one instance at least',
      given: ['1%', '25%', '50%'],
      size: 3,
      expected: [1, 2],
    },
    { name: 'no more than all', given: ['1', '5'], size: 3, expected: [1, 3] },
    { name: 'both kinds, where they come to the same', given: ['1', '50%'], size: 2, expected: [1] },
    { name: 'none of a group that wants none', given: ['1', '50%'], size: 0, expected: [0] },
    { name: 'both kinds, where they ascend', given: ['1', '50%'], size: 10, expected: [1, 5] },
    { name: 'both kinds, where they do not', given: ['5', '20%'], size: 10, expected: undefined },
  ])('$name', ({ given, size, expected }) => {
    const amounts = given.map((text) =>
      text.endsWith('%')
        ? ({ kind: 'percent', value: Number(text.slice(0, -1)) } as const)
        : ({ kind: 'count', value: Number(text) } as const),
    )
    expect(checkpointsFor(aFleet(old(size)), amounts)).toEqual(expected)
  })

  test('a count is worth the heaviest instance', () => {
    const weighted = aFleet(old(4, { weight: 2 }), { weighted: true, sizes: { min: 0, max: 20, desired: 8 } })
    expect(checkpointsFor(weighted, [{ kind: 'count', value: 1 }])).toEqual([2])
  })
})
