/** A random group with scaling policies, the load on it, and the roll of it. */
import type { PutScalingPolicyCommandInput } from '@aws-sdk/client-auto-scaling'
import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch'
import type { GroupPlan } from '../../../simulator/group-plan.ts'
import type { Load } from '../../../simulator/load.ts'
import type { Random } from '../../../simulator/random.ts'

export interface LoadPlan {
  readonly group: Omit<GroupPlan, 'name'> & { readonly size: number }
  readonly boot: readonly [number, number]
  readonly inputs: Readonly<Record<string, string>>
  /** In the group's unit. */
  readonly surge: number
  readonly maxUnavailable: number
  readonly policies: readonly DrawnPolicy[]
  readonly load: Load
  readonly shape: 'sine' | 'step' | 'spike'
}

/** A policy with the alarm on CPU that asks for it; target tracking makes its own. */
export interface DrawnPolicy {
  readonly policy: Omit<PutScalingPolicyCommandInput, 'AutoScalingGroupName'>
  readonly alarm?: Pick<PutMetricAlarmInput, 'ComparisonOperator' | 'Threshold' | 'EvaluationPeriods'>
}

/** Requests a second that keep one instance at 100 % CPU. */
const PER_INSTANCE = 100

export function drawLoadPlan(random: Random, now: number): LoadPlan {
  const size = 1 + Math.floor(random.between(0, 7))
  const max = size + Math.floor(random.between(0, 3 * size + 2))
  const min = Math.floor(random.between(0, size + 1))
  const surge = random.pick([1, 1, 2, 3, size])
  const maxUnavailable = random.pick([0, 0, 0, 1])
  const isDoubled = random.next() < 0.2
  const gates = !isDoubled && random.next() < 0.25 ? { checkpoints: '1', bake: random.pick(['1', '4']) } : {}
  return {
    group: {
      size,
      launch: random.pick(['template-default', 'template-number', 'configuration', 'mixed']),
      balancers: random.pick<NonNullable<GroupPlan['balancers']>>([[], ['target-group'], ['target-group'], ['classic']]),
      zones: random.pick([['a', 'b'], ['a', 'b', 'c']]),
      outdated: true,
      sizes: { min, max },
      settings: { DefaultCooldown: random.pick([30, 300]) },
    },
    boot: random.pick<readonly [number, number]>([[8, 8], [20, 60], [60, 120]]),
    inputs: {
      mode: isDoubled ? 'scale-up-patch' : 'respawn',
      scaling: 'follow',
      timeout: '90',
      'instance-timeout': '10',
      ...(isDoubled ? {} : { surge: String(surge), 'max-unavailable': String(maxUnavailable) }),
      ...gates,
    },
    surge: isDoubled ? size : surge,
    maxUnavailable: isDoubled ? 0 : maxUnavailable,
    policies: drawPolicies(random),
    ...drawLoad(random, { now, size, max }),
  } // prettier-ignore
}

function drawPolicies(random: Random): readonly DrawnPolicy[] {
  const EstimatedInstanceWarmup = random.pick([0, 60, 180])
  const tracking: DrawnPolicy = {
    policy: {
      PolicyName: 'track',
      PolicyType: 'TargetTrackingScaling',
      EstimatedInstanceWarmup,
      TargetTrackingConfiguration: {
        TargetValue: random.pick([40, 50, 70]),
        PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
      },
    },
  }
  const type = random.pick([
    'ChangeInCapacity',
    'ChangeInCapacity',
    'PercentChangeInCapacity',
    'ExactCapacity',
  ] as const)
  const by = type === 'PercentChangeInCapacity' ? random.pick([20, 50]) : random.pick([1, 2, 4])
  const isStep = random.next() < 0.7
  const grow: DrawnPolicy = {
    policy: {
      PolicyName: 'grow',
      AdjustmentType: type,
      ...(isStep
        ? { PolicyType: 'StepScaling', EstimatedInstanceWarmup, StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: type === 'ExactCapacity' ? by + 4 : by }] }
        : { PolicyType: 'SimpleScaling', Cooldown: random.pick([0, 60]), ScalingAdjustment: type === 'ExactCapacity' ? by + 4 : by }),
    },
    alarm: { ComparisonOperator: 'GreaterThanThreshold', Threshold: 65, EvaluationPeriods: random.pick([1, 2]) },
  } // prettier-ignore
  const shrink: DrawnPolicy = {
    policy: { PolicyName: 'shrink', PolicyType: 'SimpleScaling', AdjustmentType: 'ChangeInCapacity', Cooldown: 60, ScalingAdjustment: -1 },
    alarm: { ComparisonOperator: 'LessThanThreshold', Threshold: 25, EvaluationPeriods: 2 },
  } // prettier-ignore
  return random.pick([[tracking], [grow, shrink], [grow, shrink], [tracking, grow]])
}

function drawLoad(
  random: Random,
  { now, size, max }: { readonly now: number; readonly size: number; readonly max: number },
): Pick<LoadPlan, 'load' | 'shape'> {
  const shape = random.pick(['sine', 'step', 'spike'] as const)
  const level = PER_INSTANCE * size * random.between(0.2, 0.6)
  const most = PER_INSTANCE * max * random.between(0.4, 0.9)
  const at = now + random.between(0, 600)
  if (shape === 'sine')
    return { shape, load: { points: [[now, level]], wave: { amplitude: level * random.between(0.3, 0.9), seconds: random.between(240, 1800) }, perInstance: PER_INSTANCE } } // prettier-ignore
  const step = [[now, level], [at, level], [at, Math.max(level, most)]] as const // prettier-ignore
  const end = at + random.between(120, 400)
  const points = shape === 'step' ? step : ([...step, [end, Math.max(level, most)], [end, level]] as const)
  return { shape, load: { points, perInstance: PER_INSTANCE } }
}
