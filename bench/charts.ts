import { writeFileSync } from 'node:fs'
import { svgOf } from '../simulator/svg.ts'
import type { Figures } from './measure.ts'
import { committedPeers, type PeerResults } from './peers-table.ts'
import { committed, type Results } from './results.ts'

/** Boots in seconds for which a group of ten is rolled one at a time, behind a target group, where AWS reacts after 15 s. */
const BOOTS = [30, 60, 120, 600]

const figuresOf = (results: Results, boot: number, sigma: string): Figures => {
  const name = `1 x 10, surge 1, boot ${boot} s${sigma}, reaction 15 s, target-group`
  const figures = results[name]
  if (figures === undefined) throw new Error(`There are no figures of "${name}": npm run bench -- --write-checked`)
  return figures
}

const SERIES = [
  { name: 'each instance boots as long', sigma: '', color: '#2b6cb0' },
  { name: 'boots vary (log-normal, σ 0.3)', sigma: ' sigma 0.3', color: '#dd6b20' },
] as const

const CHARTS = [
  {
    file: 'docs/benchmark-speed.svg',
    title: 'Duration of a roll, as a multiple of the limit',
    of: ({ seconds, limitSeconds }: Figures) => seconds / limitSeconds,
    digits: 3,
    axis: { min: 1, max: 1.05 },
  },
  {
    file: 'docs/benchmark-calls.svg',
    title: 'Calls to AWS for each instance that is replaced',
    of: ({ calls, replaced }: Figures) => calls / replaced,
    digits: 1,
    axis: { min: 0 },
  },
] as const

const COLOURS = ['#2f855a', '#a0aec0', '#d69e2e', '#c53030']

/** Calls of each tool, by boots; how far each lets capacity fall stands in the table beside it. */
async function peersChart(peers: PeerResults): Promise<readonly [string, string]> {
  const fleets = Object.entries(peers).filter(([name]) => !name.includes('sigma'))
  const tools = Object.keys(fleets[0]?.[1] ?? {})
  const option = {
    title: { text: 'Calls to AWS for each instance that is replaced, by tool', left: 10, top: 5, textStyle: { fontSize: 14 } },
    legend: { bottom: 5 },
    grid: { left: 50, right: 20, top: 45, bottom: 60 },
    xAxis: { type: 'category', data: fleets.map(([name]) => /boot \d+ s/.exec(name)?.[0] ?? name) },
    yAxis: { type: 'value', min: 0 },
    series: tools.map((tool, index) => ({
      type: 'bar',
      name: tool,
      color: COLOURS[index],
      label: { show: true, position: 'top' },
      data: fleets.map(([, each]) => Math.round((each[tool]?.calls ?? NaN) / 10)),
    })),
  }
  return ['docs/benchmark-peers.svg', await svgOf(option, { width: 760, height: 320 })]
} // prettier-ignore

/** The charts of the benchmark page by file, from these figures. */
export async function chartsOf(results: Results, peers: PeerResults): Promise<ReadonlyMap<string, string>> {
  const drawn = await Promise.all(
    CHARTS.map(async ({ file, title, of, digits, axis }) => {
      const option = {
        title: { text: title, left: 10, top: 5, textStyle: { fontSize: 14 } },
        legend: { bottom: 5 },
        grid: { left: 50, right: 20, top: 45, bottom: 60 },
        xAxis: { type: 'category', data: BOOTS.map((boot) => `boot ${boot} s`) },
        yAxis: { type: 'value', ...axis },
        series: SERIES.map(({ name, sigma, color }) => ({
          type: 'bar',
          name,
          color,
          label: { show: true, position: 'top' },
          data: BOOTS.map((boot) => Number(of(figuresOf(results, boot, sigma)).toFixed(digits))),
        })),
      }
      return [file, await svgOf(option, { width: 760, height: 320 })] as const
    }),
  )
  return new Map([...drawn, await peersChart(peers)])
}

/** Draws the committed figures into the files that the page shows. */
export async function writeCharts(): Promise<void> {
  for (const [file, svg] of await chartsOf(committed(), committedPeers())) writeFileSync(file, svg)
}
