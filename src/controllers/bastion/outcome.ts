import type { Explanation } from '../../errors.ts'
import { ownAddresses, unknownLeft } from '../../domain/bastion/ownership.ts'
import { type BastionObservation, type BastionRunState, isRunningHost } from '../../domain/bastion/bastion.ts'
import type { BastionOutcome } from './ports.ts'
import type { BastionRun } from './progress.ts'

/** The outcome where nothing is left to do. */
export function done(track: BastionRun): BastionOutcome {
  const { last, policy } = track
  const unknown = last === undefined ? [] : unknownLeft(last)
  const failure = track.failure ?? (last !== undefined && unknown.length > 0 ? unknownWhose(last) : undefined)
  if (last !== undefined && (last.old === undefined || !isRunningHost(last.old))) {
    return hasEndedNew(track) ? ending(track, 'unfinished', failure ?? gone(last)) : ending(track, 'replaced', failure)
  }
  if (unknown.length > 0) return ending(track, 'unfinished', failure)
  return ending(track, policy.intent === 'undo' && failure === undefined ? 'restored' : 'halted', failure)
}

/** Whether this run has ended the new instance itself: that is no bastion, whatever becomes of the old one. */
const hasEndedNew = ({ steps, successor }: BastionRun): boolean =>
  steps.some(({ step }) => step.kind === 'terminate' && step.role === 'new' && step.instance === successor?.id)

const gone = ({ address, old }: BastionObservation): Explanation => ({
  what: `The bastion${old === undefined ? '' : ` ${old.id}`} was terminated, and no instance that a run has launched replaces it.`,
  why: `${address.ip} points at ${address.holder ?? 'nothing'}.`,
  remedy: 'Unless the address points at a bastion, launch one by hand and associate the address with it.',
})

/** Nothing may be released that is not proven to be ours, and nothing that may be ours is passed over in silence. */
const unknownWhose = (observation: BastionObservation): Explanation => {
  const [instance] = observation.doubtful
  return {
    what: `It cannot be told whether an earlier run has left an ${instance === undefined ? 'Elastic IP' : 'instance'}.`,
    why: unknownLeft(observation).join(' '),
    remedy:
      instance === undefined
        ? 'Release the address if nothing needs it, else delete its tag `fleet-patch:bastion`; then run the step again.'
        : `Terminate ${instance.id} if nothing needs it, else delete its tag \`fleet-patch:bastion\`; then run the step again.`,
  }
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
    left: status === 'unfinished' ? remains(track) : track.last === undefined ? [] : unknownLeft(track.last),
    steps,
  }
}

interface RemainsFacts {
  readonly last: BastionObservation | undefined
  readonly state: BastionRunState
}

/** What is left standing now. */
function remains({ last: observation, state }: RemainsFacts): string[] {
  if (observation === undefined) return []
  const { address, old, successors } = observation
  const alive = successors.filter(isRunningHost)
  return [
    `${address.ip} points at ${address.holder ?? 'nothing'}.`,
    ...(old !== undefined && isRunningHost(old) ? [`The old bastion ${old.id} is ${old.state}.`] : []),
    ...alive.map(({ id, state }) => `The new instance ${id} is ${state}.`),
    ...ownAddresses(observation, state).map(
      ({ ip, allocation }) => `The temporary address ${ip} (${allocation}) is still allocated.`,
    ),
    ...unknownLeft(observation),
    'The same mode again goes on from here; `mode: restore` takes back what can be taken back.',
  ]
}
