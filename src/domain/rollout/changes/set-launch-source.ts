import type { PreviousLaunchSource } from '../fleet.ts'
import type { ChangeKind } from './change-kind.ts'

/** The group launches again from what these references of its instances say. */
export interface SetLaunchSource {
  readonly kind: 'set-launch-source'
  readonly previous: PreviousLaunchSource
}

export const setLaunchSourceKind = {
  stepAction: 'relaunch',
  subject: 'launch source',
  changesGroup: true,
  needsRecentLook: false,
  attempts: undefined,
  followedBy: [],
  // What the source will be called is AWS's to say; no forecast goes beyond it.
  applyTo: (fleet) => fleet,
  // A rule waits for it by the fingerprint of the source.
  isVisibleIn: () => true,
  describe: ({ previous }) => `launch from ${previous.label} again`,
} as const satisfies ChangeKind<SetLaunchSource>
