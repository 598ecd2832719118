import { Cron } from 'croner'

/** More runs of one action are not looked for: the last decides. */
const MOST_RUNS = 500

/** The first and the last value of each field: minutes, hours, days, months, days of the week. */
const FIELDS = [[0, 59], [0, 23], [1, 31], [1, 12], [0, 6]] as const // prettier-ignore

/**
 * An expression as the parser takes it. Other crons know steps from one value on, `5/15`, which go on to the last value of the field, and
 * steps that are larger than the field, of which the first value alone is left.
 */
const withSteps = (expression: string): string =>
  expression
    .trim()
    .split(/\s+/)
    .map((field, place) => {
      const [first, last] = FIELDS[place] ?? [0, 0]
      return field.split(',').map((part) => withStep(part, first, last)).join(',')
    })
    .join(' ') // prettier-ignore

function withStep(part: string, first: number, last: number): string {
  const [, range = '', step = ''] = /^([^/]+)\/(\d+)$/.exec(part) ?? []
  if (range === '') return part
  const [from = ''] = range === '*' ? [String(first)] : range.split('-')
  if (Number(step) > last - first) return from
  return range === '*' || range.includes('-') ? part : `${range}-${last}/${step}`
}

/**
 * The moments of a recurring scheduled action, in seconds since the Unix epoch. Each look asks for the runs of nearly the same span, and an
 * expression that runs each minute has 500 in it: so those that were found are kept.
 */
export class Recurrence {
  readonly #cron: Cron
  /** After this moment all runs up to the last of `#runs` are in it, in their order. */
  #from = Infinity
  #runs: number[] = []

  /** AWS takes five fields, and UTC where no time zone is given. Throws, here or by `next`, where one of the two cannot be read. */
  constructor(expression: string, timeZone = 'UTC') {
    this.#cron = new Cron(withSteps(expression), { timezone: timeZone, mode: '5-part', paused: true })
  }

  /** The first run after a moment; undefined where there is none. */
  next(after: number): number | undefined {
    const run = this.#cron.nextRun(new Date(after * 1000))
    return run === null ? undefined : run.getTime() / 1000
  }

  /** The runs after `from`, up to `until` with it, at most the first 500. */
  between(from: number, until: number): readonly number[] {
    if (from < this.#from) {
      this.#from = from
      this.#runs = []
    }
    let missing = MOST_RUNS - this.#runs.filter((run) => run > from).length
    for (
      let run = this.#after(this.#runs.at(-1) ?? from, until);
      run !== undefined && missing > 0;
      run = this.#after(run, until)
    ) {
      this.#runs.push(run)
      if (run > from) missing--
    }
    return this.#runs.filter((run) => run > from && run <= until).slice(0, MOST_RUNS)
  }

  /** The next run, where one may still lie in a span that ends at `until`. */
  #after(last: number, until: number): number | undefined {
    return last <= until ? this.next(last) : undefined
  }
}
