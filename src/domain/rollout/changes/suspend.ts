import type { ChangeKind } from './change-kind.ts'

/** Suspends scaling processes, in addition to those that are suspended already. */
export interface Suspend {
  readonly kind: 'suspend'
  readonly processes: readonly string[]
}

export const suspendKind = {
  stepAction: 'suspend',
  subject: 'processes',
  changesGroup: true,
  needsRecentLook: false,
  attempts: undefined,
  followedBy: ['resize'],
  applyTo: (fleet, { processes }) => ({ ...fleet, suspended: [...new Set([...fleet.suspended, ...processes])] }),
  isVisibleIn: ({ suspended }, { processes }) => processes.every((process) => suspended.includes(process)),
  describe: ({ processes }) => `suspend ${processes.join(', ')}`,
} as const satisfies ChangeKind<Suspend>
