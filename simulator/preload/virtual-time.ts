/**
 * Preloaded into a program (`node --import`), gives it the virtual time of the simulator that SIMULATOR_URL names: a
 * sleep of node:timers/promises advances the simulator instead of waiting, and the date is the simulator's at the last
 * contact, with SIMULATOR_CLOCK_OFFSET that of a machine whose clock is off by so many seconds. So the real bundle rolls a
 * fleet in seconds and needs no setting for tests.
 */
import { subscribe } from 'node:diagnostics_channel'
import type * as http from 'node:http'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'

// To import it would load all that it exports, Node's own undici as well, which the program may never need.
const { request } = createRequire(import.meta.url)('node:http') as typeof http

const simulator = process.env['SIMULATOR_URL']
if (simulator === undefined) throw new Error('SIMULATOR_URL must name the simulator that gives this program its time.')

const contact = (method: 'GET' | 'POST', path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    // A connection of its own: a pooled one would keep the program from ending.
    const sent = request(new URL(path, simulator), { method, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('error', reject)
      response.on('end', () => {
        const { now } = JSON.parse(text) as { now?: unknown }
        if (typeof now === 'number') resolve(now * 1000)
        else reject(new Error(`The simulator at ${simulator} answered ${text}`))
      })
    })
    sent.on('error', reject)
    sent.end()
  })

/** Positive: the machine's clock is ahead. */
const offset = Number(process.env['SIMULATOR_CLOCK_OFFSET'] ?? 0) * 1000
const machineNow = (): number => Math.round(now + offset)

let now = await contact('GET', '/_simulator/now')

// Whatever the program asks of the simulator tells it the time as well.
subscribe('http.client.response.finish', (message) => {
  const { response } = message as { response: http.IncomingMessage }
  const simulatorNow = Number(response.headers['x-simulator-now'])
  if (simulatorNow > 0) now = Math.max(now, simulatorNow * 1000)
})

const sleep = async <T>(milliseconds = 0, value?: T, options: { readonly signal?: AbortSignal } = {}): Promise<T> => {
  options.signal?.throwIfAborted()
  now = await contact('POST', `/_simulator/advance?seconds=${Math.max(0, milliseconds) / 1000}`)
  options.signal?.throwIfAborted()
  return value as T
}

const RealDate = Date
const VirtualDate = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [machineNow()] : given, newTarget) as Date,
  apply: () => new RealDate(machineNow()).toString(),
  get: (target, name, receiver) => (name === 'now' ? machineNow : (Reflect.get(target, name, receiver) as unknown)),
})

globalThis.Date = VirtualDate
Object.assign(timers, { setTimeout: sleep })
syncBuiltinESMExports()
