/** Two groups behind one Application or Network Load Balancer of a simulated account, each with a target group of its own. */
import { SimulatedAccount, type SimulatedAccountOptions } from '../simulator/account.ts'
import { addGroup, type BuiltGroup, type GroupPlan } from '../simulator/scenario.ts'

/** What of it is other than usual. */
export interface TrafficScenePlan {
  /** The account to use instead of a new one. */
  readonly in?: SimulatedAccount
  readonly account?: SimulatedAccountOptions
  readonly balancer?: 'application' | 'network'
  readonly blue?: Partial<GroupPlan>
  readonly green?: Partial<GroupPlan>
  /** Rules besides the default action of the listener; default one. A Network Load Balancer has none. */
  readonly rules?: number
  /** Weights at the beginning; a side that is undefined is not named. Default: blue alone. */
  readonly weights?: { readonly blue?: number; readonly green?: number }
  /** Seconds for which clients stay with a group. */
  readonly sticky?: number
}

export interface TrafficScene {
  readonly account: SimulatedAccount
  readonly blue: BuiltGroup
  readonly green: BuiltGroup
  readonly targets: { readonly blue: string; readonly green: string }
  readonly listener: string
  /** ARNs of the rules besides the default action. */
  readonly rules: readonly string[]
  /** Weights by route: those of the listener first. */
  readonly weights: () => readonly (readonly [blue: number | undefined, green: number | undefined])[]
  readonly setWeights: (route: string, weights: { readonly blue?: number; readonly green?: number }) => void
}

/** `shop-blue` with three instances has the traffic, `shop-green` with three has none. */
export function trafficScene(plan: TrafficScenePlan = {}): TrafficScene {
  const account = plan.in ?? new SimulatedAccount(plan.account)
  const { operations } = account.balancers.v2
  const isNetwork = plan.balancer === 'network'
  const { Subnets = [] } = account.ec2.operations.DescribeSubnets({
    Filters: [{ Name: 'default-for-az', Values: ['true'] }],
  })
  const [{ VpcId = '' } = {}] = Subnets
  const target = (name: string): string =>
    operations.CreateTargetGroup({
      Name: name,
      Protocol: isNetwork ? 'TCP' : 'HTTP',
      Port: 8080,
      VpcId,
    }).TargetGroups?.[0]?.TargetGroupArn ?? ''
  const targets = { blue: target('shop-blue'), green: target('shop-green') }
  const { LoadBalancers } = operations.CreateLoadBalancer({
    Name: 'shop',
    Type: plan.balancer ?? 'application',
    Subnets: Subnets.map(({ SubnetId = '' }) => SubnetId),
  })
  const sticky = plan.sticky === undefined ? {} : { TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: plan.sticky } } // prettier-ignore
  const forward = ({ blue, green }: { readonly blue?: number; readonly green?: number }) => [
    {
      Type: 'forward' as const,
      ForwardConfig: {
        TargetGroups: [
          ...(blue === undefined ? [] : [{ TargetGroupArn: targets.blue, Weight: blue }]),
          ...(green === undefined ? [] : [{ TargetGroupArn: targets.green, Weight: green }]),
        ],
        ...sticky,
      },
    },
  ]
  const weights = plan.weights ?? { blue: 1 }
  const listener =
    operations.CreateListener({
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn ?? '',
      Protocol: isNetwork ? 'TCP' : 'HTTP',
      Port: 80,
      DefaultActions: forward(weights),
    }).Listeners?.[0]?.ListenerArn ?? ''
  const rules = Array.from({ length: isNetwork ? 0 : (plan.rules ?? 1) }, (_, index) => {
    const { Rules } = operations.CreateRule({
      ListenerArn: listener,
      Priority: index + 1,
      Conditions: [{ Field: 'path-pattern', Values: [`/${index}/*`] }],
      Actions: forward(weights),
    })
    return Rules?.[0]?.RuleArn ?? ''
  })
  const group = (side: 'blue' | 'green'): BuiltGroup =>
    addGroup(account, {
      name: `shop-${side}`,
      size: 3,
      launch: 'template-latest',
      ...plan[side],
      settings: { TargetGroupARNs: [targets[side]], ...plan[side]?.settings },
    })
  const blue = group('blue')
  const green = group('green')
  const setWeights: TrafficScene['setWeights'] = (route, to) =>
    void (route === listener
      ? operations.ModifyListener({ ListenerArn: route, DefaultActions: forward(to) })
      : operations.ModifyRule({ RuleArn: route, Actions: forward(to) }))
  account.ledger.clear()
  account.ledger.sample()
  return {
    account,
    blue,
    green,
    targets,
    listener,
    rules,
    setWeights,
    weights: () => {
      const listeners = operations.DescribeListeners({ ListenerArns: [listener] }).Listeners ?? []
      const ruled = rules.length === 0 ? [] : (operations.DescribeRules({ RuleArns: [...rules] }).Rules ?? [])
      return [...listeners.map(({ DefaultActions }) => DefaultActions), ...ruled.map(({ Actions }) => Actions)].map(
        (actions) => {
          const tuples = actions?.[0]?.ForwardConfig?.TargetGroups ?? []
          const of = (arn: string) => tuples.find(({ TargetGroupArn }) => TargetGroupArn === arn)?.Weight
          return [of(targets.blue), of(targets.green)] as const
        },
      )
    },
  }
}

/** The tags of Fleet Patch on both groups and all routes, by key: none once nothing of a run is left. */
export function tracesOf({ account, listener, rules }: TrafficScene): readonly string[] {
  const { TagDescriptions = [] } = account.balancers.v2.operations.DescribeTags({ ResourceArns: [listener, ...rules] })
  const ofRoutes = TagDescriptions.flatMap(({ Tags = [] }) => Tags.flatMap(({ Key = '' }) => Key))
  const ofGroups = ['shop-blue', 'shop-green'].flatMap((name) => Object.keys(account.autoScaling.capacity(name).tags))
  return [...new Set([...ofGroups, ...ofRoutes])].filter((key) => key.startsWith('fleet-patch:')).sort()
}
