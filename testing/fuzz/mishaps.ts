import type { Fault } from './mishap.ts'
import { OPERATOR_FAULTS } from './mishaps-by-hand.ts'
import { CALL_FAULTS } from './mishaps-of-calls.ts'
import { INSTANCE_FAULTS } from './mishaps-of-machines.ts'

/** All of them, in the order in which a seed draws from them. */
export const FAULTS: readonly Fault[] = [...CALL_FAULTS, ...INSTANCE_FAULTS, ...OPERATOR_FAULTS]
