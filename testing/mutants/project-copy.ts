/** A copy of the project in which rules are broken, so that nothing else sees them broken. */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WorldKind } from '../fuzz/chosen-worlds.ts'
import type { Mutant } from './mutant.ts'
import { faultLine } from '../fuzz/figures/report.ts'
import { mutated } from './patch.ts'

/** Everything that the tables and the fuzzer read. */
export const COPIED = [
  'src',
  'simulator',
  'testing',
  '__tests__',
  'scripts',
  'docs',
  '.github',
  'examples',
  'action.yml',
  'package.json',
  'jest.config.js',
]

/** How many seeds the fuzzer runs against each mutant. */
export const SEEDS = 300

/** A run that has not ended by then goes round in a circle, which is noticed as well. */
const LONGEST_MILLISECONDS = 900_000

const ENDLESS = 'it does not end'

/** The first of what the fuzzer has found, undefined where there is none. */
export interface Findings {
  readonly violation?: string | undefined
  /** Figures that are worse than recorded, or other claims. */
  readonly worse?: string | undefined
}

/** A copy of the project in a folder of its own. */
export interface ProjectCopy {
  /** Breaks the rule while `work` runs. */
  readonly whileBroken: <Result>(mutant: Mutant, work: () => Promise<Result>) => Promise<Result>
  /** The name of the first test that fails; undefined where all pass. */
  readonly failingTest: (suites: readonly string[]) => Promise<string | undefined>
  /** For each mutant the first seeds that execute what it breaks. */
  readonly reaching: (mutants: readonly Mutant[], only: WorldKind) => Promise<ReadonlyMap<Mutant, readonly number[]>>
  /** What the fuzzer finds in these seeds, in their order. */
  readonly played: (seeds: readonly number[], only: WorldKind) => Promise<Findings>
  readonly remove: () => void
}

/** Copies the project of this folder. */
export function copyProject(root: string): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
  for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return {
    whileBroken: async (mutant, work) => {
      const path = join(folder, mutant.file)
      const source = readFileSync(path, 'utf8')
      writeFileSync(path, mutated(source, mutant))
      try {
        return await work()
      } finally {
        writeFileSync(path, source)
      }
    },
    failingTest: async (suites) => await failingTestIn(folder, suites),
    reaching: async (mutants, only) => await reachingIn(folder, mutants, only),
    played: async (seeds, only) => (seeds.length === 0 ? {} : await playedIn(folder, seeds, only)),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

interface JestReport {
  readonly success: boolean
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
    readonly status: string
  }[]
}

async function failingTestIn(folder: string, suites: readonly string[]): Promise<string | undefined> {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const jest = [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--runInBand',
    '--bail=1',
    '--passWithNoTests',
  ]
  const output = ['--json', `--outputFile=${report}`, `--cacheDirectory=${join(folder, 'jest-cache')}`]
  const { ended } = await run(folder, [...jest, ...output, ...suites])
  if (ended === 'killed') return ENDLESS
  const { success, testResults } = JSON.parse(readFileSync(report, 'utf8')) as JestReport
  if (success) return undefined
  const assertions = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = assertions.find(({ status }) => status === 'failed')
  return failed?.fullName ?? `${testResults.find(({ status }) => status === 'failed')?.name} cannot be run`
}

async function reachingIn(
  folder: string,
  mutants: readonly Mutant[],
  only: WorldKind,
): Promise<ReadonlyMap<Mutant, readonly number[]>> {
  const places = mutants.map(({ file, find }) => ({ file, at: readFileSync(join(folder, file), 'utf8').indexOf(find) }))
  const { ended, output } = await run(folder, ['testing/reached.ts', '--seeds', String(SEEDS), '--only', only], {
    input: JSON.stringify(places),
  })
  if (ended !== 0) throw new Error(`Which seeds execute what is not known: the fuzzer ended with ${ended}.`)
  const seeds = JSON.parse(output) as readonly (readonly number[])[]
  return new Map(mutants.map((mutant, index) => [mutant, seeds[index] ?? []]))
}

/** The fuzzer runs from its sources: Node itself leaves the types out, so that type errors do not matter. */
async function playedIn(folder: string, seeds: readonly number[], only: WorldKind): Promise<Findings> {
  const { ended, output } = await run(folder, ['testing/fuzz.ts', '--among', seeds.join(','), '--only', only], {
    until: /^seed \d+: .*$/m,
  })
  const worse = faultLine(output)
  const [violation] = /^seed \d+: .*$/m.exec(output) ?? []
  if (violation !== undefined) return { violation, worse }
  if (ended === 'killed') return { violation: ENDLESS, worse }
  return ended === 0 || worse !== undefined ? { worse } : { violation: `the fuzzer ended with ${ended}` }
}

interface Ended {
  /** The exit code. */
  readonly ended: number | 'killed'
  readonly output: string
}

interface RunOptions {
  /** What is given to its standard input. */
  readonly input?: string
  /** What is waited for. */
  readonly until?: RegExp
}

/** Runs Node until it ends, has printed what is waited for, or takes too long. */
async function run(folder: string, args: readonly string[], { input, until }: RunOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compile-cache') },
  })
  child.stdin.end(input)
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (until?.test(output)) child.kill('SIGKILL')
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MILLISECONDS)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  clearTimeout(timer)
  return { ended: code ?? 'killed', output }
}
