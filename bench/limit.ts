import { BALANCER_WARMUP_SECONDS, type Scenario, STATUS_CHECK_SECONDS, waveOf } from './scenarios.ts'

/**
 * Virtual seconds that no roll of one group can undercut, given the boots of its new instances in the order of their launches
 * (list scheduling): an old instance leaves at the moment at which a new one is found healthy, and AWS launches what the group
 * lacks `reactionSeconds` after the first change, with whatever else it lacks by then.
 */
export function limitSeconds(scenario: Scenario, boots: readonly number[]): number {
  const { reactionSeconds, balancer, size } = scenario
  const warmupSeconds = balancer === 'none' ? STATUS_CHECK_SECONDS : BALANCER_WARMUP_SECONDS
  /** When each place of the surge is free again. */
  const places = Array.from({ length: Math.min(size, waveOf(scenario)) }, () => 0)
  let launchAt = -Infinity
  for (const boot of boots) {
    const freeAt = Math.min(...places)
    if (freeAt > launchAt) launchAt = freeAt + reactionSeconds
    places[places.indexOf(freeAt)] = launchAt + boot + warmupSeconds
  }
  return Math.max(...places)
}
