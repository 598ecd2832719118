import type { Fleet, Memo } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { takeOver } from '../../../src/domain/rollout/start.ts'
import { aFleet, aMemo, aPolicy, fresh, NOW, old, RUN, template } from './a-fleet.ts'

const LAUNCH_DARK: Partial<Policy> = { dark: { kind: 'launch', bakeSeconds: 0, byHand: false } }
const RELEASE: Partial<Policy> = { dark: { kind: 'release' } }

describe('a run that takes a roll over', () => {
  // A dead run of another url, with a launch source and a surge of its own; the sizes are those from before it.
  const dead = aMemo(3, {
    run: '99/1/ffff',
    url: 'https://example.com/runs/99',
    startedAt: NOW - 999,
    source: 'before',
  })
  const darkMemo: Partial<Memo> = { dark: true, suspends: [...dead.suspends, 'AddToLoadBalancer'] }
  const rows: {
    name: string
    fleet?: Fleet
    memo?: Partial<Memo>
    policy?: Partial<Policy>
    written: Partial<Memo>
  }[] = [
    { name: 'keeps what the group was like, and writes its own name and launch source', written: {} },
    {
      name: 'keeps the larger surge of the other: so far may desired capacity be raised',
      memo: { surge: 4 },
      policy: { surge: 2 },
      written: { surge: 4 },
    },
    {
      name: 'writes its own surge where that is larger',
      memo: { surge: 2 },
      policy: { surge: 3 },
      written: { surge: 3 },
    },
    {
      name: 'writes a surge of no more than there is to replace',
      memo: { surge: 2 },
      policy: { surge: 4 },
      written: { surge: 3 },
    },
    {
      name: 'suspends anew what the other has let run again',
      memo: { suspends: [] },
      written: { suspends: ['AZRebalance', 'AlarmNotification', 'ScheduledActions'] },
    },
    {
      name: 'suspends nothing anew that others have suspended',
      fleet: aFleet([...old(2), ...fresh(2)], { suspended: ['AZRebalance', 'AlarmNotification', 'ScheduledActions'] }),
      memo: { suspends: [] },
      written: { suspends: [] },
    },
    {
      name: 'keeps new ones in the dark where the other has let load balancers in',
      memo: { dark: true, suspends: [] },
      policy: LAUNCH_DARK,
      written: { dark: true, suspends: [...dead.suspends, 'AddToLoadBalancer'] },
    },
    {
      name: 'writes where it can be looked at',
      policy: { url: 'https://example.com/runs/100' },
      written: { url: 'https://example.com/runs/100' },
    },
    {
      name: 'does not replace by age what the other did by force',
      memo: { replaceLaunchedUntil: NOW - 500 },
      written: { replaceLaunchedUntil: undefined },
    },
    {
      name: 'replaces by force what the other did, and not what that has launched',
      memo: { replaceLaunchedUntil: NOW - 500 },
      policy: { force: true },
      written: { replaceLaunchedUntil: NOW - 500 },
    },
    {
      name: 'replaces by force no more than the plan did',
      policy: { force: true, forceUntil: NOW - 4000 },
      written: { replaceLaunchedUntil: NOW - 4000 },
    },
    { name: 'writes the plan that it carries out', memo: { progress: { plan: 'p0', gatesPassed: 1 } }, policy: { plan: 'p1' }, written: { progress: { plan: 'p1', gatesPassed: undefined } } }, // prettier-ignore
    { name: 'writes no plan where it carries none out', memo: { progress: { plan: 'p0' } }, written: { progress: {} } },
    {
      name: 'replaces by force everything launched so far where the other did not',
      fleet: aFleet(fresh(3)),
      policy: { force: true },
      written: { replaceLaunchedUntil: NOW - 100 },
    },
    {
      name: 'launches in the dark where nothing new was launched in the light',
      policy: LAUNCH_DARK,
      written: darkMemo,
    },
    {
      name: 'does not launch in the dark any more where something new was launched in the light',
      fleet: aFleet([...old(3), ...fresh(1)]),
      policy: LAUNCH_DARK,
      written: {},
    },
    {
      name: 'goes on in the dark where the other launched in the dark',
      memo: darkMemo,
      policy: LAUNCH_DARK,
      written: darkMemo,
    },
    {
      name: 'goes on in the dark without a process that the other had found suspended and left to others',
      memo: { dark: true },
      policy: LAUNCH_DARK,
      written: { dark: true, suspends: dead.suspends },
    },
    { name: 'goes on with the dark half of the other, whatever it does itself', memo: darkMemo, written: darkMemo },
  ]
  test.each(rows)('$name', ({ fleet = aFleet(old(3)), memo: change, policy, written }) => {
    const memo = { ...dead, ...change }
    expect(takeOver({ ...fleet, at: NOW + 0.9 }, { memo, predecessor: memo, policy: aPolicy(policy) })).toEqual({
      kind: 'save-state',
      memo: { ...memo, run: RUN, url: undefined, heartbeatAt: NOW, source: template(2).fingerprint, ...written },
      after: memo,
      reason: 'run 99 (https://example.com/runs/99) ended without putting this group back: its roll goes on',
    })
  })

  test('to release its dark half leaves all but the name as it is, the launch source and the surge included', () => {
    const memo = { ...dead, ...darkMemo, replaceLaunchedUntil: NOW - 500 }
    const policy = aPolicy({ ...RELEASE, surge: 9 })
    expect(takeOver(aFleet(old(3)), { memo, predecessor: memo, policy })).toEqual({
      kind: 'save-state',
      memo: { ...memo, run: RUN, url: undefined, heartbeatAt: NOW },
      after: memo,
      reason: 'to release what run 99 (https://example.com/runs/99) has left dark',
    })
  })

  test('to release by a plan writes that plan', () => {
    const memo = { ...dead, ...darkMemo, progress: { plan: 'p0' } }
    const action = takeOver(aFleet(old(3)), { memo, predecessor: memo, policy: aPolicy({ ...RELEASE, plan: 'p1' }) })
    expect(action).toMatchObject({ memo: { progress: { plan: 'p1' } } })
  })

  test('comes after the process whose memo it was, which its own name may have replaced already', () => {
    const claimed = { ...dead, run: RUN, url: undefined, heartbeatAt: NOW - 1 }
    const action = takeOver(aFleet(old(3)), { memo: claimed, predecessor: dead, policy: aPolicy() })
    expect(action).toMatchObject({ memo: { run: RUN, heartbeatAt: NOW }, after: dead })
  })
})
