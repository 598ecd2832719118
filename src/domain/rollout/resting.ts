/** What becomes of scaling while a group rolls, in words. Pure. */
import { ALARMS } from './follow.ts'
import type { Fleet } from './fleet.ts'
import { SCHEDULING } from './restore.ts'
import { momentText, sizesText } from './wording.ts'

/** More names are only counted. */
const MOST_NAMED = 10

const named = (names: readonly string[]): string =>
  names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
    : names.join(', ')

const subject = (policies: readonly string[]): string =>
  `${policies.length === 1 ? 'The scaling policy' : 'The scaling policies'} ${named(policies)}`

const restingText = (policies: readonly string[]): string =>
  `${subject(policies)} ${policies.length === 1 ? 'rests' : 'rest'} while the group rolls: ${ALARMS} is suspended, and the size follows no load until the roll ends.`

const aliveText = (policies: readonly string[]): string =>
  `${subject(policies)} ${policies.length === 1 ? 'stays' : 'stay'} alive while the group rolls: it grows with its load, and MinSize is held at the desired capacity, so that nothing is scaled in until the roll ends.`

/**
 * The scaling policies that stay alive or rest, and the scheduled actions that fall due within the time that the roll may take; a
 * sentence each.
 */
export function scalingNotes(
  { dueActions = [], at }: Pick<Fleet, 'dueActions' | 'at'>,
  {
    policies,
    areAlive,
    lastsSeconds,
  }: { readonly policies: readonly string[]; readonly areAlive: boolean; readonly lastsSeconds: number },
): readonly string[] {
  const due = dueActions.filter((each) => each.at > at && each.at <= at + lastsSeconds)
  const actions = due.map((each) => `${each.name} at ${momentText(each.at)} (${sizesText(each.sizes)})`)
  return [
    ...(policies.length > 0 ? [areAlive ? aliveText(policies) : restingText(policies)] : []),
    ...(due.length > 0
      ? [
          `${SCHEDULING} is suspended while the group rolls. What falls due until then is carried out by the run: ${named(actions)}.`,
        ]
      : []),
  ]
}
