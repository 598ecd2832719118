import { encodeOutput } from './codec.ts'
import type { WireRequest, WireResponse } from './message.ts'
import { operationModel } from './model.ts'
import { recognise } from './recognise.ts'

/**
 * What a caller gets in the place of AWS's answer: a page of a proxy or a gateway, nothing, the first part of the answer, or
 * an answer of something that speaks another format.
 */
export type Garbling = 'html' | 'empty' | 'truncated' | 'proxy 403' | 'gateway 502' | 'other format'

/** All of them. */
export const GARBLINGS: readonly Garbling[] = ['html', 'empty', 'truncated', 'proxy 403', 'gateway 502', 'other format']

/** The answer was garbled on its way; `output` is what AWS has answered where it has carried the call out. */
export class Garbled extends Error {
  readonly as: Garbling
  readonly output: object

  constructor(as: Garbling, output: object = {}) {
    super(`The answer was garbled: ${as}.`)
    this.name = 'Garbled'
    this.as = as
    this.output = output
  }
}

const PAGE = (title: string): string =>
  `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`

/** The garbled answer to a request, on the wire. */
export async function garbledAnswer(request: WireRequest, { as, output }: Garbled): Promise<WireResponse> {
  switch (as) {
    case 'html':
      return page(200, PAGE('Sign in to the network'))
    case 'proxy 403':
      return page(403, PAGE('Access to this site is blocked'))
    case 'gateway 502':
      return page(502, PAGE('502 Bad Gateway'))
    case 'empty':
      return { status: 200, headers: {}, body: Buffer.alloc(0) }
    case 'other format':
      return isJson(request)
        ? { status: 200, headers: { 'content-type': 'text/xml' }, body: Buffer.from('<Status>ok</Status>') }
        : { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{"status":"ok"}') }
    case 'truncated': {
      const answer = await wholeAnswer(request, output)
      return { ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length * 0.7)) }
    }
    default:
      return as satisfies never
  }
}

const page = (status: number, html: string): WireResponse => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(html),
})

const isJson = ({ headers }: WireRequest): boolean => headers['x-amz-target'] !== undefined

async function wholeAnswer(request: WireRequest, output: object): Promise<WireResponse> {
  const recognised = recognise(request)
  const model = recognised && (await operationModel(recognised.api, recognised.operation))
  if (recognised === undefined || model === undefined) return page(200, PAGE('unknown'))
  return encodeOutput(recognised, model, { output, requestId: '00000000-0000-0000-0000-000000000000' })
}
