/**
 * Breaks one rule at a time in copies of the project and prints what notices it: `npm run mutations`. With words it runs
 * the mutants that have one of them in their name or path; `--list` only names them, `--tables` and `--seeds` run only
 * the one or the other. Not part of CI: it belongs to a change of the rules.
 */
import '../simulator/require-node-24.ts'
import { parseArgs } from 'node:util'
import type { Mutant } from './mutants/mutant.ts'
import { MUTANTS } from './mutants/mutants.ts'
import { copyProject, type ProjectCopy, SEEDS } from './mutants/project-copy.ts'
import { type MutantResult, type Notice, resultLines, summaryLines, survives } from './mutants/results.ts'
import { ownSuites, roomOf } from './mutants/suites.ts'

/** Mutants under way at once; each has a copy of the project and at most one process. */
const PARALLEL = 2

interface Wanted {
  readonly tables: boolean
  readonly seeds: boolean
}

const noticeOf = (failure: string | undefined): Notice => (failure === undefined ? 'nothing' : { by: failure })

async function tryMutant(copy: ProjectCopy, mutant: Mutant, wanted: Wanted): Promise<MutantResult> {
  const { suites, seeds } = roomOf(mutant.file)
  return await copy.whileBroken(mutant, async () => ({
    mutant,
    tables: wanted.tables
      ? noticeOf((await copy.failingTest([ownSuites(mutant.file)])) ?? (await copy.failingTest(suites)))
      : 'not run',
    seeds: wanted.seeds && seeds !== 'none' ? noticeOf(await copy.violation(seeds)) : 'not run',
  }))
}

/** Throws where something fails without any mutant: then it would notice each. */
async function checkUnbroken(copy: ProjectCopy, mutants: readonly Mutant[], wanted: Wanted): Promise<void> {
  const rooms = new Set(mutants.map(({ file }) => roomOf(file)))
  const suites = [...rooms].flatMap((room) => room.suites)
  const drawn = new Set([...rooms].flatMap(({ seeds }) => (seeds === 'none' ? [] : [seeds])))
  let failure = wanted.tables ? await copy.failingTest(suites) : undefined
  for (const only of wanted.seeds ? drawn : []) failure ??= await copy.violation(only)
  if (failure !== undefined) throw new Error(`Without any mutant this fails already: ${failure}`)
}

async function tryAll(mutants: readonly Mutant[], wanted: Wanted): Promise<readonly MutantResult[]> {
  const copies = Array.from({ length: Math.min(PARALLEL, mutants.length) }, () => copyProject(process.cwd()))
  const queue = [...mutants]
  const results: MutantResult[] = []
  const worker = async (copy: ProjectCopy): Promise<void> => {
    for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
      const result = await tryMutant(copy, mutant, wanted)
      results.push(result)
      for (const line of resultLines(result, SEEDS)) console.log(line)
    }
  }
  try {
    const [first] = copies
    if (first !== undefined) await checkUnbroken(first, mutants, wanted)
    await Promise.all(copies.map(worker))
  } finally {
    for (const copy of copies) copy.remove()
  }
  return results
}

async function command(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      list: { type: 'boolean', default: false },
      tables: { type: 'boolean', default: false },
      seeds: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const parts = positionals.length === 0 ? [''] : positionals
  const mutants = MUTANTS.filter(({ name, file }) => parts.some((part) => name.includes(part) || file.includes(part)))
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
