/** The saved state of a run as text: the facts that never change during a run, and the lease, which is renewed without them. */
import type { Memo } from '../../domain/rollout/fleet.ts'
import { type TextFormat, type VersionedText, numberField, versionedText } from './versioned-text.ts'

/** The run that holds the lease, and when it was last renewed. */
export type MemoLease = Pick<Memo, 'run' | 'heartbeatAt' | 'url'>

/** How the group was before the run, and what the run was to do. */
export type MemoFacts = Omit<Memo, keyof MemoLease>

const NOTHING = 'none'

const firstFacts: TextFormat<MemoFacts> = {
  required: ['started', 'min', 'max', 'desired', 'suspends', 'surge', 'source', 'until'],
  optional: ['dark', 'released'],
  write: ({ startedAt, sizes, suspends, surge, source, replaceLaunchedUntil: until, dark, released }) => ({
    started: numberField(startedAt),
    min: numberField(sizes.min),
    max: numberField(sizes.max),
    desired: numberField(sizes.desired),
    suspends: listing(suspends),
    surge: numberField(surge),
    source,
    until: until === undefined ? NOTHING : numberField(until),
    ...(dark && { dark: 'yes' }),
    ...(released && { released: 'yes' }),
  }),
  read: ({ text, number, has }) => ({
    startedAt: number('started'),
    sizes: { min: number('min'), max: number('max'), desired: number('desired') },
    suspends: text('suspends') === NOTHING ? [] : text('suspends').split('+'),
    surge: number('surge'),
    source: text('source'),
    replaceLaunchedUntil: text('until') === NOTHING ? undefined : number('until'),
    ...(has('dark') && { dark: true }),
    ...(has('released') && { released: true }),
  }),
}

const firstLease: TextFormat<MemoLease> = {
  required: ['run', 'heartbeat'],
  optional: ['url'],
  write: ({ run, heartbeatAt, url }) => ({
    run,
    heartbeat: numberField(heartbeatAt),
    // The address is a comfort: better without it than without the tag.
    ...(url !== undefined && SAFE_ADDRESS.test(url) && { url }),
  }),
  read: ({ text, number }) => ({
    run: text('run'),
    heartbeatAt: number('heartbeat'),
    ...(text('url') !== '' && { url: text('url') }),
  }),
}

const SAFE_ADDRESS = /^https:\/\/[\w.:/-]{1,180}$/

function listing(processes: readonly string[]): string {
  if (processes.some((process) => !/^[A-Za-z]+$/.test(process) || process === NOTHING))
    throw new Error(`${processes.join(', ')} cannot be written into a memo.`)
  return processes.join('+') || NOTHING
}

/** The text of the facts; a version that is written no more stays for as long as a group may carry it. */
export const factsText: VersionedText<MemoFacts> = versionedText({ formats: { 1: firstFacts }, written: 1 })

/** The text of the lease. */
export const leaseText: VersionedText<MemoLease> = versionedText({ formats: { 1: firstLease }, written: 1 })
