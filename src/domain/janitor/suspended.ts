/** Processes that were suspended and not resumed. Pure. */
import { isSuspendedByAws, resumeCommand, withReasons } from '../rollout/suspension-text.ts'
import type { Finding } from './finding.ts'
import { type GroupState, isOld, type Limits } from './group-state.ts'

/** The tag of a group whose suspended processes are meant to stay so: those that its value names, or all where it names none. */
export const KEEP_SUSPENDED_TAG = 'fleet-patch:keep-suspended'

/** What AWS gives as the reason of a process that was suspended by a call: `User suspended at 2026-01-05T08:03:20Z`. */
const BY_USER = /^User suspended at (\d{4}-\d\d-\d\dT[\d:.]+Z)/

/** `suspended-processes` and `suspended-by-aws`. */
export function suspensions({ fleet, tags }: GroupState, limits: Limits): readonly Finding[] {
  const { group, at, suspended } = fleet
  const ofAws = suspended.filter((process) => isSuspendedByAws(fleet, process))
  const left = suspended.filter(
    (process) => !ofAws.includes(process) && !isKept(tags, process) && isOld(sinceOf(fleet, process), at, limits),
  )
  return [...(left.length === 0 ? [] : [ofUser(fleet, left)]), ...(ofAws.length === 0 ? [] : [byAws(group, ofAws)])]
}

function isKept(tags: GroupState['tags'], process: string): boolean {
  const value = Object.hasOwn(tags, KEEP_SUSPENDED_TAG) ? tags[KEEP_SUSPENDED_TAG] : undefined
  if (value === undefined) return false
  const names = value.split(/[^A-Za-z]+/).filter((name) => PROCESSES.includes(name))
  return names.length === 0 || names.includes(process)
}

/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html */
const PROCESSES: readonly string[] = [
  'Launch',
  'Terminate',
  'AddToLoadBalancer',
  'AlarmNotification',
  'AZRebalance',
  'HealthCheck',
  'InstanceRefresh',
  'ReplaceUnhealthy',
  'ScheduledActions',
]

function sinceOf({ suspensionReasons = {} }: GroupState['fleet'], process: string): number | undefined {
  const [, time] = BY_USER.exec(suspensionReasons[process] ?? '') ?? []
  return time === undefined ? undefined : Date.parse(time) / 1000
}

function ofUser(fleet: GroupState['fleet'], processes: readonly string[]): Finding {
  const dates = processes.map((process) => sinceOf(fleet, process))
  const known = dates.filter((date) => date !== undefined)
  return {
    finding: 'suspended-processes',
    group: fleet.group,
    since: known.length < dates.length ? undefined : Math.max(...known),
    subject: processes
      .map((process) => `${process} ${fleet.suspensionReasons?.[process] ?? ''}`)
      .toSorted()
      .join('; '),
    what: `${withReasons(fleet, processes)} ${processes.length === 1 ? 'is' : 'are'} suspended`,
    remedy: { kind: 'resume', processes },
    advice: `Resume with \`${resumeCommand(fleet.group, processes)}\`, or give the group the tag \`${KEEP_SUSPENDED_TAG}\`.`,
  }
}

const byAws = (group: string, processes: readonly string[]): Finding => ({
  finding: 'suspended-by-aws',
  group,
  since: undefined,
  subject: processes.toSorted().join('; '),
  what: `AWS itself has suspended ${processes.join(', ')}, as it does after a day in which no launch succeeded`,
  remedy: undefined,
  advice: `Mend what keeps launches from succeeding, then \`${resumeCommand(group, processes)}\`.`,
})
