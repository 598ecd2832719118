import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { InstanceStatus } from '@aws-sdk/client-ec2'
import { UserError } from '../../errors.ts'
import type { StatusChecks } from '../../domain/rollout/fleet.ts'
import { needsStatusChecks } from '../../domain/rollout/readiness.ts'
import { awsFaultOf } from '../client/aws-fault.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { isRefusedAs } from '../client/refusals.ts'
import { readMemo } from '../groups/memo-tag.ts'
import { stateOf } from './instances.ts'
import type { TargetHealthOf } from './target-health.ts'

/** The most ids in one call: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceStatus.html */
const MOST_IDS = 100

/** What EC2's status checks say of an instance; undefined where they were not asked, since a load balancer speaks for it. */
export type StatusChecksOf = (instanceId: string) => StatusChecks | undefined

/**
 * The instances of these groups for which no load balancer speaks, one way or the other. A group is left out whose load
 * balancer or memo cannot be read: that is told elsewhere.
 */
export const unvouchedInstances = (groups: readonly AutoScalingGroup[], healthOf: TargetHealthOf): readonly string[] =>
  groups.flatMap((group) => {
    try {
      const memo = readMemo(group)
      const balancersOf = healthOf(group)
      return (group.Instances ?? [])
        .filter((listed) =>
          needsStatusChecks({ ...stateOf(listed), balancers: balancersOf(listed.InstanceId ?? '') }, memo),
        ) // prettier-ignore
        .map(({ InstanceId = '' }) => InstanceId)
    } catch (error) {
      if (error instanceof UserError) return []
      throw error
    }
  })

/** Asks EC2 for the status checks of these instances, a hundred in a call. What it does not tell of is unknown. */
export async function readStatusChecks(connection: Connection, ids: readonly string[]): Promise<StatusChecksOf> {
  const answers = await mapConcurrently(batches(new Set(ids), MOST_IDS), (batch) => ask(connection, batch))
  const known = new Map(answers.flat().map((status) => [status.InstanceId, statusChecksOf(status)]))
  const asked = new Set(ids)
  return (id) => (asked.has(id) ? (known.get(id) ?? UNTOLD) : undefined)
}

const UNTOLD: StatusChecks = { state: 'unknown', reason: 'EC2 does not tell of it' }

/** What is said of instances whose status checks could not be read. */
export const unreadStatusChecks = (ids: readonly string[]): StatusChecksOf => {
  const asked = new Set(ids)
  return (id) => (asked.has(id) ? { state: 'unknown', reason: 'EC2 could not be asked' } : undefined)
}

/** One id that EC2 does not know, as of an instance that is too new or gone, fails the call for all: then without it. */
async function ask(connection: Connection, ids: readonly string[]): Promise<readonly InstanceStatus[]> {
  if (ids.length === 0) return []
  const { DescribeInstanceStatusCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  try {
    // Without the flag EC2 leaves out what does not run, which tells nothing of one that has ended.
    const question = { InstanceIds: [...ids], IncludeAllInstances: true }
    const answer = await connection.send(client, new DescribeInstanceStatusCommand(question))
    return answer.InstanceStatuses ?? []
  } catch (error) {
    if (!isRefusedAs(error, 'instance does not exist')) throw error
    const said = awsFaultOf(error)?.message ?? ''
    const known = ids.filter((id) => !said.includes(id))
    if (known.length === ids.length) throw error
    return await ask(connection, known)
  }
}

/** What an instance never leaves again: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
const ENDED: ReadonlySet<string | undefined> = new Set(['shutting-down', 'terminated'])

/**
 * All checks of an instance in one word: the worst counts. Those of attached volumes and of applications are said only of
 * instances that have them. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html
 */
function statusChecksOf(status: InstanceStatus): StatusChecks {
  const { InstanceState, SystemStatus, InstanceStatus, AttachedEbsStatus, ApplicationStatus } = status
  const ended = InstanceState?.Name
  if (ENDED.has(ended)) return { state: 'terminated', reason: `it is ${ended}` }
  const optional = [
    { check: 'attached EBS', state: AttachedEbsStatus?.Status },
    { check: 'application', state: ApplicationStatus?.Status },
  ]
  const checks = [
    { check: 'system', state: SystemStatus?.Status },
    { check: 'instance', state: InstanceStatus?.Status },
    ...optional.filter(({ state }) => state !== undefined && state !== 'not-applicable'),
  ]
  const failed = checks.find(({ state }) => state === 'impaired')
  if (failed) return { state: 'impaired', reason: `the ${failed.check} status check has failed` }
  const pending = checks.find(({ state }) => state === 'initializing')
  if (pending) return { state: 'initializing', reason: `the ${pending.check} status check is initializing` }
  const untold = checks.find(({ state }) => state !== 'ok')
  if (untold) return { state: 'unknown', reason: `the ${untold.check} status check says ${untold.state ?? 'nothing'}` }
  return { state: 'ok', reason: '' }
}
