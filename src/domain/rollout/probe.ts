/** Probes: how a new instance is tried before it counts as ready, and when. Pure. */
import { isTakingBack } from './taken-back.ts'
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import { isCounted } from './counted.ts'
import type { Fleet, Instance } from './fleet.ts'
import { phaseOf } from './lifecycle.ts'
import type { Policy } from './policy.ts'
import { isServing } from './readiness.ts'

/** How an instance is tried before it counts as ready; `{private-ip}` and `{instance-id}` stand for the instance's own. */
export type Probe =
  /** Answered with 200 to 399. */
  | { readonly kind: 'http'; readonly url: string }
  /** Takes a connection. */
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  /** A command that ends with 0 on the instance itself, run by Systems Manager. */
  | { readonly kind: 'ssm'; readonly command: string }

/** What became of a probe of one instance. */
export interface ProbeOutcome {
  readonly id: string
  /** Seconds since the Unix epoch. */
  readonly at: number
  readonly passed: boolean
  /** What was answered, for people. */
  readonly reason: string
}

/** Seconds between two probes of an instance that has not passed. */
export const PROBE_PAUSE_SECONDS = 10

/**
 * Whether an instance has yet to pass its probe before it counts as ready: it was not in service when the roll began, and this run has
 * not seen it pass. One that comes running out of a warm pool was launched long before. A run that goes on with the roll of another
 * does not know what was there when it began, and asks all; one that puts back, or takes back, asks nothing.
 */
export const awaitsProbe = (
  { launchedAt = Infinity, firstSeenAt, lastProbe }: Pick<Instance, 'launchedAt' | 'firstSeenAt' | 'lastProbe'>,
  { memo }: Pick<Fleet, 'memo'>,
  { probes, intent, rollback }: Pick<Policy, 'probes' | 'intent' | 'rollback'>,
): boolean =>
  probes === true &&
  intent === 'roll' &&
  memo !== undefined &&
  !isTakingBack(memo, { rollback }) &&
  // The memo has the moment in whole seconds.
  (launchedAt >= memo.startedAt || firstSeenAt > memo.startedAt + 1) &&
  lastProbe?.passed !== true

/** Probes those of these instances that have yet to pass, each after a pause; undefined where none is due. */
export function probeDue(
  { fleet, policy }: Pick<Situation, 'fleet' | 'policy'>,
  instances: readonly Instance[],
  reason: string,
): Action | undefined {
  const due = instances.filter(
    (each) => awaitsProbe(each, fleet, policy) && fleet.at - (each.lastProbe?.at ?? -Infinity) >= PROBE_PAUSE_SECONDS,
  )
  return due.length === 0 ? undefined : { kind: 'probe', instances: due.map(({ id }) => id), reason }
}

/** Probes new instances that serve: until they have passed they replace none. */
export const probeServing = (situation: Situation): Action | undefined =>
  probeDue(
    situation,
    situation.capacity.current.filter((each) => isServing(each)),
    'before they count as ready',
  )

/** The instances of a group with what became of their last probe. */
export function withProbes(fleet: Fleet, probes: readonly ProbeOutcome[]): Fleet {
  const outcomes = new Map(probes.map((each) => [each.id, each]))
  return {
    ...fleet,
    instances: fleet.instances.map((instance) => {
      const lastProbe = outcomes.get(instance.id)
      return lastProbe === undefined ? instance : { ...instance, lastProbe }
    }),
  }
}

/** The last probe of an instance as a later look may keep it: one that has left service since is tried once more. */
export const probeKept = (before: Instance | undefined, now: Pick<Instance, 'lifecycle'>): ProbeOutcome | undefined =>
  isCounted(now) && phaseOf(now) !== 'replacing its root volume' ? before?.lastProbe : undefined
