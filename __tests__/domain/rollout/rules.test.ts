import type { Fleet, Instance, Memo } from '../../../src/domain/rollout/fleet.ts'
import { handBackUnseen } from '../../../src/domain/rollout/restore.ts'
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
import type { Action } from '../../../src/domain/rollout/action.ts'
import type { RunState } from '../../../src/domain/rollout/run-state.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'

interface Row {
  readonly name: string
  readonly fleet: Fleet
  readonly policy?: Partial<Policy>
  readonly state?: Partial<RunState>
  readonly expected: Partial<Action> & Pick<Action, 'kind'>
}

const check = ({ fleet, policy, state, expected }: Row): void => {
  const action = nextAction(fleet, aPolicy(policy), { ...JUST_BEGUN, ...state })
  expect(action).toMatchObject(expected)
}

const ALL_SUSPENDED = ['AZRebalance', 'AlarmNotification', 'ScheduledActions']

/** Of a run that has just begun and keeps scaling policies alive. */
const FOLLOWING = aMemo(3, {
  startedAt: NOW - 30,
  heartbeatAt: NOW - 30,
  follows: true,
  suspends: ['AZRebalance', 'ScheduledActions'],
})

describe('at the beginning', () => {
  const rows: Row[] = [
    { name: 'a group without instances needs nothing', fleet: aFleet([]), expected: { kind: 'done' } },
    {
      name: 'a group whose instances are all current needs nothing',
      fleet: aFleet(fresh(3)),
      expected: { kind: 'done' },
    },
    {
      name: 'the original settings are saved before anything else happens',
      fleet: aFleet(old(3), { suspended: ['AlarmNotification'] }),
      expected: {
        kind: 'save-state',
        memo: {
          run: RUN,
          startedAt: NOW,
          heartbeatAt: NOW,
          sizes: { min: 0, max: 20, desired: 3 },
          suspends: ['AZRebalance', 'ScheduledActions'],
          surge: 1,
          source: template(2).fingerprint,
          replaceLaunchedUntil: undefined,
        },
      },
    },
    {
      name: 'an instance without a launch source counts as old',
      fleet: aFleet([...fresh(1), anInstance('i-attached', { reference: undefined })]),
      expected: { kind: 'save-state' },
    },
    {
      name: 'with force all instances launched so far are outdated',
      fleet: aFleet(fresh(2)),
      policy: { force: true },
      expected: {
        kind: 'save-state',
        memo: { ...aMemo(2), startedAt: NOW, heartbeatAt: NOW, replaceLaunchedUntil: NOW - 100 },
      },
    },
    {
      name: 'with force for a plan nothing is outdated that was launched since',
      fleet: aFleet(fresh(3)),
      policy: { force: true, forceUntil: NOW - 3000 },
      expected: { kind: 'done' },
    },
    {
      name: 'with force nothing begins before EC2 knows every launch time',
      fleet: aFleet(fresh(1, { launchedAt: undefined, firstSeenAt: NOW - 5 })),
      policy: { force: true },
      expected: { kind: 'wait' },
    },
    {
      name: 'old instances in Standby do not start a roll',
      fleet: aFleet([...fresh(2), anInstance('i-standby', { lifecycle: 'Standby' })]),
      expected: { kind: 'done' },
    },
    {
      name: 'old instances in the warm pool start a roll: the next launch would take one of them',
      fleet: aFleet([...fresh(2), anInstance('i-warm', { lifecycle: 'Warmed:Stopped' })]),
      expected: { kind: 'save-state' },
    },
    {
      name: 'current instances in the warm pool start nothing',
      fleet: aFleet([...fresh(2), ...fresh(1, { lifecycle: 'Warmed:Stopped' })]),
      expected: { kind: 'done' },
    },
    {
      name: 'restoring a group without a memo does nothing',
      fleet: aFleet(old(3)),
      policy: { intent: 'restore' },
      expected: { kind: 'done' },
    },
  ]
  test.each(rows)('$name', check)
})

describe('an instance is current when it was launched from what the group would use for its type', () => {
  const source = {
    ...template(2),
    kind: 'mixed' as const,
    overrides: [{ instanceType: 'm6g.large', reference: { kind: 'template' as const, id: 'lt-arm', version: 7 } }],
  }
  const arm = (id: string, version: number): ReturnType<typeof anInstance> =>
    anInstance('i-arm', { type: 'm6g.large', reference: { kind: 'template', id, version } })
  const rows: Row[] = [
    { name: 'the template of its override', fleet: aFleet([arm('lt-arm', 7)], { source }), expected: { kind: 'done' } },
    {
      name: 'an older version of the template of its override is old',
      fleet: aFleet([arm('lt-arm', 6)], { source }),
      expected: { kind: 'save-state' },
    },
    {
      name: 'the base template is old where its type has a template of its own',
      fleet: aFleet([arm('lt-1', 2)], { source }),
      expected: { kind: 'save-state' },
    },
    { name: 'the base template for any other type', fleet: aFleet(fresh(1), { source }), expected: { kind: 'done' } },
    {
      name: 'the launch configuration of the same name',
      fleet: aFleet([anInstance('i-1', { reference: { kind: 'configuration', name: 'web-2' } })], {
        source: { ...template(2), kind: 'configuration', base: { kind: 'configuration', name: 'web-2' } },
      }),
      expected: { kind: 'done' },
    },
    {
      name: 'a launch configuration of another name is old',
      fleet: aFleet([anInstance('i-1', { reference: { kind: 'configuration', name: 'web-1' } })], {
        source: { ...template(2), kind: 'configuration', base: { kind: 'configuration', name: 'web-2' } },
      }),
      expected: { kind: 'save-state' },
    },
  ]
  test.each(rows)('$name', check)
})

describe('in the middle', () => {
  const memo = aMemo(6)
  const rows: Row[] = [
    {
      name: 'only processes that are not suspended are suspended',
      fleet: aFleet(old(6), { memo: aMemo(6, { suspends: ['AZRebalance'] }), suspended: ['ScheduledActions'] }),
      expected: { kind: 'suspend', processes: ['AZRebalance'] },
    },
    {
      name: 'a process that an operator resumed meanwhile is not suspended again',
      fleet: aRollingFleet(old(6), 6, memo, { suspended: ['AZRebalance'] }),
      state: { suspended: true },
      expected: { kind: 'resize', sizes: { desired: 7 } },
    },
    {
      name: 'the surge comes before anything leaves, and leaves MinSize and MaxSize alone where there is room',
      fleet: aRollingFleet(old(6), 6, memo),
      expected: { kind: 'resize', sizes: { desired: 7 } },
    },
    {
      name: 'MaxSize is raised with the desired capacity where the surge needs it',
      fleet: aRollingFleet(old(6), 6, aMemo(6, { sizes: { min: 6, max: 6, desired: 6 } })),
      expected: { kind: 'resize', sizes: { desired: 7, max: 7 } },
    },
    {
      name: 'the surge is never more than the instances to replace',
      fleet: aRollingFleet([...old(2), ...fresh(4)], 6, memo),
      policy: { surge: 6 },
      expected: { kind: 'resize', sizes: { desired: 8 } },
    },
    {
      name: 'a launch that has not happened yet is waited for',
      fleet: aRollingFleet(old(6), 7, memo),
      expected: { kind: 'wait', reason: 'AWS is about to launch' },
    },
    {
      name: 'nothing leaves while the new instance is still booting',
      fleet: aRollingFleet([...old(6), ...booting(1)], 7, memo),
      expected: { kind: 'wait' },
    },
    {
      name: 'nothing leaves while a load balancer does not know the new instance as healthy',
      fleet: aRollingFleet(
        [
          ...old(6),
          ...fresh(1, {
            readySince: undefined,
            balancers: [{ balancer: 'web', state: 'unhealthy', reason: 'Elb.InitialHealthChecking' }],
          }),
        ],
        7,
        memo,
      ),
      expected: { kind: 'wait', reason: 'i-new0 is not ready: web says unhealthy, Elb.InitialHealthChecking' },
    },
    {
      name: 'nothing leaves before the warm-up of the new instance is over',
      fleet: aRollingFleet([...old(6), ...fresh(1)], 7, memo),
      policy: { warmupSeconds: 11 },
      expected: { kind: 'wait', reason: 'i-new0 is not ready: warming up' },
    },
    {
      name: 'with one ready new instance one old is terminated, and its successor is launched',
      fleet: aRollingFleet([...old(6), ...fresh(1)], 7, memo),
      policy: { warmupSeconds: 10 },
      expected: { kind: 'terminate', instances: ['i-old1'], decrement: false },
    },
    {
      name: 'the last old instance leaves without a successor',
      fleet: aRollingFleet([...old(1), ...fresh(6)], 7, memo),
      expected: { kind: 'terminate', instances: ['i-old0'], decrement: true },
    },
    {
      name: 'with a surge of two and two ready new ones two are terminated in one call',
      fleet: aRollingFleet([...old(6), ...fresh(2)], 8, aMemo(6, { surge: 2 })),
      policy: { surge: 2 },
      expected: { kind: 'terminate', instances: ['i-old2', 'i-old0'], decrement: false },
    },
    {
      name: 'with three left and a surge of two, the first leaves with a successor and the others in the next call',
      fleet: aRollingFleet([...old(3), ...fresh(5)], 8, aMemo(6, { surge: 2 })),
      policy: { surge: 2 },
      expected: { kind: 'terminate', instances: ['i-old2'], decrement: false },
    },
    {
      name: 'with max-unavailable one leaves at once and nothing surges',
      fleet: aRollingFleet(old(6), 6, aMemo(6, { surge: 0 })),
      policy: { surge: 0, maxUnavailable: 1 },
      expected: { kind: 'terminate', instances: ['i-old0'], decrement: false },
    },
    {
      name: 'an old instance that does not serve leaves first',
      fleet: aRollingFleet([...old(5), anInstance('i-broken', { healthy: false, zone: 'c' }), ...fresh(1)], 7, memo),
      expected: { kind: 'terminate', instances: ['i-broken'], decrement: false },
    },
    {
      name: 'a load balancer that calls every old instance unhealthy does not empty the group',
      fleet: aRollingFleet(
        [...old(6, { balancers: [{ balancer: 'web', state: 'unhealthy', reason: '' }] }), ...booting(1)],
        7,
        memo,
      ),
      expected: { kind: 'wait' },
    },
    {
      name: 'a serving instance stays while not more than the floor are ready',
      fleet: aRollingFleet(
        [...old(5), ...fresh(2, { healthy: false, readySince: undefined, unreadySince: NOW - 9 })],
        7,
        memo,
      ),
      expected: { kind: 'wait' },
    },
    {
      name: 'an instance leaves from the zone that has most that are still to leave',
      fleet: aRollingFleet(
        [anInstance('i-a', { zone: 'a' }), ...old(2, { zone: 'b' }), ...fresh(1, { zone: 'c' })],
        4,
        aMemo(3),
      ),
      expected: { kind: 'terminate', instances: ['i-old0'], decrement: false },
    },
    {
      name: 'without successors an instance of the zone with most instances leaves first',
      fleet: aRollingFleet(
        [anInstance('i-a', { zone: 'a', launchedAt: 1 }), ...old(2, { zone: 'b' }), ...fresh(3, { zone: 'c' })],
        6,
        aMemo(3, { surge: 3 }),
      ),
      policy: { surge: 3 },
      expected: { kind: 'terminate', instances: ['i-old0', 'i-a', 'i-old1'], decrement: true },
    },
    {
      name: 'in one zone the oldest goes first',
      fleet: aRollingFleet(
        [anInstance('i-1', { launchedAt: 200 }), anInstance('i-2', { launchedAt: 100 }), ...fresh(1)],
        3,
        aMemo(2),
      ),
      expected: { kind: 'terminate', instances: ['i-2'] },
    },
    {
      name: 'with waitForAll nothing leaves before all new ones are ready',
      fleet: aRollingFleet([...old(4), ...fresh(3), ...booting(1)], 8, aMemo(4, { surge: 4 })),
      policy: { surge: 4, waitForAll: true },
      expected: { kind: 'wait' },
    },
    {
      name: 'with waitForAll all old ones leave together once all new ones are ready',
      fleet: aRollingFleet([...old(4), ...fresh(4)], 8, aMemo(4, { surge: 4 })),
      policy: { surge: 4, waitForAll: true },
      expected: { kind: 'terminate', instances: ['i-old0', 'i-old3', 'i-old1', 'i-old2'], decrement: true },
    },
    {
      name: 'a long run renews its lease from time to time',
      fleet: aRollingFleet([...old(6), ...booting(1)], 7, aMemo(6, { heartbeatAt: NOW - 120 })),
      expected: { kind: 'renew-lease', memo: aMemo(6, { heartbeatAt: NOW }) },
    },
  ]
  test.each(rows)('$name', check)
})

describe('protected instances and instances in Standby', () => {
  const guarded = anInstance('i-guarded', { protectedFromScaleIn: true })
  const resting = anInstance('i-resting', { lifecycle: 'Standby' })
  const rows: Row[] = [
    {
      name: 'a protected old instance is replaced like any other',
      fleet: aRollingFleet([guarded, ...fresh(1)], 2, aMemo(1)),
      expected: { kind: 'terminate', instances: ['i-guarded'], decrement: true },
    },
    {
      name: 'a protected old instance that is exempt starts no roll',
      fleet: aFleet([guarded, ...fresh(1)]),
      policy: { protectedInstances: 'ignore' },
      expected: { kind: 'done' },
    },
    {
      name: 'an exempt one serves: only the others are replaced',
      fleet: aRollingFleet([guarded, ...old(1), ...fresh(1)], 3, aMemo(2)),
      policy: { protectedInstances: 'ignore' },
      expected: { kind: 'terminate', instances: ['i-old0'], decrement: true },
    },
    {
      name: 'a protected old instance stops the roll before it begins where the input is `fail`',
      fleet: aFleet([guarded]),
      policy: { protectedInstances: 'fail' },
      expected: { kind: 'halt', reason: 'i-guarded must be replaced but is protected from scale-in' },
    },
    {
      name: 'an old instance in Standby does the same',
      fleet: aFleet([...old(1), resting]),
      policy: { standbyInstances: 'fail' },
      expected: { kind: 'halt', reason: 'i-resting is old and in Standby' },
    },
    {
      name: 'an old instance in Standby that is to be replaced leaves without a change of the desired capacity',
      fleet: aRollingFleet([resting, ...fresh(2)], 2, aMemo(2)),
      policy: { standbyInstances: 'replace' },
      expected: { kind: 'terminate', instances: ['i-resting'], decrement: false },
    },
    {
      name: 'one in Standby that is protected as well stays where protected ones are exempt',
      fleet: aRollingFleet([{ ...resting, protectedFromScaleIn: true }, ...fresh(2)], 2, aMemo(2)),
      policy: { standbyInstances: 'replace', protectedInstances: 'ignore' },
      expected: { kind: 'resume' },
    },
    {
      name: 'and stops a roll that would terminate it where the input is `fail`',
      fleet: aFleet([{ ...resting, protectedFromScaleIn: true }, ...fresh(2)]),
      policy: { standbyInstances: 'replace', protectedInstances: 'fail' },
      expected: { kind: 'halt', reason: 'i-resting must be replaced but is protected from scale-in' },
    },
    {
      name: 'but not a roll that leaves it in Standby',
      fleet: aFleet([{ ...resting, protectedFromScaleIn: true }, ...fresh(2)]),
      policy: { standbyInstances: 'ignore', protectedInstances: 'fail' },
      expected: { kind: 'done' },
    },
  ]
  test.each(rows)('$name', check)
})

describe('warm pools', () => {
  const warm = anInstance('i-warm', { lifecycle: 'Warmed:Stopped' })
  const warming = anInstance('i-warming', { lifecycle: 'Warmed:Pending:Wait' })
  const leaving = anInstance('i-leaving', { lifecycle: 'Warmed:Terminating' })
  const rows: Row[] = [
    {
      name: 'old instances of the warm pool leave before anything is launched, prepared or still being prepared',
      fleet: aRollingFleet([...old(2), warm, warming, leaving], 2, aMemo(2)),
      expected: { kind: 'terminate-warm', instances: ['i-warm', 'i-warming'] },
    },
    {
      name: 'nothing is launched before they have left the pool',
      fleet: aRollingFleet([...old(2), warm], 2, aMemo(2)),
      state: { discarded: ['i-warm'] },
      expected: { kind: 'wait', reason: 'i-warm is leaving the warm pool' },
    },
    {
      name: 'instances that leave a current pool are not waited for',
      fleet: aRollingFleet([...old(2), leaving], 2, aMemo(2)),
      expected: { kind: 'resize', sizes: { desired: 3 } },
    },
  ]
  test.each(rows)('$name', check)
})

describe('weights', () => {
  const heavy = (count: number): ReturnType<typeof old> => old(count, { weight: 4 })
  const memo = aMemo(12, { surge: 4 })
  const rows: Row[] = [
    {
      name: 'the surge is in units of capacity',
      fleet: aRollingFleet(heavy(3), 12, memo, { weighted: true }),
      policy: { surge: 4 },
      expected: { kind: 'resize', sizes: { desired: 16 } },
    },
    {
      name: 'an instance leaves only where its whole weight fits into the budget',
      fleet: aRollingFleet([...heavy(3), ...fresh(3)], 16, memo, { weighted: true }),
      policy: { surge: 4 },
      expected: { kind: 'wait' },
    },
    {
      name: 'the last one leaves with its weight taken from the desired capacity',
      fleet: aRollingFleet([...heavy(1), ...fresh(3, { weight: 4 })], 16, memo, { weighted: true }),
      policy: { surge: 4 },
      expected: { kind: 'terminate', instances: ['i-old0'], decrement: true },
    },
  ]
  test.each(rows)('$name', check)
})

describe('leases and external changes', () => {
  const rows: Row[] = [
    {
      name: 'the live lease of another run is respected',
      fleet: aRollingFleet(old(3), 3, aMemo(3, { run: '99/1/ffff', heartbeatAt: NOW - 100 })),
      expected: { kind: 'refuse', reason: 'run 99 holds the lease of this group and renewed it 100 s ago' },
    },
    {
      name: 'restoring respects it as well',
      fleet: aRollingFleet(old(3), 3, aMemo(3, { run: '99/1/ffff', heartbeatAt: NOW - 100 })),
      policy: { intent: 'restore' },
      expected: { kind: 'refuse' },
    },
    {
      name: 'the memo of a run with an expired lease is taken over with its original settings',
      fleet: aRollingFleet(old(3), 4, aMemo(3, { run: '99/1/ffff', heartbeatAt: NOW - 301 })),
      expected: { kind: 'save-state', memo: aMemo(3, { heartbeatAt: NOW }) },
    },
    {
      name: 'an earlier attempt of the same workflow run is over, also with a fresh lease',
      fleet: aRollingFleet(old(3), 3, aMemo(3, { run: '100/0/ffff', heartbeatAt: NOW - 1 })),
      expected: { kind: 'save-state', memo: aMemo(3, { heartbeatAt: NOW }) },
    },
    {
      name: 'another job of the same attempt is not over',
      fleet: aRollingFleet(old(3), 3, aMemo(3, { run: '100/1/ffff', heartbeatAt: NOW - 1 })),
      expected: { kind: 'refuse' },
    },
    {
      name: 'a desired capacity beyond the surge is an external change and becomes the original',
      fleet: aRollingFleet([...old(3), ...booting(5)], 8, aMemo(3)),
      expected: { kind: 'save-state', memo: aMemo(8) },
    },
    {
      name: 'a desired capacity below the original is an external change too',
      fleet: aRollingFleet(old(2), 2, aMemo(3)),
      expected: { kind: 'save-state', memo: aMemo(2, { surge: 2 }) },
    },
    {
      name: 'a desired capacity that differs from the last change is noticed even within the surge',
      fleet: aRollingFleet(old(8), 8, aMemo(6, { surge: 4 })),
      policy: { surge: 4 },
      state: { desired: 10, suspended: true },
      expected: { kind: 'save-state', memo: aMemo(8, { surge: 4 }) },
    },
    {
      name: 'what a run that began at the same moment has raised is put back',
      fleet: aRollingFleet([...old(3), ...booting(2)], 5, aMemo(3, { startedAt: NOW - 30, heartbeatAt: NOW - 30 })),
      expected: { kind: 'save-state', memo: aMemo(3, { startedAt: NOW - 30, heartbeatAt: NOW - 30, surge: 2 }) },
    },
    {
      name: 'what stands beyond the minimum that a run holds may be what policies have asked for, also in its first minute',
      fleet: aRollingFleet([...old(3), ...booting(2)], 5, FOLLOWING, { suspended: FOLLOWING.suspends }),
      expected: { kind: 'save-state', memo: { ...FOLLOWING, sizes: { ...FOLLOWING.sizes, desired: 5 } } },
    },
    {
      name: 'what is raised once this run has suspended the processes itself is a wish',
      fleet: aRollingFleet([...old(3), ...booting(2)], 5, aMemo(3, { startedAt: NOW - 30, heartbeatAt: NOW - 30 })),
      state: { hasSuspended: true, suspended: true },
      expected: { kind: 'save-state', memo: aMemo(5, { startedAt: NOW - 30, heartbeatAt: NOW - 30 }) },
    },
    {
      name: 'a launch source that changed meanwhile halts the roll',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, aMemo(3), { source: template(3) }),
      expected: {
        kind: 'halt',
        reason: 'the launch source was changed while the group rolled; it is web (lt-1) version 3 now',
      },
    },
  ]
  test.each(rows)('$name', check)
})

describe('a run right after a crash', () => {
  const unknown: Partial<RunState> = { leaseClaimed: false }
  const dead = aMemo(3, { run: '100/0/ffff', heartbeatAt: NOW - 20 })
  const rolling = aRollingFleet([...old(3), ...booting(1)], 4, dead)
  const signed: Memo = { ...dead, run: RUN, heartbeatAt: NOW }
  const lookFor = { whose: 'own', until: NOW + 20 } as const
  const restore: Partial<Policy> = { intent: 'restore', lookFor }
  const rows: Row[] = [
    {
      name: 'as another attempt claims the lease before it trusts what it reads',
      fleet: rolling,
      state: unknown,
      expected: { kind: 'renew-lease', memo: signed, after: dead },
    },
    {
      name: 'and then takes over by what it reads from there on',
      fleet: { ...rolling, memo: signed },
      policy: { surge: 2 },
      state: { predecessor: dead },
      expected: { kind: 'save-state', memo: { ...signed, surge: 2 } },
    },
    {
      name: 'as the post step does the same, in another second than the crashed step',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, aMemo(3, { heartbeatAt: NOW })),
      policy: restore,
      state: unknown,
      expected: { kind: 'renew-lease', memo: aMemo(3, { heartbeatAt: NOW + 1 }) },
    },
    {
      name: 'and then restores',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, aMemo(3, { heartbeatAt: NOW + 1 })),
      policy: restore,
      expected: { kind: 'terminate', instances: ['i-boot0'], decrement: true },
    },
    {
      name: 'keeps a wish that AWS refuses to have saved, and puts the rest back',
      fleet: aRollingFleet(old(3), 8, aMemo(3), { suspended: ALL_SUSPENDED }),
      policy: { ...restore, refused: ['save-state'] },
      state: { desired: 4, suspended: true },
      expected: { kind: 'resume', processes: ALL_SUSPENDED },
    },
    {
      name: 'keeps the saved state where it may not carry out what AWS has dropped',
      fleet: aRollingFleet(
        old(3),
        3,
        aMemo(3, { suspends: [], handedBackAt: NOW - 1, handedSizes: { desired: 3, max: 20 } }),
        {
          suspended: [],
          dueActions: [{ name: 'morning', at: NOW - 5, sizes: { max: 30 } }],
        },
      ),
      policy: { ...restore, refused: ['resize'] },
      expected: { kind: 'done', reason: 'AWS refuses to put back more' },
    },
    {
      name: 'restores also where AWS refuses the claim',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, aMemo(3)),
      policy: { ...restore, refused: ['renew-lease'] },
      state: unknown,
      expected: { kind: 'terminate', instances: ['i-boot0'], decrement: true },
    },
    {
      name: 'need not claim the lease where it has expired for long',
      fleet: { ...rolling, memo: { ...dead, heartbeatAt: NOW - 300 } },
      state: unknown,
      expected: { kind: 'save-state' },
    },
    {
      name: 'claims the expired lease of another run before it restores',
      fleet: { ...rolling, memo: { ...dead, heartbeatAt: NOW - 3000 } },
      policy: { intent: 'restore', lookFor: { whose: 'any', until: NOW } },
      state: unknown,
      expected: { kind: 'renew-lease', memo: signed },
    },
    {
      name: 'reads again for a memo that does not show yet',
      fleet: aFleet(old(3)),
      policy: restore,
      state: unknown,
      expected: { kind: 'wait' },
    },
    {
      name: 'until it would have to show',
      fleet: aFleet(old(3), { at: NOW + 20 }),
      policy: restore,
      state: unknown,
      expected: { kind: 'done' },
    },
    {
      name: 'removes its claim where the memo was gone already',
      fleet: aFleet(old(3), { orphanedLease: RUN }),
      policy: restore,
      expected: { kind: 'clear-state' },
    },
    {
      name: 'or starts again there',
      fleet: aFleet(old(3), { orphanedLease: RUN }),
      expected: { kind: 'save-state' },
    },
    {
      name: 'as the post step does not touch the memo of another run',
      fleet: { ...rolling, memo: aMemo(3, { run: '99/1/ffff', heartbeatAt: NOW - 3000 }), at: NOW + 20 },
      policy: restore,
      state: unknown,
      expected: { kind: 'refuse', reason: 'run 99, not this one, has left this group unfinished' },
    },
    {
      name: 'nor what it has left on purpose',
      fleet: { ...rolling, memo: aMemo(3, { run: '99/1/ffff', heartbeatAt: 0 }), at: NOW + 20 },
      policy: restore,
      state: unknown,
      expected: { kind: 'done', reason: 'left as it is on purpose' },
    },
    {
      name: 'as a restore stops when another run claims the lease',
      fleet: { ...rolling, memo: { ...dead, run: '99/1/ffff', heartbeatAt: NOW - 3000 } },
      policy: { intent: 'restore' },
      expected: { kind: 'refuse' },
    },
  ]
  test.each(rows)('$name', check)
})

describe('failures', () => {
  const failedLaunches = [
    { activityId: 'x', at: NOW - 60, reason: 'We currently do not have sufficient t3.micro capacity.' },
  ]
  const rows: Row[] = [
    {
      name: 'a failed launch halts with AWS’s own reason',
      fleet: aRollingFleet(old(3), 4, aMemo(3), { failedLaunches }),
      expected: {
        kind: 'halt',
        reason: 'AWS could not launch a new instance: We currently do not have sufficient t3.micro capacity.',
      },
    },
    {
      name: 'a zone that is full is no failure yet: AWS tries the others by itself',
      fleet: aRollingFleet(old(3), 4, aMemo(3), {
        failedLaunches: failedLaunches.map((each) => ({ ...each, at: NOW - 5 })),
      }),
      expected: { kind: 'wait' },
    },
    {
      name: 'a failure from before the group was last complete was made good, whatever is launched now',
      fleet: aRollingFleet(old(3), 4, aMemo(3), { failedLaunches }),
      state: { completeAt: NOW - 20 },
      expected: { kind: 'wait' },
    },
    {
      name: 'a failure that no other zone can resolve counts at once',
      fleet: aRollingFleet(old(3), 4, aMemo(3), {
        failedLaunches: [{ activityId: 'x', at: NOW - 5, reason: 'The image id [ami-2] does not exist.' }],
      }),
      expected: { kind: 'halt', reason: 'AWS could not launch a new instance: The image id [ami-2] does not exist.' },
    },
    {
      name: 'fewer failures than tolerated do not halt',
      fleet: aRollingFleet(old(3), 4, aMemo(3), { failedLaunches }),
      policy: { maxFailures: 2 },
      expected: { kind: 'wait' },
    },
    {
      name: 'a failure that AWS has resolved by itself does not halt',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, aMemo(3), { failedLaunches }),
      expected: { kind: 'wait' },
    },
    {
      name: 'a new instance that is not ready in time halts, and says what it lacks',
      fleet: aRollingFleet(
        [...old(3), ...booting(1, { lifecycle: 'Pending:Wait', unreadySince: NOW - 901 })],
        4,
        aMemo(3),
      ),
      expected: {
        kind: 'halt',
        reason: 'i-boot0 did not become ready within 15 minutes: Pending:Wait (a lifecycle hook)',
      },
    },
    {
      name: 'a refused launch counts among other tolerated failures',
      fleet: aRollingFleet(old(3), 4, aMemo(3), { failedLaunches }),
      policy: { maxFailures: 2 },
      state: { lost: [{ id: 'i-gone', at: NOW - 60, reason: 'Pending' }] },
      expected: {
        kind: 'halt',
        blames: 'new instances',
        reason:
          'AWS could not launch a new instance: We currently do not have sufficient t3.micro capacity. (the last of 2 failures)',
      },
    },
    {
      name: 'a new instance that left before it served halts, though another boots in its place',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, aMemo(3)),
      state: { lost: [{ id: 'i-gone', at: NOW - 60, reason: 'web says unhealthy' }] },
      expected: {
        kind: 'halt',
        reason: 'i-gone left before it was of use: when it was last seen, web says unhealthy',
      },
    },
    {
      name: 'AWS’s reason for an instance that left takes precedence, and the instance counts once',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, aMemo(3), {
        failedLaunches: [{ activityId: 'x', instanceId: 'i-gone', at: NOW - 60, reason: 'The action was abandoned' }],
      }),
      policy: { maxFailures: 1 },
      state: { lost: [{ id: 'i-gone', at: NOW - 60, reason: 'Pending:Wait' }] },
      expected: { kind: 'halt', reason: 'i-gone left before it was of use: The action was abandoned' },
    },
    {
      name: 'a launch that failed between two reads counts as well',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, aMemo(3), {
        failedLaunches: [{ activityId: 'x', instanceId: 'i-gone', at: NOW - 60, reason: 'The action was abandoned' }],
      }),
      expected: { kind: 'halt', reason: 'AWS could not launch a new instance: The action was abandoned' },
    },
    {
      name: 'an overdue instance is replaced while more failures are tolerated',
      fleet: aRollingFleet([...old(3), ...booting(1, { unreadySince: NOW - 901 })], 4, aMemo(3)),
      policy: { maxFailures: 2 },
      expected: { kind: 'terminate', instances: ['i-boot0'], decrement: false },
    },
    {
      name: 'an overdue instance cannot be replaced while AWS takes nothing away, though nothing else is to leave',
      fleet: aRollingFleet([...fresh(3), ...booting(1, { unreadySince: NOW - 901 })], 4, aMemo(3), {
        suspended: ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'Terminate'],
      }),
      policy: { maxFailures: 2 },
      expected: { kind: 'halt', reason: 'Terminate is suspended: AWS takes nothing out of service' },
    },
    {
      name: 'an overdue instance that only evens the zones is given up: all that is wanted is new and serves',
      fleet: aRollingFleet([...fresh(3), ...booting(1, { unreadySince: NOW - 901 })], 4, aMemo(3)),
      expected: { kind: 'terminate', instances: ['i-boot0'], decrement: true },
    },
    {
      name: 'a launch that only evens the zones is given up where AWS refuses it',
      fleet: aRollingFleet(fresh(3), 4, aMemo(3), {
        failedLaunches: [{ activityId: 'x', at: NOW - 90, reason: 'The image id ami-2 does not exist' }],
      }),
      expected: { kind: 'resize', sizes: { desired: 3 } },
    },
    {
      name: 'an overdue instance is not given up where too few serve without it',
      fleet: aRollingFleet([...fresh(2), ...booting(2, { unreadySince: NOW - 901 })], 4, aMemo(3)),
      expected: { kind: 'halt', blames: 'new instances' },
    },
    {
      name: 'one that is wanted is not',
      fleet: aRollingFleet(fresh(2), 3, aMemo(3), {
        failedLaunches: [{ activityId: 'x', at: NOW - 90, reason: 'The image id ami-2 does not exist' }],
      }),
      expected: { kind: 'halt', blames: 'new instances' },
    },
    {
      name: 'nor one in whose place an old one is to leave',
      fleet: aRollingFleet([...fresh(3), ...old(1)], 5, aMemo(3, { surge: 2 }), {
        failedLaunches: [{ activityId: 'x', at: NOW - 90, reason: 'The image id ami-2 does not exist' }],
      }),
      policy: { surge: 2 },
      expected: { kind: 'halt', blames: 'new instances' },
    },
    {
      name: 'an overdue instance after a failure is one too many',
      fleet: aRollingFleet([...old(3), ...booting(1, { unreadySince: NOW - 901 })], 4, aMemo(3)),
      policy: { maxFailures: 2 },
      state: { lost: [{ id: 'i-gone', at: NOW - 60, reason: 'Pending' }] },
      expected: { kind: 'halt', blames: 'new instances' },
    },
    {
      name: 'time without service is counted from the last moment of service',
      fleet: aRollingFleet(
        [...old(3), ...fresh(1, { healthy: false, firstSeenAt: NOW - 5000, unreadySince: NOW - 5 })],
        4,
        aMemo(3),
      ),
      expected: { kind: 'wait' },
    },
  ]
  test.each(rows)('$name', check)
})

describe('rolling back', () => {
  const rollback = { failed: template(2), since: NOW - 10 }
  const back = { source: template(1) }
  const rows: Row[] = [
    {
      name: 'nothing is decided before the group shows its previous launch source',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, aMemo(3)),
      policy: { rollback },
      expected: { kind: 'wait' },
    },
    {
      name: 'the memo gets the previous launch source',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, aMemo(3), back),
      policy: { rollback },
      expected: { kind: 'save-state', memo: aMemo(3, { source: template(1).fingerprint }) },
    },
    {
      name: 'the instances of the roll leave, the old instances stay',
      fleet: aRollingFleet([...old(3), ...fresh(1)], 4, aMemo(3, { source: template(1).fingerprint }), back),
      policy: { rollback },
      expected: { kind: 'terminate', instances: ['i-new0'], decrement: true },
    },
    {
      name: 'an old instance of a version before the previous one stays too',
      fleet: aRollingFleet(
        [anInstance('i-older', { reference: { kind: 'template', id: 'lt-1', version: 0 } }), ...old(2)],
        3,
        aMemo(3, { source: template(1).fingerprint }),
        back,
      ),
      policy: { rollback },
      expected: { kind: 'resume' },
    },
    {
      name: 'a new instance without its predecessor is first replaced by an old one',
      fleet: aRollingFleet([...old(1), ...fresh(2)], 3, aMemo(3, { source: template(1).fingerprint }), back),
      policy: { rollback },
      expected: { kind: 'resize', sizes: { desired: 4 } },
    },
    {
      name: 'earlier failures do not count again',
      fleet: aRollingFleet([...old(1), ...fresh(2)], 4, aMemo(3, { source: template(1).fingerprint }), {
        ...back,
        failedLaunches: [{ activityId: 'x', at: NOW - 20, reason: 'no capacity' }],
      }),
      policy: { rollback },
      state: { lost: [{ id: 'i-gone', at: NOW - 30, reason: 'Pending' }] },
      expected: { kind: 'wait' },
    },
  ]
  test.each(rows)('$name', check)
})

describe('a group that was left for inspection', () => {
  const held = aMemo(3, { heartbeatAt: 0 })
  const rows: Row[] = [
    {
      name: 'is left alone by the run that paused it',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, held),
      expected: { kind: 'done', reason: 'left as it is on purpose' },
    },
    {
      name: 'and by its post step',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, held),
      policy: { intent: 'restore' },
      expected: { kind: 'done' },
    },
    {
      name: 'is taken over at once by another run',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, { ...held, run: '99/1/ffff' }),
      expected: { kind: 'save-state', memo: { ...held, run: RUN, heartbeatAt: NOW } },
    },
    {
      name: 'is restored at once by another run',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, { ...held, run: '99/1/ffff' }),
      policy: { intent: 'restore' },
      state: { leaseClaimed: false },
      expected: { kind: 'renew-lease', memo: { ...held, run: RUN, heartbeatAt: NOW } },
    },
  ]
  test.each(rows)('$name', check)
})

describe('at the end', () => {
  const rows: Row[] = [
    {
      name: 'the raised MaxSize is restored first',
      fleet: aRollingFleet(fresh(3), 3, aMemo(3, { sizes: { min: 3, max: 3, desired: 3 } }), {
        sizes: { min: 3, max: 4, desired: 3 },
      }),
      expected: { kind: 'resize', sizes: { max: 3 } },
    },
    {
      name: 'a MaxSize that an operator set is kept',
      fleet: aRollingFleet(fresh(3), 3, aMemo(3), { sizes: { min: 0, max: 50, desired: 3 } }),
      expected: { kind: 'resume', processes: ALL_SUSPENDED },
    },
    {
      name: 'only processes that this roll suspended are resumed, and only those still suspended',
      fleet: aRollingFleet(fresh(3), 3, aMemo(3, { suspends: ['AZRebalance', 'ScheduledActions'] }), {
        suspended: ['AlarmNotification', 'AZRebalance'],
      }),
      state: { suspended: true },
      expected: { kind: 'resume', processes: ['AZRebalance'] },
    },
    {
      name: 'the memo is removed last',
      fleet: aRollingFleet(fresh(3), 3, aMemo(3), { suspended: [] }),
      state: { suspended: true },
      expected: { kind: 'clear-state' },
    },
    {
      name: 'a new instance that turns unhealthy at the end is waited for',
      fleet: aRollingFleet(fresh(3, { healthy: false, readySince: undefined, unreadySince: NOW - 1 }), 3, aMemo(3)),
      expected: { kind: 'wait' },
    },
    {
      name: 'leaving instances are not waited for',
      fleet: aRollingFleet([...old(1, { lifecycle: 'Terminating:Wait' }), ...fresh(3)], 3, aMemo(3)),
      expected: { kind: 'resume' },
    },
  ]
  test.each(rows)('$name', check)
})

describe('restoring', () => {
  const unseen = (instance: Instance): Instance => ({
    ...instance,
    balancers: [{ balancer: 'web', state: 'unknown', reason: 'no answer' }],
  })
  /** Sick, and protected from scale-in: it is left alone. */
  const GUARDED = anInstance('i-guarded', { healthy: false, readySince: undefined, protectedFromScaleIn: true })
  const restore: Partial<Policy> = { intent: 'restore' }
  const rows: Row[] = [
    {
      name: 'a long restore renews its lease from time to time',
      fleet: aRollingFleet(old(3), 3, aMemo(3, { heartbeatAt: NOW - 120 })),
      policy: restore,
      expected: { kind: 'renew-lease', memo: aMemo(3, { heartbeatAt: NOW }) },
    },
    {
      name: 'surplus instances that are not ready leave, serving old instances stay',
      fleet: aRollingFleet([...old(3), ...booting(1)], 4, aMemo(3)),
      policy: restore,
      expected: { kind: 'terminate', instances: ['i-boot0'], decrement: true },
    },
    {
      name: 'a wish that a decrement has crossed is known where the instance stays, since Terminate is suspended',
      fleet: aRollingFleet(fresh(5), 7, aMemo(4), { suspended: [...ALL_SUSPENDED, 'Terminate'] }),
      policy: restore,
      state: {
        ...JUST_BEGUN,
        desired: 4,
        named: ['i-new0'],
        decrement: { before: 5, by: 1, instances: ['i-new0'], at: NOW - 70, tookSeconds: 1, requested: [] },
      },
      expected: { kind: 'save-state', memo: aMemo(8, { surge: 1 }) },
    },
    {
      name: 'of the surplus an unhealthy old instance leaves before a ready new one',
      fleet: aRollingFleet([...old(2), anInstance('i-broken', { healthy: false }), ...fresh(1)], 4, aMemo(3)),
      policy: restore,
      expected: { kind: 'terminate', instances: ['i-broken'], decrement: true },
    },
    {
      name: 'a ready new surplus instance leaves before any serving old one',
      fleet: aRollingFleet([...old(3), ...fresh(1)], 4, aMemo(3)),
      policy: restore,
      expected: { kind: 'terminate', instances: ['i-new0'], decrement: true },
    },
    {
      name: 'what AWS may not be told to terminate is not left to its choice while it is not known what serves',
      fleet: aRollingFleet([...old(3), ...fresh(1)].map(unseen), 4, aMemo(3), { unknown: ['targetHealth'] }),
      policy: { ...restore, refused: ['terminate'] },
      expected: { kind: 'resume', processes: ALL_SUSPENDED },
    },
    {
      name: 'nor while too few others serve',
      fleet: aRollingFleet([...old(2), GUARDED, ...fresh(1)], 4, aMemo(3)),
      policy: { ...restore, refused: ['terminate'], protectedInstances: 'ignore' },
      expected: { kind: 'resume', processes: ALL_SUSPENDED },
    },
    {
      name: 'a surge without a launch so far is reverted by size',
      fleet: aRollingFleet(old(3), 4, aMemo(3)),
      policy: restore,
      expected: { kind: 'resize', sizes: { desired: 3 } },
    },
    {
      name: 'a launch source that changed meanwhile does not prevent a restore',
      fleet: aRollingFleet(old(3), 3, aMemo(3), { source: template(3) }),
      policy: restore,
      expected: { kind: 'resume', processes: ALL_SUSPENDED },
    },
    ...[0, NOW - 301].map((heartbeatAt) => ({
      name: `a group that another run has taken over and left is that run’s, whose last sign of life was at ${heartbeatAt}`,
      fleet: aRollingFleet(old(3), 3, aMemo(3, { run: '99/1/ffff', heartbeatAt })),
      policy: restore,
      expected: {
        kind: 'refuse' as const,
        reason: 'run 99, which has taken this group over, has left it unfinished',
        remedy: '`mode: restore` puts it back.',
      },
    })),
    {
      name: 'the memo of a dead run is restored under the lease of the restoring run',
      fleet: aRollingFleet(old(3), 3, aMemo(3, { run: '99/1/ffff', heartbeatAt: NOW - 301 })),
      policy: restore,
      state: { leaseClaimed: false },
      expected: { kind: 'renew-lease' },
    },
    {
      name: 'a desired capacity above a MinSize that an operator raised is respected',
      fleet: aRollingFleet(old(3), 4, aMemo(3), { sizes: { min: 4, max: 20, desired: 4 } }),
      policy: restore,
      expected: { kind: 'resume' },
    },
  ]
  test.each(rows)('$name', check)
})

describe('what may be put back of a group that cannot be observed any more', () => {
  const group = aRollingFleet([...old(4), ...fresh(3)], 7, aMemo(4, { surge: 3 }))
  const rows: { readonly name: string; readonly fleet: Fleet; readonly expected: readonly string[] | undefined }[] = [
    { name: 'are the processes that the run suspended, and no size', fleet: group, expected: ALL_SUSPENDED },
    {
      name: 'is no process that was resumed meanwhile',
      fleet: { ...group, suspended: ['AZRebalance', 'HealthCheck'] },
      expected: ['AZRebalance'],
    },
    { name: 'is nothing without a memo', fleet: { ...group, memo: undefined }, expected: undefined },
    {
      name: 'is nothing where another run, which is alive, holds the lease',
      fleet: { ...group, memo: aMemo(4, { run: '200/1/efgh' }) },
      expected: undefined,
    },
    {
      name: 'are the processes where the lease of another run is dead',
      fleet: { ...group, memo: aMemo(4, { run: '200/1/efgh', heartbeatAt: NOW - 301 }) },
      expected: ALL_SUSPENDED,
    },
  ]
  test.each(rows)('$name', ({ fleet, expected }) => {
    const action = handBackUnseen(fleet, aPolicy(), [])
    expect(action).toEqual(expected && { kind: 'resume', processes: expected, reason: 'only what this roll suspended' })
  })

  test('is the saved state where the processes run again: it says that only the sizes are left', () => {
    const action = handBackUnseen({ ...group, suspended: [] }, aPolicy(), [])
    expect(action).toMatchObject({ kind: 'save-state', memo: { ...group.memo, suspends: [] } })
  })

  test('is nothing where the saved state names no process', () => {
    const memo = aMemo(4, { surge: 3, suspends: [] })
    expect(handBackUnseen({ ...group, memo, suspended: [] }, aPolicy(), [])).toBeUndefined()
  })
})
