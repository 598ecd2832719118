/** The runs of a history, each with what came of its groups. */
import { hasHeld, secondsOf } from './changes.ts'
import type { ChangeLine, Place } from './records.ts'

export interface RunEntry extends Pick<Place, 'environment'> {
  /** Its address, or its id. */
  readonly run: string
  readonly at: number
  readonly actor: string
  readonly mode: string
  /** Those that are known, each once. */
  readonly services: readonly string[]
  /** Groups that it knew. */
  readonly groups: number
  /** How many groups have come to each result, most first. */
  readonly results: readonly (readonly [result: string, groups: number])[]
  /** Seconds of the run; undefined where it is not known, or is not over. */
  readonly seconds: number | undefined
  readonly floor: FloorSummary | undefined
  readonly breakGlass: string | undefined
  /** The first one that is given. */
  readonly reason: string | undefined
}

/** Of the groups whose ready instances were counted. */
export interface FloorSummary {
  readonly groups: number
  /** The groups in which fewer were ready than promised, with both numbers. */
  readonly broken: readonly { readonly group: string; readonly promised: number; readonly lowest: number }[]
}

/** Newest first. */
export function runsOf(words: readonly ChangeLine[]): readonly RunEntry[] {
  return [...Map.groupBy(words, ({ run }) => run).values()].flatMap(entryOf).toSorted((one, other) => other.at - one.at)
}

function entryOf(lines: readonly ChangeLine[]): readonly RunEntry[] {
  const last = lines.at(-1)
  if (last === undefined) return []
  const { run, actor, mode, environment, breakGlass } = last
  const seconds = lines.flatMap((line) => secondsOf(line) ?? [])
  const measured = lines.filter((line) => hasHeld(line) !== undefined)
  const results = [...Map.groupBy(lines, ({ result }) => result)].map(([result, own]) => [result, own.length] as const)
  return [
    {
      run,
      at: last.at,
      actor,
      mode,
      environment,
      services: [...new Set(lines.flatMap(({ service }) => service ?? []))],
      groups: lines.filter(({ group }) => group !== undefined).length,
      results: results.toSorted(([, one], [, other]) => other - one),
      seconds: seconds.length === lines.length ? Math.max(...seconds) : undefined,
      floor: measured.length === 0 ? undefined : { groups: measured.length, broken: measured.flatMap(brokenOf) },
      breakGlass,
      reason: lines.find(({ reason }) => reason !== undefined)?.reason,
    },
  ]
}

const brokenOf = (line: ChangeLine): FloorSummary['broken'] =>
  line.floor === undefined || hasHeld(line) === true ? [] : [{ group: line.group ?? '', ...line.floor }]
