import { capacityOfGroup } from '../../../src/domain/rollout/capacity.ts'
import type { Fleet, Instance } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { awaitsProbe, probeKept, withProbes } from '../../../src/domain/rollout/probe.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { observe } from '../../../src/domain/rollout/run-state.ts'
import type { Action } from '../../../src/domain/rollout/action.ts'
import { aMemo, anInstance, aPolicy, aRollingFleet, booting, fresh, JUST_BEGUN, NOW, old, template } from './a-fleet.ts'

const PROBED: Partial<Policy> = { probes: true }
const GATED: Partial<Policy> = {
  ...PROBED,
  surge: 2,
  gates: { checkpoints: [1], bakeSeconds: 60, bakeAtEndSeconds: 0, promote: 'auto', onFailure: 'rollback' },
}
const outcome = (passed: boolean, at = NOW - 1): Partial<Instance> => ({
  lastProbe: { id: 'i-new0', at, passed, reason: 'answered 503' },
})

/** Two of two outdated instances, and what a roll that began before has launched. */
const rolling = (launched: readonly Instance[], memo = aMemo(2, { startedAt: NOW - 500 })): Fleet =>
  aRollingFleet([...old(2), ...launched], 3, memo)

describe('a new instance', () => {
  const rows: {
    readonly name: string
    readonly fleet: Fleet
    readonly policy?: Partial<Policy>
    readonly expected: Partial<Action> & Pick<Action, 'kind'>
  }[] = [
    {
      name: 'that serves is probed, and nothing old leaves before',
      fleet: rolling(fresh(1)),
      expected: { kind: 'probe', instances: ['i-new0'], reason: 'before they count as ready' },
    },
    {
      name: 'that has passed lets an old one leave',
      fleet: rolling(fresh(1, outcome(true))),
      expected: { kind: 'terminate', instances: ['i-old1'] },
    },
    {
      name: 'that has not passed is not probed again at once, and is waited for with what it answered',
      fleet: rolling(fresh(1, outcome(false))),
      expected: { kind: 'wait', reason: 'i-new0 is not ready: its probe has not passed, answered 503' },
    },
    {
      name: 'that has not passed is probed again after a pause',
      fleet: rolling(fresh(1, outcome(false, NOW - 10))),
      expected: { kind: 'probe', instances: ['i-new0'] },
    },
    {
      name: 'that does not serve yet is not probed',
      fleet: rolling(booting(1)),
      expected: { kind: 'wait', reason: 'i-boot0 is not ready: Pending' },
    },
    {
      name: 'is probed while it warms up',
      fleet: rolling(fresh(1)),
      policy: { ...PROBED, warmupSeconds: 60 },
      expected: { kind: 'probe', instances: ['i-new0'] },
    },
    {
      name: 'that comes running out of a warm pool is probed, though it was launched long before',
      fleet: rolling(fresh(1, { launchedAt: NOW - 9000 })),
      expected: { kind: 'probe', instances: ['i-new0'] },
    },
    {
      name: 'that EC2 does not know yet is probed as well, also where the first look of the roll has shown it',
      fleet: rolling(fresh(1, { launchedAt: undefined, firstSeenAt: NOW - 500 })),
      expected: { kind: 'probe', instances: ['i-new0'] },
    },
    {
      name: 'that was there before the roll serves on, and is not probed',
      fleet: rolling(fresh(1), aMemo(2, { startedAt: NOW - 50 })),
      expected: { kind: 'terminate' },
    },
    {
      name: 'is not probed where the user has asked for no probe',
      fleet: rolling(fresh(1)),
      policy: {},
      expected: { kind: 'terminate' },
    },
    {
      name: 'is probed before its checkpoint is reached',
      fleet: rolling(fresh(1)),
      policy: GATED,
      expected: { kind: 'probe', instances: ['i-new0'] },
    },
    {
      name: 'that has not passed keeps its checkpoint from being reached',
      fleet: rolling(fresh(1, outcome(false))),
      policy: GATED,
      expected: { kind: 'wait', reason: 'i-new0 is not ready, and checkpoint 1 of 1 waits for it: its probe has not passed, answered 503' }, // prettier-ignore
    },
    {
      name: 'that a roll which is taken back launches is not probed',
      fleet: rolling(
        fresh(1, { id: 'i-back', reference: anInstance('').reference, imageId: 'ami-1' }),
        aMemo(2, { startedAt: NOW - 500, source: template(1).fingerprint }),
      ),
      policy: { ...PROBED, rollback: { failed: template(2), since: NOW - 60 } },
      expected: { kind: 'wait' },
    },
  ]
  test.each(rows)('$name', ({ fleet, policy = PROBED, expected }) => {
    expect(nextAction(fleet, aPolicy(policy), JUST_BEGUN)).toMatchObject(expected)
  })

  test('that has not passed is no ready capacity while the group rolls, and is where it is put back', () => {
    const fleet = rolling(fresh(1, outcome(false)))
    expect(capacityOfGroup(fleet, aPolicy(PROBED)).readyCapacity).toBe(2)
    expect(capacityOfGroup(fleet, aPolicy({ ...PROBED, intent: 'restore' })).readyCapacity).toBe(3)
  })

  test('awaits no probe where a roll is taken back, or before the roll has begun', () => {
    const [launched = anInstance('')] = fresh(1)
    const fleet = rolling([launched])
    expect(awaitsProbe(launched, fleet, aPolicy(PROBED))).toBe(true)
    expect(awaitsProbe(launched, fleet, aPolicy({ ...PROBED, rollback: { failed: template(2), since: NOW } }))).toBe(
      false,
    )
    expect(awaitsProbe(launched, { ...fleet, memo: undefined }, aPolicy(PROBED))).toBe(false)
  })

  test('that leaves without having passed is a failure of new instances, though it served', () => {
    const policy = aPolicy(PROBED)
    const lostAfter = (launched: readonly Instance[]): readonly string[] => {
      const leaving = launched.map((each) => ({ ...each, lifecycle: 'Terminating' }))
      const seen = { before: rolling(launched), now: rolling(leaving), policy }
      return observe(JUST_BEGUN, seen).lost.map(({ reason }) => reason)
    }
    expect(lostAfter(fresh(1, outcome(false)))).toEqual(['its probe has not passed, answered 503'])
    expect(lostAfter(fresh(1, outcome(true)))).toEqual([])
  })
})

describe('the last probe of an instance', () => {
  const [probed = anInstance('')] = withProbes(rolling([]), [
    { id: 'i-old0', at: NOW, passed: true, reason: '' },
  ]).instances

  test('is kept with it', () => {
    expect(probed.lastProbe).toEqual({ id: 'i-old0', at: NOW, passed: true, reason: '' })
  })

  test.each([
    { lifecycle: 'InService', kept: true },
    { lifecycle: 'Pending', kept: true },
    { lifecycle: 'Standby', kept: false },
    { lifecycle: 'Warmed:Stopped', kept: false },
    { lifecycle: 'ReplacingRootVolume:Wait', kept: false },
  ])('is kept by a look that shows it $lifecycle: $kept', ({ lifecycle, kept }) => {
    expect(probeKept(probed, { lifecycle }) !== undefined).toBe(kept)
  })
})
