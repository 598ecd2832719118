/** What the main step leaves for the post step, in the state that the runner keeps between them. */
import type { FoundBastion } from '../aws/bastion/find.ts'
import type { InputName } from '../inputs/declared.ts'
import { modes, type Mode } from '../inputs/modes.ts'
import type { Run } from '../modes/run.ts'
import type { RunResult } from '../report/events.ts'
import type { Runner } from '../platform/runner.ts'

/** The keys of the state; `readSavedRun` reads them again. */
export const POST_STATE = {
  run: 'run',
  scope: 'scope',
  groups: 'groups',
  bastion: 'bastion',
  memos: 'memos',
  record: 'record',
  deployment: 'deployment',
} as const

/** The key of the memo of one group; they count from 0, and how many there are stands under `memos`. */
export const memosKey = (place: number): string => `memos-${place}`

/** Where the main step works and with which credentials: the post step goes by it, whatever it is given itself. */
export interface RunScope {
  /** 12 digits. */
  readonly account: string
  readonly region: string
  /** The texts of `SCOPE_INPUTS` that were given. */
  readonly inputs: Readonly<Record<string, string>>
}

/** The inputs that say where and with which credentials a run works; none of them holds a secret. */
export const SCOPE_INPUTS = [
  'mode',
  'role-to-assume',
  'role-session-name',
  'role-duration-seconds',
  'audience',
  'allowed-account-ids',
  'timeout',
  'dry-run',
] as const satisfies readonly InputName[]

/** The scope of a run of this mode, once its credentials have been tried. */
export function scopeOf(
  runner: Pick<Runner, 'input'>,
  { mode, account, region }: { readonly mode: Mode; readonly account: string; readonly region: string },
): RunScope {
  const used: readonly string[] = modes[mode].uses
  const given = SCOPE_INPUTS.filter((name) => used.includes(name)).map((name) => [name, runner.input(name)] as const)
  return { account, region, inputs: Object.fromEntries(given.filter(([, text]) => text !== '')) }
}

/** Saves for the post step what the run `id` is about to change, and where. */
export function savePostState(
  runner: Runner,
  { id, scope }: { readonly id: string; readonly scope: RunScope },
): Pick<Run, 'touching' | 'touchingBastion'> {
  // The run last: a post step that finds it finds the rest as well, whenever the main step was killed.
  const save = (key: string, touched: unknown): void => {
    runner.saveState(POST_STATE.scope, JSON.stringify(scope))
    runner.saveState(key, JSON.stringify(touched))
    runner.saveState(POST_STATE.run, id)
  }
  return {
    touching: (groups) => save(POST_STATE.groups, groups),
    touchingBastion: (bastion: FoundBastion) => save(POST_STATE.bastion, bastion),
  }
}

/** Whether a run with this result has left nothing to be put back. */
export function isSettled(result: RunResult): boolean {
  switch (result.kind) {
    case 'groups':
      return [...result.groups, ...(result.bastion ? [result.bastion] : []), ...(result.traffic ?? [])].every(
        isFinished,
      )
    case 'janitor':
      return [...result.restored.groups, ...result.restored.traffic].every(isFinished)
    case 'audit':
    case 'catalogue':
      return true
    case 'bastion':
      return isFinished(result.bastion)
    case 'traffic':
      return isFinished(result.traffic)
    default:
      return result satisfies never
  }
}

const isFinished = ({ status }: { readonly status: string }): boolean => status !== 'unfinished'

/** Makes the post step do nothing. */
export const clearPostState = (runner: Runner): void => runner.saveState(POST_STATE.run, '')
