import type {
  BastionHost,
  BastionRunState,
  BastionPolicy,
  BastionStep,
  BastionObservation,
  Successor,
} from './bastion.ts'
import { noAnswerFor } from './ssh-check.ts'

/** An answer this old is asked for again before the old instance may go. */
const FRESH_SECONDS = 60

interface Moved {
  readonly old: BastionHost
  readonly next: Successor
  readonly policy: BastionPolicy
  readonly state: BastionRunState
}

/** The new instance has the address: once it answers there, and has for long enough, the old one goes. */
export function afterMove({ address, at }: BastionObservation, { old, next, policy, state }: Moved): BastionStep {
  const stage = 'ssh-after-move'
  // An answer counts only for the very association it came through.
  const heard =
    state.moved?.instance === next.id && state.moved.association === address.association ? state.moved : undefined
  if (next.state !== 'running')
    return {
      kind: 'halt',
      stage,
      reason: `the new instance ${next.id} is ${next.state}${next.stateReason === '' ? '' : `: ${next.stateReason}`}`,
      remedy: 'Mend the cause, then run the step again.',
    }
  const noAnswer = noAnswerFor(heard, { now: at, seconds: policy.sshTimeoutSeconds })
  if (noAnswer !== undefined)
    return {
      kind: 'halt',
      stage,
      reason: `${next.id} does not answer SSH at ${address.ip} ${noAnswer}`,
      remedy: 'Check the security groups and the routes of its subnet, or raise `ssh-timeout`.',
    }
  const { firstHeardAt, lastHeardAt } = heard ?? {}
  if (
    firstHeardAt === undefined ||
    lastHeardAt === undefined ||
    at - lastHeardAt > FRESH_SECONDS ||
    heard?.noAnswer !== undefined
  )
    return {
      kind: 'probe',
      stage,
      where: 'moved',
      instance: next.id,
      address: address.ip,
      association: address.association,
      reason: `${next.id} must answer SSH at ${address.ip}`,
    }
  const left = firstHeardAt + policy.keepOldSeconds - at
  if (left > 0)
    return {
      kind: 'wait',
      stage: 'retire-old',
      reason: `the old bastion ${old.id} is kept for ${Math.ceil(left / 60)} more minutes (keep-old-minutes)`,
    }
  return retire(old, policy)
}

function retire(old: BastionHost, { oldProtection }: BastionPolicy): BastionStep {
  const stage = 'retire-old'
  if (old.protected !== true) {
    const reason = 'the new bastion answers SSH at the address'
    return { kind: 'terminate', stage, instance: old.id, role: 'old', reason }
  }
  if (oldProtection === 'lift') {
    const reason = 'lift-termination-protection allows it'
    return { kind: 'protect', stage, instance: old.id, protection: 'off', reason }
  }
  return {
    kind: 'halt',
    stage,
    reason: `the old bastion ${old.id} is protected against termination`,
    remedy: 'Set `lift-termination-protection: true`, or take the protection off.',
  }
}
