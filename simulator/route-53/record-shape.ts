/** What one change of a batch must look like by itself: `InvalidInput` in the words of public logs. */
import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53'
import { ServiceFault } from '../fault.ts'
import { bareId, dnsName } from './names.ts'

const ROUTING = ['Weight', 'Region', 'Failover', 'GeoLocation', 'MultiValueAnswer', 'CidrRoutingConfig', 'GeoProximityLocation'] as const // prettier-ignore

/** Routing that no resolver here follows. */
const UNKNOWN = ['Region', 'Failover', 'GeoLocation', 'MultiValueAnswer', 'CidrRoutingConfig', 'GeoProximityLocation', 'TrafficPolicyInstanceId', 'HealthCheckId'] as const // prettier-ignore

/** The record set of a change as it is kept; throws where its fields do not go together. */
export function checkedRecord({ Action, ResourceRecordSet: given }: Change): ResourceRecordSet {
  if (given === undefined) throw invalid('Missing field ResourceRecordSet')
  const { Name = '', Type, SetIdentifier, Weight, TTL, ResourceRecords, AliasTarget } = given
  const name = dnsName(Name)
  const place = `in Change with [Action=${Action}, Name=${name}, Type=${Type}, SetIdentifier=${SetIdentifier ?? 'null'}]`
  const unknown = UNKNOWN.find((field) => given[field] !== undefined)
  if (unknown !== undefined) throw invalid(`The simulator does not know ${unknown} of a record set`)
  const hasRecords = ResourceRecords !== undefined && ResourceRecords.length > 0
  if (AliasTarget === undefined && !hasRecords) {
    const either =
      'Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]'
    throw invalid(`${either}, but found none ${place}`)
  }
  if (AliasTarget !== undefined && (hasRecords || TTL !== undefined)) {
    const either =
      'Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]'
    throw invalid(`${either}, but found more than one ${place}`)
  }
  if (hasRecords && TTL === undefined) throw invalid(`Missing field 'TTL' ${place}`)
  if (Weight !== undefined && SetIdentifier === undefined) throw invalid(`Missing field 'SetIdentifier' ${place}`)
  if (Weight === undefined && SetIdentifier !== undefined) {
    throw invalid(`Expected exactly one of [${ROUTING.join(', ')}], but found none ${place}`)
  }
  return {
    Name: name,
    Type,
    ...(SetIdentifier === undefined ? {} : { SetIdentifier }),
    ...(Weight === undefined ? {} : { Weight }),
    ...(hasRecords ? { TTL, ResourceRecords: ResourceRecords.map(({ Value }) => ({ Value })) } : {}),
    ...(AliasTarget === undefined
      ? {}
      : {
          AliasTarget: {
            HostedZoneId: bareId(AliasTarget.HostedZoneId),
            DNSName: dnsName(AliasTarget.DNSName ?? ''),
            EvaluateTargetHealth: AliasTarget.EvaluateTargetHealth,
          },
        }),
  }
}

const invalid = (message: string): ServiceFault => new ServiceFault('InvalidInput', `Invalid request: ${message}`)
