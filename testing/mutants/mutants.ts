import { ACT_MUTANTS } from './act.ts'
import { AUDIT_MUTANTS } from './audit.ts'
import { BASTION_MUTANTS } from './bastion.ts'
import { BUDGET_MUTANTS } from './budget.ts'
import { CATALOGUE_MUTANTS } from './catalogue.ts'
import { CHANGE_MUTANTS } from './changes.ts'
import { CLIENT_MUTANTS } from './client.ts'
import { COMMAND_MUTANTS } from './command.ts'
import { CONTROLLER_MUTANTS } from './controllers.ts'
import { EXTERNAL_MUTANTS } from './external.ts'
import { FIT_MUTANTS } from './fit.ts'
import { GATE_MUTANTS } from './gates.ts'
import { HANDED_BACK_MUTANTS } from './handed-back.ts'
import { HISTORY_MUTANTS } from './history.ts'
import { IMAGE_LINE_MUTANTS } from './image-lines.ts'
import { INPUT_MUTANTS } from './inputs.ts'
import { INSTANCE_MUTANTS } from './instances.ts'
import { JANITOR_MUTANTS } from './janitor.ts'
import { LOOK_MUTANTS } from './looks.ts'
import type { Mutant } from './mutant.ts'
import { PLAN_MUTANTS } from './plans.ts'
import { PREFLIGHT_MUTANTS } from './preflight.ts'
import { PROBE_MUTANTS } from './probes.ts'
import { RECORD_MUTANTS } from './records.ts'
import { REPORT_MUTANTS } from './report.ts'
import { RULE_MUTANTS } from './rules.ts'
import { FUZZ_FINDING_MUTANTS } from './fuzz-findings.ts'
import { STATE_MUTANTS } from './state.ts'
import { SCALING_MUTANTS } from './scaling.ts'
import { SCHEDULE_MUTANTS } from './schedules.ts'
import { TRAFFIC_MUTANTS } from './traffic.ts'
import { USER_DATA_MUTANTS } from './user-data.ts'
import { WAVE_MUTANTS } from './waves.ts'
import { WHOLE_RULE_MUTANTS } from './whole-rules.ts'

/** Every mutant, in the order in which `npm run mutations` runs them. */
export const MUTANTS: readonly Mutant[] = [
  ...RULE_MUTANTS,
  ...EXTERNAL_MUTANTS,
  ...SCHEDULE_MUTANTS,
  ...HANDED_BACK_MUTANTS,
  ...SCALING_MUTANTS,
  ...BUDGET_MUTANTS,
  ...GATE_MUTANTS,
  ...PROBE_MUTANTS,
  ...WAVE_MUTANTS,
  ...INSTANCE_MUTANTS,
  ...STATE_MUTANTS,
  ...CHANGE_MUTANTS,
  ...CONTROLLER_MUTANTS,
  ...LOOK_MUTANTS,
  ...ACT_MUTANTS,
  ...PREFLIGHT_MUTANTS,
  ...CLIENT_MUTANTS,
  ...BASTION_MUTANTS,
  ...USER_DATA_MUTANTS,
  ...IMAGE_LINE_MUTANTS,
  ...FIT_MUTANTS,
  ...AUDIT_MUTANTS,
  ...INPUT_MUTANTS,
  ...COMMAND_MUTANTS,
  ...CATALOGUE_MUTANTS,
  ...TRAFFIC_MUTANTS,
  ...JANITOR_MUTANTS,
  ...RECORD_MUTANTS,
  ...HISTORY_MUTANTS,
  ...PLAN_MUTANTS,
  ...REPORT_MUTANTS,
  ...FUZZ_FINDING_MUTANTS,
  ...WHOLE_RULE_MUTANTS,
]
