import { CHANGE_KINDS } from '../../domain/rollout/changes/changes.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import type {
  CapacityMark,
  CapacitySample,
  Counts,
  Event,
  GroupResult,
  InstanceSpan,
  Report,
  SizesResult,
  StepResult,
} from '../events.ts'
import { marksOf, type Watched, watchedIn } from './marks.ts'
import { timeLeft, type TimeLeft } from './remaining.ts'
import type { Span } from './span.ts'
import { beginning, isThere, seenAt, usual } from './span.ts'
import { describeChange } from '../words.ts'

/** What follows from the events alone: everything of a group's result but the verdict. */
export type GroupFacts = Omit<GroupResult, 'region' | 'status' | 'changed' | 'left' | 'failure'>

/** How far a group has come, as a `waiting` event wants it. */
export interface Outlook {
  readonly progress: number
  /** Undefined where it cannot be estimated. */
  readonly timeLeft: TimeLeft | undefined
}

/** How long a look may show an instance as it was before it was terminated. */
const LAG_SECONDS = 60

interface Ledger {
  readonly startedAt: number
  readonly before: SizesResult
  readonly readyAtStart: number
  readonly toReplace: number
  readonly spans: Map<string, Span>
  /** Instances that AWS was told to terminate, and when. */
  readonly terminated: Map<string, number>
  readonly steps: StepResult[]
  /** The most new instances that were on their way at one look. */
  width: number
  at: number
  after: SizesResult
  source: string
  imageId: string | undefined
  lowestReady: number
  floor: number
  ownSince: number | undefined
  readonly capacity: CapacitySample[]
  readonly marks: CapacityMark[]
  /** What the last look has shown of gates and alarms. */
  watched: Watched | undefined
}

/**
 * Folds the events of a run into what is reported of each group at the end. It needs an `observed` at every look, the
 * first before any change and the last after all of them, and a `step` after every change that AWS has accepted.
 * An instance is old when it was there at the first look, unless the run that is put back has launched it.
 */
export class Collector {
  readonly warnings: string[] = []
  readonly #groups = new Map<string, Ledger>()
  /** Groups whose turn has come since they were observed last: what was seen before is not of their roll. */
  readonly #begun = new Set<string>()
  readonly #notes = new Map<string, Set<string>>()

  /** Takes any event; may be passed on its own. */
  readonly report: Report = (event) => {
    if (event.kind === 'observed') this.#observe(event)
    else if (event.kind === 'step') this.#step(event)
    else if (event.kind === 'waiting') this.#touch(event.group, event.at)
    else if (event.kind === 'noted') this.#note(event)
    else if (event.kind === 'begun') for (const group of event.groups) this.#begun.add(group)
    else if (event.kind === 'warning') {
      this.warnings.push(event.group === undefined ? event.message : `${event.group}: ${event.message}`)
    }
  }

  /** What is known of the group; undefined while it was never observed. */
  facts(group: string): GroupFacts | undefined {
    const ledger = this.#groups.get(group)
    if (ledger === undefined) return undefined
    const spans = [...ledger.spans.values()]
    const old = spans.filter((span) => roleOf(span, ledger) === 'old')
    const replaced = old.filter(({ id }) => ledger.terminated.has(id))
    const removed = spans.filter((span) => roleOf(span, ledger) === 'new' && ledger.terminated.has(span.id))
    return {
      group,
      source: ledger.source,
      imageId: ledger.imageId ?? usual(spans.filter(({ role }) => role === 'new')),
      previousImageId: usual(replaced.length > 0 ? replaced : old),
      sizes: { before: ledger.before, after: ledger.after },
      replaced: replaced.map(({ id }) => id),
      launched: spans.filter(({ role }) => role === 'new').map(({ id }) => id),
      removed: removed.map(({ id }) => id),
      lowestReady: ledger.lowestReady,
      floor: ledger.floor,
      readyAtStart: ledger.readyAtStart,
      startedAt: ledger.startedAt,
      endedAt: ledger.at,
      timeline: spans.map((span): InstanceSpan => {
        const { id, zone, from, readyAt, until } = span
        return { id, role: roleOf(span, ledger), zone, from, readyAt, until }
      }),
      capacity: ledger.capacity,
      marks: ledger.marks,
      steps: ledger.steps,
      notes: [...(this.#notes.get(group) ?? [])],
    }
  }

  /**
   * Progress and end of the group's roll at its last observation: a new instance that became ready is half of a
   * replacement, an old one that was terminated the other half; each counts with its weight.
   */
  outlook(group: string): Outlook {
    const ledger = this.#groups.get(group)
    if (ledger === undefined || ledger.toReplace === 0) return { progress: 0, timeLeft: undefined }
    const { at, width } = ledger
    const ready: ReadySpan[] = []
    const coming: Span[] = []
    let gone = 0
    for (const span of ledger.spans.values()) {
      if (span.role === 'old') gone += ledger.terminated.has(span.id) ? span.weight : 0
      else if (isReady(span)) ready.push(span)
      else if (isComing(span)) coming.push(span)
    }
    // What only evens the zones comes when all is replaced: it is waited for as well.
    const total = Math.max(ledger.toReplace, coming.length > 0 ? weightOf(ready) + weightOf(coming) : 0)
    return {
      progress: (Math.min(total, weightOf(ready)) + Math.min(total, gone)) / (2 * total),
      timeLeft: timeLeft({ at, total, ready, coming, width }),
    }
  }

  #note({ group, message }: Extract<Event, { kind: 'noted' }>): void {
    this.#notes.set(group, (this.#notes.get(group) ?? new Set<string>()).add(message))
  }

  #observe({ fleet, counts, floor, ownSince }: Extract<Event, { kind: 'observed' }>): void {
    const first = this.#begun.delete(fleet.group) || !this.#groups.has(fleet.group)
    const ledger = (first ? undefined : this.#groups.get(fleet.group)) ?? {
      startedAt: fleet.at,
      before: fleet.sizes,
      readyAtStart: counts.ready,
      toReplace: counts.old,
      spans: new Map<string, Span>(),
      terminated: new Map<string, number>(),
      steps: [],
      width: 0,
      at: fleet.at,
      after: fleet.sizes,
      source: fleet.source.label,
      imageId: fleet.source.imageId,
      lowestReady: counts.ready,
      floor,
      ownSince,
      capacity: [],
      marks: [],
      watched: undefined,
    }
    this.#groups.set(fleet.group, ledger)
    ledger.at = Math.max(ledger.at, fleet.at)
    ledger.after = fleet.sizes
    ledger.source = fleet.source.label
    ledger.imageId = fleet.source.imageId
    ledger.lowestReady = Math.min(ledger.lowestReady, counts.ready)
    // What is wished by others may grow: what was promised before was less.
    ledger.floor = Math.min(ledger.floor, floor)
    addSample(ledger.capacity, sampleOf(fleet, { counts, floor }))
    ledger.marks.push(...marksOf(ledger.watched, fleet))
    ledger.watched = watchedIn(fleet, ledger.watched)
    // An answer that lags behind may show the saved state later.
    ledger.ownSince ??= ownSince
    const { at } = fleet
    for (const instance of fleet.instances) {
      const { id } = instance
      const known = ledger.spans.get(id)
      // Of several that were named in one call AWS may have left one where it was.
      if (isThere(instance) && at - (ledger.terminated.get(id) ?? at) > LAG_SECONDS) {
        ledger.terminated.delete(id)
        if (known !== undefined) known.until = undefined
      }
      const span = known ?? beginning(instance, { role: first ? 'old' : 'new', startedAt: ledger.startedAt, at })
      if (known === undefined) ledger.spans.set(id, span)
      seenAt(span, instance, at)
    }
    let coming = 0
    for (const span of ledger.spans.values()) {
      if (span.seenAt !== at) span.until ??= at
      if (span.role === 'new' && isComing(span)) coming += 1
    }
    ledger.width = Math.max(ledger.width, coming)
  }

  #step({ at, group, change, counts, reason, dryRun }: Extract<Event, { kind: 'step' }>): void {
    const ledger = this.#groups.get(group)
    if (ledger === undefined) return
    this.#touch(group, at)
    ledger.steps.push({
      group,
      at,
      action: CHANGE_KINDS[change.kind].stepAction,
      detail: describeChange(change, Infinity),
      reason,
    })
    if (change.kind === 'terminate') {
      for (const id of change.instances) {
        ledger.terminated.set(id, at)
        const span = ledger.spans.get(id)
        if (span !== undefined && !dryRun) span.until ??= at
      }
    }
    // In a dry run nothing more is observed: the forecast's own numbers are what would be seen.
    if (dryRun) ledger.lowestReady = Math.min(ledger.lowestReady, counts.ready)
  }

  #touch(group: string, at: number): void {
    const ledger = this.#groups.get(group)
    if (ledger !== undefined) ledger.at = Math.max(ledger.at, at)
  }
}

/** Looks of a long run that are kept; beyond them only the worst of each two neighbours is. */
const MOST_SAMPLES = 4000

function sampleOf(
  { at, instances }: Fleet,
  { counts, floor }: { readonly counts: Counts; readonly floor: number },
): CapacitySample {
  const leaving = instances.reduce((sum, instance) => sum + (isThere(instance) ? 0 : instance.weight), 0)
  const { old, current, ready } = counts
  return { at, ready, coming: Math.max(0, old + current - ready), leaving, floor, old, current }
}

/** Adds what a look has shown. Where it is as before only the end moves on: the last two samples may be alike. */
function addSample(samples: CapacitySample[], sample: CapacitySample): void {
  const [before, last] = [samples.at(-2), samples.at(-1)]
  if (before !== undefined && last !== undefined && isAlike(before, last) && isAlike(last, sample)) samples.pop()
  samples.push(sample)
  if (samples.length <= MOST_SAMPLES) return
  const halved = samples.flatMap((each, index) => {
    const next = samples[index + 1]
    if (index % 2 === 1) return []
    return next !== undefined && next.ready - next.floor < each.ready - each.floor ? next : each
  })
  samples.splice(0, samples.length, ...halved)
}

const isAlike = (one: CapacitySample, other: CapacitySample): boolean =>
  one.ready === other.ready &&
  one.coming === other.coming &&
  one.leaving === other.leaving &&
  one.floor === other.floor &&
  one.old === other.old &&
  one.current === other.current

type ReadySpan = Span & { readonly readyAt: number }

const isReady = (span: Span): span is ReadySpan => span.readyAt !== undefined

/** Whether it is on its way: neither ready nor gone again. */
const isComing = ({ readyAt, until }: Span): boolean => readyAt === undefined && until === undefined

const weightOf = (spans: readonly Pick<Span, 'weight'>[]): number => spans.reduce((sum, { weight }) => sum + weight, 0)

/** What an instance is to the reader: one that was launched by the run that is put back is new, though it was there. */
function roleOf({ role, launchedAt }: Span, { ownSince }: Pick<Ledger, 'ownSince'>): Span['role'] {
  const isOwn = ownSince !== undefined && launchedAt !== undefined && launchedAt >= ownSince
  return isOwn ? 'new' : role
}
