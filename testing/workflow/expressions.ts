/** GitHub's expressions, by its own library: `${{ ... }}` in texts, and the conditions of jobs and steps. */
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** What expressions see: `inputs`, `needs`, `steps`, `matrix`, `github` and others, as plain values. */
export type Contexts = Readonly<Record<string, unknown>>

/** How the jobs or steps before have ended; `success()` and its kin tell of it. */
export type Status = 'success' | 'failure'

/** The value of a text of a workflow; one that is an expression as a whole keeps its type. */
export function valueOf(text: unknown, contexts: Contexts): unknown {
  if (typeof text !== 'string') return text
  const [, whole] = /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(text.trim()) ?? []
  if (whole !== undefined) return evaluated(whole, contexts, 'success')
  return text.replaceAll(/\$\{\{((?:(?!\}\}).)*)\}\}/gs, (_, expression: string) =>
    asText(evaluated(expression, contexts, 'success')),
  )
}

/** The same as a text, as GitHub hands it to a step. */
export const textOf = (text: unknown, contexts: Contexts): string => asText(valueOf(text, contexts))

/** Whether a job or step runs; without a condition, or with one that asks for no status, only after success. */
export function holds(condition: string | boolean | undefined, contexts: Contexts, status: Status): boolean {
  if (condition === undefined) return status === 'success'
  const expression = String(condition).replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1')
  if (!/\b(success|failure|always|cancelled)\s*\(/.test(expression) && status !== 'success') return false
  return isTrue(evaluated(expression, contexts, status))
}

function evaluated(expression: string, contexts: Contexts, status: Status): unknown {
  const answers = { success: status === 'success', failure: status === 'failure', always: true, cancelled: false }
  const functions = Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer),
  }))
  const { tokens } = new Lexer(expression).lex()
  const tree = new Parser(tokens, Object.keys(contexts), functions).parse()
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  const named = new Map(functions.map((each) => [each.name, each]))
  return JSON.parse(JSON.stringify(new Evaluator(tree, known, named).evaluate(), data.replacer)) as unknown
}

const isTrue = (value: unknown): boolean => value !== null && value !== undefined && value !== false && value !== 0 && value !== '' // prettier-ignore

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean)
}
