import { dueGroups, nextDue, secondsUntilDue } from '../../../src/controllers/rollout/pace.ts'
import { NOW } from '../../domain/rollout/a-fleet.ts'
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
    expect(dueGroups(due, groups, now)).toEqual(expected)
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
