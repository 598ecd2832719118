import type { PatchImageInputs } from '../inputs/inputs.ts'
import type { RunResult } from '../report/events.ts'
import { patch } from './patch.ts'
import type { Run } from './run.ts'

/** Moves groups to another image, by default the newest of the family of the one in use. */
export function patchImage(run: Run, inputs: PatchImageInputs): Promise<RunResult> {
  const { images, imageOwners, replaceSsmAlias, instanceType, migrateToLaunchTemplate } = inputs
  return patch(run, inputs, {
    image: { images, imageOwners, replaceSsmAlias },
    instanceType,
    migrateToLaunchTemplate,
  })
}
