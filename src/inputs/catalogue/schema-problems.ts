/** Holds a value against the schema of a catalogue, and says in plain sentences what does not fit. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { hint, quoted } from '../parse.ts'
import type { FileProblem, LocatedYaml, Path } from './located.ts'
import { catalogueSchema } from './schema.ts'

/** Everything in the file that does not fit the schema, each thing once; empty where all of it does. */
export function schemaProblems({ value, problemAt }: LocatedYaml): readonly FileProblem[] {
  const validate = (compiled ??= new Ajv2020({ strict: true, allErrors: true, verbose: true }).compile(catalogueSchema))
  if (validate(value)) return []
  const errors = validate.errors ?? []
  return errors.flatMap((error) => {
    const told = isTold(error, errors) ? wordsFor(error) : undefined
    if (told === undefined) return []
    const path = pathOf(error.instancePath)
    return [problemAt([...path, ...told.below], `${nameOf([...path, ...told.below])} ${told.what}`, told.part)]
  })
}

/** Made at the first file: it takes a tenth of a second. */
let compiled: ValidateFunction | undefined

interface Told {
  /** From the value of the error down to what is meant. */
  readonly below: Path
  readonly part: 'value' | 'key'
  readonly what: string
}

/** An error inside of alternatives says what one of them wants; only what the writer meant is told. */
function isTold(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  // Told by the error of the object, with the name.
  if (error.propertyName !== undefined) return false
  const choice = errors.find(
    (each) =>
      (each.keyword === 'anyOf' || each.keyword === 'oneOf') &&
      error !== each &&
      error.schemaPath.startsWith(`${each.schemaPath}/`) &&
      error.instancePath.startsWith(each.instancePath),
  )
  if (error.keyword === 'anyOf' && Array.isArray(error.data)) return false
  // A list of windows is meant where a list stands there.
  return choice === undefined || (Array.isArray(choice.data) && error.keyword !== 'const')
}

function wordsFor(error: ErrorObject): Told | undefined {
  const { keyword, params, data, parentSchema = {} } = error as ErrorObject<string, Record<string, unknown>>
  const here = (what: string): Told => ({ below: [], part: 'value', what })
  const description = String(parentSchema['description'] ?? '')
  switch (keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty'])
      const known = Object.keys((parentSchema['properties'] ?? {}) as object)
      const near = hint(name, known)
      const allowed = near === '' ? `; there are ${quoted(known)}` : near
      return { below: [name], part: 'key', what: `is no key of a catalogue${allowed}` }
    }
    case 'propertyNames':
      return { below: [String(params['propertyName'])], part: 'key', what: `must be ${NAME}` }
    case 'required':
      return here(`lacks ${quoted([String(params['missingProperty'])])}`)
    case 'enum': {
      const words = (params['allowedValues'] as readonly unknown[]).map(String)
      return here(`is ${shown(data)} but must be one of ${quoted(words)}${hint(String(data), words)}`)
    }
    case 'const':
      return here(`is ${shown(data)} but must be ${description}`)
    case 'pattern':
      return here(`is ${shown(data)} but must be ${description}`)
    case 'type':
      return here(
        `is ${shown(data)} but must be ${TYPES[String(params['type'])] ?? String(params['type'])}${quotes(data, params)}`,
      )
    case 'minimum':
    case 'maximum':
      return here(
        `is ${shown(data)} but must be at ${keyword === 'minimum' ? 'least' : 'most'} ${String(params['limit'])}`,
      )
    case 'minLength':
      return here(`is ${shown(data)} but must have at least ${String(params['limit'])} characters`)
    case 'minItems':
    case 'minProperties':
      return here('is empty but must have at least one entry')
    case 'uniqueItems':
      return { below: [Number(params['i'])], part: 'value', what: 'stands in the list twice' }
    case 'anyOf':
      return here(Array.isArray(data) || typeof data !== 'object' ? `is ${shown(data)} but must be the word \`any\`, or a list of windows` : error.schemaPath.startsWith('#/$defs/traffic/') ? NO_PAIR : NO_SELECTOR) // prettier-ignore
    case 'oneOf':
      return here(`is ${shown(data)} but must be ${description}`)
    default:
      return here(error.message ?? `does not fit the schema (${keyword})`)
  }
}

const NAME = catalogueSchema.$defs.name.description
const NO_SELECTOR = 'needs at least one of `groups`, `stacks`, `tags`, `bastion` and `traffic`'
const NO_PAIR = 'needs `blue` and `green`, or `stack` with `versions`'

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'keys with values',
}

/** YAML takes digits for a number, and loses the zeros in front. */
const quotes = (data: unknown, params: Record<string, unknown>): string =>
  params['type'] === 'string' && (typeof data === 'number' || typeof data === 'boolean') ? ': put it in quotes' : ''

function shown(data: unknown): string {
  if (data === null) return 'empty'
  if (Array.isArray(data)) return 'a list'
  return typeof data === 'object' ? 'keys with values' : quoted([wordOf(data)])
}

/** A scalar of YAML. */
const wordOf = (data: unknown): string => (typeof data === 'string' ? data : (JSON.stringify(data) ?? ''))

const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** `services.web.in`; the file where it is the whole. */
export const nameOf = (path: Path): string => (path.length === 0 ? 'the catalogue' : quoted([path.join('.')]))
