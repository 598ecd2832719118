/** Issues for what is stale: which is made, rewritten, closed or opened again. Pure. */
import { markerOf } from './plan-comment.ts'

/** A service, or a whole environment, that is behind. */
export interface StaleItem {
  /** Names it in every run. */
  readonly key: string
  readonly title: string
  /** Markdown. */
  readonly text: string
  /** How bad it is: `over` a limit is worse than a warning. */
  readonly severity: Severity
  readonly daysBehind: number
  /** Logins, and names of labels. */
  readonly assignees: readonly string[]
  readonly labels: readonly string[]
}

export type Severity = 'warn' | 'over'

/** An issue as GitHub lists it. */
export interface Issue {
  readonly number: number
  readonly title: string
  readonly body?: string | null
  readonly state: 'open' | 'closed'
  readonly state_reason?: string | null
  readonly user?: { readonly login?: string } | null
  /** Pull requests are listed among issues. */
  readonly pull_request?: unknown
}

/** One call, or two, about one issue. */
export type IssueChange =
  | { readonly kind: 'create'; readonly title: string; readonly body: string; readonly assignees: readonly string[]; readonly labels: readonly string[] } // prettier-ignore
  | { readonly kind: 'rewrite'; readonly number: number; readonly title: string; readonly body: string; readonly comment: string | undefined; readonly opens: boolean } // prettier-ignore
  | { readonly kind: 'close'; readonly number: number; readonly comment: string; readonly reason: 'completed' | 'duplicate' } // prettier-ignore

export interface TrackedState {
  readonly issues: readonly Issue[]
  /** The login under which this token writes: a marker of another author is only a text. */
  readonly author: string
  readonly items: readonly StaleItem[]
  /** Of everything that was looked at, stale or not: only these are closed. */
  readonly scope: readonly string[]
  /** Of the list of what has no issue of its own. */
  readonly restKey: string
  /** Makes the body of an issue fit. */
  readonly fit: (marker: string, text: string) => string
}

/** More would be noise: the rest stands in one list. */
export const MOST_ISSUES = 10

const RANKS: Readonly<Record<Severity, number>> = { warn: 0, over: 1 }

/** What is to be done, in an order in which it may be cut off anywhere. */
export function issueChanges({ issues, author, items, scope, restKey, fit }: TrackedState): readonly IssueChange[] {
  const own = issues.filter((issue) => issue.user?.login === author && issue.pull_request === undefined)
  const byMarker = Map.groupBy(own, ({ body }) => /^<!-- fleet-patch:stale \S+ -->/.exec(body ?? '')?.[0] ?? '')
  const ofKey = (key: string): readonly Issue[] =>
    (byMarker.get(markerOf('stale', key)) ?? []).toSorted((one, other) => one.number - other.number)
  const sorted = items.toSorted((one, other) => RANKS[other.severity] - RANKS[one.severity] || other.daysBehind - one.daysBehind || (one.key < other.key ? -1 : 1)) // prettier-ignore
  const hasRest = sorted.length > MOST_ISSUES
  const shown = hasRest ? sorted.slice(0, MOST_ISSUES - 1) : sorted
  const rest = hasRest ? sorted.slice(MOST_ISSUES - 1) : []
  const wanted = [...shown, ...(rest.length === 0 ? [] : [listOf(restKey, rest)])]
  const listed = new Set(rest.map(({ key }) => key))
  const isWanted = new Set(wanted.map(({ key }) => key))
  return [
    ...wanted.flatMap((item) => changesFor(item, ofKey(item.key), fit)),
    ...[...scope, restKey]
      .filter((key) => !isWanted.has(key))
      .flatMap((key) =>
        ofKey(key)
          .filter(({ state }) => state === 'open')
          .map(({ number }) => close(number, listed.has(key) ? MOVED : CURRENT)),
      ),
  ]
}

const CURRENT = 'Everything is up to date. Fleet Patch closes this issue, and opens it again where that changes.'
const MOVED = 'There are too many for issues of their own: this one goes on in the list of the others.'
const DUPLICATE = 'There is an older issue about the same.'

const close = (number: number, comment: string): IssueChange => ({ kind: 'close', number, comment, reason: comment === DUPLICATE ? 'duplicate' : 'completed' }) // prettier-ignore

function changesFor(
  { key, title, text, severity, assignees, labels }: StaleItem,
  existing: readonly Issue[],
  fit: TrackedState['fit'],
): readonly IssueChange[] {
  const marker = markerOf('stale', key)
  const body = fit(marker, `${severityMark(severity)}\n${text}`)
  const [kept, ...doubles] = existing.toSorted((one, other) => Number(other.state === 'open') - Number(one.state === 'open')) // prettier-ignore
  if (kept === undefined) return [{ kind: 'create', title, body, assignees, labels }]
  const closing = doubles.filter(({ state }) => state === 'open').map(({ number }) => close(number, DUPLICATE))
  const before = severityIn(kept.body ?? '')
  const isWorse = before !== undefined && RANKS[severity] > RANKS[before]
  // Who has closed it as not planned has decided, until it gets worse.
  if (kept.state === 'closed' && kept.state_reason === 'not_planned' && !isWorse) return closing
  const opens = kept.state === 'closed'
  const comment = opens ? 'It is behind again.' : isWorse ? 'It is over its limit now.' : undefined
  if (!opens && kept.body === body && kept.title === title) return closing
  return [{ kind: 'rewrite', number: kept.number, title, body, comment, opens }, ...closing]
}

const severityMark = (severity: Severity): string => `<!-- fleet-patch:severity ${severity} -->`

function severityIn(body: string): Severity | undefined {
  const [, severity] = /<!-- fleet-patch:severity (warn|over) -->/.exec(body) ?? []
  return severity as Severity | undefined
}

function listOf(key: string, rest: readonly StaleItem[]): StaleItem {
  const lines = rest.map(
    ({ title, severity, daysBehind }) =>
      `- ${title} (${daysBehind} days${severity === 'over' ? ', over its limit' : ''})`,
  )
  return {
    key,
    title: `${rest.length} more are behind`,
    text: ['These have no issue of their own:', '', ...lines, ''].join('\n'),
    severity: rest.some(({ severity }) => severity === 'over') ? 'over' : 'warn',
    daysBehind: Math.max(...rest.map(({ daysBehind }) => daysBehind)),
    assignees: [],
    labels: [...new Set(rest.flatMap(({ labels }) => labels))].slice(0, 10),
  }
}
