import { endOverdueInstance, haltOnFailures } from '../../../src/domain/rollout/failures.ts'
import type { Action } from '../../../src/domain/rollout/action.ts'
import type { FailedLaunch, Fleet, Instance, Memo } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import type { ProbeOutcome } from '../../../src/domain/rollout/probe.ts'
import type { RunState } from '../../../src/domain/rollout/run-state.ts'
import { aMemo, anInstance, aRollingFleet, booting, fresh, NOW, old, template } from './a-fleet.ts'
import { aSituation } from './a-situation.ts'

interface Group {
  readonly name: string
  /** Beside three old ones of a group that wants four; one that boots where it does not say otherwise. */
  readonly launched?: readonly Instance[]
  readonly failedLaunches?: readonly FailedLaunch[]
  readonly policy?: Partial<Policy>
  readonly state?: Partial<RunState>
  readonly memo?: Partial<Memo>
  readonly change?: Partial<Fleet>
}

const situationOf = ({ launched = booting(1), failedLaunches = [], policy, state, memo, change }: Group) =>
  aSituation(aRollingFleet([...old(3), ...launched], 4, aMemo(3, memo), { failedLaunches, ...change }), policy, state)

const failed = (reason: string, at: number, instanceId?: string): FailedLaunch => ({
  activityId: 'x',
  instanceId,
  at,
  reason,
})
const lost = (id: string, at: number) => ({ id, at, reason: 'Pending:Wait (a lifecycle hook)' })
const rollback = (since: number): Partial<Policy> => ({ rollback: { failed: template(9), since } })

const NO_IMAGE = 'The image id [ami-2] does not exist.'
const INTERNAL =
  'Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: Server.InternalError: Internal error on launch'
const UNHEARD = 'The moon is in the wrong house.'
const BAD_DAY = 'Request limit exceeded. Launching EC2 instance failed.'
const NO_KEY = "The key pair 'ops' does not exist"
const NO_CAPACITY =
  'We currently do not have sufficient t3.micro capacity in the Availability Zone you requested (eu-west-1a). Launching EC2 instance failed.'

describe('a roll halts on launches that AWS refuses', () => {
  const refused = (reason: string): string => `AWS could not launch a new instance: ${reason}`
  /** Nothing was launched where the row does not say otherwise, so that one launch is outstanding. */
  const rows: (Group & { readonly expected: string | undefined })[] = [
    { name: 'not where there are none', expected: undefined },
    {
      name: 'at once where no other zone can mend it',
      failedLaunches: [failed(NO_IMAGE, NOW - 1)],
      expected: refused(NO_IMAGE),
    },
    {
      name: 'not within a minute where the zone is full: AWS tries the others by itself',
      failedLaunches: [failed(NO_CAPACITY, NOW - 59)],
      expected: undefined,
    },
    {
      name: 'after a minute where the zone is full',
      failedLaunches: [failed(NO_CAPACITY, NOW - 60)],
      expected: refused(NO_CAPACITY),
    },
    ...[
      'Could not launch On-Demand Instances. InsufficientInstanceCapacity - There is no capacity.',
      'There are not enough free addresses in subnet subnet-1 to satisfy the requested number of instances.',
      'The specified subnet does not have sufficient free IP addresses to satisfy the request.',
    ].map((reason) => ({
      name: `not within a minute where AWS says: ${reason}`,
      failedLaunches: [failed(reason, NOW - 59)],
      expected: undefined,
    })),
    {
      name: 'not within a minute in words that are not known: they may tell of a full zone',
      failedLaunches: [failed(UNHEARD, NOW - 59)],
      expected: undefined,
    },
    {
      name: 'after a minute in words that are not known',
      failedLaunches: [failed(UNHEARD, NOW - 60)],
      expected: refused(UNHEARD),
    },
    {
      name: 'not within ten minutes of a bad day of AWS',
      failedLaunches: [failed(BAD_DAY, NOW - 599)],
      expected: undefined,
    },
    {
      name: 'after ten minutes of a bad day of AWS',
      failedLaunches: [failed(BAD_DAY, NOW - 600)],
      expected: refused(BAD_DAY),
    },
    {
      name: 'not where something is full and instances of the group were still leaving',
      failedLaunches: [failed(NO_CAPACITY, NOW - 300)],
      state: { leavingAt: NOW - 300 },
      expected: undefined,
    },
    {
      name: 'not where something is full and the last of them had just left: AWS counts it a moment longer',
      failedLaunches: [failed(NO_CAPACITY, NOW - 240)],
      state: { leavingAt: NOW - 300 },
      expected: undefined,
    },
    {
      name: 'where something is full though no instance has been leaving for a minute',
      failedLaunches: [failed(NO_CAPACITY, NOW - 239)],
      state: { leavingAt: NOW - 300 },
      expected: refused(NO_CAPACITY),
    },
    {
      name: 'in words that no leaving instance changes',
      failedLaunches: [failed(NO_IMAGE, NOW - 1)],
      state: { leavingAt: NOW },
      expected: refused(NO_IMAGE),
    },
    {
      name: 'not where AWS has launched another since: nothing is missing',
      launched: booting(1),
      failedLaunches: [failed(NO_IMAGE, NOW - 1)],
      expected: undefined,
    },
    {
      name: 'not where the group was complete in a later second: that failure was made good',
      failedLaunches: [failed(NO_IMAGE, NOW - 21)],
      state: { completeAt: NOW - 20 },
      expected: undefined,
    },
    {
      name: 'where the group was complete in the same second, of which AWS gives no part',
      failedLaunches: [failed(NO_IMAGE, NOW - 20)],
      state: { completeAt: NOW - 19.1 },
      expected: refused(NO_IMAGE),
    },
    {
      name: 'not while fewer failed than the policy bears',
      failedLaunches: [failed(NO_IMAGE, NOW - 1)],
      policy: { maxFailures: 2 },
      expected: undefined,
    },
    {
      name: 'once as many failed as the policy does not bear, and tells the last',
      failedLaunches: [failed(NO_KEY, NOW - 9), failed(NO_IMAGE, NOW - 1), failed(NO_KEY, NOW - 5)],
      policy: { maxFailures: 3 },
      expected: `${refused(NO_IMAGE)} (the last of 3 failures)`,
    },
    {
      name: 'not for one from before the roll is rolled back',
      failedLaunches: [failed(NO_IMAGE, NOW - 10)],
      policy: rollback(NOW - 10),
      expected: undefined,
    },
    {
      name: 'for one from after the roll is rolled back',
      failedLaunches: [failed(NO_IMAGE, NOW - 9)],
      policy: rollback(NOW - 10),
      expected: refused(NO_IMAGE),
    },
  ]
  test.each(rows)('$name', ({ expected, ...group }) => {
    expect(haltOnFailures(situationOf({ launched: [], ...group }))).toEqual(
      expected && {
        kind: 'halt',
        reason: expected,
        remedy: 'Mend what AWS names, then start again: the roll goes on with the instances that are still old.',
        blames: 'new instances',
      },
    )
  })
})

describe('a roll halts on new instances that left before they were of use', () => {
  const seen = 'i-gone left before it was of use: when it was last seen, Pending:Wait (a lifecycle hook)'
  const told = 'i-gone left before it was of use: Instance failed to complete user’s Lifecycle Action'
  const reported = failed('Instance failed to complete user’s Lifecycle Action', NOW - 60, 'i-gone')
  const rows: (Group & { readonly expected: string | undefined })[] = [
    { name: 'with what one lacked when it was last seen', state: { lost: [lost('i-gone', NOW - 60)] }, expected: seen },
    {
      name: 'though the group was complete since: another in its place does not make it good',
      state: { lost: [lost('i-gone', NOW - 60)], completeAt: NOW },
      expected: seen,
    },
    {
      name: 'with AWS’s own words where there are any',
      state: { lost: [lost('i-gone', NOW - 60)] },
      failedLaunches: [reported],
      expected: told,
    },
    {
      name: 'not twice for one that AWS reports as well',
      state: { lost: [lost('i-gone', NOW - 60)] },
      failedLaunches: [reported],
      policy: { maxFailures: 2 },
      expected: undefined,
    },
    {
      name: 'once two of them are one too many',
      state: { lost: [lost('i-gone', NOW - 60), lost('i-other', NOW - 70)] },
      policy: { maxFailures: 2 },
      expected: `${seen} (the last of 2 failures)`,
    },
    {
      name: 'not for one that a bad day of AWS has ended: the group launches another',
      state: { lost: [{ ...lost('i-gone', NOW - 60), words: INTERNAL }] },
      expected: undefined,
    },
    {
      name: 'not for two of them that have nothing to do with each other',
      state: {
        lost: [
          { ...lost('i-gone', NOW), words: INTERNAL },
          { ...lost('i-other', NOW - 600), words: INTERNAL },
        ],
      },
      expected: undefined,
    },
    {
      name: 'where such a day goes on for more than ten minutes',
      state: {
        lost: [0, 301, 600].map((ago) => ({ ...lost(ago === 0 ? 'i-gone' : `i-${ago}`, NOW - ago), words: INTERNAL })),
      },
      expected: `i-gone left before it was of use: ${INTERNAL} (the last of 3 failures)`,
    },
    {
      name: 'not twice for one that AWS reports as well, where a bad day has ended it',
      state: { lost: [{ ...lost('i-gone', NOW - 60), words: INTERNAL }] },
      failedLaunches: [failed(INTERNAL, NOW - 60, 'i-gone')],
      expected: undefined,
    },
    {
      name: 'not for one from before the roll is rolled back',
      state: { lost: [lost('i-gone', NOW - 60)] },
      policy: rollback(NOW - 60),
      expected: undefined,
    },
  ]
  test.each(rows)('$name', ({ expected, ...group }) => {
    const remedy =
      'Look at what the new image does at its start, at its health check and at the launch hooks of the group, then start again.'
    expect(haltOnFailures(situationOf(group))).toEqual(
      expected && { kind: 'halt', reason: expected, remedy, blames: 'new instances' },
    )
  })

  test('and on one that AWS reports and no look has shown', () => {
    expect(haltOnFailures(situationOf({ name: '', failedLaunches: [reported] }))).toMatchObject({
      reason: 'AWS could not launch a new instance: Instance failed to complete user’s Lifecycle Action',
    })
  })

  test('but not on one that a bad day of AWS has ended before a look has shown it', () => {
    const failedLaunches = [failed(INTERNAL, NOW - 60, 'i-gone')]
    expect(haltOnFailures(situationOf({ name: '', launched: [], failedLaunches }))).toBeUndefined()
  })

  test('unless such a day goes on for more than ten minutes, whether or not a look has shown them', () => {
    const failedLaunches = [failed(INTERNAL, NOW - 1, 'i-gone'), failed(INTERNAL, NOW - 601, 'i-first')]
    const state = { lost: [{ ...lost('i-seen', NOW - 300), words: INTERNAL }] }
    expect(haltOnFailures(situationOf({ name: '', launched: [], failedLaunches, state }))).toMatchObject({
      reason: `AWS could not launch a new instance: ${INTERNAL} (the last of 3 failures)`,
    })
  })
})

describe('a new instance that does not serve in time', () => {
  const late = (count: number, change: Partial<Instance> = {}): Instance[] =>
    booting(count, { unreadySince: NOW - 901, ...change })
  const reason = 'i-boot0 did not become ready within 15 minutes: Pending'
  const remedy = 'Look at the new instance and its health check, or give it longer with `instance-timeout`.'
  const halt = { kind: 'halt', reason, remedy, blames: 'new instances' }
  const leave = (...instances: readonly string[]) => ({ kind: 'terminate', instances, decrement: false, reason })
  const says = (state: 'unregistered' | 'unhealthy'): Partial<Instance> => ({
    lifecycle: 'InService',
    balancers: [{ balancer: 'web', state, reason: '' }],
  })
  const failedProbe = (id: string): ProbeOutcome => ({ id, at: NOW - 5, passed: false, reason: 'answered 503' })
  /** It serves, and has not passed its probe for longer than it is given. */
  const untried = (id: string): Instance[] =>
    fresh(1, { firstSeenAt: NOW - 901, readySince: NOW - 800, lastProbe: failedProbe(id) })
  const PROBED = { startedAt: NOW - 5000 }
  const unpassed = 'i-boot0 did not become ready within 15 minutes: its probe has not passed, answered 503'
  const rows: (Group & { readonly expected: object | undefined })[] = [
    {
      name: 'has fifteen minutes, and not a second more',
      launched: late(1, { unreadySince: NOW - 900 }),
      expected: undefined,
    },
    { name: 'halts the roll where no failure is borne', launched: late(1), expected: halt },
    {
      name: 'makes room for another while more failures are borne',
      launched: late(1),
      policy: { maxFailures: 2 },
      expected: leave('i-boot0'),
    },
    {
      name: 'leaves with the other late ones in one call',
      launched: late(2),
      policy: { maxFailures: 3 },
      expected: leave('i-boot0', 'i-boot1'),
    },
    {
      name: 'halts the roll where two are late and one is borne',
      launched: late(2),
      policy: { maxFailures: 2 },
      expected: halt,
    },
    {
      name: 'halts the roll where another failed before and one is borne',
      launched: late(1),
      state: { lost: [lost('i-gone', NOW - 60)] },
      policy: { maxFailures: 2 },
      expected: halt,
    },
    {
      name: 'leaves with at most ninety-nine others in one call, which is AWS’s limit',
      launched: late(150),
      policy: { maxFailures: 200 },
      expected: leave(...late(100).map(({ id }) => id)),
    },
    {
      name: 'does not fail by a long warm-up: it serves',
      launched: fresh(1, { firstSeenAt: NOW - 2000, readySince: NOW - 1000 }),
      policy: { warmupSeconds: 1800 },
      expected: undefined,
    },
    {
      name: 'is a new one: an old one that is sick for long fails nothing',
      launched: [anInstance('i-sick', { healthy: false, readySince: undefined, unreadySince: NOW - 9000 })],
      expected: undefined,
    },
    {
      name: 'is none where it waits, up, outside of the load balancers to be released',
      launched: late(1, says('unregistered')),
      memo: { dark: true },
      expected: undefined,
    },
    {
      name: 'has as long again once it was registered',
      launched: late(1, says('unhealthy')),
      memo: { dark: true },
      state: { registeredAt: NOW - 900 },
      expected: undefined,
    },
    {
      name: 'halts with what its probe says where it has not passed',
      launched: late(1, { ...says('unregistered'), lastProbe: failedProbe('i-boot0') }),
      memo: { dark: true, startedAt: NOW - 5000 },
      policy: { dark: { kind: 'launch', bakeSeconds: 0, byHand: false }, probes: true },
      expected: { ...halt, reason: unpassed },
    },
    {
      name: 'halts the roll where it serves and its probe has not passed',
      launched: untried('i-new0'),
      memo: PROBED,
      policy: { probes: true },
      expected: { ...halt, reason: unpassed.replace('boot', 'new') },
    },
    {
      name: 'makes room for another where it serves without having passed its probe, and is not needed',
      launched: untried('i-new0'),
      memo: PROBED,
      policy: { probes: true, maxFailures: 2 },
      expected: { ...leave('i-new0'), reason: unpassed.replace('boot', 'new') },
    },
    {
      name: 'is not taken away where it serves without having passed its probe, and too few others do',
      launched: untried('i-new0'),
      memo: { ...PROBED, sizes: { min: 0, max: 20, desired: 4 } },
      policy: { probes: true, maxFailures: 2 },
      expected: { ...halt, reason: unpassed.replace('boot', 'new') },
    },
    {
      name: 'is none where it has passed its probe',
      launched: untried('i-new0').map((each) => ({ ...each, lastProbe: { ...failedProbe(each.id), passed: true } })),
      memo: PROBED,
      policy: { probes: true },
      expected: undefined,
    },
  ]
  test.each(rows)('$name', ({ expected, ...group }) => {
    const action: Action | undefined = endOverdueInstance(situationOf(group))
    expect(action).toEqual(expected)
  })
})
