/**
 * Measures rolls on virtual time against the fastest that AWS would allow. Prints a page of Markdown; with --write it becomes
 * docs/benchmark.md, which keeps the notes of that page, and its figures become bench/results.json. --check measures a small
 * matrix and fails where a figure differs from that file. These write their figures, their part of the page and the charts, and
 * leave all else: --write-checked that matrix, --only the rolls whose names have all the words that follow, without words those
 * that have no figures yet, --shifts shifts of traffic, --peers other tools. --charts draws the figures as they are. --audit
 * measures an audit instead, --requests the simulator's answers, --simulator how soon it gives the first, --scenario one roll by
 * its number or by words of its name. Each roll has a process of its own, so that its memory is measured alone.
 */
import '../simulator/require-node-24.ts'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { measure, type Measured } from './measure.ts'
import { writeCharts } from './charts.ts'
import { page, writePeersSection, writeResults, writeRolls, writeShifts } from './page.ts'
import { committed } from './results.ts'
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
    await measureOnly(checked)
    break
  case '--only':
    await measureOnly(
      words.length > 0 ? all.filter(isMeant) : all.filter((scenario) => !(nameOf(scenario) in committed())),
    )
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

/** Measures these rolls, and puts their figures into the file and into the page, of which all else stays. */
async function measureOnly(scenarios: readonly Scenario[]): Promise<void> {
  const each = new Map(scenarios.map((scenario) => [nameOf(scenario), scenario]))
  await writeResults([...each.values()].map((scenario) => [scenario, inOwnProcess(scenario)?.figures]))
  await writeRolls()
  await writeCharts()
}

/** Whether its name has all the words of the command. */
function isMeant(scenario: Scenario): boolean {
  return words.every((word) => nameOf(scenario).includes(word))
}

function chosen(): Scenario {
  const [first = ''] = words
  const found = all[Number(first)] ?? all.find(isMeant)
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
