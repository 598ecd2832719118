import { connect } from 'node:net'
import type { Clock } from './clock.ts'
import type { Heard } from './fleet/bastion-hearing.ts'

/** Asks who answers SSH at an address. */
export interface SshProbe {
  /** The banner of whoever listens there, or why there is none; never throws but for the signal's reason. */
  ask(address: string, port: number, signal?: AbortSignal): Promise<Heard>
}

export interface TcpSshOptions {
  readonly clock: Clock
  /** Where to connect for an address; by default to the address itself. */
  readonly route?: (address: string, port: number) => Promise<Destination>
}

interface Destination {
  readonly host: string
  readonly port: number
}

/** How long one question may take. */
const PATIENCE_SECONDS = 10
/** A server may send lines before its version, RFC 4253 section 4.2; more than this is no SSH server. */
const MOST_BYTES = 8192

/** The real thing: a connection over TCP that is closed as soon as the banner is there. */
export function tcpSshProbe({ clock, route = async (host, port) => ({ host, port }) }: TcpSshOptions): SshProbe {
  return {
    async ask(address, port, signal) {
      signal?.throwIfAborted()
      const ended = new AbortController()
      const end = (): void => ended.abort(signal?.reason)
      signal?.addEventListener('abort', end, { once: true })
      const tooLong = clock.sleep(PATIENCE_SECONDS * 1000, ended.signal).then(
        (): Heard => ({ kind: 'silence', why: `no banner within ${PATIENCE_SECONDS} seconds` }),
        (): Heard => ({ kind: 'silence', why: 'the question was cut off' }),
      )
      try {
        const heard = await Promise.race([route(address, port).then((to) => listen(to, ended.signal)), tooLong])
        signal?.throwIfAborted()
        return heard
      } finally {
        signal?.removeEventListener('abort', end)
        ended.abort()
      }
    },
  }
}

function listen(to: Destination, signal: AbortSignal): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect(to)
    let text = ''
    const tell = (heard: Heard): void => {
      socket.destroy()
      resolve(heard)
    }
    signal.addEventListener('abort', () => tell({ kind: 'silence', why: 'the question was cut off' }), { once: true })
    socket.on('error', (error) => tell({ kind: 'silence', why: error.message }))
    socket.on('close', () => tell({ kind: 'silence', why: 'the connection was closed without a banner' }))
    socket.on('data', (data: Buffer) => {
      text += data.toString('latin1')
      const banner = bannerIn(text)
      if (banner !== undefined) tell({ kind: 'banner', text: banner })
      else if (text.length > MOST_BYTES) tell({ kind: 'silence', why: 'what answers there is no SSH server' })
    })
  })
}

/** The version line of an SSH server in what it has sent so far; undefined while it is not complete. */
export function bannerIn(text: string): string | undefined {
  // Only whole lines: half a version would be another one. 1.99 also speaks 2.0.
  return /(?:^|\n)(SSH-(?:2\.0|1\.99)-[\x20-\x7e]*)\r?\n/.exec(text)?.[1]
}
