import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { outdatedWarm } from '../../domain/rollout/warm-pool.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { isRefusedAs } from '../client/refusals.ts'
import type { PreflightQuestion } from './check.ts'

const ATTRIBUTES = ['disableApiTermination', 'disableApiStop'] as const

const REMEDY =
  'Lift it with `aws ec2 modify-instance-attribute --instance-id ID --no-disable-api-termination` (and `--no-disable-api-stop`), and leave it out of the launch template: the warm pool fills itself again.'

/**
 * Groups with outdated instances in their warm pool that EC2 protects against termination or stop. Auto Scaling takes no
 * instance of a warm pool by its id, and EC2 refuses to terminate these. Instances in service are none of this: Auto
 * Scaling terminates them in spite of it.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html
 */
export async function protectedPools({ connection, planned }: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const pooled = planned.flatMap(({ fleet, policy }) =>
    policy.dark?.kind === 'release' ? [] : outdatedWarm(fleet, policy).map(({ id }) => ({ group: fleet.group, id })),
  )
  const found = await mapConcurrently(pooled, async ({ group, id }) => {
    const isProtected = await Promise.all(ATTRIBUTES.map((attribute) => isSet(connection, id, attribute)))
    const set = ATTRIBUTES.filter((_, index) => isProtected[index])
    return set.length === 0
      ? []
      : [refusalOf(group, `${id} of its warm pool is outdated and cannot be terminated (${set.join(', ')})`, REMEDY)]
  })
  return found.flat()
}

async function isSet(
  connection: Connection,
  InstanceId: string,
  Attribute: (typeof ATTRIBUTES)[number],
): Promise<boolean> {
  const { DescribeInstanceAttributeCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  try {
    const answer = await connection.send(client, new DescribeInstanceAttributeCommand({ InstanceId, Attribute }))
    return (answer.DisableApiTermination ?? answer.DisableApiStop)?.Value ?? false
  } catch (error) {
    // One that is gone is in the way of nothing.
    if (isRefusedAs(error, 'instance does not exist')) return false
    throw error
  }
}
