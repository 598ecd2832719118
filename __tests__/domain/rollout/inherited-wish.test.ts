import type { DesiredChange, Memo } from '../../../src/domain/rollout/fleet.ts'
import { inheritedWish } from '../../../src/domain/rollout/inherited-wish.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { aFleet, aMemo, aPolicy, aRollingFleet, fresh, JUST_BEGUN, NOW } from './a-fleet.ts'

/** A run that began with four, raised to five, and was alive two minutes ago. */
const MEMO = aMemo(4, { startedAt: NOW - 600, surge: 1 })
const DIED = NOW - 120

const raised: DesiredChange = { at: NOW - 500, from: 4, to: 5, by: 'update' }
const taken = (from: number, at = NOW - 100, to = from - 1): DesiredChange => ({
  at,
  from,
  to,
  by: 'termination',
  instance: `i-${from}`,
})
const set = (from: number, to: number, by: DesiredChange['by'] = 'update'): DesiredChange => ({
  at: NOW - 102,
  from,
  to,
  by,
})
/** What stood there as the run made its room; the minimum and the maximum say nothing. */
const overwritten = (from: number, to: number): DesiredChange => ({ ...set(from, to), bounds: { min: 0, max: 20 } })

interface Row {
  readonly name: string
  readonly seen: number
  /** The minimum of the group by now; 0 where it is not given. */
  readonly min?: number
  readonly changes: readonly DesiredChange[]
  readonly memo?: Partial<Memo>
  readonly heartbeatAt?: number
  readonly firstTarget?: number
  readonly wish: number | undefined
}

const rows: readonly Row[] = [
  { name: 'is what was set before the decrement', seen: 7, changes: [raised, set(5, 8), taken(8)], wish: 8 },
  {
    name: 'is none where the run was alive a minute after its decrement: it has seen what that left',
    seen: 7,
    changes: [raised, set(5, 8), taken(8)],
    heartbeatAt: NOW - 39,
    wish: undefined,
  },
  {
    name: 'needs no activity of its own: AWS may not have acted on it yet',
    seen: 7,
    changes: [raised, taken(8)],
    wish: 8,
  },
  {
    name: 'is none where the run has made more room since a gate has let it pass',
    seen: 5,
    changes: [raised, { at: NOW - 101, from: 5, to: 6, by: 'update' }, taken(6)],
    memo: { surge: 2, progress: { gatesPassed: 1 } },
    wish: undefined,
  },
  {
    name: 'is none where the run has made more room than a checkpoint let it, since it is taken back',
    seen: 5,
    changes: [raised, { at: NOW - 101, from: 5, to: 6, by: 'update' }, taken(6)],
    memo: { surge: 2, progress: { phase: 'taken-back' } },
    wish: undefined,
  },
  {
    name: 'nor where something has left between the two',
    seen: 5,
    changes: [raised, { ...set(5, 6), at: NOW - 200 }, taken(6, NOW - 150), set(5, 6), taken(6)],
    memo: { surge: 2, progress: { phase: 'taken-back' } },
    wish: undefined,
  },
  {
    name: 'nor where the minimum is higher, and something has left between the two',
    seen: 6,
    min: 5,
    changes: [{ ...raised, to: 6 }, { ...set(6, 7), at: NOW - 200 }, taken(7, NOW - 150), set(6, 7), taken(7)],
    memo: { surge: 2 },
    wish: undefined,
  },
  {
    name: 'is none where the run has made more room from the room that it had, before anything left',
    seen: 6,
    changes: [{ ...raised, from: 3, to: 6, at: NOW - 120 }, { at: NOW - 110, from: 6, to: 7, by: 'update' }, taken(7)],
    memo: { surge: 3 },
    wish: undefined,
  },
  {
    name: 'is none where the size was set since, and back to the same',
    seen: 6,
    changes: [
      { ...raised, to: 8, at: NOW - 130 },
      { ...taken(8, NOW - 120), to: 6 },
      { at: NOW - 110, from: 6, to: 5, by: 'request' },
      { at: NOW - 105, from: 5, to: 6, by: 'update' },
    ],
    memo: { sizes: { min: 0, desired: 5, max: 20 }, surge: 3 },
    wish: undefined,
  },
  {
    // A run of a checkpoint had launched nothing yet, and an operator terminated an instance with its place.
    name: 'is none where it is the size that stood before the run began, from which no run lowers',
    seen: 3,
    changes: [{ at: NOW - 601, from: 0, to: 4, by: 'request' }, taken(4, NOW - 590)],
    heartbeatAt: NOW - 600,
    wish: undefined,
  },
  {
    name: 'may lie where a run could raise to only if the minimum that it holds were a wish',
    seen: 9,
    min: 8,
    changes: [{ ...raised, from: 4, to: 8 }, set(8, 10), taken(10)],
    memo: { surge: 4, follows: true },
    wish: 10,
  },
  { name: 'is found without any other activity', seen: 7, changes: [taken(8)], wish: 8 },
  { name: 'may be smaller than the size was', seen: 2, changes: [raised, set(5, 3), taken(3)], wish: 3 },
  { name: 'may be the size that the run began with', seen: 3, changes: [raised, set(5, 4), taken(4)], wish: 4 },
  {
    name: 'may have been set in the same second',
    seen: 7,
    changes: [raised, taken(8), { ...set(5, 8), at: NOW - 100 }],
    wish: 8,
  },
  {
    name: 'is what all terminations of one call began with, on both sides of a full second',
    seen: 6,
    changes: [raised, set(5, 8), taken(8, NOW - 101), taken(7, NOW - 100)],
    wish: 8,
  },
  {
    name: 'may lie where the run raises as well, where it was lowered to',
    memo: { surge: 3 },
    seen: 5,
    changes: [{ ...raised, to: 7 }, set(7, 6), taken(6)],
    wish: 6,
  },
  {
    name: 'or raised to once more',
    memo: { surge: 2 },
    seen: 5,
    changes: [{ ...raised, to: 6 }, taken(6, NOW - 110), set(5, 6), taken(6)],
    wish: 6,
  },
  {
    name: 'or set by a call that no run makes',
    memo: { surge: 2 },
    seen: 5,
    changes: [set(4, 6, 'request'), taken(6)],
    wish: 6,
  },
  {
    name: 'or set unseen after the decrement before',
    memo: { surge: 2 },
    seen: 5,
    changes: [{ ...raised, to: 6 }, taken(6, NOW - 110), taken(6)],
    wish: 6,
  },
  {
    name: 'is none where AWS had more than was wanted already, so that no launch tells of the room that the run has made',
    seen: 4,
    changes: [{ ...set(1, 4, 'request'), at: NOW - 400 }, taken(5)],
    wish: undefined,
  },
  {
    name: 'nor of the room that it has made from its room, since it is taken back',
    seen: 4,
    changes: [
      { ...raised, at: NOW - 400 },
      { ...taken(6), to: 4 },
    ],
    memo: { surge: 2, progress: { phase: 'taken-back' } },
    wish: undefined,
  },
  {
    name: 'but is one where the run makes room but once',
    seen: 4,
    changes: [
      { ...raised, at: NOW - 400 },
      { ...taken(6), to: 4 },
    ],
    memo: { surge: 2 },
    wish: 6,
  },
  {
    name: 'and where what was there before was beyond its room',
    seen: 4,
    changes: [
      { ...raised, to: 7, at: NOW - 400 },
      { ...taken(6), to: 4 },
    ],
    memo: { surge: 2, progress: { phase: 'taken-back' } },
    wish: 6,
  },
  {
    name: 'is none where the run has made room once more after a departure, for an action that it has carried out since',
    seen: 4,
    changes: [{ ...raised, at: NOW - 400 }, taken(5, NOW - 140), taken(5)],
    memo: { surge: 2, scheduledUntil: NOW - 110 },
    wish: undefined,
  },
  {
    name: 'nor where it may do so since it is taken back',
    seen: 4,
    changes: [{ ...raised, at: NOW - 400 }, taken(5, NOW - 140), taken(5)],
    memo: { surge: 2, progress: { phase: 'taken-back' } },
    wish: undefined,
  },
  {
    name: 'but is one where that action was carried out before the departure',
    seen: 4,
    changes: [{ ...raised, at: NOW - 400 }, taken(5, NOW - 140), taken(5)],
    memo: { surge: 2, scheduledUntil: NOW - 150 },
    wish: 5,
  },
  {
    name: 'is found where nothing tells of it and the size was none from which a run makes room',
    seen: 4,
    changes: [{ ...set(1, 3, 'request'), at: NOW - 400 }, taken(5)],
    wish: 5,
  },
  {
    name: 'is none where others have raised the minimum after the run had made room',
    seen: 5,
    min: 5,
    changes: [{ ...raised, to: 6, at: NOW - 130 }, taken(6)],
    memo: { surge: 2 },
    wish: undefined,
  },
  {
    name: 'is none where the run had made room from a smaller size and has adopted since what others had left',
    seen: 7,
    changes: [{ ...raised, to: 8, at: NOW - 130 }, taken(8)],
    memo: { sizes: { min: 0, desired: 7, max: 20 }, surge: 4 },
    wish: undefined,
  },
  { name: 'is none behind the only decrement of a roll', seen: 4, changes: [raised, taken(5)], wish: undefined },
  { name: 'nor where its raise is not told any more', seen: 4, changes: [taken(5)], wish: undefined },
  {
    name: 'nor where others had terminated an instance before the run made room',
    memo: { surge: 2 },
    seen: 5,
    changes: [taken(5, NOW - 130), { ...raised, to: 6, at: NOW - 120 }, taken(6)],
    wish: undefined,
  },
  {
    name: 'nor behind the next decrement',
    memo: { surge: 2 },
    seen: 4,
    changes: [{ ...raised, to: 6 }, taken(6, NOW - 110), taken(5)],
    wish: undefined,
  },
  {
    name: 'nor where the run has made more room for a scheduled action that it has carried out',
    memo: { sizes: { min: 4, desired: 7, max: 20 }, surge: 2, scheduledUntil: NOW - 103 },
    seen: 8,
    changes: [{ ...raised, to: 6 }, set(6, 9), taken(9)],
    wish: undefined,
  },
  {
    name: 'nor where the run had made its room before it carried out an action that lowers the size',
    memo: { sizes: { min: 3, desired: 3, max: 20 }, surge: 2, scheduledUntil: NOW - 101 },
    seen: 4,
    changes: [{ ...raised, at: NOW - 130 }, taken(5)],
    wish: undefined,
  },
  {
    name: 'but is one where the run had made its room after that, and had lowered it',
    memo: { sizes: { min: 4, desired: 6, max: 20 }, surge: 2, scheduledUntil: NOW - 160 },
    seen: 7,
    changes: [{ ...raised, to: 8, at: NOW - 150 }, taken(8, NOW - 140), set(7, 8), taken(8)],
    wish: 8,
  },
  {
    name: 'nor where the run has made more room since the minimum is higher',
    memo: { surge: 2 },
    min: 5,
    seen: 6,
    changes: [{ ...raised, to: 6 }, set(6, 7), taken(7)],
    wish: undefined,
  },
  {
    name: 'but is one above the room that it makes for a higher minimum',
    memo: { surge: 2 },
    min: 5,
    seen: 7,
    changes: [{ ...raised, to: 6 }, set(6, 8), taken(8)],
    wish: 8,
  },
  {
    name: 'is none where the run has made more room for an action that it has carried out, though it had made some before',
    memo: { sizes: { min: 4, desired: 7, max: 20 }, surge: 3, scheduledUntil: NOW - 103 },
    seen: 8,
    changes: [{ ...raised, to: 8 }, taken(8, NOW - 200, 6), set(6, 9), taken(9)],
    wish: undefined,
  },
  {
    name: 'nor where it had made its room for the second time before it carried out one that lowers the size',
    memo: { sizes: { min: 3, desired: 3, max: 20 }, surge: 2, scheduledUntil: NOW - 101 },
    seen: 4,
    changes: [raised, taken(5, NOW - 300), { ...raised, at: NOW - 130 }, taken(5)],
    wish: undefined,
  },
  {
    name: 'is none where others have set another size since, and the same number again',
    seen: 7,
    changes: [raised, set(5, 8), taken(8), { ...set(7, 9, 'request'), at: NOW - 95 }, { ...set(9, 7), at: NOW - 90 }],
    wish: undefined,
  },
  {
    name: 'is none where others have raised the minimum after the run had made room for the second time',
    min: 5,
    seen: 5,
    changes: [raised, taken(5, NOW - 400), { ...raised, to: 6, at: NOW - 130 }, taken(6)],
    memo: { surge: 2 },
    wish: undefined,
  },
  {
    name: 'is none where the run had made room for the second time from a smaller size, and has adopted since what others had left',
    seen: 7,
    changes: [{ ...raised, to: 9 }, taken(9, NOW - 400, 4), { ...raised, to: 8, at: NOW - 130 }, taken(8)],
    memo: { sizes: { min: 0, desired: 7, max: 20 }, surge: 4 },
    wish: undefined,
  },
  {
    name: 'is what the run has overwritten with its room, where that was larger',
    memo: { surge: 2 },
    seen: 4,
    changes: [set(8, 6), { ...taken(6), to: 4 }],
    wish: 8,
  },
  {
    name: 'also where a request tells of it',
    memo: { surge: 2 },
    seen: 4,
    changes: [{ ...set(4, 8, 'request'), at: NOW - 103 }, set(8, 6), { ...taken(6), to: 4 }],
    wish: 8,
  },
  {
    name: 'and where a process has adopted it since, which AWS did not let set it',
    memo: { sizes: { min: 0, desired: 8, max: 8 }, surge: 2 },
    seen: 4,
    changes: [set(8, 6), { ...taken(6), to: 4 }],
    wish: 8,
  },
  {
    name: 'is none where the run has overwritten a request that lies where it raises as well: room can have been made by nothing else',
    memo: { surge: 5 },
    seen: 7,
    changes: [{ ...set(4, 5, 'set'), at: NOW - 103 }, set(5, 8), taken(8)],
    wish: undefined,
  },
  {
    name: 'also where no launch tells of that request, and the run has made all of its room',
    memo: { surge: 4 },
    seen: 7,
    changes: [set(5, 8), taken(8)],
    wish: undefined,
  },
  {
    name: 'but is one where it was set from what may be a part of its room',
    memo: { surge: 5 },
    seen: 7,
    changes: [set(5, 8), taken(8)],
    wish: 8,
  },
  {
    name: 'but none where that was smaller',
    memo: { surge: 3 },
    seen: 5,
    changes: [set(2, 7), { ...taken(7), to: 5 }],
    wish: undefined,
  },
  {
    name: 'nor what others have set over, where the run had made its room before',
    memo: { surge: 2 },
    seen: 4,
    changes: [{ ...raised, to: 6 }, { ...set(6, 9, 'request'), at: NOW - 103 }, set(9, 6), { ...taken(6), to: 4 }],
    wish: 6,
  },
  {
    name: 'nor what policies had asked for, where the run has saved what is wished of it',
    memo: { sizes: { min: 0, desired: 6, max: 6 }, surge: 1, scaledUntil: NOW - 101 },
    seen: 6,
    changes: [raised, { at: NOW - 102, from: 5, to: 7, by: 'policy' }, taken(7)],
    wish: undefined,
  },
  {
    name: 'but what they have asked for since',
    memo: { sizes: { min: 0, desired: 6, max: 6 }, surge: 1, scaledUntil: NOW - 103 },
    seen: 6,
    changes: [raised, { at: NOW - 102, from: 5, to: 7, by: 'policy' }, taken(7)],
    wish: 7,
  },
  {
    name: 'but what the run has overwritten with its room right before it was lost, where that was larger',
    seen: 5,
    changes: [overwritten(7, 5)],
    wish: 7,
  },
  {
    name: 'also where a request tells of it',
    seen: 5,
    changes: [{ ...set(4, 7), at: NOW - 103 }, overwritten(7, 5)],
    wish: 7,
  },
  {
    name: 'but none that was there for longer than a look may not show it: others have lowered it since',
    seen: 5,
    changes: [{ ...set(4, 7), at: NOW - 163 }, overwritten(7, 5)],
    wish: undefined,
  },
  {
    name: 'nor where the run had made its room before: others have set it over that',
    memo: { surge: 3 },
    seen: 5,
    changes: [{ ...raised, to: 7 }, overwritten(7, 5)],
    wish: undefined,
  },
  {
    name: 'nor where it may have been the room, of which others have taken a part away',
    memo: { surge: 3 },
    seen: 5,
    changes: [overwritten(7, 5)],
    wish: undefined,
  },
  {
    name: 'nor where that is less than a run makes at first',
    memo: { surge: 3 },
    firstTarget: 7,
    seen: 5,
    changes: [overwritten(7, 5)],
    wish: undefined,
  },
  {
    name: 'but is one where that is all the room that a run makes at first, as before a checkpoint',
    memo: { surge: 3 },
    firstTarget: 5,
    seen: 5,
    changes: [overwritten(7, 5)],
    wish: 7,
  },
  {
    name: 'nor where it is lowered beyond the room, to the size of the beginning or below',
    seen: 3,
    changes: [overwritten(4, 3)],
    wish: undefined,
  },
  {
    name: 'nor where the run has lowered it to a minimum beyond what is put back',
    seen: 5,
    changes: [{ ...overwritten(7, 5), bounds: { min: 5, max: 20 } }],
    wish: undefined,
  },
  {
    name: 'nor where AWS brings it down to a maximum that others lower',
    seen: 5,
    changes: [{ ...overwritten(7, 5), bounds: { min: 0, max: 5 } }],
    wish: undefined,
  },
  {
    name: 'nor where the size was set since',
    seen: 6,
    changes: [overwritten(7, 5)],
    wish: undefined,
  },
  {
    name: 'nor where it was set so after the run had died',
    heartbeatAt: NOW - 400,
    seen: 5,
    changes: [overwritten(7, 5)],
    wish: undefined,
  },
  {
    name: 'nor where it was set so before the run began',
    memo: { startedAt: NOW - 90 },
    seen: 5,
    changes: [overwritten(7, 5)],
    wish: undefined,
  },
  { name: 'nor without a decrement', seen: 8, changes: [raised, set(5, 8)], wish: undefined },
  { name: 'nor where the size was set again since', seen: 10, changes: [raised, set(5, 8), taken(8)], wish: undefined },
  {
    name: 'nor where what one of several terminations left was set again',
    memo: { surge: 4 },
    seen: 7,
    changes: [{ ...raised, to: 8 }, taken(8), taken(7), taken(6)],
    wish: undefined,
  },
  {
    name: 'nor where the run had seen it long before, and others have lowered it by one',
    seen: 7,
    changes: [{ ...set(5, 8), at: NOW - 200 }, taken(8)],
    wish: undefined,
  },
  { name: 'nor where others have lowered the size of the beginning', seen: 3, changes: [taken(4)], wish: undefined },
  {
    name: 'nor after the run had died',
    heartbeatAt: NOW - 400,
    seen: 7,
    changes: [raised, set(5, 8), taken(8)],
    wish: undefined,
  },
  {
    name: 'nor where the run has ended on purpose',
    heartbeatAt: 0,
    seen: 7,
    changes: [raised, set(5, 8), taken(8)],
    wish: undefined,
  },
  {
    name: 'nor before the run began',
    memo: { startedAt: NOW - 90 },
    seen: 7,
    changes: [set(5, 8), taken(8)],
    wish: undefined,
  },
]

describe('the wish that the last decrement of a run which is gone has crossed', () => {
  test.each(rows)('$name', ({ seen, min = 0, changes, memo, heartbeatAt = DIED, firstTarget, wish }) => {
    const fleet = aFleet(fresh(4), { sizes: { min, max: 20, desired: seen } })
    const found = inheritedWish(fleet, changes, { memo: { ...MEMO, ...memo }, heartbeatAt, firstTarget })
    expect(found).toEqual(wish === undefined ? undefined : { desired: wish, left: seen })
  })
})

describe('the rules', () => {
  const memo = aMemo(4, { heartbeatAt: NOW })
  const inherited = { wish: { desired: 8, left: 7 } }

  test.each(['roll', 'restore'] as const)('adopt it, and give back what was taken (%s)', (intent) => {
    const state = { ...JUST_BEGUN, desired: undefined, suspended: true, inherited }
    expect(nextAction(aRollingFleet(fresh(7), 7, memo), aPolicy({ intent }), state)).toMatchObject({
      kind: 'save-state',
      memo: { sizes: { desired: 8 } },
      reason: 'the desired capacity was set to 8 from outside this run: kept',
    })
    const adopted = aRollingFleet(fresh(7), 7, aMemo(8, { heartbeatAt: NOW }))
    expect(nextAction(adopted, aPolicy({ intent }), state)).toMatchObject({ kind: 'resize', sizes: { desired: 8 } })
  })

  test('raise the maximum with it, which the run before has put back by then', () => {
    const state = { ...JUST_BEGUN, desired: undefined, suspended: true, inherited }
    const tight = aMemo(4, { heartbeatAt: NOW, sizes: { min: 0, desired: 4, max: 7 } })
    const fleet = aRollingFleet(fresh(7), 7, tight, { sizes: { min: 0, desired: 7, max: 7 } })
    expect(nextAction(fleet, aPolicy({ intent: 'restore' }), state)).toMatchObject({
      kind: 'save-state',
      memo: { sizes: { desired: 8, max: 8 } },
    })
  })

  // The room of the roll passed for a wish of seven, and the maximum stayed raised for it.
  test('adopt no more of it than the maximum allows without the roll where policies stay alive', () => {
    const state = { ...JUST_BEGUN, desired: undefined, suspended: true, inherited: { wish: { desired: 7, left: 6 } } }
    const follows = { ...aMemo(6, { sizes: { min: 1, desired: 6, max: 6 }, heartbeatAt: NOW }), follows: true as const }
    const fleet = aRollingFleet(fresh(6), 6, follows, { sizes: { min: 1, desired: 6, max: 6 } })
    expect(nextAction(fleet, aPolicy({ intent: 'restore' }), state).kind).toBe('resume')
  })

  test('adopt it also where a run may have raised to what is seen', () => {
    const wide = { ...memo, surge: 4 }
    const state = { ...JUST_BEGUN, desired: undefined, suspended: true, inherited }
    expect(nextAction(aRollingFleet(fresh(7), 7, wide), aPolicy(), state)).toMatchObject({
      kind: 'save-state',
      memo: { sizes: { desired: 8 } },
    })
  })

  // Five was set, and the lost run took one away: the four that are left are what it began with, and for no action that fell due.
  test('adopt it also where what is left is what was there before the roll', () => {
    const state = { ...JUST_BEGUN, desired: undefined, suspended: true, inherited: { wish: { desired: 5, left: 4 } } }
    expect(nextAction(aRollingFleet(fresh(4), 4, memo), aPolicy({ intent: 'restore' }), state)).toMatchObject({
      kind: 'save-state',
      memo: { sizes: { desired: 5 } },
    })
  })

  test.each([
    { name: 'once another size was set', seen: 3, desired: undefined },
    { name: 'once the run has changed the size itself', seen: 7, desired: 7 },
  ])('forget it $name', ({ seen, desired }) => {
    const state = { ...JUST_BEGUN, desired, suspended: true, inherited }
    const action = nextAction(aRollingFleet(fresh(4), seen, memo), aPolicy(), state)
    expect(action).not.toMatchObject({ kind: 'save-state', memo: { sizes: { desired: 8 } } })
  })
})
