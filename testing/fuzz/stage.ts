/** Where a disaster plays: a world with one group, and what is known of those who meddle with it. */
import type { Capacity } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import type { Wish } from '../oracles/invariants.ts'
import { addGroup, type BuiltGroup } from '../../simulator/scenario.ts'
import { Witness } from '../oracles/change-recorder.ts'
import { World } from '../../simulator/account.ts'
import { attach, putAside, takeOutOfUse } from './arrange.ts'
import type { FleetPlan } from './fleet-plan.ts'
import type { Specials } from './specials.ts'

export const GROUP = 'web'

export interface Stage {
  readonly world: World
  readonly group: BuiltGroup
  readonly witness: Witness
  readonly begin: Capacity
  readonly plan: FleetPlan & Specials
  /** What was launched before the launch source was renewed, in the group or in its warm pool, and what came in by hand. */
  readonly old: readonly string[]
  /** What operators wanted of the sizes; the last word counts, and which may be taken for a run's doing as well. */
  readonly wishes: Wish[]
  readonly minima: number[]
  readonly maxima: number[]
  /** Processes that operators suspended or resumed, with their last word. */
  readonly operated: Map<string, 'suspended' | 'running'>
  /** Instances that operators protected, released, put aside or took away. */
  readonly handled: Set<string>
  /** True once the launch source was changed by an operator. */
  newSource: boolean
  /** For the story: seconds since the Unix epoch, and a sentence. */
  readonly told: { readonly at: number; readonly what: string }[]
}

export function setStage(seed: number, plan: FleetPlan & Specials): Stage {
  const world = new World({
    seed,
    behaviour: { bootSeconds: 8, balancerWarmupSeconds: 2, shutdownSeconds: 7 },
  })
  world.sts.accepts = 'known keys'
  const group = addGroup(world, { name: GROUP, ...plan.plan })
  const warmed = world.autoScaling.capacity(GROUP).ids.pooled
  const attached = attach(world, GROUP, plan.attached)
  putAside(world, group, plan.resting)
  if (plan.unused) takeOutOfUse(world)
  world.behaviour.bootSeconds = plan.boot
  world.behaviour.balancerWarmupSeconds = plan.balancerWarmup
  if (plan.sick) world.behaviour.sickImages.add(group.newImageId)
  const { operations } = world.autoScaling
  if (plan.suspended.length > 0)
    operations.SuspendProcesses({ AutoScalingGroupName: GROUP, ScalingProcesses: [...plan.suspended] })
  const first = [...group.instanceIds, ...attached]
  const { inService, standby } = world.autoScaling.capacity(GROUP).ids
  const members = first.filter((id) => [...inService, ...standby].includes(id))
  const guarded = plan.everyoneGuarded ? members : members.toReversed().slice(0, plan.guarded)
  if (guarded.length > 0)
    operations.SetInstanceProtection({
      AutoScalingGroupName: GROUP,
      InstanceIds: guarded,
      ProtectedFromScaleIn: true,
    })
  for (const { transition, seconds } of plan.hooks)
    operations.PutLifecycleHook({
      AutoScalingGroupName: GROUP,
      LifecycleHookName: transition.toLowerCase(),
      LifecycleTransition: `autoscaling:EC2_INSTANCE_${transition}`,
      HeartbeatTimeout: seconds,
      DefaultResult: 'CONTINUE',
    })
  world.ledger.clear()
  const witness = new Witness(world, GROUP)
  return {
    world,
    group,
    witness,
    begin: witness.truth(),
    plan,
    old: [...first, ...warmed],
    wishes: [],
    minima: [],
    maxima: [],
    operated: new Map(),
    handled: new Set(),
    newSource: false,
    told: [],
  }
}
