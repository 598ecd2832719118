import type { Random } from '../../../simulator/random.ts'
import type { BastionFixture } from './bastion-fixture.ts'

/** One kind of fault that may happen while a bastion is replaced. */
export interface BastionFault {
  readonly name: string
  /** How often it is drawn, relative to the others. */
  readonly share: number
  /** `bearable`: a run must still end green. */
  readonly weight: 'bearable' | 'heavy'
  /** Applies the fault, with details drawn from the present state, and gives a sentence about it. */
  readonly apply: (fixture: BastionFixture, random: Random) => string
}
