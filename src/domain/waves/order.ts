/** The waves of a run: which groups begin together, and which ones only when those are done. Pure. */
import { isGlob, matchesGlob } from '../glob.ts'

/** What a line of the order names groups by: a name, a glob of names, or a tag. */
export type OrderEntry =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'tag'; readonly text: string; readonly key: string; readonly value: string }

/** A group that is selected, with its tags. */
export interface OrderedGroup {
  readonly group: string
  readonly tags: Readonly<Record<string, string>>
}

/** What is wrong with an order; lines count from 1. */
export type OrderProblem =
  | { readonly kind: 'matches nothing'; readonly line: number; readonly text: string }
  | { readonly kind: 'named twice'; readonly group: string; readonly lines: readonly [number, number] }

export interface Waves {
  /** At least one wave, unless there is no group; none of them empty, each with its groups in the order given. */
  readonly waves: readonly (readonly string[])[]
  readonly problems: readonly OrderProblem[]
}

/**
 * A wave for each line, and one for the groups that no line names. A group whose name stands on a line belongs there, whatever
 * globs and tags of other lines match it as well; one that two lines name in the same way is a problem.
 */
export function wavesOf(groups: readonly OrderedGroup[], lines: readonly (readonly OrderEntry[])[]): Waves {
  const problems: OrderProblem[] = lines.flatMap((entries, index) =>
    entries
      .filter((entry) => !groups.some((group) => matches(entry, group)))
      .map(({ text }) => ({ kind: 'matches nothing' as const, line: index + 1, text })),
  )
  const lineOf = new Map<string, number>()
  for (const group of groups) {
    const linesWith = (isAsked: (entry: OrderEntry) => boolean): readonly number[] =>
      lines.flatMap((entries, index) => (entries.some((each) => isAsked(each) && matches(each, group)) ? [index] : []))
    const byName = linesWith(isOwnName)
    const [first, second] = byName.length > 0 ? byName : linesWith(() => true)
    if (first !== undefined && second !== undefined)
      problems.push({ kind: 'named twice', group: group.group, lines: [first + 1, second + 1] })
    lineOf.set(group.group, first ?? lines.length)
  }
  const waves = [...lines, undefined].map((_, index) =>
    groups.map(({ group }) => group).filter((group) => lineOf.get(group) === index),
  )
  return { waves: waves.filter((wave) => wave.length > 0), problems }
}

const isOwnName = ({ kind, text }: OrderEntry): boolean => kind === 'name' && !isGlob(text)

function matches(entry: OrderEntry, { group, tags }: OrderedGroup): boolean {
  if (entry.kind === 'tag') return tags[entry.key] === entry.value
  return entry.text === group || matchesGlob(entry.text, group)
}
