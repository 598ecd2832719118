import { type GroupRun, newGroupRun } from '../../../src/controllers/rollout/group-run.ts'
import type { RunEvent } from '../../../src/controllers/rollout/run-event.ts'
import { transition } from '../../../src/controllers/rollout/transition.ts'
import { aFleet, aMemo, aPolicy, aRollingFleet, booting, JUST_BEGUN, NOW, old } from '../../domain/rollout/a-fleet.ts'

export const MEMO = aMemo(3)

/** Three old instances and one that boots, of a group whose desired capacity is raised from three to four. */
export const ROLLING = aRollingFleet([...old(3), ...booting(1)], 4, MEMO)

/** A run in the middle of its roll: it holds the lease, has suspended the processes and raised the desired capacity. */
export const aRun = (change: Partial<GroupRun> = {}): GroupRun => ({
  ...newGroupRun(aFleet(old(3), { at: NOW - 60 }), aPolicy()),
  last: ROLLING,
  state: { ...JUST_BEGUN, desired: 4, suspended: true },
  memo: MEMO,
  changed: true,
  ...change,
})

export interface TransitionRow {
  readonly name: string
  /** What of the run is different before; the rest is as in `aRun`. */
  readonly before?: Partial<GroupRun>
  readonly event: RunEvent
  /** What of the run is different after; the rest is as before. */
  readonly expected: Partial<GroupRun>
}

/** Events of looks; they have a file of their own. */
export type LookEvent = 'observed' | 'state-lost' | 'confirmed' | 'look-outdated' | 'sight-lost'

/** Rows of each of these kinds of event, for which the compiler asks. */
export type RowsOf<Kinds extends RunEvent['kind']> = {
  readonly [K in Kinds]: readonly (TransitionRow & { readonly event: Extract<RunEvent, { readonly kind: K }> })[]
}

/** One event makes a new state and leaves the one before as it was. */
export function checkTransition({ before: change, event, expected }: TransitionRow): void {
  const before = frozen(aRun(change))
  const unchanged = structuredClone(before)
  expect(transition(before, frozen(event))).toEqual({ ...before, ...expected })
  expect(before).toEqual(unchanged)
}

/** The value, so that whatever writes into an object of it throws; sets and maps are compared with a copy instead. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  const parts: readonly unknown[] = value instanceof Map || value instanceof Set ? [...value] : Object.values(value)
  for (const part of parts) frozen(part)
  return value
}
