import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import { balancerArn } from './names.ts'
import type { Pool, PoolRules } from './pool.ts'
import type { LoadBalancer } from './v2-shapes.ts'

export interface TargetGroupSettings {
  readonly name: string
  readonly protocol: string
  readonly port: number
  readonly vpcId: string
  readonly check: TargetGroupCheck
}

export interface TargetGroupCheck {
  readonly protocol: string
  readonly port: string
  readonly path: string | undefined
  readonly intervalSeconds: number
  readonly timeoutSeconds: number
  readonly healthyThreshold: number
  readonly unhealthyThreshold: number
  readonly codes: string | undefined
}

export interface TargetGroup extends TargetGroupSettings {
  readonly order: number
  readonly arn: string
  readonly pool: Pool
  readonly attributes: Map<string, string>
  /** How many actions of each load balancer name it. */
  readonly users: Map<LoadBalancer, number>
  check: TargetGroupCheck
}

export const DELAY = 'deregistration_delay.timeout_seconds'
export const SLOW_START = 'slow_start.duration_seconds'

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html, with AWS's defaults. */
const DEFAULTS: readonly (readonly [string, string])[] = [
  [DELAY, '300'],
  ['stickiness.enabled', 'false'],
  ['stickiness.type', 'lb_cookie'],
  ['stickiness.lb_cookie.duration_seconds', '86400'],
  [SLOW_START, '0'],
  ['load_balancing.algorithm.type', 'round_robin'],
  ['load_balancing.cross_zone.enabled', 'use_load_balancer_configuration'],
]

export const noSuchTargetGroup = (): ServiceFault =>
  new ServiceFault('TargetGroupNotFound', 'One or more target groups not found')

/** Target groups of instances, by ARN. */
export class TargetGroups {
  readonly #byArn = new Map<string, TargetGroup>()
  readonly #byName = new Map<string, TargetGroup>()
  readonly #context: ServiceContext
  readonly #makePool: (name: string, rules: PoolRules) => Pool
  #order = 0

  constructor(context: ServiceContext, makePool: (name: string, rules: PoolRules) => Pool) {
    this.#context = context
    this.#makePool = makePool
  }

  get all(): readonly TargetGroup[] {
    return [...this.#byArn.values()]
  }

  find(arn: string): TargetGroup | undefined {
    return this.#byArn.get(arn)
  }

  get(arn: string | undefined): TargetGroup {
    const found = this.#byArn.get(arn ?? '')
    if (found === undefined) throw noSuchTargetGroup()
    return found
  }

  named(name: string): TargetGroup | undefined {
    return this.#byName.get(name)
  }

  add(settings: TargetGroupSettings): TargetGroup {
    const arn = balancerArn(this.#context, `targetgroup/${settings.name}/${this.#context.random.hex(16)}`)
    const attributes = new Map(DEFAULTS)
    const users = new Map<LoadBalancer, number>()
    const group: TargetGroup = {
      ...settings,
      order: this.#order++,
      arn,
      attributes,
      users,
      pool: this.#makePool(arn, {
        serves: (zone) => [...users.keys()].some(({ zones }) => zones.has(zone)),
        drainSeconds: () => Number(attributes.get(DELAY)),
        slowStartSeconds: () => Number(attributes.get(SLOW_START)),
        // A target stays `draining` for the whole delay, idle or not.
        idleLeavesAtOnce: () => false,
      }),
    }
    this.#byArn.set(arn, group)
    this.#byName.set(settings.name, group)
    return group
  }

  remove(group: TargetGroup): void {
    this.#byArn.delete(group.arn)
    this.#byName.delete(group.name)
    // Last, since whoever is told that its targets have left must not find it any more.
    group.pool.clear()
  }

  /** Counts an action that names the group in or out; the first and the last change which targets are checked. */
  use(arn: string, by: LoadBalancer, change: 1 | -1): void {
    const group = this.#byArn.get(arn)
    if (group === undefined) return
    const before = group.users.get(by) ?? 0
    if (before + change > 0) group.users.set(by, before + change)
    else group.users.delete(by)
    if (before === 0 || before + change === 0) group.pool.reconsider()
  }
}
