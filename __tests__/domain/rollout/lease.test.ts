import { isUnfinished, leaseConflict } from '../../../src/domain/rollout/lease.ts'
import type { Memo } from '../../../src/domain/rollout/fleet.ts'

const memo = {
  run: '77/1/abcd',
  startedAt: 900,
  heartbeatAt: 1000,
  sizes: { min: 0, max: 1, desired: 1 },
  suspends: [],
  surge: 1,
  source: '0123456789abcdef',
  replaceLaunchedUntil: undefined,
} as unknown as Memo

test.each([
  {
    name: 'another run with a live lease',
    run: '78/1/ffff',
    now: 1100,
    reported: 'run 77 holds its lease and renewed it 100 s ago',
  },
  {
    name: 'another job of the same attempt',
    run: '77/1/ffff',
    now: 1100,
    reported: 'run 77 holds its lease and renewed it 100 s ago',
  },
  { name: 'none, since the lease has expired', run: '78/1/ffff', now: 1300, reported: undefined },
  { name: 'none, since it is an earlier attempt', run: '77/2/ffff', now: 1100, reported: undefined },
  { name: 'none, since it is the run itself', run: '77/1/abcd', now: 1100, reported: undefined },
])('the lease of a group is held by $name', ({ run, now, reported }) => {
  expect(leaseConflict(memo, { run, now })).toEqual(reported && `${reported}; wait for that run to end`)
})

test.each([
  { name: 'of a run that is silent for too long', change: {}, run: '78/1/ffff', at: 1300, expected: true },
  { name: 'of an earlier attempt', change: {}, run: '77/2/ffff', at: 1010, expected: true },
  { name: 'not of a run that may be at work', change: {}, run: '78/1/ffff', at: 1100, expected: false },
  { name: 'not where it was left on purpose', change: { heartbeatAt: 0 }, run: '78/1/ffff', at: 1300, expected: false },
])('a saved state is unfinished, $name', ({ change, run, at, expected }) => {
  expect(isUnfinished({ ...memo, ...change }, run, at)).toBe(expected)
})
