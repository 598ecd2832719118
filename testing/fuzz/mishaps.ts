import type { Mishap } from './mishap.ts'
import { BY_HAND } from './mishaps-by-hand.ts'
import { OF_CALLS } from './mishaps-of-calls.ts'
import { OF_MACHINES } from './mishaps-of-machines.ts'

/** All of them, in the order in which a seed draws from them. */
export const MISHAPS: readonly Mishap[] = [...OF_CALLS, ...OF_MACHINES, ...BY_HAND]
