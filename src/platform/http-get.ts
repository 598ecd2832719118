import type { Agent } from 'node:http'

/** What came back of a request. */
export interface HttpAnswer {
  readonly status: number
  readonly text: string
}

export interface HttpGetOptions {
  readonly headers?: Readonly<Record<string, string>>
  /** Undefined: straight to the address. */
  readonly agent?: Agent | undefined
  readonly signal: AbortSignal
}

/** Far more than any answer that is read here. */
const MOST_BYTES = 1_000_000

/** The answer to one GET; redirects are not followed. Throws where none comes. */
export async function httpGet(address: URL, { headers = {}, agent, signal }: HttpGetOptions): Promise<HttpAnswer> {
  const { request } = address.protocol === 'http:' ? await import('node:http') : await import('node:https')
  return await new Promise((resolve, reject) => {
    // Without an agent of its own a connection would be kept, and with it the process.
    const sent = request(address, { headers, agent: agent ?? false, signal }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
        if (text.length > MOST_BYTES) response.destroy(new Error('the answer is too long'))
      })
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end()
  })
}
