import type {
  InstanceCollection,
  LaunchInstancesCommandInput,
  LaunchInstancesCommandOutput,
  LaunchInstancesError,
} from '@aws-sdk/client-auto-scaling'
import { ServiceFault, validationError } from '../fault.ts'
import { counted, isSuspended, units } from './capacity.ts'
import { changeDesired } from './desired.ts'
import { tryLaunch, type LaunchFailure } from './launch.ts'
import { launchPlace, type LaunchPlace } from './launch-place.ts'
import type { Group, Member } from './model.ts'
import { launchUnsupported } from './refusals.ts'
import { wake } from './schedule.ts'
import { launchSuspended } from './standby.ts'
import { groupNamed, mutable, requiredField, stamp, type AutoScalingState } from './state.ts'

type Result = Omit<LaunchInstancesCommandOutput, '$metadata'>

const MOST_INSTANCES = 100

/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/launching-instances-synchronous-provisioning.html */
const TOKEN_SECONDS = 8 * 3600

/**
 * Launches into one zone and tells at once what was launched and what has failed. A client token gives the same answer for eight
 * hours. https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-instances-synchronously.html
 */
export function launchInstances(state: AutoScalingState, input: LaunchInstancesCommandInput): Result {
  const token = requiredField(input.ClientToken, 'clientToken')
  const request = JSON.stringify(input)
  const before = state.launches.get(token)
  const { now } = state.timeline
  if (before && now < before.at + TOKEN_SECONDS) {
    if (before.request === request) return structuredClone(before.result)
    throw new ServiceFault(
      'IdempotentParameterMismatch',
      'The parameters of this request do not match those of an earlier request with the same client token.', // unsourced text
    )
  }
  const result = carriedOut(state, input)
  state.launches.set(token, { request, at: now, result: structuredClone(result) })
  return result
}

function carriedOut(state: AutoScalingState, input: LaunchInstancesCommandInput): Result {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  const wanted = requiredField(input.RequestedCapacity, 'requestedCapacity')
  checkSource(group)
  const place = launchPlace(state, group, input)
  if (isSuspended(group, 'Launch')) throw launchSuspended(group)
  const { desired, max } = group.sizes
  if (desired + wanted > max)
    throw validationError(`The requested capacity ${wanted} would exceed the group's max size of ${max}.`) // unsourced text
  const { launched, failures } = launchAll(state, group, { wanted, place })
  // What the group goes on to try by itself: an image that is not there would fail again.
  const retries = input.RetryStrategy === 'retry-with-group-configuration' && failures.some(isOfCapacity)
  const after = retries ? wanted : units(launched)
  changeDesired(state, group, {
    desired: desired + after,
    because: `a user request launched instances, changing the desired capacity from ${desired} to ${desired + after}.`,
  })
  wake(state, group)
  return {
    AutoScalingGroupName: group.name,
    ClientToken: input.ClientToken,
    Instances: collections(launched, place),
    Errors: failures.map((failure) => told(failure, place)),
  }
}

/** Configurations, warm pools, and policies of both markets are not supported. */
function checkSource({ source, warmPool }: Group): void {
  if (source.kind === 'configuration') throw launchUnsupported('the group uses a launch configuration.')
  if (warmPool) throw launchUnsupported('the group has a warm pool.')
  if (source.kind !== 'mixed') return
  const { OnDemandBaseCapacity: base = 0, OnDemandPercentageAboveBaseCapacity: share = 100 } =
    source.policy.InstancesDistribution ?? {}
  if (share !== 100 && (share > 0 || base > 0))
    throw launchUnsupported('the mixed instances policy combines On-Demand and Spot Instances.')
}

/** One after the other until the capacity is reached; the first that cannot be launched ends it. */
function launchAll(
  state: AutoScalingState,
  group: Group,
  { wanted, place }: { readonly wanted: number; readonly place: LaunchPlace },
): { readonly launched: readonly Member[]; readonly failures: readonly LaunchFailure[] } {
  const launched: Member[] = []
  const cause = `At ${stamp(state.timeline.now)} an instance was launched in response to a user request.` // unsourced text
  while (units(launched) < wanted && launched.length < MOST_INSTANCES) {
    const { member, failures } = tryLaunch(state, group, { ...place, cause, members: counted(group), pool: 'no' })
    if (member === undefined) return { launched, failures }
    launched.push(member)
  }
  return { launched, failures: [] }
}

const isOfCapacity = ({ code = '', reason }: LaunchFailure): boolean => /capacity/i.test(`${code} ${reason}`)

const market = (of: 'spot' | 'on-demand'): string => (of === 'spot' ? 'Spot' : 'OnDemand')

/** One entry for each type. */
function collections(launched: readonly Member[], place: LaunchPlace): InstanceCollection[] {
  const byType = Map.groupBy(launched, ({ type }) => type)
  return [...byType].map(([InstanceType, members]) => ({
    InstanceType,
    MarketType: market(members[0]?.market ?? 'on-demand'),
    ...shown(place),
    InstanceIds: members.map(({ id }) => id),
  }))
}

const told = ({ offer, code, reason, type }: LaunchFailure, place: LaunchPlace): LaunchInstancesError => ({
  InstanceType: type,
  MarketType: market(offer.market),
  ...shown(place),
  ...(code !== undefined && { ErrorCode: code }),
  ErrorMessage: reason,
})

const shown = ({ zone, zoneId, subnetId }: LaunchPlace) => ({
  SubnetId: subnetId,
  AvailabilityZone: zone,
  ...(zoneId !== undefined && { AvailabilityZoneId: zoneId }),
})
