/**
 * The arithmetic of shares: what each means of moving traffic writes so that one side gets a share of it. Whole weights, sums
 * exact. Pure.
 */

/** The two groups; which of them is active is what the weights say. */
export type Side = 'blue' | 'green'

export const otherSide = (side: Side): Side => (side === 'blue' ? 'green' : 'blue')

/** What moves the traffic. `classic` attaches groups to a classic load balancer, and takes them off. */
export type Means = 'alb' | 'nlb' | 'route53' | 'classic'

/**
 * What a rule, a listener, a name in Route 53 or a classic load balancer says of both sides, as AWS shows it; undefined where
 * it does not name a side at all, which differs from a weight of 0. `others` are the records of a name beyond the two, by
 * their identifiers.
 */
export interface Weights {
  readonly blue: number | undefined
  readonly green: number | undefined
  readonly others?: Readonly<Record<string, number>>
}

/** All of the traffic: Senza's sum on Route 53, whose weights are halves of a percent, and 100 on load balancers. */
const WHOLE: Readonly<Record<Means, number>> = { alb: 100, nlb: 100, route53: 200, classic: 100 }

/** Percent of the side that traffic goes to at which both sides stand behind a classic load balancer: it splits by instances. */
export const BOTH = 50

/** The weights after a share of one side, in percent, counted from the weights before the shift; a part of them stays as it is. */
export interface WantedShare {
  readonly to: Side
  readonly share: number
}

/**
 * The weights that give `to` its share. On load balancers `100 - share` and `share`; on Route 53 the other records share the
 * rest in proportion to what they had, at least 1 while they were positive, and 0 stays 0. Where that leaves nobody else, `to`
 * gets all.
 */
export function weightsAt(means: Means, before: Weights, { to, share }: WantedShare): Weights {
  const from = otherSide(to)
  switch (means) {
    case 'alb':
    case 'nlb':
      return sides(to, share, 100 - share)
    case 'classic':
      if (share <= 0) return sides(to, undefined, 1)
      return share < 100 ? sides(to, 1, 1) : sides(to, 1, undefined)
    case 'route53': {
      const names = Object.keys(before.others ?? {})
      const rest = [before[from] ?? 0, ...names.map((name) => before.others?.[name] ?? 0)]
      const { wanted, others } = wholeWeights(WHOLE.route53, Math.floor(share * 2), rest)
      const [first = 0, ...more] = others
      const named = Object.fromEntries(names.map((name, index) => [name, more[index] ?? 0]))
      return { ...sides(to, wanted, first), ...(names.length > 0 && { others: named }) }
    }
    default:
      return means satisfies never
  }
}

const sides = (to: Side, mine: number | undefined, other: number | undefined): Weights =>
  to === 'green' ? { blue: other, green: mine } : { blue: mine, green: other }

/**
 * `wanted` of a whole for one, the rest for the others in proportion to their weights: whole numbers, the sum exact. One that
 * is positive keeps at least 1 as long as anything is left for the others, and one that is 0 stays 0. The wish gives way only
 * where there would not be 1 for each, and where there is nobody else it is the whole.
 */
export function wholeWeights(
  whole: number,
  wish: number,
  before: readonly number[],
): { readonly wanted: number; readonly others: readonly number[] } {
  const positive = before.filter((weight) => weight > 0).length
  if (positive === 0) return { wanted: whole, others: before.map(() => 0) }
  if (wish >= whole) return { wanted: whole, others: before.map(() => 0) }
  const wanted = Math.min(wish, whole - positive)
  return { wanted, others: inProportion(whole - wanted, before) }
}

/** An amount in proportion to weights, at least 1 each where the weight is positive; `amount` suffices for that. */
function inProportion(amount: number, weights: readonly number[]): readonly number[] {
  const floored = new Set<number>()
  for (;;) {
    const free = weights.flatMap((weight, index) => (weight > 0 && !floored.has(index) ? [index] : []))
    const sum = free.reduce((total, index) => total + (weights[index] ?? 0), 0)
    const left = amount - floored.size
    const exact = (index: number): number => ((weights[index] ?? 0) * left) / sum
    const short = free.filter((index) => exact(index) < 1)
    if (short.length === 0) return rounded(weights, { free, exact, left, floored })
    for (const index of short) floored.add(index)
  }
}

interface Rounding {
  readonly free: readonly number[]
  readonly exact: (index: number) => number
  readonly left: number
  readonly floored: ReadonlySet<number>
}

/** By the largest remainder; of equal ones the last, as Senza gives what is over to the newest version. */
function rounded(weights: readonly number[], { free, exact, left, floored }: Rounding): readonly number[] {
  const whole = new Map(free.map((index) => [index, Math.floor(exact(index))]))
  const over = left - [...whole.values()].reduce((sum, weight) => sum + weight, 0)
  const remainder = (index: number): number => exact(index) - Math.floor(exact(index))
  const first = [...free].sort((one, other) => remainder(other) - remainder(one) || other - one).slice(0, over)
  return weights.map((_, index) => (floored.has(index) ? 1 : (whole.get(index) ?? 0) + (first.includes(index) ? 1 : 0)))
}

/** The percent of the traffic that a side gets by these weights; 0 where nothing is sent anywhere. */
export function shareOf(weights: Weights, side: Side): number {
  const sum = totalOf(weights)
  return sum === 0 ? 0 : ((weights[side] ?? 0) * 100) / sum
}

const totalOf = ({ blue = 0, green = 0, others = {} }: Weights): number =>
  blue + green + Object.values(others).reduce((sum, weight) => sum + weight, 0)

/** Whether two weights say the same, a side that is not named as one of weight 0. */
export const isSameTraffic = (one: Weights, other: Weights): boolean =>
  (one.blue ?? 0) === (other.blue ?? 0) && (one.green ?? 0) === (other.green ?? 0) && sameOthers(one, other)

/** Whether they are the same, down to whether a side is named. */
export const isSameWeights = (one: Weights, other: Weights): boolean =>
  one.blue === other.blue && one.green === other.green && sameOthers(one, other)

function sameOthers({ others: one = {} }: Weights, { others: other = {} }: Weights): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => one[name] === other[name])
}

/** Why a share cannot be written by these means, as the end of a sentence; undefined where it can. */
export function unwritableShare(means: Means, share: number): string | undefined {
  if (share < 0 || share > 100) return 'a share is at most 100'
  if (share === 0 || share === 100) return undefined
  switch (means) {
    case 'alb':
    case 'nlb':
      return Number.isInteger(share) ? undefined : `a load balancer takes whole percents`
    case 'route53':
      return share >= 0.5 ? undefined : 'Route 53 takes no less than 0.5 percent'
    case 'classic':
      return 'a classic load balancer takes all or nothing'
    default:
      return means satisfies never
  }
}

/** `blue 90, green 10`, of weights that stand for a whole or not. */
export const weightsInWords = ({ blue, green, others = {} }: Weights): string =>
  [
    `blue ${blue ?? 'not named'}`,
    `green ${green ?? 'not named'}`,
    ...Object.entries(others).map(([name, weight]) => `${name} ${weight}`),
  ].join(', ')
