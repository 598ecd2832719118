import { createServer } from 'node:http'
import { get, type RequestOptions } from 'node:https'
import { loopbackCertificate } from '../../simulator/loopback-certificate.ts'
import { listenOnLoopback } from '../../simulator/loopback.ts'
import { startProxy } from '../../simulator/proxy.ts'
import { proxyAgents } from '../../src/platform/proxy-agents.ts'

/** Asks as the handler of the SDK does: with a host, and without an address that names the protocol. */
const statusOf = ({ hostname }: URL, options: RequestOptions): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = get({ host: hostname, path: '/', ...options }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode))
    })
    sent.on('error', reject)
  })

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('without a proxy in the environment there are no agents', async () => {
  expect(await proxyAgents({ http: '', https: ' ', none: '*' })).toBeUndefined()
})

test('one tunnel serves several requests', async () => {
  const { url, close } = await listenOnLoopback(
    createServer((_request, response) => response.end('yes')),
    0,
  )
  const certificate = loopbackCertificate(['aws.invalid'])
  const proxy = await startProxy({ routes: { 'aws.invalid': url }, certificate })
  const agentFor = await proxyAgents({ http: '', https: proxy.url, none: 'localhost' })
  const address = new URL('https://aws.invalid/')
  const agent = agentFor?.(address)
  for (let number = 0; number < 3; number++) {
    expect(await statusOf(address, { agent, ca: certificate.certificate })).toBe(200)
    await nextTurn()
  }
  expect(proxy.requests).toEqual(['CONNECT aws.invalid:443'])
  expect(agentFor?.(new URL('https://localhost/'))).toBeUndefined()
  expect(agentFor?.(new URL('http://aws.invalid/'))).toBeUndefined()
  agent?.destroy()
  await Promise.all([proxy.close(), close()])
})
