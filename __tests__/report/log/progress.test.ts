import { duration } from '../../../src/text/duration.ts'
import { bar, percent } from '../../../src/report/log/progress.ts'
import { remainingSeconds } from '../../../src/report/results/remaining.ts'

test.each([
  { seconds: 0, words: '0 s' },
  { seconds: 45.4, words: '45 s' },
  { seconds: 59.6, words: '1 m 00 s' },
  { seconds: 245, words: '4 m 05 s' },
  { seconds: 3599, words: '59 m 59 s' },
  { seconds: 3599.7, words: '1 h 00 m' },
  { seconds: 3720, words: '1 h 02 m' },
  { seconds: 86_390, words: '1 d 00 h' },
  { seconds: 183_600, words: '2 d 03 h' },
  { seconds: -5, words: '0 s' },
  { seconds: NaN, words: '0 s' },
])('$seconds seconds are $words', ({ seconds, words }) => expect(duration(seconds)).toBe(words))

test.each([
  { share: 0, shown: '░░░░', figure: '  0 %' },
  { share: 0.001, shown: '█░░░', figure: '  0 %' },
  { share: 0.5, shown: '██░░', figure: ' 50 %' },
  { share: 0.999, shown: '███░', figure: ' 99 %' },
  { share: 1, shown: '████', figure: '100 %' },
  { share: 7, shown: '████', figure: '100 %' },
  { share: NaN, shown: '░░░░', figure: '  0 %' },
])('a share of $share is $shown, $figure', ({ share, shown, figure }) => {
  expect(bar(share, 4)).toBe(shown)
  expect(percent(share)).toBe(figure)
})

describe('the end', () => {
  const pace = { startedAt: 1000, at: 1200, done: 2, total: 5, firstDoneAt: 1100, lastDoneAt: 1200 }
  test.each([
    { name: 'follows from the speed so far', changes: {}, seconds: 300 },
    { name: 'comes nearer while the next one is under way', changes: { at: 1240 }, seconds: 260 },
    { name: 'does not come nearer while the next one is late', changes: { at: 1350 }, seconds: 200 },
    { name: 'is unknown once the next one is overdue by its whole length', changes: { at: 1401 }, seconds: undefined },
    {
      name: 'is unknown while nothing is done',
      changes: { done: 0, firstDoneAt: undefined, lastDoneAt: undefined },
      seconds: undefined,
    },
    {
      name: 'follows from a whole batch, while the next one boots as long as the first did',
      changes: { done: 10, total: 30, firstDoneAt: 1100, lastDoneAt: 1100, at: 1190 },
      seconds: 190,
    },
    { name: 'is now when all is done', changes: { done: 5 }, seconds: 0 },
  ])('$name', ({ changes, seconds }) => expect(remainingSeconds({ ...pace, ...changes })).toBe(seconds))
})
