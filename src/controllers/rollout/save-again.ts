import type { Action } from '../../domain/rollout/action.ts'
import type { SaveState } from '../../domain/rollout/changes/save-state.ts'
import type { StateLoss } from '../../domain/rollout/remembered-state.ts'
import type { GroupRun } from './group-run.ts'
import type { RolloutRequest } from './ports.ts'

/** So often tags are written again; what removes or changes them more often does not stop. */
const MOST_LOSSES = 2

/** The saved state once more, from the memory of the run; undefined where it is lost again and again, or AWS refuses it. */
export function saveAgain(
  { report }: Pick<RolloutRequest, 'report'>,
  run: GroupRun,
  loss: StateLoss,
): (Action & SaveState) | undefined {
  const { group, memo, last, losses, refused } = run
  if (memo === undefined || losses > MOST_LOSSES || refused.includes('save-state')) return undefined
  if (losses === 1)
    report({
      kind: 'warning',
      group,
      message: `The tags with the saved state of ${group} were ${loss} from outside this run: they are written again, and the run goes on. Leave the tags \`fleet-patch:*\` to the action.`,
    })
  return {
    kind: 'save-state',
    memo: { ...memo, run: run.policy.run, url: run.policy.url, heartbeatAt: Math.floor(last.at) },
    reason: `its tags were ${loss} from outside this run`,
  }
}
