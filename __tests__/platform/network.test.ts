import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { machineNetwork } from '../../src/platform/network.ts'
import { startProxy } from '../../simulator/proxy.ts'

const network = machineNetwork({ http: '', https: '', none: '' })

/** A loopback server that redirects `/away` and answers 503 to everything else. */
async function serving(): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const server = createServer(({ url }, response) => {
    response.writeHead(url === '/away' ? 302 : 503, url === '/away' ? { location: '/' } : {}).end('busy')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

test('gives the status of an answer, and follows no redirect', async () => {
  const { port, close } = await serving()
  expect(await network.httpStatus(`http://127.0.0.1:${port}/`)).toBe(503)
  expect(await network.httpStatus(`http://127.0.0.1:${port}/away`)).toBe(302)
  await close()
})

test('makes a connection to a listening port, and fails at a closed one', async () => {
  const { port, close } = await serving()
  await expect(network.connect('127.0.0.1', port)).resolves.toBeUndefined()
  await close()
  await expect(network.connect('127.0.0.1', port)).rejects.toThrow('ECONNREFUSED')
  await expect(network.httpStatus(`http://127.0.0.1:${port}/`)).rejects.toThrow('ECONNREFUSED')
})

test('goes through the proxy that the environment names, except to what needs none', async () => {
  const { port, close } = await serving()
  const proxy = await startProxy({ routes: { 'app.invalid': `http://127.0.0.1:${port}` } })
  const behind = machineNetwork({ http: proxy.url, https: '', none: '127.0.0.0/8' })
  expect(await behind.httpStatus('http://app.invalid/away')).toBe(302)
  expect(await behind.httpStatus(`http://127.0.0.1:${port}/`)).toBe(503)
  expect(proxy.requests).toEqual(['GET app.invalid'])
  await Promise.all([proxy.close(), close()])
})
