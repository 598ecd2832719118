import { type Audit, groupsBehind } from '../../domain/audit/audit.ts'
import { count } from '../words.ts'

/** The outputs of an audit for later jobs, each a text of JSON. */
export interface AuditLists {
  /** Names of the groups that were looked at. */
  readonly groups: string
  /** Names of those that are behind, worst first. */
  readonly stale: string
  readonly staleCount: number
  /** `{"include": [...]}` for `strategy.matrix`, worst first. */
  readonly matrix: string
  /** Sentences about what found no room. */
  readonly warnings: readonly string[]
}

/**
 * The jobs that one matrix may have at most:
 * https://docs.github.com/actions/writing-workflows/choosing-what-your-workflow-does/running-variations-of-jobs-in-a-workflow
 */
const MOST_JOBS = 256
/** Characters of each list of names, and of the matrix: all outputs together have 524,288. */
const MOST_NAMES = 60_000
const MOST_MATRIX = 100_000

export function auditLists(audit: Audit): AuditLists {
  const behind = groupsBehind(audit)
  const names = new Set(audit.groups.map(({ group }) => group))
  const groups = fitting([...names], MOST_NAMES)
  const stale = fitting([...new Set(behind.map(({ group }) => group))], MOST_NAMES)
  const jobs = behind.slice(0, MOST_JOBS).map((row) => ({
    region: row.region,
    group: row.group,
    ...(row.stack !== undefined && { stack: row.stack }),
    'image-id': row.imageId ?? '',
    'newest-image-id': row.newest?.id ?? '',
    'days-behind': row.daysBehind ?? 0,
    verdict: row.verdict,
  }))
  const include = fitting(jobs, MOST_MATRIX)
  const left = behind.length - jobs.length + include.missing
  return {
    groups: groups.text,
    stale: stale.text,
    staleCount: behind.length,
    matrix: `{"include":${include.text}}`,
    warnings: [
      ...tooMany('groups', groups.missing),
      ...tooMany('stale', stale.missing),
      ...(left === 0
        ? []
        : [
            `The output \`matrix\` leaves out ${count(left, 'group')} of the ${behind.length} that are behind: GitHub takes ${MOST_JOBS} jobs in a matrix. Those that are most days behind are in it.`,
          ]),
    ],
  }
}

const tooMany = (output: string, missing: number): string[] =>
  missing === 0
    ? []
    : [`The output \`${output}\` leaves out ${count(missing, 'group')}, for its length. \`report-path\` has them all.`]

/** As many items as fit into so many characters of a JSON array. */
function fitting(items: readonly unknown[], characters: number): { readonly text: string; readonly missing: number } {
  const texts: string[] = []
  let left = characters - 2
  for (const item of items) {
    const text = JSON.stringify(item)
    left -= text.length + 1
    if (left < 0) break
    texts.push(text)
  }
  return { text: `[${texts.join(',')}]`, missing: items.length - texts.length }
}
