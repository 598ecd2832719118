import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import { answerControl, controlPrefix, type Served } from './control.ts'
import { NoAnswer } from './faults.ts'
import { listenOnLoopback } from './loopback.ts'
import type { Listening } from './loopback.ts'
import { TimeDriver } from './time-driver.ts'
import type { TimeMode } from './time-driver.ts'

/** The header of every answer with the virtual time, in seconds since the Unix epoch. */
export const nowHeader = 'x-simulator-now'

interface ServerOptions extends Partial<Pick<Served, 'keeps' | 'change'>> {
  /** Default: a free one. */
  readonly port?: number
  /** The address to listen on; default loopback alone. */
  readonly host?: string
  readonly time: TimeMode
}

/** Serves an account over HTTP: AWS's protocols on `/`, the control endpoints under `/_simulator/`. */
export const startServer = (account: Served['account'], options: ServerOptions): Promise<Listening> => {
  const driver = new TimeDriver(account.timeline, options.time, () => performance.now())
  const server = createServer((request, response) => {
    serve(request, response, { account, driver, keeps: options.keeps ?? new Map(), change: options.change }).catch(
      (error: unknown) => fail(request, response, error),
    )
  })
  // Clients such as botocore keep connections for later; a short timeout would cut a request that is being sent.
  server.keepAliveTimeout = 60_000
  return listenOnLoopback(server, options.port ?? 0, options.host)
}

const serve = async (
  request: IncomingMessage,
  response: ServerResponse,
  { driver, ...served }: Served & { readonly driver: TimeDriver },
): Promise<void> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const path = request.url ?? '/'
  if (path.startsWith(controlPrefix)) {
    await answerControl(request, response, { ...served, driver, body: Buffer.concat(chunks).toString() })
    return
  }
  driver.tick()
  const { account } = served
  const answer = await account.gateway.handle({
    method: request.method ?? 'GET',
    path,
    headers: headersOf(request),
    body: Buffer.concat(chunks),
  })
  response.writeHead(answer.status, {
    ...answer.headers,
    // The date must be the simulator's: SDKs correct their clocks by it.
    date: new Date(account.timeline.now * 1000).toUTCString(),
    [nowHeader]: String(account.timeline.now),
  })
  response.end(answer.body)
}

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  )

/** Silence keeps the connection open; a reset drops it; a defect of the simulator is answered with a 500. */
const fail = (request: IncomingMessage, response: ServerResponse, error: unknown): void => {
  if (error instanceof NoAnswer) {
    if (error.kind === 'reset') request.socket.destroy()
    return
  }
  response.writeHead(500, { 'content-type': 'text/plain' })
  response.end(`Defect of the simulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
}
