import type { ChangeInfo, ResourceRecordSet } from '@aws-sdk/client-route-53'
import { ServiceFault } from '../fault.ts'
import type { ServiceContext } from '../interfaces.ts'
import { bareId, dnsName } from './names.ts'

/** A hosted zone. */
export interface Zone {
  readonly id: string
  readonly name: string
  readonly callerReference: string
  readonly comment: string | undefined
  readonly isPrivate: boolean
  readonly order: number
  readonly nameServers: readonly string[]
  /** By `name type`, with their comments. */
  readonly protections: Map<string, string | undefined>
  /** What changes have made of it, sorted; a change replaces the list. */
  records: readonly ResourceRecordSet[]
  /** What the name servers answer from: the list as the newest change that is in sync left it. */
  published: readonly ResourceRecordSet[]
  publishedOrder: number
  /** Until when a further change is refused, in seconds since the Unix epoch. */
  busyUntil: number
}

interface StoredChange {
  readonly id: string
  readonly order: number
  readonly at: number
  readonly comment: string | undefined
  isInSync: boolean
}

/** Hosted zones and the changes of their records. */
export class Zones {
  readonly #context: ServiceContext
  readonly #zones = new Map<string, Zone>()
  readonly #changes = new Map<string, StoredChange>()
  #order = 0

  constructor(context: ServiceContext) {
    this.#context = context
  }

  get all(): readonly Zone[] {
    return [...this.#zones.values()]
  }

  get(id: string | undefined): Zone {
    const found = this.#zones.get(bareId(id))
    if (found === undefined)
      throw new ServiceFault('NoSuchHostedZone', `No hosted zone found with ID: ${bareId(id)}`, 404)
    return found
  }

  add({ name, callerReference, ...rest }: Pick<Zone, 'name' | 'callerReference' | 'comment' | 'isPrivate'>): Zone {
    const own = dnsName(name)
    const nameServers = [1, 2, 3, 4].map((each) => `ns-${each * 512}.awsdns-${each}0.com`)
    const records = apexRecords(own, nameServers)
    const zone: Zone = {
      ...rest,
      id: this.#id('Z'),
      name: own,
      callerReference,
      order: this.#order++,
      nameServers,
      protections: new Map(),
      records,
      published: records,
      publishedOrder: 0,
      busyUntil: 0,
    }
    this.#zones.set(zone.id, zone)
    return zone
  }

  remove(zone: Zone): void {
    this.#zones.delete(zone.id)
  }

  /** A change is PENDING until all name servers have it: `recordSyncSeconds` later. */
  change(zone: Zone, records: readonly ResourceRecordSet[], comment: string | undefined): ChangeInfo {
    const { timeline, random, behaviour } = this.#context
    const change: StoredChange = { id: this.#id('C'), order: ++this.#order, at: timeline.now, comment, isInSync: false }
    this.#changes.set(change.id, change)
    zone.records = records
    zone.busyUntil = timeline.now + behaviour.zoneBusySeconds
    timeline.after(random.within(behaviour.recordSyncSeconds), () => {
      change.isInSync = true
      // One that takes longer than a later one must not bring the older records back.
      if (change.order < zone.publishedOrder) return
      zone.publishedOrder = change.order
      zone.published = records
    })
    return shown(change)
  }

  described(id: string | undefined): ChangeInfo {
    const change = this.#changes.get(bareId(id))
    if (change === undefined)
      throw new ServiceFault('NoSuchChange', `Could not find resource with ID: ${bareId(id)}`, 404)
    return shown(change)
  }

  #id(letter: string): string {
    return `${letter}${this.#context.random.hex(19).toUpperCase()}`
  }
}

const shown = ({ id, at, comment, isInSync }: StoredChange): ChangeInfo => ({
  Id: `/change/${id}`,
  Status: isInSync ? 'INSYNC' : 'PENDING',
  SubmittedAt: new Date(Math.round(at * 1000)),
  ...(comment === undefined ? {} : { Comment: comment }),
})

/** Every zone has one set of name servers and one start of authority. */
const apexRecords = (name: string, nameServers: readonly string[]): readonly ResourceRecordSet[] => [
  { Name: name, Type: 'NS', TTL: 172_800, ResourceRecords: nameServers.map((server) => ({ Value: `${server}.` })) },
  {
    Name: name,
    Type: 'SOA',
    TTL: 900,
    ResourceRecords: [{ Value: `${nameServers[0]}. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400` }],
  },
]
