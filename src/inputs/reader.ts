import { declaredInputs, type InputName } from './declared.ts'
import { quoted, WrongInput } from './parse.ts'

/** What gives the inputs; GitHub's runner is one. */
export interface InputSource {
  /** The text of an input without white space around it; empty where it has none. */
  input(name: string): string
  /** The names of all inputs that were passed, also those that are empty. */
  passedInputs(): readonly string[]
}

/** Reads inputs one by one and goes on after a wrong one, so that all of them can be told together. */
export interface InputReader {
  /** The value; where it is wrong, a problem is noted and what stands for `not given` comes back. */
  value<Value>(name: InputName, parse: (text: string) => Value): Value
  /** Notes a problem that concerns several inputs; it is skipped while one of them is wrong by itself. */
  rule(names: readonly InputName[], holds: () => boolean, problem: string): void
  readonly problems: readonly string[]
  /** Inputs that were set to another value than the default. */
  readonly set: readonly InputName[]
  /** Inputs that have a default and were passed empty, as from an expression without a value. */
  readonly empty: readonly InputName[]
}

/** Inputs whose texts are never shown. */
const SECRETS: ReadonlySet<InputName> = new Set(['github-token', 'notify-webhook'])

export function inputReader(source: InputSource): InputReader {
  const problems: string[] = []
  const wrong = new Set<InputName>()
  const texts = new Map<InputName, string>()
  for (const name of Object.keys(declaredInputs) as InputName[]) texts.set(name, source.input(name).trim())
  const empty = source
    .passedInputs()
    .filter((name): name is InputName => texts.get(name as InputName) === '')
    .filter((name) => declaredInputs[name] !== undefined)

  return {
    problems,
    empty,
    set: [...texts].filter(([name, text]) => text !== '' && text !== declaredInputs[name]).map(([name]) => name),
    value: (name, parse) => {
      const fallback = declaredInputs[name] ?? ''
      const text = texts.get(name) || fallback
      try {
        return parse(text)
      } catch (error) {
        if (!(error instanceof WrongInput)) throw error
        // An input may be read for two purposes; what is wrong with it is said once.
        if (!wrong.has(name))
          problems.push(
            `\`${name}\`${text === '' || SECRETS.has(name) ? '' : ` is ${quoted([text])} but`} ${error.message}.`,
          )
        wrong.add(name)
        // Never used: the run ends with the problems. It only keeps the reading going.
        return parse(fallback)
      }
    },
    rule: (names, holds, problem) => {
      if (!names.some((name) => wrong.has(name)) && !holds()) problems.push(problem)
    },
  }
}
