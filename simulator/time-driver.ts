import type { Timeline } from './timeline.ts'

/** How time passes in an account that is served over HTTP. */
export type TimeMode =
  /** Virtual seconds are real seconds times the speed. */
  | { readonly kind: 'real'; readonly speed: number }
  /** Time moves only by the latency of each request and by explicit advances. */
  | { readonly kind: 'virtual'; readonly latencySeconds: number }

/** Advances a timeline by a time mode; `milliseconds` is a monotonic real clock. */
export class TimeDriver {
  readonly #timeline: Timeline
  readonly #latencySeconds: number
  #mode: TimeMode
  readonly #milliseconds: () => number
  #origin: { readonly real: number; readonly virtual: number }

  constructor(timeline: Timeline, mode: TimeMode, milliseconds: () => number) {
    this.#timeline = timeline
    this.#mode = mode
    this.#latencySeconds = mode.kind === 'virtual' ? mode.latencySeconds : 0
    this.#milliseconds = milliseconds
    this.#origin = { real: milliseconds(), virtual: timeline.now }
  }

  /** Advances the timeline to the present, before a request. */
  tick(): void {
    if (this.#mode.kind === 'virtual') this.#timeline.advance(this.#mode.latencySeconds)
    else this.catchUp()
  }

  /** Advances the timeline to the present; virtual time stands where it is. */
  catchUp(): void {
    if (this.#mode.kind === 'virtual') return
    const passed = (this.#milliseconds() - this.#origin.real) / 1000
    this.#timeline.advanceTo(this.#origin.virtual + passed * this.#mode.speed)
  }

  /** From here on time follows the real clock at this speed; at 0 it moves by requests and advances alone. */
  follow(speed: number): void {
    this.catchUp()
    this.#mode = speed > 0 ? { kind: 'real', speed } : { kind: 'virtual', latencySeconds: this.#latencySeconds }
    this.leap(0)
  }

  /** Advances by a number of virtual seconds; real time continues from there. */
  leap(seconds: number): void {
    this.#timeline.advance(seconds)
    this.#origin = { real: this.#milliseconds(), virtual: this.#timeline.now }
  }
}
