/** Finds the weighted records in Route 53 that divide traffic between two groups. */
import type { HostedZone, ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import { STACK_TAG } from '../../domain/stack-reference.ts'
import type { Side } from '../../domain/traffic/shares.ts'
import type { Connection } from '../client/connection.ts'
import type { RecordPlace } from './previous-text.ts'
import type { Pair } from './pair.ts'

/** What the inputs say of records; undefined where they say nothing. */
export interface RecordWish {
  readonly record: string | undefined
  /** Name or id. */
  readonly hostedZone: string | undefined
  readonly identifiers: Readonly<Record<Side, string | undefined>>
}

const ZONE_ID = /^(\/hostedzone\/)?(Z[A-Z0-9]{4,31})$/

/** A name as Route 53 gives it: lower case, with a dot at its end. */
export const recordName = (name: string): string => `${name.toLowerCase().replace(/\.$/, '')}.`

/** The records of the pair. UserError where they cannot be told. */
export async function findRecords(
  connection: Connection,
  { groups, names }: Pair,
  wish: RecordWish,
): Promise<RecordPlace> {
  const identifiers = {
    blue: wish.identifiers.blue ?? stackOf(groups.blue),
    green: wish.identifiers.green ?? stackOf(groups.green),
  }
  const { blue, green } = identifiers
  if (blue === undefined || green === undefined || blue === green)
    throw new UserError({
      what: `It cannot be told which weighted records are those of ${names.blue} and ${names.green}.`,
      why: 'A stack of Senza has its own name as the identifier of its record; these groups do not belong to two such stacks.',
      remedy: 'Nothing was changed. Set `blue-identifier` and `green-identifier` (SetIdentifier of the records).',
    })
  const zones = await zonesFor(connection, wish)
  const found: RecordPlace[] = []
  for (const zone of zones) {
    const sets = await recordSets(connection, zone, wish.record)
    for (const record of new Set(sets.map(({ Name = '' }) => Name))) {
      const own = sets.filter(({ Name, Weight }) => Name === record && Weight !== undefined)
      const has = (identifier: string): boolean => own.some(({ SetIdentifier }) => SetIdentifier === identifier)
      if (has(blue) && has(green)) found.push({ zone, record, identifiers: { blue, green } })
    }
  }
  const [only, ...others] = found
  if (only !== undefined && others.length === 0) return only
  throw new UserError({
    what:
      only === undefined
        ? `No name${wish.record === undefined ? '' : ` ${wish.record}`} has weighted records with the identifiers ${blue} and ${green}.`
        : `Several names have weighted records with the identifiers ${blue} and ${green}: ${found.map(({ record }) => record).join(', ')}.`,
    remedy:
      'Nothing was changed. Set `record` and `hosted-zone`, and the identifiers where they are not the names of the stacks.',
  })
}

const stackOf = ({ Tags = [] }: AutoScalingGroup): string | undefined =>
  Tags.find(({ Key }) => Key === STACK_TAG)?.Value

/** The ids of the zones to be looked through. */
async function zonesFor(connection: Connection, { hostedZone, record }: RecordWish): Promise<readonly string[]> {
  const [, , id] = ZONE_ID.exec(hostedZone ?? '') ?? []
  if (id !== undefined) return [id]
  const zones = await publicZones(connection)
  const isMeant = ({ Name = '' }: HostedZone): boolean =>
    hostedZone === undefined
      ? record === undefined || recordName(record) === Name || recordName(record).endsWith(`.${Name}`)
      : Name === recordName(hostedZone)
  const meant = zones.filter(isMeant)
  if (meant.length === 0)
    throw new UserError({
      what: `No public hosted zone ${hostedZone === undefined ? `holds ${record ?? 'any record'}` : `is called ${hostedZone}`}.`,
      remedy: 'Nothing was changed. Check `hosted-zone` and `record`.',
    })
  return meant.map(({ Id = '' }) => Id.replace('/hostedzone/', ''))
}

const publicZones = async (connection: Connection): Promise<readonly HostedZone[]> =>
  (await everyZone(connection)).filter(({ Config }) => Config?.PrivateZone !== true)

/** Every hosted zone of the account, private ones as well. */
export async function everyZone(connection: Connection): Promise<readonly HostedZone[]> {
  const { ListHostedZonesCommand } = await import('@aws-sdk/client-route-53')
  const client = await routeClient(connection)
  const zones: HostedZone[] = []
  let marker: string | undefined
  do {
    const page = await connection.send(
      client,
      new ListHostedZonesCommand(marker === undefined ? {} : { Marker: marker }),
    )
    zones.push(...(page.HostedZones ?? []))
    marker = page.IsTruncated === true ? page.NextMarker : undefined
  } while (marker !== undefined)
  return zones
}

/** The record sets of a zone, of one name where it is given. */
export async function recordSets(
  connection: Connection,
  zone: string,
  name: string | undefined,
): Promise<readonly ResourceRecordSet[]> {
  const { ListResourceRecordSetsCommand } = await import('@aws-sdk/client-route-53')
  const client = await routeClient(connection)
  const wanted = name === undefined ? undefined : recordName(name)
  const sets: ResourceRecordSet[] = []
  let from: object = wanted === undefined ? {} : { StartRecordName: wanted }
  for (;;) {
    const page = await connection.send(client, new ListResourceRecordSetsCommand({ HostedZoneId: zone, ...from }))
    const here = page.ResourceRecordSets ?? []
    sets.push(...here.filter(({ Name }) => wanted === undefined || Name === wanted))
    const isPast = wanted !== undefined && here.some(({ Name }) => Name !== wanted)
    if (page.IsTruncated !== true || isPast) return sets
    from = {
      StartRecordName: page.NextRecordName,
      StartRecordType: page.NextRecordType,
      ...(page.NextRecordIdentifier !== undefined && { StartRecordIdentifier: page.NextRecordIdentifier }),
    }
  }
}

export async function routeClient({ clients }: Connection) {
  const client = await clients.route53?.()
  if (client === undefined) throw new Error('the connection has no client for Route 53')
  return client
}
