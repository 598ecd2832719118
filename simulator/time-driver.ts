import type { Timeline } from './timeline.ts'

/** How time goes in a world that is reached from outside. */
export type TimeMode =
  /** Virtual seconds are real seconds times the speed. */
  | { readonly kind: 'real'; readonly speed: number }
  /** Time stands still but for the latency of each request, and for whoever moves it on. */
  | { readonly kind: 'virtual'; readonly latencySeconds: number }

/** Moves a timeline on at its pace; `milliseconds` is a monotonic real clock. */
export class TimeDriver {
  readonly #timeline: Timeline
  readonly #pace: TimeMode
  readonly #milliseconds: () => number
  #origin: { readonly real: number; readonly virtual: number }

  constructor(timeline: Timeline, pace: TimeMode, milliseconds: () => number) {
    this.#timeline = timeline
    this.#pace = pace
    this.#milliseconds = milliseconds
    this.#origin = { real: milliseconds(), virtual: timeline.now }
  }

  /** Brings the world to the present, before a request. */
  tick(): void {
    if (this.#pace.kind === 'virtual') {
      this.#timeline.advance(this.#pace.latencySeconds)
      return
    }
    const passed = (this.#milliseconds() - this.#origin.real) / 1000
    this.#timeline.advanceTo(this.#origin.virtual + passed * this.#pace.speed)
  }

  /** Leaps ahead by so many virtual seconds; real time goes on from there. */
  leap(seconds: number): void {
    this.#timeline.advance(seconds)
    this.#origin = { real: this.#milliseconds(), virtual: this.#timeline.now }
  }
}
