/** Plays worlds of the fuzzer with mutants that are switched on and off, in a process that lives on. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import type { WorldKind } from '../fuzz/chosen-worlds.ts'
import { COPIED } from './project-copy.ts'
import { type Numbered, switched } from './switched.ts'

declare global {
  /** Whether a mutant is on, by its number. */
  var isMutantOn: (number: number) => boolean
  /** The value with the mutant where it is on, else that without; where they differ the mutant decides something. */
  var eitherOf: <Value>(number: number, broken: () => Value, whole: () => Value) => Value
}

/** A world to play, and the number of the mutant that is on. */
export interface Wanted {
  readonly seed: number
  readonly only: WorldKind
  readonly mutant?: number | undefined
}

export interface Played {
  /** The first violation. */
  readonly problem?: string | undefined
  /** Of the trace: where it is another one, something happened otherwise. */
  readonly hash: string
  /** Its figures in a line; undefined where it could not be played to the end. */
  readonly figures?: string | undefined
  /** The numbers of the mutants that were reached and whose value was not compared, or was another one than without the mutant. */
  readonly decided: readonly number[]
  /** Of CPU. */
  readonly seconds: number
}

export interface Player {
  /** The numbers that can be played, and of these what each play starts a process for. */
  readonly playable: ReadonlySet<number>
  readonly atLoad: ReadonlySet<number>
  readonly play: (wanted: Wanted) => Promise<Played>
  readonly close: () => void
}

/** What is in this room only computes. */
const PURE = 'src/domain/'

/** What the clock on the wall may show for one world, where other work has the processors. */
const LONGEST_MILLISECONDS = 600_000

const ENDLESS: Played = { problem: 'it does not end', hash: '', decided: [], seconds: 0 }

/** Copies the project of a folder, with all mutants in its sources. */
export async function startPlayer(root: string, mutants: readonly Numbered[]): Promise<Player> {
  const folder = mkdtempSync(join(tmpdir(), 'worlds-'))
  for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const playable = new Set<number>()
  const atLoad = new Set<number>()
  for (const [file, those] of Map.groupBy(mutants, ({ mutant }) => mutant.file)) {
    const source = readFileSync(join(root, file), 'utf8')
    const { text, ...found } = await switched(source, those, file.startsWith(PURE))
    writeFileSync(join(folder, file), text)
    for (const number of [...found.numbers, ...found.atLoad]) playable.add(number)
    for (const number of found.atLoad) atLoad.add(number)
  }
  let process: PlayerProcess | undefined
  const close = (): void => process?.end()
  const play = async ({ seed, only, mutant }: Wanted): Promise<Played> => {
    const always = mutant !== undefined && atLoad.has(mutant) ? mutant : undefined
    if (process?.isOver === true || process?.always !== always) close()
    if (process === undefined || process.isOver) process = startProcess(folder, always)
    return await process.ask({ seed, only, ...(mutant !== undefined && { mutant }) })
  }
  return {
    playable,
    atLoad,
    play,
    close: () => {
      close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface PlayerProcess {
  readonly always: number | undefined
  isOver: boolean
  readonly ask: (wanted: Wanted) => Promise<Played>
  readonly end: () => void
}

function startProcess(folder: string, always: number | undefined): PlayerProcess {
  const args = ['--disable-warning=ExperimentalWarning', 'testing/play-switched.ts', ...(always === undefined ? [] : [String(always)])] // prettier-ignore
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compile-cache') },
  })
  const lines = createInterface({ input: child.stdout })
  const own: PlayerProcess = {
    always,
    isOver: false,
    ask: async (wanted) => await answer(child, lines, wanted),
    end: () => {
      own.isOver = true
      child.kill('SIGKILL')
    },
  }
  child.once('close', () => (own.isOver = true))
  child.stdin.on('error', () => (own.isOver = true))
  return own
}

async function answer(child: ChildProcess, lines: Interface, wanted: Wanted): Promise<Played> {
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MILLISECONDS)
  const line = await new Promise<string | undefined>((resolve) => {
    const isLost = (): void => resolve(undefined)
    child.once('close', isLost)
    lines.once('line', (text: string) => {
      child.off('close', isLost)
      resolve(text)
    })
    child.stdin?.write(`${JSON.stringify(wanted)}\n`)
  })
  clearTimeout(timer)
  return line === undefined ? ENDLESS : (JSON.parse(line) as Played)
}
