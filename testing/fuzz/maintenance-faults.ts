/** How AWS itself replaces instances and chooses zones: maintenance policies that launch first, zonal shifts in mid-roll, and what it calls unhealthy. */
import { Random } from '../../simulator/random.ts'
import type { ExternalFault } from './external-faults.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { addToTrace } from './trace.ts'
import { isDrawn } from './focus.ts'

/** Apart from what else a seed draws, so that its fleet and its other faults stay. */
const APART = 0x3a17e4a

/** One seed of so many has a maintenance policy, one of so many a zonal shift. */
const POLICY_ONE_OF = 6
const SHIFT_ONE_OF = 12

/** How many seeds call unregistered instances unhealthy. */
const UNREGISTERED_SHARE = 0.3

const group = { AutoScalingGroupName: FUZZ_GROUP } as const

/** Sets a policy before the roll, and lets a zone be shifted away for a while within it, where the seed draws them. */
export function applyMaintenance(fixture: Fixture, seed: number): readonly ExternalFault[] {
  const random = new Random(seed ^ APART)
  const { operations } = fixture.account.autoScaling
  if (isDrawn(random, { share: 1 / POLICY_ONE_OF, source: 'maintenance', seed })) {
    const [MinHealthyPercentage, MaxHealthyPercentage] = random.pick([
      [100, 200],
      [90, 110],
      [100, 110],
    ])
    operations.UpdateAutoScalingGroup({ ...group, InstanceMaintenancePolicy: { MinHealthyPercentage, MaxHealthyPercentage } }) // prettier-ignore
    addToTrace(fixture, `AWS replaces instances between ${MinHealthyPercentage} and ${MaxHealthyPercentage} %`)
  }
  const isShifted = isDrawn(random, { share: 1 / SHIFT_ONE_OF, source: 'maintenance', seed })
  const shifts = isShifted ? shiftOfZone(fixture, random) : []
  return [
    ...shifts,
    ...(isDrawn(random, { share: UNREGISTERED_SHARE, source: 'maintenance', seed }) ? unregistered(fixture) : []),
  ]
}

/** The group calls instances unhealthy that its load balancers do not know, as AWS may. */
function unregistered({ account, plan }: Fixture): readonly ExternalFault[] {
  if (plan.plan.settings?.HealthCheckType !== 'ELB') return []
  const set = (isUnhealthy: boolean): readonly string[] => {
    account.behaviour.unregisteredIsUnhealthy = isUnhealthy
    return []
  }
  set(true)
  return [
    { name: 'unregistered is unhealthy', share: 1, weight: 'heavy', apply: () => '', owed: () => [], end: () => set(false) }, // prettier-ignore
  ]
}

function shiftOfZone(fixture: Fixture, random: Random): readonly ExternalFault[] {
  const { disturbedAt } = fixture
  const { autoScaling, timeline } = fixture.account
  const { AvailabilityZones: zones = [] } = autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: [FUZZ_GROUP] }).AutoScalingGroups?.[0] ?? {} // prettier-ignore
  if (zones.length < 2) return []
  const ImpairedZoneHealthCheckBehavior = random.pick(['ReplaceUnhealthy', 'IgnoreUnhealthy'] as const)
  const AvailabilityZoneImpairmentPolicy = { ZonalShiftEnabled: true, ImpairedZoneHealthCheckBehavior }
  autoScaling.operations.UpdateAutoScalingGroup({ ...group, AvailabilityZoneImpairmentPolicy })
  const zone = random.pick(zones)
  const seconds = random.between(60, 600)
  const back = (): void => autoScaling.shiftZone(zone, 'back')
  const apply = (): string => {
    // Launches go to the other zones, and AWS balances them once it is over, whatever a run has planned.
    disturbedAt.push(timeline.now)
    autoScaling.shiftZone(zone, 'away')
    timeline.after(seconds, back)
    return `${zone} is shifted away for ${seconds.toFixed(0)} s`
  }
  timeline.after(random.between(0, 240), () => addToTrace(fixture, apply()))
  const end = (): readonly string[] => {
    back()
    return []
  }
  return [{ name: 'a zonal shift', share: 1, weight: 'heavy', apply, owed: () => [], end }]
}
