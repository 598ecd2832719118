import type { Amount } from '../domain/rollout/amount.ts'
import type { AlarmPolicy } from '../domain/rollout/policy.ts'
import type { CommonInputs } from './common.ts'
import { boundedBake, longestJob } from './bakes.ts'
import { amount, list, oneOf, optionalMinutesOrNone, quoted, WrongInput } from './parse.ts'
import type { InputReader } from './reader.ts'

/** Points at which a roll holds until what is new is proven. */
export interface GateInputs {
  /** Undefined: the roll has no gates. */
  readonly gates: Gates | undefined
}

export interface Gates {
  /** Amounts of new capacity, as they were given. */
  readonly checkpoints: readonly Amount[]
  readonly bakeSeconds: number
  readonly bakeAtEndSeconds: number
  readonly promote: 'auto' | 'by-hand'
  readonly alarms: AlarmPolicy | undefined
  readonly onFailure: 'rollback' | 'hold' | 'restore'
}

/** What the gates must fit. */
export interface GateContext extends Pick<CommonInputs, 'timeoutSeconds' | 'regions'> {
  /** Whether the runner is one of GitHub's own. */
  readonly isHosted: boolean
}

/** Reads the gates of a roll; problems are left in the reader. */
export function readGates(reader: InputReader, context: GateContext): GateInputs {
  const checkpoints = reader.value('checkpoints', ascendingAmounts)
  const proof = readProof(reader, context)
  reader.rule(
    ['promote', 'checkpoints'],
    () => proof.promote === 'auto' || checkpoints.length > 0,
    '`promote: by-hand` ends the run at a checkpoint: it needs `checkpoints`.',
  )
  const { bakeAtEndSeconds, alarms } = proof
  if (checkpoints.length === 0 && bakeAtEndSeconds === 0 && alarms === undefined) return { gates: undefined }
  return { gates: { checkpoints, ...proof } }
}

/** How what is new is proven at each gate; problems are left in the reader. A job of GitHub's own runners ends after six hours. */
export function readProof(
  reader: InputReader,
  { timeoutSeconds, isHosted, regions }: GateContext,
): Omit<Gates, 'checkpoints'> {
  const bake = reader.value('bake', optionalMinutesOrNone(7200))
  const atEnd = reader.value('bake-at-end', optionalMinutesOrNone(7200))
  const promote = reader.value('promote', oneOf('auto', 'by-hand'))
  const job = longestJob(isHosted)
  const instead = 'end it at the gate with `promote: by-hand`, and go on in another one with `mode: release`'
  boundedBake(reader, { name: 'bake', seconds: bake ?? 0, timeoutSeconds, job, instead })
  boundedBake(reader, { name: 'bake-at-end', seconds: atEnd ?? 0, timeoutSeconds, job, instead })
  const bakeSeconds = bake ?? 0
  const bakeAtEndSeconds = atEnd ?? bakeSeconds
  const alarms = readAlarms(reader, regions)
  const onFailure = reader.value('on-gate-failure', oneOf('rollback', 'hold', 'restore'))
  return { bakeSeconds, bakeAtEndSeconds, promote, alarms, onFailure }
}

/** Names may hold commas: one alarm per line. */
function readAlarms(reader: InputReader, regions: readonly string[]): AlarmPolicy | undefined {
  const given = reader.value('alarms', alarmNames)
  const elsewhere = given.filter(({ region }) => region !== undefined && !regions.includes(region))
  reader.rule(
    ['alarms', 'aws-region'],
    () => elsewhere.length === 0,
    `\`alarms\` must be of the region of the groups, ${quoted(regions)}; ${quoted(elsewhere.map(({ name }) => name))} ${elsewhere.length === 1 ? 'is' : 'are'} not.`,
  )
  const atStart = reader.value('alarms-at-start', oneOf('refuse', 'ignore-until-ok'))
  const withoutData = reader.value('alarms-without-data', oneOf('neutral', 'wait', 'fail'))
  return given.length === 0 ? undefined : { names: [...new Set(given.map(({ name }) => name))], atStart, withoutData }
}

interface NamedAlarm {
  readonly name: string
  /** Of an ARN; undefined where the name alone is given. */
  readonly region: string | undefined
}

function alarmNames(text: string): readonly NamedAlarm[] {
  const entries = text
    .split('\n')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  return entries.map((entry) => {
    const [, region, name] = /^arn:[\w-]+:cloudwatch:([\w-]+):\d{12}:alarm:(.+)$/.exec(entry) ?? []
    if (name !== undefined) return { name, region }
    if (!entry.startsWith('arn:') && entry.length <= 255) return { name: entry, region: undefined }
    throw new WrongInput(
      `must be names of CloudWatch alarms, or their ARNs, one per line; ${quoted([entry])} is neither`,
    )
  })
}

/** Amounts of one kind are ascending; where both kinds are mixed, that depends on the group. */
function ascendingAmounts(text: string): readonly Amount[] {
  const texts = list(text)
  const amounts = texts.map((each) => {
    const read = amount(100)(each)
    if (read.value === 0) throw new WrongInput('must be more than 0, such as `1` or `25%`')
    return read
  })
  const falling = texts.filter((_, index) => {
    const before = amounts[index - 1]
    const now = amounts[index]
    return before !== undefined && now?.kind === before.kind && now.value <= before.value
  })
  if (falling.length === 0) return amounts
  throw new WrongInput(`must ascend from line to line; ${quoted(falling)} ${falling.length > 1 ? 'do' : 'does'} not`)
}
