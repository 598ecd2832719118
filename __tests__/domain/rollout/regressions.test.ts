import { applyChange } from '../../../src/aws/act/apply.ts'
import { UserError } from '../../../src/errors.ts'
import type { Fleet } from '../../../src/domain/rollout/fleet.ts'
import { withHistory } from '../../../src/domain/rollout/readiness-history.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { runRollout } from '../../../src/controllers/rollout/controller.ts'
import { fakeConnection, refused } from '../../aws/fake-connection.ts'
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
  template,
} from './a-fleet.ts'
import type { Change } from '../../../src/domain/rollout/changes/changes.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { afterChange } from '../../../src/domain/rollout/changes/changes.ts'

// What random disasters have taught, each reduced to the one decision that was wrong.

test('a maximum that our surge raised is put back after somebody wished for fewer', () => {
  // Six instances, two of surge, so the maximum was raised to eight. An operator then wished for five: five and two is
  // seven, so eight passed for the operator's own and stayed for ever.
  const sizes = { min: 0, max: 6, desired: 6 }
  const wished = aRollingFleet([...old(1), ...fresh(6)], 5, aMemo(6, { surge: 2, sizes }), {
    sizes: { min: 0, max: 8, desired: 5 },
  })
  const policy = aPolicy({ surge: 2 })
  const state = { ...JUST_BEGUN, desired: 7, suspended: true }
  const adopted = nextAction(wished, policy, state)
  if (adopted.kind !== 'save-state') throw new Error(`it was ${adopted.kind}`)
  const rolled = { ...wished, instances: fresh(5), memo: adopted.memo }
  expect(nextAction(rolled, policy, { ...state, desired: 5 })).toMatchObject({ kind: 'resize', sizes: { max: 6 } })
})

test('a roll that ends with one too many names who leaves', () => {
  // Spot took an old instance and AWS replaced it by a new one, so in the end four were current where three had been.
  // To lower the desired capacity alone lets AWS choose, and where new ones are protected it cannot choose anybody.
  const fleet = aRollingFleet(fresh(4, { protectedFromScaleIn: true }), 4, aMemo(3, { surge: 3 }))
  const action = nextAction(fleet, aPolicy({ surge: 3 }), { ...JUST_BEGUN, desired: 4, suspended: true })
  expect(action).toMatchObject({ kind: 'terminate', instances: ['i-new0'], decrement: true })
})

describe('of two runs that began at the same moment', () => {
  // The first looked, and its memo was on its way for two seconds. Meanwhile the second, with a larger surge, wrote its
  // own, suspended and surged. The late memo said less surge, so what the second had added passed for a wish and stayed.
  const late = aMemo(3, { surge: 1, startedAt: NOW - 3, heartbeatAt: NOW - 3 })

  test('the one whose memo stands answers for what the other has raised', () => {
    const action = nextAction(aRollingFleet(old(3), 6, late), aPolicy(), JUST_BEGUN)
    expect(action).toMatchObject({ kind: 'save-state', memo: { surge: 3, sizes: { desired: 3 } } })
  })

  test('an operator who raised the size before anything was suspended is no such run', () => {
    const action = nextAction(aRollingFleet(old(3), 6, late, { suspended: [] }), aPolicy(), JUST_BEGUN)
    expect(action).toMatchObject({ kind: 'save-state', memo: { surge: 1, sizes: { desired: 6 } } })
  })
})

test('an undoing that finds only old instances names the newest ones, which the roll had launched', () => {
  // The roll died with three of surge, and an operator changed the launch source once more: now all nine were old. The
  // restore lowered the desired capacity, and AWS chose the three that were there before.
  const mine = old(3, { launchedAt: NOW - 100 }).map((instance) => ({ ...instance, id: `${instance.id}b` }))
  const fleet = aRollingFleet([...old(6), ...mine], 9, aMemo(6, { surge: 3 }))
  const action = nextAction(fleet, aPolicy({ intent: 'restore' }), JUST_BEGUN)
  expect(action).toMatchObject({
    kind: 'terminate',
    instances: ['i-old0b', 'i-old1b', 'i-old2b'],
    decrement: true,
  })
})

describe('where somebody has raised the minimum above the original size', () => {
  // AWS refuses to terminate with a decrement below MinSize: the roll ended red and could not be undone either.
  const sizes = { min: 5, max: 6, desired: 5 }
  const memo = aMemo(4, { sizes: { min: 4, max: 5, desired: 4 }, surge: 2 })

  test('the last old ones leave with a successor', () => {
    const fleet = aRollingFleet([...old(1), ...fresh(4)], 5, memo, { sizes })
    const action = nextAction(fleet, aPolicy({ surge: 2 }), { ...JUST_BEGUN, desired: 5, suspended: true })
    expect(action).toMatchObject({ kind: 'terminate', instances: ['i-old0'], decrement: false })
  })

  test('an undoing leaves as many as the minimum asks for', () => {
    const fleet = aRollingFleet([...old(3), ...fresh(2)], 5, memo, { sizes })
    const action = nextAction(fleet, aPolicy({ intent: 'restore' }), JUST_BEGUN)
    expect(action).toMatchObject({ kind: 'resize', sizes: { max: 5 } })
    expect(action).not.toHaveProperty('sizes.desired')
  })
})

test('an undoing keeps the only instance that serves, however new it is', () => {
  // A load balancer called the three old ones sick for a minute, and they were protected from scale-in, so nobody else
  // was there to name: the restore terminated the new one, the only one that served.
  const sick = old(3, {
    protectedFromScaleIn: true,
    balancers: [{ balancer: 'web', state: 'unhealthy', reason: 'timeout' }],
  })
  const fleet = aRollingFleet([...sick, ...fresh(1)], 4, aMemo(3))
  const policy = aPolicy({ intent: 'restore', protectedInstances: 'ignore' })
  expect(nextAction(fleet, policy, JUST_BEGUN)).toMatchObject({ kind: 'wait' })
  const well = aRollingFleet([...old(3, { protectedFromScaleIn: true }), ...fresh(1)], 4, aMemo(3))
  expect(nextAction(well, policy, JUST_BEGUN)).toMatchObject({ kind: 'terminate', instances: ['i-new0'] })
})

describe('whose wish a size is, is not mistaken', () => {
  interface Group {
    readonly begin: Fleet
    readonly policy?: Policy
    /** What an operator wishes from a moment on, in seconds after the beginning. */
    readonly wish?: { readonly after: number; readonly desired: number }
    /** Instances that have left by themselves. */
    readonly gone?: ReadonlySet<string>
    /** How long after a change looks show what was before. */
    readonly lagSeconds: number
    /** Makes a change: gives what the group is like then, and how long that took. */
    readonly make: (change: Change, truth: Fleet) => Promise<{ readonly truth: Fleet; readonly seconds: number }>
  }

  /** Rolls for five minutes: every desired capacity that was ever written down as the one to put back, and what is told. */
  async function rolled({
    begin,
    policy = aPolicy({ surge: 2 }),
    wish,
    gone = new Set(),
    lagSeconds,
    make,
  }: Group): Promise<{ readonly wishes: readonly number[]; readonly left: readonly string[] }> {
    const wishes: number[] = []
    const left: string[] = []
    const end = new AbortController()
    let now = NOW
    let coming = wish
    let shown = [{ since: 0, fleet: begin }]
    await runRollout({
      groups: ['web'],
      port: {
        look: async () => {
          if (now > NOW + 300) end.abort()
          if (coming && now - NOW >= coming.after) {
            const latest = shown.at(-1)?.fleet ?? begin
            const sizes = { ...latest.sizes, desired: coming.desired }
            shown = [...shown, { since: now, fleet: { ...latest, sizes } }]
            coming = undefined
          }
          const fleet = shown.findLast(({ since }) => since === 0 || since + lagSeconds <= now)?.fleet ?? begin
          const instances = fleet.instances.filter(({ id }) => !gone.has(id))
          return { fleets: [{ ...fleet, instances, at: now }], gone: [], unreadable: [] }
        },
        apply: async (_, change) => {
          if (change.kind === 'save-state') wishes.push(change.memo.sizes.desired)
          const { truth, seconds } = await make(change, shown.at(-1)?.fleet ?? begin)
          now += seconds
          shown = [...shown, { since: now, fleet: truth }]
        },
      },
      policyFor: () => policy,
      clock: { now: () => now * 1000, sleep: async (milliseconds) => void (now += milliseconds / 1000) },
      report: () => undefined,
      deadline: NOW + 3600,
      pollSeconds: () => 15,
      signal: end.signal,
      dryRun: false,
      ended: (outcome) => void left.push(...outcome.left),
      outlook: () => ({ progress: 0, etaSeconds: undefined }),
    })
    return { wishes, left }
  }

  const wishesIn = async (group: Group): Promise<readonly number[]> => (await rolled(group)).wishes

  test('and nobody else is said to have resumed what the run has resumed itself', async () => {
    // A dark roll that had nothing left to release resumed all four processes with its last steps, and then said that
    // somebody else had.
    const suspends = ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'AddToLoadBalancer']
    const { left } = await rolled({
      begin: aRollingFleet(fresh(2), 2, aMemo(2, { suspends, heartbeatAt: NOW }), { suspended: suspends }),
      lagSeconds: 0,
      make: async (change, truth) => ({ truth: afterChange(truth, change), seconds: 0 }),
    })
    expect(left).toEqual([])
  })

  test('nor where the roll halts between the release of its dark half and the memo of it', async () => {
    const suspends = ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'AddToLoadBalancer']
    const { left } = await rolled({
      begin: aRollingFleet(
        [...old(2), ...fresh(2)],
        4,
        aMemo(2, { suspends, surge: 2, dark: true, heartbeatAt: NOW }),
        { suspended: suspends },
      ),
      policy: aPolicy({ surge: 2, dark: { kind: 'launch', bakeSeconds: 0, probes: false, byHand: false } }),
      lagSeconds: 0,
      make: async (change, truth) => {
        if (change.kind === 'save-state') throw new UserError({ what: 'no right to write tags' })
        return { truth: afterChange(truth, change), seconds: 0 }
      },
    })
    expect(left).toEqual([])
  })

  test('where the instance that should have left with it had left already', async () => {
    // Spot had taken the old instance before AWS heard of its termination, and refused: the desired capacity stayed at
    // four. The run took that for done and waited for three; a minute later four passed for an operator's wish.
    const begin = aRollingFleet(
      [...old(1, { healthy: false }), ...fresh(3)],
      4,
      aMemo(2, { surge: 2, heartbeatAt: NOW }),
    )
    const gone = new Set<string>()
    const connection = fakeConnection({
      TerminateInstanceInAutoScalingGroup: () => {
        gone.add('i-old0')
        throw refused('ValidationError', 'Instance Id not found - No managed instance found for instance ID i-old0')
      },
    })
    const wishes = await wishesIn({
      begin,
      gone,
      lagSeconds: 0,
      make: async (change, truth) => {
        if (change.kind !== 'terminate' || gone.size > 0) return { truth: afterChange(truth, change), seconds: 0 }
        await applyChange(connection, 'web', change)
        return { truth, seconds: 0 }
      },
    })
    expect(wishes).toEqual([])
    expect(connection.count('TerminateInstanceInAutoScalingGroup')).toBe(1)
  })

  test('where AWS took minutes to accept it, and looks lag behind', async () => {
    // Through an outage the call was repeated for three minutes. Counted from the look before it, it was too old to be
    // awaited, so a look that did not show it yet was believed, and the next one, which did, told of an operator.
    const begin = aRollingFleet(old(3), 3, aMemo(3, { surge: 2 }))
    const make = async (change: Change, truth: Fleet) => ({
      truth: afterChange(truth, change),
      seconds: change.kind === 'resize' ? 170 : 0,
    })
    expect(await wishesIn({ begin, lagSeconds: 4, make })).toEqual([])
  })

  test('and a roll that is taken back at its very end holds the processes anew, so that nobody else changes it', async () => {
    // The processes ran again when AZRebalance launched one more, which failed: the roll was taken back, and its surge
    // added capacity while alarms and schedules could change it as well.
    const kinds: string[] = []
    await wishesIn({
      begin: aRollingFleet([...old(1), ...fresh(2)], 3, aMemo(2, { heartbeatAt: NOW })),
      policy: aPolicy({ onFailure: 'rollback', instanceTimeoutSeconds: 60 }),
      lagSeconds: 0,
      make: async (change, truth) => {
        if (change.kind !== 'save-state' && change.kind !== 'renew-lease') kinds.push(change.kind)
        const now = afterChange(truth, change)
        if (change.kind === 'set-launch-source') return { truth: { ...now, source: template(1) }, seconds: 0 }
        const more = change.kind === 'resume' ? booting(1) : []
        return { truth: { ...now, instances: [...now.instances, ...more] }, seconds: 0 }
      },
    })
    expect(kinds.slice(0, 5)).toEqual(['terminate', 'resume', 'set-launch-source', 'suspend', 'resize'])
  })

  test('where an operator changes it right before the run says that it is alive', async () => {
    // The heartbeat, which comes before everything else, took the size that it met for the run's own: seven of the ten
    // that an operator had asked for would have been taken away again in the end.
    const begin = aRollingFleet(old(3), 3, aMemo(3, { surge: 2, heartbeatAt: NOW }))
    const make = async (change: Change, truth: Fleet) => ({ truth: afterChange(truth, change), seconds: 0 })
    expect(await wishesIn({ begin, wish: { after: 120, desired: 10 }, lagSeconds: 0, make })).toEqual([10])
  })
})

test('an undoing takes nobody that serves for spare because it is still warming up', () => {
  // Spot had taken one of six old instances, and the roll halted while two of its three new ones were warming up: both
  // were taken away as if they did not serve, and five were left where there had been six.
  const warming = fresh(2, { readySince: NOW - 10 })
  const fleet = aRollingFleet([...old(5), ...warming, ...booting(1)], 8, aMemo(6, { surge: 2 }))
  const action = nextAction(fleet, aPolicy({ intent: 'restore', surge: 2, warmupSeconds: 29 }), JUST_BEGUN)
  expect(action).toMatchObject({ kind: 'terminate', instances: ['i-boot0', 'i-new0'], decrement: true })
})

test('an instance that comes out of the warm pool has all its time before it', () => {
  // It had been seen in the pool for an hour, while others were replaced, and was overdue at the moment when it came.
  const [coming] = booting(1)
  if (coming === undefined) throw new Error('nobody comes')
  const look = (lifecycle: string, at: number) => ({
    ...aRollingFleet([...old(3), { ...coming, lifecycle, firstSeenAt: at, unreadySince: at }], 4, aMemo(3)),
    at,
  })
  const warmed = look('Warmed:Stopped', NOW - 3600)
  const fleet = withHistory(withHistory(warmed, look('Warmed:Stopped', NOW - 5)), look('Pending:Wait', NOW))
  expect(nextAction(fleet, aPolicy(), { ...JUST_BEGUN, desired: 4, suspended: true })).toMatchObject({
    kind: 'wait',
  })
})

test('an undoing takes what its roll has launched, though the group protects whatever it launches', () => {
  // The launch source was put back, and AWS refused to let the new instances go. So they were old and protected, which a
  // restore left alone: all the others were needed, and the group kept twice its size.
  const fleet = (launchedAt: number) => {
    const sick = { protectedFromScaleIn: true, readySince: undefined, unreadySince: NOW - 30, launchedAt }
    const balancers = [{ balancer: 'web', state: 'unhealthy' as const, reason: '' }]
    const instances = [...old(3), ...fresh(2, { ...sick, balancers })]
    return aRollingFleet(instances, 5, aMemo(3, { surge: 2 }), { source: template(1) })
  }
  const undoing = aPolicy({ intent: 'restore', protectedInstances: 'ignore' })
  const leaving = { kind: 'terminate', instances: ['i-new0', 'i-new1'], decrement: true }
  expect(nextAction(fleet(NOW - 50), undoing, JUST_BEGUN)).toMatchObject(leaving)
  expect(nextAction(fleet(NOW - 5000), undoing, JUST_BEGUN)).toMatchObject({ kind: 'wait' })
})

test('an instance that serves is not sent away because its time is over while it is warming up', () => {
  // Booting took nearly all the time that an instance is given. Each came into service below the floor, and was terminated
  // as too late half a minute later, again and again for an hour.
  const warming = fresh(1, { firstSeenAt: NOW - 910, readySince: NOW - 10 })
  const fleet = aRollingFleet([...old(3, { healthy: false }), ...warming], 4, aMemo(3))
  const policy = aPolicy({ warmupSeconds: 36, maxFailures: 3 })
  expect(nextAction(fleet, policy, { ...JUST_BEGUN, desired: 4, suspended: true })).toMatchObject({
    kind: 'wait',
    reason: 'i-new0 is not ready: warming up',
  })
})

test('a roll whose surplus is needed ends only when others serve in its place', () => {
  // Two protected old instances, which were to be left alone, had fallen sick: the desired capacity was lowered at the end
  // with nobody named to leave, and AWS chose one that served.
  const sick = ['i-guarded0', 'i-guarded1'].map((id) =>
    anInstance(id, { protectedFromScaleIn: true, healthy: false, readySince: undefined, unreadySince: NOW - 30 }),
  )
  const fleet = aRollingFleet([...sick, ...fresh(2)], 4, aMemo(3))
  const state = { ...JUST_BEGUN, desired: 4, suspended: true }
  expect(nextAction(fleet, aPolicy({ protectedInstances: 'ignore' }), state)).toMatchObject({ kind: 'wait' })
})

test('with force what waits in the warm pool is old as well, though it came there after everybody else', () => {
  const [first] = old(1)
  const warmed = anInstance('i-warmed', { lifecycle: 'Warmed:Stopped', launchedAt: (first?.launchedAt ?? 0) + 60 })
  const fleet = aFleet([...old(1), warmed], { source: template(1) })
  expect(nextAction(fleet, aPolicy({ force: true }), JUST_BEGUN)).toMatchObject({
    kind: 'save-state',
    memo: { replaceLaunchedUntil: warmed.launchedAt },
  })
})

test('a dark roll that has launched nobody of its own lets in whoever came into the dark and stays', () => {
  // While the processes were suspended an operator wished for one more, who came out of the warm pool: old, protected and
  // to be left alone. The roll ended, and no load balancer ever learnt of it.
  const suspends = ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'AddToLoadBalancer']
  const missing = [{ balancer: 'web', state: 'unregistered', reason: 'not registered' }] as const
  const spared = anInstance('i-spared', { protectedFromScaleIn: true, balancers: missing, readySince: undefined })
  const fleet = aRollingFleet([spared], 1, aMemo(1, { suspends, dark: true }), { suspended: suspends.slice(0, 3) })
  const policy = aPolicy({
    protectedInstances: 'ignore',
    dark: { kind: 'launch', bakeSeconds: 0, probes: false, byHand: false },
  })
  const action = nextAction(fleet, policy, { ...JUST_BEGUN, desired: 1, suspended: true })
  expect(action).toMatchObject({ kind: 'register', balancer: 'web', instances: ['i-spared'] })
})
