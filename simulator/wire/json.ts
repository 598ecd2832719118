import type { NormalizedSchema } from '@smithy/core/schema'
import { MalformedValue } from './malformed.ts'
import type { Malformed } from './malformed.ts'
import { parseTimestamp } from './scalar.ts'

/** How a carrier without types of its own (JSON) or with them (CBOR) holds dates and bytes. */
export interface Carrier {
  readonly date: (value: Date) => unknown
  readonly bytes: (value: Uint8Array) => unknown
}

/** JSON: dates as seconds since the epoch, bytes as base64. */
export const jsonCarrier: Carrier = {
  date: (value) => value.getTime() / 1000,
  bytes: (value) => Buffer.from(value).toString('base64'),
}

/** A parsed JSON or CBOR value in the SDK's shape; members that the model does not know are ignored, as AWS does. */
export const decodeTree = (schema: NormalizedSchema, value: unknown, path: string): unknown => {
  if (value === null || value === undefined) return undefined
  if (schema.isStructSchema()) return decodeStructure(schema, value, path)
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw notA('list', value, path)
    return value.map((item, index) => decodeTree(schema.getValueSchema(), item, `${path}.${index + 1}`))
  }
  if (schema.isMapSchema()) {
    const entries = Object.entries(asObject(value, path))
    return Object.fromEntries(
      entries.map(([key, item]) => [key, decodeTree(schema.getValueSchema(), item, `${path}.${key}`)]),
    )
  }
  return decodeScalar(schema, value, path)
}

const decodeStructure = (schema: NormalizedSchema, value: unknown, path: string): Record<string, unknown> => {
  const given = asObject(value, path)
  const result: Record<string, unknown> = {}
  for (const [name, member] of schema.structIterator()) {
    const content = decodeTree(member, given[name], path === '' ? name : `${path}.${name}`)
    if (content !== undefined) result[name] = content
  }
  return result
}

const decodeScalar = (schema: NormalizedSchema, value: unknown, path: string): unknown => {
  if (schema.isTimestampSchema()) return value instanceof Date ? value : parseTimestamp(String(tagged(value)), path)
  if (schema.isBlobSchema())
    return value instanceof Uint8Array ? value : new Uint8Array(Buffer.from(String(value), 'base64'))
  const expected = schema.isBooleanSchema() ? 'boolean' : schema.isNumericSchema() ? 'number' : 'string'
  if (typeof value !== expected) throw notA(expected === 'string' ? 'text' : expected, value, path)
  return value
}

const notA = (kind: Malformed['kind'], value: unknown, path: string): MalformedValue =>
  new MalformedValue({ kind, text: JSON.stringify(value), path })

// CBOR marks a date with tag 1 around the seconds.
const tagged = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'value' in value ? value.value : value

const asObject = (value: unknown, path: string): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notA('structure', value, path)
  return { ...value }
}

/** An output in the SDK's shape as plain values for JSON or CBOR. */
export const encodeTree = (schema: NormalizedSchema, value: unknown, carrier: Carrier): unknown => {
  if (value === null || value === undefined) return undefined
  if (schema.isStructSchema()) {
    const given: Readonly<Record<string, unknown>> = { ...(value as object) }
    const result: Record<string, unknown> = {}
    for (const [name, member] of schema.structIterator()) {
      const content = encodeTree(member, given[name], carrier)
      if (content !== undefined) result[name] = content
    }
    return result
  }
  if (schema.isListSchema())
    return (value as unknown[]).map((item) => encodeTree(schema.getValueSchema(), item, carrier))
  if (schema.isMapSchema())
    return Object.fromEntries(
      Object.entries(value as object).map(([key, item]) => [key, encodeTree(schema.getValueSchema(), item, carrier)]),
    )
  if (schema.isTimestampSchema()) return carrier.date(value as Date)
  if (schema.isBlobSchema()) return carrier.bytes(value as Uint8Array)
  return value
}
