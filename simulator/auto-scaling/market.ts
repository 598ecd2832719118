import type { InstancesDistribution, LaunchTemplateOverrides } from '@aws-sdk/client-auto-scaling'
import { launchedSource } from './active-refresh.ts'
import { units } from './capacity.ts'
import { capacityOfType, typeFor } from './instance-types.ts'
import type { Group, Member } from './model.ts'

/** One way in which the next instance can be launched. */
export interface Offer {
  readonly type: string | undefined
  readonly override: LaunchTemplateOverrides | undefined
  readonly weight: number
  readonly market: 'spot' | 'on-demand'
}

/** How many units of a capacity ought to be Spot. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstancesDistribution.html */
export function spotShare(distribution: InstancesDistribution | undefined, capacity: number): number {
  const base = distribution?.OnDemandBaseCapacity ?? 0
  const percentage = distribution?.OnDemandPercentageAboveBaseCapacity ?? 100
  const above = Math.max(0, capacity - base)
  return above - Math.ceil((above * percentage) / 100)
}

/** The offers for the next launch, best first. The allocation strategies are approximated by the order of the overrides. */
export function offers(group: Group, members: readonly Member[]): Offer[] {
  const source = launchedSource(group)
  if (source.kind !== 'mixed') return [{ type: undefined, override: undefined, weight: 1, market: 'on-demand' }]
  const { LaunchTemplate: template, InstancesDistribution: distribution } = source.policy
  const spot = units(members.filter(({ market }) => market === 'spot'))
  const market = spot < spotShare(distribution, units(members) + 1) ? 'spot' : 'on-demand'
  const overrides = template?.Overrides ?? []
  if (overrides.length === 0) return [{ type: undefined, override: undefined, weight: 1, market }]
  const unit = group.settings.DesiredCapacityType
  const all = overrides.map((override) => {
    const type = override.InstanceType ?? (override.InstanceRequirements && typeFor(override.InstanceRequirements))
    const counted = unit === 'vcpu' || unit === 'memory-mib' ? capacityOfType(type, unit) : 1
    return { type, override, weight: Number(override.WeightedCapacity ?? counted), market } satisfies Offer
  })
  const strategy = distribution?.SpotAllocationStrategy ?? 'lowest-price'
  if (market === 'on-demand' || strategy !== 'lowest-price') return all
  // Lowest price spreads over the cheapest pools: here the first ones, taken in turn.
  const pools = Math.min(distribution?.SpotInstancePools ?? 2, all.length)
  const turn = members.filter((member) => member.market === 'spot').length % pools
  return [...all.slice(turn, pools), ...all.slice(0, turn), ...all.slice(pools)]
}
