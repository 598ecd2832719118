import {
  type BastionHost,
  type BastionRunState,
  type BastionStep,
  type BastionObservation,
  isRunningHost,
} from './bastion.ts'
import { terminateSpares } from './cleanup.ts'
import { ownAddresses } from './ownership.ts'

/** The rollback while the old instance is alive: first the address, then its protection, then what was launched ends. */
export function undoStep(observation: BastionObservation, old: BastionHost, state: BastionRunState): BastionStep {
  const stage = 'rollback'
  const { address, successors } = observation
  // Also where its tag is gone: what this run has launched must not end with the address.
  const held = [...successors, state.launched].some((one) => one?.id === address.holder)
  if (address.holder === undefined || held) return addressBack(observation, old)
  if (old.protected === false && successors.some(({ memo }) => memo.wasProtected)) {
    const reason = 'it was protected against termination before'
    return { kind: 'protect', stage, instance: old.id, protection: 'on', reason }
  }
  const spares = terminateSpares(ownAddresses(observation, state), { stage, state })
  if (spares !== undefined) return spares
  const launched = successors.find(isRunningHost)?.id ?? unseen(observation, state)
  if (launched !== undefined)
    return { kind: 'terminate', stage, instance: launched, role: 'new', reason: 'the old bastion stays' }
  return { kind: 'done', stage, reason: `${address.ip} points at ${address.holder}, and nothing else is left` }
}

function addressBack(observation: BastionObservation, old: BastionHost): BastionStep {
  const stage = 'rollback'
  const { address } = observation
  const reason = 'the address goes back to the old bastion'
  if (old.state === 'running')
    return {
      kind: 'associate',
      stage,
      allocation: address.allocation,
      ip: address.ip,
      instance: old.id,
      purpose: 'back',
      reason,
    }
  if (old.state === 'pending' || old.state === 'stopping')
    return { kind: 'wait', stage, reason: `the old bastion is ${old.state}` }
  // No login would be possible there: what answers at the address now is better than that.
  return {
    kind: 'stuck',
    stage,
    reason: `the old bastion ${old.id} is ${old.state}, so the address stays where it is`,
    remedy: `Start ${old.id} and run the step again.`,
  }
}

/** What this run has launched while EC2 does not show it yet: it must not outlive the run. */
function unseen({ successors }: BastionObservation, { launched }: BastionRunState): string | undefined {
  return launched !== undefined && !successors.some(({ id }) => id === launched.id) ? launched.id : undefined
}
