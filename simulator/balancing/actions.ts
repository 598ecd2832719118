import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2'
import { ServiceFault, validationError } from '../fault.ts'
import type { Behaviour } from '../interfaces.ts'
import { checkedAuthentication, isAuthentication, shownAction } from './authentication.ts'
import { checkedForward, tuplesOf } from './forward.ts'
import type { TargetGroups } from './target-groups.ts'
import type { Limits } from './limits.ts'
import type { LoadBalancer } from './v2-shapes.ts'

/** The ARNs of all target groups that the actions forward to. */
export const forwardTargets = (actions: readonly Action[]): string[] =>
  actions.flatMap((action) =>
    action.Type === 'forward' ? tuplesOf(action).map(({ TargetGroupArn }) => TargetGroupArn ?? '') : [],
  )

/** Where a list of actions is to stand. */
export interface ActionPlace {
  readonly groups: TargetGroups
  readonly balancer: LoadBalancer
  /** Of the listener. */
  readonly protocol: string
  /** What stood there before; empty for a new rule or listener. */
  readonly before: readonly Action[]
  readonly limits: Pick<Limits, 'targetGroupsPerBalancer'>
  readonly behaviour: Pick<Behaviour, 'networkWeights'>
}

const FINAL: readonly (string | undefined)[] = ['forward', 'redirect', 'fixed-response']

/**
 * Checks a list of actions, which replaces the former one as a whole, and gives it as it is stored: in its order, with secrets.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html
 */
export function checkedActions(actions: readonly Action[] | undefined, place: ActionPlace): Action[] {
  if (actions === undefined || actions.length === 0) throw validationError('An action must be specified')
  const ordered = inOrder(actions)
  const finals = ordered.filter(({ Type }) => FINAL.includes(Type))
  if (finals.length !== 1) {
    throw new ServiceFault(
      'InvalidLoadBalancerAction',
      'A rule must have exactly one of the following actions: forward, redirect or fixed-response',
    )
  }
  if (!FINAL.includes(ordered.at(-1)?.Type)) {
    throw new ServiceFault(
      'InvalidLoadBalancerAction',
      'The last action must be one of the following: forward, redirect or fixed-response',
    )
  }
  const checked = ordered.map((action) => checkedAction(action, place))
  checkUniqueGroups(checked, place)
  return checked
}

/** As AWS shows a list of actions: secrets are left out. */
export const shownActions = (actions: readonly Action[]): Action[] =>
  actions.map((action) => shownAction(structuredClone(action)))

/** With several actions each has an order of its own. */
function inOrder(actions: readonly Action[]): readonly Action[] {
  if (actions.length === 1) return actions
  const orders = new Set(actions.map(({ Order }) => Order))
  if (orders.has(undefined) || orders.size < actions.length) {
    throw validationError('A unique order must be specified for each action of a rule with multiple actions')
  }
  return actions.toSorted((one, other) => (one.Order ?? 0) - (other.Order ?? 0))
}

function checkedAction(action: Action, place: ActionPlace): Action {
  if (action.Type === 'forward') return checkedForward(action, place)
  if (place.balancer.type === 'network') {
    throw validationError(`Actions of type '${action.Type}' are not supported by load balancers of type 'network'`)
  }
  return isAuthentication(action) ? checkedAuthentication(action, place) : action
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
function checkUniqueGroups(actions: readonly Action[], { groups, balancer, limits, before }: ActionPlace): void {
  const used = groups.all.filter(({ users }) => users.has(balancer)).map(({ arn }) => arn)
  const gone = new Set(
    forwardTargets(before).filter((arn) => groups.find(arn)?.users.get(balancer) === 1), // no other action names it
  )
  const after = new Set([...used.filter((arn) => !gone.has(arn)), ...forwardTargets(actions)])
  if (after.size > limits.targetGroupsPerBalancer) {
    throw new ServiceFault(
      'TooManyUniqueTargetGroupsPerLoadBalancer',
      'The maximum number of unique target groups per load balancer has been reached',
    )
  }
}
