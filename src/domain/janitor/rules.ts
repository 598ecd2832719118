/** Everything that a janitor looks for in a group, in order. Pure. */
import { fixedSize, protectedInstances, standby, surplusLeft } from './capacity.ts'
import type { Finding } from './finding.ts'
import type { GroupState, Limits } from './group-state.ts'
import { failingHooks } from './hooks.ts'
import { refreshes } from './refreshes.ts'
import { savedState } from './saved-state.ts'
import { suspensions } from './suspended.ts'
import { stuckTrafficSources, unregistered } from './traffic.ts'

/** What was found in a group, or why it is left alone. */
export type GroupFindings =
  | { readonly kind: 'looked'; readonly findings: readonly Finding[] }
  | { readonly kind: 'skipped'; readonly why: string }

const RULES: readonly ((state: GroupState, limits: Limits) => readonly Finding[])[] = [
  suspensions,
  fixedSize,
  surplusLeft,
  standby,
  unregistered,
  stuckTrafficSources,
  refreshes,
  protectedInstances,
  failingHooks,
]

/** While a run has left state on a group, whatever else is unusual may be that run's: nothing else is judged then. */
export function groupFindings(state: GroupState, limits: Limits): GroupFindings {
  const saved = savedState(state, limits)
  switch (saved.kind) {
    case 'busy':
      return { kind: 'skipped', why: saved.why }
    case 'found':
      return { kind: 'looked', findings: [saved.finding] }
    case 'none':
      return { kind: 'looked', findings: RULES.flatMap((rule) => rule(state, limits)) }
    default:
      return saved satisfies never
  }
}
