import { formatOf, GarbledAnswer, garblingOf } from './garbled-answer.ts'

/** What the SDK gives of one answer before it is read, and of its request. */
export interface RawExchange {
  readonly request?: { readonly headers?: Readonly<Record<string, string>> } | undefined
  readonly response?: RawResponse | undefined
}

interface RawResponse {
  readonly statusCode?: number
  readonly headers?: Readonly<Record<string, string>>
  body?: unknown
}

/**
 * Reads the whole answer, and leaves it to the SDK where AWS has written it. Throws GarbledAnswer for anything else: the
 * SDK would take a page of a proxy for a refusal, and HTML with status 200 for an answer without content.
 */
export async function requireAnswer({ request, response }: RawExchange): Promise<void> {
  const format = formatOf(headerOf(request?.headers, 'content-type'))
  if (format === undefined || response === undefined) return
  const bytes = await collected(response.body)
  response.body = bytes
  const { statusCode: status = 0, headers } = response
  const garbling = garblingOf({
    status,
    text: new TextDecoder().decode(bytes),
    format,
    hasErrorHeader: headerOf(headers, 'x-amzn-errortype') !== undefined,
  })
  if (garbling !== undefined) throw new GarbledAnswer(garbling, status)
}

const headerOf = (headers: Readonly<Record<string, string>> = {}, name: string): string | undefined =>
  headers[name] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]

async function collected(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body
  if (typeof body === 'string') return Buffer.from(body)
  const chunks: Uint8Array[] = []
  if (isStream(body))
    for await (const chunk of body) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}

const isStream = (body: unknown): body is AsyncIterable<Uint8Array | string> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body
