/**
 * CloudWatch alarms that watch a roll: one in ALARM fails its gate, at any moment from the first change to the end of the last bake.
 * While CloudWatch does not answer, nothing leaves; after some minutes that fails the gate as well. Pure.
 */
import type { Action } from './action.ts'
import type { Alarm, Fleet } from './fleet.ts'
import type { AlarmPolicy, GatePolicy, Policy } from './policy.ts'
import { isTakingBack } from './taken-back.ts'
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
  readonly fleet: Pick<Fleet, 'alarms' | 'at'> & Partial<Pick<Fleet, 'memo'>>
  readonly policy: {
    readonly gates?: Pick<GatePolicy, 'alarms'> | undefined
    readonly rollback?: Policy['rollback'] | undefined
  }
  readonly state: { readonly alarms?: AlarmsSeen | undefined }
}

/** So long CloudWatch may not answer before the gate fails. */
export const BLIND_SECONDS = 300

/** The alarms that watch now: none while a roll is taken back, since what it takes back is what raised them. */
export const watchingNow = ({
  fleet: { memo },
  policy: { gates, rollback },
}: Pick<WatchedSituation, 'fleet' | 'policy'>): AlarmPolicy | undefined =>
  isTakingBack(memo, { rollback }) ? undefined : gates?.alarms

/** What a look tells of a group, for what its alarms mean. */
type Watched = Pick<Fleet, 'alarms' | 'at'> & Unfinished

/** The roll that a look finds unfinished, if there is one, and what its group launches. */
type Unfinished = Partial<Pick<Fleet, 'memo' | 'source'>>

/** What an observation adds. */
export function observeAlarms(before: AlarmsSeen | undefined, fleet: Watched, watch: AlarmPolicy): AlarmsSeen {
  const { names } = watch
  const known = new Map(fleet.alarms?.map((alarm) => [alarm.name, alarm]))
  const ignored = (before?.ignored ?? ignoredAtStart(fleet, watch)).filter((name) => known.get(name)?.state !== 'OK')
  const isBlind = names.some((name) => !known.has(name))
  return { ignored, ...(isBlind && { blindSince: before?.blindSince ?? fleet.at }) }
}

/**
 * Which alarms do not count yet at the first look of a run: with `ignore-until-ok` those in ALARM, and those that cannot be read, which
 * may be in ALARM as well. Where the run goes on with a roll, only what was in ALARM before that roll began.
 */
function ignoredAtStart(fleet: Watched, { names, atStart }: AlarmPolicy): readonly string[] {
  if (atStart === 'refuse') return []
  const known = new Map(fleet.alarms?.map((alarm) => [alarm.name, alarm]))
  return names.filter((name) => {
    const alarm = known.get(name)
    if (alarm === undefined) return !goesOn(fleet)
    return alarm.state === 'ALARM' && !isRaisedByRoll(alarm, fleet)
  })
}

/** Whether a roll that another run has begun goes on: to what the group still launches. */
const goesOn = ({ memo, source }: Unfinished): boolean => memo !== undefined && memo.source === source?.fingerprint

/**
 * Whether an alarm in ALARM may have been raised by what an unfinished roll has launched: it has come into that state since the roll
 * began. A run that goes on with the roll lets that fail its gate, and takes the roll back.
 */
export const isRaisedByRoll = ({ since }: Pick<Alarm, 'since'>, fleet: Unfinished): boolean =>
  goesOn(fleet) && since !== undefined && fleet.memo !== undefined && since > fleet.memo.startedAt

/**
 * Whether every alarm has been told at this look, and none has become another between the last two: one that is `OK` at both and has come
 * into that state since may have been in ALARM, for less time than lies between two looks.
 */
export function areAlarmsSteady(before: Pick<Fleet, 'alarms'>, { fleet, policy, state }: WatchedSituation): boolean {
  if (watchingNow({ fleet, policy }) === undefined) return true
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
  const watch = watchingNow({ fleet, policy })
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
  const watch = watchingNow({ fleet, policy })
  if (watch === undefined || state.alarms?.blindSince === undefined) return undefined
  return { kind: 'wait', reason: `CloudWatch does not tell the state of ${unread(fleet, watch).join(', ')}` }
}

/** What the alarms say at the end of a bake: undefined where they let the roll pass. */
export function askAtEndOfBake(
  { fleet, policy }: Pick<WatchedSituation, 'fleet' | 'policy'>,
  gate: string,
): Action | undefined {
  const { withoutData = 'neutral', names = [] } = watchingNow({ fleet, policy }) ?? {}
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
  return `the alarm ${name} is in ALARM${moment}${reason === '' ? '' : `: ${reason.replace(/\.$/, '')}`}${link === undefined ? '' : ` (${link})`}`
}
