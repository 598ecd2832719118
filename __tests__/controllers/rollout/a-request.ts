import type { RolloutRequest } from '../../../src/controllers/rollout/ports.ts'
import type { Change } from '../../../src/domain/rollout/changes/changes.ts'
import { aPolicy, NOW } from '../../domain/rollout/a-fleet.ts'

/** A request whose port accepts every change, and what was sent. */
export interface RecordedRequest {
  readonly request: RolloutRequest
  readonly sent: readonly Change[]
}

/**
 * A request for the group of `aRun`, observed this moment and with an hour left. `answer` sees each change that is sent
 * and throws what AWS answers, where it does not accept.
 */
export function aRequest(
  change: Partial<RolloutRequest> = {},
  answer: (change: Change) => void = () => {},
): RecordedRequest {
  const sent: Change[] = []
  const request: RolloutRequest = {
    groups: ['web'],
    port: {
      look: () => Promise.reject(new Error('this request does not look')),
      apply: async (_, applied) => {
        sent.push(applied)
        answer(applied)
      },
      desiredChanges: async () => [],
    },
    policyFor: () => aPolicy(),
    clock: { now: () => NOW * 1000, sleep: async () => {} },
    report: () => {},
    deadline: NOW + 3600,
    pollSeconds: () => 5,
    signal: new AbortController().signal,
    dryRun: false,
    ended: () => {},
    outlook: () => ({ progress: 0, timeLeft: undefined }),
    ...change,
  }
  return { request, sent }
}
