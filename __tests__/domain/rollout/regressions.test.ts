import { applyChange } from '../../../src/aws/act/apply.ts'
import { UserError } from '../../../src/errors.ts'
import type { Fleet, Sizes } from '../../../src/domain/rollout/fleet.ts'
import { withHistory } from '../../../src/domain/rollout/readiness-history.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { sizesToRestore } from '../../../src/domain/rollout/restore.ts'
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

// Defects that the fuzzer has found, each reduced to the one decision that was wrong.

test('a maximum that the surge raised is restored after an operator lowered the desired capacity', () => {
  // Six instances, two of surge, so the maximum was raised to eight. An operator then set five: five and two is seven, so
  // eight counted as the operator's and stayed for ever.
  const sizes = { min: 0, max: 6, desired: 6 }
  const lowered = aRollingFleet([...old(1), ...fresh(6)], 5, aMemo(6, { surge: 2, sizes }), {
    sizes: { min: 0, max: 8, desired: 5 },
  })
  const policy = aPolicy({ surge: 2 })
  const state = { ...JUST_BEGUN, desired: 7, suspended: true }
  const adopted = nextAction(lowered, policy, state)
  if (adopted.kind !== 'save-state') throw new Error(`it was ${adopted.kind}`)
  const rolled = { ...lowered, instances: fresh(5), memo: adopted.memo }
  expect(nextAction(rolled, policy, { ...state, desired: 5 })).toMatchObject({ kind: 'resize', sizes: { max: 6 } })
})

test('a roll that ends with one instance too many names the one to terminate', () => {
  // A Spot interruption took an old instance and AWS replaced it by a new one, so in the end four were current where three
  // had been. If only the desired capacity is lowered, AWS chooses, and where new ones are protected it can choose none.
  const fleet = aRollingFleet(fresh(4, { protectedFromScaleIn: true }), 4, aMemo(3, { surge: 3 }))
  const action = nextAction(fleet, aPolicy({ surge: 3 }), { ...JUST_BEGUN, desired: 4, suspended: true })
  expect(action).toMatchObject({ kind: 'terminate', instances: ['i-new0'], decrement: true })
})

describe('of two runs that started at the same moment', () => {
  // The first read the group, and its memo took two seconds to be written. Meanwhile the second, with a larger surge,
  // wrote its own, suspended and surged. The late memo said less surge, so the instances that the second had added
  // counted as an operator's size and stayed.
  const late = aMemo(3, { surge: 1, startedAt: NOW - 3, heartbeatAt: NOW - 3 })

  test('the one with the remaining memo takes over the surge of the other', () => {
    const action = nextAction(aRollingFleet(old(3), 6, late), aPolicy(), JUST_BEGUN)
    expect(action).toMatchObject({ kind: 'save-state', memo: { surge: 3, sizes: { desired: 3 } } })
  })

  test('a size that an operator raised before anything was suspended is not taken for such a surge', () => {
    const action = nextAction(aRollingFleet(old(3), 6, late, { suspended: [] }), aPolicy(), JUST_BEGUN)
    expect(action).toMatchObject({ kind: 'save-state', memo: { surge: 1, sizes: { desired: 6 } } })
  })

  test('a size that an operator raised is not taken for such a surge by a process that goes on from another', () => {
    const taken = { ...late, heartbeatAt: NOW - 1 }
    const action = nextAction(aRollingFleet(old(3), 6, taken), aPolicy(), JUST_BEGUN)
    expect(action).toMatchObject({ kind: 'save-state', memo: { surge: 1, sizes: { desired: 6 } } })
  })

  // The other kept scaling policies alive: it had suspended two of the three processes, and held the minimum at what it had raised.
  // What it had raised was saved as the sizes of the start, and neither its processes nor its bounds were ever put back.
  describe('and of which the other keeps policies alive', () => {
    const held = (sizes: Sizes, suspended: readonly string[]): Fleet =>
      aFleet(old(4), {
        memo: aMemo(4, { sizes: { min: 1, desired: 4, max: 10 }, startedAt: NOW - 5, heartbeatAt: NOW - 5 }),
        sizes,
        suspended,
      })
    const two = ['AZRebalance', 'ScheduledActions']
    const rows: { name: string; sizes: Sizes; suspended: readonly string[]; next: object }[] = [
      { name: 'takes over its bounds and its surge', sizes: { min: 5, desired: 5, max: 11 }, suspended: two, next: { kind: 'save-state', memo: { sizes: { min: 1, desired: 4, max: 10 }, surge: 1, follows: true } } },
      { name: 'also where its surge is larger', sizes: { min: 5, desired: 5, max: 12 }, suspended: two, next: { kind: 'save-state', memo: { surge: 2, follows: true } } },
      { name: 'suspends what the other has left running', sizes: { min: 1, desired: 4, max: 10 }, suspended: two, next: { kind: 'suspend', processes: ['AlarmNotification'] } },
      { name: 'takes over no bounds where both let them rest', sizes: { min: 6, desired: 6, max: 12 }, suspended: [...two, 'AlarmNotification'], next: { kind: 'save-state', memo: { surge: 2 }, reason: expect.stringContaining('room for more') } },
      { name: 'takes over no bounds that are not held at what was raised', sizes: { min: 2, desired: 5, max: 11 }, suspended: two, next: { kind: 'suspend' } },
    ] // prettier-ignore
    test.each(rows)('$name', ({ sizes, suspended, next }) => {
      const action = nextAction(held(sizes, suspended), aPolicy(), { ...JUST_BEGUN, hasOwnSizes: true })
      expect(action).toMatchObject(next)
    })

    test('puts back what the other has raised, and says that nothing may change the size', () => {
      const fleet = held({ min: 6, desired: 6, max: 12 }, two)
      const memo = { ...aMemo(4), ...fleet.memo, follows: true, surge: 2 } as const
      expect(sizesToRestore(fleet, memo)).toEqual({ min: 1, desired: 4, max: 10 })
      const action = nextAction({ ...fleet, memo }, aPolicy(), JUST_BEGUN)
      expect(action).toMatchObject({ kind: 'suspend', reason: 'nothing else may change the size meanwhile' })
    })
  })
})

test('a restore that finds only old instances terminates the newest ones, which the roll had launched', () => {
  // The roll crashed with three of surge, and an operator changed the launch source once more: now all nine were old. The
  // restore lowered the desired capacity, and AWS chose three of the original instances.
  const mine = old(3, { launchedAt: NOW - 100 }).map((instance) => ({ ...instance, id: `${instance.id}b` }))
  const fleet = aRollingFleet([...old(6), ...mine], 9, aMemo(6, { surge: 3 }))
  const action = nextAction(fleet, aPolicy({ intent: 'restore' }), JUST_BEGUN)
  expect(action).toMatchObject({
    kind: 'terminate',
    instances: ['i-old0b', 'i-old1b', 'i-old2b'],
    decrement: true,
  })
})

describe('where an operator has raised the minimum above the original size', () => {
  // AWS refuses to terminate with a decrement below MinSize: the roll ended red and could not be restored either.
  const sizes = { min: 5, max: 6, desired: 5 }
  const memo = aMemo(4, { sizes: { min: 4, max: 5, desired: 4 }, surge: 2 })

  test('the last old ones leave with a successor', () => {
    const fleet = aRollingFleet([...old(1), ...fresh(4)], 5, memo, { sizes })
    const action = nextAction(fleet, aPolicy({ surge: 2 }), { ...JUST_BEGUN, desired: 5, suspended: true })
    expect(action).toMatchObject({ kind: 'terminate', instances: ['i-old0'], decrement: false })
  })

  test('a restore leaves as many as the minimum requires', () => {
    const fleet = aRollingFleet([...old(3), ...fresh(2)], 5, memo, { sizes })
    const action = nextAction(fleet, aPolicy({ intent: 'restore' }), JUST_BEGUN)
    expect(action).toMatchObject({ kind: 'resize', sizes: { max: 5 } })
    expect(action).not.toHaveProperty('sizes.desired')
  })
})

test('a restore keeps the only instance that serves, even a new one', () => {
  // A load balancer called the three old ones unhealthy for a minute, and they were protected from scale-in, so no other
  // instance was left to terminate: the restore terminated the new one, the only one that served.
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

describe('the origin of a size is recognised', () => {
  interface Group {
    readonly begin: Fleet
    readonly policy?: Policy
    /** The desired capacity that an operator sets, in seconds after the beginning. */
    readonly operatorSize?: { readonly after: number; readonly desired: number }
    /** Instances that were terminated by EC2. */
    readonly gone?: ReadonlySet<string>
    /** How long after a change reads show the state before it. */
    readonly lagSeconds: number
    /** Makes a change: gives the group afterwards, and how long the change took. */
    readonly make: (change: Change, actual: Fleet) => Promise<{ readonly actual: Fleet; readonly seconds: number }>
  }

  /** Rolls for five minutes: gives every desired capacity that was saved as the one to restore, and the leftovers. */
  async function rolled({
    begin,
    policy = aPolicy({ surge: 2 }),
    operatorSize,
    gone = new Set(),
    lagSeconds,
    make,
  }: Group): Promise<{ readonly savedSizes: readonly number[]; readonly left: readonly string[] }> {
    const savedSizes: number[] = []
    const left: string[] = []
    const end = new AbortController()
    let now = NOW
    let coming = operatorSize
    let states = [{ since: 0, fleet: begin }]
    await runRollout({
      groups: ['web'],
      port: {
        look: async () => {
          if (now > NOW + 300) end.abort()
          if (coming && now - NOW >= coming.after) {
            const latest = states.at(-1)?.fleet ?? begin
            const sizes = { ...latest.sizes, desired: coming.desired }
            states = [...states, { since: now, fleet: { ...latest, sizes } }]
            coming = undefined
          }
          const fleet = states.findLast(({ since }) => since === 0 || since + lagSeconds <= now)?.fleet ?? begin
          const instances = fleet.instances.filter(({ id }) => !gone.has(id))
          return { fleets: [{ ...fleet, instances, at: now }], gone: [], unreadable: [] }
        },
        apply: async (_, change) => {
          if (change.kind === 'save-state') savedSizes.push(change.memo.sizes.desired)
          const { actual, seconds } = await make(change, states.at(-1)?.fleet ?? begin)
          now += seconds
          states = [...states, { since: now, fleet: actual }]
        },
        desiredChanges: async () => [],
      },
      policyFor: () => policy,
      clock: { now: () => now * 1000, sleep: async (milliseconds) => void (now += milliseconds / 1000) },
      report: () => undefined,
      deadline: NOW + 3600,
      pollSeconds: () => 15,
      signal: end.signal,
      dryRun: false,
      ended: (outcome) => void left.push(...outcome.left),
      outlook: () => ({ progress: 0, timeLeft: undefined }),
    })
    return { savedSizes, left }
  }

  const savedSizesOf = async (group: Group): Promise<readonly number[]> => (await rolled(group)).savedSizes

  test('processes that the run has resumed itself are not reported as resumed by others', async () => {
    // A dark roll that had nothing left to release resumed all four processes with its last steps, and then reported that
    // other processes had resumed them.
    const suspends = ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'AddToLoadBalancer']
    const { left } = await rolled({
      begin: aRollingFleet(fresh(2), 2, aMemo(2, { suspends, heartbeatAt: NOW }), { suspended: suspends }),
      lagSeconds: 0,
      make: async (change, actual) => ({ actual: afterChange(actual, change), seconds: 0 }),
    })
    expect(left).toEqual([])
  })

  test('also where the roll halts between the release of its dark instances and the memo of it', async () => {
    const suspends = ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'AddToLoadBalancer']
    const { left } = await rolled({
      begin: aRollingFleet(
        [...old(2), ...fresh(2)],
        4,
        aMemo(2, { suspends, surge: 2, dark: true, heartbeatAt: NOW }),
        { suspended: suspends },
      ),
      policy: aPolicy({ surge: 2, dark: { kind: 'launch', bakeSeconds: 0, byHand: false } }),
      lagSeconds: 0,
      make: async (change, actual) => {
        if (change.kind === 'save-state') throw new UserError({ what: 'no right to write tags' })
        return { actual: afterChange(actual, change), seconds: 0 }
      },
    })
    expect(left).toEqual([])
  })

  test('where the instance to terminate with a decrement was gone already', async () => {
    // A Spot interruption had taken the old instance before its termination, and AWS refused: the desired capacity stayed
    // at four. The run assumed success and waited for three; a minute later four counted as an operator's size.
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
    const saved = await savedSizesOf({
      begin,
      gone,
      lagSeconds: 0,
      make: async (change, actual) => {
        if (change.kind !== 'terminate' || gone.size > 0) return { actual: afterChange(actual, change), seconds: 0 }
        await applyChange(connection, 'web', change)
        return { actual, seconds: 0 }
      },
    })
    expect(saved).toEqual([])
    expect(connection.count('TerminateInstanceInAutoScalingGroup')).toBe(1)
  })

  test('where AWS took minutes to accept a change, and reads lag behind', async () => {
    // In an outage the call was repeated for three minutes. Counted from the read before it, it was too old to be
    // awaited, so a read that did not show it yet was trusted, and the next one, which did, seemed to show an operator's
    // change.
    const begin = aRollingFleet(old(3), 3, aMemo(3, { surge: 2 }))
    const make = async (change: Change, actual: Fleet) => ({
      actual: afterChange(actual, change),
      seconds: change.kind === 'resize' ? 170 : 0,
    })
    expect(await savedSizesOf({ begin, lagSeconds: 4, make })).toEqual([])
  })

  test('a roll that is rolled back at its very end suspends the processes again', async () => {
    // The processes ran again when AZRebalance launched one more instance, which failed: the roll was rolled back, and its
    // surge added capacity while alarms and schedules could change it as well.
    const kinds: string[] = []
    await savedSizesOf({
      begin: aRollingFleet([...old(1), ...fresh(2)], 3, aMemo(2, { heartbeatAt: NOW })),
      policy: aPolicy({ onFailure: 'rollback', instanceTimeoutSeconds: 60 }),
      lagSeconds: 0,
      make: async (change, actual) => {
        if (change.kind !== 'save-state' && change.kind !== 'renew-lease') kinds.push(change.kind)
        const now = afterChange(actual, change)
        if (change.kind === 'set-launch-source') return { actual: { ...now, source: template(1) }, seconds: 0 }
        const more = change.kind === 'resume' ? booting(1) : []
        return { actual: { ...now, instances: [...now.instances, ...more] }, seconds: 0 }
      },
    })
    expect(kinds.slice(0, 5)).toEqual(['terminate', 'resume', 'set-launch-source', 'suspend', 'resize'])
  })

  test('where an operator sets it right before the run renews its lease', async () => {
    // The renewal, which comes before everything else, took the observed size for the run's own: seven of the ten
    // instances that an operator had requested would have been terminated in the end.
    const begin = aRollingFleet(old(3), 3, aMemo(3, { surge: 2, heartbeatAt: NOW }))
    const make = async (change: Change, actual: Fleet) => ({ actual: afterChange(actual, change), seconds: 0 })
    expect(await savedSizesOf({ begin, operatorSize: { after: 120, desired: 10 }, lagSeconds: 0, make })).toEqual([10])
  })
})

test('a restore does not treat serving instances as surplus because they are still warming up', () => {
  // A Spot interruption had taken one of six old instances, and the roll halted while two of its three new ones were
  // warming up: both were terminated as if they did not serve, and five were left where there had been six.
  const warming = fresh(2, { readySince: NOW - 10 })
  const fleet = aRollingFleet([...old(5), ...warming, ...booting(1)], 8, aMemo(6, { surge: 2 }))
  const action = nextAction(fleet, aPolicy({ intent: 'restore', surge: 2, warmupSeconds: 29 }), JUST_BEGUN)
  expect(action).toMatchObject({ kind: 'terminate', instances: ['i-boot0', 'i-new0'], decrement: true })
})

test('an instance that comes out of the warm pool has its full instance timeout', () => {
  // It had been observed in the pool for an hour, while others were replaced, and was overdue as soon as it came out.
  const [coming] = booting(1)
  if (coming === undefined) throw new Error('no instance comes out')
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

test('a restore terminates the instances of its roll, though the group protects all that it launches', () => {
  // The launch source was restored, and AWS refused to terminate the new instances. So they were old and protected, which
  // a restore left alone: all the others were needed, and the group kept twice its size.
  const fleet = (launchedAt: number) => {
    const sick = { protectedFromScaleIn: true, readySince: undefined, unreadySince: NOW - 30, launchedAt }
    const balancers = [{ balancer: 'web', state: 'unhealthy' as const, reason: '' }]
    const instances = [...old(3), ...fresh(2, { ...sick, balancers })]
    return aRollingFleet(instances, 5, aMemo(3, { surge: 2 }), { source: template(1) })
  }
  const restoring = aPolicy({ intent: 'restore', protectedInstances: 'ignore' })
  const leaving = { kind: 'terminate', instances: ['i-new0', 'i-new1'], decrement: true }
  expect(nextAction(fleet(NOW - 50), restoring, JUST_BEGUN)).toMatchObject(leaving)
  expect(nextAction(fleet(NOW - 5000), restoring, JUST_BEGUN)).toMatchObject({ kind: 'wait' })
})

test('a serving instance is not terminated because its timeout ends while it is warming up', () => {
  // Booting took nearly the whole instance timeout. Each instance came into service below the floor, and was terminated as
  // too late half a minute later, again and again for an hour.
  const warming = fresh(1, { firstSeenAt: NOW - 910, readySince: NOW - 10 })
  const fleet = aRollingFleet([...old(3, { healthy: false }), ...warming], 4, aMemo(3))
  const policy = aPolicy({ warmupSeconds: 36, maxFailures: 3 })
  expect(nextAction(fleet, policy, { ...JUST_BEGUN, desired: 4, suspended: true })).toMatchObject({
    kind: 'wait',
    reason: 'i-new0 is not ready: warming up',
  })
})

test('a roll with a needed surplus ends only when other instances serve instead', () => {
  // Two protected, exempt old instances had turned unhealthy: the desired capacity was lowered at the end without an
  // instance to terminate, and AWS chose one that served.
  const sick = ['i-guarded0', 'i-guarded1'].map((id) =>
    anInstance(id, { protectedFromScaleIn: true, healthy: false, readySince: undefined, unreadySince: NOW - 30 }),
  )
  const fleet = aRollingFleet([...sick, ...fresh(2)], 4, aMemo(3))
  const state = { ...JUST_BEGUN, desired: 4, suspended: true }
  expect(nextAction(fleet, aPolicy({ protectedInstances: 'ignore' }), state)).toMatchObject({ kind: 'wait' })
})

test('with force the instances of the warm pool are outdated as well, though they were launched last', () => {
  const [first] = old(1)
  const warmed = anInstance('i-warmed', { lifecycle: 'Warmed:Stopped', launchedAt: (first?.launchedAt ?? 0) + 60 })
  const fleet = aFleet([...old(1), warmed], { source: template(1) })
  expect(nextAction(fleet, aPolicy({ force: true }), JUST_BEGUN)).toMatchObject({
    kind: 'save-state',
    memo: { replaceLaunchedUntil: warmed.launchedAt },
  })
})

test('a dark roll without launches of its own registers an exempt instance that was launched meanwhile', () => {
  // While the processes were suspended an operator added one instance, which came out of the warm pool: old, protected and
  // exempt. The roll ended, and the instance was never registered with a load balancer.
  const suspends = ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'AddToLoadBalancer']
  const missing = [{ balancer: 'web', state: 'unregistered', reason: 'not registered' }] as const
  const spared = anInstance('i-spared', { protectedFromScaleIn: true, balancers: missing, readySince: undefined })
  const fleet = aRollingFleet([spared], 1, aMemo(1, { suspends, dark: true }), { suspended: suspends.slice(0, 3) })
  const policy = aPolicy({
    protectedInstances: 'ignore',
    dark: { kind: 'launch', bakeSeconds: 0, byHand: false },
  })
  const action = nextAction(fleet, policy, { ...JUST_BEGUN, desired: 1, suspended: true })
  expect(action).toMatchObject({ kind: 'register', balancer: 'web', instances: ['i-spared'] })
})
