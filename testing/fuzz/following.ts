import type { SimulatedAccount } from '../../simulator/account.ts'
import { Random } from '../../simulator/random.ts'
import type { FleetPlan } from './fleet-plan.ts'
import { isDrawn } from './focus.ts'

/** A source of its own, so that all other seeds keep their inputs. */
const APART = 0xf0110

/** How many seeds keep a scaling policy alive while their group rolls. */
const SHARE = 0.12

/** Keeps the scaling policy of a few groups alive. It asks for nothing: what load does is drawn by the seeds of loads. */
export function withFollowing<Plan extends FleetPlan>(plan: Plan, seed: number): Plan {
  const isFollowed = isDrawn(new Random(seed ^ APART), { share: SHARE, source: 'a scaling policy', seed })
  if (!isFollowed || plan.suspended.includes('AlarmNotification')) return plan
  return { ...plan, follows: true, inputs: { ...plan.inputs, scaling: 'follow' } }
}

/** Gives the group of such a plan its policy. */
export function putPolicy({ autoScaling }: SimulatedAccount, group: string): void {
  autoScaling.operations.PutScalingPolicy({
    AutoScalingGroupName: group,
    PolicyName: 'track',
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingConfiguration: {
      TargetValue: 50,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    },
  })
}
