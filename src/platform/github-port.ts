/**
 * Makes one call, such as `GET /repos/{owner}/{repo}/issues`, and gives what came back. GitHubRefusal where GitHub refuses it or no
 * answer comes in time.
 */
export type GitHubApi = (route: string, parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>

export type OpenGitHubApi = (token: string) => Promise<GitHubApi>

/** What stands in the way of a call. */
export class GitHubRefusal extends Error {
  /** Of HTTP; 0 where no answer came. */
  readonly status: number
  /** Whether GitHub asks to slow down, by its primary or a secondary rate limit. */
  readonly isLimited: boolean
  readonly retryAfterSeconds: number | undefined

  constructor(
    message: string,
    { status, isLimited, retryAfterSeconds, cause }: { readonly status: number; readonly isLimited: boolean; readonly retryAfterSeconds?: number | undefined; readonly cause?: unknown }, // prettier-ignore
  ) {
    super(message, { cause })
    this.name = 'GitHubRefusal'
    this.status = status
    this.isLimited = isLimited
    this.retryAfterSeconds = retryAfterSeconds
  }
}
