import { createServer, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { listenOnLoopback, type Listening } from '../simulator/loopback.ts'

/** Read-only operations that moto lacks, each with the answer of an account without such resources. */
const missing: ReadonlyMap<string, string> = new Map([
  [
    'DescribeInstanceRefreshes',
    `<DescribeInstanceRefreshesResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/">
  <DescribeInstanceRefreshesResult><InstanceRefreshes/></DescribeInstanceRefreshesResult>
  <ResponseMetadata><RequestId>moto-lacks-this</RequestId></ResponseMetadata>
</DescribeInstanceRefreshesResponse>`,
  ],
])

/** A request in a form that moto supports: it terminates one instance a call, and takes no list. */
function oneByOne(body: string): readonly string[] {
  const form = new URLSearchParams(body)
  if (form.get('Action') !== 'TerminateInstanceInAutoScalingGroup') return [body]
  const listed = [...form].filter(([name]) => name.startsWith('InstanceIds.'))
  if (listed.length === 0) return [body]
  for (const [name] of listed) form.delete(name)
  return listed.map(([, id]) => `${form.toString()}&InstanceId=${id}`)
}

/** Passes every request on to moto unchanged, except those that moto would answer with a Python error. */
export function motoGateway(moto: string): Promise<Listening> {
  const server = createServer((incoming, answer) => {
    const pass = async (): Promise<void> => {
      const body = await text(incoming)
      const substitute = missing.get(new URLSearchParams(body).get('Action') ?? '')
      if (substitute !== undefined) {
        answer.writeHead(200, { 'content-type': 'text/xml' }).end(substitute)
        return
      }
      const { method, url = '/', headers: given } = incoming
      const send = (form: string): Promise<IncomingMessage> =>
        new Promise((resolve, reject) => {
          const headers = { ...given, 'content-length': Buffer.byteLength(form) }
          const sent = request(new URL(url, moto), { method, headers, agent: false }, resolve)
          sent.on('error', reject)
          sent.end(form)
        })
      // The answer to a list is that of its last part, or of the first part that moto refuses.
      const [first = body, ...rest] = oneByOne(body)
      let response = await send(first)
      for (const form of rest) {
        if (response.statusCode !== 200) break
        response.resume()
        response = await send(form)
      }
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    }
    pass().catch(() => answer.destroy())
  })
  return listenOnLoopback(server, 0)
}
