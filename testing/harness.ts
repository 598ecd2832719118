/**
 * The one door for tests from outside of this repository. It stays stable: names, parameters and results are added,
 * never changed or taken away. TypeScript on Node 24 imports this file, or build/testing/harness.js after
 * `npm run build`, by its path; nothing has to be installed beside it.
 *
 * - `SimulatedAccount`, `addGroup`, `instanceIds`: an AWS account in memory, and groups in every shape that matters.
 * - `runAction`: one step of the action in this process, on virtual time.
 * - `runBundle`: one step of dist/ as a process, over HTTP.
 * - `Recorder`, `invariants`: the changes that a run makes to a group, and what must hold for each of them.
 * - `watchAfter`: lets 20 minutes pass after a run, and gives what AWS does that it should not.
 * - `startOidc`: an endpoint that gives tokens as GitHub's runner does.
 */
export { SimulatedAccount, type SimulatedAccountOptions } from '../simulator/account.ts'
export { startOidc, type OidcEndpoint, type OidcOptions } from '../simulator/oidc.ts'
export { addGroup, instanceIds, type BuiltGroup, type GroupPlan, type LaunchKind } from '../simulator/scenario.ts'
export { Recorder, type RecordedChange } from './oracles/change-recorder.ts'
export { watchAfter, type EndedRun } from './oracles/end-watch.ts'
export * as invariants from './oracles/invariants.ts'
export { runAction, type ActionRun, type RunActionOptions } from './run-action.ts'
export { runBundle, type RunBundleOptions } from './run-bundle.ts'
export type { ActionOutcome } from './run-step.ts'
