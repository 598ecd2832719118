/**
 * Chooses the worlds that the first seeds play: of a larger space those in which mutants are noticed. What has been played is kept in
 * a file, a line each, so that the choice can be interrupted and goes on.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Random } from '../../simulator/random.ts'
import { FIRST_CROWDED, FIRST_FOCUSED, FIRST_LOST } from '../fuzz/focus.ts'
import { WORLD_KINDS, type WorldKind } from '../fuzz/chosen-worlds.ts'
import { faultIn } from '../fuzz/figures/figures.ts'
import type { Mutant } from './mutant.ts'
import { type Player, startPlayer } from './player.ts'
import { SEEDS } from './project-copy.ts'
import { heldOut, sampleOf } from './sample.ts'
import { roomOf } from './suites.ts'

export interface World {
  readonly kind: 'world'
  readonly only: WorldKind
  readonly seed: number
  /** The first violation without any mutant: then the world is not chosen. */
  readonly problem?: string | undefined
  readonly hash: string
  /** Its figures, in a line. */
  readonly figures?: string | undefined
  /** What may happen otherwise with which mutant on: where its value was compared, only where it was another one. */
  readonly decided: readonly number[]
  readonly seconds: number
}

export interface Trial {
  readonly kind: 'trial'
  readonly number: number
  readonly only: WorldKind
  readonly seed: number
  /** The promise that was broken. */
  readonly problem?: string | undefined
  /** Where none was: what is worse, or claimed otherwise, than without the mutant. */
  readonly worse?: string | undefined
  /** Whether anything happened otherwise than without the mutant. */
  readonly differs: boolean
}

interface Began {
  readonly kind: 'began'
  readonly mutants: readonly string[]
}

type Line = World | Trial | Began

export interface Bounds {
  /** How many worlds of each kind are played. */
  readonly worlds: number
  /** In how many worlds a mutant is tried at most. */
  readonly tries: number
  /** Until when, in milliseconds of the clock. */
  readonly until: number
}

/** A mutant that shows in so many worlds, and is noticed in none, is not tried further. */
const SHOWN = 10

/** In so many worlds each is tried before any of them is tried in twice as many. */
const FIRST_TRIES = 4

/** Of the worlds that are chosen already so many are tried before others. */
const CHOSEN_FIRST = 2

/** Everything that was played so far. */
export class Progress {
  readonly worlds: World[] = []
  readonly trials = new Map<number, Trial[]>()
  readonly #file: string

  constructor(folder: string, mutants: readonly Mutant[]) {
    mkdirSync(folder, { recursive: true })
    this.#file = join(folder, 'progress.jsonl')
    const names = mutants.map(({ name }) => name)
    const lines = existsSync(this.#file) ? readFileSync(this.#file, 'utf8').split('\n').slice(0, -1) : []
    for (const line of lines) this.#take(JSON.parse(line) as Line, names)
    if (lines.length === 0) this.#append({ kind: 'began', mutants: names })
  }

  add(line: World | Trial): void {
    this.#append(line)
    this.#take(line, [])
  }

  #append(line: Line): void {
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`)
  }

  #take(line: Line, names: readonly string[]): void {
    if (line.kind === 'world') this.worlds.push(line)
    else if (line.kind === 'trial') this.trials.set(line.number, [...(this.trials.get(line.number) ?? []), line])
    else if (line.mutants.join('\n') !== names.join('\n'))
      throw new Error(`The mutants are others than when ${this.#file} was begun: begin in an empty folder.`)
  }
}

/** Plays until the bounds are met; true where nothing is left to be played within them. */
export async function playAll(root: string, progress: Progress, mutants: readonly Mutant[], bounds: Bounds): Promise<boolean> {
  const numbered = mutants.map((mutant, number) => ({ mutant, number }))
  const player = await startPlayer(root, numbered)
  const isOver = (): boolean => Date.now() > bounds.until
  try {
    for (const only of WORLD_KINDS) await playWorlds(player, progress, { only, count: bounds.worlds, isOver })
    const tried = triedMutants(mutants)
      .map((mutant) => ({ mutant, number: mutants.indexOf(mutant) }))
      .filter(({ number }) => player.playable.has(number))
    // What needs a process of its own takes longest, and comes last.
    const inOrder = [false, true].flatMap((isSlow) => tried.filter(({ number }) => player.atLoad.has(number) === isSlow))
    for (let tries = FIRST_TRIES; !isOver() && tries < 2 * bounds.tries; tries *= 2)
      for (const { mutant, number } of inOrder)
        if (!isOver())
          await tryMutant(player, progress, { number, mutant, most: Math.min(tries, bounds.tries), isOver })
  } finally {
    player.close()
  }
  return !isOver()
} // prettier-ignore

/** Of the mutants for which no world is chosen: how many were played, in which a promise is broken, and in which only figures are worse. */
export async function noticedOfHeldOut(
  root: string,
  progress: Progress,
  mutants: readonly Mutant[],
): Promise<{ readonly played: number; readonly noticed: readonly Mutant[]; readonly worse: readonly Mutant[] }> {
  const player = await startPlayer(
    root,
    mutants.map((mutant, number) => ({ mutant, number })),
  )
  const noticed: Mutant[] = []
  const worse = new Set<Mutant>()
  const chosen = WORLD_KINDS.flatMap((only) => {
    const seeds = new Set(chosenWorlds(progress, only))
    return progress.worlds.filter((world) => world.only === only && seeds.has(world.seed))
  })
  const out = heldOut(mutants).filter((mutant) => player.playable.has(mutants.indexOf(mutant)))
  for (const mutant of out) {
    const number = mutants.indexOf(mutant)
    const worlds = chosen.filter(
      ({ only, decided }) =>
        roomOf(mutant.file).seeds.includes(only) && (player.atLoad.has(number) || decided.includes(number)),
    )
    for (const { only, seed, figures } of worlds) {
      const played = await player.play({ seed, only, mutant: number })
      if (faultIn(played.figures, figures) !== undefined) worse.add(mutant)
      if (played.problem === undefined) continue
      noticed.push(mutant)
      break
    }
  }
  player.close()
  return { played: out.length, noticed, worse: [...worse].filter((mutant) => !noticed.includes(mutant)) }
}

/** In the order of a sample, so that what was tried when the command is interrupted is a sample as well. */
export function triedMutants(mutants: readonly Mutant[]): readonly Mutant[] {
  const out = heldOut(mutants)
  return sampleOf(mutants, mutants.length).filter((mutant) => !out.includes(mutant))
}

async function playWorlds(
  player: Player,
  progress: Progress,
  { only, count, isOver }: { readonly only: WorldKind; readonly count: number; readonly isOver: () => boolean },
): Promise<void> {
  const played = new Set(progress.worlds.filter((world) => world.only === only).map(({ seed }) => seed))
  for (const seed of seedsOf(only, count)) {
    if (played.has(seed) || isOver()) continue
    const { problem, hash, figures, decided, seconds } = await player.play({ seed, only })
    progress.add({ kind: 'world', only, seed, problem, hash, figures, decided, seconds })
  }
}

/** The spaces of seeds in which the worlds of a kind are played, in turns: what each is about says focus.ts, of bastions bastion-focus.ts. */
const SPACES: Readonly<Record<WorldKind, readonly number[]>> = {
  groups: [FIRST_FOCUSED, FIRST_CROWDED, FIRST_LOST],
  bastions: [FIRST_FOCUSED, FIRST_CROWDED],
  waves: [FIRST_FOCUSED],
  loads: [FIRST_FOCUSED],
}

/** The worlds that are played. */
const seedsOf = (only: WorldKind, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => {
    const { length } = SPACES[only]
    return (SPACES[only][index % length] ?? FIRST_FOCUSED) + Math.floor(index / length)
  })

interface Attempt {
  readonly number: number
  readonly mutant: Mutant
  /** In how many worlds it is tried at most. */
  readonly most: number
  readonly isOver: () => boolean
}

async function tryMutant(player: Player, progress: Progress, { number, mutant, most, isOver }: Attempt): Promise<void> {
  const kinds = roomOf(mutant.file).seeds
  const isDone = (): boolean => {
    const trials = progress.trials.get(number) ?? []
    return (
      trials.length >= most ||
      trials.some(({ problem }) => problem !== undefined) ||
      trials.filter(({ differs }) => differs).length >= SHOWN
    )
  }
  if (isDone()) return
  for (const world of worldsFor(progress, { number, kinds, isEvery: player.atLoad.has(number) })) {
    if (isDone() || isOver()) return
    const { seed, only } = world
    const { problem, hash, figures } = await player.play({ seed, only, mutant: number })
    const worse = problem === undefined ? faultIn(figures, world.figures)?.what : undefined
    progress.add({ kind: 'trial', number, only, seed, problem, worse, differs: hash !== world.hash })
  }
}

/**
 * The worlds in which a mutant decides something, and that were not tried: first the best of those that others are noticed in, then in an order of its own
 * those in which much happens, in the end the others.
 */
function worldsFor(
  progress: Progress,
  { number, kinds, isEvery }: { readonly number: number; readonly kinds: readonly WorldKind[]; readonly isEvery: boolean },
): readonly World[] {
  const tried = new Set(progress.trials.get(number)?.map(keyOf))
  const noticed = noticedIn(progress)
  const deciding = holding(progress, kinds).filter(
    (world) => !tried.has(keyOf(world)) && (isEvery || world.decided.includes(number)),
  )
  const countOf = (world: World): number => noticed.get(keyOf(world))?.length ?? 0
  const chosen = deciding
    .filter((world) => countOf(world) > 0)
    .toSorted((one, other) => countOf(other) - countOf(one))
    .slice(0, tried.size === 0 ? CHOSEN_FIRST : 0)
  const random = new Random(number)
  const others = deciding
    .filter((world) => !chosen.includes(world))
    .map((world) => ({ world, place: random.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ world }) => world)
  const median = others.map(({ decided }) => decided.length).toSorted((one, other) => one - other)[others.length >> 1] ?? 0
  const isRich = ({ decided }: World): boolean => decided.length >= median
  return [...chosen, ...others.filter(isRich), ...others.filter((world) => !isRich(world))]
} // prettier-ignore

const keyOf = ({ only, seed }: Pick<World, 'only' | 'seed'>): string => `${only} ${seed}`

const holding = ({ worlds }: Progress, kinds: readonly WorldKind[]): readonly World[] =>
  worlds.filter(({ only, problem }) => kinds.includes(only) && problem === undefined)

/** The numbers of the mutants that break a promise in each world, or make its figures worse and break no promise in any. */
function noticedIn({ trials }: Progress, by: 'problem' | 'worse' = 'problem'): ReadonlyMap<string, readonly number[]> {
  const isBroken = (all: readonly Trial[]): boolean => all.some(({ problem }) => problem !== undefined)
  const those = [...trials.values()].filter((all) => by === 'problem' || !isBroken(all))
  const noticed = those.flat().filter((trial) => trial[by] !== undefined)
  return new Map([...Map.groupBy(noticed, keyOf)].map(([key, all]) => [key, all.map(({ number }) => number)]))
}

/** The worlds in which most promises are broken, then those in which most else has worse figures, then those in which most is decided that is in no other. */
export function chosenWorlds(progress: Progress, only: WorldKind): readonly number[] {
  const worlds = holding(progress, [only])
  const noticed = noticedIn(progress)
  const worse = noticedIn(progress, 'worse')
  const byPromise = cover(worlds, (world) => noticed.get(keyOf(world)) ?? [], SEEDS)
  const known = new Set(worlds.filter(({ seed }) => byPromise.includes(seed)).flatMap((world) => worse.get(keyOf(world)) ?? []))
  const newlyWorse = (world: World): readonly number[] => (worse.get(keyOf(world)) ?? []).filter((number) => !known.has(number))
  const byFigures = cover(worlds.filter(({ seed }) => !byPromise.includes(seed)), newlyWorse, SEEDS - byPromise.length)
  const byNotice = [...byPromise, ...byFigures]
  const rest = worlds.filter(({ seed }) => !byNotice.includes(seed))
  const byDecision = cover(rest, ({ decided }) => decided, SEEDS - byNotice.length)
  const left = rest.filter(({ seed }) => !byDecision.includes(seed)).toSorted((one, other) => one.seconds - other.seconds)
  return [...byNotice, ...byDecision, ...left.map(({ seed }) => seed)].slice(0, SEEDS)
} // prettier-ignore

/** Again and again the world that has most of what none before it has. */
function cover(worlds: readonly World[], of: (world: World) => readonly number[], most: number): readonly number[] {
  const covered = new Set<number>()
  const chosen: number[] = []
  const newIn = (world: World): number => of(world).filter((number) => !covered.has(number)).length
  while (chosen.length < most) {
    const [best] = worlds
      .map((world) => ({ world, count: newIn(world) }))
      .toSorted((one, other) => other.count - one.count || one.world.seconds - other.world.seconds)
    if (best === undefined || best.count === 0) return chosen
    for (const number of of(best.world)) covered.add(number)
    chosen.push(best.world.seed)
  }
  return chosen
}
