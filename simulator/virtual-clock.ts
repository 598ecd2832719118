import { setImmediate } from 'node:timers'
import type { TimeSource } from './time-source.ts'
import type { Timeline } from './timeline.ts'

interface Sleeper {
  readonly until: number
  readonly order: number
  readonly actor: TimeSource
  readonly wake: () => void
}

/** One of several programs on the same virtual time. */
class Actor implements TimeSource {
  readonly #clock: VirtualClock

  constructor(clock: VirtualClock) {
    this.#clock = clock
  }

  now(): number {
    return this.#clock.now()
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return this.#clock.sleepAs(this, milliseconds, signal)
  }
}

/**
 * Virtual time as a clock. Time moves only while all actors sleep: no request is under way, every actor that has
 * started and not ended is asleep, and the event loop has no work. Then exactly one sleeper, the one that is due
 * first, wakes; the next only when that one sleeps again or ends. So concurrent runs always interleave alike.
 */
export class VirtualClock implements TimeSource {
  readonly #timeline: Timeline
  readonly #main: TimeSource = new Actor(this)
  readonly #actors = new Set<TimeSource>()
  #sleepers: Sleeper[] = []
  #order = 0
  #underWay = 0
  #isLooking = false
  /** Since time last began to move an actor has fallen asleep, or was woken by a signal. */
  #hasSleepChanged = false

  constructor(timeline: Timeline) {
    this.#timeline = timeline
  }

  now(): number {
    return Math.round(this.#timeline.now * 1000)
  }

  /** Sleeps as the only actor. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return this.sleepAs(this.#main, milliseconds, signal)
  }

  sleepAs(actor: TimeSource, milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error)
        return
      }
      const giveUp = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper)
        this.#hasSleepChanged = true
        reject(signal?.reason as Error)
      }
      const sleeper: Sleeper = {
        until: this.#timeline.now + Math.max(0, milliseconds) / 1000,
        order: this.#order++,
        actor,
        wake: () => {
          signal?.removeEventListener('abort', giveUp)
          resolve()
        },
      }
      signal?.addEventListener('abort', giveUp, { once: true })
      this.#sleepers.push(sleeper)
      this.#hasSleepChanged = true
      this.#look()
    })
  }

  /** Keeps time still until the work is done: for an actor's work that takes real time, however little. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#underWay += 1
    try {
      return await work
    } finally {
      this.#underWay -= 1
      this.#look()
    }
  }

  /** Runs programs side by side, each with a clock of its own; they start one after the other, in this order. */
  async runActors<T>(programs: readonly ((clock: TimeSource) => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
    const actors = programs.map(() => new Actor(this))
    for (const actor of actors) this.#actors.add(actor)
    const runs = programs.map(async (program, index) => {
      const actor = actors[index] as TimeSource
      try {
        // All are asleep before the first begins, so that none runs ahead of another's start.
        await actor.sleep(0)
        return await program(actor)
      } finally {
        this.#actors.delete(actor)
        this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.actor !== actor)
        this.#look()
      }
    })
    return Promise.allSettled(runs)
  }

  #look(): void {
    if (this.#isLooking) return
    this.#isLooking = true
    // After this turn of the event loop: the work that the last wake-up started has settled by then.
    setImmediate(() => {
      this.#isLooking = false
      this.#wakeNext()
    })
  }

  #wakeNext(): void {
    if (this.#underWay > 0 || !this.#areAllAsleep()) return
    const next = this.#sleepers.reduce<Sleeper | undefined>(
      (first, sleeper) => (first === undefined || isBefore(sleeper, first) ? sleeper : first),
      undefined,
    )
    if (next === undefined) return
    if (this.#moveTo(next.until)) {
      this.#sleepers = this.#sleepers.filter((sleeper) => sleeper !== next)
      next.wake()
    }
    this.#look()
  }

  /** False where an event on the way has ended a sleep or begun one: the actors continue from that moment. */
  #moveTo(moment: number): boolean {
    this.#hasSleepChanged = false
    for (let due = this.#timeline.next; due !== undefined && due <= moment; due = this.#timeline.next) {
      this.#timeline.advanceTo(due)
      if (this.#hasSleepChanged) return false
    }
    this.#timeline.advanceTo(moment)
    return true
  }

  #areAllAsleep(): boolean {
    const asleep = new Set(this.#sleepers.map(({ actor }) => actor))
    return [...this.#actors].every((actor) => asleep.has(actor))
  }
}

const isBefore = (one: Sleeper, other: Sleeper): boolean =>
  one.until < other.until || (one.until === other.until && one.order < other.order)
