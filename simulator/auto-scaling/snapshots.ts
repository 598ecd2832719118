import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { groupView } from './group-view.ts'
import type { AutoScalingState } from './state.ts'

interface Snapshot {
  readonly at: number
  /** Undefined: there was no such group. */
  readonly view: AutoScalingGroup | undefined
}

/**
 * What groups looked like before the last writes. For `staleSeconds` after a write a Describe call may still answer from
 * here; which one does is left to chance, as it is with AWS.
 */
export class Snapshots {
  readonly #before = new Map<string, Snapshot>()

  /** To be called before each write. */
  keep(state: AutoScalingState, name: string): void {
    if (state.behaviour.staleSeconds <= 0 || this.#fresh(state, name)) return
    const group = state.groups.get(name)
    this.#before.set(name, { at: state.timeline.now, view: group && groupView(state, group) })
  }

  /** The names of all groups, those that were just deleted included. */
  names(state: AutoScalingState): Set<string> {
    const names = new Set(state.groups.keys())
    for (const [name, { view }] of this.#before) if (view && this.#fresh(state, name)) names.add(name)
    return names
  }

  /** A group as a Describe call sees it: now, or what was before. */
  view(state: AutoScalingState, name: string): AutoScalingGroup | undefined {
    const before = this.#fresh(state, name)
    if (before && state.random.next() < 0.5) return before.view && structuredClone(before.view)
    const group = state.groups.get(name)
    return group && groupView(state, group)
  }

  #fresh(state: AutoScalingState, name: string): Snapshot | undefined {
    const snapshot = this.#before.get(name)
    if (!snapshot) return undefined
    if (state.timeline.now < snapshot.at + state.behaviour.staleSeconds) return snapshot
    this.#before.delete(name)
    return undefined
  }
}
