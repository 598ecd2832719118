import type { ProbeHistory } from './bastion.ts'

/** An answer to one question, or none. */
export type ProbeResult =
  { readonly kind: 'banner'; readonly text: string } | { readonly kind: 'no-answer'; readonly why: string }

/** Who was asked, and when. */
export interface SshQuestion {
  readonly instance: string
  readonly association: string | undefined
  readonly at: number
}

/** The hearing after one more question; it begins anew when another instance, or another association, was asked. */
export function probeHistoryAfter(
  before: ProbeHistory | undefined,
  { instance, association, at }: SshQuestion,
  heard: ProbeResult,
): ProbeHistory {
  const same = before?.instance === instance && before.association === association ? before : undefined
  const since = same?.since ?? at
  if (heard.kind === 'no-answer')
    return {
      instance,
      association,
      since,
      firstHeardAt: same?.firstHeardAt,
      lastHeardAt: same?.lastHeardAt,
      banner: same?.banner,
      noAnswer: heard.why,
    }
  return {
    instance,
    association,
    since,
    firstHeardAt: same?.firstHeardAt ?? at,
    lastHeardAt: at,
    banner: heard.text,
    noAnswer: undefined,
  }
}

/** How long there has been no answer, with the last reason, once that is too long; undefined before. */
export function noAnswerFor(
  hearing: ProbeHistory | undefined,
  { now, seconds }: { readonly now: number; readonly seconds: number },
): string | undefined {
  if (hearing?.noAnswer === undefined) return undefined
  const silent = now - (hearing.lastHeardAt ?? hearing.since)
  return silent > seconds ? `for ${Math.round(silent / 60)} minutes (${hearing.noAnswer})` : undefined
}
