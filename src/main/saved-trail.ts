/** What the main step keeps of its record for the post step. */
import type { TellingConnection } from '../aws/records/send-record.ts'
import type { RecordSinks } from '../domain/record-sinks.ts'
import { UserError } from '../errors.ts'
import type { Runner } from '../platform/runner.ts'
import type { RunResult } from '../report/events.ts'
import {
  type ChangeContext,
  type ChangeRecord,
  type ChangeState,
  ended,
  recordLines,
} from '../report/results/change-record.ts'
import { POST_STATE, type RunScope } from './post-state.ts'

export interface SavedTrail {
  /** Empty: no file. */
  readonly path: string
  readonly context: ChangeContext
  readonly states: readonly ChangeState[]
  /** Undefined: it is sent nowhere. */
  readonly delivery: Delivery | undefined
  /** Whether it says how the run has ended, and was sent everywhere. */
  readonly isDone: boolean
}

/** Where and how a record is sent. */
export interface Delivery {
  readonly sinks: RecordSinks
  /** Of the run, in letters, digits and `-`. */
  readonly name: string
  /** Seconds since the Unix epoch. */
  readonly begunAt: number
  readonly scope: RunScope
}

/** Undefined for what no main step has written. */
export function savedTrail(runner: Pick<Runner, 'getState'>): SavedTrail | undefined {
  const text = runner.getState(POST_STATE.record)
  try {
    const saved = (text === '' ? undefined : JSON.parse(text)) as Partial<SavedTrail> | null | undefined
    return typeof saved?.path === 'string' && saved.context !== undefined && Array.isArray(saved.states)
      ? { ...(saved as SavedTrail), isDone: saved.isDone === true }
      : undefined
  } catch {
    return undefined
  }
}

/** What the post step knows at its end. */
export interface PostEnd {
  /** What it has put back; undefined where there was nothing to put back. */
  readonly result: RunResult | undefined
  /** Seconds since the Unix epoch. */
  readonly at: number
  /** Where the run has worked; undefined where it could not be reached. */
  readonly connection: TellingConnection | undefined
}

/** Writes what the post step has put back into the file of the record, and sends it; gives a sentence for each failure. */
export async function endSavedTrail(
  runner: Pick<Runner, 'writeFile'>,
  saved: SavedTrail,
  { result, at, connection }: PostEnd,
): Promise<{ readonly record: ChangeRecord; readonly warnings: readonly string[] }> {
  const states = statesAtTheEnd(saved, result, at)
  const record = { context: saved.context, states, keptAt: placesOf(saved) }
  const lines = recordLines(record)
  const unwritten = await writeRecord(runner, saved.path, lines)
  const { delivery } = saved
  if (delivery === undefined || connection === undefined) return { record, warnings: unwritten }
  const { sendRecord } = await import('../aws/records/send-record.ts')
  const unsent = await sendRecord(connection, delivery.sinks, { ...delivery, lines, at })
  return { record, warnings: [...unwritten, ...unsent] }
}

/** Where a record is kept besides the output, in words. */
export function placesOf({ path, delivery }: Pick<SavedTrail, 'path' | 'delivery'>): readonly string[] {
  const { bus, logGroup, bucket } = delivery?.sinks ?? {}
  return [
    ...(path === '' ? [] : [`the file ${path}`]),
    ...(bus === undefined ? [] : [`the event bus ${bus}`]),
    ...(logGroup === undefined ? [] : [`the log group ${logGroup}`]),
    ...(bucket === undefined ? [] : [`the bucket ${bucket}`]),
  ]
}

/** The file of a record, none where there is nothing to be said; a sentence where it cannot be written. */
export async function writeRecord(
  runner: Pick<Runner, 'writeFile'>,
  path: string,
  lines: readonly string[],
): Promise<readonly string[]> {
  if (path === '' || lines.length === 0) return []
  try {
    await runner.writeFile(path, lines.map((line) => `${line}\n`).join(''))
    return []
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return [unwritten(error)]
  }
}

export const unwritten = ({ message }: UserError): string => `The record of this run could not be written. ${message}`

const WITHOUT_END = 'The main step ended without saying how. Nothing was left for the post step to put back.'

function statesAtTheEnd(
  { states: saved }: SavedTrail,
  result: RunResult | undefined,
  at: number,
): readonly ChangeState[] {
  // The main step may have said how it ended, and could not send that any more.
  if (result === undefined && saved.every((state) => state.result !== 'begun')) return saved
  const groups = saved.flatMap(({ group }) => group ?? [])
  const services = new Map(saved.map(({ group, service }) => [group, service]))
  const owners = new Map(saved.map(({ service, owner }) => [service, owner]))
  const moment = {
    at,
    groups,
    hasBegun: true,
    serviceOf: (group: string | null) => services.get(group) ?? null,
    ownerOf: (service: string | null) => owners.get(service) ?? null,
  }
  const states =
    result === undefined
      ? ended(moment, { kind: 'groups', groups: [] }, { what: WITHOUT_END })
      : ended(moment, result, undefined)
  const kept = saved.filter(({ group }) => states.every((state) => state.group !== group))
  const images = (state: ChangeState): ChangeState => {
    const before = saved.find(({ group }) => group === state.group)?.before.image
    return before === undefined || before === null ? state : { ...state, before: { image: before } }
  }
  return [...kept, ...states.map(images)]
}
