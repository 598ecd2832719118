/** The bastion of one seed, and what the run is told. */
import type { Random } from '../../../simulator/random.ts'
import type { BastionScenePlan } from '../../bastion-scene.ts'

export interface BastionFuzzPlan {
  readonly scene: BastionScenePlan
  readonly inputs: Readonly<Record<string, string>>
  /** Whether it is protected against termination from the beginning. */
  readonly isProtected: boolean
  /** Whether it forwards packets that are not addressed to it. */
  readonly forwards: boolean
  readonly keepOldMinutes: number
}

/** How long a run may take, waits for a new instance and for SSH, and keeps the old one at most; in minutes. */
export const LIMITS = { timeout: 60, instance: 8, ssh: 4, keep: 3 } as const

/** Draws one: with public addresses or without, from a template or not, protected, forwarding packets. */
export function drawBastion(random: Random): BastionFuzzPlan {
  const isProtected = random.next() < 0.25
  const lifts = !isProtected || random.next() < 0.7
  const forwards = random.next() < 0.2
  const keepOldMinutes = random.pick([0, 0, 0, 1, LIMITS.keep])
  return {
    scene: {
      lends: random.pick(['public', 'nothing', 'nothing']),
      ...(random.next() < 0.3 && { template: {} }),
      ...(isProtected && { launch: { DisableApiTermination: true } }),
    },
    inputs: {
      timeout: String(LIMITS.timeout),
      'instance-timeout': String(LIMITS.instance),
      'ssh-timeout': String(LIMITS.ssh),
      ...(isProtected && lifts && { 'lift-termination-protection': 'true' }),
      ...(keepOldMinutes > 0 && { 'keep-old-minutes': String(keepOldMinutes) }),
      ...(random.next() < 0.15 && { 'probe-address': 'private' }),
    },
    isProtected,
    forwards,
    keepOldMinutes,
  }
}

/** Whether the first run has to stop because nothing allows it to lift the protection. */
export const mustKeepOld = ({ isProtected, inputs }: BastionFuzzPlan): boolean =>
  isProtected && inputs['lift-termination-protection'] !== 'true'
