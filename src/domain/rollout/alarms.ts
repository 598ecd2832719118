/**
 * CloudWatch alarms that watch a roll: one in ALARM fails its gate, at any moment from the first change to the end of the last bake.
 * While CloudWatch does not answer, nothing leaves; after some minutes that fails the gate as well. Pure.
 */
import type { Action } from './action.ts'
import type { Alarm, Fleet } from './fleet.ts'
import type { AlarmPolicy, GatePolicy, Policy } from './policy.ts'
import { momentText } from './wording.ts'

/** What a run has learnt of its alarms. */
export interface AlarmsSeen {
  /** Those that were in ALARM when the run began and have not been OK since: they do not count yet. */
  readonly ignored: readonly string[]
  /** Since when an alarm could not be read; absent while all can. */
  readonly blindSince?: number | undefined
}

/** What is decided of alarms by: of one group, or of a run between two waves. */
export interface WatchedSituation {
  readonly fleet: Pick<Fleet, 'alarms' | 'at'>
  readonly policy: {
    readonly gates?: Pick<GatePolicy, 'alarms'> | undefined
    readonly rollback?: Policy['rollback'] | undefined
  }
  readonly state: { readonly alarms?: AlarmsSeen | undefined }
}

/** So long CloudWatch may not answer before the gate fails. */
export const BLIND_SECONDS = 300

/** The alarms that watch now: none while a roll is taken back, since what it takes back is what raised them. */
export const watchingNow = ({ gates, rollback }: WatchedSituation['policy']): AlarmPolicy | undefined =>
  rollback === undefined ? gates?.alarms : undefined

/** What an observation adds. */
export function observeAlarms(
  before: AlarmsSeen | undefined,
  { alarms, at }: WatchedSituation['fleet'],
  watch: AlarmPolicy,
): AlarmsSeen {
  const { names, atStart } = watch
  const stateOf = new Map(alarms?.map(({ name, state }) => [name, state]))
  // At the beginning of all an alarm that cannot be read may be in ALARM as well.
  const first = atStart === 'refuse' ? [] : names.filter((name) => stateOf.get(name) !== 'OK' && stateOf.get(name) !== 'INSUFFICIENT_DATA') // prettier-ignore
  const ignored = (before?.ignored ?? first).filter((name) => stateOf.get(name) !== 'OK')
  const isBlind = names.some((name) => !stateOf.has(name))
  return { ignored, ...(isBlind && { blindSince: before?.blindSince ?? at }) }
}

/**
 * Whether every alarm has been told at this look, and none has become another between the last two: one that is `OK` at both and has come
 * into that state since may have been in ALARM, for less time than lies between two looks.
 */
export function areAlarmsSteady(before: Pick<Fleet, 'alarms'>, { fleet, policy, state }: WatchedSituation): boolean {
  if (watchingNow(policy) === undefined) return true
  if (state.alarms?.blindSince !== undefined) return false
  const was = new Map(before.alarms?.map((alarm) => [alarm.name, alarm]))
  return (
    fleet.alarms?.every((now) => {
      const then = was.get(now.name)
      return now.state !== 'OK' || then?.state !== 'OK' || now.since === then.since
    }) === true
  )
}

/** Stops the roll where an alarm that counts is in ALARM, or where CloudWatch has not answered for too long. */
export function haltOnAlarm({ fleet, policy, state }: WatchedSituation): Action | undefined {
  const watch = watchingNow(policy)
  if (watch === undefined) return undefined
  const raised = fleet.alarms?.find(({ name, state: is }) => is === 'ALARM' && !state.alarms?.ignored.includes(name))
  if (raised !== undefined) return failed(alarmInWords(raised), LOOK)
  const { blindSince } = state.alarms ?? {}
  if (blindSince === undefined || fleet.at - blindSince < BLIND_SECONDS) return undefined
  return failed(
    `CloudWatch has not told the state of ${unread(fleet, watch).join(', ')} for ${BLIND_SECONDS / 60} minutes`,
    'Look whether the alarms still exist, and whether the role may call `cloudwatch:DescribeAlarms`, then start again.',
  )
}

/** While the state of an alarm is not known nothing leaves, and nothing more is launched. */
export function holdWhileBlind({ fleet, policy, state }: WatchedSituation): Action | undefined {
  const watch = watchingNow(policy)
  if (watch === undefined || state.alarms?.blindSince === undefined) return undefined
  return { kind: 'wait', reason: `CloudWatch does not tell the state of ${unread(fleet, watch).join(', ')}` }
}

/** What the alarms say at the end of a bake: undefined where they let the roll pass. */
export function askAtEndOfBake(
  { fleet, policy }: Pick<WatchedSituation, 'fleet' | 'policy'>,
  gate: string,
): Action | undefined {
  const { withoutData = 'neutral', names = [] } = watchingNow(policy) ?? {}
  const states = new Map(fleet.alarms?.map(({ name, state }) => [name, state]))
  if (withoutData === 'neutral') return undefined
  if (withoutData === 'wait') {
    const unsure = names.find((name) => states.get(name) !== 'OK')
    return unsure === undefined
      ? undefined
      : {
          kind: 'wait',
          reason: `${gate} waits for the alarm ${unsure} to be OK; it is ${states.get(unsure) ?? 'not known'}`,
        }
  }
  const empty = names.find((name) => states.get(name) === 'INSUFFICIENT_DATA')
  return empty === undefined
    ? undefined
    : failed(
        `at the end of the bake of ${gate} the alarm ${empty} had no data, and \`alarms-without-data\` is \`fail\``,
        'Look whether the new instances send the metrics of the alarm.',
      )
}

const failed = (reason: string, remedy: string): Action => ({ kind: 'halt', reason, remedy, blames: 'gate' })

const LOOK = 'Look at what the alarm measures on the new instances, then start again.'

const unread = ({ alarms }: Pick<Fleet, 'alarms'>, { names }: AlarmPolicy): readonly string[] =>
  names.filter((name) => !alarms?.some((alarm) => alarm.name === name))

/** `the alarm web-5xx is in ALARM since 2026-01-05 09:00:00 UTC: Threshold Crossed ... (https://...)`. */
export function alarmInWords({ name, reason, since, link }: Alarm): string {
  const moment = since === undefined ? '' : ` since ${momentText(since)}`
  return `the alarm ${name} is in ALARM${moment}${reason === '' ? '' : `: ${reason.replace(/\.$/, '')}`} (${link})`
}
