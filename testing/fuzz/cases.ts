import type { GroupPlan, LaunchKind } from '../../simulator/group-plan.ts'

/** One small fleet and the inputs of its roll. */
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

/** The fleets that have these values: properties that do not matter to a mode need one value only. */
export const fleetsWith = (fixed: Partial<FleetCase>): readonly FleetCase[] =>
  everyCase.filter((one) =>
    Object.entries(fixed).every(([name, value]) => String(one[name as keyof FleetCase]) === String(value)),
  )

/** A few fleets that cover every value of every dimension at least once; always the same. */
export function covering(cases: readonly FleetCase[]): readonly FleetCase[] {
  return greedily(cases, valuesOf)
}

/**
 * A few fleets that cover every pair of values of different dimensions at least once; chosen greedily, so always the
 * same.
 */
export function pairwise(cases: readonly FleetCase[]): readonly FleetCase[] {
  return greedily(cases, (one) => {
    const values = valuesOf(one)
    return values.flatMap((value, index) => values.slice(index + 1).map((other) => `${value} ${other}`))
  })
}

const valuesOf = (one: FleetCase): readonly string[] =>
  Object.entries(one).map(([name, value]) => `${name}=${String(value)}`)

function greedily(cases: readonly FleetCase[], meets: (one: FleetCase) => readonly string[]): readonly FleetCase[] {
  const missing = new Set(cases.flatMap(meets))
  const chosen: FleetCase[] = []
  const gain = (one: FleetCase): number => meets(one).filter((each) => missing.has(each)).length
  while (missing.size > 0) {
    const best = cases.reduce((found, one) => (gain(one) > gain(found) ? one : found))
    chosen.push(best)
    for (const each of meets(best)) missing.delete(each)
  }
  return chosen
}

/** The name of a fleet in messages: `3 instances, surge 50%, 1 unavailable, mixed, classic + target-group, tight`. */
export const caseName = ({ size, surge, maxUnavailable, launch, balancers, sizes }: FleetCase): string =>
  [
    `${size} instances`,
    `surge ${surge}`,
    `${maxUnavailable} unavailable`,
    launch,
    balancers.join(' + ') || 'no load balancer',
    sizes,
  ].join(', ')
