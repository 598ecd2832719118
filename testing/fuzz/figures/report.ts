/** Tells which worlds are worse than they were recorded. */
import { firstFault } from './figures.ts'
import { fromRecord, type PlayedWorld, readRecord, RECORD_COMMAND, RECORD_FILE } from './record.ts'

/** More of them would only hide the first ones. */
const MOST_TOLD = 20

const BEGINNING = 'not as recorded: '

/** Begins what is told of a world with worse figures. */
export const WORSE = 'worse figures'

/** What a run of the fuzzer has printed of a world that is worse, else of one that is not as recorded otherwise. */
export function faultLine(output: string): string | undefined {
  const lines = output.split('\n').filter((line) => line.startsWith(BEGINNING))
  return lines.find((line) => line.includes(WORSE)) ?? lines[0]
}

/** Compares world after world. */
export class FiguresReport {
  readonly #counts = { compared: 0, worse: 0, other: 0, better: 0 }

  get isWorse(): boolean {
    return this.#counts.worse + this.#counts.other > 0
  }

  /** The lines to print of worlds that were played: of each that is worse, the first reason. */
  add(worlds: readonly PlayedWorld[]): readonly string[] {
    return worlds.flatMap((world) => {
      const differences = fromRecord(world)
      if (differences === undefined) return []
      this.#counts.compared++
      const fault = firstFault(differences)
      if (fault === undefined) {
        if (differences.length > 0) this.#counts.better++
        return []
      }
      const verdict = fault.verdict === 'worse' ? 'worse' : 'other'
      if (++this.#counts[verdict] > MOST_TOLD) return []
      const kind = verdict === 'worse' ? WORSE : 'another claim'
      return [`${BEGINNING}${kind} in ${world.kind}, seed ${world.number}: ${fault.what}`]
    })
  }

  /** What is to be said in the end; nothing where nothing is recorded of what was played. */
  lines(): readonly string[] {
    const { compared, worse, other, better } = this.#counts
    if (compared === 0) return []
    const told = `${compared} worlds held against ${RECORD_FILE}: ${worse} worse, ${other} that claim or end otherwise, ${better} better`
    if (!this.isWorse && better === 0) return [told]
    return [
      told,
      this.isWorse
        ? `All of one: npm run fuzz -- --seed <seed>. Where that is meant: ${RECORD_COMMAND}, and the commit says why.`
        : `To hold later changes against it: ${RECORD_COMMAND}`,
    ]
  }
}

/** The figures of a world, and all that is not as recorded. */
export function differenceLines(world: PlayedWorld): readonly string[] {
  const was = readRecord()[world.kind]?.[world.number - 1]
  return [
    `figures of ${world.kind}: ${world.line}`,
    ...(was === undefined || was === world.line ? [] : [`as recorded: ${was}`]),
    ...(fromRecord(world) ?? []).map(({ verdict, what }) => `${verdict}: ${what}`),
  ]
}
