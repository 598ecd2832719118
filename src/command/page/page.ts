/** `fleet-patch page`: the records of audits and runs, and the catalogue, as one page. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import type { Catalogue } from '../../domain/catalogue/catalogue.ts'
import { foldHistory } from '../../domain/history/fleet-history.ts'
import { withoutAccounts } from '../../domain/history/redact.ts'
import { UserError } from '../../errors.ts'
import { readCatalogue } from '../../inputs/catalogue/read-catalogue.ts'
import { USUAL_CATALOGUE } from '../../inputs/catalogue/usual-path.ts'
import { count } from '../../report/words.ts'
import type { CommandLine } from '../command.ts'
import { runTool, textOf, wrongWords } from '../run-tool.ts'
import { fleetPage } from './html/document.ts'
import { readHistory } from './read-history.ts'

/** Runs the tool; the exit code: 0, 1 where a file is missing or wrong, 2 where the words mean nothing. */
export const page = async (line: CommandLine, words: readonly string[]): Promise<number> =>
  await runTool(line, readWords(words), async (asked) => {
    line.stdout.write(await write(line, asked))
    return 0
  })

interface Asked {
  readonly from: string
  readonly to: string
  /** Undefined: the usual one, where there is one. */
  readonly catalogue: string | undefined
  readonly hidesAccounts: boolean
}

/** A sentence where the words mean nothing. */
function readWords(words: readonly string[]): Asked | string {
  let values: Readonly<Partial<Record<'from' | 'to' | 'catalogue' | 'redact', string>>>
  try {
    const text = { type: 'string' } as const
    values = parseArgs({ args: [...words], options: { from: text, to: text, catalogue: text, redact: text } }).values
  } catch (error) {
    return wrongWords(error, 'page')
  }
  const { from, to, catalogue, redact } = values
  if (from === undefined || to === undefined)
    return 'Give the folder with the records by `--from`, and the page by `--to`.'
  if (redact !== undefined && redact !== 'accounts') return '`--redact` takes `accounts` only.'
  return { from, to, catalogue, hidesAccounts: redact === 'accounts' }
}

async function write({ folder, clock }: CommandLine, asked: Asked): Promise<string> {
  const now = clock.now() / 1000
  const { lines, files, others } = await readHistory(resolve(folder, asked.from), asked.from)
  const catalogue = await catalogueOf(folder, asked.catalogue, now)
  const history = foldHistory({ lines, catalogue, now })
  const html = fleetPage(asked.hidesAccounts ? withoutAccounts(history) : history)
  const path = resolve(folder, asked.to)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, html)
  const left = others === 0 ? '' : ` ${count(others, 'other file')} left alone.`
  return `${asked.to} is written, from ${count(lines.length, 'record')} in ${count(files, 'file')}.${left}\n`
}

async function catalogueOf(folder: string, named: string | undefined, now: number): Promise<Catalogue | undefined> {
  const path = named ?? USUAL_CATALOGUE
  const text = await textOf(resolve(folder, path))
  if (text !== undefined) return readCatalogue({ path, text, now })
  if (named === undefined) return undefined
  throw new UserError({ what: `There is no catalogue at ${path}.`, remedy: 'Name one by `--catalogue`.' })
}
