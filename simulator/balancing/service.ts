import type { Balancing, Compute, ComputeInstance, Service, ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import { classicAttributes } from './classic-attributes.ts'
import { classicHealthStates } from './classic-health.ts'
import { CLASSIC_LIMIT, classicOperations } from './classic-operations.ts'
import { ClassicBalancers, type ClassicBalancer } from './classic.ts'
import { balancerZone, isHealthyForDns, plainName } from './dns.ts'
import { BalancerFlows } from './flows.ts'
import { standardLimits, type Limits } from './limits.ts'
import { Pool, type PoolRules, type RegisteredTarget } from './pool.ts'
import { BalancerTags } from './tag-store.ts'
import { TargetGroups } from './target-groups.ts'
import { v2Balancers } from './v2-balancers.ts'
import { v2Groups } from './v2-groups.ts'
import { v2Listeners } from './v2-listeners.ts'
import { LoadBalancers } from './v2-model.ts'
import { v2Rules } from './v2-rules.ts'
import { v2Tags } from './v2-tags.ts'
import { v2Targets } from './v2-targets.ts'
import type { LoadBalancer } from './v2-shapes.ts'

type Health = ReturnType<Balancing['health']>

/** The health that a scenario sets for a target: healthy, unhealthy, or unhealthy for one of ELBv2's reasons. */
export type TargetCondition =
  | 'healthy'
  | 'unhealthy'
  | 'Target.ResponseCodeMismatch'
  | 'Target.Timeout'
  | 'Target.FailedHealthChecks'
  | 'Target.HealthCheckDisabled'
  | 'Target.DeregistrationInProgress'
  | 'Target.IpUnusable'
  | 'Elb.InternalError'

/** The worst of several ports counts. */
const WORST: readonly Health[] = ['unhealthy', 'unused', 'draining', 'initial', 'healthy']

/** Both load balancer services over one model of targets; `name` is a classic balancer's name or a target group's ARN. */
export class Balancers implements Balancing {
  readonly classic
  readonly v2
  /** Where requests go, for the traffic meter. */
  readonly flows: BalancerFlows
  /** The quotas of ELBv2, to be changed by scenarios. */
  readonly limits: Limits = standardLimits()
  /** How many classic load balancers the account may have. */
  classicLimit = CLASSIC_LIMIT
  readonly #classic: ClassicBalancers
  readonly #groups: TargetGroups
  readonly #loadBalancers: LoadBalancers
  readonly #region: string
  readonly #compute: Compute
  readonly #listeners: ((name: string, instanceId: string) => void)[] = []
  /** The pools in which an instance is registered, so that its changes of state reach them without a search. */
  readonly #poolsOf = new Map<string, Set<Pool>>()

  constructor(context: ServiceContext, compute: Compute) {
    this.#compute = compute
    this.#region = context.region
    const makePool = (name: string, rules: PoolRules): Pool => {
      const pool: Pool = new Pool(rules, { context, compute, changed: (id) => this.#changed({ name, pool, id }) })
      return pool
    }
    const balancers = (this.#classic = new ClassicBalancers(context, makePool))
    const groups = (this.#groups = new TargetGroups(context, makePool))
    const classicParts = { balancers, compute, context }
    const loadBalancers = (this.#loadBalancers = new LoadBalancers(context, groups))
    const v2Parts = {
      balancers: loadBalancers,
      groups,
      compute,
      tags: new BalancerTags(50),
      limits: this.limits,
      behaviour: context.behaviour,
    }
    this.flows = new BalancerFlows({ groups, balancers: loadBalancers, classic: balancers })
    this.classic = {
      sdkId: 'Elastic Load Balancing',
      operations: {
        ...classicOperations({ ...classicParts, tags: new BalancerTags(10), limit: () => this.classicLimit }),
        ...classicAttributes(classicParts),
        ...classicHealthStates(classicParts),
      },
    } satisfies Service
    this.v2 = {
      sdkId: 'Elastic Load Balancing v2',
      operations: {
        ...v2Balancers(v2Parts),
        ...v2Groups(v2Parts),
        ...v2Listeners(v2Parts),
        ...v2Rules(v2Parts),
        ...v2Tags(v2Parts),
        ...v2Targets(v2Parts),
      },
    } satisfies Service
    compute.onStateChange((machine) => this.#follow(machine))
  }

  exists(name: string): boolean {
    return this.#groups.find(name) !== undefined || this.#classic.find(name) !== undefined
  }

  register(name: string, instanceId: string): void {
    this.#pool(name).register(instanceId, this.#groups.find(name)?.port ?? 0)
  }

  deregister(name: string, instanceId: string): number {
    return this.exists(name) ? this.#pool(name).deregister(instanceId) : 0
  }

  health(name: string, instanceId: string): Health {
    let worst: Health | undefined
    for (const registration of this.#pool(name).each(instanceId)) {
      const health = this.#healthOf(registration)
      if (worst === undefined || WORST.indexOf(health) < WORST.indexOf(worst)) worst = health
    }
    return worst ?? 'unused'
  }

  whyUnreached(name: string, instanceId: string): ReturnType<NonNullable<Balancing['whyUnreached']>> {
    const { state, zone = '' } = this.#compute.machine(instanceId) ?? {}
    if (state !== 'running' || !this.exists(name)) return undefined
    const pool = this.#pool(name)
    if (pool.of(instanceId).length === 0 || pool.serves(zone)) return undefined
    return this.#groups.find(name)?.users.size === 0 ? 'sends nothing' : 'zone not served'
  }

  startsSlowly(name: string, instanceId: string): boolean {
    const targets = this.exists(name) ? this.#pool(name).of(instanceId) : []
    return targets.some(({ slowUntil, hadFullShare }) => slowUntil > 0 && !hadFullShare)
  }

  /** Makes one instance unhealthy or healthy until the next call, also across a stop and start. */
  setHealth(name: string, instanceId: string, verdict: TargetCondition): void {
    const phase = verdict === 'healthy' ? 'healthy' : 'unhealthy'
    const reason = verdict === 'healthy' || verdict === 'unhealthy' ? undefined : verdict
    this.#pool(name).force(instanceId, { phase, reason })
  }

  /** Whether Route 53 takes the load balancer of that name for healthy; undefined where there is none. */
  answersHealthy(dnsName: string): boolean | undefined {
    const balancer = this.#named(dnsName)
    if (balancer === undefined) return undefined
    return isHealthyForDns(
      'pool' in balancer ? [balancer] : this.#groups.all.filter(({ users }) => users.has(balancer)),
    )
  }

  /** Why an alias may not point to a name in a hosted zone of AWS's; undefined where it may. */
  aliasProblem({ zoneId, name }: { readonly zoneId: string; readonly name: string }): string | undefined {
    const balancer = this.#named(name)
    if (balancer === undefined) return 'that target was not found'
    const type = 'pool' in balancer ? 'classic' : balancer.type
    return zoneId === balancerZone(this.#region, type)
      ? undefined
      : 'the alias target name does not lie within the target zone'
  }

  #named(dnsName: string): LoadBalancer | ClassicBalancer | undefined {
    const name = plainName(dnsName)
    return [...this.#loadBalancers.all, ...this.#classic.all].find((each) => plainName(each.dnsName) === name)
  }

  /** Called at every change of a target's health, registration and departure included. */
  onHealthChange(listener: (name: string, instanceId: string) => void): void {
    this.#listeners.push(listener)
  }

  #pool(name: string): Pool {
    const pool = this.#groups.find(name)?.pool ?? this.#classic.find(name)?.pool
    if (pool === undefined)
      throw new ServiceFault('LoadBalancerNotFound', `There is no ACTIVE Load Balancer named '${name}'`)
    return pool
  }

  #healthOf({ phase, instanceId }: RegisteredTarget): Health {
    if (phase !== 'waiting') return phase
    return this.#compute.machine(instanceId)?.state === 'pending' ? 'initial' : 'unused'
  }

  #changed({ name, pool, id }: { readonly name: string; readonly pool: Pool; readonly id: string }): void {
    const pools = this.#poolsOf.get(id) ?? new Set()
    if (pool.of(id).length > 0) this.#poolsOf.set(id, pools.add(pool))
    else if (pools.delete(pool) && pools.size === 0) this.#poolsOf.delete(id)
    for (const listener of this.#listeners) listener(name, id)
  }

  #follow(machine: ComputeInstance): void {
    // A copy, since a pool that loses its last registration leaves the set.
    for (const pool of Array.from(this.#poolsOf.get(machine.id) ?? [])) pool.follow(machine)
  }
}
