/** Whether there is room for the instances that the idle side of a blue/green deployment is about to launch. */
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { isCounted } from '../../domain/rollout/counted.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import { isCurrent } from '../../domain/rollout/capacity.ts'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { type Demand, shortageInWords, shortagesOf } from '../../domain/rollout/preflight.ts'
import type { Connection } from '../client/connection.ts'
import type { InstanceTypeReader } from '../images/instance-types.ts'
import { readHeadroom } from './read-headroom.ts'
import { TargetGroupReader } from './target-groups.ts'

/** An idle side, and the active one whose size it is to have. */
export interface IdleSide {
  readonly described: AutoScalingGroup
  readonly idle: Fleet
  readonly active: Fleet
}

/** A refusal for each shortage; what cannot be read is told and refuses nothing. */
export async function idleHeadroom(
  connection: Connection,
  types: InstanceTypeReader,
  { described, idle, active }: IdleSide,
): Promise<readonly PreflightFinding[]> {
  const counted = idle.instances.filter(isCounted)
  const staying = counted.filter((instance) => isCurrent(instance, idle.source))
  const launches = active.sizes.desired - staying.length
  if (launches <= 0) return []
  // An empty group tells nothing of its instances: they are taken to be like those of the active side.
  const likeness = counted.length === 0 ? active.group : idle.group
  const demand: Demand = {
    group: likeness,
    launches,
    desired: active.sizes.desired,
    max: Math.max(idle.sizes.max, active.sizes.desired),
    present: tally(counted.map(({ zone }) => zone)),
    leaving: new Map(),
    types: idle.source.types ?? [...new Set([...counted, ...active.instances].map(({ type }) => type))],
  }
  const { around, skipped } = await readHeadroom(
    { connection, types, targetGroups: new TargetGroupReader(connection), targets: new Map() },
    [{ ...described, AutoScalingGroupName: likeness }],
    [demand],
  )
  return [
    ...skipped.map((what) => ({ group: undefined, weight: 'notice', what }) as const),
    ...shortagesOf([demand], around).map((each) =>
      refusalOf(
        idle.group,
        shortageInWords({ ...each, group: idle.group }),
        'Make room, or give the active side fewer instances first.',
      ),
    ),
  ]
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
