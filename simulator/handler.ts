import type { TimeSource } from './time-source.ts'
import { ProcessCrash, NoAnswer } from './faults.ts'
import type { VirtualClock } from './virtual-clock.ts'
import type { Gateway } from './wire/gateway.ts'
import type { Call, WireRequest } from './wire/message.ts'

/** How one simulated process reaches AWS. */
export interface ProcessOptions {
  /** The clock that sleeps for the latency; needed only where several actors share the account. */
  readonly clock?: TimeSource
  /** Virtual seconds that each call takes. Default 0. */
  readonly latencySeconds?: number
  /** The process crashes before its n-th call is sent, or after AWS carried it out but before the answer arrives; from 1. */
  readonly crash?: { readonly when: 'before' | 'after'; readonly call: number }
}

/** How long a request waits for its answer: the `requestTimeout` of the real handler, on virtual time. */
const REQUEST_TIMEOUT_SECONDS = 30

/** What the SDK's clients pass to a request handler, as far as it is used here. */
export interface SdkRequest {
  readonly method: string
  readonly path: string
  /** Of REST APIs, apart from the path. */
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

interface SdkOptions {
  readonly abortSignal?: unknown
}

/** What they expect of it. */
export interface SdkResponse {
  readonly response: {
    readonly statusCode: number
    readonly headers: Record<string, string>
    readonly body: Buffer
  }
}

/**
 * A `requestHandler` for SDK clients that ends in the simulator, without sockets. It represents one process: once that
 * has crashed, each further call throws ProcessCrash and reaches nothing.
 */
export class SimulatedHandler {
  readonly #gateway: Gateway
  readonly #clock: VirtualClock
  readonly #options: ProcessOptions
  #calls = 0
  #crash: ProcessCrash | undefined

  constructor(parts: { readonly gateway: Gateway; readonly clock: VirtualClock }, options: ProcessOptions) {
    this.#gateway = parts.gateway
    this.#clock = parts.clock
    this.#options = options
  }

  /** The number of calls begun so far. */
  get calls(): number {
    return this.#calls
  }

  get hasCrashed(): boolean {
    return this.#crash !== undefined
  }

  async handle(request: SdkRequest, { abortSignal }: SdkOptions = {}): Promise<SdkResponse> {
    const signal = abortSignal instanceof AbortSignal ? abortSignal : undefined
    const { status, headers, body } = await this.#carry(signal, () => this.#gateway.handle(wireRequest(request)))
    // As HTTP gives it: in whole seconds, by AWS's clock and not by that of the process.
    const date = new Date(this.#clock.now()).toUTCString()
    return { response: { statusCode: status, headers: { ...headers, date }, body } }
  }

  /** The same for a call that needs no wire; throws ServiceFault where AWS refuses. */
  async call(call: Call, signal?: AbortSignal): Promise<object> {
    return await this.#carry(signal, async () => this.#gateway.perform(call))
  }

  async #carry<Answer>(signal: AbortSignal | undefined, work: () => Promise<Answer>): Promise<Answer> {
    signal?.throwIfAborted()
    if (this.#crash !== undefined) throw this.#crash
    this.#calls += 1
    const call = this.#calls
    this.#crashAt('before', call)
    await this.#travel(signal)
    // The process may have crashed at another call meanwhile; then this call was never sent.
    if (this.#crash !== undefined) throw this.#crash as ProcessCrash
    try {
      return await this.#clock.during(work())
    } catch (error) {
      if (error instanceof NoAnswer) return await this.#endUnanswered(error, signal)
      throw error
    } finally {
      this.#crashAt('after', call)
    }
  }

  /** The SDK asks every handler for these two; there is nothing to configure. */
  updateHttpClientConfig(): void {
    return
  }

  httpHandlerConfigs(): object {
    return {}
  }

  #crashAt(when: 'before' | 'after', call: number): void {
    const { crash } = this.#options
    if (crash === undefined || crash.when !== when || crash.call !== call) return
    this.#crash = new ProcessCrash(`${when} call ${call}`)
    throw this.#crash
  }

  /** A lost connection fails at once, silence at the request timeout or when the caller aborts. */
  async #endUnanswered({ kind }: NoAnswer, signal: AbortSignal | undefined): Promise<never> {
    const { clock = this.#clock } = this.#options
    if (kind === 'silence') await clock.sleep(REQUEST_TIMEOUT_SECONDS * 1000, signal)
    // Names and code as the SDK's own handler gives them: the SDK decides by them what to retry.
    throw kind === 'silence'
      ? Object.assign(new Error('no response in time'), { name: 'TimeoutError' })
      : Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' })
  }

  async #travel(signal: AbortSignal | undefined): Promise<void> {
    const { latencySeconds = 0, clock = this.#clock } = this.#options
    if (latencySeconds > 0) await clock.sleep(latencySeconds * 1000, signal)
  }
}

/** A request of an SDK client, as it would be on the wire. */
export const wireRequest = ({ method, path, query, headers, body }: SdkRequest): WireRequest => ({
  method,
  path: `${path}${searchOf(query)}`,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  body: bytesOf(body),
})

const searchOf = (query: SdkRequest['query'] = {}): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value ?? ''].flat()) search.append(name, each)
  }
  return search.size === 0 ? '' : `?${search.toString()}`
}

const bytesOf = (body: unknown): Uint8Array => {
  if (body === undefined) return new Uint8Array()
  if (typeof body === 'string') return Buffer.from(body)
  // A plain view: the SDK's own subclass complains when it is read as text.
  if (body instanceof Uint8Array) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  throw new TypeError('The simulator takes no streams as request bodies.')
}
