import type { Group } from './model.ts'
import { wake } from './schedule.ts'
import type { AutoScalingState } from './state.ts'

/**
 * Whether the group keeps away from a zone: the zone is shifted away, and the group takes part in zonal shifts.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-zonal-shift.html
 */
export const avoids = ({ settings }: Group, shifted: ReadonlySet<string>, zone: string): boolean =>
  shifted.has(zone) && settings.AvailabilityZoneImpairmentPolicy?.ZonalShiftEnabled === true

/** Whether one of its zones is shifted away: then its zones are not rebalanced. */
export const isShifted = (group: Group, shifted: ReadonlySet<string>): boolean =>
  shifted.size > 0 && group.zones.some((zone) => avoids(group, shifted, zone))

/** Begins or ends the shift of a zone; the groups in it look again. */
export function shift(state: AutoScalingState, zone: string, to: 'away' | 'back'): void {
  if (to === 'away') state.shiftedZones.add(zone)
  else state.shiftedZones.delete(zone)
  for (const group of state.groups.values()) if (group.zones.includes(zone)) wake(state, group)
}
