/** The event that starts a workflow, as GitHub tells it to expressions and to steps. */
import type { GithubEvent } from '../../src/platform/github-event.ts'
import type { Contexts } from './expressions.ts'

/** The payload: that of `schedule` has its cron alone, and names no repository. */
export const payloadOf = (event: string): unknown =>
  event === 'schedule' ? { schedule: '17 7 1 * *' } : { repository: { default_branch: 'main' } }

/** What the context `github` says of it. */
export function eventOf(contexts: Contexts): GithubEvent {
  const github = contexts['github'] as { readonly event_name: string; readonly ref: string; readonly event: unknown }
  return { name: github.event_name, ref: github.ref, payload: github.event }
}
