import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SimulatedAccount } from '../simulator/account.ts'
import type { ActionOutcome } from './run-step.ts'
import { type JobStep, simulatedJob } from './simulated-job.ts'

/** One step of the bundle, in a job of its own. */
export interface RunBundleOptions extends JobStep {
  /** The folder that holds action.yml and dist/. Default: this repository. */
  readonly root?: string
}

/** Runs dist/ as a process, over HTTP on the account: one step, main or with `state` the post step, to its end. */
export async function runBundle(
  account: SimulatedAccount,
  { root = repository(), ...step }: RunBundleOptions,
): Promise<ActionOutcome> {
  const job = await simulatedJob(account, root)
  try {
    return await job.run(step)
  } finally {
    await job.close()
  }
}

/** The folder of this repository, from testing/ as well as from build/testing/. */
function repository(folder = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(folder, 'action.yml'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('action.yml lies in none of the folders above testing/.')
  return repository(parent)
}
