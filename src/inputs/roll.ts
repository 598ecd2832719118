import { amount, boolean, minutes, optionalSeconds, type Amount } from './parse.ts'
import type { InputReader } from './reader.ts'

/** What a mode that replaces instances is told besides. */
export interface RollInputs {
  readonly surge: Amount
  readonly maxUnavailable: Amount
  readonly force: boolean
  readonly instanceTimeoutSeconds: number
  /** Undefined: the group's own default. */
  readonly warmupSeconds: number | undefined
}

/** Reads what a roll takes; problems are left in the reader. */
export function readRoll(reader: InputReader): RollInputs {
  const surge = reader.value('surge', amount(1000))
  const maxUnavailable = reader.value('max-unavailable', amount(100))
  reader.rule(
    ['surge', 'max-unavailable'],
    () => surge.value > 0 || maxUnavailable.value > 0,
    '`surge` and `max-unavailable` are both 0: nothing could ever be replaced. Set one of them to at least `1`.',
  )
  return {
    surge,
    maxUnavailable,
    force: reader.value('force', boolean),
    instanceTimeoutSeconds: reader.value('instance-timeout', minutes(1440)),
    warmupSeconds: reader.value('warmup', optionalSeconds(86_400)),
  }
}
