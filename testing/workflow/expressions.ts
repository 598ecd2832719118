/** GitHub's expressions, by its own library: `${{ ... }}` in texts, and the conditions of jobs and steps. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/**
 * What expressions see: `inputs`, `needs`, `steps`, `matrix`, `github` and others, as plain values. `hashFiles` looks in the folder
 * that is `runner.temp`, where steps have their workspace.
 */
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
  const statuses = Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer),
  }))
  const hashing = {
    name: 'hashFiles',
    minArgs: 1,
    maxArgs: 255,
    call: (...files: data.ExpressionData[]) =>
      new data.StringData(
        hashOf(
          files.map((file) => file.coerceString()),
          contexts,
        ),
      ),
  }
  const functions = [...statuses, hashing]
  const { tokens } = new Lexer(expression).lex()
  const tree = new Parser(tokens, Object.keys(contexts), functions).parse()
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  const named = new Map(functions.map((each) => [each.name.toLowerCase(), each]))
  return JSON.parse(JSON.stringify(new Evaluator(tree, known, named).evaluate(), data.replacer)) as unknown
}

/** As GitHub reckons it: the SHA-256 of the SHA-256 of each file, and nothing where there is none. It takes no globs. */
function hashOf(names: readonly string[], { runner }: Contexts): string {
  const { temp } = (runner ?? {}) as { readonly temp?: string }
  if (temp === undefined || names.some((name) => /[*?[!]/.test(name)))
    throw new Error(`the runner of workflows cannot hash ${names.join(', ')}`)
  const found = names.map((name) => resolve(temp, name)).filter((path) => existsSync(path))
  if (found.length === 0) return ''
  const digests = found.map((path) => createHash('sha256').update(readFileSync(path)).digest())
  return createHash('sha256').update(Buffer.concat(digests)).digest('hex')
}

const isTrue = (value: unknown): boolean => value !== null && value !== undefined && value !== false && value !== 0 && value !== '' // prettier-ignore

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean)
}
