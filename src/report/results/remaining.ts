/** How far a roll has come; times in seconds since the Unix epoch. */
export interface WorkPace {
  readonly at: number
  /** Capacity that new instances have to make up for in all. */
  readonly total: number
  /** New instances that became ready. */
  readonly ready: readonly { readonly from: number; readonly readyAt: number; readonly weight: number }[]
  /** New instances that are on their way. */
  readonly coming: readonly { readonly from: number; readonly weight: number }[]
  /** The most new instances that were on their way at one time: so many come side by side. */
  readonly width: number
}

/** Seconds to the end: at least and at most, as far as it can be estimated. The two are equal where it is no guess. */
export interface TimeLeft {
  readonly low: number
  readonly high: number
}

/** From ready to the next launch, while none was seen: old ones are terminated, and AWS reacts within half a minute. */
const TURN: TimeLeft = { low: 10, high: 40 }
/** From the last ready one to the end: the last old ones leave, and the group is restored. */
const END: TimeLeft = { low: 5, high: 30 }
/** The share by which one instance alone may be quicker or slower than the others; it falls with their number. */
const FIRST_DOUBT = 0.3
/** Estimates that are so near to each other are one. */
const NEARLY_EQUAL = 1.25

/**
 * The time left, for instances that come side by side, each after the one whose place it takes. The first that are ready
 * are the quickest: the others take as long as they did at least, and at most so long that all time that was spent on
 * the way was for those that are ready. Undefined while nothing is ready, and once what is coming takes twice as long as
 * anything before: then the past says nothing about the end.
 */
export function timeLeft({ at, total, ready, coming, width }: WorkPace): TimeLeft | undefined {
  const done = sum(ready.map(({ weight }) => weight))
  if (done >= total) return { low: 0, high: 0 }
  const [lastReady] = ready.map(({ readyAt }) => readyAt).sort((a, b) => b - a)
  if (lastReady === undefined) return undefined
  const boots = ready.map(({ from, readyAt }) => readyAt - from)
  const ages = coming.map(({ from }) => Math.max(0, at - from))
  const slowest = Math.max(...boots)
  const idle = at - Math.max(lastReady, ...coming.map(({ from }) => from))
  if (Math.max(...ages, idle) > 2 * slowest) return undefined
  const mean = sum(boots) / boots.length
  const doubt = FIRST_DOUBT / Math.sqrt(boots.length)
  const bound = Math.max(mean * (1 + doubt), Math.min(2 * mean, (sum(boots) + sum(ages)) / boots.length))
  const weight = done / ready.length
  const missing = Math.max(0, Math.ceil((total - done - sum(coming.map((each) => each.weight))) / weight))
  const turn = turnOf(ready, coming, width)
  const outlook = { ages, missing, width: Math.max(1, width, coming.length) }
  const quick = mean * (1 - doubt)
  const low = secondsUntilReady({ ...outlook, boot: quick, last: quick, turn: turn.low }) + END.low
  const high =
    secondsUntilReady({ ...outlook, boot: bound, last: Math.max(slowest, bound), turn: turn.high }) + END.high
  return high <= low * NEARLY_EQUAL ? same((low + high) / 2) : { low: Math.round(low), high: Math.round(high) }
}

const same = (seconds: number): TimeLeft => ({ low: Math.round(seconds), high: Math.round(seconds) })

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

interface Outlook {
  /** How long each is on its way already. */
  readonly ages: readonly number[]
  /** So many are still to be launched. */
  readonly missing: number
  readonly width: number
  /** Seconds from launch to ready: of one after the other, and of the last. */
  readonly boot: number
  readonly last: number
  readonly turn: number
}

/** When the last is ready: each place takes one after the other, and the place that is free first takes the next. */
function secondsUntilReady({ ages, missing, width, boot, last, turn }: Outlook): number {
  const coming = ages.map((age) => Math.max(0, (missing > 0 ? boot : last) - age))
  const places = [...coming, ...Array.from({ length: width - ages.length }, () => 0)].sort((a, b) => a - b)
  if (missing === 0) return Math.max(0, ...coming)
  const free = places[(missing - 1) % width] ?? 0
  return Math.max(...coming, free + Math.ceil(missing / width) * (turn + boot) + last - boot)
}

/** Seconds from an instance that became ready to the launch of the one that follows it, as they were on average. */
function turnOf(ready: WorkPace['ready'], coming: WorkPace['coming'], width: number): TimeLeft {
  const launches = [...ready, ...coming].map(({ from }) => from).sort((a, b) => a - b)
  const readied = ready.map(({ readyAt }) => readyAt).sort((a, b) => a - b)
  const turns = launches.slice(width).flatMap((from, index) => {
    const before = readied[index]
    return before === undefined ? [] : [Math.max(0, from - before)]
  })
  if (turns.length === 0) return TURN
  const mean = sum(turns) / turns.length
  return { low: mean, high: mean }
}
