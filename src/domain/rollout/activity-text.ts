/**
 * What is read in the texts of AWS's scaling activities, whose fields tell neither the kind of an activity, nor its
 * instance, nor why it failed: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-troubleshooting.html.
 * AWS alone writes them. Pure.
 */
import type { DesiredChange } from './fleet.ts'

/** One change of a desired capacity: when, in which words, and from which to which. */
const CHANGE =
  /At (\d{4}-\d\d-\d\dT[\d:.]+Z) ((?:(?!At \d{4}-).)*?)(changing the desired|shrinking the|increasing the) capacity from (\d+) to (\d+)/g

/** The bounds that a request names with the desired capacity. */
const BOUNDS = /\bconstraints to min: (\d+), max: (\d+), /

/** How a scaling policy was asked. */
const POLICY = /\balarm (\S+) in state \w+ triggered policy (.*?)\s*$/

/** The alarms that AWS makes for target tracking begin with this; such a policy sets a number. */
const TRACKING = 'TargetTracking-'

/** How an instance was terminated by its id. */
const TERMINATION = /\binstance (i-\w+) was taken out of service in response to a user request/

/**
 * The changes of the desired capacity that a cause tells of, in seconds since the Unix epoch: `a user request update of
 * AutoScalingGroup constraints to min: 1, max: 12, desired: 11 changing the desired capacity from 6 to 11`. A capacity
 * that shrinks does so after the desired one, or with it; one that increases by a request, as when an instance leaves
 * Standby, takes it along.
 */
export const desiredChangesInText = (cause: string): readonly DesiredChange[] =>
  [...cause.matchAll(CHANGE)].flatMap(([, at = '', words = '', how, from, to]) => {
    const changed = changedBy(words)
    if (how === 'increasing the' && changed.by === 'group') return []
    return { at: Date.parse(at) / 1000, from: Number(from), to: Number(to), ...changed }
  })

function changedBy(words: string): Omit<DesiredChange, 'at' | 'from' | 'to'> {
  const [, instance] = TERMINATION.exec(words) ?? []
  if (instance !== undefined) return { by: 'termination', instance }
  const [, min, max] = BOUNDS.exec(words) ?? []
  const bounds = min !== undefined && max !== undefined && { bounds: { min: Number(min), max: Number(max) } }
  if (/\buser request update of AutoScalingGroup\b/.test(words)) return { by: 'update', ...bounds }
  if (/\buser request explicitly set group desired capacity\b/.test(words)) return { by: 'set' }
  if (/\bscheduled action update\b/.test(words)) return { by: 'schedule', ...bounds }
  const [, alarm, policy] = POLICY.exec(words) ?? []
  if (alarm !== undefined && policy !== undefined)
    return { by: 'policy', policy, ...(alarm.startsWith(TRACKING) && { adjusts: 'exact' }) }
  return { by: /\b(user request|scheduled action|alarm|policy)\b/.test(words) ? 'request' : 'group' }
}

/** Whether a description is of a launch; terminations are in the same list. */
export const isLaunchText = (description: string): boolean => description.startsWith('Launching')

/** The instance that a description names; undefined where a launch came to none. */
export const instanceInText = (description: string): string | undefined => /\bi-[0-9a-f]+\b/.exec(description)?.[0]

/**
 * Whether a cancelled launch failed: a launch hook that said ABANDON or never answered, or a health check that failed
 * before the instance was in service. Cancelled is also the launch of an instance that was terminated on its way.
 */
export const isGivenUp = (reason: string): boolean => /abandon|unhealthy|fail/i.test(reason)
