// The pages that are checked: summaries and reports of whole runs on the simulator, and fleet pages of made records.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { command } from '../../build/src/command/command.js'
import { historyLines, sampleCatalogue } from '../../build/testing/history-samples.js'
import { pageSample, pageSampleNames } from '../../build/testing/page-samples.js'
import { githubPage } from './github-page.mjs'

/** Groups of the fleet pages. */
const FLEETS = [1, 6, 50, 300, 1000]

/** Samples in which no instance and no traffic moves: all others have a chart. */
const WITHOUT_CHART = /^(wrong-inputs|dry-run|bastion|audit)/

/** Gives each page once it is made: its name, its kind, its file, and whether it must have a chart. */
export async function* pages(words) {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  const isWanted = (name) => words.length === 0 || words.some((word) => name.includes(word))
  const file = (name, html) => {
    const path = join(folder, `${name}.html`)
    writeFileSync(path, html)
    return path
  }
  for (const groups of FLEETS) {
    const name = `fleet-of-${groups}`
    if (isWanted(name)) yield { name, kind: 'fleet', groups, path: await fleetPage(join(folder, name), groups) }
  }
  for (const sample of pageSampleNames) {
    const names = { summary: `summary-${sample}`, report: `report-${sample}` }
    if (!Object.values(names).some(isWanted)) continue
    const { summary, report } = await pageSample(sample)
    const hasChart = !WITHOUT_CHART.test(sample)
    if (isWanted(names.summary))
      yield { name: names.summary, kind: 'summary', hasChart, path: file(names.summary, githubPage(summary)) }
    if (isWanted(names.report) && report !== undefined)
      yield { name: names.report, kind: 'report', hasChart, path: file(names.report, report) }
  }
}

/** Made by the command itself. */
async function fleetPage(folder, groups) {
  mkdirSync(join(folder, 'records'), { recursive: true })
  writeFileSync(
    join(folder, 'records/history.jsonl'),
    `${historyLines({ groups, weeks: groups > 300 ? 12 : 30 }).join('\n')}\n`,
  )
  writeFileSync(join(folder, 'fleet.yml'), sampleCatalogue)
  const said = []
  const screen = { write: (text) => said.push(text) }
  const words = ['page', '--from', 'records', '--to', 'fleet.html', '--catalogue', 'fleet.yml']
  const clock = { now: () => Date.UTC(2026, 10, 24), sleep: async () => {} }
  const ownFile = async (name) => readFileSync(name, 'utf8')
  const status = await command({
    words,
    stdout: screen,
    stderr: screen,
    folder,
    ownFile,
    onInterrupt: () => {},
    clock,
    random: () => 0,
  })
  if (status !== 0) throw new Error(said.join(''))
  return join(folder, 'fleet.html')
}
