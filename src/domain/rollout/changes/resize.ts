import type { Sizes } from '../fleet.ts'
import type { ChangeKind } from './change-kind.ts'

/** The sizes that a run sets; the minimum as a scheduled action says that it carries out in AWS's place, and while scaling policies stay alive. */
export type SettableSizes = Partial<Sizes>

/** Sets the sizes that are given; the others stay. */
export interface Resize {
  readonly kind: 'resize'
  readonly sizes: SettableSizes
}

export const resizeKind = {
  stepAction: 'resize',
  subject: 'sizes',
  changesGroup: true,
  needsRecentLook: true,
  // While AWS asks to slow down an operator may set the sizes: what was seen before must not be written over that. Once
  // more, a moment later, since a look costs many calls.
  attempts: 2,
  followedBy: ['wait', 'resume'],
  applyTo: (fleet, { sizes }) => ({ ...fleet, sizes: { ...fleet.sizes, ...sizes } }),
  isVisibleIn: ({ sizes }, { sizes: written }) =>
    (written.desired === undefined || written.desired === sizes.desired) &&
    (written.min === undefined || written.min === sizes.min) &&
    (written.max === undefined || written.max === sizes.max),
  describe: ({ sizes }) => `set ${inWords(sizes)}`,
} as const satisfies ChangeKind<Resize>

function inWords({ min, desired, max }: SettableSizes): string {
  const parts: string[] = []
  if (min !== undefined) parts.push(`min size to ${min}`)
  if (desired !== undefined) parts.push(`desired capacity to ${desired}`)
  if (max !== undefined) parts.push(`max size to ${max}`)
  return parts.join(' and ')
}
