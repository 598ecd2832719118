import {
  type Awaited,
  type BootRecord,
  learnBoots,
  NOTHING_LEARNT,
  secondsToNextLook,
  type Within,
} from '../../../src/domain/rollout/boot-estimate.ts'
import type { Instance } from '../../../src/domain/rollout/fleet.ts'
import { aFleet, fresh, NOW, old } from './a-fleet.ts'

const at = (seconds: number): Within => ({ atLeast: seconds - 1, atMost: seconds + 1 })

/** A start of so many seconds in all, of which the last twenty are the warm-up. */
const learnt = (...totals: readonly number[]): BootRecord => ({
  boots: totals.map((total) => at(total - 20)),
  warmups: totals.map(() => at(20)),
  totals: totals.map(at),
  arrived: new Map(),
})

/** A new instance that was launched so many seconds ago. */
const launched = (ago: number, change: Partial<Instance> = {}): Instance => {
  const [one] = fresh(1, { lifecycle: 'Pending', readySince: undefined, launchedAt: NOW - ago, firstSeenAt: NOW - ago, ...change }) // prettier-ignore
  if (one === undefined) throw new Error('There is no instance.')
  return one
}
const inService = (ago: number): Instance => launched(ago, { lifecycle: 'InService' })
const arrivedAgo = (record: BootRecord, { id }: Instance, ago: number): BootRecord => ({
  ...record,
  arrived: new Map([[id, { atLeast: NOW - ago - 5, atMost: NOW - ago }]]),
})
const AWAITED: Awaited = { since: NOW - 3000, warmupSeconds: 0, outstandingSince: undefined }
const next = (record: BootRecord, instances: readonly Instance[], awaited: Partial<Awaited> = {}, desired?: number) => {
  const fleet = aFleet([...old(3), ...instances])
  const sizes = { ...fleet.sizes, desired: desired ?? 3 + instances.length }
  return secondsToNextLook(record, { ...fleet, sizes }, { ...AWAITED, ...awaited })
}

describe('seconds to the next look', () => {
  test.each([
    { name: 'while nothing starts, nothing is known', record: NOTHING_LEARNT, instances: [], expected: undefined },
    {
      name: 'an old instance that does not serve is not waited for',
      record: NOTHING_LEARNT,
      instances: [launched(9, { firstSeenAt: NOW - 3000 })],
      expected: undefined,
    },
    { name: 'of a first start, three', record: NOTHING_LEARNT, instances: [launched(5)], expected: 3 },
    {
      name: 'of a first start that takes long, a tenth of what has passed',
      record: NOTHING_LEARNT,
      instances: [launched(80)],
      expected: 8,
    },
    {
      name: 'of a first start that takes very long, a quarter of a minute',
      record: NOTHING_LEARNT,
      instances: [launched(800)],
      expected: 15,
    },
    {
      name: 'of a second start, those until it may come into service',
      record: learnt(600),
      instances: [launched(100)],
      expected: 580 * 0.9 - 100,
    },
    {
      name: 'of starts that vary, those until the earliest may come into service',
      record: learnt(600, 300, 500),
      instances: [launched(100)],
      expected: 280 * 0.9 - 100,
    },
    {
      name: 'of one that may come into service any moment, less than its warm-up takes',
      record: learnt(600, 300, 500),
      instances: [launched(400)],
      expected: 11.4,
    },
    {
      name: 'of starts that are all alike, those until they are ready',
      record: learnt(600, 600, 600),
      instances: [launched(100)],
      expected: 501,
    },
    {
      name: 'of one that is later than all others, a few at first',
      record: learnt(600, 600, 600),
      instances: [launched(602)],
      expected: 4,
    },
    {
      name: 'and more when it is late by much',
      record: learnt(600, 600, 600),
      instances: [launched(701)],
      expected: 10,
    },
    {
      name: 'of several, those until the first of them',
      record: learnt(600, 600, 600),
      instances: [launched(100), launched(400)],
      expected: 201,
    },
  ])('$name', ({ record, instances, expected }) => {
    expect(next(record, instances) ?? Infinity).toBeCloseTo(expected ?? Infinity, 5)
  })

  test('of one that has come into service, those until its warm-up may be over', () => {
    const instance = inService(300)
    const varying = learnt(600, 300, 500)
    expect(next(arrivedAgo(varying, instance, 2), [instance])).toBeCloseTo(19 * 0.9 - 7)
    expect(next(arrivedAgo(varying, instance, 19), [instance])).toBe(4)
  })

  test('of one whose warm-up is counted, exactly what is left of it', () => {
    const [ready] = fresh(1, { firstSeenAt: NOW - 100, readySince: NOW - 10 })
    expect(next(NOTHING_LEARNT, ready ? [ready] : [], { warmupSeconds: 60 })).toBe(50)
    expect(next(NOTHING_LEARNT, ready ? [ready] : [], { warmupSeconds: 10 })).toBeUndefined()
  })

  test.each([
    { name: 'where a start is short, soon', record: learnt(30), since: NOW, expected: 25 / 3 },
    { name: 'where a start is long, when AWS will have launched', record: learnt(600), since: NOW, expected: 25 },
    { name: 'less what has passed since', record: learnt(600), since: NOW - 20, expected: 5 },
    { name: 'where AWS is late, every few seconds', record: learnt(600), since: NOW - 30, expected: 5 },
    { name: 'where it is late by minutes, more rarely', record: learnt(600), since: NOW - 100, expected: 10 },
  ])('of a launch that is outstanding: $name', ({ record, since, expected }) => {
    expect(next(record, [], { outstandingSince: since }, 4)).toBeCloseTo(expected)
  })
})

describe('what looks teach', () => {
  const pending = launched(70)
  const seen = (instance: Instance, seconds: number) => ({ ...aFleet([...old(3), instance]), at: NOW + seconds })

  test('both phases of a start, as far as looks leave them open', () => {
    const looks = [
      seen(pending, 0),
      seen({ ...pending, lifecycle: 'InService' }, 5),
      seen({ ...pending, lifecycle: 'InService' }, 20),
      seen({ ...pending, lifecycle: 'InService', readySince: NOW + 24 }, 24),
      seen({ ...pending, lifecycle: 'InService', readySince: NOW + 24 }, 24),
      seen({ ...pending, lifecycle: 'InService', readySince: NOW + 24 }, 30),
    ]
    let record = NOTHING_LEARNT
    for (const [index, now] of looks.entries())
      record = learnBoots(record, { before: looks[index - 1] ?? now, now, since: NOW - 3000 })
    expect(record).toEqual({
      boots: [{ atLeast: 70, atMost: 75 }],
      warmups: [{ atLeast: 15, atMost: 24 }],
      totals: [{ atLeast: 90, atMost: 94 }],
      arrived: new Map(),
    })
  })

  test('nothing of instances that were there at the first look, and the last ten of the others', () => {
    const ready = { ...pending, lifecycle: 'InService', readySince: NOW + 5 }
    const unlearnt = learnBoots(NOTHING_LEARNT, { before: seen(pending, 0), now: seen(ready, 5), since: NOW })
    expect(unlearnt).toBe(NOTHING_LEARNT)
    const many = learnBoots(learnt(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), { before: seen(pending, 0), now: seen(ready, 5), since: NOW - 3000 }) // prettier-ignore
    expect(many.totals).toHaveLength(10)
    expect(many.totals.at(-1)).toEqual({ atLeast: 70, atMost: 75 })
    expect(many.totals[0]).toEqual(at(2))
  })
})
