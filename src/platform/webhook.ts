import { httpPost } from './http-post.ts'
import { proxyAgents } from './proxy-agents.ts'
import type { ProxyVariables } from './proxy-rules.ts'

/** Posts JSON to an address; gives the status. Throws where no answer comes in time. */
export type PostJson = (address: string, body: string) => Promise<number>

/** Milliseconds for one answer. */
const PATIENCE = 5000

/** Posts over the network of the machine, through the proxy that the environment names for the address. */
export const machinePost =
  (proxy: ProxyVariables): PostJson =>
  async (text, body) => {
    const address = new URL(text)
    const agent = (await proxyAgents(proxy))?.(address)
    return await httpPost(address, { body, agent, signal: AbortSignal.timeout(PATIENCE) })
  }
