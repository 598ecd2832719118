import type { Group } from './model.ts'
import { wake, wakeAt } from './schedule.ts'
import type { AutoScalingState } from './state.ts'

const FIRST_PAUSE_SECONDS = 5
const LONGEST_PAUSE_SECONDS = 900
/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html */
const GIVE_UP_SECONDS = 86_400

/** Keeps a zone out of the choice, twice as long with every failure; after a day of failures AWS suspends launching itself. */
export function noteFailure(state: AutoScalingState, group: Group, zone: string): void {
  const { now } = state.timeline
  const failures = (group.failing.get(zone)?.failures ?? 0) + 1
  const until = now + pause(failures)
  group.failing.set(zone, { failures, until })
  group.failingSince ??= now
  if (now - group.failingSince >= GIVE_UP_SECONDS) suspendByAws(group, 'Launch')
  // Other zones take over when the group compares the next time.
  wake(state, group)
}

/** AWS itself suspends a process, with the reason that it shows then (its words are unsourced). */
export function suspendByAws(group: Group, process: string): void {
  if (!group.suspended.has(process)) group.suspended.set(process, 'Administratively suspended')
}

export function noteSuccess(group: Group, zone: string): void {
  group.failing.delete(zone)
  group.failingSince = undefined
}

/** Launches that hooks abandon again and again slow the group down. */
export function noteAbandoned(state: AutoScalingState, group: Group): void {
  const times = group.abandoned.times + 1
  group.abandoned = { times, until: state.timeline.now + pause(times) }
}

/** Has the group looked at again when the next pause is over. */
export function wakeAfterBackoff(state: AutoScalingState, group: Group): void {
  const pauses = [group.abandoned.until, ...[...group.failing.values()].map(({ until }) => until)]
  const ahead = pauses.filter((until) => until > state.timeline.now)
  if (ahead.length > 0) wakeAt(state, group, Math.min(...ahead))
}

const pause = (times: number): number => Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** Math.min(times, 12))
