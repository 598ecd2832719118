/**
 * Measures rolls on virtual time against the fastest that AWS would allow. Prints a page of Markdown; with --write it becomes
 * docs/benchmark.md, which keeps the notes of that page, and its figures become bench/results.json. --check measures a small
 * matrix and fails where a figure differs from that file, --write-checked writes those figures alone, with the charts, which --charts draws of the figures as they are. --shifts measures shifts of traffic alone, and --peers other tools, and writes them; --audit measures an audit
 * instead, --requests the simulator's answers, --simulator how soon it gives the first, --scenario one roll by its number or by words of its name.
 * Each roll has a process of its own, so that its memory is measured alone.
 */
import '../simulator/require-node-24.ts'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { measure, type Measured } from './measure.ts'
import { writeCharts } from './charts.ts'
import { page, writePeersSection, writeResults, writeShifts } from './page.ts'
import type { ShiftFigures } from './shifts.ts'
import { checked, nameOf, sections, type Scenario } from './scenarios.ts'

/** The longest measurement of one roll. */
const TIMEOUT_SECONDS = 300

const all: readonly Scenario[] = [...Object.values(sections).flat(), ...checked]
const [, , flag, ...words] = process.argv

switch (flag) {
  case '--scenario':
    console.log(JSON.stringify(await measure(chosen())))
    break
  case '--audit':
    await import('./audit.ts')
    break
  case '--requests':
    await import('./requests.ts')
    break
  case '--simulator':
    await import('./simulator-starts.ts')
    break
  case '--check':
    await import('./check.ts')
    break
  case '--write-checked':
    await writeResults(checked.map((scenario) => [scenario, inOwnProcess(scenario)?.figures]))
    await writeCharts()
    break
  case '--peers':
    await (await import('./peers.ts')).writePeers(process.env['PYTHON_CLIENTS'])
    await writePeersSection()
    await writeCharts()
    break
  case '--shifts': {
    const { measureShift, shiftScenarios } = await import('./shifts.ts')
    const results: Record<string, ShiftFigures> = {}
    for (const scenario of shiftScenarios) results[scenario.name] = await measureShift(scenario)
    await writeShifts(results)
    break
  }
  case '--charts':
    await writeCharts()
    break
  default:
    await page({ measured: inOwnProcess, writing: flag === '--write' })
}

function chosen(): Scenario {
  const [first = ''] = words
  const found = all[Number(first)] ?? all.find((scenario) => words.every((word) => nameOf(scenario).includes(word)))
  if (found === undefined) throw new Error(`No scenario is called ${words.join(' ')}:\n${all.map(nameOf).join('\n')}`)
  return found
}

/** Undefined where it has not ended in time. */
function inOwnProcess(scenario: Scenario): Measured | undefined {
  const index = all.findIndex((each) => nameOf(each) === nameOf(scenario))
  const args = [fileURLToPath(import.meta.url), '--scenario', String(index)]
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: TIMEOUT_SECONDS * 1000,
  })
  if (signal === 'SIGTERM') return undefined
  if (status !== 0) throw new Error(stderr)
  console.error(nameOf(scenario))
  return JSON.parse(stdout) as Measured
}
