/** The plan of a dry run as one comment on its pull request, which later runs rewrite. */
import { fittingText, listed, type Repository } from './repository.ts'

export interface PlanComment {
  readonly pullRequest: number
  /** Of the workflow and the environment: of each there is one comment. */
  readonly key: string
  /** Markdown. */
  readonly text: string
  /** Address of the run. */
  readonly url: string | undefined
}

interface Comment {
  readonly id: number
  readonly body?: string | null
  readonly user?: { readonly login?: string } | null
}

/** Nothing in a key may end the comment of HTML that it stands in. */
export const markerOf = (kind: string, key: string): string => `<!-- fleet-patch:${kind} ${encodeURIComponent(key)} -->`

/** Writes the comment, or rewrites the one that there is. GitHubRefusal where GitHub refuses it. */
export async function writePlanComment(
  repository: Repository,
  { pullRequest, key, text, url }: PlanComment,
): Promise<void> {
  // prettier-ignore
  const { call, login } = repository
  const marker = markerOf('plan', key)
  const author = await login()
  const comments = await listed<Comment>(repository, 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { issue_number: pullRequest }) // prettier-ignore
  // A marker of another author is a text that anyone can write.
  const own = comments.find((each) => each.user?.login === author && each.body?.startsWith(marker))
  const body = fittingText(marker, text, url)
  if (own === undefined)
    await call('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { issue_number: pullRequest, body })
  else if (own.body !== body)
    await call('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: own.id, body })
}
