import { WORSE } from '../fuzz/figures/report.ts'
import type { Mutant } from './mutant.ts'
import { ROOMS, roomOf } from './suites.ts'

/** What noticed a mutant: the first failing test or violation, `nothing`, or `not run`. */
export type Notice = { readonly by: string } | 'nothing' | 'not run'

/** One mutant with what noticed it. */
export interface MutantResult {
  readonly mutant: Mutant
  readonly tables: Notice
  /** A promise that is broken in one of the seeds. */
  readonly seeds: Notice
  /** Figures of one that are worse than recorded, or other claims. */
  readonly figures: Notice
  /** How many seeds execute what is broken; undefined where none was run. */
  readonly reachedBy?: number | undefined
}

const NOTICES = ['tables', 'seeds', 'figures'] as const

const isNoticed = (notice: Notice): boolean => typeof notice === 'object'

/** Whether everything that was run left the mutant unnoticed. */
export const survives = (result: MutantResult): boolean => NOTICES.every((by) => !isNoticed(result[by]))

/** What noticed a mutant, by name, and what exactly failed; a line each. */
export function resultLines(result: MutantResult, seeds: number): readonly string[] {
  const { mutant } = result
  const names = [
    ...(isNoticed(result.tables) ? ['tables'] : []),
    ...(isNoticed(result.seeds) ? [`a promise, in ${seeds} seeds`] : []),
    ...(isNoticed(result.figures) ? [`figures of ${seeds} seeds`] : []),
    ...(survives(result) ? ['nothing'] : []),
  ]
  const details = [
    ...NOTICES.flatMap((by) => (typeof result[by] === 'object' ? [`    ${result[by].by}`] : [])),
    ...(result.seeds === 'nothing' && result.figures === 'nothing'
      ? [`    executed by ${result.reachedBy ?? 0} of ${seeds} seeds`]
      : []),
  ]
  return [`${names.join(', ')}: ${mutant.name} (${mutant.file})`, ...details]
}

/** How many mutants of each room were noticed by what, as a table in Markdown, and the sums below it. */
export function summaryLines(results: readonly MutantResult[], seeds: number): readonly string[] {
  const rows = ROOMS.map(({ path }) => ({
    room: `\`${path}\``,
    results: results.filter(({ mutant }) => roomOf(mutant.file).path === path),
  }))
  const survivors = results.filter(survives)
  const drawn = results.filter((result) => result.seeds !== 'not run')
  return [
    `| room | mutants | noticed by tables | break a promise in ${seeds} seeds | not as recorded in ${seeds} seeds | by nothing |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...[...rows, { room: 'all', results }]
      .filter((row) => row.results.length > 0)
      .map(
        (row) =>
          `| ${row.room} | ${row.results.length} | ${counted(row.results, 'tables')} | ${counted(row.results, 'seeds')} | ${counted(row.results, 'figures')} | ${row.results.filter(survives).length} |`,
      ),
    `${results.length} mutants, ${survivors.length} survivors${survivors.length > 0 ? ':' : ''}`,
    ...survivors.map(({ mutant }) => `  ${mutant.name} (${mutant.file})`),
    ...(drawn.length > 0 ? shareLines(drawn, seeds) : []),
  ]
}

/** What 300 seeds notice, each mutant under the strongest of what notices it. */
function shareLines(drawn: readonly MutantResult[], seeds: number): readonly string[] {
  const promise = drawn.filter((result) => isNoticed(result.seeds))
  const byFigures = drawn.filter((result) => !isNoticed(result.seeds) && isNoticed(result.figures))
  const worse = byFigures.filter(({ figures }) => typeof figures === 'object' && figures.by.includes(WORSE))
  const unnoticed = drawn.length - promise.length - byFigures.length
  const share = (count: number): string => `${count} of ${drawn.length}, ${Math.round((100 * count) / drawn.length)} %`
  return [
    `${seeds} seeds: a promise is broken by ${share(promise.length)}`,
    `  else figures are worse than recorded with ${share(worse.length)}`,
    `  else another claim or end than recorded with ${share(byFigures.length - worse.length)}`,
    `  nothing is noticed of ${share(unnoticed)}; of ${share(drawn.length - promise.length)}, without the record`,
  ]
}

/** How many were noticed; `not run` where none was tried. */
function counted(results: readonly MutantResult[], which: (typeof NOTICES)[number]): string {
  const tried = results.filter((result) => result[which] !== 'not run')
  if (tried.length === 0) return 'not run'
  const noticed = tried.filter((result) => isNoticed(result[which])).length
  return tried.length === results.length ? String(noticed) : `${noticed} of ${tried.length}`
}
