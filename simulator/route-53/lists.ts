import type {
  HostedZone,
  ListHostedZonesByNameCommandInput,
  ListHostedZonesByNameCommandOutput,
  ListHostedZonesCommandInput,
  ListHostedZonesCommandOutput,
  ListResourceRecordSetsCommandInput,
  ListResourceRecordSetsCommandOutput,
} from '@aws-sdk/client-route-53'
import type { Answer } from '../answer.ts'
import { ServiceFault } from '../fault.ts'
import type { Behaviour } from '../interfaces.ts'
import { pageLength } from '../page-length.ts'
import { bareId, byKey, byName, dnsName, keyOf } from './names.ts'
import type { Zone, Zones } from './zones.ts'

interface Parts {
  readonly zones: Zones
  readonly behaviour: Pick<Behaviour, 'shortPages'>
}

/** Pages begin with what stood first behind the page before, so that what is added meanwhile loses nothing. */
export const route53Lists = ({ zones, behaviour }: Parts) => ({
  ListHostedZones(input: ListHostedZonesCommandInput): Answer<ListHostedZonesCommandOutput> {
    const from = input.Marker === undefined ? 0 : zones.all.findIndex(({ id }) => id === bareId(input.Marker))
    if (from < 0) throw invalid(`The marker '${input.Marker}' is not valid`)
    const { page, next } = cut(zones.all.slice(from), { most: input.MaxItems ?? 100, limit: 100, behaviour })
    return {
      HostedZones: page.map(shownZone),
      Marker: input.Marker ?? '',
      IsTruncated: next !== undefined,
      MaxItems: input.MaxItems ?? 100,
      ...(next === undefined ? {} : { NextMarker: next.id }),
    }
  },

  /** By the labels of the name from the right, then by id. */
  ListHostedZonesByName(input: ListHostedZonesByNameCommandInput): Answer<ListHostedZonesByNameCommandOutput> {
    if (input.HostedZoneId !== undefined && input.DNSName === undefined) {
      throw invalid('A hosted zone ID needs the DNS name of the zone')
    }
    const start = input.DNSName === undefined ? undefined : dnsName(input.DNSName)
    const sorted = zones.all.toSorted((one, other) => byName(one.name, other.name) || (one.id < other.id ? -1 : 1))
    const rest = sorted.filter(({ name, id }) => {
      const order = start === undefined ? 1 : byName(name, start)
      return order > 0 || (order === 0 && id >= bareId(input.HostedZoneId))
    })
    const { page, next } = cut(rest, { most: input.MaxItems ?? 100, limit: 100, behaviour })
    return {
      HostedZones: page.map(shownZone),
      ...(start === undefined ? {} : { DNSName: start }),
      ...(input.HostedZoneId === undefined ? {} : { HostedZoneId: bareId(input.HostedZoneId) }),
      IsTruncated: next !== undefined,
      MaxItems: input.MaxItems ?? 100,
      ...(next === undefined ? {} : { NextDNSName: next.name, NextHostedZoneId: next.id }),
    }
  },

  /** Lists what changes have made of the zone, whether the name servers have it or not. */
  ListResourceRecordSets(input: ListResourceRecordSetsCommandInput): Answer<ListResourceRecordSetsCommandOutput> {
    const { records } = zones.get(input.HostedZoneId)
    const { StartRecordName, StartRecordType: type = '', StartRecordIdentifier: identifier, MaxItems = 300 } = input
    if (StartRecordName === undefined && type !== '') throw invalid('A start record type needs a start record name')
    if (type === '' && identifier !== undefined) throw invalid('A start record identifier needs a start record type')
    const start = StartRecordName === undefined ? undefined : { name: dnsName(StartRecordName), type, identifier }
    const rest = records.filter((record) => start === undefined || byKey(keyOf(record), start) >= 0)
    const { page, next } = cut(rest, { most: MaxItems, limit: 300, behaviour })
    return {
      ResourceRecordSets: structuredClone([...page]),
      IsTruncated: next !== undefined,
      MaxItems,
      ...(next === undefined
        ? {}
        : {
            NextRecordName: next.Name,
            NextRecordType: next.Type,
            ...(next.SetIdentifier === undefined ? {} : { NextRecordIdentifier: next.SetIdentifier }),
          }),
    }
  },
})

/** As zones are listed and described. */
export const shownZone = ({ id, name, callerReference, comment, isPrivate, records }: Zone): HostedZone => ({
  Id: `/hostedzone/${id}`,
  Name: name,
  CallerReference: callerReference,
  Config: { PrivateZone: isPrivate, ...(comment === undefined ? {} : { Comment: comment }) },
  ResourceRecordSetCount: records.length,
})

function cut<T>(
  rest: readonly T[],
  { most, limit, behaviour }: { readonly most: number; readonly limit: number; readonly behaviour: Parts['behaviour'] },
): { readonly page: readonly T[]; readonly next: T | undefined } {
  if (most < 1) throw invalid(`Value '${most}' at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1`) // prettier-ignore
  const page = rest.slice(0, pageLength(behaviour, Math.min(most, limit, rest.length)))
  return { page, next: rest[page.length] }
}

const invalid = (message: string): ServiceFault => new ServiceFault('InvalidInput', message)
