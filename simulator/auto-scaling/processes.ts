import type {
  DescribeScalingProcessTypesCommandOutput,
  ResumeProcessesCommandInput,
  SuspendProcessesCommandInput,
} from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { lookAgain } from './health.ts'
import type { Group } from './model.ts'
import { wake } from './schedule.ts'
import { groupNamed, mutable, stamp, type AutoScalingState } from './state.ts'

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_SuspendProcesses.html */
export const PROCESSES: readonly string[] = [
  'AddToLoadBalancer', 'AlarmNotification', 'AZRebalance', 'HealthCheck', 'InstanceRefresh', 'Launch',
  'ReplaceUnhealthy', 'ScheduledActions', 'Terminate',
] // prettier-ignore

export function suspendProcesses(state: AutoScalingState, input: SuspendProcessesCommandInput): object {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  for (const name of namedProcesses(input.ScalingProcesses)) {
    if (!group.suspended.has(name)) group.suspended.set(name, `User suspended at ${stamp(state.timeline.now)}`)
  }
  return {}
}

export function resumeProcesses(state: AutoScalingState, input: ResumeProcessesCommandInput): object {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  const names = namedProcesses(input.ScalingProcesses).filter((name) => group.suspended.delete(name))
  if (names.includes('HealthCheck')) lookAgain(state, group)
  if (names.includes('Launch')) resetBackoff(group)
  wake(state, group)
  return {}
}

/** No list and an empty list are the same to AWS: all processes, also those that another caller suspended. */
function namedProcesses(names: readonly string[] = []): readonly string[] {
  const unknown = names.filter((name) => !PROCESSES.includes(name))
  // unsourced text
  if (unknown.length > 0) throw validationError(`Unrecognized process types: [${unknown.join(', ')}]`)
  return names.length === 0 ? PROCESSES : names
}

/** After Launch is resumed the next launch is tried at once. */
function resetBackoff(group: Group): void {
  group.failing.clear()
  group.failingSince = undefined
  group.abandoned = { times: 0, until: 0 }
}

export const describeScalingProcessTypes = (): Omit<DescribeScalingProcessTypesCommandOutput, '$metadata'> => ({
  Processes: PROCESSES.map((ProcessName) => ({ ProcessName })),
})
