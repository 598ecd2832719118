/** What runs have done to groups: the newest word of each run on each group, the last roll, and what is still open. */
import { type ChangeLine, mayBeAt, type Place } from './records.ts'

/** A roll, or what else took instances of a group away and brought new ones. */
const ROLLS: readonly string[] = ['rolled', 'replaced', 'dark', 'gated', 'held', 'halted', 'restored', 'unfinished']
/** A group that a run has left in this state is not as it should stay. */
const OPEN: readonly string[] = ['begun', 'dark', 'gated', 'waiting', 'held', 'unfinished']
/** Says nothing of the group: it was not touched. */
const ASIDE: readonly string[] = ['refused', 'planned']

/** Whether a roll went on until its end, or was stopped. */
export const isRoll = ({ result }: ChangeLine): boolean => ROLLS.includes(result)

/** One line for each run and group, oldest first: how it ended, or that it has begun where no line says how it ended. */
export function lastWords(lines: readonly ChangeLine[]): readonly ChangeLine[] {
  const last = new Map<string, ChangeLine>()
  for (const line of lines) {
    const key = JSON.stringify([line.run, line.account, line.region, line.group, line.group === undefined && line.mode])
    const known = last.get(key)
    if (known === undefined || isNewer(line, known)) last.set(key, line)
  }
  return [...last.values()].toSorted((one, other) => one.at - other.at)
}

/** An intent that was read later than its outcome does not undo it. */
function isNewer(line: ChangeLine, known: ChangeLine): boolean {
  if (line.result === 'begun') return known.result === 'begun' && line.at >= known.at
  return known.result === 'begun' || line.at >= known.at
}

/** The changes of a group, oldest first, by its name and what both say of where it is. */
export function changesOf(words: readonly ChangeLine[]): (group: string, place: Place) => readonly ChangeLine[] {
  const byName = Map.groupBy(words, ({ group }) => group)
  return (group, place) => (byName.get(group) ?? []).filter((line) => mayBeAt(line, place))
}

/** What is open now: the newest line of a group, or of a bastion, where that says so. */
export function openChanges(words: readonly ChangeLine[]): readonly ChangeLine[] {
  const told = words.filter(({ result }) => !ASIDE.includes(result))
  return told.filter((line, index) => {
    if (!OPEN.includes(line.result)) return false
    const isSame = (other: ChangeLine): boolean =>
      mayBeAt(other, line) &&
      other.group === line.group &&
      (line.group !== undefined || (other.service === line.service && [line.mode, 'restore'].includes(other.mode)))
    return !told.slice(index + 1).some(isSame)
  })
}

/** Seconds from the first change of the run to its last word; undefined where one of both is not known. */
export const secondsOf = ({ startedAt, at, result }: ChangeLine): number | undefined =>
  startedAt === undefined || result === 'begun' ? undefined : Math.max(0, at - startedAt)

/** Whether the floor was held; undefined where nothing was measured. */
export const hasHeld = ({ floor }: ChangeLine): boolean | undefined => floor && floor.lowest >= floor.promised
