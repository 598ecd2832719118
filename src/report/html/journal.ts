import { clip } from '../../text/escape.ts'
import type { Event } from '../events.ts'
import { observedText, verdictText } from '../log/log-lines.ts'
import { count, describeChange, firstOf } from '../words.ts'

/** One event of a run, for a table. */
export interface JournalRow {
  /** Seconds since the Unix epoch. */
  readonly at: number
  readonly kind: 'phase' | 'look' | 'step' | 'wait' | 'info' | 'warning' | 'end'
  /** Empty where it is about the run as a whole. */
  readonly group: string
  readonly what: string
  readonly why: string
}

/** A page that a browser opens at once; a run of a thousand groups has some thousand steps. */
const MOST_ROWS = 20_000
/** Instances that one row names. */
const MOST_IDS = 20

/**
 * Every event of a run but the looks, of which the first at each group is kept: the others are the charts. Of what a group waits for each
 * reason is kept once, as long as nothing but its numbers changes.
 */
export class Journal {
  readonly rows: JournalRow[] = []
  /** Rows that found no room. */
  left = 0
  readonly #observed = new Set<string>()
  readonly #waiting = new Map<string, string>()

  /** `now`, in seconds since the Unix epoch, stands for the time of an event that has none. */
  note(event: Event, now: number): void {
    const row = this.#rowOf(event, now)
    if (row === undefined) return
    if (this.rows.length < MOST_ROWS) this.rows.push(row)
    else this.left += 1
  }

  #rowOf(event: Event, now: number): JournalRow | undefined {
    switch (event.kind) {
      case 'phase':
        return { at: now, kind: 'phase', group: '', what: event.title, why: '' }
      case 'begun': {
        const wave = event.waves > 1 ? `wave ${event.wave} of ${event.waves} begins` : 'begins'
        return { at: event.at, kind: 'info', group: firstOf(event.groups, MOST_IDS), what: wave, why: '' }
      }
      case 'observed': {
        const { group, at } = event.fleet
        if (this.#observed.has(group)) return undefined
        this.#observed.add(group)
        return { at, kind: 'look', group, what: observedText(event), why: '' }
      }
      case 'step': {
        const { at, group, change, reason, dryRun } = event
        this.#waiting.delete(group)
        const what = `${dryRun ? 'would ' : ''}${describeChange(change, MOST_IDS)}`
        return { at, kind: 'step', group, what, why: reason }
      }
      case 'waiting':
        return this.#wait(event)
      case 'finished': {
        const { result } = event
        return {
          at: event.at,
          kind: 'end',
          group: result.group,
          what: verdictText(result),
          why: result.failure?.what ?? '',
        }
      }
      case 'ended':
        return undefined
      case 'noted':
      case 'info':
      case 'notice':
      case 'warning': {
        const at = event.kind === 'info' ? (event.at ?? now) : now
        const kind = event.kind === 'warning' ? 'warning' : 'info'
        return { at, kind, group: event.group ?? '', what: clip(event.message, 4000), why: '' }
      }
      default:
        return event satisfies never
    }
  }

  #wait({ at, group, reason }: Extract<Event, { kind: 'waiting' }>): JournalRow | undefined {
    const plain = reason.replaceAll(/[\d.]+/g, '')
    if (this.#waiting.get(group) === plain) return undefined
    this.#waiting.set(group, plain)
    return { at, kind: 'wait', group, what: 'waits', why: reason }
  }
}

/** What the table leaves out, in a sentence; empty where that is nothing. */
export const leftOut = ({ left }: Pick<Journal, 'left'>): string =>
  left === 0 ? '' : `${count(left, 'later event')} found no room here: the log of the step has them all.`
