import { Cron } from 'croner'

/** More runs of one action are not looked for: the last decides. */
const MOST_RUNS = 500

/**
 * The moments of a recurring scheduled action, in seconds since the Unix epoch. Each look asks for the runs of nearly the same span, and an
 * expression that runs each minute has 500 in it: so those that were found are kept.
 */
export class Recurrence {
  readonly #cron: Cron
  /** After this moment all runs up to the last of `#runs` are in it, in their order. */
  #from = Infinity
  #runs: number[] = []

  /** AWS takes five fields, and UTC where no time zone is given. */
  constructor(expression: string, timeZone = 'UTC') {
    this.#cron = new Cron(expression, { timezone: timeZone, mode: '5-part', paused: true })
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
