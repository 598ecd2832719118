/** The fixture of one seed: an account with one group, and what operators do to it. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import type { OperatorSize } from '../oracles/invariants.ts'
import { addGroup, type BuiltGroup } from '../../simulator/scenario.ts'
import { Recorder } from '../oracles/change-recorder.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { attach, placeInStandby, removeListeners } from './arrange.ts'
import type { FleetPlan } from './fleet-plan.ts'
import { putPolicy } from './following.ts'
import { type ProbeAnswers, probeAnswers } from './probes.ts'
import { applySettings, type RareSettings } from './rare-settings.ts'
import type { RareShapes } from './rare-shapes.ts'

export const FUZZ_GROUP = 'web'

export interface Fixture {
  readonly account: SimulatedAccount
  /** Another one once an operator has made its target group anew. */
  group: BuiltGroup
  readonly recorder: Recorder
  readonly begin: CapacitySnapshot
  readonly plan: FleetPlan & RareShapes & RareSettings
  /** Instances launched before the launch source got a newer image, in the group or its warm pool, and attached ones. */
  readonly old: readonly string[]
  /** The desired capacities that operators set, the last one in force last, and those that a run may have set as well. */
  readonly operatorSizes: OperatorSize[]
  readonly minima: number[]
  readonly maxima: number[]
  /** The sizes of scheduled actions that have fallen due. */
  readonly schedules: {
    readonly at: number
    readonly min: number
    readonly max: number
    readonly desired: number
    /** The maximum that was wished before one that runs once set just what stood: nothing tells of that afterwards. Absent for others. */
    readonly maxBefore?: number
  }[]
  /** Processes that operators suspended or resumed, with their last state. */
  readonly operated: Map<string, 'suspended' | 'running'>
  /** Instances that operators protected, released, put into Standby, detached or terminated. */
  readonly handled: Set<string>
  /** When something befell an instance or a launch, or an operator did something. */
  readonly disturbedAt: number[]
  /** How instances answer their probes; nothing asks where the seed has none. */
  readonly probes: ProbeAnswers
  /** True while a run is at work that has not been cancelled. */
  isRolling: boolean
  /**
   * While a process is at work: after how many recorded changes its first write of tags shows that it knows how the group was. 0 where
   * its runner knows.
   */
  knownAfter: number | undefined
  /** True once the launch source was changed by an operator. */
  newSource: boolean
  /** For the trace: seconds since the Unix epoch, and a sentence. */
  readonly reported: { readonly at: number; readonly what: string }[]
}

export function setUpFixture(seed: number, plan: FleetPlan & RareShapes & RareSettings): Fixture {
  const account = new SimulatedAccount({
    seed,
    behaviour: { bootSeconds: 8, balancerWarmupSeconds: 2, shutdownSeconds: 7, statusCheckSeconds: 5 },
  })
  account.sts.accepts = 'known keys'
  const group = addGroup(account, { name: FUZZ_GROUP, ...plan.plan })
  const warmed = account.autoScaling.capacity(FUZZ_GROUP).ids.pooled
  const attached = attach(account, FUZZ_GROUP, plan.attachedCount)
  placeInStandby(account, group, plan.standbyCount)
  if (plan.unused) removeListeners(account)
  account.behaviour.bootSeconds = plan.boot
  account.behaviour.balancerWarmupSeconds = plan.balancerWarmup
  if (plan.sick) account.behaviour.sickImages.add(group.newImageId)
  const { operations } = account.autoScaling
  if (plan.suspended.length > 0)
    operations.SuspendProcesses({ AutoScalingGroupName: FUZZ_GROUP, ScalingProcesses: [...plan.suspended] })
  const first = [...group.instanceIds, ...attached]
  const { inService, standby } = account.autoScaling.capacity(FUZZ_GROUP).ids
  const members = first.filter((id) => [...inService, ...standby].includes(id))
  const protectedIds = plan.allProtected ? members : members.toReversed().slice(0, plan.protectedCount)
  if (protectedIds.length > 0)
    operations.SetInstanceProtection({
      AutoScalingGroupName: FUZZ_GROUP,
      InstanceIds: protectedIds,
      ProtectedFromScaleIn: true,
    })
  for (const { transition, seconds, abandons } of plan.hooks)
    operations.PutLifecycleHook({
      AutoScalingGroupName: FUZZ_GROUP,
      LifecycleHookName: transition.toLowerCase(),
      LifecycleTransition: `autoscaling:EC2_INSTANCE_${transition}`,
      HeartbeatTimeout: seconds,
      DefaultResult: abandons === true ? 'ABANDON' : 'CONTINUE',
    })
  applySettings(account, group, plan)
  if (plan.follows) putPolicy(account, FUZZ_GROUP)
  account.ledger.clear()
  const recorder = new Recorder(account, FUZZ_GROUP)
  const probes = probeAnswers(plan, seed)
  account.ssm.commands.behaviour.answer = ({ instanceId, at }) => ({ code: probes.answer(instanceId, at) === 'passed' ? 0 : 1 }) // prettier-ignore
  return {
    account,
    group,
    recorder,
    begin: recorder.snapshot(),
    plan,
    old: [...first, ...warmed],
    operatorSizes: [],
    minima: [],
    maxima: [],
    schedules: [],
    operated: new Map(),
    handled: new Set(),
    disturbedAt: [],
    probes,
    isRolling: false,
    knownAfter: undefined,
    newSource: false,
    reported: [],
  }
}
