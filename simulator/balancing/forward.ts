import type { Action, TargetGroupTuple } from '@aws-sdk/client-elastic-load-balancing-v2'
import { ServiceFault, validationError } from '../fault.ts'
import type { ActionPlace } from './actions.ts'
import type { TargetGroup } from './target-groups.ts'

/** The target groups of a forward action, whichever way it names them. */
export const tuplesOf = ({ ForwardConfig, TargetGroupArn }: Action): TargetGroupTuple[] =>
  ForwardConfig?.TargetGroups ?? (TargetGroupArn === undefined ? [] : [{ TargetGroupArn, Weight: 1 }])

/**
 * Checks a forward action and gives it as AWS shows it: with a single target group both ways of naming it.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ForwardActionConfig.html
 */
export function checkedForward(action: Action, place: ActionPlace): Action {
  const tuples = tuplesOf(action)
  if (tuples.length === 0) {
    throw validationError('A target group ARN or a ForwardConfig must be specified for an action of type forward')
  }
  checkAgreement(action, tuples)
  if (tuples.length > 5) throw new ServiceFault('TooManyTargetGroups', 'An action can have at most 5 target groups')
  if (place.balancer.type === 'network') checkNetwork(action, place)
  const weighted = tuples.map((tuple) => ({
    TargetGroupArn: place.groups.get(tuple.TargetGroupArn).arn,
    Weight: weight(tuple),
  }))
  for (const { TargetGroupArn } of weighted) checkGroup(TargetGroupArn, place)
  const stickiness = checkedStickiness(action, place)
  if (weighted.length > 1 && stickiness.Enabled !== true) checkTargetStickiness(weighted, place)
  const [only] = weighted
  return {
    Type: 'forward',
    ...(action.Order === undefined ? {} : { Order: action.Order }),
    ...(weighted.length === 1 && only !== undefined ? { TargetGroupArn: only.TargetGroupArn } : {}),
    ForwardConfig: { TargetGroups: weighted, TargetGroupStickinessConfig: stickiness },
  }
}

/** With both `TargetGroupArn` and `ForwardConfig`, both must name the same one group. */
function checkAgreement({ TargetGroupArn, ForwardConfig }: Action, tuples: readonly TargetGroupTuple[]): void {
  if (TargetGroupArn === undefined || ForwardConfig === undefined) return
  if (tuples.length === 1 && tuples[0]?.TargetGroupArn === TargetGroupArn) return
  throw new ServiceFault(
    'InvalidLoadBalancerAction',
    'If both a target group ARN and a ForwardConfig are specified, the ForwardConfig must have exactly that target group',
  )
}

/**
 * Network load balancers have had weights since November 2025; before, and where `networkWeights` is off, they refuse them in the
 * words of aws/aws-cdk#23922 and crossplane-contrib/provider-upjet-aws#1771.
 */
function checkNetwork({ ForwardConfig }: Action, { behaviour }: ActionPlace): void {
  if (behaviour.networkWeights || ForwardConfig?.TargetGroups === undefined) return
  if (ForwardConfig.TargetGroups.length > 1) {
    throw validationError(
      "You cannot specify multiple target groups in a single action with a load balancer of type 'network'",
    )
  }
  if (ForwardConfig.TargetGroups.some(({ Weight }) => Weight !== undefined)) {
    throw validationError("You cannot specify a target group weight on load balancers of type 'network'")
  }
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupStickinessConfig.html */
function checkedStickiness({ ForwardConfig }: Action, { balancer }: ActionPlace) {
  const { Enabled = false, DurationSeconds } = ForwardConfig?.TargetGroupStickinessConfig ?? {}
  if (balancer.type === 'network') {
    if (DurationSeconds !== undefined) {
      throw validationError(
        "You cannot specify a target group stickiness duration on load balancers of type 'network'", // unsourced text
      )
    }
    return { Enabled }
  }
  const isGiven = DurationSeconds !== undefined
  if ((Enabled && !isGiven) || (isGiven && (DurationSeconds < 1 || DurationSeconds > 604_800))) {
    throw validationError('Target group stickiness duration must be between 1 and 604800 seconds')
  }
  return { Enabled, ...(isGiven ? { DurationSeconds } : {}) }
}

/** Whether the targets of a group keep their clients. */
export const keepsClients = ({ attributes }: TargetGroup): boolean => attributes.get('stickiness.enabled') === 'true'

/** The stickiness of targets would be lost where a request may go to another group. The texts are from public logs. */
function checkTargetStickiness(
  tuples: readonly { readonly TargetGroupArn: string }[],
  { groups, balancer }: ActionPlace,
): void {
  if (balancer.type === 'network') return
  if (tuples.some(({ TargetGroupArn }) => keepsClients(groups.get(TargetGroupArn)))) {
    throw new ServiceFault(
      'InvalidLoadBalancerAction',
      'You must enable group stickiness on a rule if you enabled target stickiness on one of its target groups',
    )
  }
}

function weight({ Weight = 1 }: TargetGroupTuple): number {
  if (Weight < 0 || Weight > 999) throw validationError('Target group weight must be between 0 and 999')
  return Weight
}

const APPLICATION = ['HTTP', 'HTTPS']

function checkGroup(arn: string, { groups, balancer }: ActionPlace): void {
  const group = groups.get(arn)
  if ((balancer.type === 'application') !== APPLICATION.includes(group.protocol)) {
    throw new ServiceFault(
      'IncompatibleProtocols',
      `The load balancer type '${balancer.type}' is not compatible with target group protocol ${group.protocol}`,
    )
  }
  if ([...group.users.keys()].some((user) => user !== balancer)) {
    throw new ServiceFault(
      'TargetGroupAssociationLimit',
      `The following target groups cannot be associated with more than one load balancer: ${arn}`,
    )
  }
}
