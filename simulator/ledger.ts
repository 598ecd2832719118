import { CapacityLog } from './capacity-log.ts'
import type { CapacityCounts, CapacitySample, CapacitySource, Movement } from './capacity-log.ts'
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

/** Called right before each call is carried out and right after. */
export interface CallObserver {
  before(call: Call): void
  after(call: Call, outcome: string): void
}

/** What happened in the account: every call in order, and the capacity of every group over time. */
export class Ledger {
  readonly entries: LedgerEntry[] = []
  /** The groups of which capacity is recorded; a thousand groups make a large ledger. */
  watches: 'every group' | ReadonlySet<string> = 'every group'
  /** Observes every call, for tests that compare the state before and after it. */
  recorder: CallObserver | undefined
  /** Called after each call that changes something. */
  onChange: () => void = () => undefined
  readonly #logs = new Map<string, CapacityLog>()
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
    this.recorder?.after(call, outcome)
    // Reads change no capacity.
    if (!isChange(operation)) return
    this.sample()
    this.onChange()
  }

  /** Notes the capacity of every group where it differs from what was noted last. */
  sample(): void {
    for (const group of this.#watched()) this.#log(group).note(this.#timeline.now, this.#source.capacity(group))
  }

  /** The calls that change something and succeeded, in order. */
  changes(): readonly LedgerEntry[] {
    return this.entries.filter(({ changes, outcome }) => changes && outcome === 'ok')
  }

  /** The distinct IAM actions that were called, sorted. */
  actions(): readonly string[] {
    return [...new Set(this.entries.map(({ action }) => action))].sort()
  }

  /** Each change of a group's capacity, oldest first; the first sample is the moment of the first observation. */
  capacityOf(group: string): readonly CapacitySample[] {
    return this.#log(group).samples
  }

  /** Instances that were launched into a group, or left it, since the first observation; in order. */
  movements(group: string): readonly Movement[] {
    return this.#log(group).movements
  }

  launches(group: string): readonly string[] {
    return this.movements(group).flatMap(({ kind, instanceId }) => (kind === 'launched' ? [instanceId] : []))
  }

  /** Ids in the order in which they began to leave. */
  terminations(group: string): readonly string[] {
    return this.movements(group).flatMap(({ kind, instanceId }) => (kind === 'left' ? [instanceId] : []))
  }

  /** The fewest ready instances that a group had at any moment since `from` (seconds). Infinity without a sample. */
  lowestReady(group: string, from = Number.NEGATIVE_INFINITY): number {
    return Math.min(
      ...this.#log(group)
        .since(from)
        .map(({ ready }) => ready),
    )
  }

  /** The most instances in service or on the way there at any moment since `from`. -Infinity without a sample. */
  highestTotal(group: string, from = Number.NEGATIVE_INFINITY): number {
    return Math.max(...this.#log(group).since(from).map(total))
  }

  /** Removes all calls, samples and movements, for a test that begins after its fixture is built. */
  clear(): void {
    this.entries.length = 0
    this.#logs.clear()
    this.sample()
  }

  #watched(): Iterable<string> {
    const { watches } = this
    if (watches === 'every group') return this.#source.groupNames()
    return [...this.#source.groupNames()].filter((group) => watches.has(group))
  }

  #log(group: string): CapacityLog {
    const log = this.#logs.get(group) ?? new CapacityLog()
    this.#logs.set(group, log)
    return log
  }
}

const total = ({ inService, pending }: Pick<CapacityCounts, 'inService' | 'pending'>): number => inService + pending

/** Whether an operation changes something in AWS, by its name: what only reads, or hands out credentials, does not. */
export const isChange = (operation: string): boolean => !/^(Describe|Get|List|Search|AssumeRole)/.test(operation)
