/**
 * Breaks one rule at a time in copies of the project and prints what notices it: `npm run mutations`. With words it runs
 * the mutants that have one of them in their name or path; `--list` only names them, `--tables` and `--seeds` run only
 * the one or the other, `--sample <n>` so many of the mutants that the seeds could notice, `--held-out` those of them for which
 * no world is chosen, `--rules` those that switch a whole rule off. `--choose <folder>` chooses the worlds that the first seeds
 * play. Not part of CI: it belongs to a change of the rules.
 */
import '../simulator/require-node-24.ts'
import { parseArgs } from 'node:util'
import type { WorldKind } from './fuzz/chosen-worlds.ts'
import { RECORD_COMMAND } from './fuzz/figures/record.ts'
import { WORSE } from './fuzz/figures/report.ts'
import type { Mutant } from './mutants/mutant.ts'
import { MUTANTS } from './mutants/mutants.ts'
import { copyProject, type Findings, type ProjectCopy, SEEDS } from './mutants/project-copy.ts'
import { type MutantResult, type Notice, resultLines, summaryLines, survives } from './mutants/results.ts'
import { heldOut, isForSeeds, sampleOf } from './mutants/sample.ts'
import { ownSuites, roomOf } from './mutants/suites.ts'
import { wholeRulesOf } from './mutants/whole-rules.ts'
import { writeChoice } from './mutants/write-choice.ts'

/** Mutants under way at once; each has a copy of the project and at most one process. */
const PARALLEL = 2

interface Wanted {
  readonly tables: boolean
  readonly seeds: boolean
}

const noticeOf = (failure: string | undefined): Notice => (failure === undefined ? 'nothing' : { by: failure })

/** Seeds that may notice a mutant, by what they draw. */
type Among = readonly { readonly only: WorldKind; readonly seeds: readonly number[] }[]

type Reaching = ReadonlyMap<Mutant, Among>

async function tryMutant(
  copy: ProjectCopy,
  mutant: Mutant,
  { wanted, reaching }: { readonly wanted: Wanted; readonly reaching: Reaching },
): Promise<MutantResult> {
  const { suites } = roomOf(mutant.file)
  const among = reaching.get(mutant)
  return await copy.whileBroken(mutant, async () => {
    const tables = wanted.tables
      ? noticeOf((await copy.failingTest([ownSuites(mutant.file)])) ?? (await copy.failingTest(suites)))
      : 'not run'
    if (among === undefined) return { mutant, tables, seeds: 'not run', figures: 'not run' }
    const { violation, worse } = await playAmong(copy, among)
    const reachedBy = new Set(among.flatMap(({ seeds }) => seeds)).size
    return { mutant, tables, seeds: noticeOf(violation), figures: noticeOf(worse), reachedBy }
  })
}

/** In the worlds of the first kind, then in those of the next, until a promise is broken: that is more than worse figures. */
async function playAmong(copy: ProjectCopy, among: Among): Promise<Findings> {
  let worse: string | undefined
  for (const { only, seeds } of among) {
    const found = await copy.played(seeds, only)
    if (worse?.includes(WORSE) !== true) worse = found.worse ?? worse
    if (found.violation !== undefined) return { violation: found.violation, worse }
  }
  return { worse }
}

/** Throws where something fails without any mutant: then it would notice each. */
async function checkUnbroken(copy: ProjectCopy, mutants: readonly Mutant[], wanted: Wanted): Promise<void> {
  const rooms = new Set(mutants.map(({ file }) => roomOf(file)))
  let failure = wanted.tables ? await copy.failingTest([...rooms].flatMap(({ suites }) => suites)) : undefined
  const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1)
  for (const only of wanted.seeds ? kindsOf(mutants) : []) {
    const { violation, worse } = failure === undefined ? await copy.played(seeds, only) : {}
    failure ??= violation ?? (worse && `${worse}. ${RECORD_COMMAND} records what is.`)
  }
  if (failure !== undefined) throw new Error(`Without any mutant this fails already: ${failure}`)
}

/** The worlds that reach one of the mutants. */
const kindsOf = (mutants: readonly Mutant[]): ReadonlySet<WorldKind> =>
  new Set(mutants.flatMap(({ file }) => roomOf(file).seeds))

/** A seed that does not execute what is broken runs as it did. */
async function reachingSeeds(copy: ProjectCopy, mutants: readonly Mutant[]): Promise<Reaching> {
  const seeded = mutants.filter(isForSeeds)
  const maps = new Map<WorldKind, ReadonlyMap<Mutant, readonly number[]>>()
  for (const only of kindsOf(seeded))
    maps.set(
      only,
      await copy.reaching(
        seeded.filter(({ file }) => roomOf(file).seeds.includes(only)),
        only,
      ),
    )
  const among = (mutant: Mutant) =>
    roomOf(mutant.file).seeds.map((only) => ({ only, seeds: maps.get(only)?.get(mutant) ?? [] }))
  return new Map(seeded.map((mutant) => [mutant, among(mutant)]))
}

async function tryAll(mutants: readonly Mutant[], wanted: Wanted): Promise<readonly MutantResult[]> {
  const copies = Array.from({ length: Math.min(PARALLEL, mutants.length) }, () => copyProject(process.cwd()))
  const queue = [...mutants]
  const results: MutantResult[] = []
  const worker = async (copy: ProjectCopy, reaching: Reaching): Promise<void> => {
    for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
      const result = await tryMutant(copy, mutant, { wanted, reaching })
      results.push(result)
      for (const line of resultLines(result, SEEDS)) console.log(line)
    }
  }
  try {
    const [first] = copies
    if (first === undefined) return []
    await checkUnbroken(first, mutants, wanted)
    const reaching: Reaching = wanted.seeds ? await reachingSeeds(first, mutants) : new Map()
    await Promise.all(copies.map((copy) => worker(copy, reaching)))
  } finally {
    for (const copy of copies) copy.remove()
  }
  return results
}

/** Throws where the text is no whole number. */
function countOf(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${option} is a whole number, not "${text}"`)
  return Number(text)
}

const OPTIONS = {
  list: { type: 'boolean', default: false },
  tables: { type: 'boolean', default: false },
  seeds: { type: 'boolean', default: false },
  sample: { type: 'string' },
  'held-out': { type: 'boolean', default: false },
  rules: { type: 'boolean', default: false },
  choose: { type: 'string' },
  worlds: { type: 'string', default: '1500' },
  tries: { type: 'string', default: '40' },
  minutes: { type: 'string', default: '75' },
} as const

async function command(): Promise<number> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
  const seeded = MUTANTS.filter(isForSeeds)
  if (values.choose !== undefined) {
    const until = Date.now() + countOf('minutes', values.minutes) * 60_000
    const bounds = { worlds: countOf('worlds', values.worlds), tries: countOf('tries', values.tries), until }
    for (const line of await writeChoice(process.cwd(), { folder: values.choose, mutants: seeded, bounds }))
      console.log(line)
    return 0
  }
  const parts = positionals.length === 0 ? [''] : positionals
  const drawn = values['held-out'] ? heldOut(seeded) : MUTANTS
  const among = values.rules ? wholeRulesOf(drawn) : drawn
  const named = among.filter(({ name, file }) => parts.some((part) => name.includes(part) || file.includes(part)))
  const mutants =
    values.sample === undefined ? named : sampleOf(named.filter(isForSeeds), countOf('sample', values.sample))
  if (values.list || mutants.length === 0) {
    for (const { name, file } of mutants) console.log(`${name} (${file})`)
    console.log(`${mutants.length} mutants`)
    return mutants.length === 0 ? 1 : 0
  }
  const isPart = values.tables !== values.seeds
  const wanted: Wanted = { tables: !isPart || values.tables, seeds: !isPart || values.seeds }
  const results = await tryAll(mutants, wanted)
  for (const line of summaryLines(results, SEEDS)) console.log(line)
  return results.some(survives) ? 1 : 0
}

process.exitCode = await command()
