import type { Catalogue } from '../../domain/catalogue/catalogue.ts'
import { UserError } from '../../errors.ts'
import type { CatalogueFile } from './file.ts'
import { type FileProblem, locatedYaml } from './located.ts'
import { meaningProblems } from './meaning-problems.ts'
import { schemaProblems } from './schema-problems.ts'
import { toCatalogue } from './to-catalogue.ts'

/** A file of which a catalogue is to be read. */
export interface CatalogueText {
  /** For people. */
  readonly path: string
  readonly text: string
  /** Seconds since the Unix epoch; for windows that never open any more. */
  readonly now: number
}

/** Reads a catalogue. UserError that tells everything that is wrong with it, with line and column. */
export function readCatalogue({ path, text, now }: CatalogueText): Catalogue {
  const yaml = locatedYaml(text)
  if (yaml.problems.length > 0) throw wrongFile(path, yaml.problems)
  const misfits = schemaProblems(yaml)
  if (misfits.length > 0) throw wrongFile(path, misfits)
  // The schema has just been found to hold.
  const file = yaml.value as CatalogueFile
  const problems = meaningProblems(file, yaml, now)
  if (problems.length > 0) throw wrongFile(path, problems)
  return toCatalogue(file)
}

const REMEDY = 'Correct it; nothing was changed.'

function wrongFile(path: string, problems: readonly FileProblem[]): UserError {
  const lines = problems
    .toSorted((one, other) => one.line - other.line || one.column - other.column)
    .map(({ line, column, what }) => `${path}:${line}:${column}: ${what}.`)
  const [only = '', ...more] = [...new Set(lines)]
  if (more.length === 0) return new UserError({ what: `The catalogue is wrong: ${only}`, remedy: REMEDY })
  const list = [only, ...more].map((line) => `- ${line}`).join('\n')
  return new UserError({ what: `The catalogue is wrong at ${more.length + 1} places:\n${list}`, remedy: REMEDY })
}
