/** The record of what a run changes: its intent before the first change, its outcome at the end, by the post step if need be. */
import { UserError } from '../errors.ts'
import type { Explanation } from '../errors.ts'
import { isMode, modes } from '../inputs/modes.ts'
import type { Governance } from '../modes/governance.ts'
import type { Run } from '../modes/run.ts'
import type { Runner } from '../platform/runner.ts'
import type { Report, RunResult } from '../report/events.ts'
import {
  begun,
  type ChangeContext,
  type ChangeState,
  ended,
  recordLines,
  recordOutput,
} from '../report/results/change-record.ts'
import { addressOf } from './run-context.ts'
import { POST_STATE } from './post-state.ts'

/** What the main step keeps of its record for the post step. */
interface SavedTrail {
  /** Empty: no file. */
  readonly path: string
  readonly context: ChangeContext
  readonly states: readonly ChangeState[]
}

export interface ChangeTrail extends Pick<Run, 'selected' | 'beginning'> {
  /** Says by which catalogue the run is governed, once it is known. */
  readonly govern: (governance: Governance | undefined) => void
  /** Writes the outcome, and gives the text of the output; `at` in seconds since the Unix epoch. */
  readonly end: (result: RunResult, failure: Explanation | undefined, at: number) => Promise<string | undefined>
}

/**
 * The record of a run that may change something, where `audit-path` is given or a catalogue governs; undefined of any other. A
 * record that cannot be written is warned of, and the run goes on.
 */
export function changeTrail(
  runner: Runner,
  { report, now }: { readonly report: Report; readonly now: () => number },
): ChangeTrail | undefined {
  // prettier-ignore
  const mode = runner.input('mode')
  if (!isMode(mode) || !modes[mode].changes || /^true$/i.test(runner.input('dry-run'))) return undefined
  const path = runner.input('audit-path')
  const { actor, triggeringActor, repository, sha, ref, workflow } = runner.workflowContext()
  let context: ChangeContext = {
    actor,
    triggeringActor,
    repository,
    sha,
    ref,
    run: addressOf(runner) ?? runner.environment.runId,
    workflow,
    mode,
    environment: runner.input('environment') || null,
    breakGlass: runner.input('break-glass') || null,
  }
  const asked = runner.input('service') || null
  let governance: Governance | undefined
  let [groups, hasBegun]: [readonly string[], boolean] = [[], false]
  const serviceOf = (group: string | null): string | null => governance?.claimed.get(group ?? '') ?? asked
  const write = async (states: readonly ChangeState[]): Promise<readonly string[]> => {
    const lines = recordLines(context, states)
    try {
      if (path !== '') await runner.writeFile(path, lines.map((line) => `${line}\n`).join(''))
      runner.saveState(POST_STATE.record, JSON.stringify({ path, context, states } satisfies SavedTrail))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      report({ kind: 'warning', message: unwritten(error) })
    }
    return lines
  }
  return {
    govern: (known) => {
      governance = known
      if (known?.environment !== undefined) context = { ...context, environment: known.environment }
    },
    selected: (names) => {
      groups = names
    },
    beginning: async (names) => {
      groups = names
      hasBegun = true
      if (path !== '' || governance !== undefined) await write(begun({ at: now(), groups, serviceOf }))
    },
    end: async (result, failure, at) => {
      if (path === '' && governance === undefined && asked === null) return undefined
      return recordOutput(await write(ended({ at, groups, serviceOf, hasBegun }, result, failure)))
    },
  }
}

const unwritten = ({ message }: UserError): string => `The record of this run could not be written. ${message}`

/** Writes into the record what the post step has put back; where the main step kept none, nothing. */
export async function endTrail(runner: Runner, result: RunResult, at: number): Promise<void> {
  const saved = savedTrail(runner.getState(POST_STATE.record))
  if (saved === undefined || saved.path === '') return
  const groups = saved.states.flatMap(({ group }) => group ?? [])
  const services = new Map(saved.states.map(({ group, service }) => [group, service]))
  const states = ended(
    { at, groups, hasBegun: true, serviceOf: (group) => services.get(group) ?? null },
    result,
    undefined,
  )
  const kept = saved.states.filter(({ group }) => states.every((state) => state.group !== group))
  const images = (state: ChangeState): ChangeState => {
    const before = saved.states.find(({ group }) => group === state.group)?.before.image
    return before === undefined || before === null ? state : { ...state, before: { image: before } }
  }
  const lines = recordLines(saved.context, [...kept, ...states.map(images)])
  try {
    await runner.writeFile(saved.path, lines.map((line) => `${line}\n`).join(''))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    runner.annotation('warning', unwritten(error), 'Fleet Patch')
  }
}

/** Undefined for what no main step has written. */
function savedTrail(text: string): SavedTrail | undefined {
  try {
    const saved = (text === '' ? undefined : JSON.parse(text)) as Partial<SavedTrail> | undefined
    return typeof saved?.path === 'string' && saved.context !== undefined && Array.isArray(saved.states) ? (saved as SavedTrail) : undefined // prettier-ignore
  } catch {
    return undefined
  }
}
