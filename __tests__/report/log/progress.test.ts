import { duration } from '../../../src/text/duration.ts'
import { bar, percent } from '../../../src/report/log/progress.ts'
import { progressText } from '../../../src/report/log/log-lines.ts'

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

test.each([
  { left: { low: 5, high: 50 }, says: 'less than a minute left' },
  { left: { low: 5, high: 200 }, says: 'up to 3 m left' },
  { left: { low: 125, high: 550 }, says: '2 m to 9 m left' },
  { left: { low: 250, high: 260 }, says: 'about 4 m left' },
  { left: { low: 5000, high: 9000 }, says: '1 h 23 m to 2 h 30 m left' },
])('$left is $says', ({ left, says }) => expect(progressText(0.5, left)).toBe(`${bar(0.5)}  50 %  ${says}`))

test('where nothing can be estimated nothing is said of the end', () => {
  expect(progressText(0.5, undefined)).toBe(`${bar(0.5)}  50 %`)
})
