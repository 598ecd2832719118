import { readFileSync } from 'node:fs'
import { committed } from '../../bench/results.ts'
import { useOnPage, withRolls } from '../../bench/roll-table.ts'
import { nameOf, sections, type Scenario } from '../../bench/scenarios.ts'

const page = readFileSync('docs/benchmark.md', 'utf8')
const scenario = sections['Boots']?.[0] as Scenario
/** Lines without what only aligns them. */
const plain = (text: string): readonly string[] => text.split('\n').map((line) => line.replaceAll(/[ -]+/g, ''))

// Where it fails: npm run bench -- --only
test('the page has the figures that are held, of every roll', () => {
  const rows = plain(withRolls(page, sections, committed())).filter((line) => /^\|\d+x/.test(line))
  expect(rows.length).toBeGreaterThan(40)
  expect(plain(page)).toEqual(expect.arrayContaining([...rows]))
})

test('of a roll that is measured anew, CPU seconds and memory stay', () => {
  const figures = { ...committed(), [nameOf(scenario)]: { ...(committed()[nameOf(scenario)] as object), calls: 7777 } }
  const changed = withRolls(page, sections, figures as ReturnType<typeof committed>)
  const before = useOnPage(page, 'Boots', scenario)
  expect(before).not.toEqual(['-', '-'])
  expect(useOnPage(changed, 'Boots', scenario)).toEqual(before)
  expect(changed.split('\n').filter((line) => line.includes('| 7777 |'))).toHaveLength(1)
})

test('a section that is new comes before the one that follows, without CPU seconds', () => {
  const added = { 'Sizes and surge': [], New: [{ ...scenario, size: 11 }], Boots: sections['Boots'] ?? [] }
  const figures = { ...committed(), [nameOf({ ...scenario, size: 11 })]: committed()[nameOf(scenario)] }
  const text = withRolls(page, added, figures as ReturnType<typeof committed>)
  const titles = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)
  expect(titles.slice(0, 3)).toEqual(['Sizes and surge', 'New', 'Boots'])
  expect(text).toMatch(/\| 1 x 11 \|.*\| - \| - \|\n\n## Boots\n/)
})

test('a roll without figures is named', () => {
  expect(() => withRolls(page, sections, {})).toThrow(/^There are no figures of "1 x .*": npm run bench -- --only$/)
})
