import type { Repository } from './repository.ts'
import type { IssueChange } from './tracking-issues.ts'

/** Makes the calls of one change. GitHubRefusal where GitHub refuses one. */
export async function applyIssueChange({ call }: Repository, change: IssueChange): Promise<void> {
  switch (change.kind) {
    case 'create': {
      const { title, body, assignees, labels } = change
      await call('POST /repos/{owner}/{repo}/issues', { title, body, assignees, labels })
      return
    }
    case 'rewrite': {
      const { number, title, body, comment, opens } = change
      await call(ISSUE, {
        issue_number: number,
        title,
        body,
        ...(opens && { state: 'open', state_reason: 'reopened' }),
      })
      if (comment !== undefined) await call(COMMENTS, { issue_number: number, body: comment })
      return
    }
    case 'close':
      // The comment first: whoever is told of the closing finds the reason.
      await call(COMMENTS, { issue_number: change.number, body: change.comment })
      await call(ISSUE, { issue_number: change.number, state: 'closed', state_reason: change.reason === 'duplicate' ? 'not_planned' : 'completed' }) // prettier-ignore
      return
    default:
      change satisfies never
  }
}

const ISSUE = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}'
const COMMENTS = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
