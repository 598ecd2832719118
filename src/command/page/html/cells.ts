/** Pieces of cells: each gives HTML in which every foreign text is escaped. */
import type { ChangeLine } from '../../../domain/history/records.ts'
import { hasHeld, secondsOf } from '../../../domain/history/changes.ts'
import { duration } from '../../../text/duration.ts'
import { htmlText } from '../../../text/html.ts'
import { isoTime } from '../../../text/time.ts'

/** What a cell shows, and what its column is sorted by; without that, the shown text. */
export interface Cell {
  readonly html: string
  readonly value?: string | number
}

/** A foreign text; a dash where there is none, which is sorted last. */
export const textCell = (text: string | undefined): Cell =>
  text === undefined ? { html: NONE, value: '' } : { html: htmlText(text), value: text }

export const numberCell = (number: number | undefined): Cell =>
  number === undefined ? { html: NONE, value: '' } : { html: String(number), value: number }

/** A moment, to the minute, in UTC. */
export const timeCell = (at: number | undefined): Cell =>
  at === undefined ? { html: NONE, value: '' } : { html: moment(at), value: at }

const NONE = '<span class="quiet">–</span>'

export const moment = (at: number): string =>
  `<time datetime="${iso(at)}">${iso(at).slice(0, 16).replace('T', ' ')}</time>`

export const date = (at: number): string => `<time datetime="${iso(at)}">${iso(at).slice(0, 10)}</time>`

// The last moment of a day is no moment of the next one.
const iso = (at: number): string => isoTime(Math.floor(at))

/** A line below the main text of a cell. */
export const small = (html: string): string => (html === '' ? '' : `<small>${html}</small>`)

/** The address of a run as a link; an id alone stays a text, and so does what is no address of the web. */
export function runLink(run: string, html: string): string {
  return URL.parse(run)?.protocol === 'https:' ? `<a href="${htmlText(run)}" rel="noreferrer">${html}</a>` : html
}

/** A word with a colour; what it says does not depend on that. */
export const chip = (text: string, tone: 'good' | 'bad' | 'warn' | 'plain'): string =>
  `<span class="chip ${tone}">${htmlText(text)}</span>`

const TONES: Readonly<Record<string, 'good' | 'bad' | 'warn'>> = {
  current: 'good',
  rolled: 'good',
  replaced: 'good',
  restored: 'good',
  patched: 'good',
  begun: 'warn',
  dark: 'warn',
  gated: 'warn',
  waiting: 'warn',
  unrolled: 'warn',
  held: 'bad',
  halted: 'bad',
  failed: 'bad',
  stale: 'bad',
  unfinished: 'bad',
}

/** A verdict of an audit or the result of a change. */
export const resultChip = (result: string): string =>
  chip(result, Object.hasOwn(TONES, result) ? (TONES[result] ?? 'plain') : 'plain')

/** Who, when, for how long, and whether the floor was held. */
export function rollCell(roll: ChangeLine | undefined): Cell {
  if (roll === undefined) return { html: NONE, value: '' }
  const seconds = secondsOf(roll)
  const words = [
    `by ${htmlText(roll.actor)}`,
    ...(seconds === undefined ? [] : [`in ${duration(seconds)}`]),
    ...(roll.floor === undefined ? [] : [floorWords(roll)]),
  ]
  return {
    html: `${runLink(roll.run, moment(roll.at))} ${resultChip(roll.result)}${small(words.join(', '))}`,
    value: roll.at,
  }
}

const floorWords = (roll: ChangeLine): string =>
  hasHeld(roll) === true
    ? `floor of ${roll.floor?.promised} held`
    : `<strong>${roll.floor?.lowest} ready, floor ${roll.floor?.promised}</strong>`
