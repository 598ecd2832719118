/** Patterns of refs, image names, Docker repositories and tags: globs in which one of several characters can be meant as well. */

type Part = 'any text' | ((letter: string) => boolean)

/**
 * Whether a whole text matches: `*` is any number of characters, `/` among them, `?` exactly one, `[0-9a-f]` one of these and
 * `[!0-9]` none of these. A bracket that is not closed, and everything else, is itself, case included.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const parts = partsOf(pattern)
  const letters = Array.from(text)
  let at = 0
  let star: { readonly at: number; readonly letter: number } | undefined
  for (let letter = 0; letter < letters.length;) {
    const part = parts[at]
    if (part === 'any text') star = { at: at++, letter }
    else if (part?.(letters[letter] ?? '') === true) {
      at++
      letter++
    } else if (star !== undefined) {
      // Only the last star may give way: whatever an earlier one could take, this one can as well.
      at = star.at + 1
      letter = star.letter + 1
      star = { at: star.at, letter }
    } else return false
  }
  return parts.slice(at).every((part) => part === 'any text')
}

function partsOf(pattern: string): readonly Part[] {
  return (pattern.match(/\[!?[^\]]+\]|[^]/gu) ?? []).map((token): Part => {
    if (token === '*') return 'any text'
    if (token === '?') return () => true
    const [, not, members] = /^\[(!?)([^]+)\]$/u.exec(token) ?? []
    return members === undefined ? (letter) => letter === token : (letter) => isMember(members, letter) === (not === '')
  })
}

/** Single characters, and ranges such as `a-f`; a hyphen at either end is itself. */
function isMember(members: string, letter: string): boolean {
  return (members.match(/[^]-[^]|[^]/gu) ?? []).some((each) => {
    const [from = '', hyphen, to] = Array.from(each)
    return to === undefined || hyphen !== '-' ? each === letter : from <= letter && letter <= to
  })
}
