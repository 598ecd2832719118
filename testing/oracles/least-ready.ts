/** How many may be unavailable, in the unit of the group. */
export interface Unavailable {
  /** At the start, or of the largest size that was desired. */
  readonly maxUnavailable: number
  /** Where it was given as a percentage, that. */
  readonly unavailablePercent?: number | undefined
}

/** The fewest that must be ready where so many are desired: a percentage is one of what is desired by then, rounded down. */
export const leastReady = ({ maxUnavailable, unavailablePercent: percent }: Unavailable, desired: number): number =>
  Math.max(0, desired - (percent === undefined ? maxUnavailable : Math.floor((desired * percent) / 100)))
