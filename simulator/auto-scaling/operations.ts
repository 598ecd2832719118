import { describeScalingActivities } from './activities.ts'
import { attachInstances, detachInstances } from './attach-instances.ts'
import * as attachments from './attachments.ts'
import { describeAutoScalingGroups, describeAutoScalingInstances } from './describe.ts'
import * as groups from './groups.ts'
import { setInstanceHealth } from './health.ts'
import * as hooks from './hooks.ts'
import * as configurations from './launch-configurations.ts'
import { launchInstances } from './launch-instances.ts'
import * as metrics from './metrics-collection.ts'
import * as notifications from './notifications.ts'
import * as policies from './policies.ts'
import * as processes from './processes.ts'
import { setInstanceProtection } from './protection.ts'
import * as refresh from './refresh.ts'
import * as scheduled from './scheduled-actions.ts'
import { Snapshots } from './snapshots.ts'
import { enterStandby, exitStandby } from './standby.ts'
import * as lists from './static-lists.ts'
import * as tags from './tags.ts'
import { terminateInstanceInAutoScalingGroup } from './terminate-by-id.ts'
import * as warmPool from './warm-pool.ts'
import type { AutoScalingState } from './state.ts'

const READS = {
  DescribeAccountLimits: lists.describeAccountLimits,
  DescribeAdjustmentTypes: lists.describeAdjustmentTypes,
  DescribeAutoScalingInstances: describeAutoScalingInstances,
  DescribeAutoScalingNotificationTypes: notifications.describeAutoScalingNotificationTypes,
  DescribeInstanceRefreshes: refresh.describeInstanceRefreshes,
  DescribeLaunchConfigurations: configurations.describeLaunchConfigurations,
  DescribeLifecycleHooks: hooks.describeLifecycleHooks,
  DescribeLifecycleHookTypes: lists.describeLifecycleHookTypes,
  DescribeLoadBalancers: attachments.describeLoadBalancers,
  DescribeLoadBalancerTargetGroups: attachments.describeLoadBalancerTargetGroups,
  DescribeMetricCollectionTypes: metrics.describeMetricCollectionTypes,
  DescribeNotificationConfigurations: notifications.describeNotificationConfigurations,
  DescribePolicies: policies.describePolicies,
  DescribeScalingActivities: describeScalingActivities,
  DescribeScalingProcessTypes: processes.describeScalingProcessTypes,
  DescribeScheduledActions: scheduled.describeScheduledActions,
  DescribeTags: tags.describeTags,
  DescribeTerminationPolicyTypes: lists.describeTerminationPolicyTypes,
  DescribeTrafficSources: attachments.describeTrafficSources,
  DescribeWarmPool: warmPool.describeWarmPool,
}

const WRITES = {
  AttachInstances: attachInstances,
  AttachLoadBalancers: attachments.attachLoadBalancers,
  AttachLoadBalancerTargetGroups: attachments.attachLoadBalancerTargetGroups,
  AttachTrafficSources: attachments.attachTrafficSources,
  BatchDeleteScheduledAction: scheduled.batchDeleteScheduledAction,
  BatchPutScheduledUpdateGroupAction: scheduled.batchPutScheduledUpdateGroupAction,
  CancelInstanceRefresh: refresh.cancelInstanceRefresh,
  CompleteLifecycleAction: hooks.completeLifecycleAction,
  CreateAutoScalingGroup: groups.createAutoScalingGroup,
  CreateLaunchConfiguration: configurations.createLaunchConfiguration,
  CreateOrUpdateTags: tags.createOrUpdateTags,
  DeleteAutoScalingGroup: groups.deleteAutoScalingGroup,
  DeleteLaunchConfiguration: configurations.deleteLaunchConfiguration,
  DeleteLifecycleHook: hooks.deleteLifecycleHook,
  DeleteNotificationConfiguration: notifications.deleteNotificationConfiguration,
  DeletePolicy: policies.deletePolicy,
  DeleteScheduledAction: scheduled.deleteScheduledAction,
  DeleteTags: tags.deleteTags,
  DeleteWarmPool: warmPool.deleteWarmPool,
  DetachInstances: detachInstances,
  DetachLoadBalancers: attachments.detachLoadBalancers,
  DetachLoadBalancerTargetGroups: attachments.detachLoadBalancerTargetGroups,
  DetachTrafficSources: attachments.detachTrafficSources,
  DisableMetricsCollection: metrics.disableMetricsCollection,
  EnableMetricsCollection: metrics.enableMetricsCollection,
  EnterStandby: enterStandby,
  ExecutePolicy: policies.executePolicy,
  ExitStandby: exitStandby,
  LaunchInstances: launchInstances,
  PutLifecycleHook: hooks.putLifecycleHook,
  PutNotificationConfiguration: notifications.putNotificationConfiguration,
  PutScalingPolicy: policies.putScalingPolicy,
  PutScheduledUpdateGroupAction: scheduled.putScheduledUpdateGroupAction,
  PutWarmPool: warmPool.putWarmPool,
  RecordLifecycleActionHeartbeat: hooks.recordLifecycleActionHeartbeat,
  ResumeProcesses: processes.resumeProcesses,
  RollbackInstanceRefresh: refresh.rollbackInstanceRefresh,
  SetDesiredCapacity: groups.setDesiredCapacity,
  SetInstanceHealth: setInstanceHealth,
  SetInstanceProtection: setInstanceProtection,
  StartInstanceRefresh: refresh.startInstanceRefresh,
  SuspendProcesses: processes.suspendProcesses,
  TerminateInstanceInAutoScalingGroup: terminateInstanceInAutoScalingGroup,
  UpdateAutoScalingGroup: groups.updateAutoScalingGroup,
}

type Bound<T> = {
  readonly [K in keyof T]: T[K] extends (state: AutoScalingState, input: infer I, ...more: never[]) => infer O
    ? (input: I) => O
    : never
}

/** Every operation by the SDK's name, taking the SDK's input and giving its output. */
export type Operations = Bound<typeof READS> &
  Bound<typeof WRITES> &
  Bound<{ DescribeAutoScalingGroups: typeof describeAutoScalingGroups }>

/** Binds the operations to a state; before each write the groups it names are kept for stale answers. */
export function operationsOf(state: AutoScalingState): Operations {
  const snapshots = new Snapshots()
  const reads = Object.entries(READS).map(([name, run]) => [name, (input: never) => run(state, input)])
  const writes = Object.entries(WRITES).map(([name, run]) => [
    name,
    (input: never) => {
      if (state.behaviour.staleSeconds > 0) for (const group of touched(state, input)) snapshots.keep(state, group)
      return run(state, input)
    },
  ])
  const groups = (input: never): object => describeAutoScalingGroups(state, input, snapshots)
  return Object.fromEntries([...reads, ...writes, ['DescribeAutoScalingGroups', groups]]) as Operations
}

interface Naming {
  readonly AutoScalingGroupName?: string
  readonly InstanceId?: string
  readonly Tags?: readonly { readonly ResourceId?: string }[]
}

function touched(state: AutoScalingState, input: Naming): string[] {
  const { AutoScalingGroupName: name, InstanceId: id, Tags: marks = [] } = input
  const byInstance = id === undefined ? undefined : state.members.get(id)?.group.name
  return [name, byInstance, ...marks.map(({ ResourceId }) => ResourceId)].filter((one) => one !== undefined)
}
