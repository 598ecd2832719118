import type { HealthCheck, Listener } from '@aws-sdk/client-elastic-load-balancing'
import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import type { Pool, PoolRules } from './pool.ts'

/** A classic load balancer. */
export interface ClassicBalancer {
  readonly order: number
  readonly name: string
  readonly dnsName: string
  readonly createdAt: number
  readonly scheme: string
  readonly vpcId: string
  readonly subnets: Set<string>
  readonly zones: Set<string>
  readonly securityGroups: readonly string[]
  readonly listeners: Listener[]
  readonly pool: Pool
  readonly attributes: ClassicAttributes
  healthCheck: HealthCheck
}

export interface ClassicAttributes {
  crossZone: boolean
  drainingEnabled: boolean
  drainingSeconds: number
  idleSeconds: number
}

export const noSuchBalancer = (name: string | undefined): ServiceFault =>
  new ServiceFault('LoadBalancerNotFound', `There is no ACTIVE Load Balancer named '${name ?? ''}'`)

/** The classic load balancers by name. */
export class ClassicBalancers {
  readonly #byName = new Map<string, ClassicBalancer>()
  readonly #context: ServiceContext
  readonly #makePool: (name: string, rules: PoolRules) => Pool
  #order = 0

  constructor(context: ServiceContext, makePool: (name: string, rules: PoolRules) => Pool) {
    this.#context = context
    this.#makePool = makePool
  }

  get all(): readonly ClassicBalancer[] {
    return [...this.#byName.values()]
  }

  find(name: string): ClassicBalancer | undefined {
    return this.#byName.get(name)
  }

  get(name: string | undefined): ClassicBalancer {
    const found = this.#byName.get(name ?? '')
    if (found === undefined) throw noSuchBalancer(name)
    return found
  }

  add(
    settings: Pick<ClassicBalancer, 'name' | 'scheme' | 'vpcId' | 'securityGroups' | 'listeners' | 'subnets' | 'zones'>,
  ): ClassicBalancer {
    const { region, timeline, random, behaviour } = this.#context
    const attributes = { crossZone: false, drainingEnabled: false, drainingSeconds: 300, idleSeconds: 60 }
    const { name, zones, scheme } = settings
    const balancer: ClassicBalancer = {
      ...settings,
      order: this.#order++,
      dnsName: `${scheme === 'internal' ? 'internal-' : ''}${name}-${Math.floor(random.next() * 1e9)}.${region}.elb.amazonaws.com`,
      createdAt: timeline.now,
      attributes,
      healthCheck: { Target: `TCP:80`, Interval: 30, Timeout: 5, UnhealthyThreshold: 2, HealthyThreshold: 10 },
      pool: this.#makePool(name, {
        serves: (zone) => zones.has(zone),
        drainSeconds: () => (attributes.drainingEnabled ? attributes.drainingSeconds : 0),
        slowStartSeconds: () => 0,
        idleLeavesAtOnce: () => !behaviour.waitsOutIdleDraining,
      }),
    }
    this.#byName.set(name, balancer)
    return balancer
  }

  remove(name: string): void {
    const pool = this.#byName.get(name)?.pool
    this.#byName.delete(name)
    // Last, since whoever is told that its instances have left must not find it any more.
    pool?.clear()
  }
}
