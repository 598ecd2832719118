import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { ChangesFile, ScenarioFile } from './file.ts'
import { locatedText, type Located } from './located.ts'
import { meaningProblems } from './meaning.ts'
import { problemsOf, type Problem } from './problems.ts'
import { CHANGES, scenarioSchema } from './schema.ts'

/** A scenario that cannot be meant; each problem with its place. */
export class ScenarioError extends Error {
  readonly problems: readonly Located[]

  constructor(problems: readonly Located[]) {
    super(problems.map(({ line, column, what }) => `${line}:${column} ${what}.`).join('\n'))
    this.name = 'ScenarioError'
    this.problems = problems
  }
}

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictTuples: false, allErrors: true, verbose: true })
const ofScenario = ajv.compile(scenarioSchema)
const ofChange = new Map<string, ValidateFunction>(Object.entries(CHANGES).map(([name, schema]) => [name, ajv.compile(schema)])) // prettier-ignore

/** Reads a scenario from YAML or JSON. Throws a ScenarioError with all that is wrong, in the order of the text. */
export function readScenario(text: string): ScenarioFile {
  const { value, problems, at } = locatedText(text)
  if (problems.length > 0) throw new ScenarioError(problems)
  const file = (value ?? {}) as ScenarioFile
  const wrong = ofScenario(file) ? meaningProblems(file) : problemsOf(ofScenario.errors ?? [])
  if (wrong.length === 0) return file
  const located = wrong.map(({ path, part, what }) => at(path, part, what))
  throw new ScenarioError(located.toSorted((a, b) => a.line - b.line || a.column - b.column))
}

/** The changes that a control request may ask for, by the last part of its path. */
export const changeNames: readonly string[] = Object.keys(CHANGES)

/** What is wrong with the body of a control request; empty where it can be carried out. */
export function changeProblems(name: string, body: unknown): readonly Problem[] {
  const validate = ofChange.get(name)
  if (validate === undefined || validate(body)) return []
  return problemsOf(validate.errors ?? []).map((problem) => ({
    ...problem,
    what: problem.what.replace(/^the scenario /, 'the body '),
  }))
}

/** One change as a control request names it. */
export const changeOf = (name: string, body: unknown): ChangesFile => ({ [name]: body })
