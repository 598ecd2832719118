/**
 * Random fleets under random faults, on virtual time: `npm run disasters -- --seeds 2000` plays that many, `--seed 7`
 * tells the story of one, `--from 1000` begins elsewhere, `--crash-walk` lets every small fleet die at every call.
 */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { takeShortcut } from '../src/simulator/shortcut.ts'
import { everyCase } from './disasters/cases.ts'
import { HEIRS, respawn, undisturbed, walkOne } from './disasters/crash-walk.ts'
import { disaster } from './disasters/disaster.ts'

/** What a worker is to do: disasters by seed, or the walks of some cases by their number. */
interface Order {
  readonly kind: 'seeds' | 'walks'
  readonly numbers: readonly number[]
}

interface Word {
  readonly played: number
  readonly problems: readonly string[]
}

/** More would only hide the first ones. */
const MOST_TOLD = 20

async function obey({ kind, numbers }: Order): Promise<void> {
  takeShortcut()
  for (const number of numbers)
    parentPort?.postMessage(kind === 'seeds' ? await playSeed(number) : await playWalk(number))
}

async function playSeed(seed: number): Promise<Word> {
  const { problems } = await disaster(seed).catch((error: unknown) => ({
    problems: [`the harness broke: ${String(error instanceof Error ? error.stack : error)}`],
  }))
  return { played: 1, problems: problems.map((problem) => `seed ${seed}: ${problem}`) }
}

async function playWalk(number: number): Promise<Word> {
  const one = everyCase[number]
  if (one === undefined) throw new Error(`there is no case ${number}`)
  const { deaths, problems } = await undisturbed(one, respawn)
  const all = [...problems]
  for (const death of deaths) for (const heir of HEIRS) all.push(...(await walkOne(one, respawn, { death, heir })))
  return { played: deaths.length, problems: all }
}

/** Shares the numbers out among all processors; gives how many were played and everything that was broken. */
async function playAll(kind: Order['kind'], numbers: readonly number[]): Promise<Word> {
  const crowd = Math.max(1, Math.min(availableParallelism(), numbers.length))
  const problems: string[] = []
  let played = 0
  await Promise.all(
    Array.from({ length: crowd }, (_, index) => {
      const order: Order = { kind, numbers: numbers.filter((__, place) => place % crowd === index) }
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: order })
      worker.on('message', (word: Word) => {
        played += word.played
        for (const problem of word.problems) if (problems.push(problem) <= MOST_TOLD) console.log(problem)
      })
      return new Promise<void>((resolve, reject) => {
        worker.once('error', reject)
        worker.once('exit', () => resolve())
      })
    }),
  )
  return { played, problems }
}

async function command(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '2000' },
      from: { type: 'string', default: '1' },
      seed: { type: 'string' },
      'crash-walk': { type: 'boolean', default: false },
    },
  })
  if (values.seed !== undefined) return await tell(Number(values.seed))
  const began = performance.now()
  const from = Number(values.from)
  const { played, problems } = values['crash-walk']
    ? await playAll('walks', [...everyCase.keys()])
    : await playAll(
        'seeds',
        Array.from({ length: Number(values.seeds) }, (_, index) => from + index),
      )
  const minutes = (performance.now() - began) / 60_000
  const what = values['crash-walk']
    ? `crash points in ${everyCase.length} fleets, ${HEIRS.length} heirs each`
    : 'disasters'
  console.log(
    `${played} ${what} in ${(minutes * 60).toFixed(0)} s: ${Math.round(played / minutes)} a minute, ${problems.length} broken promises`,
  )
  if (problems.length > 0 && !values['crash-walk']) console.log('Tell one with: npm run disasters -- --seed <seed>')
  return problems.length > 0 ? 1 : 0
}

async function tell(seed: number): Promise<number> {
  takeShortcut()
  const { problems, story } = await disaster(seed)
  for (const line of story()) console.log(line)
  for (const problem of problems) console.log(`BROKEN: ${problem}`)
  console.log(`seed ${seed}: ${problems.length} broken promises`)
  return problems.length > 0 ? 1 : 0
}

if (isMainThread) process.exitCode = await command()
else await obey(workerData as Order)
