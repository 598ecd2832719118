import type { Address, Instance } from '@aws-sdk/client-ec2'
import { UserError } from '../../errors.ts'
import { withoutDoubtful } from './doubtful.ts'
import { BASTION_TAG } from './memo-tag.ts'
import { everyAddress, instancesBy } from './observe.ts'
import { provenMemo } from './proven.ts'
import type { BastionIdentity } from './shown.ts'
import type { BastionMemo } from '../../domain/bastion/bastion.ts'
import type { Connection } from '../client/connection.ts'
import { launchingGroup } from '../groups/group-tag.ts'

/** How the user names a bastion; at least one of the two. */
export interface BastionSelector {
  /** Instance id or `Name` tag. */
  readonly bastion: string | undefined
  /** Allocation id or address. */
  readonly elasticIp: string | undefined
}

export interface FoundBastion extends BastionIdentity {
  /** For people: its `Name`, or the id where it has none. */
  readonly name: string
}

const LIVING = ['pending', 'running', 'stopping', 'stopped']

/**
 * The one bastion that is meant. What an earlier run has launched beside it belongs to it. UserError that lists the
 * candidates when it is not exactly one, when it belongs to an Auto Scaling group, and when its tag cannot be read and
 * a run may have launched it.
 */
export async function findBastion(connection: Connection, selector: BastionSelector): Promise<FoundBastion> {
  const [addresses, launched] = await Promise.all([
    everyAddress(connection),
    instancesBy(connection, [{ Name: 'tag-key', Values: [BASTION_TAG] }]),
  ])
  const [marked, ended] = [launched.filter(isLiving), launched.filter((instance) => !isLiving(instance))]
  const named = selector.elasticIp === undefined ? undefined : namedAddress(addresses, selector.elasticIp)
  const orphaned = orphanedAddresses(ended, addresses)
  const candidates = withoutDoubtful(await candidatesFor(connection, { selector, marked, named, orphaned }), {
    launched,
    addresses,
  })
  const worlds = Map.groupBy(candidates, (instance) => oldOf(instance))
  const [first, ...others] = [...worlds]
  const listing = { addresses, asked: wordsFor(selector) }
  if (first === undefined) throw await noBastion(connection, listing)
  refuseGroups(candidates, listing)
  if (others.length > 0) throw manyBastions(candidates, listing)
  const [old, members] = first
  const name = members.map((instance) => nameOf(instance)).find((one) => one !== '') ?? old
  const allocation = named?.AllocationId ?? ownAddress(members, { ...listing, old, name, orphaned })
  const holder = addresses.find(({ AllocationId }) => AllocationId === allocation)?.InstanceId
  const memo = members.map((member) => provenMemo(member)).find((one) => one !== undefined)
  const isOrphaned = orphaned.some((each) => each.old === old && each.address === allocation)
  if (memo === undefined && holder !== old && !isOrphaned)
    throw new UserError({
      what: `The Elastic IP ${named?.PublicIp ?? allocation} does not point at the bastion ${name} (${old}).`,
      why: holder ? `It points at ${holder}.` : 'It points at nothing.',
      remedy: 'Nothing was changed. Check `bastion` and `elastic-ip`, or associate the address with the bastion first.',
    })
  return { old, allocation: memo?.address ?? allocation, name }
}

const isLiving = ({ State }: Instance): boolean => LIVING.includes(State?.Name ?? '')

/** The address of a bastion, by the memo of a successor that has ended with it. */
type OrphanedAddress = Pick<BastionMemo, 'old' | 'address'>

/** Addresses that point at nothing and that an ended successor was to have: EC2 shows it for about an hour. */
function orphanedAddresses(ended: readonly Instance[], addresses: readonly Address[]): readonly OrphanedAddress[] {
  const loose = addresses.filter(({ AssociationId = '' }) => AssociationId === '')
  return ended
    .flatMap((instance) => provenMemo(instance) ?? [])
    .filter(({ address }) => loose.some(({ AllocationId }) => AllocationId === address))
}

const living = { Name: 'instance-state-name', Values: LIVING }

/** A successor stands for the bastion that it replaces. */
const oldOf = (instance: Instance): string => provenMemo(instance)?.old ?? instance.InstanceId ?? ''

const nameOf = ({ Tags }: Instance): string => Tags?.find(({ Key }) => Key === 'Name')?.Value ?? ''

interface Search {
  readonly selector: BastionSelector
  readonly marked: readonly Instance[]
  readonly named: Address | undefined
  readonly orphaned: readonly OrphanedAddress[]
}

/** Everything alive that fits, with what earlier runs have launched for it. */
async function candidatesFor(
  connection: Connection,
  { selector: { bastion, elasticIp }, marked, named, orphaned }: Search,
): Promise<readonly Instance[]> {
  const found: Instance[] = []
  if (bastion !== undefined) {
    const isId = /^i-[0-9a-f]+$/.test(bastion)
    const filter = isId
      ? { Name: 'instance-id', Values: [bastion] }
      : { Name: 'tag:Name', Values: [bastion.replace(/[*?\\]/g, '\\$&')] }
    found.push(...(await instancesBy(connection, [filter, living])))
    // The old instance may be gone, or the successor may be what was named.
    found.push(...marked.filter((instance) => provenMemo(instance)?.old === bastion))
  } else if (named !== undefined) {
    if (named.InstanceId)
      found.push(...(await instancesBy(connection, [{ Name: 'instance-id', Values: [named.InstanceId] }, living])))
    found.push(...marked.filter((instance) => provenMemo(instance)?.address === named.AllocationId))
    const olds = orphaned.flatMap(({ old, address }) => (address === named.AllocationId ? [old] : []))
    if (olds.length > 0) found.push(...(await instancesBy(connection, [{ Name: 'instance-id', Values: olds }, living])))
  }
  if (bastion !== undefined && elasticIp !== undefined) {
    const held = found.filter(
      (instance) => instance.InstanceId === named?.InstanceId || provenMemo(instance)?.address === named?.AllocationId,
    )
    // Both together tell instances of one name apart; where neither fits, the error below says so.
    if (held.length > 0) return distinct(held)
  }
  return distinct(found)
}

const distinct = (instances: readonly Instance[]): readonly Instance[] => [
  ...new Map(instances.map((instance) => [instance.InstanceId, instance])).values(),
]

function namedAddress(addresses: readonly Address[], text: string): Address {
  const found = addresses.find(({ AllocationId, PublicIp }) => AllocationId === text || PublicIp === text)
  if (found?.AllocationId !== undefined) return found
  const known = addresses.flatMap(({ PublicIp, AllocationId }) => `${PublicIp} (${AllocationId})`)
  throw new UserError({
    what: `The Elastic IP ${text} does not exist in this account and region.`,
    ...(known.length > 0 && { why: `There are ${known.slice(0, 10).join(', ')}.` }),
    remedy: 'Nothing was changed. Check `elastic-ip` and `aws-region`.',
  })
}

interface Listing {
  readonly addresses: readonly Address[]
  /** What was asked for, in words. */
  readonly asked: string
}

const wordsFor = ({ bastion, elasticIp }: BastionSelector): string =>
  [bastion === undefined ? [] : `\`bastion\` ${bastion}`, elasticIp === undefined ? [] : `\`elastic-ip\` ${elasticIp}`]
    .flat()
    .join(' and ')

/** Its one Elastic IP, where the user names none. */
function ownAddress(
  members: readonly Instance[],
  { addresses, old, name, orphaned }: Listing & Pick<FoundBastion, 'old' | 'name'> & Pick<Search, 'orphaned'>,
): string {
  const remembered = members.flatMap((member) => provenMemo(member)?.address ?? [])[0]
  if (remembered !== undefined) return remembered
  const own = addresses.filter(({ InstanceId }) => InstanceId === old)
  const [only, ...more] = own
  if (only?.AllocationId !== undefined && more.length === 0) return only.AllocationId
  const lost = orphaned.find((each) => each.old === old)
  if (only === undefined && lost !== undefined) return lost.address
  throw new UserError({
    what:
      only === undefined
        ? `The bastion ${name} (${old}) has no Elastic IP.`
        : `The bastion ${name} (${old}) has ${own.length} Elastic IPs: ${own.map(({ PublicIp }) => PublicIp).join(', ')}.`,
    why:
      only === undefined
        ? 'Without one its address would change with every replacement.'
        : 'Only one address can be moved in one call; the others would point at nothing once the old bastion is terminated.',
    remedy: 'Nothing was changed. Give the bastion exactly one Elastic IP.',
  })
}

async function noBastion(connection: Connection, { addresses, asked }: Listing): Promise<UserError> {
  const holders = addresses.flatMap(({ InstanceId }) => InstanceId || [])
  const likely =
    holders.length === 0 ? [] : await instancesBy(connection, [{ Name: 'instance-id', Values: holders }, living])
  return new UserError({
    what: `No instance is ${asked}.`,
    why:
      likely.length === 0
        ? 'No instance of this region has an Elastic IP.'
        : `Instances with an Elastic IP are ${listed(likely, addresses)}.`,
    remedy: 'Nothing was changed. Check `bastion`, `elastic-ip` and `aws-region`.',
  })
}

function manyBastions(candidates: readonly Instance[], { addresses, asked }: Listing): UserError {
  return new UserError({
    what: `${candidates.length} instances are ${asked}, and only one can be meant.`,
    why: `They are ${listed(candidates, addresses)}.`,
    remedy: 'Nothing was changed. Set `bastion` to the id of one of them.',
  })
}

function refuseGroups(candidates: readonly Instance[], listing: Listing): void {
  const groups = new Set(candidates.flatMap((instance) => groupOf(instance) ?? []))
  const [group] = groups
  if (group === undefined || candidates.some((instance) => groupOf(instance) === undefined)) return
  throw new UserError({
    what: `The bastion ${listing.asked} belongs to the Auto Scaling group ${[...groups].join(', ')}.`,
    why: 'The group would replace an instance that is terminated, and terminate one that is surplus.',
    remedy: `Nothing was changed. Use \`mode: respawn\` with \`auto-scaling-groups: ${group}\`.`,
  })
}

const groupOf = ({ Tags }: Instance): string | undefined => launchingGroup(Tags)

/** At most ten, each with what tells it from the others. */
function listed(instances: readonly Instance[], addresses: readonly Address[]): string {
  const words = instances.slice(0, 10).map((instance) => {
    const address = addresses.find(({ InstanceId }) => InstanceId === instance.InstanceId)?.PublicIp
    const group = groupOf(instance)
    const facts = [
      nameOf(instance),
      instance.Placement?.AvailabilityZone,
      instance.State?.Name,
      address ?? 'no Elastic IP',
      group && `in the group ${group}`,
    ]
    return `${instance.InstanceId} (${facts.filter((fact) => fact !== undefined && fact !== '').join(', ')})`
  })
  return `${words.join(', ')}${instances.length > 10 ? ` and ${instances.length - 10} more` : ''}`
}
