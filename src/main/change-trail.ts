/** The record of what a run changes: its intent before the first change, its outcome at the end, by the post step if need be. */
import type { TellingConnection } from '../aws/records/send-record.ts'
import type { RecordSinks } from '../domain/record-sinks.ts'
import { type Explanation, UserError } from '../errors.ts'
import { isMode, modes } from '../inputs/modes.ts'
import type { Governance } from '../modes/governance.ts'
import type { Run } from '../modes/run.ts'
import type { Runner } from '../platform/runner.ts'
import type { Report, RunResult } from '../report/events.ts'
import { begun, type ChangeContext, type ChangeRecord, type ChangeState, ended, recordLines, shownInputs } from '../report/results/change-record.ts' // prettier-ignore
import { isoTime } from '../text/time.ts'
import { POST_STATE, type RunScope } from './post-state.ts'
import { addressOf } from './run-context.ts'
import { type Delivery, placesOf, type SavedTrail, unwritten, writeRecord } from './saved-trail.ts'

export interface ChangeTrail extends Pick<Run, 'selected' | 'beginning'> {
  /** Says by which catalogue the run is governed, once it is known. */
  readonly govern: (governance: Governance | undefined) => void
  /** Says where the record is sent, once AWS can be reached. */
  readonly deliver: (delivery: TrailDelivery) => void
  /** Writes and sends the outcome, and gives it. Undefined where there is no record. */
  readonly end: (end: TrailEnd) => Promise<ChangeRecord | undefined>
}

export interface TrailDelivery {
  readonly connection: TellingConnection
  readonly sinks: RecordSinks | undefined
  readonly scope: RunScope
  /** Of the role, as CloudTrail has it. */
  readonly session: string
}

export interface TrailEnd {
  readonly result: RunResult
  /** What ended the run as a whole. */
  readonly failure: Explanation | undefined
  /** Seconds since the Unix epoch. */
  readonly at: number
}

export interface TrailOptions {
  /** Of the run: `<run id>/<attempt>/<nonce>`. */
  readonly id: string
  readonly report: Report
  /** Seconds since the Unix epoch. */
  readonly now: () => number
  /** Aborted when the run is cancelled: what could not be sent then is left to the post step. */
  readonly signal: AbortSignal
  /** The plan that is carried out, by its id. */
  readonly plan?: string | undefined
}

/**
 * The record of a run that may change something, where it is asked for or a catalogue governs; undefined of any other. A record
 * that cannot be written or sent is warned of, and the run goes on.
 */
export function changeTrail(runner: Runner, { id, report, now, signal, plan }: TrailOptions): ChangeTrail | undefined {
  const mode = runner.input('mode')
  const isApplied = runner.input('apply') !== ''
  if (!isApplied && (!isMode(mode) || !modes[mode].changes)) return undefined
  if (/^true$/i.test(runner.input('dry-run'))) return undefined
  if (mode === 'janitor' && !/^true$/i.test(runner.input('heal'))) return undefined
  const path = runner.input('audit-path')
  let context = contextOf(runner, mode, plan)
  const asked = runner.input('service') || null
  let governance: Governance | undefined
  let [delivery, connection]: [Delivery | undefined, TellingConnection | undefined] = [undefined, undefined]
  let [groups, hasBegun]: [readonly string[], boolean] = [[], false]
  const isWanted = (): boolean => path !== '' || governance !== undefined || delivery !== undefined
  const serviceOf = (group: string | null): string | null => governance?.claimed.get(group ?? '') ?? asked
  const warn = (messages: readonly string[]): void => messages.forEach((message) => report({ kind: 'warning', message })) // prettier-ignore
  const save = (states: readonly ChangeState[], isDone: boolean): void => {
    try {
      runner.saveState(POST_STATE.record, JSON.stringify({ path, context, states, delivery, isDone } satisfies SavedTrail)) // prettier-ignore
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      warn([unwritten(error)])
    }
  }
  const write = async (states: readonly ChangeState[], isEnd: boolean): Promise<ChangeRecord> => {
    const record = { context, states, keptAt: placesOf({ path, delivery }) }
    const lines = recordLines(record)
    warn(await writeRecord(runner, path, lines))
    // Before it is sent: a run that is killed meanwhile leaves it to the post step.
    save(states, false)
    if (delivery !== undefined && connection !== undefined) {
      const { sendRecord } = await import('../aws/records/send-record.ts')
      const unsent = await sendRecord(connection, delivery.sinks, { ...delivery, lines, at: now() })
      if (signal.aborted && unsent.length > 0) return record
      warn(unsent)
    }
    if (isEnd) save(states, true)
    return record
  }
  return {
    govern: (known) => {
      governance = known
      if (known?.environment !== undefined) context = { ...context, environment: known.environment }
    },
    deliver: (wanted) => {
      const { sinks, scope } = wanted
      context = { ...context, session: wanted.session, account: scope.account, region: scope.region }
      if (sinks === undefined) return
      connection = wanted.connection
      delivery = { sinks, scope, name: id.replaceAll('/', '-'), begunAt: now() }
    },
    selected: (names) => {
      groups = names
    },
    beginning: async (names) => {
      groups = names
      hasBegun = true
      context = { ...context, startedAt: context.startedAt ?? isoTime(now()) }
      if (governance !== undefined) context = { ...context, verdicts: [...governance.told] }
      if (isWanted()) await write(begun({ at: now(), groups, serviceOf, ownerOf: ownersOf(governance) }), false)
    },
    end: async ({ result, failure, at }) => {
      if (!isWanted() && asked === null) return undefined
      if (governance !== undefined) context = { ...context, verdicts: [...governance.told] }
      const moment = { at, groups, serviceOf, ownerOf: ownersOf(governance), hasBegun }
      return await write(ended(moment, result, failure), true)
    },
  }
}

/** The team that a service belongs to. */
const ownersOf =
  (governance: Governance | undefined) =>
  (service: string | null): string | null =>
    governance?.catalogue.services.get(service ?? '')?.owner ?? null

function contextOf(runner: Runner, mode: string, plan: string | undefined): ChangeContext {
  const { actor, triggeringActor, repository, sha, ref, workflow } = runner.workflowContext()
  const names: readonly string[] = isMode(mode) ? modes[mode].uses : []
  return {
    actor,
    triggeringActor,
    repository,
    sha,
    ref,
    run: addressOf(runner) ?? runner.environment.runId,
    workflow,
    session: null,
    account: null,
    region: null,
    startedAt: null,
    mode,
    environment: runner.input('environment') || null,
    breakGlass: runner.input('break-glass') || null,
    plan: plan ?? null,
    inputs: shownInputs(names.map((name) => [name, runner.input(name)] as const)),
    verdicts: [],
  }
}
