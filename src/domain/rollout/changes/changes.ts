/**
 * All kinds of change that a run makes to a group. A new kind is one file beside this one, an entry here, its call in
 * src/aws/act/ and what a run learns from it in src/controllers/rollout/after-change.ts: the compiler names each place.
 */
import type { Fleet } from '../fleet.ts'
import type { ChangeKind, ListIds } from './change-kind.ts'
import { type ClearState, clearStateKind } from './clear-state.ts'
import { type Register, registerKind } from './register.ts'
import { type RenewLease, renewLeaseKind } from './renew-lease.ts'
import { type Resize, resizeKind } from './resize.ts'
import { type Resume, resumeKind } from './resume.ts'
import { type SaveState, saveStateKind } from './save-state.ts'
import { type SetLaunchSource, setLaunchSourceKind } from './set-launch-source.ts'
import { type Suspend, suspendKind } from './suspend.ts'
import { type Terminate, terminateKind } from './terminate.ts'
import { type TerminateWarm, terminateWarmKind } from './terminate-warm.ts'

/** One call to AWS that changes a group. */
export type Change =
  | SaveState
  | RenewLease
  | Suspend
  | Resize
  | Terminate
  | TerminateWarm
  | SetLaunchSource
  | Register
  | Resume
  | ClearState

export type ChangeKindName = Change['kind']

/** What is known of each kind, by its name. */
export const CHANGE_KINDS = {
  'save-state': saveStateKind,
  'renew-lease': renewLeaseKind,
  suspend: suspendKind,
  resize: resizeKind,
  terminate: terminateKind,
  'terminate-warm': terminateWarmKind,
  'set-launch-source': setLaunchSourceKind,
  register: registerKind,
  resume: resumeKind,
  'clear-state': clearStateKind,
} as const satisfies { readonly [Name in ChangeKindName]: ChangeKind<Extract<Change, { kind: Name }>> }

/** The name of a change among the step actions of the outputs. */
export type ChangeStepAction = (typeof CHANGE_KINDS)[ChangeKindName]['stepAction']

// The table has each kind under its own name, so what stands there takes the change.
const kindOf = ({ kind }: Change): ChangeKind<Change> => CHANGE_KINDS[kind] as ChangeKind<Change>

/** The group right after AWS has accepted a change. */
export const afterChange = (fleet: Fleet, change: Change): Fleet => kindOf(change).applyTo(fleet, change)

/**
 * Whether an observation shows a change already: AWS's answers may lag behind its acceptance, and a decision on what was
 * before could be made twice.
 */
export const isVisibleIn = (fleet: Fleet, change: Change): boolean => kindOf(change).isVisibleIn(fleet, change)

/** Whether AWS may have set other sizes than before, where it has carried out this change. */
export const setsSizes = (change: Change): boolean =>
  change.kind === 'resize' || (change.kind === 'terminate' && change.decrement)

/** What a change does, as an order; `list` writes the ids of its instances. */
export const changeText = (change: Change, list: ListIds): string => kindOf(change).describe(change, list)

/** Whether a later change makes an earlier one out of date. */
export function supersedes(later: Change, earlier: Change): boolean {
  // An instance that was told to leave leaves, whatever comes after.
  if (earlier.kind === 'terminate' || (later.kind === 'terminate' && !later.decrement)) return false
  return kindOf(later).subject === kindOf(earlier).subject
}
