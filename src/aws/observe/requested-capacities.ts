import type { Activity } from '@aws-sdk/client-auto-scaling'
import type { CapacityRequest } from '../../domain/rollout/crossed-wish.ts'
import type { Connection } from '../client/connection.ts'

/** Where a request is told in the cause of an activity: when it was made, and the capacity that it left. */
const REQUEST =
  /At (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) ([^.]*?\b(?:user request|scheduled action|alarm|policy)\b[^.]*?)(?:changing the desired capacity|shrinking the capacity) from \d+ to (\d+)\./g

/** How an instance was terminated by its id. */
const OWN =
  /At (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) instance (i-\w+) was taken out of service in response to a user request/g

/** Which requests are asked for. */
export interface RequestQuestion {
  readonly group: string
  /** Instances that the run has terminated itself: what took them away is no request of others. */
  readonly terminated: readonly string[]
  /** Only requests made since so long before that termination. */
  readonly withinSeconds: number
}

/**
 * The desired capacities that the causes of scaling activities name as asked for, newest first. The moment of
 * the run's own termination is taken from its activity, so that only AWS's clock counts; none are told without it.
 */
export function requestedCapacitiesIn(
  activities: readonly Activity[],
  { terminated, withinSeconds }: Pick<RequestQuestion, 'terminated' | 'withinSeconds'>,
): readonly CapacityRequest[] {
  const own = activities.flatMap(({ Cause = '' }) =>
    [...Cause.matchAll(OWN)].flatMap(([, time = '', id = '']) =>
      terminated.includes(id) ? Date.parse(time) / 1000 : [],
    ),
  )
  if (own.length === 0) return []
  const terminatedAt = Math.min(...own)
  const requests = activities.flatMap(({ Cause = '' }) =>
    [...Cause.matchAll(REQUEST)].flatMap(([, time = '', words = '', capacity]) => {
      const at = Date.parse(time) / 1000
      return terminatedAt - at > Math.ceil(withinSeconds) || terminated.some((id) => words.includes(id))
        ? []
        : [{ desired: Number(capacity), secondsBefore: terminatedAt - at }]
    }),
  )
  return requests.toSorted((a, b) => a.secondsBefore - b.secondsBefore)
}

/** Asks the scaling activities of a group which desired capacities were asked for; the newest hundred are enough. */
export async function requestedCapacities(
  connection: Connection,
  question: RequestQuestion,
): Promise<readonly CapacityRequest[]> {
  const { DescribeScalingActivitiesCommand } = await import('@aws-sdk/client-auto-scaling')
  const { Activities } = await connection.send(
    await connection.clients.autoScaling(),
    new DescribeScalingActivitiesCommand({
      AutoScalingGroupName: question.group,
      MaxRecords: 100,
    }),
  )
  return requestedCapacitiesIn(Activities ?? [], question)
}
