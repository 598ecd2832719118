import type {
  ChangeResourceRecordSetsCommandInput,
  ChangeResourceRecordSetsCommandOutput,
  CreateHostedZoneCommandInput,
  CreateHostedZoneCommandOutput,
  DeleteHostedZoneCommandInput,
  DeleteHostedZoneCommandOutput,
  GetChangeCommandInput,
  GetChangeCommandOutput,
  GetHostedZoneCommandInput,
  GetHostedZoneCommandOutput,
} from '@aws-sdk/client-route-53'
import type { Answer } from '../answer.ts'
import { ServiceFault } from '../fault.ts'
import type { Service, ServiceContext } from '../interfaces.ts'
import { afterBatch, type AliasCheck } from './batch.ts'
import { route53Lists, shownZone } from './lists.ts'
import { dnsName } from './names.ts'
import { route53Protections } from './protections.ts'
import { resolved, type DnsAnswer, type TargetHealthOf } from './resolve.ts'
import { Zones } from './zones.ts'

/** Route 53: hosted zones, weighted records and aliases, and what resolvers are answered. The README beside it has the rules. */
export class Route53Service implements Service {
  readonly sdkId = 'Route 53'
  /** Whether what an alias outside its zone points to is healthy, and undefined where there is no such thing; an account sets it. */
  targetHealth: TargetHealthOf = () => undefined
  /** Why an alias may not point to a name in another zone; an account sets it. */
  checkAlias: AliasCheck = () => undefined
  readonly operations
  readonly #zones: Zones

  constructor(context: ServiceContext) {
    const zones = (this.#zones = new Zones(context))
    this.operations = {
      ...route53Lists({ zones, behaviour: context.behaviour }),
      ...route53Protections(zones),

      CreateHostedZone(input: CreateHostedZoneCommandInput): Answer<CreateHostedZoneCommandOutput> {
        const { Name = '', CallerReference = '', HostedZoneConfig, VPC } = input
        if (zones.all.some(({ callerReference }) => callerReference === CallerReference)) {
          throw new ServiceFault(
            'HostedZoneAlreadyExists',
            `A hosted zone has already been created with the specified caller reference: ${CallerReference}`,
            409,
          )
        }
        const isPrivate = HostedZoneConfig?.PrivateZone ?? VPC !== undefined
        if (isPrivate && VPC === undefined) throw new ServiceFault('InvalidInput', 'A private hosted zone needs a VPC')
        const zone = zones.add({
          name: Name,
          callerReference: CallerReference,
          comment: HostedZoneConfig?.Comment,
          isPrivate,
        })
        return {
          HostedZone: shownZone(zone),
          ChangeInfo: zones.change(zone, zone.records, undefined),
          DelegationSet: { NameServers: [...zone.nameServers] },
          Location: `https://route53.amazonaws.com/2013-04-01/hostedzone/${zone.id}`,
        }
      },

      GetHostedZone({ Id }: GetHostedZoneCommandInput): Answer<GetHostedZoneCommandOutput> {
        const zone = zones.get(Id)
        return {
          HostedZone: shownZone(zone),
          ...(zone.isPrivate ? {} : { DelegationSet: { NameServers: [...zone.nameServers] } }),
        }
      },

      DeleteHostedZone({ Id }: DeleteHostedZoneCommandInput): Answer<DeleteHostedZoneCommandOutput> {
        const zone = zones.get(Id)
        if (zone.records.length > 2) {
          throw new ServiceFault(
            'HostedZoneNotEmpty',
            'The specified hosted zone contains non-required resource record sets  and so cannot be deleted.',
          )
        }
        const ChangeInfo = zones.change(zone, zone.records, undefined)
        zones.remove(zone)
        return { ChangeInfo }
      },

      ChangeResourceRecordSets: (
        input: ChangeResourceRecordSetsCommandInput,
      ): Answer<ChangeResourceRecordSetsCommandOutput> => {
        const zone = zones.get(input.HostedZoneId)
        if (context.timeline.now < zone.busyUntil) {
          throw new ServiceFault(
            'PriorRequestNotComplete',
            'The request was rejected because Route 53 was still processing a prior request.',
          )
        }
        const { Changes = [], Comment } = input.ChangeBatch ?? {}
        const records = afterBatch(zone, Changes, (target) => this.checkAlias(target))
        return { ChangeInfo: zones.change(zone, records, Comment) }
      },

      GetChange: ({ Id }: GetChangeCommandInput): Answer<GetChangeCommandOutput> => ({
        ChangeInfo: zones.described(Id),
      }),
    }
  }

  /** What the name servers answer now for a name, with the share of each answer; nothing where the name is not there. */
  answers(name: string): readonly DnsAnswer[] {
    const own = dnsName(name)
    const zone = this.#zones.all.find((each) => !each.isPrivate && each.published.some(({ Name }) => Name === own))
    return zone === undefined ? [] : resolved(own, { records: zone.published, targetHealth: this.targetHealth })
  }
}
