import { createServer, type Server, type Socket } from 'node:net'
import type { SimulatedAccount } from './account.ts'

/** The result of a connection to port 22, or to another port that the bastions listen at. */
export type SshAnswer =
  { readonly kind: 'banner'; readonly text: string } | { readonly kind: 'no-answer'; readonly why: string }

/**
 * The SSH servers of an account's instances. Each answers at the present addresses of its instance, so an Elastic IP
 * answers from the instance that it is associated with. Security groups are not modelled; an instance without a public
 * address is reached at its private one.
 */
export class SimulatedSsh {
  /** The port at which they listen. */
  port = 22
  /** Seconds from `running` until the server listens. */
  startSeconds = 10
  /** Instances and images without an answering server, besides `sickImages`. */
  readonly unresponsive = new Set<string>()
  /** Addresses without a route; `address image` only while an instance of that image has the address. */
  readonly unreachable = new Set<string>()
  readonly #account: SimulatedAccount
  readonly #servers = new Map<string, Server>()

  constructor(account: SimulatedAccount) {
    this.#account = account
  }

  /** In process; takes no virtual time. */
  readonly ask = async (address: string, port: number, signal?: AbortSignal): Promise<SshAnswer> => {
    signal?.throwIfAborted()
    return this.answer(address, port)
  }

  answer(address: string, port: number): SshAnswer {
    const { ec2, timeline, behaviour } = this.#account
    const machine = ec2.machineAt(address)
    const isLost = this.unreachable.has(address) || this.unreachable.has(`${address} ${machine?.imageId}`)
    if (isLost || machine?.runningSince === undefined)
      return { kind: 'no-answer', why: `connect ETIMEDOUT ${address}:${port}` }
    const { id, imageId, runningSince } = machine
    const isUnresponsive =
      machine.reboots === true ||
      this.unresponsive.has(id) ||
      this.unresponsive.has(imageId) ||
      behaviour.sickImages.has(imageId)
    if (isUnresponsive || port !== this.port || timeline.now < runningSince + this.startSeconds)
      return { kind: 'no-answer', why: `connect ECONNREFUSED ${address}:${port}` }
    return { kind: 'banner', text: `SSH-2.0-OpenSSH_9.6 ${id}` }
  }

  /**
   * The same over real sockets: a loopback listener for each requested address, which sends the banner, or closes
   * the connection, as the instance behind the address would.
   */
  async route(address: string, port: number): Promise<{ readonly host: string; readonly port: number }> {
    const key = `${address}:${port}`
    const server = this.#servers.get(key) ?? (await this.#listen(address, port))
    this.#servers.set(key, server)
    return { host: '127.0.0.1', port: portOf(server) }
  }

  /** The port of one listener for all addresses: the first line of a connection names the target, `address port`. */
  async router(): Promise<number> {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', (data: Buffer) => {
        const [address = '', port] = data.toString('latin1').trim().split(' ')
        this.#greet(socket, this.answer(address, Number(port)))
      })
    })
    this.#servers.set('router', server)
    return portOf(await bound(server))
  }

  /** Closes every listener. */
  async close(): Promise<void> {
    await Promise.all([...this.#servers.values()].map((server) => new Promise((resolve) => server.close(resolve))))
    this.#servers.clear()
  }

  #listen(address: string, port: number): Promise<Server> {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      this.#greet(socket, this.answer(address, port))
    })
    return bound(server)
  }

  #greet(socket: Socket, answer: SshAnswer): void {
    // RFC 4253 lets a server send other lines before its version.
    if (answer.kind === 'banner') socket.end(`Authorised use only.\r\n${answer.text}\r\n`)
    else socket.destroy()
  }
}

function bound(server: Server): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.')
  return address.port
}
