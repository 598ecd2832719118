/** Settings of AWS that few fleets have, drawn from a random source of their own: the other properties of all seeds stay. */
import type { BuiltGroup } from '../../simulator/group-plan.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { Random } from '../../simulator/random.ts'
import type { FleetPlan } from './fleet-plan.ts'
import type { RareShapes } from './rare-shapes.ts'

export interface RareSettings {
  /** How long the target groups let new targets start slowly; 0 is not at all. */
  readonly slowStartSeconds: number
  /** `a full zone`: the subnets of one zone of several have no free address. */
  readonly network: 'plain' | 'a full zone' | 'IPv6-native'
}

const APART = 0x5e771f65

/** Hooks that hold longer, or many at once, let no roll end in time. */
const SHORT_HOOK_SECONDS = 100

type Plain = FleetPlan & RareShapes

/** Adds rare settings to a fleet; most fleets get none. */
export function withRareSettings(fleet: Plain, seed: number): Plain & RareSettings {
  const random = new Random(seed ^ APART)
  const chance = (share: number): boolean => random.next() < share
  const { plan, hooks, unused } = fleet
  const spot = plan.launch?.startsWith('mixed') === true && chance(0.4)
  const rebalances = chance(0.8)
  const leaving = hooks.filter(({ transition }) => transition === 'TERMINATING')
  const retains = leaving.some(({ seconds }) => seconds <= SHORT_HOOK_SECONDS) && chance(0.5)
  const slowStart = random.pick([30, 60, 120])
  const isSlow = chance(0.12) && plan.balancers?.includes('target-group') === true && !unused
  const network = random.next()
  return {
    ...fleet,
    plan: {
      ...plan,
      ...(spot && { spot }),
      settings: {
        ...plan.settings,
        ...(spot && rebalances && { CapacityRebalance: true }),
        ...(retains && { InstanceLifecyclePolicy: { RetentionTriggers: { TerminateHookAbandon: 'retain' } } }),
      },
    },
    hooks: retains ? hooks.map((hook) => ({ ...hook, abandons: hook.transition === 'TERMINATING' })) : hooks,
    slowStartSeconds: isSlow ? slowStart : 0,
    network: network < 0.06 ? 'IPv6-native' : network < 0.12 && (plan.zones?.length ?? 0) > 1 ? 'a full zone' : 'plain',
  }
}

/** Gives the group what is set beside it: in its target groups and subnets. */
export function applySettings(
  account: SimulatedAccount,
  { name, targetGroupArns }: BuiltGroup,
  { slowStartSeconds, network }: RareSettings,
): void {
  for (const TargetGroupArn of slowStartSeconds > 0 ? targetGroupArns : [])
    account.balancers.v2.operations.ModifyTargetGroupAttributes({
      TargetGroupArn,
      Attributes: [{ Key: 'slow_start.duration_seconds', Value: String(slowStartSeconds) }],
    })
  const subnets = subnetsOf(account, name)
  if (network === 'a full zone') account.ec2.occupy(subnets.at(-1) ?? '')
  if (network === 'IPv6-native') {
    const native = subnets.map((id, index) => {
      const { zone = '' } = account.ec2.subnet(id) ?? {}
      return account.ec2.seedSubnet({ zone, ipv6Cidr: `2600:1f14:1:${index + 1}::/64` })
    })
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: name,
      VPCZoneIdentifier: native.join(','),
    })
  }
}

/** The subnets in which a group launches. */
export function subnetsOf({ autoScaling }: SimulatedAccount, group: string): readonly string[] {
  const { AutoScalingGroups: [found] = [] } = autoScaling.operations.DescribeAutoScalingGroups({
    AutoScalingGroupNames: [group],
  })
  return (found?.VPCZoneIdentifier ?? '').split(',')
}
