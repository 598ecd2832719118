import { formatRunId } from '../domain/rollout/run-id.ts'
import type { Platform } from './platform.ts'

/** The id of a run in the memos that it writes: `<run id>/<attempt>/<nonce>`. */
export function runIdOf({ runner, random }: Platform): string {
  const { runId, runAttempt } = runner.environment
  return formatRunId({ workflowRun: runId || '0', attempt: runAttempt || '1', nonce: nonce(random) })
}

/** Tells two jobs of one workflow run apart. */
const nonce = (random: () => number): string =>
  Math.floor(random() * 0x10000)
    .toString(16)
    .padStart(4, '0')
