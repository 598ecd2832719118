/** Reads a bastion, what was launched to replace it, and its addresses. */
import type { Address, Filter, Instance } from '@aws-sdk/client-ec2'
import { UserError } from '../../errors.ts'
import type { BastionHost, BastionObservation } from '../../domain/bastion/bastion.ts'
import { isEnding } from '../../domain/bastion/bastion.ts'
import { provenAddresses } from '../../domain/bastion/ownership.ts'
import { isRefusedAs } from '../client/refusals.ts'
import { markedAddresses, sortMarked } from './marked.ts'
import { BASTION_TAG } from './memo-tag.ts'
import { type BastionIdentity, elasticAddress, hostOf, type OwnLaunches } from './shown.ts'
import type { Connection } from '../client/connection.ts'
import { everyPage } from '../client/pages.ts'

/** The bastion, everything that was launched for it, and its addresses as they are now; `now` in seconds since the epoch. */
export async function observeBastion(
  connection: Connection,
  bastion: BastionIdentity & { readonly own?: OwnLaunches },
  now: number,
): Promise<BastionObservation> {
  const { old, allocation } = bastion
  const [seen, marked, addresses] = await Promise.all([
    instancesBy(connection, [{ Name: 'instance-id', Values: [old] }]),
    instancesBy(connection, [{ Name: 'tag-key', Values: [BASTION_TAG] }]),
    everyAddress(connection),
  ])
  const described = addresses.find(({ AllocationId }) => AllocationId === allocation)
  const address = described && elasticAddress(described)
  if (address === undefined)
    throw new UserError({
      what: `The Elastic IP ${allocation} does not exist any more.`,
      remedy: 'Check `elastic-ip`, and in CloudTrail the call that released the address.',
    })
  const { successors, strangers, doubtful } = sortMarked(marked, { ...bastion, addresses })
  const previous = seen.map(hostOf)[0]
  const temporary = markedAddresses(addresses, { allocation, successors })
  const hosts = [previous, ...successors].filter((host) => host !== undefined)
  const details = await detailsOf(
    connection,
    hosts,
    successors.some(({ memo }) => memo.wasProtected),
  )
  return {
    at: now,
    address,
    old: previous && { ...previous, ...details.get(previous.id) },
    successors: successors.map((successor) => ({ ...successor, ...details.get(successor.id) })),
    temporary: provenAddresses(temporary, { successors, old }),
    strangers,
    doubtful,
  }
}

/** Instances of every state that pass the filters. */
export async function instancesBy(connection: Connection, filters: readonly Filter[]): Promise<readonly Instance[]> {
  const { DescribeInstancesCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const pages = await everyPage((token) =>
    connection.send(client, new DescribeInstancesCommand({ Filters: [...filters], ...token })),
  )
  return pages.flatMap((page) => page.Reservations ?? []).flatMap(({ Instances }) => Instances ?? [])
}

/** Every Elastic IP of the region; the call has no pages. */
export async function everyAddress(connection: Connection): Promise<readonly Address[]> {
  const { DescribeAddressesCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  return (await connection.send(client, new DescribeAddressesCommand({}))).Addresses ?? []
}

type Details = Pick<BastionHost, 'checks' | 'protected'>

/** What only calls of their own tell; protection is asked for where it will matter. */
async function detailsOf(
  connection: Connection,
  hosts: readonly BastionHost[],
  protectionMatters: boolean,
): Promise<ReadonlyMap<string, Details>> {
  const running = hosts.filter(({ state }) => state === 'running')
  const checks = hosts.length < 2 ? new Map<string, Details['checks']>() : await checksOf(connection, running)
  const details = new Map<string, Details>()
  for (const host of hosts) {
    const asked = protectionMatters && !isEnding(host)
    details.set(host.id, {
      checks: checks.get(host.id) ?? 'unknown',
      protected: asked ? await isProtected(connection, host.id) : undefined,
    })
  }
  return details
}

/** What EC2's status checks say of running instances, by id. */
export async function checksOf(
  connection: Connection,
  running: readonly Pick<BastionHost, 'id'>[],
): Promise<ReadonlyMap<string, Details['checks']>> {
  if (running.length === 0) return new Map()
  const { DescribeInstanceStatusCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const Filters = [{ Name: 'instance-state-name', Values: ['running'] }]
  const answer = await connection
    .send(client, new DescribeInstanceStatusCommand({ InstanceIds: running.map(({ id }) => id), Filters }))
    .catch((error: unknown) => {
      // An instance that is too new for one call may be known to another.
      if (isRefusedAs(error, 'instance does not exist')) return { InstanceStatuses: [] }
      throw error
    })
  return new Map(
    (answer.InstanceStatuses ?? []).map(({ InstanceId = '', InstanceStatus, SystemStatus }) => [
      InstanceId,
      worse(InstanceStatus?.Status, SystemStatus?.Status),
    ]),
  )
}

function worse(...checks: readonly (string | undefined)[]): Details['checks'] {
  if (checks.includes('impaired')) return 'impaired'
  return checks.every((check) => check === 'ok') ? 'ok' : 'initializing'
}

/** Whether an instance is protected against termination; undefined where EC2 does not know it (yet). */
export async function isProtected(connection: Connection, id: string): Promise<boolean | undefined> {
  const { DescribeInstanceAttributeCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  try {
    const question = new DescribeInstanceAttributeCommand({ InstanceId: id, Attribute: 'disableApiTermination' })
    return (await connection.send(client, question)).DisableApiTermination?.Value ?? false
  } catch (error) {
    if (isRefusedAs(error, 'instance does not exist')) return undefined
    throw error
  }
}
