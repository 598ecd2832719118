/** A GitHub on loopback: issues, comments, deployments of one repository, and what goes wrong with them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listenOnLoopback } from '../simulator/loopback.ts'

export interface StoredIssue {
  readonly number: number
  title: string
  body: string
  state: 'open' | 'closed'
  state_reason: string | null
  readonly user: { readonly login: string }
  readonly assignees: readonly string[]
  readonly labels: readonly string[]
  readonly comments: StoredComment[]
  /** Pull requests are issues too. */
  readonly pull_request?: object
}

export interface StoredComment {
  readonly id: number
  body: string
  readonly user: { readonly login: string }
}

export interface StoredDeployment {
  readonly id: number
  readonly wish: Readonly<Record<string, unknown>>
  readonly statuses: Readonly<Record<string, unknown>>[]
}

/** The permission of the token that a call needs. */
export type Needed = 'issues' | 'pull-requests' | 'deployments'

export interface LoopbackGitHub {
  readonly url: string
  readonly issues: StoredIssue[]
  readonly deployments: StoredDeployment[]
  /** `POST /repos/o/r/issues`, in order. */
  readonly calls: string[]
  /** The permissions that each call has needed, apart from those that only read. */
  readonly needed: Set<Needed>
  /** What the token lacks. */
  readonly lacks: Set<Needed>
  /** The next calls that write are refused for a secondary rate limit. */
  limited: number
  /** The next calls are not answered. */
  silent: number
  addIssue(issue: Partial<StoredIssue>): StoredIssue
  close(): Promise<void>
}

/** As whom the token writes. */
export const OWN_LOGIN = 'github-actions[bot]'
const MOST_CHARACTERS = 65_536

class Refusal extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

export async function loopbackGitHub(): Promise<LoopbackGitHub> {
  let ids = 100
  const github = {
    issues: [] as StoredIssue[],
    deployments: [] as StoredDeployment[],
    calls: [] as string[],
    needed: new Set<Needed>(),
    lacks: new Set<Needed>(),
    limited: 0,
    silent: 0,
    addIssue: (issue: Partial<StoredIssue>): StoredIssue => {
      const added: StoredIssue = {
        number: github.issues.length + 1,
        title: '',
        body: '',
        state: 'open',
        state_reason: null,
        user: { login: OWN_LOGIN },
        assignees: [],
        labels: [],
        comments: [],
        ...issue,
      }
      github.issues.push(added)
      return added
    },
  }
  const issue = (number: string | undefined): StoredIssue => {
    const found = github.issues.find((each) => each.number === Number(number))
    if (found === undefined) throw new Refusal(404, 'Not Found')
    return found
  }
  const text = (body: Body): string => {
    const written = typeof body['body'] === 'string' ? body['body'] : ''
    if (written.length > MOST_CHARACTERS)
      throw new Refusal(422, `Validation Failed: body is too long (maximum is ${MOST_CHARACTERS} characters)`)
    return written
  }
  const page = <Entry>(entries: readonly Entry[], query: URLSearchParams): readonly Entry[] => {
    const size = Math.min(100, Number(query.get('per_page') ?? 30))
    return entries.slice((Number(query.get('page') ?? 1) - 1) * size).slice(0, size)
  }
  const routes: readonly Route[] = [
    { method: 'POST', path: /^\/graphql$/, answer: () => ({ data: { viewer: { login: OWN_LOGIN } } }) },
    {
      method: 'GET',
      path: /^\/repos\/[^/]+\/[^/]+\/issues$/,
      answer: ({ query }) => page(github.issues.filter((each) => (query.get('state') === 'all' || each.state === 'open') && (query.get('creator') ?? each.user.login) === each.user.login), query), // prettier-ignore
    },
    {
      method: 'POST',
      path: /^\/repos\/[^/]+\/[^/]+\/issues$/,
      needs: () => 'issues',
      answer: ({ body }) => github.addIssue({ title: typeof body['title'] === 'string' ? body['title'] : '', body: text(body), assignees: body['assignees'] as string[], labels: body['labels'] as string[] }), // prettier-ignore
    },
    {
      method: 'PATCH',
      path: /^\/repos\/[^/]+\/[^/]+\/issues\/(\d+)$/,
      needs: () => 'issues',
      answer: ({ body, parts: [number] }) => {
        const { title, state, state_reason: reason } = body
        const found = issue(number)
        if (typeof title === 'string') found.title = title
        if (body['body'] !== undefined) found.body = text(body)
        if (state === 'open' || state === 'closed') found.state = state
        if (typeof reason === 'string') found.state_reason = reason
        return found
      },
    },
    { method: 'GET', path: /^\/repos\/[^/]+\/[^/]+\/issues\/(\d+)\/comments$/, answer: ({ query, parts: [number] }) => page(issue(number).comments, query) }, // prettier-ignore
    {
      method: 'POST',
      path: /^\/repos\/[^/]+\/[^/]+\/issues\/(\d+)\/comments$/,
      needs: ([number]) => (issue(number).pull_request === undefined ? 'issues' : 'pull-requests'),
      answer: ({ body, parts: [number] }) => {
        const comment = { id: ids++, body: text(body), user: { login: OWN_LOGIN } }
        issue(number).comments.push(comment)
        return comment
      },
    },
    {
      method: 'PATCH',
      path: /^\/repos\/[^/]+\/[^/]+\/issues\/comments\/(\d+)$/,
      needs: () => 'pull-requests',
      answer: ({ body, parts: [id] }) => {
        const found = github.issues.flatMap(({ comments }) => comments).find((each) => each.id === Number(id))
        if (found === undefined) throw new Refusal(404, 'Not Found')
        found.body = text(body)
        return found
      },
    },
    {
      method: 'POST',
      path: /^\/repos\/[^/]+\/[^/]+\/deployments$/,
      needs: () => 'deployments',
      answer: ({ body }) => {
        const deployment = { id: ids++, wish: body, statuses: [] }
        github.deployments.push(deployment)
        return deployment
      },
    },
    {
      method: 'POST',
      path: /^\/repos\/[^/]+\/[^/]+\/deployments\/(\d+)\/statuses$/,
      needs: () => 'deployments',
      answer: ({ body, parts: [id] }) => {
        const found = github.deployments.find((each) => each.id === Number(id))
        if (found === undefined) throw new Refusal(404, 'Not Found')
        found.statuses.push(body)
        return body
      },
    },
  ]
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const { method = 'GET' } = request
    const url = new URL(request.url ?? '/', 'http://loopback')
    github.calls.push(`${method} ${url.pathname}`)
    if (request.headers.authorization !== 'token ghs_secret') throw new Refusal(401, 'Bad credentials')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = (chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString())) as Body
    for (const route of routes) {
      const match = route.method === method ? route.path.exec(url.pathname) : null
      if (match === null) continue
      const parts = match.slice(1)
      const need = route.needs?.(parts)
      if (need !== undefined) {
        github.needed.add(need)
        if (github.lacks.has(need)) throw new Refusal(403, 'Resource not accessible by integration')
        if (github.limited > 0) {
          github.limited -= 1
          throw new Refusal(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '60' })
        }
      }
      return route.answer({ body, parts, query: url.searchParams })
    }
    throw new Refusal(404, 'Not Found')
  }
  const server = createServer((request, response) => {
    if (github.silent > 0) {
      github.silent -= 1
      return
    }
    answer(request).then(
      (value) => send(response, 200, value),
      (error: unknown) => {
        const refusal = error instanceof Refusal ? error : new Refusal(500, String(error))
        send(response, refusal.status, { message: refusal.message }, refusal.headers)
      },
    )
  })
  const { url, close } = await listenOnLoopback(server, 0)
  const closeAll = async (): Promise<void> => {
    server.closeAllConnections()
    await close()
  }
  return Object.assign(github, { url, close: closeAll })
}

type Body = Readonly<Record<string, unknown>>

interface Route {
  readonly method: string
  readonly path: RegExp
  readonly needs?: (parts: readonly string[]) => Needed
  readonly answer: (request: { readonly body: Body; readonly parts: readonly string[]; readonly query: URLSearchParams }) => unknown // prettier-ignore
}

function send(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  // prettier-ignore
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(value))
}
