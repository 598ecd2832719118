import * as fc from 'fast-check'
import { UserError } from '../../../src/errors.ts'
import { MEMO_TAG, RUN_TAG, clearedTags, memoTags, readMemo, runTag } from '../../../src/aws/groups/memo-tag.ts'
import type { Memo } from '../../../src/domain/rollout/fleet.ts'
import { tagged } from '../groups.ts'

const memo: Memo = {
  run: '8123456789/2/a1b2c3',
  startedAt: 1_790_000_000,
  heartbeatAt: 1_790_000_060.25,
  sizes: { min: 2, max: 4, desired: 3 },
  suspends: ['AZRebalance', 'AlarmNotification', 'ScheduledActions'],
  surge: 1,
  source: '0123456789abcdef',
  replaceLaunchedUntil: 1_790_000_000,
}

const time = fc.double({ min: 0, max: 4_000_000_000, noNaN: true }).map((value) => value + 0)
const size = fc.nat({ max: 5000 })
const memos: fc.Arbitrary<Memo> = fc.record({
  run: fc.stringMatching(/^[0-9]{1,12}\/[0-9]{1,3}\/[0-9a-z+=.@-]{1,12}$/),
  startedAt: time,
  heartbeatAt: time,
  sizes: fc.record({ min: size, max: size, desired: size }),
  suspends: fc.subarray(['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'AddToLoadBalancer']),
  surge: size,
  source: fc.stringMatching(/^[0-9a-f]{16}$/),
  replaceLaunchedUntil: fc.option(time, { nil: undefined }),
  dark: fc.option(fc.constant(true as const), { nil: undefined }),
  released: fc.option(fc.constant(true as const), { nil: undefined }),
})

test('every memo reads back the same, in characters that every tag allows', () => {
  fc.assert(
    fc.property(memos, (any) => {
      const tags = memoTags('web', any)
      for (const { Value } of tags) {
        expect(Value).toMatch(/^[A-Za-z0-9 +\-=._:/@]{1,256}$/)
      }
      expect(readMemo('web', tags)).toEqual(any)
    }),
  )
})

test('the tags belong to the group and are not passed on to its instances', () => {
  for (const tag of memoTags('web', memo)) {
    expect(tag).toMatchObject({ ResourceId: 'web', ResourceType: 'auto-scaling-group', PropagateAtLaunch: false })
  }
  expect(clearedTags('web').map(({ Key, ResourceId }) => [ResourceId, Key])).toEqual([
    ['web', 'fleet-patch:memo'],
    ['web', 'fleet-patch:run'],
  ])
})

test('a memo looks like this', () => {
  expect(memoTags('web', memo).map(({ Key, Value }) => `${Key} ${Value}`)).toEqual([
    'fleet-patch:memo started=1790000000 min=2 max=4 desired=3 suspends=AZRebalance+AlarmNotification+ScheduledActions surge=1 source=0123456789abcdef until=1790000000',
    'fleet-patch:run run=8123456789/2/a1b2c3 heartbeat=1790000060.25',
  ])
})

test('a new heartbeat leaves the facts alone', () => {
  const [facts] = memoTags('web', memo)
  const beat = runTag('web', { run: memo.run, heartbeatAt: 1_790_000_120 })
  expect(beat.Key).toBe(RUN_TAG)
  expect(readMemo('web', [facts!, beat])).toEqual({ ...memo, heartbeatAt: 1_790_000_120 })
})

describe('there is no memo', () => {
  test.each([
    { name: 'without tags', tags: [] },
    { name: 'with tags of others', tags: [tagged('Name', 'web')] },
    { name: 'where only the run tag was left behind', tags: [tagged(RUN_TAG, 'run=1/1 heartbeat=5')] },
  ])('$name', ({ tags }) => {
    expect(readMemo('web', tags)).toBeUndefined()
  })
})

test('a memo without a run tag has no live lease', () => {
  const [facts] = memoTags('web', memo)
  expect(readMemo('web', [facts!])).toEqual({ ...memo, run: 'unknown', heartbeatAt: memo.startedAt })
})

describe('a memo that cannot be read is reported with what to do', () => {
  const facts = 'started=1790000000 min=2 max=4 desired=3 suspends=none surge=1 source=0123456789abcdef until=none'
  test.each([
    { name: 'empty', tags: [tagged(MEMO_TAG, '')], why: /does not say started, min/ },
    { name: 'cut off', tags: [tagged(MEMO_TAG, facts.slice(0, 30))], why: /does not say desired, suspends/ },
    { name: 'no number', tags: [tagged(MEMO_TAG, facts.replace('max=4', 'max=many'))], why: /max is not a number/ },
    { name: 'a hexadecimal number', tags: [tagged(MEMO_TAG, facts.replace('max=4', 'max=0x4'))], why: /max is not/ },
    { name: 'a negative number', tags: [tagged(MEMO_TAG, facts.replace('min=2', 'min=-2'))], why: /min is not/ },
    { name: 'of a later version', tags: [tagged(MEMO_TAG, `${facts} protects=i-1`)], why: /says protects, which this/ },
    { name: 'of a later format', tags: [tagged(MEMO_TAG, `format=2 ${facts}`)], why: /format 2, which this version/ },
    {
      name: 'of no format that was ever written',
      tags: [tagged(MEMO_TAG, `format=1 ${facts}`)],
      why: /format 1, which/,
    },
    {
      name: 'a run tag of a later format',
      tags: [tagged(MEMO_TAG, facts), tagged(RUN_TAG, 'format=2 run=1/1/a heartbeat=5')],
      why: /format 2, which this version/,
    },
    { name: 'prose', tags: [tagged(MEMO_TAG, 'please do not touch')], why: /does not say/ },
    {
      name: 'a broken run tag',
      tags: [tagged(MEMO_TAG, facts), tagged(RUN_TAG, 'run=1/1')],
      why: /does not say heartbeat/,
    },
  ])('$name', ({ tags, why }) => {
    expect(() => readMemo('web', tags)).toThrow(UserError)
    expect(() => readMemo('web', tags)).toThrow(why)
    expect(() => readMemo('web', tags)).toThrow(/group web .*delete the tags fleet-patch:memo and fleet-patch:run/)
  })
})

describe('what cannot be read back is not written', () => {
  test.each([
    { name: 'too long for a tag', wrong: { source: 'f'.repeat(200) }, message: /a tag holds 256/ },
    { name: 'a space in the run', wrong: { run: '1 2' }, message: /as run into a tag/ },
    { name: 'no run', wrong: { run: '' }, message: /as run into a tag/ },
    { name: 'letters that tags do not take', wrong: { run: 'läuft' }, message: /as run into a tag/ },
    { name: 'no number', wrong: { surge: NaN }, message: /NaN cannot/ },
    { name: 'no end of time', wrong: { replaceLaunchedUntil: Infinity }, message: /Infinity cannot/ },
    { name: 'a process with a plus', wrong: { suspends: ['A+B'] }, message: /A\+B cannot/ },
    { name: 'a process called none', wrong: { suspends: ['none'] }, message: /none cannot/ },
  ])('$name', ({ wrong, message }) => {
    expect(() => memoTags('web', { ...memo, ...wrong })).toThrow(message)
  })
})
