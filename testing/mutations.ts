/**
 * Breaks one rule at a time in copies of the project and prints what notices it: `npm run mutations`. With words it runs
 * the mutants that have one of them in their name or path; `--list` only names them, `--tables` and `--seeds` run only
 * the one or the other, `--sample <n>` so many of the mutants that the seeds could notice. Not part of CI: it belongs to a
 * change of the rules.
 */
import '../simulator/require-node-24.ts'
import { parseArgs } from 'node:util'
import type { Mutant } from './mutants/mutant.ts'
import { MUTANTS } from './mutants/mutants.ts'
import { copyProject, type ProjectCopy, type SeedKind, SEEDS } from './mutants/project-copy.ts'
import { type MutantResult, type Notice, resultLines, summaryLines, survives } from './mutants/results.ts'
import { isForSeeds, sampleOf } from './mutants/sample.ts'
import { ownSuites, roomOf } from './mutants/suites.ts'

/** Mutants under way at once; each has a copy of the project and at most one process. */
const PARALLEL = 2

interface Wanted {
  readonly tables: boolean
  readonly seeds: boolean
}

const noticeOf = (failure: string | undefined): Notice => (failure === undefined ? 'nothing' : { by: failure })

/** For each mutant the seeds that may notice it. */
type Reaching = ReadonlyMap<Mutant, readonly number[]>

async function tryMutant(
  copy: ProjectCopy,
  mutant: Mutant,
  { wanted, reaching }: { readonly wanted: Wanted; readonly reaching: Reaching },
): Promise<MutantResult> {
  const { suites, seeds } = roomOf(mutant.file)
  const among = reaching.get(mutant)
  return await copy.whileBroken(mutant, async () => ({
    mutant,
    tables: wanted.tables
      ? noticeOf((await copy.failingTest([ownSuites(mutant.file)])) ?? (await copy.failingTest(suites)))
      : 'not run',
    seeds: among !== undefined && seeds !== 'none' ? noticeOf(await copy.violation(among, seeds)) : 'not run',
    reachedBy: among?.length,
  }))
}

/** Throws where something fails without any mutant: then it would notice each. */
async function checkUnbroken(copy: ProjectCopy, mutants: readonly Mutant[], wanted: Wanted): Promise<void> {
  const rooms = new Set(mutants.map(({ file }) => roomOf(file)))
  let failure = wanted.tables ? await copy.failingTest([...rooms].flatMap(({ suites }) => suites)) : undefined
  const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1)
  for (const only of wanted.seeds ? kindsOf(mutants) : []) failure ??= await copy.violation(seeds, only)
  if (failure !== undefined) throw new Error(`Without any mutant this fails already: ${failure}`)
}

/** What the seeds draw that reach one of the mutants. */
const kindsOf = (mutants: readonly Mutant[]): ReadonlySet<SeedKind> =>
  new Set(mutants.map(({ file }) => roomOf(file).seeds).filter((seeds) => seeds !== 'none'))

/** A seed that does not execute what is broken runs as it did. */
async function reachingSeeds(copy: ProjectCopy, mutants: readonly Mutant[]): Promise<Reaching> {
  const seeded = mutants.filter(isForSeeds)
  const maps = await Promise.all(
    [...kindsOf(seeded)].map((only) =>
      copy.reaching(
        seeded.filter(({ file }) => roomOf(file).seeds === only),
        only,
      ),
    ),
  )
  return new Map(maps.flatMap((map) => [...map]))
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

/** Throws where the text is no whole number of mutants. */
function countOf(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--sample is a whole number of mutants, not "${text}"`)
  return Number(text)
}

async function command(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      list: { type: 'boolean', default: false },
      tables: { type: 'boolean', default: false },
      seeds: { type: 'boolean', default: false },
      sample: { type: 'string' },
    },
    allowPositionals: true,
  })
  const parts = positionals.length === 0 ? [''] : positionals
  const named = MUTANTS.filter(({ name, file }) => parts.some((part) => name.includes(part) || file.includes(part)))
  const mutants = values.sample === undefined ? named : sampleOf(named.filter(isForSeeds), countOf(values.sample))
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
