/** A proxy on loopback, as companies put between runners and the world: it alone knows the names that it serves. */
import { createServer, request as forward } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import type { LoopbackCertificate } from './loopback-certificate.ts'
import { listenOnLoopback } from './loopback.ts'

export interface ProxyOptions {
  /** Where each name leads to on loopback; any other name is answered with status 502. */
  readonly routes: Readonly<Record<string, string>>
  /** `user:password`; without it a request is answered with status 407. Default: nothing is asked. */
  readonly credentials?: string
  /** With it the proxy plays the server behind a tunnel as well, and passes on what comes out of TLS. */
  readonly certificate?: LoopbackCertificate
}

export interface LoopbackProxy {
  /** Without credentials. */
  readonly url: string
  /** `GET name` and `POST name` for what was passed on, `CONNECT name:port` for tunnels, in order; refused ones too. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** Starts the proxy on a free port. */
export const startProxy = async (options: ProxyOptions): Promise<LoopbackProxy> => {
  const requests: string[] = []
  const tunnels = new Set<Duplex>()
  const server = createServer((request, response) => {
    const address = URL.parse(request.url ?? '')
    requests.push(`${request.method} ${address?.hostname}`)
    const refusal = refusalOf(options, { request, name: address?.hostname ?? '' })
    if (refusal !== undefined || address === null) response.writeHead(refusal ?? 400).end('<html>refused</html>')
    else passOn(request, response, new URL(address.pathname + address.search, options.routes[address.hostname]))
  })
  server.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`)
    const [name = ''] = (request.url ?? '').split(':')
    const refusal = refusalOf(options, { request, name })
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal} Refused\r\ncontent-length: 20\r\n\r\n<html>refused</html>`)
      return
    }
    tunnels.add(socket)
    openTunnel(socket, new URL(options.routes[name] ?? ''), options.certificate)
  })
  const { url, close } = await listenOnLoopback(server, 0)
  return {
    url,
    requests,
    close: async () => {
      for (const tunnel of tunnels) tunnel.destroy()
      await close()
    },
  }
}

const refusalOf = (
  { routes, credentials }: ProxyOptions,
  { request, name }: { readonly request: IncomingMessage; readonly name: string },
): number | undefined => {
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`
  if (wanted !== undefined && request.headers['proxy-authorization'] !== wanted) return 407
  return name in routes ? undefined : 502
}

const passOn = (request: IncomingMessage, response: ServerResponse, to: URL): void => {
  const { method, headers } = request
  const sent = forward(to, { method: method ?? 'GET', headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  sent.on('error', () => response.destroy())
  request.pipe(sent)
}

const openTunnel = (socket: Duplex, to: URL, certificate: LoopbackCertificate | undefined): void => {
  const target = connect(Number(to.port), to.hostname)
  socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
  const inner =
    certificate === undefined
      ? socket
      : new TLSSocket(socket as never, { isServer: true, key: certificate.key, cert: certificate.certificate })
  for (const end of [socket, inner, target]) end.on('error', () => [socket, inner, target].map((one) => one.destroy()))
  inner.pipe(target).pipe(inner)
}
