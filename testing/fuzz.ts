/**
 * Random fleets under random faults, on virtual time: `npm run fuzz -- --seeds 2000` plays that many, `--seed 7`
 * tells the story of one, `--from 1000` begins elsewhere. `--crash-walk` lets every mode that changes groups die at
 * every call, with every small fleet; `--mode <name>` walks one of them, `--each-death` leaves out none for being alike.
 */
import '../simulator/require-node-24.ts'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { takeShortcut } from '../simulator/shortcut.ts'
import { fleetsWith, caseName } from './fuzz/cases.ts'
import { walkFleet } from './fuzz/crash-walk.ts'
import { runSeed } from './fuzz/run-seed.ts'
import { crashModes } from './fuzz/crash-modes.ts'
import type { Walk } from './fuzz/crash-fixture.ts'

/** What a worker is to do: disasters by seed, or walks by their number. */
interface Order {
  readonly kind: 'seeds' | 'each death' | 'each world'
  readonly numbers: readonly number[]
}

interface Word {
  /** Of the disaster, or of the walked mode. */
  readonly name: string
  /** Disasters, or crash points. */
  readonly played: number
  readonly stories: number
  readonly problems: readonly string[]
}

/** Every mode with every fleet that differs in what matters to it. */
const walks: readonly Walk[] = crashModes.flatMap((mode) => fleetsWith(mode.fixed).map((fleet) => ({ mode, fleet })))

/** More would only hide the first ones. */
const MOST_TOLD = 20

async function obey({ kind, numbers }: Order): Promise<void> {
  takeShortcut()
  for (const number of numbers)
    parentPort?.postMessage(kind === 'seeds' ? await playSeed(number) : await playWalk(number, kind))
}

async function playSeed(seed: number): Promise<Word> {
  const { problems } = await runSeed(seed).catch(broken)
  return { name: 'disasters', played: 1, stories: 1, problems: problems.map((problem) => `seed ${seed}: ${problem}`) }
}

async function playWalk(number: number, which: Exclude<Order['kind'], 'seeds'>): Promise<Word> {
  const walk = walks[number]
  if (walk === undefined) throw new Error(`there is no walk ${number}`)
  const { points, stories, problems } = await walkFleet(walk, which).catch((error: unknown) => ({
    points: 0,
    stories: 0,
    problems: broken(error).problems.map((problem) => `${walk.mode.name}: ${caseName(walk.fleet)}: ${problem}`),
  }))
  return { name: walk.mode.name, played: points, stories, problems }
}

const broken = (error: unknown): { readonly problems: readonly string[] } => ({
  problems: [`the harness broke: ${String(error instanceof Error ? error.stack : error)}`],
})

/** Shares the numbers out among all processors; gives every worker's words. */
async function playAll(kind: Order['kind'], numbers: readonly number[]): Promise<readonly Word[]> {
  const crowd = Math.max(1, Math.min(availableParallelism(), numbers.length))
  const words: Word[] = []
  let reported = 0
  await Promise.all(
    Array.from({ length: crowd }, (_, index) => {
      const order: Order = { kind, numbers: numbers.filter((__, place) => place % crowd === index) }
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: order })
      worker.on('message', (word: Word) => {
        words.push(word)
        for (const problem of word.problems) if (++reported <= MOST_TOLD) console.log(problem)
      })
      return new Promise<void>((resolve, reject) => {
        worker.once('error', reject)
        worker.once('exit', () => resolve())
      })
    }),
  )
  return words
}

const sum = (words: readonly Word[], what: 'played' | 'stories'): number =>
  words.reduce((total, word) => total + word[what], 0)

async function command(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '2000' },
      from: { type: 'string', default: '1' },
      seed: { type: 'string' },
      'crash-walk': { type: 'boolean', default: false },
      mode: { type: 'string' },
      'each-death': { type: 'boolean', default: false },
    },
  })
  if (values.seed !== undefined) return await tell(Number(values.seed))
  const began = performance.now()
  const words = values['crash-walk']
    ? await crashWalk(values.mode, values['each-death'] ? 'each death' : 'each world')
    : await playAll('seeds', Array.from({ length: Number(values.seeds) }, (_, index) => Number(values.from) + index)) // prettier-ignore
  const minutes = (performance.now() - began) / 60_000
  const problems = words.reduce((total, word) => total + word.problems.length, 0)
  const what = values['crash-walk']
    ? `${sum(words, 'played')} crash points in ${words.length} fleets, ${sum(words, 'stories')} stories`
    : `${words.length} disasters`
  console.log(
    `${what} in ${(minutes * 60).toFixed(0)} s: ${Math.round(sum(words, 'stories') / minutes)} a minute, ${problems} broken promises`,
  )
  if (problems > 0 && !values['crash-walk']) console.log('Tell one with: npm run fuzz -- --seed <seed>')
  return problems > 0 ? 1 : 0
}

/** One mode after the other, with a line for each. */
async function crashWalk(mode: string | undefined, which: 'each death' | 'each world'): Promise<readonly Word[]> {
  const modes = crashModes.filter(({ name }) => mode === undefined || name === mode)
  if (modes.length === 0) throw new Error(`--mode is one of:\n${crashModes.map(({ name }) => `  ${name}`).join('\n')}`)
  const all: Word[] = []
  for (const { name } of modes) {
    const began = performance.now()
    const words = await playAll(which, [...walks.keys()].filter((number) => walks[number]?.mode.name === name)) // prettier-ignore
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    const problems = words.reduce((total, word) => total + word.problems.length, 0)
    console.log(
      `${name}: ${sum(words, 'played')} crash points in ${words.length} fleets, ${sum(words, 'stories')} stories in ${seconds} s, ${problems} broken promises`,
    )
    all.push(...words)
  }
  return all
}

async function tell(seed: number): Promise<number> {
  takeShortcut()
  const { problems, trace } = await runSeed(seed)
  for (const line of trace()) console.log(line)
  for (const problem of problems) console.log(`BROKEN: ${problem}`)
  console.log(`seed ${seed}: ${problems.length} broken promises`)
  return problems.length > 0 ? 1 : 0
}

if (isMainThread) process.exitCode = await command()
else await obey(workerData as Order)
