/** What the tools of the command have in common: how they end, and how they read files. */
import { readFile } from 'node:fs/promises'

import { UserError } from '../errors.ts'
import { isMissing } from '../platform/missing-file.ts'
import type { CommandLine } from './command.ts'
import type { Tool } from './tools.ts'

/** Runs a tool, asked by its words or by a sentence where they mean nothing; the exit code: that of the work, 1 after a UserError, 2 after such words. */
export async function runTool<Asked extends object>(
  { stderr }: Pick<CommandLine, 'stderr'>,
  asked: Asked | string,
  work: (asked: Asked) => Promise<number>,
): Promise<number> {
  if (typeof asked === 'string') {
    stderr.write(`error: ${asked}\n`)
    return 2
  }
  try {
    return await work(asked)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    stderr.write(`error: ${error.message}\n`)
    return 1
  }
}

/** What is wrong with words that Node's `parseArgs` does not take. */
export const wrongWords = (error: unknown, tool: Tool): string =>
  `${error instanceof Error ? error.message.replace(/\. To specify.*$/, '') : String(error)}. See \`fleet-patch ${tool} --help\`.`

/** The text of a file; undefined where there is none. */
export async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
