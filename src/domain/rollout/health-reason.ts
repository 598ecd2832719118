/** The reason that a load balancer gives for the health of a target: how it is put into words, and what is read in it. Pure. */

/** `Target.Timeout: Request timed out`: AWS's reason code and description, or the one of them that there is. */
export const healthReason = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(': ')

/** Whether a target is called unhealthy because EC2 has taken the instance away: no health check of it has failed. */
export const isStoppedReason = (reason: string): boolean =>
  /Target\.(InvalidState|IpUnusable)|stopped|terminated/i.test(reason)
