import type { Instance } from '@aws-sdk/client-ec2'
import type { Market, Running } from '../../domain/rollout/vcpu-quota.ts'
import type { Connection } from '../client/connection.ts'
import { everyPage } from '../client/pages.ts'
import { launchingGroup } from '../groups/group-tag.ts'

/** Everything in the region that counts against a vCPU quota, by type, market and group; a call for each 1,000 instances. */
export async function runningInstances(connection: Connection): Promise<readonly Running[]> {
  const { DescribeInstancesCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const question = { Filters: [{ Name: 'instance-state-name', Values: ['pending', 'running'] }], MaxResults: 1000 }
  const seen = new Map<string, Running>()
  await everyPage(async (token) => {
    const page = await connection.send(client, new DescribeInstancesCommand({ ...question, ...token }))
    for (const instance of (page.Reservations ?? []).flatMap(({ Instances }) => Instances ?? [])) add(seen, instance)
    // Only the token is kept: the pages of a large account would be many megabytes.
    return { NextToken: page.NextToken }
  })
  return [...seen.values()]
}

function add(seen: Map<string, Running>, instance: Instance): void {
  const type = instance.InstanceType ?? ''
  const market = marketOf(instance)
  const group = launchingGroup(instance.Tags)
  const key = JSON.stringify([type, market, group])
  seen.set(key, { type, market, group, count: (seen.get(key)?.count ?? 0) + 1 })
}

/** On a dedicated host the host counts; capacity blocks and the like have quotas of their own. */
function marketOf({ InstanceLifecycle, Placement }: Instance): Market | undefined {
  if (Placement?.Tenancy === 'host') return undefined
  if (InstanceLifecycle === 'spot') return 'spot'
  return InstanceLifecycle === undefined ? 'on-demand' : undefined
}
