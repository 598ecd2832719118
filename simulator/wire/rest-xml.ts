import type { NormalizedSchema } from '@smithy/core/schema'
import type { ServiceFault } from '../fault.ts'
import { MalformedValue } from './malformed.ts'
import type { WireRequest } from './message.ts'
import type { OperationModel } from './model.ts'
import type { RestRoute } from './rest-routes.ts'
import { parseScalar } from './scalar.ts'
import type { Api } from './services.ts'
import { encodeMembers } from './xml-encode.ts'
import { readXml, type XmlElement } from './xml-read.ts'
import { escapeXml } from './xml-text.ts'

/** A request to a REST API with bodies in XML. */
export interface RestRequest {
  readonly carrier: 'rest-xml'
  readonly api: Api
  readonly operation: string
  readonly route: RestRoute
  readonly labels: Readonly<Record<string, string>>
}

/** The input of the request: labels of its path, its query, its body. Throws MalformedValue and SyntaxError. */
export function decodeRestXml(
  { labels }: RestRequest,
  { input }: OperationModel,
  request: WireRequest,
): Record<string, unknown> {
  const query = new URLSearchParams(request.path.split('?')[1] ?? '')
  const body = request.body.length === 0 ? undefined : readXml(Buffer.from(request.body).toString('utf8'))
  const value: Record<string, unknown> = {}
  for (const [name, member] of input.structIterator()) {
    const { httpLabel, httpQuery } = member.getMergedTraits()
    const text = httpLabel === undefined ? query.get(typeof httpQuery === 'string' ? httpQuery : '') : labels[name]
    if (httpLabel !== undefined || httpQuery !== undefined) {
      if (text !== null && text !== undefined)
        value[name] = parseScalar(member, text, { path: name, dialect: 'rest-xml' })
      continue
    }
    const element = body?.children.find((child) => child.name === memberName(name, member))
    if (element !== undefined) value[name] = valueOf(member, element, name)
  }
  return value
}

function valueOf(schema: NormalizedSchema, element: XmlElement, path: string): unknown {
  if (schema.isListSchema()) {
    const item = schema.getValueSchema()
    const name = item.getMergedTraits().xmlName ?? 'member'
    if (element.children.length === 0 && element.text.trim() !== '') {
      throw new MalformedValue({ kind: 'list', text: element.text, path })
    }
    const items = element.children.filter((child) => child.name === name)
    return items.map((child, index) => valueOf(item, child, `${path}.${index + 1}`))
  }
  if (schema.isStructSchema()) {
    if (element.children.length === 0 && element.text.trim() !== '') {
      throw new MalformedValue({ kind: 'structure', text: element.text, path })
    }
    const value: Record<string, unknown> = {}
    for (const [name, member] of schema.structIterator()) {
      const child = element.children.find((each) => each.name === memberName(name, member))
      if (child !== undefined) value[name] = valueOf(member, child, `${path}.${name}`)
    }
    return value
  }
  if (element.children.length > 0) {
    throw new MalformedValue({ kind: 'nested', text: element.children[0]?.name ?? '', path })
  }
  return parseScalar(schema, element.text, { path, dialect: 'rest-xml' })
}

const memberName = (name: string, member: NormalizedSchema): string => member.getMemberTraits().xmlName ?? name

/** What stands in an answer: its status, headers of its own, and the document. */
export interface RestAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly xml: string
}

/** The answer to a call that succeeded: the root is named after the shape of the output. */
export function encodeRestXml({ api, route }: RestRequest, { output }: OperationModel, answer: object): RestAnswer {
  const values: Record<string, unknown> = { ...answer }
  const headers: Record<string, string> = {}
  for (const [name, member] of output.isStructSchema() ? output.structIterator() : []) {
    const { httpHeader } = member.getMergedTraits()
    if (typeof httpHeader !== 'string') continue
    const text = values[name]
    if (typeof text === 'string') headers[httpHeader.toLowerCase()] = text
    delete values[name]
  }
  const root = output.getName() ?? `${route.operation}Response`
  return {
    status: route.status,
    headers,
    xml: `<${root} xmlns="${api.namespace}">${encodeMembers(output, values)}</${root}>`,
  }
}

/** The error form of REST APIs with XML: https://docs.aws.amazon.com/Route53/latest/APIReference/requests-rest-responses.html */
export function restFaultXml({ api }: RestRequest, { code, message, status }: ServiceFault, requestId: string): string {
  const type = status < 500 ? 'Sender' : 'Receiver'
  return (
    `<ErrorResponse xmlns="${api.namespace}"><Error><Type>${type}</Type><Code>${escapeXml(code)}</Code>` +
    `<Message>${escapeXml(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`
  )
}
