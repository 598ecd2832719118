import type { NormalizedSchema } from '@smithy/core/schema'
import type { ConstraintTable, ShapeConstraint } from '../../simulator/wire/constraint-table.ts'
import { leniencies } from '../../simulator/wire/leniency.ts'
import type { Leniency } from '../../simulator/wire/leniency.ts'
import { requiredMembers } from '../../simulator/wire/model.ts'
import type { OperationModel } from '../../simulator/wire/model.ts'
import type { RuleKind } from '../../simulator/wire/rule.ts'
import type { Api } from '../../simulator/wire/services.ts'
import { ValidValues, textAgainst, textOfLength } from './values.ts'

/** How a request breaks AWS's model: one rule of it, a value of another type, a parameter that does not exist. */
export type BreachKind = RuleKind | 'type' | 'unknown'

/** An input that breaks the model at one place, and is valid everywhere else. */
export interface Breach {
  readonly kind: BreachKind
  /** As AWS writes the place in a `ValidationError`: `tags.1.member.key`. */
  readonly path: string
  readonly input: Readonly<Record<string, unknown>>
  /** AWS's words for the rule, as far as they are the same for every value. */
  readonly words: string
  /** Set where the wire layer leaves the rule to the service, or AWS checks nothing. */
  readonly leniency?: Leniency | undefined
}

/** All breaches of an operation's input. */
export function breachesOf(api: Api, table: ConstraintTable, { input }: OperationModel): readonly Breach[] {
  if (!input.isStructSchema()) return []
  const maker = new BreachMaker(api, table)
  maker.structure(input, { path: [], put: (value) => value as Record<string, unknown>, within: [] })
  return maker.breaches
}

/** A place in the input: `put` gives the whole input with a value there. */
interface Place {
  readonly path: readonly string[]
  readonly put: (value: unknown) => Record<string, unknown>
  readonly within: readonly string[]
}

/** A value's constraint, and where in the model it stands. */
interface Subject {
  readonly shape: string | undefined
  readonly constraint: ShapeConstraint
}

class BreachMaker {
  readonly breaches: Breach[] = []
  readonly #api: Api
  readonly #values: ValidValues

  constructor(api: Api, table: ConstraintTable) {
    this.#api = api
    this.#values = new ValidValues(table)
  }

  structure(schema: NormalizedSchema, { path, put, within }: Place): void {
    const name = schema.getName() ?? ''
    if (within.includes(name)) return
    const inside = [...within, name]
    const valid = this.#values.structure(schema)
    const schemas = new Map(schema.structIterator())
    for (const member of requiredMembers(schema)) {
      // Without its labels there is no path.
      if (schemas.get(member)?.getMergedTraits().httpLabel !== undefined) continue
      const left = Object.fromEntries(Object.entries(valid).filter(([key]) => key !== member))
      const filled = path.length === 0 ? left : this.#values.sendable(schema, left)
      if (filled === undefined) continue
      const input = put(filled)
      const place = { path: [...path, member], put: () => input, within: inside }
      this.#add('required', place, { value: undefined, words: 'Member must not be null', name: member })
    }
    if (this.#api.dialect === 'ec2') {
      const place = { path, put: () => put({ ...valid, NoSuchParameter: 'x' }), within: inside }
      this.#add('unknown', place, { value: undefined, words: 'NoSuchParameter' })
    }
    for (const [member, memberSchema] of schema.structIterator()) {
      const shape = this.#values.shapeOf(schema, member)
      this.#value(
        memberSchema,
        { shape, constraint: this.#values.constraint(shape) },
        {
          path: [...path, member],
          put: (value) => put({ ...valid, [member]: value }),
          within: inside,
        },
      )
    }
  }

  #value(schema: NormalizedSchema, subject: Subject, place: Place): void {
    const { constraint } = subject
    this.#types(schema, place)
    if (schema.isStructSchema()) return this.structure(schema, place)
    if (schema.isListSchema()) return this.#list(schema, subject, place)
    if (schema.isMapSchema()) return this.#map(schema, subject, place)
    for (const { kind, value, words } of brokenScalars(schema, constraint)) {
      // An empty label makes another path.
      if (value === '' && schema.getMergedTraits().httpLabel !== undefined) continue
      this.#add(kind, place, { value, words, name: subject.shape })
    }
  }

  #list(schema: NormalizedSchema, { shape, constraint }: Subject, place: Place): void {
    const { min = 0, max, each } = constraint
    const item = schema.getValueSchema()
    const valid = this.#values.of(item, each)
    const items = (length: number) => Array.from({ length }, () => valid)
    if (max !== undefined) {
      this.#add('longest', place, { value: items(max + 1), words: `length less than or equal to ${max}`, name: shape })
    }
    // Without any item there is no list in EC2's protocol.
    if (min > (this.#api.dialect === 'ec2' ? 1 : 0)) {
      this.#add('shortest', place, {
        value: items(min - 1),
        words: `length greater than or equal to ${min}`,
        name: shape,
      })
    }
    const rest = items(Math.max(0, min - 1))
    if (item.isStructSchema() || item.isListSchema() || item.isMapSchema()) {
      return this.#value(
        item,
        { shape: each, constraint: this.#values.constraint(each) },
        {
          path: [...place.path, '1.member'],
          put: (value) => place.put([value, ...rest]),
          within: place.within,
        },
      )
    }
    for (const { kind, value, words } of brokenScalars(item, this.#values.constraint(each))) {
      this.#add(kind === 'type' || kind === 'whole' ? 'type' : 'each', place, {
        value: [value, ...rest],
        words,
        name: each,
        rule: kind,
      })
    }
  }

  #map(schema: NormalizedSchema, { shape, constraint }: Subject, place: Place): void {
    const { min = 0, max, key, value: entry } = constraint
    const validKey = String(this.#values.of(schema.getKeySchema(), key))
    const validEntry = this.#values.of(schema.getValueSchema(), entry)
    const entries = (length: number) =>
      Object.fromEntries(Array.from({ length }, (_none, number) => [`${validKey}${number}`, validEntry]))
    if (max !== undefined) {
      this.#add('longest', place, {
        value: entries(max + 1),
        words: `length less than or equal to ${max}`,
        name: shape,
      })
    }
    if (min > 0) {
      this.#add('shortest', place, {
        value: entries(min - 1),
        words: `length greater than or equal to ${min}`,
        name: shape,
      })
    }
    for (const { value, words } of brokenScalars(schema.getKeySchema(), this.#values.constraint(key))) {
      this.#add('keys', place, { value: { [String(value)]: validEntry }, words, name: key })
    }
    if (schema.getValueSchema().isListSchema() || schema.getValueSchema().isStructSchema()) return
    for (const { kind, value, words } of brokenScalars(schema.getValueSchema(), this.#values.constraint(entry))) {
      this.#add(kind === 'type' ? 'type' : 'entries', place, { value: { [validKey]: value }, words, name: entry })
    }
  }

  /** A text where there should be members or items, and the reverse. */
  #types(schema: NormalizedSchema, place: Place): void {
    const nested = schema.isStructSchema() || schema.isListSchema() || schema.isMapSchema()
    const { httpLabel, httpQuery } = schema.getMergedTraits()
    // A path and a query have texts only.
    if (schema.isDocumentSchema() || httpLabel !== undefined || httpQuery !== undefined) return
    this.#add('type', place, { value: nested ? 'x' : { Inner: 'x' }, words: '' })
  }

  #add(
    kind: BreachKind,
    { path, put, within }: Place,
    {
      value,
      words,
      name,
      rule,
    }: {
      readonly value: unknown
      readonly words: string
      readonly name?: string | undefined
      readonly rule?: BreachKind
    },
  ): void {
    const checked = rule ?? kind
    const leniency = leniencies.find(
      (each) =>
        each.sdkId === this.#api.sdkId &&
        each.kinds.some((one) => one === checked) &&
        each.structure.test(within.at(-1) ?? '') &&
        each.names.test(name ?? ''),
    )
    this.breaches.push({ kind, path: path.map(lowerFirst).join('.'), input: put(value), words, leniency })
  }
}

interface BrokenScalar {
  readonly kind: BreachKind
  readonly value: unknown
  readonly words: string
}

/** Values of a scalar that break one of its rules each. */
function brokenScalars(schema: NormalizedSchema, constraint: ShapeConstraint): readonly BrokenScalar[] {
  const { min, max, pattern, values, whole } = constraint
  const broken: BrokenScalar[] = []
  if (schema.isNumericSchema()) {
    broken.push({ kind: 'type', value: 'many', words: '' })
    if (whole !== undefined)
      broken.push({ kind: 'whole', value: 1.5, words: '' }, { kind: 'whole', value: 2 ** (whole - 1), words: '' })
    if (min !== undefined)
      broken.push({ kind: 'smallest', value: min - 1, words: `value greater than or equal to ${min}` })
    if (max !== undefined) broken.push({ kind: 'largest', value: max + 1, words: `value less than or equal to ${max}` })
    return broken
  }
  if (schema.isBooleanSchema()) return [{ kind: 'type', value: 'perhaps', words: '' }]
  if (schema.isTimestampSchema()) return [{ kind: 'type', value: 'yesterday', words: '' }]
  if (!schema.isStringSchema()) return []
  if (max !== undefined)
    broken.push({
      kind: 'longest',
      value: textOfLength(constraint, max + 1),
      words: `length less than or equal to ${max}`,
    })
  if (min !== undefined && min > 0) {
    broken.push({
      kind: 'shortest',
      value: textOfLength(constraint, min - 1),
      words: `length greater than or equal to ${min}`,
    })
  }
  const against = pattern === undefined ? undefined : textAgainst(pattern, constraint)
  if (against !== undefined)
    broken.push({ kind: 'pattern', value: against, words: `regular expression pattern: ${pattern}` })
  if (values !== undefined) broken.push({ kind: 'values', value: 'no-such-value', words: 'enum value set: [' })
  return broken
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
