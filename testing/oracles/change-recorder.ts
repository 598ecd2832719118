import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { type CallWitness, isChange } from '../../simulator/ledger.ts'
import type { Call } from '../../simulator/wire/message.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'

/** A changing call that succeeded, with the truth about the group right before it and right after. */
export interface RecordedChange {
  /** Seconds since the Unix epoch. */
  readonly at: number
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  readonly before: CapacitySnapshot
  readonly after: CapacitySnapshot
  /** When its caller last looked at groups. */
  readonly lookedAt: number
  /** The most ready capacity that its caller may have seen when it decided, in the group's unit. */
  readonly readyAsSeen: number
}

/** Writes down, for one group, every change that is asked for over the wire; what an operator does by hand is not. */
export class Recorder implements CallWitness {
  readonly changes: RecordedChange[] = []
  readonly #world: SimulatedAccount
  readonly #group: string
  /** By whose key a call is signed. */
  readonly #lookedAt = new Map<string | undefined, number>()
  #looks: { readonly at: number; readonly ready: number }[] = []
  #before: CapacitySnapshot | undefined

  constructor(account: SimulatedAccount, group: string) {
    this.#world = account
    this.#group = group
    account.ledger.recorder = this
  }

  before({ operation }: Call): void {
    this.#before = isChange(operation) ? this.truth() : undefined
  }

  after({ operation, input, accessKeyId }: Call, outcome: string): void {
    const { now } = this.#world.timeline
    const after = this.truth()
    const before = this.#before
    if (before === undefined) {
      this.#looks.push({ at: now, ready: after.readyUnits })
      if (operation === 'DescribeAutoScalingGroups' && outcome === 'ok') this.#lookedAt.set(accessKeyId, now)
      return
    }
    // Where the answer was lost AWS may have acted all the same: that counts, too.
    if (outcome !== 'ok' && outcome !== 'reset' && JSON.stringify(before) === JSON.stringify(after)) return
    const lookedAt = this.#lookedAt.get(accessKeyId) ?? now
    const from = lookedAt - this.#world.behaviour.staleSeconds
    this.#looks = this.#looks.filter(({ at }) => at >= from - 60)
    const seen = this.#looks.filter(({ at }) => at >= from).map(({ ready }) => ready)
    const readyAsSeen = Math.max(before.readyUnits, ...seen)
    this.changes.push({ at: now, operation, input, before, after, lookedAt, readyAsSeen })
  }

  /** The group as it truly is at this moment. */
  truth(): CapacitySnapshot {
    return this.#world.autoScaling.capacity(this.#group)
  }
}
