import type { NormalizedSchema } from '@smithy/core/schema'
import type { ConstraintTable, ShapeConstraint } from './constraint-table.ts'
import { constraintTables } from './constraints.ts'
import { isUnchecked } from './leniency.ts'
import { requiredMembers } from './model.ts'
import type { OperationModel } from './model.ts'
import { REQUIRED, ofItems, rulesOf } from './rule.ts'
import type { Rule } from './rule.ts'
import type { Api } from './services.ts'

/** A rule of AWS's model that a value breaks. */
export interface Violation {
  /** Members by the SDK's names, items by their number from 1. */
  readonly path: readonly (string | number)[]
  readonly value: unknown
  readonly rule: Rule
  /** The shape in AWS's model that the rule belongs to; undefined for a member that is missing. */
  readonly shape: string | undefined
  readonly constraint: ShapeConstraint
}

/** Tells what is wrong with an input in the SDK's shape; undefined when nothing is. */
export type Validator = (input: unknown) => readonly Violation[] | undefined

const validators = new WeakMap<OperationModel, Validator>()

/** The validator of an operation, made at the first request for it. */
export function validatorOf(api: Api, model: OperationModel): Validator {
  const made = validators.get(model)
  if (made !== undefined) return made
  const table = constraintTables[api.sdkId] ?? { shapes: {}, structures: {} }
  const validator = new ValidatorMaker(api, table).structure(model.input) ?? nothing
  validators.set(model, validator)
  return validator
}

const nothing: Validator = () => undefined

class ValidatorMaker {
  readonly #api: Api
  readonly #table: ConstraintTable
  readonly #structures = new Map<string, Validator | undefined>()

  constructor(api: Api, table: ConstraintTable) {
    this.#api = api
    this.#table = table
  }

  /** Undefined where there is nothing to check: most structures of EC2. */
  structure(schema: NormalizedSchema): Validator | undefined {
    if (!schema.isStructSchema()) return undefined
    const name = schema.getName() ?? ''
    if (this.#structures.has(name)) return this.#structures.get(name)
    // A structure that holds itself is checked as deep as it is given.
    this.#structures.set(name, (value) => this.#structures.get(name)?.(value))
    const validator = this.#members(schema, name)
    this.#structures.set(name, validator)
    return validator
  }

  #members(schema: NormalizedSchema, structure: string): Validator | undefined {
    const required = requiredMembers(schema).filter(
      (member) => !isUnchecked(this.#api, { structure, kind: 'required', member }),
    )
    const members = new Map<string, Validator>()
    for (const [name, member] of schema.structIterator()) {
      const shape = this.#table.structures[structure]?.[name]
      const validator = this.#value(member, shape, structure)
      if (validator !== undefined) members.set(name, validator)
    }
    if (required.length === 0 && members.size === 0) return undefined
    return membersValidator(required, members, this.#api.dialect)
  }

  #value(schema: NormalizedSchema, shape: string | undefined, structure: string): Validator | undefined {
    if (schema.isStructSchema()) return this.structure(schema)
    const constraint = (shape === undefined ? undefined : this.#table.shapes[shape]) ?? {}
    const own = this.#rules(schema, shape, structure)
    const check = own.length === 0 ? undefined : rulesValidator(own, shape, constraint)
    const below = schema.isListSchema() || schema.isMapSchema() ? this.#items(schema, constraint, structure) : undefined
    if (check === undefined || below === undefined) return check ?? below
    return (value) => joined(check(value), below(value))
  }

  #rules(schema: NormalizedSchema, shape: string | undefined, structure: string): readonly Rule[] {
    const constraint = (shape === undefined ? undefined : this.#table.shapes[shape]) ?? {}
    const type = schema.isNumericSchema() ? 'number' : schema.isStringSchema() ? 'text' : 'other'
    const rules = rulesOf(constraint, type).filter(
      ({ kind }) => !isUnchecked(this.#api, { structure, kind, shape: shape ?? '' }),
    )
    const { each, key, value } = constraint
    const ofScalars = (kind: 'each' | 'keys' | 'entries', item: NormalizedSchema, name: string | undefined) => {
      if (name === undefined || item.isStructSchema() || item.isListSchema()) return []
      return ofItems(kind, this.#rules(item, name, structure))
    }
    if (schema.isListSchema()) return [...rules, ...ofScalars('each', schema.getValueSchema(), each)]
    if (!schema.isMapSchema()) return rules
    return [
      ...rules,
      ...ofScalars('keys', schema.getKeySchema(), key),
      ...ofScalars('entries', schema.getValueSchema(), value),
    ]
  }

  /** Of items that are structures or lists themselves. */
  #items(schema: NormalizedSchema, { each, value: entry }: ShapeConstraint, structure: string): Validator | undefined {
    const item = schema.getValueSchema()
    if (!item.isStructSchema() && !item.isListSchema()) return undefined
    const validator = this.#value(item, schema.isListSchema() ? each : entry, structure)
    if (validator === undefined) return undefined
    return (value) => {
      let found: Violation[] | undefined
      for (const [place, content] of Object.entries(value as object)) {
        const at = Array.isArray(value) ? Number(place) + 1 : place
        for (const violation of validator(content) ?? []) (found ??= []).push(below(at, violation))
      }
      return found
    }
  }
}

/** EC2's protocol knows no empty list: it is the same as none. */
const membersValidator =
  (required: readonly string[], members: ReadonlyMap<string, Validator>, dialect: Api['dialect']): Validator =>
  (value) => {
    const given = value as Readonly<Record<string, unknown>>
    let found: Violation[] | undefined
    for (const name of required) {
      if (isGiven(given[name], dialect)) continue
      ;(found ??= []).push({ path: [name], value: null, rule: REQUIRED, shape: undefined, constraint: {} })
    }
    for (const name in given) {
      const content = given[name]
      if (content === undefined || content === null) continue
      const violations = members.get(name)?.(content)
      if (violations === undefined) continue
      found ??= []
      for (const violation of violations) found.push(below(name, violation))
    }
    return found
  }

const isGiven = (value: unknown, dialect: Api['dialect']): boolean =>
  value !== undefined && value !== null && (dialect !== 'ec2' || !Array.isArray(value) || value.length > 0)

const rulesValidator =
  (rules: readonly Rule[], shape: string | undefined, constraint: ShapeConstraint): Validator =>
  (value) => {
    let found: Violation[] | undefined
    for (const rule of rules) {
      if (!rule.isKept(value)) (found ??= []).push({ path: [], value, rule, shape, constraint })
    }
    return found
  }

const below = (place: string | number, violation: Violation): Violation => ({
  ...violation,
  path: [place, ...violation.path],
})

const joined = (
  first: readonly Violation[] | undefined,
  second: readonly Violation[] | undefined,
): readonly Violation[] | undefined =>
  first === undefined || second === undefined ? (first ?? second) : [...first, ...second]
