import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { InstanceState } from '@aws-sdk/client-elastic-load-balancing'
import type { TargetHealth as DescribedHealth } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { TargetHealth } from '../../domain/rollout/fleet.ts'
import { healthReason } from '../../domain/rollout/health-reason.ts'

/** Where a group registers its instances: names of classic load balancers, ARNs of target groups. */
export interface Attachments {
  readonly classic: readonly string[]
  readonly targetGroups: readonly string[]
}

/**
 * Load balancers and target groups of a group, each once however it is attached. VPC Lattice tells the health of its
 * targets through an API of its own: a group with such a source is refused before the first change.
 */
export function attachmentsOf({ LoadBalancerNames, TargetGroupARNs, TrafficSources }: AutoScalingGroup): Attachments {
  const sources = (TrafficSources ?? []).flatMap(({ Identifier, Type }) =>
    Identifier === undefined ? [] : { identifier: Identifier, type: Type ?? typeOf(Identifier) },
  )
  const ofType = (type: string): readonly string[] =>
    sources.filter((source) => source.type === type).map(({ identifier }) => identifier)
  return {
    classic: [...new Set([...(LoadBalancerNames ?? []), ...ofType('elb')])],
    targetGroups: [...new Set([...(TargetGroupARNs ?? []), ...ofType('elbv2')])],
  }
}

const typeOf = (identifier: string): string =>
  identifier.includes(':elasticloadbalancing:') ? 'elbv2' : identifier.startsWith('arn:') ? 'other' : 'elb'

/** Whether a look asks this traffic source for the health of its instances. */
export const isReadSource = ({
  Identifier,
  Type,
}: {
  readonly Identifier?: string | undefined
  readonly Type?: string | undefined
}): boolean => ['elb', 'elbv2'].includes(Type ?? typeOf(Identifier ?? ''))

/** What people call a target group: `targetgroup/web/0123456789abcdef`, the end of its ARN. */
export const targetGroupName = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1)

/** Worst first: an instance on several ports is as good as its worst port. */
const WORST_FIRST: readonly TargetHealth['state'][] = [
  'unhealthy',
  'draining',
  'unregistered',
  'unserved',
  'unused',
  'healthy',
]

/**
 * What a target group says of one instance; `ports` holds the health of each port it is registered on, and is empty
 * where it is registered on none. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html
 */
export function targetHealth(arn: string, ports: readonly DescribedHealth[]): TargetHealth {
  const balancer = targetGroupName(arn)
  const [worst] = ports
    .map((health) => ({
      balancer,
      state: targetState(health),
      reason: healthReason(health.Reason ?? health.State, health.Description),
    }))
    .sort((one, other) => WORST_FIRST.indexOf(one.state) - WORST_FIRST.indexOf(other.state))
  return worst ?? { balancer, state: 'unregistered', reason: 'not registered' }
}

/**
 * `Target.NotInUse` has two meanings, which only the description tells apart: no load balancer sends requests to the target
 * group, or the target is in a zone that the load balancer does not serve. The first is so for all its targets alike; what
 * is not recognised as that proves nothing of the target.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html#target-health-reason-codes
 */
const SENDS_NOTHING = /not configured to receive traffic/i

function targetState({ State, Reason, Description }: DescribedHealth): TargetHealth['state'] {
  switch (State) {
    case 'healthy':
      return 'healthy'
    case 'draining':
    case 'unhealthy.draining':
      return 'draining'
    case 'unused':
      if (Reason === 'Target.NotInUse') return SENDS_NOTHING.test(Description ?? '') ? 'unused' : 'unserved'
      return Reason === 'Target.NotRegistered' ? 'unregistered' : 'unhealthy'
    case 'unavailable':
      return Reason === 'Target.HealthCheckDisabled' ? 'unused' : 'unhealthy'
    case 'initial':
    case 'unhealthy':
    case undefined:
      return 'unhealthy'
    default:
      // A state that AWS adds one day must not pass for healthy.
      State satisfies never
      return 'unhealthy'
  }
}

/**
 * What a classic load balancer says of one instance; undefined is no answer. A draining instance is still `InService`
 * to it: only the description tells. https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html
 */
export function classicHealth(balancer: string, answer: InstanceState | undefined): TargetHealth {
  if (answer === undefined) return { balancer, state: 'unregistered', reason: 'not registered' }
  const { State, ReasonCode, Description } = answer
  const reported = [ReasonCode, Description].filter((part) => part !== 'N/A')
  return { balancer, state: classicState(answer), reason: healthReason(...reported) || (State ?? 'no state given') }
}

function classicState({ State, Description }: InstanceState): TargetHealth['state'] {
  if (Description?.includes('deregistration currently in progress')) return 'draining'
  if (State === 'InService') return 'healthy'
  if (Description?.includes('not configured to route traffic')) return 'unserved'
  return Description?.includes('not currently registered') ? 'unregistered' : 'unhealthy'
}
