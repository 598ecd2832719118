import type { Compute, ComputeInstance, ServiceContext } from '../interfaces.ts'

/** The phase of a registered target; `waiting` is not yet (or no longer) checked, because of its state or its zone. */
export type Phase = 'waiting' | 'initial' | 'healthy' | 'unhealthy' | 'draining'

/** One instance on one port. Times are seconds since the Unix epoch. */
export interface RegisteredTarget {
  readonly instanceId: string
  readonly port: number
  phase: Phase
  /** Why it is unhealthy, in the words of the scenario; undefined is the ordinary failure. */
  reason: string | undefined
  /** When the present phase began and, for `initial` and `draining`, ends. */
  since: number
  until: number
  /** When its present slow start ends; 0 while there is none. */
  slowUntil: number
  /** Whether it has had its full share of the requests since it was registered. */
  hadFullShare: boolean
  /** Set by a scenario, until it sets another. */
  forced: 'healthy' | 'unhealthy' | undefined
  cancel: () => void
}

/** What a pool reads from its load balancer. */
export interface PoolRules {
  /** Whether the balancer checks a target in this zone at all: it is in use and the zone enabled. */
  readonly serves: (zone: string) => boolean
  readonly drainSeconds: () => number
  /** How long a new target is given ever more requests; 0 is its full share at once. */
  readonly slowStartSeconds: () => number
  /** Whether an idle target leaves at once; otherwise it is `draining` for the whole delay. */
  readonly idleLeavesAtOnce: () => boolean
}

export interface PoolParts {
  readonly context: ServiceContext
  readonly compute: Compute
  /** Called with the instance after each change of its health here. */
  readonly changed: (instanceId: string) => void
}

const nothing = (): void => undefined

const NONE: readonly RegisteredTarget[] = []

/** The targets of one classic load balancer or target group, and how their health moves on the timeline. */
export class Pool {
  readonly #byInstance = new Map<string, Map<number, RegisteredTarget>>()
  readonly #rules: PoolRules
  readonly #parts: PoolParts

  constructor(rules: PoolRules, parts: PoolParts) {
    this.#rules = rules
    this.#parts = parts
  }

  get all(): readonly RegisteredTarget[] {
    const all: RegisteredTarget[] = []
    for (const ports of this.#byInstance.values()) all.push(...ports.values())
    return all
  }

  /** Targets, counting those that drain. */
  get size(): number {
    let size = 0
    for (const ports of this.#byInstance.values()) size += ports.size
    return size
  }

  of(instanceId: string): readonly RegisteredTarget[] {
    return [...this.each(instanceId)]
  }

  /** The same without a list: to be read only, and not while targets come and go. */
  each(instanceId: string): Iterable<RegisteredTarget> {
    return this.#byInstance.get(instanceId)?.values() ?? NONE
  }

  serves(zone: string): boolean {
    return this.#rules.serves(zone)
  }

  /** Registers a target; one that is registered already stays as it is, one that drains starts again. */
  register(instanceId: string, port: number): void {
    const before = this.#byInstance.get(instanceId)?.get(port)
    if (before !== undefined && before.phase !== 'draining') return
    before?.cancel()
    const { now } = this.#parts.context.timeline
    const registration: RegisteredTarget = {
      instanceId,
      port,
      phase: 'waiting',
      reason: undefined,
      since: now,
      until: now,
      slowUntil: 0,
      hadFullShare: false,
      forced: undefined,
      cancel: nothing,
    }
    const ports = this.#byInstance.get(instanceId) ?? new Map<number, RegisteredTarget>()
    ports.set(port, registration)
    this.#byInstance.set(instanceId, ports)
    this.#check(registration)
  }

  /** Starts draining on one port, or on all; gives the seconds until the instance may be stopped. */
  deregister(instanceId: string, port?: number): number {
    const waits = this.#parts.context.behaviour.waitsOutIdleDraining
    let longest = 0
    for (const registration of this.of(instanceId)) {
      if (port === undefined || registration.port === port) longest = Math.max(longest, this.#drain(registration))
    }
    return waits ? longest : 0
  }

  /** A zone or listener was added or removed: checks of waiting targets may begin, checked targets may have to wait. */
  reconsider(): void {
    for (const registration of this.all) {
      if (registration.phase === 'draining') continue
      const served = this.#isServed(registration)
      if (served !== (registration.phase !== 'waiting')) this.#check(registration)
    }
  }

  /** The instance changed its state. */
  follow(machine: ComputeInstance): void {
    for (const registration of this.of(machine.id)) {
      if (machine.state === 'terminated') this.#remove(registration)
      else if (registration.phase !== 'draining') {
        if (machine.reboots === true && registration.phase !== 'waiting') this.#enter(registration, 'unhealthy')
        else this.#check(registration)
      }
    }
  }

  /** For scenarios: from now on the instance is healthy, or unhealthy for a reason. */
  force(
    instanceId: string,
    verdict: { readonly phase: 'healthy' | 'unhealthy'; readonly reason: string | undefined },
  ): void {
    for (const registration of this.of(instanceId)) {
      registration.forced = verdict.phase
      registration.reason = verdict.reason
      if (registration.phase !== 'draining' && registration.phase !== 'waiting')
        this.#enter(registration, verdict.phase)
    }
  }

  clear(): void {
    for (const registration of this.all) this.#remove(registration)
  }

  #isServed({ instanceId }: RegisteredTarget): boolean {
    const machine = this.#parts.compute.machine(instanceId)
    return machine?.state === 'running' && this.#rules.serves(machine.zone)
  }

  #check(registration: RegisteredTarget): void {
    const { context, compute } = this.#parts
    if (!this.#isServed(registration)) return this.#enter(registration, 'waiting')
    const { balancerWarmupSeconds: warmup, sickImages } = context.behaviour
    const seconds = context.random.within(warmup)
    this.#enter(registration, 'initial', seconds)
    registration.cancel = context.timeline.after(seconds, () => {
      // The event has run: cancelling it now would search the whole queue for nothing.
      registration.cancel = nothing
      const sick = sickImages.has(compute.machine(registration.instanceId)?.imageId ?? '')
      this.#enter(registration, registration.forced ?? (sick ? 'unhealthy' : 'healthy'))
    })
  }

  #drain(registration: RegisteredTarget): number {
    const { timeline } = this.#parts.context
    if (registration.phase === 'draining') return registration.until - timeline.now
    const seconds = registration.phase === 'waiting' ? 0 : this.#rules.drainSeconds()
    if (seconds === 0 || this.#rules.idleLeavesAtOnce()) {
      this.#remove(registration)
      return 0
    }
    this.#enter(registration, 'draining', seconds)
    registration.cancel = timeline.after(seconds, () => {
      registration.cancel = nothing
      this.#remove(registration)
    })
    return seconds
  }

  #enter(registration: RegisteredTarget, phase: Phase, seconds = 0): void {
    const { now } = this.#parts.context.timeline
    registration.cancel()
    registration.cancel = nothing
    this.#startSlowly(registration, phase)
    registration.phase = phase
    registration.since = now
    registration.until = now + seconds
    this.#parts.changed(registration.instanceId)
  }

  /**
   * A target that turns healthy gets its full share of the requests only after the slow start, unless no other has one by then:
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
   */
  #startSlowly(registration: RegisteredTarget, phase: Phase): void {
    if (phase === 'healthy' && registration.phase === 'healthy') return
    registration.slowUntil = 0
    if (phase !== 'healthy') return
    const { timeline } = this.#parts.context
    const seconds = this.#rules.slowStartSeconds()
    if (seconds === 0 || !this.all.some((each) => each.phase === 'healthy' && each.slowUntil === 0)) {
      registration.hadFullShare = true
      return
    }
    const until = timeline.now + seconds
    registration.slowUntil = until
    timeline.after(seconds, () => {
      if (registration.slowUntil !== until) return
      registration.slowUntil = 0
      registration.hadFullShare = true
      this.#parts.changed(registration.instanceId)
    })
  }

  #remove(registration: RegisteredTarget): void {
    registration.cancel()
    const ports = this.#byInstance.get(registration.instanceId)
    if (ports?.get(registration.port) !== registration) return
    ports.delete(registration.port)
    if (ports.size === 0) this.#byInstance.delete(registration.instanceId)
    this.#parts.changed(registration.instanceId)
  }
}
