/**
 * Texts in tags that may outlive the version of Fleet Patch that wrote them. A text names its format; one without a name
 * is of version 1, which was written before there were versions.
 */
import { type TagFields, formatTag, parseTag } from './tag-format.ts'

/** The field with which a text begins that is of version 2 or later. */
const VERSION_FIELD = 'v'

/** One format of a value, as it is written and read. */
export interface TextFormat<Value> {
  /** The fields of every text. */
  readonly required: readonly string[]
  /** The fields that a text may have besides. */
  readonly optional: readonly string[]
  readonly write: (value: Value) => TagFields
  readonly read: (fields: FieldReader) => Value
}

/** The fields of a text whose names are those of its format. */
export interface FieldReader {
  /** Whether an optional field is there. */
  readonly has: (name: string) => boolean
  /** Empty for an optional field that is not there. */
  readonly text: (name: string) => string
  readonly number: (name: string) => number
  /** A number without a fraction. */
  readonly whole: (name: string) => number
  /** One of these words; undefined for an optional field that is not there. */
  readonly oneOf: <Word extends string>(name: string, words: readonly Word[]) => Word | undefined
  /** Throws that the text cannot be read. */
  readonly refuse: (why: string) => never
}

/** Every format of a value by its version, and the one that is written: a later one may be read before it is written. */
export interface TextVersions<Value> {
  readonly formats: Readonly<Record<number, TextFormat<Value>>>
  readonly written: number
}

/** The one owner of a text. */
export interface VersionedText<Value> {
  /** Throws where a tag would not hold the text. */
  readonly write: (value: Value) => string
  /** Throws what `refuse` makes of the reason where the text is of no known version or does not follow its format. */
  readonly read: (text: string, refuse: (why: string) => Error) => Value
}

/** The value of the field `v` in a text of this version. */
const versionWord = (version: number): string | undefined => (version === 1 ? undefined : String(version))

/** Whether a text is of version 1, which names no version. */
export const isFirstVersion = (text: string): boolean => parseTag(text)[VERSION_FIELD] === undefined

/** Writes and reads a value in these versions of its text. */
export const versionedText = <Value>({ formats, written }: TextVersions<Value>): VersionedText<Value> => ({
  write: (value) => {
    const fields = formats[written]?.write(value)
    if (fields === undefined) throw new Error(`There is no format ${written} to write.`)
    const word = versionWord(written)
    return formatTag({ ...(word !== undefined && { [VERSION_FIELD]: word }), ...fields })
  },
  read: (text, refuse) => {
    const { [VERSION_FIELD]: word, ...fields } = parseTag(text)
    const [, format] = Object.entries(formats).find(([version]) => versionWord(Number(version)) === word) ?? []
    if (format === undefined) throw refuse(`It is of the format ${word ?? '1'}, which this version does not know.`)
    const missing = format.required.filter((name) => fields[name] === undefined)
    const known = new Set([...format.required, ...format.optional])
    const foreign = Object.keys(fields).filter((name) => !known.has(name))
    // Another version's facts must not be guessed: all of the fields must be there and no others.
    if (missing.length > 0) throw refuse(`It does not say ${missing.join(', ')}.`)
    if (foreign.length > 0) throw refuse(`It says ${foreign.join(', ')}, which this version does not know.`)
    return format.read(fieldReader(fields, refuse))
  },
})

const NUMBER = /^\d+(\.\d+)?(e[+-]?\d+)?$/

/** A number that reads back as itself; throws for one that does not. */
export function numberField(value: number): string {
  const text = String(value)
  if (!NUMBER.test(text)) throw new Error(`${text} cannot be written into a memo.`)
  return text
}

function fieldReader(fields: TagFields, refused: (why: string) => Error): FieldReader {
  const refuse = (why: string): never => {
    throw refused(why)
  }
  const number = (name: string): number => {
    const text = fields[name] ?? ''
    return NUMBER.test(text) ? Number(text) : refuse(`${name} is not a number.`)
  }
  return {
    has: (name) => fields[name] !== undefined,
    text: (name) => fields[name] ?? '',
    number,
    whole: (name) => {
      const value = number(name)
      return Number.isSafeInteger(value) ? value : refuse(`${name} is not a whole number.`)
    },
    oneOf: (name, words) => {
      const text = fields[name]
      if (text === undefined) return undefined
      return words.find((word) => word === text) ?? refuse(`${name} is ${text}, which this version does not know.`)
    },
    refuse,
  }
}
