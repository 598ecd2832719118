/**
 * Plays worlds with one mutant or another in one process: `node testing/play-switched.ts [number]` runs in a copy of the project whose
 * sources have all mutants in them (`mutants/switched.ts`). It reads `{ "seed", "only", "mutant"? }` from its standard input, a
 * line each, and answers each with a line. With a number that mutant is on from the beginning.
 */
import '../simulator/require-node-24.ts'
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import { isDeepStrictEqual } from 'node:util'
import { takeShortcut } from '../simulator/shortcut.ts'
import type { Played, Wanted } from './mutants/player.ts'

/** A world that takes longer, in seconds of CPU, goes round in a circle. */
const LONGEST_SECONDS = 8

/** A value for which more is asked goes round in a circle. */
const MOST_COMPARED = 100_000

const QUESTIONS_BETWEEN = 100_000

const always = process.argv[2] === undefined ? undefined : Number(process.argv[2])
let on = always
let questions = 0
let began = process.cpuUsage()
let decided = new Set<number>()
/** Whether a value is being computed to be compared only: what is in it is not compared as well. */
let isComparing = false
let compared = 0

const secondsSince = (): number => process.cpuUsage(began).user / 1e6

function ask(number: number): boolean {
  if (isComparing && ++compared > MOST_COMPARED) throw new Error('the value does not end')
  if (++questions % QUESTIONS_BETWEEN === 0 && secondsSince() > LONGEST_SECONDS) process.exit(1)
  return number === on
}

globalThis.isMutantOn = (number) => {
  if (!isComparing) decided.add(number)
  return ask(number)
}

globalThis.eitherOf = (number, broken, whole) => {
  if (ask(number)) return broken()
  const value = whole()
  if (on === undefined && !isComparing && !decided.has(number) && !isAlike(value, broken)) decided.add(number)
  return value
}

function isAlike(value: unknown, broken: () => unknown): boolean {
  isComparing = true
  compared = 0
  try {
    return isDeepStrictEqual(broken(), value)
  } catch {
    return false
  } finally {
    isComparing = false
  }
}

const { PLAYERS } = await import('./fuzz/players.ts')
const { lineOf } = await import('./fuzz/figures/figures.ts')
takeShortcut()

/** What happened, without the stacks of crashes: they say where in these sources something was. */
const hashOf = (trace: readonly string[]): string =>
  createHash('sha256')
    .update(trace.filter((line) => !line.startsWith('    at ')).join('\n'))
    .digest('base64url')
    .slice(0, 12)

async function play({ seed, only, mutant = always }: Wanted): Promise<Played> {
  on = mutant
  began = process.cpuUsage()
  decided = new Set()
  const result = await PLAYERS[only](seed).catch((error: unknown) => ({
    problems: [`the harness failed: ${String(error)}`],
    trace: () => [],
    watch: undefined,
  }))
  const [problem] = result.problems
  return {
    problem,
    hash: hashOf(result.trace()),
    figures: result.watch && lineOf(result.watch.figures()),
    decided: [...decided],
    seconds: secondsSince(),
  }
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await play(JSON.parse(line) as Wanted))}\n`)
