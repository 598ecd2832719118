/** One repository of GitHub, as the features of a run use it: each failure becomes one sentence, and none ends the run. */
import type { GitHubApi } from '../platform/github-port.ts'

/** A permission of the job's token, as `permissions:` of a job names it. */
export type TokenPermission = 'issues' | 'pull-requests' | 'deployments'

export interface Repository {
  /** The same for one repository: `{owner}` and `{repo}` are filled in. */
  readonly call: GitHubApi
  /** The login under which the token writes. */
  readonly login: () => Promise<string>
}

/** `repository`: `owner/name`. */
export function repositoryOf(api: GitHubApi, repository: string): Repository {
  const [owner = '', repo = ''] = repository.split('/')
  let known: Promise<string> | undefined
  return {
    call: (route, parameters = {}) => api(route, { owner, repo, ...parameters }),
    login: () => (known ??= ownLogin(api)),
  }
}

/** The job's own token may not ask for its user by REST, but by GraphQL it is told. */
async function ownLogin(api: GitHubApi): Promise<string> {
  const answer = (await api('POST /graphql', { query: 'query { viewer { login } }' })) as {
    readonly data?: { readonly viewer?: { readonly login?: string } }
  }
  const login = answer.data?.viewer?.login
  if (login === undefined) throw new Error('GitHub did not say whose the token is.')
  return login
}

/** Does the work of a feature. Gives a sentence where it failed, with the permission that the job's token may lack. */
export async function attempt(
  what: string,
  permission: TokenPermission,
  work: () => Promise<void>,
): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    return `${what} ${wordsOf(error, permission)}`
  }
}

/** Fields of `GitHubRefusal`: src/github/ names no class of src/platform/. */
interface Refused {
  readonly status?: number
  readonly isLimited?: boolean
  readonly retryAfterSeconds?: number | undefined
}

function wordsOf(error: unknown, permission: TokenPermission): string {
  const { status, isLimited, retryAfterSeconds } = error as Refused
  const message = error instanceof Error ? error.message : String(error)
  if (isLimited) {
    const wait = retryAfterSeconds === undefined ? '' : ` for ${retryAfterSeconds} s`
    return `GitHub asks to slow down${wait} (status ${status}): ${message}`
  }
  if (status === 401) return 'GitHub does not know `github-token`: it may have expired.'
  if (status === 410) return 'Issues are switched off in this repository.'
  if (status === 403 || status === 404)
    return `\`github-token\` may lack \`${permission}: write\`: add it to the \`permissions\` of the job. GitHub says (status ${status}): ${message}`
  return status === undefined || status === 0 ? `No answer came: ${message}` : `GitHub says (status ${status}): ${message}` // prettier-ignore
}

/** All entries of a list of GitHub, up to a thousand. */
export async function listed<Entry>(
  { call }: Repository,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (let page = 1; page <= 10; page++) {
    const found = (await call(route, { ...parameters, per_page: 100, page })) as readonly Entry[]
    entries.push(...found)
    if (found.length < 100) break
  }
  return entries
}

/** GitHub takes no longer text of an issue or a comment. */
export const MOST_CHARACTERS = 65_536

/** The text with its marker in front, cut where it is too long, with a link to the whole. */
export function fittingText(marker: string, text: string, url: string | undefined): string {
  const whole = `${marker}\n${text}`
  if (whole.length <= MOST_CHARACTERS) return whole
  const end = `\n\n*The rest is left out: GitHub takes ${MOST_CHARACTERS} characters.${url === undefined ? '' : ` [The run](${url}) has it all.`}*\n`
  const room = MOST_CHARACTERS - end.length
  // Whole lines: half a row of a table would show as text. What was folded must not swallow the end.
  const kept = whole.slice(0, Math.max(marker.length, whole.lastIndexOf('\n', room - '\n</details>'.length)))
  const open = kept.split('<details>').length - kept.split('</details>').length
  return `${kept}${open > 0 ? '\n</details>' : ''}${end}`
}
