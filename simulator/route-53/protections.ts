import type {
  CreateResourceRecordSetProtectionsCommandInput,
  DeleteResourceRecordSetProtectionsCommandInput,
  ListResourceRecordSetProtectionsCommandInput,
  ListResourceRecordSetProtectionsCommandOutput,
  RRType,
} from '@aws-sdk/client-route-53'
import type { Answer } from '../answer.ts'
import { ServiceFault } from '../fault.ts'
import { dnsName, isWithin } from './names.ts'
import type { Zone, Zones } from './zones.ts'

/** Protections of records by name and type, which refuse every batch that would change them. The words are not documented. */
export const route53Protections = (zones: Zones) => ({
  CreateResourceRecordSetProtections(input: CreateResourceRecordSetProtectionsCommandInput): object {
    const zone = zones.get(input.HostedZoneId)
    const wanted = (input.Protections ?? []).map(({ Comment, ...each }) => ({ key: keyIn(zone, each), Comment }))
    if (new Set(wanted.map(({ key }) => key)).size < wanted.length) throw invalidProtections('a name and type appears twice') // prettier-ignore
    if (wanted.every(({ key }) => zone.protections.has(key))) {
      throw new ServiceFault('ProtectionAlreadyExists', 'A protection already exists for every name and type')
    }
    for (const { key, Comment } of wanted) zone.protections.set(key, Comment)
    return {}
  },

  DeleteResourceRecordSetProtections(input: DeleteResourceRecordSetProtectionsCommandInput): object {
    const zone = zones.get(input.HostedZoneId)
    const keys = (input.Protections ?? []).map((each) => keyIn(zone, each))
    const missing = keys.find((key) => !zone.protections.has(key))
    if (missing !== undefined) throw invalidProtections(`no protection exists for ${missing}`)
    for (const key of keys) zone.protections.delete(key)
    return {}
  },

  ListResourceRecordSetProtections({
    HostedZoneId,
  }: ListResourceRecordSetProtectionsCommandInput): Answer<ListResourceRecordSetProtectionsCommandOutput> {
    const { protections } = zones.get(HostedZoneId)
    return {
      ResourceRecordSetProtections: [...protections].map(([key, Comment]) => {
        const [RecordName = '', RecordType = ''] = key.split(' ')
        return { RecordName, RecordType: RecordType as RRType, ...(Comment === undefined ? {} : { Comment }) }
      }),
    }
  },
})

interface Named {
  readonly RecordName?: string | undefined
  readonly RecordType?: string | undefined
}

function keyIn(zone: Zone, { RecordName = '', RecordType = '' }: Named): string {
  const name = dnsName(RecordName)
  if (!isWithin(name, zone.name)) throw invalidProtections(`${name} is not in zone ${zone.name}`)
  return `${name} ${RecordType}`
}

const invalidProtections = (what: string): ServiceFault =>
  new ServiceFault('InvalidResourceRecordSetProtectionBatch', `Invalid protections: ${what}`)
