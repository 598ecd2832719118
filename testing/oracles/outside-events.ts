/** What others than runs did to a group, and what befell it, as its activities tell. */
import type { Activity, InstanceRefresh } from '@aws-sdk/client-auto-scaling'
import type { RecordedChange } from './change-recorder.ts'
import { idIn } from './scaling-activities.ts'

export interface OutsideEvent {
  /** Seconds since the Unix epoch. */
  readonly at: number
  /** When it was over, where it took a time. */
  readonly until?: number | undefined
  readonly what: string
}

interface Known {
  readonly refreshes: readonly InstanceRefresh[]
  /** The changes of runs. */
  readonly changes: readonly RecordedChange[]
  /** Moments at which an operator or a fault did something that no activity tells. */
  readonly operatedAt: readonly number[]
  /** Earlier events do not matter. */
  readonly from: number
}

/** So long AWS may wait after a failed launch before it tries again: it lets 15 minutes pass at most. */
const LONGEST_PAUSE_SECONDS = 900

/** The events since a moment, in no order. */
export function outsideEvents(activities: readonly Activity[], known: Known): readonly OutsideEvent[] {
  const terminated = new Set(known.changes.flatMap(({ input }) => namedIn(input)))
  const told = activities.flatMap((activity): OutsideEvent[] => {
    const what = outsideCause(activity, terminated)
    if (what === undefined) return []
    const at = (activity.StartTime?.getTime() ?? 0) / 1000
    return [{ at, until: activity.StatusCode === 'Failed' ? at + LONGEST_PAUSE_SECONDS : undefined, what }]
  })
  const operated = known.operatedAt.map((at) => ({ at, what: 'an operator or a fault' }))
  const refreshed = known.refreshes.map(({ StartTime, EndTime }) => ({
    at: (StartTime?.getTime() ?? 0) / 1000,
    until: EndTime === undefined ? Infinity : EndTime.getTime() / 1000,
    what: 'others refreshed the instances',
  }))
  return [...told, ...operated, ...refreshed].filter(({ at }) => at >= known.from)
}

/** Why an activity is not a run's; undefined for what follows from the calls of runs. */
function outsideCause(activity: Activity, terminated: ReadonlySet<string>): string | undefined {
  const { Description = '', Cause = '', StatusCode } = activity
  if (Description.startsWith('Launching')) {
    if (StatusCode === 'Failed') return 'a launch failed'
    // EC2 may have recommended it long before the run; where the one for it is gone by then AWS launches another.
    if (/an EC2 instance rebalance recommendation/.test(Cause)) return 'an instance was at risk'
    // A maintenance policy may launch the replacement before anything tells that an instance is lost.
    return /an unhealthy instance needing to be replaced/.test(Cause) ? 'an instance was unhealthy' : undefined
  }
  if (/standby|detached|attached/i.test(Cause)) return 'an operator moved an instance'
  if (!Description.startsWith('Terminating')) return undefined
  if (/a difference between desired and actual/.test(Cause)) return undefined
  if (/in response to a user request/.test(Cause))
    return terminated.has(idIn(activity)) ? undefined : 'an operator terminated an instance'
  return 'an instance was lost'
}

export function namedIn(input: RecordedChange['input']): readonly string[] {
  const several = input['InstanceIds'] as readonly string[] | undefined
  return several ?? (typeof input['InstanceId'] === 'string' ? [input['InstanceId']] : [])
}
