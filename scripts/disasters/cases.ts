import type { GroupPlan, LaunchKind } from '../../src/simulator/group-plan.ts'

/** One small fleet and what is asked for it. */
export interface FleetCase {
  readonly size: number
  readonly surge: string
  readonly maxUnavailable: number
  readonly launch: LaunchKind
  readonly balancers: NonNullable<GroupPlan['balancers']>
  /** `tight`: minimum, desired capacity and maximum are one number. */
  readonly sizes: 'loose' | 'tight'
}

const SIZES = [1, 2, 3, 4]
const SURGES = ['1', '50%', '100%']
const LAUNCHES: readonly LaunchKind[] = [
  'configuration',
  'template-number',
  'template-latest',
  'template-default',
  'mixed',
  'mixed-override-template',
]
const BALANCERS: readonly FleetCase['balancers'][] = [[], ['target-group'], ['classic', 'target-group']]

/** Every small fleet: sizes, budgets, launch sources and load balancers, each with each. */
export const everyCase: readonly FleetCase[] = SIZES.flatMap((size) =>
  SURGES.flatMap((surge) =>
    [0, 1].flatMap((maxUnavailable) =>
      LAUNCHES.flatMap((launch, index) =>
        BALANCERS.map((balancers, other): FleetCase => ({
          size,
          surge,
          maxUnavailable,
          launch,
          balancers,
          sizes: (size + index + other) % 2 === 0 ? 'tight' : 'loose',
        })),
      ),
    ),
  ),
)

/**
 * A few of them in which every two values of different dimensions meet at least once: `most` cases at most, chosen
 * greedily, so always the same.
 */
export function pairwise(cases: readonly FleetCase[]): readonly FleetCase[] {
  const pairsOf = (one: FleetCase): string[] => {
    const values = Object.entries(one).map(([name, value]) => `${name}=${String(value)}`)
    return values.flatMap((value, index) => values.slice(index + 1).map((other) => `${value} ${other}`))
  }
  const missing = new Set(cases.flatMap(pairsOf))
  const chosen: FleetCase[] = []
  const gain = (one: FleetCase): number => pairsOf(one).filter((pair) => missing.has(pair)).length
  while (missing.size > 0) {
    const best = cases.reduce((found, one) => (gain(one) > gain(found) ? one : found))
    chosen.push(best)
    for (const pair of pairsOf(best)) missing.delete(pair)
  }
  return chosen
}

/** For people: `3 instances, surge 50%, 1 unavailable, mixed, classic + target-group, tight`. */
export const nameOf = ({ size, surge, maxUnavailable, launch, balancers, sizes }: FleetCase): string =>
  [
    `${size} instances`,
    `surge ${surge}`,
    `${maxUnavailable} unavailable`,
    launch,
    balancers.join(' + ') || 'no load balancer',
    sizes,
  ].join(', ')
