import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { InstanceState } from '@aws-sdk/client-elastic-load-balancing'
import type { TargetHealth as DescribedHealth } from '@aws-sdk/client-elastic-load-balancing-v2'
import { isUncertain, UserError } from '../../errors.ts'
import type { LookNeed } from '../../controllers/rollout/ports.ts'
import type { TargetHealth } from '../../domain/rollout/fleet.ts'
import { isRefusedAs } from '../client/refusals.ts'
import { attachmentsOf, classicHealth, targetGroupName, targetHealth } from './health-states.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'

/** What the load balancers of a group say of each of its instances, by id. */
export type TargetHealthOf = (group: AutoScalingGroup) => (instanceId: string) => readonly TargetHealth[]

/**
 * Asks every load balancer and target group of these groups once, however many groups share it. The answer throws a
 * UserError for a group that is attached to one that does not exist. Where a group is only put back, one that does not
 * exist sends no requests and is not waited for, and of one that does not answer nothing is known. `targets` is told how many
 * targets each target group has.
 */
export async function readTargetHealth(
  connection: Connection,
  groups: readonly AutoScalingGroup[],
  {
    need = 'every part',
    targets = new Map(),
  }: { readonly need?: LookNeed; readonly targets?: Map<string, number> } = {},
): Promise<TargetHealthOf> {
  const isTolerant = need === 'the group alone'
  const attachments = groups.filter(({ Instances }) => (Instances ?? []).length > 0).map(attachmentsOf)
  const classic = [...new Set(attachments.flatMap(({ classic }) => classic))]
  const targetGroups = [...new Set(attachments.flatMap(({ targetGroups }) => targetGroups))]
  const answers = await mapConcurrently(
    [
      ...classic.map((name) => ({ name, ask: () => readClassicHealth(connection, name) })),
      ...targetGroups.map((arn) => ({ name: arn, ask: () => readTargetGroupHealth(connection, arn, targets) })),
    ],
    async ({ name, ask }) => [name, await unlessMissing(isTolerant ? () => orUnknown(name, ask) : ask)] as const,
  )
  const healthByName = new Map(answers)
  return (group) => {
    const { classic, targetGroups } = attachmentsOf(group)
    const missing = (name: string): HealthOf => {
      if (isTolerant) return () => ({ balancer: targetGroupName(name), state: 'unused', reason: 'it does not exist' })
      return () => {
        throw noBalancer(group, name)
      }
    }
    const balancers = [...classic, ...targetGroups].map((name) => healthByName.get(name) ?? missing(name))
    return (instanceId) => balancers.map((healthOf) => healthOf(instanceId))
  }
}

type HealthOf = (instanceId: string) => TargetHealth

async function readClassicHealth(connection: Connection, name: string): Promise<HealthOf> {
  const { DescribeInstanceHealthCommand } = await import('@aws-sdk/client-elastic-load-balancing')
  const client = await connection.clients.elasticLoadBalancing()
  const { InstanceStates } = await connection.send(
    client,
    new DescribeInstanceHealthCommand({ LoadBalancerName: name }),
  )
  const states = new Map<string | undefined, InstanceState>(
    (InstanceStates ?? []).map((state) => [state.InstanceId, state]),
  )
  return (instanceId) => classicHealth(name, states.get(instanceId))
}

async function readTargetGroupHealth(
  connection: Connection,
  arn: string,
  targets: Map<string, number>,
): Promise<HealthOf> {
  const { DescribeTargetHealthCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const { TargetHealthDescriptions } = await connection.send(
    client,
    new DescribeTargetHealthCommand({ TargetGroupArn: arn }),
  )
  targets.set(arn, TargetHealthDescriptions?.length ?? 0)
  const ports = new Map<string | undefined, DescribedHealth[]>()
  for (const { Target, TargetHealth: health = {} } of TargetHealthDescriptions ?? []) {
    const known = ports.get(Target?.Id)
    if (known) known.push(health)
    else ports.set(Target?.Id, [health])
  }
  const byInstance = new Map([...ports].map(([id, healths]) => [id, targetHealth(arn, healths)]))
  const unregistered = targetHealth(arn, [])
  return (instanceId) => byInstance.get(instanceId) ?? unregistered
}

async function orUnknown(name: string, ask: () => Promise<HealthOf>): Promise<HealthOf> {
  try {
    return await ask()
  } catch (error) {
    if (isRefusedAs(error, 'load balancer does not exist') || !(error instanceof UserError || isUncertain(error)))
      throw error
    return () => ({ balancer: targetGroupName(name), state: 'unknown', reason: 'it could not be asked' })
  }
}

async function unlessMissing(ask: () => Promise<HealthOf>): Promise<HealthOf | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (isRefusedAs(error, 'load balancer does not exist')) return undefined
    throw error
  }
}

const noBalancer = (group: AutoScalingGroup, name: string): UserError =>
  new UserError({
    what: `The health of the instances of ${group.AutoScalingGroupName} cannot be told.`,
    why: `The group is attached to ${targetGroupName(name)}, which does not exist.`,
    remedy: 'Detach it from the group; AWS cannot launch instances for it either.',
  })
