/** Takes the figures of a world from what the simulator has done: each step, and how things stood at every moment. */
import type { SimulatedAccount } from '../../../simulator/account.ts'
import type { ActionRun } from '../../run-action.ts'
import { claimOf, type Sentences, sentencesOf } from './claims.ts'
import type { Figures, StepFigures } from './figures.ts'

/** What is watched, read at any moment. */
export interface Subject {
  /** Instances that were launched, and that have left, since the world began. */
  readonly moved: () => { readonly launches: number; readonly departures: number }
  readonly levels: () => Levels
  readonly end: () => End
}

/** How things stand. All but `ready` are better when lower, and count as long as they stand. */
export interface Levels {
  /** What serves, in the units of the groups. */
  readonly ready: number
  /** What lacks of the capacity of the beginning, in the same units. */
  readonly short: number
  /** Instances beyond those of the beginning. */
  readonly over: number
  /** Processes that are suspended. */
  readonly suspended: number
  /** Tags of runs. */
  readonly tagged: number
  /** Groups whose sizes are others than in the beginning. */
  readonly resized: number
  /** By how much zones differ beyond what they must. */
  readonly uneven: number
}

export interface End {
  /** Sizes, or where the address points. */
  readonly sizes: string
  /** Instances of the beginning that still serve. */
  readonly outdated: number
  /** Suspended processes, tags of runs, instances and addresses that a run has made for a while. */
  readonly traces: number
}

const STANDING = ['short', 'over', 'suspended', 'tagged', 'resized', 'uneven'] as const

/** One world, from the moment at which it is set up. */
export class WorldWatch {
  /** What the keys of the figures mean. */
  sentences: Sentences = {}
  readonly #account: SimulatedAccount
  readonly #subject: Subject
  readonly #steps: StepFigures[] = []
  readonly #sums = { short: 0, over: 0, suspended: 0, tagged: 0, resized: 0, uneven: 0 }
  #lowest: number
  #levels: Levels
  #since: number
  readonly #aside = { launches: 0, departures: 0 }

  constructor(account: SimulatedAccount, subject: Subject) {
    this.#account = account
    this.#subject = subject
    this.#since = account.timeline.now
    this.#levels = subject.levels()
    this.#lowest = this.#levels.ready
    account.timeline.onMoment(() => this.#look())
    const { ledger } = account
    const { onChange } = ledger
    ledger.onChange = () => {
      onChange()
      this.#look()
    }
  }

  /** Plays a step, and takes its figures. */
  async step(what: string, play: () => Promise<ActionRun>): Promise<ActionRun> {
    const { ledger, timeline } = this.#account
    const { entries } = ledger
    const [began, calls, moved] = [timeline.now, entries.length, this.#subject.moved()]
    const run = await play()
    this.#look()
    const made = entries.slice(calls)
    const now = this.#subject.moved()
    const { sizes, outdated, traces } = this.#subject.end()
    const [launches, departures] = [now.launches - moved.launches, now.departures - moved.departures]
    this.#aside.launches += launches
    this.#aside.departures += departures
    this.#steps.push({
      what: what.replace(/^(an?|the) /, ''),
      claim: claimOf(run),
      end: sizes,
      numbers: [
        Math.round(timeline.now - began),
        launches,
        departures,
        made.filter(({ changes, outcome }) => changes && outcome === 'ok').length,
        made.filter(({ outcome }) => outcome !== 'ok').length,
        made.length,
        outdated,
        traces,
      ],
    })
    this.sentences = { ...this.sentences, ...sentencesOf(run) }
    return run
  }

  /** All figures until now. */
  figures(): Figures {
    this.#look()
    const { launches, departures } = this.#subject.moved()
    return {
      steps: this.#steps,
      numbers: [
        this.#lowest,
        launches - this.#aside.launches,
        departures - this.#aside.departures,
        ...STANDING.map((level) => Math.round(this.#sums[level])),
      ],
      said: Object.keys(this.sentences).toSorted(),
    }
  }

  #look(): void {
    const { now } = this.#account.timeline
    const seconds = now - this.#since
    if (seconds > 0) for (const level of STANDING) this.#sums[level] += seconds * this.#levels[level]
    this.#since = now
    this.#levels = this.#subject.levels()
    this.#lowest = Math.min(this.#lowest, this.#levels.ready)
  }
}
