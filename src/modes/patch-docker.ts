import type { PatchDockerInputs } from '../inputs/inputs.ts'
import type { RunResult } from '../report/events.ts'
import { patch } from './patch.ts'
import type { Run } from './run.ts'

/** Changes the Docker image, or other keys, of the groups' user data, or their instance type. */
export function patchDocker(run: Run, inputs: PatchDockerInputs): Promise<RunResult> {
  const { dockerImage, allowOtherRepository, userData, instanceType, migrateToLaunchTemplate } = inputs
  return patch(run, inputs, {
    userData: { dockerImage, allowOtherRepository, userData },
    instanceType,
    migrateToLaunchTemplate,
  })
}
