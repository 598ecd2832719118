import {
  type BastionHost,
  type BastionPolicy,
  type BastionStage,
  type BastionRunState,
  type BastionStep,
  type BastionObservation,
  successorOf,
  isRunningHost,
  type Successor,
  type TemporaryAddress,
} from './bastion.ts'
import { doubtInWords, ownAddresses } from './ownership.ts'

/** Takes temporary addresses of ours away but those of the successor `user`; undefined where there are none. */
export function terminateSpares(
  own: readonly TemporaryAddress[],
  { stage, user, state }: { readonly stage: BastionStage; readonly user?: string; readonly state: BastionRunState },
): BastionStep | undefined {
  for (const spare of own) {
    const { allocation, association, ip, successor } = spare
    if (user !== undefined && successor === user) continue
    // Noted first: once it is released, a copy of its tag on another address must prove nothing.
    if (!state.allocated.includes(allocation)) {
      const note = noteSpare(spare, stage)
      if (note !== undefined) return note
    }
    // AWS releases no address that still points at something.
    if (association !== undefined)
      return {
        kind: 'disassociate',
        stage,
        allocation,
        association,
        reason: `the temporary address ${ip} is not needed any more`,
      }
    return { kind: 'release', stage, allocation, reason: `the temporary address ${ip} is not needed any more` }
  }
  return undefined
}

/** Writes a temporary address onto its successor where it is not noted yet; undefined where it is. */
export function noteSpare(
  { allocation, ip, proof, successor }: TemporaryAddress,
  stage: BastionStage,
): BastionStep | undefined {
  if (proof.kind === 'noted' || successor === undefined) return undefined
  const reason = `${ip} is its temporary address: only what is noted is released`
  return { kind: 'note-address', stage, instance: successor, allocation, reason }
}

/** Ends a successor that shall not be the bastion; never the one behind the address. */
export function terminateSurplus(
  observation: BastionObservation,
  { stage, keep }: { readonly stage: BastionStage; readonly keep: Successor | undefined },
): BastionStep | undefined {
  const surplus = observation.successors.find(
    (successor) => isRunningHost(successor) && successor.id !== keep?.id && successor.id !== observation.address.holder,
  )
  if (surplus === undefined) return undefined
  const reason =
    keep === undefined ? 'it is not what would be launched now' : `${keep.id} was launched for the same bastion`
  return { kind: 'terminate', stage, instance: surplus.id, role: 'new', reason }
}

/**
 * What is left once the old instance is ending, which nothing takes back: the address to the new one, its protection,
 * and the memo off it.
 */
export function afterOld(observation: BastionObservation, policy: BastionPolicy, state: BastionRunState): BastionStep {
  const stage = 'retire-old'
  const { address, old, doubtful } = observation
  const next = successorOf(observation, { ...policy, wish: undefined })
  const spares = terminateSpares(ownAddresses(observation, state), { stage, state })
  if (next === undefined) {
    if (spares !== undefined) return spares
    const isDoubtful = doubtful.some(({ id }) => id === address.holder)
    if (address.holder !== undefined && address.holder !== old?.id && !isDoubtful)
      return { kind: 'done', stage, reason: `${address.ip} points at ${address.holder}` }
    const [open] = doubtful
    if (open !== undefined)
      return {
        kind: 'stuck',
        stage,
        reason: `the bastion ${old?.id ?? ''} is gone. ${doubtInWords(open)}`,
        remedy: `If ${open.id} is to be the bastion, associate the address with it and delete its tag fleet-patch:bastion; else terminate it, and launch a bastion by hand.`,
      }
    return {
      kind: 'stuck',
      stage,
      reason: `the bastion ${old?.id ?? ''} is gone and nothing was launched in its place`,
      remedy: 'Launch a bastion by hand and associate the address with it.',
    }
  }
  if (address.holder !== next.id) return taking(observation, next)
  return (
    spares ??
    terminateSurplus(observation, { stage, keep: next }) ??
    forwardingLikeOld(next, { stage }) ??
    protectedLikeOld(next) ?? {
      kind: 'forget',
      stage,
      instance: next.id,
      reason: 'the new bastion is complete',
    }
  )
}

/** Lets a successor forward packets where the old instance does: by the memo once that is gone. */
export function forwardingLikeOld(
  { id, memo, sourceDestCheck }: Successor,
  { stage, old }: { readonly stage: BastionStage; readonly old?: BastionHost },
): BastionStep | undefined {
  const isForwarding = memo.forwards === true || old?.sourceDestCheck === false
  if (!isForwarding || !sourceDestCheck) return undefined
  return { kind: 'forward-packets', stage, instance: id, reason: 'the old one forwards packets as well' }
}

function protectedLikeOld({ id, memo, protected: isProtected }: Successor): BastionStep | undefined {
  if (!memo.wasProtected || isProtected === true) return undefined
  const reason = 'the old one was protected against termination'
  return { kind: 'protect', stage: 'retire-old', instance: id, protection: 'on', reason }
}

function taking({ address, old }: BastionObservation, next: BastionHost): BastionStep {
  const stage = 'move'
  if (address.holder !== undefined && address.holder !== old?.id)
    return { ...elsewhere(address.ip, address.holder), kind: 'stuck', stage }
  if (next.state === 'pending')
    return { kind: 'wait', stage, reason: `the old bastion has ended and ${next.id} is still starting` }
  if (next.state !== 'running')
    return {
      kind: 'stuck',
      stage,
      reason: `the old bastion has ended and ${next.id} is ${next.state}`,
      remedy: `Start ${next.id}, then run the step again.`,
    }
  const reason = 'the old bastion has ended'
  return {
    kind: 'associate',
    stage,
    allocation: address.allocation,
    ip: address.ip,
    instance: next.id,
    purpose: 'move',
    reason,
  }
}

/** The address was moved by others; their change is kept. */
export const elsewhere = (ip: string, holder: string): { readonly reason: string; readonly remedy: string } => ({
  reason: `${ip} was moved to ${holder} from outside this run`,
  remedy: 'Find the call that moved the address in CloudTrail, then run the step again.',
})
