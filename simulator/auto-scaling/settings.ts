import type { CreateAutoScalingGroupType } from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { requireEnum, within } from './limits.ts'
import type { Settings } from './model.ts'
import { terminationPolicyTypes } from './termination-policies.ts'

const HEALTH_CHECK_TYPES = ['EC2', 'EBS', 'ELB', 'VPC_LATTICE']
const ARN_OF_A_FUNCTION = /^arn:[^:]+:lambda:/

/** The plain settings of a create or update request: what is absent stays as it was; -1 and 0 clear where AWS says so. */
export function settingsOf(now: Settings, request: Partial<CreateAutoScalingGroupType>): Settings {
  check(request)
  const kept: Settings = { ...now }
  const names = [
    'DefaultCooldown', 'HealthCheckType', 'HealthCheckGracePeriod', 'PlacementGroup', 'VPCZoneIdentifier',
    'TerminationPolicies', 'NewInstancesProtectedFromScaleIn', 'CapacityRebalance', 'DeletionProtection',
    'ServiceLinkedRoleARN', 'MaxInstanceLifetime', 'Context', 'DesiredCapacityType', 'DefaultInstanceWarmup',
    'InstanceMaintenancePolicy', 'AvailabilityZoneDistribution', 'AvailabilityZoneImpairmentPolicy',
    'CapacityReservationSpecification', 'InstanceLifecyclePolicy',
  ] as const satisfies readonly (keyof Settings)[] // prettier-ignore
  for (const name of names)
    if (request[name] !== undefined) Object.assign(kept, { [name]: structuredClone(request[name]) })
  if (request.DefaultInstanceWarmup === -1) delete kept.DefaultInstanceWarmup
  if (request.MaxInstanceLifetime === 0) delete kept.MaxInstanceLifetime
  if (request.InstanceMaintenancePolicy?.MinHealthyPercentage === -1) delete kept.InstanceMaintenancePolicy
  return kept
}

function check(request: Partial<CreateAutoScalingGroupType>): void {
  within(request.DefaultCooldown, 0, Number.MAX_SAFE_INTEGER, 'defaultCooldown')
  within(request.HealthCheckGracePeriod, 0, Number.MAX_SAFE_INTEGER, 'healthCheckGracePeriod')
  within(request.DefaultInstanceWarmup, -1, 3600, 'defaultInstanceWarmup')
  for (const type of request.HealthCheckType?.split(',') ?? []) {
    if (!HEALTH_CHECK_TYPES.includes(type.trim())) {
      throw validationError(`Invalid HealthCheckType ${type}. Valid values are [${HEALTH_CHECK_TYPES.join(', ')}].`)
    }
  }
  requireEnum(request.DesiredCapacityType, ['units', 'vcpu', 'memory-mib'], 'desiredCapacityType')
  refuseWithoutEffect(request)
  const lifetime = request.MaxInstanceLifetime
  if (lifetime !== undefined && lifetime !== 0 && (!Number.isInteger(lifetime) || lifetime < 86_400)) {
    throw validationError('Max instance lifetime must be 0 or at least 86400 seconds.')
  }
  checkPolicies(request.TerminationPolicies ?? [])
  checkMaintenance(request.InstanceMaintenancePolicy)
}

/** What AWS accepts and the simulator could only keep without effect. */
function refuseWithoutEffect(request: Partial<CreateAutoScalingGroupType>): void {
  const preference = request.CapacityReservationSpecification?.CapacityReservationPreference ?? 'default'
  if (preference !== 'default' && preference !== 'none')
    throw validationError('The simulator knows no Capacity Reservations.')
  if (request.HealthCheckType?.includes('VPC_LATTICE') === true)
    throw validationError('The simulator does not know the health of VPC Lattice targets.')
  if (request.AvailabilityZoneDistribution?.CapacityDistributionStrategy === 'reservations-then-balanced')
    throw validationError('The simulator knows no Capacity Reservations.')
}

/** `Default` must come last and a Lambda function first. */
function checkPolicies(policies: readonly string[]): void {
  policies.forEach((policy, place) => {
    const lambda = ARN_OF_A_FUNCTION.test(policy)
    if (!lambda && !terminationPolicyTypes.includes(policy))
      throw validationError(`Invalid termination policy: ${policy}`)
    if (lambda && place > 0) throw validationError('The Lambda function must be the first termination policy.')
    if (policy === 'Default' && place < policies.length - 1) {
      throw validationError('The Default termination policy must be the last one.')
    }
  })
}

function checkMaintenance(policy: Settings['InstanceMaintenancePolicy']): void {
  if (!policy) return
  const { MinHealthyPercentage: min, MaxHealthyPercentage: max } = policy
  if (min === undefined || max === undefined) {
    throw validationError('Both MinHealthyPercentage and MaxHealthyPercentage must be specified.')
  }
  if (min === -1 && max === -1) return
  within(min, 0, 100, 'instanceMaintenancePolicy.minHealthyPercentage')
  within(max, 100, 200, 'instanceMaintenancePolicy.maxHealthyPercentage')
  if (max - min > 100) {
    throw validationError(
      'The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be greater than 100.',
    )
  }
}
