import type { Amount } from '../domain/rollout/amount.ts'
import { amount, list, minutesOrNone, oneOf, quoted, WrongInput } from './parse.ts'
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
}

/** How long a job of GitHub's own runners may take, and one of a runner of the user's own; in minutes. */
const LONGEST_JOB = { hosted: 360, own: 7200 }

/** Reads the gates of a roll; problems are left in the reader. A job of GitHub's own runners ends after six hours. */
export function readGates(
  reader: InputReader,
  { timeoutSeconds, isHosted }: { readonly timeoutSeconds: number; readonly isHosted: boolean },
): GateInputs {
  const checkpoints = reader.value('checkpoints', ascendingAmounts)
  const bake = reader.value('bake', optionalMinutes)
  const atEnd = reader.value('bake-at-end', optionalMinutes)
  const promote = reader.value('promote', oneOf('auto', 'by-hand'))
  const job = isHosted ? LONGEST_JOB.hosted : LONGEST_JOB.own
  for (const [name, seconds = 0] of [
    ['bake', bake],
    ['bake-at-end', atEnd],
  ] as const) {
    reader.rule(
      [name, 'timeout'],
      () => seconds <= job * 60,
      `\`${name}\` is ${seconds / 60} minutes, and a job ends after ${job}: end it at the gate with \`promote: by-hand\`, and go on in another one with \`mode: release\`.`,
    )
    reader.rule(
      [name, 'timeout'],
      () => seconds <= timeoutSeconds || seconds > job * 60,
      `\`${name}\` is ${seconds / 60} minutes, longer than \`timeout\`, ${timeoutSeconds / 60} minutes: it would never end.`,
    )
  }
  reader.rule(
    ['promote', 'checkpoints'],
    () => promote === 'auto' || checkpoints.length > 0,
    '`promote: by-hand` ends the run at a checkpoint: it needs `checkpoints`.',
  )
  const bakeSeconds = bake ?? 0
  const bakeAtEndSeconds = atEnd ?? bakeSeconds
  if (checkpoints.length === 0 && bakeAtEndSeconds === 0) return { gates: undefined }
  return { gates: { checkpoints, bakeSeconds, bakeAtEndSeconds, promote } }
}

const optionalMinutes = (text: string): number | undefined => (text === '' ? undefined : minutesOrNone(7200)(text))

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
