/** Reads V8's block coverage: https://chromedevtools.github.io/devtools-protocol/v8/Profiler/. */

interface CoverageRange {
  readonly startOffset: number
  readonly endOffset: number
  readonly count: number
}

/** The first range is that of the whole function, the others are blocks in it with another count. */
export interface ScriptFunction {
  readonly ranges: readonly CoverageRange[]
}

interface Coverage {
  /** Every function of the file that was ever told. */
  readonly known: readonly ScriptFunction[]
  /** What was executed lately: V8 leaves functions out that were not, where what surrounds them was not either. */
  readonly now: readonly ScriptFunction[]
}

/** Each function once. */
export const functionsOf = (functions: readonly ScriptFunction[]): readonly ScriptFunction[] => [
  ...new Map(functions.map((one) => [keyOf(one), one])).values(),
]

/** Whether what stands at an index of the file was executed; true as well for what runs once, when the file is loaded. */
export function executedAt(at: number, { known, now }: Coverage): boolean {
  const own = innermost(at, known)
  // The whole file is the outermost function.
  if (own === undefined || known.every((one) => wholeOf(one).startOffset >= wholeOf(own).startOffset)) return true
  const lately = now.find((one) => keyOf(one) === keyOf(own))
  const blocks = lately?.ranges.filter((range) => holds(range, at)) ?? []
  const [block] = blocks.toSorted((one, other) => lengthOf(one) - lengthOf(other))
  return block !== undefined && block.count > 0
}

function innermost(at: number, functions: readonly ScriptFunction[]): ScriptFunction | undefined {
  const around = functions.filter((one) => holds(wholeOf(one), at))
  return around.toSorted((one, other) => lengthOf(wholeOf(one)) - lengthOf(wholeOf(other)))[0]
}

const NOWHERE: CoverageRange = { startOffset: 0, endOffset: 0, count: 0 }

const wholeOf = ({ ranges }: ScriptFunction): CoverageRange => ranges[0] ?? NOWHERE

const keyOf = (one: ScriptFunction): string => `${wholeOf(one).startOffset} ${wholeOf(one).endOffset}`

const holds = ({ startOffset, endOffset }: CoverageRange, at: number): boolean => startOffset <= at && at < endOffset

const lengthOf = ({ startOffset, endOffset }: CoverageRange): number => endOffset - startOffset
