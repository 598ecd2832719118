/** What a world of the fuzzer comes to in figures, in a form that a person can read in a diff, and whether it is worse than it was. */

/** Of each step, in this order; more of any of them is worse. */
export const STEP_FIGURES = [
  'seconds',
  'launches',
  'departures',
  'changes',
  'refused calls',
  'calls',
  'outdated left',
  'traces left',
] as const

/** Of the whole world, in this order; more of any of them is worse, but for what is `BETTER_MORE`. */
export const WORLD_FIGURES = [
  'lowest ready',
  'launches aside',
  'departures aside',
  'short',
  'over',
  'suspended',
  'with state',
  'resized',
  'uneven',
] as const

export type StepFigure = (typeof STEP_FIGURES)[number]
export type WorldFigure = (typeof WORLD_FIGURES)[number]

const BETTER_MORE: readonly string[] = ['lowest ready' satisfies WorldFigure]

/** One process, from its start to its end. */
export interface StepFigures {
  /** `roll`, `post step`. */
  readonly what: string
  /** How it ended, and what it said it has done: `red halted 0/1`. */
  readonly claim: string
  /** How it left what it worked on: `0-3-4`. */
  readonly end: string
  readonly numbers: readonly number[]
}

/** One world, to the end. */
export interface Figures {
  readonly steps: readonly StepFigures[]
  readonly numbers: readonly number[]
  /** Keys of all sentences that its steps said. */
  readonly said: readonly string[]
}

/** What differs from the record: `other` is neither better nor worse by itself, but another claim, or another end. */
export interface Difference {
  readonly verdict: 'worse' | 'other' | 'better'
  /** A figure, or what is not as recorded. */
  readonly figure: string
  /** A sentence: `roll: launches 12 for 10`. */
  readonly what: string
}

/** In one line, without zeros at the end of numbers, and `=` for an end like that of the step before; `readFigures` reads it. */
export function lineOf({ steps, numbers, said }: Figures): string {
  const told = steps.map(({ what, claim, end, numbers: own }, index) => {
    const shown = end === steps[index - 1]?.end ? '=' : end
    return `${what}: ${claim}; ${shown}; ${textOf(own)}`
  })
  return [...told, textOf(numbers), said.join(' ')].join(' | ')
}

const textOf = (numbers: readonly number[]): string => {
  const last = numbers.findLastIndex((number) => number !== 0)
  return numbers.slice(0, Math.max(1, last + 1)).join(' ')
}

/** The figures of a line. */
export function readFigures(line: string): Figures {
  const parts = line.split(' | ')
  const numbersIn = (text = ''): readonly number[] => text.split(' ').map(Number)
  const steps: StepFigures[] = []
  for (const part of parts.slice(0, -2)) {
    const [name = '', end = '', numbers] = part.split('; ')
    const colon = name.indexOf(': ')
    steps.push({
      what: name.slice(0, colon),
      claim: name.slice(colon + 2),
      end: end === '=' ? (steps.at(-1)?.end ?? '') : end,
      numbers: numbersIn(numbers),
    })
  }
  return {
    steps,
    numbers: numbersIn(parts.at(-2)),
    said: parts.at(-1)?.split(' ').filter((key) => key !== '') ?? [],
  }
} // prettier-ignore

/**
 * How a world differs from its record. `sentences` tells the keys of both. Steps are compared as long as both have the same ones.
 */
export function compareFigures(
  now: Figures,
  { was, sentences }: { readonly was: Figures; readonly sentences: Readonly<Record<string, string>> },
): readonly Difference[] {
  const namesOf = ({ steps }: Figures): string => steps.map(({ what }) => what).join(', ')
  const other = (figure: string, what: string): Difference => ({ verdict: 'other', figure, what })
  const toldOf = (key: string): string => sentences[key] ?? key
  const apart = now.steps.findIndex(({ what }, index) => was.steps[index]?.what !== what)
  const alike = now.steps.slice(0, apart < 0 ? undefined : apart)
  return [
    ...(namesOf(now) === namesOf(was) ? [] : [other('steps', `the steps are ${namesOf(now)}, and were ${namesOf(was)}`)]),
    ...alike.flatMap((step, index) => {
      const before = was.steps[index] as StepFigures
      return [
        ...(step.claim === before.claim ? [] : [other('claims', `${step.what}: ${step.claim}, and was ${before.claim}`)]),
        ...(step.end === before.end ? [] : [other('ends', `${step.what} ends with ${step.end}, and did with ${before.end}`)]),
        ...compareNumbers(STEP_FIGURES, step.numbers, before.numbers).map((each) => ({ ...each, what: `${step.what}: ${each.what}` })),
      ]
    }),
    ...compareNumbers(WORLD_FIGURES, now.numbers, was.numbers),
    ...now.said.filter((key) => !was.said.includes(key)).map((key) => other('sentences', `it is said: ${toldOf(key)}`)),
    ...was.said.filter((key) => !now.said.includes(key)).map((key) => other('sentences', `it is no longer said: ${toldOf(key)}`)),
  ]
} // prettier-ignore

function compareNumbers(
  names: readonly string[],
  now: readonly number[],
  was: readonly number[],
): readonly Difference[] {
  return names.flatMap((figure, index) => {
    const [is = 0, before = 0] = [now[index], was[index]]
    if (is === before) return []
    const isWorse = BETTER_MORE.includes(figure) ? is < before : is > before
    return [{ verdict: isWorse ? 'worse' : 'better', figure, what: `${figure} ${is} for ${before}` } as const]
  })
}

/** The same of two worlds in lines, without the words of their sentences; undefined where one is missing. */
export const faultIn = (now: string | undefined, was: string | undefined): Difference | undefined =>
  now === undefined || was === undefined || now === was
    ? undefined
    : firstFault(compareFigures(readFigures(now), { was: readFigures(was), sentences: {} }))

/** The first of what is worse, else of what is another claim; undefined where all is as it was, or better. */
export const firstFault = (differences: readonly Difference[]): Difference | undefined =>
  differences.find(({ verdict }) => verdict === 'worse') ?? differences.find(({ verdict }) => verdict === 'other')
