import { haltOnStalledLaunch, isOutlookNeeded, outstandingSince } from '../../../src/domain/rollout/launch-stall.ts'
import type { FailedLaunch, Fleet, Instance } from '../../../src/domain/rollout/fleet.ts'
import type { RunState } from '../../../src/domain/rollout/run-state.ts'
import { aMemo, aRollingFleet, booting, fresh, NOW, old } from './a-fleet.ts'
import { aSituation } from './a-situation.ts'

const group = (instances: readonly Instance[], change: Partial<Fleet> = {}): Fleet =>
  aRollingFleet(instances, 4, aMemo(3), change)

describe('since when a launch is outstanding', () => {
  interface Row {
    readonly name: string
    readonly before: Fleet
    readonly now: Fleet
    readonly since?: number
    readonly expected: number | undefined
  }
  const lacking = group(old(3))
  const rows: Row[] = [
    {
      name: 'not at all where all are there',
      before: lacking,
      now: group([...old(3), ...booting(1)]),
      since: NOW - 60,
      expected: undefined,
    },
    { name: 'from the look that first misses one', before: lacking, now: lacking, expected: NOW },
    { name: 'no later where nothing has come', before: lacking, now: lacking, since: NOW - 60, expected: NOW - 60 },
    {
      name: 'anew where one of several has come',
      before: group(old(2)),
      now: group([...old(2), ...booting(1)]),
      since: NOW - 60,
      expected: NOW,
    },
    {
      name: 'anew where more is wanted',
      before: aRollingFleet(old(2), 3, aMemo(3)),
      now: group(old(2)),
      since: NOW - 60,
      expected: NOW,
    },
    {
      name: 'no later where one has left',
      before: lacking,
      now: group([...old(2), ...old(3, { lifecycle: 'Terminating' }).slice(2)]),
      since: NOW - 60,
      expected: NOW - 60,
    },
  ]
  test.each(rows)('$name', ({ before, now, since, expected }) => {
    expect(outstandingSince({ outstandingSince: since }, { before, now })).toBe(expected)
  })
})

describe('a launch that does not begin', () => {
  const failed = (reason: string, at: number): FailedLaunch => ({ activityId: 'x', at, reason })
  const FULL = 'There are not enough free addresses in subnet subnet-1.'
  const outlook = (lastLaunchAt: number | undefined, askedAt = NOW) => ({
    launchOutlook: { askedAt, lastLaunchAt, facts: ['zones: a, b'] },
  })

  interface Row {
    readonly name: string
    readonly state: Partial<RunState>
    readonly fleet?: Fleet
    readonly asks: boolean
    readonly halts: boolean
  }
  const stalled = { outstandingSince: NOW - 600 }
  const rows: Row[] = [
    { name: 'has ten minutes', state: { outstandingSince: NOW - 599 }, asks: false, halts: false },
    { name: 'is asked about before it ends a roll', state: stalled, asks: true, halts: false },
    {
      name: 'ends a roll where AWS tells of no launch',
      state: { ...stalled, ...outlook(undefined) },
      asks: false,
      halts: true,
    },
    {
      name: 'ends it where the last one is ten minutes old',
      state: { ...stalled, ...outlook(NOW - 600) },
      asks: false,
      halts: true,
    },
    {
      name: 'has ten minutes from the last one',
      state: { ...stalled, ...outlook(NOW - 599) },
      asks: false,
      halts: false,
    },
    {
      name: 'is asked about once more when these are over',
      state: { outstandingSince: NOW - 900, ...outlook(NOW - 600, NOW - 300) },
      asks: true,
      halts: false,
    },
    {
      name: 'is none where all are there',
      state: stalled,
      fleet: group([...old(3), ...fresh(1)]),
      asks: false,
      halts: false,
    },
    {
      name: 'has begun where it has failed',
      state: stalled,
      fleet: group(old(3), { failedLaunches: [failed(FULL, NOW - 300)] }),
      asks: false,
      halts: false,
    },
    {
      name: 'is borne where something is full and instances of the group are leaving',
      state: { outstandingSince: NOW - 900, leavingAt: NOW - 30 },
      fleet: group(old(3), { failedLaunches: [failed(FULL, NOW - 900)] }),
      asks: false,
      halts: false,
    },
    {
      name: 'is not borne for those that leave where nothing is full',
      state: { ...stalled, ...outlook(undefined), leavingAt: NOW },
      asks: false,
      halts: true,
    },
  ]
  test.each(rows)('$name', ({ state, fleet = group(old(3)), asks, halts }) => {
    const situation = aSituation(fleet, {}, state)
    expect(isOutlookNeeded(fleet, situation.state)).toBe(asks)
    expect(haltOnStalledLaunch(situation)?.kind).toBe(halts ? 'halt' : undefined)
  })

  test('is told with what is known', () => {
    const fleet = group(old(3), {
      suspended: ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'HealthCheck'],
      suspensionReasons: { HealthCheck: 'User suspended' },
    })
    expect(haltOnStalledLaunch(aSituation(fleet, {}, { ...stalled, ...outlook(undefined) }))).toMatchObject({
      reason:
        'AWS has begun no launch for 10 minutes, though 3 of a desired capacity of 4 are there; suspended: HealthCheck (User suspended); zones: a, b',
    })
  })
})
