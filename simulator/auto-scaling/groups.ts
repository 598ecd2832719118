import type {
  CreateAutoScalingGroupCommandInput,
  DeleteAutoScalingGroupCommandInput,
  SetDesiredCapacityCommandInput,
  UpdateAutoScalingGroupCommandInput,
} from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { inProgress } from './activities.ts'
import { attachmentsFor } from './attachments.ts'
import { changeDesired } from './desired.ts'
import { scheduleHealthChecks } from './health.ts'
import { putHook } from './hooks.ts'
import { sourceOf } from './launch-source.ts'
import { checkPlacementGroup } from './known-names.ts'
import { within } from './limits.ts'
import type { Group, GroupLaunchSource, Settings } from './model.ts'
import { placementOf } from './placement.ts'
import {
  aboveMax, activityBlocks, belowMin, colonInName, groupExists, groupGuarded, groupHasActivities, groupHasInstances,
  groupPendingDelete, limitExceeded, refreshBlocksConfiguration,
} from './refusals.ts' // prettier-ignore
import { activeRefresh } from './active-refresh.ts'
import { hasRequirements } from './refresh-source.ts'
import { wake } from './schedule.ts'
import { settingsOf } from './settings.ts'
import { resized } from './sizes.ts'
import { tagsOf } from './tags.ts'
import { terminate } from './terminate.ts'
import { forgetAlarms } from './tracking.ts'
import { requiredField, groupNamed, stamp, uuid, type AutoScalingState, mutable } from './state.ts'

/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-quotas.html; simulated accounts may be larger than a default account. */
export const MOST_GROUPS = 5000

export const DEFAULTS: Settings = {
  DefaultCooldown: 300,
  HealthCheckType: 'EC2',
  HealthCheckGracePeriod: 0,
  TerminationPolicies: ['Default'],
  NewInstancesProtectedFromScaleIn: false,
}

export function createAutoScalingGroup(state: AutoScalingState, input: CreateAutoScalingGroupCommandInput): object {
  const name = requiredField(input.AutoScalingGroupName, 'autoScalingGroupName')
  if (name.includes(':')) throw colonInName(name)
  const existing = state.groups.get(name)
  if (existing) throw existing.deleting ? groupPendingDelete(name) : groupExists(name)
  if (state.groups.size >= MOST_GROUPS) throw limitExceeded('The AutoScalingGroup limit has been reached.')
  if (input.InstanceId !== undefined) throw validationError('The simulator does not derive groups from instances.')
  const source = sourceOf(state, input)
  if (!source) {
    throw validationError(
      'Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.',
    )
  }
  checkCapacityType(source, input)
  checkPlacementGroup(state, input.PlacementGroup)
  const min = requiredField(input.MinSize, 'minSize')
  const sizes = resized({ min, max: requiredField(input.MaxSize, 'maxSize'), desired: min }, input)
  const placement = placementOf(state, input)
  if (!placement) throw validationError('At least one Availability Zone or VPC Subnet is required.')
  const now = state.timeline.now
  const group: Group = {
    name,
    arn: `arn:aws:autoscaling:${state.region}:${state.account}:autoScalingGroup:${uuid(state)}:autoScalingGroupName/${name}`,
    createdAt: now,
    operator: input.Operator?.Principal,
    sizes,
    source,
    settings: settingsOf(DEFAULTS, input),
    ...placement,
    members: new Map(),
    pool: new Map(),
    warmPool: undefined,
    attachments: attachmentsFor(state, input),
    detaching: new Map(),
    hooks: new Map(),
    tags: tagsOf(input.Tags ?? [], name),
    suspended: new Map(),
    activities: [],
    policies: new Map(),
    scheduled: new Map(),
    refreshes: [],
    metrics: new Set(),
    notifications: new Map(),
    deleting: false,
    change: `At ${stamp(now)} a user request created an AutoScalingGroup changing the desired capacity from 0 to ${sizes.desired}.`,
    cooldownUntil: 0,
    policyCooldown: undefined,
    lastActivityId: undefined,
    replacing: 0,
    rebalancing: new Set(),
    atRisk: new Map(),
    deferred: new Map(),
    failing: new Map(),
    failingSince: undefined,
    abandoned: { times: 0, until: 0 },
    notedSurplus: undefined,
    wake: undefined,
    healthTick: undefined,
    revision: 0,
  }
  for (const hook of input.LifecycleHookSpecificationList ?? []) putHook(group, hook)
  state.groups.set(name, group)
  scheduleHealthChecks(state, group)
  wake(state, group)
  return {}
}

export function updateAutoScalingGroup(state: AutoScalingState, input: UpdateAutoScalingGroupCommandInput): object {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  const source = sourceOf(state, input)
  const blocked = activeRefresh(group)?.DesiredConfiguration !== undefined
  if (source && blocked) throw refreshBlocksConfiguration()
  const sizes = resized(group.sizes, input)
  checkPlacementGroup(state, input.PlacementGroup)
  const settings = settingsOf(group.settings, input)
  checkCapacityType(source ?? group.source, settings)
  const placement = placementOf(state, input)
  if (source) group.source = source
  group.settings = settings
  if (placement) {
    group.zones = placement.zones
    group.revision++
    group.subnets = placement.subnets
  }
  const { min, max, desired } = sizes
  const before = group.sizes.desired
  group.sizes = { min, max, desired: before }
  changeDesired(state, group, {
    desired,
    because: `a user request update of AutoScalingGroup constraints to min: ${min}, max: ${max}, desired: ${desired} changing the desired capacity from ${before} to ${desired}.`,
  })
  scheduleHealthChecks(state, group)
  wake(state, group)
  return {}
}

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html, DesiredCapacityType */
function checkCapacityType(source: GroupLaunchSource, { DesiredCapacityType: type = 'units' }: Settings): void {
  if (type !== 'vcpu' && type !== 'memory-mib') return
  if (hasRequirements(source)) return
  throw validationError('DesiredCapacityType is supported for attribute-based instance type selection only.') // unsourced text
}

export function setDesiredCapacity(state: AutoScalingState, input: SetDesiredCapacityCommandInput): object {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  const desired = requiredField(input.DesiredCapacity, 'desiredCapacity')
  within(desired, 0, Number.MAX_SAFE_INTEGER, 'desiredCapacity')
  const { min, max, desired: before } = group.sizes
  if (desired > max) throw aboveMax(desired, max)
  if (desired < min) throw belowMin(desired, min)
  if (input.HonorCooldown === true && state.timeline.now < group.cooldownUntil) {
    throw activityBlocks(group.lastActivityId ?? uuid(state))
  }
  changeDesired(state, group, {
    desired,
    because: `a user request explicitly set group desired capacity changing the desired capacity from ${before} to ${desired}.`,
  })
  return {}
}

export function deleteAutoScalingGroup(state: AutoScalingState, input: DeleteAutoScalingGroupCommandInput): object {
  const group = groupNamed(state, input.AutoScalingGroupName)
  if (group.deleting) return {}
  const protection = group.settings.DeletionProtection
  const force = input.ForceDelete === true
  if (protection === 'prevent-all-deletion' || (force && protection === 'prevent-force-deletion'))
    throw groupGuarded(group)
  if (!force) {
    if (inProgress(group)) throw groupHasActivities()
    if (group.members.size > 0 || group.pool.size > 0) throw groupHasInstances()
  }
  group.deleting = true
  group.sizes = { min: 0, max: 0, desired: 0 }
  for (const action of group.scheduled.values()) action.cancel()
  for (const policy of group.policies.values()) forgetAlarms(state, policy)
  group.healthTick?.()
  for (const member of [...group.members.values(), ...group.pool.values()]) {
    terminate(state, member, { cause: 'was taken out of service in response to a user request.', hooks: 'skip' })
  }
  wake(state, group)
  return {}
}

/** Removes a deleted group once its last instance is gone. */
export function removeGroup(state: AutoScalingState, group: Group): void {
  if (group.members.size > 0 || group.pool.size > 0) return
  group.wake?.cancel()
  state.groups.delete(group.name)
}
