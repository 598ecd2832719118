/** CloudWatch alarms as a look shows them, in one call for all groups. */
import type { DescribeAlarmsCommandOutput } from '@aws-sdk/client-cloudwatch'
import { isUncertain, UserError } from '../../errors.ts'
import type { FleetsPort } from '../../controllers/rollout/ports.ts'
import type { Alarm } from '../../domain/rollout/fleet.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { alarmPage } from '../../text/console-link.ts'
import { everyPage } from '../client/pages.ts'

/** DescribeAlarms takes no more names: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const MOST_NAMES = 100

/**
 * The alarms of these names, of each kind; one that does not exist is left out, as CloudWatch does. Without `AlarmTypes` only metric
 * alarms would be told. Throws a UserError where AWS refuses the call.
 */
export async function readAlarms(connection: Connection, names: readonly string[]): Promise<readonly Alarm[]> {
  const { DescribeAlarmsCommand } = await import('@aws-sdk/client-cloudwatch')
  const client = await connection.clients.cloudWatch?.()
  if (client === undefined) throw new Error('the connection has no client for CloudWatch')
  const answers = await mapConcurrently(batches(names, MOST_NAMES), (AlarmNames) =>
    everyPage((token) =>
      connection.send(
        client,
        new DescribeAlarmsCommand({
          AlarmNames: [...AlarmNames],
          AlarmTypes: ['MetricAlarm', 'CompositeAlarm', 'LogAlarm'],
          MaxRecords: MOST_NAMES,
          ...token,
        }),
        { attempts: 2 },
      ),
    ),
  )
  return answers.flat().flatMap((answer) => alarmsIn(answer, connection.region))
}

function alarmsIn(
  { MetricAlarms = [], CompositeAlarms = [], LogAlarms = [] }: DescribeAlarmsCommandOutput,
  region: string,
): readonly Alarm[] {
  return [...MetricAlarms, ...CompositeAlarms, ...LogAlarms].map(
    ({ AlarmName = '', StateValue, StateReason = '', StateTransitionedTimestamp, StateUpdatedTimestamp }) => {
      const since = StateTransitionedTimestamp ?? StateUpdatedTimestamp
      return {
        name: AlarmName,
        state: StateValue ?? 'INSUFFICIENT_DATA',
        reason: StateReason,
        since: since && since.getTime() / 1000,
        link: alarmPage(region, AlarmName),
      }
    },
  )
}

/** The port with the state of these alarms in every look at groups that roll; where CloudWatch does not answer it is missing. */
export function watchingAlarms(port: FleetsPort, connection: Connection, names: readonly string[]): FleetsPort {
  return {
    ...port,
    look: async (...question) => {
      const [, , need] = question
      if (need === 'the group alone') return await port.look(...question)
      const [seen, alarms] = await Promise.all([port.look(...question), readAlarmsIfAnswered(connection, names)])
      return { ...seen, fleets: seen.fleets.map((fleet) => ({ ...fleet, alarms })) }
    },
  }
}

/** The alarms, or undefined where CloudWatch does not answer. */
export async function readAlarmsIfAnswered(
  connection: Connection,
  names: readonly string[],
): Promise<readonly Alarm[] | undefined> {
  try {
    return await readAlarms(connection, names)
  } catch (error) {
    if (error instanceof UserError || isUncertain(error)) return undefined
    throw error
  }
}
