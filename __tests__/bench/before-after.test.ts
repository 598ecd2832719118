import { readFileSync } from 'node:fs'
import { beforeAfterSection, type Sources } from '../../bench/before-after.ts'
import { committedPeers } from '../../bench/peers-table.ts'
import { committed } from '../../bench/results.ts'
import { nameOf, sections } from '../../bench/scenarios.ts'

const held: Sources = { results: committed(), peers: committedPeers(), page: readFileSync('docs/benchmark.md', 'utf8') }
/** Lines without what only aligns them. */
const plain = (text: string): readonly string[] => text.split('\n').map((line) => line.replaceAll(/[ -]+/g, ''))
const rowOf = (sources: Sources, what: string): string => beforeAfterSection(sources).split('\n').find((line) => line.startsWith(`| ${what}`)) ?? '' // prettier-ignore

// Where it fails: npm run bench -- --only
test('the page compares former figures with those that are held', () => {
  const lines = plain(beforeAfterSection(held)).filter((line) => !line.startsWith('|:') && line !== '|')
  expect(plain(held.page)).toEqual(expect.arrayContaining(lines.filter((line) => /[a-z]/.test(line))))
  expect(beforeAfterSection(held)).not.toMatch(/NaN|Infinity|undefined/)
})

test('every row of one group that is throttled counts', () => {
  const name = nameOf(sections['A thousand at 10 %']?.at(-1) ?? sections['Boots']![0]!)
  expect(rowOf(held, 'throttled calls, one group of 1,000')).toBe('| throttled calls, one group of 1,000 | 0 | 0 | 0 | yes |')
  const results = { ...held.results, [name]: { ...held.results[name]!, throttled: 3 } }
  expect(rowOf({ ...held, results }, 'throttled calls')).toBe('| throttled calls, one group of 1,000 | 0 | 0 | 3 | **no** |')
}) // prettier-ignore

test.each([
  { what: 'a roll that is too slow', change: { seconds: 8890 }, row: 'roll / limit, one group', says: 'to 1.400 | **no** |' },
  { what: 'a launch too many', change: { launches: 11 }, row: 'launches per replacement', says: '| 1.00 | 1.10 | **no** |' },
  { what: 'a group that was short of one', change: { spare: -1 }, row: 'lowest ready', says: '| n | n-1 | **no** |' },
])('$what is not as wanted', ({ change, row, says }) => {
  const name = '1 x 10, surge 1, boot 600 s, reaction 15 s, target-group'
  const results = { ...held.results, [name]: { ...held.results[name]!, ...change } }
  expect(rowOf({ ...held, results }, row)).toContain(says)
}) // prettier-ignore

test('without figures of Senza its rows are not as wanted', () => {
  expect(rowOf({ ...held, peers: {} }, 'calls / Senza')).toMatch(/\*\*no\*\*/)
})
