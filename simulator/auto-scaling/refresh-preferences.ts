import type { RefreshPreferences, StartInstanceRefreshCommandInput } from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { atMost } from './limits.ts'
import type { Group } from './model.ts'
import type { AutoScalingState } from './state.ts'

/**
 * The preferences of a refresh, checked and with AWS's defaults: the percentages are the maintenance policy's where there is one.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/understand-instance-refresh-default-values.html
 */
export function preferencesOf(
  state: AutoScalingState,
  group: Group,
  { Preferences: given = {} }: StartInstanceRefreshCommandInput,
): RefreshPreferences {
  check(given)
  checkAlarms(state, given)
  const policy = group.settings.InstanceMaintenancePolicy
  const max = given.MaxHealthyPercentage ?? policy?.MaxHealthyPercentage
  return {
    SkipMatching: false,
    AutoRollback: false,
    ScaleInProtectedInstances: 'Wait',
    StandbyInstances: 'Wait',
    ...structuredClone(given),
    MinHealthyPercentage: given.MinHealthyPercentage ?? policy?.MinHealthyPercentage ?? 90,
    ...(max !== undefined && { MaxHealthyPercentage: max }),
    ...(given.CheckpointPercentages !== undefined && { CheckpointDelay: given.CheckpointDelay ?? 3600 }),
  }
}

function check(given: RefreshPreferences): void {
  const { MinHealthyPercentage: min, MaxHealthyPercentage: max } = given
  if (max !== undefined && min === undefined)
    throw validationError('MinHealthyPercentage must be specified with MaxHealthyPercentage.') // unsourced text
  if (max !== undefined && min !== undefined && max - min > 100) {
    throw validationError(
      'The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be greater than 100.',
    )
  }
  checkCheckpoints(given)
}

/** An empty list is accepted, and the refresh then never leaves Pending: hashicorp/terraform-provider-aws#21656. */
function checkCheckpoints({ CheckpointPercentages: percentages, CheckpointDelay: delay }: RefreshPreferences): void {
  if (delay !== undefined && percentages === undefined)
    throw validationError('CheckpointPercentages must be specified with CheckpointDelay.') // unsourced text
  percentages?.forEach((percentage, place) => {
    if (percentage <= (percentages[place - 1] ?? 0))
      throw validationError('CheckpointPercentages must be unique and in ascending order.') // unsourced text
  })
}

function checkAlarms(state: AutoScalingState, { AlarmSpecification: specification }: RefreshPreferences): void {
  const alarms = specification?.Alarms ?? []
  atMost(alarms, 10, 'preferences.alarmSpecification.alarms')
  const unknown = alarms.find((alarm) => state.alarms.stateOf(alarm) === undefined)
  if (unknown !== undefined) throw validationError(`The CloudWatch alarm ${unknown} does not exist.`) // unsourced text
}
