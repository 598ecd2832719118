import type { LaunchInstancesCommandInput } from '@aws-sdk/client-auto-scaling'
import type { ServiceFault } from '../fault.ts'
import { validationError } from '../fault.ts'
import type { Group } from './model.ts'
import type { AutoScalingState } from './state.ts'

/** Where LaunchInstances launches. */
export interface LaunchPlace {
  readonly zone: string
  readonly zoneId: string | undefined
  readonly subnetId: string
}

type Request = Pick<LaunchInstancesCommandInput, 'AvailabilityZones' | 'AvailabilityZoneIds' | 'SubnetIds'>

/**
 * The zone and the subnet that a request names; a group of one zone need not be told. The texts of the refusals are unsourced.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchInstances.html
 */
export function launchPlace(state: AutoScalingState, group: Group, request: Request): LaunchPlace {
  const { AvailabilityZones: [name] = [], AvailabilityZoneIds: [id] = [], SubnetIds: [subnetId] = [] } = request
  const zoneId = (zone: string): string | undefined => state.compute.zoneId?.(zone)
  if (name !== undefined && id !== undefined)
    throw validationError('AvailabilityZones and AvailabilityZoneIds cannot be specified together.')
  const byId = id === undefined ? undefined : group.zones.find((zone) => zoneId(zone) === id)
  if (id !== undefined && byId === undefined) throw notOfGroup('Availability Zone', id)
  if (name !== undefined && !group.zones.includes(name)) throw notOfGroup('Availability Zone', name)
  const named = name ?? byId
  const subnet = subnetId === undefined ? undefined : group.subnets.find((one) => one.id === subnetId)
  if (subnetId !== undefined && subnet === undefined) throw notOfGroup('subnet', subnetId)
  if (subnet && named !== undefined && subnet.zone !== named)
    throw validationError(`The subnet ${subnet.id} is not in the Availability Zone ${named}.`)
  const zone = named ?? subnet?.zone ?? (group.zones.length === 1 ? group.zones[0] : undefined)
  if (zone === undefined)
    throw validationError('Either AvailabilityZones or SubnetIds must be specified for a group of several zones.')
  const chosen = subnet ?? group.subnets.find((one) => one.zone === zone)
  if (chosen === undefined) throw validationError(`No default subnet for availability zone: '${zone}'.`)
  return { zone, zoneId: zoneId(zone), subnetId: chosen.id }
}

const notOfGroup = (what: string, name: string): ServiceFault =>
  validationError(`The ${what} ${name} is not one of the Auto Scaling group's.`)
