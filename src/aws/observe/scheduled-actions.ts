import type { ScheduledUpdateGroupAction } from '@aws-sdk/client-auto-scaling'
import { isUncertain, UserError } from '../../errors.ts'
import { isYoung, mayBeKept } from '../../domain/rollout/freshness.ts'
import type { DueAction } from '../../domain/rollout/fleet.ts'
import type { Connection } from '../client/connection.ts'
import { everyPage } from '../client/pages.ts'
import { isRefusedAs } from '../client/refusals.ts'
import { MOST_ASKED_ONE_BY_ONE } from '../groups/one-by-one.ts'
import { Recurrence } from './recurrence.ts'

/** Of which group, and since when what falls due matters (seconds since the Unix epoch). */
export interface DueActionsQuestion {
  readonly group: string
  readonly since: number
  readonly now: number
}

/** So far ahead it is told what falls due. */
const AHEAD_SECONDS = 86_400
/** What falls due in so short a time is asked for every minute. */
const SOON_SECONDS = 600

interface KnownAction {
  readonly action: ScheduledUpdateGroupAction
  /** Undefined where it runs once. */
  readonly recurrence: Recurrence | 'unreadable' | undefined
  /** When it was first to run, as this process has first seen it; undefined where it has gone on before. */
  readonly notBefore: number | undefined
}

interface Known {
  readonly at: number
  readonly actions: readonly KnownAction[]
}

/**
 * The scheduled actions of groups, kept for a minute, and for four where none falls due soon. AWS tells of those that have not run or not reached their end;
 * whether one is told that fell due while `ScheduledActions` was suspended it does not say, so one that has vanished since
 * is remembered. Where a later read fails, what was read before holds.
 */
export class ScheduledActions {
  readonly #known = new Map<string, Known>()
  readonly #asked = new Set<string>()
  readonly #warn: (group: string, message: string) => void
  #all: { readonly at: number; readonly actions: Promise<readonly ScheduledUpdateGroupAction[]> } | undefined

  /** `warn` hears of what AWS has taken and cannot be read here. */
  constructor(warn: (group: string, message: string) => void = () => undefined) {
    this.#warn = warn
  }

  /** What falls due from `since` on, for a day ahead, in its order. */
  async due(connection: Connection, { group, since, now }: DueActionsQuestion): Promise<readonly DueAction[]> {
    const known = this.#known.get(group)
    const isFresh = known !== undefined && isFreshAt(now, known)
    const { actions } = isFresh ? known : await this.#read(connection, { group, now, known })
    return actions
      .flatMap((each) => dueOf(each, { since, until: now + AHEAD_SECONDS, now }))
      .toSorted((a, b) => a.at - b.at)
  }

  async #read(connection: Connection, { group, now, known }: Reading): Promise<Known> {
    try {
      const told = await this.#told(connection, group, now)
      const read = { at: now, actions: withVanished(told, { known, now }) }
      const isKnown = ({ Recurrence: expression }: ScheduledUpdateGroupAction): boolean =>
        known?.actions.some(({ action }) => action.Recurrence === expression) === true
      for (const { action, recurrence } of read.actions)
        if (recurrence === 'unreadable' && !isKnown(action)) this.#warn(group, unreadableText(action))
      this.#known.set(group, read)
      return read
    } catch (error) {
      if (known === undefined || !(error instanceof UserError || isUncertain(error))) throw error
      return known
    }
  }

  /** Of few groups each is asked; of more the account, once a minute. */
  async #told(connection: Connection, group: string, now: number): Promise<readonly ScheduledUpdateGroupAction[]> {
    this.#asked.add(group)
    if (this.#asked.size <= MOST_ASKED_ONE_BY_ONE) return await scheduledActions(connection, group)
    const all = this.#all
    const shared =
      all !== undefined && isYoung('scheduledActions', { from: all.at, now })
        ? all
        : { at: now, actions: scheduledActions(connection) }
    this.#all = shared
    try {
      return (await shared.actions).filter(({ AutoScalingGroupName }) => AutoScalingGroupName === group)
    } catch (error) {
      if (this.#all === shared) this.#all = undefined
      throw error
    }
  }
}

/** Whether what was read holds: what falls due soon may be deleted before it does. */
function isFreshAt(now: number, { at, actions }: Known): boolean {
  const age = { from: at, now }
  if (isYoung('scheduledActions', age)) return true
  const soon = { since: at, until: at + SOON_SECONDS, now }
  return mayBeKept('scheduledActions', age) && actions.every((each) => dueOf(each, soon).length === 0)
}

interface Reading {
  readonly group: string
  readonly now: number
  readonly known: Known | undefined
}

const startOf = ({ StartTime }: ScheduledUpdateGroupAction): number | undefined =>
  StartTime && StartTime.getTime() / 1000

const nameOf = ({ ScheduledActionName = '' }: ScheduledUpdateGroupAction): string => ScheduledActionName

/** AWS has taken the expression: that it cannot be read here must not keep a group from being rolled, or put back. */
function recurrenceOf(
  { Recurrence: expression, TimeZone }: ScheduledUpdateGroupAction,
  now: number,
): KnownAction['recurrence'] {
  if (expression === undefined) return undefined
  try {
    const recurrence = new Recurrence(expression, TimeZone)
    recurrence.next(now)
    return recurrence
  } catch {
    return 'unreadable'
  }
}

const unreadableText = ({ ScheduledActionName: name = '', Recurrence: expression = '', TimeZone }: ScheduledUpdateGroupAction): string =>
  `When the scheduled action ${name} falls due is not known: its recurrence \`${expression}\`${TimeZone === undefined ? '' : ` in ${TimeZone}`} cannot be read. What it would set while scheduled actions are suspended is not set.` // prettier-ignore

/** What is told now, with what was known of it, and what can only have vanished because its time has passed. */
function withVanished(
  told: readonly ScheduledUpdateGroupAction[],
  { known, now }: { readonly known: Known | undefined; readonly now: number },
): readonly KnownAction[] {
  const before = new Map(known?.actions.map((each) => [nameOf(each.action), each]))
  const current = told.map((action): KnownAction => {
    const earlier = before.get(nameOf(action))
    const isSame = earlier !== undefined && earlier.action.Recurrence === action.Recurrence && earlier.action.TimeZone === action.TimeZone // prettier-ignore
    if (isSame) return { ...earlier, action }
    // The first read of a process does not tell whether a recurring action has run before.
    return {
      action,
      recurrence: recurrenceOf(action, now),
      notBefore: known === undefined ? undefined : startOf(action),
    }
  })
  const names = new Set(told.map(nameOf))
  const vanished = [...before.values()].filter(
    ({ action }) =>
      !names.has(nameOf(action)) && action.Recurrence === undefined && (startOf(action) ?? Infinity) <= now,
  )
  return [...current, ...vanished]
}

interface Span {
  readonly since: number
  readonly until: number
  readonly now: number
}

function dueOf(known: KnownAction, span: Span): readonly DueAction[] {
  const { ScheduledActionName: name = '', MinSize: min, MaxSize: max, DesiredCapacity: desired } = known.action
  const sizes = {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(desired !== undefined && { desired }),
  }
  return momentsOf(known, span).map((at) => ({ name, at, sizes }))
}

function momentsOf({ action, recurrence, notBefore }: KnownAction, span: Span): readonly number[] {
  const start = startOf(action)
  const { since, now } = span
  const until = Math.min(span.until, action.EndTime === undefined ? Infinity : action.EndTime.getTime() / 1000)
  if (recurrence === undefined) return start !== undefined && start > since && start <= until ? [start] : []
  if (recurrence === 'unreadable') return []
  const next = recurrence.next(now)
  // One that is shown to start later than its expression says has not begun.
  const begins = start !== undefined && next !== undefined && start > next ? start : undefined
  return recurrence.between(Math.max(since, (notBefore ?? -Infinity) - 1, (begins ?? -Infinity) - 1), until)
}

/** Those of one group, or of the account. None where the group was deleted in the middle of a look; the next look says so. */
async function scheduledActions(
  connection: Connection,
  group?: string,
): Promise<readonly ScheduledUpdateGroupAction[]> {
  const { DescribeScheduledActionsCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  try {
    const pages = await everyPage((token) =>
      connection.send(
        client,
        new DescribeScheduledActionsCommand({
          ...(group !== undefined && { AutoScalingGroupName: group }),
          MaxRecords: 100,
          ...token,
        }),
      ),
    )
    return pages.flatMap(({ ScheduledUpdateGroupActions }) => ScheduledUpdateGroupActions ?? [])
  } catch (error) {
    if (isRefusedAs(error, 'group does not exist')) return []
    throw error
  }
}
