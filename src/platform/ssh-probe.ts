import { connect } from 'node:net'

/** The banner of an SSH server, or why there is none. */
export type SshProbeAnswer =
  { readonly kind: 'banner'; readonly text: string } | { readonly kind: 'no-answer'; readonly why: string }

/** Asks for the SSH server at an address. */
export interface SshProbe {
  /** The banner of the server there, or why there is none; throws nothing but the signal's reason. */
  ask(address: string, port: number, signal?: AbortSignal): Promise<SshProbeAnswer>
}

export interface TcpSshOptions {
  /** When one question is given up. It guards a connection, so it runs on the machine's time; by default ten seconds. */
  readonly deadline?: () => AbortSignal
  /** Where to connect for an address; by default to the address itself. */
  readonly route?: (address: string, port: number) => Promise<Destination>
}

interface Destination {
  readonly host: string
  readonly port: number
}

/** A server may send lines before its version, RFC 4253 section 4.2; more than this is no SSH server. */
const MOST_BYTES = 8192

/** The real thing: a connection over TCP that is closed as soon as the banner is there. */
export function tcpSshProbe({
  deadline = () => AbortSignal.timeout(10_000),
  route = async (host, port) => ({ host, port }),
}: TcpSshOptions = {}): SshProbe {
  return {
    async ask(address, port, signal) {
      signal?.throwIfAborted()
      const heard = await listen(await route(address, port), AbortSignal.any([deadline(), ...(signal ? [signal] : [])]))
      signal?.throwIfAborted()
      return heard
    },
  }
}

function listen(to: Destination, signal: AbortSignal): Promise<SshProbeAnswer> {
  return new Promise((resolve) => {
    const socket = connect(to)
    let text = ''
    const settle = (answer: SshProbeAnswer): void => {
      signal.removeEventListener('abort', giveUp)
      socket.destroy()
      resolve(answer)
    }
    const giveUp = (): void => settle({ kind: 'no-answer', why: 'no banner came in time' })
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp)
    socket.on('error', (error) => settle({ kind: 'no-answer', why: error.message }))
    socket.on('close', () => settle({ kind: 'no-answer', why: 'the connection was closed without a banner' }))
    socket.on('data', (data: Buffer) => {
      text += data.toString('latin1')
      const banner = bannerIn(text)
      if (banner !== undefined) settle({ kind: 'banner', text: banner })
      else if (text.length > MOST_BYTES) settle({ kind: 'no-answer', why: 'what answers there is no SSH server' })
    })
  })
}

/** The version line of an SSH server in what it has sent so far; undefined while it is not complete. */
export function bannerIn(text: string): string | undefined {
  // Only whole lines: half a version would be another one. 1.99 also speaks 2.0.
  return /(?:^|\n)(SSH-(?:2\.0|1\.99)-[\x20-\x7e]*)\r?\n/.exec(text)?.[1]
}
