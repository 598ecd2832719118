import type { Action, TargetGroupTuple } from '@aws-sdk/client-elastic-load-balancing-v2'
import { ServiceFault, validationError } from '../fault.ts'
import type { TargetGroups } from './target-groups.ts'
import type { LoadBalancer } from './v2-shapes.ts'

/** The ARNs of all target groups that the actions forward to. */
export const forwardTargets = (actions: readonly Action[]): string[] =>
  actions.flatMap((action) =>
    action.Type === 'forward' ? tuplesOf(action).map(({ TargetGroupArn }) => TargetGroupArn ?? '') : [],
  )

const tuplesOf = ({ ForwardConfig, TargetGroupArn }: Action): TargetGroupTuple[] =>
  ForwardConfig?.TargetGroups ?? (TargetGroupArn === undefined ? [] : [{ TargetGroupArn, Weight: 1 }])

/**
 * Checks a list of actions and gives it as AWS shows it: with a single target group both ways of naming it.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ForwardActionConfig.html
 */
export function checkedActions(
  actions: readonly Action[] | undefined,
  { groups, balancer }: { readonly groups: TargetGroups; readonly balancer: LoadBalancer },
): Action[] {
  if (actions === undefined || actions.length === 0) throw validationError('An action must be specified')
  const finals = actions.filter(({ Type }) => Type === 'forward' || Type === 'redirect' || Type === 'fixed-response')
  if (finals.length !== 1) {
    throw new ServiceFault(
      'InvalidLoadBalancerAction',
      'A rule must have exactly one of the following actions: forward, redirect or fixed-response',
    )
  }
  return actions.map((action) => (action.Type === 'forward' ? checkedForward(action, { groups, balancer }) : action))
}

function checkedForward(
  action: Action,
  { groups, balancer }: { readonly groups: TargetGroups; readonly balancer: LoadBalancer },
): Action {
  const tuples = tuplesOf(action)
  if (tuples.length === 0) {
    throw validationError('A target group ARN or a ForwardConfig must be specified for an action of type forward')
  }
  checkAgreement(action, tuples)
  if (tuples.length > 5) throw new ServiceFault('TooManyTargetGroups', 'An action can have at most 5 target groups')
  const weighted = tuples.map((tuple) => ({
    TargetGroupArn: groups.get(tuple.TargetGroupArn).arn,
    Weight: weight(tuple),
  }))
  for (const { TargetGroupArn } of weighted) checkGroup(TargetGroupArn, { groups, balancer })
  const { Enabled = false, DurationSeconds } = action.ForwardConfig?.TargetGroupStickinessConfig ?? {}
  if (Enabled && (DurationSeconds === undefined || DurationSeconds < 1 || DurationSeconds > 604_800)) {
    throw validationError('Target group stickiness duration must be between 1 and 604800 seconds')
  }
  const [only] = weighted
  return {
    Type: 'forward',
    ...(action.Order === undefined ? {} : { Order: action.Order }),
    ...(weighted.length === 1 && only !== undefined ? { TargetGroupArn: only.TargetGroupArn } : {}),
    ForwardConfig: {
      TargetGroups: weighted,
      TargetGroupStickinessConfig: { Enabled, ...(DurationSeconds === undefined ? {} : { DurationSeconds }) },
    },
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

function weight({ Weight = 1 }: TargetGroupTuple): number {
  if (Weight < 0 || Weight > 999) throw validationError('Target group weight must be between 0 and 999')
  return Weight
}

const APPLICATION = ['HTTP', 'HTTPS']

function checkGroup(
  arn: string,
  { groups, balancer }: { readonly groups: TargetGroups; readonly balancer: LoadBalancer },
): void {
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
