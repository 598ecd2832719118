import type { Fleet, Memo } from '../../../src/domain/rollout/fleet.ts'
import { savedState } from '../../../src/domain/janitor/saved-state.ts'
import { aMemo } from '../rollout/a-fleet.ts'
import { aState, DAY, HOUR, LIMITS, NOW } from './a-state.ts'

const judged = (fleet: Partial<Fleet>) => savedState(aState({ fleet }), LIMITS)
const of = (change: Partial<Memo>, fleet: Partial<Fleet> = {}) => judged({ memo: aMemo(2, change), ...fleet })
const ended = { startedAt: NOW - 2 * DAY, heartbeatAt: 0 }

test('a group without saved state is judged by everything else', () => {
  expect(judged({})).toEqual({ kind: 'none' })
})

test.each([
  { name: 'said so a moment ago', heartbeatAt: NOW - 1, busy: 'holds its lease and renewed it 1 s ago' },
  { name: 'has a clock a little ahead', heartbeatAt: NOW + 30, busy: 'holds its lease and renewed it 0 s ago' },
  { name: 'is silent for not quite five minutes', heartbeatAt: NOW - 299, busy: 'holds its lease and renewed it' },
  { name: 'has died an hour ago', heartbeatAt: NOW - HOUR, busy: 'renewed its lease less than `older-than` ago' },
  {
    name: 'has died not quite a day ago',
    heartbeatAt: NOW - DAY + 1,
    busy: 'renewed its lease less than `older-than` ago',
  },
])('a group whose run $name is left alone', ({ heartbeatAt, busy }) => {
  expect(of({ heartbeatAt })).toEqual({ kind: 'busy', why: expect.stringContaining(busy) as string })
})

test('what a run has left that died a day ago is put back', () => {
  expect(of({ heartbeatAt: NOW - DAY })).toMatchObject({
    kind: 'found',
    finding: { finding: 'stale-state', since: NOW - DAY, remedy: { kind: 'restore' } },
  })
})

test('of a heartbeat that no run can have written it is not known since when', () => {
  expect(of({ heartbeatAt: NOW + HOUR })).toMatchObject({ finding: { finding: 'stale-state', since: undefined } })
})

test('another run that dies on the group is another finding', () => {
  const subject = (memo: Partial<Memo>) => {
    const state = of({ heartbeatAt: NOW - DAY, ...memo })
    return state.kind === 'found' ? state.finding.subject : undefined
  }
  expect(subject({ run: '2/1/a' })).not.toBe(subject({ run: '1/1/a' }))
  expect(subject({ heartbeatAt: NOW - DAY - 1 })).not.toBe(subject({}))
})

test.each([
  { name: 'a dark launch', memo: { dark: true as const }, what: 'are dark and wait to be released' },
  { name: 'a gate that is passed by hand', memo: { progress: { phase: 'gated', gatesPassed: 0 } }, what: 'waits at a gate' },
  { name: 'a shift that is passed by hand', memo: { progress: { role: 'source' as const } }, what: 'waits to be passed by hand' },
  { name: 'a side that is kept', memo: { progress: { role: 'source' as const, keptUntil: NOW } }, what: 'the side without traffic is kept' },
  { name: 'what is left for inspection', memo: {}, what: 'for inspection' },
])('$name waits on purpose and is only reported', ({ memo, what }) => {
  expect(of({ ...memo, ...ended })).toMatchObject({
    kind: 'found',
    finding: { finding: 'waiting-state', since: ended.startedAt, remedy: undefined, what: expect.stringContaining(what) as string },
  })
}) // prettier-ignore

test('what waits on purpose for less than `older-than` is left alone', () => {
  expect(of({ dark: true, startedAt: NOW - HOUR, heartbeatAt: 0 })).toMatchObject({ kind: 'busy' })
})

test('a state that only the dark instances carry waits as well', () => {
  expect(judged({ carriedMemo: aMemo(2, { dark: true, ...ended }) })).toMatchObject({
    finding: { finding: 'waiting-state' },
  })
})

test('tags that cannot be read are told of, and a person mends them', () => {
  expect(judged({ unreadableTags: true })).toMatchObject({
    finding: { finding: 'unreadable-state', remedy: undefined },
  })
})

test('the name of a run without its saved state is removed by a restore', () => {
  expect(judged({ orphanedLease: '1/1/a' })).toMatchObject({
    finding: { finding: 'stale-state', since: undefined, remedy: { kind: 'restore' } },
  })
})
