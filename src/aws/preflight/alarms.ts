import { alarmInWords, isRaisedByRoll } from '../../domain/rollout/alarms.ts'
import type { Alarm, Fleet } from '../../domain/rollout/fleet.ts'
import type { AlarmPolicy } from '../../domain/rollout/policy.ts'
import { isTakingBack } from '../../domain/rollout/taken-back.ts'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { readAlarms } from '../observe/alarms.ts'
import type { PreflightQuestion } from './check.ts'

/**
 * Alarms that cannot watch a roll: they do not exist, are in ALARM already, or belong to a scaling policy, whose alarms are in ALARM by
 * design. An alarm that is to be ignored until it is OK is named.
 */
export async function unfitAlarms({
  connection,
  policies,
  planned,
}: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const watch = planned.find(({ policy }) => policy.gates?.alarms !== undefined)?.policy.gates?.alarms
  if (watch === undefined) return []
  return await alarmFindings({ connection, policies, watch, fleets: planned.map(({ fleet }) => fleet) })
}

/** Alarms, and the groups that they are to watch. */
export interface AlarmsToWatch extends Pick<PreflightQuestion, 'connection' | 'policies'> {
  readonly watch: AlarmPolicy
  readonly fleets: readonly Fleet[]
}

/** The same of groups whatever is done with them. */
export async function alarmFindings(question: AlarmsToWatch): Promise<readonly PreflightFinding[]> {
  const { watch } = question
  const alarms = await readAlarms(question.connection, watch.names)
  const known = new Map(alarms.map((alarm) => [alarm.name, alarm]))
  const missing = watch.names.filter((name) => !known.has(name))
  const owners = await owningPolicies(question)
  const raised = alarms.filter(({ state }) => state === 'ALARM')
  return [
    ...(missing.length > 0
      ? [
          refusalOf(
            undefined,
            `${missing.length === 1 ? 'the alarm' : 'the alarms'} ${missing.join(', ')} ${missing.length === 1 ? 'does' : 'do'} not exist in ${question.connection.region}`,
            'Correct `alarms`; they are looked for in the region of the groups.',
          ),
        ]
      : []),
    ...watch.names.flatMap((name) => {
      const owner = name.startsWith('TargetTracking-') ? 'target tracking' : owners.get(name)
      if (owner === undefined) return []
      return [
        refusalOf(
          undefined,
          `the alarm ${name} belongs to a scaling policy (${owner}), whose alarms are in ALARM by design when load is low or high`,
          'Name alarms that tell of errors.',
        ),
      ]
    }),
    ...raised.map((alarm) => ofRaised(alarm, watch, question.fleets)),
  ]
}

/** One in ALARM; where an unfinished roll may have raised it, the run begins and lets that fail its gate. */
function ofRaised(alarm: Alarm, { atStart }: AlarmPolicy, fleets: readonly Fleet[]): PreflightFinding {
  const what = alarmInWords(alarm)
  const unfinished = fleets.filter(({ memo }) => memo !== undefined)
  const blamed = unfinished.find((fleet) => isRaisedByRoll(alarm, fleet))
  if (blamed !== undefined)
    return {
      group: undefined,
      weight: 'notice',
      what: `${what}, after the unfinished roll of ${blamed.group} had begun, ${isTakingBack(blamed.memo, {}) ? 'which goes on being taken back' : 'which fails its gate'}`,
    }
  if (atStart === 'ignore-until-ok')
    return { group: undefined, weight: 'notice', what: `${what}; it counts from its first OK` }
  const back = unfinished.length > 0 ? ' Or put back what is unfinished with `mode: restore`.' : ''
  return refusalOf(
    undefined,
    `${what}, before anything is changed`,
    `Wait until it is OK, or set \`alarms-at-start: ignore-until-ok\`: it counts from its first OK then.${back}`,
  )
}

/** The names of the alarms of scaling policies, with the policy of each. */
async function owningPolicies({
  policies,
  fleets,
}: Pick<AlarmsToWatch, 'policies' | 'fleets'>): Promise<ReadonlyMap<string, string>> {
  const owning = await policies.of(fleets.map(({ group }) => group))
  return new Map(
    owning.flatMap(({ PolicyName = '', Alarms = [] }) =>
      Alarms.flatMap(({ AlarmName }) => (AlarmName === undefined ? [] : [[AlarmName, PolicyName] as const])),
    ),
  )
}
