import type { Timeline } from './timeline.ts'
import type { Call } from './wire/message.ts'

/** One call as it was received, and what became of it. */
export interface LedgerEntry {
  /** Seconds since the Unix epoch. */
  readonly at: number
  readonly sdkId: string
  readonly operation: string
  /** The IAM action that the caller needs: `autoscaling:DescribeAutoScalingGroups`. */
  readonly action: string
  /** Whether the operation is one that changes something, whatever became of it. */
  readonly changes: boolean
  readonly input: Readonly<Record<string, unknown>>
  /** `ok`, AWS's error code, or why no answer came. */
  readonly outcome: string
}

/** Instances of a group at one moment. */
export interface Capacity {
  /** In service and healthy in every load balancer. */
  readonly ready: number
  /** On the way into service. */
  readonly booting: number
  /** On the way out. */
  readonly leaving: number
  readonly desired: number
}

/** Who can say how many instances each group has. */
export interface CapacitySource {
  groupNames(): Iterable<string>
  capacity(group: string): Capacity
}

export interface CapacitySample extends Capacity {
  readonly at: number
}

/** What happened in this world: every call in order, and the capacity of every group over time. */
export class Ledger {
  readonly entries: LedgerEntry[] = []
  readonly #samples = new Map<string, CapacitySample[]>()
  readonly #timeline: Timeline
  readonly #source: CapacitySource

  constructor(timeline: Timeline, source: CapacitySource) {
    this.#timeline = timeline
    this.#source = source
    timeline.onMoment(() => this.sample())
  }

  record(call: Call, outcome: string): void {
    const { sdkId, operation, input, iamPrefix } = call
    this.entries.push({
      at: this.#timeline.now,
      sdkId,
      operation,
      action: `${iamPrefix}:${operation}`,
      changes: isChange(operation),
      input,
      outcome,
    })
    this.sample()
  }

  /** Notes the capacity of every group where it differs from what was noted last. */
  sample(): void {
    for (const group of this.#source.groupNames()) {
      const samples = this.#samples.get(group) ?? []
      if (samples.length === 0) this.#samples.set(group, samples)
      const capacity = this.#source.capacity(group)
      const last = samples.at(-1)
      if (last === undefined || !isSame(last, capacity)) samples.push({ at: this.#timeline.now, ...pick(capacity) })
    }
  }

  /** The calls that change something and succeeded, in order. */
  changes(): readonly LedgerEntry[] {
    return this.entries.filter(({ changes, outcome }) => changes && outcome === 'ok')
  }

  /** The distinct IAM actions that were called, sorted. */
  actions(): readonly string[] {
    return [...new Set(this.entries.map(({ action }) => action))].sort()
  }

  /** Each change of a group's capacity, oldest first; the first sample is the moment it was first seen. */
  capacityOf(group: string): readonly CapacitySample[] {
    return this.#samples.get(group) ?? []
  }

  /** The fewest ready instances that a group had at any moment since `from` (seconds). Infinity without a sample. */
  lowestReady(group: string, from = Number.NEGATIVE_INFINITY): number {
    return Math.min(...this.#since(group, from).map(({ ready }) => ready))
  }

  /** The most instances, ready, booting and unready ones, without the leaving, since `from`. -Infinity without a sample. */
  highestTotal(group: string, from = Number.NEGATIVE_INFINITY): number {
    return Math.max(...this.#since(group, from).map(total))
  }

  // The sample in force at `from` counts: it is the latest before it.
  #since(group: string, from: number): readonly CapacitySample[] {
    const samples = this.capacityOf(group)
    const first = samples.findLastIndex(({ at }) => at <= from)
    return samples.slice(Math.max(0, first))
  }

  /** Forgets all calls and samples, for a test that begins after its scene is set. */
  clear(): void {
    this.entries.length = 0
    this.#samples.clear()
    this.sample()
  }
}

const total = ({ ready, booting }: Capacity): number => ready + booting

const pick = ({ ready, booting, leaving, desired }: Capacity): Capacity => ({ ready, booting, leaving, desired })

const isSame = (one: Capacity, other: Capacity): boolean =>
  one.ready === other.ready &&
  one.booting === other.booting &&
  one.leaving === other.leaving &&
  one.desired === other.desired

/** Whether an operation changes something in AWS, by its name: what only reads, or hands out credentials, does not. */
export const isChange = (operation: string): boolean => !/^(Describe|Get|List|Search|AssumeRole)/.test(operation)
