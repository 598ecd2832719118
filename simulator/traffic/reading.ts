import { Snapshot, type AccountParts } from './snapshot.ts'
import { Window, type Shares } from './window.ts'

/** Why requests met no healthy target. */
export type Miss = 'no weight' | 'no target' | 'no healthy target' | 'no answer'

/** Where the requests of one entrance go at a moment; shares of all its requests, from 0 to 1. */
export interface Reading {
  /** By Auto Scaling group; what no group owns is under the name of its target group, load balancer or address. */
  readonly shares: Readonly<Record<string, number>>
  /** By target group (ARN), as far as a target could be chosen. */
  readonly targetGroups: Readonly<Record<string, number>>
  /** By target group: of all requests those that it answers with an error. */
  readonly errors: Readonly<Record<string, number>>
  /** Of the requests that met no healthy target, by reason. */
  readonly missed: Readonly<Partial<Record<Miss, number>>>
}

/** An entrance: a rule or listener by its ARN, a name of Route 53, or a classic load balancer by its name. */
export type Entrance = { readonly rule: string } | { readonly record: string } | { readonly classic: string }

/** Follows requests from an entrance to targets; keeps what clients hold on the way. */
export class Follower {
  readonly #parts: AccountParts
  /** Of the clients of a sticky rule those that keep their cookies, from 0 to 1. */
  readonly #cookies: number
  readonly #windows = new Map<string, Window>()
  #state: Snapshot

  constructor(parts: AccountParts, cookies: number) {
    this.#parts = parts
    this.#state = new Snapshot(parts)
    this.#cookies = cookies
  }

  /** Where the requests go as the account is now. */
  read(entrance: Entrance, now: number): Reading {
    this.#state = new Snapshot(this.#parts)
    return this.#follow(entrance, { now, notes: true })
  }

  /** Where they would go at a moment if the account were as it was at the last reading: only what clients hold has moved on. */
  readUnchanged(entrance: Entrance, now: number): Reading {
    return this.#follow(entrance, { now, notes: false })
  }

  #follow(entrance: Entrance, way: Pick<Way, 'now' | 'notes'>): Reading {
    const sum = new Sum()
    this.#enter(entrance, { ...way, sum, share: 1 })
    return sum.reading
  }

  #enter(entrance: Entrance, way: Way): void {
    if ('record' in entrance) this.#resolve(entrance.record, way)
    else if ('rule' in entrance) this.#forward(entrance.rule, way)
    else this.#spread(entrance.classic, way)
  }

  /** Resolvers keep an answer for its TTL. */
  #resolve(name: string, way: Way): void {
    const answers = this.#state.answers(name)
    const targets = new Map<string, number>()
    for (const { values, share } of answers) targets.set(values[0] ?? '', (targets.get(values[0] ?? '') ?? 0) + share)
    const ttl = Math.max(0, ...answers.map((each) => each.ttl))
    const held = this.#held(`record ${name}`, { shares: targets, kept: ttl, way })
    if (held.size === 0) way.sum.miss('no answer', way.share)
    for (const [target, share] of held) {
      const next = this.#state.behind(target)
      if (next === undefined) way.sum.met(target, way.share * share)
      else this.#enter(next, { ...way, share: way.share * share })
    }
  }

  /** A client with a cookie goes to the group of its cookie, as long as the rule names it, whatever its weight is. */
  #forward(arn: string, way: Way): void {
    const flow = this.#state.rule(arn)
    if (flow === undefined) return way.sum.miss('no answer', way.share)
    if (flow.groups.length === 0) return
    const all = flow.groups.reduce((sum, { weight }) => sum + weight, 0)
    const fresh = new Map(flow.groups.map(({ arn: group, weight }) => [group, all === 0 ? 0 : weight / all]))
    const bound = flow.stickySeconds > 0 ? this.#cookies : 0
    // Noted without stickiness as well, so that it is known what clients were given before it was switched on.
    const held = this.#held(`rule ${arn}`, { shares: fresh, kept: flow.stickySeconds, way })
    let kept = 0
    for (const [group, share] of bound > 0 ? held : []) {
      if (!fresh.has(group)) continue
      kept += bound * share
      this.#spread(group, { ...way, share: way.share * bound * share })
    }
    const free = way.share * (1 - kept)
    if (all === 0) way.sum.miss('no weight', free)
    else for (const [group, share] of fresh) if (share > 0) this.#spread(group, { ...way, share: free * share })
  }

  /** Healthy targets share alike; without one an application load balancer takes any: it fails open. */
  #spread(name: string, { sum, share }: Way): void {
    if (share <= 0) return
    const { targets: targetsOf, groupOf, ownerOf } = this.#state
    const targets = targetsOf(name).filter(({ phase }) => phase !== 'draining' && phase !== 'waiting')
    const healthy = targets.filter(({ phase }) => phase === 'healthy')
    const isClassic = !name.startsWith('arn:')
    const chosen = healthy.length > 0 ? healthy : isClassic ? [] : targets
    if (chosen.length === 0) {
      sum.met(ownerOf(name) ?? labelOf(name), share)
      return sum.miss(targets.length === 0 ? 'no target' : 'no healthy target', share)
    }
    sum.reach(
      name,
      share,
      healthy.length === 0 ? 1 : mean(healthy.map(({ instanceId }) => this.#state.errorShare(instanceId))),
    )
    if (healthy.length === 0) sum.miss('no healthy target', share)
    for (const { instanceId } of chosen) {
      sum.met(groupOf(instanceId) ?? ownerOf(name) ?? labelOf(name), share / chosen.length)
    }
  }

  #held(
    key: string,
    { shares, kept, way }: { readonly shares: Shares; readonly kept: number; readonly way: Way },
  ): Shares {
    const window = this.#windows.get(key) ?? new Window()
    this.#windows.set(key, window)
    if (way.notes) window.note(way.now, shares, kept)
    return window.at(way.now)
  }
}

interface Way {
  readonly sum: Sum
  readonly now: number
  /** Whether what is chosen now is noted. */
  readonly notes: boolean
  /** Of all requests of the entrance. */
  readonly share: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** `targetgroup/name/id` of an ARN, else the name. */
const labelOf = (name: string): string => name.replace(/^arn:.*:/, '')

class Sum {
  readonly #shares = new Map<string, number>()
  readonly #groups = new Map<string, number>()
  readonly #errors = new Map<string, number>()
  readonly #missed = new Map<Miss, number>()

  met(name: string, share: number): void {
    this.#shares.set(name, (this.#shares.get(name) ?? 0) + share)
  }

  reach(arn: string, share: number, errors: number): void {
    this.#groups.set(arn, (this.#groups.get(arn) ?? 0) + share)
    if (errors > 0) this.#errors.set(arn, (this.#errors.get(arn) ?? 0) + share * errors)
  }

  miss(reason: Miss, share: number): void {
    if (share > 0) this.#missed.set(reason, (this.#missed.get(reason) ?? 0) + share)
  }

  get reading(): Reading {
    return {
      shares: Object.fromEntries(this.#shares),
      targetGroups: Object.fromEntries(this.#groups),
      errors: Object.fromEntries(this.#errors),
      missed: Object.fromEntries(this.#missed),
    }
  }
}
