/** Two groups that share traffic by one of the means, as a crash walk sees them. */
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { ServedTraffic } from '../../oracles/served-traffic.ts'
import { recordScene, type RecordScenePlan } from '../../record-scene.ts'
import { tracesOf, trafficScene, type TrafficScenePlan } from '../../traffic-scene.ts'

export interface Stage {
  readonly account: SimulatedAccount
  readonly groups: readonly [blue: string, green: string]
  readonly watch: ServedTraffic
  /** How the traffic is divided now, a text for each rule, name or load balancer. */
  readonly shares: () => readonly string[]
  /** Tags of Fleet Patch that are left, by key. */
  readonly traces: () => readonly string[]
  /** Another hand sets a weight that no shift sets; undefined where there are no weights. */
  readonly disturb?: () => void
}

/** Rules of an Application Load Balancer, or the listener of a Network Load Balancer: `0/100`. */
export function byRules(plan: TrafficScenePlan): Stage {
  const scene = trafficScene(plan)
  return {
    account: scene.account,
    groups: ['shop-blue', 'shop-green'],
    watch: new ServedTraffic(scene),
    shares: () => scene.weights().map((weights) => weights.join('/')),
    traces: () => tracesOf(scene),
    disturb: () => scene.setWeights(scene.rules[0] ?? scene.listener, { blue: 70, green: 30 }),
  }
}

/** Weighted records of two stacks: `mystack-v1 0, mystack-v2 200`. */
export function byRecords(plan: RecordScenePlan): Stage {
  const { account, v1, v2, record, weights, setWeight } = recordScene(plan)
  const groups = [v1.name, v2.name] as const
  return {
    account,
    groups,
    watch: new ServedTraffic({ account }, [{ record }]),
    shares: () => [Object.entries(weights()).map((each) => each.join(' ')).join(', ')], // prettier-ignore
    traces: () => ofGroups(account, groups),
    disturb: () => setWeight('mystack-v2', 77),
  }
}

/** A classic load balancer to which one of the groups is attached: the names of those that are. */
export function byAttachment(attached: 'shop-blue' | 'shop-green', idle: { readonly size?: number } = {}): Stage {
  const account = new SimulatedAccount()
  const groups = ['shop-blue', 'shop-green'] as const
  const built = groups.map((name) =>
    addGroup(account, {
      name,
      size: name === attached ? 3 : (idle.size ?? 3),
      sizes: { min: 0, max: 4 },
      ...(name === attached && { balancers: ['classic'] }),
    }),
  )
  const [classic = ''] = built.flatMap(({ classicNames }) => classicNames)
  account.ledger.clear()
  account.ledger.sample()
  return {
    account,
    groups,
    watch: new ServedTraffic({ account }, [{ classic }]),
    shares: () => [
      (account.autoScaling.operations.DescribeAutoScalingGroups({}).AutoScalingGroups ?? [])
        .flatMap(({ AutoScalingGroupName = '', LoadBalancerNames = [] }) =>
          LoadBalancerNames.includes(classic) ? AutoScalingGroupName : [],
        )
        .join(' and '),
    ],
    traces: () => ofGroups(account, groups),
  }
}

const ofGroups = (account: SimulatedAccount, groups: readonly string[]): readonly string[] =>
  [...new Set(groups.flatMap((name) => Object.keys(account.autoScaling.capacity(name).tags)))]
    // The launch source before a patch is noted for a rollback of that.
    .filter((key) => key.startsWith('fleet-patch:') && key !== 'fleet-patch:previous')
    .sort()
