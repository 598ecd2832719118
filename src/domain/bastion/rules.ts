/** Which one call replaces a bastion next: ordered rules, the first that fires wins. */
import {
  type BastionHost,
  type BastionRunState,
  type BastionPolicy,
  type BastionStep,
  type BastionObservation,
  successorOf,
  isEnding,
  type Successor,
} from './bastion.ts'
import { afterMove } from './retire-old.ts'
import { noAnswerFor } from './ssh-check.ts'
import { afterOld, elsewhere, forwardingLikeOld, noteSpare, terminateSpares, terminateSurplus } from './cleanup.ts'
import { isNoteRead, ownAddresses } from './ownership.ts'
import { undoStep } from './undo.ts'
import { unsureStep } from './unsure.ts'

/** The next step towards a new bastion, or back; it knows no clock but the world's own. */
export function nextBastionStep(
  observation: BastionObservation,
  policy: BastionPolicy,
  state: BastionRunState,
): BastionStep {
  const { old } = observation
  // No way leads back to an instance that is ending, whatever was asked for.
  if (old === undefined || isEnding(old)) return afterOld(observation, policy, state)
  if (policy.intent === 'undo') return undoStep(observation, old, state)
  return replaceStep(observation, { old, policy, state })
}

interface Situation {
  readonly old: BastionHost
  readonly policy: BastionPolicy
  readonly state: BastionRunState
}

function replaceStep(observation: BastionObservation, situation: Situation): BastionStep {
  const { old, policy, state } = situation
  const { address } = observation
  const next = successorOf(observation, policy)
  const unsure = unsureStep(observation, state, next)
  if (unsure !== undefined) return unsure
  if (address.holder !== undefined && address.holder !== old.id && address.holder !== next?.id)
    return { ...elsewhere(address.ip, address.holder), kind: 'halt', stage: 'move' }
  const ended = observation.successors.find(({ id }) => id === state.launched?.id)
  if (ended !== undefined && isEnding(ended)) return lost(ended)
  // Before the surplus: it is the successor that proves whose its temporary address is.
  const spares = terminateSpares(ownAddresses(observation, state), {
    stage: next === undefined ? 'launch' : 'ssh-before-move',
    ...(next !== undefined && next.id !== address.holder && { user: next.id }),
    state,
  })
  if (spares !== undefined) return spares
  const surplus = terminateSurplus(observation, { stage: 'launch', keep: next })
  if (surplus !== undefined) return surplus
  if (next === undefined) return launchStep(observation, situation)
  if (next.id === address.holder) return afterMove(observation, { old, next, policy, state })
  return beforeMove(observation, { ...situation, next })
}

const lost = ({ id, state, stateReason }: BastionHost): BastionStep => ({
  kind: 'halt',
  stage: 'start',
  reason: `the new instance ${id} is ${state}${stateReason === '' ? '' : `: ${stateReason}`}`,
  remedy: 'Mend the cause that EC2 gives, then run the step again.',
})

function launchStep({ at }: BastionObservation, { policy, state }: Situation): BastionStep {
  const stage = 'launch'
  const { launched, full } = state
  if (launched !== undefined && at - launched.at > policy.instanceTimeoutSeconds)
    return {
      kind: 'halt',
      stage,
      reason: `EC2 does not show the new instance ${launched.id}, which it launched, or its tag fleet-patch:bastion was deleted`,
      remedy: `Look for ${launched.id}: it may still be running.`,
    }
  const subnet = policy.subnets.find(({ id }) => full[id] === undefined)
  if (subnet === undefined)
    return {
      kind: 'halt',
      stage,
      reason: `no subnet has room: ${Object.entries(full)
        .map(([id, why]) => `${id}: ${why}`)
        .join('; ')}`,
      remedy: 'Name more subnets in `subnets`, or try again later.',
    }
  return { kind: 'launch', stage, subnet, reason: policy.cause }
}

type Waiting = Situation & { readonly next: Successor }

/** The old instance has the address: the new one must start, and answer at an address of its own. */
function beforeMove(observation: BastionObservation, situation: Waiting): BastionStep {
  const { next, old, policy } = situation
  const stage = 'start'
  const tooLate = observation.at - next.launchedAt > policy.instanceTimeoutSeconds
  const capacity = standingOf(next)
  if (capacity !== undefined && (tooLate || next.state === 'stopping' || next.state === 'stopped'))
    return {
      kind: 'halt',
      stage,
      reason: `${next.id} ${capacity}${tooLate ? ` ${Math.round(policy.instanceTimeoutSeconds / 60)} minutes after its launch` : ''}`,
      remedy: 'Look at its console output, mend the image or its user data, or raise `instance-timeout`.',
    }
  if (capacity !== undefined) return { kind: 'wait', stage, reason: `${next.id} ${capacity}` }
  const forwarding = forwardingLikeOld(next, { stage, old })
  if (forwarding !== undefined) return forwarding
  return firstLogin(observation, situation)
}

/** Why an instance cannot be asked yet; undefined once it runs and passes both checks. */
function standingOf({ state, checks }: BastionHost): string | undefined {
  if (state === 'pending') return 'is still starting'
  if (state !== 'running') return `is ${state}`
  if (checks === 'ok') return undefined
  return checks === 'impaired' ? 'fails its status checks' : 'has not passed its status checks yet'
}

function firstLogin(observation: BastionObservation, { next, policy, state }: Waiting): BastionStep {
  const stage = 'ssh-before-move'
  const { address } = observation
  const heard = state.own?.instance === next.id ? state.own : undefined
  if (heard?.firstHeardAt !== undefined)
    return {
      kind: 'associate',
      stage: 'move',
      allocation: address.allocation,
      ip: address.ip,
      instance: next.id,
      purpose: 'move',
      reason: `${next.id} passes its checks and answers SSH`,
    }
  const noAnswer = noAnswerFor(heard, { now: observation.at, seconds: policy.sshTimeoutSeconds })
  if (noAnswer !== undefined)
    return {
      kind: 'halt',
      stage,
      reason: `${next.id} does not answer SSH ${noAnswer}`,
      remedy:
        'Look at its console output, check that the runner may reach the SSH port (with `probe-address: private` it asks at the private address), or raise `ssh-timeout`.',
    }
  if (policy.probe === 'private' && next.privateIp !== undefined)
    return {
      kind: 'probe',
      stage,
      where: 'own',
      instance: next.id,
      address: next.privateIp,
      association: undefined,
      reason: `${next.id} must answer SSH at its private address`,
    }
  const own = ownAddresses(observation, state).filter(({ successor }) => successor === next.id)
  const spare = own.find(({ holder }) => holder === next.id)
  if (next.publicIp !== undefined || spare !== undefined)
    return {
      kind: 'probe',
      stage,
      where: 'own',
      instance: next.id,
      address: spare?.ip ?? next.publicIp ?? '',
      association: spare?.association,
      reason: `${next.id} must answer SSH at an address of its own`,
    }
  const [free] = own
  if (free === undefined) return allocateStep(observation, next)
  const note = noteSpare(free, stage)
  if (note !== undefined) return note
  const reason = `${next.id} has no public address`
  return {
    kind: 'associate',
    stage,
    allocation: free.allocation,
    ip: free.ip,
    instance: next.id,
    purpose: 'probe',
    reason,
  }
}

function allocateStep({ temporary }: BastionObservation, { id, noted }: Successor): BastionStep {
  const stage = 'ssh-before-move'
  const isRead = isNoteRead({ noted })
  const claimed = temporary.filter(
    ({ successor, after, proof, unreadable }) =>
      successor === id && (!isRead || unreadable !== undefined || after === noted) && proof.kind === 'none',
  )
  // One more could not be told from them either.
  if (claimed.length > 0)
    return {
      kind: 'halt',
      stage,
      reason: `it is not known which of ${claimed.map(({ allocation }) => allocation).join(', ')} is the temporary address of ${id}`,
      remedy: 'Release those that nothing needs, or delete their tag; with `probe-address: private` none is needed.',
    }
  const reason = `${id} has no public address: a temporary Elastic IP gives it one`
  return { kind: 'allocate', stage, instance: id, after: isRead ? noted : undefined, reason }
}
