/** Where load balancers send requests now, for the traffic meter. */
import type { ClassicBalancers } from './classic.ts'
import { plainName } from './dns.ts'
import type { Phase } from './pool.ts'
import type { TargetGroups } from './target-groups.ts'
import type { LoadBalancers } from './v2-model.ts'
import type { Rule } from './v2-shapes.ts'

/** A target as requests meet it. */
export interface FlowTarget {
  readonly instanceId: string
  readonly phase: Phase
}

/** What a rule does with a request: it forwards to target groups by weight, or answers by itself. */
export interface RuleFlow {
  readonly groups: readonly { readonly arn: string; readonly weight: number }[]
  /** How long a client keeps its target group; 0 without stickiness. */
  readonly stickySeconds: number
}

interface Parts {
  readonly groups: TargetGroups
  readonly balancers: LoadBalancers
  readonly classic: ClassicBalancers
}

/** Stickiness of a network load balancer has no duration; a client is taken to keep its group for as long as it lives. */
const NETWORK_STICKY_SECONDS = 3600

/** What load balancers do with requests, and with which targets. */
export class BalancerFlows {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** By the ARN of a rule, or of a listener for its default rule; undefined where there is none. */
  rule(arn: string): RuleFlow | undefined {
    const { balancers } = this.#parts
    const rule = balancers.hasRule(arn) ? balancers.rule(arn) : balancers.hasListener(arn) ? balancers.listener(arn).rules[0] : undefined // prettier-ignore
    return rule === undefined ? undefined : flowOf(rule)
  }

  /** The targets of a target group by its ARN, or of a classic load balancer by its name; undefined where it is not there. */
  targets(name: string): readonly FlowTarget[] | undefined {
    const { groups, classic } = this.#parts
    return (groups.find(name) ?? classic.find(name))?.pool.all
  }

  /** The target groups that a load balancer has in its rules, by its part of metrics: `app/name/id`. */
  groupsOf(balancer: string): readonly string[] {
    const { groups } = this.#parts
    return groups.all.filter(({ users }) => [...users.keys()].some(({ arn }) => arn.endsWith(`:loadbalancer/${balancer}`))).map(({ arn }) => arn) // prettier-ignore
  }

  /** Where requests go that come to a load balancer by its name: to its first listener, or to the classic one of that name. */
  behind(dnsName: string): { readonly rule: string } | { readonly classic: string } | undefined {
    const { balancers, classic } = this.#parts
    const name = plainName(dnsName)
    const found = balancers.all.find((each) => plainName(each.dnsName) === name)
    const [listener] = found?.listeners.keys() ?? []
    if (listener !== undefined) return { rule: listener }
    const old = classic.all.find((each) => plainName(each.dnsName) === name)
    return old === undefined ? undefined : { classic: old.name }
  }
}

function flowOf({ actions, listener }: Rule): RuleFlow {
  const forward = actions.find(({ Type }) => Type === 'forward')?.ForwardConfig
  const { Enabled, DurationSeconds } = forward?.TargetGroupStickinessConfig ?? {}
  const lasts = listener.balancer.type === 'network' ? NETWORK_STICKY_SECONDS : (DurationSeconds ?? 0)
  return {
    groups: (forward?.TargetGroups ?? []).map(({ TargetGroupArn: arn = '', Weight: weight = 1 }) => ({ arn, weight })),
    stickySeconds: Enabled === true ? lasts : 0,
  }
}
