/**
 * The one door of the simulator for tests of other repositories: build/simulator/index.js after `npm run build`, by its path. It
 * stays stable: names, parameters and results are added, never changed or taken away.
 *
 * - `readScenario`, `buildScenario`: a scenario file as an account in memory, and what its groups are to keep.
 * - `brokenPromises`: when they did not.
 * - `SimulatedAccount`, `addGroup`, `instanceIds`: an account without a file, and groups in every shape.
 * - `startServer`: the same account over HTTP on loopback.
 */
export { SimulatedAccount, type SimulatedAccountOptions } from './account.ts'
export { addGroup, instanceIds, type BuiltGroup, type GroupPlan } from './scenario.ts'
export { brokenPromises, type BrokenPromise } from './scenario-file/broken.ts'
export { buildScenario, type BuiltScenario } from './scenario-file/build.ts'
export { readScenario, ScenarioError } from './scenario-file/read.ts'
export { startServer } from './server.ts'
