/**
 * Prints which seeds execute which texts of the sources, as JSON: `node testing/reached.ts --seeds 300 --only groups` reads
 * `[{ "file", "at" }]` from its standard input, where `at` is the index of a text in its file, and gives the seeds of each. A
 * seed that does not execute a text runs the same whatever stands there.
 */
import '../simulator/require-node-24.ts'
import { Session } from 'node:inspector/promises'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { WorldKind } from './fuzz/chosen-worlds.ts'
import { takeShortcut } from '../simulator/shortcut.ts'
import { executedAt, functionsOf, type ScriptFunction } from './mutants/executed.ts'

interface Place {
  readonly file: string
  readonly at: number
}

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '300' }, only: { type: 'string', default: 'groups' } },
})
const places = JSON.parse(await text(process.stdin)) as readonly Place[]
const urls = new Map(places.map(({ file }) => [file, pathToFileURL(file).href]))

const session = new Session()
session.connect()
await session.post('Profiler.enable')
// Before the sources are loaded: only then it counts blocks, too.
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
const { PLAYERS } = await import('./fuzz/players.ts')
takeShortcut()
const play = PLAYERS[values.only as WorldKind]

const known = new Map<string, readonly ScriptFunction[]>()
const taken: ReadonlyMap<string, readonly ScriptFunction[]>[] = []
for (let seed = 1; seed <= Number(values.seeds); seed++) {
  await play(seed)
  const { result } = await session.post('Profiler.takePreciseCoverage')
  const now = new Map(
    result.filter(({ url }) => [...urls.values()].includes(url)).map((one) => [one.url, one.functions]),
  )
  for (const [url, functions] of now) known.set(url, functionsOf([...(known.get(url) ?? []), ...functions]))
  taken.push(now)
}

const seedsOf = ({ file, at }: Place): readonly number[] => {
  const url = urls.get(file) ?? ''
  return taken.flatMap((now, index) =>
    executedAt(at, { known: known.get(url) ?? [], now: now.get(url) ?? [] }) ? [index + 1] : [],
  )
}
// A pipe takes no more than its room at once: what is left would be lost with the process.
process.stdout.write(`${JSON.stringify(places.map(seedsOf))}\n`, () => process.exit())
