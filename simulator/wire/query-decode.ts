import type { NormalizedSchema } from '@smithy/core/schema'
import type { Api } from './services.ts'
import { MalformedValue } from './malformed.ts'
import { parseScalar } from './scalar.ts'

/** A form's dotted keys as a tree: `Filters.member.1.Name=x` is four nodes deep. */
export interface FormNode {
  value?: string
  readonly children: Map<string, FormNode>
}

/** Reads `a.b.1=x&...`; the tree's root holds `Action` and `Version` as well. */
export const parseForm = (body: string): FormNode => {
  const root: FormNode = { children: new Map() }
  for (const [key, value] of new URLSearchParams(body)) {
    let node = root
    for (const part of key.split('.')) {
      const child = node.children.get(part) ?? { children: new Map() }
      node.children.set(part, child)
      node = child
    }
    node.value = value
  }
  return root
}

/** What a query request asks, in the SDK's shape. Throws MalformedValue and UnknownParameter. */
export const decodeForm = (api: Api, schema: NormalizedSchema, form: FormNode): Record<string, unknown> => {
  if (schema.isUnitSchema()) return {}
  return new FormDecoder(api.dialect).structure(schema, form, '')
}

/** A parameter that the operation does not have; EC2 refuses these, the other services ignore them. */
export class UnknownParameter extends Error {
  constructor(name: string) {
    super(`The parameter ${name} is not recognized`)
    this.name = 'UnknownParameter'
  }
}

const envelope = new Set(['Action', 'Version'])

class FormDecoder {
  readonly #dialect: Api['dialect']

  constructor(dialect: Api['dialect']) {
    this.#dialect = dialect
  }

  structure(schema: NormalizedSchema, node: FormNode, path: string): Record<string, unknown> {
    const value: Record<string, unknown> = {}
    const expected = new Set<string>()
    for (const [name, member] of schema.structIterator()) {
      const key = this.#memberKey(name, member)
      expected.add(key)
      const child = node.children.get(key)
      if (child !== undefined) value[name] = this.#value(member, child, path === '' ? key : `${path}.${key}`)
    }
    if (this.#dialect === 'ec2') refuseStrangers(node, expected, path)
    return value
  }

  #value(schema: NormalizedSchema, node: FormNode, path: string): unknown {
    const { value: text = '' } = node
    if (schema.isListSchema() || schema.isMapSchema()) {
      if (text !== '') throw this.#misplaced('list', text, path)
      return schema.isListSchema() ? this.#list(schema, node, path) : this.#map(schema, node, path)
    }
    if (schema.isStructSchema()) {
      if (text !== '') throw this.#misplaced('structure', text, path)
      return this.structure(schema, node, path)
    }
    const [child] = node.children.keys()
    if (child !== undefined) throw this.#misplaced('nested', child, `${path}.${child}`)
    return parseScalar(schema, text, { path, dialect: this.#dialect })
  }

  /** A text where the model has members or items, or the reverse. */
  #misplaced(kind: 'list' | 'structure' | 'nested', text: string, path: string): Error {
    return this.#dialect === 'ec2' ? new UnknownParameter(path) : new MalformedValue({ kind, text, path })
  }

  /** `Names.member.1`, flat `Name.1`; `Names=` with nothing below is the empty list that the JavaScript SDK sends. */
  #list(schema: NormalizedSchema, node: FormNode, path: string): unknown[] {
    const member = schema.getValueSchema()
    const itemKey = member.getMergedTraits().xmlName ?? 'member'
    const flat = this.#dialect === 'ec2' || Boolean(schema.getMergedTraits().xmlFlattened)
    const items = flat ? node : (node.children.get(itemKey) ?? node.children.get('member'))
    if (items === undefined) return []
    return numbered(items).map(([number, item]) => this.#value(member, item, `${path}.${number}`))
  }

  #map(schema: NormalizedSchema, node: FormNode, path: string): Record<string, unknown> {
    const entries = schema.getMergedTraits().xmlFlattened ? node : node.children.get('entry')
    const keyName = schema.getKeySchema().getMergedTraits().xmlName ?? 'key'
    const valueName = schema.getValueSchema().getMergedTraits().xmlName ?? 'value'
    const map: Record<string, unknown> = {}
    for (const [number, entry] of entries === undefined ? [] : numbered(entries)) {
      const key = entry.children.get(keyName)?.value
      const value = entry.children.get(valueName)
      if (key !== undefined && value !== undefined)
        map[key] = this.#value(schema.getValueSchema(), value, `${path}.${number}.${valueName}`)
    }
    return map
  }

  #memberKey(name: string, member: NormalizedSchema): string {
    const traits = member.getMergedTraits()
    if (this.#dialect === 'query') return traits.xmlName ?? name
    // Typed as an index signature in the SDK, always a string in its schemas.
    const queryName = traits['ec2QueryName']
    if (typeof queryName === 'string') return queryName
    return capitalised(traits.xmlName ?? name)
  }
}

const numbered = (node: FormNode): readonly [number, FormNode][] =>
  [...node.children]
    .map(([key, child]): [number, FormNode] => [Number(key), child])
    .filter(([number]) => Number.isInteger(number))
    .sort(([first], [second]) => first - second)

const refuseStrangers = (node: FormNode, expected: ReadonlySet<string>, path: string): void => {
  for (const key of node.children.keys()) {
    if (expected.has(key) || (path === '' && envelope.has(key))) continue
    throw new UnknownParameter(path === '' ? key : `${path}.${key}`)
  }
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
