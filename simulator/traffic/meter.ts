import type { Timeline } from '../timeline.ts'
import { TargetGroupCounts } from './counts.ts'
import { Follower, type Entrance, type Miss, type Reading } from './reading.ts'
import type { AccountParts } from './snapshot.ts'

/** Where the requests of an entrance went from a moment on, in seconds since the Unix epoch. */
export interface TrafficSample extends Reading {
  readonly at: number
}

/** A time in which requests met no healthy target. */
export interface MissedTime {
  readonly entrance: string
  readonly from: number
  readonly to: number
  /** The greatest share of the entrance's requests at one moment of it. */
  readonly share: number
  readonly reasons: readonly Miss[]
}

/** What came between two samples, for those that count requests. */
type Span = (readings: readonly [Reading, Reading], seconds: number) => void

export interface WatchOptions {
  /** Of the clients of a sticky rule those that keep their cookies, from 0 to 1. Default 0.5: both kinds are there. */
  readonly cookies?: number
}

/** What is below this is the rounding of floating point numbers. */
const NOTHING = 1e-9

/** The requests of one entrance over time: only changes are kept. */
export class TrafficStream {
  readonly entrance: Entrance
  readonly samples: TrafficSample[] = []
  readonly #follower: Follower
  #lastAt: number | undefined
  #latest: Reading | undefined
  #seconds = 0
  #missedSeconds = 0

  constructor(entrance: Entrance, follower: Follower) {
    this.entrance = entrance
    this.#follower = follower
  }

  /** `rule arn:…`, `record www.fleet.test` or `classic web`. */
  get name(): string {
    return Object.entries(this.entrance).flat().join(' ')
  }

  /** Where its requests go now. */
  get last(): TrafficSample | undefined {
    return this.samples.at(-1)
  }

  /**
   * Takes a sample. What clients hold changes evenly between two of them, and the account changes at samples only: so the requests
   * that were missed in between are those of the mean of both ends, as the account was until now.
   */
  note(now: number, passed: Span = () => undefined): void {
    const before = this.last
    if (before !== undefined && this.#lastAt !== undefined && now > this.#lastAt) {
      const end = this.#follower.readUnchanged(this.entrance, now)
      if (this.#latest !== undefined) passed([this.#latest, end], now - this.#lastAt)
      this.#seconds += now - this.#lastAt
      this.#missedSeconds += (now - this.#lastAt) * ((missedOf(this.#latest) + missedOf(end)) / 2)
      if (missedOf(end) > missedOf(before)) this.samples.push({ at: now, ...end })
    }
    const reading = this.#follower.read(this.entrance, now)
    this.#latest = reading
    this.#lastAt = now
    if (this.last?.at === now && missedOf(reading) >= missedOf(this.last)) this.samples.pop()
    const former = this.last
    if (former === undefined || !isSame(former, reading)) this.samples.push({ at: now, ...reading })
  }

  /** The share of all its requests so far that met no healthy target, each second counted alike. */
  get missed(): number {
    const share = this.#seconds === 0 ? missedOf(this.last) : this.#missedSeconds / this.#seconds
    return share < NOTHING ? 0 : share
  }

  /** The times in which it was more than none. */
  missedTimes(): readonly MissedTime[] {
    const times: MissedTime[] = []
    for (const [index, sample] of this.samples.entries()) {
      const share = missedOf(sample)
      if (share < NOTHING) continue
      const to = this.samples[index + 1]?.at ?? this.#lastAt ?? sample.at
      const last = times.at(-1)
      const reasons = Object.keys(sample.missed) as Miss[]
      if (last?.to !== sample.at) times.push({ entrance: this.name, from: sample.at, to, share, reasons })
      else {
        const all = [...new Set([...last.reasons, ...reasons])]
        times.splice(-1, 1, { ...last, to, share: Math.max(last.share, share), reasons: all })
      }
    }
    return times
  }
}

/** The share of a reading that met no healthy target. */
export const missedOf = (reading: Reading | undefined): number =>
  Object.values(reading?.missed ?? {}).reduce((sum, share) => sum + share, 0)

const isSame = (one: Reading, other: Reading): boolean =>
  isSameRecord(one.shares, other.shares) && isSameRecord(one.missed, other.missed)

const isSameRecord = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean => {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => Math.abs((one[key] ?? 0) - (other[key] ?? 0)) < NOTHING) // prettier-ignore
}

/** Tells for every moment which share of the requests met which group, and whether it met a healthy target. */
export class TrafficMeter {
  readonly #timeline: Timeline
  readonly #parts: AccountParts
  readonly #streams = new Map<string, TrafficStream>()
  /** Requests a second, by the name of their stream. */
  readonly #rates = new Map<string, number>()
  /** Requests and errors of target groups, minute by minute, of entrances with a rate. */
  readonly counts: TargetGroupCounts

  constructor(timeline: Timeline, parts: AccountParts) {
    this.#timeline = timeline
    this.#parts = parts
    this.counts = new TargetGroupCounts(timeline, () => this.note())
    timeline.onMoment(() => this.note())
  }

  /** From now on the requests of an entrance are followed; again for the same one gives its stream. */
  watch(entrance: Entrance, { cookies = 0.5 }: WatchOptions = {}): TrafficStream {
    const made = new TrafficStream(entrance, new Follower(this.#parts, cookies))
    const stream = this.#streams.get(made.name) ?? made
    this.#streams.set(made.name, stream)
    stream.note(this.#timeline.now)
    return stream
  }

  /** From now on an entrance gets so many requests a second, which its target groups count; 0 ends that. */
  setRate(entrance: Entrance, perSecond: number, options: WatchOptions = {}): TrafficStream {
    const stream = this.watch(entrance, options)
    this.note()
    this.#rates.set(stream.name, perSecond)
    this.counts.begin(() => [...this.#rates.values()].some((rate) => rate > 0))
    return stream
  }

  get streams(): readonly TrafficStream[] {
    return [...this.#streams.values()]
  }

  /** Takes a sample of every stream: after each moment of the timeline, and after each call that changes something. */
  note(): void {
    for (const stream of this.#streams.values()) {
      const rate = this.#rates.get(stream.name) ?? 0
      stream.note(this.#timeline.now, ([begin, end], seconds) => {
        if (rate === 0) return
        this.counts.add(begin, (rate * seconds) / 2)
        this.counts.add(end, (rate * seconds) / 2)
      })
    }
  }

  /** The greatest share of the requests of an entrance that met no healthy target, up to now. */
  get missed(): number {
    this.note()
    return Math.max(0, ...this.streams.map(({ missed }) => missed))
  }

  /** The times in which requests met no healthy target, of all streams. */
  missedTimes(): readonly MissedTime[] {
    this.note()
    return this.streams.flatMap((stream) => stream.missedTimes())
  }
}
