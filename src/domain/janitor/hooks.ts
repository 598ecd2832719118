/** Lifecycle hooks that nothing answers. Pure. */
import { isLaunchText } from '../rollout/activity-text.ts'
import type { Finding } from './finding.ts'
import type { Activity, GroupState } from './group-state.ts'

/** Launches in a row that prove it. */
const IN_A_ROW = 3

/** How a hook ends a launch that was never answered: its heartbeat has timed out. */
const TIMED_OUT = /Lifecycle Action with token \S+ was abandoned: Heartbeat Timeout/i

const isTimedOut = ({ message }: Activity): boolean => TIMED_OUT.test(message)

/** `failing-hooks`: the last launches all ended because a hook was never answered. */
export function failingHooks({ fleet, activities }: GroupState): readonly Finding[] {
  const launches = activities.filter(({ description }) => isLaunchText(description))
  const newest = launches.findIndex((launch) => !isTimedOut(launch))
  const failed = newest < 0 ? launches : launches.slice(0, newest)
  const oldest = failed.at(-1)
  if (failed.length < IN_A_ROW || oldest === undefined) return []
  return [
    {
      finding: 'failing-hooks',
      group: fleet.group,
      since: oldest.at,
      subject: 'launching',
      what: `its last ${failed.length} launches ended because a lifecycle hook was never answered`,
      remedy: undefined,
      advice: 'Mend what should call CompleteLifecycleAction, or delete the hook.',
    },
  ]
}
