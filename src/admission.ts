/** Groups that are worked on at once, to begin with. */
const FIRST = 100
/** However much AWS throttles, so many groups go on. */
const FEWEST = 10

/**
 * How many groups may be worked on at once, asked at each look: half as many after a look that AWS throttled, a quarter
 * more after one that it did not. One Auto Scaling account has one unpublished limit for all calls; a thousand groups at
 * once would spend it on signs of life. `throttled` counts how often AWS has asked to slow down.
 */
export function admission(throttled: () => number): () => number {
  let width = FIRST
  let last = throttled()
  return () => {
    const now = throttled()
    width = now > last ? Math.max(FEWEST, Math.floor(width / 2)) : Math.ceil(width * 1.25)
    last = now
    return width
  }
}
