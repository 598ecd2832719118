import type { Amount } from '../domain/rollout/amount.ts'
import { nearest } from '../text/nearest.ts'
import { listFormProblem } from './list-form.ts'

/** What is wrong with a value, as the end of a sentence: `must be ...`. */
export class WrongInput extends Error {}

/** One entry per line or comma, without the empty and the repeated ones. */
export function list(text: string): readonly string[] {
  return entries(text, /[\n,]/)
}

/** The same, each entry checked against a pattern; `words` are those of it that may be mistyped. */
export function listOf(
  pattern: RegExp,
  allowed: string,
  words: readonly string[] = [],
): (text: string) => readonly string[] {
  return (text) => {
    const wrong = list(text).filter((entry) => !pattern.test(entry))
    if (wrong.length > 0) {
      const hints = wrong.map((entry) => hint(entry, words)).join('')
      throw new WrongInput(`must be ${allowed}; ${quoted(wrong)} ${wrong.length > 1 ? 'are' : 'is'} not${hints}`)
    }
    return list(text)
  }
}

export function optionalText(text: string): string | undefined {
  return text === '' ? undefined : text
}

/** The end of a sentence that names what a text with a typing mistake may mean; empty where no word is near. */
export function hint(text: string, words: readonly string[]): string {
  const near = nearest(text, words)
  return near.length === 0 ? '' : `; the nearest is ${quoted(near)}`
}

/** `true` and `false`, as the core schema of YAML 1.2 has them, in any case: https://yaml.org/spec/1.2.2/#1032-tag-resolution */
export function boolean(text: string): boolean {
  if (/^true$/i.test(text)) return true
  if (/^false$/i.test(text)) return false
  throw new WrongInput(`must be \`true\` or \`false\`${hint(text, ['true', 'false'])}`)
}

/** One word of a few. */
export function oneOf<Word extends string>(...words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((each) => each === text)
    if (word !== undefined) return word
    throw new WrongInput(`must be one of ${quoted(words)}${hint(text, words)}`)
  }
}

export interface Range {
  readonly from: number
  readonly to: number
}

export function integer({ from, to }: Range): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= from && value <= to) return value
    throw new WrongInput(`must be a whole number from ${from} to ${to}`)
  }
}

/** Minutes, fractions allowed, more than none; gives seconds. */
export function minutes(most: number): (text: string) => number {
  return (text) => {
    const value = decimal(text)
    if (value !== undefined && value > 0 && value <= most) return value * 60
    throw new WrongInput(`must be minutes, more than 0 and at most ${most}, such as \`15\` or \`0.5\``)
  }
}

/** Minutes, none of them as well, or undefined where nothing is given. */
export const optionalMinutesOrNone =
  (most: number) =>
  (text: string): number | undefined =>
    text === '' ? undefined : minutesOrNone(most)(text)

/** The same, or none. */
function minutesOrNone(most: number): (text: string) => number {
  return (text) => {
    const value = decimal(text)
    if (value !== undefined && value <= most) return value * 60
    throw new WrongInput(`must be minutes, from 0 to ${most}, such as \`15\` or \`0.5\``)
  }
}

/** Hours, fractions allowed, more than none; gives seconds. */
export function hours(most: number): (text: string) => number {
  return (text) => {
    const value = decimal(text)
    if (value !== undefined && value > 0 && value <= most) return value * 3600
    throw new WrongInput(`must be hours, more than 0 and at most ${most}, such as \`24\` or \`0.5\``)
  }
}

export function optionalSeconds(most: number): (text: string) => number | undefined {
  return (text) => {
    const value = decimal(text)
    if (text === '' || (value !== undefined && value <= most)) return value
    throw new WrongInput(`must be seconds, from 0 to ${most}`)
  }
}

/** How many times as much, fractions allowed and not less than 1, or undefined where nothing is given. */
export function optionalRatio(most: number): (text: string) => number | undefined {
  return (text) => {
    const value = decimal(text)
    if (text === '' || (value !== undefined && value >= 1 && value <= most)) return value
    throw new WrongInput(`must be a number from 1 to ${most}, such as \`2\` or \`1.5\``)
  }
}

export function amount(mostPercent: number): (text: string) => Amount {
  return (text) => {
    const [, digits = '', sign] = /^(\d+(?:\.\d+)?)\s*(%)?$/.exec(text) ?? []
    const value = Number(digits)
    if (sign !== undefined && value <= mostPercent) return { kind: 'percent', value }
    if (digits !== '' && sign === undefined && Number.isSafeInteger(value)) return { kind: 'count', value }
    throw new WrongInput(
      `must be a whole number of instances, such as \`2\`, or a percentage from \`0%\` to \`${mostPercent}%\``,
    )
  }
}

/** The same, more than none, or undefined where nothing is given. */
export function optionalAmount(mostPercent: number): (text: string) => Amount | undefined {
  return (text) => {
    if (text === '') return undefined
    const read = amount(mostPercent)(text)
    if (read.value > 0) return read
    throw new WrongInput(`must be more than 0, such as \`2\` or \`10%\`, or left out`)
  }
}

/** `Key=Value`; a comma ends an entry only where another `Key=` follows, since values may hold commas. */
export function tags(text: string): readonly { readonly key: string; readonly value: string }[] {
  return entries(text, /\n|,(?=[^,=]+=)/).map((entry) => {
    const at = entry.indexOf('=')
    if (at < 1) throw new WrongInput(`must be \`Key=Value\` on each line; ${quoted([entry])} is not${asTag(entry)}`)
    return { key: entry.slice(0, at).trim(), value: entry.slice(at + 1).trim() }
  })
}

/** A tag as YAML would write it, in the form of the list. */
function asTag(entry: string): string {
  const [, key = '', value] = /^([^\s:]+): +(.*)$/.exec(entry) ?? []
  return value === undefined ? '' : `: write ${quoted([`${key}=${value}`])}`
}

/** Senza's references: a name is that of a CloudFormation stack up to the last hyphen, a version letters and digits. */
export function stacks(text: string): readonly { readonly name: string; readonly version: string | undefined }[] {
  return list(text).map((entry) => {
    const [name = '', version, ...more] = entry.split(/\s+/)
    const valid = /^[a-zA-Z][a-zA-Z0-9-]{0,126}$/.test(name) && /^[a-zA-Z0-9]*$/.test(version ?? '')
    if (valid && more.length === 0) return { name, version }
    throw new WrongInput(
      `must be \`name version\` or \`name\` on each line (letters, digits, hyphens); ${quoted([entry])} is not`,
    )
  })
}

export function quoted(values: readonly string[]): string {
  return values
    .map((value) => value.replaceAll('\n', '⏎'))
    .map((value) => `\`${value.length > 60 ? `${value.slice(0, 60)}…` : value}\``)
    .join(', ')
}

function entries(text: string, separator: RegExp): readonly string[] {
  const parts = [...new Set(text.split(separator).map((entry) => entry.trim()))].filter((entry) => entry !== '')
  const problem = listFormProblem(text, parts)
  if (problem !== undefined) throw new WrongInput(`must have one entry per line, or commas between them: it ${problem}`)
  return parts
}

function decimal(text: string): number | undefined {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}
