/** What the main step leaves for the post step, by way of the runner. */
import type { FoundBastion } from '../aws/bastion/find.ts'
import type { Run } from '../modes/run.ts'
import type { Runner } from '../platform/runner.ts'

const STATE = { run: 'run', groups: 'groups', bastion: 'bastion' } as const

/** Writes down for the post step what the run `id` is about to touch. */
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

/** Nothing is left to put back: the post step may stay silent. */
export const clearPostState = (runner: Runner): void => runner.saveState(STATE.run, '')

/** The run that has left something; empty where none has. */
export const savedRunId = (runner: Runner): string => runner.getState(STATE.run)

/** What that run has touched. */
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
