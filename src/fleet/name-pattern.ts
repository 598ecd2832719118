/**
 * Whether a name matches a pattern as AWS's filters match: case-sensitive, over the whole name, `*` stands for any number
 * of characters and `?` for none or one, a backslash takes the meaning from the character behind it.
 * Source: EC2 User Guide, "Filter your resources".
 */
export function matchesName(pattern: string, name: string): boolean {
  const steps = stepsOf(pattern)
  // All places of the pattern that may be reached so far, so that no pattern takes longer than its length times the name's.
  let places = reachable(new Set([0]), steps)
  for (const character of name) {
    const next = new Set<number>()
    for (const place of places) {
      const step = steps[place]
      if (step === undefined) continue
      if (step.kind === 'any') next.add(place)
      else if (step.kind === 'optional' || step.character === character) next.add(place + 1)
    }
    places = reachable(next, steps)
  }
  return places.has(steps.length)
}

/** Whether a pattern can match more than one name. */
export function isPattern(pattern: string): boolean {
  return stepsOf(pattern).some((step) => step.kind !== 'exact')
}

type Step =
  { readonly kind: 'any' } | { readonly kind: 'optional' } | { readonly kind: 'exact'; readonly character: string }

function stepsOf(pattern: string): readonly Step[] {
  return [...pattern.matchAll(/\\(.)|(.)/gsu)].map(([, escaped, plain]): Step => {
    if (plain === '*') return { kind: 'any' }
    if (plain === '?') return { kind: 'optional' }
    return { kind: 'exact', character: escaped ?? plain ?? '' }
  })
}

function reachable(places: ReadonlySet<number>, steps: readonly Step[]): Set<number> {
  const all = new Set<number>()
  for (let place of places) {
    all.add(place)
    while (place < steps.length && steps[place]?.kind !== 'exact') all.add(++place)
  }
  return all
}
