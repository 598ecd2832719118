import { admit } from '../../../src/controllers/rollout/admit.ts'
import { type Loop, newLoop } from '../../../src/controllers/rollout/loop.ts'
import { NOW } from '../../domain/rollout/a-fleet.ts'
import { aRun } from './a-run.ts'

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `group-${index}`)

/** So many groups of which the first few are on their way; all were looked at. */
function seen(count: number, onTheirWay: number): Loop {
  const loop = newLoop(names(count), NOW - 60)
  for (const group of names(count)) loop.runs.set(group, aRun({ group }))
  for (const group of names(onTheirWay)) loop.admitted.add(group)
  return loop
}

test('at first as many are let in as there is room for, in the order asked', () => {
  const loop = newLoop(names(1000), NOW)
  admit(loop, { width: 450, now: NOW })
  expect([...loop.admitted]).toEqual(names(450))
  expect(loop.beginning.size).toBe(0)
})

test.each([
  { name: 'as there is room for', width: 412, expected: 12 },
  { name: 'as what they ask for lets others go on', width: 450, expected: 20 },
  { name: 'none beyond the room', width: 390, expected: 0 },
])('later as many are let in at a look $name', ({ width, expected }) => {
  const loop = seen(1000, 400)
  admit(loop, { width, now: NOW })
  expect(loop.admitted.size).toBe(400 + expected)
})

test('those that have waited begin anew, and stand in line from then on', () => {
  const loop = seen(1000, 400)
  admit(loop, { width: 401, now: NOW })
  expect([...loop.beginning]).toEqual([['group-400', NOW]])
  expect([...loop.nextLookAt]).toEqual([['group-400', NOW]])
})

test.each([
  { left: 112, expected: 20 },
  { left: 113, expected: 0 },
])('a few that are left wait for no room: of $left $expected begin', ({ left, expected }) => {
  const loop = seen(450 + left, 450)
  admit(loop, { width: 450, now: NOW })
  expect(loop.admitted.size).toBe(450 + expected)
})
