import type { BalancerFlows, FlowTarget, RuleFlow } from '../balancing/flows.ts'
import type { DnsAnswer } from '../route-53/resolve.ts'

/** What the meter reads from an account. */
export interface AccountParts {
  readonly flows: Pick<BalancerFlows, 'rule' | 'targets' | 'behind'>
  readonly answers: (name: string) => readonly DnsAnswer[]
  /** The Auto Scaling group of an instance. */
  readonly groupOf: (instanceId: string) => string | undefined
  /** The Auto Scaling group that a target group (ARN) or a classic load balancer (name) is attached to. */
  readonly ownerOf: (name: string) => string | undefined
  /** The share of requests that an instance answers with an error, from 0 to 1. */
  readonly errorShare: (instanceId: string) => number
}

/** The same as it was when it was first read, so that the requests of a time that is over can be followed. */
export class Snapshot {
  readonly answers
  readonly rule
  readonly targets
  readonly behind
  readonly groupOf
  readonly ownerOf
  readonly errorShare

  constructor({ flows, answers, groupOf, ownerOf, errorShare }: AccountParts) {
    this.answers = once((name: string): readonly DnsAnswer[] => answers(name))
    this.rule = once((arn: string): RuleFlow | undefined => flows.rule(arn))
    // A copy: what is registered changes its phase.
    this.targets = once((name: string): readonly FlowTarget[] => (flows.targets(name) ?? []).map(({ instanceId, phase }) => ({ instanceId, phase }))) // prettier-ignore
    this.behind = once((name: string) => flows.behind(name))
    this.groupOf = once(groupOf)
    this.ownerOf = once(ownerOf)
    this.errorShare = once(errorShare)
  }
}

function once<T>(read: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>()
  return (name) => {
    if (!known.has(name)) known.set(name, read(name))
    return known.get(name) as T
  }
}
