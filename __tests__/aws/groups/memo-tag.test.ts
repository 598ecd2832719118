import type { AutoScalingGroup, TagDescription } from '@aws-sdk/client-auto-scaling'
import * as fc from 'fast-check'
import { UserError } from '../../../src/errors.ts'
import {
  MEMO_TAG,
  PROGRESS_TAG,
  RUN_TAG,
  clearedTags,
  memoTags,
  orphanedRun,
  readMemo,
  runTag,
} from '../../../src/aws/groups/memo-tag.ts'
import type { Memo } from '../../../src/domain/rollout/fleet.ts'
import { tagged } from '../groups.ts'

const ID = '01234567-89ab-cdef-0123-456789abcdef'
const OTHER_ID = 'fedcba98-89ab-cdef-0123-456789abcdef'
const arn = (id: string): string =>
  `arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:${id}:autoScalingGroupName/web`

/** A group with these tags, whose heaviest instance weighs as much as given. */
const carrying = (Tags: TagDescription[], { id = ID, weight = 1 } = {}): AutoScalingGroup =>
  ({
    AutoScalingGroupName: 'web',
    AutoScalingGroupARN: arn(id),
    Tags,
    Instances: [{ InstanceId: 'i-1', WeightedCapacity: String(weight) }],
  }) as AutoScalingGroup

const memo: Memo = {
  groupId: ID,
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
const memos: fc.Arbitrary<Memo> = fc
  .record({
    groupId: fc.constant(ID),
    run: fc.stringMatching(/^[0-9]{1,12}\/[0-9]{1,3}\/[0-9a-z+=.@-]{1,12}$/),
    startedAt: time,
    heartbeatAt: time,
    sizes: fc.tuple(size, size, size).map((three) => {
      const [min = 0, desired = 0, max = 0] = three.toSorted((a, b) => a - b)
      return { min, desired, max }
    }),
    suspends: fc.subarray(['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'AddToLoadBalancer']),
    surge: size,
    source: fc.stringMatching(/^[0-9a-f]{16}$/),
    replaceLaunchedUntil: fc.option(time, { nil: undefined }),
    dark: fc.option(fc.constant(true as const), { nil: undefined }),
    released: fc.option(fc.constant(true as const), { nil: undefined }),
    scheduledUntil: fc.option(time, { nil: undefined }),
    handedBackAt: fc.option(time, { nil: undefined }),
    handedSizes: fc.option(fc.record({ desired: size, max: size }), { nil: undefined }),
    progress: fc.option(
      fc.record({
        gatesPassed: fc.nat({ max: 99 }),
        phase: fc.stringMatching(/^[a-z-]{1,20}$/),
        plan: fc.stringMatching(/^[0-9a-f]{8,16}$/),
        role: fc.constantFrom('source' as const, 'target' as const),
        partner: fc.stringMatching(/^[0-9a-f]{16}$/),
      }),
      { nil: undefined },
    ),
  })
  .map((any) => ({ ...any, surge: Math.min(any.surge, any.sizes.desired) }))

test('every memo reads back the same, in characters that every tag allows', () => {
  fc.assert(
    fc.property(memos, (any) => {
      const tags = memoTags('web', any)
      for (const { Value } of tags) {
        expect(Value).toMatch(/^[A-Za-z0-9 +\-=._:/@]{1,256}$/)
      }
      expect(readMemo(carrying(tags))).toEqual(any)
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
    ['web', 'fleet-patch:progress'],
  ])
})

test('a memo looks like this', () => {
  expect(memoTags('web', memo).map(({ Key, Value }) => `${Key} ${Value}`)).toEqual([
    'fleet-patch:memo v=2 group=01234567-89ab-cdef-0123-456789abcdef started=1790000000 min=2 max=4 desired=3 suspends=AZRebalance+AlarmNotification+ScheduledActions surge=1 source=0123456789abcdef until=1790000000',
    'fleet-patch:run v=2 run=8123456789/2/a1b2c3 heartbeat=1790000060.25',
    'fleet-patch:progress v=2',
  ])
})

test('a new heartbeat leaves the facts alone', () => {
  const [facts] = memoTags('web', memo)
  const beat = runTag('web', { run: memo.run, heartbeatAt: 1_790_000_120 })
  expect(beat.Key).toBe(RUN_TAG)
  expect(readMemo(carrying([facts!, beat]))).toEqual({ ...memo, heartbeatAt: 1_790_000_120 })
})

describe('there is no memo', () => {
  test.each([
    { name: 'without tags', tags: [] },
    { name: 'with tags of others', tags: [tagged('Name', 'web')] },
    { name: 'where only the run tag was left behind', tags: [tagged(RUN_TAG, 'run=1/1 heartbeat=5')] },
    { name: 'where only the progress was left behind', tags: [tagged(PROGRESS_TAG, 'v=2 dark=yes')] },
  ])('$name', ({ tags }) => {
    expect(readMemo(carrying(tags))).toBeUndefined()
  })
})

test('a memo without a run tag has no live lease', () => {
  const [facts] = memoTags('web', memo)
  expect(readMemo(carrying([facts!]))).toEqual({ ...memo, run: 'unknown', heartbeatAt: memo.startedAt })
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
    { name: 'of a later format', tags: [tagged(MEMO_TAG, `v=3 ${facts}`)], why: /format 3, which this version/ },
    {
      name: 'of no format that was ever written',
      tags: [tagged(MEMO_TAG, `v=1 ${facts}`)],
      why: /format 1, which/,
    },
    {
      name: 'a run tag of a later format',
      tags: [tagged(MEMO_TAG, facts), tagged(RUN_TAG, 'v=3 run=1/1/a heartbeat=5')],
      why: /format 3, which this version/,
    },
    {
      name: 'a progress of a later version',
      tags: [tagged(MEMO_TAG, `v=2 group=${ID} ${facts}`), tagged(PROGRESS_TAG, 'v=2 wave=2')],
      why: /says wave, which this/,
    },
    {
      name: 'a progress with another word',
      tags: [tagged(MEMO_TAG, `v=2 group=${ID} ${facts}`), tagged(PROGRESS_TAG, 'v=2 dark=perhaps')],
      why: /dark is perhaps, which this version does not know/,
    },
    { name: 'the second format without its group', tags: [tagged(MEMO_TAG, `v=2 ${facts}`)], why: /not say group/ },
    {
      name: 'half an instance',
      tags: [tagged(MEMO_TAG, facts.replace('max=4', 'max=4.5'))],
      why: /max is not a whole/,
    },
    { name: 'prose', tags: [tagged(MEMO_TAG, 'please do not touch')], why: /does not say/ },
    {
      name: 'a broken run tag',
      tags: [tagged(MEMO_TAG, facts), tagged(RUN_TAG, 'run=1/1')],
      why: /does not say heartbeat/,
    },
  ])('$name', ({ tags, why }) => {
    expect(() => readMemo(carrying(tags))).toThrow(UserError)
    expect(() => readMemo(carrying(tags))).toThrow(why)
    expect(() => readMemo(carrying(tags))).toThrow(
      /group web .*delete the tags fleet-patch:memo, fleet-patch:run and fleet-patch:progress/,
    )
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

describe('the longest text of each tag fits', () => {
  const [facts, run, progress] = memoTags('web', {
    ...memo,
    run: '81234567890/999/a1b2',
    url: `https://github.example/${'o'.repeat(148)}`,
    sizes: { min: 10_000, max: 100_000, desired: 10_000 },
    surge: 10_000,
    suspends: ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'AddToLoadBalancer'],
    dark: true,
    released: true,
    scheduledUntil: 1_790_000_000,
    handedBackAt: 1_790_000_000,
    handedSizes: { desired: 20_000, max: 200_000 },
    progress: {
      gatesPassed: 99,
      checkpoints: 99,
      alarms: 100,
      needs: ['bake', 'bake-at-end', 'probe'],
      phase: 'a-long-word-for-a-step',
      plan: '0123456789abcdef',
      role: 'source',
      partner: '0123456789abcdef',
    },
  })
  test.each([facts!, run!, progress!])('$Key', ({ Value = '' }) => {
    expect(Value.length).toBeLessThanOrEqual(256)
    expect(Value).toMatch(/^v=2 /)
  })
})

const FIRST = 'started=1790000000 min=2 max=4 desired=3 suspends=AZRebalance surge=1 source=0123456789abcdef until=none'

test('tags of the first format are read, bound to the group that carries them, and written in the second', () => {
  const tags = [tagged(MEMO_TAG, `${FIRST} dark=yes`), tagged(RUN_TAG, 'run=1/1/a heartbeat=5')]
  const read = readMemo(carrying(tags))
  expect(read).toMatchObject({
    run: '1/1/a',
    heartbeatAt: 5,
    dark: true,
    groupId: ID,
    sizes: { min: 2, max: 4, desired: 3 },
  })
  const written = memoTags('web', read!)
  expect(written.map(({ Value }) => Value)).toEqual([
    `v=2 group=${ID} ${FIRST}`,
    'v=2 run=1/1/a heartbeat=5',
    'v=2 dark=yes',
  ])
  expect(readMemo(carrying(written))).toEqual(read)
})

test.each([
  { name: 'a surge beyond the group', text: FIRST.replace('surge=1', 'surge=10'), to: { surge: 3 } },
  {
    name: 'an adopted size above the maximum',
    text: FIRST.replace('desired=3', 'desired=6'),
    to: { sizes: { min: 2, desired: 6, max: 6 } },
  },
  {
    name: 'an adopted size below the minimum',
    text: FIRST.replace('desired=3', 'desired=1'),
    to: { sizes: { min: 1, desired: 1, max: 4 } },
  },
])('what a run may have left in the first format is converted: $name', ({ text, to }) => {
  expect(readMemo(carrying([tagged(MEMO_TAG, text)]))).toMatchObject(to)
})

test('a memo that was saved for another group is refused, with the ids of both and the way out', () => {
  const tags = memoTags('web', memo)
  expect(() => readMemo(carrying(tags, { id: OTHER_ID }))).toThrow(UserError)
  expect(() => readMemo(carrying(tags, { id: OTHER_ID }))).toThrow(
    new RegExp(`bound to the group with the id ${ID} .* web has the id ${OTHER_ID}.*Delete the tags .* from web`),
  )
})

test('a progress that was removed alone is told by the process that only a dark launch suspends', () => {
  const tags = memoTags('web', { ...memo, dark: true, suspends: ['AddToLoadBalancer'] }).slice(0, 2)
  expect(readMemo(carrying(tags))).toMatchObject({ dark: true })
})

test.each([
  { left: [tagged(RUN_TAG, 'v=2 run=1/1/a heartbeat=5')], run: '1/1/a' },
  { left: [tagged(PROGRESS_TAG, 'v=2')], run: 'unknown' },
  { left: [], run: undefined },
])('the run of what is left without facts is $run', ({ left, run }) => {
  expect(orphanedRun(left)).toBe(run)
})

describe('what no roll can have saved is refused', () => {
  test.each([
    {
      name: 'an emptied group',
      text: 'min=0 max=6 desired=0 suspends=none surge=1000',
      why: /raised from 0 by up to 1000/,
    },
    {
      name: 'a process that no run suspends',
      text: 'min=2 max=4 desired=3 suspends=Launch surge=1',
      why: /suspended Launch/,
    },
    { name: 'sizes out of order', text: 'min=5 max=4 desired=3 suspends=none surge=1', why: /min 5, desired 3, max 4/ },
    { name: 'a surge of more than there is', text: 'min=0 max=4 desired=3 suspends=none surge=6', why: /by up to 6/ },
  ])('$name', ({ text, why }) => {
    const facts = `v=2 group=${ID} started=1 ${text} source=0123456789abcdef until=none`
    expect(() => readMemo(carrying([tagged(MEMO_TAG, facts)]))).toThrow(why)
  })

  test('but not the surge of one heavy instance', () => {
    const facts = `v=2 group=${ID} started=1 min=0 max=4 desired=3 suspends=none surge=6 source=0123456789abcdef until=none`
    expect(readMemo(carrying([tagged(MEMO_TAG, facts)], { weight: 8 }))).toMatchObject({ surge: 6 })
  })

  test('in the first format as well', () => {
    const facts = 'started=1 min=0 max=6 desired=0 suspends=none surge=1000 source=0123456789abcdef until=none'
    expect(() => readMemo(carrying([tagged(MEMO_TAG, facts)]))).toThrow(/raised from 0 by up to 1000/)
  })
})
