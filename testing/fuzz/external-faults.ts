/** What others do to a group apart from its sizes, before and while it rolls; each kind has a random source of its own. */
import type { ActionRun } from '../run-action.ts'
import type { Fault } from './fault.ts'
import type { Fixture } from './fixture.ts'
import { applyAlarms } from './alarm-faults.ts'
import { applyDeletion } from './deletion-faults.ts'
import { applyLeftSizes } from './left-sizes-faults.ts'
import { applyLowerMax } from './lower-max-faults.ts'
import { applyMaintenance } from './maintenance-faults.ts'
import { applyOverwriting } from './overwriting-faults.ts'
import { applyReadiness } from './readiness-faults.ts'
import { applyRefresh } from './refresh-faults.ts'
import { applyReplacements } from './replacement-faults.ts'
import { applySchedule } from './schedule-faults.ts'
import { applySuspension } from './suspension-faults.ts'

/** One of them in one seed. */
export interface ExternalFault extends Fault {
  /** What the first roll owes then. */
  readonly owed: (fixture: Fixture, first: ActionRun) => readonly string[]
  /** What it does once the first roll has died, or ended red, before anything recovers the group. */
  readonly beforeRecovery?: () => void
  /** Whether it has deleted what the group cannot launch without. */
  readonly isGone?: () => boolean
  /** Ends what goes on still, when all faults end, and says what the runs until then have owed. */
  readonly end: () => readonly string[]
  /** What must hold once everything is put back. */
  readonly settled?: () => readonly string[]
}

/** Draws and schedules them. */
export const scheduleExternal = (fixture: Fixture, seed: number): readonly ExternalFault[] => [
  ...applyAlarms(fixture, seed),
  ...applySuspension(fixture, seed),
  ...applyRefresh(fixture, seed),
  ...applyReadiness(fixture, seed),
  ...applySchedule(fixture, seed),
  ...applyMaintenance(fixture, seed),
  ...applyReplacements(fixture, seed),
  ...applyOverwriting(fixture, seed),
  ...applyLowerMax(fixture, seed),
  ...applyLeftSizes(fixture, seed),
  ...applyDeletion(fixture, seed),
]
