import { awsClock } from '../../../src/aws/client/aws-clock.ts'

const BEGIN = Date.parse('2026-03-01T12:00:00Z')
const HOUR = 3_600_000

/** A runner whose clock is off by so many milliseconds, and AWS, whose answers take as long as given. */
function runnerOff(by: number) {
  const world = { now: BEGIN + 250, by }
  const clock = awsClock({ now: () => world.now + world.by, sleep: async () => {} })
  return {
    world,
    clock,
    answer: (milliseconds = 100): void => {
      const sentAt = clock.runnerNow()
      world.now += milliseconds / 2
      const date = new Date(world.now).toUTCString()
      world.now += milliseconds / 2
      clock.learn(date, sentAt)
    },
    error: (): number => Math.abs(clock.now() - world.now),
  }
}

test.each([-HOUR, -300_000, 300_000, HOUR])('a clock that is off by %d ms is corrected by the first answer', (by) => {
  const { answer, error } = runnerOff(by)
  answer()
  expect(error()).toBeLessThanOrEqual(1100)
})

test('more answers correct it more closely', () => {
  const { world, answer, error } = runnerOff(HOUR)
  for (let count = 0; count < 50; count++) {
    answer(60)
    world.now += 430
  }
  expect(error()).toBeLessThanOrEqual(200)
})

test.each([0, 200, -200])('a clock that may be right, off by %d ms, stays as it is', (by) => {
  const { world, clock, answer } = runnerOff(by)
  answer(1000)
  expect(clock.now()).toBe(world.now + by)
})

test('an answer that took half a minute does not move the clock', () => {
  const { world, clock, answer } = runnerOff(0)
  answer(30_000)
  expect(clock.now()).toBe(world.now)
})

test('a clock that is set in between is corrected by the next answer', () => {
  const { world, answer, error } = runnerOff(0)
  answer()
  world.by = HOUR
  answer()
  expect(error()).toBeLessThanOrEqual(1100)
})

test.each([undefined, '', 'yesterday'])('an answer with the date %s teaches nothing', (date) => {
  const { world, clock } = runnerOff(HOUR)
  clock.learn(date, clock.runnerNow())
  expect(clock.now()).toBe(world.now + HOUR)
})
