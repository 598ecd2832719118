import { SimulatedAccount } from '../../../simulator/account.ts'
import type { Behaviour } from '../../../simulator/interfaces.ts'
import { addGroup } from '../../../simulator/scenario.ts'

/** Two groups of two instances, `blue` in service and `green` beside it in the rule of one application load balancer. */
export function pair(behaviour: Partial<Behaviour> = {}, sizes: { readonly green?: number } = {}) {
  const account = new SimulatedAccount({ behaviour: { reactionSeconds: 6, ...behaviour } })
  const { operations } = account.balancers.v2
  const blue = addGroup(account, { name: 'blue', balancers: ['target-group'], sizes: { min: 0, max: 4 } })
  const [blueArn = ''] = blue.targetGroupArns
  const [described] = operations.DescribeTargetGroups({ TargetGroupArns: [blueArn] }).TargetGroups ?? []
  const [listener] = operations.DescribeListeners({ LoadBalancerArn: described?.LoadBalancerArns?.[0] }).Listeners ?? []
  const listenerArn = listener?.ListenerArn ?? ''
  const made = operations.CreateTargetGroup({ Name: 'green', Protocol: 'HTTP', Port: 80, VpcId: described?.VpcId })
  const greenArn = made.TargetGroups?.[0]?.TargetGroupArn ?? ''
  /** Weights of both target groups in the rule, and for how many seconds clients keep theirs. */
  const weigh = (blueWeight: number, greenWeight: number, sticky?: number): void => {
    const TargetGroups = [
      { TargetGroupArn: blueArn, Weight: blueWeight },
      { TargetGroupArn: greenArn, Weight: greenWeight },
    ]
    const stickiness =
      sticky === undefined ? {} : { TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: sticky } }
    const DefaultActions = [{ Type: 'forward' as const, ForwardConfig: { TargetGroups, ...stickiness } }]
    operations.ModifyListener({ ListenerArn: listenerArn, DefaultActions })
    account.traffic.note()
  }
  weigh(100, 0)
  const settings = { TargetGroupARNs: [greenArn] }
  addGroup(account, { name: 'green', size: sizes.green ?? 2, sizes: { min: 0, max: 4 }, settings })
  const resize = (name: string, DesiredCapacity: number): void => {
    account.autoScaling.operations.UpdateAutoScalingGroup({ AutoScalingGroupName: name, MinSize: 0, DesiredCapacity })
    account.traffic.note()
  }
  return { account, blueArn, greenArn, listenerArn, weigh, resize }
}

/** Shares as whole percents, by group. */
export const percents = (shares: Readonly<Record<string, number>> = {}) =>
  Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, Math.round(share * 100)]))
