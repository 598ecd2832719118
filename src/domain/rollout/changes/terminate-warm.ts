import type { ChangeKind } from './change-kind.ts'

/** Terminates instances of the warm pool, which is filled again from what the group launches now. */
export interface TerminateWarm {
  readonly kind: 'terminate-warm'
  readonly instances: readonly string[]
}

export const terminateWarmKind = {
  stepAction: 'discard',
  subject: 'warm pool',
  changesGroup: true,
  needsRecentLook: true,
  // One that has left the pool meanwhile may serve: after each look each is asked for once.
  attempts: 1,
  followedBy: [],
  applyTo: (fleet, { instances }) => ({
    ...fleet,
    instances: fleet.instances.map((instance) =>
      instances.includes(instance.id) ? { ...instance, lifecycle: 'Warmed:Terminating' } : instance,
    ),
  }),
  // The group goes on listing them until it has noticed; the rules wait for that.
  isVisibleIn: () => true,
  describe: ({ instances }, list) => `terminate ${list(instances)} of the warm pool`,
} as const satisfies ChangeKind<TerminateWarm>
