import type { Mutant } from './mutant.ts'
import { ROOMS, roomOf } from './suites.ts'

/** What noticed a mutant: the first failing test or violation, `nothing`, or `not run`. */
export type Notice = { readonly by: string } | 'nothing' | 'not run'

/** One mutant with what noticed it. */
export interface MutantResult {
  readonly mutant: Mutant
  readonly tables: Notice
  readonly seeds: Notice
  /** How many seeds execute what is broken; undefined where none was run. */
  readonly reachedBy?: number | undefined
}

const isNoticed = (notice: Notice): boolean => typeof notice === 'object'

/** Whether everything that was run left the mutant unnoticed. */
export const survives = ({ tables, seeds }: MutantResult): boolean => !isNoticed(tables) && !isNoticed(seeds)

/** What noticed a mutant, by name, and what exactly failed; a line each. */
export function resultLines(result: MutantResult, seeds: number): readonly string[] {
  const { mutant, tables } = result
  const names = [
    ...(isNoticed(tables) ? ['tables'] : []),
    ...(isNoticed(result.seeds) ? [`${seeds} seeds`] : []),
    ...(survives(result) ? ['neither'] : []),
  ]
  const details = [
    ...[tables, result.seeds].flatMap((notice) => (typeof notice === 'object' ? [`    ${notice.by}`] : [])),
    ...(result.seeds === 'nothing' ? [`    executed by ${result.reachedBy ?? 0} of ${seeds} seeds`] : []),
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
  const unnoticed = drawn.filter((result) => !isNoticed(result.seeds))
  return [
    `| room | mutants | noticed by tables | noticed by ${seeds} seeds | by neither |`,
    '| --- | --- | --- | --- | --- |',
    ...[...rows, { room: 'all', results }]
      .filter((row) => row.results.length > 0)
      .map(
        (row) =>
          `| ${row.room} | ${row.results.length} | ${counted(row.results, 'tables')} | ${counted(row.results, 'seeds')} | ${row.results.filter(survives).length} |`,
      ),
    `${results.length} mutants, ${survivors.length} survivors${survivors.length > 0 ? ':' : ''}`,
    ...survivors.map(({ mutant }) => `  ${mutant.name} (${mutant.file})`),
    ...(drawn.length > 0
      ? [
          `${unnoticed.length} of ${drawn.length} unnoticed by ${seeds} seeds: ${Math.round((100 * unnoticed.length) / drawn.length)} %`,
        ]
      : []),
  ]
}

/** How many were noticed; `not run` where none was tried. */
function counted(results: readonly MutantResult[], which: 'tables' | 'seeds'): string {
  const tried = results.filter((result) => result[which] !== 'not run')
  if (tried.length === 0) return 'not run'
  const noticed = tried.filter((result) => isNoticed(result[which])).length
  return tried.length === results.length ? String(noticed) : `${noticed} of ${tried.length}`
}
