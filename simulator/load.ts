/**
 * The requests that a group gets, and how many one instance can answer: from them follow the metrics by which policies scale.
 * Plain data, so that it can be written in a scenario file.
 */
export interface Load {
  /**
   * Requests a second at moments in seconds since the Unix epoch, ascending; straight lines between them, and level before the
   * first and after the last. Two points at one moment are a step. Not empty.
   */
  readonly points: readonly (readonly [at: number, rate: number])[]
  /** A sine on top: so many requests a second up and down, one round in so many seconds, from zero at the epoch. */
  readonly wave?: { readonly amplitude: number; readonly seconds: number }
  /** Requests a second that keep one instance at 100 % CPU. */
  readonly perInstance: number
}

/** Requests a second at a moment (seconds since the Unix epoch); never below 0. */
export function requestRate({ points, wave }: Load, at: number): number {
  const after = points.findIndex(([moment]) => moment > at)
  const [from, to] = [points.at(after < 0 ? -1 : Math.max(0, after - 1)), points.at(after)]
  if (from === undefined || to === undefined) return 0
  const share = to[0] > from[0] ? Math.max(0, (at - from[0]) / (to[0] - from[0])) : 0
  const level = after === 0 ? to[1] : from[1] + (to[1] - from[1]) * share
  const swing = wave === undefined ? 0 : wave.amplitude * Math.sin((2 * Math.PI * at) / wave.seconds)
  return Math.max(0, level + swing)
}
