import { pollInterval } from '../../src/controllers/poll-interval.ts'

test.each([
  { name: 'where it is not known what comes when, every five seconds', quiet: undefined, expected: 5 },
  { name: 'where something is due, after a second', quiet: 0, expected: 1 },
  { name: 'where nothing is expected, when that time is over', quiet: 20, expected: 20 },
  { name: 'and within two minutes', quiet: 600, expected: 119 },
])('$name', ({ quiet, expected }) => {
  expect(pollInterval(quiet)).toBe(expected)
})
