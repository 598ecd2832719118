/** An instance refresh that others begin in a group while it rolls: both would replace its instances. Pure. */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import { CHANGE_KINDS } from './changes/changes.ts'
import type { Fleet } from './fleet.ts'
import type { RunState } from './run-state.ts'
import { shellWord } from './suspension-text.ts'

/** An instance refresh that is under way. */
export interface ActiveRefresh {
  readonly id: string
  /** AWS's `InstanceRefreshStatus`. */
  readonly status: string
  /** What it rolls to, for people; undefined where it brings no configuration of its own. */
  readonly configuration: string | undefined
}

/** What a run knows of refreshes: the active one, if any, and when AWS was asked. */
export interface RefreshSeen {
  readonly at: number
  readonly active: ActiveRefresh | undefined
  /** The answer may have been given before that look: no departure goes by it. */
  readonly mayBeKept?: true
}

/** `the instance refresh 08b9... is InProgress, to launch template web version 3`. */
export const refreshText = ({ id, status, configuration }: ActiveRefresh): string =>
  `the instance refresh ${id} is ${status}${configuration === undefined ? '' : `, to ${configuration}`}`

/** Stops the roll before the next instance leaves. */
export function haltOnRefresh({ fleet, state }: Situation): Action | undefined {
  const active = state.refresh?.active
  if (active === undefined) return undefined
  return {
    kind: 'halt',
    reason: `${refreshText(active)}: it was begun from outside this run and replaces the instances of ${fleet.group} as well`,
    remedy: `Wait for its end, or cancel it with \`aws autoscaling cancel-instance-refresh --auto-scaling-group-name ${shellWord(fleet.group)}\`, then start again.`,
  }
}

/** So long a roll that only waits does not ask again. */
const WAITING_SECONDS = 600

/** What is added leaves only once AWS was asked again: for it an answer does that was given so long ago. */
const ADDING_SECONDS = 900

/** How old an answer may be that this action is decided by, in seconds. */
export const refreshMayBeOld = ({ kind }: Pick<Action, 'kind'>): number => (kind === 'resize' ? ADDING_SECONDS : 0)

/** Whether AWS is to be asked for a refresh before this action: before each that adds or takes away capacity, else now and then. */
export function asksForRefresh(
  action: Action,
  { at }: Pick<Fleet, 'at'>,
  { refresh }: Pick<RunState, 'refresh'>,
): boolean {
  switch (action.kind) {
    case 'wait':
    case 'probe':
      return refresh === undefined || at - refresh.at >= WAITING_SECONDS
    case 'done':
    case 'halt':
    case 'refuse':
      return false
    default:
      return (
        CHANGE_KINDS[action.kind].needsRecentLook &&
        (refresh?.at !== at || (refresh.mayBeKept === true && refreshMayBeOld(action) === 0))
      )
  }
}
