/** What the main step leaves for the post step, in the state that the runner keeps between them. */
import type { FoundBastion } from '../aws/bastion/find.ts'
import type { Run } from '../modes/run.ts'
import type { RunResult } from '../report/events.ts'
import type { Runner } from '../platform/runner.ts'

const STATE = { run: 'run', groups: 'groups', bastion: 'bastion' } as const

/** Saves for the post step what the run `id` is about to change. */
export function savePostState(runner: Runner, id: string): Pick<Run, 'touching' | 'touchingBastion'> {
  // The run last: a post step that finds it finds the rest as well, whenever the main step was killed.
  const save = (key: string, touched: unknown): void => {
    runner.saveState(key, JSON.stringify(touched))
    runner.saveState(STATE.run, id)
  }
  return {
    touching: (groups) => save(STATE.groups, groups),
    touchingBastion: (bastion) => save(STATE.bastion, bastion),
  }
}

/** Whether a run with this result has left nothing to be put back. */
export function isSettled(result: RunResult): boolean {
  switch (result.kind) {
    case 'groups':
      return [...result.groups, ...(result.bastion ? [result.bastion] : [])].every(isFinished)
    case 'audit':
      return true
    case 'bastion':
      return isFinished(result.bastion)
    default:
      return result satisfies never
  }
}

const isFinished = ({ status }: { readonly status: string }): boolean => status !== 'unfinished'

/** Makes the post step do nothing. */
export const clearPostState = (runner: Runner): void => runner.saveState(STATE.run, '')

/** The id of the run that may have left something; empty where none has. */
export const savedRunId = (runner: Runner): string => runner.getState(STATE.run)

/** The groups and the bastion that the run has changed or was about to. */
export function savedTargets(runner: Runner): {
  readonly bastion: FoundBastion | undefined
  readonly groups: readonly string[]
} {
  const saved = (key: string): unknown => JSON.parse(runner.getState(key) || 'null')
  return {
    bastion: (saved(STATE.bastion) as FoundBastion | null) ?? undefined,
    groups: (saved(STATE.groups) as readonly string[] | null) ?? [],
  }
}
