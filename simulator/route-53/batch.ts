/** What a batch of changes makes of the records of a zone: all of it or nothing. */
import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53'
import { ServiceFault } from '../fault.ts'
import { byKey, isSameKey, isWithin, keyOf, type RecordKey } from './names.ts'
import { checkedRecord } from './record-shape.ts'
import type { Zone } from './zones.ts'

/** Whether an alias may point to a name in a zone that is none of this account's, as that of a load balancer. */
export type AliasCheck = (target: { readonly zoneId: string; readonly name: string }) => string | undefined

/** The quotas of one request; an UPSERT counts twice. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html */
const MOST_VALUES = 1000
const MOST_CHARACTERS = 32_000
/** Of record sets with a weight that have the same name and type. */
const MOST_WEIGHTED = 100

/**
 * The records after a batch, sorted. Changes are made one after another on a copy, so that a DELETE makes room for a CREATE. Throws
 * InvalidChangeBatch with everything that is wrong, and InvalidInput for what no record set can be.
 */
export function afterBatch(
  zone: Zone,
  changes: readonly Change[],
  checkAlias: AliasCheck,
): readonly ResourceRecordSet[] {
  const wanted = changes.map((change) => ({ action: change.Action ?? '', record: checkedRecord(change) }))
  checkSize(wanted)
  const problems: string[] = []
  let records = zone.records
  for (const { action, record } of wanted) {
    const found = applied(records, { zone, action, record, checkAlias })
    if (typeof found === 'string') problems.push(found)
    else records = found
  }
  if (problems.length === 0) problems.push(...conflictsIn(records, zone))
  if (problems.length > 0) throw invalidBatch(problems)
  return records.toSorted((one, other) => byKey(keyOf(one), keyOf(other)))
}

/** All that is wrong, in one answer. */
export const invalidBatch = (problems: readonly string[]): ServiceFault =>
  new ServiceFault('InvalidChangeBatch', `[${problems.join(', ')}]`)

interface Step {
  readonly zone: Zone
  readonly action: string
  readonly record: ResourceRecordSet
  readonly checkAlias: AliasCheck
}

/** The records after one change, or why it cannot be made. */
function applied(
  records: readonly ResourceRecordSet[],
  { zone, action, record, checkAlias }: Step,
): readonly ResourceRecordSet[] | string {
  const key = keyOf(record)
  if (!isWithin(key.name, zone.name)) return `RRSet with DNS name ${key.name} is not permitted in zone ${zone.name}`
  if (zone.protections.has(`${key.name} ${key.type}`)) return protectedText(zone, key)
  const before = records.find((each) => isSameKey(keyOf(each), key))
  const others = records.filter((each) => each !== before)
  if (action === 'DELETE') {
    if (before === undefined) return `Tried to delete resource record set ${named(key)} but it was not found`
    if (!isSame(before, record)) {
      return `Tried to delete resource record set ${named(key)} but the values provided do not match the current values`
    }
    if (key.name === zone.name && key.type === 'NS') return 'A HostedZone must contain at least one NS record for the zone itself.' // prettier-ignore
    if (key.name === zone.name && key.type === 'SOA') return 'A HostedZone must contain exactly one SOA record.'
    return others
  }
  if (action === 'CREATE' && before !== undefined) {
    return `Tried to create resource record set ${named(key)} but it already exists`
  }
  const target = record.AliasTarget
  const problem = target === undefined ? undefined : aliasProblem(records, { zone, record, checkAlias })
  return problem ?? [...others, record]
}

function aliasProblem(
  records: readonly ResourceRecordSet[],
  { zone, record: { Type, AliasTarget }, checkAlias }: Omit<Step, 'action'>,
): string | undefined {
  const { HostedZoneId: zoneId = '', DNSName: name = '' } = AliasTarget ?? {}
  const says = (what: string): string => `Tried to create an alias that targets ${name}, type ${Type} in zone ${zoneId}, but ${what}` // prettier-ignore
  if (zoneId !== zone.id) {
    const problem = checkAlias({ zoneId, name })
    return problem === undefined ? undefined : says(problem)
  }
  if (!isWithin(name, zone.name)) return says('the alias target name does not lie within the target zone')
  const isThere = records.some((each) => keyOf(each).name === name && each.Type === Type)
  return isThere ? undefined : says('that target was not found')
}

/** What cannot stand side by side under one name. */
function conflictsIn(records: readonly ResourceRecordSet[], zone: Zone): readonly string[] {
  const problems = new Set<string>()
  for (const record of records) {
    const { name, type, identifier } = keyOf(record)
    const under = records.filter((each) => keyOf(each).name === name)
    const alike = under.filter((each) => each.Type === type)
    if (type === 'CNAME' && name === zone.name) {
      problems.add(`RRSet of type CNAME with DNS name ${name} is not permitted at apex in zone ${zone.name}`)
    } else if (type === 'CNAME' && under.length > alike.length) {
      problems.add(
        `RRSet of type CNAME with DNS name ${name} is not permitted as it conflicts with other records with the same DNS name in zone ${zone.name}`,
      )
    }
    if (identifier === undefined && alike.length > 1) {
      problems.add(
        `RRSet with DNS name ${name}, type ${type} cannot be created as other RRSets exist with the same name and type.`,
      )
    }
    if (record.Weight === undefined) continue
    // A CNAME and a weighted set that is no alias have one value.
    if ((record.ResourceRecords ?? []).length > 1) {
      problems.add(`RRSet with DNS name ${name}, type ${type}, SetIdentifier ${identifier} has more than one value`)
    }
    if (alike.length > MOST_WEIGHTED) {
      problems.add(`RRSets with DNS name ${name} and type ${type} exceed the limit of ${MOST_WEIGHTED} weighted sets`)
    }
  }
  return [...problems]
}

function checkSize(changes: readonly { readonly action: string; readonly record: ResourceRecordSet }[]): void {
  let values = 0
  let characters = 0
  for (const { action, record } of changes) {
    const times = action === 'UPSERT' ? 2 : 1
    const records = record.ResourceRecords ?? []
    values += times * Math.max(1, records.length)
    characters += times * records.reduce((sum, { Value = '' }) => sum + Value.length, 0)
  }
  if (values > MOST_VALUES) throw invalidBatch([`Number of records limit of ${MOST_VALUES} exceeded.`])
  if (characters > MOST_CHARACTERS) throw invalidBatch([`Number of characters limit of ${MOST_CHARACTERS} exceeded.`])
}

/** The refusal of a change of protected records has the comment; the words are not documented. */
function protectedText(zone: Zone, { name, type }: RecordKey): string {
  const comment = zone.protections.get(`${name} ${type}`)
  return `RRSet with DNS name ${name}, type ${type} is protected${comment === undefined ? '' : `: ${comment}`}`
}

const named = ({ name, type, identifier }: RecordKey): string =>
  `[name='${name}', type='${type}'${identifier === undefined ? '' : `, set identifier='${identifier}'`}]`

/** A DELETE repeats every value; the values of a record set come in any order. */
const isSame = (one: ResourceRecordSet, other: ResourceRecordSet): boolean => comparable(one) === comparable(other)

const comparable = ({ TTL, Weight, ResourceRecords, AliasTarget }: ResourceRecordSet): string =>
  JSON.stringify([
    TTL,
    Weight,
    (ResourceRecords ?? []).map(({ Value = '' }) => Value).sort(),
    AliasTarget && [AliasTarget.HostedZoneId, AliasTarget.DNSName, AliasTarget.EvaluateTargetHealth],
  ])
