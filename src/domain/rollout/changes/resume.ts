import type { ChangeKind } from './change-kind.ts'

/** Resumes these scaling processes, never all of them. */
export interface Resume {
  readonly kind: 'resume'
  readonly processes: readonly string[]
}

export const resumeKind = {
  stepAction: 'resume',
  subject: 'processes',
  changesGroup: true,
  needsRecentLook: false,
  attempts: undefined,
  followedBy: [],
  applyTo: (fleet, { processes }) => ({
    ...fleet,
    suspended: fleet.suspended.filter((process) => !processes.includes(process)),
  }),
  isVisibleIn: ({ suspended }, { processes }) => processes.every((process) => !suspended.includes(process)),
  describe: ({ processes }) => `resume ${processes.join(', ')}`,
} as const satisfies ChangeKind<Resume>
