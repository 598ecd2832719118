import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import { forwardTargets } from './actions.ts'
import type { TargetGroups } from './target-groups.ts'
import type { LoadBalancer, Listener, Rule } from './v2-shapes.ts'

/** Load balancers with listeners and rules; keeps count of which target groups they use. */
export class LoadBalancers {
  readonly #byArn = new Map<string, LoadBalancer>()
  readonly #byName = new Map<string, LoadBalancer>()
  readonly #listeners = new Map<string, Listener>()
  readonly #rules = new Map<string, Rule>()
  readonly #groups: TargetGroups
  readonly context: ServiceContext
  #order = 0

  constructor(context: ServiceContext, groups: TargetGroups) {
    this.context = context
    this.#groups = groups
  }

  get all(): readonly LoadBalancer[] {
    return [...this.#byArn.values()]
  }

  nextOrder(): number {
    return this.#order++
  }

  named(name: string): LoadBalancer | undefined {
    return this.#byName.get(name)
  }

  find(arn: string): LoadBalancer | undefined {
    return this.#byArn.get(arn)
  }

  get(arn: string | undefined): LoadBalancer {
    const found = this.#byArn.get(arn ?? '')
    if (found === undefined) throw new ServiceFault('LoadBalancerNotFound', `Load balancer '${arn}' not found`)
    return found
  }

  add(balancer: LoadBalancer): void {
    this.#byArn.set(balancer.arn, balancer)
    this.#byName.set(balancer.name, balancer)
  }

  remove(balancer: LoadBalancer): void {
    for (const listener of balancer.listeners.values()) this.removeListener(listener)
    this.#byArn.delete(balancer.arn)
    this.#byName.delete(balancer.name)
  }

  hasListener(arn: string): boolean {
    return this.#listeners.has(arn)
  }

  listener(arn: string | undefined): Listener {
    const found = this.#listeners.get(arn ?? '')
    if (found === undefined) throw new ServiceFault('ListenerNotFound', 'One or more listeners not found')
    return found
  }

  addListener(listener: Listener): void {
    listener.balancer.listeners.set(listener.arn, listener)
    this.#listeners.set(listener.arn, listener)
  }

  removeListener(listener: Listener): void {
    // A copy, since each removal shortens the list.
    for (const rule of listener.rules.slice()) this.removeRule(rule)
    listener.balancer.listeners.delete(listener.arn)
    this.#listeners.delete(listener.arn)
  }

  hasRule(arn: string): boolean {
    return this.#rules.has(arn)
  }

  rule(arn: string | undefined): Rule {
    const found = this.#rules.get(arn ?? '')
    if (found === undefined) throw new ServiceFault('RuleNotFound', 'One or more rules not found')
    return found
  }

  /** The rules that forward to a target group, default rules included. */
  rulesTo(arn: string): readonly Rule[] {
    return [...this.#rules.values()].filter(({ actions }) => forwardTargets(actions).includes(arn))
  }

  addRule(rule: Rule): void {
    rule.listener.rules.push(rule)
    this.#rules.set(rule.arn, rule)
    this.#count(rule, 1)
  }

  removeRule(rule: Rule): void {
    const index = rule.listener.rules.indexOf(rule)
    if (index >= 0) rule.listener.rules.splice(index, 1)
    this.#rules.delete(rule.arn)
    this.#count(rule, -1)
  }

  /** The list replaces the whole of the former one. New ones are counted first, so that a group in both is never unused. */
  setActions(rule: Rule, actions: readonly Action[]): void {
    const before = rule.actions
    rule.actions = actions
    this.#count(rule, 1)
    this.#count({ ...rule, actions: before }, -1)
  }

  #count({ actions, listener }: Pick<Rule, 'actions' | 'listener'>, change: 1 | -1): void {
    for (const arn of forwardTargets(actions)) this.#groups.use(arn, listener.balancer, change)
  }
}
