import { dueGroups, lookAfter, nextDue, nextShare, secondsUntilDue } from '../../../src/controllers/rollout/pace.ts'
import type { GroupRun } from '../../../src/controllers/rollout/group-run.ts'
import { INITIAL_STATE } from '../../../src/domain/rollout/run-state.ts'
import { aMemo, aPolicy, aRollingFleet, fresh, NOW, old } from '../../domain/rollout/a-fleet.ts'
import { aRun, ROLLING } from './a-run.ts'

const due = new Map([
  ['soon', 110],
  ['soon as well', 110.4],
  ['late', 160],
])

describe('which groups are looked at', () => {
  test.each([
    { name: 'those that are due', groups: ['soon', 'late'], now: 112, expected: ['soon'] },
    { name: 'with those that are nearly', groups: ['soon', 'soon as well', 'late'], now: 110, expected: ['soon', 'soon as well'] }, // prettier-ignore
    { name: 'where none is, those that are due first', groups: ['soon', 'late'], now: 90, expected: ['soon'] },
    { name: 'one that has just been let in', groups: ['late', 'new'], now: 100, expected: ['new'] },
    { name: 'none of none', groups: [], now: 100, expected: [] },
  ])('$name', ({ groups, now, expected }) => {
    expect(dueGroups(due, groups, { now, most: 100 })).toEqual(expected)
  })

  test('of more than one look may take, those that have waited longest', () => {
    const groups = ['late', 'soon as well', 'soon']
    expect(dueGroups(due, groups, { now: 200, most: 2 })).toEqual(['soon', 'soon as well'])
  })

  test.each([
    {
      name: 'as many again where all that were looked at took little time to be worked on, and half more',
      looked: 40,
      seconds: 4,
      expected: 60,
    },
    { name: 'no more where fewer were due', looked: 39, seconds: 4, expected: 40 },
    { name: 'no more where it took a while', looked: 40, seconds: 7, expected: 40 },
    { name: 'as many as are worked on in ten seconds where it took longer', looked: 40, seconds: 20, expected: 20 },
    { name: 'ten at least', looked: 40, seconds: 600, expected: 10 },
    { name: 'never more than before where it took longer', looked: 300, seconds: 15, expected: 40 },
  ])('how many the next look may take: $name', ({ looked, seconds, expected }) => {
    expect(nextShare(40, { looked, seconds })).toBe(expected)
  })

  test('a look takes no more than a hundred, however little there was to ask of them', () => {
    expect(nextShare(80, { looked: 80, seconds: 0 })).toBe(100)
    expect(nextShare(100, { looked: 100, seconds: 0 })).toBe(100)
  })

  test.each([
    { name: 'what is left', groups: ['soon'], now: 100, expected: 10 },
    { name: 'of several until the next even second: what falls due by then is looked at with it', groups: ['soon as well', 'late'], now: 100, expected: 12 }, // prettier-ignore
    { name: 'nothing where one is overdue', groups: ['soon', 'late'], now: 150, expected: 0 },
    { name: 'nothing where one is new', groups: ['late', 'new'], now: 100, expected: 0 },
    { name: 'not known without any', groups: [], now: 100, expected: undefined },
  ])('seconds until then: $name', ({ groups, now, expected }) => {
    expect(secondsUntilDue(due, groups, now)).toBe(expected)
  })
})

test.each([
  { name: 'a few seconds where nothing is known', dueActions: undefined, expected: 5 },
  { name: 'less where a scheduled action falls due before', dueActions: [-9, 1, 900], expected: 3 },
  { name: 'no less for one that is long due', dueActions: [-9], expected: 5 },
])('a group is due after $name', ({ dueActions, expected }) => {
  const actions = dueActions?.map((seconds) => ({ name: 'scale', at: NOW + seconds, sizes: { desired: 9 } }))
  expect(nextDue(aRun({ last: { ...ROLLING, dueActions: actions } }))).toBe(NOW + expected)
})

describe('when a group is looked at after a step', () => {
  test.each([
    {
      name: 'a second later where something was done',
      next: 'soon',
      since: NOW - 60,
      deadline: NOW + 900,
      expected: NOW + 1,
    },
    {
      name: 'in its old place where the look was too old',
      next: 'at once',
      since: NOW - 60,
      deadline: NOW + 900,
      expected: NOW - 60,
    },
    { name: 'now where it has no place yet', next: 'at once', since: undefined, deadline: NOW + 900, expected: NOW },
    { name: 'now at the latest', next: 'at once', since: NOW + 2, deadline: NOW + 900, expected: NOW },
    {
      name: 'when something is due',
      next: 'when something is due',
      since: NOW - 60,
      deadline: NOW + 900,
      expected: NOW + 5,
    },
    {
      name: 'at the end of the time',
      next: 'when something is due',
      since: undefined,
      deadline: NOW + 2,
      expected: NOW + 3,
    },
    {
      name: 'no sooner for an end that has passed',
      next: 'when something is due',
      since: undefined,
      deadline: NOW - 2,
      expected: NOW + 5,
    },
    {
      name: 'half a second later where AWS has accepted a change of the group',
      next: 'shortly',
      since: NOW - 60,
      deadline: NOW + 900,
      expected: NOW + 0.5,
    },
  ] as const)('$name', ({ next, since, deadline, expected }) => {
    expect(lookAfter(aRun({ last: ROLLING }), { next, since, now: NOW, deadline, groups: 1 })).toBe(expected)
  })

  test('of several groups the looks are shared: a second later after any change', () => {
    const stepped = { next: 'shortly', since: NOW, now: NOW, deadline: NOW + 900, groups: 2 } as const
    expect(lookAfter(aRun({ last: ROLLING }), stepped)).toBe(NOW + 1)
  })
})

describe('where zones could end uneven, a launch that is outstanding', () => {
  // Nine are wanted in three zones, with room for two more: one of the last old ones may leave, but it is not known where AWS launches the other.
  const memo = aMemo(6, { surge: 2 })
  const waiting = aRollingFleet([...old(3), ...fresh(4)], 8, memo)
  const dueIn = (change: Partial<GroupRun>): number =>
    nextDue(aRun({ last: waiting, memo, policy: aPolicy({ surge: 2 }), ...change })) - NOW

  test('is looked for from when AWS may have begun it', () => {
    expect(dueIn({ state: { ...INITIAL_STATE, outstandingSince: NOW } })).toBe(4)
    expect(dueIn({ state: { ...INITIAL_STATE, outstandingSince: NOW - 5 } })).toBe(2)
  })

  test('is looked for as usual while a group is put back, and where none may leave', () => {
    const state = { ...INITIAL_STATE, outstandingSince: NOW }
    expect(dueIn({ state, restoringSince: NOW - 5 })).toBeCloseTo(25 / 3)
    expect(dueIn({ state, last: aRollingFleet([...old(3), ...fresh(3)], 8, memo) })).toBeCloseTo(25 / 3)
  })
})
