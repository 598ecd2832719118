import { partOf, type SourceText } from './source-text.ts'

/** One word of a command: its text without quotes, and which of its characters come from a variable or a template. */
export interface Word {
  readonly source: SourceText
  /** For each character of the text whether it belongs to something that is put in later: `$TAG`, `$(…)`, `{{ … }}`, `*`. */
  readonly variable: readonly boolean[]
  readonly quoted: boolean
}

/** A part of a word. */
export function partOfWord({ source, variable, quoted }: Word, start: number, end?: number): Word {
  return { source: partOf(source, start, end), variable: variable.slice(start, end), quoted }
}

/** The text of a word that has no variable; undefined for the others. */
export function literalOf({ source, variable }: Word): string | undefined {
  return variable.includes(true) ? undefined : source.text
}

/** The name of the variable that a word consists of, whole: `$IMAGE`, `${IMAGE}`, `${ARGS[@]}`, `$env:IMAGE`. */
export function variableName({ source, variable }: Word): string | undefined {
  if (!variable.every(Boolean)) return undefined
  const [, braced, plain] =
    /^\$(?:\{(?:env:)?([A-Za-z_]\w*)(?:\[[@*]\])?\}|(?:env:)?([A-Za-z_]\w*))$/iu.exec(source.text) ?? []
  return braced ?? plain
}

/**
 * The names of variables of which a word uses a part, or to which it adds something: `$IMAGE-arm64`, `${IMAGE%:*}`. One
 * that stands alone, with a value for where it is not set at most, is none of them.
 */
export function partlyUsed({ source: { text }, variable }: Word): readonly string[] {
  return [...text.matchAll(USES)].flatMap(({ index, 0: all, groups = {} }) => {
    const name = groups['braced'] ?? groups['plain'] ?? groups['percent'] ?? groups['late'] ?? ''
    const isAlone = all === text && /^(?:\[[@*]\])?(?::?[-=?].*)?$/su.test(groups['rest'] ?? '')
    return variable[index] !== true || isAlone ? [] : [name.toLowerCase()]
  })
}

const USES =
  /\$\{(?:env:)?(?<braced>[A-Za-z_]\w*)(?<rest>[^}]*)\}|\$(?:env:)?(?<plain>[A-Za-z_]\w*)|%(?<percent>[A-Za-z_]\w*)[^%\s]*%|!(?<late>[A-Za-z_]\w*)!/giu

/** A value that a variable gets, or that is added to it. */
export interface Assignment {
  readonly name: string
  readonly value: Word
  /** `part`: more is added to the value, or the value is added to what the variable has. */
  readonly extent: 'whole' | 'part'
}

/** Taken apart at the first `=` of `NAME=value`; undefined for a word of another form. */
export function assignmentOf(word: Word): Assignment | undefined {
  const [all, name, plus] = /^([A-Za-z_]\w*)(\+?)=/u.exec(word.source.text) ?? []
  if (all === undefined || name === undefined || word.variable.slice(0, all.length).includes(true)) return undefined
  return { name, value: partOfWord(word, all.length), extent: plus === '+' ? 'part' : 'whole' }
}
