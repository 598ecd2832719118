import { leaseConflict } from '../../../src/domain/rollout/lease.ts'
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
    name: 'another run that is alive',
    run: '78/1/ffff',
    now: 1100,
    reported: 'run 77 is rolling it and said so 100 s ago',
  },
  {
    name: 'another job of the same attempt',
    run: '77/1/ffff',
    now: 1100,
    reported: 'run 77 is rolling it and said so 100 s ago',
  },
  { name: 'nobody, for the run is dead', run: '78/1/ffff', now: 1300, reported: undefined },
  { name: 'nobody, for it is an earlier attempt', run: '77/2/ffff', now: 1100, reported: undefined },
  { name: 'nobody else', run: '77/1/abcd', now: 1100, reported: undefined },
])('a group is in the hands of $name', ({ run, now, reported }) => {
  expect(leaseConflict(memo, { run, now })).toEqual(reported && `${reported}; wait for that run to end`)
})
