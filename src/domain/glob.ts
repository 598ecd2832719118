/** Whether an entry can mean more than the one group of that name. */
export const isGlob = (entry: string): boolean => /[*?]/.test(entry)

/**
 * Whether a whole name matches a glob: `*` is any number of characters, also `/`, since group names may hold slashes;
 * `?` is exactly one; everything else is itself, case included.
 */
export function matchesGlob(glob: string, name: string): boolean {
  const pattern = Array.from(glob)
  const letters = Array.from(name)
  let location = 0
  let star: { readonly pattern: number; name: number } | undefined
  for (let letter = 0; letter < letters.length;) {
    if (pattern[location] === '*') star = { pattern: location++, name: letter }
    else if (pattern[location] === '?' || pattern[location] === letters[letter]) {
      location++
      letter++
    } else if (star !== undefined) {
      // Only the last star may give way: whatever an earlier one could take, this one can as well.
      location = star.pattern + 1
      letter = ++star.name
    } else return false
  }
  return pattern.slice(location).every((rest) => rest === '*')
}
