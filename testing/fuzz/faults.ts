import type { Fault } from './fault.ts'
import { OPERATOR_FAULTS } from './operator-faults.ts'
import { CALL_FAULTS } from './call-faults.ts'
import { INSTANCE_FAULTS } from './instance-faults.ts'

/** All of them, in the order in which a seed draws from them. */
export const FAULTS: readonly Fault[] = [...CALL_FAULTS, ...INSTANCE_FAULTS, ...OPERATOR_FAULTS]
