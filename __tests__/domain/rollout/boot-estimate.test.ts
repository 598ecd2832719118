import { type Awaited, secondsToNextLook } from '../../../src/domain/rollout/boot-estimate.ts'
import { type BootRecord, NOTHING_LEARNT, type Within } from '../../../src/domain/rollout/boot-record.ts'
import type { Instance } from '../../../src/domain/rollout/fleet.ts'
import { aFleet, fresh, NOW, old } from './a-fleet.ts'

const at = (seconds: number): Within => ({ atLeast: seconds - 1, atMost: seconds + 1 })

/** Starts of so many seconds in all, of which the last twenty are the warm-up. */
const learnt = (...totals: readonly number[]): BootRecord => ({
  ...NOTHING_LEARNT,
  hasRead: true,
  boots: totals.map((total) => at(total - 20)),
  warmups: totals.map(() => at(20)),
  totals: totals.map(at),
})

/** Only the activities are known of a group whose instances took so many seconds into service. */
const told = (...boots: readonly number[]): BootRecord => ({ ...NOTHING_LEARNT, hasRead: true, earlier: boots.map(at) })

/** A new instance that was launched so many seconds ago. */
const launched = (ago: number, change: Partial<Instance> = {}): Instance => {
  const [one] = fresh(1, { lifecycle: 'Pending', readySince: undefined, launchedAt: NOW - ago, firstSeenAt: NOW - ago, ...change }) // prettier-ignore
  if (one === undefined) throw new Error('There is no instance.')
  return one
}
const inService = (ago: number): Instance => launched(ago, { lifecycle: 'InService' })
/** With one that came into service so many seconds ago; a look has shown it within so many after. */
const arrivedAgo = (record: BootRecord, { id }: Instance, ago: number, within = 5): BootRecord => ({
  ...record,
  arrived: new Map([[id, { arrival: { atLeast: NOW - ago, atMost: NOW - ago + within }, boot: at(0), isAsked: true }]]),
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
    { name: 'of a first start that takes longer, a tenth of what has passed', record: NOTHING_LEARNT, instances: [launched(60)], expected: 6 }, // prettier-ignore
    { name: 'of a first start that takes very long, a few', record: NOTHING_LEARNT, instances: [launched(800)], expected: 7.5 }, // prettier-ignore
    { name: 'where the activities tell how long all took before, those until then', record: told(60, 60, 61), instances: [launched(20)], expected: 41 }, // prettier-ignore
    { name: 'of one that is later than all before, a few', record: told(60, 60, 61), instances: [launched(62)], expected: 2 }, // prettier-ignore
    { name: 'where they tell that boots vary, those until one may be over', record: told(60, 30, 50), instances: [launched(10)], expected: 12.8 }, // prettier-ignore
    { name: 'and from then on a few, while no warm-up is known', record: told(60, 30, 50), instances: [launched(40)], expected: 5 }, // prettier-ignore
    { name: 'more of them where boots take minutes', record: told(600, 300, 500), instances: [launched(400)], expected: 20 }, // prettier-ignore
    { name: 'of a second start, those until it may come into service', record: learnt(80), instances: [launched(30)], expected: 59 * 0.9 - 30 }, // prettier-ignore
    { name: 'where boots are known before and a warm-up is, those until both are over', record: { ...told(60, 60, 60), warmups: [at(20)] }, instances: [launched(30)], expected: 51 }, // prettier-ignore
    { name: 'of starts that vary, those until the earliest may come into service', record: learnt(120, 60, 100), instances: [launched(10)], expected: 17.9 }, // prettier-ignore
    { name: 'of one that may come into service any moment, hardly more than its warm-up takes', record: learnt(600, 300, 500), instances: [launched(400)], expected: 24.25 }, // prettier-ignore
    { name: 'hardly more where boots take many minutes', record: learnt(900, 700, 800), instances: [launched(800)], expected: 27 }, // prettier-ignore
    { name: 'more while one in ten at most is so quick', record: learnt(600, 300, 500), instances: [launched(250)], expected: 40 }, // prettier-ignore
    { name: 'where the activities alone tell that boots take minutes, two of them at most', record: told(600, 600, 600), instances: [launched(40)], expected: 119 }, // prettier-ignore
    { name: 'of starts that are all alike, those until they are ready', record: learnt(90, 90, 90), instances: [launched(40)], expected: 51 }, // prettier-ignore
    { name: 'of long ones, two minutes at most: others may touch the group', record: learnt(600, 600, 600), instances: [launched(40)], expected: 119 }, // prettier-ignore
    { name: 'of short ones, a minute', record: learnt(62, 62, 62), instances: [launched(-10)], expected: 65 },
    { name: 'of one that is later than all others, a few at first', record: learnt(600, 600, 600), instances: [launched(602)], expected: 3.5 }, // prettier-ignore
    { name: 'and more when it is late by much', record: learnt(600, 600, 600), instances: [launched(701)], expected: 10 }, // prettier-ignore
    { name: 'of several, those until the first of them', record: learnt(90, 90, 90), instances: [launched(10), launched(60)], expected: 31 }, // prettier-ignore
  ])('$name', ({ record, instances, expected }) => {
    expect(next(record, instances) ?? Infinity).toBeCloseTo(expected ?? Infinity, 1)
  })

  const many = (ago: number, count: number, change: Partial<Instance> = {}): readonly Instance[] =>
    Array.from({ length: count }, (_, index) => ({ ...launched(ago, change), id: `i-${index}` }))

  test.each([
    { name: 'which of starts that are alike is through first: from when it may be', record: { ...learnt(90, 90, 90), totals: [at(89), at(90), at(90)] }, instances: many(40, 10), expected: 49 }, // prettier-ignore
    { name: 'those that are due now, closely', record: learnt(90, 90, 90), instances: many(92, 10), expected: 1 }, // prettier-ignore
    { name: 'those that are late by much, as one alone', record: learnt(90, 90, 90), instances: many(120, 10), expected: 3.1 }, // prettier-ignore
    { name: 'those that are late by much where only boots are known, as one alone', record: told(60, 60, 60), instances: many(120, 10), expected: 3 }, // prettier-ignore
    { name: 'the quickest of very many that vary, sooner', record: told(600, 300, 500), instances: many(100, 50), expected: 71.2 }, // prettier-ignore
    { name: 'and as closely', record: told(600, 300, 500), instances: many(400, 50), expected: 8 },
    { name: 'a warm-up that is not known yet, closely', record: told(60, 60, 60), instances: many(70, 10, { lifecycle: 'InService', firstSeenAt: NOW - 6 }), expected: 1 }, // prettier-ignore
    { name: 'one that takes long, as one alone', record: told(60, 60, 60), instances: many(200, 10, { lifecycle: 'InService', firstSeenAt: NOW - 130 }), expected: 7 }, // prettier-ignore
    { name: 'two that start together, as one alone', record: learnt(90, 90, 90), instances: many(92, 2), expected: 2.2 }, // prettier-ignore
  ])('of many that start together: $name', ({ record, instances, expected }) => {
    expect(next(record, instances)).toBeCloseTo(expected, 1)
  })

  test('of a launch that decides what may leave: from when AWS may have begun it', () => {
    const dueIn = (since: number): number | undefined =>
      next(learnt(600, 600, 600), [], { outstandingSince: since, launchDecides: () => true }, 4)
    expect([NOW, NOW - 3, NOW - 5, NOW - 60, NOW - 600].map(dueIn)).toEqual([4, 1, 2, 6, 15])
  })

  const varying = learnt(600, 300, 500)

  test.each([
    { name: 'those until its warm-up is over', record: varying, ago: 5, within: 1, expected: 21 - 5 + 1 },
    { name: 'where it was seen late, those until it may be over', record: varying, ago: 5, within: 5, expected: 21 - 5 }, // prettier-ignore
    { name: 'a few where that is now', record: varying, ago: 26, within: 1, expected: 3.5 },
    { name: 'a few where no warm-up is known', record: told(300, 600), ago: 5, within: 1, expected: 4 },
    { name: 'more where it takes long', record: told(300, 600), ago: 24, within: 0, expected: 6 },
    { name: 'and seven at most', record: told(300, 600), ago: 60, within: 1, expected: 7 },
  ])('of one that has come into service: $name', ({ record, ago, within, expected }) => {
    const instance = inService(300)
    expect(next(arrivedAgo(record, instance, ago, within), [instance])).toBeCloseTo(expected)
  })

  test('of one whose warm-up is counted, exactly what is left of it', () => {
    const [ready] = fresh(1, { firstSeenAt: NOW - 100, readySince: NOW - 10 })
    expect(next(NOTHING_LEARNT, ready ? [ready] : [], { warmupSeconds: 60 })).toBe(50)
    expect(next(NOTHING_LEARNT, ready ? [ready] : [], { warmupSeconds: 10 })).toBeUndefined()
  })

  test('of one that serves since AWS has answered this look, nothing: without a warm-up it counts at once', () => {
    const [ready] = fresh(1, { firstSeenAt: NOW - 100, readySince: NOW + 0.2, cameUp: true })
    expect(next(NOTHING_LEARNT, ready ? [ready] : [])).toBeUndefined()
  })

  test('of one that target groups start slowly, so soon that a break between two looks is seen', () => {
    const ready = fresh(1, { firstSeenAt: NOW - 100, readySince: NOW - 10, cameUp: true })
    const awaited = (slowStartSeconds: number): number | undefined =>
      secondsToNextLook(
        NOTHING_LEARNT,
        { ...aFleet(ready), slowStartSeconds },
        { since: NOW - 200, warmupSeconds: 60, outstandingSince: undefined },
      )
    expect([0, 10, 60].map(awaited)).toEqual([50, 50, 8])
  })

  test.each([
    { name: 'where a start is short, soon', record: learnt(20), since: NOW, expected: 25 / 3 },
    { name: 'where nothing is known, soon', record: NOTHING_LEARNT, since: NOW, expected: 25 / 3 },
    {
      name: 'where starts are alike, when AWS will have launched',
      record: learnt(90, 90, 90),
      since: NOW,
      expected: 25,
    },
    { name: 'where they are long, so that the next look is at the end of it', record: learnt(140, 140, 140), since: NOW, expected: 49 }, // prettier-ignore
    { name: 'where they vary, when the shortest may be over', record: learnt(200, 100, 150), since: NOW, expected: 75 },
    { name: 'but where no activity tells when it came into service, when AWS will have launched', record: { ...learnt(200, 100, 150), hasRead: false }, since: NOW, expected: 25 }, // prettier-ignore
    {
      name: 'but where it is short, soon enough to see more of it',
      record: learnt(50, 45, 60),
      since: NOW,
      expected: 25,
    },
    { name: 'where one alone is known, when one that is a little shorter may be', record: learnt(80), since: NOW, expected: 72.1 }, // prettier-ignore
    { name: 'where boots were long before, when they may be over', record: told(60, 60), since: NOW, expected: 53.1 },
    { name: 'of a long one, two minutes at most', record: learnt(600), since: NOW, expected: 119 },
    { name: 'less what has passed since', record: learnt(90, 90, 90), since: NOW - 20, expected: 5 },
    { name: 'where AWS is late, every few seconds', record: learnt(90, 90, 90), since: NOW - 30, expected: 5 },
    { name: 'where it is late by minutes, more rarely', record: learnt(90, 90, 90), since: NOW - 100, expected: 10 },
  ])('of a launch that is outstanding: $name', ({ record, since, expected }) => {
    expect(next(record, [], { outstandingSince: since }, 4)).toBeCloseTo(expected, 0)
  })
})
