import { amount, boolean, integer, minutes, oneOf, optionalAmount, optionalSeconds } from './parse.ts'
import type { InputReader } from './reader.ts'
import type { Amount } from '../domain/rollout/amount.ts'
import type { ManagedGroups } from '../domain/rollout/managed-groups.ts'
import type { Probe } from '../domain/rollout/probe.ts'
import { optionalProbe } from './probe.ts'

/** What a mode that replaces instances is told besides. */
export interface RollInputs {
  readonly surge: Amount
  readonly maxUnavailable: Amount
  /** How many instances may be terminating at once; undefined where that is not bounded. */
  readonly maxLeaving: Amount | undefined
  /** What becomes of scaling policies meanwhile. */
  readonly scaling: 'follow' | 'suspend'
  readonly force: boolean
  /** With `force` only what was launched until then is replaced; absent where all of it is. Seconds since the Unix epoch. */
  readonly forceUntil?: number | undefined
  readonly instanceTimeoutSeconds: number
  /** Undefined: the group's own default. */
  readonly warmupSeconds: number | undefined
  /** What each new instance must pass before it counts as ready; undefined where it is not tried. */
  readonly probe: Probe | undefined
  /** Launches that may come to nothing; with the last of them the roll halts. */
  readonly maxFailures: number
  /** What becomes of a group whose new instances failed; undefined where it was not said. */
  readonly onFailure: 'restore' | 'rollback' | 'hold' | undefined
  readonly protectedInstances: 'replace' | 'ignore' | 'fail'
  readonly standbyInstances: 'replace' | 'ignore' | 'fail'
  readonly managedGroups: ManagedGroups
}

const onFailure = oneOf('restore', 'rollback', 'hold')

/** One at a time: the surge where a roll lets new instances come and old ones go in turn. */
export const ONE: Amount = { kind: 'count', value: 1 }
/** The surge where all new instances come before any old one goes. */
export const ALL: Amount = { kind: 'percent', value: 100 }

/**
 * Reads what a roll takes; problems are left in the reader. The input `surge` has no default of its own, so that one
 * that was not given can be told from `1`: `usualSurge` stands for it.
 */
export function readRoll(reader: InputReader, usualSurge: Amount): RollInputs {
  const surge = reader.value('surge', (text) => (text === '' ? usualSurge : amount(1000)(text)))
  const maxUnavailable = reader.value('max-unavailable', amount(100))
  reader.rule(
    ['surge', 'max-unavailable'],
    () => surge.value > 0 || maxUnavailable.value > 0,
    '`surge` and `max-unavailable` are both 0: nothing could ever be replaced. Set one of them to at least `1`.',
  )
  return {
    surge,
    maxUnavailable,
    maxLeaving: reader.value('max-leaving', optionalAmount(100)),
    scaling: reader.value('scaling', oneOf('follow', 'suspend')),
    force: reader.value('force', boolean),
    instanceTimeoutSeconds: reader.value('instance-timeout', minutes(1440)),
    warmupSeconds: reader.value('warmup', optionalSeconds(86_400)),
    probe: reader.value('probe', optionalProbe),
    maxFailures: reader.value('max-failures', integer({ from: 1, to: 1000 })),
    onFailure: reader.value('on-failure', (text) => (text === '' ? undefined : onFailure(text))),
    protectedInstances: reader.value('protected-instances', oneOf('replace', 'ignore', 'fail')),
    standbyInstances: reader.value('standby-instances', oneOf('replace', 'ignore', 'fail')),
    managedGroups: reader.value('managed-groups', oneOf('warn', 'allow')),
  }
}
