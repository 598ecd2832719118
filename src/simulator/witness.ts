import type { Capacity } from './auto-scaling/truth.ts'
import { type CallWitness, isChange } from './ledger.ts'
import type { Call } from './wire/message.ts'
import type { World } from './world.ts'

/** A changing call that succeeded, with the truth about the group right before it and right after. */
export interface Deed {
  /** Seconds since the Unix epoch. */
  readonly at: number
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  readonly before: Capacity
  readonly after: Capacity
  /** When its caller last looked at groups. */
  readonly lookedAt: number
}

/** Writes down, for one group, every change that is asked for over the wire; what an operator does by hand is not. */
export class Witness implements CallWitness {
  readonly deeds: Deed[] = []
  readonly #world: World
  readonly #group: string
  readonly #looks = new Map<string | undefined, number>()
  #before: Capacity | undefined

  constructor(world: World, group: string) {
    this.#world = world
    this.#group = group
    world.ledger.witness = this
  }

  before({ operation }: Call): void {
    this.#before = isChange(operation) ? this.truth() : undefined
  }

  after({ operation, input, accessKeyId }: Call, outcome: string): void {
    const { timeline } = this.#world
    if (operation === 'DescribeAutoScalingGroups' && outcome === 'ok') this.#looks.set(accessKeyId, timeline.now)
    const before = this.#before
    if (before === undefined) return
    const after = this.truth()
    // Where the answer was lost AWS may have acted all the same: that counts, too.
    if (outcome !== 'ok' && outcome !== 'reset') return
    const lookedAt = this.#looks.get(accessKeyId) ?? timeline.now
    this.deeds.push({ at: timeline.now, operation, input, before, after, lookedAt })
  }

  /** The group as it truly is at this moment. */
  truth(): Capacity {
    return this.#world.autoScaling.capacity(this.#group)
  }
}
