/** Whether a finding is only reported, marked, or healed. Pure. */
import type { Finding, Remedy } from './finding.ts'

/** What a run may do. */
export interface HealPolicy {
  readonly heal: boolean
  readonly healStandby: boolean
  readonly healSources: boolean
  readonly olderThanSeconds: number
}

/** What is known of a finding besides. */
export interface HealContext {
  /** Seconds since the Unix epoch. */
  readonly at: number
  /** When an earlier run has marked exactly this finding; undefined where none has. */
  readonly markedAt: number | undefined
  /** Why the catalogue lets no run heal it; undefined where it does. */
  readonly refusal: string | undefined
}

export type Verdict =
  | { readonly kind: 'report'; readonly why: string }
  /** Seen for the first time by a run that heals: it is marked, for a later run. */
  | { readonly kind: 'mark' }
  | { readonly kind: 'wait'; readonly why: string }
  | { readonly kind: 'heal'; readonly remedy: Remedy }

/** A mark must stand so long, so that people can object, and a run beside this one is no later run. */
export const MARK_RESTS_SECONDS = 3600

/** Nothing is healed at first sight. */
export function verdictOf(
  { remedy, since }: Pick<Finding, 'remedy' | 'since'>,
  policy: HealPolicy,
  { at, markedAt, refusal }: HealContext,
): Verdict {
  if (remedy === undefined) return { kind: 'report', why: 'only a person can decide' }
  if (!policy.heal) return { kind: 'report', why: 'without `heal`' }
  const missing = missingInput(remedy, policy)
  if (missing !== undefined) return { kind: 'report', why: `without \`${missing}\`` }
  if (refusal !== undefined) return { kind: 'report', why: refusal }
  if (markedAt === undefined) return { kind: 'mark' }
  // What has no date is as old as its mark.
  const rests = since === undefined ? Math.max(MARK_RESTS_SECONDS, policy.olderThanSeconds) : MARK_RESTS_SECONDS
  return at - markedAt >= rests
    ? { kind: 'heal', remedy }
    : { kind: 'wait', why: 'an earlier run has marked it; a later one heals it' }
}

function missingInput({ kind }: Remedy, { healStandby, healSources }: HealPolicy): string | undefined {
  switch (kind) {
    case 'exit-standby':
      return healStandby ? undefined : 'heal-standby'
    case 'delete-configuration':
    case 'delete-versions':
      return healSources ? undefined : 'heal-sources'
    case 'restore':
    case 'resume':
    case 'register':
    case 'cancel-refresh':
      return undefined
    default:
      return kind satisfies never
  }
}

/** The remedies that put back what a run of ours has left: those the catalogue never forbids. */
export const isOwn = ({ kind }: Remedy): boolean => kind === 'restore'
