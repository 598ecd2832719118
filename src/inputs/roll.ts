import { amount, boolean, integer, minutes, oneOf, optionalSeconds, type Amount } from './parse.ts'
import type { InputReader } from './reader.ts'

/** What a mode that replaces instances is told besides. */
export interface RollInputs {
  readonly surge: Amount
  readonly maxUnavailable: Amount
  readonly force: boolean
  readonly instanceTimeoutSeconds: number
  /** Undefined: the group's own default. */
  readonly warmupSeconds: number | undefined
  /** Launches that may come to nothing; with the last of them the roll halts. */
  readonly maxFailures: number
  /** What becomes of a group whose new instances failed. */
  readonly onFailure: 'restore' | 'rollback' | 'hold'
  readonly protectedInstances: 'replace' | 'ignore' | 'fail'
  readonly standbyInstances: 'replace' | 'ignore' | 'fail'
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
    maxFailures: reader.value('max-failures', integer({ from: 1, to: 1000 })),
    onFailure: reader.value('on-failure', oneOf('restore', 'rollback', 'hold')),
    protectedInstances: reader.value('protected-instances', oneOf('replace', 'ignore', 'fail')),
    standbyInstances: reader.value('standby-instances', oneOf('replace', 'ignore', 'fail')),
  }
}
