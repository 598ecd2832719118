import type { Timeline } from '../timeline.ts'
import type { Reading } from './reading.ts'

/** What one target group was asked in one minute, and how often it answered with an error. */
interface Minute {
  /** Its end, in seconds since the Unix epoch. */
  readonly at: number
  readonly requests: number
  readonly errors: number
}

const KEPT_SECONDS = 86_400

/**
 * Requests and errors by target group and minute, as `RequestCount` and `HTTPCode_Target_5XX_Count` of AWS/ApplicationELB count them:
 * what met no target is not among them, and what is 0 is not measured.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export class TargetGroupCounts {
  readonly #minutes = new Map<string, Minute[]>()
  readonly #open = new Map<string, { requests: number; errors: number }>()
  readonly #timeline: Timeline
  readonly #beforeMinute: () => void
  #isTicking = false
  #hasBegun = false
  /** Called once the counts of a minute are there; an account sets it. */
  onMinute: () => void = () => undefined

  /** `beforeMinute` is called at the end of each minute, so that everything up to it is added. */
  constructor(timeline: Timeline, beforeMinute: () => void) {
    this.#timeline = timeline
    this.#beforeMinute = beforeMinute
  }

  /** Counts minutes from now on, for as long as `goesOn` says so. */
  begin(goesOn: () => boolean): void {
    if (this.#isTicking) return
    this.#isTicking = true
    this.#hasBegun = true
    const { now } = this.#timeline
    this.#timeline.after(60 - (now % 60), () => {
      this.#isTicking = false
      this.#beforeMinute()
      this.#close()
      this.onMinute()
      if (goesOn()) this.begin(goesOn)
    })
  }

  /** Whether anything was ever counted. */
  get hasBegun(): boolean {
    return this.#hasBegun
  }

  /** So many requests went where a reading says. */
  add({ targetGroups, errors }: Reading, requests: number): void {
    for (const [arn, share] of Object.entries(targetGroups)) {
      const open = this.#open.get(arn) ?? { requests: 0, errors: 0 }
      open.requests += requests * share
      open.errors += requests * (errors[arn] ?? 0)
      this.#open.set(arn, open)
    }
  }

  /** The counts of a target group after `from` and up to `to`, oldest first. */
  values(
    arn: string,
    what: 'requests' | 'errors',
    { from, to }: { readonly from: number; readonly to: number },
  ): readonly number[] {
    const minutes = this.#minutes.get(arn) ?? []
    return minutes.filter(({ at }) => at > from && at <= to).map((minute) => minute[what]).filter((count) => count > 0) // prettier-ignore
  }

  #close(): void {
    const { now: at } = this.#timeline
    for (const [arn, { requests, errors }] of this.#open) {
      const minutes = this.#minutes.get(arn) ?? []
      while ((minutes[0]?.at ?? at) < at - KEPT_SECONDS) minutes.shift()
      minutes.push({ at, requests: Math.round(requests), errors: Math.round(errors) })
      this.#minutes.set(arn, minutes)
    }
    this.#open.clear()
  }
}
