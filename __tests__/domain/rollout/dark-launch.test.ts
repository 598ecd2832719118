import { observeDark } from '../../../src/domain/rollout/dark-launch.ts'
import type { Fleet, Instance } from '../../../src/domain/rollout/fleet.ts'
import { afterWait } from '../../../src/domain/rollout/forecast.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import {
  aFleet,
  aMemo,
  anInstance,
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
import { aSituation } from './a-situation.ts'
import type { Action } from '../../../src/domain/rollout/action.ts'
import type { DarkLaunchPolicy, Policy } from '../../../src/domain/rollout/policy.ts'
import type { RunState } from '../../../src/domain/rollout/run-state.ts'
import { afterChange, isVisibleIn } from '../../../src/domain/rollout/changes/changes.ts'

interface Row {
  readonly name: string
  readonly fleet: Fleet
  readonly policy?: Partial<Policy>
  readonly state?: Partial<RunState>
  readonly expected: Partial<Action> & Pick<Action, 'kind'>
}

const launch = (change: Partial<Extract<DarkLaunchPolicy, { kind: 'launch' }>> = {}): Partial<Policy> => ({
  surge: 2,
  waitForAll: true,
  dark: { kind: 'launch', bakeSeconds: 0, byHand: false, ...change },
})

const check = ({ fleet, policy = launch(), state, expected }: Row): void => {
  expect(nextAction(fleet, aPolicy(policy), { ...JUST_BEGUN, ...state })).toMatchObject(expected)
}

const HELD = ['AZRebalance', 'AlarmNotification', 'ScheduledActions']
const DARK = [...HELD, 'AddToLoadBalancer']
const darkMemo = (change = {}) => aMemo(2, { surge: 2, dark: true, suspends: DARK, startedAt: NOW - 200, ...change })

const says = (state: Instance['balancers'][number]['state']): Partial<Instance> => ({
  balancers: [{ balancer: 'web', state, reason: '' }],
})
const outside: Partial<Instance> = { ...says('unregistered'), readySince: undefined, unreadySince: NOW - 100 }
const serving = old(2, says('healthy'))
const half = fresh(2, outside)

const doubled = (instances: readonly Instance[], change: Partial<Fleet> = {}): Fleet =>
  aRollingFleet(instances, 4, darkMemo(), { suspended: DARK, ...change })

/** A half of two of which the first has passed its probe. */
const probed = (second: 'passed' | 'failed', at = NOW - 1, change: Partial<Instance> = {}): readonly Instance[] =>
  fresh(2, { ...outside, ...change }).map((each, index) => ({
    ...each,
    lastProbe: { id: each.id, at, passed: index === 0 || second === 'passed', reason: 'answered 503' },
  }))

describe('a dark launch', () => {
  const rows: Row[] = [
    {
      name: 'saves that it is dark, and that it suspends AddToLoadBalancer',
      fleet: aFleet(serving),
      expected: { kind: 'save-state', memo: { ...darkMemo(), startedAt: NOW, heartbeatAt: NOW } },
    },
    {
      name: 'does not take over an existing suspension',
      fleet: aFleet(serving, { suspended: ['AddToLoadBalancer'] }),
      expected: { kind: 'save-state', memo: { ...darkMemo({ suspends: HELD }), startedAt: NOW, heartbeatAt: NOW } },
    },
    {
      name: 'suspends it with the other processes, before anything is launched',
      fleet: aFleet(serving, { memo: darkMemo() }),
      expected: { kind: 'suspend', processes: DARK },
    },
    {
      name: 'waits for launches',
      fleet: doubled(serving),
      expected: { kind: 'wait', reason: 'AWS is about to launch' },
    },
    {
      name: 'waits for instances that are not up yet, without the load balancers',
      fleet: doubled([...serving, ...half.slice(1), ...booting(1, says('unregistered'))]),
      expected: { kind: 'wait', reason: 'i-boot0 is dark, not ready yet: Pending' },
    },
    {
      name: 'is released at once without conditions',
      fleet: doubled([...serving, ...half]),
      expected: { kind: 'register', balancer: 'web', instances: ['i-new0', 'i-new1'] },
    },
    {
      name: 'bakes first',
      fleet: doubled([...serving, ...half]),
      policy: launch({ bakeSeconds: 600 }),
      state: { baking: { gate: 'dark', since: NOW - 300 } },
      expected: { kind: 'wait', reason: 'the dark instances are up and bake for 5 minutes more' },
    },
    {
      name: 'is released when the bake time is over',
      fleet: doubled([...serving, ...half]),
      policy: launch({ bakeSeconds: 600 }),
      state: { baking: { gate: 'dark', since: NOW - 600 } },
      expected: { kind: 'register' },
    },
    {
      name: 'is probed before it is released',
      fleet: doubled([...serving, ...half]),
      policy: { ...launch(), probes: true },
      expected: { kind: 'probe', instances: ['i-new0', 'i-new1'] },
    },
    {
      name: 'is probed again only where it has not passed, and not at once',
      fleet: doubled([...serving, ...probed('failed')]),
      policy: { ...launch(), probes: true },
      expected: { kind: 'wait', reason: 'i-new1 has not passed its probe: answered 503' },
    },
    {
      name: 'is probed again after a pause',
      fleet: doubled([...serving, ...probed('failed', NOW - 10)]),
      policy: { ...launch(), probes: true },
      expected: { kind: 'probe', instances: ['i-new1'] },
    },
    {
      name: 'is released when all have passed',
      fleet: doubled([...serving, ...probed('passed')]),
      policy: { ...launch(), probes: true },
      expected: { kind: 'register' },
    },
    {
      name: 'halts where an instance does not pass in its time',
      fleet: doubled([...serving, ...probed('failed', NOW - 1, { unreadySince: NOW - 901 })]),
      policy: { ...launch(), probes: true },
      expected: { kind: 'halt' },
    },
    {
      name: 'does not count the dark time of an instance that is up',
      fleet: doubled([...serving, ...fresh(2, { ...outside, unreadySince: NOW - 5000 })]),
      policy: launch({ bakeSeconds: 6000 }),
      state: { baking: { gate: 'dark', since: NOW - 4000 } },
      expected: { kind: 'wait' },
    },
    {
      name: 'waits for the load balancers once it is registered',
      fleet: doubled([...serving, ...fresh(2, { ...outside, ...says('unhealthy') })]),
      state: { registeredAt: NOW - 10 },
      expected: { kind: 'wait', reason: 'i-new0 is not ready (and 1 more): web says unhealthy' },
    },
    {
      name: 'waits for the load balancers at most for the instance timeout',
      fleet: doubled([...serving, ...fresh(2, { ...outside, ...says('unhealthy'), unreadySince: NOW - 5000 })]),
      state: { registeredAt: NOW - 901 },
      expected: { kind: 'halt' },
    },
    {
      name: 'does not wait for a registered instance that EC2 has reclaimed',
      fleet: doubled([...serving, ...fresh(2, { ...outside, unreadySince: NOW - 901 })]),
      state: { registered: [{ balancer: 'web', instances: ['i-new0'] }] },
      expected: { kind: 'halt' },
    },
    {
      name: 'resumes AddToLoadBalancer once it serves, before anything leaves',
      fleet: doubled([...serving, ...fresh(2, says('healthy'))]),
      expected: { kind: 'resume', processes: ['AddToLoadBalancer'] },
    },
    {
      name: 'then saves that no instance is dark any more',
      fleet: doubled([...serving, ...fresh(2, says('healthy'))], { suspended: HELD }),
      state: { suspended: true },
      expected: { kind: 'save-state', memo: { ...darkMemo({ suspends: HELD }), dark: undefined, released: true } },
    },
    {
      // The group called it unhealthy, and nothing took its place: its roll stood at the next gate until its time was over.
      name: 'says that it is released though an instance that is to leave is in the dark, as one that EC2 has ended',
      fleet: doubled([...serving.slice(1), ...old(1, outside), ...fresh(2, says('healthy'))], { suspended: HELD }),
      state: { suspended: true },
      expected: { kind: 'save-state', memo: { ...darkMemo({ suspends: HELD }), released: true } },
    },
    {
      name: 'waits for no instance that is launched once it is released: load balancers learn of it',
      fleet: aRollingFleet(
        [...serving, ...fresh(1, says('healthy')), ...booting(1, says('unregistered'))],
        4,
        darkMemo({ suspends: HELD, released: true }),
      ),
      policy: { ...launch({ bakeSeconds: 60 }), waitForAll: false },
      expected: { kind: 'terminate', instances: ['i-old0'] },
    },
    {
      name: 'leaves AddToLoadBalancer alone where others suspend it once it runs again',
      fleet: doubled([...serving, ...fresh(2, says('healthy'))]),
      state: { suspended: true, hasLetOthersIn: true },
      expected: { kind: 'save-state', memo: { ...darkMemo({ suspends: HELD }), dark: undefined, released: true } },
    },
    {
      name: 'and only then the old instances leave',
      fleet: aRollingFleet([...serving, ...fresh(2, says('healthy'))], 4, aMemo(2, { surge: 2 })),
      expected: { kind: 'terminate', instances: ['i-old0', 'i-old1'], decrement: true },
    },
    {
      name: 'has its conditions in a group without load balancers too',
      fleet: doubled([...old(2), ...fresh(2)]),
      policy: launch({ bakeSeconds: 60 }),
      state: { baking: { gate: 'dark', since: NOW - 1 } },
      expected: { kind: 'wait' },
    },
    {
      name: 'waits for a release without other conditions',
      fleet: doubled([...serving, ...half]),
      policy: launch({ byHand: true }),
      expected: { kind: 'save-state', memo: { ...darkMemo(), heartbeatAt: 0 } },
    },
    {
      name: 'and ends there',
      fleet: aRollingFleet([...serving, ...half], 4, darkMemo({ heartbeatAt: 0 }), { suspended: DARK }),
      policy: launch({ byHand: true }),
      expected: { kind: 'done' },
    },
  ]
  test.each(rows)('$name', check)
})

describe('dark instances that another run has left', () => {
  const waiting = aRollingFleet([...serving, ...half], 4, darkMemo({ run: '99/1/ffff', heartbeatAt: 0 }), {
    suspended: DARK,
  })
  const release: Partial<Policy> = { waitForAll: true, surge: 0, dark: { kind: 'release' } }
  const rows: Row[] = [
    {
      name: 'are taken over by a release with the whole saved state',
      fleet: waiting,
      policy: release,
      expected: { kind: 'save-state', memo: { ...darkMemo(), run: RUN, heartbeatAt: NOW } },
    },
    {
      name: 'are released by it without conditions',
      fleet: doubled([...serving, ...half]),
      policy: release,
      expected: { kind: 'register' },
    },
    {
      name: 'are not released where their launch source is not the present one any more',
      fleet: doubled([...serving, ...half], { source: template(3) }),
      policy: release,
      expected: { kind: 'halt' },
    },
    {
      name: 'are not touched by a roll that is not dark',
      fleet: waiting,
      policy: {},
      expected: { kind: 'refuse', reason: 'its new instances are dark and wait to be released' },
    },
    {
      name: 'are released by a roll that is not dark where the lease of their run has expired',
      fleet: doubled([...serving, ...half]),
      policy: { waitForAll: true, surge: 2 },
      expected: { kind: 'register' },
    },
    {
      name: 'are not looked for in a group without a memo',
      fleet: aFleet(serving),
      policy: release,
      expected: { kind: 'done', reason: 'nothing waits to be released here' },
    },
    {
      name: 'are not assumed where a run has left a group half rolled',
      fleet: aRollingFleet([...serving, ...fresh(1)], 3, aMemo(2, { run: '99/1/ffff', heartbeatAt: NOW - 999 })),
      policy: release,
      expected: { kind: 'refuse' },
    },
    {
      name: 'are released completely where a release has crashed on its way',
      fleet: aRollingFleet([...serving, ...fresh(2, says('healthy'))], 4, aMemo(2, { surge: 2, released: true })),
      policy: release,
      expected: { kind: 'terminate', instances: ['i-old0', 'i-old1'], decrement: true },
    },
    {
      name: 'a roll of a dead run that has launched nothing yet continues dark',
      fleet: aRollingFleet(serving, 2, aMemo(2, { run: '99/1/ffff', heartbeatAt: NOW - 999 })),
      policy: launch(),
      expected: { kind: 'save-state', memo: { ...darkMemo({ startedAt: NOW - 60 }), run: RUN, heartbeatAt: NOW } },
    },
    {
      name: 'a roll that goes on to another launch source goes dark anew, though it was released before',
      fleet: aRollingFleet(
        serving,
        2,
        aMemo(2, { run: '99/1/ffff', heartbeatAt: NOW - 999, dark: true, released: true }),
      ),
      policy: launch(),
      expected: { kind: 'save-state', memo: { ...darkMemo({ startedAt: NOW - 60 }), run: RUN, heartbeatAt: NOW, released: undefined } }, // prettier-ignore
    },
    {
      name: 'that is released and still has some in the dark is no half that waits: an ordinary roll goes on with it',
      fleet: aRollingFleet(
        [...serving, ...fresh(2, says('healthy'))],
        4,
        darkMemo({ run: '99/1/ffff', heartbeatAt: 0, released: true, suspends: HELD }),
      ),
      policy: { surge: 2 },
      expected: { kind: 'save-state', reason: expect.stringContaining('its roll goes on') as string },
    },
    {
      name: 'a roll that has launched without dark stays so',
      fleet: aRollingFleet(
        [...serving, ...fresh(1, says('healthy'))],
        3,
        aMemo(2, { run: '99/1/ffff', heartbeatAt: NOW - 999 }),
      ),
      policy: launch(),
      expected: { kind: 'save-state', memo: { ...aMemo(2, { surge: 2 }), heartbeatAt: NOW } },
    },
  ]
  test.each(rows)('$name', check)
})

describe('restoring after a dark launch', () => {
  const unseen = says('unknown')
  const restore: Partial<Policy> = { intent: 'restore', instanceTimeoutSeconds: Infinity }
  const rows: Row[] = [
    {
      name: 'removes the dark instances first',
      fleet: doubled([...serving, ...half]),
      policy: restore,
      expected: { kind: 'terminate', instances: ['i-new0', 'i-new1'], decrement: true },
    },
    {
      name: 'resumes AddToLoadBalancer before it looks for other unregistered instances',
      fleet: aRollingFleet([...old(1, says('healthy')), ...fresh(1, outside)], 2, darkMemo(), { suspended: DARK }),
      policy: restore,
      expected: { kind: 'resume', processes: ['AddToLoadBalancer'] },
    },
    {
      name: 'leaves it suspended where others have suspended it again since',
      fleet: aRollingFleet([...old(1, says('healthy')), ...fresh(1, outside)], 2, darkMemo(), { suspended: DARK }),
      policy: restore,
      state: { hasLetOthersIn: true },
      expected: { kind: 'save-state', memo: darkMemo({ suspends: HELD }) },
    },
    {
      name: 'registers a staying instance that was launched dark as a replacement of a lost one',
      fleet: aRollingFleet([...old(1, says('healthy')), ...fresh(1, outside)], 2, darkMemo(), { suspended: HELD }),
      policy: restore,
      expected: { kind: 'register', balancer: 'web', instances: ['i-new0'] },
    },
    {
      name: 'registers a staying instance that may be dark, where its load balancer cannot be asked',
      fleet: aRollingFleet([...old(1, unseen), ...fresh(1, unseen)], 2, darkMemo({ startedAt: NOW - 200 }), {
        suspended: HELD,
      }),
      policy: restore,
      expected: { kind: 'register', balancer: 'web', instances: ['i-new0'] },
    },
    {
      name: 'registers one so that was launched before and may have come from the warm pool, after those that were not',
      fleet: aRollingFleet(
        [anInstance('i-pool', { ...unseen, reference: template(2).base, imageId: 'ami-2' }), ...fresh(1, unseen)],
        2,
        darkMemo({ startedAt: NOW - 200 }),
        { suspended: HELD },
      ),
      policy: restore,
      state: { registered: [{ balancer: 'web', instances: ['i-new0'] }] },
      expected: { kind: 'register', balancer: 'web', instances: ['i-pool'] },
    },
    {
      name: 'registers it once',
      fleet: aRollingFleet([...old(1, unseen), ...fresh(1, unseen)], 2, darkMemo({ startedAt: NOW - 200 }), {
        suspended: HELD,
      }),
      policy: restore,
      state: { registered: [{ balancer: 'web', instances: ['i-new0'] }] },
      expected: { kind: 'resume', processes: HELD },
    },
    {
      name: 'waits for a pending instance, which may not be registered',
      fleet: aRollingFleet([...old(1, says('healthy')), ...booting(1, says('unregistered'))], 2, darkMemo(), {
        suspended: HELD,
      }),
      policy: restore,
      expected: { kind: 'wait' },
    },
    {
      name: 'waits for none that its group calls unhealthy: it never comes into service, and may never be replaced',
      fleet: aRollingFleet(
        [...old(1, says('healthy')), ...booting(1, { ...says('unregistered'), healthy: false })],
        2,
        darkMemo(),
        { suspended: HELD },
      ),
      policy: restore,
      expected: { kind: 'resume', processes: HELD },
    },
    {
      name: 'registers nothing where AWS does not let it remove the surplus',
      fleet: doubled([...serving, ...half], { suspended: HELD }),
      policy: { ...restore, refused: ['terminate'] },
      expected: { kind: 'resume', processes: DARK.slice(0, 3) },
    },
    {
      name: 'continues without a registered instance that EC2 has reclaimed',
      fleet: aRollingFleet([...old(1, says('healthy')), ...fresh(1, outside)], 2, darkMemo(), { suspended: HELD }),
      policy: restore,
      state: { registered: [{ balancer: 'web', instances: ['i-new0'] }] },
      expected: { kind: 'resume', processes: HELD },
    },
    {
      name: 'continues where AWS refuses to register',
      fleet: aRollingFleet([...old(1, says('healthy')), ...fresh(1, outside)], 2, darkMemo(), { suspended: HELD }),
      policy: { ...restore, refused: ['register'] },
      expected: { kind: 'resume', processes: HELD },
    },
  ]
  test.each(rows)('$name', check)

  test('a roll that is rolled back registers the staying instances without conditions', () => {
    const taken: Partial<Policy> = { ...launch(), probes: true, rollback: { failed: template(2), since: NOW } }
    const before = template(1)
    const fleet = doubled(
      [...old(1, says('healthy')), ...old(1, outside), ...half].map((each, at) => ({ ...each, id: `i-${at}` })),
      {
        source: before,
        memo: darkMemo({ source: before.fingerprint }),
      },
    )
    check({ name: '', fleet, policy: taken, expected: { kind: 'register', instances: ['i-1'] } })
  })

  test('a roll that is rolled back keeps the dark state while an instance is dark, and may be restored', () => {
    // Nothing could be launched, so the failed instances had to stay; the saved state did not say any more that no load
    // balancer knew of them.
    const before = template(1)
    const memo = darkMemo({ sizes: { min: 0, max: 20, desired: 3 }, source: before.fingerprint })
    const undone = { ...memo, suspends: HELD, released: true } as const
    const fleet = doubled([...old(1, says('healthy')), ...half], { source: before, suspended: HELD, memo: undone })
    const taken: Partial<Policy> = { ...launch(), surge: 1, rollback: { failed: template(2), since: NOW } }
    const state = { suspended: true }
    check({ name: '', fleet: { ...fleet, memo }, policy: taken, state, expected: { kind: 'save-state', memo: undone } })
    check({ name: '', fleet, policy: taken, state, expected: { kind: 'wait', reason: 'AWS is about to launch' } })
    check({ name: '', fleet, policy: restore, expected: { kind: 'register', instances: ['i-new0', 'i-new1'] } })
  })
})

describe('the bake time of dark instances', () => {
  const learnt = (fleet: Fleet, state: Partial<RunState> = {}): number | undefined =>
    observeDark(aSituation(fleet, launch(), state))?.since

  test('begins when all are up', () => {
    expect(learnt(doubled([...serving, ...half]))).toBe(NOW)
    expect(learnt(doubled([...serving, ...half]), { baking: { gate: 'dark', since: NOW - 60 } })).toBe(NOW - 60)
  })

  test('ends with the first that fails, or is not there yet', () => {
    const [one, other] = half as [Instance, Instance]
    expect(
      learnt(doubled([...serving, one, { ...other, healthy: false }]), { baking: { gate: 'dark', since: NOW - 60 } }),
    ).toBeUndefined()
    expect(
      learnt(doubled([...serving, one, { ...other, lifecycle: 'Pending' }]), {
        baking: { gate: 'dark', since: NOW - 60 },
      }),
    ).toBeUndefined()
    expect(learnt(doubled(serving), { baking: { gate: 'dark', since: NOW - 60 } })).toBeUndefined()
    // One was there before the roll, and the other comes out of a warm pool.
    expect(learnt(doubled([...serving, one]), { baking: { gate: 'dark', since: NOW - 60 } })).toBeUndefined()
  })
})

describe('the forecast of a dark launch', () => {
  const fleet = doubled(serving.map((each) => ({ ...each, ...says('healthy') })))

  test('launches outside the load balancers, and stays there until it is registered', () => {
    const up = afterWait(afterWait(fleet, 60), 60)
    expect(up.instances.slice(2)).toMatchObject([
      { lifecycle: 'InService', balancers: [{ state: 'unregistered' }] },
      { balancers: [{ state: 'unregistered' }] },
    ])
    expect(up.instances[2]?.readySince).toBeUndefined()
    const registered = afterChange(up, { kind: 'register', balancer: 'web', instances: ['new-1', 'new-2'] })
    expect(isVisibleIn(up, { kind: 'register', balancer: 'web', instances: ['new-1'] })).toBe(false)
    expect(isVisibleIn(registered, { kind: 'register', balancer: 'web', instances: ['new-1'] })).toBe(true)
    expect(afterWait(registered, 5).instances[2]).toMatchObject({
      balancers: [{ state: 'healthy' }],
      readySince: NOW + 125,
    })
  })
})
