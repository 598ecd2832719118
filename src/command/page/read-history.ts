/** The lines of all files of a folder. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

import type { HistoryLine } from '../../domain/history/records.ts'
import { UserError } from '../../errors.ts'
import { isMissing } from '../../platform/missing-file.ts'
import { readLine, WrongLine } from './read-line.ts'

export interface ReadHistory {
  readonly lines: readonly HistoryLine[]
  /** How many files they are from, and how many others were left alone. */
  readonly files: number
  readonly others: number
}

/** Wrong lines that an error names. */
const MOST_PROBLEMS = 10

/**
 * Reads all files `.jsonl` and `.ndjson` in a folder and those below it. UserError where there is no folder, no line in it, or a
 * line that is no record: all are named, with file and line.
 */
export async function readHistory(folder: string, shown: string): Promise<ReadHistory> {
  const names = await filesOf(folder, shown)
  const wanted = names.filter((name) => /\.(jsonl|ndjson)$/i.test(name)).toSorted()
  const problems: string[] = []
  const lines: HistoryLine[] = []
  for (const name of wanted) {
    const texts = (await readFile(join(folder, name), 'utf8')).replace(/^\uFEFF/, '').split('\n')
    texts.forEach((text, index) => {
      if (text.trim() === '') return
      try {
        lines.push(readLine(text))
      } catch (error) {
        if (!(error instanceof WrongLine)) throw error
        problems.push(`${join(shown, name)}:${index + 1}: the line ${error.message}.`)
      }
    })
  }
  if (problems.length > 0) throw wrongLines(problems)
  if (lines.length === 0)
    throw new UserError({
      what: `There is no record in ${shown}.`,
      remedy:
        'Records are lines in files `.jsonl`, as `report-path` and `audit-path` write them: docs/fleet-page.md says how.',
    })
  return { lines, files: wanted.length, others: names.length - wanted.length }
}

async function filesOf(folder: string, shown: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(folder, join(parentPath, name))) // prettier-ignore
    return files.filter((name) => !/(^|[\\/])\.git[\\/]/.test(name))
  } catch (error) {
    if (!isMissing(error)) throw error
    throw new UserError({
      what: `There is no folder ${shown}.`,
      remedy: 'Name the folder with the records by `--from`.',
    })
  }
}

function wrongLines(problems: readonly string[]): UserError {
  const [only = '', ...more] = problems
  if (more.length === 0) return new UserError({ what: `A record is wrong: ${only}`, remedy: REMEDY })
  const list = problems.slice(0, MOST_PROBLEMS).map((problem) => `- ${problem}`)
  const left = problems.length - list.length
  return new UserError({
    what: `${problems.length} records are wrong:\n${[...list, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n')}`,
    remedy: REMEDY,
  })
}

const REMEDY = 'Correct the line or take it out; nothing was written.'
