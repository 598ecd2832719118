/**
 * Groups that are worked on at once, to begin with and however crowded the calls are: while most of them wait for their instances, the
 * others make ten changes a second. More at once would only wait, with more instances than before, for their turn.
 */
const FEWEST = 450

/**
 * How many groups may be worked on at once, asked at each look: half as many while calls wait until they may leave, a quarter
 * more where none does. One Auto Scaling account has one unpublished limit for all calls. `waited` counts the calls that had to.
 */
export function adaptiveConcurrency(waited: () => number): () => number {
  let width = FEWEST
  let last = waited()
  return () => {
    const now = waited()
    width = now > last ? Math.max(FEWEST, Math.floor(width / 2)) : Math.ceil(width * 1.25)
    last = now
    return width
  }
}
