import { createServer, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { listenOnLoopback, type Listening } from '../src/simulator/loopback.ts'

/** Read-only operations that moto lacks, and the answer of an account in which there is nothing of the kind. */
const missing: ReadonlyMap<string, string> = new Map([
  [
    'DescribeInstanceRefreshes',
    `<DescribeInstanceRefreshesResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/">
  <DescribeInstanceRefreshesResult><InstanceRefreshes/></DescribeInstanceRefreshesResult>
  <ResponseMetadata><RequestId>moto-lacks-this</RequestId></ResponseMetadata>
</DescribeInstanceRefreshesResponse>`,
  ],
])

/** Hands every request on to moto as it is, but for those that moto would answer with a Python error. */
export function motoGateway(moto: string): Promise<Listening> {
  const server = createServer((incoming, answer) => {
    const pass = async (): Promise<void> => {
      const body = await text(incoming)
      const stand = missing.get(new URLSearchParams(body).get('Action') ?? '')
      if (stand !== undefined) {
        answer.writeHead(200, { 'content-type': 'text/xml' }).end(stand)
        return
      }
      const { method, url = '/', headers } = incoming
      const sent = request(new URL(url, moto), { method, headers, agent: false }, (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers)
        response.pipe(answer)
      })
      sent.on('error', () => answer.destroy())
      sent.end(body)
    }
    pass().catch(() => answer.destroy())
  })
  return listenOnLoopback(server, 0)
}
