import type { Action } from '../../../src/domain/rollout/action.ts'
import { type AlarmsSeen, BLIND_SECONDS, isRaisedByRoll, observeAlarms } from '../../../src/domain/rollout/alarms.ts'
import type { Alarm, Fleet, Memo } from '../../../src/domain/rollout/fleet.ts'
import type { AlarmPolicy, Policy } from '../../../src/domain/rollout/policy.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import type { RunState } from '../../../src/domain/rollout/run-state.ts'
import { aFleet, aMemo, aPolicy, aRollingFleet, fresh, JUST_BEGUN, NOW, old, template } from './a-fleet.ts'

const alarm = (name: string, state: Alarm['state']): Alarm => ({
  name,
  state,
  reason: 'Threshold Crossed.',
  since: NOW - 30,
  link: `https://console/${name}`,
})

const watch = (change: Partial<AlarmPolicy> = {}): AlarmPolicy => ({
  names: ['5xx', 'latency'],
  atStart: 'refuse',
  withoutData: 'neutral',
  ...change,
})

const OK = [alarm('5xx', 'OK'), alarm('latency', 'OK')]
const RAISED = [alarm('5xx', 'ALARM'), alarm('latency', 'OK')]
const EMPTY = [alarm('5xx', 'INSUFFICIENT_DATA'), alarm('latency', 'OK')]

interface Row {
  readonly name: string
  readonly alarms: readonly Alarm[] | undefined
  readonly watching?: Partial<AlarmPolicy>
  readonly policy?: Partial<Policy>
  readonly seen?: AlarmsSeen
  readonly state?: Partial<RunState>
  readonly fleet?: Fleet
  readonly expected: Pick<Action, 'kind'> & Readonly<Record<string, unknown>>
}

const memo = aMemo(4)
const rolling = aRollingFleet([...old(4), ...fresh(1)], 5, memo)
const atEnd = aRollingFleet(fresh(4), 4, memo, { suspended: [] })

const check = ({ alarms, watching, policy, seen, state, fleet = rolling, expected }: Row): void => {
  const gates = { checkpoints: [], bakeSeconds: 0, bakeAtEndSeconds: 0, promote: 'auto', onFailure: 'rollback', alarms: watch(watching) } as const // prettier-ignore
  const known = {
    ...JUST_BEGUN,
    desired: fleet.sizes.desired,
    suspended: true,
    alarms: seen ?? { ignored: [] },
    ...state,
  }
  expect(nextAction({ ...fleet, alarms }, aPolicy({ gates, ...policy }), known)).toMatchObject(expected)
}

describe('an alarm', () => {
  const rows: Row[] = [
    { name: 'that is OK lets the roll go on', alarms: OK, expected: { kind: 'terminate' } },
    {
      name: 'in ALARM fails the gate, with its words and where to look',
      alarms: RAISED,
      expected: {
        kind: 'halt',
        blames: 'gate',
        reason: `the alarm 5xx is in ALARM since 2023-11-14 22:12:50 UTC: Threshold Crossed (https://console/5xx)`,
      },
    },
    {
      name: 'does not count before it has been OK, where it is to be ignored until then',
      alarms: RAISED,
      seen: { ignored: ['5xx'] },
      expected: { kind: 'terminate' },
    },
    {
      name: 'is not asked while the roll is taken back',
      alarms: RAISED,
      fleet: aRollingFleet([...old(4), ...fresh(1)], 5, aMemo(4, { source: template(1).fingerprint }), {
        source: template(1),
      }),
      policy: { rollback: { failed: template(2), since: NOW - 10 } },
      expected: { kind: 'terminate', instances: ['i-new0'] },
    },
    {
      name: 'is not asked where the roll goes on being taken back by another run',
      alarms: RAISED,
      fleet: aRollingFleet(
        [...old(4), ...fresh(1, { launchedAt: NOW - 30 })],
        5,
        aMemo(4, { source: template(1).fingerprint, progress: { phase: 'taken-back' } }),
        { source: template(1) },
      ),
      expected: { kind: 'terminate', instances: ['i-new0'] },
    },
    { name: 'without data is neutral', alarms: EMPTY, fleet: atEnd, expected: { kind: 'clear-state' } },
    {
      name: 'without data is waited for at the end of a bake',
      alarms: EMPTY,
      watching: { withoutData: 'wait' },
      fleet: atEnd,
      expected: { kind: 'wait', reason: 'the end waits for the alarm 5xx to be OK; it is INSUFFICIENT_DATA' },
    },
    {
      name: 'without data fails the gate at the end of a bake',
      alarms: EMPTY,
      watching: { withoutData: 'fail' },
      fleet: atEnd,
      expected: { kind: 'halt', blames: 'gate' },
    },
    {
      name: 'without data does not matter before the end of a bake',
      alarms: EMPTY,
      watching: { withoutData: 'fail' },
      expected: { kind: 'terminate' },
    },
    {
      name: 'that is not told lets nothing leave',
      alarms: undefined,
      seen: { ignored: [], blindSince: NOW },
      expected: { kind: 'wait', reason: 'CloudWatch does not tell the state of 5xx, latency' },
    },
    {
      name: 'that is left out of an answer lets nothing leave',
      alarms: [alarm('5xx', 'OK')],
      seen: { ignored: [], blindSince: NOW - BLIND_SECONDS + 1 },
      expected: { kind: 'wait', reason: 'CloudWatch does not tell the state of latency' },
    },
    {
      name: 'that is not told for too long fails the gate',
      alarms: undefined,
      seen: { ignored: [], blindSince: NOW - BLIND_SECONDS },
      expected: { kind: 'halt', blames: 'gate' },
    },
  ]
  test.each(rows)('$name', check)
})

describe('what a run learns of its alarms', () => {
  const look = (alarms: readonly Alarm[] | undefined, at = NOW): Fleet => ({ ...aFleet(old(4)), alarms, at })
  const ignoring = watch({ atStart: 'ignore-until-ok' })

  test('those that are in ALARM at the first look are ignored until they are OK, if they are to be', () => {
    expect(observeAlarms(undefined, look(RAISED), watch())).toEqual({ ignored: [] })
    const first = observeAlarms(undefined, look(RAISED), ignoring)
    expect(first).toEqual({ ignored: ['5xx'] })
    const empty = observeAlarms(first, look(EMPTY), ignoring)
    expect(empty).toEqual({ ignored: ['5xx'] })
    const fine = observeAlarms(empty, look(OK), ignoring)
    expect(fine).toEqual({ ignored: [] })
    expect(observeAlarms(fine, look(RAISED), ignoring)).toEqual({ ignored: [] })
  })

  test('those that cannot be read at the first look may be in ALARM', () => {
    expect(observeAlarms(undefined, look(undefined), ignoring)).toEqual({
      ignored: ['5xx', 'latency'],
      blindSince: NOW,
    })
  })

  describe('where the run goes on with a roll of another', () => {
    const goingOn = (memo: Partial<Memo>, alarms: readonly Alarm[] | undefined): Fleet => ({
      ...look(alarms),
      memo: aMemo(4, { run: '99/1/x', ...memo }),
    })
    const rows: readonly { name: string; fleet: Fleet; ignored: readonly string[] }[] = [
      { name: 'counts if it was raised since that roll began', fleet: goingOn({}, RAISED), ignored: [] },
      {
        name: 'is ignored if it was in ALARM before',
        fleet: goingOn({ startedAt: NOW - 30 }, RAISED),
        ignored: ['5xx'],
      },
      {
        name: 'is ignored if the group launches something else by now',
        fleet: goingOn({ source: template(1).fingerprint }, RAISED),
        ignored: ['5xx'],
      },
      { name: 'counts if it cannot be read', fleet: goingOn({}, undefined), ignored: [] },
    ]
    test.each(rows)('an alarm $name', ({ fleet, ignored }) => {
      expect(observeAlarms(undefined, fleet, ignoring)).toMatchObject({ ignored })
    })

    test('one whose moment CloudWatch does not tell was not raised by it', () => {
      expect(isRaisedByRoll({ since: undefined }, goingOn({}, RAISED))).toBe(false)
    })
  })

  test('since when one cannot be read', () => {
    const blind = observeAlarms({ ignored: [] }, look([alarm('5xx', 'OK')]), watch())
    expect(blind).toEqual({ ignored: [], blindSince: NOW })
    expect(observeAlarms(blind, look(undefined, NOW + 60), watch())).toEqual(blind)
    expect(observeAlarms(blind, look(OK, NOW + 60), watch())).toEqual({ ignored: [] })
  })
})
