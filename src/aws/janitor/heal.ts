/** The calls that heal. Each is about exactly what was found, and never about everything of its kind. */
import type { Remedy } from '../../domain/janitor/finding.ts'
import { UserError } from '../../errors.ts'
import { applyChange } from '../act/apply.ts'
import { registerInstances } from '../act/register.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { activeRefresh } from '../observe/instance-refresh.ts'

/** AWS takes so many instances in one ExitStandby. */
const MOST_INSTANCES = 20
/** AWS takes so many versions in one DeleteLaunchTemplateVersions. */
const MOST_VERSIONS = 200

/** Heals one finding of a group, or of none where `group` is undefined. UserError where AWS refuses. */
export async function healFinding(
  connection: Connection,
  group: string | undefined,
  remedy: Exclude<Remedy, { kind: 'restore' }>,
): Promise<void> {
  switch (remedy.kind) {
    case 'resume':
      return await applyChange(connection, group ?? '', remedy)
    case 'exit-standby':
      return await exitStandby(connection, group, remedy.instances)
    case 'register':
      for (const { balancer, instances } of remedy.registrations)
        await registerInstances(connection, group ?? '', { balancer, instances })
      return
    case 'cancel-refresh':
      return await cancelRefresh(connection, group ?? '', remedy.refresh)
    case 'delete-configuration':
      return await deleteConfiguration(connection, remedy.name)
    case 'delete-versions':
      return await deleteVersions(connection, remedy.template, remedy.versions)
    default:
      return remedy satisfies never
  }
}

async function exitStandby(
  connection: Connection,
  group: string | undefined,
  instances: readonly string[],
): Promise<void> {
  const { ExitStandbyCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  for (const batch of batches(new Set(instances), MOST_INSTANCES))
    await connection.send(client, new ExitStandbyCommand({ AutoScalingGroupName: group, InstanceIds: [...batch] }))
}

/** AWS cancels the refresh that is active, whichever that is: it is looked at just before. */
async function cancelRefresh(connection: Connection, group: string, refresh: string): Promise<void> {
  const active = await activeRefresh(connection, group)
  if (active?.id !== refresh) return
  const { CancelInstanceRefreshCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  await connection.send(client, new CancelInstanceRefreshCommand({ AutoScalingGroupName: group }))
}

async function deleteConfiguration(connection: Connection, name: string): Promise<void> {
  const { DeleteLaunchConfigurationCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  await connection.send(client, new DeleteLaunchConfigurationCommand({ LaunchConfigurationName: name }))
}

async function deleteVersions(connection: Connection, template: string, versions: readonly number[]): Promise<void> {
  const { DeleteLaunchTemplateVersionsCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  for (const batch of batches(new Set(versions), MOST_VERSIONS)) {
    const Versions = batch.map(String)
    const command = new DeleteLaunchTemplateVersionsCommand({ LaunchTemplateId: template, Versions })
    const { UnsuccessfullyDeletedLaunchTemplateVersions: kept = [] } = await connection.send(client, command)
    const refused = kept.filter(({ ResponseError }) => !/NotFound/i.test(ResponseError?.Code ?? ''))
    if (refused.length > 0)
      throw new UserError({
        what: `Versions ${refused.map(({ VersionNumber }) => VersionNumber).join(', ')} of ${template} could not be deleted.`,
        why: refused.map(({ ResponseError }) => ResponseError?.Message ?? '').join(' '),
      })
  }
}
