/** Looks that may lag behind: what they leave out, or show as it was, is not taken for true at once. */
import type { Fleet } from '../../domain/rollout/fleet.ts'
import type { Loop } from './loop.ts'
import type { Observation, RolloutRequest } from './ports.ts'

/** For so long a group must be missing from every look before it does not exist. */
const GONE_AFTER_SECONDS = 10

/**
 * A look in which only those groups are gone that no look has shown for a while: an answer may leave out what was there a
 * moment before. Undefined where the first look of all leaves that open, or shows what this run has changed as it was before:
 * nothing may begin before it is known.
 */
export function withoutDoubt(
  looked: Observation,
  loop: Loop,
  { request, isFirst, now }: { readonly request: RolloutRequest; readonly isFirst: boolean; readonly now: number },
): Observation | undefined {
  const { missing } = loop
  for (const { group } of looked.fleets) missing.delete(group)
  for (const group of looked.gone) if (!missing.has(group)) missing.set(group, now)
  const gone = looked.gone.filter((group) => now - (missing.get(group) ?? now) >= GONE_AFTER_SECONDS)
  const isOpen =
    gone.length < looked.gone.length || looked.fleets.some((fleet) => isShownAsBefore(request, loop, fleet))
  return isFirst && isOpen ? undefined : { ...looked, gone }
}

/** How long AWS may show a group as it was before what it launches from was changed. */
const LAG_SECONDS = 60

/**
 * Whether a look still shows what a group launched from before this run has changed it, right before the request or when its turn came:
 * its old instances would pass for up to date.
 */
export function isShownAsBefore(
  { turns, sourcesBefore, dryRun }: Pick<RolloutRequest, 'turns' | 'sourcesBefore' | 'dryRun'>,
  { runs, beginning, startedAt }: Pick<Loop, 'runs' | 'beginning' | 'startedAt'>,
  { group, at, source }: Pick<Fleet, 'group' | 'at' | 'source'>,
): boolean {
  if (dryRun) return false
  const isChanged = turns?.changes.has(group) === true && beginning.has(group)
  const before = isChanged ? runs.get(group)?.first.source.fingerprint : sourcesBefore?.get(group)
  return source.fingerprint === before && at <= (beginning.get(group) ?? startedAt) + LAG_SECONDS
}
