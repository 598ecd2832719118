import type { Inputs } from '../inputs.ts'
import { images } from '../modes/images.ts'
import { patchDocker } from '../modes/patch-docker.ts'
import { patchImage } from '../modes/patch-image.ts'
import { redeployBastion } from '../modes/redeploy-bastion.ts'
import { release } from '../modes/release.ts'
import { respawn } from '../modes/respawn.ts'
import { restore } from '../modes/restore.ts'
import { rollback } from '../modes/rollback.ts'
import type { Run } from '../modes/run.ts'
import { scaleUpPatch } from '../modes/scale-up-patch.ts'
import type { GroupResult } from '../report/events.ts'

/** Does what the mode is for; a result for each group. */
export function inMode(run: Run, inputs: Inputs): Promise<readonly GroupResult[]> {
  switch (inputs.mode) {
    case 'images':
      return images(run, inputs)
    case 'patch-image':
      return patchImage(run, inputs)
    case 'patch-docker':
      return patchDocker(run, inputs)
    case 'respawn':
      return respawn(run, inputs)
    case 'scale-up-patch':
      return scaleUpPatch(run, inputs)
    case 'release':
      return release(run, inputs)
    case 'rollback':
      return rollback(run, inputs)
    case 'redeploy-bastion':
      return redeployBastion(run, inputs)
    case 'restore':
      return restore(run, inputs)
    default:
      return inputs satisfies never
  }
}
