/** S3's protocol: the bucket in the host or first in the path, texts in headers, the content in the body. */
import { UnknownParameter } from './query-decode.ts'
import type { OperationModel } from './model.ts'
import type { WireRequest, WireResponse } from './message.ts'
import type { ServiceFault } from '../fault.ts'
import { escapeXml } from './xml-text.ts'

/** Which object of which bucket a request is about; both are empty where it names none. */
export interface ObjectPlace {
  readonly bucket: string
  readonly key: string
}

/** `my-bucket.s3.eu-west-1.amazonaws.com` has the bucket in its name, any other host in its path. */
export function placeOf({ path, headers }: WireRequest): ObjectPlace {
  const [plain = ''] = path.split('?')
  const [, inHost] = /^(.+)\.s3[.-][^/]*amazonaws\.com(\.cn)?$/.exec(headers['host'] ?? '') ?? []
  const [first = '', ...rest] = plain.replace(/^\//, '').split('/')
  const [bucket, parts] = inHost === undefined ? [first, rest] : [inHost, [first, ...rest]]
  return { bucket, key: parts.map(decodeURIComponent).join('/') }
}

/** Headers of the transport, the signature and the SDK, which no operation reads. */
const PLAIN =
  /^(host|date|connection|accept|accept-encoding|user-agent|authorization|content-length|content-type|expect|transfer-encoding|amz-sdk-.+|x-amz-(date|content-sha256|security-token|user-agent))$/

/** The input of a request in the SDK's shape. Throws UnknownParameter for a header that would only be ignored. */
export function decodeRest({ input }: OperationModel, request: WireRequest): Record<string, unknown> {
  const { bucket, key } = placeOf(request)
  const found: Record<string, unknown> = { Bucket: bucket, Key: key }
  const read = new Set<string>()
  for (const [name, member] of input.structIterator()) {
    const { httpHeader, httpPayload } = member.getMergedTraits()
    if (httpPayload) found[name] = request.body
    const text = typeof httpHeader === 'string' ? request.headers[httpHeader] : undefined
    if (typeof httpHeader === 'string') read.add(httpHeader)
    if (text !== undefined) found[name] = text
  }
  const ignored = Object.keys(request.headers).find((header) => !read.has(header) && !PLAIN.test(header))
  if (ignored !== undefined) throw new UnknownParameter(ignored)
  return found
}

/** An answer whose members are headers. */
export function encodeRest({ output }: OperationModel, answer: object, requestId: string): WireResponse {
  const values = answer as Readonly<Record<string, unknown>>
  const headers = [...output.structIterator()].flatMap(([name, member]) => {
    const { httpHeader } = member.getMergedTraits()
    const value = values[name]
    return typeof httpHeader === 'string' && typeof value === 'string' ? [[httpHeader, value] as const] : []
  })
  return {
    status: 200,
    headers: { ...Object.fromEntries(headers), 'x-amz-request-id': requestId, 'content-length': '0' },
    body: Buffer.alloc(0),
  }
}

export function encodeRestFault({ code, message, status }: ServiceFault, requestId: string): WireResponse {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message><RequestId>${requestId}</RequestId></Error>`
  return {
    status,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
    body: Buffer.from(xml),
  }
}
