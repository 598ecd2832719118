import { covering, type FleetCase, fleetsWith, caseName } from './fuzz/cases.ts'
import { walkFleet } from './fuzz/crash-walk.ts'
import { crashModes } from './fuzz/crash-modes.ts'

/** A mode with the fleets that a test walks it with, and the points tried so far. */
export interface CrashWalkRow {
  readonly name: string
  readonly fleets: readonly { readonly name: string; readonly fleet: FleetCase }[]
  /** Crashes the run at its calls, at each with one recovery, in turns; gives the violations. */
  readonly walk: (fleet: FleetCase) => Promise<readonly string[]>
  readonly points: () => number
}

/** The modes of these names, each with some fleets that cover every value that matters to it. */
export const rowsOf = (names: readonly string[], choose = covering): readonly CrashWalkRow[] =>
  names.map((name) => {
    const mode = crashModes.find((each) => each.name === name)
    if (mode === undefined) throw new Error(`no row of the crash walk is called ${name}`)
    const fleets = choose(fleetsWith(mode.fixed))
    let points = 0
    return {
      name,
      fleets: fleets.map((fleet) => ({ name: caseName(fleet), fleet })),
      walk: async (fleet) => {
        const walked = await walkFleet({ mode, fleet }, 'in turns')
        points += walked.points
        return walked.problems
      },
      points: () => points,
    }
  })
