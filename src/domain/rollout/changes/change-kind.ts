import type { Fleet } from '../fleet.ts'

/** What a change is about: a later change about the same makes an earlier one out of date. */
export type ChangeSubject = 'memo' | 'processes' | 'sizes' | 'launch source' | 'registration' | 'warm pool'

/** Writes ids of instances for a reader, `i-1, i-2 and 3 more` where there are many. */
export type ListIds = (ids: readonly string[]) => string

/** All that the code knows of one kind of change; `Kind` is the change with the facts that its call takes. */
export interface ChangeKind<Kind> {
  /** Its name among the step actions of the outputs, which stays whatever the code calls it. */
  readonly stepAction: string
  readonly subject: ChangeSubject
  /** False for what only keeps the run's own tags in order: a run that did nothing else has changed nothing. */
  readonly changesGroup: boolean
  /**
   * True for what takes something away, or writes over what others may have set meanwhile: it is made only on a recent
   * look.
   */
  readonly needsRecentLook: boolean
  /**
   * How often the call is sent before the group is looked at again; undefined: as often as any other call. What was
   * decided on a look must not be written over what another process has set since.
   */
  readonly attempts: number | undefined
  /**
   * Which changes may follow on the same look, on the group as an answer that is clear has left it; `anything` where the
   * change leaves open nothing that a decision needs. After none of them the group is looked at again first.
   */
  readonly followedBy: readonly string[] | 'anything'
  /** The group right after AWS has accepted the change. */
  readonly applyTo: (fleet: Fleet, change: Kind) => Fleet
  /** Whether an observation shows the change: AWS's answers may lag behind its acceptance. */
  readonly isVisibleIn: (fleet: Fleet, change: Kind) => boolean
  /** What the change does, as an order. */
  readonly describe: (change: Kind, list: ListIds) => string
}
