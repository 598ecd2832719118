import type {
  DescribeInstanceRefreshesCommandOutput,
  InstanceRefresh,
  InstanceRefreshStatus,
  LaunchTemplateSpecification,
} from '@aws-sdk/client-auto-scaling'
import type { RefreshState } from '../../domain/janitor/group-state.ts'
import type { ActiveRefresh } from '../../domain/rollout/instance-refresh.ts'
import type { Connection } from '../client/connection.ts'
import { pageStream } from '../client/page-stream.ts'
import { isRefusedAs } from '../client/refusals.ts'

const ACTIVE: ReadonlySet<InstanceRefreshStatus | undefined> = new Set([
  'Pending',
  'InProgress',
  'Cancelling',
  'RollbackInProgress',
  'Baking',
] as const)

/** The instance refresh that is under way in a group; undefined where none is, or the group is gone. */
export async function activeRefresh(connection: Connection, group: string): Promise<ActiveRefresh | undefined> {
  const active = (await newestRefreshes(connection, group)).find(({ Status }) => ACTIVE.has(Status))
  if (active === undefined) return undefined
  const { InstanceRefreshId: id = 'unknown', Status: status = 'active' } = active
  return { id, status, configuration: configurationOf(active) }
}

/** The newest instance refresh of a group, over or not; undefined where there was none, or the group is gone. */
export async function newestRefresh(connection: Connection, group: string): Promise<RefreshState | undefined> {
  const [newest] = await newestRefreshes(connection, group)
  if (newest === undefined) return undefined
  const { InstanceRefreshId: id = '', Status: status = '', StatusReason: reason = '', StartTime, EndTime } = newest
  const { CheckpointPercentages = [], BakeTime = 0 } = newest.Preferences ?? {}
  return {
    id,
    status,
    reason,
    startedAt: StartTime && StartTime.getTime() / 1000,
    endedAt: EndTime && EndTime.getTime() / 1000,
    waits: CheckpointPercentages.length > 0 || BakeTime > 0,
  }
}

/** Newest first; none where the group is gone. */
async function newestRefreshes(connection: Connection, group: string): Promise<readonly InstanceRefresh[]> {
  const { DescribeInstanceRefreshesCommand } = await import('@aws-sdk/client-auto-scaling')
  try {
    const client = await connection.clients.autoScaling()
    return await firstPage((token) =>
      connection.send(client, new DescribeInstanceRefreshesCommand({ AutoScalingGroupName: group, ...token })),
    )
  } catch (error) {
    if (isRefusedAs(error, 'group does not exist')) return []
    throw error
  }
}

/** Newest first, and only one can be active: the first page that holds any tells. */
async function firstPage(
  fetch: (token: { NextToken?: string }) => Promise<DescribeInstanceRefreshesCommandOutput>,
): Promise<readonly InstanceRefresh[]> {
  for await (const { InstanceRefreshes = [] } of pageStream(fetch))
    if (InstanceRefreshes.length > 0) return InstanceRefreshes
  return []
}

function configurationOf({ DesiredConfiguration: desired }: InstanceRefresh): string | undefined {
  const template = desired?.LaunchTemplate ?? desired?.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification
  if (template !== undefined) return templateText(template)
  return desired?.MixedInstancesPolicy === undefined ? undefined : 'a mixed instances policy of its own'
}

const templateText = ({ LaunchTemplateName, LaunchTemplateId, Version }: LaunchTemplateSpecification): string =>
  `launch template ${LaunchTemplateName ?? LaunchTemplateId ?? 'unknown'} version ${Version ?? '$Default'}`
