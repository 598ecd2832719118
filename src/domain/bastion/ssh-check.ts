import type { ProbeHistory } from './bastion.ts'

/** An answer to one question, or none. */
export type ProbeResult =
  { readonly kind: 'banner'; readonly text: string } | { readonly kind: 'no-answer'; readonly why: string }

/** Which instance was asked, by which association, and when. */
export interface SshQuestion {
  readonly instance: string
  readonly association: string | undefined
  readonly at: number
}

/** The history of the answers after one more question; it begins anew when another instance, or another association, was asked. */
export function probeHistoryAfter(
  before: ProbeHistory | undefined,
  { instance, association, at }: SshQuestion,
  result: ProbeResult,
): ProbeHistory {
  const same = before?.instance === instance && before.association === association ? before : undefined
  const since = same?.since ?? at
  if (result.kind === 'no-answer')
    return {
      instance,
      association,
      since,
      firstHeardAt: same?.firstHeardAt,
      lastHeardAt: same?.lastHeardAt,
      banner: same?.banner,
      noAnswer: result.why,
    }
  return {
    instance,
    association,
    since,
    firstHeardAt: same?.firstHeardAt ?? at,
    lastHeardAt: at,
    banner: result.text,
    noAnswer: undefined,
  }
}

/** How long there has been no answer, with the last reason, once that is too long; undefined before. */
export function noAnswerFor(
  history: ProbeHistory | undefined,
  { now, seconds }: { readonly now: number; readonly seconds: number },
): string | undefined {
  if (history?.noAnswer === undefined) return undefined
  const unansweredSeconds = now - (history.lastHeardAt ?? history.since)
  return unansweredSeconds > seconds
    ? `for ${Math.round(unansweredSeconds / 60)} minutes (${history.noAnswer})`
    : undefined
}
