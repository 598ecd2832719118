/** Suspended processes in words: whose they are, why, and how they are resumed. Pure. */
import type { Fleet, Memo } from './fleet.ts'

/** The suspended processes less those that the run of the memo has suspended. */
export const foreignSuspensions = (
  suspended: readonly string[],
  memo: Pick<Memo, 'suspends'> | undefined,
): readonly string[] => suspended.filter((process) => memo === undefined || !memo.suspends.includes(process))

/** `Launch (User suspended at 2026-01-05T08:03:20Z)`: with the reason that AWS gives. */
export const withReasons = (
  { suspensionReasons = {} }: Pick<Fleet, 'suspensionReasons'>,
  processes: readonly string[],
) =>
  processes
    .map((process) => {
      const reason = suspensionReasons[process] ?? ''
      return reason === '' ? process : `${process} (${reason})`
    })
    .join(', ')

/** Whether AWS itself has suspended a process, as it does after a day in which no launch succeeded. */
export const isSuspendedByAws = ({ suspensionReasons }: Pick<Fleet, 'suspensionReasons'>, process: string): boolean =>
  /administrat/i.test(suspensionReasons?.[process] ?? '')

/** A word of a command; one that a shell would take apart is quoted. */
export const shellWord = (word: string): string =>
  /^[\w.:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`

/** The command that resumes processes. */
export const resumeCommand = (group: string, processes: readonly string[]): string =>
  `aws autoscaling resume-processes --auto-scaling-group-name ${shellWord(group)} --scaling-processes ${processes.join(' ')}`
