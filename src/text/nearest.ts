/**
 * The candidates that a word with a typing mistake may mean, nearest first: those of the fewest mistakes (a letter too
 * many, too few, another one, or two in the wrong order), where that are not more than a third of the word, and where
 * there are none of these, those that begin with the word. Upper and lower case do not matter.
 */
export function nearest(word: string, candidates: Iterable<string>): readonly string[] {
  const wanted = word.toLowerCase()
  const most = Math.max(1, Math.floor(wanted.length / 3))
  let [fewest, near, longer]: [number, string[], string[]] = [most, [], []]
  for (const candidate of new Set(candidates)) {
    const text = candidate.toLowerCase()
    if (wanted !== '' && text.startsWith(wanted)) longer.push(candidate)
    // Already the length is that far away.
    if (Math.abs(text.length - wanted.length) > fewest) continue
    const mistakes = mistakesBetween(wanted, text)
    if (mistakes > fewest) continue
    near = mistakes < fewest ? [candidate] : [...near, candidate]
    fewest = mistakes
  }
  return (near.length > 0 ? near : longer).sort()
}

/** The optimal string alignment distance: https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance */
function mistakesBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    rows.push(next)
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      next.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (same ? 0 : 1),
          ...(swapped ? [at(row - 2, column - 2) + 1] : []),
        ),
      )
    }
  }
  return at(one.length, other.length)
}
