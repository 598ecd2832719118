/** Where a disaster plays: a world with one group, and what is known of those who meddle with it. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import type { ExpectedEnd } from '../oracles/invariants.ts'
import { addGroup, type BuiltGroup } from '../../simulator/scenario.ts'
import { Recorder } from '../oracles/change-recorder.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { attach, putAside, takeOutOfUse } from './arrange.ts'
import type { FleetPlan } from './fleet-plan.ts'
import type { RareShapes } from './rare-shapes.ts'

export const FUZZ_GROUP = 'web'

export interface Fixture {
  readonly account: SimulatedAccount
  readonly group: BuiltGroup
  readonly recorder: Recorder
  readonly begin: CapacitySnapshot
  readonly plan: FleetPlan & RareShapes
  /** What was launched before the launch source was renewed, in the group or in its warm pool, and what came in by hand. */
  readonly old: readonly string[]
  /** What operators wanted of the sizes; the last word counts, and which may be taken for a run's doing as well. */
  readonly wishes: ExpectedEnd[]
  readonly minima: number[]
  readonly maxima: number[]
  /** Processes that operators suspended or resumed, with their last word. */
  readonly operated: Map<string, 'suspended' | 'running'>
  /** Instances that operators protected, released, put aside or took away. */
  readonly handled: Set<string>
  /** True once the launch source was changed by an operator. */
  newSource: boolean
  /** For the story: seconds since the Unix epoch, and a sentence. */
  readonly reported: { readonly at: number; readonly what: string }[]
}

export function setUpFixture(seed: number, plan: FleetPlan & RareShapes): Fixture {
  const account = new SimulatedAccount({
    seed,
    behaviour: { bootSeconds: 8, balancerWarmupSeconds: 2, shutdownSeconds: 7 },
  })
  account.sts.accepts = 'known keys'
  const group = addGroup(account, { name: FUZZ_GROUP, ...plan.plan })
  const warmed = account.autoScaling.capacity(FUZZ_GROUP).ids.pooled
  const attached = attach(account, FUZZ_GROUP, plan.attached)
  putAside(account, group, plan.resting)
  if (plan.unused) takeOutOfUse(account)
  account.behaviour.bootSeconds = plan.boot
  account.behaviour.balancerWarmupSeconds = plan.balancerWarmup
  if (plan.sick) account.behaviour.sickImages.add(group.newImageId)
  const { operations } = account.autoScaling
  if (plan.suspended.length > 0)
    operations.SuspendProcesses({ AutoScalingGroupName: FUZZ_GROUP, ScalingProcesses: [...plan.suspended] })
  const first = [...group.instanceIds, ...attached]
  const { inService, standby } = account.autoScaling.capacity(FUZZ_GROUP).ids
  const members = first.filter((id) => [...inService, ...standby].includes(id))
  const guarded = plan.everyoneGuarded ? members : members.toReversed().slice(0, plan.guarded)
  if (guarded.length > 0)
    operations.SetInstanceProtection({
      AutoScalingGroupName: FUZZ_GROUP,
      InstanceIds: guarded,
      ProtectedFromScaleIn: true,
    })
  for (const { transition, seconds } of plan.hooks)
    operations.PutLifecycleHook({
      AutoScalingGroupName: FUZZ_GROUP,
      LifecycleHookName: transition.toLowerCase(),
      LifecycleTransition: `autoscaling:EC2_INSTANCE_${transition}`,
      HeartbeatTimeout: seconds,
      DefaultResult: 'CONTINUE',
    })
  account.ledger.clear()
  const recorder = new Recorder(account, FUZZ_GROUP)
  return {
    account,
    group,
    recorder,
    begin: recorder.truth(),
    plan,
    old: [...first, ...warmed],
    wishes: [],
    minima: [],
    maxima: [],
    operated: new Map(),
    handled: new Set(),
    newSource: false,
    reported: [],
  }
}
