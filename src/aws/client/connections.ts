import type { Agent } from 'node:http'

import { NodeHttpHandler } from '@smithy/node-http-handler'

import type { AgentFor } from '../../platform/proxy-agents.ts'
import type { RequestHandler } from './clients.ts'

/** The SDK has no timeouts of its own: without these a dead connection would hang for ever. Milliseconds. */
const TIMEOUTS = { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true } as const

/** The connections that clients share; with proxies each request goes through the one that its address asks for. */
export function connections(agentFor?: AgentFor): RequestHandler {
  const direct = new NodeHttpHandler(TIMEOUTS)
  if (agentFor === undefined) return direct
  const proxied = new Map<Agent, NodeHttpHandler>()
  const handlerOf = (agent: Agent | undefined): NodeHttpHandler => {
    if (agent === undefined) return direct
    const handler = proxied.get(agent) ?? new NodeHttpHandler({ ...TIMEOUTS, httpAgent: agent, httpsAgent: agent })
    proxied.set(agent, handler)
    return handler
  }
  return {
    handle: (request: HttpRequest, options?: HttpOptions) =>
      handlerOf(agentFor(addressOf(request))).handle(request, options),
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => direct.httpHandlerConfigs(),
  }
}

type HttpRequest = Parameters<NodeHttpHandler['handle']>[0]
type HttpOptions = Parameters<NodeHttpHandler['handle']>[1]

const addressOf = ({ protocol, hostname, port }: HttpRequest): URL =>
  new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`)
