const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const two = (count: number): string => String(count).padStart(2, '0')

/** A number of seconds for people, in its two largest units: `45 s`, `4 m 05 s`, `1 h 02 m`, `2 d 03 h`. */
export function duration(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : 0
  if (whole < MINUTE) return `${whole} s`
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)} m ${two(whole % MINUTE)} s`
  // From here seconds are noise; rounding first keeps `59 m 60 s` and `23 h 60 m` from appearing.
  const minutes = Math.round(whole / MINUTE)
  if (minutes < DAY / MINUTE) return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} m`
  const hours = Math.round(whole / HOUR)
  return `${Math.floor(hours / 24)} d ${two(hours % 24)} h`
}

/** The same without seconds, for estimates: `4 m`, `1 h 02 m`, `2 d 03 h`. */
export function roughDuration(seconds: number): string {
  return duration(Math.max(1, Math.round(seconds / MINUTE)) * MINUTE).replace(/ 00 s$/, '')
}

/** An estimate between two bounds, in seconds and without them: `about 4 m`, `9 m to 36 m`, `up to 3 m`, `less than a minute`. */
export function roughRange({ low, high }: { readonly low: number; readonly high: number }): string {
  if (high < MINUTE) return 'less than a minute'
  const [from, to] = [roughDuration(low), roughDuration(high)]
  if (low < MINUTE && to !== from) return `up to ${to}`
  return from === to ? `about ${to}` : `${from} to ${to}`
}
