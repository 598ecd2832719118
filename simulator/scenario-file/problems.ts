/** What is wrong with a scenario, or with the body of a control request, in sentences that name the field. */
import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Path } from './located.ts'

/** What is wrong with one value. */
export interface Problem {
  readonly path: Path
  /** Where the key is meant, and not its value. */
  readonly part: 'value' | 'key'
  /** A sentence without its full stop, the name of the field first. */
  readonly what: string
}

/** The field as a reader writes it: `groups.web.balancers[0]`. */
export const fieldOf = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('').replace(/^\./, '') || 'the scenario' // prettier-ignore

/** Each thing that does not fit, once. */
export function problemsOf(errors: readonly ErrorObject[]): readonly Problem[] {
  const alternatives = errors.filter(({ keyword }) => keyword === 'anyOf')
  // Of alternatives the error of all of them is told, with what they want together.
  const told = errors.filter(
    (error) =>
      !alternatives.some(
        (choice) => choice !== error && error.schemaPath.startsWith(`${choice.schemaPath}/`) && !isOfObject(choice, errors),
      ) && !(error.keyword === 'anyOf' && isOfObject(error, errors)) && !isOfNull(error),
  ) // prettier-ignore
  return told.map((error) => problemOf(error))
}

/** A load that is an object was meant as one, not as null. */
const isOfObject = (choice: ErrorObject, errors: readonly ErrorObject[]): boolean =>
  errors.some(
    ({ instancePath, schemaPath, keyword }) =>
      schemaPath.startsWith(`${choice.schemaPath}/0/`) &&
      (instancePath.length > choice.instancePath.length || keyword === 'required' || keyword === 'additionalProperties'),
  ) && typeof choice.data === 'object' && !Array.isArray(choice.data) && choice.data !== null // prettier-ignore

const isOfNull = ({ keyword, params }: ErrorObject): boolean => keyword === 'type' && params['type'] === 'null'

function problemOf(error: ErrorObject): Problem {
  const { keyword, params, data, parentSchema = {} } = error as ErrorObject<string, Record<string, unknown>>
  const path = pathOf(error.instancePath)
  const description = String(parentSchema['description'] ?? '')
  const here = (what: string): Problem => ({ path, part: 'value', what: `${fieldOf(path)} ${what}` })
  const at = (step: string, what: string): Problem => ({
    path: [...path, step],
    part: 'key',
    what: `${fieldOf([...path, step])} ${what}`,
  })
  switch (keyword) {
    case 'additionalProperties':
      return at(String(params['additionalProperty']), `is no field here; there are ${listed(Object.keys((parentSchema['properties'] ?? {}) as object))}`) // prettier-ignore
    case 'required':
      return here(`lacks \`${String(params['missingProperty'])}\``)
    case 'enum':
      return here(`is ${shown(data)} and must be one of ${listed((params['allowedValues'] as readonly unknown[]).map(String))}`) // prettier-ignore
    case 'type':
      return here(`is ${shown(data)} and must be ${TYPES[String(params['type'])] ?? String(params['type'])}: ${description}`) // prettier-ignore
    case 'minItems':
      return here(`has too few entries: ${description}`)
    case 'maxItems':
      return here(`has too many entries: ${description}`)
    case 'minLength':
      return here(`is empty and must be ${description}`)
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
      return here(`is ${shown(data)} and must be ${BOUNDS[keyword]} ${String(params['limit'])}: ${description}`)
    case 'pattern':
    case 'anyOf':
      return here(`is ${shown(data)} and must be ${description}`)
    case 'propertyNames':
      return here('has a key that is empty')
    default:
      return here(error.message ?? `does not fit (${keyword})`)
  }
}

const BOUNDS = { minimum: 'at least', maximum: 'at most', exclusiveMinimum: 'more than' } as const

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'keys with values',
}

const listed = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ')

function shown(data: unknown): string {
  if (data === null || data === undefined) return 'empty'
  if (Array.isArray(data)) return 'a list'
  if (typeof data === 'object') return 'keys with values'
  return typeof data === 'string' ? `\`${data}\`` : JSON.stringify(data)
}

/** JSON pointers say of digits not whether they are keys: a key of digits alone is told like a position. */
const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
