/**
 * The figures that the worlds of the first seeds had when they were recorded last: a line for each world, and the sentences that were
 * said. `npm run fuzz -- --record` writes them.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { WORLD_KINDS, type WorldKind } from '../chosen-worlds.ts'
import type { Sentences } from './claims.ts'
import { compareFigures, type Difference, lineOf, readFigures, STEP_FIGURES, WORLD_FIGURES } from './figures.ts'
import type { WorldWatch } from './world-watch.ts'

/** From the root of the project, where all commands run. */
export const RECORD_FILE = 'testing/fuzz/figures/recorded.json'

/** So many worlds of each kind are recorded. */
export const RECORDED = 300

export const RECORD_COMMAND = 'npm run fuzz -- --record'

/** A world that was played, with its figures in a line. */
export interface PlayedWorld {
  readonly kind: WorldKind
  /** The seed under which it was played. */
  readonly number: number
  readonly line: string
  readonly sentences: Sentences
}

/** What a watch has seen of a world. */
export const playedWorld = ({ watch, ...world }: Pick<PlayedWorld, 'kind' | 'number'> & { readonly watch: WorldWatch }): PlayedWorld => ({
  ...world,
  line: lineOf(watch.figures()),
  sentences: watch.sentences,
}) // prettier-ignore

/** Lines in the order of seeds, from 1. */
type FiguresRecord = Readonly<Partial<Record<WorldKind, readonly string[]>>> & { readonly sentences: Sentences }

const NO_RECORD: FiguresRecord = { sentences: {} }

let kept: FiguresRecord | undefined

export const readRecord = (): FiguresRecord =>
  (kept ??= existsSync(RECORD_FILE) ? (JSON.parse(readFileSync(RECORD_FILE, 'utf8')) as FiguresRecord) : NO_RECORD)

/** How a world differs from its record; undefined where it has none. */
export function fromRecord({ kind, number, line, sentences }: PlayedWorld): readonly Difference[] | undefined {
  const record = readRecord()
  const was = record[kind]?.[number - 1]
  if (was === undefined) return undefined
  if (was === line) return []
  return compareFigures(readFigures(line), { was: readFigures(was), sentences: { ...record.sentences, ...sentences } })
}

const LONGEST_SENTENCE = 140

/** Writes the worlds over what is recorded of them; gives what has become better and worse, in how many worlds, in lines to print. */
export async function writeRecord(worlds: readonly PlayedWorld[]): Promise<readonly string[]> {
  const record = readRecord()
  const lines = Object.fromEntries(
    WORLD_KINDS.map((kind) => {
      const all = [...(record[kind] ?? [])]
      for (const { number, line } of worlds.filter((world) => world.kind === kind)) all[number - 1] = line
      return [kind, all] as const
    }),
  )
  const said = new Set(Object.values(lines).flatMap((all) => all.flatMap((line) => readFigures(line).said)))
  const known = new Map(
    [record.sentences, ...worlds.map((world) => shortened(world.sentences))].flatMap((all) => Object.entries(all)),
  )
  const sentences = Object.fromEntries([...said].toSorted().map((key) => [key, known.get(key) ?? '']))
  const columns = { step: STEP_FIGURES.join(', '), world: WORLD_FIGURES.join(', ') }
  const text = JSON.stringify({ columns, ...lines, sentences })
  writeFileSync(RECORD_FILE, await format(text, { ...(await resolveConfig(RECORD_FILE)), parser: 'json' }))
  return summaryOf(worlds)
}

const shortened = (sentences: Sentences): Sentences =>
  Object.fromEntries(
    Object.entries(sentences).map(([key, sentence]) => [
      key,
      sentence.length > LONGEST_SENTENCE ? `${sentence.slice(0, LONGEST_SENTENCE)}…` : sentence,
    ]),
  )

/** How many worlds differ in what from what was recorded, in lines to print. */
function summaryOf(worlds: readonly PlayedWorld[]): readonly string[] {
  const compared = worlds.flatMap((world) => {
    const differences = fromRecord(world)
    return differences === undefined ? [] : [differences]
  })
  const all = compared.flatMap((differences) => {
    // A figure of several steps counts once in a world.
    const kinds = differences.map(({ verdict, figure }) => `${figure}: ${verdict}`)
    return [...new Set(kinds)]
  })
  const counts = [...Map.groupBy(all, (kind) => kind)].map(([kind, those]) => ({ kind, count: those.length }))
  return [
    `${worlds.length} worlds recorded in ${RECORD_FILE}, ${worlds.length - compared.length} of them new, ${compared.filter(({ length }) => length === 0).length} as they were.`,
    ...counts.toSorted((one, other) => other.count - one.count).map(({ kind, count }) => `  ${kind} in ${count} worlds`),
  ]
} // prettier-ignore
