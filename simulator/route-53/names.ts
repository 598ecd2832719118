import type { ResourceRecordSet } from '@aws-sdk/client-route-53'

/**
 * A name as Route 53 keeps it: in lower case, with a dot at its end, other characters than letters, digits, `-`, `_` and `.` in octal.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
export function dnsName(name: string): string {
  const lower = name
    .toLowerCase()
    .replaceAll(/\\[0-7]{3}|[^a-z0-9._-]/g, (part) =>
      part.length > 1 ? part : `\\${(part.codePointAt(0) ?? 0).toString(8).padStart(3, '0')}`,
    )
  return lower.endsWith('.') ? lower : `${lower}.`
}

/** Whether a name is that of the zone, or below it. */
export const isWithin = (name: string, zone: string): boolean => name === zone || name.endsWith(`.${zone}`)

/** Ids are given with or without what stands before them: `/hostedzone/Z1`, `/change/C1`. */
export const bareId = (id: string | undefined): string => (id ?? '').replace(/^\/(hostedzone|change)\//, '')

const labels = (name: string): string => name.split('.').toReversed().join('\0')

/** The order in which Route 53 lists: by the labels of the name from the right. */
export const byName = (one: string, other: string): number => compare(labels(one), labels(other))

/** What makes a record set one: no two have the same name, type and identifier. */
export interface RecordKey {
  readonly name: string
  readonly type: string
  readonly identifier: string | undefined
}

export const keyOf = ({ Name, Type, SetIdentifier }: ResourceRecordSet): RecordKey => ({
  name: dnsName(Name ?? ''),
  type: Type ?? '',
  identifier: SetIdentifier,
})

export const isSameKey = (one: RecordKey, other: RecordKey): boolean =>
  one.name === other.name && one.type === other.type && one.identifier === other.identifier

/** By name, then type, then identifier; record sets without an identifier come first. */
export const byKey = (one: RecordKey, other: RecordKey): number =>
  byName(one.name, other.name) || compare(one.type, other.type) || compare(one.identifier ?? '', other.identifier ?? '')

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
