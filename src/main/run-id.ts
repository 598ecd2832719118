import type { Platform } from './platform.ts'

/** The id of a run in the memos that it writes: `<run id>/<attempt>/<nonce>`. */
export function runIdOf({ runner, random }: Platform): string {
  const { runId, runAttempt } = runner.environment
  return [runId || '0', runAttempt || '1', nonce(random)].join('/')
}

/** Tells two jobs of one workflow run apart. */
const nonce = (random: () => number): string =>
  Math.floor(random() * 0x10000)
    .toString(16)
    .padStart(4, '0')
