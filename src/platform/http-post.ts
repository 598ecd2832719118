import type { Agent } from 'node:http'

export interface HttpPostOptions {
  /** JSON. */
  readonly body: string
  /** Undefined: straight to the address. */
  readonly agent?: Agent | undefined
  readonly signal: AbortSignal
}

/** The status of one POST; redirects are not followed, and what comes back is not read. Throws where no answer comes. */
export async function httpPost(address: URL, { body, agent, signal }: HttpPostOptions): Promise<number> {
  const { request } = address.protocol === 'http:' ? await import('node:http') : await import('node:https')
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
  }
  return await new Promise((resolve, reject) => {
    // Without an agent of its own a connection would be kept, and with it the process.
    const sent = request(address, { method: 'POST', headers, agent: agent ?? false, signal }, (response) => {
      response.on('error', reject)
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.resume()
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
