import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { TargetHealth, Fleet, LaunchSource } from '../../domain/rollout/fleet.ts'
import { type GroupHistory, nextHistory } from '../../domain/rollout/readiness-history.ts'
import { isServing } from '../../domain/rollout/readiness.ts'
import { isWeighted, observedInstance } from './instances.ts'
import type { Ec2Instance } from './ec2-instances.ts'
import { readMemo, orphanedRun } from '../groups/memo-tag.ts'

/** What is asked elsewhere of a group and its instances. */
export interface Answers {
  /** The moment of the look, in seconds since the Unix epoch. */
  readonly now: number
  readonly source: LaunchSource
  readonly ec2Instance: (instanceId: string) => Ec2Instance | undefined
  readonly targetHealth: (instanceId: string) => readonly TargetHealth[]
  /** What was remembered of the group's instances up to now. */
  readonly past: GroupHistory
}

/**
 * The model of a group as DescribeAutoScalingGroups gives it, less its failed launches, and the history that this look
 * leaves. Throws a UserError where the memo, or a load balancer, cannot be read.
 */
export function fleetOfGroup(
  group: AutoScalingGroup,
  { now, source, ec2Instance, targetHealth, past }: Answers,
): { readonly fleet: Fleet; readonly history: GroupHistory } {
  const name = group.AutoScalingGroupName ?? ''
  const seen = (group.Instances ?? []).map((listed) =>
    observedInstance(listed, {
      ec2Instance: ec2Instance(listed.InstanceId ?? ''),
      balancers: targetHealth(listed.InstanceId ?? ''),
    }),
  )
  const history = nextHistory(
    past,
    seen.map((instance) => ({ ...instance, serving: isServing(instance) })),
    now,
  )
  const fleet: Fleet = {
    group: name,
    at: now,
    sizes: { min: group.MinSize ?? 0, max: group.MaxSize ?? 0, desired: group.DesiredCapacity ?? 0 },
    defaultWarmupSeconds: warmupOf(group),
    suspended: (group.SuspendedProcesses ?? []).flatMap(({ ProcessName }) => ProcessName ?? []),
    weighted: isWeighted(group),
    ...(reuses(group) && { reusesInstances: true }),
    source,
    instances: seen.map((instance) => ({
      ...instance,
      ...(history.get(instance.id) ?? { firstSeenAt: now, readySince: undefined }),
    })),
    memo: readMemo(name, group.Tags ?? []),
    orphanedLease: orphanedRun(group.Tags ?? []),
    failedLaunches: [],
  }
  return { fleet, history }
}

const reuses = ({ WarmPoolConfiguration: pool }: AutoScalingGroup): boolean =>
  pool?.InstanceReusePolicy?.ReuseOnScaleIn === true && pool.Status === undefined

/** AWS leaves an unset warm-up out; -1 is how a caller clears it. */
const warmupOf = ({ DefaultInstanceWarmup }: AutoScalingGroup): number | undefined =>
  DefaultInstanceWarmup === undefined || DefaultInstanceWarmup < 0 ? undefined : DefaultInstanceWarmup
