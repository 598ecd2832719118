/** The figures of docs/comparison.md are those of docs/benchmark.md. */
import { readFileSync } from 'node:fs'

const rowsOf = (page: string): readonly (readonly string[])[] =>
  readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+ x \d+/.test(line))
    .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim())) // prettier-ignore
const benchmark = rowsOf('docs/benchmark.md')
const compared = rowsOf('docs/comparison.md')

test('the figures of a roll are those of the benchmark', () => {
  const rolls = compared.filter(({ length }) => length === 5)
  expect(rolls.length).toBeGreaterThan(2)
  for (const [fleet = '', boot, seconds, limit, calls] of rolls) {
    const [groups, surge] = fleet.split(', ')
    const [row] = benchmark.filter((cells) => cells.length > 10 && cells[0] === groups && cells[1] === surge && `${cells[2]} s` === boot && cells[3] === '5' && cells[4] === 'target-group' && cells[5] === '0') // prettier-ignore
    expect([fleet, row?.[6], row?.[7], row?.[9]]).toEqual([fleet, seconds, limit, calls])
  }
})

test('the figures of other tools are those of the benchmark', () => {
  const peers = compared.filter(({ length }) => length === 7)
  expect(new Set(peers.map(([, tool]) => tool)).size).toBe(4)
  const known = new Set(benchmark.map((cells) => cells.join('|')))
  expect(peers.map((cells) => cells.join('|')).filter((row) => !known.has(row))).toEqual([])
})
