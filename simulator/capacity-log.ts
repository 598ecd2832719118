/** Instances of a group at one moment, as Auto Scaling counts them. */
export interface CapacityCounts {
  readonly desired: number
  /** In service and healthy in every load balancer, with the slow start of its target groups over. */
  readonly ready: number
  /** The same in the group's own unit: weights, where it has some. */
  readonly readyUnits: number
  readonly inService: number
  /** On the way into service. */
  readonly pending: number
  /** On the way out. */
  readonly leaving: number
  readonly ids: {
    readonly inService: readonly string[]
    readonly pending: readonly string[]
    readonly standby: readonly string[]
    /** Out of service as long as their root volume is replaced. */
    readonly replacingRoot: readonly string[]
  }
}

/** Gives the number of instances in each group. */
export interface CapacitySource {
  groupNames(): Iterable<string>
  capacity(group: string): CapacityCounts
}

export interface CapacitySample extends Omit<CapacityCounts, 'ids'> {
  /** Seconds since the Unix epoch. */
  readonly at: number
}

/** An instance that joined or left a group. */
export interface Movement {
  readonly at: number
  readonly instanceId: string
  readonly kind: 'launched' | 'left'
}

/** One group's capacity over time: only changes are kept. */
export class CapacityLog {
  readonly samples: CapacitySample[] = []
  readonly movements: Movement[] = []
  #last: CapacityCounts | undefined
  #staying: ReadonlySet<string> = new Set()

  note(at: number, capacity: CapacityCounts): void {
    const last = this.#last
    if (last !== undefined && last.ids === capacity.ids && last.desired === capacity.desired) return
    this.#noteMovements(at, capacity)
    const { desired, ready, readyUnits, inService, pending, leaving } = capacity
    const sample = { at, desired, ready, readyUnits, inService, pending, leaving }
    if (last === undefined || !isSame(last, sample)) this.samples.push(sample)
    this.#last = capacity
  }

  /** From the sample that was in force at that moment on. */
  since(moment: number): readonly CapacitySample[] {
    const inForce = this.samples.findLastIndex(({ at }) => at <= moment)
    return this.samples.slice(Math.max(0, inForce))
  }

  /** Instances that are there in the first sample of a group are no movements. */
  #noteMovements(at: number, { ids }: CapacityCounts): void {
    // Most changes are of health alone; sets of a thousand ids are not made for those.
    if (this.#last !== undefined && haveSameMembers(this.#last.ids, ids)) return
    const staying = new Set([...ids.pending, ...ids.inService, ...ids.standby, ...ids.replacingRoot])
    if (this.#last !== undefined) {
      for (const instanceId of staying) {
        if (!this.#staying.has(instanceId)) this.movements.push({ at, instanceId, kind: 'launched' })
      }
      for (const instanceId of this.#staying) {
        if (!staying.has(instanceId)) this.movements.push({ at, instanceId, kind: 'left' })
      }
    }
    this.#staying = staying
  }
}

const haveSameMembers = (one: CapacityCounts['ids'], other: CapacityCounts['ids']): boolean =>
  isSameList(one.inService, other.inService) &&
  isSameList(one.pending, other.pending) &&
  isSameList(one.standby, other.standby) &&
  isSameList(one.replacingRoot, other.replacingRoot)

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one === other || (one.length === other.length && one.every((id, index) => id === other[index]))

const isSame = (one: Omit<CapacityCounts, 'ids'>, other: Omit<CapacityCounts, 'ids'>): boolean =>
  one.desired === other.desired &&
  one.ready === other.ready &&
  one.readyUnits === other.readyUnits &&
  one.inService === other.inService &&
  one.pending === other.pending &&
  one.leaving === other.leaving
