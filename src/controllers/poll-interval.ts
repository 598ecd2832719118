/** Seconds between two looks where it is not known what comes when. */
const CALM_SECONDS = 5
/**
 * The quickest and the slowest pace, in seconds: where something is due, and where nothing is for long. What others do to a
 * group meanwhile must be seen within two minutes.
 */
const CLOSE_SECONDS = 1
const QUIET_SECONDS = 119

/** Seconds to wait until the next look, given for how long nothing is expected. How fast calls may leave is no matter of it. */
export const pollInterval = (quietSeconds: number | undefined): number =>
  quietSeconds === undefined ? CALM_SECONDS : Math.min(QUIET_SECONDS, Math.max(CLOSE_SECONDS, quietSeconds))
