import type { InstancesDistribution } from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import type { AutoScalingState } from './state.ts'

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstancesDistribution.html */
const ON_DEMAND_STRATEGIES = ['prioritized', 'lowest-price']
const SPOT_STRATEGIES = ['lowest-price', 'capacity-optimized', 'capacity-optimized-prioritized', 'price-capacity-optimized'] // prettier-ignore

/** Refuses a type that EC2 does not have, in the words of https://github.com/aws/amazon-ecs-ami/issues/188 */
export function checkType({ compute }: AutoScalingState, type: string | undefined): void {
  if (type === undefined || (compute.knows?.('instance type', type) ?? true)) return
  throw validationError(`The specified instance type ${type} is not valid`)
}

/** Refuses zones that the region does not have. The words are unsourced. */
export function checkZones({ compute }: AutoScalingState, zones: readonly string[]): void {
  const unknown = zones.filter((zone) => compute.knows?.('zone', zone) === false)
  if (unknown.length > 0) throw validationError(`Invalid availability zones: [${unknown.join(', ')}]`)
}

/** Refuses a placement group that is not there, as EC2 words it (errors-overview: InvalidPlacementGroup.Unknown). */
export function checkPlacementGroup({ compute }: AutoScalingState, name: string | undefined): void {
  if (name === undefined || (compute.knows?.('placement group', name) ?? true)) return
  throw validationError(`The Placement Group '${name}' is unknown.`)
}

/**
 * Refuses strategies that AWS does not have, and `prioritized` with instance requirements, in the words of
 * https://github.com/cattle-ops/terraform-aws-gitlab-runner/pull/1381
 */
export function checkStrategies(
  { OnDemandAllocationStrategy: onDemand, SpotAllocationStrategy: spot }: InstancesDistribution,
  basis: 'types' | 'requirements',
): void {
  if (onDemand === 'prioritized' && basis === 'requirements') {
    throw validationError(
      'The specified OnDemandAllocationStrategy is not valid. The prioritized allocation strategy is not compatible with instance requirements. Valid options are [lowest-price].',
    )
  }
  checkStrategy('OnDemandAllocationStrategy', onDemand, ON_DEMAND_STRATEGIES)
  checkStrategy('SpotAllocationStrategy', spot, SPOT_STRATEGIES)
}

function checkStrategy(field: string, strategy: string | undefined, valid: readonly string[]): void {
  if (strategy === undefined || valid.includes(strategy)) return
  throw validationError(`The specified ${field} is not valid. Valid options are [${valid.join(', ')}].`)
}
