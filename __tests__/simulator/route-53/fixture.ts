import * as schemas from '@aws-sdk/client-route-53'
import type { Change, ChangeAction, ResourceRecordSet, RRType } from '@aws-sdk/client-route-53'
import { SimulatedAccount } from '../../../simulator/account.ts'
import type { Behaviour } from '../../../simulator/interfaces.ts'
import { asOnTheWire } from '../as-on-the-wire.ts'

export { refusal } from '../ec2/fixture.ts'

/** An account with the zone `fleet.test`, in sync. */
export function scene(behaviour: Partial<Behaviour> = {}) {
  const account = new SimulatedAccount({ behaviour })
  const route53 = asOnTheWire('Route 53', account.route53.operations, schemas)
  const zone = route53.CreateHostedZone({ Name: 'fleet.test', CallerReference: 'fleet' }).HostedZone?.Id ?? ''
  account.timeline.advance(60)
  const change = (...Changes: readonly Change[]) =>
    route53.ChangeResourceRecordSets({ HostedZoneId: zone, ChangeBatch: { Changes: [...Changes] } }).ChangeInfo
  const records = () =>
    (route53.ListResourceRecordSets({ HostedZoneId: zone }).ResourceRecordSets ?? []).filter(
      ({ Type }) => Type !== 'NS' && Type !== 'SOA',
    )
  return { account, route53, zone, change, records }
}

export type Scene = ReturnType<typeof scene>

/** A record set of `www.fleet.test`, unless it says otherwise. */
export const record = (more: Partial<ResourceRecordSet> = {}): ResourceRecordSet => ({
  Name: 'www.fleet.test',
  Type: 'A',
  ...(more.AliasTarget === undefined ? { TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] } : {}),
  ...more,
})

/** One of several weighted record sets of the name. */
export const weighted = (SetIdentifier: string, Weight: number, more: Partial<ResourceRecordSet> = {}) =>
  record({ SetIdentifier, Weight, ...more })

export const changing =
  (Action: ChangeAction) =>
  (ResourceRecordSet: ResourceRecordSet): Change => ({ Action, ResourceRecordSet })
export const create = changing('CREATE')
export const upsert = changing('UPSERT')
export const remove = changing('DELETE')

export const cname = 'CNAME' satisfies RRType
