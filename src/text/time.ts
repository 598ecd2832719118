/** `2026-01-31T09:05:07Z` of seconds since the Unix epoch; a report must not throw, so nonsense becomes the epoch. */
export function isoTime(seconds: number): string {
  const date = new Date(Math.round(seconds) * 1000)
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString().replace('.000Z', 'Z')
}

/** `09:05:07`, in UTC, of seconds since the Unix epoch. */
export function clockTime(seconds: number): string {
  return isoTime(seconds).slice(-9, -1)
}
