import type { Action } from '../../../src/domain/rollout/action.ts'
import { asksForRefresh, refreshMayBeOld, refreshText } from '../../../src/domain/rollout/instance-refresh.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import type { RefreshSeen } from '../../../src/domain/rollout/instance-refresh.ts'
import { aMemo, aPolicy, aRollingFleet, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'

const ACTIVE = { id: '08b91cf7', status: 'InProgress', configuration: 'launch template web version 3' }

test('an instance refresh of others halts a roll, and says which one', () => {
  const fleet = aRollingFleet([...old(3), ...fresh(1)], 4, aMemo(3))
  const halted = nextAction(fleet, aPolicy(), { ...JUST_BEGUN, refresh: { at: NOW, active: ACTIVE } })
  expect(halted).toEqual({
    kind: 'halt',
    reason:
      'the instance refresh 08b91cf7 is InProgress, to launch template web version 3: it was begun from outside this run and replaces the instances of web as well',
    remedy:
      'Wait for its end, or cancel it with `aws autoscaling cancel-instance-refresh --auto-scaling-group-name web`, then start again.',
  })
})

test('a roll goes on where AWS knows of none', () => {
  const fleet = aRollingFleet([...old(3), ...fresh(1)], 4, aMemo(3))
  expect(nextAction(fleet, aPolicy(), { ...JUST_BEGUN, refresh: { at: NOW, active: undefined } }).kind).toBe(
    'terminate',
  )
})

test('a group is put back beside a refresh', () => {
  const fleet = aRollingFleet([...old(3), ...fresh(1)], 4, aMemo(3))
  const state = { ...JUST_BEGUN, refresh: { at: NOW, active: ACTIVE } }
  expect(nextAction(fleet, aPolicy({ intent: 'restore' }), state).kind).toBe('terminate')
})

test('a refresh without a configuration of its own is told by its id and status', () => {
  expect(refreshText({ id: '1', status: 'Pending', configuration: undefined })).toBe(
    'the instance refresh 1 is Pending',
  )
})

describe('AWS is asked for a refresh', () => {
  const reason = ''
  const terminate: Action = { kind: 'terminate', instances: ['i-1'], decrement: false, reason }
  const never = undefined
  const seen = (seconds: number): RefreshSeen => ({ at: NOW - seconds, active: undefined })
  const keptFor = (seconds: number): RefreshSeen => ({ ...seen(seconds), mayBeKept: true })
  const resize: Action = { kind: 'resize', sizes: { desired: 4 }, reason }
  const rows: { name: string; action: Action; refresh: RefreshSeen | undefined; asks: boolean }[] = [
    { name: 'before an instance leaves', action: terminate, refresh: never, asks: true },
    { name: 'before the next one leaves as well', action: terminate, refresh: seen(1), asks: true },
    { name: 'but once for a look', action: terminate, refresh: seen(0), asks: false },
    { name: 'before capacity is added', action: resize, refresh: never, asks: true },
    { name: 'before an instance leaves by a look at which an older answer may have done', action: terminate, refresh: keptFor(0), asks: true }, // prettier-ignore
    { name: 'but not again before capacity is added by it', action: resize, refresh: keptFor(0), asks: false },
    { name: 'before the warm pool is emptied', action: { kind: 'terminate-warm', instances: ['i-1'], reason }, refresh: never, asks: true }, // prettier-ignore
    { name: 'when a roll begins to wait', action: { kind: 'wait', reason }, refresh: never, asks: true },
    { name: 'not at each look of a roll that waits', action: { kind: 'wait', reason }, refresh: seen(59), asks: false },
    { name: 'every ten minutes of it', action: { kind: 'wait', reason }, refresh: seen(600), asks: true },
    { name: 'while new instances are tried', action: { kind: 'probe', instances: [], reason }, refresh: seen(600), asks: true }, // prettier-ignore
    { name: 'not before processes are suspended', action: { kind: 'suspend', processes: [], reason }, refresh: never, asks: false }, // prettier-ignore
    { name: 'not where a roll ends', action: { kind: 'done', reason }, refresh: never, asks: false },
  ]
  test.each(rows)('$name', ({ action, refresh, asks }) => {
    expect(asksForRefresh(action, { at: NOW }, refresh === undefined ? {} : { refresh })).toBe(asks)
  })
})

test.each([
  { kind: 'terminate', seconds: 0 },
  { kind: 'terminate-warm', seconds: 0 },
  { kind: 'wait', seconds: 0 },
  { kind: 'probe', seconds: 0 },
  { kind: 'resize', seconds: 900 },
] as const)('before $kind an answer may be $seconds s old', ({ kind, seconds }) => {
  expect(refreshMayBeOld({ kind })).toBe(seconds)
})
