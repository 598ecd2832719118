import type { GitHubApi, OpenGitHubApi } from './github-port.ts'
import { GitHubRefusal } from './github-port.ts'

/** Milliseconds for one answer. */
const PATIENCE = 5000

/**
 * GitHub's API by Octokit, which is loaded only here; at the address that `GITHUB_API_URL` of the runner names unless another is
 * given. Each call has one attempt of five seconds.
 */
export const githubApiAt =
  (baseUrl?: string): OpenGitHubApi =>
  async (token) => {
    const { getOctokit } = await import('@actions/github')
    const { request } = getOctokit(token, { log: silent, ...(baseUrl !== undefined && { baseUrl }) })
    // A GitHub Enterprise server has GraphQL beside its REST API, not below it.
    const beside = { baseUrl: request.endpoint.DEFAULTS.baseUrl.replace(/\/api\/v3$/, '/api') }
    const api: GitHubApi = async (route, parameters = {}) => {
      const options = { ...(route.endsWith('/graphql') && beside), request: { signal: AbortSignal.timeout(PATIENCE) } }
      try {
        const answer: { readonly data: unknown } = await request(route, { ...parameters, ...options })
        return answer.data
      } catch (error) {
        throw refusalOf(error)
      }
    }
    return api
  }

export const githubApi = githubApiAt()

const nothing = (): void => {}
/** What fails is told by the run itself. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

interface RequestError {
  readonly status?: number
  readonly message?: string
  readonly response?: { readonly headers?: Readonly<Record<string, string | undefined>> }
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function refusalOf(error: unknown): GitHubRefusal {
  const { message = String(error), response, ...given } = error as RequestError
  // Octokit calls a connection that fails, or takes too long, a status 500.
  const status = response === undefined ? 0 : (given.status ?? 0)
  const headers = response?.headers ?? {}
  const wait = Number(headers['retry-after'] ?? NaN)
  const isLimited =
    status === 429 ||
    (status === 403 &&
      (Number.isFinite(wait) || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message)))
  return new GitHubRefusal(message, {
    status,
    isLimited,
    retryAfterSeconds: Number.isFinite(wait) ? wait : undefined,
    cause: error,
  })
}
