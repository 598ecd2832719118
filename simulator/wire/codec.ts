import { cbor, dateToTag } from '@smithy/core/cbor'
import type { ServiceFault } from '../fault.ts'
import { decodeTree, encodeTree, jsonCarrier } from './json.ts'
import type { Carrier } from './json.ts'
import type { WireRequest, WireResponse } from './message.ts'
import type { OperationModel } from './model.ts'
import { decodeForm } from './query-decode.ts'
import type { Recognised } from './recognise.ts'
import { decodeRest, encodeRest, encodeRestFault } from './rest.ts'
import { decodeRestXml, encodeRestXml, restFaultXml, type RestAnswer } from './rest-xml.ts'
import { encodeMembers } from './xml-encode.ts'
import { escapeXml } from './xml-text.ts'

/** The input of a recognised request in the SDK's shape. Throws MalformedValue, UnknownParameter and SyntaxError. */
export const decodeInput = (
  recognised: Recognised,
  model: OperationModel,
  request: WireRequest,
): Record<string, unknown> => {
  switch (recognised.carrier) {
    case 'form':
      return decodeForm(recognised.api, model.input, recognised.form)
    case 'json':
      return plainInput(model, request.body.length === 0 ? {} : JSON.parse(Buffer.from(request.body).toString('utf8')))
    case 'rest-xml':
      return decodeRestXml(recognised, model, request)
    case 'cbor':
      return plainInput(model, request.body.length === 0 ? {} : cbor.deserialize(request.body))
    case 'rest':
      return decodeRest(model, request)
    default:
      return recognised satisfies never
  }
}

const plainInput = (model: OperationModel, value: unknown): Record<string, unknown> =>
  model.input.isStructSchema() ? { ...(decodeTree(model.input, value, '') as object) } : {}

/** The answer to a call that succeeded. */
export const encodeOutput = (
  recognised: Recognised,
  model: OperationModel,
  answer: { readonly output: object; readonly requestId: string },
): WireResponse => {
  const { output, requestId } = answer
  switch (recognised.carrier) {
    case 'form':
      return recognised.api.dialect === 'ec2'
        ? ec2Answer(recognised, model, answer)
        : queryAnswer(recognised, model, answer)
    case 'json':
      return jsonResponse(recognised.version, 200, requestId, encodeTree(model.output, output, jsonCarrier) ?? {})
    case 'rest-xml':
      return restResponse(requestId, encodeRestXml(recognised, model, output))
    case 'cbor':
      return cborResponse(200, requestId, encodeTree(model.output, output, cborCarrier) ?? {})
    case 'rest':
      return encodeRest(model, output, requestId)
    default:
      return recognised satisfies never
  }
}

/** The answer to a call that was refused, in the error form of its protocol. */
export const encodeFault = (recognised: Recognised, fault: ServiceFault, requestId: string): WireResponse => {
  switch (recognised.carrier) {
    case 'form':
      return xmlResponse(fault.status, requestId, faultXml(recognised, fault, requestId))
    case 'json': {
      const response = jsonResponse(recognised.version, fault.status, requestId, faultTree(fault))
      return withQueryError(recognised, response, fault)
    }
    case 'rest-xml':
      return xmlResponse(fault.status, requestId, restFaultXml(recognised, fault, requestId))
    case 'cbor':
      return withQueryError(recognised, cborResponse(fault.status, requestId, faultTree(fault)), fault)
    case 'rest':
      return encodeRestFault(fault, requestId)
    default:
      return recognised satisfies never
  }
}

type Answer = { readonly output: object; readonly requestId: string }

/** Operations without an output have no Result element. */
const queryAnswer = (
  { api, operation }: Recognised,
  model: OperationModel,
  { output, requestId }: Answer,
): WireResponse => {
  const members = encodeMembers(model.output, output)
  const result = model.output.isStructSchema() ? `<${operation}Result>${members}</${operation}Result>` : ''
  return xmlResponse(
    200,
    requestId,
    `<${operation}Response xmlns="${api.namespace}">${result}` +
      `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>`,
  )
}

/** EC2 says `<return>true</return>` where the model has no output. */
const ec2Answer = (
  { api, operation }: Recognised,
  model: OperationModel,
  { output, requestId }: Answer,
): WireResponse => {
  const members = model.output.isStructSchema() ? encodeMembers(model.output, output) : '<return>true</return>'
  return xmlResponse(
    200,
    requestId,
    `<${operation}Response xmlns="${api.namespace}"><requestId>${requestId}</requestId>${members}</${operation}Response>`,
  )
}

const faultXml = ({ api }: Recognised, { code, message, status }: ServiceFault, requestId: string): string => {
  const what = `<Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>`
  if (api.dialect === 'ec2') {
    return `<Response><Errors><Error>${what}</Error></Errors><RequestID>${requestId}</RequestID></Response>`
  }
  const type = status < 500 ? 'Sender' : 'Receiver'
  return (
    `<ErrorResponse xmlns="${api.namespace}"><Error><Type>${type}</Type>${what}</Error>` +
    `<RequestId>${requestId}</RequestId></ErrorResponse>`
  )
}

const faultTree = ({ code, message }: ServiceFault): object => ({ __type: code, message })

// CloudWatch once spoke the query protocol; clients that ask for it learn the old code from this header.
const withQueryError = ({ api }: Recognised, response: WireResponse, { code, status }: ServiceFault): WireResponse =>
  api.sdkId === 'CloudWatch'
    ? {
        ...response,
        headers: { ...response.headers, 'x-amzn-query-error': `${code};${status < 500 ? 'Sender' : 'Receiver'}` },
      }
    : response

const xmlResponse = (status: number, requestId: string, xml: string): WireResponse => ({
  status,
  headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId },
  body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`),
})

const restResponse = (requestId: string, { status, headers, xml }: RestAnswer): WireResponse => {
  const response = xmlResponse(status, requestId, xml)
  return { ...response, headers: { ...response.headers, ...headers } }
}

const jsonResponse = (version: '1.0' | '1.1', status: number, requestId: string, value: unknown): WireResponse => ({
  status,
  headers: { 'content-type': `application/x-amz-json-${version}`, 'x-amzn-requestid': requestId },
  body: Buffer.from(JSON.stringify(value)),
})

const cborResponse = (status: number, requestId: string, value: unknown): WireResponse => ({
  status,
  headers: { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor', 'x-amzn-requestid': requestId },
  body: Buffer.from(cbor.serialize(value)),
})

const cborCarrier: Carrier = { date: (value) => dateToTag(value), bytes: (value) => value }
