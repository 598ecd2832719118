/** What has become of findings. Pure. */
import type { Finding, Remedy } from './finding.ts'

/** A finding, and what a run did about it. */
export interface JudgedFinding extends Pick<Finding, 'finding' | 'group' | 'resource' | 'since' | 'what' | 'advice'> {
  readonly region: string
  /** What would heal it; undefined where only a person can. */
  readonly heal: Remedy['kind'] | undefined
  /**
   * `reported`: nothing was done. `marked`: seen for the first time, or not for long enough, by a run that heals. `healed`. `gone`:
   * it was not there any more just before it was to be healed. `failed`: it could not be healed.
   */
  readonly state: 'reported' | 'marked' | 'healed' | 'gone' | 'failed'
  /** Why no more was done, a clause; undefined where it was healed. */
  readonly why: string | undefined
}

/** What has become of a finding. */
export type Outcome = Pick<JudgedFinding, 'state' | 'why'>

/** Whether it is still there, as far as the run knows. */
export const isLeft = ({ state }: Pick<JudgedFinding, 'state'>): boolean => state !== 'healed' && state !== 'gone'

/** What a person has to look at first: what failed, then what only a person can heal. */
export function byUrgency(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const rank = ({ state, heal }: JudgedFinding): number =>
    state === 'failed' ? 0 : state === 'reported' ? (heal === undefined ? 1 : 2) : state === 'marked' ? 3 : 4
  return findings.toSorted((one, other) => rank(one) - rank(other))
}

/** Everything that a janitor has looked at in a region. */
export interface JanitorFindings {
  readonly region: string
  /** The names of all groups that were looked at. */
  readonly groups: readonly string[]
  readonly findings: readonly JudgedFinding[]
  /** Groups that were left alone: another run is at work there, or AWS lets no one change them. */
  readonly skipped: readonly { readonly group: string; readonly why: string }[]
}
