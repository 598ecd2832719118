import { validationError } from '../fault.ts'
import { checkZones } from './known-names.ts'
import { atMost } from './limits.ts'
import type { AutoScalingState } from './state.ts'

export interface Placement {
  readonly zones: readonly string[]
  readonly subnets: readonly { readonly id: string; readonly zone: string }[]
}

interface Request {
  readonly VPCZoneIdentifier?: string | undefined
  readonly AvailabilityZones?: readonly string[] | undefined
}

/** Where a group may launch: the subnets and their zones, or zones with their default subnets; undefined when the request says nothing. */
export function placementOf(state: AutoScalingState, request: Request): Placement | undefined {
  const ids = (request.VPCZoneIdentifier ?? '').split(',').map((id) => id.trim()).filter(Boolean) // prettier-ignore
  const zones = request.AvailabilityZones ?? []
  atMost(zones, 100, 'availabilityZones')
  checkZones(state, zones)
  if (ids.length === 0)
    return zones.length === 0 ? undefined : { zones: [...new Set(zones)], subnets: defaults(state, zones) }
  const subnets = ids.map((id) => {
    const subnet = state.compute.subnet(id)
    if (!subnet) throw validationError(`The subnet ID '${id}' does not exist`)
    return subnet
  })
  if (new Set(subnets.map(({ vpcId }) => vpcId)).size > 1) {
    throw validationError('All subnets of an AutoScalingGroup must be in the same VPC.')
  }
  const covered = [...new Set(subnets.map(({ zone }) => zone))].sort()
  if (zones.some((zone) => !covered.includes(zone))) {
    throw validationError('The availability zones of the specified subnets and the Auto Scaling group do not match')
  }
  return { zones: covered, subnets: subnets.map(({ id, zone }) => ({ id, zone })) }
}

function defaults(state: AutoScalingState, zones: readonly string[]): { id: string; zone: string }[] {
  return zones.flatMap((zone) => {
    const id = state.compute.defaultSubnet?.(zone)
    return id === undefined ? [] : [{ id, zone }]
  })
}
