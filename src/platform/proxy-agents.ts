import type { Agent } from 'node:http'

import { proxyRules, type ProxyVariables } from './proxy-rules.ts'

/** Makes the connection for a request to an address; undefined: Node does it, straight to the address. */
export type AgentFor = (address: URL) => Agent | undefined

/**
 * Agents by the variables of the environment, one for each kind of address; where they name no proxy nothing is loaded.
 * UserError where a variable is no address of a proxy.
 */
export async function proxyAgents(variables: ProxyVariables): Promise<AgentFor | undefined> {
  const { proxyFor } = proxyRules(variables)
  if (variables.http.trim() === '' && variables.https.trim() === '') return undefined
  const [{ HttpProxyAgent }, { HttpsProxyAgent }] = await Promise.all([
    import('http-proxy-agent'),
    import('https-proxy-agent'),
  ])
  const agents = new Map<string, Agent>()
  return (address) => {
    const proxy = proxyFor(address)
    if (proxy === undefined) return undefined
    const known = agents.get(address.protocol)
    if (known !== undefined) return known
    // As many connections as the SDK's own agent would have.
    const options = { keepAlive: true, maxSockets: 50 }
    const agent =
      address.protocol === 'http:'
        ? new HttpProxyAgent(proxy, options)
        : // By itself it guesses this from the stack, in vain where a connection is put back, and then opens one a request.
          Object.assign(new HttpsProxyAgent(proxy, options), { isSecureEndpoint: () => true })
    agents.set(address.protocol, agent)
    return agent
  }
}
