import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { listenOnLoopback } from './loopback.ts'
import type { Listening } from './loopback.ts'
import { githubIssuer } from './sts/trust.ts'
import { mintToken } from './sts/token.ts'
import type { Timeline } from './timeline.ts'

export interface OidcOptions {
  readonly timeline: Timeline
  /** The form of the subject. Default: `names`. */
  readonly subject?: SubjectForm
  /** The environment of the job. Default: it has none. */
  readonly environment?: string
  /** Claims that differ from those of a scheduled job in `example/fleet`. */
  readonly claims?: Readonly<Record<string, unknown>>
  readonly lifetimeSeconds?: number
  /** How each request fares, in order; those after them are answered. */
  readonly faults?: readonly OidcFault[]
}

/**
 * `names`: `repo:example/fleet:...`. `ids`: with the ids of owner and repository, `repo:example@1001/fleet@2002:...`, as
 * repositories have it that were made or renamed since 2026-07-15 (GitHub's changelog of 2026-04-23, immutable subject claims).
 */
export type SubjectForm = 'names' | 'ids'

/** How a request for a token goes wrong: a status, a connection that is lost, or something else than a token. */
export type OidcFault = number | 'reset' | 'garbled'

/** A token endpoint like the one that GitHub's runner offers to a job with `id-token: write`. */
export interface OidcEndpoint {
  /** The two variables that the runner sets: ACTIONS_ID_TOKEN_REQUEST_URL and ..._TOKEN. */
  readonly environment: Readonly<Record<string, string>>
  /** The audiences for which tokens were given, in order. */
  readonly audiences: readonly string[]
  /** From now on requests fare so, in order; those after them are answered. */
  fail(faults: readonly OidcFault[]): void
  close(): Promise<void>
}

const bearer = 'simulated-runner-token'

/** Starts the endpoint on a free loopback port. */
export const startOidc = async (options: OidcOptions): Promise<OidcEndpoint> => {
  const audiences: string[] = []
  let faults = [...(options.faults ?? [])]
  const server = createServer((request, response) => {
    const fault = faults.shift()
    if (fault !== undefined) {
      failWith(fault, response)
      return
    }
    answer(request, response, (audience) => {
      audiences.push(audience)
      return githubToken(options, audience)
    })
  })
  const { url, close }: Listening = await listenOnLoopback(server, 0)
  return {
    environment: {
      // The client appends `&audience=`, so the address must have a query already, as the runner's has.
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
    },
    audiences,
    fail: (next) => void (faults = [...next]),
    close,
  }
}

/** A token with the claims that GitHub gives a job, minted at the timeline's moment. */
export const githubToken = (
  { timeline, subject = 'names', environment, claims = {}, lifetimeSeconds = 300 }: OidcOptions,
  audience: string,
): string => {
  const repository = subject === 'names' ? 'example/fleet' : 'example@1001/fleet@2002'
  const iat = Math.floor(timeline.now)
  return mintToken({
    jti: `simulated-${iat}`,
    iss: githubIssuer,
    sub: `repo:${repository}:${environment === undefined ? 'ref:refs/heads/main' : `environment:${environment}`}`,
    ...(environment !== undefined && { environment }),
    aud: audience,
    ref: 'refs/heads/main',
    ref_type: 'branch',
    sha: '0000000000000000000000000000000000000000',
    repository: 'example/fleet',
    repository_id: '2002',
    repository_owner: 'example',
    repository_owner_id: '1001',
    repository_visibility: 'private',
    actor: 'octocat',
    actor_id: '3003',
    workflow: 'patch',
    event_name: 'schedule',
    run_id: '1000',
    run_number: '1',
    run_attempt: '1',
    job_workflow_ref: 'example/fleet/.github/workflows/patch.yml@refs/heads/main',
    runner_environment: 'github-hosted',
    nbf: iat - 300,
    iat,
    exp: iat + lifetimeSeconds,
    ...claims,
  })
}

const answer = (request: IncomingMessage, response: ServerResponse, mint: (audience: string) => string): void => {
  const { searchParams } = new URL(request.url ?? '/', 'http://loopback')
  const isAuthorized = request.headers.authorization?.toLowerCase() === `bearer ${bearer}`
  response.statusCode = isAuthorized ? 200 : 401
  response.setHeader('content-type', 'application/json; charset=utf-8')
  const token = (): object => ({ count: 1, value: mint(searchParams.get('audience') ?? 'https://github.com/example') })
  response.end(JSON.stringify(isAuthorized ? token() : { message: 'Unauthorized' }))
}

/** What users report of it: status 500, 429, a lost connection (https://github.com/actions/toolkit/issues/1441). */
const failWith = (fault: OidcFault, response: ServerResponse): void => {
  if (fault === 'reset') response.destroy()
  else if (fault === 'garbled') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
  else response.writeHead(fault).end()
}
