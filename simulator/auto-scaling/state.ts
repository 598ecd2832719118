import type { LaunchConfiguration } from '@aws-sdk/client-auto-scaling'
import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch'
import type { Balancing, Compute, ServiceContext } from '../interfaces.ts'
import type { ActivityRecord, Group, Launched, Member, Notification } from './model.ts'
import { groupDeleting, groupNotFound, instanceNotFound, missing } from './refusals.ts'

/** Everything that one Auto Scaling endpoint knows: the other services and its own state. */
export interface AutoScalingState extends ServiceContext {
  readonly compute: Compute
  readonly balancing: Balancing
  readonly groups: Map<string, Group>
  readonly configurations: Map<string, LaunchConfiguration>
  /** Every instance of every group and warm pool, by id. */
  readonly members: Map<string, Member>
  readonly activities: Map<string, ActivityRecord>
  /** What groups have sent to topics of SNS, oldest first. */
  readonly sent: Notification[]
  /** Zones that are shifted away now. */
  readonly shiftedZones: Set<string>
  readonly alarms: Alarms
  /** Answers of LaunchInstances by client token. */
  readonly launches: Map<string, Launched>
  /** Compares one group's desired and actual state; set by the service, so that the parts need not import it. */
  readonly reconcile: (group: Group) => void
}

/** What CloudWatch offers to Auto Scaling. */
export interface Alarms {
  /** The state of an alarm; undefined where there is none of that name. */
  stateOf(name: string): string | undefined
  /** The two alarms of a target tracking policy are made, and kept, by Auto Scaling. */
  putMetricAlarm(input: PutMetricAlarmInput): void
  deleteAlarms(names: readonly string[]): void
}

/** The group of that name; refuses a missing or unknown name. */
export function groupNamed(state: AutoScalingState, name: string | undefined): Group {
  const group = state.groups.get(requiredField(name, 'autoScalingGroupName'))
  if (!group) throw groupNotFound(name ?? '')
  return group
}

/** The group, unless it is being deleted. */
export function mutable(group: Group): Group {
  if (group.deleting) throw groupDeleting(group.name)
  return group
}

/** The value, or AWS's refusal of an absent one. */
export function requiredField<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw missing(field)
  return value
}

/** The instance of that id in any group; refuses an unknown one. */
export function memberNamed(state: AutoScalingState, id: string): Member {
  const member = state.members.get(id)
  if (!member) throw instanceNotFound(id)
  return member
}

/** A moment as AWS writes it into its texts: whole seconds, UTC. */
export const stamp = (at: number): string => `${new Date(at * 1000).toISOString().slice(0, 19)}Z`

/** A moment as the SDK gives it. */
export const date = (at: number): Date => new Date(at * 1000)

/** A fresh id in the form of a UUID. */
export const uuid = (state: AutoScalingState): string =>
  state.random.hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
