import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { shownGroup } from './describe.ts'
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
  keep(world: AutoScalingState, name: string): void {
    if (world.behaviour.staleSeconds <= 0 || this.#fresh(world, name)) return
    const group = world.groups.get(name)
    this.#before.set(name, { at: world.timeline.now, view: group && shownGroup(world, group) })
  }

  /** The names of all groups, those that were just deleted included. */
  names(world: AutoScalingState): Set<string> {
    const names = new Set(world.groups.keys())
    for (const [name, { view }] of this.#before) if (view && this.#fresh(world, name)) names.add(name)
    return names
  }

  /** A group as a Describe call sees it: now, or what was before. */
  view(world: AutoScalingState, name: string): AutoScalingGroup | undefined {
    const before = this.#fresh(world, name)
    if (before && world.random.next() < 0.5) return before.view && structuredClone(before.view)
    const group = world.groups.get(name)
    return group && shownGroup(world, group)
  }

  #fresh(world: AutoScalingState, name: string): Snapshot | undefined {
    const snapshot = this.#before.get(name)
    if (!snapshot) return undefined
    if (world.timeline.now < snapshot.at + world.behaviour.staleSeconds) return snapshot
    this.#before.delete(name)
    return undefined
  }
}
