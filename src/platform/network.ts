import { httpGet } from './http-get.ts'
import { proxyAgents } from './proxy-agents.ts'
import type { ProxyVariables } from './proxy-rules.ts'

/** The network as probes use it; the entry point brings the real one, tests bring their own. */
export interface Network {
  /** The status of a GET, redirects not followed. Throws where no answer comes in time. */
  httpStatus(url: string): Promise<number>
  /** Resolves once a connection stands, and closes it. Throws where none comes about in time. */
  connect(host: string, port: number): Promise<void>
}

/** Milliseconds for one answer. */
const PATIENCE = 5000

/**
 * The network of the machine that this runs on: in a private subnet's reach only where the runner is. A GET goes through the
 * proxy that the environment names for its address; a connection never does.
 */
export const machineNetwork = (proxy: ProxyVariables): Network => ({
  async httpStatus(url) {
    const address = new URL(url)
    const agent = (await proxyAgents(proxy))?.(address)
    const { status } = await httpGet(address, { agent, signal: AbortSignal.timeout(PATIENCE) })
    return status
  },
  async connect(host, port) {
    const { connect } = await import('node:net')
    await new Promise<void>((resolve, reject) => {
      const socket = connect({ host, port, timeout: PATIENCE })
      const end = (settle: () => void) => (): void => {
        socket.destroy()
        settle()
      }
      socket.once('connect', end(resolve))
      socket.once(
        'timeout',
        end(() => reject(new Error(`no answer within ${PATIENCE / 1000} seconds`))),
      )
      socket.once('error', (error) => end(() => reject(error))())
    })
  },
})
