import type { Activity, AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { isLaunchText } from '../../domain/rollout/activity-text.ts'
import type { LaunchOutlook } from '../../domain/rollout/launch-stall.ts'
import type { Connection } from '../client/connection.ts'
import { groupsByName } from '../groups/describe.ts'
import { newestActivities } from './activities.ts'

/** How many of the last activities a person is told. */
const TOLD = 3

/** What AWS tells of a group in which no launch begins: its last activities, its zones, and the settings that hold launches back. */
export async function launchOutlook(connection: Connection, group: string): Promise<Omit<LaunchOutlook, 'askedAt'>> {
  const [activities, [described]] = await Promise.all([
    newestActivities(connection, { group }),
    groupsByName(connection, [group]),
  ])
  const launches = activities.filter(({ Description = '' }) => isLaunchText(Description))
  const begun = launches.flatMap(({ StartTime }) => (StartTime === undefined ? [] : StartTime.getTime() / 1000))
  return {
    lastLaunchAt: begun.length === 0 ? undefined : Math.max(...begun),
    facts: [...(described === undefined ? [] : settingsInWords(described)), activitiesInWords(activities)],
  }
}

function settingsInWords({
  AvailabilityZones = [],
  AvailabilityZoneDistribution,
  AvailabilityZoneImpairmentPolicy,
  DesiredCapacityType,
}: AutoScalingGroup): readonly string[] {
  const strategy = AvailabilityZoneDistribution?.CapacityDistributionStrategy
  return [
    `zones: ${AvailabilityZones.join(', ')}${strategy === undefined ? '' : `, ${strategy}`}`,
    ...(AvailabilityZoneImpairmentPolicy?.ZonalShiftEnabled === true ? ['zonal shift is enabled'] : []),
    ...(DesiredCapacityType === undefined || DesiredCapacityType === 'units'
      ? []
      : [`the desired capacity counts ${DesiredCapacityType}`]),
  ]
}

function activitiesInWords(activities: readonly Activity[]): string {
  const told = activities
    .slice(0, TOLD)
    .map(({ StartTime, Description = '', StatusCode = '' }) => `${StartTime?.toISOString().slice(11, 19) ?? ''} ${Description} (${StatusCode})`) // prettier-ignore
  return told.length === 0 ? 'it has no scaling activities' : `its last activities: ${told.join(', ')}`
}
