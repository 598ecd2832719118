/** Weights of records in Route 53: all records of a name in one batch, which is carried out as a whole or not at all. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { UserError } from '../../errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Side, Weights } from '../../domain/traffic/shares.ts'
import type { Connection } from '../client/connection.ts'
import { groupNotes } from './group-notes.ts'
import type { RecordPlace } from './previous-text.ts'
import { recordSets, routeClient } from './record-routes.ts'
import type { Routing } from './routing.ts'

/** An alias of a load balancer is answered with this time to live: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias-common.html */
const ALIAS_TTL_SECONDS = 60

/** A change is usually in all name servers within a minute. */
const SYNC_SECONDS = 120

/**
 * Until then some name servers may answer as before: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-editing.html.
 * A run that has died may have sent the last change just before.
 */
const PROPAGATION_SECONDS = 60
const SYNC_PAUSE_SECONDS = 5

/** What a batch was decided on must not be written over what another process has set since. */
const ATTEMPTS = 4

export interface RecordRoutingOptions {
  readonly place: RecordPlace
  readonly names: Readonly<Record<Side, string>>
  readonly clock: Clock
  readonly signal: AbortSignal
}

export function recordRouting(connection: Connection, { place, names, clock, signal }: RecordRoutingOptions): Routing {
  const { zone, record, identifiers } = place
  const notes = groupNotes(connection, names, place)
  /** As the last look has shown them: an UPSERT sends everything again. */
  let sets: readonly ResourceRecordSet[] = []
  const id = record.replace(/\.$/, '')

  return {
    means: 'route53',
    balancers: [],
    vouching: () => ({ blue: [], green: [] }),
    read: async () => {
      const [all, previous] = await Promise.all([recordSets(connection, zone, record), notes.read()])
      sets = all.filter(({ Weight }) => Weight !== undefined)
      const noted = previous.find(({ route }) => route === id)?.previous
      const ttl = Math.max(0, ...sets.map(({ TTL, AliasTarget }) => TTL ?? (AliasTarget === undefined ? 0 : ALIAS_TTL_SECONDS))) // prettier-ignore
      return [
        {
          id,
          weights: weightsIn(sets, identifiers, id),
          stickySeconds: PROPAGATION_SECONDS + ttl,
          ...(noted && { previous: noted }),
        },
      ]
    },
    setWeights: async (_, weights) => {
      const { ChangeResourceRecordSetsCommand } = await import('@aws-sdk/client-route-53')
      const client = await routeClient(connection)
      const wanted = weightByIdentifier(weights, identifiers)
      const Changes = sets
        .filter(({ SetIdentifier = '', Weight }) => wanted.get(SetIdentifier) !== Weight)
        .map((set) => ({
          Action: 'UPSERT' as const,
          ResourceRecordSet: { ...set, Weight: wanted.get(set.SetIdentifier ?? '') ?? set.Weight },
        }))
      const { ChangeInfo } = await connection.send(
        client,
        new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch: { Comment: 'Fleet Patch', Changes } }),
        { attempts: ATTEMPTS },
      )
      await untilInSync(ChangeInfo?.Id)
    },
    note: async (_, previous) => await notes.write(previous),
    removeNotes: async () => await notes.remove(),
  }

  /** Until all name servers answer with the change; one that may not be asked for is taken to take as long as it may. */
  async function untilInSync(change: string | undefined): Promise<void> {
    if (change === undefined) return
    const { GetChangeCommand } = await import('@aws-sdk/client-route-53')
    const client = await routeClient(connection)
    const giveUpAt = clock.now() + SYNC_SECONDS * 1000
    while (clock.now() < giveUpAt && !signal.aborted) {
      try {
        const { ChangeInfo } = await connection.send(
          client,
          new GetChangeCommand({ Id: change.replace('/change/', '') }),
        )
        if (ChangeInfo?.Status === 'INSYNC') return
      } catch (error) {
        if (!(error instanceof UserError)) return
        // Without the permission it is waited for as long as it usually takes.
      }
      await clock.sleep(SYNC_PAUSE_SECONDS * 1000, signal)
    }
  }
}

const weightByIdentifier = (
  { blue, green, others = {} }: Weights,
  identifiers: RecordPlace['identifiers'],
): ReadonlyMap<string, number> =>
  new Map([[identifiers.blue, blue ?? 0], [identifiers.green, green ?? 0], ...Object.entries(others)])

/** The weights of a name; its types, such as A and AAAA, must say the same. */
function weightsIn(sets: readonly ResourceRecordSet[], identifiers: RecordPlace['identifiers'], id: string): Weights {
  const byIdentifier = new Map<string, number>()
  for (const { SetIdentifier = '', Weight = 0, Type } of sets) {
    const known = byIdentifier.get(SetIdentifier)
    if (known !== undefined && known !== Weight)
      throw new UserError({
        what: `The records ${SetIdentifier} of ${id} have different weights, ${known} and ${Weight} (${Type}).`,
        remedy: 'Give all types of a record one weight; then start again.',
      })
    byIdentifier.set(SetIdentifier, Weight)
  }
  const { blue, green } = identifiers
  const others = Object.fromEntries([...byIdentifier].filter(([name]) => name !== blue && name !== green))
  return {
    blue: byIdentifier.get(blue),
    green: byIdentifier.get(green),
    ...(Object.keys(others).length > 0 && { others }),
  }
}
