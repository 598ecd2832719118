import { explanationOf, isFailure } from '../../errors.ts'
import { isOutlookNeeded } from '../../domain/rollout/launch-stall.ts'
import { type GroupRun, policyNow } from './group-run.ts'
import type { RolloutRequest } from './ports.ts'
import { transition } from './transition.ts'

/** Where a launch is long outstanding AWS is asked what it knows; that it cannot be asked is known as well. */
export async function readLaunchOutlook({ port, signal }: RolloutRequest, run: GroupRun): Promise<GroupRun> {
  const { last, group, state } = run
  if (policyNow(run).intent !== 'roll' || signal.aborted || !isOutlookNeeded(last, state)) return run
  const told = async () => {
    try {
      return await port.launchOutlook?.(group)
    } catch (error) {
      if (!isFailure(error)) throw error
      return { lastLaunchAt: undefined, facts: [`what AWS tells cannot be read: ${explanationOf(error).what}`] }
    }
  }
  const outlook = (await told()) ?? { lastLaunchAt: undefined, facts: [] }
  return transition(run, { kind: 'launch-outlook-read', outlook: { ...outlook, askedAt: last.at } })
}
