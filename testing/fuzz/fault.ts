import type { Random } from '../../simulator/random.ts'
import type { Fixture } from './fixture.ts'

/** One kind of fault that may happen to a group while it is rolled. */
export interface Fault {
  readonly name: string
  /** How often it is drawn, relative to the others. */
  readonly share: number
  /** `bearable`: a run must still end green. */
  readonly weight: 'bearable' | 'heavy'
  /** Applies the fault, with details drawn from the present state, and gives a sentence about it. */
  readonly apply: (fixture: Fixture, random: Random) => string
}

export const inService = (fixture: Fixture): readonly string[] => fixture.recorder.snapshot().ids.inService

/** One of the instances in service; undefined where there is none. */
export function anInstanceInService(fixture: Fixture, random: Random): string | undefined {
  const ids = inService(fixture)
  return ids.length === 0 ? undefined : random.pick(ids)
}

export const NO_INSTANCE = 'no instance was in service'
