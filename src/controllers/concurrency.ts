/**
 * Groups that are worked on at once, to begin with and however much AWS throttles: their signs of life, one every two
 * minutes each, take two calls a second. Fewer at once would make throttled fleets slow for no gain.
 */
const FEWEST = 250

/**
 * How many groups may be worked on at once, asked at each look: half as many after a look that AWS throttled, a quarter
 * more after one that it did not. One Auto Scaling account has one unpublished limit for all calls; a thousand groups at
 * once would spend it on signs of life. `throttled` counts how often AWS has asked to slow down.
 */
export function adaptiveConcurrency(throttled: () => number): () => number {
  let width = FEWEST
  let last = throttled()
  return () => {
    const now = throttled()
    width = now > last ? Math.max(FEWEST, Math.floor(width / 2)) : Math.ceil(width * 1.25)
    last = now
    return width
  }
}
