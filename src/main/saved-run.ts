/** What the post step knows of the main step's run. It comes from the saved state alone, never from inputs given anew. */
import type { FoundBastion } from '../aws/bastion/find.ts'
import type { Memo } from '../domain/rollout/fleet.ts'
import { UserError } from '../errors.ts'
import { readCommon, type CommonInputs } from '../inputs/common.ts'
import { isMode, modes, type Mode } from '../inputs/modes.ts'
import { inputReader } from '../inputs/reader.ts'
import type { Runner } from '../platform/runner.ts'
import { clip } from '../text/escape.ts'
import { memosKey, POST_STATE, type RunScope } from './post-state.ts'

/** Where a main step has worked. */
export interface SavedPlace {
  /** 12 digits. */
  readonly account: string
  readonly region: string
  readonly inputs: CommonInputs & { readonly mode: Mode }
  /** The inputs as they were given to the main step, as far as they concern the post step. */
  readonly given: Readonly<Record<string, string>>
}

/** The run of a main step that may have left something changed. */
export interface SavedRun extends SavedPlace {
  /** `<run id>/<attempt>/<nonce>` */
  readonly id: string
  /** The groups and the bastion that the run has changed or was about to; at least one of them. */
  readonly groups: readonly string[]
  readonly bastion: FoundBastion | undefined
  /** The memos that the main step wrote last, by group: for groups whose tags were removed. */
  readonly memos: ReadonlyMap<string, Memo>
}

/** Whether a run may have left something. */
export const hasSavedRun = (runner: Pick<Runner, 'getState'>): boolean => runner.getState(POST_STATE.run) !== ''

/** The run that the main step saved; UserError where the state is not what a main step of this version writes. */
export function readSavedRun(runner: Pick<Runner, 'getState' | 'environment'>): SavedRun {
  const id = runner.getState(POST_STATE.run)
  if (!/^\d+\/\d+\/[0-9a-f]+$/.test(id)) throw unreadable(POST_STATE.run, id)
  const groups = savedValue(runner, POST_STATE.groups, isTexts) ?? []
  const bastion = savedValue(runner, POST_STATE.bastion, isBastion)
  if (groups.length === 0 && bastion === undefined) throw unreadable(POST_STATE.groups, '')
  const scope = savedValue(runner, POST_STATE.scope, isScope)
  if (scope === undefined) throw unreadable(POST_STATE.scope, '')
  const place = savedPlace(runner, scope)
  if (place === undefined) throw unreadable(POST_STATE.scope, runner.getState(POST_STATE.scope))
  const places = savedValue(runner, POST_STATE.memos, isCount) ?? 0
  const memos = new Map(
    Array.from({ length: places }, (_, place) => savedValue(runner, memosKey(place), isMemos) ?? {}).flatMap((each) =>
      Object.entries(each),
    ),
  )
  return { id, ...place, groups, bastion, memos }
}

/** Where a saved run has worked, and with which inputs; undefined where the scope is not what a main step writes. */
export function savedPlace(runner: Pick<Runner, 'environment'>, scope: RunScope): SavedPlace | undefined {
  if (!isScope(scope)) return undefined
  const given = { ...scope.inputs, 'aws-region': scope.region }
  const texts: Readonly<Record<string, string>> = given
  const reader = inputReader({ input: (name) => texts[name] ?? '', passedInputs: () => Object.keys(texts) })
  const mode = scope.inputs['mode'] ?? ''
  const common = readCommon(reader, { environment: { ...runner.environment, awsRegion: '' }, mode: undefined })
  if (!isMode(mode) || !modes[mode].changes || common.dryRun || reader.problems.length > 0) return undefined
  const { account, region } = scope
  return { account, region, inputs: { ...common, mode }, given }
}

/** What may be left changed, and where: one sentence. */
export function whatMayBeLeft({ groups, bastion, region, account }: SavedRun): string {
  const left = [
    ...(groups.length === 0 ? [] : [`the ${groups.length === 1 ? 'group' : 'groups'} ${groups.join(', ')}`]),
    ...(bastion === undefined ? [] : [`the bastion ${bastion.name} (${bastion.old})`]),
  ]
  return `The run may have left ${left.join(' and ')} in ${region} of the account ${account} changed.`
}

/** The value that a key of the state holds; undefined where the main step saved none. */
function savedValue<Value>(
  runner: Pick<Runner, 'getState'>,
  key: string,
  isValue: (value: unknown) => value is Value,
): Value | undefined {
  const text = runner.getState(key)
  if (text === '') return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw unreadable(key, text)
  }
  if (!isValue(value)) throw unreadable(key, text)
  return value
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

const isBastion = (value: unknown): value is FoundBastion =>
  ['old', 'allocation', 'name'].every((name) => isText(fieldsOf(value)[name]))

/** The numbers and processes are checked where the memo is used, as those of the tags are. */
const isMemos = (value: unknown): value is Readonly<Record<string, Memo>> =>
  typeof value === 'object' && value !== null && Object.values(value).every((memo) => isText(fieldsOf(memo)['run']))

function isScope(value: unknown): value is RunScope {
  const { account, region, inputs } = fieldsOf(value)
  return isText(account) && /^\d{12}$/.test(account) && isText(region) && Object.values(fieldsOf(inputs)).every(isText)
}

const unreadable = (key: string, text: string): UserError =>
  new UserError({
    what: `The post step cannot read what the main step saved for it: \`${key}\` ${text === '' ? 'is missing' : `is "${clip(text, 300)}"`}.`,
    why: 'It says which groups or which bastion the run has changed, and in which account and region.',
    remedy:
      'Nothing was put back. Run `mode: restore` for the groups, or the bastion, of this job; it goes by what AWS shows.',
  })
