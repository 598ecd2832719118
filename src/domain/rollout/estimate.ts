/** What several samples, of which none is exact, tell of the next. Pure. */

/** Looks leave open when exactly something happened: between these two moments, or so many seconds after another one. */
export interface Within {
  readonly atLeast: number
  readonly atMost: number
}

/** From when and until when what the samples tell of may happen again. */
export interface Estimate {
  readonly earliest: number
  readonly latest: number
  /** Before this one in ten is over, where the samples differ. */
  readonly early: number
  /** All samples may have been equally long. */
  readonly agrees: boolean
  /** They agree, each is told well enough to show that, and there are enough of them to believe it. */
  readonly isConstant: boolean
}

/** So many that agree are no chance. */
const ENOUGH = 3
/** What takes equally long differs by so much, for AWS tells whole seconds; at long times by a hundredth. */
export const JITTER_SECONDS = 2

export const widthOf = ({ earliest, latest }: Pick<Estimate, 'earliest' | 'latest'>): number => latest - earliest

export function estimate(samples: readonly Within[]): Estimate | undefined {
  if (samples.length === 0) return undefined
  const [one, other] = [Math.max(...samples.map(({ atLeast }) => atLeast)), Math.min(...samples.map(({ atMost }) => atMost))] // prettier-ignore
  const jitter = Math.max(JITTER_SECONDS, one / 100)
  if (one - other <= jitter) {
    const sharp = samples.filter(({ atLeast, atMost }) => atMost - atLeast <= 2 * jitter)
    const earliest = Math.min(one, other)
    return { earliest, latest: Math.max(one, other), early: earliest, agrees: true, isConstant: sharp.length >= ENOUGH } // prettier-ignore
  }
  const middles = samples.map(({ atLeast, atMost }) => (atLeast + atMost) / 2)
  const earliest = Math.min(...middles, below(middles, RARE_DEVIATIONS))
  const early = Math.max(earliest, below(middles, EARLY_DEVIATIONS))
  return { earliest, latest: Math.max(...middles), early, agrees: false, isConstant: false }
}

/** Of a log-normal distribution one in a hundred is shorter, and one in ten. */
const RARE_DEVIATIONS = 2.3
const EARLY_DEVIATIONS = 1.28

/** So many deviations below what is usual, given such ones: the least that was seen is not the least that there is. */
function below(values: readonly number[], deviations: number): number {
  const logs = values.map((value) => Math.log(Math.max(1, value)))
  const mean = average(logs)
  const deviation = Math.sqrt(average(logs.map((each) => (each - mean) ** 2)))
  return Math.exp(mean - deviations * deviation)
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
