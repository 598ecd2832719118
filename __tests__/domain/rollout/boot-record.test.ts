import {
  asksForLaunches,
  type BootRecord,
  learnBoots,
  learnLaunches,
  NOTHING_LEARNT,
  type Within,
} from '../../../src/domain/rollout/boot-record.ts'
import type { Fleet, Instance } from '../../../src/domain/rollout/fleet.ts'
import { aFleet, fresh, NOW, old } from './a-fleet.ts'

const SINCE = NOW - 3000
const [pending] = fresh(1, { lifecycle: 'Pending', readySince: undefined, launchedAt: NOW - 70, firstSeenAt: NOW - 70 }) as [Instance] // prettier-ignore
const arrivedIn = (lifecycle: Partial<Instance>): Instance => ({ ...pending, lifecycle: 'InService', ...lifecycle })
const seen = (instance: Instance, seconds: number): Fleet => ({ ...aFleet([...old(3), instance]), at: NOW + seconds })

const learntFrom = (looks: readonly Fleet[], from: BootRecord = NOTHING_LEARNT): BootRecord =>
  looks.reduce((record, now, index) => learnBoots(record, { before: looks[index - 1] ?? now, now, since: SINCE }), from)

describe('what looks teach', () => {
  test('both phases of a start, as far as looks leave them open', () => {
    const ready = arrivedIn({ readySince: NOW + 24 })
    const record = learntFrom([seen(pending, 0), seen(arrivedIn({}), 5), seen(arrivedIn({}), 20), seen(ready, 24), seen(ready, 24), seen(ready, 30)]) // prettier-ignore
    expect(record).toEqual({
      ...NOTHING_LEARNT,
      boots: [{ atLeast: 70, atMost: 75 }],
      warmups: [{ atLeast: 15, atMost: 24 }],
      totals: [{ atLeast: 90, atMost: 94 }],
    })
  })

  test('of one that is ready at once only how long it took in all', () => {
    const record = learntFrom([seen(pending, 0), seen(arrivedIn({ readySince: NOW + 24 }), 24)])
    expect(record).toEqual({ ...NOTHING_LEARNT, totals: [{ atLeast: 70, atMost: 94 }] })
  })

  test('nothing of instances that were there at the first look', () => {
    const looks = { before: seen(pending, 0), now: seen(arrivedIn({ readySince: NOW + 5 }), 5), since: NOW }
    expect(learnBoots(NOTHING_LEARNT, looks)).toBe(NOTHING_LEARNT)
  })

  test('the last ten of many', () => {
    const totals: readonly Within[] = Array.from({ length: 10 }, (_, index) => ({ atLeast: index, atMost: index }))
    const looks = { before: seen(pending, 0), now: seen(arrivedIn({ readySince: NOW + 5 }), 5), since: SINCE }
    const many = learnBoots({ ...NOTHING_LEARNT, totals }, looks)
    expect(many.totals).toEqual([...totals.slice(1), { atLeast: 70, atMost: 75 }])
  })
})

describe('what the activities of a group teach', () => {
  const before = (id: string, boot: number) => ({ id, begunAt: SINCE - 500, endedAt: SINCE - 500 + boot })

  test('they are asked once for what was before the run', () => {
    expect(asksForLaunches(NOTHING_LEARNT)).toBe(true)
    const record = learnLaunches(NOTHING_LEARNT, [before('i-1', 60), before('i-2', 61)], SINCE)
    expect(record.earlier).toEqual([
      { atLeast: 59, atMost: 61 },
      { atLeast: 60, atMost: 62 },
    ])
    expect(asksForLaunches(record)).toBe(false)
    expect(learnLaunches(record, [before('i-3', 9)], SINCE).earlier).toBe(record.earlier)
  })

  test('of what was before the run the newest ten count, with what began together with them', () => {
    const many = (begunAt: number, boots: readonly number[]) =>
      boots.map((boot, index) => ({ id: `i-${begunAt}-${index}`, begunAt, endedAt: begunAt + boot }))
    const learn = (launches: readonly { id: string; begunAt: number; endedAt: number }[]) =>
      learnLaunches(NOTHING_LEARNT, launches, SINCE).earlier.map(({ atLeast }) => atLeast + 1)
    const slow = Array.from({ length: 12 }, (_, index) => 100 - index)
    expect(learn([...many(SINCE - 500, slow), ...many(SINCE - 540, [30]), ...many(SINCE - 561, [20])])).toEqual([
      ...slow,
      30,
    ])
    const apart = slow.flatMap((boot, index) => many(SINCE - 500 - 100 * index, [boot]))
    expect(learn(apart)).toEqual(slow.slice(0, 10))
  })

  const known = { ...NOTHING_LEARNT, hasRead: true }

  test('when exactly one came into service that looks have seen late', () => {
    const late = learntFrom([seen(pending, 0), seen(arrivedIn({}), 30)], known)
    expect(asksForLaunches(late)).toBe(true)
    const record = learnLaunches(late, [{ id: pending.id, begunAt: NOW - 70, endedAt: NOW + 12 }], SINCE)
    expect(asksForLaunches(record)).toBe(false)
    expect(record.boots).toEqual([{ atLeast: 82, atMost: 83 }])
    const ready = learntFrom([seen(arrivedIn({}), 30), seen(arrivedIn({ readySince: NOW + 33 }), 33)], record)
    expect(ready.warmups).toEqual([{ atLeast: 17, atMost: 21 }])
  })

  test('not for one that a look has seen in time', () => {
    expect(asksForLaunches(learntFrom([seen(pending, 0), seen(arrivedIn({}), 3)], known))).toBe(false)
  })

  test.each([
    { name: 'do not tell of it', launches: [] },
    { name: 'contradict the looks', launches: [{ id: pending.id, begunAt: NOW - 70, endedAt: NOW - 20 }] },
  ])('nothing where they $name, and they are not asked again', ({ launches }) => {
    const late = learntFrom([seen(pending, 0), seen(arrivedIn({}), 30)], known)
    const record = learnLaunches(late, launches, SINCE)
    expect(record.boots).toEqual(late.boots)
    expect(asksForLaunches(record)).toBe(false)
  })
})
