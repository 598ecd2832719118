import { readFileSync } from 'node:fs'
import { chartsOf } from '../../bench/charts.ts'
import { committedPeers, peersTable } from '../../bench/peers-table.ts'
import { committed } from '../../bench/results.ts'

// Where it fails: npm run bench -- --charts
test('the charts of the page are those of the figures that are held, and the page shows them', async () => {
  const charts = await chartsOf(committed(), committedPeers())
  expect(charts.size).toBe(3)
  const page = readFileSync('docs/benchmark.md', 'utf8')
  for (const [file, svg] of charts) {
    expect(readFileSync(file, 'utf8')).toBe(svg)
    expect(page).toContain(`](${file.replace('docs/', '')})`)
  }
})

test('figures that are missing are named', async () => {
  await expect(chartsOf({}, {})).rejects.toThrow(
    'There are no figures of "1 x 10, surge 1, boot 30 s, reaction 15 s, target-group"',
  )
})

test('the page shows what other tools took; ours and an exact Instance Refresh keep all instances and launch no more', () => {
  const peers = committedPeers()
  const cells = (text: string): readonly string[] => text.split('\n').map((line) => line.replaceAll(/[ -]+/g, ''))
  const page = cells(readFileSync('docs/benchmark.md', 'utf8'))
  expect(page).toEqual(expect.arrayContaining(cells(peersTable(peers)).filter((line) => /\d/.test(line))))
  for (const tools of Object.values(peers)) {
    expect(Object.keys(tools)).toHaveLength(4)
    for (const name of ['Fleet Patch', 'AWS Instance Refresh'])
      expect(tools[name]).toMatchObject({ spare: 0, launches: 10 })
  }
})
