import type { GroupPlan, LaunchKind } from '../../simulator/group-plan.ts'
import type { Random } from '../../simulator/random.ts'

/** A random fleet and the inputs of its roll. */
export interface FleetPlan {
  readonly plan: Omit<GroupPlan, 'name'>
  readonly surge: { readonly text: string; readonly of: (desired: number) => number }
  readonly maxUnavailable: number
  /** The percentage that is given in its place; absent in most. */
  readonly unavailablePercent?: number
  readonly inputs: Readonly<Record<string, string>>
  /** The checkpoints of a group without weights, in instances, by its desired capacity; absent where the roll has none. */
  readonly checkpoints?: (desired: number) => readonly number[]
  /** Whether a part of the new instances never passes its probe. */
  readonly failsProbes?: boolean
  /** Whether a scaling policy stays alive while the group rolls. */
  readonly follows?: true
  /** Seconds, as in the simulator's behaviour. */
  readonly boot: readonly [number, number]
  readonly balancerWarmup: readonly [number, number]
  readonly suspended: readonly string[]
  /** Every instance is protected from scale-in. */
  readonly allProtected: boolean
  readonly sick: boolean
  readonly hooks: readonly {
    readonly transition: 'LAUNCHING' | 'TERMINATING'
    readonly seconds: number
    /** What it is given up to when its time is over; else it continues. */
    readonly abandons?: boolean
  }[]
}

const LAUNCHES: readonly LaunchKind[] = [
  'configuration',
  'template-number',
  'template-latest',
  'template-default',
  'mixed',
  'mixed-override-template',
]

const WEIGHTS = { 't3.micro': 1, 't3.small': 2 }

/** The heaviest instance of a group with weights. */
const HEAVIEST = 2

/** Draws a fleet; most are plain, since the test is about the faults. */
export function drawFleet(random: Random): FleetPlan {
  const chance = (share: number): boolean => random.next() < share
  const size = Math.floor(random.between(0, 7))
  const launch = random.pick(LAUNCHES)
  const weighted = launch === 'mixed' && chance(0.3)
  const unit = weighted ? HEAVIEST : 1
  const balancers = random.pick<NonNullable<GroupPlan['balancers']>>([
    [],
    ['target-group'],
    ['target-group'],
    ['classic'],
    ['classic', 'target-group'],
  ])
  const slack = Math.floor(random.between(0, 3))
  const elb = balancers.length > 0 && chance(0.3)
  const warmup = chance(0.2) ? String(Math.floor(random.between(1, 40))) : ''
  const boot = random.pick<readonly [number, number]>([
    [8, 8],
    [10, 40],
    [30, 90],
  ])
  return {
    plan: {
      size,
      launch,
      balancers,
      outdated: true,
      sizes: { min: chance(0.4) ? size : 0, max: Math.max(1, size + slack) },
      tags: { Name: 'web' },
      // An application load balancer needs two zones.
      zones: random.pick([balancers.includes('target-group') ? ['b', 'c'] : ['a'], ['a', 'b'], ['a', 'b', 'c']]),
      ...(weighted && { weights: WEIGHTS }),
      settings: {
        ...(elb && { HealthCheckType: 'ELB', HealthCheckGracePeriod: Math.floor(random.between(60, 200)) }),
        ...(chance(0.15) && { NewInstancesProtectedFromScaleIn: true }),
      },
    },
    surge: drawSurge(random, unit),
    maxUnavailable: random.pick([0, 0, 0, 1, 2]) * unit,
    inputs: {
      ...(warmup && { warmup }),
      ...(chance(0.15) && { force: 'true' }),
      'max-failures': random.pick(['1', '1', '3']),
      'on-failure': random.pick(['restore', 'restore', 'restore', 'rollback']),
    },
    boot,
    balancerWarmup: [2, random.pick([3, 10, 30])],
    suspended: chance(0.15)
      ? [random.pick(['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'ReplaceUnhealthy'])]
      : [],
    allProtected: chance(0.15),
    sick: chance(0.08),
    hooks: chance(0.15)
      ? [{ transition: random.pick(['LAUNCHING', 'TERMINATING']), seconds: 30 + Math.floor(random.between(0, 40)) }]
      : [],
  }
}

function drawSurge(random: Random, unit: number): FleetPlan['surge'] {
  if (random.next() < 0.6) {
    const count = random.pick([1, 1, 2, 3])
    return { text: String(count), of: () => count * unit }
  }
  const percent = random.pick([25, 50, 100])
  return { text: `${percent}%`, of: (desired) => Math.max(unit, Math.ceil((desired * percent) / 100)) }
}
