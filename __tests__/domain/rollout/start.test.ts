import type { Action } from '../../../src/domain/rollout/action.ts'
import type { Fleet, Memo } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { outdatedStandby, startRoll } from '../../../src/domain/rollout/start.ts'
import { aFleet, anInstance, aPolicy, fresh, NOW, old, RUN, template } from './a-fleet.ts'

const THREE = ['AZRebalance', 'AlarmNotification', 'ScheduledActions']
const LAUNCH_DARK: Partial<Policy> = { dark: { kind: 'launch', bakeSeconds: 0, byHand: false } }

const guarded = anInstance('i-guarded', { protectedFromScaleIn: true })
const resting = anInstance('i-resting', { lifecycle: 'Standby' })
const both = anInstance('i-both', { lifecycle: 'Standby', protectedFromScaleIn: true })
const restingNew = fresh(1, { lifecycle: 'Standby' })

describe('a roll that starts writes down', () => {
  /** What is written of three old instances on which no run works. */
  const written: Memo = {
    run: RUN,
    url: undefined,
    startedAt: NOW,
    heartbeatAt: NOW,
    sizes: { min: 0, max: 20, desired: 3 },
    suspends: THREE,
    surge: 1,
    source: template(2).fingerprint,
    replaceLaunchedUntil: undefined,
  }
  const rows: { name: string; fleet: Fleet; policy?: Partial<Policy>; memo: Partial<Memo> }[] = [
    { name: 'how the group is, before anything changes', fleet: aFleet(old(3)), memo: {} },
    {
      name: 'where the run can be looked at, and how far it may raise the desired capacity',
      fleet: aFleet(old(3)),
      policy: { url: 'https://example.com/runs/100', surge: 2 },
      memo: { url: 'https://example.com/runs/100', surge: 2 },
    },
    { name: 'the plan that it carries out', fleet: aFleet(old(3)), policy: { plan: 'p1' }, memo: { progress: { plan: 'p1' } } }, // prettier-ignore
    {
      name: 'with force for a plan, that what was launched since is not replaced',
      fleet: aFleet([...old(2), ...fresh(1)]),
      policy: { force: true, forceUntil: NOW - 3000 },
      memo: { replaceLaunchedUntil: NOW - 3000 },
    },
    { name: 'whole seconds', fleet: aFleet(old(3), { at: NOW + 0.9 }), memo: {} },
    {
      name: 'only the processes that it will suspend itself',
      fleet: aFleet(old(3), { suspended: ['AlarmNotification', 'Launch'] }),
      memo: { suspends: ['AZRebalance', 'ScheduledActions'] },
    },
    {
      name: 'that it launches in the dark, for which it suspends one process more',
      fleet: aFleet(old(3)),
      policy: LAUNCH_DARK,
      memo: { dark: true, suspends: [...THREE, 'AddToLoadBalancer'] },
    },
    {
      name: 'that it launches in the dark, but not a process that was suspended before',
      fleet: aFleet(old(3), { suspended: ['AddToLoadBalancer'] }),
      policy: LAUNCH_DARK,
      memo: { dark: true },
    },
    {
      name: 'with force, that everything launched so far is to be replaced, what is in Standby included',
      fleet: aFleet([...old(3), ...fresh(1, { lifecycle: 'Standby', launchedAt: NOW - 50 })]),
      policy: { force: true },
      memo: { replaceLaunchedUntil: NOW - 50 },
    },
    {
      name: 'with force, the same once a minute has passed in which EC2 did not know an instance',
      fleet: aFleet([...old(2), ...fresh(1, { launchedAt: undefined, firstSeenAt: NOW - 60 })]),
      policy: { force: true },
      // The launch times of old(2) are an hour ago and one second later.
      memo: { replaceLaunchedUntil: NOW - 3599 },
    },
    {
      name: 'the group for an old instance of its warm pool alone',
      fleet: aFleet([...fresh(3), anInstance('i-warm', { lifecycle: 'Warmed:Running' })]),
      memo: {},
    },
    {
      name: 'the group for an old instance in Standby alone, where those are to be replaced',
      fleet: aFleet([...fresh(3), resting]),
      policy: { standbyInstances: 'replace' },
      memo: {},
    },
  ]
  test.each(rows)('$name', ({ fleet, policy, memo }) => {
    expect(startRoll(fleet, aPolicy(policy))).toEqual({
      kind: 'save-state',
      memo: { ...written, ...memo },
      reason: 'how the group is now, before anything changes',
    })
  })
})

describe('a roll does not start', () => {
  const done: Action = { kind: 'done', reason: 'every instance is up to date' }
  const rows: { name: string; fleet: Fleet; policy?: Partial<Policy>; expected: Partial<Action> }[] = [
    { name: 'where every instance is current', fleet: aFleet(fresh(3)), expected: done },
    { name: 'for an old instance in Standby that stays', fleet: aFleet([...fresh(3), resting]), expected: done },
    {
      name: 'for an old instance that is leaving',
      fleet: aFleet(old(1, { lifecycle: 'Terminating' })),
      expected: done,
    },
    {
      name: 'for an old protected instance that stays',
      fleet: aFleet([...fresh(3), guarded]),
      policy: { protectedInstances: 'ignore' },
      expected: done,
    },
    {
      name: 'with force before EC2 tells every launch',
      fleet: aFleet([...old(2), ...fresh(1, { launchedAt: undefined, firstSeenAt: NOW - 59 })]),
      policy: { force: true },
      expected: { kind: 'wait', reason: 'EC2 does not say yet when every instance was launched' },
    },
    {
      name: 'before AWS has carried out what fell due a moment ago',
      fleet: aFleet(old(3), { dueActions: [{ name: 'morning', at: NOW - 119, sizes: { desired: 5 } }] }),
      expected: {
        kind: 'wait',
        reason: 'the scheduled action morning fell due at 2023-11-14 22:11:21 UTC, and AWS may yet carry it out',
      },
    },
    {
      name: 'where a protected instance would have to leave and the policy forbids it',
      fleet: aFleet([...old(1), guarded]),
      policy: { protectedInstances: 'fail' },
      expected: {
        kind: 'halt',
        reason: 'i-guarded must be replaced but is protected from scale-in',
        remedy: 'Lift the protection, or set `protected-instances` to `replace` or `ignore`.',
      },
    },
    {
      name: 'where an old instance is in Standby and the policy forbids it',
      fleet: aFleet([...old(1), resting]),
      policy: { standbyInstances: 'fail' },
      expected: {
        kind: 'halt',
        reason: 'i-resting is old and in Standby',
        remedy: 'Put it back into service, or set `standby-instances` to `replace` or `ignore`.',
      },
    },
    {
      name: 'for the protection first where both are forbidden',
      fleet: aFleet([guarded, resting]),
      policy: { protectedInstances: 'fail', standbyInstances: 'fail' },
      expected: { kind: 'halt', reason: 'i-guarded must be replaced but is protected from scale-in' },
    },
    {
      name: 'where a protected instance in Standby would have to leave and the policy forbids it',
      fleet: aFleet([guarded, both]),
      policy: { protectedInstances: 'fail', standbyInstances: 'replace' },
      expected: { kind: 'halt', reason: 'i-guarded, i-both must be replaced but is protected from scale-in' },
    },
    {
      name: 'for a protected instance in Standby that stays there, though protected ones are forbidden',
      fleet: aFleet([...fresh(3), both]),
      policy: { protectedInstances: 'fail', standbyInstances: 'ignore' },
      expected: done,
    },
    {
      name: 'where all is current, though protected instances and Standby are forbidden',
      fleet: aFleet([...fresh(3, { protectedFromScaleIn: true }), ...restingNew]),
      policy: { protectedInstances: 'fail', standbyInstances: 'fail' },
      expected: done,
    },
  ]
  test.each(rows)('$name', ({ fleet, policy, expected }) => {
    expect(startRoll(fleet, aPolicy(policy))).toMatchObject(expected)
  })
})

describe('in Standby, of old instances', () => {
  const fleet = aFleet([...old(1), resting, both, ...restingNew])
  const rows: { name: string; policy: Partial<Policy>; expected: readonly string[] }[] = [
    { name: 'none leaves where they are to stay', policy: { standbyInstances: 'ignore' }, expected: [] },
    { name: 'none leaves where they stop the roll', policy: { standbyInstances: 'fail' }, expected: [] },
    {
      name: 'all leave where they are to be replaced, the protected one as well',
      policy: { standbyInstances: 'replace' },
      expected: ['i-resting', 'i-both'],
    },
    {
      name: 'the protected one stays where protected ones do',
      policy: { standbyInstances: 'replace', protectedInstances: 'ignore' },
      expected: ['i-resting'],
    },
  ]
  test.each(rows)('$name', ({ policy, expected }) => {
    expect(outdatedStandby(fleet, aPolicy(policy)).map(({ id }) => id)).toEqual(expected)
  })
})
