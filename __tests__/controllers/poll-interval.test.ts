import { pollInterval, type Traffic } from '../../src/controllers/poll-interval.ts'

interface Look {
  readonly calls: number
  readonly throttled: number
  readonly quiet?: number
}

const waits = (looks: readonly Look[]): number[] => {
  let now: Traffic = { calls: 0, throttled: 0 }
  const pace = pollInterval(() => now)
  return looks.map(({ calls, throttled, quiet }) => {
    now = { calls: now.calls + calls, throttled: now.throttled + throttled }
    return Math.round(pace(quiet) * 100) / 100
  })
}

test.each([
  { name: 'a small fleet is read every five seconds', looks: [{ calls: 3, throttled: 0 }], expected: [5] },
  { name: 'where something is due, every second', looks: [{ calls: 3, throttled: 0, quiet: 0 }], expected: [1] },
  {
    name: 'where nothing is expected, when that time is over, and within two minutes',
    looks: [
      { calls: 3, throttled: 0, quiet: 20 },
      { calls: 3, throttled: 0, quiet: 600 },
    ],
    expected: [20, 100],
  },
  { name: 'a read with many calls lengthens the interval', looks: [{ calls: 100, throttled: 0 }], expected: [25] },
  {
    name: 'each throttling doubles the wait, and it shrinks slowly when it is over',
    looks: [
      { calls: 3, throttled: 1 },
      { calls: 3, throttled: 2 },
      { calls: 3, throttled: 0 },
      { calls: 3, throttled: 0 },
    ],
    expected: [10, 20, 16, 12.8],
  },
  {
    name: 'the wait is never longer than a minute',
    looks: Array.from({ length: 8 }, () => ({ calls: 3, throttled: 1 })),
    expected: [10, 20, 40, 60, 60, 60, 60, 60],
  },
])('$name', ({ looks, expected }) => {
  expect(waits(looks)).toEqual(expected)
})
