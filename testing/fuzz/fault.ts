import type { Random } from '../../simulator/random.ts'
import type { Fixture } from './fixture.ts'

/** One kind of thing that may befall a group while it is rolled. */
export interface Fault {
  readonly name: string
  /** How often it is drawn, against the others. */
  readonly share: number
  /** `bearable`: a run must come to its end all the same. */
  readonly weight: 'bearable' | 'heavy'
  /** Does it, its details drawn from the world as it is then, and says what was done. */
  readonly strike: (fixture: Fixture, random: Random) => string
}

export const inService = (fixture: Fixture): readonly string[] => fixture.recorder.truth().ids.inService

/** One of the instances in service; undefined where there is none. */
export function someone(fixture: Fixture, random: Random): string | undefined {
  const ids = inService(fixture)
  return ids.length === 0 ? undefined : random.pick(ids)
}

export const NOBODY = 'nobody was there to be struck'
