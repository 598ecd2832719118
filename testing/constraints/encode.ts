import type { NormalizedSchema } from '@smithy/core/schema'
import type { WireRequest } from '../../simulator/wire/message.ts'
import type { OperationModel } from '../../simulator/wire/model.ts'
import type { Api } from '../../simulator/wire/services.ts'
import { rawRestRequest } from './encode-rest.ts'

/**
 * A request as a client would send it that checks nothing: values go onto the wire as they are, also those that the model
 * gives another type or does not have.
 */
export function rawRequest(api: Api, model: OperationModel, value: Readonly<Record<string, unknown>>): WireRequest {
  const { name, input } = model
  if (api.carriesJson === true) {
    const headers = { 'x-amz-target': `${api.target}.${name}`, 'content-type': 'application/x-amz-json-1.1' }
    return { method: 'POST', path: '/', headers, body: Buffer.from(JSON.stringify(value, jsonValue)) }
  }
  if (api.dialect === 'rest-xml') return rawRestRequest(api, model, value)
  const form = new URLSearchParams({ Action: name, Version: api.version })
  members(api, input, value).forEach(([key, text]) => form.append(key, text))
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-west-1/${api.iamPrefix}/aws4_request`
  return { method: 'POST', path: '/', headers: { authorization }, body: Buffer.from(form.toString()) }
}

/** `JSON.stringify` has turned dates into texts before it calls this; `this` has them still. */
function jsonValue(this: Readonly<Record<string, unknown>>, key: string, text: unknown): unknown {
  const value = this[key]
  if (value instanceof Date) return value.getTime() / 1000
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : text
}

type Pairs = readonly (readonly [string, string])[]

function members(api: Api, schema: NormalizedSchema, value: object): Pairs {
  const schemas = new Map(schema.isStructSchema() ? schema.structIterator() : [])
  return Object.entries(value).flatMap(([name, content]) => {
    const member = schemas.get(name)
    return member === undefined ? plain(name, content) : encoded(api, member, content, memberKey(api, name, member))
  })
}

function encoded(api: Api, schema: NormalizedSchema, value: unknown, key: string): Pairs {
  if (schema.isStructSchema() && isPlain(value)) return below(key, members(api, schema, value))
  if (schema.isListSchema() && Array.isArray(value)) return list(api, schema, value, key)
  return plain(key, value)
}

function list(api: Api, schema: NormalizedSchema, items: readonly unknown[], key: string): Pairs {
  const item = schema.getValueSchema()
  const flat = api.dialect === 'ec2' || Boolean(schema.getMergedTraits().xmlFlattened)
  const itemKey = flat ? key : `${key}.${item.getMergedTraits().xmlName ?? 'member'}`
  if (items.length === 0) return api.dialect === 'ec2' ? [] : [[key, '']]
  return items.flatMap((content, index) => encoded(api, item, content, `${itemKey}.${index + 1}`))
}

/** Without the model: what is nested gets its own names. */
function plain(key: string, value: unknown): Pairs {
  if (value instanceof Date) return [[key, value.toISOString()]]
  if (value instanceof Uint8Array) return [[key, Buffer.from(value).toString('base64')]]
  if (!isPlain(value)) return [[key, String(value)]]
  return Object.entries(value).flatMap(([name, content]) => plain(`${key}.${name}`, content))
}

const below = (key: string, pairs: Pairs): Pairs => pairs.map(([name, text]) => [`${key}.${name}`, text])

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Uint8Array)

function memberKey(api: Api, name: string, member: NormalizedSchema): string {
  const traits = member.getMergedTraits()
  if (api.dialect === 'query') return traits.xmlName ?? name
  const queryName = traits['ec2QueryName']
  const key = typeof queryName === 'string' ? queryName : (traits.xmlName ?? name)
  return key.charAt(0).toUpperCase() + key.slice(1)
}
