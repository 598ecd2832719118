import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { TargetHealth, Fleet, LaunchSource, StatusChecks } from '../../domain/rollout/fleet.ts'
import { readinessRecord } from '../../domain/rollout/readiness-history.ts'
import { isWeighted, observedInstance } from './instances.ts'
import type { Ec2Instance } from './ec2-instances.ts'
import { groupIdOf } from '../groups/identity.ts'
import { orphanedRun, readCarriedMemo, readMemo } from '../groups/memo-tag.ts'

/** What is asked elsewhere of a group and its instances. */
export interface Answers {
  /** The moment of the look, in seconds since the Unix epoch. */
  readonly now: number
  /** When the last answer came that tells which instances serve. */
  readonly answeredAt: number
  readonly source: LaunchSource
  readonly ec2Instance: (instanceId: string) => Ec2Instance | undefined
  readonly targetHealth: (instanceId: string) => readonly TargetHealth[]
  /** The longest slow start of the target groups of the group. */
  readonly slowStartSeconds: number
  readonly statusChecks: (instanceId: string) => StatusChecks | undefined
}

/**
 * The model of a group as DescribeAutoScalingGroups gives it, less its failed launches. It is one look by itself: since
 * when an instance has been ready is counted from here. Throws a UserError where the memo, or a load balancer, cannot be
 * read.
 */
export function fleetOfGroup(
  group: AutoScalingGroup,
  { now, answeredAt, source, ec2Instance, targetHealth, statusChecks, slowStartSeconds }: Answers,
): Fleet {
  const name = group.AutoScalingGroupName ?? ''
  const groupId = groupIdOf(group)
  const { AvailabilityZones: zones = [] } = group
  const memo = readMemo(group)
  const carried = memo === undefined ? readCarriedMemo(group, carriersIn(group, ec2Instance)) : undefined
  return {
    group: name,
    ...(groupId !== undefined && { groupId }),
    at: now,
    ...(answeredAt > now && { answeredAt }),
    sizes: { min: group.MinSize ?? 0, max: group.MaxSize ?? 0, desired: group.DesiredCapacity ?? 0 },
    defaultWarmupSeconds: warmupOf(group),
    ...(zones.length > 0 && { zones }),
    ...(slowStartSeconds > 0 && { slowStartSeconds }),
    suspended: (group.SuspendedProcesses ?? []).flatMap(({ ProcessName }) => ProcessName ?? []),
    ...suspensionReasons(group),
    weighted: isWeighted(group),
    ...(reuses(group) && { reusesInstances: true }),
    source,
    instances: (group.Instances ?? []).map((listed) => {
      const id = listed.InstanceId ?? ''
      const instance = observedInstance(listed, {
        ec2Instance: ec2Instance(id),
        balancers: targetHealth(id),
        statusChecks: statusChecks(id),
      })
      return Object.assign(instance, readinessRecord(undefined, instance, { at: now, answeredAt }))
    }),
    memo,
    ...(carried && { carriedMemo: carried }),
    orphanedLease: orphanedRun(group.Tags ?? []),
    failedLaunches: [],
  }
}

const carriersIn = ({ Instances = [] }: AutoScalingGroup, ec2Instance: Answers['ec2Instance']) =>
  Instances.flatMap(({ InstanceId: id = '' }) => {
    const tags = ec2Instance(id)?.memoTags
    return tags === undefined ? [] : [{ id, tags }]
  })

function suspensionReasons({ SuspendedProcesses: suspended = [] }: AutoScalingGroup): Pick<Fleet, 'suspensionReasons'> {
  if (suspended.length === 0) return {}
  const reasons = suspended.map(({ ProcessName = '', SuspensionReason = '' }) => [ProcessName, SuspensionReason])
  return { suspensionReasons: Object.fromEntries(reasons) as Readonly<Record<string, string>> }
}

const reuses = ({ WarmPoolConfiguration: pool }: AutoScalingGroup): boolean =>
  pool?.InstanceReusePolicy?.ReuseOnScaleIn === true && pool.Status === undefined

/** AWS leaves an unset warm-up out; -1 is how a caller clears it. */
const warmupOf = ({ DefaultInstanceWarmup }: AutoScalingGroup): number | undefined =>
  DefaultInstanceWarmup === undefined || DefaultInstanceWarmup < 0 ? undefined : DefaultInstanceWarmup
