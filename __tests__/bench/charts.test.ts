import { readFileSync } from 'node:fs'
import { chartsOf } from '../../bench/charts.ts'
import { committed } from '../../bench/results.ts'

// Where it fails: npm run bench -- --charts
test('the charts of the page are those of the figures that are held, and the page shows them', async () => {
  const charts = await chartsOf(committed())
  expect(charts.size).toBe(2)
  const page = readFileSync('docs/benchmark.md', 'utf8')
  for (const [file, svg] of charts) {
    expect(readFileSync(file, 'utf8')).toBe(svg)
    expect(page).toContain(`](${file.replace('docs/', '')})`)
  }
})

test('figures that are missing are named', async () => {
  await expect(chartsOf({})).rejects.toThrow(
    'There are no figures of "1 x 10, surge 1, boot 30 s, reaction 15 s, target-group"',
  )
})
