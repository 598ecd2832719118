import { UserError } from '../errors.ts'
import { httpGet } from './http-get.ts'
import { proxyAgents } from './proxy-agents.ts'
import type { ProxyVariables } from './proxy-rules.ts'

/** Where a job asks GitHub for a token: the runner says so to a job with `id-token: write`. */
export interface TokenEndpoint {
  readonly address: string
  /** Proves that the job asks. */
  readonly bearer: string
  readonly proxy: ProxyVariables
}

/** Milliseconds for one answer. */
const PATIENCE = 30_000

/**
 * Asks once for an OIDC token. UserError where asking again gives the same; any other error tells of a failure that
 * passes: no answer, a server that fails or is asked too often, an answer without a token.
 */
export async function requestIdToken(
  { address, bearer, proxy }: TokenEndpoint,
  { audience, signal }: { readonly audience: string; readonly signal?: AbortSignal | undefined },
): Promise<string> {
  const at = URL.parse(address)
  if (at === null || bearer === '') throw notOffered()
  at.searchParams.set('audience', audience)
  const answer = await httpGet(at, {
    headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
    agent: (await proxyAgents(proxy))?.(at),
    signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])]),
  })
  if (isRefusal(answer.status)) throw refused(answer.status)
  if (answer.status !== 200) throw new Error(`its endpoint answered with status ${answer.status}`)
  const token = tokenIn(answer.text)
  if (token === undefined) throw new Error('its endpoint answered without a token')
  return token
}

/** 407 comes from a proxy; 408, 425 and 429 ask for patience. */
const isRefusal = (status: number): boolean => status >= 400 && status < 500 && ![407, 408, 425, 429].includes(status)

function tokenIn(text: string): string | undefined {
  try {
    const { value } = JSON.parse(text) as { readonly value?: unknown }
    return typeof value === 'string' && value !== '' ? value : undefined
  } catch {
    return undefined
  }
}

function notOffered(): UserError {
  return new UserError({
    what: 'The job may not ask GitHub for an OIDC token, which `role-to-assume` needs.',
    why: 'GitHub gave the step no address to ask at; runs for pull requests from forks never get one.',
    remedy:
      'Add `permissions: { id-token: write, contents: read }` to the job, or leave `role-to-assume` out and bring credentials.',
  })
}

function refused(status: number): UserError {
  return new UserError({
    what: 'GitHub refused the job an OIDC token.',
    why: `Its endpoint answered with status ${status}.`,
    remedy:
      'Check that the job has `permissions: { id-token: write }` and has not ended, and start it again; https://www.githubstatus.com tells of outages.',
  })
}
