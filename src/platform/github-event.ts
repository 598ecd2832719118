/** What the event of a run says, as GitHub passes it to a step. */
import type { WorkflowContext } from './runner.ts'

/** An event: its name (`GITHUB_EVENT_NAME`), the ref of the run, and its payload, parsed JSON of any shape. */
export interface GithubEvent {
  readonly name: string
  readonly ref: string
  readonly payload: unknown
}

/**
 * The default branch, `''` where the event does not tell it, and the pull request. The payload of `schedule` names no repository
 * (https://github.com/github/codeql-action/pull/1211), but such a run always works on the last commit of the default branch, so its ref is that
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule).
 */
export function eventFacts({
  name,
  ref,
  payload,
}: GithubEvent): Pick<WorkflowContext, 'defaultBranch' | 'pullRequest'> {
  const event = payload as Payload | null | undefined
  const told = event?.repository?.default_branch
  const pull = event?.pull_request
  const scheduled = name === 'schedule' ? (/^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? '') : ''
  return {
    defaultBranch: typeof told === 'string' ? told : scheduled,
    pullRequest:
      typeof pull?.number === 'number'
        ? { number: pull.number, isFork: pull.head?.repo?.full_name !== event?.repository?.full_name }
        : undefined,
  }
}

interface Payload {
  readonly repository?: { readonly default_branch?: unknown; readonly full_name?: unknown }
  readonly pull_request?: {
    readonly number?: unknown
    readonly head?: { readonly repo?: { readonly full_name?: unknown } | null }
  }
}
