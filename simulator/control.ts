import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TimeDriver } from './time-driver.ts'
import type { Served } from './served-account.ts'

/** The path under which tests and demos control the simulator; AWS has nothing there. */
export const controlPrefix = '/_simulator/'

interface Control {
  readonly account: Served
  readonly driver: TimeDriver
}

/**
 * `GET now`, `POST advance?seconds=30` (both answer `{"now": seconds}`), `GET ledger` (every call, in order) and
 * `GET capacity?group=name` (each change of a group's capacity).
 */
export const answerControl = (request: IncomingMessage, response: ServerResponse, control: Control): void => {
  const url = new URL(request.url ?? '/', 'http://loopback')
  const answer = answerTo(`${request.method ?? 'GET'} ${url.pathname.slice(controlPrefix.length)}`, url, control)
  response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(answer ?? { message: 'No such control.' }))
}

const answerTo = (control: string, { searchParams }: URL, { account, driver }: Control): unknown => {
  switch (control) {
    case 'GET now':
      return { now: account.timeline.now }
    case 'POST advance': {
      const seconds = Number(searchParams.get('seconds'))
      if (!Number.isFinite(seconds) || seconds < 0) return { message: 'seconds must be a number, 0 or more' }
      driver.leap(seconds)
      return { now: account.timeline.now }
    }
    case 'GET ledger':
      return account.ledger.entries
    case 'GET capacity':
      return account.ledger.capacityOf(searchParams.get('group') ?? '')
    default:
      return undefined
  }
}
