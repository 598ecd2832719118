import { byRelease, mayBeChosen, type Image, type ImageChoice } from './image.ts'
import { lineOf, type ReleaseKind, type ReleasePart } from './line.ts'

/**
 * Order within a line: by what the names show, then by release. Below 0 where the first is the older. A name that shows a
 * version is never followed by one that shows a lower one, whenever that was made.
 */
export function bySuccession(one: Image, other: Image): number {
  return compareParts(lineOf(one.name).parts, lineOf(other.name).parts) || byRelease(one, other)
}

/** The members of its line that come after an image, deprecated ones included. */
export function successorsOf<Kind extends Image>(image: Image, members: readonly Kind[]): readonly Kind[] {
  return members.filter((other) => other.id !== image.id && namesAlike(image, other) && bySuccession(other, image) > 0)
}

/** The last of its line that may be launched in the place of an image; undefined where none comes after it. */
export function lastSuccessor<Kind extends Image>(
  image: Image,
  members: readonly Kind[],
  choice: ImageChoice,
): Kind | undefined {
  return successorsOf(image, members)
    .filter((other) => mayBeChosen(other, choice))
    .reduce<Kind | undefined>((best, other) => (best && bySuccession(best, other) >= 0 ? best : other), undefined)
}

function compareParts(one: readonly ReleasePart[], other: readonly ReleasePart[]): number {
  for (const [index, part] of one.entries()) {
    if (isUnordered(part.kind, other[index]?.kind)) continue
    const difference = compareNumbers(numbersOf(part), numbersOf(other[index]))
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * Whether two names of a line show the same: no date comes after a commit, or a build number after a date. A commit without
 * a letter looks like a build number.
 */
function namesAlike(one: Image, other: Image): boolean {
  const parts = lineOf(other.name).parts
  return lineOf(one.name).parts.every(
    ({ kind }, index) => kind === parts[index]?.kind || isUnordered(kind, parts[index]?.kind),
  )
}

const isUnordered = (one: ReleaseKind, other: ReleaseKind | undefined): boolean =>
  (one === 'commit' && other === 'build') || (one === 'build' && other === 'commit')

/** A commit has no order. */
function numbersOf(part: ReleasePart | undefined): readonly number[] {
  if (part === undefined || part.kind === 'commit') return []
  if (part.kind !== 'date') return (part.text.match(/\d+/gu) ?? []).map(Number)
  // The day, then a time or a counter, however they are punctuated.
  const digits = part.text.replace(/\D/gu, '')
  return [Number(digits.slice(0, 8)), Number(digits.slice(8))]
}

function compareNumbers(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
