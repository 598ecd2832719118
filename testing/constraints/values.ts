import type { NormalizedSchema } from '@smithy/core/schema'
import type { ConstraintTable, ShapeConstraint } from '../../simulator/wire/constraint-table.ts'
import { requiredMembers } from '../../simulator/wire/model.ts'

/** Texts of every kind that AWS's patterns ask for; the first that fits is taken. */
const SAMPLES: readonly string[] = [
  'web-1',
  'a',
  'i-0123456789abcdef0',
  'ami-0123456789abcdef0',
  'arn:aws:iam::123456789012:role/fleet',
  '123456789012',
  '200',
  'HTTPS',
  'ipam-pool-1',
  'ipv4pool-coip-1',
  '10%',
]

/** What hardly any of AWS's patterns allows. */
const STRANGE: readonly string[] = ['\u0001', '!', ' ', '\u00e9', ':']

const TIME = new Date('2030-01-01T00:00:00Z')

/** Makes values that keep all constraints of an API, as few members as there can be. */
export class ValidValues {
  readonly #table: ConstraintTable

  constructor(table: ConstraintTable) {
    this.#table = table
  }

  constraint(shape: string | undefined): ShapeConstraint {
    return (shape === undefined ? undefined : this.#table.shapes[shape]) ?? {}
  }

  shapeOf(structure: NormalizedSchema, member: string): string | undefined {
    return this.#table.structures[structure.getName() ?? '']?.[member]
  }

  of(schema: NormalizedSchema, shape: string | undefined): unknown {
    const constraint = this.constraint(shape)
    if (schema.isStructSchema()) return this.sendable(schema, this.structure(schema)) ?? {}
    if (schema.isListSchema()) {
      const item = this.of(schema.getValueSchema(), constraint.each)
      return Array.from({ length: Math.max(1, constraint.min ?? 1) }, () => item)
    }
    if (schema.isMapSchema()) {
      const key = String(this.of(schema.getKeySchema(), constraint.key))
      return { [key]: this.of(schema.getValueSchema(), constraint.value) }
    }
    if (schema.isBooleanSchema()) return true
    if (schema.isNumericSchema()) return constraint.min ?? Math.min(1, constraint.max ?? 1)
    if (schema.isTimestampSchema()) return TIME
    if (schema.isBlobSchema()) return new Uint8Array(Math.max(1, constraint.min ?? 1))
    return constraint.values?.[0] ?? textOfLength(constraint, undefined)
  }

  /** With an optional member where there is none: a form has no empty structure. Undefined where the structure has none. */
  sendable(schema: NormalizedSchema, given: Record<string, unknown>): Record<string, unknown> | undefined {
    if (Object.keys(given).length > 0) return given
    const required = requiredMembers(schema)
    for (const [name, member] of schema.structIterator()) {
      if (required.includes(name) || member.isStructSchema()) continue
      return { [name]: this.of(member, this.shapeOf(schema, name)) }
    }
    return undefined
  }

  /** The members that it must have. */
  structure(schema: NormalizedSchema): Record<string, unknown> {
    const required = new Set(requiredMembers(schema))
    const given: Record<string, unknown> = {}
    for (const [name, member] of schema.structIterator()) {
      if (required.has(name)) given[name] = this.of(member, this.shapeOf(schema, name))
    }
    return given
  }
}

/** A text that matches the pattern where one of this length does; without a length one that keeps its bounds. */
export function textOfLength(
  { pattern, min = 0, max = Infinity }: ShapeConstraint,
  length: number | undefined,
): string {
  const fits = (text: string): boolean =>
    (length === undefined ? text.length >= min && text.length <= max : text.length === length) &&
    (pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(text))
  const wanted = length ?? Math.max(min, 1)
  const padded = SAMPLES.flatMap((sample) => [sample, sample.padEnd(wanted, 'a'), sample.padEnd(wanted, '1')])
  return [...padded, 'a'.repeat(wanted)].find(fits) ?? 'a'.repeat(wanted)
}

/** A text of an allowed length that the pattern does not match; undefined where all match. */
export function textAgainst(pattern: string, { min = 0, max = Infinity }: ShapeConstraint): string | undefined {
  const expression = new RegExp(`^(?:${pattern})$`, 'u')
  return STRANGE.map((text) => text.repeat(Math.max(1, min))).find(
    (text) => text.length <= max && !expression.test(text),
  )
}
