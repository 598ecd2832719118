interface Entry {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

/**
 * Virtual time: a queue of events, in seconds since the Unix epoch. Nothing happens by itself: when the timeline is
 * advanced, all events that fall due on the way run in order, each at its own moment.
 */
export class Timeline {
  #now: number
  #order = 0
  readonly #queue: Entry[] = []
  readonly #observers: (() => void)[] = []

  constructor(start: number) {
    this.#now = start
  }

  get now(): number {
    return this.#now
  }

  /** Runs `run` once, this number of seconds from now; the returned function cancels it. */
  after(seconds: number, run: () => void): () => void {
    const entry = { at: this.#now + Math.max(0, seconds), order: this.#order++, run }
    let low = 0
    let high = this.#queue.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#queue[middle] as Entry).at <= entry.at) low = middle + 1
      else high = middle
    }
    this.#queue.splice(low, 0, entry)
    return () => {
      const index = this.#queue.indexOf(entry)
      if (index >= 0) this.#queue.splice(index, 1)
    }
  }

  /** When the next event is due; undefined when there is none. */
  get next(): number | undefined {
    return this.#queue[0]?.at
  }

  /** Calls the observer after all events of one moment, before time moves on. */
  onMoment(observer: () => void): void {
    this.#observers.push(observer)
  }

  /** Moves on to a moment; a moment in the past changes nothing. */
  advanceTo(moment: number): void {
    for (let entry = this.#queue[0]; entry !== undefined && entry.at <= moment; entry = this.#queue[0]) {
      this.#queue.shift()
      this.#now = Math.max(this.#now, entry.at)
      entry.run()
      if (this.next !== this.#now) for (const observe of this.#observers) observe()
    }
    this.#now = Math.max(this.#now, moment)
  }

  advance(seconds: number): void {
    this.advanceTo(this.#now + seconds)
  }
}
