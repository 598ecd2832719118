import { covering, type FleetCase, fleetsWith, caseName } from './fuzz/cases.ts'
import { walkFleet } from './fuzz/crash-walk.ts'
import { crashModes } from './fuzz/crash-modes.ts'

/** A mode with the fleets that a test walks it with, and what has been tried so far. */
export interface WalkedRow {
  readonly name: string
  readonly fleets: readonly { readonly name: string; readonly fleet: FleetCase }[]
  /** Lets the run die at every call, with every heir; gives the broken promises. */
  readonly walk: (fleet: FleetCase) => Promise<readonly string[]>
  readonly points: () => number
}

/** The modes of these names, each with some fleets in which every value that matters to it is met. */
export const rowsOf = (names: readonly string[], choose = covering): readonly WalkedRow[] =>
  names.map((name) => {
    const mode = crashModes.find((each) => each.name === name)
    if (mode === undefined) throw new Error(`no walked mode is called ${name}`)
    const fleets = choose(fleetsWith(mode.fixed))
    let points = 0
    return {
      name,
      fleets: fleets.map((fleet) => ({ name: caseName(fleet), fleet })),
      walk: async (fleet) => {
        const walked = await walkFleet({ mode, fleet }, 'each world')
        points += walked.points
        return walked.problems
      },
      points: () => points,
    }
  })
