import type { Explanation } from '../../errors.ts'
import { type BastionObservation, isRunningHost } from '../../domain/bastion/bastion.ts'
import type { BastionOutcome } from './ports.ts'
import type { BastionRun } from './progress.ts'

/** The outcome where nothing is left to do. */
export function done(track: BastionRun): BastionOutcome {
  const { last, policy, failure } = track
  const replaced = last !== undefined && (last.old === undefined || !isRunningHost(last.old))
  if (replaced) return ending(track, 'replaced', failure)
  return ending(track, policy.intent === 'undo' && failure === undefined ? 'restored' : 'halted', failure)
}

/** The outcome of a replacement that ends here, however it stands. */
export function ending(
  track: BastionRun,
  status: BastionOutcome['status'],
  failure: Explanation | undefined,
): BastionOutcome {
  const { state, changed, successor, steps } = track
  return {
    status,
    changed,
    successor: status === 'replaced' || status === 'unfinished' ? successor : undefined,
    banner: (state.moved ?? state.own)?.banner,
    failure,
    left: status === 'unfinished' ? remains(track.last) : [],
    steps,
  }
}

/** What a person finds who looks now. */
function remains(observation: BastionObservation | undefined): string[] {
  if (observation === undefined) return []
  const { address, old, successors, temporary } = observation
  const alive = successors.filter(isRunningHost)
  return [
    `${address.ip} points at ${address.holder ?? 'nothing'}.`,
    ...(old !== undefined && isRunningHost(old) ? [`The old bastion ${old.id} is ${old.state}.`] : []),
    ...alive.map(({ id, state }) => `The new instance ${id} is ${state}.`),
    ...temporary.map(({ ip, allocation }) => `The temporary address ${ip} (${allocation}) is still allocated.`),
    'The same mode again goes on from here; `mode: restore` takes back what can be taken back.',
  ]
}
