/**
 * Gates that are passed by hand: a run ends at a checkpoint, and a release goes on from what it has saved there. Pure.
 */
import type { Action } from './action.ts'
import type { Memo } from './fleet.ts'
import type { Policy } from './policy.ts'

/** The phase of a run that has ended on purpose at a gate, for a release to go on from. */
export const GATED = 'gated'

/** How many gates have let the roll pass. */
export const passedOf = ({ progress }: Memo): number => progress?.gatesPassed ?? 0

/** Whether a run has ended on purpose at a gate, which no release has passed yet. */
export const isGated = ({ progress }: Pick<Memo, 'progress'>): boolean => progress?.phase === GATED

/** The memo once a gate has let the roll pass. */
export const withGatesPassed = (memo: Memo, passed: number): Memo => ({
  ...memo,
  progress: {
    ...memo.progress,
    gatesPassed: passed,
    phase: undefined,
    checkpoints: undefined,
    alarms: undefined,
    needs: undefined,
  },
})

/**
 * The memo that a release goes on with. The gate at which the run before it has ended lets the roll pass; one that another run has had
 * in hand since, to put the group back perhaps, is come to once more.
 */
export function releasedFromGate(memo: Memo, { heartbeatAt }: Pick<Memo, 'heartbeatAt'>): Memo {
  if (!isGated(memo)) return memo
  return withGatesPassed(memo, passedOf(memo) + (heartbeatAt === 0 ? 1 : 0))
}

/** Whether a release may go on with this roll: it has come to a gate. */
export const isPastGate = ({ progress }: Pick<Memo, 'progress'>): boolean => progress?.gatesPassed !== undefined

/** Why a run must not begin where another has ended at a gate; undefined where it may. */
export function gateRefusal(memo: Memo | undefined, policy: Policy): Action | undefined {
  const { gates, dark, takesBack } = policy
  if (memo === undefined || !isGated(memo)) return undefined
  if (dark?.kind === 'release') {
    const { checkpoints = 1, alarms = 0, needs = [] } = memo.progress ?? {}
    const given = gates?.checkpoints.length ?? 0
    const watching = gates?.alarms?.names.length ?? 0
    const own = gateInputsOf(policy)
    const missing = needs.filter((name) => !own.includes(name)).map((name) => `no \`${name}\``)
    if (given === checkpoints && watching >= alarms && missing.length === 0) return undefined
    const has = [`${given} in \`checkpoints\``, `${watching} in \`alarms\``, ...missing]
    return {
      kind: 'refuse',
      reason: `its roll waits at checkpoint ${passedOf(memo) + 1} of ${checkpoints}, watched by ${alarms === 1 ? '1 alarm' : `${alarms} alarms`}, and this release has ${listed(has)}`,
      remedy:
        'Give the release the gates of the run that waits: `checkpoints`, `bake`, `alarms`, `probe` and the others.',
    }
  }
  if (gates !== undefined || takesBack === true) return undefined
  return {
    kind: 'refuse',
    reason: 'its new instances wait at a gate to be passed by hand',
    remedy: 'Go on with `mode: release`, or take them back with `mode: restore` or `mode: rollback`.',
  }
}

/** The inputs that a gate needs besides checkpoints and alarms, which are counted: those that the user has given. */
export const gateInputsOf = ({ gates, probes }: Pick<Policy, 'gates' | 'probes'>): readonly string[] => [
  ...((gates?.bakeSeconds ?? 0) > 0 ? ['bake'] : []),
  ...((gates?.bakeAtEndSeconds ?? 0) > 0 ? ['bake-at-end'] : []),
  ...(probes ? ['probe'] : []),
]

/** `1 in a, 2 in b and no c`. */
const listed = (parts: readonly string[]): string => `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
