/**
 * What Auto Scaling refuses, in its own codes and words. A text that no AWS page or captured answer shows is marked
 * `unsourced`; clients should go by the code there.
 */
import { ServiceFault, validationError } from '../fault.ts'
import type { Group } from './model.ts'

export const groupNotFound = (name: string): ServiceFault =>
  validationError(`AutoScalingGroup name not found - AutoScalingGroup: ${name} not found`)

export const groupExists = (name: string): ServiceFault =>
  new ServiceFault(
    'AlreadyExists',
    `AutoScalingGroup by this name already exists - A group with the name ${name} already exists`,
  )

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html; unsourced text */
export const colonInName = (name: string): ServiceFault =>
  validationError(`Invalid Auto Scaling group name ${name}: a colon (:) cannot be used in it.`)

export const groupPendingDelete = (name: string): ServiceFault =>
  new ServiceFault('AlreadyExists', `AutoScalingGroup by this name already exists and is pending delete - ${name}`)

/** unsourced text */
export const groupDeleting = (name: string): ServiceFault =>
  new ServiceFault('ScalingActivityInProgress', `AutoScalingGroup ${name} is pending delete`)

export const groupHasInstances = (): ServiceFault =>
  new ServiceFault(
    'ResourceInUse',
    'You cannot delete an AutoScalingGroup while there are instances or pending Spot instance request(s) still in the group.',
  )

export const groupHasActivities = (): ServiceFault =>
  new ServiceFault(
    'ScalingActivityInProgress',
    'You cannot delete an AutoScalingGroup while there are scaling activities in progress for that group.',
  )

/** unsourced text */
export const groupGuarded = (group: Group): ServiceFault =>
  new ServiceFault(
    'ResourceInUse',
    `AutoScalingGroup ${group.name} has deletion protection ${group.settings.DeletionProtection} and cannot be deleted.`,
  )

export const instanceNotFound = (id: string): ServiceFault =>
  validationError(`Instance Id not found - No managed instance found for instance ID ${id}`)

export const notInGroup = (id: string, group: string): ServiceFault =>
  validationError(`The instance ${id} is not part of Auto Scaling group ${group}.`)

export const notInState = (id: string, states: string): ServiceFault =>
  validationError(`The instance ${id} is not in ${states}.`)

export const notInWarmPool = (id: string): ServiceFault =>
  validationError(`This operation is not supported for instances in a warm pool: ${id}`)

export const wouldViolateMinimum = (min: number): ServiceFault =>
  validationError(
    `Currently, desiredSize equals minSize (${min}). Terminating instance without replacement will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size.`,
  )

/** `operation` is `detach`, `place into standby`, `exit from standby` or `attach`; the last two are unsourced. */
export const sizesForbid = ({ name, sizes }: Group, operation: string, count: number): ServiceFault =>
  validationError(
    `AutoScalingGroup ${name} has min-size=${sizes.min}, max-size=${sizes.max}, and desired-size=${sizes.desired}. To ${operation} ${count} instance${count === 1 ? '' : 's'}, please update the AutoScalingGroup sizes appropriately.`,
  )

export const desiredOutside = (desired: number, min: number, max: number): ServiceFault =>
  validationError(`Desired capacity:${desired} must be between the specified min size:${min} and max size:${max}`)

/** unsourced text */
export const maxBelowMin = (min: number, max: number): ServiceFault =>
  validationError(`Max bound, ${max}, must be greater than or equal to min bound, ${min}`)

export const aboveMax = (desired: number, max: number): ServiceFault =>
  validationError(`New SetDesiredCapacity value ${desired} is above max value ${max} for the AutoScalingGroup.`)

export const belowMin = (desired: number, min: number): ServiceFault =>
  validationError(`New SetDesiredCapacity value ${desired} is below min value ${min} for the AutoScalingGroup.`)

export const activityBlocks = (activityId: string): ServiceFault =>
  new ServiceFault('ScalingActivityInProgress', `Scaling activity ${activityId} is in progress and blocks this action`)

export const refreshBlocksConfiguration = (): ServiceFault =>
  validationError(
    'An active instance refresh with a desired configuration exists. All configuration options derived from the desired configuration are not available for update while the instance refresh is active.',
  )

export const refreshInProgress = (): ServiceFault =>
  new ServiceFault(
    'InstanceRefreshInProgress',
    'An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.',
  )

/** unsourced text */
export const noActiveRefresh = (group: string): ServiceFault =>
  new ServiceFault(
    'ActiveInstanceRefreshNotFound',
    `No in progress or pending Instance Refresh found for Auto Scaling group ${group}`,
  )

/** hashicorp/terraform-provider-aws#29830 */
export const rollbackWithoutConfiguration = (): ServiceFault =>
  validationError(
    "The request isn't valid. The AutoRollback parameter cannot be set to true when the DesiredConfiguration parameter is empty. Set AutoRollback to false or specify a desired configuration and try again.",
  )

/** unsourced text */
export const irreversibleRefresh = (reason: string): ServiceFault =>
  new ServiceFault('IrreversibleInstanceRefresh', `The instance refresh cannot be rolled back: ${reason}`)

export const configurationExists = (name: string): ServiceFault =>
  new ServiceFault(
    'AlreadyExists',
    `Launch Configuration by this name already exists - A launch configuration already exists with the name ${name}`,
  )

export const configurationNotFound = (name: string): ServiceFault =>
  validationError(`Launch configuration name not found - Launch configuration ${name} not found`)

export const configurationInUse = (name: string, group: string): ServiceFault =>
  new ServiceFault(
    'ResourceInUse',
    `Cannot delete launch configuration ${name} because it is attached to AutoScalingGroup ${group}`,
  )

export const configurationsUnavailable = (): ServiceFault =>
  new ServiceFault(
    'UnsupportedOperation',
    'The Launch Configuration creation operation is not available in your account. Use launch templates to create configuration templates for your Auto Scaling groups.',
  )

/** unsourced text; the code as UG/launch-instances-synchronously names it for warm pools */
export const launchUnsupported = (reason: string): ServiceFault =>
  new ServiceFault('UnsupportedOperation', `LaunchInstances is not supported: ${reason}`)

export const badTemplate = (reason: string): ServiceFault =>
  validationError(`You must use a valid fully-formed launch template. ${reason}`)

export const noLifecycleAction = (by: string): ServiceFault =>
  validationError(`No active Lifecycle Action found with ${by}`)

export const limitExceeded = (message: string): ServiceFault => new ServiceFault('LimitExceeded', message)

export const invalidToken = (): ServiceFault =>
  new ServiceFault('InvalidNextToken', 'The token is invalid or has expired.')

/** AWS's generic refusal of a field that breaks its model. */
export const constraint = (field: string, value: unknown, rule: string): ServiceFault =>
  validationError(
    `1 validation error detected: Value '${String(value)}' at '${field}' failed to satisfy constraint: ${rule}`,
  )

export const missing = (field: string): ServiceFault =>
  validationError(
    `1 validation error detected: Value null at '${field}' failed to satisfy constraint: Member must not be null`,
  )
