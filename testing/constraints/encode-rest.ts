import type { NormalizedSchema } from '@smithy/core/schema'
import type { WireRequest } from '../../simulator/wire/message.ts'
import type { OperationModel } from '../../simulator/wire/model.ts'
import { route53Routes } from '../../simulator/wire/rest-routes.ts'
import type { Api } from '../../simulator/wire/services.ts'
import { escapeXml } from '../../simulator/wire/xml-text.ts'

/** A request to a REST API with XML, of a client that checks nothing. */
export function rawRestRequest(
  api: Api,
  { name, input }: OperationModel,
  value: Readonly<Record<string, unknown>>,
): WireRequest {
  const route = route53Routes.find(({ operation }) => operation === name)
  if (route === undefined) throw new Error(`${name} has no route`)
  const query = new URLSearchParams()
  let path = route.path
  let body = ''
  const members = new Map(input.structIterator())
  for (const [key, content] of Object.entries(value)) {
    const { httpLabel, httpQuery } = members.get(key)?.getMergedTraits() ?? {}
    if (httpLabel !== undefined) path = path.replace(`{${key}}`, encodeURIComponent(String(content)))
    else if (typeof httpQuery === 'string') query.append(httpQuery, String(content))
    else body += element(members.get(key), content, key)
  }
  const search = query.size === 0 ? '' : `?${query.toString()}`
  const document = `<${name}Request xmlns="${api.namespace}">${body}</${name}Request>`
  return {
    method: route.method,
    path: `${path}${search}`,
    headers: { 'content-type': 'application/xml' },
    body: Buffer.from(route.method === 'POST' ? document : ''),
  }
}

function element(schema: NormalizedSchema | undefined, value: unknown, key: string): string {
  const name = schema?.getMemberTraits().xmlName ?? key
  return `<${name}>${inside(schema, value)}</${name}>`
}

function inside(schema: NormalizedSchema | undefined, value: unknown): string {
  if (Array.isArray(value)) {
    const item = schema?.isListSchema() === true ? schema.getValueSchema() : undefined
    const name = item?.getMergedTraits().xmlName ?? 'member'
    return value.map((each) => `<${name}>${inside(item, each)}</${name}>`).join('')
  }
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object' || value === null) return escapeXml(String(value))
  const members = new Map(schema?.isStructSchema() === true ? schema.structIterator() : [])
  return Object.entries(value)
    .map(([key, content]) => element(members.get(key), content, key))
    .join('')
}
