import type { RolloutRequest, Outcome } from './rollout/ports.ts'

/**
 * Carries out a change of groups to its end and gives an outcome for each group, in the order asked. The rollout
 * controller is one. Throws where nothing could be found out about any group.
 */
export type Engine = (request: RolloutRequest) => Promise<readonly Outcome[]>
