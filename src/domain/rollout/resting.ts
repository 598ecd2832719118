/** What rests while a group rolls, in words. Pure. */
import type { Fleet } from './fleet.ts'
import { SCHEDULING } from './restore.ts'
import { sizesText } from './scheduled-actions.ts'
import { momentText } from './wording.ts'

/** The process by which scaling policies change the size of a group. */
export const ALARMS = 'AlarmNotification'

/** More names are only counted. */
const MOST_NAMED = 10

const named = (names: readonly string[]): string =>
  names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
    : names.join(', ')

/** The scaling policies that rest, and the scheduled actions that fall due within the time that the roll may take; a sentence each. */
export function restingNotes(
  { dueActions = [], at }: Pick<Fleet, 'dueActions' | 'at'>,
  { policies, lastsSeconds }: { readonly policies: readonly string[]; readonly lastsSeconds: number },
): readonly string[] {
  const due = dueActions.filter((each) => each.at > at && each.at <= at + lastsSeconds)
  const actions = due.map((each) => `${each.name} at ${momentText(each.at)} (${sizesText(each.sizes)})`)
  return [
    ...(policies.length > 0
      ? [
          `${policies.length === 1 ? 'The scaling policy' : 'The scaling policies'} ${named(policies)} ${policies.length === 1 ? 'rests' : 'rest'} while the group rolls: ${ALARMS} is suspended, and the size follows no load until the roll ends.`,
        ]
      : []),
    ...(due.length > 0
      ? [
          `${SCHEDULING} is suspended while the group rolls. What falls due until then is carried out by the run: ${named(actions)}.`,
        ]
      : []),
  ]
}
