import type { NormalizedSchema } from '@smithy/core/schema'
import { escapeXml } from './xml-text.ts'

/**
 * The members of an output structure as XML elements, by the names of the SDK's own schema: what is undefined is left
 * out, an empty list is an empty element (which the SDK reads as `[]`).
 */
export const encodeMembers = (schema: NormalizedSchema, value: object): string => {
  if (!schema.isStructSchema()) return ''
  const values: Readonly<Record<string, unknown>> = { ...value }
  let xml = ''
  for (const [name, member] of schema.structIterator()) {
    const content = values[name]
    if (content !== undefined && content !== null) xml += encodeNamed(member, content, memberName(name, member))
  }
  return xml
}

// The name on the member counts, not one inherited from the target shape: so do the SDK's readers.
const memberName = (name: string, member: NormalizedSchema): string => member.getMemberTraits().xmlName ?? name

const encodeNamed = (schema: NormalizedSchema, value: unknown, name: string): string => {
  if (schema.isListSchema()) return encodeList(schema, value, name)
  if (schema.isMapSchema()) return element(name, encodeEntries(schema, value))
  if (schema.isStructSchema()) return element(name, encodeMembers(schema, value as object))
  return element(name, escapeXml(scalarText(schema, value)))
}

const encodeList = (schema: NormalizedSchema, value: unknown, name: string): string => {
  if (!Array.isArray(value)) throw new TypeError(`${name} is no list`)
  const member = schema.getValueSchema()
  const items: readonly unknown[] = value
  if (schema.getMergedTraits().xmlFlattened) return items.map((item) => encodeNamed(member, item, name)).join('')
  const itemName = member.getMergedTraits().xmlName ?? 'member'
  return element(name, items.map((item) => encodeNamed(member, item, itemName)).join(''))
}

const encodeEntries = (schema: NormalizedSchema, value: unknown): string => {
  const keyName = schema.getKeySchema().getMergedTraits().xmlName ?? 'key'
  const valueName = schema.getValueSchema().getMergedTraits().xmlName ?? 'value'
  return Object.entries(value as object)
    .map(([key, item]) =>
      element('entry', element(keyName, escapeXml(key)) + encodeNamed(schema.getValueSchema(), item, valueName)),
    )
    .join('')
}

const scalarText = (schema: NormalizedSchema, value: unknown): string => {
  if (schema.isTimestampSchema()) return (value as Date).toISOString()
  if (schema.isBlobSchema()) return Buffer.from(value as Uint8Array).toString('base64')
  return String(value)
}

const element = (name: string, content: string): string =>
  content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`
