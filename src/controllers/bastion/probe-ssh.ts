import type { BastionStep } from '../../domain/bastion/bastion.ts'
import { probeHistoryAfter } from '../../domain/bastion/ssh-check.ts'
import type { BastionReplacement } from './ports.ts'
import type { BastionRun } from './progress.ts'

interface Asking {
  readonly step: Extract<BastionStep, { kind: 'probe' }>
  readonly at: number
}

/** Asks for the SSH banner; true when there was one. */
export async function probeSsh(
  { probe, sshPort, signal, tell, clock }: BastionReplacement,
  track: BastionRun,
  { step, at }: Asking,
): Promise<boolean> {
  const heard = await probe.ask(step.address, sshPort, signal).catch((error: unknown) => {
    if (!signal.aborted) throw error
    return { kind: 'no-answer', why: 'the run was cancelled' } as const
  })
  const { state } = track
  const before = state[step.where]
  const now = Math.max(at, clock.now() / 1000)
  track.state = { ...state, [step.where]: probeHistoryAfter(before, { ...step, at: now }, heard) }
  if (heard.kind === 'no-answer') {
    tell({ kind: 'waiting', at, reason: `${step.reason}: ${heard.why}` })
    return false
  }
  if (
    before?.firstHeardAt === undefined ||
    before.instance !== step.instance ||
    before.association !== step.association
  )
    tell({ kind: 'heard', at, address: step.address, banner: heard.text })
  return true
}
