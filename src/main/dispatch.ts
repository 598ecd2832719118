import type { Inputs } from '../inputs/inputs.ts'
import type { Run } from '../modes/run.ts'
import type { RunResult } from '../report/events.ts'

/** Runs the mode that the inputs name; only what that mode needs is loaded. */
export async function dispatch(run: Run, inputs: Inputs): Promise<RunResult> {
  switch (inputs.mode) {
    case 'images':
      return (await import('../modes/images.ts')).images(run, inputs)
    case 'patch-image':
      return (await import('../modes/patch-image.ts')).patchImage(run, inputs)
    case 'patch-docker':
      return (await import('../modes/patch-docker.ts')).patchDocker(run, inputs)
    case 'respawn':
      return (await import('../modes/respawn.ts')).respawn(run, inputs)
    case 'scale-up-patch':
      return (await import('../modes/scale-up-patch.ts')).scaleUpPatch(run, inputs)
    case 'release':
      return (await import('../modes/release.ts')).release(run, inputs)
    case 'rollback':
      return (await import('../modes/rollback.ts')).rollback(run, inputs)
    case 'shift':
      return (await import('../modes/shift.ts')).shift(run, inputs)
    case 'blue-green':
      return (await import('../modes/blue-green.ts')).blueGreen(run, inputs)
    case 'redeploy-bastion':
      return (await import('../modes/redeploy-bastion.ts')).redeployBastion(run, inputs)
    case 'restore':
      return (await import('../modes/restore.ts')).restore(run, inputs)
    case 'janitor':
      return (await import('../modes/janitor.ts')).janitor(run, inputs)
    case 'catalogue':
      return (await import('../modes/catalogue.ts')).catalogue(run)
    default:
      return inputs satisfies never
  }
}
