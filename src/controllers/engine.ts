import type { RolloutRequest, Outcome } from './rollout/ports.ts'

/**
 * Carries out a request to its end and gives what became of it: of a change of groups, an outcome for each, in the order asked;
 * of a shift of traffic, one. The rollout controller and the traffic controller are engines. Throws where nothing could be found
 * out.
 */
export type Engine<Request = RolloutRequest, End = readonly Outcome[]> = (request: Request) => Promise<End>
